//! Sheets while they are put together from labels and the texts under them.

use std::collections::BTreeMap;

use crate::sheet::{Field, Goal, Text, TextBuilder};

/// Texts that belong together, each below the one before.
#[derive(Debug, Default)]
pub(super) struct Joined(Option<TextBuilder>);

impl Joined {
    pub(super) fn push(&mut self, text: &Text) {
        match &mut self.0 {
            Some(builder) => {
                builder.push_unplaced("\n");
                builder.push_text(text);
            }
            None => {
                let mut builder = TextBuilder::default();
                builder.push_text(text);
                self.0 = Some(builder);
            }
        }
    }

    pub(super) fn finish(self) -> Text {
        self.0.map(TextBuilder::finish).unwrap_or_default()
    }
}

/// A goal while its fields are being found.
#[derive(Debug, Default)]
pub(super) struct GoalDraft {
    /// Its number in the file.
    pub(super) id: Option<String>,
    fields: BTreeMap<Field, Joined>,
}

/// A goal's main fields.
const CORE: [Field; 5] =
    [Field::Title, Field::CurrentState, Field::Target, Field::Outcome, Field::Means];

/// How many of its main fields make a goal that has no label of its own.
const EVIDENCE: usize = 2;

impl GoalDraft {
    pub(super) fn new(id: Option<String>) -> Self {
        Self { id, ..Self::default() }
    }

    /// Adds a text to a field.
    pub(super) fn fill(&mut self, field: Field, text: &Text) {
        if !text.is_empty() {
            self.fields.entry(field).or_default().push(text);
        }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.fields.contains_key(&field)
    }

    /// Whether the fields themselves say that this is a goal.
    pub(super) fn is_evident(&self) -> bool {
        CORE.iter().filter(|field| self.has(**field)).count() >= EVIDENCE
    }

    /// Whether anything of the goal itself is filled in.
    pub(super) fn is_filled_in(&self) -> bool {
        CORE.iter().chain(&[Field::Status, Field::Reason]).any(|field| self.has(*field))
    }

    /// Whether at least the frame is filled in, as on a form handed out with the date in it.
    pub(super) fn is_begun(&self) -> bool {
        !self.fields.is_empty()
    }

    /// The goal; `number` is its id where the file gives none.
    pub(super) fn finish(self, number: usize) -> Goal {
        let mut goal = Goal::new(self.id.unwrap_or_else(|| number.to_string()));
        for (field, text) in self.fields {
            goal.set(field, text.finish());
        }
        goal
    }
}

/// Fills in what stands once on a sheet; forms repeat it on every page. Whether the text could be
/// used: a different one for the same thing cannot.
pub(super) fn fill_once(slot: &mut Text, text: &Text) -> bool {
    if slot.is_empty() {
        *slot = text.clone();
    }
    slot.as_str() == text.as_str()
}
