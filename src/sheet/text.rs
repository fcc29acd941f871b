//! Text that knows where each of its characters stands in the user's file.

use std::ops::Range;
use std::sync::Arc;

/// The address of a worksheet cell, both parts counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAddress {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
}

impl std::fmt::Display for CellAddress {
    /// The form that Excel shows, such as `C5`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        write!(f, "{}{}", letters.iter().rev().collect::<String>(), self.row + 1)
    }
}

/// A cell of a table in a document, all counted from 1; columns as wide as the narrowest cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// The table, in the order of the document.
    pub table: u32,
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u32,
}

/// Where one character stands in the user's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a text file: line and column, both from 1, the column in Unicode scalar values.
    Line {
        /// Line, from 1.
        line: u32,
        /// Column, from 1, in Unicode scalar values.
        column: u32,
    },
    /// In a workbook: worksheet, cell and offset in the cell's text in Unicode scalar values.
    Cell {
        /// Name of the worksheet.
        worksheet: Arc<str>,
        /// The cell; of a merged region its first.
        cell: CellAddress,
        /// Offset from the start of the cell's text, from 0, in Unicode scalar values.
        offset: u32,
    },
    /// In a document: paragraph and offset in its text.
    Paragraph {
        /// The table cell that the paragraph stands in.
        cell: Option<TableCell>,
        /// The paragraph, from 1: in its cell, or among those outside of tables.
        number: u32,
        /// Offset from the start of the paragraph, from 0, in Unicode scalar values.
        offset: u32,
    },
}

/// Where a stretch of text stands in the user's file, as output shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// In a text file; lines and columns from 1, columns in Unicode scalar values, the end exclusive.
    Lines {
        /// First line.
        line: u32,
        /// First column.
        column: u32,
        /// Last line.
        end_line: u32,
        /// The column after the last character.
        end_column: u32,
    },
    /// In a workbook: the first cell that the stretch touches, and the characters in it.
    Cell {
        /// Name of the worksheet.
        worksheet: Arc<str>,
        /// The cell.
        cell: CellAddress,
        /// First character in the cell, from 0, in Unicode scalar values.
        start: u32,
        /// After the last character in the cell.
        end: u32,
    },
    /// In a document: the first paragraph that the stretch touches, and the characters in it.
    Paragraph {
        /// The table cell that the paragraph stands in.
        cell: Option<TableCell>,
        /// The paragraph, from 1: in its cell, or among those outside of tables.
        number: u32,
        /// First character in the paragraph, from 0, in Unicode scalar values.
        start: u32,
        /// After the last character in the paragraph.
        end: u32,
    },
}

/// A run of characters whose places follow each other.
#[derive(Clone, Debug, PartialEq)]
struct Run {
    /// First character of the run in the text, in Unicode scalar values.
    start: usize,
    /// How many characters the run has; what follows up to the next run stands nowhere.
    length: usize,
    /// Where that character stands.
    place: Place,
    /// How many characters of the file each character of the run takes up: 1, but more for escapes.
    width: u32,
}

/// A field's text, normalised: line breaks are `\n`, no blanks or blank lines at the ends.
///
/// Positions in it count Unicode scalar values, as in every output format.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text {
    value: String,
    runs: Vec<Run>,
}

impl Text {
    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// Whether nothing was filled in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    /// The length in Unicode scalar values.
    #[must_use]
    pub fn len(&self) -> usize {
        self.value.chars().count()
    }

