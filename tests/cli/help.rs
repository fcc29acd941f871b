//! Help and usage errors, in Japanese unless English is asked for.

use crate::sandbox::{CLEAN, Sandbox};

#[test]
fn help_of_the_program() {
    let run = Sandbox::new().run(&["--help"]);
    assert_eq!(run.status, 0);
    insta::assert_snapshot!(run.stdout);
}

#[test]
fn help_of_check() {
    insta::assert_snapshot!(Sandbox::new().run(&["check", "--help"]).stdout);
}

#[test]
fn help_of_check_in_english() {
    insta::assert_snapshot!(Sandbox::new().run(&["check", "--help", "--lang", "en"]).stdout);
}

#[test]
fn a_path_without_the_command_is_answered_with_it() {
    let run = Sandbox::with("a.json", CLEAN).run(&["a.json"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("mokuhyo check a.json"), "{}", run.stderr);
}

#[test]
fn a_wrong_value_is_answered_with_the_right_ones() {
    let run = Sandbox::new().run(&["check", "--format", "pdf"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("「pdf」は指定できません"), "{}", run.stderr);
    assert!(run.stderr.contains("text, json"), "{}", run.stderr);
}

#[test]
fn usage_errors_in_english() {
    let run = Sandbox::new().run(&["check", "--lang", "en", "--show", "all"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("does not take all"), "{}", run.stderr);
}

#[test]
fn the_version_tells_the_dictionary_too() {
    let run = Sandbox::new().run(&["--version"]);
    assert_eq!(run.status, 0);
    assert!(run.stdout.starts_with("mokuhyo "), "{}", run.stdout);
    assert!(run.stdout.contains("IPADIC 2.7.0"), "{}", run.stdout);
}
