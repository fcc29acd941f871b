//! Fingerprints: what makes a finding the same one in tomorrow's run.
//!
//! They hold what the finding is about (department, fiscal year, the goal's title, field, rule,
//! words) and nothing that a mere edit elsewhere changes: no file name, line, position, goal
//! number or message text. Baselines and code-quality services compare them between runs, so the
//! hash must never change: FNV-1a, 64 bits, written out here rather than left to a library.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::CheckedSheet;
use crate::finding::Finding;
use crate::sheet::Field;

/// The fingerprints of a sheet's findings, in their order.
///
/// Findings that are alike in everything (the same words twice in one goal) are told apart by
/// counting them.
pub(super) fn fingerprints(checked: &CheckedSheet) -> Vec<String> {
    let mut seen = HashMap::<String, usize>::new();
    checked
        .findings
        .iter()
        .map(|finding| {
            let key = key(checked, finding);
            let count = seen.entry(key.clone()).or_default();
            *count += 1;
            format!("{:016x}", fnv1a(&format!("{key}{SEPARATOR}{count}")))
        })
        .collect()
}

/// Stands between the parts of a key; normalised text cannot hold it.
const SEPARATOR: char = '\u{1f}';

fn key(checked: &CheckedSheet, finding: &Finding) -> String {
    let sheet = &checked.sheet;
    let goal = finding.spot.goal.and_then(|goal| sheet.goals.get(goal));
    let title = goal.map_or("", |goal| goal.field(Field::Title).as_str());
    [
        normalise(sheet.department.as_str()),
        sheet.fiscal_year.map(|year| year.to_string()).unwrap_or_default(),
        normalise(title),
        finding.spot.field.id().to_owned(),
        finding.rule.clone(),
        normalise(&finding.spot.text),
    ]
    .join(&SEPARATOR.to_string())
}

/// Text without what a change of layout touches: full and half width, blanks, line breaks.
fn normalise(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc()
        .normalize_iter(text.chars())
        .filter(|character| !character.is_whitespace() && !character.is_control())
        .collect()
}

fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_hash_is_fnv1a() {
        // From the reference test vectors of the FNV authors.
        assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn layout_position_and_message_do_not_count() {
        let before = sample::checked("会議の開催", "会議を開催する。", 0..8);
        let mut after = sample::checked("会議の 開催", "はじめに。会議を\n開催する。", 5..14);
        after.findings[0].message = "別の文言".into();
        after.sheet.goals.insert(0, crate::sheet::Goal::new("新しい目標"));
        after.findings[0].spot.goal = Some(1);
        assert_eq!(fingerprints(&before), fingerprints(&after));
    }

    #[test]
    fn title_words_rule_and_year_count() {
        let base = fingerprints(&sample::checked("会議の開催", "会議を開催する。", 0..8));
        let title = fingerprints(&sample::checked("会議の廃止", "会議を開催する。", 0..8));
        let words = fingerprints(&sample::checked("会議の開催", "会議を開催する。", 0..7));
        let mut rule = sample::checked("会議の開催", "会議を開催する。", 0..8);
        rule.findings[0].rule = "target/vague".into();
        let mut year = sample::checked("会議の開催", "会議を開催する。", 0..8);
        year.sheet.fiscal_year = Some(2024);
        for other in [title, words, fingerprints(&rule), fingerprints(&year)] {
            assert_ne!(base, other);
        }
    }

    #[test]
    fn equal_findings_in_one_goal_differ_by_their_count() {
        let mut checked = sample::checked("会議の開催", "会議を開催する。", 0..8);
        checked.findings.push(checked.findings[0].clone());
        let prints = fingerprints(&checked);
        assert_ne!(prints[0], prints[1]);
    }
}
