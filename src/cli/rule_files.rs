//! Rule files from folders, beside the rules inside the program.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::problem::{Problem, reason};
use super::terminal::Session;
use crate::rules::Rules;

/// The rules of the program and those in these folders; a later one replaces an earlier one of the
/// same identifier.
pub(super) fn load(session: &Session, folders: &[PathBuf]) -> Result<Rules, Problem> {
    let mut rules = Rules::built_in();
    for folder in folders {
        add_folder(session, &mut rules, folder)?;
    }
    Ok(rules)
}

fn add_folder(session: &Session, rules: &mut Rules, folder: &Path) -> Result<(), Problem> {
    let mut found = false;
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            unreadable(session, &path, &error.into())
        })?;
        let path = entry.path();
        if entry.file_type().is_file() && path.extension().is_some_and(|known| known == "toml") {
            found = true;
            add_file(session, rules, path, &identifier(folder, path))?;
        }
    }
    if found { Ok(()) } else { Err(empty(session, folder)) }
}

fn add_file(session: &Session, rules: &mut Rules, path: &Path, id: &str) -> Result<(), Problem> {
    let source = fs::read_to_string(path).map_err(|error| unreadable(session, path, &error))?;
    let name = path.display().to_string();
    if session.verbose {
        session.tell(&session.pick(format!("規則: {name}"), format!("rule: {name}")));
    }
    rules.add(id, &source).map_err(|error| {
        let message = error.message(session.language);
        let problem = Problem::new(session.pick(
            format!("規則ファイル {name} を使えません。{message}"),
            format!("The rule file {name} cannot be used: {message}"),
        ));
        match error.span {
            Some(bytes) => problem.at(&name, &source, bytes),
            None => problem,
        }
    })
}

/// The identifier of a rule, `field/name`: its path below the folder.
fn identifier(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn unreadable(session: &Session, path: &Path, error: &std::io::Error) -> Problem {
    let (name, why) = (path.display(), reason(session, error));
    Problem::new(session.pick(
        format!("規則 {name} を読めません。{why}"),
        format!("Cannot read the rules {name}. {why}"),
    ))
}

fn empty(session: &Session, folder: &Path) -> Problem {
    let name = folder.display();
    Problem::new(session.pick(
        format!("フォルダー {name} に規則ファイルがありません。"),
        format!("There is no rule file in {name}."),
    ))
    .help(session.pick(
        "規則は 欄/名前.toml の形で置きます。例: 規則/target/our-words.toml",
        "A rule is field/name.toml, such as rules/target/our-words.toml.",
    ))
}
