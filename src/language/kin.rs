//! How words belong together: near-synonyms (`dictionaries/lexicon/synonyms.txt`), and topics of city
//! administration with their parts (`parts.txt`).

use std::sync::OnceLock;

use super::beginnings::Beginnings;
use super::lexicon::{Map, words};

/// Near-synonyms and topics.
#[derive(Debug)]
pub struct Kin {
    words: Map<&'static str, Places>,
    beginnings: Beginnings,
    /// The groups of near-synonyms.
    groups: Vec<Vec<&'static str>>,
    /// For each topic how many parts it has.
    sizes: Vec<u16>,
    /// The longest word, in bytes.
    longest: usize,
    /// For each kanji how many words are written with it; made when first asked.
    kanji: OnceLock<Map<char, u16>>,
}

/// Where a word stands. Numbers count groups and topics.
#[derive(Debug, Default)]
struct Places {
    /// The groups of near-synonyms that hold it.
    groups: Vec<u16>,
    /// The topics that it names.
    names: Vec<u16>,
    /// The topics that it is part of, each with the field of administration that lists it.
    parts: Vec<(u16, u16)>,
}

impl Places {
    fn is_part_of(&self, topics: &[u16]) -> bool {
        self.parts.iter().any(|(topic, _)| topics.contains(topic))
    }

    /// How many fields of administration list it as a part.
    fn fields(&self) -> usize {
        let first =
            |at: usize, field: u16| self.parts.iter().take(at).all(|(_, before)| *before != field);
        self.parts.iter().enumerate().filter(|(at, (_, field))| first(*at, *field)).count()
    }
}

/// What a word is tied to.
#[derive(Clone, Copy, Debug)]
pub struct Ties<'k> {
    kin: &'k Kin,
    word: &'k str,
    places: &'k Places,
    /// In how many fields of administration it is part of a topic: the more, the less it tells which.
    pub generality: usize,
}

impl Ties<'_> {
    /// Whether it names a topic.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        !self.places.names.is_empty()
    }

    /// Whether it is part of the topic that the other names.
    #[must_use]
    pub fn is_part_of(&self, whole: &Self) -> bool {
        self.places.is_part_of(&whole.places.names)
    }

    /// Whether it or a near-synonym of it is part of the topic that the other names.
    #[must_use]
    pub fn is_akin_to_part_of(&self, whole: &Self) -> bool {
        self.is_part_of(whole) || self.akin().any(|own| own.is_part_of(&whole.places.names))
    }

    /// Whether it is part of the topic that a near-synonym of the other names.
    #[must_use]
    pub fn is_part_of_akin(&self, whole: &Self) -> bool {
        !self.places.parts.is_empty()
            && whole.akin().any(|other| self.places.is_part_of(&other.names))
    }

    /// Whether the two are near-synonyms.
    #[must_use]
    pub fn is_synonymous(&self, other: &Self) -> bool {
        share(&self.places.groups, &other.places.groups)
    }

    /// The places of its near-synonyms.
    fn akin(&self) -> impl Iterator<Item = &Places> {
        let groups = self.places.groups.iter();
        let groups = groups.filter_map(|group| self.kin.groups.get(usize::from(*group)));
        let others = groups.flatten().filter(|other| **other != self.word);
        others.filter_map(|other| self.kin.words.get(other))
    }
}

impl Kin {
    /// Reads a group of near-synonyms a line, and `whole: part part` under headings.
    pub(super) fn new(
        synonyms: &'static str,
        topics: &'static str,
        spellings: impl Iterator<Item = &'static str>,
    ) -> Self {
        let mut kin = Self {
            words: Map::default(),
            beginnings: Beginnings::default(),
            groups: Vec::new(),
            sizes: Vec::new(),
            longest: 0,
            kanji: OnceLock::new(),
        };
        kin.words.reserve(8_192);
        for (number, line) in (0u16..).zip(words(synonyms)) {
            let group: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
            for word in &group {
                kin.places(word).groups.push(number);
            }
            kin.groups.push(group);
        }
        let (mut topic, mut field) = (0, 0);
        for line in topics.lines().map(str::trim) {
            if line.starts_with('#') {
                field += 1; // A heading: another field of administration.
                continue;
            }
            let Some((wholes, parts)) = line.split_once(':') else { continue };
            for name in wholes.split(' ').filter(|name| !name.is_empty()) {
                kin.places(name).names.push(topic);
            }
            let mut size = 0;
            for part in parts.split(' ').filter(|part| !part.is_empty()) {
                kin.places(part).parts.push((topic, field));
                size += 1;
            }
            kin.sizes.push(size);
            topic += 1;
        }
        for spelling in spellings.chain(kin.words.keys().copied()) {
            kin.beginnings.add(spelling);
        }
        kin
    }

