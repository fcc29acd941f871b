//! Rules that are added on the command line or in the configuration.

use crate::sandbox::{CLEAN, Sandbox};

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
"#;

fn finds_the_word(sandbox: &Sandbox, arguments: &[&str]) {
    let report = sandbox.run(&[arguments, &["--format", "json"]].concat()).json();
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
    let sandbox = Sandbox::with("a.json", CLEAN);
    sandbox.write("ours/means/letters.toml", RULE);
    finds_the_word(&sandbox, &["check", "a.json", "--rules", "ours"]);
}

#[test]
fn a_folder_in_the_configuration_is_beside_it() {
    let sandbox = Sandbox::with("year/sheets/a.json", CLEAN);
    sandbox.write("year/mokuhyo.toml", "rules = [\"ours\"]\n");
    sandbox.write("year/ours/means/letters.toml", RULE);
    finds_the_word(&sandbox, &["check", "year/sheets"]);
}

#[test]
fn a_mistake_points_into_the_rule_file() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    for (case, (old, new)) in [
        ("any = [\"[案内]\"]", "any = [\"[案内]\""),
        ("severity", "severty"),
        ("[案内]", "[<名前>]"),
    ]
    .into_iter()
    .enumerate()
    {
        sandbox.write("ours/means/letters.toml", RULE.replace(old, new));
        let run = sandbox.run(&["check", "a.json", "--rules", "ours"]);
        assert_eq!((run.status, &*run.stdout), (2, ""), "{new}");
        insta::assert_snapshot!(format!("mistake-{case}"), run.stderr);
    }
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
