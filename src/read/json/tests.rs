//! JSON sheets: values, places, faults.

use super::{FORMAT, GOAL_KEYS, read};
use crate::finding::Language;
use crate::read::{Document, Expected, NoticeKind, ReadError, ReadErrorKind, SyntaxFault};
use crate::sheet::{Field, Location};

fn sheet(json: &str) -> Document {
    read(json.as_bytes()).unwrap()
}

fn fault(json: &str) -> (ReadErrorKind, Option<(u32, u32)>) {
    let ReadError { kind, location } = read(json.as_bytes()).unwrap_err();
    let place = location.map(|location| match location {
        Location::Lines { line, column, .. } => (line, column),
        _ => unreachable!(),
    });
    (kind, place)
}

fn lines(line: u32, column: u32, end_line: u32, end_column: u32) -> Option<Location> {
    Some(Location::Lines { line, column, end_line, end_column })
}

#[test]
fn keys_are_the_fields() {
    let fields: Vec<&str> = Field::ALL.map(Field::id).into_iter().collect();
    assert_eq!(GOAL_KEYS.get(1..).unwrap(), fields);
    assert_eq!(FORMAT.extensions, ["json"]);
}

#[test]
fn a_sheet_or_several() {
    let one = sheet(
        r#"{"fiscal_year": "令和4年度", "missions": ["一", null], "goals": [
        {"title": "表題", "status": 3, "review_status": 2.0, "mission": 1, "head": null},
        {"id": 7, "status": "3. 達成した", "reason": null}]}"#,
    );
    let [found] = one.sheets.as_slice() else { panic!("one sheet") };
    assert_eq!(found.fiscal_year, Some(2022));
    assert_eq!(found.missions.len(), 2);
    let [first, second] = found.goals.as_slice() else { panic!("two goals") };
    assert_eq!((first.id.as_str(), second.id.as_str()), ("1", "7"));
    assert_eq!(first.field(Field::Status).as_str(), "3");
    assert_eq!(first.field(Field::ReviewStatus).as_str(), "2");
    assert_eq!(second.field(Field::Status).as_str(), "3. 達成した");
    assert!(second.field(Field::Reason).is_empty());
    let [notice] = one.notices.as_slice() else { panic!("one notice: {:?}", one.notices) };
    assert!(matches!(&notice.kind, NoticeKind::UnknownKey { key, .. } if key == "head"));
    assert_eq!(notice.location, lines(2, 74, 2, 80));

    assert_eq!(sheet(r#"[{"goals": []}, {"goals": []}]"#).sheets.len(), 2);
    assert_eq!(sheet("[]").sheets.len(), 0);
    assert_eq!(sheet("\u{feff}{\"goals\": []}").sheets.len(), 1);
}

#[test]
fn places_through_escapes() {
    let json = "{\"goals\": [\n  {\"title\": \"あ\\n\\u3042\\\"い\\ud83d\\ude00え\\r\\nお\"}\n]}";
    let document = sheet(json);
    let title = document.sheets[0].goals[0].field(Field::Title);
    assert_eq!(title.as_str(), "あ\nあ\"い😀え\nお");
    let at = |position| title.locate(position..position + 1);
    assert_eq!(at(0), lines(2, 14, 2, 15));
    assert_eq!(at(1), lines(2, 15, 2, 17), "the line break");
    assert_eq!(at(2), lines(2, 17, 2, 23), "\\u3042");
    assert_eq!(at(3), lines(2, 23, 2, 25), "the quotation mark");
    assert_eq!(at(4), lines(2, 25, 2, 26));
    assert_eq!(at(5), lines(2, 26, 2, 38), "the surrogate pair");
    assert_eq!(at(6), lines(2, 38, 2, 39));
    assert_eq!(at(8), lines(2, 43, 2, 44));
    assert_eq!(title.locate(0..9), lines(2, 14, 2, 44));
}

#[test]
fn faults_have_places() {
    use ReadErrorKind::{
        CutOff, DuplicateKey, Empty, LoneSurrogate, MissingGoals, Syntax, WrongType,
    };
    let wrong = |key: &str, expected| WrongType { key: Some(key.to_owned()), expected };
    for (json, kind, place) in [
        (" \n", Empty, None),
        ("{\"goals\": [", CutOff, Some((1, 11))),
        ("{\"goals\": [\n{\"title\": \"あい", CutOff, Some((2, 13))),
        ("{\"goals\": [],\n}", Syntax(SyntaxFault::TrailingComma), Some((2, 1))),
        ("{\"あ\": 1 \"goals\": []}", Syntax(SyntaxFault::MissingComma), Some((1, 9))),
        ("{\"goals\" []}", Syntax(SyntaxFault::MissingColon), Some((1, 10))),
        ("{goals: []}", Syntax(SyntaxFault::KeyNotString), Some((1, 2))),
        ("{\"goals\": \"あ\n\"}", Syntax(SyntaxFault::ControlCharacter), Some((1, 12))),
        ("{\"goals\": \"あ\\い\"}", Syntax(SyntaxFault::Escape), Some((1, 14))),
        ("{\"goals\": []} x", Syntax(SyntaxFault::TrailingCharacters), Some((1, 15))),
        ("あ", Syntax(SyntaxFault::Other), Some((1, 1))),
        ("{\"missions\": []}", MissingGoals, Some((1, 1))),
        ("[{\"goals\": []},\n {}]", MissingGoals, Some((2, 2))),
        ("3", WrongType { key: None, expected: Expected::SheetOrSheets }, Some((1, 1))),
        ("[3]", WrongType { key: None, expected: Expected::Sheet }, Some((1, 2))),
        ("{\"goals\": {}}", wrong("goals", Expected::Goals), Some((1, 11))),
        ("{\"goals\": null}", wrong("goals", Expected::Goals), Some((1, 11))),
        ("{\"goals\": [1]}", WrongType { key: None, expected: Expected::Goal }, Some((1, 12))),
        ("{\"goals\": [{\"title\": 5}]}", wrong("title", Expected::String), Some((1, 22))),
        (
            "{\"goals\": [{\"status\": []}]}",
            wrong("status", Expected::StringOrNumber),
            Some((1, 23)),
        ),
        (
            "{\"missions\": \"a\", \"goals\": []}",
            wrong("missions", Expected::Strings),
            Some((1, 14)),
        ),
        ("{\"missions\": [1], \"goals\": []}", wrong("missions", Expected::String), Some((1, 15))),
        ("{\"goals\": [{\"title\": \"あ\\ud83d\"}]}", LoneSurrogate, Some((1, 24))),
        ("{\"goals\": [{\"title\": \"\\ude00\"}]}", LoneSurrogate, Some((1, 23))),
        (
            "{\"goals\": [{\"due\": \"\",\n\"title\": \"\", \"due\": \"\"}]}",
            DuplicateKey { key: "due".to_owned(), first_line: 1 },
            Some((2, 14)),
        ),
        (
            "{\"goals\": [],\n\"\\u0067oals\": []}",
            DuplicateKey { key: "goals".to_owned(), first_line: 1 },
            Some((2, 1)),
        ),
    ] {
        assert_eq!(fault(json), (kind, place), "{json}");
    }
    let half_key = fault("{\"\\ud800\": 1, \"goals\": []}");
    assert_eq!(half_key.0, LoneSurrogate);
}

#[test]
fn not_utf8() {
    let error = read(b"{\n\"\xE3\x81\x82\x82\xA0\": 1}").unwrap_err();
    assert_eq!(error.kind, ReadErrorKind::NotUtf8);
    assert_eq!(error.location, lines(2, 3, 2, 4));
    assert!(error.message(Language::Japanese).starts_with("2行3列: 文字コード"));
}

#[test]
fn depth_does_not_matter() {
    let deep =
        |open: &str, close: &str, depth| format!("{}{}", open.repeat(depth), close.repeat(depth));
    assert!(matches!(fault(&deep("[", "]", 200_000)).0, ReadErrorKind::WrongType { .. }));
    let unknown = format!(
        "{{\"x\": {}, \"goals\": []}}",
        deep("{\"a\":[", "]}", 100_000).replace("[]", "[1]")
    );
    assert_eq!(sheet(&unknown).notices.len(), 1);
    assert_eq!(fault(&"[{\"goals\":".repeat(100_000)).0, ReadErrorKind::CutOff);
}

#[test]
fn years() {
    let of = |year: &str| {
        let document = sheet(&format!("{{\"fiscal_year\": {year}, \"goals\": []}}"));
        (document.sheets[0].fiscal_year, document.notices.len())
    };
    assert_eq!(of("2022"), (Some(2022), 0));
    assert_eq!(of("\"2022\""), (Some(2022), 0));
    assert_eq!(of("\"令和４年度\""), (Some(2022), 0));
    assert_eq!(of("null"), (None, 0));
    assert_eq!(of("4"), (None, 1));
    assert_eq!(of("1e999"), (None, 1));
    assert_eq!(of("\"来年\""), (None, 1));
}
