//! What a check finds: plain values, without any knowledge of files or output formats.

use std::ops::Range;

use crate::sheet::Field;

/// How serious a finding is, as `criteria.md` defines it: the order is the order of gravity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A matter of degree.
    Advice,
    /// Follows from the guideline.
    Warning,
    /// The guideline itself names the fault.
    Error,
}

impl Severity {
    /// The name in output and configuration.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Japanese, what staff see.
    #[default]
    Japanese,
    /// English.
    English,
}

impl Language {
    /// The one of two texts that is in this language.
    #[must_use]
    pub fn pick<T>(self, japanese: T, english: T) -> T {
        match self {
            Self::Japanese => japanese,
            Self::English => english,
        }
    }
}

/// Where in a sheet a finding stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Index of the goal in the sheet, from 0; `None` for the sheet as a whole and its missions.
    pub goal: Option<usize>,
    /// The field. With `goal: None` and [`Field::Mission`] the sheet's mission with this `index`.
    pub field: Field,
    /// Index of the mission among the sheet's, from 0, where the spot is a mission.
    pub mission: Option<usize>,
    /// The words, in Unicode scalar values of the field's text; 0–0 for what is absent.
    pub range: Range<usize>,
    /// The words themselves.
    pub text: String,
}

/// A place that breaks the guideline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Identifier of the rule, `field/name`.
    pub rule: String,
    /// How serious it is.
    pub severity: Severity,
    /// Where.
    pub spot: Spot,
    /// What is wrong, in the language asked for.
    pub message: String,
    /// What to do, with a question that leads to a better sentence.
    pub help: String,
    /// Why: what the guideline asks for, in a sentence.
    pub why: String,
    /// The guideline's clause, such as `3②達成目標`.
    pub guideline: String,
    /// Whether it only sums up what may be found in the units of its field.
    pub sums_up: bool,
    /// The other side of a cross-field finding.
    pub related: Vec<Spot>,
}
