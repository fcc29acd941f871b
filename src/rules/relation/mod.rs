//! Relations: what the fields of a goal say of each other, or a field as a whole of itself.

mod checks;
pub mod duplicates;
mod jargon;
mod not_an_effect;
mod not_verifiable;
pub mod off_title;
pub mod restates;
pub mod topic;
pub mod unrelated;

use super::Analysis;
use super::form::{FormHit, OwnValues};

/// A relation: what it finds in a sheet.
pub type Relation = fn(&Analysis<'_>) -> Vec<FormHit>;

/// The relations that rule files can name, with the values that they give.
pub const NAMES: &[(&str, Relation, OwnValues)] = &[
    ("duplicates-mission", checks::duplicates_mission, &["mission"]),
    ("jargon", jargon::check, &[]),
    ("not-an-effect", not_an_effect::check, &[]),
    ("not-verifiable", not_verifiable::check, &["count"]),
    ("restates-output", checks::restates_output, &[]),
    ("target-off-title", checks::target_off_title, &[]),
    ("means-unrelated", checks::means_unrelated, &[]),
];

/// The relation of this name, and the values that it gives.
#[must_use]
pub fn named(name: &str) -> Option<(Relation, OwnValues)> {
    NAMES
        .iter()
        .find(|(known, ..)| *known == name)
        .map(|(_, relation, values)| (*relation, *values))
}
