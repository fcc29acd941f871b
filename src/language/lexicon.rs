//! Lexicons: classes of words, as data in `dictionaries/lexicon/`.
//!
//! A lexicon file holds a word a line, its spellings beside each other, the usual one first. A word
//! is a noun, a verb or adjective in its base form, or an idiom that ends in one
//! (「力を入れる」). What is looked up is always the longest entry that ends where a word of the text
//! ends: 「地域福祉計画」 finds 計画.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault};
use std::sync::OnceLock;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use super::beginnings::{Beginnings, Initials};
use super::kin::Kin;
use super::word_role::{self, Roles};

pub use super::word_role::WordRole;

pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<FxHasher>>;

/// A set of lexicons, by their numbers in [`Lexicons`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(u64);

impl Classes {
    /// No lexicon at all.
    pub const NONE: Self = Self(0);

    /// Whether the two sets share a lexicon.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// All that the lexicons say of one spelling, in one look-up, and in one line of the cache.
#[derive(Debug, Default)]
#[repr(align(64))]
pub struct Entry {
    /// The spelling itself; none for what no lexicon holds.
    word: &'static str,
    /// The classes that hold it.
    pub classes: Classes,
    /// Its usual spelling by the first class that holds it.
    pub canonical: Option<&'static str>,
    roles: Roles,
    /// The spelling that it is compared by where it has several.
    compared: Option<&'static str>,
}

impl Entry {
    /// Its usual spelling and its classes, if a class holds it.
    #[must_use]
    pub fn listed(&self) -> Option<(&'static str, Classes)> {
        Some((self.canonical?, self.classes))
    }

    /// Whether the word has this role.
    #[must_use]
    pub const fn has_role(&self, role: WordRole) -> bool {
        self.roles.has(role)
    }

    /// The spelling that this word, so written, is compared by.
    #[must_use]
    pub fn spelling<'w>(&self, word: &'w str) -> &'w str {
        self.compared.unwrap_or(word)
    }
}

/// Which entry a word has, so that it is looked up once.
#[derive(Clone, Copy, Debug, Default)]
pub struct EntryNumber(u32);

/// The lexicons of the program.
#[derive(Debug)]
pub struct Lexicons {
    names: Vec<&'static str>,
    /// The numbers of the entries by their spellings: small, so that look-ups stay in the caches.
    numbers: HashTable<EntryNumber>,
    /// The first one is that of every word that no lexicon holds.
    entries: Vec<Entry>,
    beginnings: Beginnings,
    /// For each lexicon.
    initials: Vec<Initials>,
    /// Near-synonyms and topics; read when first asked.
    kin: OnceLock<Kin>,
    /// The longest entry, in characters.
    longest: usize,
    /// The lexicon of words that would fit any title.
    generic_title: Classes,
}

/// Files in the folder that are no classes of words.
const SYNONYMS: &str = "synonyms";
const PARTS: &str = "parts";
const SPELLINGS: &str = "spellings";
const ROLES: &str = "roles";

impl Lexicons {
    /// The lexicons inside the program.
    ///
    /// # Panics
    /// Never: a test holds the number of lexicons to the 64 that a set can hold.
    #[must_use]
    pub fn built_in() -> Self {
        let files = super::embedded::LEXICONS;
        let mut lexicons = Self {
            names: Vec::new(),
            numbers: HashTable::with_capacity(16_384),
            entries: vec![Entry::default()],
            beginnings: Beginnings::default(),
            initials: Vec::new(),
            kin: OnceLock::new(),
            longest: 0,
            generic_title: Classes::NONE,
        };
        for (name, content) in files {
            match *name {
                SYNONYMS | PARTS => {}
                ROLES => lexicons.add_roles(content),
                SPELLINGS => lexicons.add_spellings(content),
                _ => lexicons.add_class(name, content),
            }
        }
        lexicons.generic_title = lexicons.class("generic_title").unwrap_or_default();
        lexicons
    }

    fn entry_mut(&mut self, spelling: &'static str) -> &mut Entry {
        self.beginnings.add(spelling);
        let mut number = self.number(spelling);
        if number.0 == 0 {
            number.0 = self.entries.len() as u32;
            self.entries.push(Entry { word: spelling, ..Entry::default() });
            let entries = &self.entries;
            let hash = |number: &EntryNumber| hash(entries[number.0 as usize].word);
            self.numbers.insert_unique(hash(&number), number, hash);
        }
        &mut self.entries[number.0 as usize]
    }

    fn add_class(&mut self, name: &'static str, content: &'static str) {
        let class = Classes(1 << self.names.len());
        self.names.push(name);
        let mut initials = Initials::default();
        for line in words(content) {
            let mut spellings = line.split(' ').filter(|spelling| !spelling.is_empty());
            let Some(canonical) = spellings.next() else { continue };
            for spelling in std::iter::once(canonical).chain(spellings) {
                let entry = self.entry_mut(spelling);
                entry.classes = entry.classes.union(class);
                entry.canonical.get_or_insert(canonical);
                self.longest = self.longest.max(spelling.chars().count());
                initials.add(spelling);
            }
        }
        self.initials.push(initials);
    }

