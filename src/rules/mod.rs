//! The rule engine: rule files, and the checks of a sheet that they ask for.

pub mod form;
pub mod pattern;

use crate::finding::{Finding, Language};
use crate::sheet::Sheet;

/// The rules of a run: those inside the program and any that were added.
#[derive(Debug, Default)]
pub struct Rules {}

impl Rules {
    /// The rules inside the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self {}
    }
}

/// Checks sheets by a set of rules. Cheap to share between threads.
#[derive(Debug)]
pub struct Checker {}

impl Checker {
    /// A checker for these rules.
    #[must_use]
    pub fn new(_rules: Rules) -> Self {
        Self {}
    }

    /// Every finding in the sheet, in the order of the sheet.
    #[must_use]
    pub fn check(&self, _sheet: &Sheet, _language: Language) -> Vec<Finding> {
        Vec::new()
    }
}
