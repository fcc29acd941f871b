//! `mokuhyo tokens`.

use std::io::{self, Read};
use std::path::Path;

use clap::{Args, ValueEnum};

use super::problem::{Problem, reason};
use super::rule_files::Sources;
use super::status::Status;
use super::terminal::Session;
use super::writing;
use crate::language::Grammar;
use crate::report::text::explain;
use crate::rules::Checker;
use crate::sheet::Field;

/// Options of `tokens`.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// Text to analyse, or - for standard input.
    #[arg(value_name = "TEXT")]
    text: String,
    /// Field that the text stands in: tells of each of its rules whether it fires, and if not why.
    #[arg(long, value_name = "FIELD", value_enum)]
    field: Option<TextField>,
    #[command(flatten)]
    sources: Sources,
}

/// The fields that rules read sentence by sentence.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "snake_case")]
enum TextField {
    /// 目標の表題.
    Title,
    /// 現在の状態.
    CurrentState,
    /// 達成目標.
    Target,
    /// 目標が達成した状態.
    Outcome,
    /// 手段.
    Means,
}

impl From<TextField> for Field {
    fn from(field: TextField) -> Self {
        match field {
            TextField::Title => Self::Title,
            TextField::CurrentState => Self::CurrentState,
            TextField::Target => Self::Target,
            TextField::Outcome => Self::Outcome,
            TextField::Means => Self::Means,
        }
    }
}

/// Shows how a text is analysed.
pub(super) fn run(options: &Options, session: &Session) -> Result<Status, Problem> {
    let text = if options.text == "-" { standard_input(session)? } else { options.text.clone() };
    // The rules take longest to load and are not needed for the analysis alone.
    let (shown, complete) = match options.field {
        None => (explain::analysis(&Grammar::built_in(), &text, None, session.style()), true),
        Some(field) => {
            let (_, loaded) = options.sources.load(session, Path::new("."))?;
            let checker = Checker::new(loaded.rules);
            let rules = Some((&checker, field.into()));
            let grammar = checker.rules().grammar();
            (explain::analysis(grammar, &text, rules, session.style()), loaded.complete)
        }
    };
    if shown.is_empty() {
        return Err(Problem::new(
            session.pick("分析する文がありません。", "There is no sentence to analyse."),
        ));
    }
    writing::write(session, None, &shown)?;
    Ok(if complete { Status::Clean } else { Status::Unusable })
}

fn standard_input(session: &Session) -> Result<String, Problem> {
    let mut text = String::new();
    io::stdin().lock().take(LARGEST).read_to_string(&mut text).map_err(|error| {
        let why = reason(session, &error);
        Problem::new(session.pick(
            format!("標準入力を読めません。{why}"),
            format!("Cannot read standard input. {why}"),
        ))
    })?;
    Ok(text)
}

/// More is no text to look at.
const LARGEST: u64 = 1 << 20;
