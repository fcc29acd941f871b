use super::read;
use crate::read::{Document, NoticeKind};
use crate::sheet::{Field, Location, Sheet};

fn sheet(text: &str) -> Sheet {
    let Document { sheets, notices } = read(text.as_bytes()).expect(text);
    assert_eq!(notices, [], "{text}");
    let [sheet] = sheets.as_slice() else { panic!("one sheet: {sheets:?}") };
    sheet.clone()
}

#[test]
fn as_typed() {
    let sheet = sheet(
        "令和4年度 部局目標シート\r\n部局名：健康福祉部\r\n組織使命\r\n1. 歩く市民を増やす\r\n2. 窓口を早くする\r\n\r\n■部局目標１\r\n関連の組織使命：1\r\n目標の表題：歩く会\r\n〈現在の状態〉\r\n・会員は12人\r\n\r\n・期日：なし\r\n↓\r\n〈達成目標〉20人\r\n※目標が達成した状態\r\n歩く人が増える\r\n手段（どのような方法で）\r\n・説明会 4回\r\n期日：3月末\r\n",
    );
    assert_eq!(sheet.fiscal_year, Some(2022));
    assert_eq!(sheet.department.as_str(), "健康福祉部");
    assert_eq!(sheet.missions.len(), 2);
    let goal = &sheet.goals[0];
    assert_eq!(goal.field(Field::Mission).as_str(), "1");
    assert_eq!(goal.field(Field::Target).as_str(), "20人");
    assert_eq!(goal.field(Field::Outcome).as_str(), "歩く人が増える");
    assert_eq!(goal.field(Field::Means).as_str(), "・説明会 4回");
    assert_eq!(goal.field(Field::Due).as_str(), "3月末");
    let place = Location::Lines { line: 15, column: 7, end_line: 15, end_column: 9 };
    assert_eq!(goal.field(Field::Target).locate(0..2), Some(place));
}

#[test]
fn in_columns() {
    let sheet = sheet(
        "            令和4年度 部局目標シート\n 部局名    健康福祉部       部局長名   沢 一郎\n\n ◎部局目標1\n 目標の表題          歩く会を\n                     つくる\n 手段                ・説明会を開き、\n （どのような方法で）\n                     期日：までに終える\n 期日      3月末     達成状況     3\n\u{c} 理由        会員が増えた\n",
    );
    assert_eq!(sheet.head.as_str(), "沢 一郎");
    let goal = &sheet.goals[0];
    assert_eq!(goal.field(Field::Title).as_str(), "歩く会を\nつくる");
    assert_eq!(goal.field(Field::Means).as_str(), "・説明会を開き、\n期日：までに終える");
    assert_eq!(goal.field(Field::Due).as_str(), "3月末");
    assert_eq!(goal.field(Field::Status).as_str(), "3");
    assert_eq!(goal.field(Field::Reason).as_str(), "会員が増えた");
    let place = Location::Lines { line: 6, column: 22, end_line: 6, end_column: 25 };
    assert_eq!(goal.field(Field::Title).locate(5..8), Some(place));
}

#[test]
fn what_cannot_be_placed_is_told() {
    let text = "作成者のメモ\n\n目標の表題：歩く会\n手段：説明会";
    let Document { sheets, notices } = read(text.as_bytes()).expect("a sheet");
    assert_eq!(sheets.len(), 1);
    let kind = NoticeKind::Unplaced { text: "作成者のメモ".to_owned() };
    let place = Location::Lines { line: 1, column: 1, end_line: 1, end_column: 7 };
    assert_eq!(notices, [kind.at(Some(place))]);
}

#[test]
fn what_is_no_sheet() {
    for text in ["", "買い物の一覧\n手段を選ばず", &"あ".repeat(3_000_000)] {
        let found = read(text.as_bytes()).map(|document| document.sheets).unwrap_or_default();
        assert_eq!(found, []);
    }
}
