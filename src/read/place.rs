//! Places in words, for messages; and the places of characters in text files.

use crate::finding::Language;
use crate::sheet::Location;

/// A place as a message names it: `3 行 5 列`, `ワークシート「様式１」の C5`.
pub(super) fn words(location: &Location, language: Language) -> String {
    match (location, language) {
        (Location::Lines { line, column, .. }, Language::Japanese) => {
            format!("{line} 行 {column} 列")
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

/// Finds line and column of byte offsets in a text.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Byte offset at which each line begins.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { text, starts: std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect() }
    }

    /// Line and column, both from 1, the column in Unicode scalar values. An offset inside a
    /// character or past the end counts as that of the character before.
    pub(super) fn at(&self, offset: usize) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index));
        let from = self.text.get(start.copied().unwrap_or(0)..).unwrap_or_default();
        let length = offset.saturating_sub(start.copied().unwrap_or(0));
        let before = from.char_indices().take_while(|(at, c)| at + c.len_utf8() <= length).count();
        (count(line), count(before) + 1)
    }

    /// Byte offset of a line (from 1) and a byte column (from 1), as parsers report them.
    pub(super) fn offset(&self, line: usize, byte_column: usize) -> usize {
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index));
        start.copied().unwrap_or(0) + byte_column.saturating_sub(1)
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
