//! Sheets out of texts that stand beside and below each other: the cells of a worksheet, of a CSV
//! file or of the tables of a document.
//!
//! What is a label and what its text is told by [`layout`], from the labels alone and not from
//! positions; [`sheets`] joins what several pages hold.

mod form;
mod layout;
mod sheets;
mod starts;

pub(super) use self::layout::{Page, read};
pub(super) use self::sheets::join;

use std::collections::BTreeMap;

use super::labels::{self, Found, Label, Split, Title};
use crate::sheet::{CellAddress, Field, Location, Text};

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) first: CellAddress,
    pub(super) last: CellAddress,
}

/// A cell with text in it.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) region: Region,
    pub(super) text: Text,
    /// Whether it is known to be text, whatever it says.
    pub(super) plain: bool,
}

/// What a cell is, by its words alone.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// A label and nothing else.
    Label(Found),
    /// The title of a form.
    Title(Title),
    /// Anything else: text, which may begin with a label or hold some.
    Text,
}

/// A cell, the region that it covers, and what it is.
#[derive(Clone, Debug)]
pub(super) struct Square {
    pub(super) region: Region,
    pub(super) text: Text,
    pub(super) kind: Kind,
    /// The form's own label that the text begins with.
    pub(super) lead: Option<Found>,
}

impl Square {
    pub(super) fn row(&self) -> u32 {
        self.region.first.row
    }

    pub(super) fn column(&self) -> u32 {
        self.region.first.column
    }

    pub(super) fn words(&self) -> &str {
        self.text.as_str()
    }

    pub(super) fn label(&self) -> Option<&Found> {
        match &self.kind {
            Kind::Label(found) => Some(found),
            _ => None,
        }
    }

    /// Whether the label can have its text to its right or below it; 部局目標1 has none.
    pub(super) fn takes_text(&self) -> Option<&Found> {
        self.label().filter(|found| found.label != Label::Goal || found.number.is_none())
    }

    /// Whether the text is a number such as that of a goal or a mission.
    pub(super) fn is_number(&self) -> bool {
        self.kind == Kind::Text && self.text.len() <= 12 && labels::is_number(self.words())
    }

    /// Whether the label is one of the sheet and not of a goal.
    pub(super) fn is_of_sheet(&self) -> bool {
        self.label().is_some_and(|found| match found.label {
            Label::Department | Label::Head | Label::Contact | Label::Year => true,
            Label::Missions => found.number.is_some(),
            _ => false,
        })
    }
}

/// How many rows and columns of merged regions the index follows in all; past it a region counts
/// as its first cell.
const MERGE_BUDGET: u64 = 100_000;

/// The cells of a page by their places, sparse, and what each is by its words.
#[derive(Debug)]
pub(super) struct Grid {
    /// Whether each row under a header is a goal of its own, and all text.
    records: bool,
    /// In reading order.
    pub(super) squares: Vec<Square>,
    /// Indices of the cells that cover each row, from left to right.
    rows: BTreeMap<u32, Vec<usize>>,
    /// Indices of the cells that cover each column, from top to bottom.
    columns: BTreeMap<u32, Vec<usize>>,
}

impl Grid {
    pub(super) fn new(mut cells: Vec<Cell>) -> Self {
        // Files may hold their cells in any order.
        cells.sort_by_key(|cell| cell.region.first);
        let mut grid = Self {
            records: false,
            squares: Vec::with_capacity(cells.len()),
            rows: BTreeMap::new(),
            columns: BTreeMap::new(),
        };
        let mut budget = MERGE_BUDGET;
        for (index, Cell { mut region, text, plain }) in cells.into_iter().enumerate() {
            let span = u64::from(region.last.row.saturating_sub(region.first.row))
                + u64::from(region.last.column.saturating_sub(region.first.column));
            match budget.checked_sub(span) {
                Some(left) => budget = left,
                None => region.last = region.first,
            }
            for row in region.first.row..=region.last.row {
                grid.rows.entry(row).or_default().push(index);
            }
            for column in region.first.column..=region.last.column {
                grid.columns.entry(column).or_default().push(index);
            }
            let kind = if plain { Kind::Text } else { kind(text.as_str()) };
            let lead =
                if kind == Kind::Text && !plain { labels::lead(text.as_str()) } else { None };
            grid.squares.push(Square { region, text, kind, lead });
        }
        for row in grid.rows.values_mut() {
            let squares = &grid.squares;
            row.sort_by_key(|&index| squares.get(index).map(Square::column));
        }
        grid
    }

