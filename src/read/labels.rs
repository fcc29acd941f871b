//! The labels of the form, recognised the same way by every reader.
//!
//! Offices write labels with blanks for looks (目　標　の　表　題), in brackets, with marks and
//! numbers before and questions after (手段（どのような方法で）), in full or half width. [`Label`]s
//! are looked up by a [`key`] from which all that is gone, so a label is only ever found where it
//! is the whole of a cell, heading or line, or is set off from the text that follows; never inside
//! running text.

mod segments;
mod titles;
mod words;

pub(super) use segments::{Split, lead, segments};
pub(super) use titles::{Title, is_furniture, title};

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::year;
use crate::sheet::{Field, Text};

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Label {
    /// A field of a goal.
    Field(Field),
    /// 達成水準: current state, target and outcome together.
    Level,
    /// 部局目標: a goal begins.
    Goal,
    /// No.: the number of a goal.
    Number,
    /// 組織使命 of the sheet; among the fields of a goal also the mission it relates to.
    Missions,
    /// 部局名.
    Department,
    /// 部局長名.
    Head,
    /// 連絡先.
    Contact,
    /// 年度.
    Year,
    /// A column that other forms have and that is not checked.
    Skipped,
}

/// A label that was found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(super) label: Label,
    /// The number after it: the goal's in 部局目標1, the mission's in 組織使命①.
    pub(super) number: Option<String>,
    /// Whether the words are those of the guideline's own form.
    pub(super) own: bool,
    /// Whether it stands in brackets or after ※, as labels inside a cell do.
    pub(super) marked: bool,
}

/// Longer than any label, with what stands in brackets after it.
const LONGEST: usize = 80;

/// Marks before a label that say nothing.
const MARKS: &[char] = &[
    '※', '◎', '○', '●', '〇', '◯', '・', '■', '□', '◆', '◇', '▶', '▼', '▽', '★', '☆', '*', '-',
    '−', '–', '—', '‐', '⇒', '→', '↓', '#',
];

/// Marks between words that some write and some do not.
const SEPARATORS: &[char] = &['・', '.', ',', '、', '/', '。'];

/// Marks that point from one part of the form to the next.
const ARROWS: &[char] = &[
    '↓', '⇓', '→', '⇒', '▶', '▼', '▽', '▷', '➡', '⬇', '⇨', '⇩', '➔', '➜', '►', '|', '│', '-', '=',
    '~', '〜', '…', '―', '─',
];

static TABLE: LazyLock<HashMap<String, (Label, bool)>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for entry in words::WORDS {
        for (words, own) in [(entry.own, true), (entry.others, false)] {
            for word in words {
                table.insert(key(word), (entry.label, own));
            }
        }
    }
    table
});

/// The text without blanks and differences of width, brackets made alike. Every character comes
/// with the index of the one it was made of.
fn squeeze(text: &str) -> Vec<char> {
    let normalizer = ComposingNormalizerBorrowed::new_nfkc();
    let mut squeezed = Vec::new();
    for character in normalizer.normalize(text).chars() {
        match character {
            c if c.is_whitespace() => {}
            '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{ad}' => {}
            '〈' | '《' | '【' | '[' | '〔' | '≪' | '«' | '〖' => squeezed.push('<'),
            '〉' | '》' | '】' | ']' | '〕' | '≫' | '»' | '〗' => squeezed.push('>'),
            c => squeezed.extend(c.to_lowercase()),
        }
    }
    squeezed
}

/// What a label is looked up by.
fn key(text: &str) -> String {
    let squeezed: String =
        squeeze(text).into_iter().filter(|character| !SEPARATORS.contains(character)).collect();
    squeezed.replace("取り組み", "取組").replace("取組み", "取組").replace("めざす", "目指す")
}

/// What a label may begin with, after marks and numbers: a quick look before the whole table.
static BEGINNINGS: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let words = TABLE.keys().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    // Labels with a year before them, and めざす, which `key` writes as 目指す.
    words.chain("令平昭rhsめ".chars()).collect()
});

