//! What a line of Markdown is: heading, list item, escaped text.

use crate::read::labels::{self, Found, Split, segments};
use crate::read::place;

/// Columns by which lines under `- label:` and under `1.` are set in.
pub(crate) const LIST_INDENT: usize = 2;
pub(crate) const MISSION_INDENT: usize = 3;

/// The text and the column (from 1) of a heading.
pub(super) fn heading(line: &str) -> Option<(&str, u32)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let text = rest.trim_start();
    if !(1..=6).contains(&level) || (text.len() == rest.len() && !rest.is_empty()) {
        return None;
    }
    let column = level + rest.chars().count() - text.chars().count() + 1;
    Some((text.trim_end().trim_end_matches('#').trim_end(), place::count(column)))
}

/// Whether a label ends the text of a section that began with a heading: `- 期日: …` with the
/// form's own word, or a part of 達成水準 in brackets.
pub(super) fn is_heading_end(line: &str, found: &Found) -> bool {
    let colon = line.contains([':', '：']);
    (is_list(line) && found.own && colon)
        || (found.marked
            && found.own
            && found.label.is_level()
            && !line.starts_with('・')
            && line.starts_with(labels::is_mark))
}

/// Whether a line is an item of a Markdown list.
pub(super) fn is_list(line: &str) -> bool {
    let mut characters = line.chars();
    matches!(characters.next(), Some('-' | '*' | '+'))
        && characters.next().is_some_and(char::is_whitespace)
}

/// Where the text of a list item begins, in characters: after a number or a bullet.
pub(super) fn item(line: &str) -> Option<usize> {
    if is_list(line) { Some(2) } else { labels::item(line) }
}

/// A line without the backslash that keeps it from being read as a heading or label, and how many
/// characters that took away.
pub(super) fn unescaped(line: String) -> (String, usize) {
    match line.strip_prefix('\\') {
        Some(rest) if is_escapable(rest) => (rest.to_owned(), 1),
        _ => (line, 0),
    }
}

/// Whether a backslash before this text is an escape. A number is not: `\1,000` is an amount.
pub(crate) fn is_escapable(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_punctuation() || labels::is_mark(c))
}

/// Whether a line of a field would be read as structure if it were written as it is.
pub(crate) fn needs_escape(line: &str) -> bool {
    let label = |line: &str| {
        let mut parts = segments(line, Split::Every).into_iter();
        parts.next().and_then(|part| part.found).is_some_and(|found| is_heading_end(line, &found))
    };
    heading(line).is_some() || label(line) || line.strip_prefix('\\').is_some_and(is_escapable)
}
