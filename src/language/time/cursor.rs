//! Reading a text character by character, with the ways of writing a number made one.

use crate::language::character_set::CharacterSet;

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// Digits or kanji numerals.
    Value(u32),
    /// A template's mark where a number belongs: `〇`, `202〇`, `XX`.
    Blank,
}

/// A place in a folded text. Cheap to copy, so that a reading that fails is simply dropped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    chars: &'a [char],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(chars: &'a [char], at: usize) -> Self {
        Self { chars, at }
    }

    pub(super) const fn position(&self) -> usize {
        self.at
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub(super) fn before(&self) -> Option<char> {
        self.chars.get(self.at.checked_sub(1)?).copied()
    }

    /// Whether the text goes on with `word`.
    pub(super) fn sees(&self, word: &str) -> bool {
        let mut ahead = *self;
        ahead.eat(word)
    }

    pub(super) fn sees_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.sees(word))
    }

    /// Whether the text goes on with one of `characters`.
    pub(super) fn sees_one_of(&self, characters: &str) -> bool {
        self.peek().is_some_and(|c| characters.chars().any(|known| known == c))
    }

    /// Goes past `word` if it comes next.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        let mut end = self.at;
        for expected in word.chars() {
            if self.chars.get(end) != Some(&expected) {
                return false;
            }
            end += 1;
        }
        self.at = end;
        true
    }

    /// Goes past the first of `words` that comes next.
    pub(super) fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// Goes past the word that comes next, and gives what stands beside it in the table.
    pub(super) fn eat_from<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find_map(|&(word, value)| self.eat(word).then_some(value))
    }

    pub(super) fn step(&mut self) {
        self.at = (self.at + 1).min(self.chars.len());
    }

    /// Goes past blanks within a line.
    pub(super) fn blanks(&mut self) {
        while self.peek() == Some(' ') {
            self.at += 1;
        }
    }

    /// Goes past blanks and one line break: cells break lines for looks, in the middle of a date.
    pub(super) fn break_for_looks(&mut self) {
        self.blanks();
        self.eat("\n");
        self.blanks();
    }

    /// At the start of a line or after its bullet, where a circle is a bullet too and not a blank to be
    /// filled in.
    pub(super) fn starts_line(&self) -> bool {
        let before = self.chars.get(..self.at).unwrap_or_default();
        before
            .iter()
            .rev()
            .find(|c| !matches!(c, ' ' | '・' | '-' | '*'))
            .is_none_or(|c| *c == '\n')
    }

    /// A number in digits or kanji numerals, or a template's mark in its place.
    pub(super) fn number(&mut self) -> Option<Number> {
        let rest = self.chars.get(self.at..)?;
        let mut length = rest.iter().take_while(|c| is_numeral(**c) || is_blank_mark(**c)).count();
        if rest.first().is_some_and(char::is_ascii_digit) {
            // 2四半期: the unit begins with a kanji numeral.
            let digits = |c: &&char| c.is_ascii_digit() || is_blank_mark(**c);
            length = rest.iter().take_while(digits).count();
        }
        let token = rest.get(..length)?;
        let number = read_number(token)?;
        self.at += length;
        Some(number)
    }

    /// A number that has a value.
    pub(super) fn value(&mut self) -> Option<u32> {
        let mut ahead = *self;
        match ahead.number()? {
            Number::Value(value) => {
                *self = ahead;
                Some(value)
            }
            Number::Blank => None,
        }
    }

    /// Goes past what cannot hold the beginning of a time: the rest of a number with its thousands
    /// and decimals (`1,204`, `12.5`), of a word in Latin letters, or one character.
    pub(super) fn skip_word(&mut self) {
        let start = self.at;
        if self.eat("第") {
            // 第3次, 第4期: the number names, and tells no time.
            let _ = self.number();
            return;
        }
        if self.peek() == Some('〇') {
            // Before other numerals a bullet (○5月).
            self.step();
            return;
        }
        while let Some(c) = self.peek() {
            let joins = matches!(c, ',' | '.')
                && self.before().is_some_and(|c| c.is_ascii_digit())
                && self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit);
            if !(is_numeral(c) || (joins && self.at > start)) {
                break;
            }
            self.at += 1;
        }
        if self.at > start {
            return;
        }
        self.step();
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        while is_letter(self.before()) && is_letter(self.peek()) {
            self.step();
        }
    }
}

