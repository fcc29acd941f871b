//! The program: files, threads and the terminal, around a library that knows none of them.
//!
//! Each subcommand is a file with its options (`Options`, whose doc comments are the English help)
//! and a `run`. To add one: add the file, name it in `arguments::Command` and in `dispatch`,
//! and give its options their Japanese help in `help.rs`.

// Here, and only here, is the library allowed to touch the world; see clippy.toml.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod arguments;
mod check;
mod config;
mod convert;
mod explain;
mod help;
mod inputs;
mod problem;
mod rule_files;
mod rules;
mod status;
mod terminal;
mod tokens;
mod usage;
mod writing;

use std::ffi::OsString;
use std::process::ExitCode;

use self::arguments::{Arguments, Command};
use self::problem::Problem;
use self::status::Status;
use self::terminal::Session;

/// Runs the program with these arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = arguments::language(&arguments);
    let status = match arguments::parse(&arguments, language) {
        Ok(parsed) => {
            let session = Session::new(&parsed.common);
            dispatch(&parsed, &session).unwrap_or_else(|problem| {
                session.complain(&problem);
                Status::Unusable
            })
        }
        Err(error) => usage::answer(&error, language, &arguments),
    };
    status.into()
}

fn dispatch(arguments: &Arguments, session: &Session) -> Result<Status, Problem> {
    match &arguments.command {
        Command::Check(options) => check::run(options, session),
        Command::Convert(options) => convert::run(options, session),
        Command::Explain(options) => explain::run(options, session),
        Command::Rules(options) => rules::run(options, session),
        Command::Tokens(options) => tokens::run(options, session),
    }
}
