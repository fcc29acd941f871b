//! `mokuhyo.toml`.

use crate::sandbox::{CLEAN, Sandbox};

#[test]
fn it_is_found_upward_from_the_first_path() {
    let sandbox = Sandbox::with("year/kenko/a.json", CLEAN);
    sandbox.write("year/mokuhyo.toml", "fiscal_yaer = 2022\n");
    let run = sandbox.run(&["check", "year/kenko/a.json"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.stdout, "");
    insta::assert_snapshot!(run.stderr);
}

#[test]
fn a_named_one_wins() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    sandbox.write("mokuhyo.toml", "broken");
    sandbox.write("other.toml", "fiscal_year = 2022\n");
    assert_eq!(sandbox.run(&["check", "a.json"]).status, 2);
    assert_eq!(sandbox.run(&["check", "a.json", "--config", "other.toml"]).status, 0);
}

#[test]
fn one_that_is_named_and_missing_is_an_error() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    let run = sandbox.run(&["check", "a.json", "--config", "none.toml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("設定ファイル none.toml を読めません"), "{}", run.stderr);
}

#[test]
fn mistakes_point_into_the_file() {
    let sandbox = Sandbox::with("a.json", CLEAN);
    sandbox.write("mokuhyo.toml", "# 設定\nfiscal_year = \"令和4\"\n");
    insta::assert_snapshot!(sandbox.run(&["check"]).stderr);
}
