//! The fields of a form out of the texts and the labels they stand under.

use super::layout::{Band, Page, Position};
use super::{Grid, Kind, Square};
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
    let mut reader = Reader { grid: &page.grid, band, form, skipped: Vec::new(), reviewed: None };
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
    /// The goal, and the row in it, in which who guides its writer has filled in 達成状況.
    reviewed: Option<(usize, u32)>,
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
                    self.form.department = square.text.part(range.clone());
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
            self.place(index, square, position, &square.text);
            return;
        };
        for part in segments(square.words(), split) {
            let text = square.text.part(part.start..part.end);
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
            Label::Field(field) => {
                let field = self.of_reviewer(square, field).unwrap_or(field);
                self.fill(index, square, field, text);
            }
            // Text that no part of 達成水準 is named for is what is to be reached.
            Label::Level => self.fill(index, square, Field::Target, text),
            Label::Missions if position.header => self.mission_column(index, square, number, text),
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
                    let label = self.grid.get(position.by).map_or("", Square::words).to_owned();
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

    /// The field that a second 達成状況 or 理由 of a goal is: on the form, the one whose goal it is
    /// writes in the upper row and who guides them in the lower.
    fn of_reviewer(&mut self, square: &Square, field: Field) -> Option<Field> {
        let goal = self.goal_at(square.row())?;
        match field {
            Field::Status => {
                let above = self.form.goals.get(goal)?.has(Field::Status);
                let judged = labels::narrow(square.words()).starts_with(['1', '2', '3', '4', '5']);
                self.reviewed = (above && judged).then(|| (goal, square.row()));
                self.reviewed.map(|_| Field::ReviewStatus)
            }
            Field::Reason if self.reviewed == Some((goal, square.row())) => {
                Some(Field::ReviewReason)
            }
            _ => None,
        }
    }

    /// A column 組織使命 of a table: the numbers of missions, or their words, which each goal
    /// repeats and which are missions of the sheet.
    fn mission_column(
        &mut self,
        index: usize,
        square: &Square,
        number: Option<usize>,
        text: &Text,
    ) {
        if number.is_some() {
            let known = self.form.missions.iter().find(|(known, _)| *known == number);
            match known.map(|(_, known)| known.as_str() == text.as_str()) {
                None => self.missions(number, text),
                Some(true) => {}
                Some(false) => self.stray(index, text),
            }
            return;
        }
        if labels::is_number(&text.as_str().replace("組織", "").replace("使命", "")) {
            self.fill(index, square, Field::Mission, text);
            return;
        }
        let mut numbers = Vec::new();
        for item in labels::items(text) {
            let missions = &mut self.form.missions;
            let known = missions.iter().position(|(_, known)| known.as_str() == item.as_str());
            if known.is_none() && missions.iter().any(|(number, _)| number.is_some()) {
                // The sheet lists its missions by number, and this is none of them.
                self.fill(index, square, Field::Mission, text);
                return;
            }
            let at = known.unwrap_or(missions.len());
            if known.is_none() {
                missions.push((None, item));
            }
            let number = missions.get(at).and_then(|(number, _)| *number).unwrap_or(at + 1);
            numbers.push(number.to_string());
        }
        if !self.band.has_mission_column {
            self.fill(index, square, Field::Mission, &text.standing_for(&numbers.join("、")));
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
