//! The fields of a form out of the texts and the labels they stand under.

use super::grid::{Grid, Kind, Square};
use super::layout::{Band, Page, Position};
use crate::read::draft::{GoalDraft, fill_once};
use crate::read::labels::{self, Found, Label, Split, segments};
use crate::read::{Notice, NoticeKind, year};
use crate::sheet::{Field, Text};

/// What one form holds.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) year: Option<i32>,
    pub(super) department: Text,
    pub(super) head: Text,
    pub(super) contact: Text,
    /// The missions, with their numbers on the form.
    pub(super) missions: Vec<(Option<usize>, Text)>,
    pub(super) goals: Vec<GoalDraft>,
    /// The numbers that the form gives its goals; filled in when forms are joined.
    pub(super) ids: std::collections::HashSet<String>,
    /// Whether a title or the label of a goal says that this is a goal sheet.
    pub(super) announced: bool,
    pub(super) notices: Vec<Notice>,
}

impl Form {
    /// Whether nothing of the form was found.
    pub(super) fn is_blank(&self) -> bool {
        !self.announced
            && self.department.is_empty()
            && self.missions.is_empty()
            && !self.goals.iter().any(GoalDraft::is_evident)
    }

    /// Whether there is enough of the form to call it a goal sheet.
    pub(super) fn is_sheet(&self) -> bool {
        self.goals.iter().any(GoalDraft::is_evident)
            || self.announced
                && (self.goals.iter().any(GoalDraft::is_filled_in) || !self.missions.is_empty())
    }
}

/// Reads one form.
pub(super) fn read(page: &Page, band: &Band) -> Form {
    let goals = band.starts.iter().map(|start| GoalDraft::new(start.id.clone())).collect();
    let form = Form { goals, announced: !band.starts.is_empty(), ..Form::default() };
    let mut reader = Reader { grid: &page.grid, band, form, skipped: Vec::new() };
    for (index, position) in &band.cells {
        reader.cell(*index, position.as_ref());
    }
    reader.form
}

struct Reader<'a> {
    grid: &'a Grid,
    band: &'a Band,
    form: Form,
    /// Headings of columns that are not read, of which has been told.
    skipped: Vec<usize>,
}

