//! `status/reason-missing`: 達成状況 is 1, 2, 4 or 5, and the reason is empty. 3, 「達成した」, needs none.

use super::status::{self, Status};
use super::{FormHit, FormPlace};
use crate::sheet::{Field, Sheet};

/// Each row's status and its reason: the department head's above, the reviewer's below.
const ROWS: [(Field, Field); 2] =
    [(Field::Status, Field::Reason), (Field::ReviewStatus, Field::ReviewReason)];

/// Cases `missed` (1 and 2) and `exceeded` (4 and 5), at the reason; `{status}` is the number, its field
/// the related place.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let goals = sheet.goals.iter().enumerate();
    goals
        .flat_map(|(index, goal)| {
            ROWS.into_iter().filter_map(move |(status, reason)| {
                let typed = goal.field(status);
                match status::read(typed.as_str()) {
                    Status::Given(number) if number != 3 && goal.field(reason).is_empty() => {
                        let values = vec![("status", number.to_string())];
                        let place = FormPlace::in_goal(index, reason, 0..0);
                        let case = if number < 3 { "missed" } else { "exceeded" };
                        Some(FormHit {
                            related: vec![FormPlace::whole(index, status, typed)],
                            ..FormHit::new(place, case, values)
                        })
                    }
                    _ => None,
                }
            })
        })
        .collect()
}
