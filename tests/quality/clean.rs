//! Sentences of good practice: `fixtures/clean/sentences.toml`.

use std::collections::BTreeMap;

use mokuhyo::finding::Language;
use mokuhyo::sheet::{Field, Goal, Sheet, Text};
use serde::Deserialize;

use crate::{CHECKER, held};

const FINDINGS: &str = "fixtures/clean/findings.txt";

/// So many false findings may be left.
const MOST: usize = 3;

#[derive(Deserialize)]
struct Sentences {
    texts: Vec<String>,
}

/// A line for each finding: field, rule, words, and the sentence.
fn findings() -> Vec<String> {
    let fields: BTreeMap<String, Sentences> =
        toml::from_str(&held::text("fixtures/clean/sentences.toml")).expect("it is well formed");
    let sentences: usize = fields.values().map(|field| field.texts.len()).sum();
    assert!(sentences >= 300, "only {sentences} sentences");
    let texts = fields
        .iter()
        .flat_map(|(field, Sentences { texts })| texts.iter().map(move |text| (field, text)));
    texts.flat_map(|(field, text)| findings_in(field, text)).collect()
}

fn findings_in(name: &str, text: &str) -> Vec<String> {
    let field = Field::from_id(name).expect("a table is a field");
    let mut goal = Goal::new("1");
    goal.set(field, Text::from(text));
    let sheet = Sheet { goals: vec![goal], ..Sheet::default() };
    let mut findings = CHECKER.check(&sheet, Language::Japanese);
    // The other fields are empty, which is none of the sentence's doing.
    findings.retain(|finding| finding.spot.field == field);
    let line = |rule: &str, words: &str| format!("{name}\t{rule}\t{words}\t{text}");
    findings.iter().map(|finding| line(&finding.rule, &finding.spot.text)).collect()
}

#[test]
fn false_findings_are_recorded() {
    let findings: String = findings().into_iter().map(|line| line + "\n").collect();
    held::hold(FINDINGS, &findings);
}

#[test]
fn good_sentences_are_left_alone() {
    let findings = findings();
    let count = findings.len();
    assert!(count <= MOST, "{count} findings in good sentences:\n{}", findings.join("\n"));
}
