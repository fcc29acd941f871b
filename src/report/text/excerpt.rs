//! The rows of a text that hold the marked words, and at most one row around them.

use std::ops::Range;

use super::wrap::{width, wrap};

/// A row of an excerpt.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Row<'a> {
    /// Text, and the columns of it that are marked.
    Text {
        /// Whether text before or after it was left out.
        cut: [bool; 2],
        /// What stands on the row.
        text: &'a str,
        /// The marked bytes of `text`; empty where none is.
        marked: Range<usize>,
    },
    /// So many characters in the middle of long marked words, left out.
    Gap(usize),
}

/// Rows of marked words up to this number are all shown.
const MOST_MARKED_ROWS: usize = 4;

/// The rows of `text`, at most `columns` wide, around the `marked` bytes.
pub(super) fn excerpt(text: &str, marked: Range<usize>, columns: usize) -> Vec<Row<'_>> {
    let rows = rows(text, columns);
    let holds = |row: &Range<usize>| {
        row.start < marked.end && marked.start < row.end
            || marked.is_empty() && row.start <= marked.start && marked.start <= row.end
    };
    let first = rows.iter().position(holds).unwrap_or(0);
    let last = rows.iter().rposition(holds).unwrap_or(first);
    let shown = first.saturating_sub(1)..(last + 2).min(rows.len());
    let row = |index: usize| {
        let row = rows[index].clone();
        let inside = |byte: usize| byte.clamp(row.start, row.end) - row.start;
        Row::Text {
            cut: [
                index == shown.start && shown.start > 0,
                index + 1 == shown.end && shown.end < rows.len(),
            ],
            text: &text[row.clone()],
            marked: inside(marked.start)..inside(marked.end),
        }
    };
    if last + 1 - first <= MOST_MARKED_ROWS {
        return shown.clone().map(row).collect();
    }
    let left_out = &text[rows[first + 1].end..rows[last].start];
    let head = (shown.start..first + 2).map(&row);
    let tail = (last..shown.end).map(&row);
    head.chain([Row::Gap(left_out.chars().count())]).chain(tail).collect()
}

/// The columns before and within the marked bytes of a row.
pub(super) fn mark_columns(text: &str, marked: &Range<usize>) -> (usize, usize) {
    (width(&text[..marked.start]), width(&text[marked.clone()]))
}

fn rows(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        rows.extend(wrap(line, columns).into_iter().map(|row| row.start + start..row.end + start));
        start += line.len() + 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked_bytes(text: &str, words: &str) -> Range<usize> {
        let start = text.find(words).expect("the words are in the text");
        start..start + words.len()
    }

    fn texts(rows: &[Row<'_>]) -> Vec<String> {
        rows.iter()
            .map(|row| match row {
                Row::Text { text, marked, .. } => format!("{text}|{}", &text[marked.clone()]),
                Row::Gap(characters) => format!("({characters})"),
            })
            .collect()
    }

    #[test]
    fn one_row_is_shown_around_the_words() {
        let text = "ああああいいいいうううう強化ええええおおおおかかかか";
        let rows = excerpt(text, marked_bytes(text, "強化"), 8);
        assert_eq!(texts(&rows), ["うううう|", "強化ええ|強化", "ええおお|"]);
        let cuts: Vec<_> = rows
            .iter()
            .map(|row| if let Row::Text { cut, .. } = row { *cut } else { [true; 2] })
            .collect();
        assert_eq!(cuts, [[true, false], [false, false], [false, true]]);
    }

    #[test]
    fn words_over_two_rows_are_marked_on_both() {
        let text = "ああああいい強化する";
        let rows = excerpt(text, marked_bytes(text, "強化する"), 16);
        assert_eq!(texts(&rows), ["ああああいい強化|強化", "する|する"]);
    }

    #[test]
    fn long_marked_words_are_shown_by_their_ends() {
        let text = "あ".repeat(40);
        let rows = excerpt(&text, 0..text.len(), 8);
        assert_eq!(
            texts(&rows),
            ["ああああ|ああああ", "ああああ|ああああ", "(28)", "ああああ|ああああ"]
        );
    }

    #[test]
    fn an_empty_mark_shows_its_row() {
        assert_eq!(texts(&excerpt("期日", 6..6, 20)), ["期日|"]);
        assert_eq!(texts(&excerpt("", 0..0, 20)), ["|"]);
    }
}
