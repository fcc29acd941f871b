//! Normalisation and places of texts.

use super::{CellAddress, Location, Place, Text, TextBuilder};

const B2: CellAddress = CellAddress { row: 1, column: 1 };
const B3: CellAddress = CellAddress { row: 2, column: 1 };

fn lines(text: &str) -> Text {
    let mut builder = TextBuilder::default();
    builder.push_lines(text, 3, 5);
    builder.finish()
}

#[test]
fn normalised() {
    for (raw, value) in [
        ("  \r\n\u{3000}あ い\t\r\n", "あ い"),
        ("一\r\n二\r三\n四", "一\n二\n三\n四"),
        ("一\r\r\n\n二", "一\n\n\n二"),
        (" \n ", ""),
        ("", ""),
    ] {
        assert_eq!(Text::from(raw).as_str(), value);
        assert_eq!(lines(raw).as_str(), value);
        assert_eq!(lines(raw).len(), value.chars().count());
    }
}

#[test]
fn places_in_lines() {
    let text = lines(" 一二\n三四 ");
    let at = |line, column, end_line, end_column| {
        Some(Location::Lines { line, column, end_line, end_column })
    };
    assert_eq!(text.locate(0..2), at(3, 6, 3, 8));
    assert_eq!(text.locate(1..4), at(3, 7, 4, 2));
    assert_eq!(text.locate(4..4), at(4, 2, 4, 2));
    assert_eq!(text.locate(5..5), at(4, 2, 4, 2), "after the end");
    assert_eq!(text.part(1..4).as_str(), "二\n三");
    assert_eq!(text.part(1..4).locate(2..3), at(4, 1, 4, 2));
    assert_eq!(Text::from("一").locate(0..1), None);
}

#[test]
fn places_in_cells() {
    let worksheet = "目標".into();
    let mut builder = TextBuilder::default();
    builder.push_cell("一\r\n二三", &worksheet, B2, 4);
    builder.push_unplaced("\n");
    builder.push_cell("四五", &worksheet, B3, 0);
    let text = builder.finish();
    assert_eq!(text.as_str(), "一\n二三\n四五");
    let at = |cell, start, end| {
        let worksheet = worksheet.clone();
        Some(Location::Cell { worksheet, cell, start, end })
    };
    assert_eq!(text.locate(2..3), at(B2, 7, 8), "the line break is two characters of the cell");
    assert_eq!(text.locate(3..6), at(B2, 8, 9), "the part in the first cell");
    assert_eq!(text.locate(4..6), at(B3, 0, 1), "a line break that stands nowhere");
    assert_eq!(text.locate(5..7), at(B3, 0, 2));
    assert_eq!(B3.to_string(), "B3");
    assert_eq!(CellAddress { row: 1_048_575, column: 16_383 }.to_string(), "XFD1048576");
}

#[test]
fn escapes_are_wider() {
    let mut builder = TextBuilder::default();
    let place = |column| Place::Line { line: 1, column };
    builder.push('あ', place(1), 6);
    builder.push('い', place(7), 6);
    builder.push('う', place(13), 1);
    let text = builder.finish();
    let columns = |range| match text.locate(range) {
        Some(Location::Lines { column, end_column, .. }) => (column, end_column),
        other => panic!("{other:?}"),
    };
    assert_eq!(columns(1..2), (7, 13));
    assert_eq!(columns(0..3), (1, 14));
}
