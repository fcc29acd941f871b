//! With what the words of a lexicon begin, so that few are looked for in vain.

/// The first three characters of many words, as sets that may hold a few too many.
#[derive(Debug)]
pub(super) struct Beginnings {
    /// Of words of three characters or more.
    triples: Vec<u64>,
    /// Of words of two characters or more.
    pairs: Vec<u64>,
    /// Words of one character.
    single: Vec<u64>,
}

/// Bits in each of the sets.
const BITS: u32 = 1 << 16;

impl Default for Beginnings {
    fn default() -> Self {
        let empty = || vec![0; (BITS / 64) as usize];
        Self { triples: empty(), pairs: empty(), single: empty() }
    }
}

impl Beginnings {
    pub(super) fn add(&mut self, word: &str) {
        let mut characters = word.chars();
        let Some(first) = characters.next() else { return };
        let Some(second) = characters.next() else {
            set(&mut self.single, u32::from(first));
            return;
        };
        set(&mut self.pairs, pair(first, second));
        if let Some(third) = characters.next() {
            set(&mut self.triples, triple(first, second, third));
        }
    }

    /// Whether one of the words may begin where this text does.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        let mut characters = text.chars();
        let Some(first) = characters.next() else { return false };
        characters.next().is_some_and(|second| holds(&self.pairs, pair(first, second)))
            || holds(&self.single, u32::from(first))
    }

    /// Whether all of this text may be the beginning of one of the words.
    pub(super) fn may_begin_with(&self, text: &str) -> bool {
        let mut characters = text.chars();
        match (characters.next(), characters.next(), characters.next()) {
            (Some(first), Some(second), Some(third)) => {
                holds(&self.triples, triple(first, second, third))
            }
            (Some(first), Some(second), None) => holds(&self.pairs, pair(first, second)),
            _ => true,
        }
    }

    /// Whether this may be one of the words.
    pub(super) fn may_be(&self, word: &str) -> bool {
        let mut characters = word.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) => holds(&self.single, u32::from(only)),
            (Some(_), Some(_)) => self.may_begin_with(word),
            _ => false,
        }
    }
}

/// The first characters of the words of one lexicon, as a set that may hold a few too many.
#[derive(Debug, Default)]
pub(super) struct Initials([u64; 16]);

impl Initials {
    pub(super) fn add(&mut self, word: &str) {
        word.chars()
            .next()
            .into_iter()
            .for_each(|first| set(&mut self.0, u32::from(first) & 0x3ff));
    }

    /// Whether one of the words may begin with the same character as this one.
    pub(super) fn may_begin_as(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|first| holds(&self.0, u32::from(first) & 0x3ff))
    }
}

fn pair(first: char, second: char) -> u32 {
    // An odd factor spreads neighbours, and the upper bits of the product are the better ones.
    (u32::from(first).wrapping_mul(0x9e37_79b1) ^ u32::from(second).wrapping_mul(0x85eb_ca6b)) >> 16
}

fn triple(first: char, second: char, third: char) -> u32 {
    pair(first, second) ^ (u32::from(third).wrapping_mul(0xc2b2_ae35) >> 16)
}

fn set(bits: &mut [u64], code: u32) {
    if let Some(word) = bits.get_mut(((code % BITS) >> 6) as usize) {
        *word |= 1 << (code & 63);
    }
}

fn holds(bits: &[u64], code: u32) -> bool {
    bits.get(((code % BITS) >> 6) as usize).is_some_and(|word| word >> (code & 63) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_beginnings() {
        let mut beginnings = Beginnings::default();
        beginnings.add("計画");
        beginnings.add("茶");
        beginnings.add("計画図書");
        for text in ["計画を策定する", "計画", "茶の間", "茶"] {
            assert!(beginnings.may_begin(text), "{text}");
        }
        for text in ["計算", "計", "画計", ""] {
            assert!(!beginnings.may_begin(text), "{text}");
        }
        for text in ["計", "計画", "計画図", "計画図書"] {
            assert!(beginnings.may_begin_with(text), "{text}");
        }
        assert!(!beginnings.may_begin_with("計画を") && !beginnings.may_begin_with("茶の"));
        assert!(beginnings.may_be("計画図書") && beginnings.may_be("茶"));
        assert!(!beginnings.may_be("計画書") && !beginnings.may_be("計"));
    }
}
