//! A table of a document while it is being read.

use std::collections::HashMap;

use crate::read::grid::{Cell, Region};
use crate::sheet::{CellAddress, TableCell, TextBuilder};

/// A table, its rows and columns from 0.
#[derive(Debug)]
pub(super) struct Table {
    number: u32,
    row: u32,
    column: u32,
    open: Option<Open>,
    cells: Vec<(Region, TextBuilder)>,
    /// The last cell that begins in each column: cells merged with it go on below it.
    over: HashMap<u32, usize>,
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct Open {
    span: u32,
    /// Whether it only goes on the cell above.
    goes_on: bool,
    paragraphs: u32,
    text: TextBuilder,
}

impl Table {
    pub(super) fn new(number: u32) -> Self {
        Self { number, row: 0, column: 0, open: None, cells: Vec::new(), over: HashMap::new() }
    }

    pub(super) fn begin_row(&mut self) {
        self.column = 0;
    }

    pub(super) fn end_row(&mut self) {
        self.row += 1;
    }

    pub(super) fn begin_cell(&mut self) {
        self.open = Some(Open { span: 1, ..Open::default() });
    }

    /// Leaves out columns before the first cell of a row.
    pub(super) fn skip(&mut self, columns: u32) {
        self.column = self.column.saturating_add(columns);
    }

    /// The columns that the cell covers.
    pub(super) fn span(&mut self, columns: u32) {
        if let Some(open) = &mut self.open {
            open.span = columns.max(1);
        }
    }

    /// The cell is merged: with the one above, or with those below.
    pub(super) fn merge(&mut self, goes_on: bool) {
        if let Some(open) = &mut self.open {
            open.goes_on = goes_on;
        }
    }

    /// The open cell, and the number in it of the paragraph that begins.
    pub(super) fn paragraph(&mut self) -> Option<(TableCell, u32)> {
        let cell = TableCell {
            table: self.number,
            row: self.row + 1,
            column: self.column.saturating_add(1),
        };
        let open = self.open.as_mut()?;
        open.paragraphs += 1;
        Some((cell, open.paragraphs))
    }

    /// Adds a paragraph to the open cell.
    pub(super) fn add(&mut self, text: &str, cell: Option<TableCell>, number: u32) {
        if let Some(open) = &mut self.open {
            open.text.push_unplaced("\n");
            open.text.push_paragraph(text, cell, number);
        }
    }

    pub(super) fn end_cell(&mut self) {
        let Some(open) = self.open.take() else { return };
        let first = CellAddress { row: self.row, column: self.column };
        self.column = self.column.saturating_add(open.span);
        if open.goes_on
            && let Some(above) = self.over.get(&first.column)
            && let Some((region, _)) = self.cells.get_mut(*above)
        {
            region.last.row = first.row;
            return;
        }
        let last = CellAddress { row: first.row, column: self.column.saturating_sub(1) };
        self.over.insert(first.column, self.cells.len());
        self.cells.push((Region { first, last }, open.text));
    }

    /// The cells with text in them, and the number of rows.
    pub(super) fn finish(self) -> (Vec<Cell>, u32) {
        let cells = self.cells.into_iter().map(|(region, text)| Cell {
            region,
            text: text.finish(),
            plain: false,
        });
        (cells.filter(|cell| !cell.text.is_empty()).collect(), self.row)
    }
}
