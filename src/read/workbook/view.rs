//! How a worksheet is seen: merged regions, hidden rows and columns.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::read::grid::Region;
use crate::read::package::{Package, Xml, attribute, elements};
use crate::sheet::CellAddress;

/// Merged regions, hidden rows and columns of a worksheet.
#[derive(Debug, Default)]
pub(super) struct View {
    /// Merged regions by their first cells, which alone hold text.
    merged: HashMap<CellAddress, Region>,
    /// Runs of hidden rows and columns, from 0.
    hidden_rows: Vec<RangeInclusive<u32>>,
    hidden_columns: Vec<RangeInclusive<u32>>,
}

/// The paths of the worksheets' parts by their names, as the workbook's relations say.
pub(super) fn paths(package: &mut Package<'_>) -> Option<HashMap<String, String>> {
    let workbook = package.main_part().unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = package.relations(&format!("{folder}/_rels/{file}.rels"), folder)?;
    let targets: HashMap<String, String> =
        relations.into_iter().map(|relation| (relation.id, relation.target)).collect();
    let mut paths = HashMap::new();
    elements(package.xml(&workbook)?, |element| {
        if element.local_name().as_ref() == "sheet"
            && let Some(name) = attribute(element, "name")
            && let Some(target) = attribute(element, "id").and_then(|id| targets.get(&id))
        {
            paths.insert(name, target.clone());
        }
    })?;
    Some(paths)
}

impl View {
    /// Reads a worksheet's part; `None` where it is damaged.
    pub(super) fn read(xml: Xml<'_, '_>) -> Option<Self> {
        let mut view = Self::default();
        let mut row = 0;
        elements(xml, |element| match element.local_name().as_ref() {
            "row" => {
                // A row without its number follows the one before it.
                row = attribute(element, "r").and_then(|r| r.parse().ok()).unwrap_or(row + 1);
                if is_hidden(element, "ht") && row > 0 {
                    extend(&mut view.hidden_rows, row - 1..=row - 1);
                }
            }
            "col" if is_hidden(element, "width") => {
                let number = |name| attribute(element, name).and_then(|n| n.parse::<u32>().ok());
                if let (Some(min @ 1..), Some(max @ 1..)) = (number("min"), number("max")) {
                    extend(&mut view.hidden_columns, min - 1..=max - 1);
                }
            }
            "mergeCell" => {
                if let Some(region) = attribute(element, "ref").as_deref().and_then(region) {
                    view.merged.insert(region.first, region);
                }
            }
            _ => {}
        })?;
        Some(view)
    }

    /// The region that a cell is the first of; a cell that is not merged is one of its own.
    pub(super) fn region(&self, cell: CellAddress) -> Region {
        self.merged.get(&cell).copied().unwrap_or(Region { first: cell, last: cell })
    }

    /// Whether no row of the cell's region is seen.
    pub(super) fn is_row_hidden(&self, cell: CellAddress) -> bool {
        let Region { first, last } = self.region(cell);
        covers(&self.hidden_rows, first.row, last.row)
    }

    /// Whether no column of the cell's region is seen.
    pub(super) fn is_column_hidden(&self, cell: CellAddress) -> bool {
        let Region { first, last } = self.region(cell);
        covers(&self.hidden_columns, first.column, last.column)
    }
}

/// Whether a row or column is hidden, by its attribute or by having no height or width.
fn is_hidden(element: &quick_xml::events::BytesStart<'_>, size: &str) -> bool {
    let hidden = attribute(element, "hidden");
    let size = attribute(element, size).and_then(|size| size.parse::<f64>().ok());
    hidden.is_some_and(|hidden| hidden == "1" || hidden == "true") || size == Some(0.0)
}

/// Adds a run, joined to the last one where it follows it.
fn extend(runs: &mut Vec<RangeInclusive<u32>>, run: RangeInclusive<u32>) {
    match runs.last_mut() {
        Some(last) if last.end().checked_add(1) == Some(*run.start()) => {
            *last = *last.start()..=*run.end();
        }
        _ => runs.push(run),
    }
}

/// Whether one run covers everything from `first` to `last`.
fn covers(runs: &[RangeInclusive<u32>], first: u32, last: u32) -> bool {
    runs.iter().any(|run| run.contains(&first) && run.contains(&last))
}

/// The region of a reference such as `A1:C3`.
fn region(reference: &str) -> Option<Region> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    let (first, last) = (address(first)?, address(last)?);
    let ordered = first.row <= last.row && first.column <= last.column;
    ordered.then_some(Region { first, last })
}

/// The cell of a reference such as `$C$5`.
fn address(reference: &str) -> Option<CellAddress> {
    let reference = reference.replace('$', "");
    let digits = reference.find(|character: char| character.is_ascii_digit())?;
    let (letters, digits) = reference.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        column.checked_mul(26)?.checked_add(value).filter(|_| value <= 26)
    })?;
    let row = digits.parse::<u32>().ok()?;
    Some(CellAddress { row: row.checked_sub(1)?, column: column.checked_sub(1)? })
}

#[cfg(test)]
mod tests {
    use super::{address, covers, extend};

    #[test]
    fn addresses() {
        let of = |reference| address(reference).map(|cell| (cell.row, cell.column));
        assert_eq!(of("A1"), Some((0, 0)));
        assert_eq!(of("$BG$77"), Some((76, 58)));
        assert_eq!(of("XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "1", "A0", "あ1", "A-1", "ZZZZZZZZZZ1", "A99999999999"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn runs() {
        let mut runs = Vec::new();
        for row in [3, 4, 5, 9] {
            extend(&mut runs, row..=row);
        }
        assert_eq!(runs, [3..=5, 9..=9]);
        assert!(covers(&runs, 3, 5));
        assert!(!covers(&runs, 5, 9));
    }
}
