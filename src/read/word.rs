//! Sheets in Word documents (`.docx`): what stands in tables and paragraphs, as it is printed.
//!
//! What was deleted or hidden, furigana and placeholders are left out; tables and paragraphs come
//! below each other on one page, and [`grid`] tells what they say.

mod table;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use self::table::Table;
use super::grid::{self, Grid};
use super::lines::{Line, Rows};
use super::package::{Package, Xml, attribute};
use super::{Content, Document, Format, NoticeKind, ReadError, ReadErrorKind};
use crate::sheet::{TableCell, TextBuilder};

pub(super) const FORMAT: Format = Format {
    extensions: &["docx", "docm"],
    content: Content::Zip,
    largest: super::MAX_WORKBOOK,
    read,
};

/// Elements with text in them that is not part of what is printed: deletions, where moved text came
/// from, furigana, the second form of a text box, and properties of earlier versions. Those of a
/// paragraph may say that its mark is hidden, which is none of ours.
const LEFT_OUT: &[&str] = &[
    "del",
    "moveFrom",
    "rt",
    "Fallback",
    "pPr",
    "rPrChange",
    "tcPrChange",
    "trPrChange",
    "tblPrChange",
    "delText",
    "instrText",
];

/// How many table cells and paragraphs are read.
const LIMIT: usize = 100_000;

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let part = package.main_part().unwrap_or_else(|| "word/document.xml".to_owned());
    let no_document = || ReadErrorKind::NotADocument.nowhere();
    let xml = package.xml(&part).ok_or_else(no_document)?;
    let reader = Reader::read(xml)?.ok_or_else(no_document)?;
    let mut notices = Vec::new();
    if reader.count >= LIMIT {
        notices.push(NoticeKind::TooManyFields { limit: LIMIT }.nowhere());
    }
    let cells = reader.rows.cells;
    Ok(grid::join(vec![grid::read(Grid::new(cells), None)], notices))
}

/// A paragraph that is being read.
#[derive(Debug)]
struct Paragraph {
    cell: Option<TableCell>,
    number: u32,
    text: String,
}

#[derive(Debug)]
struct Reader {
    rows: Rows,
    /// Tables that are open, each inside a cell of the one before.
    tables: Vec<Table>,
    /// Paragraphs that are open: a text box stands inside one.
    paragraphs: Vec<Paragraph>,
    /// Whether each run that is open is hidden.
    runs: Vec<bool>,
    /// Whether each content control that is open shows its placeholder.
    controls: Vec<bool>,
    /// How deep inside an element that is left out.
    left_out: usize,
    in_text: bool,
    /// Tables and paragraphs outside of them so far.
    table_count: u32,
    paragraph_count: u32,
    /// Table cells and paragraphs so far.
    count: usize,
}