    /// The same where the file is a list of records: below the header of its columns nothing is a
    /// label, whatever it says.
    pub(super) fn of_records(mut self) -> Self {
        if let Some(header) = layout::header_row(&self) {
            self.records = true;
            for square in self.squares.iter_mut().filter(|square| square.row() > header) {
                square.kind = Kind::Text;
                square.lead = None;
            }
        }
        self
    }

    pub(super) fn get(&self, index: usize) -> Option<&Square> {
        self.squares.get(index)
    }

    /// The rows with something in them.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &[usize])> {
        self.rows.iter().map(|(row, squares)| (*row, squares.as_slice()))
    }

    /// The cells that cover a row, from left to right.
    fn row(&self, row: u32) -> &[usize] {
        self.rows.get(&row).map_or(&[], Vec::as_slice)
    }

    /// The nearest cell to the left, in the cell's first row.
    pub(super) fn left(&self, index: usize) -> Option<usize> {
        let (row, at) = self.in_row(index)?;
        row.get(at.checked_sub(1)?).copied()
    }

    /// The nearest cell to the right, in the cell's first row.
    pub(super) fn right(&self, index: usize) -> Option<usize> {
        let (row, at) = self.in_row(index)?;
        row.get(at + 1).copied()
    }

    /// The cell's first row, and where in it the cell is.
    fn in_row(&self, index: usize) -> Option<(&[usize], usize)> {
        let square = self.get(index)?;
        let row = self.row(square.row());
        let before =
            |other: &usize| self.get(*other).is_some_and(|other| other.column() < square.column());
        Some((row, row.partition_point(before)))
    }

    /// The nearest cell above, in the cell's first column.
    pub(super) fn above(&self, index: usize) -> Option<usize> {
        let column = self.columns.get(&self.get(index)?.column())?;
        let at = column.partition_point(|&other| other < index);
        column.get(at.checked_sub(1)?).copied()
    }

    /// Where a cell is, as a notice shows it.
    pub(super) fn location(&self, index: usize) -> Option<Location> {
        let text = &self.get(index)?.text;
        text.locate(0..text.len())
    }
}

/// What a cell is by its words.
fn kind(text: &str) -> Kind {
    let label = labels::whole(text).or_else(|| unfilled(text));
    match label {
        Some(found) => Kind::Label(found),
        None => labels::title(text).map_or(Kind::Text, Kind::Title),
    }
}

/// Longer than the labels of a cell that is not filled in.
const UNFILLED: usize = 200;

/// A label with nothing under it, as 〈現在の状態〉 ↓ 〈達成目標〉 in a cell that is not filled in.
fn unfilled(text: &str) -> Option<Found> {
    if text.chars().nth(UNFILLED).is_some() {
        return None;
    }
    let parts = labels::segments(text, Split::Every);
    let empty = parts.iter().all(|part| {
        let length = part.end.saturating_sub(part.start);
        part.found.is_some() && text.chars().skip(part.start).take(length).all(char::is_whitespace)
    });
    let mut found = parts.into_iter().next()?.found.filter(|_| empty)?;
    if matches!(found.label, Label::Field(Field::CurrentState | Field::Target | Field::Outcome)) {
        found.label = Label::Level;
    }
    Some(found)
}
