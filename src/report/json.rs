//! The findings as JSON, version 1: for scripts, and for everything that is built on top.
//!
//! Ranges and columns count Unicode scalar values. Keys are only ever added within a version.

use std::ops::Range;

use serde::Serialize;

use super::fingerprint::fingerprints;
use super::{CheckedSheet, FileReport, Report, Summary};
use crate::finding::{Finding, Spot};
use crate::sheet;

/// The report as one JSON document, ending with a line break.
#[must_use]
pub fn render(report: &Report) -> String {
    let document = Document {
        version: 1,
        findings: report.files().iter().flat_map(findings).collect(),
        errors: report
            .errors()
            .map(|(file, note)| FileError { file: &file.path, message: &note.message })
            .collect(),
        notices: report.files().iter().flat_map(notices).collect(),
        summary: report.summary(),
    };
    let mut text = serde_json::to_string_pretty(&document)
        .expect("the keys are strings and serialising to memory does not fail");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    findings: Vec<Item<'a>>,
    errors: Vec<FileError<'a>>,
    notices: Vec<Notice<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Item<'a> {
    file: &'a str,
    department: &'a str,
    goal: Option<&'a str>,
    field: &'static str,
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    help: &'a str,
    guideline: &'a str,
    text: &'a str,
    range: Span,
    location: Option<Location>,
    sheet: usize,
    related: Vec<Related<'a>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Related<'a> {
    field: &'static str,
    /// The number of the mission, where the other side is one.
    index: Option<usize>,
    goal: Option<&'a str>,
    text: &'a str,
    range: Span,
    location: Option<Location>,
}

#[derive(Serialize)]
struct FileError<'a> {
    file: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct Notice<'a> {
    file: &'a str,
    message: &'a str,
    location: Option<Location>,
}

#[derive(Serialize)]
struct Span {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Location {
    Lines {
        line: u32,
        column: u32,
        end_line: u32,
        end_column: u32,
    },
    Cell {
        worksheet: String,
        cell: String,
        start: u32,
        end: u32,
    },
    Paragraph {
        #[serde(flatten)]
        cell: Option<TableCell>,
        paragraph: u32,
        start: u32,
        end: u32,
    },
}

#[derive(Serialize)]
struct TableCell {
    table: u32,
    row: u32,
    column: u32,
}

impl From<sheet::Location> for Location {
    fn from(location: sheet::Location) -> Self {
        match location {
            sheet::Location::Lines { line, column, end_line, end_column } => {
                Self::Lines { line, column, end_line, end_column }
            }
            sheet::Location::Cell { worksheet, cell, start, end } => {
                Self::Cell { worksheet: worksheet.to_string(), cell: cell.to_string(), start, end }
            }
            sheet::Location::Paragraph { cell, number, start, end } => {
                let cell = cell.map(|sheet::TableCell { table, row, column }| TableCell {
                    table,
                    row,
                    column,
                });
                Self::Paragraph { cell, paragraph: number, start, end }
            }
        }
    }
}

impl From<&Range<usize>> for Span {
    fn from(range: &Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

fn findings(file: &FileReport) -> impl Iterator<Item = Item<'_>> {
    file.sheets().iter().enumerate().flat_map(move |(index, checked)| {
        checked
            .findings
            .iter()
            .zip(fingerprints(checked))
            .map(move |(finding, print)| item(file, index + 1, checked, finding, print))
    })
}

fn item<'a>(
    file: &'a FileReport,
    sheet: usize,
    checked: &'a CheckedSheet,
    finding: &'a Finding,
    fingerprint: String,
) -> Item<'a> {
    let spot = &finding.spot;
    let location = checked.location(spot).or_else(|| checked.location_nearby(spot));
    Item {
        file: &file.path,
        department: checked.sheet.department.as_str(),
        goal: checked.goal_id(spot),
        field: spot.field.id(),
        rule: &finding.rule,
        severity: finding.severity.id(),
        message: &finding.message,
        help: &finding.help,
        guideline: &finding.guideline,
        text: &spot.text,
        range: (&spot.range).into(),
        location: location.map(Location::from),
        sheet,
        related: finding.related.iter().map(|spot| related(checked, spot)).collect(),
        fingerprint,
    }
}

fn related<'a>(checked: &'a CheckedSheet, spot: &'a Spot) -> Related<'a> {
    Related {
        field: spot.field.id(),
        index: spot.mission.map(|mission| mission + 1),
        goal: checked.goal_id(spot),
        text: &spot.text,
        range: (&spot.range).into(),
        location: checked.location(spot).map(Location::from),
    }
}

