//! Sheets as JSON.
//!
//! serde_json's borrowed raw values give where each value stands in the source, so that every
//! character of a text has its line and column, through escapes too. Each level of the sheet is
//! taken apart one at a time, so depth is bounded by the form and not by the input.

mod source;

use source::{Object, Source, Value};

use super::{
    Content, Document, Expected, Format, Notice, NoticeKind, ReadError, ReadErrorKind, year,
};
use crate::sheet::{Field, Goal, Sheet, Text};

pub(super) const FORMAT: Format =
    Format { extensions: &["json"], content: Content::Text, largest: super::MAX_TEXT, read };

/// The keys of a sheet, in the order in which they are written.
pub(crate) const SHEET_KEYS: &[&str] =
    &["fiscal_year", "department", "head", "contact", "missions", "goals"];

/// The keys of a goal, in the order in which they are written: `id` and the fields.
pub(crate) const GOAL_KEYS: &[&str] = &[
    "id",
    "mission",
    "policy",
    "section",
    "title",
    "current_state",
    "target",
    "outcome",
    "means",
    "due",
    "status",
    "reason",
    "review_status",
    "review_reason",
];

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = super::place::utf8(bytes).map_err(|place| ReadErrorKind::NotUtf8.at(place))?;
    if text.trim().is_empty() {
        return Err(ReadErrorKind::Empty.nowhere());
    }
    let source = Source::new(text);
    let mut reader = Reader { source: &source, notices: Vec::new() };
    let root = source.root()?;
    let sheets = match source.elements(root)? {
        Some(elements) => elements
            .into_iter()
            .map(|element| reader.sheet(element, Expected::Sheet))
            .collect::<Result<_, _>>()?,
        None => vec![reader.sheet(root, Expected::SheetOrSheets)?],
    };
    Ok(Document { sheets, notices: reader.notices })
}

struct Reader<'a> {
    source: &'a Source<'a>,
    notices: Vec<Notice>,
}

impl<'a> Reader<'a> {
    fn sheet(&mut self, value: Value<'a>, expected: Expected) -> Result<Sheet, ReadError> {
        let object = self.object(value, None, expected, SHEET_KEYS)?;
        let mut sheet = Sheet::default();
        let mut goals = None;
        for (key, value) in object {
            match key.as_str() {
                "fiscal_year" => sheet.fiscal_year = self.year(value)?,
                "department" => sheet.department = self.string(value, &key)?,
                "head" => sheet.head = self.string(value, &key)?,
                "contact" => sheet.contact = self.string(value, &key)?,
                "missions" => sheet.missions = self.strings(value, &key)?,
                "goals" => goals = Some(value),
                _ => {}
            }
        }
        let Some(goals) = goals else {
            return Err(ReadErrorKind::MissingGoals.at(self.source.place(value.start, 1)));
        };
        let elements = self.array(goals, "goals", Expected::Goals)?;
        for (index, element) in elements.into_iter().enumerate() {
            sheet.goals.push(self.goal(element, index)?);
        }
        Ok(sheet)
    }

    fn goal(&mut self, value: Value<'a>, index: usize) -> Result<Goal, ReadError> {
        let object = self.object(value, None, Expected::Goal, GOAL_KEYS)?;
        let mut goal = Goal::new((index + 1).to_string());
        for (key, value) in object {
            if key == "id" {
                let id = self.string_or_number(value, &key)?;
                if !id.is_empty() {
                    goal.id = id.as_str().to_owned();
                }
            } else if let Some(field) = Field::from_id(&key) {
                let text = match field {
                    Field::Mission | Field::Status | Field::ReviewStatus => {
                        self.string_or_number(value, &key)?
                    }
                    _ => self.string(value, &key)?,
                };
                goal.set(field, text);
            }
        }
        Ok(goal)
    }

    /// The members of an object; a key that is not `known` becomes a notice.
    fn object(
        &mut self,
        value: Value<'a>,
        key: Option<&str>,
        expected: Expected,
        known: &'static [&'static str],
    ) -> Result<Object<'a>, ReadError> {
        let Some(members) = self.source.members(value)? else {
            return Err(self.wrong_type(value, key, expected));
        };
        let mut object = Object::new();
        for member in members {
            if !known.contains(&member.key.as_str()) {
                let kind = NoticeKind::UnknownKey { key: member.key.clone(), known };
                let place = self.source.place(member.start, member.length);
                self.notices.push(kind.at(Some(place)));
            }
            object.push((member.key, member.value));
        }
        Ok(object)
    }

    fn array(
        &self,
        value: Value<'a>,
        key: &str,
        expected: Expected,
    ) -> Result<Vec<Value<'a>>, ReadError> {
        let elements = self.source.elements(value)?;
        elements.ok_or_else(|| self.wrong_type(value, Some(key), expected))
    }

    fn strings(&self, value: Value<'a>, key: &str) -> Result<Vec<Text>, ReadError> {
        if value.is_null() {
            return Ok(Vec::new());
        }
        let elements = self.array(value, key, Expected::Strings)?;
        elements.into_iter().map(|element| self.string(element, key)).collect()
    }

    fn string(&self, value: Value<'a>, key: &str) -> Result<Text, ReadError> {
        if value.is_null() {
            return Ok(Text::default());
        }
        let text = self.source.string(value)?;
        text.ok_or_else(|| self.wrong_type(value, Some(key), Expected::String))
    }

    fn string_or_number(&self, value: Value<'a>, key: &str) -> Result<Text, ReadError> {
        if let Some(text) = self.source.number(value) {
            return Ok(text);
        }
        self.string(value, key).map_err(|error| match error.kind {
            ReadErrorKind::WrongType { .. } => {
                self.wrong_type(value, Some(key), Expected::StringOrNumber)
            }
            _ => error,
        })
    }

    fn year(&mut self, value: Value<'a>) -> Result<Option<i32>, ReadError> {
        let text = self.string_or_number(value, "fiscal_year")?;
        let year = year::alone(text.as_str()).or_else(|| year::in_heading(text.as_str()));
        if year.is_none() && !text.is_empty() {
            let kind = NoticeKind::UnreadableYear { text: text.as_str().to_owned() };
            self.notices.push(kind.at(text.locate(0..text.len())));
        }
        Ok(year)
    }

    fn wrong_type(&self, value: Value<'a>, key: Option<&str>, expected: Expected) -> ReadError {
        let kind = ReadErrorKind::WrongType { key: key.map(str::to_owned), expected };
        kind.at(self.source.place(value.start, 1))
    }
}

#[cfg(test)]
mod tests;
