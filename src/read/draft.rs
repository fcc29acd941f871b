//! A sheet while it is put together from labels and the texts under them.

use super::labels::{self, Found, Label};
use crate::sheet::{Field, Goal, Sheet, Text, TextBuilder};

/// What has been read of a sheet so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) sheet: Sheet,
    /// Whether a title or the label of a goal says that this is a goal sheet.
    pub(super) announced: bool,
    /// Whether the goal that is open began with a label of its own.
    numbered: bool,
}

/// The fields that a goal consists of, as evidence that a file holds a goal at all.
const CORE: [Field; 5] =
    [Field::Title, Field::CurrentState, Field::Target, Field::Outcome, Field::Means];

impl Draft {
    /// Begins a goal with this id, or the next number.
    pub(super) fn open_goal(&mut self, id: Option<String>) {
        self.announced = true;
        self.numbered = true;
        self.push_goal(id);
    }

    fn push_goal(&mut self, id: Option<String>) {
        let id = id.unwrap_or_else(|| (self.sheet.goals.len() + 1).to_string());
        self.sheet.goals.push(Goal::new(id));
    }

    pub(super) fn has_goal(&self) -> bool {
        !self.sheet.goals.is_empty()
    }

    /// What a label means where it stands: 組織使命 with a number under it, inside a goal, is the
    /// mission that the goal relates to.
    pub(super) fn meaning(&self, found: &Found, text: &str) -> Label {
        match found.label {
            Label::Missions
                if found.number.is_none() && self.has_goal() && labels::is_number(text) =>
            {
                Label::Field(Field::Mission)
            }
            label => label,
        }
    }

    /// Adds a text to a field of the goal that is open.
    pub(super) fn fill(&mut self, field: Field, text: &Text) {
        // Without labels of their own, goals begin with their titles.
        let again = field == Field::Title
            && !self.numbered
            && self.sheet.goals.last().is_some_and(|goal| !goal.field(field).is_empty());
        if self.sheet.goals.is_empty() || again {
            self.push_goal(None);
        }
        if let Some(goal) = self.sheet.goals.last_mut() {
            let joined = join(goal.field(field), text);
            goal.set(field, joined);
        }
    }

    /// Adds a text under a label that is no field of a goal.
    pub(super) fn note(&mut self, label: Label, text: &Text) {
        let slot = match label {
            Label::Department => &mut self.sheet.department,
            Label::Head => &mut self.sheet.head,
            Label::Contact => &mut self.sheet.contact,
            _ => return,
        };
        // Forms repeat 部局名 on every page.
        if slot.as_str() != text.as_str() {
            *slot = join(slot, text);
        }
    }

    /// Whether there is enough of the form to call it a goal sheet.
    pub(super) fn is_sheet(&self) -> bool {
        let filled =
            |goal: &Goal| CORE.iter().filter(|field| !goal.field(**field).is_empty()).count();
        let goal = self.sheet.goals.iter().any(|goal| filled(goal) >= 2);
        goal || self.announced && !(self.sheet.goals.is_empty() && self.sheet.missions.is_empty())
    }
}

/// Two texts of one field, the second below the first.
pub(super) fn join(first: &Text, second: &Text) -> Text {
    if first.is_empty() {
        return second.clone();
    }
    let mut builder = TextBuilder::default();
    builder.push_text(first);
    builder.push_unplaced("\n");
    builder.push_text(second);
    builder.finish()
}
