//! The quality gate: what the rules find in sheets that reviewers have labelled, held to what is
//! recorded, so that a change of a rule shows what it changes.

// Tests read fixtures; clippy.toml forbids files to the core only.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod clean;
mod labelled;
mod score;

#[path = "../support/held.rs"]
mod held;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use mokuhyo::report::rule_book;
use mokuhyo::rules::precision::{Figures, Record};
use mokuhyo::rules::{Checker, Rules};

use self::labelled::{Remark, Sheets};
use self::score::{Kind, Reading};

/// The rules inside the program; reading the dictionary once serves all tests.
static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Rules::built_in()));

/// What this version of the rules does on the labelled sheets.
static RESULT: LazyLock<Result> = LazyLock::new(Result::new);

const FIGURES: &str = "fixtures/labelled/recorded.toml";
const FINDINGS: &str = "fixtures/labelled/findings.txt";

struct Result {
    sheets: Sheets,
    labels: Vec<Remark>,
    findings: Vec<Remark>,
    record: Record,
}

impl Result {
    fn new() -> Self {
        let sheets = Sheets::read();
        let labels = sheets.labels(&held::text(&format!("{}/labels.jsonl", labelled::FOLDER)));
        let findings = sheets.findings(&CHECKER);
        let figures = |reading| score::figures(&labels, &findings, reading);
        let record = Record {
            sheets: sheets.len(),
            goals: sheets.goals(),
            strict: figures(Reading::Strict),
            lenient: figures(Reading::Lenient),
        };
        Self { sheets, labels, findings, record }
    }

    /// A line for each finding and each label that was missed, in the order of the sheets: file,
    /// goal, field, rule, words, and whether the label agrees (`-` where the rule is not scored).
    fn lines(&self) -> Vec<String> {
        let compared = score::compare(&self.labels, &self.findings, Reading::Strict);
        let scored = compared.iter().map(|(place, kind, remark)| {
            let kind = match kind {
                Kind::Hit => "hit",
                Kind::Extra => "extra",
                Kind::Missed => "missed",
            };
            (place, &remark.words, kind)
        });
        let unscored = self.findings.iter().filter(|remark| !score::is_scored(remark));
        let unscored = unscored.map(|remark| (&remark.place, &remark.words, "-"));
        let mut all: Vec<_> = scored.chain(unscored).collect();
        all.sort_unstable();
        let line = |(place, words, kind): (&labelled::Place, &String, &str)| {
            let goal = self.sheets.goal_id(place);
            let (words, field) = (words.replace('\n', "⏎"), place.field.id());
            format!("{}\t{goal}\t{field}\t{}\t{words}\t{kind}", place.file, place.rule)
        };
        all.into_iter().map(line).collect()
    }
}

#[test]
fn no_rule_falls_below_what_is_recorded() {
    if held::recording() {
        return;
    }
    let recorded = Record::built_in();
    let now = &RESULT.record;
    let mut fallen = String::new();
    for (reading, name, recorded, now) in [
        (Reading::Strict, "strictly", &recorded.strict, &now.strict),
        (Reading::Lenient, "leniently", &recorded.lenient, &now.lenient),
    ] {
        for (rule, before) in recorded {
            let after = now.get(rule).copied().unwrap_or_default();
            if after.precision() < before.precision() || after.recall() < before.recall() {
                writeln!(fallen, "{rule}, {name}: {} → {}", shown(*before), shown(after)).unwrap();
                fallen += &changed(rule, reading);
            }
        }
    }
    assert!(fallen.is_empty(), "Rules do worse than recorded.\n{fallen}\n{}", held::HOW);
}

#[test]
fn the_figures_are_recorded() {
    held::hold(FIGURES, &toml(&RESULT.record));
}

#[test]
fn the_findings_are_recorded() {
    held::hold(FINDINGS, &(RESULT.lines().join("\n") + "\n"));
}

#[test]
fn the_documentation_of_the_rules_is_theirs() {
    let rules: Vec<_> = CHECKER.rules().all().iter().collect();
    held::hold("docs/rules.md", &rule_book::render(&rules, &RESULT.record));
}

/// The lines of a rule that differ from the recorded ones.
fn changed(rule: &str, reading: Reading) -> String {
    let of_rule = |line: &&str| {
        let named = line.split('\t').nth(3);
        rule == Record::ALL || named.is_some_and(|named| reading.counts_as(named) == rule)
    };
    let (before, now) = (held::text(FINDINGS), RESULT.lines());
    held::changes(before.lines().filter(of_rule), now.iter().map(String::as_str).filter(of_rule))
}

fn shown(figures: Figures) -> String {
    let Figures { hits, extra, missed } = figures;
    let (precision, recall) = (figures.precision(), figures.recall());
    format!(
        "precision {precision:.3}, recall {recall:.3} ({hits} hits, {extra} extra, {missed} missed)"
    )
}

fn toml(record: &Record) -> String {
    let mut text = format!(
        "# What the rules find in these sheets, beside labels.jsonl. Written by the tests:\n\
         # MOKUHYO_RECORD=1 cargo test --test quality\n\n\
         sheets = {}\ngoals  = {}\n",
        record.sheets, record.goals
    );
    for (name, figures) in [("strict", &record.strict), ("lenient", &record.lenient)] {
        write!(text, "\n[{name}]\n{}", rows(figures)).unwrap();
    }
    text
}

fn rows(figures: &BTreeMap<String, Figures>) -> String {
    let row = |(rule, figures): (&String, &Figures)| {
        let Figures { hits, extra, missed } = figures;
        let (gold, precision, recall) = (figures.gold(), figures.precision(), figures.recall());
        let rule = format!("{rule:?}");
        format!(
            "{rule:34} = {{ gold = {gold}, hits = {hits}, extra = {extra}, missed = {missed} }} \
             # precision {precision:.3}, recall {recall:.3}\n"
        )
    };
    figures.iter().map(row).collect()
}
