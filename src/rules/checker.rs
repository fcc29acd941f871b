//! Applies the rules to a sheet.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::condition::Case;
use super::form::{FormHit, FormPlace};
use super::template::Template;
use super::values::Values;
use super::vocabulary::UnitTokens;
use super::{Analysis, Kind, Rule, Rules};
use crate::finding::{Finding, Language, Spot};
use crate::language::{Checkable, Unit};
use crate::sheet::{Field, Sheet};

/// Checks sheets by a set of rules. One serves all threads.
#[derive(Debug)]
pub struct Checker {
    rules: Rules,
    /// The rules by their indices; one that is silent beside others comes after them.
    order: Vec<Ordered>,
}

/// A rule by its index.
#[derive(Debug)]
struct Ordered {
    rule: usize,
    /// The rules beside which it is silent.
    after: Vec<usize>,
}

/// What a rule says of one unit, for who asks why it is not reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It fires on these words, in Unicode scalar values of the field.
    Fires(Range<usize>),
    /// It does not: of each case, the condition that decided.
    Silent(Vec<&'static str>),
}

/// Where a rule fired: the rule, the goal, the field, and the number of the unit (none for the field).
type Fired = FxHashSet<(usize, usize, Field, Option<usize>)>;

impl Checker {
    /// A checker for these rules.
    #[must_use]
    pub fn new(rules: Rules) -> Self {
        let index = |id: &String| rules.all().iter().position(|rule| rule.id == *id);
        let ordered = |(rule, after): (usize, &Rule)| Ordered {
            rule,
            after: after.after.iter().filter_map(index).collect(),
        };
        let mut order: Vec<Ordered> = rules.all().iter().enumerate().map(ordered).collect();
        order.sort_by_key(|at| rules.all().get(at.rule).map_or(0, |rule| depth(&rules, rule, 0)));
        Self { rules, order }
    }

    /// The rules.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Every finding in the sheet, rule by rule.
    #[must_use]
    pub fn check(&self, sheet: &Sheet, language: Language) -> Vec<Finding> {
        let analysis = Analysis::new(self.rules.grammar(), sheet);
        let mut findings = Vec::new();
        let mut fired = Fired::default();
        for ordered in &self.order {
            let Some(rule) = self.rules.all().get(ordered.rule) else { continue };
            match &rule.kind {
                Kind::Units(cases) => {
                    for (goal, field, number) in units(rule, &analysis) {
                        let unit_place = (goal, field, Some(number));
                        if is_silent(ordered, unit_place, &fired) {
                            continue;
                        }
                        let Some(tokens) = analysis.tokens(goal, field, number) else { continue };
                        let checkable = analysis.checkable(goal, field, number);
                        if let Some((case, range)) = first_case(cases, &tokens, checkable) {
                            fired.insert((ordered.rule, goal, field, Some(number)));
                            let hit = FormHit::new(
                                FormPlace::in_goal(goal, field, range),
                                "",
                                Vec::new(),
                            );
                            findings.push(finding(rule, Some(case), hit, &analysis, language));
                        }
                    }
                }
                Kind::Form(check, cases) => {
                    for hit in check(sheet) {
                        let case = cases.iter().find(|case| case.name() == Some(hit.case));
                        findings.push(finding(rule, case, hit, &analysis, language));
                    }
                }
                Kind::Relation(relation, cases) => {
                    for hit in relation(&analysis) {
                        let Some(goal) = hit.place.goal else { continue };
                        if is_silent(ordered, (goal, hit.place.field, None), &fired) {
                            continue;
                        }
                        fired.insert((ordered.rule, goal, hit.place.field, None));
                        let case = cases.iter().find(|case| case.name() == Some(hit.case));
                        findings.push(finding(rule, case, hit, &analysis, language));
                    }
                }
            }
        }
        findings
    }

