//! Answers to a command line that asks for help or cannot be understood.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ErrorKind};

use super::arguments::{Color, Common, Lang};
use super::problem::Problem;
use super::status::Status;
use super::terminal::Session;
use crate::finding::Language;
use crate::language::dictionary::Analyzer;

/// Prints help or version, or says what is wrong with the command line.
pub(super) fn answer(error: &clap::Error, language: Language, arguments: &[OsString]) -> Status {
    let lang = match language {
        Language::Japanese => Lang::Ja,
        Language::English => Lang::En,
    };
    let common = Common { lang, color: Color::Auto, quiet: false, verbose: false };
    let session = Session::new(&common);
    match error.kind() {
        ErrorKind::DisplayHelp => print(&session, &error.render().ansi().to_string()),
        // The dictionary is told too: what is found depends on it.
        ErrorKind::DisplayVersion => {
            let program = env!("CARGO_PKG_VERSION");
            print(&session, &format!("mokuhyo {program} ({})\n", Analyzer::version()))
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            session.tell(error.render().ansi().to_string().trim_end());
            Status::Unusable
        }
        _ => {
            session.complain(&problem(error, &session, arguments));
            Status::Unusable
        }
    }
}

fn print(session: &Session, text: &str) -> Status {
    match session.print(text) {
        Ok(()) => Status::Clean,
        Err(_) => Status::Unusable,
    }
}

fn problem(error: &clap::Error, session: &Session, arguments: &[OsString]) -> Problem {
    let context = |kind| error.get(kind).map(ToString::to_string);
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => session.pick(
            format!("「{argument}」というオプションはありません。"),
            format!("There is no option {argument}."),
        ),
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            session.pick(
                format!("「{name}」というコマンドはありません。"),
                format!("There is no command {name}."),
            )
        }
        ErrorKind::InvalidValue if value.is_empty() => session
            .pick(format!("「{argument}」に値がありません。"), format!("{argument} has no value.")),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => session.pick(
            format!("「{argument}」に「{value}」は指定できません。"),
            format!("{argument} does not take {value}."),
        ),
        ErrorKind::MissingRequiredArgument => {
            session.pick(format!("「{argument}」が必要です。"), format!("{argument} is needed."))
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg).unwrap_or_default();
            if other == argument {
                session.pick(
                    format!("「{argument}」は一度だけ指定できます。"),
                    format!("{argument} can be given only once."),
                )
            } else {
                session.pick(
                    format!("「{argument}」と「{other}」は同時に指定できません。"),
                    format!("{argument} and {other} exclude each other."),
                )
            }
        }
        _ => error.to_string().trim_start_matches("error: ").trim_end().to_owned(),
    };
    Problem::new(message).help(next_step(error, session, arguments))
}

/// The most helpful thing to try instead.
fn next_step(error: &clap::Error, session: &Session, arguments: &[OsString]) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string);
    let similar =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(path) = forgotten_check(error, arguments) {
        return session.pick(
            format!("シートを調べるには: mokuhyo check {path}"),
            format!("To check a sheet: mokuhyo check {path}"),
        );
    }
    if let Some(values) = context(ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        return session
            .pick(format!("指定できる値: {values}"), format!("Possible values: {values}"));
    }
    if let Some(similar) = similar.into_iter().find_map(context) {
        return session
            .pick(format!("「{similar}」のことですか。"), format!("Did you mean {similar}?"));
    }
    session.pick(
        "使い方は mokuhyo --help か mokuhyo check --help で表示します。".to_owned(),
        "mokuhyo --help and mokuhyo check --help tell the usage.".to_owned(),
    )
}

/// A path where the command should be: `mokuhyo kenko.xlsx`.
fn forgotten_check(error: &clap::Error, arguments: &[OsString]) -> Option<String> {
    let path = error.get(ContextKind::InvalidSubcommand)?.to_string();
    let path = arguments.iter().find(|argument| argument.to_string_lossy() == path)?;
    Path::new(path).exists().then(|| path.to_string_lossy().into_owned())
}
