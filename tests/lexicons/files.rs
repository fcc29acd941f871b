//! The lexicon files: what each says of itself, and its words.

use std::collections::HashSet;

use mokuhyo::language::dictionary::Analyzer;

use crate::held;

const FOLDER: &str = "dictionaries/lexicon";

pub struct File {
    pub name: String,
    /// The comment that it begins with: what it holds, the test that a word must pass, the source.
    pub header: Vec<String>,
    /// The spellings of each word.
    pub words: Vec<Vec<String>>,
}

/// All lexicon files, by name.
pub fn all() -> Vec<File> {
    let entries = std::fs::read_dir(held::path(FOLDER)).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    let stems = paths.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let mut files: Vec<File> = stems.map(File::read).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

impl File {
    fn read(name: String) -> Self {
        let text = held::text(&format!("{FOLDER}/{name}.txt"));
        let header = text.lines().map_while(|line| line.strip_prefix("# ").map(str::to_owned));
        let words = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let words = words.map(|line| line.split_whitespace().map(str::to_owned).collect());
        Self { header: header.collect(), words: words.collect(), name }
    }
}

/// What stands in these texts: every stretch of words up to the longest entry, its last word in its
/// base form, as lexicons hold it.
pub fn stretches<'t>(texts: impl IntoIterator<Item = &'t str>) -> HashSet<String> {
    const LONGEST: usize = 12;
    let analyzer = Analyzer::new();
    let mut stretches = HashSet::new();
    for text in texts {
        let morphemes = analyzer.analyze(text);
        for (number, first) in morphemes.iter().enumerate() {
            for last in morphemes[number..].iter().take(LONGEST) {
                stretches.insert(format!("{}{}", &text[first.start..last.start], last.base));
            }
        }
    }
    stretches
}
