//! Checks of the form: what is filled in, and how it is written. Pure functions from a sheet to
//! [`FormHit`]s, one file each; the rule files give them severity and words.
//!
//! None of them looks at what the words mean, so none needs the dictionary.

pub mod character;
pub mod due_invalid;
pub mod due_outside_fiscal_year;
pub mod duplicate_goal;
mod fold;
pub mod long_sentence;
pub mod missing_field;
pub mod mission_link;
pub mod mission_without_goal;
pub mod mixed_style;
pub mod not_bulleted;
pub mod placeholder;
pub mod policy_format;
pub mod status;
pub mod status_invalid;
pub mod status_reason_missing;
pub mod target_after_due;
pub mod unknown_mission;

use std::ops::Range;

use crate::language::unit;
use crate::sheet::{Field, Sheet, Text};

/// A place of a sheet: a field, or words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormPlace {
    /// Index of the goal, from 0; `None` for the sheet's missions.
    pub goal: Option<usize>,
    /// Index of the mission among the sheet's, from 0, where the place is one.
    pub mission: Option<usize>,
    /// The field; with no goal [`Field::Mission`].
    pub field: Field,
    /// The words, in Unicode scalar values of the field's text; 0–0 for what is absent.
    pub range: Range<usize>,
}

/// A place that breaks the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormHit {
    /// Where.
    pub place: FormPlace,
    /// Which of the check's cases it is, such as `era-mismatch`.
    pub case: &'static str,
    /// What messages say in the places of `{name}`.
    pub values: Vec<(&'static str, String)>,
    /// The other side, such as the due date that a target's date lies after.
    pub related: Vec<FormPlace>,
}

/// A check of a sheet's form.
pub type FormCheck = fn(&Sheet) -> Vec<FormHit>;

/// The names of the values that a check gives for texts, `hit` aside.
pub type OwnValues = &'static [&'static str];

/// The checks that rule files can name, with the values that they give.
pub const NAMES: &[(&str, FormCheck, OwnValues)] = &[
    ("character", character::check, &["suggestion", "code"]),
    ("due-invalid", due_invalid::check, &["western", "era"]),
    ("due-outside-fiscal-year", due_outside_fiscal_year::check, &["year"]),
    ("duplicate-goal", duplicate_goal::check, &["other"]),
    ("long-sentence", long_sentence::check, &["length"]),
    ("missing-field", missing_field::check, &["label"]),
    ("mission-without-goal", mission_without_goal::check, &["number"]),
    ("mixed-style", mixed_style::check, &["polite", "plain"]),
    ("not-bulleted", not_bulleted::check, &["count"]),
    ("placeholder", placeholder::check, &[]),
    ("policy-format", policy_format::check, &["suggestion"]),
    ("status-invalid", status_invalid::check, &[]),
    ("status-reason-missing", status_reason_missing::check, &["status"]),
    ("target-after-due", target_after_due::check, &["due"]),
    ("unknown-mission", unknown_mission::check, &["number", "count"]),
];

/// The check of this name, and the values that it gives.
#[must_use]
pub fn named(name: &str) -> Option<(FormCheck, OwnValues)> {
    NAMES.iter().find(|(known, ..)| *known == name).map(|(_, check, values)| (*check, *values))
}

/// The fields of a goal that hold words for citizens to read. Numbers, dates and the section's name
/// have checks of their own, or none.
pub const TEXT_FIELDS: [Field; 7] = [
    Field::Title,
    Field::CurrentState,
    Field::Target,
    Field::Outcome,
    Field::Means,
    Field::Reason,
    Field::ReviewReason,
];

impl FormPlace {
    /// Words in a goal's field.
    #[must_use]
    pub const fn in_goal(goal: usize, field: Field, range: Range<usize>) -> Self {
        Self { goal: Some(goal), mission: None, field, range }
    }

    /// The whole of a goal's field; 0–0 if it is empty.
    #[must_use]
    pub fn whole(goal: usize, field: Field, text: &Text) -> Self {
        Self::in_goal(goal, field, 0..text.len())
    }

    /// Words in one of the sheet's missions.
    #[must_use]
    pub const fn in_mission(mission: usize, range: Range<usize>) -> Self {
        Self { goal: None, mission: Some(mission), field: Field::Mission, range }
    }
}

impl FormHit {
    /// A hit without anything on its other side.
    #[must_use]
    pub const fn new(
        place: FormPlace,
        case: &'static str,
        values: Vec<(&'static str, String)>,
    ) -> Self {
        Self { place, case, values, related: Vec::new() }
    }
}

/// Every text that citizens read, with its place: the missions, then the goals' fields. Empty ones
/// are left out.
fn texts(sheet: &Sheet) -> impl Iterator<Item = (FormPlace, &str)> {
    let missions = (0..)
        .zip(&sheet.missions)
        .map(|(index, text)| (FormPlace::in_mission(index, 0..text.len()), text.as_str()));
    let goals = (0..).zip(&sheet.goals).flat_map(|(index, goal)| {
        TEXT_FIELDS.into_iter().map(move |field| {
            let text = goal.field(field);
            (FormPlace::whole(index, field, text), text.as_str())
        })
    });
    missions.chain(goals).filter(|(_, text)| !text.is_empty())
}

/// Keeps the first of the ranges in each unit: a unit has at most one finding of a rule. What stands
/// before a unit, such as its bullet mark, counts with it.
fn first_in_each_unit<T>(text: &str, found: Vec<(Range<usize>, T)>) -> Vec<(Range<usize>, T)> {
    if found.len() < 2 {
        return found;
    }
    let units = unit::split(text);
    let mut last = None;
    found
        .into_iter()
        .filter(|(range, _)| {
            let unit = Some(units.partition_point(|unit| unit.end <= range.start));
            std::mem::replace(&mut last, unit) != unit
        })
        .collect()
}

/// The characters of a range (Unicode scalar values).
fn words(text: &str, range: &Range<usize>) -> String {
    text.chars().skip(range.start).take(range.len()).collect()
}

#[cfg(test)]
mod tests;