/// Whether a text begins like some label.
fn may_begin(text: &str) -> bool {
    let letter = |c: &char| c.is_alphanumeric() && !c.is_numeric() || *c == '№';
    let Some(first) = text.chars().take(LONGEST).find(letter) else { return false };
    squeeze(first.encode_utf8(&mut [0; 4])).first().is_some_and(|c| BEGINNINGS.contains(c))
}

/// The label that the whole text is.
pub(crate) fn whole(text: &str) -> Option<Found> {
    if !may_begin(text) || text.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let squeezed = squeeze(text);
    let mut rest = squeezed.as_slice();
    let mut marked = rest.first() == Some(&'※');
    loop {
        let before = rest.len();
        rest = trim_start(rest, MARKS);
        rest = trim_end(rest, &[':', ';', '↓', '⇒', '→', '▼', '▶', '*', '_']);
        rest = trim_number(rest);
        rest = trim_question(rest);
        if let Some(inner) = bracketed(rest) {
            rest = inner;
            marked = true;
        }
        if rest.len() == before {
            break;
        }
    }
    let word: String = rest.iter().collect();
    named(&word, marked).or_else(|| {
        // 達成水準 and one of its parts in one cell.
        let part = key(&word).strip_prefix("達成水準")?.to_owned();
        let part = part.strip_prefix('<').and_then(|part| part.strip_suffix('>'));
        let found = named(part?, true)?;
        found.label.is_level().then_some(found)
    })
}

impl Label {
    /// Whether it is one of the three parts of 達成水準.
    pub(super) const fn is_level(self) -> bool {
        matches!(self, Self::Field(Field::CurrentState | Field::Target | Field::Outcome))
    }
}

/// The label of these words, without marks and brackets around them.
fn named(word: &str, marked: bool) -> Option<Found> {
    let found = |word: &str, number: Option<String>| {
        let (label, own) = TABLE.get(&key(word)).copied()?;
        Some(Found { label, number, own, marked })
    };
    if let Some(found) = found(word, None) {
        // 目標 alone may be the heading of anything.
        return (found.own || found.label != Label::Goal).then_some(found);
    }
    if let Some((base, bracket)) = word.strip_suffix(')').and_then(|word| word.rsplit_once('(')) {
        if !bracket.is_empty() && bracket.chars().all(|character| character.is_ascii_digit()) {
            return numbered(base, bracket, found);
        }
        return named(base, marked);
    }
    let base = word.trim_end_matches(|character: char| character.is_ascii_digit());
    if base.len() < word.len() {
        return numbered(base, word.get(base.len()..)?, found);
    }
    // 令和4年度の目標
    let (before, rest) = word.split_once("年度").filter(|(_, rest)| !rest.is_empty())?;
    year::alone(before)?;
    found(&format!("年度{rest}"), None)
        .or_else(|| found(rest.strip_prefix('の').unwrap_or(rest), None))
}

/// A label with a number after it; the short fields are followed by numbers that are their values.
fn numbered(
    base: &str,
    number: &str,
    found: impl Fn(&str, Option<String>) -> Option<Found>,
) -> Option<Found> {
    let found = found(base, Some(number.to_owned()))?;
    let value = matches!(
        found.label,
        Label::Field(Field::Mission | Field::Policy | Field::Due | Field::Status) | Label::Contact
    );
    (!value).then_some(found)
}

fn trim_start<'a>(mut text: &'a [char], marks: &[char]) -> &'a [char] {
    while let Some((first, rest)) = text.split_first()
        && marks.contains(first)
        && !rest.is_empty()
    {
        text = rest;
    }
    text
}

fn trim_end<'a>(mut text: &'a [char], marks: &[char]) -> &'a [char] {
    while let Some((last, rest)) = text.split_last()
        && marks.contains(last)
        && !rest.is_empty()
    {
        text = rest;
    }
    text
}

/// Without a number mark at the start: `1.`, `(1)`, and ① or ⑴, which have become the same.
fn trim_number(text: &[char]) -> &[char] {
    let bracket = text.first() == Some(&'(');
    let from = text.get(usize::from(bracket)..).unwrap_or_default();
    let digits = from.iter().take_while(|character| character.is_ascii_digit()).count();
    let after = from.get(digits..).unwrap_or_default();
    let rest = match after.split_first() {
        _ if digits == 0 || digits > 2 => return text,
        Some((')', rest)) => rest,
        _ if bracket => return text,
        Some(('.' | ',' | '、' | ':', rest)) => rest,
        _ => after,
    };
    if rest.is_empty() { text } else { rest }
}

