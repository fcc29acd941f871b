//! `policy/format`: 関連の施策・基本事業No. is not like `7-5・①`.
//!
//! Empty passes, and so do 自治基本条例 and 施政方針, to which the form sends departments without an item
//! in the plan. Several stand with `、` or a line break between them.

use std::ops::Range;

use super::fold::{circled, fold, mark_value};
use super::{FormHit, FormPlace, words};
use crate::sheet::{Field, Sheet};

/// Cases `writing`, where `{suggestion}` is the entry as it should stand, and `format`, where that
/// cannot be told; `{hit}` is the first entry that is not like `7-5・①`.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let goals = sheet.goals.iter().enumerate();
    goals
        .filter_map(|(index, goal)| {
            let text = goal.field(Field::Policy);
            let wrong = entries(text.as_str()).into_iter().find(|entry| entry.number.is_none())?;
            let hit = words(text.as_str(), &wrong.range);
            let suggestion = suggestion(&hit);
            let case = if suggestion.is_empty() { "format" } else { "writing" };
            let values = vec![("suggestion", suggestion), ("hit", hit)];
            Some(FormHit::new(FormPlace::whole(index, Field::Policy, text), case, values))
        })
        .collect()
}

/// One of the policies that a goal names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyEntry {
    /// Where it stands, in Unicode scalar values.
    pub range: Range<usize>,
    /// The number as the plan writes it, `7-5・①`; the name for 自治基本条例 and 施政方針; `None` where it
    /// is neither.
    pub number: Option<String>,
}

/// The entries of a policy field, for comparing with the plan's list.
#[must_use]
pub fn entries(text: &str) -> Vec<PolicyEntry> {
    let chars: Vec<char> = text.chars().map(fold).collect();
    let mut entries = Vec::new();
    for part in split(&chars, 0..chars.len(), |c| "、,;\n".contains(c)) {
        let whole = entry(&chars, part.clone());
        if whole.number.is_some() {
            entries.push(whole);
            continue;
        }
        // 7-5・①　7-5・②: blanks separate too where every piece is an entry.
        let pieces: Vec<PolicyEntry> = split(&chars, part, |c| c == ' ')
            .into_iter()
            .map(|piece| entry(&chars, piece))
            .collect();
        if pieces.iter().all(|piece| piece.number.is_some()) {
            entries.extend(pieces);
        } else {
            entries.push(whole);
        }
    }
    entries
}

/// The stretches between separators, without blanks at their ends; empty ones are left out.
fn split(chars: &[char], range: Range<usize>, separates: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    for end in range.start..=range.end {
        let here = chars.get(end).filter(|_| end < range.end);
        if here.is_none_or(|c| separates(*c)) {
            let kept = |i: &usize| chars.get(*i).is_some_and(|c| *c != ' ');
            if let (Some(first), Some(last)) = ((start..end).find(kept), (start..end).rfind(kept)) {
                parts.push(first..last + 1);
            }
            start = end + 1;
        }
    }
    parts
}

fn entry(chars: &[char], range: Range<usize>) -> PolicyEntry {
    let typed: Vec<char> = chars
        .get(range.clone())
        .unwrap_or_default()
        .iter()
        .copied()
        .filter(|c| *c != ' ')
        .collect();
    PolicyEntry { number: number(&typed).or_else(|| name(&typed)), range }
}

/// `7-5・①`, with an arrow as in the form's example or a bullet before it.
fn number(typed: &[char]) -> Option<String> {
    let text: String = typed.iter().collect();
    let (plan, item) = text.trim_start_matches(['⇒', '→', '・', '〇', '●']).split_once('・')?;
    let (policy, measure) = plan.split_once('-')?;
    let (policy, measure) = (small_number(policy)?, small_number(measure)?);
    let mut item = item.chars();
    match (item.next().and_then(|c| mark_value(c).filter(|_| is_circled(c))), item.next()) {
        (Some(value), None) => Some(format!("{policy}-{measure}・{}", circled(value)?)),
        _ => None,
    }
}

fn is_circled(c: char) -> bool {
    ('①'..='⑳').contains(&c)
}

fn small_number(text: &str) -> Option<u32> {
    let digits = (1..=2).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    if digits { text.parse().ok().filter(|number| *number > 0) } else { None }
}

fn name(typed: &[char]) -> Option<String> {
    let text: String = typed.iter().collect();
    if text.chars().all(|c| c == '-') {
        // A dash says that there is none, as an empty field does.
        return Some(String::new());
    }
    ["自治基本条例", "施政方針"].into_iter().find(|name| text.contains(name)).map(str::to_owned)
}

/// What `7.5(1)`, `7-5-1` and `７－５` and the like probably mean; empty where that cannot be told.
fn suggestion(typed: &str) -> String {
    let mut numbers: Vec<u32> = Vec::new();
    let mut inside = false;
    for c in typed.chars().map(fold) {
        if let Some(digit) = c.to_digit(10) {
            match numbers.last_mut().filter(|_| inside) {
                Some(number) => *number = number.saturating_mul(10).saturating_add(digit),
                None => numbers.push(digit),
            }
            inside = true;
        } else {
            inside = false;
            numbers.extend(mark_value(c));
        }
    }
    match numbers.as_slice() {
        [policy @ 1..=99, measure @ 1..=99, item] => {
            circled(*item).map_or_else(String::new, |mark| format!("{policy}-{measure}・{mark}"))
        }
        _ => String::new(),
    }
}
