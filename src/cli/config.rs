//! The configuration, `mokuhyo.toml`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::problem::{Problem, reason};
use super::terminal::Session;
use crate::toml_mistake;

/// The name of the configuration file.
const NAME: &str = "mokuhyo.toml";

/// What the configuration says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Config {
    /// The fiscal year (年度) of sheets that do not say theirs.
    pub(super) fiscal_year: Option<i32>,
    /// Folders with more rule files, from the folder of the configuration.
    #[serde(default)]
    pub(super) rules: Vec<PathBuf>,
}

/// The configuration in the named file, or in the first `mokuhyo.toml` upward from `start`.
pub(super) fn load(
    session: &Session,
    named: Option<&Path>,
    start: &Path,
) -> Result<Config, Problem> {
    let Some(path) = named.map(Path::to_owned).or_else(|| find(start)) else {
        return Ok(Config::default());
    };
    let name = path.display().to_string();
    let text = fs::read_to_string(&path).map_err(|error| {
        let why = reason(session, &error);
        Problem::new(session.pick(
            format!("設定ファイル {name} を読めません。{why}"),
            format!("Cannot read the configuration {name}. {why}"),
        ))
    })?;
    if session.verbose {
        session.tell(&session.pick(format!("設定: {name}"), format!("configuration: {name}")));
    }
    let mut config = parse(session, &name, &text)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    for rules in &mut config.rules {
        *rules = folder.join(&*rules);
    }
    Ok(config)
}

/// Looks in the folder of `start`, then in those above.
fn find(start: &Path) -> Option<PathBuf> {
    let start = fs::canonicalize(start).or_else(|_| std::env::current_dir()).ok()?;
    let found = start.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file())?;
    // Shown shorter where it is below the current folder.
    let here = std::env::current_dir().ok().and_then(|here| fs::canonicalize(here).ok());
    let short = here.and_then(|here| found.strip_prefix(here).map(Path::to_owned).ok());
    Some(short.unwrap_or(found))
}

fn parse(session: &Session, name: &str, text: &str) -> Result<Config, Problem> {
    toml::from_str(text).map_err(|error| {
        let message = toml_mistake::message(error.message(), session.language);
        let problem = Problem::new(session.pick(
            format!("設定ファイルに誤りがあります。{message}"),
            format!("The configuration has a mistake: {message}"),
        ))
        .help(session.pick(
            "使える設定は fiscal_year = 2022 と rules = [\"フォルダー\"] です。",
            "Known settings are fiscal_year = 2022 and rules = [\"folder\"].",
        ));
        match error.span() {
            Some(bytes) => problem.at(name, text, bytes),
            None => problem,
        }
    })
}
