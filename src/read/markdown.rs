//! Sheets as Markdown.
//!
//! Headings and `- label: text` lines are recognised by [`labels`]; everything else is text of the
//! label it stands under, taken as it is. A backslash at the start of a line keeps the line from
//! being read as heading or label: see [`lines::needs_escape`].

mod draft;
pub(crate) mod lines;

use self::draft::Draft;
use self::lines::{LIST_INDENT, MISSION_INDENT, heading, is_heading_end, is_list, item, unescaped};
use super::draft::fill_once;
use super::labels::{self, Found, Label, Split, segments};
use super::{Content, Document, Format, Notice, NoticeKind, ReadError, ReadErrorKind, place, year};
use crate::sheet::{Field, Sheet, Text, TextBuilder};

pub(super) const FORMAT: Format = Format {
    extensions: &["md", "markdown"],
    content: Content::Text,
    largest: super::MAX_TEXT,
    read,
};

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = place::utf8(bytes).map_err(|place| ReadErrorKind::NotUtf8.at(place))?;
    if text.trim().is_empty() {
        return Err(ReadErrorKind::Empty.nowhere());
    }
    let mut reader = Reader::default();
    for (number, line) in (1..).zip(place::lines(text)) {
        reader.line(line, number);
    }
    Ok(reader.finish())
}

/// Where lines that are no label go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Under {
    /// Nothing: it cannot be placed.
    Nothing,
    /// A heading that is unknown, of which a notice has told.
    Unknown,
    /// A heading: only what is clearly a label ends the text.
    Heading(Label),
    /// A `- label:` line: any label ends the text, and short ones only go on in indented lines.
    Line(Label),
}

#[derive(Debug)]
struct Reader {
    done: Vec<Draft>,
    draft: Draft,
    under: Under,
    open: TextBuilder,
    /// Whether `open` holds a mission, which ends where the next begins.
    mission: bool,
    notices: Vec<Notice>,
    /// Lines that could not be placed and follow each other.
    unplaced: TextBuilder,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            done: Vec::new(),
            draft: Draft::default(),
            under: Under::Nothing,
            open: TextBuilder::default(),
            mission: false,
            notices: Vec::new(),
            unplaced: TextBuilder::default(),
        }
    }
}

impl Reader {
    fn line(&mut self, line: &str, number: u32) {
        if let Some((text, column)) = heading(line) {
            self.heading(text, number, column);
            return;
        }
        let mut parts = segments(line, Split::Every).into_iter();
        if let (Some(part), None) = (parts.next(), parts.next())
            && let Some(found) = part.found
            && self.ends_text(line, &found)
        {
            let rest: String = line.chars().skip(part.start).collect();
            // The emphasis of **期日：** ends after the colon.
            let label_part: String = line.chars().take(part.start).collect();
            let emphasis = label_part.contains("**") || label_part.contains("__");
            let closing = rest.chars().take_while(|c| emphasis && matches!(c, '*' | '_'));
            let rest_start = closing.count();
            let rest: String = rest.chars().skip(rest_start).collect();
            let label = self.draft.meaning(&found, &rest);
            self.begin(&found, Under::Line(label));
            self.open.push_lines(&rest, number, place::count(part.start + rest_start) + 1);
            return;
        }
        self.text(line, number);
    }

    /// Whether a label at the start of a line ends the text above it.
    fn ends_text(&self, line: &str, found: &Found) -> bool {
        let indented = line.starts_with([' ', '\t', '\u{3000}']);
        match self.under {
            Under::Nothing | Under::Unknown | Under::Heading(Label::Goal) => true,
            Under::Heading(Label::Missions) => found.own && !indented && item(line).is_none(),
            Under::Heading(Label::Level) => found.label.is_level(),
            Under::Heading(_) => is_heading_end(line, found),
            Under::Line(_) => !indented && (found.own || found.marked || is_list(line)),
        }
    }

    fn heading(&mut self, text: &str, line: u32, column: u32) {
        let mut parts = segments(text, Split::Every).into_iter();
        let part = parts.next().filter(|part| part.found.is_some());
        if let Some(part) = part
            && let Some(found) = part.found
        {
            let rest: String = text.chars().skip(part.start).collect();
            let label = self.draft.meaning(&found, &rest);
            self.begin(&found, Under::Heading(label));
            if !rest.trim().is_empty() {
                self.open.push_lines(&rest, line, column + place::count(part.start));
                self.open.push_unplaced("\n");
            }
        } else if let Some(id) = labels::goal_id(text) {
            self.close();
            self.draft.open_goal(Some(id));
            self.under = Under::Nothing;
        } else if let Some(title) = labels::title(text) {
            self.close();
            if !self.draft.goals.is_empty() {
                self.done.push(std::mem::take(&mut self.draft));
            }
            self.draft.announced = true;
            self.draft.sheet.fiscal_year = title.year;
            if let Some(range) = title.department {
                let name: String = text.chars().skip(range.start).take(range.len()).collect();
                let mut builder = TextBuilder::default();
                builder.push_lines(&name, line, column + place::count(range.start));
                self.draft.sheet.department = builder.finish();
            }
            self.under = Under::Nothing;
        } else {
            self.close();
            let length = place::count(text.chars().count());
            let kind = NoticeKind::UnknownLabel { label: text.to_owned() };
            self.notices.push(kind.at(Some(place::on_line(line, column, length))));
            self.under = Under::Unknown;
        }
    }

    /// Begins the text under a label.
    fn begin(&mut self, found: &Found, under: Under) {
        self.close();
        self.under = under;
        match under {
            Under::Heading(Label::Goal) | Under::Line(Label::Goal) => {
                self.draft.open_goal(found.number.clone());
            }
            Under::Line(Label::Missions) => self.mission = true,
            _ => {}
        }
    }