    /// The characters of `range` (Unicode scalar values), as far as there are any.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> &str {
        let length = self.value.len();
        let mut bytes = self.value.char_indices().map(|(byte, _)| byte).skip(range.start);
        let start = bytes.next().unwrap_or(length);
        let end = match range.len() {
            0 => start,
            characters => bytes.nth(characters - 1).unwrap_or(length),
        };
        self.value.get(start..end).unwrap_or_default()
    }

    /// Where the characters of `range` (Unicode scalar values) stand in the file. An empty range
    /// stands where its first character does. `None` where the text has no place, since it was not
    /// read from a file.
    #[must_use]
    pub fn locate(&self, range: Range<usize>) -> Option<Location> {
        let (first, width) = range
            .clone()
            .find_map(|position| self.place(position))
            .or_else(|| self.place(range.start))
            // After the last character, or at a line break between two cells.
            .or_else(|| (0..range.start).rev().find_map(|position| self.place(position)))?;
        let (last, width) = range
            .clone()
            .rev()
            .find_map(|position| self.place(position))
            .unwrap_or((first.clone(), if range.is_empty() { 0 } else { width }));
        Some(match (first, last) {
            (Place::Line { line, column }, Place::Line { line: end_line, column: end_column }) => {
                Location::Lines { line, column, end_line, end_column: end_column + width }
            }
            (first, last) => {
                // A stretch may run over several cells or paragraphs: the part in the first is shown.
                let within = |place: &Place| place.offset_beside(&first);
                let end = match within(&last) {
                    Some(offset) => Some(offset + width),
                    None => range.clone().rev().find_map(|position| {
                        let (place, width) = self.place(position)?;
                        Some(within(&place)? + width)
                    }),
                };
                match first {
                    Place::Line { .. } => return None,
                    Place::Cell { worksheet, cell, offset: start } => {
                        Location::Cell { worksheet, cell, start, end: end.unwrap_or(start) }
                    }
                    Place::Paragraph { cell, number, offset: start } => {
                        Location::Paragraph { cell, number, start, end: end.unwrap_or(start) }
                    }
                }
            }
        })
    }

    /// A part of the text (Unicode scalar values), normalised like any text.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Self {
        let mut builder = TextBuilder::default();
        builder.push_part(self, range);
        builder.finish()
    }

    /// Other words in the place of this text, as the number of a mission for its words.
    #[must_use]
    pub(crate) fn standing_for(&self, words: &str) -> Self {
        let mut builder = TextBuilder::default();
        for character in words.chars() {
            builder.add(character, self.place(0));
        }
        builder.finish()
    }

    /// The place of one character and how many characters of the file it takes up; `None` for one
    /// that stands nowhere, such as the line break between two joined cells.
    fn place(&self, position: usize) -> Option<(Place, u32)> {
        let index = self.runs.partition_point(|run| run.start <= position).checked_sub(1)?;
        let run = self.runs.get(index)?;
        let step = position.checked_sub(run.start).filter(|step| *step < run.length)?;
        Some((run.at(step)?, run.width))
    }
}

impl Place {
    /// The offset of this place where the other is in the same cell or paragraph.
    fn offset_beside(&self, other: &Self) -> Option<u32> {
        match (self, other) {
            (
                Self::Cell { worksheet, cell, offset },
                Self::Cell { worksheet: other_sheet, cell: other_cell, .. },
            ) => (worksheet == other_sheet && cell == other_cell).then_some(*offset),
            (
                Self::Paragraph { cell, number, offset },
                Self::Paragraph { cell: other_cell, number: other_number, .. },
            ) => (cell == other_cell && number == other_number).then_some(*offset),
            _ => None,
        }
    }
}

impl Run {
    /// Where the character so many steps from the first stands.
    fn at(&self, step: usize) -> Option<Place> {
        let steps = u32::try_from(step).ok()?.checked_mul(self.width)?;
        Some(match &self.place {
            Place::Line { line, column } => {
                Place::Line { line: *line, column: column.checked_add(steps)? }
            }
            Place::Cell { worksheet, cell, offset } => Place::Cell {
                worksheet: worksheet.clone(),
                cell: *cell,
                offset: offset.checked_add(steps)?,
            },
            Place::Paragraph { cell, number, offset } => Place::Paragraph {
                cell: *cell,
                number: *number,
                offset: offset.checked_add(steps)?,
            },
        })
    }
}

