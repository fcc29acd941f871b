mod due;
mod links;
mod properties;

use super::*;
use crate::sheet::Goal;

/// A goal with nothing wrong in it, and then these fields.
fn goal(fields: &[(Field, &str)]) -> Goal {
    let mut goal = Goal::new("1");
    for (field, text) in [
        (Field::Mission, "1"),
        (Field::Policy, "7-5・①"),
        (Field::Title, "受診率の向上"),
        (Field::CurrentState, "受診率は38.2%である。"),
        (Field::Target, "受診率を45%にする。"),
        (Field::Outcome, "がんで亡くなる市民が減る。"),
        (Field::Means, "・未受診者への通知"),
        (Field::Due, "2023（令和5）年3月末"),
    ]
    .iter()
    .chain(fields)
    {
        goal.set(*field, Text::from(*text));
    }
    goal
}

fn sheet(goals: Vec<Goal>) -> Sheet {
    Sheet { fiscal_year: Some(2022), goals, ..Sheet::default() }
}

fn with(field: Field, text: &str) -> Sheet {
    sheet(vec![goal(&[(field, text)])])
}

fn cases(hits: &[FormHit]) -> Vec<&'static str> {
    hits.iter().map(|hit| hit.case).collect()
}

fn value<'a>(hit: &'a FormHit, name: &str) -> &'a str {
    hit.values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
}

const CHECKS: [FormCheck; 15] = [
    character::check,
    due_invalid::check,
    due_outside_fiscal_year::check,
    duplicate_goal::check,
    long_sentence::check,
    missing_field::check,
    mission_without_goal::check,
    mixed_style::check,
    not_bulleted::check,
    placeholder::check,
    policy_format::check,
    status_invalid::check,
    status_reason_missing::check,
    target_after_due::check,
    unknown_mission::check,
];

#[test]
fn a_good_sheet_passes_every_check() {
    let mut good = sheet(vec![goal(&[])]);
    good.missions = vec![Text::from("市民の健康を守る")];
    for check in CHECKS {
        assert_eq!(check(&good), []);
    }
}

#[test]
fn missing_fields() {
    let hits =
        missing_field::check(&sheet(vec![goal(&[(Field::Outcome, ""), (Field::Means, " \n")])]));
    let fields: Vec<Field> = hits.iter().map(|hit| hit.place.field).collect();
    assert_eq!(fields, [Field::Outcome, Field::Means]);
    assert_eq!(cases(&hits), ["outcome", "means"]);
    assert!(hits.iter().all(|hit| hit.place.range == (0..0)));
    assert_eq!(missing_field::check(&with(Field::Due, "")), []);
}

#[test]
fn statuses() {
    let status = |status, reason, review| {
        let fields =
            [(Field::Status, status), (Field::Reason, reason), (Field::ReviewStatus, review)];
        sheet(vec![goal(&fields)])
    };
    assert_eq!(cases(&status_invalid::check(&status("6", "", ""))), ["not-1-to-5"]);
    assert_eq!(status_invalid::check(&status("達成", "", "A")).len(), 2);
    assert_eq!(status_invalid::check(&status("３", "", "4. 達成水準を上回る成果があった")), []);
    for (typed, count) in [
        ("1", 1),
        ("２", 1),
        ("3", 0),
        ("④", 1),
        ("5. 先進的な取り組みを行い、成果があった", 1),
        ("", 0),
        ("6", 0),
    ] {
        assert_eq!(status_reason_missing::check(&status(typed, "", "")).len(), count, "{typed}");
        assert_eq!(status_reason_missing::check(&status(typed, "欠員のため", "")), [], "{typed}");
    }
    let hits = status_reason_missing::check(&status("4", "増員した", "2"));
    assert_eq!(cases(&hits), ["missed"]);
    assert_eq!(cases(&status_reason_missing::check(&status("5", "", ""))), ["exceeded"]);
    assert_eq!(hits[0].place, FormPlace::in_goal(0, Field::ReviewReason, 0..0));
    assert_eq!(hits[0].related[0].field, Field::ReviewStatus);
}

#[test]
fn the_same_goal_twice() {
    let other = |title, target| goal(&[(Field::Title, title), (Field::Target, target)]);
    let hits = duplicate_goal::check(&sheet(vec![goal(&[]), other("受診率の向上。", "別の目標")]));
    assert_eq!(cases(&hits), ["title"]);
    assert_eq!((hits[0].place.goal, hits[0].related[0].goal), (Some(1), Some(0)));
    let hits =
        duplicate_goal::check(&sheet(vec![goal(&[]), other("別", "・受診率を４５％にする")]));
    assert_eq!(cases(&hits), ["target"]);
    assert_eq!(duplicate_goal::check(&sheet(vec![goal(&[]), goal(&[])])).len(), 1);
    assert_eq!(duplicate_goal::check(&sheet(vec![goal(&[]), other("別", "別の目標")])), []);
    assert_eq!(duplicate_goal::check(&sheet(vec![other("", ""), other("", "")])), []);
}

#[test]
fn long_sentences() {
    let long = "あ".repeat(101);
    let hits = long_sentence::check(&with(Field::Means, &format!("・短い\n・{long}")));
    assert_eq!(cases(&hits), ["long"]);
    assert_eq!((hits[0].place.range.clone(), value(&hits[0], "length")), (5..106, "101"));
    let just = "あ".repeat(100);
    assert_eq!(long_sentence::check(&with(Field::Means, &format!("{just}。{just}。"))), []);
}

#[test]
fn missions_are_read_too() {
    let mut sheet = with(Field::Title, "ﾃﾞｼﾞﾀﾙ化");
    sheet.missions = vec![Text::from("○○を守る"), Text::from("ｶﾅ")];
    assert_eq!(placeholder::check(&sheet)[0].place, FormPlace::in_mission(0, 0..2));
    let hits = character::check(&sheet);
    assert_eq!(hits[0].place, FormPlace::in_mission(1, 0..2));
    assert_eq!(hits[1].place, FormPlace::in_goal(0, Field::Title, 0..6));
    assert_eq!(value(&hits[1], "code"), "U+FF83");
}

#[test]
fn a_mark_without_a_letter_is_only_taken_out() {
    for (text, case) in [("\u{3099}講座", "control"), ("か\u{3099}ん検診", "combining-mark")]
    {
        assert_eq!(cases(&character::check(&with(Field::Title, text))), [case], "{text}");
    }
}

#[test]
fn mixed_endings_are_shown_shortened() {
    let text = "窓口は3か所です。市内の相談窓口の利用は年に128件である（令和3年度）。";
    let hits = mixed_style::check(&with(Field::CurrentState, text));
    assert_eq!(value(&hits[0], "polite"), "窓口は3か所です");
    assert_eq!(value(&hits[0], "plain"), "…利用は年に128件である");
}
