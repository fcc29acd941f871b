//! Places in words, for messages; and the places of characters in text files.

use crate::finding::Language;
use crate::sheet::{Location, TableCell};

/// A place as a message names it: `3行5列`, `ワークシート「様式１」の C5`.
pub(super) fn words(location: &Location, language: Language) -> String {
    match (location, language) {
        (Location::Lines { line, column, .. }, Language::Japanese) => {
            format!("{line}行{column}列")
        }
        (Location::Lines { line, column, .. }, Language::English) => {
            format!("line {line}, column {column}")
        }
        (Location::Cell { worksheet, cell, .. }, Language::Japanese) => {
            format!("ワークシート「{worksheet}」の {cell}")
        }
        (Location::Cell { worksheet, cell, .. }, Language::English) => {
            format!("worksheet \"{worksheet}\", cell {cell}")
        }
        (Location::Paragraph { cell, number, .. }, language) => paragraph(*cell, *number, language),
    }
}

/// A paragraph as people look it up.
pub(crate) fn paragraph(cell: Option<TableCell>, number: u32, language: Language) -> String {
    match (cell, language) {
        (None, Language::Japanese) => format!("{number}段落"),
        (None, Language::English) => format!("paragraph {number}"),
        (Some(TableCell { table, row, column }), Language::Japanese) => {
            format!("表{table}の{row}行{column}列 {number}段落")
        }
        (Some(TableCell { table, row, column }), Language::English) => {
            format!("table {table}, row {row}, column {column}, paragraph {number}")
        }
    }
}

/// A stretch of `length` characters on one line.
pub(super) const fn on_line(line: u32, column: u32, length: u32) -> Location {
    Location::Lines { line, column, end_line: line, end_column: column + length }
}

/// A count as positions hold it; files are far smaller than what it cannot hold.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The lines of a text, whichever line break it uses.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Bytes after which the way to a place is noted again: a file may be one long line.
const STEP: usize = 1024;

/// Finds line and column of byte offsets in a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Bytes at which lines begin, and some in between.
    marks: Vec<Mark>,
}

/// A byte and its place.
#[derive(Clone, Copy, Default)]
struct Mark {
    offset: usize,
    /// Line and column, from 0.
    line: u32,
    column: u32,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut last = Mark::default();
        let mut marks = vec![last];
        let mut column = 0;
        for (offset, character) in text.char_indices() {
            if offset - last.offset >= STEP {
                last = Mark { offset, column, ..last };
                marks.push(last);
            }
            column += 1;
            if character == '\n' {
                last = Mark { offset: offset + 1, line: last.line + 1, column: 0 };
                marks.push(last);
                column = 0;
            }
        }
        Self { text, marks }
    }

    /// Line and column, both from 1, the column in Unicode scalar values. An offset inside a
    /// character counts as that of the character.
    pub(super) fn at(&self, offset: usize) -> (u32, u32) {
        let after = self.marks.partition_point(|mark| mark.offset <= offset);
        let mark = after.checked_sub(1).and_then(|index| self.marks.get(index));
        let mark = mark.copied().unwrap_or_default();
        let rest = self.text.get(mark.offset..).unwrap_or_default();
        let length = offset.saturating_sub(mark.offset);
        let before = rest.char_indices().take_while(|(at, c)| at + c.len_utf8() <= length).count();
        (mark.line + 1, mark.column + count(before) + 1)
    }

    /// Byte offset of a line (from 1) and a byte column (from 1), as parsers report them.
    pub(super) fn offset(&self, line: usize, byte_column: usize) -> usize {
        let line = count(line.saturating_sub(1));
        let index = self.marks.partition_point(|mark| mark.line < line);
        let start = self.marks.get(index).copied().unwrap_or_default().offset;
        start + byte_column.saturating_sub(1)
    }
}

/// Text of a file that must be UTF-8, without its byte order mark (editors do not count it), or
/// the line and column at which it stops being UTF-8.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, Location> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = std::str::from_utf8(good).unwrap_or_default();
        let (line, column) = Lines::new(good).at(good.len());
        on_line(line, column, 1)
    })
}

#[cfg(test)]
mod tests {
    use super::{Lines, STEP};

    #[test]
    fn places_in_long_and_many_lines() {
        let text = format!("あい\n{}\n\nう", "え".repeat(STEP));
        let lines = Lines::new(&text);
        let at = |offset| lines.at(offset);
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(1), (1, 1), "inside a character");
        assert_eq!(at(6), (1, 3), "the line break");
        assert_eq!(at(7), (2, 1));
        assert_eq!(at(7 + 3 * 700), (2, 701));
        assert_eq!(at(7 + 3 * STEP), (2, 1025));
        assert_eq!(at(9 + 3 * STEP), (4, 1));
        assert_eq!(at(1_000_000), (4, 2), "past the end");
        assert_eq!(lines.offset(2, 4), 10);
        assert_eq!(lines.offset(4, 1), 9 + 3 * STEP);
    }
}
