//! The cells of a worksheet, as the text that a person sees.

use calamine::{DataRef, ExcelDateTime};

use super::Workbook;
use crate::sheet::CellAddress;

/// How many cells with text are read of a worksheet; a filled-in form has a few hundred.
pub(super) const LIMIT: usize = 100_000;

/// A cell with text in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) address: CellAddress,
    /// The text as the cell holds it: positions in the cell count its characters.
    pub(super) text: String,
}

/// Streams the cells with text of a worksheet, and says whether those are all; `None` where the
/// worksheet is damaged.
pub(super) fn read(workbook: &mut Workbook<'_>, worksheet: &str) -> Option<(Vec<Cell>, bool)> {
    let mut reader = workbook.worksheet_cells_reader(worksheet).ok()?;
    let mut cells = Vec::new();
    while let Some(cell) = reader.next_cell().ok()? {
        let Some(text) = text(cell.get_value()) else { continue };
        if cells.len() == LIMIT {
            return Some((cells, false));
        }
        let (row, column) = cell.get_position();
        cells.push(Cell { address: CellAddress { row, column }, text });
    }
    Some((cells, true))
}

/// What a person sees in a cell; `None` where that is nothing.
fn text(value: &DataRef<'_>) -> Option<String> {
    let text = match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // Excel shows no `.0`, and Rust writes none.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(time) => date(time),
        DataRef::DateTimeIso(date) => iso(date).unwrap_or_else(|| date.clone()),
        DataRef::DurationIso(duration) => duration.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// A date as Excel's Japanese default shows it, such as `2023/3/31`. The cell's own number format
/// (令和5年3月31日) is not followed.
fn date(time: &ExcelDateTime) -> String {
    if time.is_duration() {
        return time.as_f64().to_string();
    }
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    let mut text = format!("{year}/{month}/{day}");
    if (hour, minute) != (0, 0) {
        text.push_str(&format!(" {hour}:{minute:02}"));
    }
    text
}

/// The same for a date in ISO 8601.
fn iso(date: &str) -> Option<String> {
    let day = date.get(..10)?;
    let mut parts = day.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Some(format!("{year}/{month}/{day}"))
}

#[cfg(test)]
mod tests {
    use super::{iso, text};
    use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};

    #[test]
    fn values_as_seen() {
        let date = |value| {
            let kind = ExcelDateTimeType::DateTime;
            text(&DataRef::DateTime(ExcelDateTime::new(value, kind, false)))
        };
        assert_eq!(date(45016.0).as_deref(), Some("2023/3/31"));
        assert_eq!(date(45016.5).as_deref(), Some("2023/3/31 12:00"));
        assert_eq!(text(&DataRef::Float(3.0)).as_deref(), Some("3"));
        assert_eq!(text(&DataRef::Float(0.5)).as_deref(), Some("0.5"));
        assert_eq!(text(&DataRef::SharedString(" \u{3000}\n")), None);
        assert_eq!(iso("2023-03-31T00:00:00").as_deref(), Some("2023/3/31"));
        assert_eq!(iso("2023"), None);
    }
}
