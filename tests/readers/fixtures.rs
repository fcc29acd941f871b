//! The workbooks in `fixtures/` hold the sheets in `fixtures/sheets/`.
//!
//! `cargo test --test readers -- --ignored` writes the workbooks anew.

use std::path::{Path, PathBuf};

use mokuhyo::sheet::{Location, Sheet};

use crate::forms::{Layout, workbook};
use crate::{only_sheet, values};

const SHEETS: [&str; 3] = ["kenko-fukushi", "toshi-seibi", "kyoiku"];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn sheet(name: &str) -> Sheet {
    let bytes = std::fs::read(fixtures().join(format!("sheets/{name}.json"))).expect(name);
    only_sheet("sheet.json", &bytes)
}

#[test]
#[ignore = "writes into fixtures/"]
fn write_workbooks() {
    for name in SHEETS {
        let sheet = sheet(name);
        for (layout, suffix) in Layout::ALL {
            let path = fixtures().join(format!("forms/{name}-{suffix}.xlsx"));
            std::fs::write(&path, workbook(&sheet, layout)).expect("a file");
        }
    }
    let sample = fixtures().join("sample/kenko-fukushi.xlsx");
    std::fs::write(sample, workbook(&sheet("kenko-fukushi"), Layout::Iga)).expect("a file");
}

#[test]
fn workbooks_hold_their_sheets() {
    for name in SHEETS {
        let expected = values(&sheet(name));
        for (_, suffix) in Layout::ALL {
            let path = fixtures().join(format!("forms/{name}-{suffix}.xlsx"));
            let found = only_sheet("form.xlsx", &std::fs::read(&path).expect("a fixture"));
            assert_eq!(values(&found), expected, "{}", path.display());
        }
    }
    let sample = std::fs::read(fixtures().join("sample/kenko-fukushi.xlsx")).expect("the sample");
    assert_eq!(values(&only_sheet("sample.xlsx", &sample)), values(&sheet("kenko-fukushi")));
}

#[test]
fn the_guideline_s_form_keeps_cells_and_characters() {
    use mokuhyo::sheet::Field;
    let sample = std::fs::read(fixtures().join("sample/kenko-fukushi.xlsx")).expect("the sample");
    let sheet = only_sheet("sample.xlsx", &sample);
    let at = |goal: usize, field: Field, words: &str| {
        let text = sheet.goals[goal].field(field);
        let start = text.as_str().find(words).expect(words);
        let start = text.as_str()[..start].chars().count();
        match text.locate(start..start + words.chars().count()) {
            Some(Location::Cell { worksheet, cell, start, end }) => {
                (worksheet.to_string(), cell.to_string(), start, end)
            }
            other => panic!("{other:?}"),
        }
    };
    let is = |cell: &str, start, end| ("部局目標".to_owned(), cell.to_owned(), start, end);
    // Counted by hand: 〈現在の状態〉 and a line break are 8 characters, ・ is one more.
    assert_eq!(at(0, Field::CurrentState, "令和5年度"), is("C6", 9, 14));
    assert_eq!(at(0, Field::Title, "国民"), is("B7", 0, 2));
    assert_eq!(at(0, Field::Policy, "1-2"), is("B6", 14, 17));
    assert_eq!(at(1, Field::Outcome, "福祉総合相談窓口が開設されている").1, "C10");
}
