//! Readers: bytes in, sheets out.
//!
//! [`read`] picks the format by the extension of the name and by the content. Every format is a
//! file of its own with a `FORMAT` constant, listed once in `FORMATS`: that is all it takes to add
//! one. Readers know no files and never panic: whatever the bytes are, they give sheets, or an
//! error that says where the fault is and what to do.

#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unwrap_used
    )
)]

mod content;
mod csv;
mod draft;
mod encoding;
mod error;
mod grid;
mod json;
pub(crate) mod labels;
mod lines;
pub(crate) mod markdown;
mod notice;
mod package;
pub(crate) mod place;
mod text;
mod word;
mod workbook;
pub(crate) mod year;

pub use content::Content;
pub use error::{Expected, ReadError, ReadErrorKind, Refused, SyntaxFault};
pub use notice::{Notice, NoticeKind};

use crate::sheet::Sheet;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// The goal sheets, in the order of the file; none where nothing looked like one.
    pub sheets: Vec<Sheet>,
    /// What was not read as part of a sheet: never dropped in silence.
    pub notices: Vec<Notice>,
}

/// A format that can be read.
struct Format {
    /// File name extensions in lower case, without the dot.
    extensions: &'static [&'static str],
    /// What the bytes must look like.
    content: Content,
    /// The largest file that is read, in bytes.
    largest: usize,
    read: fn(&[u8]) -> Result<Document, ReadError>,
}

/// Every format, one line each.
const FORMATS: &[Format] =
    &[json::FORMAT, markdown::FORMAT, workbook::FORMAT, csv::FORMAT, word::FORMAT, text::FORMAT];

/// The file name extensions that [`read`] takes, in lower case, without the dot.
pub fn extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().flat_map(|format| format.extensions).copied()
}

/// The largest file of any format that is read, in bytes.
pub const MAX_FILE: usize = MAX_WORKBOOK;

/// The largest workbook or document, in bytes: mostly pictures, which are not read.
const MAX_WORKBOOK: usize = 50 * 1024 * 1024;

/// The largest text file, in bytes: a filled-in sheet has some ten thousand.
const MAX_TEXT: usize = 10 * 1024 * 1024;

/// How many notices a file gives one by one.
const MAX_NOTICES: usize = 100;

/// Reads the goal sheets in a file, given its name (or path) and its bytes.
///
/// # Errors
/// Where the bytes cannot be used at all; the message says where and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let extension = match name.rsplit_once('.') {
        Some((_, extension)) => extension.to_lowercase(),
        None => String::new(),
    };
    if name.starts_with("~$") {
        return Err(ReadErrorKind::LockFile.nowhere());
    }
    if let Some(refused) = Refused::from_extension(&extension) {
        return Err(ReadErrorKind::Refused(refused).nowhere());
    }
    let Some(format) = FORMATS.iter().find(|format| format.extensions.contains(&&*extension))
    else {
        return Err(ReadErrorKind::UnknownExtension { extension }.nowhere());
    };
    if bytes.is_empty() {
        return Err(ReadErrorKind::Empty.nowhere());
    }
    if bytes.len() > format.largest {
        let limit = u64::try_from(format.largest / 1024 / 1024).unwrap_or(u64::MAX);
        return Err(ReadErrorKind::TooLarge { limit, file: true }.nowhere());
    }
    let content = Content::of(bytes);
    if content == Content::Encrypted && format.content == Content::Zip {
        return Err(ReadErrorKind::Password.nowhere());
    }
    // Text may hold NUL; whether it is text is for the reader to say.
    let binary_text = (content, format.content) == (Content::Binary, Content::Text);
    if content != format.content && !binary_text {
        return Err(ReadErrorKind::Mismatch { extension, content }.nowhere());
    }
    let mut document = (format.read)(bytes)?;
    if let Some(more) = document.notices.len().checked_sub(MAX_NOTICES).filter(|more| *more > 0) {
        document.notices.truncate(MAX_NOTICES);
        document.notices.push(NoticeKind::More { count: place::count(more) }.nowhere());
    }
    Ok(document)
}
