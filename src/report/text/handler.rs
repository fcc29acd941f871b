//! How a diagnostic is shown, by miette's protocol alone: findings and the program's own errors
//! look alike.
//!
//! miette's graphical handler prints a source line whole, however long, and counts its columns in
//! bytes; this one wraps, shows only the rows around the words, and underlines them exactly.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, ReportHandler, SpanContents};

use super::excerpt::{Row, excerpt, mark_columns};
use super::page::{Ink, Page};
use super::words;
use super::wrap::printable;
use crate::finding::Language;

/// Shows the program's own errors, such as a mistake in a configuration or rule file.
#[derive(Clone, Copy, Debug)]
pub struct Handler {
    /// The language of labels.
    pub language: Language,
    /// The columns of the terminal.
    pub columns: usize,
    /// Whether to colour.
    pub colour: bool,
}

impl Handler {
    /// The diagnostic as text, ending with a line break.
    #[must_use]
    pub fn render(&self, diagnostic: &dyn Diagnostic) -> String {
        let mut page = Page::new(self.columns, self.colour);
        let (ink, word) = match diagnostic.severity() {
            Some(miette::Severity::Advice) => (Ink::Advice, words::NOTE),
            Some(miette::Severity::Warning) => (Ink::Warning, words::WARNING),
            _ => (Ink::Error, words::FAILURE),
        };
        page.labelled(0, (ink, word.of(self.language)), Ink::Plain, &diagnostic.to_string());
        body(&mut page, diagnostic, self.language, true);
        page.finish()
    }
}

impl ReportHandler for Handler {
    fn debug(&self, diagnostic: &dyn Diagnostic, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(diagnostic))
    }
}

/// Everything below the message: the words in their sentence, the other side, why, what to do.
pub(super) fn body(
    page: &mut Page,
    diagnostic: &dyn Diagnostic,
    language: Language,
    with_place: bool,
) {
    let labels: Vec<_> = diagnostic.labels().into_iter().flatten().collect();
    for label in &labels {
        snippet(page, diagnostic, label, language, with_place);
    }
    for other in diagnostic.related().into_iter().flatten() {
        page.paragraph(INDENT, Ink::Faint, &other.to_string());
        body(page, other, language, with_place);
    }
    for why in labels.iter().filter_map(LabeledSpan::label) {
        page.labelled(INDENT, (Ink::Faint, words::WHY.of(language)), Ink::Plain, why);
    }
    if let Some(help) = diagnostic.help() {
        let label = (Ink::Goal, words::HELP.of(language));
        page.labelled(INDENT, label, Ink::Plain, &help.to_string());
    }
}

/// The margin of everything below a diagnostic's first row.
pub(super) const INDENT: usize = 4;

/// The rows that hold the marked words, underlined.
fn snippet(
    page: &mut Page,
    diagnostic: &dyn Diagnostic,
    label: &LabeledSpan,
    language: Language,
    with_place: bool,
) {
    let Some(Ok(contents)) =
        diagnostic.source_code().map(|source| source.read_span(label.inner(), 1, 1))
    else {
        return;
    };
    let Ok(text) = std::str::from_utf8(contents.data()) else { return };
    let text = text.strip_suffix('\n').unwrap_or(text);
    let start = label.offset() - contents.span().offset();
    let marked = start..start + label.len();
    if with_place {
        let (line, column) = place(&*contents, text, start);
        let place = words::line_and_column(language, line, column);
        page.flow(INDENT, contents.name().into_iter().chain([&*place]).map(|p| (Ink::Faint, p)));
    }
    if text.is_empty() {
        return;
    }
    let text = printable(text);
    // The replacements of unprintable characters may be longer than they were.
    if text.get(marked.clone()).is_none() {
        return;
    }
    let ink = match diagnostic.severity() {
        Some(miette::Severity::Advice) => Ink::Advice,
        Some(miette::Severity::Warning) => Ink::Warning,
        _ => Ink::Error,
    };
    let columns = page.columns().saturating_sub(INDENT + GUTTER.len() + 2).max(10);
    let rows = excerpt(&text, marked.clone(), columns);
    // Where all of several rows is meant, lines below each of them would only hide the words.
    let underline = rows.len() == 1 || marked != (0..text.len());
    for row in rows {
        write_row(page, &row, ink, underline, language);
    }
}

/// Stands before every row of somebody's text. ASCII, so that it is one column wide everywhere.
const GUTTER: &str = "| ";

fn write_row(page: &mut Page, row: &Row<'_>, ink: Ink, underline: bool, language: Language) {
    let margin = " ".repeat(INDENT);
    let margin = (Ink::Plain, &*margin);
    let gutter = (Ink::Faint, GUTTER);
    match row {
        Row::Gap(characters) => {
            let gap = words::left_out(language, *characters);
            page.row([margin, gutter, (Ink::Faint, &gap)]);
        }
        Row::Text { cut: [before, after], text, marked } => {
            let before = if *before { "…" } else { "" };
            let after = if *after { "…" } else { "" };
            page.row([
                margin,
                gutter,
                (Ink::Faint, before),
                (Ink::Plain, &text[..marked.start]),
                (ink, &text[marked.clone()]),
                (Ink::Plain, &text[marked.end..]),
                (Ink::Faint, after),
            ]);
            let (skip, columns) = mark_columns(text, marked);
            if underline && columns > 0 {
                let skip = " ".repeat(skip + before.chars().count());
                let line = "^".repeat(columns);
                page.row([margin, gutter, (Ink::Plain, &*skip), (ink, &*line)]);
            }
        }
    }
}

/// Line and column, from 1 and in characters, of a byte in the contents.
fn place(contents: &dyn SpanContents<'_>, text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before[line_start..].chars().count();
    let lines = before.matches('\n').count();
    let column = if lines == 0 { contents.column() + column } else { column };
    (contents.line() + lines + 1, column + 1)
}
