//! How words belong together: near-synonyms (`dictionaries/lexicon/synonyms.txt`), and topics of city
//! administration with their parts (`parts.txt`).

use std::sync::OnceLock;

use super::lexicon::{Map, words};

/// Near-synonyms and topics.
#[derive(Debug)]
pub struct Kin {
    /// For each word the groups of near-synonyms that hold it.
    synonyms: Map<&'static str, Vec<u16>>,
    /// The groups.
    groups: Vec<Vec<&'static str>>,
    /// For each word the topics it belongs to, as whole or as part.
    topics: Map<&'static str, Vec<Place>>,
    /// For each topic how many parts it has.
    sizes: Vec<u16>,
    /// For each kanji how many words are written with it; made when first asked.
    kanji: OnceLock<Map<char, u16>>,
}

/// A word's place in a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    topic: u16,
    /// The field of administration that the topic is listed under.
    field: u16,
    /// Whether the topic is named by the word.
    whole: bool,
}

impl Kin {
    /// Reads a group of near-synonyms a line, and `whole: part part` under headings.
    pub(super) fn new(synonyms: &'static str, topics: &'static str) -> Self {
        let mut kin = Self {
            synonyms: Map::default(),
            groups: Vec::new(),
            topics: Map::default(),
            sizes: Vec::new(),
            kanji: OnceLock::new(),
        };
        for (number, line) in (0u16..).zip(words(synonyms)) {
            let group: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
            for word in &group {
                kin.synonyms.entry(word).or_default().push(number);
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
                kin.topics.entry(name).or_default().push(Place { topic, field, whole: true });
            }
            let mut size = 0;
            for part in parts.split(' ').filter(|part| !part.is_empty()) {
                kin.topics.entry(part).or_default().push(Place { topic, field, whole: false });
                size += 1;
            }
            kin.sizes.push(size);
            topic += 1;
        }
        kin
    }

    /// Whether two words stand in one group of near-synonyms.
    #[must_use]
    pub fn synonymous(&self, one: &str, other: &str) -> bool {
        one == other
            || match (self.synonyms.get(one), self.synonyms.get(other)) {
                (Some(these), Some(those)) => these.iter().any(|group| those.contains(group)),
                _ => false,
            }
    }

    /// The word itself and its near-synonyms.
    pub fn synonyms<'l>(&'l self, word: &'l str) -> impl Iterator<Item = &'l str> {
        let groups = self.synonyms.get(word).into_iter().flatten();
        let others = groups.filter_map(|group| self.groups.get(usize::from(*group))).flatten();
        std::iter::once(word).chain(others.copied().filter(move |other| *other != word))
    }

    /// Whether a group of near-synonyms or a topic holds the word.
    #[must_use]
    pub fn holds(&self, word: &str) -> bool {
        self.synonyms.contains_key(word) || self.topics.contains_key(word)
    }

    /// Whether the word names a topic.
    #[must_use]
    pub fn is_whole(&self, word: &str) -> bool {
        self.places(word).any(|place| place.whole)
    }

    /// Whether the one word is part of the topic that the other names.
    #[must_use]
    pub fn is_part(&self, part: &str, whole: &str) -> bool {
        self.parts(part)
            .any(|this| self.places(whole).any(|that| that.whole && that.topic == this.topic))
    }

    /// How many parts the smallest topic has that both words are parts of.
    #[must_use]
    pub fn siblings(&self, one: &str, other: &str) -> Option<u16> {
        let common =
            self.parts(one).filter(|this| self.parts(other).any(|that| that.topic == this.topic));
        common.filter_map(|place| self.sizes.get(usize::from(place.topic)).copied()).min()
    }

    /// In how many fields of administration the word is a part of a topic: the more, the less it
    /// tells which.
    #[must_use]
    pub fn generality(&self, word: &str) -> usize {
        let mut fields: Vec<u16> = self.parts(word).map(|place| place.field).collect();
        fields.sort_unstable();
        fields.dedup();
        fields.len()
    }

    /// How many words of synonyms and topics are written with a kanji.
    #[must_use]
    pub fn words_with(&self, kanji: char) -> u16 {
        let counted = self.kanji.get_or_init(|| {
            let mut counted: Map<char, u16> = Map::default();
            let synonyms = self.synonyms.keys().filter(|word| !self.topics.contains_key(**word));
            for kanji in self.topics.keys().chain(synonyms).flat_map(|word| word.chars()) {
                *counted.entry(kanji).or_default() += 1;
            }
            counted
        });
        counted.get(&kanji).copied().unwrap_or(0)
    }

    fn places(&self, word: &str) -> impl Iterator<Item = Place> + '_ {
        self.topics.get(word).into_iter().flatten().copied()
    }

    fn parts(&self, word: &str) -> impl Iterator<Item = Place> + '_ {
        self.places(word).filter(|place| !place.whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SYNONYMS: &str = "# people\n児童 子ども\n税収 歳入\n";
    const TOPICS: &str =
        "# how it was made\n\n# children\n保育 子守: 園児 給食\n# schools\n給食: 献立 園児 学校\n";

    #[test]
    fn words_are_found_in_their_groups() {
        let kin = Kin::new(SYNONYMS, TOPICS);
        assert!(kin.synonymous("児童", "子ども") && !kin.synonymous("児童", "税収"));
        assert_eq!(kin.synonyms("歳入").collect::<Vec<_>>(), ["歳入", "税収"]);
        assert!(kin.holds("税収") && kin.holds("献立") && !kin.holds("橋"));
    }

    #[test]
    fn parts_and_wholes_are_told_apart() {
        let kin = Kin::new(SYNONYMS, TOPICS);
        assert!(kin.is_part("園児", "子守") && !kin.is_part("子守", "園児"));
        assert_eq!(kin.siblings("園児", "献立"), Some(3));
        assert_eq!(kin.siblings("園児", "給食"), Some(2), "the smallest they share");
        assert_eq!((kin.generality("園児"), kin.generality("献立")), (2, 1));
        assert_eq!(kin.words_with('児'), 2);
    }
}
