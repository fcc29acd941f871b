//! Which label each text of a page stands under.
//!
//! A text belongs to the label to its left, or directly above it, or at the head of its column; a
//! cell may also bring its label along. Where these contradict each other, the order is the one in
//! [`Layout::position`]. Nothing depends on where on the page a form begins or in which order
//! its parts come.

use std::collections::{BTreeMap, HashMap};

use super::starts::{self, Start};
use super::{Grid, Kind, Square};
use crate::read::NoticeKind;
use crate::read::labels::{Found, Label};
use crate::sheet::Field;

/// A page, such as a worksheet, and the forms found on it.
#[derive(Debug)]
pub(in crate::read) struct Page {
    pub(super) grid: Grid,
    pub(super) bands: Vec<Band>,
    /// What to say where nothing of a form was found.
    pub(super) skipped: Option<NoticeKind>,
}

/// The rows of one form.
#[derive(Debug, Default)]
pub(super) struct Band {
    /// The cells in reading order, each with the label that it stands under.
    pub(super) cells: Vec<(usize, Option<Position>)>,
    /// Where goals begin, from top to bottom.
    pub(super) starts: Vec<Start>,
    /// Whether a header names a column for the titles of goals.
    pub(super) has_title_column: bool,
    /// Whether a header names a column for the missions that goals relate to.
    pub(super) has_mission_column: bool,
    /// Whose goals the rows of the table are, as far as columns say so.
    owner: Option<Vec<String>>,
    /// Whether the table goes on from the form above it with the goals of another department.
    pub(super) continues: bool,
}

/// The label that a text stands under.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Position {
    /// The cell of the label.
    pub(super) by: usize,
    pub(super) label: Label,
    /// The number of a mission that stands between label and text.
    pub(super) number: Option<String>,
    /// Whether the label is at the head of the text's column.
    pub(super) header: bool,
}

/// Rows with nothing in them that end a table.
const GAP: u32 = 4;

/// How many labels, at least, make a row the header of a table.
const HEADER_LABELS: usize = 3;

/// Finds forms and the labels of their texts. `skipped` is what to say of a page among others where
/// nothing of a form was found.
pub(in crate::read) fn read(grid: Grid, skipped: Option<NoticeKind>) -> Page {
    let bands = Layout::new(&grid).bands();
    Page { grid, bands, skipped }
}

struct Layout<'a> {
    grid: &'a Grid,
    /// Whether each cell is part of a header.
    header: Vec<bool>,
    /// The part of the page that each row is in, parts being set off by empty rows.
    parts: BTreeMap<u32, u32>,
    /// The header over each column, as far as the page has been read.
    over: HashMap<u32, usize>,
    positions: Vec<Option<Position>>,
}

impl<'a> Layout<'a> {
    fn new(grid: &'a Grid) -> Self {
        let mut parts = BTreeMap::new();
        let mut before: Option<(u32, u32)> = None;
        for (row, _) in grid.rows() {
            let part = match before {
                Some((last, part)) => part + u32::from(row - last > GAP),
                None => 0,
            };
            parts.insert(row, part);
            before = Some((row, part));
        }
        let mut layout = Self {
            grid,
            header: vec![false; grid.squares.len()],
            parts,
            over: HashMap::new(),
            positions: Vec::with_capacity(grid.squares.len()),
        };
        for (row, squares) in grid.rows() {
            if is_header(grid, squares) {
                for &index in squares {
                    // Cells that reach into the row from above are headers in their own row.
                    if grid.get(index).is_some_and(|square| square.row() == row)
                        && let Some(header) = layout.header.get_mut(index)
                    {
                        *header = true;
                    }
                }
            }
        }
        layout
    }