    fn text(&mut self, line: &str, number: u32) {
        let short = match self.under {
            Under::Unknown => return,
            Under::Nothing => true,
            Under::Heading(Label::Missions) => {
                self.mission_line(line, number);
                return;
            }
            Under::Heading(Label::Goal) | Under::Line(Label::Goal) => true,
            Under::Heading(_) => false,
            Under::Line(label) => is_short(label) && !line.starts_with([' ', '\t', '\u{3000}']),
        };
        if short {
            if !matches!(self.under, Under::Nothing | Under::Heading(_)) {
                self.close();
                self.under = Under::Nothing;
            }
            self.stray(line, number);
            return;
        }
        let indent = match self.under {
            Under::Line(Label::Missions) => MISSION_INDENT,
            Under::Line(_) => LIST_INDENT,
            _ => 0,
        };
        self.push(line, number, indent);
    }

    /// A line under 組織使命: an item begins with a number or a bullet.
    fn mission_line(&mut self, line: &str, number: u32) {
        match item(line) {
            Some(start) => {
                self.finish_mission();
                self.mission = true;
                let rest: String = line.chars().skip(start).collect();
                self.open.push_lines(&rest, number, place::count(start) + 1);
            }
            None if line.trim().is_empty() && !self.mission => {}
            None => {
                self.mission = true;
                self.push(line, number, MISSION_INDENT);
            }
        }
    }

    /// Adds a line to the text that is open, without up to `indent` blanks before it.
    fn push(&mut self, line: &str, number: u32, indent: usize) {
        let blanks = line.chars().take(indent).take_while(|c| *c == ' ').count();
        let (text, skipped) = unescaped(line.chars().skip(blanks).collect());
        self.open.push_unplaced("\n");
        self.open.push_lines(&text, number, place::count(blanks + skipped) + 1);
    }

    /// A line that belongs to nothing.
    fn stray(&mut self, line: &str, number: u32) {
        if line.trim().is_empty() || labels::is_furniture(line) || line.trim().starts_with("<!--") {
            self.tell_stray();
            return;
        }
        self.unplaced.push_unplaced("\n");
        self.unplaced.push_lines(line, number, 1);
    }

    fn tell_stray(&mut self) {
        let text = std::mem::take(&mut self.unplaced).finish();
        if !text.is_empty() {
            self.tell_unplaced(&text);
        }
    }

    fn tell_unplaced(&mut self, text: &Text) {
        let kind = NoticeKind::Unplaced { text: text.as_str().to_owned() };
        self.notices.push(kind.at(text.locate(0..text.len())));
    }

    fn fill_once(&mut self, slot: fn(&mut Sheet) -> &mut Text, text: &Text) {
        if !fill_once(slot(&mut self.draft.sheet), text) {
            self.tell_unplaced(text);
        }
    }

    fn finish_mission(&mut self) {
        if std::mem::take(&mut self.mission) {
            let text = std::mem::take(&mut self.open).finish();
            self.draft.sheet.missions.push(text);
        }
    }

    /// Puts the text that is open where it belongs.
    fn close(&mut self) {
        self.tell_stray();
        self.finish_mission();
        let text = std::mem::take(&mut self.open).finish();
        let (Under::Heading(label) | Under::Line(label)) = self.under else { return };
        if text.is_empty() {
            return;
        }
        match label {
            Label::Field(field) => self.draft.fill(field, &text),
            Label::Goal => self.draft.fill(Field::Title, &text),
            Label::Level => {
                for (field, part) in level_parts(&text) {
                    self.draft.fill(field, &part);
                }
            }
            Label::Number => {
                if let Some(goal) = self.draft.goals.last_mut() {
                    goal.id = Some(text.as_str().to_owned());
                }
            }
            Label::Year => match year::alone(text.as_str()) {
                Some(year) => self.draft.sheet.fiscal_year = Some(year),
                None => {
                    let kind = NoticeKind::UnreadableYear { text: text.as_str().to_owned() };
                    self.notices.push(kind.at(text.locate(0..text.len())));
                }
            },
            Label::Missions | Label::Skipped => {}
            Label::Department => self.fill_once(|sheet| &mut sheet.department, &text),
            Label::Head => self.fill_once(|sheet| &mut sheet.head, &text),
            Label::Contact => self.fill_once(|sheet| &mut sheet.contact, &text),
        }
    }

    fn finish(mut self) -> Document {
        self.close();
        self.done.push(self.draft);
        let drafts: Vec<Draft> = self.done.into_iter().filter(Draft::is_sheet).collect();
        if drafts.is_empty() {
            // Whatever else the file is, what it says is no part of a sheet.
            return Document { sheets: Vec::new(), notices: vec![NoticeKind::NoSheet.nowhere()] };
        }
        let sheets = drafts.into_iter().map(Draft::finish).collect();
        Document { sheets, notices: self.notices }
    }
}

/// Labels whose text is short: it ends with its line.
fn is_short(label: Label) -> bool {
    match label {
        Label::Field(field) => {
            use Field::{Due, Mission, Policy, ReviewStatus, Section, Status};
            matches!(field, Mission | Policy | Section | Due | Status | ReviewStatus)
        }
        Label::Level | Label::Missions => false,
        _ => true,
    }
}

/// The parts of a text under 達成水準; what stands before the first label is the target.
pub(super) fn level_parts(text: &Text) -> Vec<(Field, Text)> {
    segments(text.as_str(), Split::Level)
        .into_iter()
        .map(|part| {
            let field = match part.found.map(|found| found.label) {
                Some(Label::Field(field)) => field,
                _ => Field::Target,
            };
            (field, text.part(part.start..part.end))
        })
        .collect()
}

#[cfg(test)]
mod tests;
