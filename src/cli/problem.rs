//! Errors of the program itself, which end it: a file that cannot be written, a mistake in the
//! configuration. What is wrong with one input is part of the report instead.

use std::fmt;
use std::io::{self, ErrorKind};
use std::ops::Range;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};

use super::terminal::Session;

/// An error of the program, with the user's next step.
#[derive(Debug)]
pub(super) struct Problem {
    message: String,
    help: Option<String>,
    // Boxed, since errors travel through every `Result`.
    source: Option<Box<(NamedSource<String>, Range<usize>)>>,
}

impl Problem {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, source: None }
    }

    /// What to do about it.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The bytes of a file that it is about.
    pub(super) fn at(mut self, file: &str, text: &str, bytes: Range<usize>) -> Self {
        self.source = Some(Box::new((NamedSource::new(file, text.to_owned()), bytes)));
        self
    }
}

/// Why the system refused, in a sentence that a user understands.
pub(super) fn reason(session: &Session, error: &io::Error) -> String {
    let (japanese, english) = match error.kind() {
        ErrorKind::NotFound => ("ファイルかフォルダーがありません。", "It does not exist."),
        ErrorKind::PermissionDenied => ("アクセス権がありません。", "Permission is denied."),
        ErrorKind::IsADirectory => ("フォルダーです。", "It is a folder."),
        ErrorKind::StorageFull => ("ディスクに空きがありません。", "The disk is full."),
        ErrorKind::ReadOnlyFilesystem => ("書き込みできない場所です。", "It is read-only there."),
        _ => return session.pick(format!("（{error}）"), format!("({error})")),
    };
    session.pick(japanese, english).to_owned()
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl Diagnostic for Problem {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.help.as_ref()?))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source.as_ref()?.0)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let (_, bytes) = &**self.source.as_ref()?;
        Some(Box::new(std::iter::once(LabeledSpan::underline(bytes.clone()))))
    }
}
