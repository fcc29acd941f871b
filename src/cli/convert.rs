//! `mokuhyo convert`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::inputs::{self, Input};
use super::problem::Problem;
use super::status::Status;
use super::terminal::Session;
use super::writing;
use crate::convert::{to_json, to_markdown};
use crate::read;
use crate::sheet::Sheet;

/// Options of `convert`.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// File to convert, or - for standard input.
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// Name of the sheet on standard input, such as kenko.md: the extension tells the format.
    #[arg(long, value_name = "NAME")]
    stdin_name: Option<String>,
    /// Form to convert to: json or markdown.
    #[arg(long, value_name = "FORM", value_enum)]
    to: Form,
    /// Write there instead of standard output: the whole file or nothing.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The two text forms of a sheet.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// JSON.
    Json,
    /// Markdown.
    Markdown,
}

/// Converts the file, and tells on standard error what did not come along.
pub(super) fn run(options: &Options, session: &Session) -> Result<Status, Problem> {
    let input = Input::named(&options.path, options.stdin_name.as_deref(), session)?;
    let failed = |message: String| Problem::new(format!("{}: {message}", input.name));
    let bytes = input.bytes().map_err(|e| failed(inputs::unreadable(session, &e).message))?;
    let document =
        read::read(&input.name, &bytes).map_err(|error| failed(error.message(session.language)))?;
    if !session.quiet {
        for notice in &document.notices {
            session.tell(&format!("{}: {}", input.name, notice.message(session.language)));
        }
    }
    if document.sheets.is_empty() {
        return Err(failed(inputs::no_sheet(session).message));
    }
    let text = write(&document.sheets, options.to);
    writing::write(session, options.output.as_deref(), &text)?;
    Ok(Status::Clean)
}

fn write(sheets: &[Sheet], form: Form) -> String {
    match form {
        Form::Json => to_json(sheets),
        Form::Markdown => sheets.iter().map(to_markdown).collect::<Vec<_>>().join("\n"),
    }
}
