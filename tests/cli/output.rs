//! Where output goes, and in which form.

use std::io::Read;
use std::process::Stdio;

use crate::sandbox::{CLEAN, Sandbox, vague};

#[test]
fn json_has_the_shape_of_the_contract() {
    let report = Sandbox::with("a.json", vague()).run(&["check", "--format", "json"]).json();
    let keys = |value: &serde_json::Value| {
        let object = value.as_object().expect("an object");
        object.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(keys(&report), ["errors", "findings", "notices", "summary", "version"]);
    let finding = &report["findings"][0];
    let mut expected = vec![
        "file",
        "department",
        "goal",
        "field",
        "rule",
        "severity",
        "message",
        "help",
        "guideline",
        "text",
        "range",
        "location",
        "sheet",
        "related",
        "fingerprint",
    ];
    expected.sort_unstable();
    assert_eq!(keys(finding), expected);
    assert_eq!(finding["file"], "a.json");
    assert_eq!(finding["department"], "健康福祉部");
    assert_eq!(finding["goal"], "1");
    assert_eq!(finding["field"], "target");
}

#[test]
fn a_location_points_at_the_words_in_the_file() {
    let sheet = vague();
    let report = Sandbox::with("a.json", &sheet).run(&["check", "--format", "json"]).json();
    let findings = report["findings"].as_array().expect("findings");
    assert!(!findings.is_empty());
    for finding in findings {
        let number = |key: &str| finding["location"][key].as_u64().expect("a number") as usize;
        let line = sheet.lines().nth(number("line") - 1).expect("the line is there");
        let (start, end) = (number("column") - 1, number("end_column") - 1);
        let words: String = line.chars().skip(start).take(end - start).collect();
        assert_eq!(finding["text"], *words);
    }
}

#[test]
fn a_file_is_written_whole() {
    let sandbox = Sandbox::with("a.json", vague());
    let run = sandbox.run(&["check", "a.json", "--format", "json", "--output", "out.json"]);
    assert_eq!((run.status, &*run.stdout), (1, ""));
    let written = std::fs::read_to_string(sandbox.path("out.json")).expect("it is written");
    assert_eq!(written, sandbox.run(&["check", "a.json", "--format", "json"]).stdout);
    assert_eq!(std::fs::read_dir(sandbox.path(".")).expect("our folder").count(), 2);
}

#[cfg(unix)]
#[test]
fn an_output_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::with("a.json", CLEAN);
    sandbox.write("out.txt", "old");
    let mode = std::fs::Permissions::from_mode(0o640);
    std::fs::set_permissions(sandbox.path("out.txt"), mode).expect("it is ours");
    sandbox.run(&["check", "a.json", "-o", "out.txt"]);
    let metadata = std::fs::metadata(sandbox.path("out.txt")).expect("it is there");
    assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
    assert!(metadata.len() > 3);
}

#[test]
fn an_output_that_cannot_be_written_is_an_error() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    let run = sandbox.run(&["check", "a.json", "-o", "none/out.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("none/out.txt に書き込めません"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_read_is_told_beside_a_report_for_programs() {
    let run = Sandbox::new().run(&["check", "none.md", "--format", "json"]);
    assert_eq!(run.json()["errors"][0]["file"], "none.md");
    assert!(run.stderr.contains("none.md"), "{}", run.stderr);
    let quiet = Sandbox::new().run(&["check", "none.md", "--format", "json", "--quiet"]);
    assert_eq!(quiet.stderr, "");
}

#[test]
fn colours_are_for_terminals_or_for_those_who_ask() {
    let sandbox = Sandbox::with("a.json", vague());
    assert!(!sandbox.run(&["check"]).stdout.contains('\u{1b}'));
    assert!(sandbox.run(&["check", "--color", "always"]).stdout.contains('\u{1b}'));
    let output = sandbox.command(&["check"]).env("NO_COLOR", "1").output().expect("it runs");
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn the_report_takes_the_width_there_is() {
    let sandbox = Sandbox::with("a.json", vague());
    let output = sandbox.command(&["check"]).env("COLUMNS", "50").output().expect("it runs");
    let narrow = String::from_utf8(output.stdout).expect("output is UTF-8");
    assert!(narrow.lines().count() > sandbox.run(&["check"]).stdout.lines().count());
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let sandbox = Sandbox::new();
    for number in 0..300 {
        sandbox.write(&format!("{number}.json"), vague());
    }
    let mut child = sandbox
        .command(&["check"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = [0; 16];
    let mut stdout = child.stdout.take().expect("standard output is a pipe");
    stdout.read_exact(&mut first).expect("it prints");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
}
