//! What a reader sees, as snapshots: look at them whenever they change.

use miette::Diagnostic;

use super::*;
use crate::finding::Spot;
use crate::report::{CheckedSheet, Note, Report, sample};
use crate::sheet::{Goal, Sheet, Text};

const PLAIN: Options = Options {
    language: Language::Japanese,
    columns: 80,
    colour: false,
    least: Severity::Warning,
    quiet: false,
    all: false,
};

/// A workbook with a cell of some 600 characters, a title that repeats a mission, the same fault
/// in two goals, and a goal without a date.
fn workbook() -> Report {
    let mut first = Goal::new("1");
    first.set(Field::Title, sample::in_cell("安全・安心な水道水の安定供給", 4, 1));
    first.set(Field::CurrentState, sample::in_cell(&long_cell(), 4, 2));
    first.set(
        Field::Target,
        sample::in_cell("・水質検査計画に基づき、積極的な取組を進める。", 4, 3),
    );
    let mut second = Goal::new("2");
    second.set(Field::Title, sample::in_cell("ﾃﾞｼﾞﾀﾙ窓口の開設", 5, 1));
    second
        .set(Field::CurrentState, sample::in_cell("職員の対応力の向上が必要となっている。", 5, 2));
    second.set(
        Field::Target,
        sample::in_cell(&"・DXの推進に努める\n・関係機関との連携を図る\n".repeat(3), 5, 3),
    );
    let sheet = Sheet {
        department: Text::from("上下水道部"),
        missions: vec![sample::in_cell("安全で安心な水道水を安定して供給する", 1, 1)],
        goals: vec![first, second],
        ..Sheet::default()
    };
    let findings = findings(&sheet);
    sample::report("sheets/suido.xlsx", vec![CheckedSheet { sheet, findings }])
}

fn findings(sheet: &Sheet) -> Vec<Finding> {
    let need = |goal| {
        let mut need = sample::finding(
            "current_state/necessity-phrase",
            Severity::Error,
            words(sheet, goal, Field::CurrentState, "必要となっている"),
        );
        need.message = "「必要となっている」は必要性の表現です。".into();
        need.why = "現在の状態は、客観的事実として書きます。".into();
        need.help = "いつ・何が・どれだけ、を事実で書きます。何がどれだけ足りないのですか。".into();
        need.guideline = "3②現在の状態".into();
        need
    };
    let title = sheet.goals[0].field(Field::Title).len();
    let mut duplicate = sample::finding(
        "title/duplicates-mission",
        Severity::Error,
        sample::spot(sheet, Some(0), Field::Title, 0..title),
    );
    duplicate.message = "目標の表題が組織使命と同じ内容です。".into();
    duplicate.related = vec![sample::mission(sheet, 0)];
    let whole = sheet.goals[1].field(Field::Target).len();
    let due = sample::spot(sheet, Some(1), Field::Due, 0..0);
    let whole = sample::spot(sheet, Some(1), Field::Target, 0..whole);
    let mut missing = sample::finding("due/invalid", Severity::Error, due);
    missing.message = "期日がありません。".into();
    let mut unverifiable = sample::finding("target/not-verifiable", Severity::Warning, whole);
    unverifiable.sums_up = true;
    unverifiable.message = "達成目標のどこにも、達成を判断できる数値や期日がありません。".into();
    let jargon = words(sheet, 1, Field::Target, "DX");
    let vague = words(sheet, 0, Field::Target, "積極的な取組を進める");
    vec![
        need(1),
        need(0),
        sample::finding("text/jargon", Severity::Advice, jargon),
        sample::finding("target/vague", Severity::Error, vague),
        unverifiable,
        missing,
        duplicate,
    ]
}

/// The first place of words in a field.
fn words(sheet: &Sheet, goal: usize, field: Field, words: &str) -> Spot {
    let text = sheet.goals[goal].field(field).as_str();
    let start = text[..text.find(words).expect("the words are there")].chars().count();
    sample::spot(sheet, Some(goal), field, start..start + words.chars().count())
}

/// Sentences of a real length, the fault in the middle of the longest.
fn long_cell() -> String {
    let facts = "給水人口は令和4年3月末現在で86,412人、普及率は99.4％であり、配水管の総延長は1,214kmに及ぶ。";
    let fault = "法定耐用年数の40年を超えた管路は全体の31.8％に当たる386kmで、年間の漏水修繕は214件、\
        有収率は84.2％と県内平均を3.1ポイント下回っており、昭和50年代に集中して整備した管路の更新時期が\
        重なることから、更新の優先順位を定めた計画的な管路更新が必要となっているが、給水収益は人口の減少により\
        過去5年間で6.4％減っている。";
    format!("{}{fault}{}", facts.repeat(4), facts.repeat(3))
}

