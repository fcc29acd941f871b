//! `mokuhyo check`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use super::config::Config;
use super::inputs::{self, Input, Inputs, Paths};
use super::problem::Problem;
use super::rule_files;
use super::status::{FailOn, Status};
use super::terminal::Session;
use super::writing;
use crate::finding::Severity;
use crate::read::{self, Document, Expected, ReadError, ReadErrorKind};
use crate::report::{self, CheckedSheet, FileReport, Note, Report};
use crate::rules::Checker;
use crate::sheet::Sheet;

/// Options of `check`.
#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    inputs: Paths,
    /// Output format: text or json (default: text).
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    format: Format,
    /// Write there instead of standard output: the whole file or nothing.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Exit with status 1 from this severity on: error, warning, advice or never (default: error).
    #[arg(long, value_name = "SEVERITY", value_enum, default_value = "error")]
    fail_on: FailOn,
    /// Least severity in the text report: error, warning or advice (default: warning).
    #[arg(long, value_name = "SEVERITY", value_enum, default_value = "warning")]
    show: Show,
    #[command(flatten)]
    sources: rule_files::Sources,
}

/// Output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, at a terminal.
    Text,
    /// For scripts.
    Json,
}

/// Values of `--show`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Show {
    /// Errors only.
    Error,
    /// Errors and warnings.
    Warning,
    /// Everything.
    Advice,
}

impl From<Show> for Severity {
    fn from(show: Show) -> Self {
        match show {
            Show::Error => Self::Error,
            Show::Warning => Self::Warning,
            Show::Advice => Self::Advice,
        }
    }
}

/// Checks the files and writes the report.
pub(super) fn run(options: &Options, session: &Session) -> Result<Status, Problem> {
    let first = options.inputs.paths.first().map_or(Path::new("."), PathBuf::as_path);
    let (config, loaded) = options.sources.load(session, first)?;
    let checker = Checker::new(loaded.rules);
    let inputs = inputs::find(&options.inputs, session)?;
    let report = check(inputs, &Work { session, config: &config, checker: &checker });
    writing::write(session, options.output.as_deref(), &render(&report, options, session))?;
    if options.format != Format::Text || options.output.is_some() {
        tell_errors(&report, session);
    }
    let status = Status::of(&report, options.fail_on);
    Ok(if loaded.complete { status } else { Status::Unusable })
}

/// What every file is checked with.
#[derive(Clone, Copy)]
struct Work<'a> {
    session: &'a Session,
    config: &'a Config,
    checker: &'a Checker,
}

fn check(inputs: Inputs, work: &Work<'_>) -> Report {
    let checked: Vec<_> = match &inputs.files[..] {
        // Threads take longer to start than one file to check.
        [file] => vec![check_file(file, work)],
        files => files.par_iter().map(|file| check_file(file, work)).collect(),
    };
    let mut files = inputs.refused;
    for (input, report) in inputs.files.iter().zip(checked) {
        match report {
            Some(report) => files.push(report),
            None if work.session.verbose => work.session.tell(&work.session.pick(
                format!("対象外（目標シートではありません）: {}", input.name),
                format!("passed over (no goal sheet): {}", input.name),
            )),
            None => {}
        }
    }
    Report::new(files)
}

/// Checks one file; `None` where a folder merely happened to hold it and it is no sheet.
fn check_file(input: &Input, work: &Work<'_>) -> Option<FileReport> {
    let Work { session, .. } = *work;
    let path = input.name.clone();
    let failed =
        |note| Some(FileReport { path: path.clone(), outcome: Err(note), notices: vec![] });
    let bytes = match input.bytes() {
        Ok(bytes) => bytes,
        Err(error) => return failed(inputs::unreadable(session, &error)),
    };
    let document = match read::read(&input.name, &bytes) {
        Ok(document) => document,
        Err(error) if !input.named && is_foreign(&error, &bytes) => return None,
        Err(error) => {
            let message = error.message(session.language);
            return failed(Note { message, location: error.location });
        }
    };
    if document.sheets.is_empty() {
        return match (input.named, inputs::is_workbook(&input.name)) {
            (true, _) => failed(inputs::no_sheet(session)),
            (false, true) => Some(FileReport {
                path,
                outcome: Ok(Vec::new()),
                notices: vec![inputs::no_sheet(session)],
            }),
            (false, false) => None,
        };
    }
    let Document { sheets, notices, .. } = document;
    let sheets = sheets.into_iter().map(|sheet| check_sheet(sheet, work)).collect();
    let notices = notices.into_iter().map(|notice| Note {
        message: notice.message(session.language),
        location: notice.location,
    });
    Some(FileReport { path, outcome: Ok(sheets), notices: notices.collect() })
}

fn check_sheet(mut sheet: Sheet, work: &Work<'_>) -> CheckedSheet {
    sheet.fiscal_year = sheet.fiscal_year.or(work.config.fiscal_year);
    let findings = work.checker.check(&sheet, work.session.language);
    CheckedSheet { sheet, findings }
}

/// Whether a text file in a walked folder is somebody else's: JSON that has no goals, or is broken and
/// nothing in it says that it was to hold any (a cut-off sheet still says so); text in no known
/// encoding.
fn is_foreign(error: &ReadError, bytes: &[u8]) -> bool {
    match error.kind {
        ReadErrorKind::MissingGoals
        | ReadErrorKind::UnknownEncoding
        | ReadErrorKind::WrongType {
            expected: Expected::SheetOrSheets | Expected::Sheet, ..
        } => true,
        ReadErrorKind::Syntax(_) | ReadErrorKind::CutOff | ReadErrorKind::DuplicateKey { .. } => {
            !bytes.windows(GOALS.len()).any(|window| window == GOALS)
        }
        _ => false,
    }
}

/// The one key that a sheet must have.
const GOALS: &[u8] = b"\"goals\"";

fn render(report: &Report, options: &Options, session: &Session) -> String {
    match options.format {
        Format::Json => report::json::render(report),
        Format::Text => report::text::render(
            report,
            &report::text::Options {
                language: session.language,
                columns: session.columns(options.output.is_some()),
                colour: options.output.is_none() && session.colour(),
                least: options.show.into(),
                quiet: session.quiet,
                all: session.verbose,
            },
        ),
    }
}

/// Where the report itself is for a program or in a file, the user still sees what was not read.
fn tell_errors(report: &Report, session: &Session) {
    if !session.quiet {
        for (file, error) in report.errors() {
            session.complain(&Problem::new(format!("{}: {}", file.path, error.message)));
        }
    }
}
