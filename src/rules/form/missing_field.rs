//! `sheet/missing-field`: title, current state, target, outcome or means is empty. An empty due date
//! is `due/invalid`.

use super::{FormHit, FormPlace};
use crate::sheet::{Field, Sheet};

const REQUIRED: [Field; 5] =
    [Field::Title, Field::CurrentState, Field::Target, Field::Outcome, Field::Means];

/// The case is the identifier of the field that is empty; `{label}` is what the form calls it.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let goals = sheet.goals.iter().enumerate();
    goals
        .flat_map(|(index, goal)| {
            REQUIRED.into_iter().filter(|field| goal.field(*field).is_empty()).map(move |field| {
                let label = vec![("label", field.label().to_owned())];
                FormHit::new(FormPlace::in_goal(index, field, 0..0), field.id(), label)
            })
        })
        .collect()
}
