//! The same sheet gives the same values, and the same findings, out of every format.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use mokuhyo::convert::{to_json, to_markdown};
use mokuhyo::finding::{Finding, Language};
use mokuhyo::rules::{Checker, Rules};
use mokuhyo::sheet::{Field, Goal, Sheet, Text};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::columns::columns;
use crate::forms::{Layout, workbook};
use crate::records::csv;
use crate::word::docx;
use crate::{only_sheet, values};

/// Words that are no label, with the characters that trouble readers.
const WORDS: &[&str] = &[
    "市民が歩く",
    "・相談件数 1,200件",
    "●受付を一つにまとめます。",
    "（仮称）計画",
    "25%以上",
    "－周知の徹底",
    "①調査　②公表",
    "ＡＩ・ＲＰＡ",
    "ｶﾞｲﾄﾞﾌﾞｯｸ",
    "𠮷野地区",
    "👨‍👩‍👧",
    "か\u{3099}",
    "a < b && c",
    "\"引用\"",
    "C:\\temp",
    "_x0041_",
    "=SUM(A1)",
    "'0",
    "100㎡",
    "～",
    "\u{a0}",
    "期日までに",
    "現状では",
    "手段として",
    "https://example.jp/?a=1&b=2",
    "令和4年度",
    "\t",
    "̈",
];

/// Lines that look like the structure of Markdown.
const STRUCTURE: &[&str] = &[
    "# 見出し",
    "## 部局目標9",
    "- 期日: 3月末",
    "* 手段： 声かけ",
    "〈達成目標〉",
    "【現在の状態】",
    "※目標が達成した状態",
    "\\# 逃がした",
    "\\\\",
    "1. 一つ目",
    "  - 入れ子",
    "| a | b |",
    "---",
    "```",
    "<!-- 注 -->",
    "**手段**",
    "- 番号: 3",
    "\\1,000",
    "> 引用",
    "手段：調べる",
    "+ 理由: x",
    "#",
    "\\",
    "\\〈現在の状態〉",
    "1) 〈現在の状態〉",
    "部局目標2",
];

fn line(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(words), 1..4).prop_map(|words| words.concat())
}

/// A text of some lines; the first and last begin with a word, so that nothing is trimmed away.
fn text() -> impl Strategy<Value = String> {
    let middle = prop_oneof![3 => line(WORDS), 1 => Just(String::new())];
    prop::collection::vec(middle, 0..4).prop_map(|lines| {
        let mut text = String::from("市の");
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        text.push_str("まで");
        text
    })
}

/// A text with any characters at all that a text file can hold.
fn wild() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        2 => line(STRUCTURE),
        2 => line(WORDS),
        1 => "[ \t\u{3000}]{0,3}\\PC{0,8}",
        1 => (prop::sample::select(STRUCTURE), "\\PC{0,6}").prop_map(|(a, b)| a.to_owned() + &b),
    ];
    prop::collection::vec(line, 0..5).prop_map(|lines| lines.join("\n"))
}

fn short() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[0-9]-[0-9]・[①②③]", Just("1、2".to_owned())]
}

