//! The terminal: language, colours, width, and writing to a pipe that may be closed.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use miette::Diagnostic;
use terminal_size::{Height, Width, terminal_size_of};

use super::arguments::{Color, Common};
use crate::finding::Language;
use crate::report::text::{Handler, Style};

/// What holds for the whole run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Session {
    pub(super) language: Language,
    pub(super) quiet: bool,
    pub(super) verbose: bool,
    color: ColorChoice,
}

impl Session {
    pub(super) fn new(common: &Common) -> Self {
        let color = match common.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let Common { quiet, verbose, .. } = *common;
        Self { language: common.lang.into(), quiet, verbose, color }
    }

    /// A text in the language of the run.
    pub(super) fn pick<T>(&self, japanese: T, english: T) -> T {
        self.language.pick(japanese, english)
    }

    /// Whether standard output takes colours.
    pub(super) fn colour(&self) -> bool {
        AutoStream::new(io::stdout(), self.color).current_choice() != ColorChoice::Never
    }

    /// The columns of a report on standard output, or in a file.
    pub(super) fn columns(&self, in_file: bool) -> usize {
        columns(if in_file { None } else { terminal_size_of(io::stdout()) })
    }

    /// How what is read on standard output looks.
    pub(super) fn style(&self) -> Style {
        Style { language: self.language, columns: self.columns(false), colour: self.colour() }
    }

    /// Writes to standard output. A reader that has seen enough (`| head`) is no error.
    pub(super) fn print(&self, text: &str) -> io::Result<()> {
        let mut out = AutoStream::new(io::stdout(), self.color).lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }

    /// Shows an error of the program on standard error.
    pub(super) fn complain(&self, problem: &dyn Diagnostic) {
        let stream = AutoStream::new(io::stderr(), self.color);
        let colour = stream.current_choice() != ColorChoice::Never;
        let handler = Handler {
            language: self.language,
            columns: columns(terminal_size_of(io::stderr())),
            colour,
        };
        write_error(stream, &handler.render(problem));
    }

    /// Tells something on standard error, in a line of its own.
    pub(super) fn tell(&self, text: &str) {
        write_error(AutoStream::new(io::stderr(), self.color), &format!("{text}\n"));
    }
}

/// The columns that output to a stream is made for: `COLUMNS` where it is set, otherwise those of
/// the terminal, up to what is comfortable to read. Files and pipes get 80, whatever terminal the
/// program happens to be run in.
fn columns(terminal: Option<(Width, Height)>) -> usize {
    let set = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = terminal.map(|(width, _)| usize::from(width.0));
    set.or(terminal).unwrap_or(80).clamp(30, 100)
}

/// There is nobody left to tell where standard error cannot be written to.
fn write_error(mut stream: impl Write, text: &str) {
    let _ = stream.write_all(text.as_bytes());
}
