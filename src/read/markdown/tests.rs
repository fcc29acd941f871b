//! Markdown sheets in the form and out of it.

use super::read;
use crate::read::{Document, NoticeKind};
use crate::sheet::{Field, Location, Sheet};

const FORM: &str = "\u{feff}# 令和４年度 部局マニフェスト（部局目標シート）\r
- 部局名: 健康福祉部\r
- 部局長名：山田 花子\r
\r
## 組織使命\r
1. 歩く人を増やす\r
   （全地区で）\r
2. 食を\r
\r
## 部局目標1\r
- 関連の組織使命: 1、2\r
- 関連の施策・基本事業No.: 2-3・①\r
- 期日: 2023（令和5）年3月末\r
\r
### 目標の表題\r
歩く会の会員増\r
\r
### 現在の状態\r
・会員は12人\r
\r
\\# 見出しではない\r
- 対応: 未定\r
### 達成目標\r
20人\r
";

fn sheet(text: &str) -> Sheet {
    let document = read(text.as_bytes()).unwrap();
    assert_eq!(document.notices, []);
    let [sheet] = document.sheets.as_slice() else { panic!("one sheet: {document:?}") };
    sheet.clone()
}

fn at(line: u32, column: u32, length: u32) -> Option<Location> {
    Some(Location::Lines { line, column, end_line: line, end_column: column + length })
}

#[test]
fn the_contract_s_form() {
    let sheet = sheet(FORM);
    assert_eq!(sheet.fiscal_year, Some(2022));
    assert_eq!(sheet.department.as_str(), "健康福祉部");
    assert_eq!(sheet.department.locate(0..5), at(2, 8, 5));
    assert_eq!(sheet.head.as_str(), "山田 花子");
    let missions: Vec<&str> = sheet.missions.iter().map(|mission| mission.as_str()).collect();
    assert_eq!(missions, ["歩く人を増やす\n（全地区で）", "食を"]);
    assert_eq!(sheet.missions[0].locate(0..2), at(6, 4, 2));
    assert_eq!(sheet.missions[0].locate(8..10), at(7, 4, 2));
    let [goal] = sheet.goals.as_slice() else { panic!("one goal") };
    assert_eq!(goal.id, "1");
    assert_eq!(goal.field(Field::Mission).as_str(), "1、2");
    assert_eq!(goal.field(Field::Policy).as_str(), "2-3・①");
    assert_eq!(goal.field(Field::Due).as_str(), "2023（令和5）年3月末");
    assert_eq!(goal.field(Field::Title).as_str(), "歩く会の会員増");
    let state = goal.field(Field::CurrentState);
    assert_eq!(state.as_str(), "・会員は12人\n\n# 見出しではない\n- 対応: 未定");
    assert_eq!(state.locate(0..7), at(19, 1, 7));
    assert_eq!(state.locate(9..10), at(21, 2, 1));
    assert_eq!(goal.field(Field::Target).as_str(), "20人");
}

#[test]
fn other_ways_to_write_it() {
    let text = "# Ｒ４年度 目標シート\n## 目標1：歩く会\n**現状：** 12人\n**手段**\n・声かけ\n・対応：窓口\n\
                【目指す姿】市民が歩く\n- 期日 3月末\n続き\n## 部局目標A-2\n#### 目標の表題 #\n食の会\n";
    let document = read(text.as_bytes()).unwrap();
    let [sheet] = document.sheets.as_slice() else { panic!("one sheet: {document:?}") };
    let [first, second] = sheet.goals.as_slice() else { panic!("two goals: {sheet:?}") };
    assert_eq!(first.field(Field::Title).as_str(), "歩く会");
    assert_eq!(first.field(Field::CurrentState).as_str(), "12人");
    assert_eq!(first.field(Field::Means).as_str(), "・声かけ\n・対応：窓口");
    assert_eq!(first.field(Field::Outcome).as_str(), "市民が歩く");
    assert_eq!(first.field(Field::Due).as_str(), "3月末");
    assert_eq!((second.id.as_str(), second.field(Field::Title).as_str()), ("A-2", "食の会"));
    let [notice] = document.notices.as_slice() else { panic!("{:?}", document.notices) };
    assert_eq!(notice.kind, NoticeKind::Unplaced { text: "続き".to_owned() });
    assert_eq!(notice.location, at(9, 1, 2));
}

#[test]
fn what_cannot_be_placed_is_told() {
    let form = FORM.trim_start_matches('\u{feff}');
    let text = format!("前書き\n二行目\n\n| 表 |\n{form}\n## 今後の予定\n未定\n- 何か: 値\n");
    let Document { sheets, notices } = read(text.as_bytes()).unwrap();
    assert_eq!(sheets.len(), 1);
    let kinds: Vec<NoticeKind> = notices.iter().map(|notice| notice.kind.clone()).collect();
    assert_eq!(
        kinds,
        [
            NoticeKind::Unplaced { text: "前書き\n二行目".to_owned() },
            NoticeKind::Unplaced { text: "| 表 |".to_owned() },
            NoticeKind::UnknownLabel { label: "今後の予定".to_owned() },
        ]
    );
}

#[test]
fn other_files_are_no_sheets() {
    for text in ["# mokuhyo\n\n## 手段\nビルドする\n", "ただの文", "- 対応: する\n"]
    {
        let document = read(text.as_bytes()).unwrap();
        assert_eq!(document.sheets, []);
        assert_eq!(document.notices.len(), 1);
        assert_eq!(document.notices[0].kind, NoticeKind::NoSheet);
    }
}

#[test]
fn several_sheets_in_a_file() {
    let text = FORM.trim_start_matches('\u{feff}');
    let document = read(format!("{text}\n{text}").as_bytes()).unwrap();
    assert_eq!(document.sheets.len(), 2);
    assert_eq!(document.sheets[1].goals.len(), 1);
}