impl From<&str> for Text {
    /// A text that was not read from a file, normalised.
    fn from(value: &str) -> Self {
        let mut builder = TextBuilder::default();
        builder.push_unplaced(value);
        builder.finish()
    }
}

/// Collects a text character by character with their places, and normalises it: `\r\n` and `\r`
/// become `\n`, blanks and blank lines at both ends go.
#[derive(Clone, Debug, Default)]
pub struct TextBuilder {
    text: Text,
    /// Characters so far.
    length: usize,
    /// Whether the last character was a `\r`, of which a `\n` is a part.
    after_return: bool,
}

impl TextBuilder {
    /// Adds a character that stands at `place` and takes up `width` characters of the file there.
    pub fn push(&mut self, character: char, place: Place, width: u32) {
        self.add(character, Some((place, width)));
    }

    /// Adds text that has no place of its own, such as the line break between two joined cells.
    pub fn push_unplaced(&mut self, text: &str) {
        for character in text.chars() {
            self.add(character, None);
        }
    }

    /// Adds a text with the places that it has.
    pub fn push_text(&mut self, text: &Text) {
        self.push_part(text, 0..usize::MAX);
    }

    /// Adds a part of a text (Unicode scalar values) with the places that it has.
    fn push_part(&mut self, text: &Text, range: Range<usize>) {
        let characters = text.value.chars().enumerate();
        for (position, character) in characters.take(range.end).skip(range.start) {
            self.add(character, text.place(position));
        }
    }

    /// Adds text whose characters follow each other from `line` and `column` (both from 1, the
    /// column in Unicode scalar values); a `\n` in it begins the next line.
    pub fn push_lines(&mut self, text: &str, mut line: u32, mut column: u32) {
        for character in text.chars() {
            self.push(character, Place::Line { line, column }, 1);
            if character == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
    }

    /// Adds the text of a cell, or a part of it that begins at `offset` (Unicode scalar values).
    pub fn push_cell(&mut self, text: &str, worksheet: &Arc<str>, cell: CellAddress, offset: u32) {
        for (step, character) in (0u32..).zip(text.chars()) {
            let worksheet = worksheet.clone();
            self.push(character, Place::Cell { worksheet, cell, offset: offset + step }, 1);
        }
    }

    /// Adds the text of a paragraph of a document.
    pub fn push_paragraph(&mut self, text: &str, cell: Option<TableCell>, number: u32) {
        for (offset, character) in (0u32..).zip(text.chars()) {
            self.push(character, Place::Paragraph { cell, number, offset }, 1);
        }
    }

    fn add(&mut self, character: char, place: Option<(Place, u32)>) {
        let part_of_break = character == '\n' && self.after_return;
        self.after_return = character == '\r';
        // Blanks before the text are not part of it.
        if part_of_break || (self.length == 0 && character.is_whitespace()) {
            return;
        }
        self.text.value.push(if character == '\r' { '\n' } else { character });
        if let Some((place, width)) = place {
            match self.text.runs.last_mut() {
                Some(run)
                    if run.start + run.length == self.length
                        && run.width == width
                        && run.at(run.length).as_ref() == Some(&place) =>
                {
                    run.length += 1;
                }
                _ => self.text.runs.push(Run { start: self.length, length: 1, place, width }),
            }
        }
        self.length += 1;
    }

    /// The normalised text.
    #[must_use]
    pub fn finish(self) -> Text {
        let mut text = self.text;
        let kept = text.value.trim_end().len();
        let blanks = text.value.get(kept..).unwrap_or_default().chars().count();
        let length = self.length - blanks;
        text.value.truncate(kept);
        text.runs.retain(|run| run.start < length);
        if let Some(last) = text.runs.last_mut() {
            last.length = last.length.min(length - last.start);
        }
        text
    }
}

#[cfg(test)]
mod tests;
