//! The examples in rule files, which are their tests.
//!
//! Each `bad` must fire exactly at its ⟦ ⟧, each `good` must stay silent, also with a sentence put
//! before and after it. A rule needs three of each, a `good` for every exception (`unless`), a `bad`
//! for every case of a form check, and at most two known gaps.

use std::iter;
use std::ops::Range;

use super::condition::Case;
use super::file::Example;
use super::form::FormPlace;
use super::{Checker, Kind, Rule};
use crate::finding::{Finding, Language, Spot};
use crate::sheet::{Field, Goal, Sheet, Text};

/// An example, or a rule's set of them, that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The rule.
    pub rule: String,
    /// The example's text; empty where the set is at fault.
    pub text: String,
    /// What is wrong, in Japanese.
    pub ja: String,
    /// What is wrong, in English.
    pub en: String,
}

impl Failure {
    /// What is wrong.
    #[must_use]
    pub fn message(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}

/// What running a rule's examples gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many examples did what they must.
    pub passed: usize,
    /// Those that did not.
    pub failures: Vec<Failure>,
    /// Texts of examples that fail and are known to.
    pub known_gaps: Vec<String>,
}

const BEFORE: &str = "昨年度に窓口を2か所設けた。";
const AFTER: &str = "今年度に窓口を2か所設けた。";
const MOST_KNOWN_GAPS: usize = 2;
const FEWEST: usize = 3;

/// Runs the examples of a rule.
#[must_use]
pub fn run(checker: &Checker, rule: &Rule) -> Outcome {
    let mut outcome = Outcome::default();
    let mut fail = |text: &str, ja: String, en: String| {
        outcome.failures.push(Failure { rule: rule.id.clone(), text: text.to_owned(), ja, en });
    };
    for (examples, ja, en) in [(&rule.bad, "bad", "bad"), (&rule.good, "good", "good")] {
        if examples.len() < FEWEST {
            fail(
                "",
                format!(
                    "[[{ja}]] が {} 件しかありません。{FEWEST} 件以上書きます。",
                    examples.len()
                ),
                format!("only {} [[{en}]]; write at least {FEWEST}", examples.len()),
            );
        }
    }
    if let Kind::Units(cases) = &rule.kind {
        let exceptions: usize = cases.iter().map(Case::exceptions).sum();
        if rule.good.len() < exceptions {
            fail(
                "",
                format!("unless {exceptions} 件に対し [[good]] が足りません。"),
                format!("{exceptions} `unless` need as many [[good]]"),
            );
        }
    }
    if let Kind::Form(check, cases) = &rule.kind {
        let sheets = rule.bad.iter().filter_map(|example| Built::new(rule, example).ok());
        let shown: Vec<&str> =
            sheets.flat_map(|built| check(&built.sheet)).map(|hit| hit.case).collect();
        for name in cases.iter().filter_map(Case::name).filter(|name| !shown.contains(name)) {
            fail(
                "",
                format!("「{name}」になる [[bad]] がありません。"),
                format!("no [[bad]] is a case of `{name}`"),
            );
        }
    }
    let mut gaps = Vec::new();
    let mut passed = 0;
    for (example, must_fire) in rule
        .bad
        .iter()
        .map(|example| (example, true))
        .chain(rule.good.iter().map(|example| (example, false)))
    {
        let text = match &example.text {
            Some(text) => text.clone(),
            None => example.goal.values().cloned().collect::<Vec<_>>().join("／"),
        };
        match (test(checker, rule, example, must_fire), &example.known_gap) {
            (Ok(()), None) => passed += 1,
            (Ok(()), Some(_)) => fail(
                &text,
                "known_gap とありますが、もう正しく働いています。known_gap を消します。".to_owned(),
                "marked as a known gap, but it works: remove `known_gap`".to_owned(),
            ),
            (Err(_), Some(_)) => gaps.push(text),
            (Err((ja, en)), None) => fail(&text, ja, en),
        }
    }
    if gaps.len() > MOST_KNOWN_GAPS {
        fail(
            "",
            format!("known_gap は {MOST_KNOWN_GAPS} 件までです。"),
            format!("at most {MOST_KNOWN_GAPS} known gaps"),
        );
    }
    outcome.passed = passed;
    outcome.known_gaps = gaps;
    outcome
}

type Fault = (String, String);

fn test(checker: &Checker, rule: &Rule, example: &Example, must_fire: bool) -> Result<(), Fault> {
    let built = Built::new(rule, example)?;
    if let Some(pinned) = &example.tokens {
        let grammar = checker.rules().grammar();
        let text = built.plain();
        let morphemes = grammar.analyzer().analyze(&text);
        let found: Vec<&str> = morphemes.iter().map(|m| m.surface).collect();
        if found.join("|") != *pinned {
            return Err((
                format!("語の区切りが {} に変わっています。", found.join("|")),
                format!("the analysis is now {}", found.join("|")),
            ));
        }
    }
    built.judge(&built.findings(checker, &rule.id, "", ""), must_fire, 0)?;
    for language in [Language::Japanese, Language::English] {
        let found = checker.check(&built.sheet, language);
        let own = found.iter().filter(|finding| finding.rule == rule.id);
        if let Some(left) = own.filter_map(unfilled).next() {
            return Err((
                format!("「{left}」の {{ }} に入る値がありません。"),
                format!("there is no value for the braces of `{left}`"),
            ));
        }
    }
    // Neighbours must not matter to a rule on units.
    if matches!(rule.kind, Kind::Units(_)) && example.text.is_some() {
        for (before, after) in
            [(format!("{BEFORE}\n"), String::new()), (String::new(), format!("\n{AFTER}"))]
        {
            let found = built.findings(checker, &rule.id, &before, &after);
            built.judge(&found, must_fire, before.chars().count()).map_err(|(ja, en)| {
                (format!("前後に文を置くと: {ja}"), format!("with a sentence beside it: {en}"))
            })?;
        }
    }
    Ok(())
}

