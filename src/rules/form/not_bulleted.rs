//! `means/not-bulleted`: three sentences or more in one block, where the form asks for bullets
//! (箇条書き).

use super::{FormHit, FormPlace};
use crate::language::unit;
use crate::sheet::{Field, Sheet};

/// So many sentences in a block are too many.
const TOO_MANY: usize = 3;

/// Case `block`, for the whole field; `{count}` is the number of sentences in the block.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let goals = sheet.goals.iter().enumerate();
    goals
        .filter_map(|(index, goal)| {
            let means = goal.field(Field::Means);
            let count = longest_block(means.as_str()).filter(|count| *count >= TOO_MANY)?;
            let place = FormPlace::whole(index, Field::Means, means);
            Some(FormHit::new(place, "block", vec![("count", count.to_string())]))
        })
        .collect()
}

/// The sentences in the block that has most. A line that ends in `。` ends its block: one sentence a
/// line is a list. Lines broken for looks go on.
fn longest_block(text: &str) -> Option<usize> {
    if unit::is_bulleted(text) {
        return None;
    }
    let mut blocks = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match blocks.last_mut() {
            Some(block) if !block.ends_with('。') && !line.is_empty() => block.push_str(line),
            _ => blocks.push(line.to_owned()),
        }
    }
    blocks
        .iter()
        .map(|block| unit::split(block).iter().filter(|u| is_sentence(block, u)).count())
        .max()
}

fn is_sentence(block: &str, unit: &std::ops::Range<usize>) -> bool {
    super::words(block, unit).chars().any(|c| c != '。' && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_sentences_in_a_block() {
        assert_eq!(longest_block("講座を開く。冊子を配る。広報に載せる。"), Some(3));
        assert_eq!(longest_block("講座を開く。冊子を\n配る。広報に載せる。"), Some(3));
        assert_eq!(longest_block("講座を開く。\n冊子を配る。\n広報に載せる。"), Some(1));
        assert_eq!(longest_block("講座の開催\n冊子の配布\n広報への掲載"), Some(1));
        assert_eq!(longest_block("・講座を開く。冊子を配る。広報に載せる。"), None);
        assert_eq!(longest_block("講座（初級。中級。上級。）を開く。冊子を配る。"), Some(2));
    }
}
