//! Rule files from folders, beside the rules inside the program.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use walkdir::WalkDir;

use super::config::{self, Config};
use super::problem::{Problem, reason};
use super::terminal::Session;
use crate::rules::Rules;

/// Options that say which rules there are.
#[derive(Args, Debug)]
pub(super) struct Sources {
    /// Configuration file (default: mokuhyo.toml, found upward from the first path).
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Folder with more rule files, beside those inside the program; may be given several times.
    #[arg(long, value_name = "FOLDER")]
    rules: Vec<PathBuf>,
}

/// The rules of a run.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) rules: Rules,
    /// The identifiers of those that are not the program's own.
    pub(super) added: Vec<String>,
    /// Whether every rule file could be used. What could not has been told on standard error; the
    /// other rules hold nevertheless, and the exit status says 2.
    pub(super) complete: bool,
}

impl Sources {
    /// The configuration that is found from `start`, and the rules that it and the options name.
    pub(super) fn load(
        &self,
        session: &Session,
        start: &Path,
    ) -> Result<(Config, Loaded), Problem> {
        let config = config::load(session, self.config.as_deref(), start)?;
        let loaded = load(session, config.rules.iter().chain(&self.rules));
        Ok((config, loaded))
    }
}

/// The rules of the program and those in these folders; a later one replaces an earlier one of the
/// same identifier.
pub(super) fn load<'a>(
    session: &Session,
    folders: impl IntoIterator<Item = &'a PathBuf>,
) -> Loaded {
    let mut loaded = Loaded { rules: Rules::built_in(), added: Vec::new(), complete: true };
    for folder in folders {
        for problem in loaded.add_folder(session, folder) {
            session.complain(&problem);
            loaded.complete = false;
        }
    }
    loaded
}

impl Loaded {
    /// Adds the rules below a folder, and says what of them cannot be used.
    fn add_folder(&mut self, session: &Session, folder: &Path) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut found = false;
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    found = true;
                    let path = error.path().unwrap_or(folder).to_owned();
                    problems.push(unreadable(session, &path, &error.into()));
                    continue;
                }
            };
            let path = entry.path();
            if entry.file_type().is_file() && path.extension().is_some_and(|known| known == "toml")
            {
                found = true;
                problems.extend(self.add_file(session, path, identifier(folder, path)).err());
            }
        }
        if !found {
            problems.push(empty(session, folder));
        }
        problems
    }

    fn add_file(&mut self, session: &Session, path: &Path, id: String) -> Result<(), Problem> {
        let source = fs::read_to_string(path).map_err(|error| unreadable(session, path, &error))?;
        let name = path.display().to_string();
        if session.verbose {
            session.tell(&session.pick(format!("規則: {name}"), format!("rule: {name}")));
        }
        self.rules.add(&id, &source).map_err(|error| {
            let message = error.message(session.language);
            let problem = Problem::new(session.pick(
                format!("規則ファイル {name} を使えません。{message}"),
                format!("The rule file {name} cannot be used: {message}"),
            ));
            match error.span {
                Some(bytes) => problem.at(&name, &source, bytes),
                None => problem,
            }
        })?;
        self.added.push(id);
        Ok(())
    }
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
