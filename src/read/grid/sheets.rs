//! Sheets out of the forms of pages: one form each, or one spread over several pages.

use super::form::Form;
use super::layout::Page;
use crate::read::draft::Joined;
use crate::read::{Document, Notice, NoticeKind};
use crate::sheet::{Goal, Sheet, Text};

/// Joins what the pages hold into sheets.
pub(in crate::read) fn join(pages: Vec<Page>, mut notices: Vec<Notice>) -> Document {
    let mut forms: Vec<Form> = Vec::new();
    for page in pages {
        let found: Vec<Form> =
            page.bands.iter().map(|band| super::form::read(&page, band)).collect();
        let continues = page.bands.iter().map(|band| band.continues);
        if found.iter().all(Form::is_blank) {
            if !page.grid.squares.is_empty() {
                notices.extend(page.skipped.map(NoticeKind::nowhere));
            }
            continue;
        }
        for (mut form, continues) in found.into_iter().zip(continues) {
            notices.append(&mut form.notices);
            if continues {
                // A year above the table is that of every department in it.
                form.year = form.year.or(forms.last().and_then(|form| form.year));
            }
            // The rows of a department need not stand together.
            let within = match (continues, form.department.is_empty()) {
                (false, _) => forms.len().saturating_sub(1),
                (true, false) => 0,
                (true, true) => forms.len(),
            };
            let candidates = forms.iter_mut().skip(within);
            match candidates.into_iter().find(|other| other.goes_with(&form)) {
                Some(known) => known.append(form),
                None => {
                    form.ids = form.ids().cloned().collect();
                    forms.push(form);
                }
            }
        }
    }
    let sheets: Vec<Sheet> =
        forms.into_iter().filter(Form::is_sheet).map(|form| form.finish(&mut notices)).collect();
    if sheets.is_empty() {
        notices.insert(0, NoticeKind::NoSheet.nowhere());
    }
    Document { sheets, notices }
}

impl Form {
    /// Whether another form is a part of the same sheet: nothing in it contradicts this one, as
    /// with missions on one page and each goal on one of its own.
    fn goes_with(&self, other: &Self) -> bool {
        let agree = |one: &Text, other: &Text| {
            one.is_empty() || other.is_empty() || one.as_str() == other.as_str()
        };
        let missions = |form: &Self| -> Vec<String> {
            form.missions.iter().map(|(_, text)| text.as_str().to_owned()).collect()
        };
        agree(&self.department, &other.department)
            && agree(&self.head, &other.head)
            && (self.year.is_none() || other.year.is_none() || self.year == other.year)
            && (self.missions.is_empty()
                || other.missions.is_empty()
                || missions(self) == missions(other))
            && !other.ids().any(|id| self.ids.contains(id))
    }

    /// The numbers that the form gives its goals.
    fn ids(&self) -> impl Iterator<Item = &String> {
        self.goals.iter().filter_map(|goal| goal.id.as_ref())
    }

    fn append(&mut self, other: Self) {
        self.ids.extend(other.ids().cloned());
        self.year = self.year.or(other.year);
        let take = |own: &mut Text, other: Text| {
            if own.is_empty() {
                *own = other;
            }
        };
        take(&mut self.department, other.department);
        take(&mut self.head, other.head);
        take(&mut self.contact, other.contact);
        if self.missions.is_empty() {
            self.missions = other.missions;
        }
        self.goals.extend(other.goals);
        self.announced |= other.announced;
    }

    fn finish(self, notices: &mut Vec<Notice>) -> Sheet {
        let mut goals: Vec<Goal> = Vec::new();
        for goal in self.goals {
            let (filled_in, begun) = (goal.is_filled_in(), goal.is_begun());
            let goal = goal.finish(goals.len() + 1);
            if filled_in {
                goals.push(goal);
            } else if begun {
                notices.push(NoticeKind::EmptyGoal { id: goal.id }.nowhere());
            }
        }
        Sheet {
            fiscal_year: self.year,
            department: self.department,
            head: self.head,
            contact: self.contact,
            missions: numbered(self.missions),
            goals,
        }
    }
}

/// More missions than any department has; a number past it is a slip.
const MOST_MISSIONS: usize = 50;

/// Missions at the places that their numbers say, where all have one.
fn numbered(missions: Vec<(Option<usize>, Text)>) -> Vec<Text> {
    let good = |number: &Option<usize>| number.is_some_and(|n| (1..=MOST_MISSIONS).contains(&n));
    if !missions.iter().all(|(number, _)| good(number)) {
        return missions.into_iter().map(|(_, text)| text).collect();
    }
    let mut placed: Vec<Joined> = Vec::new();
    for (number, text) in missions {
        let at = number.unwrap_or(1).saturating_sub(1);
        if placed.len() <= at {
            placed.resize_with(at + 1, Joined::default);
        }
        if let Some(slot) = placed.get_mut(at) {
            slot.push(&text);
        }
    }
    placed.into_iter().map(Joined::finish).collect()
}