impl Reader {
    /// Reads the main part; `None` where it is not that of a document.
    fn read(mut xml: Xml<'_, '_>) -> Result<Option<Self>, ReadError> {
        let damaged = || ReadErrorKind::Damaged.nowhere();
        let mut reader = Self {
            rows: Rows::from(0),
            tables: Vec::new(),
            paragraphs: Vec::new(),
            runs: Vec::new(),
            controls: Vec::new(),
            left_out: 0,
            in_text: false,
            table_count: 0,
            paragraph_count: 0,
            count: 0,
        };
        let mut root = None;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(|_| damaged())? {
                Event::Start(element) => {
                    let known =
                        root.get_or_insert_with(|| element.local_name().as_ref() == "document");
                    if !*known {
                        return Ok(None);
                    }
                    reader.start(&element);
                }
                Event::End(element) => reader.end(element.local_name().as_ref()),
                Event::Text(text) => reader.text(&text.xml10_content()),
                Event::CData(text) => reader.text(&text.xml10_content()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(character)) => reader.text(character.encode_utf8(&mut [0; 4])),
                    // Nothing but the five of XML itself: no document declares others.
                    _ => match resolve_xml_entity(&reference.xml10_content()) {
                        Some(text) => reader.text(text),
                        None => return Err(damaged()),
                    },
                },
                Event::DocType(_) => return Err(damaged()),
                Event::Eof => break,
                _ => {}
            }
            if reader.count >= LIMIT {
                break;
            }
        }
        reader.rows.close();
        // A part that was cut off leaves elements open.
        let complete = reader.tables.is_empty() && reader.paragraphs.is_empty();
        match root {
            Some(_) if complete || reader.count >= LIMIT => Ok(Some(reader)),
            _ => Err(damaged()),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = name.as_ref();
        if self.left_out > 0 || LEFT_OUT.contains(&name) {
            self.left_out += 1;
            return;
        }
        match name {
            "tbl" => {
                self.table_count += 1;
                self.tables.push(Table::new(self.table_count));
            }
            "tr" => self.in_table(Table::begin_row),
            "tc" => {
                self.count += 1;
                self.in_table(Table::begin_cell);
            }
            "gridBefore" => self.in_table(|table| table.skip(number(element))),
            "gridSpan" => self.in_table(|table| table.span(number(element))),
            "vMerge" => {
                let goes_on = attribute(element, "val").is_none_or(|value| value != "restart");
                self.in_table(|table| table.merge(goes_on));
            }
            "p" => self.begin_paragraph(),
            "r" => {
                let hidden = self.runs.last().copied().unwrap_or_default();
                self.runs.push(hidden);
            }
            "vanish" => {
                let off = attribute(element, "val").is_some_and(|v| v == "0" || v == "false");
                if let Some(hidden) = self.runs.last_mut() {
                    *hidden = !off;
                }
            }
            "sdt" => self.controls.push(false),
            "showingPlcHdr" => {
                if let Some(placeholder) = self.controls.last_mut() {
                    *placeholder = true;
                }
            }
            "t" => self.in_text = true,
            "tab" => self.characters("\t"),
            "br" | "cr" => self.characters("\n"),
            "noBreakHyphen" => self.characters("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        match name {
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    let (cells, height) = table.finish();
                    self.rows.below(cells, height);
                }
            }
            "tr" => self.in_table(Table::end_row),
            "tc" => self.in_table(Table::end_cell),
            "p" => self.end_paragraph(),
            "r" => {
                self.runs.pop();
            }
            "sdt" => {
                self.controls.pop();
            }
            "t" => self.in_text = false,
            _ => {}
        }
    }

    fn in_table(&mut self, act: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            act(table);
        }
    }

    fn begin_paragraph(&mut self) {
        let (cell, number) = match self.tables.last_mut().and_then(Table::paragraph) {
            Some((cell, number)) => (Some(cell), number),
            None => {
                self.paragraph_count += 1;
                self.count += 1;
                (None, self.paragraph_count)
            }
        };
        self.paragraphs.push(Paragraph { cell, number, text: String::new() });
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let Paragraph { cell, number, text } = paragraph;
        if cell.is_some() {
            self.in_table(|table| table.add(&text, cell, number));
            return;
        }
        let mut builder = TextBuilder::default();
        builder.push_paragraph(&text, cell, number);
        let text = builder.finish();
        let mut start = 0;
        for line in text.as_str().split('\n') {
            let end = start + line.chars().count();
            self.rows.line(&Line { indent: 0, text: text.part(start..end) });
            start = end + 1;
        }
    }

    /// Text between tags.
    fn text(&mut self, text: &str) {
        if self.in_text {
            self.characters(text);
        }
    }

    /// What the paragraph says next.
    fn characters(&mut self, text: &str) {
        let hidden = self.runs.last().copied().unwrap_or_default();
        if hidden || self.left_out > 0 || self.controls.contains(&true) {
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }
}

/// The number that an element gives; no table is wider.
fn number(element: &BytesStart<'_>) -> u32 {
    let value = attribute(element, "val").and_then(|value| value.parse().ok());
    value.unwrap_or(1).min(1000)
}

#[cfg(test)]
mod tests;
