//! Where goals begin.

use std::collections::BTreeMap;

use super::layout::{Band, announces};
use super::{Grid, Kind, Square};
use crate::read::labels::{Label, narrow};
use crate::sheet::Field;

/// The first row of a goal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    pub(super) row: u32,
    /// The goal's number on the form.
    pub(super) id: Option<String>,
}

/// What a row of a table holds.
#[derive(Debug, Default)]
struct Row {
    /// The goal's number, and the last row that its cell covers.
    number: Option<(String, u32)>,
    title: bool,
    /// How many of a goal's main fields.
    fields: usize,
    /// Any other field.
    other: bool,
}

/// How many of a goal's main fields make a row a goal of its own although it has no number.
const ENOUGH: usize = 3;

/// Where the goals of a form begin: at 部局目標1 and the like; else in a table at each row; else
/// at 部局目標 without a number. Nowhere where the form holds one goal without any such label.
pub(super) fn find(grid: &Grid, band: &Band, is_header: impl Fn(usize) -> bool) -> Vec<Start> {
    let mut starts = labelled(grid, band);
    if starts.is_empty() {
        starts = rows(grid, band);
    }
    if starts.is_empty() {
        let unnumbered = |(index, _): &&(usize, _)| {
            let label = grid.get(*index).and_then(Square::label);
            label.is_some_and(|found| found.label == Label::Goal) && !is_header(*index)
        };
        let labels = band.cells.iter().filter(unnumbered);
        starts = labels
            .filter_map(|(index, _)| Some(Start { row: grid.get(*index)?.row(), id: None }))
            .collect();
    }
    starts.sort();
    starts.dedup_by_key(|start| start.row);
    starts
}

/// Goals with a label and a number: ◎部局目標1 in one cell, or 部局目標 and 1 in two.
fn labelled(grid: &Grid, band: &Band) -> Vec<Start> {
    let mut starts = Vec::new();
    for (index, position) in &band.cells {
        let Some(square) = grid.get(*index) else { continue };
        if let Some(found) = announces(square)
            && found.label == Label::Goal
            && found.number.is_some()
        {
            starts.push(Start { row: square.row(), id: found.number.clone() });
        } else if let Some(position) = position
            && matches!(position.label, Label::Goal | Label::Number)
            && !position.header
            && square.is_number()
            && let Some(label) = grid.get(position.by)
        {
            let id = Some(narrow(square.words()));
            starts.push(Start { row: label.row().min(square.row()), id });
        }
    }
    starts
}

/// Goals that are rows of a table.
fn rows(grid: &Grid, band: &Band) -> Vec<Start> {
    let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
    for (index, position) in &band.cells {
        let (Some(square), Some(position)) = (grid.get(*index), position) else { continue };
        if !position.header || square.kind != Kind::Text {
            continue;
        }
        let row = rows.entry(square.row()).or_default();
        match position.label {
            Label::Goal | Label::Number if square.is_number() => {
                row.number = Some((narrow(square.words()), square.region.last.row));
            }
            Label::Field(Field::Title) => {
                row.title = true;
                row.fields += 1;
            }
            Label::Goal if !band.has_title_column => row.title = true,
            Label::Field(Field::CurrentState | Field::Target | Field::Outcome | Field::Means)
            | Label::Level => {
                row.fields += 1;
                row.other = true;
            }
            Label::Field(_) => row.other = true,
            _ => {}
        }
    }
    rows.retain(|_, row| !grid.records || row.number.is_some() || row.title || row.other);
    let numbered = rows.values().any(|row| row.number.is_some());
    let titled = rows.values().any(|row| row.title);
    let mut covered = None;
    let mut starts = Vec::new();
    for (at, row) in rows {
        let inside = covered.is_some_and(|last| at <= last);
        let begins = match row.number {
            _ if grid.records => true,
            Some((_, last)) => {
                covered = Some(last);
                true
            }
            None if inside => false,
            None if numbered => row.fields >= ENOUGH,
            None if titled => row.title || row.fields >= ENOUGH,
            None => row.fields > 0,
        };
        if begins {
            starts.push(Start { row: at, id: row.number.map(|(id, _)| id) });
        }
    }
    starts
}