/// Without what stands in round brackets after a label that is itself in brackets:
/// 〈達成目標〉（アウトプット）.
fn trim_question(text: &[char]) -> &[char] {
    let open = text.iter().rposition(|character| *character == '(');
    match (text.first(), text.last(), open) {
        (Some('<'), Some(')'), Some(open)) => text.get(..open).unwrap_or(text),
        _ => text,
    }
}

/// What stands between brackets that enclose the whole text.
fn bracketed(text: &[char]) -> Option<&[char]> {
    let (first, rest) = text.split_first()?;
    let (last, inner) = rest.split_last()?;
    let pair = matches!((first, last), ('<', '>') | ('「', '」') | ('『', '』') | ('(', ')'));
    let nested = inner.iter().any(|character| character == first || character == last);
    (pair && !nested && !inner.is_empty()).then_some(inner)
}

/// Whether a character is one that may stand before a label.
pub(super) fn is_mark(character: char) -> bool {
    MARKS.contains(&character) || "〈＜【《［〔".contains(character)
}

/// The id of a goal in a heading such as `部局目標A-1`, which is no plain number.
pub(super) fn goal_id(text: &str) -> Option<String> {
    let squeezed: String = trim_start(&squeeze(text), MARKS).iter().collect();
    squeezed.strip_prefix("部局目標")?;
    let id = text.rsplit("部局目標").next()?.trim();
    is_plain_id(id).then(|| id.to_owned())
}

/// Whether an id can stand in a heading right after 部局目標.
pub(crate) fn is_plain_id(id: &str) -> bool {
    (1..=12).contains(&id.len())
        && id.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Whether a line is nothing but an arrow from one part of a cell to the next.
pub(super) fn is_arrow(line: &str) -> bool {
    let mut characters = line.chars().filter(|character| !character.is_whitespace()).peekable();
    characters.peek().is_some() && characters.all(|character| ARROWS.contains(&character))
}

/// Whether a text is nothing but numbers and the marks between them, as the number of a mission
/// or a policy is.
pub(super) fn is_number(text: &str) -> bool {
    let squeezed = squeeze(text);
    squeezed.iter().any(char::is_ascii_digit)
        && squeezed.iter().all(|character| {
            character.is_ascii_digit() || "-−・.,、()/~〜⇒→‐–—ー第号".contains(*character)
        })
}

/// A text in half width, without blanks: ２ as 2, ① as 1.
pub(super) fn narrow(text: &str) -> String {
    squeeze(text).into_iter().collect()
}

/// Where the text of a list item begins, in characters: after `1.`, `(1)`, `①`.
pub(super) fn item(line: &str) -> Option<usize> {
    if line.starts_with(|c: char| matches!(c, '①'..='⑳' | '⑴'..='⒇' | '❶'..='❿')) {
        return Some(1);
    }
    let bracket = usize::from(line.starts_with(['(', '（']));
    let digit = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c);
    let digits = line.chars().skip(bracket).take_while(digit).count();
    let mark = line.chars().nth(bracket + digits)?;
    let closes = if bracket == 1 { ")）" } else { ".．)）、" };
    ((1..4).contains(&digits) && closes.contains(mark)).then_some(bracket + digits + 1)
}

/// The items of a text whose first line begins with a number; any other text is one item.
pub(super) fn items(text: &Text) -> Vec<Text> {
    if item(text.as_str()).is_none() {
        return vec![text.clone()];
    }
    let mut items: Vec<std::ops::Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.as_str().split_inclusive('\n') {
        let end = start + line.chars().count();
        match (item(line), items.last_mut()) {
            (None, Some(last)) => last.end = end,
            (mark, _) => items.push(start + mark.unwrap_or(0)..end),
        }
        start = end;
    }
    items.into_iter().map(|item| text.part(item)).collect()
}

#[cfg(test)]
mod tests;