/// A sheet whose texts come from `text`; the title of a goal is never empty.
fn sheet<S: Strategy<Value = String> + 'static>(text: fn() -> S) -> impl Strategy<Value = Sheet> {
    let goal = (
        prop::collection::vec(prop_oneof![4 => text(), 1 => Just(String::new())], 8),
        short(),
        short(),
    );
    let goals = prop::collection::vec(goal, 1..4);
    let missions = prop::collection::vec(text(), 0..4);
    (prop::option::of(1990..2100i32), goals, missions, short()).prop_map(
        |(fiscal_year, goals, missions, contact)| {
            let mut sheet = Sheet {
                fiscal_year,
                department: Text::from("こども未来部"),
                head: Text::from("部長　沢 一郎"),
                contact: Text::from(contact.as_str()),
                missions: missions.iter().map(|text| Text::from(text.as_str())).collect(),
                goals: Vec::new(),
            };
            for (number, (texts, mission, policy)) in (1..).zip(goals) {
                let mut goal = Goal::new(number.to_string());
                let fields = [
                    Field::CurrentState,
                    Field::Target,
                    Field::Outcome,
                    Field::Means,
                    Field::Reason,
                    Field::ReviewReason,
                    Field::Due,
                    Field::Section,
                ];
                for (field, text) in fields.into_iter().zip(&texts) {
                    goal.set(field, Text::from(text.as_str()));
                }
                goal.set(Field::Title, Text::from(format!("目標の{number}").as_str()));
                goal.set(Field::Mission, Text::from(mission.as_str()));
                goal.set(Field::Policy, Text::from(policy.as_str()));
                sheet.goals.push(goal);
            }
            sheet
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn out_of_every_table(sheet in sheet(text)) {
        for (layout, name) in Layout::ALL {
            let found = only_sheet("form.xlsx", &workbook(&sheet, layout));
            prop_assert_eq!(values(&found), values(&sheet), "{}", name);
        }
        let found = only_sheet("a.docx", &docx(&sheet));
        prop_assert_eq!(values(&found), values(&sheet), "Word");
        for separator in [',', '\t', ';'] {
            let csv = csv(&sheet, separator);
            let found = only_sheet("a.csv", csv.as_bytes());
            prop_assert_eq!(values(&found), values(&sheet), "{}", csv);
        }
    }

    #[test]
    fn out_of_json_and_markdown(sheet in sheet(wild)) {
        let json = to_json(std::slice::from_ref(&sheet));
        prop_assert_eq!(values(&only_sheet("a.json", json.as_bytes())), values(&sheet));
        let markdown = to_markdown(&sheet);
        let found = only_sheet("a.md", markdown.as_bytes());
        prop_assert_eq!(values(&found), values(&sheet), "{}", markdown);
    }

    #[test]
    fn places_are_where_the_characters_are(sheet in sheet(wild)) {
        use mokuhyo::sheet::Location;
        let markdown = to_markdown(&sheet);
        let lines: Vec<Vec<char>> = markdown.split('\n').map(|line| line.chars().collect()).collect();
        for goal in only_sheet("a.md", markdown.as_bytes()).goals {
            for field in Field::ALL {
                let text = goal.field(field);
                for (position, character) in text.as_str().chars().enumerate() {
                    let place = text.locate(position..position + 1);
                    let Some(Location::Lines { line, column, .. }) = place else {
                        panic!("{place:?}")
                    };
                    let found = lines[line as usize - 1].get(column as usize - 1).copied();
                    prop_assert!(found == Some(character) || character == '\n');
                }
            }
        }
    }
}

/// The sheets of a folder of fixtures.
fn sheets_in(folder: &str) -> Vec<Sheet> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).expect("the fixtures");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: &Path| only_sheet("sheet.json", &std::fs::read(path).expect("a fixture"));
    paths.iter().map(|path| read(path)).collect()
}

