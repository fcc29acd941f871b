//! `text/long-sentence`: over 100 characters without `。`.

use super::{FormHit, FormPlace, texts};
use crate::language::unit;
use crate::sheet::Sheet;

/// The most characters that a sentence may have, `。` not among them.
const LONGEST: usize = 100;

/// Case `long`, at most one in a unit; `{length}` is the number of characters, blanks and line
/// breaks not counted.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let mut hits = Vec::new();
    for (place, text) in texts(sheet).filter(|(place, _)| place.range.len() > LONGEST) {
        let chars: Vec<char> = text.chars().collect();
        for unit in unit::split(text) {
            let unit_chars = chars.get(unit.clone()).unwrap_or_default();
            // A 。 inside brackets does not end the unit, but it is one.
            let longest = unit_chars
                .split(|c| *c == '。')
                .map(|stretch| stretch.iter().filter(|c| !c.is_whitespace()).count())
                .max();
            if let Some(length) = longest.filter(|length| *length > LONGEST) {
                let place = FormPlace { range: unit, ..place.clone() };
                hits.push(FormHit::new(place, "long", vec![("length", length.to_string())]));
            }
        }
    }
    hits
}
