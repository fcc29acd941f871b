//! Hand-made sheets and findings, for the tests of the formats.

use std::ops::Range;
use std::sync::Arc;

use super::{CheckedSheet, FileReport, Note, Report};
use crate::finding::{Finding, Severity, Spot};
use crate::sheet::{CellAddress, Field, Goal, Location, Sheet, Text, TextBuilder};

/// A sheet of one goal with one finding in its target.
pub(crate) fn checked(title: &str, target: &str, words: Range<usize>) -> CheckedSheet {
    let mut goal = Goal::new("1");
    goal.set(Field::Title, Text::from(title));
    goal.set(Field::Target, in_line(target, 12, 1));
    let sheet = Sheet {
        fiscal_year: Some(2022),
        department: Text::from("健康福祉部"),
        missions: vec![Text::from("市民の命を守る。"), in_line("地域の会議を開催する。", 4, 4)],
        goals: vec![goal],
        ..Sheet::default()
    };
    let finding = finding(
        "target/means-as-target",
        Severity::Error,
        spot(&sheet, Some(0), Field::Target, words),
    );
    CheckedSheet { sheet, findings: vec![finding] }
}

/// A report of one file.
pub(crate) fn report(path: &str, sheets: Vec<CheckedSheet>) -> Report {
    Report::new(vec![file(path, Ok(sheets))])
}

/// A file without notices.
pub(crate) fn file(path: &str, outcome: Result<Vec<CheckedSheet>, Note>) -> FileReport {
    FileReport { path: path.into(), outcome, notices: Vec::new() }
}

/// A notice of hidden rows on a worksheet.
pub(crate) fn notice() -> Note {
    let location =
        Location::Cell { worksheet: "目標一覧".into(), cell: address(6, 0), start: 0, end: 0 };
    Note {
        message: "非表示の行 3 行は対象にしていません。".into(), location: Some(location)
    }
}

/// A finding whose messages say what a rule would.
pub(crate) fn finding(rule: &str, severity: Severity, spot: Spot) -> Finding {
    Finding {
        rule: rule.into(),
        severity,
        message: format!("「{}」は直す必要があります。", spot.text),
        help: "だれが見ても達成したかが分かる数値か期日を書きます。例: 受診率を45%にする。".into(),
        why: "達成目標には、後から評価できるものを書きます。".into(),
        guideline: "3②達成目標".into(),
        spot,
        sums_up: false,
        related: Vec::new(),
    }
}

/// A place in a sheet.
pub(crate) fn spot(sheet: &Sheet, goal: Option<usize>, field: Field, range: Range<usize>) -> Spot {
    let text = goal.map(|goal| sheet.goals[goal].field(field));
    let text = text.map_or("", Text::as_str);
    let text = text.chars().skip(range.start).take(range.len()).collect();
    Spot { goal, field, mission: None, range, text }
}

/// A mission as the other side of a finding.
pub(crate) fn mission(sheet: &Sheet, index: usize) -> Spot {
    let text = &sheet.missions[index];
    let range = 0..text.len();
    let text = text.as_str().to_owned();
    Spot { goal: None, field: Field::Mission, mission: Some(index), range, text }
}

/// Text that stands in a text file.
pub(crate) fn in_line(text: &str, line: u32, column: u32) -> Text {
    let mut builder = TextBuilder::default();
    builder.push_lines(text, line, column);
    builder.finish()
}

/// Text that fills a worksheet's cell.
pub(crate) fn in_cell(text: &str, row: u32, column: u32) -> Text {
    let mut builder = TextBuilder::default();
    builder.push_cell(text, &Arc::from("目標一覧"), address(row, column), 0);
    builder.finish()
}

fn address(row: u32, column: u32) -> CellAddress {
    CellAddress { row, column }
}
