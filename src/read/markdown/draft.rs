//! A sheet of a Markdown file while it is read.

use crate::read::draft::GoalDraft;
use crate::read::labels::{self, Found, Label};
use crate::sheet::{Field, Sheet, Text};

/// What has been read of a sheet.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) sheet: Sheet,
    pub(super) goals: Vec<GoalDraft>,
    /// Whether a title or the heading of a goal says that this is a goal sheet.
    pub(super) announced: bool,
    /// Whether goals have headings of their own; else they begin with their titles.
    numbered: bool,
}

impl Draft {
    pub(super) fn open_goal(&mut self, id: Option<String>) {
        self.announced = true;
        self.numbered = true;
        self.goals.push(GoalDraft::new(id));
    }

    pub(super) fn fill(&mut self, field: Field, text: &Text) {
        let again = field == Field::Title
            && !self.numbered
            && self.goals.last().is_some_and(|goal| goal.has(field));
        if self.goals.is_empty() || again {
            self.goals.push(GoalDraft::default());
        }
        if let Some(goal) = self.goals.last_mut() {
            goal.fill(field, text);
        }
    }

    /// What a label means where it stands: 組織使命 with a number under it, inside a goal, is the
    /// mission that the goal relates to.
    pub(super) fn meaning(&self, found: &Found, text: &str) -> Label {
        let of_goal = found.label == Label::Missions
            && found.number.is_none()
            && !self.goals.is_empty()
            && labels::is_number(text);
        if of_goal { Label::Field(Field::Mission) } else { found.label }
    }

    /// Whether there is enough of the form to call it a goal sheet.
    pub(super) fn is_sheet(&self) -> bool {
        self.goals.iter().any(GoalDraft::is_evident)
            || self.announced && !(self.goals.is_empty() && self.sheet.missions.is_empty())
    }

    pub(super) fn finish(mut self) -> Sheet {
        let goals = (1..).zip(self.goals).map(|(number, goal)| goal.finish(number));
        self.sheet.goals = goals.collect();
        self.sheet
    }
}
