//! `text/jargon`: an acronym or officialese loanword that is not explained where it first stands.

use std::collections::HashSet;

use crate::language::{Inside, Token, Unit};
use crate::rules::Analysis;
use crate::rules::form::{FormHit, FormPlace};
use crate::sheet::Field;

const FIELDS: [Field; 5] =
    [Field::Title, Field::CurrentState, Field::Target, Field::Outcome, Field::Means];

/// Cases `acronym` and `loanword`, at the word; `{hit}` is the word. Only the first place in the sheet
/// is judged: an explanation there serves the whole sheet, and one finding does.
#[must_use]
pub fn check(analysis: &Analysis<'_>) -> Vec<FormHit> {
    let mut met: HashSet<String> = HashSet::new();
    let mut hits = Vec::new();
    for mission in analysis.missions().iter().flatten() {
        // The missions come first in the sheet; what they explain is explained.
        for (_, word, _) in words(analysis, mission) {
            if is_explained(mission, &word) {
                met.insert(word);
            }
        }
    }
    for goal in 0..analysis.sheet.goals.len() {
        for field in FIELDS {
            for unit in analysis.units(goal, field) {
                let mut found = false;
                for (range, word, case) in words(analysis, unit) {
                    if !met.insert(word.clone()) || is_explained(unit, &word) || found {
                        continue;
                    }
                    found = true;
                    let place = FormPlace::in_goal(goal, field, range);
                    hits.push(FormHit::new(place, case, vec![("hit", word)]));
                }
            }
        }
    }
    hits
}

type Word = (std::ops::Range<usize>, String, &'static str);

/// The acronyms and loanwords of a unit that need an explanation.
fn words(analysis: &Analysis<'_>, unit: &Unit) -> Vec<Word> {
    let lexicons = analysis.grammar.lexicons();
    let class = |name: &str| lexicons.class(name).unwrap_or_default();
    let (everyday, loanword) = (class("acronym_everyday"), class("officialese_loanword"));
    let text = unit.text();
    let mut found = Vec::new();
    let mut at = 0;
    while at < unit.tokens.len() {
        // Most words begin neither way.
        let begins = |t: &Token| {
            t.surface(text).starts_with(|c: char| c.is_ascii_alphanumeric() || is_katakana(c))
        };
        if !unit.tokens.get(at).is_some_and(begins) {
            at += 1;
            continue;
        }
        let run = run_end(unit, at);
        let (Some(first), Some(last)) = (unit.tokens.get(at), unit.tokens.get(run - 1)) else {
            break;
        };
        let word = text.get(first.start..last.end).unwrap_or_default();
        let latin = word.chars().filter(char::is_ascii_uppercase).count() >= 2
            && word.chars().all(|c| c.is_ascii_alphanumeric() || "－-／＆".contains(c));
        let case =
            if latin && !lexicons.classes(word).intersects(everyday) && !is_name(unit, at, run) {
                Some("acronym")
            } else if lexicons.classes(word).intersects(loanword) {
                Some("loanword")
            } else {
                None
            };
        if let Some(case) = case {
            found.push((unit.positions(at..run), word.to_owned(), case));
        }
        at = run;
    }
    found
}

/// The end of the run of Latin letters or katakana that begins at this token.
fn run_end(unit: &Unit, at: usize) -> usize {
    let text = unit.text();
    let kind = |index: usize| unit.tokens.get(index).map(|t| script(t.surface(text)));
    let first = kind(at);
    let mut end = at + 1;
    if matches!(first, Some(Script::Latin | Script::Katakana)) {
        while kind(end) == first
            && unit
                .tokens
                .get(end - 1)
                .zip(unit.tokens.get(end))
                .is_some_and(|(a, b)| a.end == b.start)
        {
            end += 1;
        }
    }
    end
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Katakana,
    Other,
}

fn script(word: &str) -> Script {
    if word.chars().all(|c| c.is_ascii_alphanumeric()) {
        Script::Latin
    } else if word.chars().all(is_katakana) {
        Script::Katakana
    } else {
        Script::Other
    }
}

const fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヶ' | 'ー')
}

/// A name that holds letters: quoted, or part of the name of a plan, system or body.
fn is_name(unit: &Unit, start: usize, end: usize) -> bool {
    unit.tokens
        .get(start..end)
        .unwrap_or_default()
        .iter()
        .any(|token| token.inside == Inside::Quote)
}

/// Whether an explanation stands beside the word: 「DX（…）」, or the word itself in brackets.
fn is_explained(unit: &Unit, word: &str) -> bool {
    let text = unit.text();
    text.match_indices(word).any(|(at, _)| {
        let after = text.get(at + word.len()..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        // 「サウンディング（2回）」 counts and explains nothing.
        let aside = after.strip_prefix('（');
        let explains = aside.is_some_and(|aside| !aside.starts_with(|c: char| c.is_ascii_digit()));
        explains || after.starts_with("、すなわち") || before.ends_with('（')
    })
}