impl Reader<'_> {
    fn cell(&mut self, index: usize, position: Option<&Position>) {
        let Some(square) = self.grid.get(index) else { return };
        match &square.kind {
            Kind::Label(_) => {}
            Kind::Title(title) => {
                self.form.announced = true;
                self.form.year = self.form.year.or(title.year);
                if let Some(range) = &title.department
                    && self.form.department.is_empty()
                {
                    self.form.department = self.grid.part(index, range.start, range.end);
                }
            }
            Kind::Text => self.text(index, square, position),
        }
    }

    /// A text: divided at the labels in it, as far as its place leaves open what it is.
    fn text(&mut self, index: usize, square: &Square, position: Option<&Position>) {
        let own = square.lead.as_ref().filter(|lead| !lead.label.is_level());
        let split = match position.map(|position| position.label) {
            None => Some(Split::Every),
            Some(_) if own.is_some() => Some(Split::Every),
            Some(Label::Level) => Some(Split::Level),
            Some(label) if label.is_level() => Some(Split::MarkedLevel),
            Some(_) => None,
        };
        let Some(split) = split else {
            let whole = self.grid.whole(index);
            self.place(index, square, position, &whole);
            return;
        };
        for part in segments(&square.text, split) {
            let text = self.grid.part(index, part.start, part.end);
            match part.found {
                Some(found) => self.under(index, square, &found, &text),
                None => self.place(index, square, position, &text),
            }
        }
    }

    /// A text under a label in its own cell.
    fn under(&mut self, index: usize, square: &Square, found: &Found, text: &Text) {
        let number = found.number.clone();
        let position = Position { by: index, label: found.label, number, header: false };
        if !text.is_empty() {
            self.place(index, square, Some(&position), text);
        }
    }

    fn place(&mut self, index: usize, square: &Square, position: Option<&Position>, text: &Text) {
        let Some(position) = position else {
            self.stray(index, text);
            return;
        };
        let number = position.number.as_deref().and_then(|number| number.parse().ok());
        match position.label {
            Label::Field(field) => self.fill(index, square, field, text),
            // Text that no part of 達成水準 is named for is what is to be reached.
            Label::Level => self.fill(index, square, Field::Target, text),
            Label::Missions if position.header => self.fill(index, square, Field::Mission, text),
            Label::Missions if number.is_none() && labels::is_number(text.as_str()) => {
                // In a goal the number of a mission; at the head of the form that of the next text.
                if self.goal_at(square.row()).is_some() {
                    self.fill(index, square, Field::Mission, text);
                }
            }
            Label::Missions => self.missions(number, text),
            // Its number: see `starts`.
            Label::Goal | Label::Number if square.is_number() => {}
            Label::Goal if !(position.header && self.band.has_title_column) => {
                self.fill(index, square, Field::Title, text);
            }
            Label::Department => self.fill_once(index, |form| &mut form.department, text),
            Label::Head => self.fill_once(index, |form| &mut form.head, text),
            Label::Contact => self.fill_once(index, |form| &mut form.contact, text),
            Label::Year => match year::alone(text.as_str()) {
                Some(year) => self.form.year = Some(year),
                None => {
                    let kind = NoticeKind::UnreadableYear { text: text.as_str().to_owned() };
                    self.form.notices.push(kind.at(text.locate(0..text.len())));
                }
            },
            Label::Skipped => {
                if !self.skipped.contains(&position.by) {
                    self.skipped.push(position.by);
                    let label = self.grid.whole(position.by).as_str().to_owned();
                    let kind = NoticeKind::UnknownLabel { label };
                    self.form.notices.push(kind.at(self.grid.location(position.by)));
                }
            }
            Label::Goal | Label::Number => self.stray(index, text),
        }
    }

    /// The goal that a row belongs to.
    fn goal_at(&self, row: u32) -> Option<usize> {
        let starts = &self.band.starts;
        let before = starts.partition_point(|start| start.row <= row);
        match before.checked_sub(1) {
            Some(goal) => Some(goal),
            // A goal's label may stand a little below its first field.
            None => {
                let first = starts.first()?.row;
                (starts.len() == 1 || row.saturating_add(2) >= first).then_some(0)
            }
        }
    }

    fn fill(&mut self, index: usize, square: &Square, field: Field, text: &Text) {
        let goal = if self.band.starts.is_empty() {
            // Without any labels of their own, goals begin with their titles.
            let open = self.form.goals.last();
            let again = field == Field::Title && open.is_some_and(|goal| goal.has(field));
            if open.is_none() || again {
                self.form.goals.push(GoalDraft::default());
            }
            self.form.goals.len().checked_sub(1)
        } else {
            self.goal_at(square.row())
        };
        match goal.and_then(|goal| self.form.goals.get_mut(goal)) {
            Some(goal) => goal.fill(field, text),
            None => self.stray(index, text),
        }
    }

    /// A mission, or several in one cell with their numbers before them.
    fn missions(&mut self, number: Option<usize>, text: &Text) {
        match number {
            Some(_) => self.form.missions.push((number, text.clone())),
            None => {
                let items = labels::items(text);
                self.form.missions.extend(items.into_iter().map(|item| (None, item)));
            }
        }
    }

    /// A text that belongs to nothing.
    fn stray(&mut self, index: usize, text: &Text) {
        let words = text.as_str();
        if words.contains("年度")
            && let Some(year) = year::alone(words)
        {
            self.form.year = self.form.year.or(Some(year));
            return;
        }
        if text.is_empty() || labels::is_furniture(words) {
            return;
        }
        let kind = NoticeKind::Unplaced { text: words.to_owned() };
        let place = text.locate(0..text.len()).or_else(|| self.grid.location(index));
        self.form.notices.push(kind.at(place));
    }

    fn fill_once(&mut self, index: usize, slot: fn(&mut Form) -> &mut Text, text: &Text) {
        if !fill_once(slot(&mut self.form), text) {
            self.stray(index, text);
        }
    }
}
