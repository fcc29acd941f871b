//! The zip package of a workbook or a document, and its limits.

use std::io::{BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::{ReadError, ReadErrorKind};

/// The largest part of a package that is read.
const MAX_PART: u64 = 64 * MIB;
/// The most that all parts of a package may unpack to.
const MAX_TOTAL: u64 = 256 * MIB;
const MIB: u64 = 1024 * 1024;

/// A stream of XML out of the package.
pub(super) type Xml<'p, 'a> = Reader<BufReader<ZipFile<'p, Cursor<&'a [u8]>>>>;

/// A zip package, known to be within the limits.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens a package and checks the sizes that its directory declares; reading a part that is
    /// larger than declared is an error of the zip reader's.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let too_large =
            |limit: u64| Err(ReadErrorKind::TooLarge { limit: limit / MIB, file: false }.nowhere());
        let damaged = || ReadErrorKind::Damaged.nowhere();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        let mut total: u64 = 0;
        for index in 0..archive.len() {
            let size = archive.by_index_raw(index).map_err(|_| damaged())?.size();
            total = total.saturating_add(size);
            if size > MAX_PART {
                return too_large(MAX_PART);
            }
        }
        if total > MAX_TOTAL {
            return too_large(MAX_TOTAL);
        }
        Ok(Self { archive })
    }

    /// The path of the part that the package is about: a workbook or a document.
    pub(super) fn main_part(&mut self) -> Option<String> {
        let relations = self.relations("_rels/.rels", "")?;
        let main = relations.into_iter().find(|part| part.kind.ends_with("/officeDocument"));
        main.map(|relation| relation.target)
    }

    /// A part as a stream of XML, if there is one of this path.
    pub(super) fn xml(&mut self, path: &str) -> Option<Xml<'_, 'a>> {
        // Names of parts do not depend on case.
        let index = (0..self.archive.len()).find(|&index| {
            self.archive.name_for_index(index).and_then(Result::ok).is_some_and(|name| {
                name.replace('\\', "/").trim_start_matches('/').eq_ignore_ascii_case(path)
            })
        })?;
        let part = self.archive.by_index(index).ok()?;
        let mut reader = Reader::from_reader(BufReader::new(part));
        reader.config_mut().expand_empty_elements = true;
        Some(reader)
    }

    /// What the parts of a folder say that they relate to; `None` where they cannot be read.
    pub(super) fn relations(&mut self, path: &str, folder: &str) -> Option<Vec<Relation>> {
        let mut relations = Vec::new();
        elements(self.xml(path)?, |element| {
            if element.local_name().as_ref() == "Relationship"
                && let Some(id) = attribute(element, "Id")
                && let Some(target) = attribute(element, "Target")
            {
                let kind = attribute(element, "Type").unwrap_or_default();
                relations.push(Relation { id, kind, target: resolve(folder, &target) });
            }
        })?;
        Some(relations)
    }
}

/// A part that another relates to.
pub(super) struct Relation {
    pub(super) id: String,
    kind: String,
    /// Path in the package, without a slash before it.
    pub(super) target: String,
}

/// The path in the package that a target means.
fn resolve(folder: &str, target: &str) -> String {
    let (base, path) = match target.strip_prefix('/') {
        Some(absolute) => ("", absolute),
        None => (folder, target),
    };
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Calls `visit` for the start of every element; `None` where the XML is damaged.
pub(super) fn elements(mut xml: Xml<'_, '_>, mut visit: impl FnMut(&BytesStart<'_>)) -> Option<()> {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(element) => visit(&element),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

/// The value of an attribute, by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let attributes = attributes.with_checks(false).filter_map(Result::ok);
    let mut found = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
    let value = found.next()?.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