/// An example as a sheet.
struct Built {
    sheet: Sheet,
    /// The field of the first goal that the example's `text` stands in.
    field: Option<Field>,
    /// Where the ⟦ ⟧ are.
    marked: Option<FormPlace>,
}

impl Built {
    fn new(rule: &Rule, example: &Example) -> Result<Self, Fault> {
        let named = |name: &str| Field::from_id(name).ok_or_else(|| no_field(name));
        let own = match &example.field {
            Some(name) => Some(named(name)?),
            None => rule.fields.first().copied(),
        };
        let mut marked = None;
        let mut put = |goal: &mut Goal, index: usize, field: Field, text: &str| {
            let (plain, range) = unmark(text);
            marked = range.map(|range| FormPlace::in_goal(index, field, range)).or(marked.take());
            goal.set(field, Text::from(plain.as_str()));
        };
        let mut goals = Vec::new();
        for (index, fields) in iter::once(&example.goal).chain(&example.goals).enumerate() {
            let mut goal = Goal::new((index + 1).to_string());
            for (name, text) in fields {
                put(&mut goal, index, named(name)?, text);
            }
            goals.push(goal);
        }
        let field = own.filter(|_| example.text.is_some());
        if let (Some(text), Some(field), Some(goal)) = (&example.text, field, goals.first_mut()) {
            put(goal, 0, field, text);
        }
        let mut missions = Vec::new();
        for (index, mission) in example.missions.iter().enumerate() {
            let (plain, range) = unmark(mission);
            marked = range.map(|range| FormPlace::in_mission(index, range)).or(marked);
            missions.push(Text::from(plain.as_str()));
        }
        let fiscal_year = example.fiscal_year;
        Ok(Self {
            sheet: Sheet { fiscal_year, missions, goals, ..Sheet::default() },
            field,
            marked,
        })
    }

    fn plain(&self) -> String {
        let goal = self.sheet.goals.first();
        self.field
            .and_then(|field| Some(goal?.field(field).as_str().to_owned()))
            .unwrap_or_default()
    }

    fn findings(&self, checker: &Checker, rule: &str, before: &str, after: &str) -> Vec<Finding> {
        let mut sheet = self.sheet.clone();
        if let (Some(field), Some(goal)) = (self.field, sheet.goals.first_mut())
            && !(before.is_empty() && after.is_empty())
        {
            let text = format!("{before}{}{after}", goal.field(field).as_str());
            goal.set(field, Text::from(text.as_str()));
        }
        let mut findings = checker.check(&sheet, Language::Japanese);
        findings.retain(|finding| finding.rule == rule);
        findings
    }

    fn judge(&self, findings: &[Finding], must_fire: bool, offset: usize) -> Result<(), Fault> {
        match (findings, must_fire) {
            ([], false) => Ok(()),
            ([], true) => Err(("指摘されません。".to_owned(), "no finding".to_owned())),
            ([found, ..], false) => Err((
                format!("「{}」が指摘されます。", found.spot.text),
                format!("a finding on `{}`", found.spot.text),
            )),
            ([found], true) => match &self.marked {
                Some(marked) if !stands_at(&found.spot, marked, offset) => Err((
                    format!("{}「{}」が指摘されます。", found.spot.field.label(), found.spot.text),
                    format!("the finding is on `{}` of {}", found.spot.text, found.spot.field.id()),
                )),
                _ => Ok(()),
            },
            (found, true) => Err((
                format!("{} か所が指摘されます。", found.len()),
                format!("{} findings", found.len()),
            )),
        }
    }
}

/// Whether the finding is where the ⟦ ⟧ are, behind `offset` characters more.
fn stands_at(spot: &Spot, marked: &FormPlace, offset: usize) -> bool {
    let range = marked.range.start + offset..marked.range.end + offset;
    (spot.goal, spot.mission, spot.field, &spot.range)
        == (marked.goal, marked.mission, marked.field, &range)
}

/// A text of the finding in which braces were left.
fn unfilled(finding: &Finding) -> Option<&str> {
    [&finding.message, &finding.help, &finding.why]
        .into_iter()
        .find(|text| text.contains(['{', '}']))
        .map(String::as_str)
}

fn no_field(name: &str) -> Fault {
    (format!("欄「{name}」はありません。"), format!("there is no field `{name}`"))
}

/// The text without ⟦ ⟧, and the range between them in Unicode scalar values.
pub(crate) fn unmark(text: &str) -> (String, Option<Range<usize>>) {
    let open = text.chars().position(|c| c == '⟦');
    let close = text.chars().position(|c| c == '⟧');
    let plain = text.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
    (plain, open.zip(close).map(|(open, close)| open..close.saturating_sub(1)))
}
