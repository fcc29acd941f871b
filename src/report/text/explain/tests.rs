//! What a reader sees, as snapshots: look at them whenever they change.

use std::collections::BTreeMap;

use super::*;
use crate::rules::precision::{Figures, Record};
use crate::rules::{Checker, Rules, example};

const JAPANESE: Style = Style { language: Language::Japanese, columns: 80, colour: false };
const ENGLISH: Style = Style { language: Language::English, ..JAPANESE };

/// A rule with everything that a rule can have.
const SAMPLE: &str = r#"
title     = { ja = "ぼかした言い方", en = "Vague wording" }
guideline = "3②達成目標"
severity  = "error"
status    = "preview"
message   = { ja = "「{hit}」では、どこまで進めば達成したことになるのかが分かりません。", en = "“{hit}” does not say when it would be met." }
why       = { ja = "留意点は、達成度を客観的に判断できるよう曖昧な表現を避け、後から評価できるものとするよう求めています。", en = "The guideline asks to avoid vague wording, so that the goal can be judged afterwards." }
advice    = { ja = "年度末に何を見れば達成したと言えますか。", en = "What would show at the year's end that it was met?" }

[scope]
fields = ["target", "means"]

[[case]]
any      = ["[努める]"]
unless   = ["数 に 努める"]

[[case]]
any      = ["[検討]"]
severity = "advice"
message  = { ja = "「{hit}」だけでは、結論が出るとは限りません。", en = "“{hit}” need not end in anything." }
advice   = { ja = "いつ結論を出しますか。", en = "By when is it decided?" }

[[bad]]
text = "市民の防災意識の高揚に⟦努める⟧。"
[[bad]]
goal = { title = "空き家の利活用", target = "空き家バンクの登録の促進に向けて、所有者の意向を確かめ、関係する課と協議を重ねて、制度の見直しを⟦検討⟧する。" }
missions = ["誰もが住み続けられるまちをつくる"]
[[bad]]
field = "means"
text = "庁内の体制の強化に⟦努める⟧"
[[bad]]
text = "職員の努力を促す"
known_gap = "努力は努めるの名詞ですが、まだ見分けていません。"

[[good]]
text = "受診率を45%にする"
[[good]]
text = "登録の数に努める"
[[good]]
text = "冊子を2,000部配る"
"#;

/// A rule on the form, whose identifier is no field's.
const MISSING: &str = r#"
title     = { ja = "書かれていない欄", en = "A field is empty" }
guideline = "様式"
severity  = "warning"
message   = { ja = "「{label}」が書かれていません。", en = "“{label}” is empty." }
why       = { ja = "様式の欄です。", en = "The form has it." }
advice    = { ja = "書きます。", en = "Fill it in." }
match     = { form = "missing-field" }
"#;

fn rules() -> Rules {
    let mut rules = Rules::none();
    rules.add("target/sample", SAMPLE).expect("the sample is well formed");
    rules.add("sheet/missing", MISSING).expect("the sample is well formed");
    rules
}

/// How the sample did.
fn record() -> Record {
    let figures = Figures { hits: 62, extra: 5, missed: 8 };
    let strict = BTreeMap::from([("target/sample".to_owned(), figures)]);
    Record { sheets: 18, goals: 72, lenient: strict.clone(), strict }
}

fn sample() -> (Checker, &'static str) {
    (Checker::new(rules()), "target/sample")
}

#[test]
fn the_list() {
    let rules = rules();
    let all: Vec<_> = rules.all().iter().collect();
    insta::assert_snapshot!("list", list(&all, JAPANESE));
    insta::assert_snapshot!("list_english", list(&all, ENGLISH));
}

#[test]
fn a_rule() {
    let (checker, id) = sample();
    let sample = checker.rules().get(id).expect("the rule was added");
    let record = Some(&record());
    insta::assert_snapshot!("rule", rule(sample, record, JAPANESE));
    insta::assert_snapshot!("rule_english", rule(sample, record, ENGLISH));
    let narrow = Style { columns: 50, ..JAPANESE };
    insta::assert_snapshot!("rule_narrow", rule(sample, record, narrow));
}

#[test]
fn outcomes_of_examples() {
    let mut rules = Rules::none();
    let broken = SAMPLE.replace("⟦努める⟧。", "努める。⟦⟧").replace("登録の数に", "登録に");
    rules.add("target/broken", &broken).expect("the sample is well formed");
    rules.add("target/sample", SAMPLE).expect("the sample is well formed");
    let checker = Checker::new(rules);
    let all = checker.rules().all().iter();
    let outcomes: Vec<_> = all.map(|rule| (&*rule.id, example::run(&checker, rule))).collect();
    insta::assert_snapshot!("examples", examples(&outcomes, JAPANESE, false));
    insta::assert_snapshot!("examples_english", examples(&outcomes, ENGLISH, false));
    assert_eq!(examples(&outcomes[1..], JAPANESE, true), "");
}

/// A quotation, an aside, a figure, a time, a description inside, and two clauses.
const TEXT: &str = "・「見守り」が必要な高齢者（独居）を令和5年3月末までに20人程度訪問し、\
    見守り体制の強化に努める。\n・条例の改正";

#[test]
fn an_analysis() {
    let (checker, _) = sample();
    let grammar = checker.rules().grammar();
    let rules = Some((&checker, Field::Target));
    insta::assert_snapshot!("analysis", analysis(grammar, TEXT, rules, JAPANESE));
    insta::assert_snapshot!("analysis_english", analysis(grammar, TEXT, rules, ENGLISH));
}

#[test]
fn no_row_is_wider_than_the_terminal() {
    let (checker, id) = sample();
    let sample = checker.rules().get(id).expect("the rule was added");
    let grammar = checker.rules().grammar();
    for columns in [50, 80] {
        let style = Style { columns, ..JAPANESE };
        let rules = Some((&checker, Field::Target));
        let all =
            [rule(sample, Some(&record()), style), analysis(grammar, TEXT, rules, style)].concat();
        for row in all.lines() {
            assert!(width(row) <= columns, "{columns}: {row}");
        }
    }
}

#[test]
fn nothing_in_a_text_acts_on_the_terminal() {
    let (checker, _) = sample();
    let grammar = checker.rules().grammar();
    let text = "表題\u{1b}[2Jの\u{202e}改善に\u{7}努める";
    let shown = analysis(grammar, text, Some((&checker, Field::Target)), JAPANESE);
    let acting = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
    assert_eq!(shown.chars().find(|c| acting(*c)), None, "{shown}");
}
