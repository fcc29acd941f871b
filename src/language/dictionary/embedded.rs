//! The dictionary inside the program: IPADIC in lindera's layout, and the words of the trade.
//!
//! What is read here was written by our own generator and build script and is part of the program;
//! a test reads all of it. So damage means a broken build, and panics.

use daachorse::DoubleArrayAhoCorasickBuilder;
use lindera_dictionary::dictionary::character_definition::CharacterDefinition;
use lindera_dictionary::dictionary::connection_cost_matrix::ConnectionCostMatrix;
use lindera_dictionary::dictionary::prefix_dictionary::{PrefixDictionary, UserPrefixDictionary};
use lindera_dictionary::dictionary::unknown_dictionary::UnknownDictionary;

use super::{Form, Pos};

include!(concat!(env!("OUT_DIR"), "/office_words.rs"));

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
        let characters = CharacterDefinition::load(section("chardef")).expect("chardef is whole");
        let unknown = UnknownDictionary::load(section("unk")).expect("unk is whole");
        Self {
            words: PrefixDictionary::load(
                section("trie"),
                section("valsidx"),
                section("vals"),
                section("wordsidx"),
                section("words"),
            )
            .expect("the words are whole"),
            office_words: office_words(&records),
            unknown_records: unknown_records(&characters, &unknown),
            characters,
            unknown,
            costs: ConnectionCostMatrix::load(section("matrix")).expect("the matrix is whole"),
            records,
        }
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

/// What a word of the trade costs; compare 3,000 to 5,000 for the nouns of IPADIC.
const OFFICE_WORD_COST: i16 = 2000;

/// Whether this is one of the words of the trade.
pub(super) fn is_office_word(word: &str) -> bool {
    OFFICE_WORDS.binary_search_by_key(&word, |(word, _)| word).is_ok()
}

/// The words of the trade as lindera's user dictionary, with the records of IPADIC.
fn office_words(records: &[Record]) -> Option<UserPrefixDictionary> {
    let mut values = Vec::with_capacity(OFFICE_WORDS.len() * 10);
    for (_, kind) in OFFICE_WORDS {
        // IPADIC's context of a word of this kind, the same to the left and to the right.
        let (pos, context) = match *kind {
            "サ変接続" => (Pos::NOUN_VERBAL, 1283_u16),
            "形容動詞語幹" => (Pos::NOUN_ADJECTIVAL, 1287),
            _ => (Pos::NOUN, 1285),
        };
        let record = records
            .iter()
            .position(|r| r.pos == pos && r.dropped == 0 && r.suffix.is_empty())
            .expect("IPADIC has such nouns");
        values.extend((record as u32).to_le_bytes());
        values.extend(OFFICE_WORD_COST.to_le_bytes());
        values.extend(context.to_le_bytes());
        values.extend(context.to_le_bytes());
    }
    // The value of a pattern: the number of its first entry, and in the low byte how many.
    let patterns = (0..).zip(OFFICE_WORDS).map(|(number, (word, _))| (word, number << 8 | 1));
    let da = DoubleArrayAhoCorasickBuilder::new().build_with_values(patterns).ok()?;
    Some(UserPrefixDictionary {
        da,
        vals_data: values.into(),
        words_idx_data: Vec::new().into(),
        words_data: Vec::new().into(),
        is_system: false,
    })
}