/// Makes one character of the several that are written for the same thing; positions stay.
pub(super) fn fold(c: char) -> char {
    match c {
        // Most of any text.
        'ぁ'..='ん' | 'ァ'..='ヶ' | '㐀'..='鿿' => c,
        '\u{3000}' | '\t' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        '〜' | '∼' | '˜' => '~',
        '−' | '‐' | '‑' | '–' | '—' | '―' => '-',
        '’' | '‘' | '´' => '\'',
        '○' | '◯' | '⚪' => '〇',
        // Kangxi radicals, as copied out of PDF files.
        '⽉' => '月',
        '⽇' => '日',
        '⼀' => '一',
        '⼆' => '二',
        '⼋' => '八',
        '⼗' => '十',
        _ => c,
    }
}

/// The characters at which anything is read: numbers and marks that stand for them, words in Latin
/// letters, and the beginnings of the other times. Few characters of a text are among them.
static READ: CharacterSet = CharacterSet::of(concat!(
    "0123456789〇一二三四五六七八九十百●×△□〓_*?",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "今本現当来次昨去通前上下後学令昭平大明西",
    "隔各毎月週半年日翌第ⅠⅡⅢⅣ㋿㍻㍼㍽㍾'",
));

/// Whether anything is read that begins with this character.
pub(super) fn may_be_read(c: char) -> bool {
    READ.holds(c)
}

/// Whether the text has a character at which anything is read.
pub(super) fn is_read_in(text: &str) -> bool {
    text.chars().any(|c| READ.holds(fold(c)))
}

/// Whether a time may begin here: nearly all that is read of a text at any other place is this.
pub(super) fn may_begin_time(rest: &[char]) -> bool {
    let [first, after @ ..] = rest else { return false };
    let next = after.first();
    match first {
        // 四半期ごと
        '四' if next == Some(&'半') => true,
        c if is_numeral(*c) || is_blank_mark(*c) => {
            let number = rest.iter().take_while(|c| is_numeral(**c) || is_blank_mark(**c)).count();
            rest.get(number).is_some_and(|c| may_follow_number(*c))
                // 2四半期: the unit begins with a numeral.
                || rest.get(..number).is_some_and(|number| number.contains(&'四'))
        }
        // 今年, 本年度, 通年
        '今' | '本' | '現' | '当' | '来' | '次' | '昨' | '去' | '通' => {
            next == Some(&'年')
        }
        // 前年, 前期, 前半期; 後期, 上半期, 下期
        '前' => matches!(next, Some('年' | '期' | '半')),
        '上' | '下' | '後' => matches!(next, Some('期' | '半')),
        '学' => next == Some(&'期'),
        // Eras, and 西暦.
        '令' | '昭' => next == Some(&'和'),
        '平' => next == Some(&'成'),
        '大' => next == Some(&'正'),
        '明' => next == Some(&'治'),
        '西' => next == Some(&'暦'),
        'R' | 'H' | 'S' | 'T' | 'M' => {
            !next.is_some_and(|next| next.is_ascii_alphabetic() && !is_blank_mark(*next))
        }
        // 各月, 毎週, 日に1回, 週1回, 半年, 翌3月, 第1四半期, '22
        '隔' | '各' | '毎' | '月' | '週' | '半' | '年' | '日' | '翌' | '第' | 'Ⅰ' | 'Ⅱ' | 'Ⅲ'
        | 'Ⅳ' | '㋿' | '㍻' | '㍼' | '㍽' | '㍾' | '\'' => true,
        _ => false,
    }
}

