//! `status/invalid`: 達成状況 is filled in, and not with 1–5.

use super::status::{self, Status};
use super::{FormHit, FormPlace};
use crate::sheet::{Field, Sheet};

/// Case `not-1-to-5`, in the department head's row and in the reviewer's; `{hit}` is what was typed.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let goals = sheet.goals.iter().enumerate();
    goals
        .flat_map(|(index, goal)| {
            let rows = [Field::Status, Field::ReviewStatus].into_iter();
            rows.filter_map(move |field| {
                let text = goal.field(field);
                (status::read(text.as_str()) == Status::Invalid).then(|| {
                    let values = vec![("hit", text.as_str().to_owned())];
                    FormHit::new(FormPlace::whole(index, field, text), "not-1-to-5", values)
                })
            })
        })
        .collect()
}
