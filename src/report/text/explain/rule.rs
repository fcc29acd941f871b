//! One rule: what, why, what to do, and its examples.

use super::{Ink, Language, Page, Style, Word, field, ink, passage, status, table, words};
use crate::finding::Severity;
use crate::rules::condition::Case;
use crate::rules::example::unmark;
use crate::rules::file::Example;
use crate::rules::precision::Record;
use crate::rules::{Kind, Rule};
use crate::sheet::Field;

/// All that a rule's file says to people, and how the rule did where that is recorded.
#[must_use]
pub fn rule(rule: &Rule, record: Option<&Record>, style: Style) -> String {
    let language = style.language;
    let mut page = style.page();
    let title = rule.title.get(language);
    page.flow(0, [(Ink::Heading, &*format!("■ {}", rule.id)), (Ink::Goal, title)]);
    page.gap();
    write_facts(&mut page, rule, record, language);
    for case in cases(rule) {
        write_case(&mut page, rule, case, language);
    }
    let (gaps, bad): (Vec<_>, Vec<_>) = rule.bad.iter().partition(|e| e.known_gap.is_some());
    let (false_alarms, good): (Vec<_>, Vec<_>) =
        rule.good.iter().partition(|e| e.known_gap.is_some());
    write_examples(&mut page, rule, BAD, &bad, language);
    write_examples(&mut page, rule, GOOD, &good, language);
    write_examples(&mut page, rule, GAPS, &gaps, language);
    write_examples(&mut page, rule, FALSE_ALARMS, &false_alarms, language);
    page.finish()
}

const SEVERITY: Word = Word::new("重さ", "severity");
const STATUS: Word = Word::new("状態", "status");
const FIELDS: Word = Word::new("見る欄", "fields");
const PRECISION: Word = Word::new("精度", "precision");
const GUIDELINE: Word = Word::new("指針", "guideline");
const WHAT: Word = Word::new("指摘", "what");
const WHY: Word = Word::new("理由", "why");
const HELP: Word = Word::new("直し方", "help");
const EMPTY: Word = Word::new("（空欄）", "(empty)");
const BAD: Word = Word::new("指摘する例", "Reported");
const GOOD: Word = Word::new("指摘しない例", "Not reported");
const GAPS: Word = Word::new("まだ指摘できない例", "Not reported yet");
const FALSE_ALARMS: Word = Word::new("誤って指摘する例", "Reported by mistake");

fn write_facts(page: &mut Page, rule: &Rule, record: Option<&Record>, language: Language) {
    let label = |word: Word| (Ink::Faint, word.of(language).to_owned());
    let plain = |text: String| (Ink::Plain, text);
    let mut rows = vec![
        vec![label(WHAT), plain(rule.message.in_general(language))],
        vec![label(WHY), plain(rule.why.get(language).to_owned())],
        vec![label(HELP), plain(rule.advice.in_general(language))],
        vec![label(GUIDELINE), plain(rule.guideline.clone())],
        vec![label(SEVERITY), (ink(rule.severity), severities(rule, language))],
        vec![label(STATUS), plain(status(rule.status).of(language).to_owned())],
    ];
    if !rule.fields.is_empty() {
        rows.push(vec![label(FIELDS), plain(fields(rule, language))]);
    }
    if let Some(record) = record {
        rows.push(vec![label(PRECISION), plain(precision(rule, record, language))]);
    }
    table(page, 2, &rows);
}

/// How serious its findings are, the gravest first.
pub(in crate::report) fn severities(rule: &Rule, language: Language) -> String {
    let mut severities = vec![rule.severity];
    severities.extend(cases(rule).filter_map(|case| case.severity));
    severities.sort_unstable();
    severities.dedup();
    let severity = |severity: Severity| {
        let word = words::severity(severity).of(language);
        // What the options --show and --fail-on call it.
        language.pick(format!("{word}（{}）", severity.id()), word.to_owned())
    };
    let severities: Vec<_> = severities.into_iter().rev().map(severity).collect();
    severities.join(language.pick("、", ", "))
}

/// The fields that it looks at.
pub(in crate::report) fn fields(rule: &Rule, language: Language) -> String {
    let fields: Vec<_> = rule.fields.iter().map(|of| field(language, *of)).collect();
    fields.join(language.pick("、", ", "))
}

