//! Sheets as CSV: one goal a row under a header with the form's labels, or whatever else
//! [`grid`] makes out.
//!
//! The fields are taken apart here and not by the `csv` crate, which tells where a record begins
//! but not where in the file the characters of a field stand, once line breaks and doubled
//! quotation marks are in it.

use std::iter::Peekable;
use std::str::Chars;

use super::grid::{self, Grid, Region};
use super::place;
use super::{Content, Document, Format, NoticeKind, ReadError, ReadErrorKind, encoding, labels};
use crate::sheet::{CellAddress, Place, Text, TextBuilder};

pub(super) const FORMAT: Format =
    Format { extensions: &["csv", "tsv"], content: Content::Text, largest: super::MAX_TEXT, read };

/// What may stand between fields; the first where the header tells nothing.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// How many characters, and how many rows in them, the separator is told from.
const SAMPLE: usize = 10_000;
const SAMPLE_ROWS: usize = 30;

/// How many fields with text in them are read.
const LIMIT: usize = 100_000;

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = encoding::decode(bytes)?;
    let mut records = Records::new(&text, separator(&text));
    let mut cells = Vec::new();
    let mut notices = Vec::new();
    for record in records.by_ref() {
        for (row, column, text) in record {
            let first = CellAddress { row, column };
            cells.push(grid::Cell { region: Region { first, last: first }, text, plain: false });
        }
        if cells.len() > LIMIT {
            notices.push(NoticeKind::TooManyFields { limit: LIMIT }.nowhere());
            break;
        }
    }
    if let Some((line, column)) = records.open_quote {
        return Err(ReadErrorKind::OpenQuote.at(place::on_line(line, column, 1)));
    }
    let page = grid::read(Grid::new(cells).of_records(), None);
    Ok(grid::join(vec![page], notices))
}

/// The separator with which a row near the beginning has the most labels.
fn separator(text: &str) -> char {
    let sample: String = text.chars().take(SAMPLE).collect();
    let labels = |separator: char| {
        let records = Records::new(&sample, separator).take(SAMPLE_ROWS);
        let labels = records.map(|record| {
            record.iter().filter(|(.., text)| labels::whole(text.as_str()).is_some()).count()
        });
        labels.max().unwrap_or(0)
    };
    let mut best = (',', 0);
    for separator in SEPARATORS {
        let count = labels(separator);
        if count > best.1 {
            best = (separator, count);
        }
    }
    best.0
}

/// The fields with text in them of one record: row and column, from 0, and the text.
type Record = Vec<(u32, u32, Text)>;

/// The records of a file.
struct Records<'a> {
    rest: Peekable<Chars<'a>>,
    separator: char,
    row: u32,
    /// Where the next character stands, from 1.
    line: u32,
    column: u32,
    /// Where the quotation mark stands that the file ends without closing.
    open_quote: Option<(u32, u32)>,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        let rest = text.chars().peekable();
        Self { rest, separator, row: 0, line: 1, column: 1, open_quote: None }
    }

    /// The next character and where it stands; `\r\n` and a `\r` alone begin a line, too.
    fn take(&mut self) -> Option<(char, u32, u32)> {
        let character = self.rest.next()?;
        let (line, column) = (self.line, self.column);
        let ends_line = match character {
            '\n' => true,
            '\r' => self.rest.peek() != Some(&'\n'),
            _ => false,
        };
        if ends_line {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
        Some((character, line, column))
    }

    /// Reads a field; whether another follows it in the record.
    fn field(&mut self) -> (Text, bool) {
        let mut builder = TextBuilder::default();
        let mut quote = None;
        if self.rest.peek() == Some(&'"') {
            quote = self.take().map(|(_, line, column)| (line, column));
        }
        while let Some((character, line, column)) = self.take() {
            let next = self.rest.peek().copied();
            let mut width = 1;
            if quote.is_some() {
                if character == '"' {
                    if next != Some('"') {
                        quote = None;
                        continue;
                    }
                    self.take();
                    width = 2;
                }
            } else if character == self.separator {
                return (builder.finish(), true);
            } else if character == '\n' || character == '\r' {
                if character == '\r' && next == Some('\n') {
                    self.take();
                }
                return (builder.finish(), false);
            }
            builder.push(character, Place::Line { line, column }, width);
        }
        self.open_quote = quote;
        (builder.finish(), false)
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        self.rest.peek()?;
        let mut record = Record::new();
        let mut more = true;
        let mut column = 0;
        while more {
            let text;
            (text, more) = self.field();
            // One more than is read tells that there are more.
            if !text.is_empty() && record.len() <= LIMIT {
                record.push((self.row, column, text));
            }
            column += 1;
        }
        self.row += 1;
        Some(record)
    }
}

#[cfg(test)]
mod tests;