    /// Divides the page into forms: a title or 部局名 below a goal begins the next.
    fn bands(mut self) -> Vec<Band> {
        let mut bands = Vec::new();
        let mut band = Band::default();
        let mut goal_row = None;
        let mut last_row = None;
        for (index, square) in self.grid.squares.iter().enumerate() {
            let opens = matches!(square.kind, Kind::Title(_))
                || announces(square).is_some_and(|found| found.label == Label::Department);
            if opens && goal_row.is_some_and(|row| row < square.row()) {
                bands.push(self.finish(std::mem::take(&mut band)));
                self.over.clear();
                goal_row = None;
            }
            let is_header = self.header.get(index).copied().unwrap_or_default();
            let first = last_row != Some(square.row());
            last_row = Some(square.row());
            if first && let Some(owner) = self.owner(square.row()) {
                if band.owner.as_ref().is_some_and(|before| *before != owner) {
                    let next = Band {
                        has_title_column: band.has_title_column,
                        has_mission_column: band.has_mission_column,
                        continues: true,
                        ..Band::default()
                    };
                    bands.push(self.finish(std::mem::replace(&mut band, next)));
                }
                band.owner = Some(owner);
            }
            if is_header || announces(square).is_some_and(is_of_goal) {
                goal_row = Some(square.row());
            }
            let position = match square.kind {
                Kind::Text if !is_header => self.position(index),
                _ => None,
            };
            if is_header {
                for column in square.column()..=square.region.last.column {
                    self.over.insert(column, index);
                }
                let names =
                    |field| square.label().is_some_and(|found| found.label == Label::Field(field));
                band.has_title_column |= names(Field::Title);
                band.has_mission_column |= names(Field::Mission);
            }
            self.positions.push(position.clone());
            // The heading of a column that the form does not have is no text.
            if !(is_header && square.kind == Kind::Text) {
                band.cells.push((index, position));
            }
        }
        bands.push(self.finish(band));
        bands
    }

    fn finish(&self, mut band: Band) -> Band {
        band.starts = starts::find(self.grid, &band, |index| {
            self.header.get(index).copied().unwrap_or_default()
        });
        band
    }

    /// The department and year of a row of a table that has columns for them.
    fn owner(&self, row: u32) -> Option<Vec<String>> {
        let names_owner = |index: &&usize| {
            let header = self.over.get(&self.grid.get(**index)?.column())?;
            let label = self.grid.get(*header)?.label()?.label;
            Some(matches!(label, Label::Department | Label::Year))
        };
        let squares = self.grid.row(row).iter().filter(|index| names_owner(index) == Some(true));
        let texts = squares.filter_map(|&index| self.grid.get(index).filter(|s| s.row() == row));
        let owner: Vec<String> = texts.map(|square| square.words().to_owned()).collect();
        (!owner.is_empty()).then_some(owner)
    }

    /// The label that a text stands under.
    fn position(&self, index: usize) -> Option<Position> {
        let header = self.header_over(index);
        if let Some((by, number)) = self.label_left(index) {
            // In a table, a label in another column is a cell of that column: it has its own text
            // inside or below it. Labels of the sheet stand above or below tables.
            let of_sheet = self.grid.get(by)?.is_of_sheet();
            if header.is_none() || of_sheet || self.header_over(by) == header {
                return self.under(by, number, false);
            }
        }
        if let Some(by) = self.label_above(index) {
            return self.under(by, None, false);
        }
        if let Some(by) = header {
            return self.under(by, None, true);
        }
        self.text_above(index).or_else(|| {
            // 部局目標1 and the title of the goal beside it.
            let by = self.grid.left(index)?;
            let goal = self.grid.get(by)?.label()?.label == Label::Goal;
            goal.then(|| self.under(by, None, false)).flatten()
        })
    }

    fn under(&self, by: usize, number: Option<String>, header: bool) -> Option<Position> {
        let square = self.grid.get(by)?;
        match square.label() {
            Some(found) => {
                let number = number.or_else(|| found.number.clone());
                Some(Position { by, label: found.label, number, header })
            }
            // The heading of a column that the form does not have.
            None if header => Some(Position { by, label: Label::Skipped, number, header }),
            None => None,
        }
    }

    /// The label to the left, with the number of a mission that stands between.
    fn label_left(&self, index: usize) -> Option<(usize, Option<String>)> {
        let is_label = |index: usize| {
            let square = self.grid.get(index)?;
            let header = self.header.get(index).copied().unwrap_or_default();
            square.takes_text().filter(|_| !header)
        };
        let left = self.grid.left(index)?;
        if is_label(left).is_some() {
            return Some((left, None));
        }
        let number = self.grid.get(left).filter(|square| square.is_number())?;
        let label = self.grid.left(left)?;
        let missions = is_label(label)?.label == Label::Missions;
        let digits =
            number.words().chars().filter_map(|digit| digit.to_digit(10)).collect::<Vec<_>>();
        let number = digits.iter().map(u32::to_string).collect::<String>();
        missions.then_some((label, Some(number)))
    }