    fn places(&mut self, word: &'static str) -> &mut Places {
        self.longest = self.longest.max(word.len());
        self.words.entry(word).or_default()
    }

    /// Whether two words stand in one group of near-synonyms.
    #[must_use]
    pub fn synonymous(&self, one: &str, other: &str) -> bool {
        one == other
            || match (self.words.get(one), self.words.get(other)) {
                (Some(one), Some(other)) => share(&one.groups, &other.groups),
                _ => false,
            }
    }

    /// The length of the longest word, in bytes: no lookup need try more.
    #[must_use]
    pub const fn longest(&self) -> usize {
        self.longest
    }

    /// Whether all of this text may be the beginning of a word of a group or topic, whatever its spelling.
    #[must_use]
    pub fn may_begin_with(&self, text: &str) -> bool {
        self.beginnings.may_begin_with(text)
    }

    /// What a word is tied to; `None` where no group or topic holds it.
    #[must_use]
    pub fn ties(&self, word: &str) -> Option<Ties<'_>> {
        let may_be = self.beginnings.may_be(word);
        let (word, places) = may_be.then(|| self.words.get_key_value(word)).flatten()?;
        Some(Ties { kin: self, word, places, generality: places.fields() })
    }

    /// How many parts the smallest topic has that both words are parts of.
    #[must_use]
    pub fn siblings(&self, one: &Ties<'_>, other: &Ties<'_>) -> Option<u16> {
        let parts = &one.places.parts;
        let common = parts.iter().filter(|(topic, _)| other.places.is_part_of(&[*topic]));
        common.filter_map(|(topic, _)| self.sizes.get(usize::from(*topic)).copied()).min()
    }

    /// How many words of synonyms and topics are written with a kanji.
    #[must_use]
    pub fn words_with(&self, kanji: char) -> u16 {
        let counted = self.kanji.get_or_init(|| {
            let mut counted: Map<char, u16> = Map::default();
            for kanji in self.words.keys().flat_map(|word| word.chars()) {
                *counted.entry(kanji).or_default() += 1;
            }
            counted
        });
        counted.get(&kanji).copied().unwrap_or(0)
    }
}

fn share(these: &[u16], those: &[u16]) -> bool {
    these.iter().any(|number| those.contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SYNONYMS: &str = "# people\n児童 子ども\n税収 歳入\n";
    const TOPICS: &str = "# how it was made\n\n# children\n保育 子守: 園児 給食\n歳入: 市税\n# schools\n給食: 献立 園児 学校\n";

    #[test]
    fn words_are_found_in_their_groups() {
        let kin = Kin::new(SYNONYMS, TOPICS, std::iter::empty());
        assert!(kin.synonymous("児童", "子ども") && !kin.synonymous("児童", "税収"));
        let holds = |word| kin.ties(word).is_some();
        assert!(holds("税収") && holds("献立") && !holds("橋"));
        assert_eq!(kin.words_with('児'), 2);
    }

    #[test]
    fn parts_and_wholes_are_told_apart() {
        let kin = Kin::new(SYNONYMS, TOPICS, std::iter::empty());
        let ties = |word| kin.ties(word).unwrap();
        assert!(ties("園児").is_part_of(&ties("子守")) && !ties("子守").is_part_of(&ties("園児")));
        assert!(ties("市税").is_part_of_akin(&ties("税収")), "税収 is 歳入");
        assert!(ties("給食").is_whole() && !ties("献立").is_whole());
        assert_eq!(kin.siblings(&ties("園児"), &ties("献立")), Some(3));
        assert_eq!(kin.siblings(&ties("園児"), &ties("給食")), Some(2), "the smallest they share");
        assert_eq!((ties("園児").generality, ties("献立").generality), (2, 1));
        assert!(kin.ties("橋").is_none());
    }
}