fn notices(file: &FileReport) -> impl Iterator<Item = Notice<'_>> {
    file.notices.iter().map(|note| Notice {
        file: &file.path,
        message: &note.message,
        location: note.location.clone().map(Location::from),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::report::{Note, sample};
    use crate::sheet::Field;

    fn parse(report: &Report) -> Value {
        serde_json::from_str(&render(report)).expect("output is JSON")
    }

    #[test]
    fn a_finding_has_every_field_of_the_contract() {
        let mut checked = sample::checked("会議の開催", "前文。会議を開催する。", 3..10);
        checked.findings[0].related.push(sample::mission(&checked.sheet, 1));
        let report = parse(&sample::report("sheets/kenkou.json", vec![checked]));
        let fingerprint = report["findings"][0]["fingerprint"].clone();
        assert_eq!(fingerprint.as_str().map(str::len), Some(16));
        assert_eq!(
            report,
            json!({
                "version": 1,
                "findings": [{
                    "file": "sheets/kenkou.json",
                    "department": "健康福祉部",
                    "goal": "1",
                    "field": "target",
                    "rule": "target/means-as-target",
                    "severity": "error",
                    "message": "「会議を開催する」は直す必要があります。",
                    "help": "だれが見ても達成したかが分かる数値か期日を書きます。例: 受診率を45%にする。",
                    "guideline": "3②達成目標",
                    "text": "会議を開催する",
                    "range": {"start": 3, "end": 10},
                    "location": {"line": 12, "column": 4, "end_line": 12, "end_column": 11},
                    "sheet": 1,
                    "related": [{
                        "field": "mission",
                        "index": 2,
                        "goal": null,
                        "text": "地域の会議を開催する。",
                        "range": {"start": 0, "end": 11},
                        "location": {"line": 4, "column": 4, "end_line": 4, "end_column": 15},
                    }],
                    "fingerprint": fingerprint,
                }],
                "errors": [],
                "notices": [],
                "summary": {
                    "files": 1, "sheets": 1, "goals": 1, "error": 1, "warning": 0, "advice": 0,
                    "suppressed": 0, "baselined": 0,
                },
            })
        );
    }

    #[test]
    fn a_workbook_is_pointed_into_by_worksheet_and_cell() {
        let mut checked = sample::checked("会議の開催", "", 0..0);
        let target = sample::in_cell("会議を開催する。", 4, 2);
        checked.sheet.goals[0].set(Field::Target, target);
        checked.findings[0].spot.range = 3..5;
        let report = parse(&sample::report("a.xlsx", vec![checked]));
        assert_eq!(
            report["findings"][0]["location"],
            json!({"worksheet": "目標一覧", "cell": "C5", "start": 3, "end": 5})
        );
    }

    #[test]
    fn what_is_absent_is_located_at_its_goal() {
        let mut checked = sample::checked("", "会議を開催する。", 0..0);
        checked.findings[0].spot.field = Field::Due;
        let report = parse(&sample::report("a.md", vec![checked]));
        assert_eq!(
            report["findings"][0]["location"],
            json!({"line": 12, "column": 1, "end_line": 12, "end_column": 1})
        );
    }

    #[test]
    fn a_finding_on_the_sheet_has_no_goal() {
        let mut checked = sample::checked("会議の開催", "会議を開催する。", 0..8);
        checked.findings[0].spot = sample::mission(&checked.sheet, 1);
        let report = parse(&sample::report("a.md", vec![checked]));
        assert_eq!(report["findings"][0]["goal"], Value::Null);
        assert_eq!(report["findings"][0]["location"]["line"], 4);
    }

    #[test]
    fn sheets_are_numbered_and_unusable_files_listed() {
        let sheet = || sample::checked("会議の開催", "会議を開催する。", 0..8);
        let broken = Note { message: "読めません。".into(), location: None };
        let mut two = sample::file("b.json", Ok(vec![sheet(), sheet()]));
        two.notices.push(sample::notice());
        let report = parse(&Report::new(vec![two, sample::file("a.xlsx", Err(broken))]));
        assert_eq!(report["findings"][0]["sheet"], 1);
        assert_eq!(report["findings"][1]["sheet"], 2);
        assert_eq!(report["errors"], json!([{"file": "a.xlsx", "message": "読めません。"}]));
        assert_eq!(
            report["notices"],
            json!([{
                "file": "b.json",
                "message": "非表示の行 3 行は対象にしていません。",
                "location": {"worksheet": "目標一覧", "cell": "A7", "start": 0, "end": 0},
            }])
        );
        assert_eq!(report["summary"]["files"], 1);
        assert_eq!(report["summary"]["sheets"], 2);
    }
}
