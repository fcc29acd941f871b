//! Relations between fields: what one says again, or fails to take up, of another.

use super::Analysis;
use super::form::FormHit;

/// A relation: what it finds in a goal, if anything.
pub type Relation = fn(&Analysis<'_>, usize) -> Option<FormHit>;

/// The relations that rule files can name.
pub const NAMES: &[(&str, Relation)] = &[];

/// The relation of this name.
#[must_use]
pub fn named(name: &str) -> Option<Relation> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, relation)| *relation)
}