    fn add_spellings(&mut self, content: &'static str) {
        for line in words(content) {
            let mut spellings = line.split(' ').filter(|spelling| !spelling.is_empty());
            let Some(usual) = spellings.next() else { continue };
            for spelling in spellings {
                self.entry_mut(spelling).compared = Some(usual);
            }
        }
    }

    fn add_roles(&mut self, content: &'static str) {
        for (word, role) in word_role::read(content) {
            self.entry_mut(word).roles.add(role);
        }
    }

    /// The set of this one lexicon, or `None` where there is none of that name.
    #[must_use]
    pub fn class(&self, name: &str) -> Option<Classes> {
        self.names.iter().position(|known| *known == name).map(|number| Classes(1 << number))
    }

    /// The lexicon of words that would fit any title, asked for with every content word.
    pub(super) const fn generic_title(&self) -> Classes {
        self.generic_title
    }

    /// The set of the lexicon at this place in [`Lexicons::names`]; empty beyond them.
    #[must_use]
    pub fn class_number(&self, number: u32) -> Classes {
        if (number as usize) < self.names.len() { Classes(1 << number) } else { Classes::NONE }
    }

    /// Whether an entry of that lexicon may begin with the same character as a word.
    #[must_use]
    pub fn may_begin_as(&self, number: u32, word: &str) -> bool {
        self.initials.get(number as usize).is_some_and(|initials| initials.may_begin_as(word))
    }

    /// The names of all lexicons that are classes of words.
    #[must_use]
    pub fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// The names of the lexicons in a set.
    pub fn names_of(&self, classes: Classes) -> impl Iterator<Item = &'static str> {
        self.names
            .iter()
            .enumerate()
            .filter(move |(number, _)| classes.0 & (1 << number) != 0)
            .map(|(_, name)| *name)
    }

    /// All that the lexicons say of exactly this word; nothing where none holds it.
    #[must_use]
    pub fn entry(&self, word: &str) -> &Entry {
        self.numbered(self.number(word))
    }

    /// Which entry a word has.
    #[must_use]
    pub fn number(&self, word: &str) -> EntryNumber {
        if !self.beginnings.may_be(word) {
            return EntryNumber::default();
        }
        let is_it = |number: &EntryNumber| self.numbered(*number).word == word;
        self.numbers.find(hash(word), is_it).copied().unwrap_or_default()
    }

    /// The entry of this number.
    #[must_use]
    pub fn numbered(&self, number: EntryNumber) -> &Entry {
        &self.entries[number.0 as usize]
    }

    /// The lexicons that hold exactly this word.
    #[must_use]
    pub fn classes(&self, word: &str) -> Classes {
        self.entry(word).classes
    }

    /// The usual spelling of a word and the lexicons that hold it, if any does.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<(&'static str, Classes)> {
        self.entry(word).listed()
    }

    /// Whether an entry may begin where this text does.
    #[must_use]
    pub fn may_begin(&self, text: &str) -> bool {
        self.beginnings.may_begin(text)
    }

    /// Whether all of this text may be the beginning of an entry.
    #[must_use]
    pub fn may_begin_with(&self, text: &str) -> bool {
        self.beginnings.may_begin_with(text)
    }

    /// The length of the longest entry, in Unicode scalar values: no lookup need try more.
    #[must_use]
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// Which words are near-synonyms, and what belongs to which topic.
    #[must_use]
    pub fn kin(&self) -> &Kin {
        self.kin.get_or_init(|| {
            let respelt = self.entries.iter().filter(|entry| entry.compared.is_some());
            Kin::new(file(SYNONYMS), file(PARTS), respelt.map(|entry| entry.word))
        })
    }

    /// Whether a word has this role.
    #[must_use]
    pub fn has_role(&self, word: &str, role: WordRole) -> bool {
        self.entry(word).has_role(role)
    }

    /// Whether a word or an ending of it has this role.
    #[must_use]
    pub fn ends_in_role(&self, word: &str, role: WordRole) -> bool {
        word.char_indices()
            .any(|(at, _)| word.get(at..).is_some_and(|end| self.has_role(end, role)))
    }

    /// The spelling that a word is compared by: 緑 for みどり. The word itself where there is but one.
    #[must_use]
    pub fn spelling<'w>(&self, word: &'w str) -> &'w str {
        self.entry(word).spelling(word)
    }
}

fn hash(word: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(word)
}

/// The lines of a lexicon file that hold words.
pub(super) fn words(content: &'static str) -> impl Iterator<Item = &'static str> {
    content.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The content of the lexicon file of this name; nothing where there is none.
fn file(name: &str) -> &'static str {
    let files = super::embedded::LEXICONS.iter();
    files.clone().find(|(known, _)| *known == name).map_or("", |(_, content)| content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lexicon_fits_into_a_set() {
        assert!(Lexicons::built_in().names().len() <= 64);
    }

    #[test]
    fn spellings_share_class_and_usual_form() {
        let lexicons = Lexicons::built_in();
        let effort = lexicons.class("effort").unwrap();
        assert!(lexicons.classes("取組む").intersects(effort));
        assert_eq!(lexicons.entry("取組む").canonical, Some("取り組む"));
        assert!(!lexicons.classes("配布").intersects(effort));
        assert_eq!(lexicons.class("no such lexicon"), None);
    }
}
