//! Sheets as plain text with the form's labels, as typed or as `pdftotext -layout` gives them.

use super::grid::{self, Grid};
use super::lines::{Line, Rows};
use super::{Content, Document, Format, ReadError, encoding, place};
use crate::sheet::TextBuilder;

pub(super) const FORMAT: Format =
    Format { extensions: &["txt"], content: Content::Text, largest: super::MAX_TEXT, read };

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = encoding::decode(bytes)?;
    let mut rows = Rows::from(0);
    for (number, line) in (1..).zip(place::lines(&text)) {
        // A form feed begins a page in what pdftotext gives.
        let body = line.trim_start_matches(|c: char| c.is_whitespace());
        let indent = line.chars().count() - body.chars().count();
        let mut builder = TextBuilder::default();
        builder.push_lines(body, number, place::count(indent) + 1);
        rows.line(&Line { indent, text: builder.finish() });
    }
    rows.close();
    Ok(grid::join(vec![grid::read(Grid::new(rows.cells), None)], Vec::new()))
}

#[cfg(test)]
mod tests;
