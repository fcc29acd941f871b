//! The lexicons, held to words that nobody chose, and described: `docs/lexicons.md`.

// Tests read fixtures; clippy.toml forbids files to the core only.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod agreement;
mod draw;
mod files;

#[path = "../support/held.rs"]
mod held;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use mokuhyo::language::classes::Known;
use mokuhyo::language::lexicon::Lexicons;
use mokuhyo::sheet::Field;

use self::agreement::{CLASSES, NONE, Word};
use self::files::File;

/// So many words are drawn.
const DRAWN: usize = 150;

fn classed() -> BTreeMap<String, Vec<String>> {
    toml::from_str(include_str!("classed.toml")).expect("it is well formed")
}

#[test]
fn the_words_classed_are_those_drawn() {
    let drawn: BTreeSet<String> = draw::verbal_nouns(DRAWN).into_iter().collect();
    let listed: Vec<String> = classed().into_values().flatten().collect();
    assert_eq!(listed.len(), DRAWN);
    assert_eq!(drawn, BTreeSet::from_iter(listed));
}

#[test]
fn the_lexicons_are_described() {
    let files = files::all();
    let page = [PREFACE, &table(&files), &reach(&files), &check(), &headers(&files)].concat();
    held::hold("docs/lexicons.md", &page);
}

const PREFACE: &str = "\
# Lexicons

<!-- Written by tests/lexicons: MOKUHYO_RECORD=1 cargo test --test lexicons -->

Rules judge by the grammar of a unit and by the class of its words; `dictionaries/lexicon/` holds the
classes, a file each. A file begins with what it holds, the test that a word must pass, and how it was made;
those beginnings stand at the end of this page. A line is a word with its spellings; in `parts`, `roles` and
`synonyms` it is a topic with its parts, a role or a group of words.

";

fn table(files: &[File]) -> String {
    let mut table = "| lexicon | lines | entries |\n| --- | ---: | ---: |\n".to_owned();
    for File { name, words, .. } in files {
        let entries: usize = words.iter().map(Vec::len).sum();
        writeln!(table, "| [{name}](#{name}) | {} | {entries} |", words.len()).unwrap();
    }
    table
}

/// How far the predicates go beyond what the labelled sheets hold.
fn reach(files: &[File]) -> String {
    let lexicons = Lexicons::built_in();
    let predicates = Known::of(&lexicons).predicates();
    let predicates: Vec<&File> = files
        .iter()
        .filter(|file| lexicons.class(&file.name).is_some_and(|class| class.intersects(predicates)))
        .collect();
    // A word of two lexicons is one word; which spelling stands first in both is the same.
    let words: BTreeSet<&Vec<String>> = predicates.iter().flat_map(|file| &file.words).collect();
    let words: BTreeMap<&str, &Vec<String>> = words.iter().map(|word| (&*word[0], *word)).collect();
    let sheets = held::sheets("fixtures/labelled");
    let goals = sheets.iter().flat_map(|(_, sheet)| &sheet.goals);
    let texts = goals.flat_map(|goal| Field::ALL.map(|field| goal.field(field).as_str()));
    let stretches = files::stretches(texts);
    let all = words.len();
    let unseen = words
        .values()
        .filter(|spellings| !spellings.iter().any(|spelling| stretches.contains(spelling)))
        .count();
    let listed: Vec<&str> = predicates.iter().map(|file| &*file.name).collect();
    format!(
        "\n## Predicates\n\n{all} words predicate something ({listed}). {unseen} of them ({}) do not occur in \
         `fixtures/labelled`, in any of their spellings.\n",
        percent(unseen, all),
        listed = listed.join(", "),
    )
}

/// The words drawn, and what the lexicons say of them.
fn check() -> String {
    let words = agreement::compare(&classed());
    let count = |of: &dyn Fn(&Word) -> bool| words.iter().filter(|word| of(word)).count();
    let share = |part: usize, whole: usize| format!("{part} of {whole} ({})", percent(part, whole));
    let classed = count(&|word| word.class != NONE);
    let listed = count(&Word::is_listed);
    let both = count(&|word| word.is_listed() && word.class != NONE);
    let mut text = format!(
        "\n## {DRAWN} words that nobody chose\n\n\
         `tests/lexicons/draw.rs` draws {DRAWN} verbal nouns (サ変接続) of two kanji from IPADIC by lot, each with the \
         same chance. They were classed by the criteria before the lexicons were looked at \
         (`tests/lexicons/classed.toml`, one reader): what is the word where it heads a line of a goal sheet?\n\n\
         | | |\n| --- | --- |\n\
         | agreement on all words, a word of no class being in no lexicon | {} |\n\
         | agreement on words that both class | {} |\n\
         | words of a class that some lexicon holds | {} |\n\
         | words of a class that the rules take for what they are, an unlisted act counting as an act | {} |\n\
         | words in lexicons that are of no class | {} |\n\n",
        share(count(&Word::agrees), words.len()),
        share(count(&|word| word.agrees() && word.class != NONE), both),
        share(both, classed),
        share(count(&|word| word.is_understood() && word.class != NONE), classed),
        share(listed - both, listed),
    );
    text += "IPADIC is a dictionary of all Japanese, so that two of three words drawn head no line of a goal sheet; the \
             agreement on all words flatters for that reason, and the second and third lines tell more.\n\n";
    text += "| class | words | in lexicons | agree | in lexicons of | disagreements |\n";
    text += "| --- | ---: | ---: | ---: | --- | --- |\n";
    for (class, lexicons) in CLASSES.into_iter().chain([(NONE, [].as_slice())]) {
        let of_class: Vec<_> = words.iter().filter(|word| word.class == class).collect();
        let listed = of_class.iter().filter(|word| word.is_listed()).count();
        let agree = of_class.iter().filter(|word| word.agrees()).count();
        let wrong = of_class.iter().filter(|word| word.is_listed() && !word.agrees());
        let wrong = wrong.map(|word| format!("{} ({})", word.word, word.lexicons.join(", ")));
        let (wrong, lexicons) = (wrong.collect::<Vec<_>>().join(", "), lexicons.join(", "));
        let all = of_class.len();
        writeln!(text, "| {class} | {all} | {listed} | {agree} | {lexicons} | {wrong} |").unwrap();
    }
    let missing = words.iter().filter(|word| word.class != NONE && !word.is_listed());
    let missing: Vec<_> = missing.map(|word| format!("{} ({})", word.word, word.class)).collect();
    writeln!(text, "\nIn no lexicon: {}.", missing.join(", ")).unwrap();
    text += "\nWords are not added to the lexicons for having been drawn: the figures would then say nothing. Another \
             seed draws other words.\n";
    text
}

fn headers(files: &[File]) -> String {
    let mut text = "\n## How each was made\n".to_owned();
    for File { name, header, .. } in files {
        writeln!(text, "\n### {name}\n\n{}", header.join("\n")).unwrap();
    }
    text
}

fn percent(part: usize, whole: usize) -> String {
    // Both are small numbers of words.
    #[allow(clippy::cast_precision_loss)]
    let share = part as f64 / whole as f64;
    format!("{:.1}%", share * 100.0)
}
