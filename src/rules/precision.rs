//! How the rules did on sheets that reviewers had labelled, by rule: the recorded figures.

use std::collections::BTreeMap;

use serde::Deserialize;

/// How often findings and labels of a rule agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Figures {
    /// Labels with a finding.
    pub hits: u32,
    /// Findings without a label.
    pub extra: u32,
    /// Labels without a finding.
    pub missed: u32,
}

impl Figures {
    /// The labels.
    #[must_use]
    pub const fn gold(self) -> u32 {
        self.hits + self.missed
    }

    /// The findings.
    #[must_use]
    pub const fn found(self) -> u32 {
        self.hits + self.extra
    }

    /// The share of findings that are right; all of them where there is none.
    #[must_use]
    pub fn precision(self) -> f64 {
        share(self.hits, self.found())
    }

    /// The share of labels that are found; all of them where there is none.
    #[must_use]
    pub fn recall(self) -> f64 {
        share(self.hits, self.gold())
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

/// The figures of a version of the rules, as `fixtures/labelled/recorded.toml` holds them.
#[derive(Clone, Debug, Deserialize)]
pub struct Record {
    /// How many sheets were labelled.
    pub sheets: usize,
    /// How many goals they hold.
    pub goals: usize,
    /// By rule.
    pub strict: BTreeMap<String, Figures>,
    /// By rule, rules that careful reviewers split on counted as one.
    pub lenient: BTreeMap<String, Figures>,
}

impl Record {
    /// What the figures over all rules together stand under.
    pub const ALL: &str = "all";

    /// The record of the rules inside the program.
    ///
    /// # Panics
    /// Never: a test holds the file to what it writes.
    #[must_use]
    pub fn built_in() -> Self {
        let file = include_str!("../../fixtures/labelled/recorded.toml");
        toml::from_str(file).unwrap_or_else(|error| panic!("{error}"))
    }
}
