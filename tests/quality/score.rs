//! How far findings and labels agree.

use std::collections::{BTreeMap, BTreeSet};

use mokuhyo::rules::precision::{Figures, Record};

use crate::labelled::{Place, Remark, scored};

/// What counts as the same remark.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// What names the same rule.
    Strict,
    /// What names the same rule or its neighbour: careful reviewers split on those.
    Lenient,
}

/// Rules that count as their neighbours where one reads leniently.
const NEIGHBOURS: [(&str, &str); 4] = [
    ("current_state/not-a-fact", "current_state/necessity-phrase"),
    ("means/not-concrete", "means/goal-as-means"),
    ("outcome/not-an-effect", "outcome/restates-output"),
    ("target/means-as-target", "target/vague"),
];

/// What a remark turned out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Said by label and finding.
    Hit,
    /// A finding without a label, or the second one of its rule in a unit.
    Extra,
    /// A label without a finding.
    Missed,
}

/// Every remark on a rule that is scored, and what it turned out to be.
pub fn compare<'a>(
    labels: &'a [Remark],
    findings: &'a [Remark],
    reading: Reading,
) -> Vec<(Place, Kind, &'a Remark)> {
    let placed = |remark: &'a Remark| {
        let rule = reading.counts_as(&remark.place.rule).to_owned();
        (Place { rule, ..remark.place.clone() }, remark)
    };
    let expected: BTreeMap<Place, &Remark> = labels.iter().map(placed).collect();
    let mut seen = BTreeSet::new();
    let mut compared = Vec::new();
    for (place, remark) in findings.iter().filter(is_scored).map(placed) {
        let first = seen.insert(place.clone());
        let kind = if first && expected.contains_key(&place) { Kind::Hit } else { Kind::Extra };
        compared.push((place, kind, remark));
    }
    for (place, remark) in expected {
        if !seen.contains(&place) {
            compared.push((place, Kind::Missed, remark));
        }
    }
    compared
}

/// The figures of each rule, and of `all` together.
pub fn figures(
    labels: &[Remark],
    findings: &[Remark],
    reading: Reading,
) -> BTreeMap<String, Figures> {
    let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
    for (place, kind, _) in compare(labels, findings, reading) {
        for rule in [place.rule, Record::ALL.to_owned()] {
            let figures = figures.entry(rule).or_default();
            match kind {
                Kind::Hit => figures.hits += 1,
                Kind::Extra => figures.extra += 1,
                Kind::Missed => figures.missed += 1,
            }
        }
    }
    figures
}

impl Reading {
    /// The rule that a rule counts as.
    pub fn counts_as(self, rule: &str) -> &str {
        let neighbour = NEIGHBOURS.iter().find(|(other, _)| *other == rule);
        match self {
            Self::Lenient => neighbour.map_or(rule, |(_, counted)| counted),
            Self::Strict => rule,
        }
    }
}

/// Whether reviewers label what the remark says.
pub fn is_scored(remark: &&Remark) -> bool {
    remark.place.goal.is_some() && scored(&remark.place.rule).is_some()
}
