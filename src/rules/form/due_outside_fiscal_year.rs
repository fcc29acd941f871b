//! `due/outside-fiscal-year`: the due date does not lie within April to March of the sheet's year.
//!
//! A sheet without a fiscal year is not judged: nothing here knows what day it is.

use super::{FormHit, FormPlace, words};
use crate::language::time::{Date, TimeExpression, TimeKind, find_times};
use crate::sheet::{Field, Sheet};

/// Cases `before` and `after`; `{hit}` is the date as written, `{year}` the fiscal year.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let Some(year) = sheet.fiscal_year else { return Vec::new() };
    let goals = sheet.goals.iter().enumerate();
    goals
        .filter_map(|(index, goal)| {
            let due = goal.field(Field::Due);
            let times = find_times(due.as_str());
            let (time, case) = times.iter().find_map(|time| Some((time, outside(time, year)?)))?;
            let values = vec![("hit", words(due.as_str(), &time.span)), ("year", year.to_string())];
            Some(FormHit::new(FormPlace::whole(index, Field::Due, due), case, values))
        })
        .collect()
}

fn outside(time: &TimeExpression, year: i32) -> Option<&'static str> {
    if !time.is_date() || time.reference {
        return None;
    }
    let (first, last) = time.resolve(year)?;
    if last > Date::fiscal_year_end(year) {
        return Some("after");
    }
    // The due date is by when: a period may begin before the year (令和4年内), unless it is written
    // as a range with its years.
    let starts_before = time.kind == TimeKind::Range
        && time.fiscal_year().is_some()
        && first < Date::fiscal_year_start(year);
    (starts_before || last < Date::fiscal_year_start(year)).then_some("before")
}
