//! One test for each exit status, and for each pair that may hold together.

use crate::sandbox::{CLEAN, Sandbox, vague};

#[test]
fn zero_where_nothing_is_found() {
    let run = Sandbox::with("a.json", CLEAN).run(&["check", "a.json"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert_eq!(run.stdout, "1ファイル、1目標を確認しました。\n指摘はありません。\n");
    assert_eq!(run.stderr, "");
}

#[test]
fn one_where_an_error_is_found() {
    let run = Sandbox::with("a.json", vague()).run(&["check", "a.json"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stdout.contains("要修正  達成目標"), "{}", run.stdout);
}

#[test]
fn fail_on_never_turns_one_into_zero_and_nothing_else() {
    let sandbox = Sandbox::with("a.json", vague());
    assert_eq!(sandbox.run(&["check", "a.json", "--fail-on", "never"]).status, 0);
    assert_eq!(sandbox.run(&["check", "none.json", "--fail-on", "never"]).status, 2);
    assert_eq!(Sandbox::new().run(&["check", "--fail-on", "never"]).status, 3);
}

#[test]
fn two_where_an_input_cannot_be_used_and_the_rest_is_checked() {
    let sandbox = Sandbox::with("a.json", vague());
    let run = sandbox.run(&["check", "none.json", "a.json"]);
    assert_eq!(run.status, 2, "two goes before one");
    assert!(run.stdout.contains("■ none.json"), "{}", run.stdout);
    assert!(run.stdout.contains("要修正  達成目標"), "{}", run.stdout);
}

#[test]
fn two_where_the_command_cannot_be_understood() {
    let run = Sandbox::new().run(&["check", "--formt", "json"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("「--formt」というオプションはありません。"), "{}", run.stderr);
    assert!(run.stderr.contains("--format"), "{}", run.stderr);
}

#[test]
fn three_where_there_is_no_sheet() {
    let run = Sandbox::new().run(&["check"]);
    assert_eq!(run.status, 3);
    assert!(run.stdout.contains("目標シートが見つかりませんでした"), "{}", run.stdout);
}

#[test]
fn two_goes_before_three() {
    assert_eq!(Sandbox::new().run(&["check", "none.json"]).status, 2);
}
