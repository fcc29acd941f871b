//! Rules that are added on the command line or in the configuration, and what is told of rules.

use crate::sandbox::{CLEAN, Run, Sandbox};

/// Finds a word that the clean sheet has in its means.
const RULE: &str = r#"
title     = { ja = "個別の案内", en = "letters" }
guideline = "3③手段"
severity  = "warning"
scope     = { fields = ["means"] }
message   = { ja = "「{hit}」と書いています。", en = "This says \"{hit}\"." }
why       = { ja = "市の決まりです。", en = "It is the city's rule." }
advice    = { ja = "「お知らせ」と書きます。", en = "Write お知らせ." }

[match]
any = ["[案内]"]

[[bad]]
text = "個別の⟦案内⟧を送る"
[[bad]]
text = "⟦案内⟧を6月に配る"
[[bad]]
text = "窓口に⟦案内⟧を置く"

[[good]]
text = "お知らせを送る"
[[good]]
text = "講座を開く"
[[good]]
text = "冊子を配る"
"#;

const FILE: &str = "ours/means/letters.toml";

fn with_rule(rule: &str) -> Sandbox {
    let sandbox = Sandbox::with("a.json", CLEAN);
    sandbox.write(FILE, rule);
    sandbox
}

fn finds_the_word(run: &Run) {
    let report = run.json();
    let rules: Vec<_> = report["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|found| (&found["rule"], &found["text"]))
        .collect();
    assert_eq!(rules, [(&"means/letters".into(), &"案内".into())], "{report}");
}

#[test]
fn a_folder_on_the_command_line() {
    let run = with_rule(RULE).run(&["check", "a.json", "--rules", "ours", "--format", "json"]);
    finds_the_word(&run);
    assert_eq!((run.status, &*run.stderr), (0, ""));
}

#[test]
fn a_folder_in_the_configuration_is_beside_it() {
    let sandbox = Sandbox::with("year/sheets/a.json", CLEAN);
    sandbox.write("year/mokuhyo.toml", "rules = [\"ours\"]\n");
    sandbox.write("year/ours/means/letters.toml", RULE);
    finds_the_word(&sandbox.run(&["check", "year/sheets", "--format", "json"]));
}

#[test]
fn a_mistake_points_into_the_rule_file() {
    for (case, (old, new)) in [
        ("any = [\"[案内]\"]", "any = [\"[案内]\""),
        ("severity", "severty"),
        ("[案内]", "[<名前>]"),
        ("[案内]", "[@need_]"),
        ("any = [\"[案内]\"]", "any = [\"[案内]\"]\n[[case]]\nhead = [\"@efort\"]"),
        ("[案内]", "[案内た]"),
        ("fields = [\"means\"]", "fields = [\"手段\"]"),
    ]
    .into_iter()
    .enumerate()
    {
        let sandbox = with_rule(&RULE.replace(old, new));
        let run = sandbox.run(&["check", "a.json", "--rules", "ours"]);
        assert_eq!(run.status, 2, "{new}");
        assert_eq!(run.stdout, "1ファイル、1目標を確認しました。\n指摘はありません。\n", "{new}");
        insta::assert_snapshot!(format!("mistake-{case}"), run.stderr);
    }
}

#[test]
fn a_mistake_in_english() {
    let sandbox = with_rule(&RULE.replace("[案内]", "[<名前>]"));
    let run = sandbox.run(&["check", "a.json", "--rules", "ours", "--lang", "en"]);
    insta::assert_snapshot!(run.stderr);
}

#[test]
fn the_other_rules_and_inputs_are_still_used() {
    let sandbox = with_rule(RULE);
    sandbox.write("ours/means/broken.toml", RULE.replace("[案内]", "[案内"));
    sandbox.write("ours/target/empty.toml", "");
    let run = sandbox.run(&["check", "a.json", "none.json", "--rules", "ours", "--format", "json"]);
    finds_the_word(&run);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("ours/means/broken.toml  11行9列"), "{}", run.stderr);
    assert!(run.stderr.contains("ours/target/empty.toml"), "{}", run.stderr);
    assert!(run.stderr.contains("none.json"), "{}", run.stderr);
}

