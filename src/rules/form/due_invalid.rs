//! `due/invalid`: the due date is empty, a placeholder, no time, or a time that cannot be.
//!
//! Accepted (`criteria.md`): days, months, 月末, 上/中/下旬, 四半期, 半期, 年内, 年度末, 通年, ranges of
//! them, in any era or western form, with or without the year.

use super::fold::fold;
use super::{FormHit, FormPlace, words};
use crate::language::time::{TimeExpression, TimeKind, TimeProblem, find_times};
use crate::sheet::{Field, Sheet};

/// What stands in the place of a date that is not known, or never will be.
const NO_DATE: [&str; 12] = [
    "未定",
    "調整中",
    "検討中",
    "協議中",
    "随時",
    "適宜",
    "未記入",
    "未入力",
    "tbd",
    "tba",
    "?",
    "??",
];

/// Cases `empty`, `placeholder`, `era-mismatch` (`{western}`, `{era}`: the western years that the
/// two names mean), `impossible` (2月30日), `year-only` (令和4年度: the year that the goal runs in)
/// and `not-a-time`; `{hit}` is what was typed.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let goals = sheet.goals.iter().enumerate();
    goals
        .filter_map(|(index, goal)| {
            let due = goal.field(Field::Due);
            let (case, values) = fault(due.as_str(), sheet.fiscal_year)?;
            Some(FormHit::new(FormPlace::whole(index, Field::Due, due), case, values))
        })
        .collect()
}

type Fault = (&'static str, Vec<(&'static str, String)>);

fn fault(due: &str, fiscal_year: Option<i32>) -> Option<Fault> {
    if due.is_empty() {
        return Some(("empty", Vec::new()));
    }
    let times = find_times(due);
    let hit = |time: &TimeExpression| ("hit", words(due, &time.span));
    if let Some(blank) = times.iter().find(|time| time.kind == TimeKind::Placeholder) {
        return Some(("placeholder", vec![hit(blank)]));
    }
    for time in &times {
        match time.problem {
            Some(TimeProblem::EraMismatch { western, era }) => {
                let years = [("western", western.to_string()), ("era", era.to_string())];
                return Some(("era-mismatch", [hit(time)].into_iter().chain(years).collect()));
            }
            Some(TimeProblem::Impossible) => return Some(("impossible", vec![hit(time)])),
            // 2月29日 is a day of some years only.
            None if time.is_date()
                && fiscal_year.is_some_and(|year| time.resolve(year).is_none()) =>
            {
                return Some(("impossible", vec![hit(time)]));
            }
            None => {}
        }
    }
    if times.iter().any(|time| time.is_date() || time.kind == TimeKind::WholeYear) {
        return None;
    }
    let whole = || vec![("hit", due.to_owned())];
    let is_year = |time: &TimeExpression| {
        matches!(time.closing_kind(), TimeKind::Year | TimeKind::FiscalYear)
    };
    if times.iter().any(is_year) {
        return Some(("year-only", whole()));
    }
    let word: String =
        due.chars().map(fold).filter(|c| !" \n()（）【】「」。".contains(*c)).collect();
    let no_date = NO_DATE.contains(&word.to_lowercase().as_str())
        || word.chars().all(|c| "-〇●×X*_?/.・~".contains(c));
    Some((if no_date { "placeholder" } else { "not-a-time" }, whole()))
}