    /// What each rule on the units of a field says of one unit. Rules on the form or on several
    /// fields are not asked.
    #[must_use]
    pub fn verdicts(&self, field: Field, unit: &Unit) -> Vec<(&Rule, Verdict)> {
        let grammar = self.rules.grammar();
        let checkable = grammar.checkable(unit);
        let tokens = UnitTokens { grammar, unit, signature: None };
        let of_field = |rule: &&Rule| rule.fields.contains(&field);
        let rules = self.order.iter().filter_map(|at| self.rules.all().get(at.rule));
        let rules = rules.filter(of_field);
        rules
            .filter_map(|rule| {
                let Kind::Units(cases) = &rule.kind else { return None };
                let mut against = Vec::new();
                for case in cases {
                    match case.test(&tokens, &checkable) {
                        Ok(range) => return Some((rule, Verdict::Fires(range))),
                        Err(condition) => against.push(condition),
                    }
                }
                Some((rule, Verdict::Silent(against)))
            })
            .collect()
    }
}

/// How many rules deep a rule asks for others.
fn depth(rules: &Rules, rule: &Rule, level: usize) -> usize {
    if level > 8 {
        return level; // Two rules that each ask for the other: any order will do.
    }
    let asked = rule.after.iter().filter_map(|id| rules.get(id));
    asked.map(|other| depth(rules, other, level + 1) + 1).max().unwrap_or(0)
}

/// The units that a rule looks at: goal, field and number.
fn units<'a>(
    rule: &'a Rule,
    analysis: &'a Analysis<'_>,
) -> impl Iterator<Item = (usize, Field, usize)> {
    (0..analysis.sheet.goals.len()).flat_map(move |goal| {
        rule.fields.iter().flat_map(move |field| {
            (0..analysis.units(goal, *field).count()).map(move |number| (goal, *field, number))
        })
    })
}

/// Whether a rule that this one is silent beside fired here.
fn is_silent(
    rule: &Ordered,
    (goal, field, unit): (usize, Field, Option<usize>),
    fired: &Fired,
) -> bool {
    rule.after.iter().any(|other| {
        fired.contains(&(*other, goal, field, unit)) || fired.contains(&(*other, goal, field, None))
    })
}

fn first_case<'a>(
    cases: &'a [Case],
    tokens: &UnitTokens<'_>,
    checkable: &Checkable,
) -> Option<(&'a Case, Range<usize>)> {
    cases.iter().find_map(|case| Some((case, case.find(tokens, checkable)?)))
}

/// A finding with its words filled in.
fn finding(
    rule: &Rule,
    case: Option<&Case>,
    hit: FormHit,
    analysis: &Analysis<'_>,
    language: Language,
) -> Finding {
    let mut own = hit.values;
    let spot = spot(hit.place.clone(), analysis.sheet);
    if !own.iter().any(|(name, _)| *name == "hit") {
        own.push(("hit", spot.text.replace('\n', "")));
    }
    let values = Values { own: &own, analysis, place: &hit.place, related: &hit.related };
    let fill = |template: &Template| template.fill(language, |name| values.get(name));
    let message = case.and_then(|case| case.message.as_ref()).unwrap_or(&rule.message);
    let advice = case.and_then(|case| case.advice.as_ref()).unwrap_or(&rule.advice);
    Finding {
        rule: rule.id.clone(),
        severity: case.and_then(|case| case.severity).unwrap_or(rule.severity),
        message: fill(message),
        help: fill(advice),
        why: rule.why.get(language).to_owned(),
        guideline: rule.guideline.clone(),
        sums_up: rule.sums_up,
        related: hit.related.into_iter().map(|place| self::spot(place, analysis.sheet)).collect(),
        spot,
    }
}

fn spot(place: FormPlace, sheet: &Sheet) -> Spot {
    let text = match (place.goal, place.mission) {
        (Some(goal), _) => sheet.goals.get(goal).map(|goal| goal.field(place.field)),
        (None, Some(mission)) => sheet.missions.get(mission),
        (None, None) => None,
    };
    let words = text.map_or("", |text| text.slice(place.range.clone()));
    Spot {
        goal: place.goal,
        field: place.field,
        mission: place.mission,
        range: place.range,
        text: words.to_owned(),
    }
}
