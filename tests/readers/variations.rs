//! Forms as offices change them: labels tell what a cell is, wherever it stands.

use mokuhyo::read::{Document, NoticeKind, read};
use mokuhyo::sheet::{Field, Goal, Location, Sheet};

use crate::book::{address, book, changed};
use crate::only_sheet;

fn sheet(worksheets: &[(&str, &[(&str, &str)])]) -> Sheet {
    only_sheet("form.xlsx", &book(worksheets))
}

fn document(worksheets: &[(&str, &[(&str, &str)])]) -> Document {
    read("form.xlsx", &book(worksheets)).expect("a workbook")
}

/// The fields of a goal that are filled in, without those that every test has.
fn fields(goal: &Goal) -> Vec<(Field, &str)> {
    let all = Field::ALL.into_iter().map(|field| (field, goal.field(field).as_str()));
    all.filter(|(_, text)| !text.is_empty()).collect()
}

fn missions(sheet: &Sheet) -> Vec<&str> {
    sheet.missions.iter().map(|mission| mission.as_str()).collect()
}

/// The goal that most tests hold, as the fields that they must find.
const WALK: [(Field, &str); 6] = [
    (Field::Title, "歩く会をつくる"),
    (Field::CurrentState, "会員は12人"),
    (Field::Target, "会員 20人"),
    (Field::Outcome, "夕方に歩く人がいる"),
    (Field::Means, "・説明会 4回\n・ちらし 300枚"),
    (Field::Due, "2023年3月末"),
];

