//! `outcome/not-an-effect`: the outcome tells what the office did, not what comes of it.

use crate::language::{Effect, Unit};
use crate::rules::Analysis;
use crate::rules::form::{FormHit, FormPlace};
use crate::sheet::Field;

/// Cases `product` (a plan or event is the end) and `office-act`, for the whole field; `{hit}` is the
/// last unit. One unit with an effect, wherever it stands, is enough to pass.
#[must_use]
pub fn check(analysis: &Analysis<'_>) -> Vec<FormHit> {
    let goals = analysis.sheet.goals.iter().enumerate();
    goals
        .filter_map(|(goal, texts)| {
            let units: Vec<&Unit> = analysis.units(goal, Field::Outcome).collect();
            let last = units.last()?;
            if units.iter().any(|unit| analysis.grammar.effect(unit) == Effect::Yes) {
                return None;
            }
            let case = match analysis.grammar.effect(last) {
                Effect::Product => "product",
                _ => "office-act",
            };
            let place = FormPlace::whole(goal, Field::Outcome, texts.field(Field::Outcome));
            Some(FormHit::new(place, case, vec![("hit", last.text().to_owned())]))
        })
        .collect()
}
