use super::{read, separator};
use crate::read::{Document, NoticeKind, ReadErrorKind};
use crate::sheet::{Field, Location, Sheet};

fn sheets(text: &str) -> Vec<Sheet> {
    let Document { sheets, notices } = read(text.as_bytes()).expect(text);
    assert_eq!(notices, [], "{text}");
    sheets
}

#[test]
fn separators() {
    for between in [',', '\t', ';'] {
        let text = format!(
            "部局名{between}目標の表題{between}達成目標\n\"a,;\tb\"{between}b;,\t{between}c"
        );
        assert_eq!(separator(&text), between);
    }
    assert_eq!(separator("a;b"), ',');
}

#[test]
fn line_breaks_and_quotation_marks_keep_their_places() {
    let text =
        "目標の表題,達成目標,手段,期日\r\n歩く,\"二\"\"行\r\n 目\",\"\"\"a\"\"\"\"b\" c,3月末\r\n";
    let [sheet] = &sheets(text)[..] else { panic!("one sheet") };
    let [goal] = &sheet.goals[..] else { panic!("one goal") };
    let target = goal.field(Field::Target);
    assert_eq!(target.as_str(), "二\"行\n 目");
    let at = |line, column, end_line, end_column| {
        Some(Location::Lines { line, column, end_line, end_column })
    };
    assert_eq!(target.locate(0..3), at(2, 5, 2, 9));
    assert_eq!(target.locate(1..2), at(2, 6, 2, 8));
    assert_eq!(target.locate(5..6), at(3, 2, 3, 3));
    assert_eq!(goal.field(Field::Means).as_str(), "\"a\"\"b c");
    assert_eq!(goal.field(Field::Due).locate(0..3), at(3, 18, 3, 21));
}

#[test]
fn what_belongs_to_the_sheet_stands_in_every_row() {
    let text = "年度,部局名,組織使命,目標の表題,達成目標,達成状況,達成状況（指導者）
2022,健康福祉部,歩く市民を増やす,歩く,20人,3,2
2022,健康福祉部,窓口を早くする,窓口,5分,,
2022,健康福祉部,歩く市民を増やす,,30人,4,
2022,建設部,道路を守る,道路,3km,,";
    let found = sheets(text);
    let [health, roads] = &found[..] else { panic!("two sheets: {found:?}") };
    assert_eq!((health.fiscal_year, roads.fiscal_year), (Some(2022), Some(2022)));
    assert_eq!(roads.department.as_str(), "建設部");
    let missions: Vec<&str> = health.missions.iter().map(|mission| mission.as_str()).collect();
    assert_eq!(missions, ["歩く市民を増やす", "窓口を早くする"]);
    let related: Vec<&str> =
        health.goals.iter().map(|goal| goal.field(Field::Mission).as_str()).collect();
    assert_eq!(related, ["1", "2", "1"]);
    assert!(health.goals[2].field(Field::Title).is_empty());
    assert_eq!(health.goals[0].field(Field::ReviewStatus).as_str(), "2");
    let place = health.goals[1].field(Field::Mission).locate(0..1);
    assert_eq!(place, Some(Location::Lines { line: 3, column: 12, end_line: 3, end_column: 13 }));
}

#[test]
fn rows_of_a_department_need_not_stand_together() {
    let text =
        "部局名,目標の表題,達成目標\n健康福祉部,歩く,20人\n建設部,道路,3km\n健康福祉部,窓口,5分";
    let goals: Vec<usize> = sheets(text).iter().map(|sheet| sheet.goals.len()).collect();
    assert_eq!(goals, [2, 1]);
}

#[test]
fn a_field_may_say_what_a_label_says() {
    let [sheet] = &sheets("目標の表題,達成目標,手段\n手段,達成目標,期日：3月")[..]
    else {
        panic!()
    };
    assert_eq!(sheet.goals[0].field(Field::Title).as_str(), "手段");
    assert_eq!(sheet.goals[0].field(Field::Means).as_str(), "期日：3月");
}

#[test]
fn the_form_saved_as_csv() {
    let text = "令和4年度 部局目標シート,,\n部局名,健康福祉部,\n組織使命1,歩く市民を増やす,\n◎部局目標1,,\n目標の表題,歩く会,\n\"手段\n（どのような方法で）\",説明会 4回,";
    let [sheet] = &sheets(text)[..] else { panic!() };
    assert_eq!(sheet.fiscal_year, Some(2022));
    assert_eq!(sheet.goals[0].field(Field::Means).as_str(), "説明会 4回");
}

#[test]
fn what_cannot_be_placed_is_told() {
    let text = "目標の表題,達成目標,手段,担当者の感想\n歩く,20人,説明会,良い";
    let Document { sheets, notices } = read(text.as_bytes()).expect("a sheet");
    assert_eq!(sheets.len(), 1);
    let kind = NoticeKind::UnknownLabel { label: "担当者の感想".to_owned() };
    assert_eq!(notices.iter().map(|notice| &notice.kind).collect::<Vec<_>>(), [&kind]);
}

#[test]
fn what_is_no_sheet() {
    let Document { sheets, notices } = read(b"name,age\na,1").expect("CSV");
    assert_eq!((sheets, notices), (vec![], vec![NoticeKind::NoSheet.nowhere()]));
    let place = Location::Lines { line: 2, column: 3, end_line: 2, end_column: 4 };
    let open = read("目標の表題,手段\na,\"b\n".as_bytes()).expect_err("an open quote");
    assert_eq!(open, ReadErrorKind::OpenQuote.at(place));
    let line = "あ".repeat(3_000_000);
    assert_eq!(read(line.as_bytes()).expect("CSV").sheets, []);
    let many = read("a,".repeat(2 * super::LIMIT).as_bytes()).expect("CSV");
    let told = NoticeKind::TooManyFields { limit: super::LIMIT }.nowhere();
    assert!(many.notices.contains(&told), "{:?}", many.notices);
}
