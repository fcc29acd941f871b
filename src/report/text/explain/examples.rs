//! What running the examples of rules gave.

use super::{Ink, Language, Style, Word};
use crate::rules::example::Outcome;

const FAILED: Word = Word::new("失敗", "failed");
const KNOWN_GAP: Word = Word::new("既知の不足", "known gap");

/// Failures by rule, known gaps, and the counts. `outcomes` come with the rules' identifiers.
#[must_use]
pub fn examples(outcomes: &[(&str, Outcome)], style: Style, quiet: bool) -> String {
    let language = style.language;
    let mut page = style.page();
    for (rule, outcome) in outcomes {
        if outcome.failures.is_empty() && (quiet || outcome.known_gaps.is_empty()) {
            continue;
        }
        page.gap();
        page.paragraph(0, Ink::Heading, &format!("■ {rule}"));
        for failure in &outcome.failures {
            let label = (Ink::Error, FAILED.of(language));
            page.labelled(2, label, Ink::Plain, failure.message(language));
            if !failure.text.is_empty() {
                page.paragraph(4, Ink::Plain, &format!("| {}", failure.text));
            }
        }
        for text in outcome.known_gaps.iter().filter(|_| !quiet) {
            page.labelled(2, (Ink::Advice, KNOWN_GAP.of(language)), Ink::Faint, text);
        }
    }
    if !quiet {
        page.gap();
        page.paragraph(0, Ink::Plain, &counts(outcomes, language));
    }
    page.finish()
}

fn counts(outcomes: &[(&str, Outcome)], language: Language) -> String {
    let count = |of: fn(&Outcome) -> usize| outcomes.iter().map(|(_, o)| of(o)).sum::<usize>();
    let rules = outcomes.len();
    let passed = count(|outcome| outcome.passed);
    let failed = count(|outcome| outcome.failures.len());
    let gaps = count(|outcome| outcome.known_gaps.len());
    let mut counts = language.pick(
        format!("規則{rules}件: 例{passed}件は書かれたとおりです。失敗{failed}件"),
        format!("{rules} rules: {passed} examples as written, {failed} failed"),
    );
    if gaps > 0 {
        counts += &language.pick(format!("、既知の不足{gaps}件"), format!(", {gaps} known gaps"));
    }
    counts + language.pick("。", ".")
}