#[test]
fn a_workbook_at_80_columns() {
    assert!(long_cell().chars().count() >= 500);
    insta::assert_snapshot!(render(&workbook(), &PLAIN));
}

#[test]
fn a_workbook_at_50_columns() {
    insta::assert_snapshot!(render(&workbook(), &Options { columns: 50, ..PLAIN }));
}

#[test]
fn in_english_with_advice() {
    let options = Options { language: Language::English, least: Severity::Advice, ..PLAIN };
    insta::assert_snapshot!(render(&workbook(), &options));
}

#[test]
fn files_without_findings_with_notices_and_unusable() {
    let clean = CheckedSheet { findings: Vec::new(), ..sample::checked("表題", "目標", 0..0) };
    let two = || sample::checked("会議の開催", "会議を開催する。", 0..7);
    let mut noticed = sample::file("c.xlsx", Ok(vec![clean.clone()]));
    noticed.notices.push(sample::notice());
    let broken = Note {
        message: "ファイルが空です。内容のあるファイルを指定してください。".into(),
        location: None,
    };
    insta::assert_snapshot!(render(
        &Report::new(vec![
            sample::file("a.md", Ok(vec![clean])),
            sample::file("b.json", Ok(vec![two(), two()])),
            noticed,
            sample::file("d.xlsx", Err(broken)),
        ]),
        &PLAIN
    ));
}

#[test]
fn no_row_is_wider_than_the_terminal() {
    for columns in [30, 50, 80, 100] {
        for line in render(&workbook(), &Options { columns, ..PLAIN }).lines() {
            // An identifier of a rule has nowhere to be broken.
            if !line.contains('/') {
                assert!(wrap::width(line) <= columns, "{columns}: {line}");
            }
        }
    }
}

#[test]
fn the_underline_stands_below_the_words() {
    let report = render(&workbook(), &PLAIN);
    let rows: Vec<&str> = report.lines().collect();
    let row =
        rows.iter().position(|row| row.contains("職員の対応力")).expect("the clause is shown");
    let start = rows[row].find("必要となっている").expect("its words are in it");
    let before = wrap::width(&rows[row][..start]);
    let expected = format!("    | {}{}", " ".repeat(before - 6), "^".repeat(16));
    assert_eq!(rows[row + 1], expected);
}

#[test]
fn colours_only_add_escapes() {
    let plain = render(&workbook(), &PLAIN);
    let coloured = render(&workbook(), &Options { colour: true, ..PLAIN });
    assert!(coloured.contains("\u{1b}[1;31m必要となっている\u{1b}[0m"));
    let mut stripped = String::new();
    let mut rest = &*coloured;
    while let Some((text, escape)) = rest.split_once('\u{1b}') {
        stripped.push_str(text);
        rest = escape.split_once('m').expect("a colour ends in m").1;
    }
    assert_eq!(stripped + rest, plain);
}

#[test]
fn nothing_from_a_file_acts_on_the_terminal() {
    let mut checked = sample::checked("\u{1b}[2J表題", "会議\u{1b}[31mを開催する。", 0..9);
    checked.sheet.department = Text::from("健康\u{202e}部");
    let report = render(&sample::report("a\u{1b}]0;x\u{7}.json", vec![checked]), &PLAIN);
    let acting = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
    assert_eq!(report.chars().find(|c| acting(*c)), None, "{report}");
}

#[test]
fn quiet_leaves_out_notices_and_summary() {
    let mut file =
        sample::file("a.xlsx", Ok(vec![sample::checked("表題", "会議を開催する。", 0..7)]));
    file.notices.push(sample::notice());
    let report = render(&Report::new(vec![file]), &Options { quiet: true, ..PLAIN });
    assert!(report.contains("会議を開催する"));
    assert!(!report.contains("非表示") && !report.contains("確認しました"), "{report}");
}

#[test]
fn a_finding_speaks_the_protocol_of_miette() {
    let report = workbook();
    let checked = &report.files()[0].sheets()[0];
    let duplicate = checked.findings.iter().find(|f| f.rule == "title/duplicates-mission");
    let remark = Remark::new(checked, duplicate.expect("it is in the report"), Language::Japanese);
    assert_eq!(
        remark.code().map(|code| code.to_string()).as_deref(),
        Some("title/duplicates-mission")
    );
    assert_eq!(remark.severity(), Some(miette::Severity::Error));
    assert_eq!(remark.to_string(), "目標の表題が組織使命と同じ内容です。");
    assert!(remark.help().is_some_and(|help| help.to_string().contains("数値か期日")));
    let label = remark.labels().into_iter().flatten().next().expect("the words are labelled");
    assert_eq!((label.offset(), label.len()), (0, "安全・安心な水道水の安定供給".len()));
    let other = remark.related().into_iter().flatten().next().expect("the mission is related");
    assert_eq!(other.to_string(), "組織使命1  目標一覧!B2");
}

