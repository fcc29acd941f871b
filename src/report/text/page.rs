//! The page that a report is written on: wrapped, indented, coloured.

use super::wrap::{printable, width, wrap};

/// What a stretch of text is, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Plain,
    Heading,
    Goal,
    Error,
    Warning,
    Advice,
    Faint,
}

impl Ink {
    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Heading => "1;4",
            Self::Goal => "1",
            Self::Error => "1;31",
            Self::Warning => "1;33",
            Self::Advice => "1;36",
            Self::Faint => "2",
        }
    }
}

/// Text in the making. All that is written to it is made printable.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    columns: usize,
    colour: bool,
}

impl Page {
    pub(super) fn new(columns: usize, colour: bool) -> Self {
        Self { text: String::new(), columns, colour }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) const fn columns(&self) -> usize {
        self.columns
    }

    /// An empty row, unless one stands there or the page has only begun.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A row of stretches, each in its ink, exactly as given.
    pub(super) fn row<'a>(&mut self, stretches: impl IntoIterator<Item = (Ink, &'a str)>) {
        let start = self.text.len();
        for (ink, stretch) in stretches {
            self.stretch(ink, stretch);
        }
        let blank = self.text[start..].len() - self.text[start..].trim_end_matches(' ').len();
        self.text.truncate(self.text.len() - blank);
        self.text.push('\n');
    }

    /// A paragraph that begins with a label and hangs below its end.
    pub(super) fn labelled(&mut self, indent: usize, label: (Ink, &str), ink: Ink, text: &str) {
        let hanging = if label.1.is_empty() { indent } else { indent + width(label.1) + 2 };
        let text = printable(text);
        let columns = self.columns.saturating_sub(hanging).max(10);
        let mut first = true;
        for line in text.split('\n') {
            for row in wrap(line, columns) {
                let margin = " ".repeat(if first { indent } else { hanging });
                let row = &line[row];
                if first && !label.1.is_empty() {
                    self.row([(Ink::Plain, &*margin), label, (Ink::Plain, "  "), (ink, row)]);
                } else {
                    self.row([(Ink::Plain, &*margin), (ink, row)]);
                }
                first = false;
            }
        }
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, indent: usize, ink: Ink, text: &str) {
        self.labelled(indent, (Ink::Plain, ""), ink, text);
    }

    /// Parts on one row, two blanks apart, as far as they fit; the rest on rows below.
    pub(super) fn flow<'a>(
        &mut self,
        indent: usize,
        parts: impl IntoIterator<Item = (Ink, &'a str)>,
    ) {
        let margin = " ".repeat(indent);
        let mut row = vec![(Ink::Plain, margin.clone())];
        let mut used = indent;
        for (ink, part) in parts {
            let part = printable(part);
            let columns = width(&part);
            if row.len() > 1 && used + 2 + columns > self.columns {
                self.row(row.iter().map(|(ink, text)| (*ink, &**text)));
                row = vec![(Ink::Plain, margin.clone())];
                used = indent;
            }
            if row.len() > 1 {
                row.push((Ink::Plain, "  ".into()));
                used += 2;
            }
            used += columns;
            row.push((ink, part.into_owned()));
        }
        self.row(row.iter().map(|(ink, text)| (*ink, &**text)));
    }

    fn stretch(&mut self, ink: Ink, text: &str) {
        if self.colour && ink != Ink::Plain && !text.is_empty() {
            self.text.push_str(&format!("\u{1b}[{}m{text}\u{1b}[0m", ink.code()));
        } else {
            self.text.push_str(text);
        }
    }
}
