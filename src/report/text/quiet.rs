//! Which findings are shown: one a unit, the gravest, for whoever mends it reads the sentence anew
//! anyway.

use crate::finding::{Finding, Spot};
use crate::language::unit;
use crate::report::CheckedSheet;
use crate::sheet::Field;

/// A finding that is shown in full.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub finding: &'a Finding,
    /// How many findings in its unit gave way to it.
    pub others: usize,
    /// Findings on its field that only sum up what is shown of its units; told after the last of these.
    pub notes: Vec<&'a Finding>,
}

/// What a finding is about: a unit of a field of the goal, or of a mission.
type Place = (Field, Option<usize>, usize);

/// What is shown of a goal's findings, which are in the order of reports: the graver before the less
/// grave.
pub(super) fn remarks<'a>(
    checked: &CheckedSheet,
    findings: &[&'a Finding],
    all: bool,
) -> Vec<Shown<'a>> {
    let mut shown: Vec<Shown<'a>> = Vec::new();
    let mut places: Vec<Option<Place>> = Vec::new();
    let field = |finding: &Finding| (finding.spot.field, finding.spot.mission);
    let has_units =
        |sum: &Finding| findings.iter().any(|other| !other.sums_up && field(other) == field(sum));
    let (notes, findings): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| !all && finding.sums_up && has_units(finding));
    for finding in findings {
        let place = place(checked, &finding.spot).filter(|_| !all);
        let graver = places.iter().position(|known| place.is_some() && *known == place);
        if let Some(graver) = graver.and_then(|graver| shown.get_mut(graver)) {
            graver.others += 1;
        } else {
            shown.push(Shown { finding, others: 0, notes: Vec::new() });
            places.push(place);
        }
    }
    for note in notes {
        let last = shown.iter_mut().rfind(|shown| field(shown.finding) == field(note));
        last.into_iter().for_each(|last| last.notes.push(note));
    }
    shown
}

/// The unit that the words stand in; none for what is absent, or for words of several units.
fn place(checked: &CheckedSheet, spot: &Spot) -> Option<Place> {
    if spot.range.is_empty() {
        return None;
    }
    let units = unit::split(checked.text(spot)?.as_str());
    let number = units.partition_point(|unit| unit.end <= spot.range.start);
    let unit = units.get(number).filter(|unit| spot.range.end <= unit.end)?;
    (unit.start < spot.range.end).then_some((spot.field, spot.mission, number))
}
