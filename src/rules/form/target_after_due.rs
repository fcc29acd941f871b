//! `target/after-due`: a month or date in the target lies after the due date.
//!
//! A due date without its day means the end of its period; a range in the target counts by its end.
//! A reference day (4月1日時点, 年度末現在) passes, and so does a date that something else has
//! (令和7年4月の施行に向けた条例の制定).

use super::{FormHit, FormPlace, words};
use crate::language::time::{Date, TimeExpression, TimeKind, find_times};
use crate::sheet::{Field, Sheet, Text};

/// Case `after`: at most one in a unit; `{hit}` is the target's date, `{due}` the due date as typed,
/// which is also the related place.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let mut hits = Vec::new();
    for (index, goal) in sheet.goals.iter().enumerate() {
        let (due, target) = (goal.field(Field::Due), goal.field(Field::Target));
        let Some((year, end)) = due_end(due, sheet.fiscal_year) else { continue };
        for range in late_dates(target.as_str(), year, end) {
            let values =
                vec![("hit", words(target.as_str(), &range)), ("due", due.as_str().to_owned())];
            hits.push(FormHit {
                related: vec![FormPlace::whole(index, Field::Due, due)],
                ..FormHit::new(FormPlace::in_goal(index, Field::Target, range), "after", values)
            });
        }
    }
    hits
}

/// The fiscal year that dates without a year are read in, and the last day of the due date. Without
/// a year on the sheet, the due date's own words have to tell it.
fn due_end(due: &Text, fiscal_year: Option<i32>) -> Option<(i32, Date)> {
    let times = find_times(due.as_str());
    if times.iter().any(|time| time.kind == TimeKind::Placeholder || time.problem.is_some()) {
        return None;
    }
    let counts = |time: &&TimeExpression| time.is_date() || time.kind == TimeKind::WholeYear;
    let year = fiscal_year.or_else(|| times.iter().find_map(TimeExpression::fiscal_year))?;
    let end = times.iter().filter(counts).filter_map(|time| time.closing(year)).max_by_key(|c| c.1);
    end.map(|(_, last)| (year, last))
}

fn late_dates(target: &str, year: i32, end: Date) -> Vec<std::ops::Range<usize>> {
    let chars: Vec<char> = target.chars().collect();
    let mut late = Vec::new();
    for time in find_times(target) {
        let begins = time.closing(year).filter(|_| time.is_date() && !time.reference);
        let after = begins.is_some_and(|(first, _)| first > end);
        if after && !belongs_to_something_else(chars.get(time.span.end..).unwrap_or_default()) {
            late.push((time.span, ()));
        }
    }
    super::first_in_each_unit(target, late).into_iter().map(|(range, ())| range).collect()
}

/// Whether the clause goes on as one that only looks ahead to the date.
fn belongs_to_something_else(rest: &[char]) -> bool {
    let clause: String = rest.iter().take_while(|c| !"、。，,\n".contains(**c)).take(40).collect();
    let begins =
        ["からの", "以降の", "施行の", "開催の", "開校の", "開園の", "開館の", "実施の", "改正の"];
    let aims =
        ["に向け", "を見据え", "に備え", "を前に", "を視野", "を控え", "予定の", "以降に予定"];
    begins.iter().any(|word| clause.starts_with(word)) || aims.iter().any(|w| clause.contains(w))
}
