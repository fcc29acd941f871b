//! `mokuhyo convert`.

use crate::sandbox::{CLEAN, MARKDOWN, Sandbox};

#[test]
fn there_and_back_gives_the_same_sheet() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    let markdown = sandbox.run(&["convert", "a.json", "--to", "markdown"]);
    assert_eq!(markdown.status, 0, "{}", markdown.stderr);
    assert!(markdown.stdout.contains("受診率を45%にする。"), "{}", markdown.stdout);
    sandbox.write("a.md", &markdown.stdout);
    let there = sandbox.run(&["convert", "a.json", "--to", "json"]).json();
    let back = sandbox.run(&["convert", "a.md", "--to", "json"]).json();
    assert_eq!(there, back);
}

#[test]
fn standard_input_into_a_file() {
    let sandbox = Sandbox::new();
    let arguments = ["convert", "-", "--stdin-name", "a.md", "--to", "json", "-o", "a.json"];
    let run = sandbox.run_with_input(&arguments, MARKDOWN);
    assert_eq!((run.status, &*run.stdout), (0, ""), "{}", run.stderr);
    assert_eq!(sandbox.run(&["check", "a.json"]).status, 0);
}

#[test]
fn what_is_not_converted_is_told() {
    let sandbox = Sandbox::with("a.json", CLEAN.replace("\"due\"", "\"deu\""));
    let run = sandbox.run(&["convert", "a.json", "--to", "json"]);
    assert_eq!(run.status, 0);
    assert!(run.stderr.contains("deu"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let sandbox = Sandbox::with("README.md", "# 使い方\n");
    for path in ["README.md", "none.json", "."] {
        let run = sandbox.run(&["convert", path, "--to", "json"]);
        assert_eq!((run.status, &*run.stdout), (2, ""), "{path}");
        assert!(run.stderr.contains(path), "{}", run.stderr);
    }
}
