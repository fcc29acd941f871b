//! Means that lead elsewhere (`means/unrelated`).

use super::topic::{Reach, Topic};
use crate::language::{Doing, Grammar, Unit};

/// Means may lead to a goal from far.
pub const REACH: Reach =
    Reach { siblings: 15, generality: 4, kanji: 6, wholes: true, everywhere: true };

/// Of a hundred nouns of title or target so many at least must be known.
const GOAL: usize = 55;

/// Whether no unit of the means has anything to do with title or target: no word in common, no
/// near-synonym, no part or kind. Words that are at home in every topic (市民) count where the title
/// has them.
///
/// That is said only where it is known what the goal is about and what most means are about; means
/// that name nothing in particular are about nothing.
#[must_use]
pub fn unrelated(grammar: &Grammar, title: &[&Unit], target: &[&Unit], means: &[&Unit]) -> bool {
    let topic = Topic::of(grammar, means);
    let subject = Topic::of(grammar, title);
    if means.is_empty() || subject.common(&topic, Reach { everywhere: true, ..REACH }).is_some() {
        return false;
    }
    let level = Topic::of(grammar, target);
    if level.common(&topic, REACH).is_some() {
        return false;
    }
    let unknown = means.iter().enumerate().filter(|(number, unit)| {
        !topic.is_known(*number)
            && topic.is_told(*number)
            && grammar.doing(unit, &grammar.checkable(unit)) == Doing::Concrete
    });
    let known = (0..title.len()).any(|unit| subject.is_known(unit))
        || (0..target.len()).any(|unit| level.is_known(unit));
    known && subject.coverage().max(level.coverage()) >= GOAL && unknown.count() * 2 <= means.len()
}
