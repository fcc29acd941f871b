//! `target/not-verifiable`: no unit of the target can be checked afterwards.

use crate::language::Unit;
use crate::rules::Analysis;
use crate::rules::form::{FormHit, FormPlace};
use crate::sheet::Field;

/// Case `none`, for the whole field; `{count}` is the number of units. A hedged figure is vague and
/// still a figure.
#[must_use]
pub fn check(analysis: &Analysis<'_>) -> Vec<FormHit> {
    let goals = analysis.sheet.goals.iter().enumerate();
    goals
        .filter_map(|(goal, texts)| {
            let units: Vec<&Unit> = analysis.units(goal, Field::Target).collect();
            let any =
                (0..units.len()).any(|unit| analysis.checkable(goal, Field::Target, unit).is_any());
            if units.is_empty() || any {
                return None;
            }
            let place = FormPlace::whole(goal, Field::Target, texts.field(Field::Target));
            Some(FormHit::new(place, "none", vec![("count", units.len().to_string())]))
        })
        .collect()
}
