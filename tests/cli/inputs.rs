//! What is read, what is passed over, and what is said of files that cannot be used.

use crate::sandbox::{CLEAN, MARKDOWN, Sandbox, vague, workbook};

#[test]
fn the_current_folder_is_the_default_and_folders_are_walked() {
    let sandbox = Sandbox::with("b/deep/a.json", vague());
    sandbox.write("a.md", MARKDOWN);
    let report = sandbox.run(&["check", "--format", "json"]).json();
    assert_eq!(report["summary"]["files"], 2, "{report}");
    let files: Vec<_> = report["findings"].as_array().into_iter().flatten().collect();
    assert!(files.iter().all(|finding| finding["file"] == "b/deep/a.json"), "{report}");
}

#[test]
fn a_file_named_twice_is_checked_once() {
    let sandbox = Sandbox::with("a.json", vague());
    let once = sandbox.run(&["check", "a.json", "--format", "json"]);
    let twice = sandbox.run(&["check", "./a.json", ".", "a.json", "--format", "json"]);
    assert_eq!(once.stdout, twice.stdout);
}

#[test]
fn the_order_of_paths_does_not_matter() {
    let sandbox = Sandbox::with("a.json", vague());
    sandbox.write("b.json", vague());
    sandbox.write("c.json", CLEAN);
    let run = |paths: [&str; 4]| sandbox.run(&["check", paths[0], paths[1], paths[2], paths[3]]);
    let there = run(["a.json", "b.json", "c.json", "none.json"]);
    let back = run(["none.json", "c.json", "b.json", "a.json"]);
    assert_eq!(there.stdout, back.stdout);
}

#[test]
fn other_files_in_a_folder_are_passed_over() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    sandbox.write("package.json", r#"{"name": "x", "version": "1.0.0"}"#);
    sandbox.write("data.json", "[1, 2, 3]");
    sandbox.write("tsconfig.json", "{ // comment\n}");
    sandbox.write("README.md", "# 使い方\n\n読んでください。\n");
    sandbox.write("notes.txt", "メモ");
    sandbox.write(".git/hidden.json", "{");
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert_eq!(run.stdout, "1ファイル、1目標を確認しました。\n指摘はありません。\n");
    assert_eq!(run.stderr, "");
    let verbose = sandbox.run(&["check", "--verbose"]).stderr;
    for name in ["package.json", "data.json", "tsconfig.json", "README.md"] {
        assert!(
            verbose.contains(&format!("対象外（目標シートではありません）: {name}")),
            "{verbose}"
        );
    }
}

#[test]
fn a_named_file_that_is_no_sheet_is_an_error() {
    let sandbox = Sandbox::with("README.md", "# 使い方\n\n読んでください。\n");
    let run = sandbox.run(&["check", "README.md"]);
    assert_eq!(run.status, 2);
    assert!(run.says("目標シートが見つかりません"), "{}", run.stdout);
}

#[test]
fn a_workbook_in_a_folder_that_is_no_sheet_is_told() {
    let sandbox = Sandbox::with("名簿.xlsx", workbook(&[("A1", "氏名"), ("A2", "伊賀 太郎")]));
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 3, "{}", run.stdout);
    assert!(run.stdout.contains("■ 名簿.xlsx"), "{}", run.stdout);
    assert!(run.says("目標シートが見つかりません"), "{}", run.stdout);
}

#[test]
fn a_broken_sheet_in_a_folder_is_an_error() {
    let sandbox = Sandbox::with("ok.json", CLEAN);
    sandbox.write("cut.json", &CLEAN[..CLEAN.len() - 6]);
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 2);
    assert!(run.stdout.contains("■ cut.json"), "{}", run.stdout);
    assert!(run.stdout.contains("1ファイル、1目標を確認しました。"), "{}", run.stdout);
}

#[test]
fn a_path_that_does_not_exist() {
    let run = Sandbox::new().run(&["check", "ない.xlsx"]);
    assert_eq!(run.status, 2);
    assert!(run.stdout.contains("■ ない.xlsx"), "{}", run.stdout);
    assert!(run.says("ファイルかフォルダーがありません"), "{}", run.stdout);
    assert!(run.says("パスの綴り"), "{}", run.stdout);
}

#[cfg(unix)]
#[test]
fn no_permission_to_read() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::with("secret.json", CLEAN);
    let path = sandbox.path("secret.json");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("it is ours");
    if std::fs::read(&path).is_ok() {
        eprintln!("skipped: this user may read everything");
        return;
    }
    sandbox.write("a.json", CLEAN);
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 2);
    assert!(run.says("読み取る権限がありません"), "{}", run.stdout);
    assert!(run.stdout.contains("1ファイル、1目標を確認しました。"), "{}", run.stdout);
}

#[test]
fn locks_and_old_formats_in_a_folder_are_told() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    sandbox.write("~$b.xlsx", [0; 165]);
    sandbox.write("c.xls", "old");
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 0, "a notice does not change the status: {}", run.stdout);
    assert!(run.stdout.contains("■ ~$b.xlsx") && run.says("作業用"), "{}", run.stdout);
    assert!(run.stdout.contains("■ c.xls"), "{}", run.stdout);
    assert!(run.says(".xlsx で保存し直してください"), "{}", run.stdout);
}

#[test]
fn a_named_lock_file_is_an_error() {
    let run = Sandbox::with("~$b.xlsx", [0; 165]).run(&["check", "~$b.xlsx"]);
    assert_eq!(run.status, 2);
    assert!(run.says("名前から「~$」を除いた元のファイル"), "{}", run.stdout);
}

#[cfg(unix)]
#[test]
fn links_that_form_a_loop_end() {
    let sandbox = Sandbox::with("sheets/a.json", CLEAN);
    std::os::unix::fs::symlink(sandbox.path("."), sandbox.path("sheets/up")).expect("a link");
    let run = sandbox.run(&["check"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.starts_with("1ファイル、"), "{}", run.stdout);
}

#[test]
fn standard_input_by_a_name() {
    let sandbox = Sandbox::new();
    let arguments = ["check", "-", "--stdin-name", "x/kenko.json", "--format", "json"];
    let run = sandbox.run_with_input(&arguments, &vague());
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert_eq!(run.json()["findings"][0]["file"], "x/kenko.json");
}

#[test]
fn standard_input_without_a_name_is_an_error() {
    let run = Sandbox::new().run_with_input(&["check", "-"], CLEAN);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("--stdin-name が必要です"), "{}", run.stderr);
}