#[test]
fn an_explanation_is_given_once_in_a_goal() {
    let mut checked = sample::checked("会議の開催", "会議を開催する。調査を実施する。", 0..7);
    let second = sample::spot(&checked.sheet, Some(0), Field::Target, 8..15);
    checked.findings.push(sample::finding("target/means-as-target", Severity::Error, second));
    let report = render(&sample::report("a.md", vec![checked]), &PLAIN);
    assert_eq!(report.matches("だれが見ても").count(), 1, "{report}");
    assert!(report.contains("直し方  上の「会議を開催する」と同じです。"), "{report}");
}

#[test]
fn what_is_special_about_a_sentence_is_said_though_its_rule_was_explained() {
    let mut checked = sample::checked("会議の開催", "会議を開催する。調査を実施する。", 0..7);
    let second = sample::spot(&checked.sheet, Some(0), Field::Target, 8..15);
    let mut survey = sample::finding("target/means-as-target", Severity::Error, second);
    survey.help = "「調査の実施」で、年度末に何が変わりますか。".into();
    checked.findings.push(survey);
    let report = render(&sample::report("a.md", vec![checked]), &PLAIN);
    assert_eq!(report.matches("理由  ").count(), 1, "{report}");
    assert!(report.contains("直し方  「調査の実施」で、年度末に何が変わりますか。"), "{report}");
}

/// Two sentences: two findings in the first, one of them graver, one in the second, and one on both.
fn two_in_a_sentence() -> Report {
    let mut checked = sample::checked("会議の開催", "・DXの会議を開催する。\n・調査の実施", 5..11);
    let spot = |range| sample::spot(&checked.sheet, Some(0), Field::Target, range);
    let jargon = sample::finding("text/jargon", Severity::Warning, spot(1..3));
    let survey = sample::finding("target/means-as-target", Severity::Error, spot(14..19));
    let mut sum = sample::finding("target/not-verifiable", Severity::Warning, spot(0..19));
    sum.message = "どの項目も、達成したかを判断できません。".into();
    sum.sums_up = true;
    checked.findings.extend([jargon, survey, sum]);
    sample::report("a.md", vec![checked])
}

#[test]
fn of_a_sentence_the_gravest_finding_is_shown() {
    let report = render(&two_in_a_sentence(), &PLAIN);
    assert!(!report.contains("text/jargon"), "{report}");
    assert!(report.contains("target/means-as-target  ほか1件\n"), "{report}");
    assert!(report.contains("「ほか」の1件は、--verbose で表示します。"), "{report}");
    // The counts are those of everything that was found.
    assert!(report.contains("要修正 2件  要確認 2件"), "{report}");
    let all = render(&two_in_a_sentence(), &Options { all: true, ..PLAIN });
    assert!(all.contains("text/jargon") && !all.contains("ほか"), "{all}");
    // Less grave than what is shown at all, it is counted as hidden only.
    let errors = render(&two_in_a_sentence(), &Options { least: Severity::Error, ..PLAIN });
    assert!(!errors.contains("ほか"), "{errors}");
}

#[test]
fn what_sums_up_is_a_note_after_the_last_remark_on_its_field() {
    let report = render(&two_in_a_sentence(), &PLAIN);
    let note = report.find("target/not-verifiable").expect("it is told");
    assert!(report.find("調査の実施").is_some_and(|last| last < note), "{report}");
    let message = "    どの項目も、達成したかを判断できません。\n\n";
    assert!(report[note..].contains(message), "neither words nor advice follow: {report}");
    let all = render(&two_in_a_sentence(), &Options { all: true, ..PLAIN });
    assert!(all.contains("達成したかを判断できません。\n    | "), "{all}");
}

/// Every stretch of a text made of everything that is awkward, at widths down to the narrowest.
#[test]
fn any_words_in_any_text_can_be_shown() {
    let text = "①　か\u{3099}ﾃﾞ👨\u{200d}👩\u{200d}👧45%\n\u{1b}[2J\u{200b}。「（」）、\n\n長長長長長長長長長長長長\u{301}";
    let characters = text.chars().count();
    for (start, end) in (0..=characters).flat_map(|s| (s..=characters).map(move |e| (s, e))) {
        let checked = sample::checked("表題", text, start..end);
        let report = sample::report("a.md", vec![checked]);
        for columns in [1, 30, 80] {
            let shown = render(&report, &Options { columns, ..PLAIN });
            assert!(shown.contains("要修正"), "{start}–{end} at {columns}");
        }
    }
}
