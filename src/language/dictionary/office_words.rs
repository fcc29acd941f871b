//! The words of the trade (`dictionaries/office-words.txt`), as lindera's user dictionary.
//!
//! It is built when the program starts: 0.4 ms for 500 words. Building it beforehand would save
//! most of that and cost every build lindera a second time, for the build script.

use daachorse::DoubleArrayAhoCorasickBuilder;
use lindera_dictionary::dictionary::prefix_dictionary::{PrefixDictionary, UserPrefixDictionary};
use lindera_dictionary::viterbi::WordEntry;

use super::Pos;
use super::embedded::Record;

include!(concat!(env!("OUT_DIR"), "/office_words.rs"));

/// Whether this is one of the words of the trade.
pub(super) fn contains(word: &str) -> bool {
    OFFICE_WORDS.binary_search_by_key(&word, |(word, _)| word).is_ok()
}

/// The user dictionary; nothing if there are no words that it would have to hold.
pub(super) fn build(ipadic: &PrefixDictionary, records: &[Record]) -> Option<UserPrefixDictionary> {
    let [verbal, adjectival, general] = Kind::all(records);
    let entries = OFFICE_WORDS.iter().filter_map(|(word, kind)| {
        let kind = match *kind {
            "サ変接続" => verbal,
            "形容動詞語幹" => adjectival,
            _ => general,
        };
        Entry::new(word, kind, ipadic, records).map(|entry| (*word, entry))
    });
    let mut patterns = Vec::with_capacity(OFFICE_WORDS.len());
    let mut values = Vec::with_capacity(OFFICE_WORDS.len() * 10);
    for (number, (word, entry)) in (0_u32..).zip(entries) {
        // The value of a pattern: the number of its first entry, and in the low byte how many.
        patterns.push((word, number << 8 | 1));
        values.extend(entry.record.to_le_bytes());
        values.extend(entry.cost.to_le_bytes());
        values.extend(entry.left.to_le_bytes());
        values.extend(entry.right.to_le_bytes());
    }
    let automaton = DoubleArrayAhoCorasickBuilder::new().build_with_values(patterns).ok()?;
    Some(UserPrefixDictionary {
        da: automaton,
        vals_data: values.into(),
        words_idx_data: ipadic.words_idx_data.clone(),
        words_data: ipadic.words_data.clone(),
        is_system: false,
    })
}

/// One of the parts of speech that the words have.
#[derive(Clone, Copy)]
struct Kind {
    pos: Pos,
    /// The number of its record.
    record: u32,
    /// IPADIC's context of such words, the same to the left and to the right.
    context: u16,
}

impl Kind {
    fn all(records: &[Record]) -> [Self; 3] {
        [(Pos::NOUN_VERBAL, 1283), (Pos::NOUN_ADJECTIVAL, 1287), (Pos::NOUN, NOUN)].map(
            |(pos, context)| {
                let record = records
                    .iter()
                    .position(|r| r.pos == pos && r.dropped == 0 && r.suffix.is_empty())
                    .expect("IPADIC has such nouns");
                Self { pos, record: record as u32, context }
            },
        )
    }
}

/// What the lattice needs to know of a word.
struct Entry {
    record: u32,
    cost: i16,
    left: u16,
    right: u16,
}

/// Below the 3,000 to 6,000 of the nouns in IPADIC, so that the word wins over its pieces wherever
/// it stands, and not so far below that it would tear a longer word of IPADIC apart.
const COST: i16 = 2000;

/// How much cheaper than a verb the noun is that is spelled like its 連用形: enough to win where a
/// noun belongs (「これは見守りです」 asks for 1,700 at most), too little to win where the verb does
/// (「市民を見守り、」 would take 3,700).
const CHEAPER_THAN_VERB: i16 = 3000;

/// IPADIC's context of 名詞-一般, the same to the left and to the right.
const NOUN: u16 = 1285;

impl Entry {
    /// Nothing for a word that IPADIC has just like this.
    fn new(word: &str, kind: Kind, ipadic: &PrefixDictionary, records: &[Record]) -> Option<Self> {
        let Kind { pos, record, context } = kind;
        let (mut same, mut noun, mut verb) = (false, None::<WordEntry>, None);
        for entry in ipadic.find_surface_iter(word) {
            match records[entry.word_id().id() as usize].pos {
                found if found == pos => same = true,
                Pos::NOUN | Pos::NOUN_VERBAL | Pos::NOUN_ADJECTIVAL | Pos::NOUN_ADVERBIAL => {
                    noun = noun.filter(|n| n.word_cost() < entry.word_cost()).or(Some(entry));
                }
                found if found.is_verb() => verb = Some(entry),
                _ => {}
            }
        }
        match (noun, verb) {
            (None, None) if same => None,
            (None, None) => Some(Self { record, cost: COST, left: context, right: context }),
            // Another kind of noun: a new name for it is enough, its cost has been measured.
            (Some(noun), None) => Some(Self {
                record,
                cost: noun.word_cost().saturating_sub(1),
                left: noun.left_id() as u16,
                right: noun.right_id() as u16,
            }),
            (noun, Some(verb)) => {
                let noun = noun.map_or(i16::MAX, |noun| noun.word_cost().saturating_sub(1));
                let cost = noun.min(verb.word_cost().saturating_sub(CHEAPER_THAN_VERB));
                Some(Self { record, cost, left: NOUN, right: NOUN })
            }
        }
    }
}
