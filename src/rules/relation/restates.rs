//! An outcome that only says the target again (`outcome/restates-output`).
//!
//! Every clause of it repeats a proposition of the target: the same act or change, or a near-synonym,
//! on the same thing, whatever the voice or ending; or that the target's product is finished; or the
//! target's figure for the same measure; or that the target was met. What a thing is called must be
//! the same word: 「職員の資質向上」 is not 「職員の能力向上」.

use std::cell::OnceCell;
use std::ops::Range;

use crate::language::content::{Sort, Word};
use crate::language::lexicon::WordRole;
use crate::language::phrase::Flags;
use crate::language::proposition::Proposition;
use crate::language::{Grammar, Unit};

/// What an outcome repeats of the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restatement {
    /// For each proposition of the outcome the unit of the target, from 0, and the place of the words
    /// in the field, in Unicode scalar values. Empty where it only says that the target was met.
    pub targets: Vec<(usize, Range<usize>)>,
}

/// What the outcome repeats, if every clause of it repeats something of the target. Words of the
/// title may be left out in the target, so they do not count as new.
#[must_use]
pub fn restates(
    grammar: &Grammar,
    title: &[&Unit],
    outcome: &[&Unit],
    target: &[&Unit],
) -> Option<Restatement> {
    let target = Target {
        grammar,
        units: target.iter().map(|unit| Side::new(grammar, unit)).collect(),
        title: title.iter().flat_map(|unit| words(grammar, unit)).collect(),
    };
    let mut targets = Vec::new();
    let mut said = false;
    for unit in outcome {
        let propositions = grammar.propositions(unit, false);
        for number in 0..unit.clauses.len() {
            let aim = unit.clauses.get(number).is_some_and(|clause| grammar.is_aim(unit, clause));
            let mut own = propositions.iter().filter(|found| found.clause == number).peekable();
            if !aim && own.peek().is_none() {
                return None;
            }
            for proposition in own {
                targets.extend(target.says(unit, proposition)?);
                said = true;
            }
        }
    }
    said.then_some(Restatement { targets })
}

/// The words of the running text.
fn words<'u>(grammar: &Grammar, unit: &'u Unit) -> impl Iterator<Item = &'u Word> {
    let phrases = unit.phrases.iter();
    phrases.flat_map(|phrase| grammar.words(unit, phrase.content.clone(), false))
}

/// A unit of the target.
struct Side<'a> {
    unit: &'a Unit,
    words: Vec<&'a Word>,
    /// Read once the words tell that the outcome may repeat any.
    propositions: OnceCell<Vec<Proposition>>,
}

impl<'a> Side<'a> {
    fn new(grammar: &Grammar, unit: &'a Unit) -> Self {
        Self { unit, words: words(grammar, unit).collect(), propositions: OnceCell::new() }
    }
}

struct Target<'a> {
    grammar: &'a Grammar,
    units: Vec<Side<'a>>,
    title: Vec<&'a Word>,
}

/// Places in the target.
type Places = Vec<(usize, Range<usize>)>;

