//! The same sheet gives the same values out of every format.

use mokuhyo::convert::{to_json, to_markdown};
use mokuhyo::sheet::{Field, Goal, Sheet, Text};
use proptest::prelude::*;

use crate::forms::{Layout, workbook};
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
    fn out_of_every_workbook(sheet in sheet(text)) {
        for (layout, name) in Layout::ALL {
            let found = only_sheet("form.xlsx", &workbook(&sheet, layout));
            prop_assert_eq!(values(&found), values(&sheet), "{}", name);
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
