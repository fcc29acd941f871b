//! A target that leaves its title (`target/off-title`).

use super::topic::{Reach, Topic};
use crate::language::{Grammar, Unit};

/// A title tells what the goal is about within its department: the department's other work, however
/// near, is not it.
pub const REACH: Reach =
    Reach { siblings: 12, generality: 3, kanji: 6, wholes: false, everywhere: false };

/// Whether no unit of the target takes up what the title is about: no word of it, no near-synonym,
/// no part or kind of what distinguishes it.
///
/// That is said only where it is known what the title is about, and that most units of the target
/// belong to other topics: no lexicon knows that 抹茶 comes from 茶の産地, so texts without a word in
/// common may well belong together, and 「実施意識の醸成」 may be that of anything.
#[must_use]
pub fn off_title(grammar: &Grammar, title: &[&Unit], target: &[&Unit]) -> bool {
    let subject = Topic::of(grammar, title).narrowed();
    let topic = Topic::of(grammar, target);
    if subject.common(&topic, REACH).is_some() {
        return false;
    }
    let known = (0..target.len()).filter(|unit| topic.is_known(*unit)).count();
    let told = (0..target.len()).filter(|unit| topic.is_told(*unit)).count();
    known * 2 > told && (0..title.len()).any(|unit| subject.is_known(unit))
}
