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
use super::form::FormHit;

/// A relation: what it finds in a sheet.
pub type Relation = fn(&Analysis<'_>) -> Vec<FormHit>;

/// The relations that rule files can name.
pub const NAMES: &[(&str, Relation)] = &[
    ("duplicates-mission", checks::duplicates_mission),
    ("jargon", jargon::check),
    ("not-an-effect", not_an_effect::check),
    ("not-verifiable", not_verifiable::check),
    ("restates-output", checks::restates_output),
    ("target-off-title", checks::target_off_title),
    ("means-unrelated", checks::means_unrelated),
];

/// The relation of this name.
#[must_use]
pub fn named(name: &str) -> Option<Relation> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, relation)| *relation)
}
