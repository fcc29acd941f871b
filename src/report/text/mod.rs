//! The report for people at a terminal: by file and goal, what to change first, errors first.
//!
//! Every finding is a [`miette::Diagnostic`]; [`Handler`] shows it, and shows the program's own
//! errors in the same way.

mod clause;
mod excerpt;
pub mod explain;
mod handler;
mod page;
mod quiet;
mod remark;
pub(super) mod words;
mod wrap;

pub use explain::Style;
pub use handler::Handler;

use self::handler::{INDENT, body};
use self::page::{Ink, Page};
use self::remark::Remark;
use super::{CheckedSheet, FileReport, Report, Summary};
use crate::finding::{Finding, Language, Severity};
use crate::sheet::Field;

/// How a text report looks.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The language of labels; messages are in that of the check.
    pub language: Language,
    /// The columns of the terminal.
    pub columns: usize,
    /// Whether to colour.
    pub colour: bool,
    /// Findings less severe than this are only counted.
    pub least: Severity,
    /// Whether to leave out notices and the summary.
    pub quiet: bool,
    /// Whether to show every finding in full, and not only the gravest of each unit.
    pub all: bool,
}

/// The report as text.
#[must_use]
pub fn render(report: &Report, options: &Options) -> String {
    let mut page = Page::new(options.columns, options.colour);
    let folded = report.files().iter().map(|file| write_file(&mut page, file, options)).sum();
    if !options.quiet {
        page.gap();
        write_summary(&mut page, report, folded, options);
    }
    page.finish()
}

/// Returns how many findings gave way to a graver one in their unit.
fn write_file(page: &mut Page, file: &FileReport, options: &Options) -> usize {
    let language = options.language;
    let several = file.sheets().len() > 1;
    let mut headed = false;
    let mut folded = 0;
    for (number, checked) in (1..).zip(file.sheets()) {
        let shown: Vec<_> =
            checked.findings.iter().filter(|found| found.severity >= options.least).collect();
        if !shown.is_empty() {
            let number = if several { words::sheet(language, number) } else { String::new() };
            write_heading(page, &file.path, &[&number, checked.sheet.department.as_str()]);
            folded += write_sheet(page, checked, &shown, options);
            headed = true;
        }
    }
    let notices = if options.quiet { &[][..] } else { &file.notices };
    let error = file.outcome.as_ref().err().map(|error| (Ink::Error, words::UNUSABLE, error));
    let notes = error.into_iter().chain(notices.iter().map(|n| (Ink::Advice, words::NOTE, n)));
    for (index, (ink, label, note)) in notes.enumerate() {
        match (index, headed) {
            (0, false) => write_heading(page, &file.path, &[]),
            (0, true) => page.gap(),
            _ => {}
        }
        page.labelled(2, (ink, label.of(language)), Ink::Plain, &note.message);
    }
    folded
}

fn write_heading(page: &mut Page, path: &str, details: &[&str]) {
    page.gap();
    let details = details.iter().filter(|part| !part.is_empty());
    let path = format!("■ {path}");
    page.flow(
        0,
        [(Ink::Heading, &*path)].into_iter().chain(details.map(|part| (Ink::Goal, *part))),
    );
}

fn write_sheet(
    page: &mut Page,
    checked: &CheckedSheet,
    shown: &[&Finding],
    options: &Options,
) -> usize {
    let language = options.language;
    let mut folded = 0;
    for group in shown.chunk_by(|a, b| a.spot.goal == b.spot.goal) {
        page.gap();
        write_goal(page, checked, group[0].spot.goal, language);
        let remarks = quiet::remarks(checked, group, options.all);
        for (index, remark) in remarks.iter().enumerate() {
            page.gap();
            write_finding(page, checked, remark.finding, remark.others, language);
            let shown = Remark::new(checked, remark.finding, language);
            // Nobody reads the same explanation twice in a goal.
            let mut above = remarks[..index].iter().map(|above| above.finding);
            let shown = match above.find(|above| explains(above, remark.finding)) {
                Some(above) if above.help == remark.finding.help => {
                    shown.explained(as_above(above, language))
                }
                Some(_) => shown.explained(remark.finding.help.clone()),
                None => shown,
            };
            body(page, &shown, language, false);
            for note in &remark.notes {
                page.gap();
                write_finding(page, checked, note, 0, language);
            }
            folded += remark.others;
        }
    }
    folded
}

