//! Lines of text, with labels at their beginnings, as the cells of a page.
//!
//! A label and the text after it, on the same line or on those below, become two cells beside each
//! other; what stands under no label becomes a cell apart.

use super::grid::{Cell, Region};
use super::labels::{self, Found, Label, Split, segments};
use crate::sheet::{CellAddress, Text, TextBuilder};

/// A line, without the blanks at its ends.
#[derive(Debug)]
pub(super) struct Line {
    /// How many characters of blanks stood before the text.
    pub(super) indent: usize,
    pub(super) text: Text,
}

/// Rows between what belongs together and what does not: no label reaches over them.
const APART: u32 = 5;

/// Longer than a line that is set in columns.
const LONGEST: usize = 400;

/// The cells that lines make.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) cells: Vec<Cell>,
    /// The row of the next cell.
    pub(super) row: u32,
    open: Option<Open>,
    /// Lines under no label that follow each other.
    stray: TextBuilder,
}

/// A label whose text is being read.
#[derive(Debug)]
struct Open {
    label: Label,
    words: Text,
    /// How far its line is set in.
    indent: usize,
    /// Whether text stands beside it: what is set in farther then goes on with that text.
    beside: bool,
    text: TextBuilder,
}

/// A label in a line and where, in characters, its words and its text stand.
struct Part {
    found: Found,
    words: std::ops::Range<usize>,
    text: std::ops::Range<usize>,
}

impl Rows {
    /// Lines from this row on.
    pub(super) fn from(row: u32) -> Self {
        Self { cells: Vec::new(), row, open: None, stray: TextBuilder::default() }
    }

    pub(super) fn line(&mut self, line: &Line) {
        let parts = parts(line.text.as_str());
        if let (Some(open), Some(first)) = (&self.open, parts.first())
            && first.found.label == open.label
            && line.text.as_str().starts_with(['(', '（'])
        {
            // （何を） below 目標の表題 goes on with the label.
            return;
        }
        if let Some(first) = parts.first()
            && self.ends_text(line, first)
        {
            for part in parts {
                self.close();
                let mut text = TextBuilder::default();
                let beside = line.text.part(part.text);
                text.push_text(&beside);
                self.open = Some(Open {
                    label: part.found.label,
                    words: line.text.part(part.words),
                    indent: line.indent,
                    beside: !beside.is_empty(),
                    text,
                });
            }
            return;
        }
        if labels::title(line.text.as_str()).is_some() {
            self.close();
            self.row += APART;
            self.put(0, line.text.clone(), false);
            return;
        }
        match &mut self.open {
            Some(open) => {
                open.text.push_unplaced("\n");
                open.text.push_text(&line.text);
            }
            None if line.text.is_empty() => self.close(),
            None => {
                self.stray.push_unplaced("\n");
                self.stray.push_text(&line.text);
            }
        }
    }

    /// Whether a label at the start of a line ends the text above it.
    fn ends_text(&self, line: &Line, part: &Part) -> bool {
        let Some(open) = &self.open else { return true };
        let item = line.text.as_str().starts_with(['・', '-', '－', '*', '•', '○', '●', '〇', '◯']);
        let set_in = open.beside && line.indent > open.indent + 1;
        let found = &part.found;
        // The label of a field does not come twice; those of goals and missions do.
        let again = found.label == open.label && matches!(open.label, Label::Field(_));
        if item || set_in || again {
            return false;
        }
        // Other offices' words are words of the text, too, once that is set in.
        found.own || found.marked || line.indent <= open.indent
    }

    /// Ends the text that is open.
    pub(super) fn close(&mut self) {
        let stray = std::mem::take(&mut self.stray).finish();
        if !stray.is_empty() {
            self.row += APART;
            self.put(0, stray, true);
            self.row += APART;
        }
        if let Some(Open { words, text, .. }) = self.open.take() {
            self.put(0, words, false);
            self.row -= 1;
            self.put(1, text.finish(), true);
        }
    }

    /// Puts a table of so many rows below what has been read, its cells counted from its corner.
    pub(super) fn below(&mut self, cells: Vec<Cell>, rows: u32) {
        self.close();
        for mut cell in cells {
            cell.region.first.row += self.row;
            cell.region.last.row += self.row;
            self.cells.push(cell);
        }
        self.row += rows + APART;
    }

    /// Puts a text into the next row.
    fn put(&mut self, column: u32, text: Text, plain: bool) {
        let first = CellAddress { row: self.row, column };
        if !text.is_empty() {
            self.cells.push(Cell { region: Region { first, last: first }, text, plain });
        }
        self.row += 1;
    }
}

/// The labels at the start of a line and, where it is set in columns, after wide blanks in it.
fn parts(line: &str) -> Vec<Part> {
    let length = line.chars().count();
    let columns = if length <= LONGEST { columns(line) } else { Vec::new() };
    let mut parts: Vec<Part> = Vec::new();
    for column in &columns {
        let words: String = line.chars().skip(column.start).take(column.len()).collect();
        match labels::whole(&words) {
            Some(found) => {
                parts.push(Part { found, words: column.clone(), text: column.end..column.end })
            }
            None => match parts.last_mut() {
                Some(part) => part.text.end = column.end,
                None => break,
            },
        }
    }
    if let Some(first) = parts.first()
        && (columns.len() > 1 || first.words.len() == length)
    {
        return parts;
    }
    // A label, a colon, bracket or blank, and its text.
    let mut segments = segments(line, Split::Every).into_iter();
    segments
        .next()
        .and_then(|segment| {
            let found = segment.found?;
            Some(Part { found, words: 0..segment.start, text: segment.start..length })
        })
        .filter(|part| part.found.label != Label::Skipped)
        .into_iter()
        .collect()
}

/// What stands between the wide blanks of a line, in characters.
fn columns(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut columns: Vec<std::ops::Range<usize>> = Vec::new();
    let mut wide = true;
    let mut blank = false;
    for (at, character) in line.chars().enumerate() {
        if character.is_whitespace() {
            wide |= blank || character == '\t';
            blank = true;
            continue;
        }
        match columns.last_mut() {
            Some(column) if !wide => column.end = at + 1,
            _ => columns.push(at..at + 1),
        }
        (wide, blank) = (false, false);
    }
    columns
}