/// What people wrote in a field, line by line; `None` for the missions.
fn lines_of(field: Option<Field>) -> Vec<String> {
    let sheets = ["fixtures/labelled", "fixtures/sheets"].into_iter().flat_map(sheets_in);
    let texts = sheets.flat_map(|sheet| match field {
        None => sheet.missions,
        Some(field) => sheet.goals.iter().map(|goal| goal.field(field).clone()).collect(),
    });
    // In text that is set in columns, blanks at the ends of lines are the layout's.
    let lines: BTreeSet<String> = texts
        .flat_map(|text| {
            text.as_str().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()
        })
        .collect();
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

/// A text of some lines that people wrote in a field.
fn written(field: Option<Field>, most: usize) -> impl Strategy<Value = String> {
    let line = prop::sample::select(lines_of(field));
    prop::collection::vec(line, 1..=most).prop_map(|lines| lines.join("\n"))
}

/// A sheet of sentences that people wrote, put together anew, so that rules find something.
fn plausible() -> impl Strategy<Value = Sheet> {
    const FIELDS: [(Field, usize); 8] = [
        (Field::Title, 1),
        (Field::CurrentState, 3),
        (Field::Target, 3),
        (Field::Outcome, 2),
        (Field::Means, 3),
        (Field::Due, 1),
        (Field::Mission, 1),
        (Field::Policy, 1),
    ];
    let text =
        |(field, most)| prop_oneof![9 => written(Some(field), most), 1 => Just(String::new())];
    let goal =
        (written(Some(Field::Title), 1), FIELDS[1..].iter().copied().map(text).collect::<Vec<_>>());
    let missions = prop::collection::vec(written(None, 1), 1..4);
    let year = prop::option::of(2021..2026i32);
    (year, missions, prop::collection::vec(goal, 1..4)).prop_map(
        |(fiscal_year, missions, goals)| {
            let mut sheet = Sheet {
                fiscal_year,
                department: Text::from("こども未来部"),
                head: Text::from("部長　沢 一郎"),
                missions: missions.iter().map(|text| Text::from(text.as_str())).collect(),
                ..Sheet::default()
            };
            for (number, (title, texts)) in (1..).zip(goals) {
                let mut goal = Goal::new(number.to_string());
                let texts = std::iter::once(title).chain(texts);
                for ((field, _), text) in FIELDS.into_iter().zip(texts) {
                    goal.set(field, Text::from(text.as_str()));
                }
                sheet.goals.push(goal);
            }
            sheet
        },
    )
}

/// The findings in the one sheet of a file.
fn findings(name: &str, bytes: &[u8]) -> Vec<Finding> {
    static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Rules::built_in()));
    CHECKER.check(&only_sheet(name, bytes), Language::Japanese)
}

#[test]
fn findings_are_the_same_out_of_every_format() {
    let rules = RefCell::new(BTreeSet::new());
    let config = Config { cases: 96, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let result = runner.run(&plausible(), |sheet| {
        let expected = findings("a.json", to_json(std::slice::from_ref(&sheet)).as_bytes());
        let found = findings("a.md", to_markdown(&sheet).as_bytes());
        prop_assert_eq!(&found, &expected, "Markdown");
        prop_assert_eq!(&findings("a.docx", &docx(&sheet)), &expected, "Word");
        let text = columns(&sheet);
        prop_assert_eq!(&findings("a.txt", text.as_bytes()), &expected, "{}", text);
        let csv = csv(&sheet, ',');
        let (cp932, ..) = encoding_rs::SHIFT_JIS.encode(&csv);
        prop_assert_eq!(&findings("a.csv", &cp932), &expected, "CSV");
        for (layout, name) in Layout::ALL {
            let found = findings("form.xlsx", &workbook(&sheet, layout));
            prop_assert_eq!(&found, &expected, "{}", name);
        }
        rules.borrow_mut().extend(expected.into_iter().map(|finding| finding.rule));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    let rules = rules.into_inner();
    // Were nothing found, all would be the same.
    for rule in ["current_state/necessity-phrase", "target/vague", "target/means-as-target"] {
        assert!(rules.contains(rule), "{rule} never fired: {rules:?}");
    }
    assert!(rules.len() >= 10, "few rules fired: {rules:?}");
}

#[test]
fn several_sheets_as_json() {
    let mut sheet = Sheet::default();
    sheet.goals.push(Goal::new("A"));
    let json = to_json(&[sheet.clone(), sheet.clone()]);
    let document = mokuhyo::read::read("a.json", json.as_bytes()).expect("two sheets");
    assert_eq!(document.sheets.len(), 2);
    assert_eq!(document.sheets[0].goals[0].id, "A");
    assert_eq!(to_json(&[]), "[]\n");
}

#[test]
fn any_id_survives_markdown() {
    for id in ["1", "01", "A-1", "No", "総務 2", "1\n2", "部局目標3", "# 1", "12345678901234"]
    {
        let mut sheet = Sheet::default();
        let mut goal = Goal::new(id);
        goal.set(Field::Title, Text::from("表題の文"));
        sheet.goals.push(goal);
        let found = only_sheet("a.md", to_markdown(&sheet).as_bytes());
        assert_eq!(found.goals[0].id, id);
    }
}
