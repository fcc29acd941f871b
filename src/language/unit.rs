//! Units: the sentences and bullets that a field is judged by.
//!
//! `criteria.md`: a unit is one bullet or one sentence, split at line breaks and after `。`, but not
//! inside brackets or quotation marks; a line goes on the unit before it when that one ends in `、`
//! `，` `・` or inside a bracket, or when the field uses bullets, this line has none and the line
//! before does not end in `。`. Bullet marks and blanks are not part of a unit.

use std::ops::Range;

use super::character_set::CharacterSet;

/// The characters at which a line may be split, or may not.
static BOUNDS: CharacterSet = CharacterSet::of("「『（(【〔」』）)】〕。");

/// Opening brackets and quotation marks, inside which a text is not split.
const fn is_open(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '(' | '【' | '〔')
}

/// Their closing counterparts.
const fn is_close(c: char) -> bool {
    matches!(c, '」' | '』' | '）' | ')' | '】' | '〕')
}

/// Splits a field into units. Ranges count Unicode scalar values in `text`; bullet marks, blanks
/// and line breaks at both ends are left out, a closing `。` is part of its unit.
#[must_use]
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut chars = Vec::with_capacity(text.len());
    chars.extend(text.chars());
    let mut units = Vec::new();
    for block in blocks(&chars) {
        let mut depth = 0usize;
        let mut start = block.start;
        for position in block.clone() {
            let Some(&character) = chars.get(position) else { break };
            if !BOUNDS.holds(character) {
                continue;
            }
            if is_open(character) {
                // A bracket that is never closed does not swallow the rest.
                if slice(&chars, position..block.end).iter().any(|c| is_close(*c)) {
                    depth += 1;
                }
            } else if is_close(character) {
                depth = depth.saturating_sub(1);
            } else if character == '。' && depth == 0 {
                units.extend(trim(&chars, start..position + 1));
                start = position + 1;
            }
        }
        units.extend(trim(&chars, start..block.end));
    }
    units
}

/// The units of a field with their texts.
pub fn texts(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    // Units follow each other, so that the text is walked over once.
    let (mut rest, mut position) = (text, 0);
    split(text).into_iter().map(move |range| {
        rest = after(rest, range.start - position);
        let behind = after(rest, range.len());
        let words = &rest[..rest.len() - behind.len()];
        (rest, position) = (behind, range.end);
        (range, words)
    })
}

/// The text without so many characters at its beginning.
fn after(text: &str, characters: usize) -> &str {
    let mut rest = text.chars();
    if let Some(last) = characters.checked_sub(1) {
        rest.nth(last);
    }
    rest.as_str()
}

/// Whether the field is written in bullets: a line of it begins with a bullet mark.
#[must_use]
pub fn is_bulleted(text: &str) -> bool {
    text.lines().any(|line| {
        let chars: Vec<char> = line.chars().collect();
        bullet(&chars, 0..chars.len()).is_some()
    })
}

/// Lines, joined where one goes on the one before it.
fn blocks(chars: &[char]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for end in (0..=chars.len()).filter(|&i| i == chars.len() || chars.get(i) == Some(&'\n')) {
        if slice(chars, start..end).iter().any(|c| !is_blank(*c)) {
            lines.push(start..end);
        }
        start = end + 1;
    }
    let bulleted = lines.iter().any(|line| bullet(chars, line.clone()).is_some());
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for line in lines {
        let goes_on = blocks.last().is_some_and(|before| {
            let last = slice(chars, before.clone()).iter().rev().find(|c| !is_blank(**c));
            let count = |set: fn(char) -> bool, range: Range<usize>| {
                slice(chars, range).iter().filter(|c| set(**c)).count()
            };
            let open = count(is_open, before.clone()) > count(is_close, before.clone());
            last.is_some_and(|c| matches!(c, '、' | '，' | '・'))
                || (open && count(is_close, line.clone()) > 0)
                || (bulleted
                    && bullet(chars, line.clone()).is_none()
                    && last != Some(&'。')
                    && bullet(chars, before.clone()).is_some())
        });
        match blocks.last_mut() {
            Some(before) if goes_on => before.end = line.end,
            _ => blocks.push(line),
        }
    }
    blocks
}

