//! Sheets in Excel workbooks (`.xlsx`, `.xlsm`).
//!
//! Cells are streamed and kept sparse: a text in the last cell of a worksheet costs no more than
//! one in the first. What they say is told by [`grid`].

mod cells;
mod view;

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use self::cells::Cell;
use self::view::View;
use super::grid::{self, Grid, Page};
use super::package::Package;
use super::{Content, Document, Format, Notice, NoticeKind, ReadError, ReadErrorKind};
use crate::sheet::{CellAddress, Location, TextBuilder};

pub(super) const FORMAT: Format = Format {
    extensions: &["xlsx", "xlsm"],
    content: Content::Zip,
    largest: super::MAX_WORKBOOK,
    read,
};

/// Names of worksheets that show how to fill in the form.
const EXAMPLES: &[&str] = &["記入例", "記載例", "作成例", "記入要領", "見本"];

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    // Before calamine opens the package: it reads the shared strings whole.
    let mut package = Package::open(bytes)?;
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| {
        match error {
            XlsxError::Password => ReadErrorKind::Password,
            // A zip container of something else has no workbook part.
            XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
                ReadErrorKind::NotAWorkbook
            }
            _ => ReadErrorKind::Damaged,
        }
        .nowhere()
    })?;
    let paths = view::paths(&mut package).unwrap_or_default();
    let mut notices = Vec::new();
    let mut pages = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let worksheet = sheet.name;
        if sheet.visible != SheetVisible::Visible {
            notices.push(NoticeKind::HiddenWorksheet { worksheet }.nowhere());
        } else if EXAMPLES.iter().any(|example| worksheet.contains(example)) {
            notices.push(NoticeKind::ExampleWorksheet { worksheet }.nowhere());
        } else {
            let view = match paths.get(&worksheet) {
                Some(path) => package.xml(path).and_then(View::read),
                // calamine knows more ways to name a part than this does.
                None => Some(View::default()),
            };
            match view.and_then(|view| page(&view, &mut workbook, &worksheet, &mut notices)) {
                Some(page) => pages.push(page),
                None => notices.push(NoticeKind::DamagedWorksheet { worksheet }.nowhere()),
            }
        }
    }
    Ok(grid::join(pages, notices))
}

/// What one worksheet holds; `None` where it is damaged.
fn page(
    view: &View,
    workbook: &mut Workbook<'_>,
    name: &str,
    notices: &mut Vec<Notice>,
) -> Option<Page> {
    let (cells, all) = cells::read(workbook, name)?;
    let worksheet: Arc<str> = name.into();
    if !all {
        let kind = NoticeKind::TooManyCells { worksheet: name.to_owned(), limit: cells::LIMIT };
        notices.push(kind.nowhere());
    }
    let cells = visible(cells, view, &worksheet, notices);
    let placed = |Cell { address, text }: Cell| {
        let mut builder = TextBuilder::default();
        builder.push_cell(&text, &worksheet, address, 0);
        grid::Cell { region: view.region(address), text: builder.finish(), plain: false }
    };
    let skipped = NoticeKind::SkippedWorksheet { worksheet: name.to_owned() };
    Some(grid::read(Grid::new(cells.into_iter().map(placed).collect()), Some(skipped)))
}

/// The cells that a person sees. Hidden rows and columns with something in them are told of.
fn visible(
    cells: Vec<Cell>,
    view: &View,
    worksheet: &Arc<str>,
    notices: &mut Vec<Notice>,
) -> Vec<Cell> {
    let mut rows = std::collections::BTreeMap::new();
    let mut columns = std::collections::BTreeMap::new();
    let mut kept = Vec::with_capacity(cells.len());
    for cell in cells {
        let CellAddress { row, column } = cell.address;
        if view.is_row_hidden(cell.address) {
            rows.entry(row).or_insert(cell.address);
        } else if view.is_column_hidden(cell.address) {
            columns.entry(column).or_insert(cell.address);
        } else {
            kept.push(cell);
        }
    }
    let place =
        |cell: CellAddress| Location::Cell { worksheet: worksheet.clone(), cell, start: 0, end: 0 };
    if let Some(first) = rows.values().next() {
        let kind = NoticeKind::HiddenRows { count: super::place::count(rows.len()) };
        notices.push(kind.at(Some(place(*first))));
    }
    if let Some(first) = columns.values().next() {
        let kind = NoticeKind::HiddenColumns { count: super::place::count(columns.len()) };
        notices.push(kind.at(Some(place(*first))));
    }
    kept
}
