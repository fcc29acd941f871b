//! What people at a terminal read about the rules themselves, and about how a text is understood:
//! for whoever asks why something is reported, or why it is not, and for whoever writes rules.

mod analysis;
mod examples;
mod list;
mod rule;

use std::ops::Range;

pub use self::analysis::analysis;
pub use self::examples::examples;
pub use self::list::list;
pub use self::rule::rule;

pub(in crate::report) use self::list::groups;
pub(in crate::report) use self::rule::{cases, fields, passages, severities};

use super::excerpt::mark_columns;
use super::page::{Ink, Page};
use super::words::{self, Word};
use super::wrap::{printable, width, wrap};
use crate::finding::{Language, Severity};
use crate::rules::file::Status;
use crate::sheet::Field;

/// How an explanation looks.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The language of everything that is not the user's text.
    pub language: Language,
    /// The columns of the terminal.
    pub columns: usize,
    /// Whether to colour.
    pub colour: bool,
}

impl Style {
    fn page(self) -> Page {
        Page::new(self.columns, self.colour)
    }
}

pub(in crate::report) const fn status(status: Status) -> Word {
    match status {
        Status::Stable => Word::new("運用中", "stable"),
        Status::Preview => Word::new("試行中", "preview"),
        Status::Deprecated => Word::new("廃止予定", "deprecated"),
    }
}

const fn ink(severity: Severity) -> Ink {
    match severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Advice => Ink::Advice,
    }
}

fn field(language: Language, field: Field) -> String {
    language.pick(field.label().to_owned(), field.id().replace('_', " "))
}

/// A cell of a table.
type Cell = (Ink, String);

/// No column but the last is wider, however long a cell.
const WIDEST_COLUMN: usize = 30;
/// The last column is never narrower; it goes on a row of its own instead.
const NARROWEST_COLUMN: usize = 20;

/// Rows of cells below each other, two blanks apart; the last of a row is wrapped.
fn table(page: &mut Page, indent: usize, rows: &[Vec<Cell>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).saturating_sub(1);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let widths = cells.map(|(_, text)| width(&printable(text)));
            widths.max().unwrap_or(0).min(WIDEST_COLUMN)
        })
        .collect();
    for row in rows {
        let Some(((ink, last), cells)) = row.split_last() else { continue };
        let mut stretches = vec![(Ink::Plain, " ".repeat(indent))];
        let mut used = indent;
        for ((ink, text), wanted) in cells.iter().zip(&widths) {
            let text = printable(text).into_owned();
            let gap = wanted.saturating_sub(width(&text)) + 2;
            used += width(&text) + gap;
            stretches.push((*ink, text));
            stretches.push((Ink::Plain, " ".repeat(gap)));
        }
        if used + NARROWEST_COLUMN > page.columns() && width(last) + used > page.columns() {
            page.row(stretches.iter().map(|(ink, text)| (*ink, &**text)));
            used = indent + 4;
            stretches = vec![(Ink::Plain, " ".repeat(used))];
        }
        let last = printable(last);
        for rows in wrap(&last, page.columns().saturating_sub(used).max(10)) {
            stretches.push((*ink, last[rows].to_owned()));
            page.row(stretches.iter().map(|(ink, text)| (*ink, &**text)));
            stretches = vec![(Ink::Plain, " ".repeat(used))];
        }
    }
}

/// A text with the words of `marked` (Unicode scalar values) underlined, behind a label.
fn passage(page: &mut Page, indent: usize, label: &str, text: &str, marked: &Range<usize>) {
    let text = printable(text);
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    let marked = byte(marked.start)..byte(marked.end);
    let hanging = indent + width(label);
    let columns = page.columns().saturating_sub(hanging).max(10);
    let mut margin = format!("{}{label}", " ".repeat(indent));
    let mut line_start = 0;
    for line in text.split('\n') {
        for row in wrap(line, columns) {
            let row = row.start + line_start..row.end + line_start;
            let inside = |byte: usize| byte.clamp(row.start, row.end) - row.start;
            let marked = inside(marked.start)..inside(marked.end);
            let text = &text[row];
            page.row([
                (Ink::Plain, &*margin),
                (Ink::Plain, &text[..marked.start]),
                (Ink::Goal, &text[marked.clone()]),
                (Ink::Plain, &text[marked.end..]),
            ]);
            margin = " ".repeat(hanging);
            let (skip, columns) = mark_columns(text, &marked);
            if columns > 0 {
                let (skip, line) = (" ".repeat(skip), "^".repeat(columns));
                page.row([(Ink::Plain, &*margin), (Ink::Plain, &*skip), (Ink::Goal, &*line)]);
            }
        }
        line_start += line.len() + 1;
    }
}

#[cfg(test)]
mod tests;