    /// The label directly above, where there is room for a text below it and none beside it.
    fn label_above(&self, index: usize) -> Option<usize> {
        let square = self.grid.get(index)?;
        let by = self.grid.above(index)?;
        let label = self.grid.get(by)?;
        let found = label.takes_text()?;
        let near = square.row().checked_sub(label.region.last.row)? <= 2;
        if !near || self.header.get(by).copied()? {
            return None;
        }
        // The cell below a number field's label may be that of the column: 表題 below 関連の施策.
        let number = matches!(found.label, Label::Field(Field::Mission | Field::Policy));
        if number && !square.is_number() {
            return None;
        }
        // Labels below each other have their texts beside them, unless labels are beside them.
        let is_label = |index: usize| {
            let header = self.header.get(index).copied().unwrap_or_default();
            self.grid.get(index).is_some_and(|square| square.takes_text().is_some() && !header)
        };
        let in_column = self.grid.above(by).is_some_and(|above| {
            let end = self.grid.get(above).map(|square| square.region.last.row.saturating_add(1));
            is_label(above) && end == Some(label.row())
        });
        let in_row = self.grid.right(by).is_some_and(is_label);
        (!in_column || in_row).then_some(by)
    }

    /// The label of the text directly above, which this cell continues.
    fn text_above(&self, index: usize) -> Option<Position> {
        let square = self.grid.get(index)?;
        let above = self.grid.above(index)?;
        let text = self.grid.get(above)?;
        let beside = self.grid.left(index).and_then(|left| self.grid.get(left));
        let continues = text.kind == Kind::Text
            && text.region.last.row.checked_add(1) == Some(square.row())
            && text.column() == square.column()
            && beside.is_none_or(|square| square.label().is_none());
        if continues { self.positions.get(above)?.clone() } else { None }
    }

    /// The header over a cell's column. A cell that reaches over several columns of a table, and
    /// what stands far below it, belong to none.
    fn header_over(&self, index: usize) -> Option<usize> {
        let square = self.grid.get(index)?;
        let by = *self.over.get(&square.column())?;
        let header = self.grid.get(by)?;
        let part = |row: u32| self.parts.get(&row);
        let wider = square.region.last.column > header.region.last.column
            && self
                .grid
                .right(by)
                .and_then(|next| self.grid.get(next))
                .is_some_and(|next| next.column() <= square.region.last.column);
        (!wider && part(header.row()) == part(square.row())).then_some(by)
    }
}

/// The first header of a table.
pub(super) fn header_row(grid: &Grid) -> Option<u32> {
    grid.rows().find(|(_, squares)| is_header(grid, squares)).map(|(row, _)| row)
}

/// Whether a row is the header of a table: labels of goals beside each other, hardly anything
/// else, and hardly any room between them for texts.
fn is_header(grid: &Grid, row: &[usize]) -> bool {
    let squares: Vec<&Square> = row.iter().filter_map(|&index| grid.get(index)).collect();
    let labels: Vec<&Found> = squares.iter().filter_map(|square| square.label()).collect();
    let fields = |found: &&&Found| matches!(found.label, Label::Field(_) | Label::Level);
    let numbered = |found: &&Found| found.label == Label::Goal && found.number.is_some();
    let others = squares.len() - labels.len();
    let short = |square: &&Square| square.label().is_some() || is_heading(square);
    let gaps = squares.windows(2).filter(|pair| match pair {
        [left, right] => right.column() > left.region.last.column.saturating_add(1),
        _ => false,
    });
    labels.len() >= HEADER_LABELS
        && labels.iter().filter(fields).count() >= 2
        && !labels.iter().any(numbered)
        && others * 3 <= labels.len()
        && squares.iter().all(short)
        && gaps.count() * 2 <= squares.len()
}

/// Whether a cell can be the heading of a column that the form does not have.
fn is_heading(square: &Square) -> bool {
    square.words().chars().count() <= 15 && !square.is_number() && square.lead.is_none()
}

/// The label that a cell is or begins with.
pub(super) fn announces(square: &Square) -> Option<&Found> {
    square.label().or(square.lead.as_ref())
}

/// Whether a label is one that only goals have.
fn is_of_goal(found: &Found) -> bool {
    match found.label {
        Label::Goal => found.number.is_some(),
        Label::Field(field) => field != Field::Section,
        Label::Level => true,
        _ => false,
    }
}
