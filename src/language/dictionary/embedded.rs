//! The dictionary inside the program: IPADIC, in lindera's layout.
//!
//! What is read here was written by our own generator and build script and is part of the program;
//! a test reads all of it. So damage means a broken build, and panics.

use std::sync::Arc;

use lindera_dictionary::dictionary::UserDictionary;
use lindera_dictionary::dictionary::character_definition::CharacterDefinition;
use lindera_dictionary::dictionary::connection_cost_matrix::ConnectionCostMatrix;
use lindera_dictionary::dictionary::prefix_dictionary::{PrefixDictionary, UserPrefixDictionary};
use lindera_dictionary::dictionary::unknown_dictionary::UnknownDictionary;

use super::{Form, Pos, office_words};

/// Aligned as lindera needs it to read the matrix in place.
#[repr(align(16))]
struct Aligned<Bytes: ?Sized>(Bytes);

static IPADIC: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/ipadic.bin")));

const MAGIC: &[u8; 16] = b"mokuhyo dict 1\n\0";

/// What all entries that inflect alike have in common.
#[derive(Clone, Copy)]
pub(super) struct Record {
    pub(super) pos: Pos,
    pub(super) form: Form,
    /// The base form is the surface less so many characters at its end …
    pub(super) dropped: usize,
    /// … and this after it.
    pub(super) suffix: &'static str,
}

/// lindera's parts, and the records that its word identifiers are the numbers of.
pub(super) struct Dictionary {
    pub(super) words: PrefixDictionary,
    pub(super) office_words: Option<UserPrefixDictionary>,
    pub(super) characters: CharacterDefinition,
    pub(super) unknown: UnknownDictionary,
    pub(super) costs: ConnectionCostMatrix,
    pub(super) records: Vec<Record>,
    pub(super) unknown_records: Vec<Record>,
}

impl Dictionary {
    pub(super) fn load() -> Self {
        let records = records();
        let words = PrefixDictionary::load(
            section("trie"),
            section("valsidx"),
            section("vals"),
            section("wordsidx"),
            section("words"),
        )
        .expect("the words are whole");
        let characters = CharacterDefinition::load(section("chardef")).expect("chardef is whole");
        let unknown = UnknownDictionary::load(section("unk")).expect("unk is whole");
        Self {
            office_words: office_words::build(&words, &records),
            words,
            unknown_records: unknown_records(&characters, &unknown),
            characters,
            unknown,
            costs: ConnectionCostMatrix::load(section("matrix")).expect("the matrix is whole"),
            records,
        }
    }

    pub(super) fn into_lindera(
        self,
    ) -> (lindera_dictionary::dictionary::Dictionary, Option<UserDictionary>) {
        let dictionary = lindera_dictionary::dictionary::Dictionary {
            prefix_dictionary: Arc::new(self.words),
            connection_cost_matrix: Arc::new(self.costs),
            character_definition: Arc::new(self.characters),
            unknown_dictionary: Arc::new(self.unknown),
            metadata: Arc::default(),
        };
        (dictionary, self.office_words.map(|dict| UserDictionary { dict }))
    }
}

/// A section of the container, whose layout `dictionaries/generator` documents.
fn section(name: &str) -> &'static [u8] {
    let container: &'static [u8] = &IPADIC.0;
    assert!(container.starts_with(MAGIC), "the container has another version");
    let number = |at| u32_at(container, at);
    let entry = (0..number(16))
        .map(|entry| 20 + 20 * entry)
        .find(|&at| container[at..at + 12].split(|&byte| byte == 0).next() == Some(name.as_bytes()))
        .unwrap_or_else(|| panic!("the container has no section {name}"));
    let (offset, length) = (number(entry + 12), number(entry + 16));
    &container[offset..offset + length]
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize
}

fn records() -> Vec<Record> {
    let (index, words) = (section("wordsidx"), section("words"));
    (0..index.len())
        .step_by(4)
        .map(|at| {
            let start = u32_at(index, at);
            let details = &words[start + 4..][..u32_at(words, start)];
            let details = std::str::from_utf8(details).expect("details are UTF-8");
            let fields: Vec<&str> = details.split('\0').collect();
            let (pos, form) = pos_and_form(&fields);
            let dropped = fields[6].parse().expect("a number of characters");
            Record { pos, form, dropped, suffix: fields[7] }
        })
        .collect()
}

fn unknown_records(characters: &CharacterDefinition, unknown: &UnknownDictionary) -> Vec<Record> {
    let mut records: Vec<Record> = (0..unknown.costs.len())
        .map(|id| {
            let fields: Vec<&str> =
                unknown.word_details_iter(id as u32).expect("every category has details").collect();
            let (pos, form) = pos_and_form(&fields);
            Record { pos, form, dropped: 0, suffix: "" }
        })
        .collect();
    // IPADIC takes a symbol that it does not know (%, ℃, →) for 名詞-サ変接続.
    let symbol = characters.category_id_by_name("SYMBOL").expect("IPADIC has this category");
    for &id in unknown.lookup_word_ids(symbol) {
        records[id as usize].pos = Pos::SYMBOL;
    }
    records
}

/// Reads four fields of part of speech, the inflection type, and the form.
fn pos_and_form(fields: &[&str]) -> (Pos, Form) {
    let name: Vec<&str> = fields[..4].iter().copied().take_while(|&level| level != "*").collect();
    let name = name.join("-");
    let pos = Pos::from_name(&name).unwrap_or_else(|| panic!("{name} is no part of speech"));
    let form = fields[5];
    let form = Form::from_name(form).unwrap_or_else(|| panic!("{form} is no form"));
    (pos, form)
}
