//! The examples in rule files, which are their tests.
//!
//! Each `bad` must fire exactly at its ⟦ ⟧, each `good` must stay silent, also with a sentence put
//! before and after it. A rule needs three of each, a `good` for every exception (`unless`), and at
//! most two known gaps.

use std::ops::Range;

use super::file::Example;
use super::{Checker, Kind, Rule};
use crate::finding::{Finding, Language};
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
        let exceptions: usize = cases.iter().map(super::condition::Case::exceptions).sum();
        if rule.good.len() < exceptions {
            fail(
                "",
                format!("unless {exceptions} 件に対し [[good]] が足りません。"),
                format!("{exceptions} `unless` need as many [[good]]"),
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
        let text = example.text.clone().unwrap_or_default();
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
    field: Option<Field>,
    marked: Option<Range<usize>>,
}

impl Built {
    fn new(rule: &Rule, example: &Example) -> Result<Self, Fault> {
        let mut goal = Goal::new("1");
        let mut marked = None;
        let mut field = None;
        let mut put = |at: Field, text: &str| {
            let (plain, range) = unmark(text);
            if range.is_some() {
                marked = range;
                field = Some(at);
            }
            goal.set(at, Text::from(plain.as_str()));
        };
        for (name, text) in &example.goal {
            let at = Field::from_id(name).ok_or_else(|| no_field(name))?;
            put(at, text);
        }
        let mut own = rule.fields.first().copied();
        if let Some(name) = &example.field {
            own = Some(Field::from_id(name).ok_or_else(|| no_field(name))?);
        }
        if let (Some(text), Some(at)) = (&example.text, own) {
            put(at, text);
        }
        let missions =
            example.missions.iter().map(|mission| Text::from(unmark(mission).0.as_str())).collect();
        Ok(Self {
            sheet: Sheet {
                fiscal_year: example.fiscal_year,
                missions,
                goals: vec![goal],
                ..Sheet::default()
            },
            field: field.or(example.text.as_ref().and(own)),
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
                Some(marked)
                    if (marked.start + offset..marked.end + offset) != found.spot.range =>
                {
                    Err((
                        format!("「{}」が指摘されます。", found.spot.text),
                        format!("the finding is on `{}`", found.spot.text),
                    ))
                }
                _ => Ok(()),
            },
            (found, true) => Err((
                format!("{} か所が指摘されます。", found.len()),
                format!("{} findings", found.len()),
            )),
        }
    }
}

fn no_field(name: &str) -> Fault {
    (format!("欄「{name}」はありません。"), format!("there is no field `{name}`"))
}

/// The text without ⟦ ⟧, and the range between them in Unicode scalar values.
fn unmark(text: &str) -> (String, Option<Range<usize>>) {
    let open = text.chars().position(|c| c == '⟦');
    let close = text.chars().position(|c| c == '⟧');
    let plain = text.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
    (plain, open.zip(close).map(|(open, close)| open..close.saturating_sub(1)))
}
