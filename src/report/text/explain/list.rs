//! The list of rules.

use super::{Cell, Ink, Language, Page, Style, Word, field, ink, status, table, words};
use crate::rules::Rule;
use crate::rules::file::Status;
use crate::sheet::Field;

/// The rules by the field that they belong to, in the order of the form.
#[must_use]
pub fn list(rules: &[&Rule], style: Style) -> String {
    let mut page = style.page();
    let groups = groups(rules, style.language);
    for (heading, group) in &groups {
        page.gap();
        page.paragraph(0, Ink::Goal, heading);
        let rows: Vec<_> = group.iter().map(|rule| row(rule, style.language)).collect();
        table(&mut page, 2, &rows);
    }
    page.gap();
    let rules: Vec<&Rule> = groups.into_iter().flat_map(|(_, group)| group).collect();
    footer(&mut page, &rules, style.language);
    page.finish()
}

/// The rules by the field that they belong to, in the order of the form, each group with a heading.
pub(in crate::report) fn groups<'a>(
    rules: &[&'a Rule],
    language: Language,
) -> Vec<(String, Vec<&'a Rule>)> {
    let mut rules = rules.to_vec();
    rules.sort_by_key(|rule| (place(rule), &rule.id));
    let groups = rules.chunk_by(|a, b| group(a) == group(b));
    groups.map(|group| (heading(group, language), group.to_vec())).collect()
}

/// The first part of a rule's identifier: a field, or what is larger or smaller than one.
fn group(rule: &Rule) -> &str {
    rule.id.split_once('/').map_or("", |(group, _)| group)
}

/// Groups that are no fields: of the whole sheet or goal first, of any text last.
const WHOLES: [(&str, Word); 2] = [
    ("sheet", Word::new("シート全体", "the sheet as a whole")),
    ("goal", Word::new("目標の全体", "a goal as a whole")),
];
const TEXT: (&str, Word) = ("text", Word::new("どの欄にも", "any field"));

fn place(rule: &Rule) -> (usize, &str) {
    let group = group(rule);
    let whole = WHOLES.iter().position(|(name, _)| *name == group);
    let in_form = Field::ALL.iter().position(|field| field.id() == group);
    let place = whole.or(in_form.map(|at| at + WHOLES.len()));
    (place.unwrap_or(WHOLES.len() + Field::ALL.len()), group)
}

fn heading(rules: &[&Rule], language: Language) -> String {
    let group = rules.first().map_or("", |rule| self::group(rule));
    let named = WHOLES.iter().chain([&TEXT]).find(|(name, _)| *name == group);
    match (named, Field::from_id(group)) {
        (Some((_, word)), _) => word.of(language).to_owned(),
        (None, Some(of)) => field(language, of),
        (None, None) => group.to_owned(),
    }
}

fn row(rule: &Rule, language: Language) -> Vec<Cell> {
    let title = rule.title.get(language);
    // Most rules are in force: only others say where they stand.
    let title = match rule.status {
        Status::Stable => title.to_owned(),
        other => {
            let status = status(other).of(language);
            language.pick(format!("{title}（{status}）"), format!("{title} ({status})"))
        }
    };
    vec![
        (Ink::Plain, rule.id.clone()),
        (ink(rule.severity), words::severity(rule.severity).of(language).to_owned()),
        (Ink::Plain, title),
    ]
}

fn footer(page: &mut Page, rules: &[&Rule], language: Language) {
    let counts: Vec<_> = [Status::Stable, Status::Preview, Status::Deprecated]
        .into_iter()
        .map(|wanted| (wanted, rules.iter().filter(|rule| rule.status == wanted).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(known, count)| {
            let word = status(known).of(language);
            language.pick(format!("{word} {count}件"), format!("{count} {word}"))
        })
        .collect();
    let all = rules.len();
    page.paragraph(
        0,
        Ink::Plain,
        &language.pick(
            format!("規則は{all}件です（{}）。", counts.join("、")),
            format!("{all} rules: {}.", counts.join(", ")),
        ),
    );
    if let Some(rule) = rules.iter().find(|rule| rule.id == "target/vague").or(rules.first()) {
        page.paragraph(
            0,
            Ink::Faint,
            &language.pick(
                format!("理由、直し方、例は mokuhyo explain {} のように表示します。", rule.id),
                format!("mokuhyo explain {} tells why, what to do, and examples.", rule.id),
            ),
        );
    }
}