/// The end of the bullet mark that a line begins with, if it begins with one.
fn bullet(chars: &[char], line: Range<usize>) -> Option<usize> {
    let mut at = line.start;
    while at < line.end && chars.get(at).is_some_and(|c| is_blank(*c)) {
        at += 1;
    }
    let rest = slice(chars, at..line.end);
    match rest {
        // ○○ and ●● are a template's blanks.
        [first, second, ..] if is_mark(*first) && first == second => None,
        [first, ..] if is_mark(*first) => Some(at + 1),
        ['（' | '(', tail @ ..] => {
            let inner =
                tail.iter().take_while(|c| is_digit(**c) || ('ア'..='ン').contains(*c)).count();
            let closed = matches!(tail.get(inner), Some('）' | ')'));
            ((1..=2).contains(&inner) && closed).then_some(at + inner + 2)
        }
        _ => {
            let digits = rest.iter().take_while(|c| is_digit(**c)).count();
            let dot = matches!(rest.get(digits), Some('.' | '．' | ')' | '）'));
            // 「1.5倍」 is no bullet.
            let number = rest.get(digits + 1).is_some_and(|c| is_digit(*c));
            ((1..=2).contains(&digits) && dot && !number).then_some(at + digits + 1)
        }
    }
}

const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '・' | '•' | '●' | '○' | '◎' | '〇' | '◆' | '◇' | '■' | '□' | '▼' | '▽' | '★' | '☆' | '※'
            | '＊' | '*' | '－' | '−' | '-' | '–' | '—' | '①'..='⑳' | '⑴'..='⒇'
    )
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_blank(c: char) -> bool {
    c == '\u{3000}' || c.is_whitespace()
}

/// A block or a part of one without bullet mark, blanks and arrows at its ends; none if nothing is left.
fn trim(chars: &[char], range: Range<usize>) -> Option<Range<usize>> {
    let mut start = range.start;
    while let Some(end) = bullet(chars, start..range.end) {
        start = end;
    }
    let rest = slice(chars, start..range.end);
    let skipped = rest.iter().take_while(|c| is_blank(**c)).count();
    let kept = rest.iter().rposition(|c| !is_blank(*c)).map_or(0, |last| last + 1);
    let trimmed = start + skipped..start + kept;
    slice(chars, trimmed.clone())
        .iter()
        .any(|c| !is_blank(*c) && !matches!(c, '・' | '●' | '○' | '■' | '-' | '*' | '。'))
        .then_some(trimmed)
}

fn slice(chars: &[char], range: Range<usize>) -> &[char] {
    chars.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        split(text).into_iter().map(|range| chars[range].iter().collect()).collect()
    }

    #[test]
    fn bullets_and_sentences_are_units() {
        assert_eq!(words("・講座の開催 9月\n・計画の策定"), ["講座の開催 9月", "計画の策定"]);
        assert_eq!(words("道路を直す。橋も直す。"), ["道路を直す。", "橋も直す。"]);
        assert_eq!(
            words("(1) 講座を開く\n（２）冊子を配る\n1. 橋を直す"),
            ["講座を開く", "冊子を配る", "橋を直す"]
        );
    }

    #[test]
    fn brackets_hold_a_unit_together() {
        assert_eq!(
            words("「窓口が必要だ。」と答えた人は半数（前回は3割。）である。"),
            ["「窓口が必要だ。」と答えた人は半数（前回は3割。）である。"]
        );
        assert_eq!(words("計画（概要版。\n本編）を配る"), ["計画（概要版。\n本編）を配る"]);
    }

    #[test]
    fn a_bracket_that_is_never_closed_swallows_nothing() {
        assert_eq!(words("講座（初級を開く。冊子を配る。"), ["講座（初級を開く。", "冊子を配る。"]);
    }

    #[test]
    fn lines_go_on_the_line_before() {
        assert_eq!(words("講座を開き、\n冊子を配る"), ["講座を開き、\n冊子を配る"]);
        assert_eq!(
            words("・講座を公民館で\n開く\n・冊子を配る"),
            ["講座を公民館で\n開く", "冊子を配る"]
        );
        assert_eq!(words("講座を公民館で\n開く"), ["講座を公民館で", "開く"]);
    }

    #[test]
    fn a_decimal_number_is_no_bullet() {
        assert_eq!(words("1.5倍に増やす"), ["1.5倍に増やす"]);
    }

    #[test]
    fn marks_alone_are_no_unit() {
        assert_eq!(words("・\n\n　\n・講座"), ["講座"]);
    }
}