/// Whether a number before this character may be part of a time: 5年, 3か月, 2学期, 4/1, 5〜8月.
const fn may_follow_number(c: char) -> bool {
    matches!(
        c,
        '年' | '月'
            | '日'
            | '週'
            | '学'
            | 'か'
            | 'カ'
            | 'ヶ'
            | 'ヵ'
            | 'ケ'
            | '箇'
            | 'Q'
            | ' '
            | '\n'
            | '.'
            | '/'
            | '-'
            | '~'
            | 'ー'
            | '→'
            | '⇒'
            | 'よ'
            | '・'
            | '('
            | '['
            | '〔'
    )
}

/// Whether nothing that is read begins with this character: no number, no word in Latin letters,
/// no 第 before a number.
pub(super) fn stands_alone(c: char) -> bool {
    !(c.is_ascii_alphabetic() || is_numeral(c) || c == '第')
}

/// Whether a template's blank may stand here: a mark where a number belongs, or the blank itself
/// (「令和　年　月」).
pub(super) fn may_be_blank(c: char, next: Option<char>) -> bool {
    is_blank_mark(c) || (matches!(c, ' ' | '\n') && matches!(next, Some('年' | '月')))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || kanji_digit(c).is_some() || matches!(c, '十' | '百')
}

/// What a template shows where a number is to be filled in. `〇` is also the kanji zero.
fn is_blank_mark(c: char) -> bool {
    matches!(c, '〇' | '●' | '×' | 'X' | 'x' | 'N' | '△' | '□' | '〓' | '_' | '*' | '?')
}

const fn kanji_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn read_number(token: &[char]) -> Option<Number> {
    let first = token.first()?;
    let (digits, kanji) = (
        token.iter().any(char::is_ascii_digit),
        token.iter().any(|c| *c != '〇' && is_numeral(*c) && !c.is_ascii_digit()),
    );
    let marks = token.iter().any(|c| is_blank_mark(*c) && *c != '〇');
    if token.len() > 6 || (digits && kanji) {
        return None;
    }
    if marks || (token.contains(&'〇') && !kanji) {
        // A mark before digits is a bullet (○5月), not a blank to be filled in.
        return (!is_blank_mark(*first) || !digits).then_some(Number::Blank);
    }
    if digits {
        // No more than six: see above.
        let value = token.iter().try_fold(0, |value, c| Some(value * 10 + c.to_digit(10)?));
        return value.map(Number::Value);
    }
    read_kanji(token).map(Number::Value)
}

/// 二十八, and 二〇二二 digit by digit.
fn read_kanji(token: &[char]) -> Option<u32> {
    if token.first() == Some(&'〇') {
        return None;
    }
    if token.iter().all(|c| kanji_digit(*c).is_some()) {
        return token
            .iter()
            .try_fold(0u32, |value, c| value.checked_mul(10)?.checked_add(kanji_digit(*c)?));
    }
    let (mut total, mut pending) = (0u32, None);
    for c in token {
        match (c, kanji_digit(*c)) {
            (_, Some(digit)) if pending.is_none() => pending = Some(digit),
            ('百', _) if total == 0 => total = 100 * pending.take().unwrap_or(1),
            ('十', _) if total % 100 == 0 => total += 10 * pending.take().unwrap_or(1),
            _ => return None,
        }
    }
    Some(total + pending.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<Number> {
        let chars: Vec<char> = text.chars().map(fold).collect();
        Cursor::new(&chars, 0).number()
    }

    #[test]
    fn numbers_in_every_writing() {
        for (text, value) in [
            ("４", 4),
            ("12", 12),
            ("四", 4),
            ("十二", 12),
            ("二十八", 28),
            ("二〇二二", 2022),
            ("百", 100),
        ] {
            assert_eq!(number(text), Some(Number::Value(value)), "{text}");
        }
        for text in ["〇", "○○", "202〇", "ＸＸ", "●", "××", "＿＿"] {
            assert_eq!(number(text), Some(Number::Blank), "{text}");
        }
        for text in ["○5", "三3", "1234567", "十百", "", "年"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