impl Target<'_> {
    /// Where the target says what a proposition of the outcome says.
    fn says(&self, unit: &Unit, said: &Proposition) -> Option<Places> {
        if self.is_met(said) {
            return Some(Vec::new());
        }
        if let Some(place) = self.figure(unit, said) {
            return Some(vec![place]);
        }
        // What people can do, or do by themselves, is an effect.
        if said.flags.has(Flags::POTENTIAL) || said.flags.has(Flags::OTHERS_ACT) {
            return None;
        }
        if said.objects.is_empty() {
            return Some(vec![self.proposition(unit, said, None)?]);
        }
        said.objects.iter().map(|member| self.proposition(unit, said, Some(member))).collect()
    }

    /// 「目標が達成されている」
    fn is_met(&self, said: &Proposition) -> bool {
        let met = |word: &Word| matches!(word.key(), "達成" | "満" | "到達" | "クリア");
        said.predicate.as_ref().is_some_and(met)
            && said.objects.iter().flatten().any(|word| matches!(word.key(), "目標" | "目標値"))
    }

    /// The target's figure for the same measure.
    fn figure(&self, unit: &Unit, said: &Proposition) -> Option<(usize, Range<usize>)> {
        let lexicons = self.grammar.lexicons();
        let start = unit.phrases.get(said.phrases.start)?.content.start;
        let clause = unit.clauses.get(said.clause)?;
        let end = unit.phrases.get(clause.phrases.end.checked_sub(1)?)?.end;
        let (from, to) = (unit.tokens.get(start)?.start, unit.tokens.get(end.checked_sub(1)?)?.end);
        let own: Vec<&Word> = self
            .grammar
            .words(unit, start..end, false)
            .filter(|word| !word.generic && !lexicons.has_role(&word.form, WordRole::Counted))
            .filter(|word| !lexicons.has_role(&word.form, WordRole::Level))
            .collect();
        let figures = unit
            .figures
            .iter()
            .filter(|figure| !figure.name && from <= figure.start && figure.end <= to);
        for figure in figures {
            let level = number(unit, figure.start, &figure.unit);
            for (place, side) in self.units.iter().enumerate() {
                let same = side.unit.figures.iter().find(|other| {
                    !other.name && number(side.unit, other.start, &other.unit) == level
                });
                let among = |word: &Word, pool: &[&Word]| {
                    pool.iter().any(|other| other.same(word, lexicons))
                };
                let told = own.iter().any(|word| among(word, &side.words));
                let known = own
                    .iter()
                    .filter(|word| among(word, &side.words) || among(word, &self.title))
                    .count();
                if let Some(same) = same
                    && told
                    && known + own.len() / 4 >= own.len()
                {
                    return Some((place, side.unit.positions_of_bytes(same.start, same.end)));
                }
            }
        }
        None
    }

    /// The target's proposition that says the same of one member.
    fn proposition(
        &self,
        unit: &Unit,
        said: &Proposition,
        member: Option<&Vec<Word>>,
    ) -> Option<(usize, Range<usize>)> {
        for (place, side) in self.units.iter().enumerate() {
            if !self.is_about(said, member, side) {
                continue;
            }
            let told =
                side.propositions.get_or_init(|| self.grammar.propositions(side.unit, false));
            for told in told {
                if self.same_act(said, told)
                    && self.same_things(member, told)
                    && !self.is_by_others(unit, said, side)
                {
                    return Some((place, side.unit.positions(told.tokens.clone())));
                }
            }
        }
        None
    }

    fn same_act(&self, said: &Proposition, told: &Proposition) -> bool {
        if said.flags.has(Flags::NEGATED) != told.flags.has(Flags::NEGATED) {
            return false;
        }
        let made = |word: &Word| self.grammar.lexicons().has_role(&word.form, WordRole::Made);
        match (&said.predicate, &told.predicate) {
            (Some(said), Some(told)) => {
                let (known, lexicons) = (self.grammar.known(), self.grammar.lexicons());
                let delivers = lexicons
                    .classes(&told.form)
                    .intersects(known.deliverable.union(known.completion));
                said.near(told, lexicons)
                    || (made(said) && delivers)
                    || (lexicons.has_role(&said.form, WordRole::AtWork)
                        && lexicons.has_role(&told.form, WordRole::BroughtIn))
            }
            (Some(said), None) => made(said),
            (None, None) => true,
            (None, Some(_)) => false,
        }
    }

    /// Whether the thing itself that the outcome speaks of is the target's.
    fn same_things(&self, member: Option<&Vec<Word>>, told: &Proposition) -> bool {
        let among = |word: &Word, pool: &[&Word]| self.among(word, pool);
        if let Some(head) = member.and_then(|member| head(member)) {
            // What the target leaves to its title or to another unit need not be named in it.
            let elsewhere = told.objects.is_empty()
                && (among(head, &self.title) || self.units.iter().any(|s| among(head, &s.words)));
            let lexicons = self.grammar.lexicons();
            let mut told = told.arguments().chain(told.predicate.as_ref());
            return told.any(|word| word.same(head, lexicons)) || elsewhere;
        }
        true
    }

    /// Whether a unit of the target speaks of what a proposition of the outcome is about.
    fn is_about(&self, said: &Proposition, member: Option<&Vec<Word>>, side: &Side<'_>) -> bool {
        let among = |word: &Word, pool: &[&Word]| self.among(word, pool);
        let own: Vec<&Word> = member
            .into_iter()
            .flatten()
            .chain(&said.rest)
            .filter(|word| !word.generic && word.sort != Sort::Suffix)
            .collect();
        let (mut told_here, mut known) = (0, 0);
        for word in &own {
            let told = among(word, &side.words);
            told_here += usize::from(told);
            known += usize::from(told || among(word, &self.title));
        }
        own.is_empty() || (told_here > 0 && known * 5 >= own.len() * 3)
    }

    /// Whether a noun ends in a word for people.
    fn names_people(&self, name: &str) -> bool {
        self.grammar.lexicons().ends_in_role(name, WordRole::People)
    }

    fn among(&self, word: &Word, pool: &[&Word]) -> bool {
        pool.iter().any(|other| other.same(word, self.grammar.lexicons()))
    }

    /// Whether people that the target does not speak of do it themselves.
    fn is_by_others(&self, unit: &Unit, said: &Proposition, side: &Side<'_>) -> bool {
        let Some(subject) = unit.clauses.get(said.clause).and_then(|c| c.subject.as_ref()) else {
            return false;
        };
        let name = unit.words(subject.tokens.clone());
        !said.flags.has(Flags::PASSIVE)
            && self.names_people(name)
            && !side.unit.text().contains(name)
    }
}

/// The word for the thing itself.
fn head(member: &[Word]) -> Option<&Word> {
    member.iter().rfind(|word| !word.generic && word.sort != Sort::Suffix).or_else(|| member.last())
}

/// A figure's number and unit.
fn number<'u>(unit: &'u Unit, start: usize, counter: &'u str) -> (&'u str, &'u str) {
    let rest = unit.text().get(start..).unwrap_or_default();
    let end = rest.find(|c: char| !c.is_ascii_digit() && !",.万億千百".contains(c));
    (rest.get(..end.unwrap_or(rest.len())).unwrap_or_default(), counter)
}
