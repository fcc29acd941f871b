//! Sets of characters that are asked of every character of a text.

/// A set of characters below U+10000, in which a look-up is one step whatever the character.
#[derive(Debug)]
pub struct CharacterSet([u64; 1024]);

impl CharacterSet {
    /// The characters of a text.
    ///
    /// # Panics
    /// If one of them is above U+FFFF; in a constant that is an error of the build.
    #[must_use]
    pub const fn of(characters: &str) -> Self {
        let bytes = characters.as_bytes();
        let mut set = [0u64; 1024];
        let mut at = 0;
        while at < bytes.len() {
            // The length of the character and the bits in its first byte, as UTF-8 has them.
            let (length, mut code) = match bytes[at] {
                first @ 0..=0x7f => (1, first as u32),
                first @ 0..=0xdf => (2, first as u32 & 0x1f),
                first @ 0..=0xef => (3, first as u32 & 0x0f),
                _ => panic!("above U+FFFF"),
            };
            let mut rest = 1;
            while rest < length {
                code = code << 6 | (bytes[at + rest] as u32 & 0x3f);
                rest += 1;
            }
            set[(code >> 6) as usize] |= 1 << (code & 63);
            at += length;
        }
        Self(set)
    }

    /// Whether the set holds the character.
    #[must_use]
    pub fn holds(&self, character: char) -> bool {
        let code = character as u32;
        self.0.get((code >> 6) as usize).is_some_and(|bits| bits >> (code & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_every_length_are_held() {
        const SET: CharacterSet = CharacterSet::of("aé月～");
        for character in "aé月～".chars() {
            assert!(SET.holds(character), "{character}");
        }
        for character in "bè日𠮷〜".chars() {
            assert!(!SET.holds(character), "{character}");
        }
    }
}