#[test]
fn a_folder_without_rules_is_an_error() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    for folder in [".", "none"] {
        let run = sandbox.run(&["check", "a.json", "--rules", folder]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains("規則"), "{}", run.stderr);
    }
}

#[test]
fn rules_are_listed_by_field() {
    let run = with_rule(RULE).run(&["rules", "--rules", "ours"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    let means = run.stdout.split("\n\n").find(|group| group.starts_with("手段\n"));
    let means = means.unwrap_or_else(|| panic!("{}", run.stdout));
    assert!(means.contains("means/letters"), "{means}");
    assert!(means.contains("要確認  個別の案内"), "{means}");
    for row in run.stdout.lines() {
        let wide = row.chars().filter(|c| !c.is_ascii()).count();
        assert!(row.chars().count() + wide <= 80, "{row}");
    }
}

#[test]
fn a_rule_is_explained() {
    let sandbox = with_rule(RULE);
    let run = sandbox.run(&["explain", "means/letters", "--rules", "ours"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    insta::assert_snapshot!(run.stdout);
}

#[test]
fn only_rules_of_the_program_have_recorded_figures() {
    let sandbox = Sandbox::with("ours/target/vague.toml", RULE);
    assert!(sandbox.run(&["explain", "target/vague"]).says("適合率"));
    assert!(!sandbox.run(&["explain", "target/vague", "--rules", "ours"]).says("適合率"));
}

#[test]
fn every_rule_of_the_program_can_be_explained() {
    let sandbox = Sandbox::new();
    let list = sandbox.run(&["rules"]).stdout;
    let rules: Vec<&str> = list
        .lines()
        .filter(|row| row.starts_with("  "))
        .filter_map(|row| row.split_whitespace().next())
        .filter(|word| word.contains('/'))
        .collect();
    assert!(rules.contains(&"target/vague"), "{list}");
    for rule in rules {
        for language in ["ja", "en"] {
            let run = sandbox.run(&["explain", rule, "--lang", language]);
            assert_eq!((run.status, &*run.stderr), (0, ""), "{rule}");
            assert!(run.stdout.starts_with(&format!("■ {rule}")), "{}", run.stdout);
        }
    }
}

#[test]
fn an_unknown_rule_is_answered_with_those_like_it() {
    let run = Sandbox::new().run(&["explain", "target/vauge"]);
    assert_eq!((run.status, &*run.stdout), (2, ""));
    assert!(run.stderr.contains("「target/vauge」という規則はありません。"), "{}", run.stderr);
    assert!(run.stderr.contains("近い名前: target/vague"), "{}", run.stderr);
    let run = Sandbox::new().run(&["explain", "vague"]);
    assert!(run.stderr.contains("近い名前: target/vague"), "{}", run.stderr);
}

#[test]
fn the_examples_of_the_programs_own_rules_are_run() {
    let run = Sandbox::new().run(&["rules", "test"]);
    assert_eq!((run.status, &*run.stderr), (0, ""), "{}", run.stdout);
    assert!(run.says("失敗0件"), "{}", run.stdout);
}

#[test]
fn the_examples_of_somebodys_rules_are_run() {
    let run = with_rule(RULE).run(&["rules", "test", "ours"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    assert_eq!(run.stdout, "規則1件: 例6件は書かれたとおりです。失敗0件。\n");
}

#[test]
fn an_example_that_fails_is_shown() {
    let sandbox = with_rule(&RULE.replace("お知らせを送る", "案内を送る"));
    let run = sandbox.run(&["rules", "test", "ours"]);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.stdout);
}

#[test]
fn a_rule_file_that_cannot_be_used_is_no_passing_test() {
    let sandbox = with_rule(&RULE.replace("[案内]", "[案内"));
    let run = sandbox.run(&["rules", "test", "ours"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("ours/means/letters.toml  11行9列"), "{}", run.stderr);
    assert_eq!(sandbox.run(&["rules", "test", "none"]).status, 2);
}
