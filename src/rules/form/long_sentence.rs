//! `text/long-sentence`: over 100 characters without `。`.

use super::{FormHit, FormPlace, texts};
use crate::language::character_set::CharacterSet;
use crate::language::unit;
use crate::sheet::Sheet;

/// The most characters that a sentence may have, `。` not among them.
const LONGEST: usize = 100;

/// Bullets that never stand inside a sentence.
static BULLETS: CharacterSet = CharacterSet::of("・●○◎◆◇■□①②③④⑤⑥⑦⑧⑨⑩");

/// Brackets, inside which a text is not split.
static BRACKETS: CharacterSet = CharacterSet::of("「『（(【〔");

/// Case `long`, at most one in a unit; `{length}` is the number of characters, blanks and line
/// breaks not counted.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let mut hits = Vec::new();
    for (place, text) in
        texts(sheet).filter(|(place, text)| place.range.len() > LONGEST && may_be_long(text))
    {
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

/// Whether a unit may be that long, told without splitting the text: all but a line that begins with
/// a bullet is taken to go on the line before it.
fn may_be_long(text: &str) -> bool {
    let (mut length, mut line_begins, mut before, mut brackets) = (0, false, ' ', false);
    text.chars().any(|c| {
        match c {
            '。' => length = 0,
            '\n' => line_begins = true,
            _ if c.is_whitespace() => {}
            _ => {
                // Inside brackets and after a comma a line goes on whatever the next one begins with.
                let goes_on = brackets || matches!(before, '、' | '，' | '・');
                let anew = line_begins && BULLETS.holds(c) && !goes_on;
                length = if anew { 1 } else { length + 1 };
                (line_begins, before, brackets) = (false, c, brackets || BRACKETS.holds(c));
            }
        }
        length > LONGEST
    })
}
