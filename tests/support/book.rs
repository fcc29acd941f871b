//! Small workbooks cell by cell, for tests.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// A workbook of worksheets, each a name and cells: an address (`B2`, or `B2:D4` merged) and text.
pub fn book(worksheets: &[(&str, &[(&str, &str)])]) -> Vec<u8> {
    changed(worksheets, |_, _| {})
}

/// The same, with something more done to each worksheet by its name.
pub fn changed(
    worksheets: &[(&str, &[(&str, &str)])],
    change: impl Fn(&str, &mut Worksheet),
) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, cells) in worksheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(*name).expect("a name");
        for (address, text) in *cells {
            put(worksheet, address, text);
        }
        change(name, worksheet);
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn put(worksheet: &mut Worksheet, reference: &str, text: &str) {
    match reference.split_once(':') {
        None => {
            let (row, column) = address(reference);
            worksheet.write_string(row, column, text).expect("a cell");
        }
        Some((first, last)) => {
            let ((row, column), (last_row, last_column)) = (address(first), address(last));
            worksheet
                .merge_range(row, column, last_row, last_column, text, &Format::new())
                .expect("a merged region");
        }
    }
}

/// Row and column from 0.
pub fn address(reference: &str) -> (u32, u16) {
    let digits = reference.find(|c: char| c.is_ascii_digit()).expect("a row");
    let column = reference[..digits].bytes().fold(0, |n, b| n * 26 + u16::from(b - b'A') + 1);
    (reference[digits..].parse::<u32>().expect("a row") - 1, column - 1)
}