#[test]
fn a_table_with_other_words_and_columns() {
    let sheet = document(&[(
        "Sheet1",
        &[
            ("C3", "2022年度　重点目標一覧（健康福祉部）"),
            ("C5", "№"),
            ("D5", "重点目標"),
            ("E5", "現状と課題"),
            ("F5", "今年度の目標"),
            ("G5", "めざす姿"),
            ("H5", "取り組み内容"),
            ("I5", "優先度"),
            ("J5", "達成時期"),
            ("C7", "１"),
            ("D7", "歩く会をつくる"),
            ("E7", "会員は12人"),
            ("F7", "会員 20人"),
            ("G7", "夕方に歩く人がいる"),
            ("H7", "・説明会 4回\n・ちらし 300枚"),
            ("I7", "高"),
            ("J7", "2023年3月末"),
            ("C10", "２"),
            ("D10", "走る会をつくる"),
            ("I10", "低"),
            ("C12", "３"),
        ],
    )]);
    let [found] = sheet.sheets.as_slice() else { panic!("{sheet:?}") };
    assert_eq!(found.fiscal_year, Some(2022));
    assert_eq!(found.goals.iter().map(|goal| goal.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(fields(&found.goals[0]), WALK);
    assert_eq!(fields(&found.goals[1]), [(Field::Title, "走る会をつくる")]);
    let [notice] = sheet.notices.as_slice() else { panic!("{:?}", sheet.notices) };
    assert_eq!(notice.kind, NoticeKind::UnknownLabel { label: "優先度".to_owned() });
}

#[test]
fn a_header_of_two_rows() {
    let sheet = sheet(&[(
        "目標",
        &[
            ("A1:A2", "番号"),
            ("B1:B2", "目標の表題"),
            ("C1:E1", "達成水準（どの程度まで）"),
            ("F1:F2", "手段"),
            ("G1:G2", "期日"),
            ("C2", "現在の状態"),
            ("D2", "達成目標"),
            ("E2", "目標が達成した状態"),
            ("A3", "1"),
            ("B3", "歩く会をつくる"),
            ("C3", "会員は12人"),
            ("D3", "会員 20人"),
            ("E3", "夕方に歩く人がいる"),
            ("F3", "・説明会 4回\n・ちらし 300枚"),
            ("G3", "2023年3月末"),
        ],
    )]);
    assert_eq!(fields(&sheet.goals[0]), WALK);
}

#[test]
fn a_table_whose_goals_take_several_rows() {
    let sheet = sheet(&[(
        "目標",
        &[
            ("A1", "目標の表題"),
            ("B1", "現在の状態"),
            ("C1", "達成目標"),
            ("D1", "目標が達成した状態"),
            ("E1", "手段"),
            ("F1", "期日"),
            ("A2:A3", "歩く会をつくる"),
            ("B2", "会員は12人"),
            ("C2", "会員 20人"),
            ("D2", "夕方に歩く人がいる"),
            ("E2", "・説明会 4回"),
            ("E3", "・ちらし 300枚"),
            ("F2", "2023年3月末"),
            ("A4", "走る会をつくる"),
            ("E4", "・説明会"),
        ],
    )]);
    assert_eq!(fields(&sheet.goals[0]), WALK);
    assert_eq!(fields(&sheet.goals[1]).len(), 2);
}

#[test]
fn label_and_text_in_one_cell() {
    let sheet = sheet(&[(
        "目標1",
        &[
            ("A1", "令和４年度　部局目標シート"),
            ("A2", "部 局 名：健康福祉部"),
            ("D2", "部局長名　山田 花子"),
            ("A3", "組織使命１：健康に暮らせるまちをつくる"),
            ("A5", "◎部局目標１"),
            ("A6", "目標の表題（何を）：歩く会をつくる"),
            ("A7", "【現在の状態】会員は12人"),
            ("A8", "＜達成目標＞\n会員 20人"),
            ("A9", "※目標が達成した状態\n夕方に歩く人がいる"),
            ("A10", "手段（どのような方法で）\n・説明会 4回\n・ちらし 300枚"),
            ("A11", "期日：2023年3月末"),
        ],
    )]);
    assert_eq!(sheet.fiscal_year, Some(2022));
    assert_eq!(sheet.department.as_str(), "健康福祉部");
    assert_eq!(sheet.head.as_str(), "山田 花子");
    assert_eq!(missions(&sheet), ["健康に暮らせるまちをつくる"]);
    assert_eq!(fields(&sheet.goals[0]), WALK);
    let place = sheet.goals[0].field(Field::Title).locate(0..2);
    let Some(Location::Cell { cell, start, end, .. }) = place else { panic!("{place:?}") };
    assert_eq!((cell.to_string().as_str(), start, end), ("A6", 10, 12));
}

#[test]
fn text_below_its_label() {
    let sheet = sheet(&[(
        "目標",
        &[
            ("B2", "目標シート"),
            ("B4", "目標の表題"),
            ("B5", "歩く会をつくる"),
            ("B7", "現状"),
            ("D7", "達成目標"),
            ("B8", "会員は12人"),
            ("D8", "会員 20人"),
            ("B10", "目指す姿"),
            ("B11", "夕方に歩く人がいる"),
            ("B12", "具体的な取組"),
            ("B13", "・説明会 4回"),
            ("B14", "・ちらし 300枚"),
            ("B15", "期限"),
            ("D15", "達成状況"),
            ("B16", "2023年3月末"),
            ("D16", "3"),
        ],
    )]);
    let mut expected = WALK.to_vec();
    expected.push((Field::Status, "3"));
    assert_eq!(fields(&sheet.goals[0]), expected);
}

#[test]
fn a_text_over_several_rows() {
    let rows = |label: &'static str| {
        sheet(&[(
            "目標",
            &[
                ("A1", "部局目標1"),
                ("A2", "目標の表題"),
                ("B2", "歩く会をつくる"),
                ("A3", "現在の状態"),
                ("B3", "会員は12人"),
                ("A4", "達成目標"),
                ("B4", "会員 20人"),
                ("A5", "目標が達成した状態"),
                ("B5", "夕方に歩く人がいる"),
                (label, "手段"),
                ("B6", "・説明会 4回"),
                ("B7", "・ちらし 300枚"),
                ("A8", "期日"),
                ("B8", "2023年3月末"),
            ],
        )])
    };
    assert_eq!(fields(&rows("A6:A7").goals[0]), WALK);
    let sheet = rows("A6");
    assert_eq!(fields(&sheet.goals[0]), WALK);
    let means = sheet.goals[0].field(Field::Means);
    let cell = |range| match means.locate(range) {
        Some(Location::Cell { cell, start, end, .. }) => (cell.to_string(), start, end),
        other => panic!("{other:?}"),
    };
    assert_eq!(cell(9..12), ("B7".to_owned(), 1, 4));
    assert_eq!(cell(1..12), ("B6".to_owned(), 1, 7), "the part in the first cell");
}

#[test]
fn parts_of_the_level_in_cells_of_their_own() {
    let sheet = sheet(&[(
        "目標",
        &[
            ("A1", "業績目標"),
            ("B1", "目標の表題"),
            ("C1:D1", "達成水準"),
            ("E1", "手段"),
            ("F1", "期日"),
            ("A2:A4", "◎部局目標1"),
            ("B2:B4", "歩く会をつくる"),
            ("C2", "現在の状態"),
            ("D2", "会員は12人"),
            ("C3", "達成目標"),
            ("D3", "会員 20人"),
            ("C4", "目標が達成した状態"),
            ("D4", "夕方に歩く人がいる"),
            ("E2:E4", "・説明会 4回\n・ちらし 300枚"),
            ("F2:F4", "2023年3月末"),
        ],
    )]);
    assert_eq!(fields(&sheet.goals[0]), WALK);
}

#[test]
fn the_guideline_s_form_with_things_left_out() {
    let document = document(&[(
        "目標",
        &[
            ("A1", "業績目標"),
            ("B1", "目標の表題\n（何を）"),
            ("C1", "達成水準"),
            ("D1", "手段"),
            ("E1", "期日"),
            ("A2:A3", "◎部局目標1"),
            ("A4", "関連の組織使命"),
            ("A5", "１"),
            ("B2", "関連の施策・基本事業No.\n"),
            ("B3:B5", "歩く会をつくる"),
            (
                "C2:C5",
                "〈現在の状態〉\n会員は12人\n↓\n〈達成目標〉\n会員 20人\n\n※目標が達成した状態\n夕方に歩く人がいる",
            ),
            ("D2:D5", "・説明会 4回\n・ちらし 300枚"),
            ("E2:E5", "2023年3月末"),
            ("A6:A7", "◎部局目標2"),
            ("A8", "関連の組織使命\n"),
            ("B6", "関連の施策・基本事業No.\n"),
            ("C6:C9", "〈現在の状態〉\n\n↓\n〈達成目標〉\n\n\n※目標が達成した状態\n"),
            ("E6:E9", "202〇（令和〇）年〇月末"),
            ("A10:A11", "◎部局目標3"),
            ("C10:C13", "〈現在の状態〉\n\n↓\n〈達成目標〉\n"),
            ("A14:E14", "業績目標の達成状況\n5.先進的な取り組みを行い、成果があった"),
            ("A15", "●部局目標は、1つの組織使命に対して1つ以上となるように設定してください。"),
        ],
    )]);
    let [sheet] = document.sheets.as_slice() else { panic!("{document:?}") };
    let [goal] = sheet.goals.as_slice() else { panic!("{:?}", sheet.goals) };
    assert_eq!(goal.field(Field::Mission).as_str(), "１");
    assert_eq!(fields(goal).get(1..), Some(&WALK[..]));
    let [notice] = document.notices.as_slice() else { panic!("{:?}", document.notices) };
    assert_eq!(notice.kind, NoticeKind::EmptyGoal { id: "2".to_owned() });
}

#[test]
fn missions_in_every_way() {
    let goal = [("A20", "部局目標1"), ("A21", "目標の表題"), ("B21", "歩く会をつくる")];
    let of = |cells: &[(&'static str, &'static str)]| {
        let all: Vec<_> = cells.iter().copied().chain(goal).collect();
        let sheet = sheet(&[("目標", &all)]);
        missions(&sheet).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let expected = ["健康を支える", "福祉を支える"];
    assert_eq!(of(&[("A1", "組織使命"), ("B1", "1. 健康を支える\n2. 福祉を支える")]), expected);
    assert_eq!(of(&[("A1", "組織使命"), ("B1", "①健康を支える\n②福祉を支える")]), expected);
    assert_eq!(
        of(&[("A1:A2", "組織使命"), ("B1", "健康を支える"), ("B2", "福祉を支える")]),
        expected
    );
    assert_eq!(
        of(&[
            ("A1:A2", "組織使命"),
            ("B1", "1"),
            ("C1", "健康を支える"),
            ("B2", "2"),
            ("C2", "福祉を支える")
        ]),
        expected
    );
    assert_eq!(
        of(&[
            ("A1", "組織使命２"),
            ("B1", "福祉を支える"),
            ("A2", "組織使命１"),
            ("B2", "健康を支える")
        ]),
        expected
    );
    assert_eq!(of(&[("A1", "組織使命"), ("A2", "健康を支える"), ("A3", "福祉を支える")]), expected);
    assert_eq!(of(&[("A1", "組織使命1：健康を支える\n組織使命2：福祉を支える")]), expected);
}

const FORM: &[(&str, &str)] = &[
    ("A1", "部局名"),
    ("B1", "健康福祉部"),
    ("A2", "部局目標1"),
    ("A3", "目標の表題"),
    ("B3", "歩く会をつくる"),
    ("A4", "手段"),
    ("B4", "説明会 4回"),
];

#[test]
fn several_sheets_in_a_workbook() {
    let other: Vec<_> = FORM
        .iter()
        .map(|&(cell, text)| (cell, if text == "健康福祉部" { "建設部" } else { text }))
        .collect();
    let Document { sheets, notices, .. } = document(&[("健康", FORM), ("建設", &other)]);
    assert_eq!(notices, []);
    let names: Vec<_> = sheets.iter().map(|sheet| sheet.department.as_str()).collect();
    assert_eq!(names, ["健康福祉部", "建設部"]);

    // The same below each other.
    let mut both = FORM.to_vec();
    both.extend([
        ("A8", "部局名"),
        ("B8", "建設部"),
        ("A9", "部局目標1"),
        ("A10", "目標の表題"),
        ("B10", "橋を直す"),
        ("A11", "手段"),
        ("B11", "点検"),
    ]);
    let Document { sheets, .. } = document(&[("全部", &both)]);
    assert_eq!(sheets.len(), 2);
    assert_eq!(sheets[1].goals[0].field(Field::Title).as_str(), "橋を直す");
}

#[test]
fn one_sheet_over_several_worksheets() {
    let card = |title: &'static str| {
        vec![
            ("A1", "令和4年度 目標シート"),
            ("A2", "部局名"),
            ("B2", "健康福祉部"),
            ("A3", "目標の表題"),
            ("B3", title),
            ("A4", "手段"),
            ("B4", "説明会 4回"),
        ]
    };
    let missions_page = [("A1", "組織使命1"), ("B1", "健康を支える")];
    let sheet = sheet(&[
        ("歩く", &card("歩く会をつくる")),
        ("走る", &card("走る会をつくる")),
        ("使命", &missions_page),
    ]);
    assert_eq!(missions(&sheet), ["健康を支える"]);
    let ids: Vec<_> = sheet.goals.iter().map(|goal| goal.id.as_str()).collect();
    assert_eq!(ids, ["1", "2"]);
}

#[test]
fn hidden_parts_and_other_worksheets_are_told() {
    let mut form = FORM.to_vec();
    form.extend([("A5", "理由"), ("B5", "秘密"), ("A6", "期日"), ("B6", "秘密"), ("E3", "秘密")]);
    let notes = [("A1", "この様式の書き方"), ("A2", "分かりやすく書くこと")];
    let bytes = changed(
        &[("目標", &form), ("去年", FORM), ("説明", &notes), ("記入例", FORM), ("空", &[])],
        |name, worksheet| {
            if name == "目標" {
                worksheet.set_row_hidden(4).expect("a row");
                worksheet.set_row_hidden(5).expect("a row");
                worksheet.set_column_hidden(4).expect("a column");
                worksheet.set_row_hidden(70).expect("an empty row");
            }
            worksheet.set_hidden(name == "去年");
        },
    );
    let Document { sheets, notices, .. } = read("form.xlsx", &bytes).expect("a workbook");
    assert_eq!(sheets.len(), 1);
    assert_eq!(fields(&sheets[0].goals[0]).len(), 2);
    let kinds: Vec<_> = notices.iter().map(|notice| notice.kind.clone()).collect();
    let named = str::to_owned;
    assert_eq!(
        kinds,
        [
            NoticeKind::HiddenRows { count: 2 },
            NoticeKind::HiddenColumns { count: 1 },
            NoticeKind::HiddenWorksheet { worksheet: named("去年") },
            NoticeKind::ExampleWorksheet { worksheet: named("記入例") },
            NoticeKind::SkippedWorksheet { worksheet: named("説明") },
        ]
    );
    let message = notices[0].message(mokuhyo::finding::Language::Japanese);
    assert!(message.contains("非表示の行 2 行は対象にしていません。"), "{message}");
}

#[test]
fn what_belongs_to_nothing_is_told_with_its_cell() {
    let mut form = FORM.to_vec();
    form.extend([
        ("C1", "※部局長が記入"),
        ("D1", "様式１"),
        ("C3", "⇒"),
        ("A5", "理由"),
        ("A6", "来年度の宿題"),
        ("D4", "次の会議で話す"),
    ]);
    let Document { notices, .. } = document(&[("目標", &form)]);
    let told: Vec<_> = notices
        .iter()
        .map(|notice| match (&notice.kind, &notice.location) {
            (NoticeKind::Unplaced { text }, Some(Location::Cell { cell, start: 0, .. })) => {
                (text.as_str(), cell.to_string())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [("次の会議で話す", "D4".to_owned()), ("来年度の宿題", "A6".to_owned())];
    assert_eq!(told, expected);
}

#[test]
fn dates_and_numbers_as_they_are_seen() {
    let labels = [
        ("A1", "部局目標"),
        ("A2", "目標の表題"),
        ("B2", "橋を直す"),
        ("A3", "手段"),
        ("B3", "点検"),
        ("A4", "期日"),
        ("A5", "達成状況"),
        ("A6", "関連の組織使命"),
    ];
    let bytes = changed(&[("目標", &labels)], |_, worksheet| {
        let format = rust_xlsxwriter::Format::new().set_num_format("yyyy/m/d");
        let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2023, 3, 31).expect("a date");
        let (row, column) = address("B4");
        worksheet.write_datetime_with_format(row, column, &date, &format).expect("a date");
        for (cell, number) in [("B1", 2.0), ("B5", 3.0), ("B6", 1.0)] {
            let (row, column) = address(cell);
            worksheet.write_number(row, column, number).expect("a number");
        }
    });
    let sheet = only_sheet("form.xlsx", &bytes);
    assert_eq!(sheet.goals[0].id, "2");
    assert_eq!(sheet.goals[0].field(Field::Due).as_str(), "2023/3/31");
    assert_eq!(sheet.goals[0].field(Field::Status).as_str(), "3");
    assert_eq!(sheet.goals[0].field(Field::Mission).as_str(), "1");
}

#[test]
fn running_text_that_begins_like_a_label() {
    let sheet = sheet(&[(
        "目標",
        &[
            ("A1", "部局目標1"),
            ("A2", "目標の表題"),
            ("B2", "現状の課題を調べる"),
            ("A3", "現状"),
            ("B3", "手段として使える道がない\n期日までに終わらなかった"),
            ("A4", "手段"),
            (
                "B4",
                "スケジュール：\n9月 素案\n・対応：窓口を開く\n【取組】講座\n〈現在の状態〉を調べる",
            ),
        ],
    )]);
    assert_eq!(
        fields(&sheet.goals[0]),
        [
            (Field::Title, "現状の課題を調べる"),
            (Field::CurrentState, "手段として使える道がない\n期日までに終わらなかった"),
            (
                Field::Means,
                "スケジュール：\n9月 素案\n・対応：窓口を開く\n【取組】講座\n〈現在の状態〉を調べる"
            ),
        ]
    );
}

#[test]
fn a_goal_s_title_beside_or_in_its_label() {
    let sheet = sheet(&[(
        "目標",
        &[
            ("A1", "部局目標1：歩く会をつくる"),
            ("A2", "手段"),
            ("B2", "説明会"),
            ("A4", "部局目標２"),
            ("B4", "走る会をつくる"),
            ("A5", "手段"),
            ("B5", "大会"),
        ],
    )]);
    let titles: Vec<_> = sheet.goals.iter().map(|goal| goal.field(Field::Title).as_str()).collect();
    assert_eq!(titles, ["歩く会をつくる", "走る会をつくる"]);
}