fn precision(rule: &Rule, record: &Record, language: Language) -> String {
    let Some(figures) = record.strict.get(&rule.id) else {
        return language.pick("採点していません。", "not scored").to_owned();
    };
    let (sheets, gold, found) = (record.sheets, figures.gold(), figures.found());
    let (hits, extra) = (figures.hits, figures.extra);
    let [right, complete] = [figures.precision(), figures.recall()].map(|share| share * 100.0);
    language.pick(
        format!(
            "採点用の{sheets}シートで、指摘すべき{gold}件のうち{hits}件を指摘（再現率{complete:.1}%）。\
             指摘した{found}件のうち{extra}件は余分（適合率{right:.1}%）。"
        ),
        format!(
            "on {sheets} labelled sheets {hits} of {gold} faults found (recall {complete:.1}%), \
             {extra} of {found} findings mistaken (precision {right:.1}%)"
        ),
    )
}

pub(in crate::report) fn cases(rule: &Rule) -> impl Iterator<Item = &Case> {
    let (Kind::Units(cases) | Kind::Form(_, cases) | Kind::Relation(_, cases)) = &rule.kind;
    cases.iter()
}

/// What a case says in place of the rule's own words.
fn write_case(page: &mut Page, rule: &Rule, case: &Case, language: Language) {
    let Some(message) = &case.message else { return };
    page.gap();
    let severity = case.severity.unwrap_or(rule.severity);
    let severity_word = (ink(severity), words::severity(severity).of(language));
    page.labelled(2, severity_word, Ink::Plain, &message.in_general(language));
    if let Some(advice) = &case.advice {
        let label = (Ink::Faint, HELP.of(language));
        page.labelled(4, label, Ink::Plain, &advice.in_general(language));
    }
}

fn write_examples(
    page: &mut Page,
    rule: &Rule,
    heading: Word,
    examples: &[&Example],
    language: Language,
) {
    if examples.is_empty() {
        return;
    }
    page.gap();
    page.paragraph(0, Ink::Goal, heading.of(language));
    for example in examples {
        let mut bullet = "・";
        for (label, text) in passages(rule, example, language) {
            let (text, marked) = unmark(&text);
            let label = if label.is_empty() { label } else { format!("{label}: ") };
            let text = if text.is_empty() { EMPTY.of(language).to_owned() } else { text };
            passage(page, 2, &format!("{bullet}{label}"), &text, &marked.unwrap_or(0..0));
            bullet = "  ";
        }
        if let Some(gap) = &example.known_gap {
            let label = (Ink::Faint, WHY.of(language));
            page.labelled(4, label, Ink::Faint, gap);
        }
    }
}

/// The texts of an example, with the fields they stand in. A text alone in the rule's own field
/// needs no label.
pub(in crate::report) fn passages(
    rule: &Rule,
    example: &Example,
    language: Language,
) -> Vec<(String, String)> {
    let mut passages = Vec::new();
    if let Some(year) = example.fiscal_year {
        let label = language.pick("年度", "fiscal year");
        passages.push((label.to_owned(), year.to_string()));
    }
    for (number, mission) in (1..).zip(&example.missions) {
        let label = language.pick(format!("組織使命{number}"), format!("mission {number}"));
        passages.push((label, mission.clone()));
    }
    let own = match &example.field {
        Some(name) => Field::from_id(name),
        None => rule.fields.first().copied(),
    };
    let alone = passages.is_empty() && example.goal.is_empty() && example.field.is_none();
    for at in Field::ALL {
        let label = || field(language, at);
        match &example.text {
            Some(text) if own == Some(at) && alone => passages.push((String::new(), text.clone())),
            Some(text) if own == Some(at) => passages.push((label(), text.clone())),
            _ => {}
        }
        if let Some(text) = example.goal.get(at.id()) {
            passages.push((label(), text.clone()));
        }
    }
    for (number, goal) in (2..).zip(&example.goals) {
        for at in Field::ALL {
            if let Some(text) = goal.get(at.id()) {
                let name = field(language, at);
                let label =
                    language.pick(format!("目標{number} {name}"), format!("goal {number} {name}"));
                passages.push((label, text.clone()));
            }
        }
    }
    passages
}
