//! The relations between fields, held to pairs of texts: `*.toml` beside this file. A pair says whether
//! the relation holds (`yes`), and `gap = "why"` where it is known not to be told right yet.

use std::fmt::Write as _;

use mokuhyo::language::{Grammar, Unit};
use mokuhyo::rules::relation::{
    duplicates::duplicates, off_title::off_title, restates::restates, unrelated::unrelated,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairs {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    yes: bool,
    #[serde(default)]
    mission: Vec<String>,
    #[serde(default)]
    title: String,
    #[serde(default)]
    target: String,
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    means: String,
    /// What the pair is about, for who reads the file.
    #[serde(default)]
    #[allow(dead_code)]
    note: String,
    /// Why it is not told right yet.
    #[serde(default)]
    gap: Option<String>,
}

/// Of a relation's pairs no more than so many of a hundred may be known gaps.
const GAPS: usize = 6;

fn hold(pairs: &str, relation: impl Fn(&Grammar, &Pair) -> bool) {
    let grammar = Grammar::built_in();
    let pairs: Pairs = toml::from_str(pairs).unwrap();
    let mut disagreements = String::new();
    for pair in &pairs.pair {
        let found = relation(&grammar, pair);
        if (found == pair.yes) == pair.gap.is_some() {
            let said = if pair.gap.is_some() { "no gap any more" } else { "wrong" };
            writeln!(
                disagreements,
                "{said}: expected {}\n  mission {:?}\n  title   {}\n  target  {}\n  outcome {}\n  means   {}",
                pair.yes, pair.mission, pair.title, pair.target, pair.outcome, pair.means
            )
            .unwrap();
        }
    }
    let yes = pairs.pair.iter().filter(|pair| pair.yes).count();
    let gaps = pairs.pair.iter().filter(|pair| pair.gap.is_some()).count();
    assert!(yes >= 25 && pairs.pair.len() - yes >= 25, "25 pairs of each kind: {yes}");
    assert!(gaps * 100 <= pairs.pair.len() * GAPS, "too many known gaps: {gaps}");
    assert!(disagreements.is_empty(), "\n{disagreements}");
}

fn refs(units: &[Unit]) -> Vec<&Unit> {
    units.iter().collect()
}

#[test]
fn titles_that_repeat_a_mission() {
    hold(include_str!("duplicates.toml"), |grammar, pair| {
        let title = grammar.analyze(&pair.title);
        let missions: Vec<Vec<Unit>> = pair.mission.iter().map(|m| grammar.analyze(m)).collect();
        duplicates(grammar, &refs(&title), &missions).is_some()
    });
}

#[test]
fn outcomes_that_say_the_target_again() {
    hold(include_str!("restates.toml"), |grammar, pair| {
        let [title, outcome, target] =
            [&pair.title, &pair.outcome, &pair.target].map(|text| grammar.analyze(text));
        restates(grammar, &refs(&title), &refs(&outcome), &refs(&target)).is_some()
    });
}

#[test]
fn targets_that_leave_the_title() {
    hold(include_str!("off_title.toml"), |grammar, pair| {
        let [title, target] = [&pair.title, &pair.target].map(|text| grammar.analyze(text));
        off_title(grammar, &refs(&title), &refs(&target))
    });
}

#[test]
fn means_that_lead_elsewhere() {
    hold(include_str!("unrelated.toml"), |grammar, pair| {
        let [title, target, means] =
            [&pair.title, &pair.target, &pair.means].map(|text| grammar.analyze(text));
        unrelated(grammar, &refs(&title), &refs(&target), &refs(&means))
    });
}
