//! A finding as a miette diagnostic.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, SourceCode};

use super::clause::Clause;
use super::words;
use crate::finding::{Finding, Language, Severity, Spot};
use crate::report::CheckedSheet;

/// A finding in its sheet, which is where its text is.
#[derive(Debug)]
pub(super) struct Remark<'a> {
    finding: &'a Finding,
    clause: Clause<'a>,
    why: Option<String>,
    help: String,
    others: Vec<OtherSide<'a>>,
}

impl<'a> Remark<'a> {
    pub(super) fn new(checked: &'a CheckedSheet, finding: &'a Finding, language: Language) -> Self {
        let spot = &finding.spot;
        let others = finding.related.iter().map(|other| OtherSide {
            name: words::other_side(language, checked, other, spot.goal),
            spot: other,
            clause: Clause::new(checked.text(other), words::field(language, other)),
        });
        Self {
            finding,
            clause: Clause::new(checked.text(spot), words::field(language, spot)),
            why: Some(words::why(language, &finding.why, &finding.guideline)),
            help: finding.help.clone(),
            others: others.collect(),
        }
    }

    /// The same without the explanation, which the reader has seen already.
    pub(super) fn explained(self, help: String) -> Self {
        Self { why: None, help, ..self }
    }
}

impl fmt::Display for Remark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.finding.message)
    }
}

impl std::error::Error for Remark<'_> {}

impl Diagnostic for Remark<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        Some(Box::new(&self.finding.rule))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.finding.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.clause)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.clause.span(&self.finding.spot.range);
        let label = LabeledSpan::new_primary_with_span(self.why.clone(), span);
        Some(Box::new(std::iter::once(label)))
    }

    fn related<'b>(&'b self) -> Option<Box<dyn Iterator<Item = &'b dyn Diagnostic> + 'b>> {
        Some(Box::new(self.others.iter().map(|other| other as &dyn Diagnostic)))
    }
}

/// The other side of a finding that compares two fields.
#[derive(Debug)]
struct OtherSide<'a> {
    name: String,
    spot: &'a Spot,
    clause: Clause<'a>,
}

impl fmt::Display for OtherSide<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl std::error::Error for OtherSide<'_> {}

impl Diagnostic for OtherSide<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(miette::Severity::Advice)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.clause)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.clause.span(&self.spot.range);
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(None, span))))
    }
}
