//! Why a file cannot be used.

mod messages;

use super::content::Content;
use super::place;
use crate::finding::Language;
use crate::sheet::Location;

/// Why a file cannot be used, and where the fault is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Language::English))]
pub struct ReadError {
    /// The fault.
    pub kind: ReadErrorKind,
    /// Where it is, if it has a place in the file.
    pub location: Option<Location>,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// No bytes.
    Empty,
    /// Not an extension of any known format.
    UnknownExtension {
        /// The extension in lower case, without the dot; empty where the name has none.
        extension: String,
    },
    /// A format that is known and not read.
    Refused(Refused),
    /// The content is not what the extension says.
    Mismatch {
        /// The extension.
        extension: String,
        /// What the content is.
        content: Content,
    },
    /// Excel's lock file (`~$…`).
    LockFile,
    /// A text file that is not UTF-8.
    NotUtf8,
    /// Text in no encoding that is known.
    UnknownEncoding,
    /// A quotation mark in CSV that is not closed.
    OpenQuote,
    /// JSON that ends too early.
    CutOff,
    /// JSON that is no JSON.
    Syntax(SyntaxFault),
    /// Half of a surrogate pair in an escape.
    LoneSurrogate,
    /// A value of the wrong type.
    WrongType {
        /// The key; `None` for an element of the file itself.
        key: Option<String>,
        /// What must stand there.
        expected: Expected,
    },
    /// The same key twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line on which it stands first.
        first_line: u32,
    },
    /// A sheet without `goals`.
    MissingGoals,
    /// An encrypted workbook.
    Password,
    /// A workbook that is truncated or damaged.
    Damaged,
    /// A zip container that holds no workbook.
    NotAWorkbook,
    /// A zip container that holds no Word document.
    NotADocument,
    /// A workbook larger than what is read.
    TooLarge {
        /// The limit in MiB.
        limit: u64,
        /// Whether the file itself is too large, rather than what it unpacks to.
        file: bool,
    },
}

/// Formats that are known, but not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// `.xls`, `.xlsb`: other Excel formats.
    OldExcel,
    /// `.ods`.
    OpenDocument,
    /// `.doc` and other formats of word processors.
    Word,
    /// `.pdf`.
    Pdf,
}

/// What a JSON value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A sheet, or an array of sheets.
    SheetOrSheets,
    /// A sheet.
    Sheet,
    /// An array of goals.
    Goals,
    /// A goal.
    Goal,
    /// An array of strings.
    Strings,
    /// A string.
    String,
    /// A string or a number.
    StringOrNumber,
}

/// What is wrong with JSON's syntax, as far as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A comma before a closing bracket.
    TrailingComma,
    /// No comma or closing bracket after a value.
    MissingComma,
    /// No colon after a key.
    MissingColon,
    /// A key without quotation marks.
    KeyNotString,
    /// A line break or other control character inside a string.
    ControlCharacter,
    /// An escape that JSON does not know.
    Escape,
    /// Something after the end of the value.
    TrailingCharacters,
    /// Anything else.
    Other,
}

impl ReadErrorKind {
    /// The error without a place.
    pub(super) const fn nowhere(self) -> ReadError {
        ReadError { kind: self, location: None }
    }

    /// The error at this place.
    pub(super) const fn at(self, location: Location) -> ReadError {
        ReadError { kind: self, location: Some(location) }
    }
}

impl Refused {
    pub(super) fn from_extension(extension: &str) -> Option<Self> {
        Some(match extension {
            "xls" | "xlsb" | "xlt" => Self::OldExcel,
            "ods" | "fods" => Self::OpenDocument,
            "doc" | "odt" | "rtf" => Self::Word,
            "pdf" => Self::Pdf,
            _ => return None,
        })
    }
}

impl ReadError {
    /// What is wrong, where, and what to do.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let text = match language {
            Language::Japanese => self.kind.japanese(),
            Language::English => self.kind.english(),
        };
        match &self.location {
            Some(location) => format!("{}: {text}", place::words(location, language)),
            None => text,
        }
    }
}
