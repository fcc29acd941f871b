//! Reports: what a run found, and one pure function of it for each output format.
//!
//! A [`Report`] is a plain value in a fixed order, so that output depends neither on the order of
//! the paths nor on the number of threads. Adding a format is adding a module here whose `render`
//! takes a report, and naming it in the program's `--format`.

mod fingerprint;
pub mod json;
pub mod rule_book;
#[cfg(test)]
pub(crate) mod sample;
pub mod text;

use std::cmp::Reverse;

use crate::finding::{Finding, Severity, Spot};
use crate::sheet::{Field, Location, Sheet, Text};

/// What a run found, by file, in the order of the paths.
#[derive(Clone, Debug, Default)]
pub struct Report {
    files: Vec<FileReport>,
}

/// One input file, and what came of it.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The path as the user named it, or as it was found below a folder so named, with `/`.
    pub path: String,
    /// The sheets of the file, or why it could not be used.
    pub outcome: Result<Vec<CheckedSheet>, Note>,
    /// What the user should know of the file: hidden rows, unknown keys, text without a place.
    pub notices: Vec<Note>,
}

/// A sheet and the findings in it.
#[derive(Clone, Debug)]
pub struct CheckedSheet {
    /// The sheet.
    pub sheet: Sheet,
    /// What was found in it, in the order of reports once it is part of a [`Report`].
    pub findings: Vec<Finding>,
}

/// A message about a file, with its place where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What to tell the user, with the next step in it.
    pub message: String,
    /// Where in the file.
    pub location: Option<Location>,
}

/// The counts that every format ends with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Files with at least one sheet that was checked.
    pub files: usize,
    /// Sheets checked.
    pub sheets: usize,
    /// Goals in them.
    pub goals: usize,
    /// Findings that are errors.
    pub error: usize,
    /// Findings that are warnings.
    pub warning: usize,
    /// Findings that are advice.
    pub advice: usize,
    /// Findings silenced by a suppression.
    pub suppressed: usize,
    /// Findings that the baseline already holds.
    pub baselined: usize,
}

impl Report {
    /// A report of these files. Sorts them by path, and the findings of each sheet by goal (the
    /// sheet as a whole first), gravity, field and place.
    #[must_use]
    pub fn new(mut files: Vec<FileReport>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        for checked in files.iter_mut().flat_map(|file| file.outcome.iter_mut().flatten()) {
            checked.findings.sort_by(|a, b| place_in_sheet(a).cmp(&place_in_sheet(b)));
        }
        Self { files }
    }

    /// The files, by path.
    #[must_use]
    pub fn files(&self) -> &[FileReport] {
        &self.files
    }

    /// The files that could not be used, and why.
    pub fn errors(&self) -> impl Iterator<Item = (&FileReport, &Note)> {
        self.files.iter().filter_map(|file| Some((file, file.outcome.as_ref().err()?)))
    }

    /// The gravest severity among the findings.
    #[must_use]
    pub fn gravest(&self) -> Option<Severity> {
        self.checked_sheets().flat_map(|sheet| &sheet.findings).map(|found| found.severity).max()
    }

    /// The counts.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            files: self.files.iter().filter(|file| !file.sheets().is_empty()).count(),
            ..Summary::default()
        };
        for checked in self.checked_sheets() {
            summary.sheets += 1;
            summary.goals += checked.sheet.goals.len();
            for finding in &checked.findings {
                match finding.severity {
                    Severity::Error => summary.error += 1,
                    Severity::Warning => summary.warning += 1,
                    Severity::Advice => summary.advice += 1,
                }
            }
        }
        summary
    }

    fn checked_sheets(&self) -> impl Iterator<Item = &CheckedSheet> {
        self.files.iter().flat_map(FileReport::sheets)
    }
}

impl FileReport {
    /// The sheets of the file; none where it could not be used.
    #[must_use]
    pub fn sheets(&self) -> &[CheckedSheet] {
        self.outcome.as_deref().unwrap_or_default()
    }
}

impl CheckedSheet {
    /// The text that a spot is about, where there is one.
    #[must_use]
    pub fn text(&self, spot: &Spot) -> Option<&Text> {
        match (spot.goal, spot.mission) {
            (Some(goal), _) => Some(self.sheet.goals.get(goal)?.field(spot.field)),
            (None, Some(mission)) => self.sheet.missions.get(mission),
            (None, None) => None,
        }
    }

    /// Where the words of a spot stand in the file.
    #[must_use]
    pub fn location(&self, spot: &Spot) -> Option<Location> {
        self.text(spot)?.locate(spot.range.clone())
    }

    /// Where to look for what is absent: the place of the goal, which is that of its first field
    /// that has one.
    #[must_use]
    pub fn location_nearby(&self, spot: &Spot) -> Option<Location> {
        let goal = self.sheet.goals.get(spot.goal?)?;
        [Field::Title].iter().chain(&Field::ALL).find_map(|field| goal.field(*field).locate(0..0))
    }

    /// What findings call the goal of a spot.
    #[must_use]
    pub fn goal_id(&self, spot: &Spot) -> Option<&str> {
        Some(self.sheet.goals.get(spot.goal?)?.id.as_str())
    }
}

/// The order of findings within a sheet; the rule comes last, to leave nothing to chance.
fn place_in_sheet(finding: &Finding) -> impl Ord + '_ {
    let spot = &finding.spot;
    let place = (spot.field, spot.mission, spot.range.start, spot.range.end);
    (spot.goal, Reverse(finding.severity), place, &finding.rule)
}
