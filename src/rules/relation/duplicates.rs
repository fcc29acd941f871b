//! A title that says no more than a mission (`title/duplicates-mission`).
//!
//! It does so by its words alone: every content word of the title stands in the mission or would fit
//! any title, and the title takes up a whole clause of the mission, that is its predicate with all
//! that it acts on. Leaving out one of several things acted on makes a narrower goal; leaving out
//! what describes them does not.

use std::ops::Range;

use crate::language::content::{Sort, Word};
use crate::language::lexicon::WordRole;
use crate::language::proposition::Proposition;
use crate::language::structure::Structure;
use crate::language::{Grammar, Unit};

/// The mission that a title repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// Which of the missions, from 0.
    pub mission: usize,
    /// The clause of it, in Unicode scalar values of the mission.
    pub range: Range<usize>,
}

/// The first mission that the title repeats, if there is one.
#[must_use]
pub fn duplicates(grammar: &Grammar, title: &[&Unit], missions: &[Vec<Unit>]) -> Option<Duplicate> {
    let words: Vec<&Word> = title.iter().flat_map(|unit| running(grammar, unit)).collect();
    if words.is_empty() {
        return None;
    }
    missions.iter().enumerate().find_map(|(mission, units)| {
        let text = Text::new(grammar, units.iter());
        if !words.iter().all(|word| text.accounts_for(word)) {
            return None;
        }
        let title = Text::new(grammar, title.iter().copied());
        units.iter().find_map(|unit| {
            let clause = taken_up(grammar, unit, &title)?;
            Some(Duplicate { mission, range: unit.positions(clause) })
        })
    })
}

/// The words of the running text, numbers included.
fn running<'u>(grammar: &Grammar, unit: &'u Unit) -> impl Iterator<Item = &'u Word> {
    let phrases = unit.phrases.iter();
    phrases.flat_map(|phrase| grammar.words(unit, phrase.content.clone(), true))
}

/// A text as its words.
struct Text<'a> {
    grammar: &'a Grammar,
    words: Vec<&'a Word>,
    text: String,
}

impl<'a> Text<'a> {
    fn new(grammar: &'a Grammar, units: impl Iterator<Item = &'a Unit> + Clone) -> Self {
        let text = units.clone().map(Unit::text).collect();
        Self { grammar, words: units.flat_map(|unit| running(grammar, unit)).collect(), text }
    }

    fn has(&self, word: &Word) -> bool {
        self.words.iter().any(|own| own.same(word, self.grammar.lexicons()))
            // Where one text has a word that the other has cut in two: 次世代, 次の世代.
            || (word.form.chars().count() > 1 && self.text.contains(&*word.form))
            || word.key().char_indices().skip(1).any(|(at, _)| {
                let (front, back) = word.key().split_at(at);
                let has = |part: &str| self.words.iter().any(|own| own.key() == part);
                has(front) && has(back)
            })
    }

    /// Whether the mission leaves nothing new in a word of the title.
    fn accounts_for(&self, word: &Word) -> bool {
        let free = word.generic && !self.grammar.lexicons().has_role(&word.form, WordRole::OwnWork);
        free || self.has(word)
            || (word.generic
                && self.words.iter().any(|own| own.near(word, self.grammar.lexicons())))
    }
}

/// The tokens of the first clause that the title takes up whole.
fn taken_up(grammar: &Grammar, unit: &Unit, title: &Text<'_>) -> Option<Range<usize>> {
    let propositions = grammar.propositions(unit, true);
    let mut rest = propositions.as_slice();
    while let Some((first, after)) = rest.split_first() {
        // Acts on the same things are one predicate.
        let joined = after.iter().take_while(|next| next.shares).count();
        let (group, others) = rest.split_at(joined + 1);
        if group.iter().all(|proposition| takes_up(grammar, unit, title, proposition)) {
            let start = unit.phrases.get(first.phrases.start)?.content.start;
            let last = group.last().unwrap_or(first);
            let end = unit.phrases.get(last.phrases.end.checked_sub(1)?)?.end;
            return Some(start..end);
        }
        rest = others;
    }
    None
}

/// Whether the title takes up a predicate with all that it acts on.
fn takes_up(grammar: &Grammar, unit: &Unit, title: &Text<'_>, proposition: &Proposition) -> bool {
    let act = proposition.predicate.as_ref();
    if act.is_some_and(|act| !act.generic && !title.has(act)) {
        return false;
    }
    let member = |member: &Vec<Word>| heads(member).iter().all(|word| title.has(word));
    if !proposition.objects.iter().all(member) {
        return false;
    }
    let told = act.into_iter().chain(proposition.objects.iter().flatten());
    if !told.clone().any(|word| title.has(word)) {
        return false;
    }
    // 「道路と河川の安全」: all of them, or none.
    let structure = Structure { grammar, unit, phrases: proposition.phrases.clone() };
    structure.enumerations().iter().all(|members| {
        let taken = members
            .iter()
            .filter(|member| {
                let words = grammar.words(unit, member.tokens.clone(), false);
                heads(&words.cloned().collect::<Vec<_>>()).iter().all(|word| title.has(word))
            })
            .count();
        taken == 0 || taken == members.len()
    })
}

/// The words that a member cannot do without: the last one that tells something, or all where none
/// does.
fn heads(member: &[Word]) -> Vec<&Word> {
    let telling = member.iter().rfind(|word| !word.generic && word.sort != Sort::Suffix);
    telling.map_or_else(|| member.iter().collect(), |word| vec![word])
}
