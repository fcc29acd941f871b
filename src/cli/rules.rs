//! `mokuhyo rules`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::problem::Problem;
use super::rule_files::{self, Loaded, Sources};
use super::status::Status;
use super::terminal::Session;
use super::writing;
use crate::report::text::explain;
use crate::rules::{Checker, Rule, example};

/// Options of `rules`.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    sources: Sources,
}

/// What to do with the rules, where it is not listing them.
#[derive(Debug, Subcommand)]
enum Command {
    /// Run the examples in rule files, which are their tests.
    Test(Test),
}

/// Options of `rules test`.
#[derive(Args, Debug)]
struct Test {
    /// Folder of rule files (default: the rules inside the program).
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Lists the rules, or runs their examples.
pub(super) fn run(options: &Options, session: &Session) -> Result<Status, Problem> {
    match &options.command {
        None => list(&options.sources, session),
        Some(Command::Test(options)) => test(options, session),
    }
}

fn list(sources: &Sources, session: &Session) -> Result<Status, Problem> {
    let (_, loaded) = sources.load(session, Path::new("."))?;
    let rules: Vec<&Rule> = loaded.rules.all().iter().collect();
    writing::write(session, None, &explain::list(&rules, session.style()))?;
    Ok(if loaded.complete { Status::Clean } else { Status::Unusable })
}

fn test(options: &Test, session: &Session) -> Result<Status, Problem> {
    let Loaded { rules, added, complete } = rule_files::load(session, &options.folder);
    let checker = Checker::new(rules);
    let tested = |rule: &&Rule| options.folder.is_none() || added.contains(&rule.id);
    let outcomes: Vec<_> = checker
        .rules()
        .all()
        .iter()
        .filter(tested)
        .map(|rule| (&*rule.id, example::run(&checker, rule)))
        .collect();
    let shown = explain::examples(&outcomes, session.style(), session.quiet);
    writing::write(session, None, &shown)?;
    let failed = outcomes.iter().any(|(_, outcome)| !outcome.failures.is_empty());
    Ok(match (complete, failed) {
        (false, _) => Status::Unusable,
        (true, true) => Status::Findings,
        (true, false) => Status::Clean,
    })
}