fn explains(above: &Finding, finding: &Finding) -> bool {
    above.rule == finding.rule && above.why == finding.why
}

fn as_above(above: &Finding, language: Language) -> String {
    let field = words::field(language, &above.spot);
    let words = if above.spot.text.is_empty() { &field } else { &above.spot.text };
    words::as_above(language, &wrap::shorten(words, 30))
}

fn goal_name(checked: &CheckedSheet, goal: Option<usize>, language: Language) -> String {
    match goal.and_then(|goal| checked.sheet.goals.get(goal)) {
        Some(goal) => words::goal(language, &goal.id),
        None => words::WHOLE_SHEET.of(language).to_owned(),
    }
}

fn write_goal(page: &mut Page, checked: &CheckedSheet, goal: Option<usize>, language: Language) {
    let name = goal_name(checked, goal, language);
    let goal = goal.and_then(|goal| checked.sheet.goals.get(goal));
    let title = goal.map_or("", |goal| goal.field(Field::Title).as_str());
    let columns = page.columns().saturating_sub(wrap::width(&name) + 4);
    let heading = if title.is_empty() {
        name
    } else {
        format!("{name}「{}」", wrap::shorten(title, columns))
    };
    page.paragraph(0, Ink::Goal, &heading);
}

/// What is found, where, and how many other findings there are in its unit.
fn write_finding(
    page: &mut Page,
    checked: &CheckedSheet,
    finding: &Finding,
    others: usize,
    language: Language,
) {
    let spot = &finding.spot;
    let ink = match finding.severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
        Severity::Advice => Ink::Advice,
    };
    let place = checked.location(spot).map(|location| words::place(language, &location));
    let place = place.or_else(|| {
        checked.location_nearby(spot).map(|location| words::nearby(language, &location))
    });
    let others = (others > 0).then(|| words::others(language, others));
    let field = words::field(language, spot);
    let head = [(ink, words::severity(finding.severity).of(language)), (Ink::Goal, &*field)];
    let place = place.as_deref().map(|place| (Ink::Plain, place));
    let rule = [(Ink::Faint, &*finding.rule)];
    let others = others.as_deref().map(|others| (Ink::Faint, others));
    page.flow(2, head.into_iter().chain(place).chain(rule).chain(others));
    page.paragraph(INDENT, Ink::Plain, &finding.message);
}

fn write_summary(page: &mut Page, report: &Report, folded: usize, options: &Options) {
    let language = options.language;
    let summary = report.summary();
    let unusable = report.errors().count();
    if summary.sheets == 0 {
        if unusable == 0 {
            page.paragraph(0, Ink::Plain, words::NOTHING_CHECKED.of(language));
        }
    } else {
        page.paragraph(0, Ink::Plain, &words::checked(language, &summary));
    }
    let counts = counts(&summary);
    let inks = [Ink::Error, Ink::Warning, Ink::Advice];
    let mut parts: Vec<_> = counts
        .iter()
        .zip(inks)
        .filter(|((_, count), _)| *count > 0)
        .map(|((severity, count), ink)| (ink, words::count(language, *severity, *count)))
        .collect();
    if unusable > 0 {
        parts.push((Ink::Error, words::unusable(language, unusable)));
    }
    if parts.is_empty() && summary.sheets > 0 {
        page.paragraph(0, Ink::Plain, words::NOTHING_FOUND.of(language));
    } else if !parts.is_empty() {
        page.flow(0, parts.iter().map(|(ink, part)| (*ink, &**part)));
    }
    let hidden: Vec<_> = counts
        .into_iter()
        .filter(|(severity, count)| *severity < options.least && *count > 0)
        .collect();
    if let Some((least, _)) = hidden.last() {
        page.paragraph(0, Ink::Faint, &words::hidden(language, &hidden, *least));
    }
    if folded > 0 {
        page.paragraph(0, Ink::Faint, &words::folded(language, folded));
    }
}

/// The counts by severity, the gravest first.
const fn counts(summary: &Summary) -> [(Severity, usize); 3] {
    [
        (Severity::Error, summary.error),
        (Severity::Warning, summary.warning),
        (Severity::Advice, summary.advice),
    ]
}

#[cfg(test)]
mod tests;
