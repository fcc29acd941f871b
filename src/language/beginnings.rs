//! With what the words of a lexicon begin, so that few are looked for in vain.

/// The first two characters of many words, as a set that may hold a few too many.
#[derive(Debug)]
pub(super) struct Beginnings {
    pairs: Vec<u64>,
    /// For words of one character.
    single: Vec<u64>,
}

/// Bits in each of the two sets.
const BITS: u32 = 1 << 16;

impl Default for Beginnings {
    fn default() -> Self {
        let empty = || vec![0; (BITS / 64) as usize];
        Self { pairs: empty(), single: empty() }
    }
}

impl Beginnings {
    pub(super) fn add(&mut self, word: &str) {
        let mut characters = word.chars();
        let Some(first) = characters.next() else { return };
        match characters.next() {
            Some(second) => set(&mut self.pairs, pair(first, second)),
            None => set(&mut self.single, u32::from(first)),
        }
    }

    /// Whether one of the words may begin where this text does.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        let mut characters = text.chars();
        let Some(first) = characters.next() else { return false };
        characters.next().is_some_and(|second| holds(&self.pairs, pair(first, second)))
            || holds(&self.single, u32::from(first))
    }

    /// Whether one of the words that have two characters or more may begin where this text does.
    pub(super) fn may_go_on(&self, text: &str) -> bool {
        let mut characters = text.chars();
        let pair = characters.next().zip(characters.next()).map(|(first, second)| pair(first, second));
        pair.is_some_and(|pair| holds(&self.pairs, pair))
    }

    /// Whether this may be one of the words.
    pub(super) fn may_be(&self, word: &str) -> bool {
        let mut characters = word.chars();
        match (characters.next(), characters.next()) {
            (Some(first), Some(second)) => holds(&self.pairs, pair(first, second)),
            (Some(only), None) => holds(&self.single, u32::from(only)),
            _ => false,
        }
    }
}

fn pair(first: char, second: char) -> u32 {
    // An odd factor spreads neighbours, and the upper bits of the product are the better ones.
    (u32::from(first).wrapping_mul(0x9e37_79b1) ^ u32::from(second).wrapping_mul(0x85eb_ca6b)) >> 16
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
        for text in ["計画を策定する", "計画", "茶の間", "茶"] {
            assert!(beginnings.may_begin(text), "{text}");
        }
        for text in ["計算", "計", "画計", ""] {
            assert!(!beginnings.may_begin(text), "{text}");
        }
    }
}
