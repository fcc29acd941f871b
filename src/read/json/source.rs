//! JSON values and where they stand in their source.

use std::borrow::Cow;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::read::place::{self, Lines};
use crate::read::{ReadError, ReadErrorKind, SyntaxFault};
use crate::sheet::{Location, Place, Text, TextBuilder};

/// A text of JSON.
pub(super) struct Source<'a> {
    text: &'a str,
    lines: Lines<'a>,
}

/// A value: its source text and the byte at which it begins.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    raw: &'a str,
    pub(super) start: usize,
}

/// A member of an object.
pub(super) struct Member<'a> {
    pub(super) key: String,
    /// The byte at which the key begins.
    pub(super) start: usize,
    /// How many characters of the source the key takes up, with its quotation marks.
    pub(super) length: u32,
    pub(super) value: Value<'a>,
}

/// The members of an object by their keys, in the order of the source.
pub(super) type Object<'a> = Vec<(String, Value<'a>)>;

/// An object's members as serde_json gives them.
struct RawMembers<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for RawMembers<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = RawMembers<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry::<Key<'de>, &'de RawValue>()? {
                    members.push((member.0.0, member.1));
                }
                Ok(RawMembers(members))
            }
        }
        deserializer.deserialize_map(Members)
    }
}

/// A key, borrowed where it holds no escapes.
#[derive(serde::Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'a> Value<'a> {
    pub(super) fn is_null(self) -> bool {
        self.raw == "null"
    }
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, lines: Lines::new(text) }
    }

    /// The whole text as a value. Everything inside is JSON where this succeeds.
    pub(super) fn root(&self) -> Result<Value<'a>, ReadError> {
        let raw: &RawValue = serde_json::from_str(self.text).map_err(|e| self.syntax(&e))?;
        Ok(self.value(raw))
    }

    fn value(&self, raw: &'a RawValue) -> Value<'a> {
        let raw = raw.get();
        // The raw value is a part of the text, borrowed: its address tells which.
        let start = (raw.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Value { raw, start }
    }

    /// A stretch of characters that begins at a byte.
    pub(super) fn place(&self, start: usize, length: u32) -> Location {
        let (line, column) = self.lines.at(start);
        place::on_line(line, column, length)
    }

    /// The elements of an array; `None` where the value is none.
    pub(super) fn elements(&self, value: Value<'a>) -> Result<Option<Vec<Value<'a>>>, ReadError> {
        if !value.raw.starts_with('[') {
            return Ok(None);
        }
        let elements: Vec<&RawValue> =
            serde_json::from_str(value.raw).map_err(|error| self.inside(&error, value))?;
        Ok(Some(elements.into_iter().map(|raw| self.value(raw)).collect()))
    }

    /// The members of an object, no key twice; `None` where the value is none.
    pub(super) fn members(&self, value: Value<'a>) -> Result<Option<Vec<Member<'a>>>, ReadError> {
        if !value.raw.starts_with('{') {
            return Ok(None);
        }
        let RawMembers(raw) =
            serde_json::from_str(value.raw).map_err(|error| self.inside(&error, value))?;
        let mut members: Vec<Member<'a>> = Vec::with_capacity(raw.len());
        let mut seen = std::collections::HashMap::with_capacity(raw.len());
        let mut after = value.start + 1;
        for (key, raw) in raw {
            let value = self.value(raw);
            // The key is the only string between the value before it and its own value.
            let between = self.text.get(after..value.start).unwrap_or_default();
            let quote = between.find('"').unwrap_or(0);
            let start = after + quote;
            let end = between.rfind('"').map_or(quote, |end| end + 1);
            let length = between.get(quote..end).unwrap_or_default().chars().count();
            after = value.start + value.raw.len();
            let length = place::count(length);
            let key = key.into_owned();
            if let Some(first) = seen.insert(key.clone(), start) {
                let (first_line, _) = self.lines.at(first);
                let kind = ReadErrorKind::DuplicateKey { key, first_line };
                return Err(kind.at(self.place(start, length)));
            }
            members.push(Member { key, start, length, value });
        }
        Ok(Some(members))
    }

    /// The text of a number, as a person would write it; `None` where the value is none.
    pub(super) fn number(&self, value: Value<'a>) -> Option<Text> {
        if !value.raw.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            return None;
        }
        let whole = value.raw.split_once('.').filter(|(_, rest)| rest.bytes().all(|b| b == b'0'));
        let (line, column) = self.lines.at(value.start);
        let mut builder = TextBuilder::default();
        builder.push_lines(whole.map_or(value.raw, |(whole, _)| whole), line, column);
        Some(builder.finish())
    }

    /// The text of a string; `None` where the value is none.
    pub(super) fn string(&self, value: Value<'a>) -> Result<Option<Text>, ReadError> {
        let inner = value.raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let Some(inner) = inner else { return Ok(None) };
        let (line, column) = self.lines.at(value.start);
        // No JSON string runs over a line break, so all of it is on this line.
        let mut column = column + 1;
        let mut builder = TextBuilder::default();
        let mut rest = inner.chars();
        while let Some(character) = rest.next() {
            let (character, width) = match character {
                '\\' => escape(&mut rest).ok_or_else(|| {
                    ReadErrorKind::LoneSurrogate.at(place::on_line(line, column, 6))
                })?,
                plain => (plain, 1),
            };
            builder.push(character, Place::Line { line, column }, width);
            column += width;
        }
        Ok(Some(builder.finish()))
    }

    /// An error that serde_json found in the whole text.
    fn syntax(&self, error: &serde_json::Error) -> ReadError {
        let offset = self.lines.offset(error.line(), error.column());
        let (before, after) = self.text.split_at_checked(offset).unwrap_or((self.text, ""));
        let kind = if error.is_eof() {
            ReadErrorKind::CutOff
        } else if before.trim_end().ends_with(',') && after.starts_with([']', '}']) {
            ReadErrorKind::Syntax(SyntaxFault::TrailingComma)
        } else {
            ReadErrorKind::Syntax(fault(&error.to_string()))
        };
        let (line, column) = self.lines.at(offset);
        kind.at(place::on_line(line, column, 1))
    }

    /// An error inside a value that is JSON: a key with half a character.
    fn inside(&self, error: &serde_json::Error, value: Value<'a>) -> ReadError {
        let lines = Lines::new(value.raw);
        let offset = lines.offset(error.line(), error.column());
        let kind =
            if error.to_string().contains("surrogate") || error.to_string().contains("escape") {
                ReadErrorKind::LoneSurrogate
            } else {
                ReadErrorKind::Syntax(SyntaxFault::Other)
            };
        kind.at(self.place(value.start + offset, 1))
    }
}

/// The character of an escape, after its backslash, and how many characters of the source it
/// takes up with it; `None` where it is half of a surrogate pair.
fn escape(rest: &mut std::str::Chars<'_>) -> Option<(char, u32)> {
    let character = match rest.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => {
            let first = unit(rest)?;
            if let Some(character) = char::from_u32(first) {
                return Some((character, 6));
            }
            // A high surrogate, with the low one in the next escape.
            if rest.next() != Some('\\') || rest.next() != Some('u') {
                return None;
            }
            let units = [u16::try_from(first).ok()?, u16::try_from(unit(rest)?).ok()?];
            let character = char::decode_utf16(units).next()?.ok()?;
            return Some((character, 12));
        }
        // JSON knows only `"`, `\` and `/` beside those.
        other => other,
    };
    Some((character, 2))
}

/// The four hexadecimal digits of an escape.
fn unit(rest: &mut std::str::Chars<'_>) -> Option<u32> {
    (0..4).try_fold(0, |unit, _| Some(unit * 16 + rest.next()?.to_digit(16)?))
}

/// What serde_json means by the beginning of its message.
fn fault(message: &str) -> SyntaxFault {
    const FAULTS: &[(&str, SyntaxFault)] = &[
        ("expected `,` or", SyntaxFault::MissingComma),
        ("expected `:`", SyntaxFault::MissingColon),
        ("key must be a string", SyntaxFault::KeyNotString),
        ("control character", SyntaxFault::ControlCharacter),
        ("invalid escape", SyntaxFault::Escape),
        ("trailing characters", SyntaxFault::TrailingCharacters),
    ];
    let found = FAULTS.iter().find(|(start, _)| message.starts_with(start));
    found.map_or(SyntaxFault::Other, |(_, fault)| *fault)
}
