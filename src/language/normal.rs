//! The text that is analysed: width folded, line breaks inside a unit removed.
//!
//! Full and half width must not matter to a rule, and a line broken for looks must not tear a word.
//! Nothing else is folded: NFKC would turn ① into 1 and ㎡ into m2, and both mean something.

/// A unit's text as it is analysed, with the way back to the field's text.
#[derive(Debug, Default)]
pub struct Normal {
    /// The folded text.
    pub text: String,
    /// Where the unit begins in its field, in Unicode scalar values.
    start: usize,
    /// Where in `text`, in bytes, something after a character of the unit is left out: a line break, or
    /// the voicing mark of a half-width kana.
    left_out: Vec<usize>,
}

impl Normal {
    /// Folds the characters of a unit that begins at `start` (Unicode scalar values) in its field.
    pub fn new(unit: &str, start: usize) -> Self {
        let mut normal =
            Self { text: String::with_capacity(unit.len()), start, left_out: Vec::new() };
        let mut characters = unit.chars().peekable();
        while let Some(character) = characters.next() {
            let mut voiced = false;
            let folded = match character {
                // Most of any text.
                'ぁ'..='ん' | 'ァ'..='ヶ' | '㐀'..='鿿' => Some(character),
                '\n' | '\r' => None,
                '\u{3000}' | '\t' => Some(' '),
                // In 1,200 the comma belongs to the number; elsewhere a full-width one is a 、.
                ',' | '，'
                    if normal.text.ends_with(|c: char| c.is_ascii_digit())
                        && characters.peek().copied().is_some_and(is_digit) =>
                {
                    Some(',')
                }
                '.' | '．' => Some('.'),
                '､' | '，' => Some('、'),
                '｡' => Some('。'),
                '｢' => Some('「'),
                '｣' => Some('」'),
                '･' => Some('・'),
                '～' | '~' => Some('〜'),
                'ｦ'..='ﾟ' => {
                    let wide;
                    (wide, voiced) = katakana(character, characters.peek().copied());
                    Some(wide)
                }
                '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => shift(character, -0xFEE0),
                // The dictionary knows punctuation in full width only.
                '!'..='/' | ':'..='@' | '['..='`' | '{'..='}' => shift(character, 0xFEE0),
                other => Some(other),
            };
            normal.text.extend(folded);
            if voiced {
                characters.next();
            }
            if voiced || folded.is_none() {
                normal.left_out.push(normal.text.len());
            }
        }
        normal
    }

    /// The position in the field (Unicode scalar values) of a byte offset in the text.
    #[must_use]
    pub fn position(&self, byte: usize) -> usize {
        let before = self.text.char_indices().take_while(|(at, _)| *at < byte).count();
        self.start + before + self.left_out.iter().take_while(|at| **at <= byte).count()
    }
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}

/// The same character in the other width.
fn shift(character: char, by: i32) -> Option<char> {
    (character as u32).checked_add_signed(by).and_then(char::from_u32)
}

/// Half-width katakana in full width, and whether the voicing mark that follows was taken in.
fn katakana(character: char, next: Option<char>) -> (char, bool) {
    const WIDE: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    let wide = WIDE.chars().nth(character as usize - 'ｦ' as usize).unwrap_or(character);
    let voiced = match (next, wide) {
        (Some('ﾞ'), 'ウ') => Some('ヴ'),
        (Some('ﾞ'), 'カ'..='ト' | 'ハ'..='ホ') => char::from_u32(wide as u32 + 1),
        (Some('ﾟ'), 'ハ'..='ホ') => char::from_u32(wide as u32 + 2),
        _ => None,
    };
    voiced.map_or((wide, false), |voiced| (voiced, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_is_folded_and_positions_lead_back() {
        let normal = Normal::new("ＤＸ１２．５％、ﾃﾞｰﾀ\nを　使う", 10);
        assert_eq!(normal.text, "DX12.5％、データを 使う");
        let byte = normal.text.find("データ").unwrap();
        assert_eq!(normal.position(byte), 18);
        assert_eq!(normal.position(normal.text.find("を").unwrap()), 23);
        assert_eq!(normal.position(normal.text.len()), 27);
    }

    #[test]
    fn marks_that_mean_something_stay() {
        assert_eq!(Normal::new("①㎡㈱〜", 0).text, "①㎡㈱〜");
    }
}
