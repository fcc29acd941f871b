//! How the nouns of a clause belong together: which stand side by side, which describe which, and
//! which name an act.

use std::ops::Range;

use super::dictionary::Pos;
use super::lexicon::WordRole;
use super::phrase::Role;
use super::{Grammar, Unit};

/// A noun phrase, or one of several written with ・ in one phrase.
#[derive(Clone, Debug)]
pub struct Nominal {
    /// Its phrase.
    pub phrase: usize,
    /// Its nouns.
    pub tokens: Range<usize>,
    /// Whether it is the first of its phrase, which is what a の before the phrase belongs to.
    pub first: bool,
}

/// The structure of a clause.
pub struct Structure<'a> {
    /// The grammar.
    pub grammar: &'a Grammar,
    /// The unit.
    pub unit: &'a Unit,
    /// The phrases of the clause.
    pub phrases: Range<usize>,
}

impl Structure<'_> {
    fn role(&self, at: usize) -> Option<Role> {
        self.unit.phrases.get(at).map(|phrase| phrase.role)
    }

    fn governor(&self, at: usize) -> Option<usize> {
        self.unit.phrases.get(at).and_then(|phrase| phrase.governor)
    }

    /// The base form of the last token.
    pub fn last_base(&self, tokens: Range<usize>) -> String {
        tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.unit.tokens.get(last))
            .map_or_else(String::new, |token| token.base(self.unit.text()).to_owned())
    }

    /// Whether a phrase holds nothing but numbers and times.
    pub fn is_numeric(&self, at: usize) -> bool {
        self.unit.phrases.get(at).is_some_and(|phrase| {
            !phrase.predicate
                && phrase
                    .content
                    .clone()
                    .all(|token| self.unit.numeric.get(token).copied().unwrap_or(false))
        })
    }

    /// Whether a phrase tells what for: 「…に向け」「…のため」.
    pub fn tells_aim(&self, at: usize) -> bool {
        let Some(phrase) = self.unit.phrases.get(at) else { return false };
        let after = self.unit.words(phrase.content.end..phrase.end);
        phrase.role == Role::Manner
            && ["に向け", "にむけ", "を目指", "をめざ", "を目的"]
                .iter()
                .any(|aim| after.starts_with(aim))
    }

    /// Whether a phrase tells by what means: 「…により」「…を通じて」.
    pub fn tells_means(&self, at: usize) -> bool {
        let Some(phrase) = self.unit.phrases.get(at) else { return false };
        let after = self.unit.words(phrase.content.end..phrase.end);
        phrase.role == Role::Manner
            && ["により", "によって", "を通じ", "を通し"].iter().any(|by| after.starts_with(by))
    }

    /// The phrases of this role that hang on a phrase, the nearest first.
    pub fn dependents(&self, at: usize, role: Role) -> impl Iterator<Item = usize> + '_ {
        (self.phrases.start..at)
            .rev()
            .filter(move |&p| self.governor(p) == Some(at) && self.role(p) == Some(role))
    }

    /// Whether the token names an act: a verbal noun, or one made by 化.
    pub fn is_act_token(&self, at: usize) -> bool {
        self.is_act(at..at + 1)
    }

    /// Whether a run of nouns names an act or a change.
    pub fn is_act(&self, tokens: Range<usize>) -> bool {
        let Some(last) = tokens.end.checked_sub(1).and_then(|last| self.unit.tokens.get(last))
        else {
            return false;
        };
        let surface = last.surface(self.unit.text());
        if self.grammar.lexicons().has_role(surface, WordRole::Thing) {
            return false;
        }
        let known = self.grammar.known();
        let things = known.document.union(known.tool).union(known.measure).union(known.institution);
        let classes = self.grammar.noun_classes(self.unit, tokens);
        if classes.intersects(known.predicates()) || surface.ends_with("づくり") {
            return !classes.intersects(things);
        }
        classes.is_empty() && last.is_verbal_noun()
    }

    /// Whether the last noun of a phrase names an act.
    pub fn is_act_phrase(&self, at: usize) -> bool {
        self.unit
            .phrases
            .get(at)
            .is_some_and(|phrase| !phrase.predicate && self.is_act(self.nouns(at)))
    }

    /// The nouns of a phrase, without numbers at their end.
    fn nouns(&self, at: usize) -> Range<usize> {
        let Some(phrase) = self.unit.phrases.get(at) else { return 0..0 };
        let numeric =
            |token: &usize| {
                self.unit.numeric.get(*token).copied().unwrap_or(false)
                    || self.unit.tokens.get(*token).is_some_and(|token| {
                        matches!(token.surface(self.unit.text()), "等" | "など")
                    })
            };
        let end = phrase.content.clone().rev().find(|token| !numeric(token));
        phrase.content.start..end.map_or(phrase.content.end, |last| last + 1)
    }

    /// The nouns that stand side by side and end in phrase `at`, in the order of the text.
    pub fn members(&self, at: usize) -> Vec<Nominal> {
        let mut members = Vec::new();
        for phrase in self.phrases.start..at {
            if self.partner(phrase) == Some(at) {
                members.extend(self.members(phrase));
            }
        }
        let nouns = self.nouns(at);
        let mut start = nouns.start;
        let mut first = true;
        for token in nouns.clone() {
            let mark = self.unit.tokens.get(token).is_some_and(|token| {
                token.pos == Pos::SYMBOL && token.surface(self.unit.text()) == "・"
            });
            if mark {
                if start < token {
                    members.push(Nominal { phrase: at, tokens: start..token, first });
                    first = false;
                }
                start = token + 1;
            }
        }
        if start < nouns.end {
            members.push(Nominal { phrase: at, tokens: start..nouns.end, first });
        }
        members
    }

    /// The phrase that a phrase stands side by side with, if it does.
    fn partner(&self, at: usize) -> Option<usize> {
        let phrase = self.unit.phrases.get(at)?;
        let next = at + 1;
        let follows = self.unit.phrases.get(next)?;
        let side = match phrase.role {
            Role::Parallel => true,
            // 「設立（10月）と申請」: after a bracket と is read as a case particle.
            Role::With => !follows.predicate && matches!(follows.role, Role::Of | Role::End),
            Role::Bare => phrase.comma && !follows.predicate && !self.is_numeric(at),
            _ => false,
        };
        // 「公平かつ適正な」 stands before one noun.
        let adjectives = follows.predicate && follows.role == Role::Adnominal;
        if !side || adjectives || !self.phrases.contains(&next) || phrase.predicate {
            return None;
        }
        let nearest = match phrase.role {
            Role::Parallel => self.governor(at)?,
            // Words that describe the next member may stand between.
            _ => (next..self.phrases.end).find(|p| {
                self.unit.phrases.get(*p).is_some_and(|p| {
                    !p.predicate && !matches!(p.role, Role::Manner | Role::Adnominal)
                })
            })?,
        };
        if !self.is_act_phrase(at) {
            return Some(nearest);
        }
        // An act stands beside an act: 「普及と利便性の向上」.
        let own = self.modifiers_of(at).next().is_some();
        let mut candidate = nearest;
        loop {
            let beyond = matches!(self.role(candidate), Some(Role::Of | Role::Relation))
                .then(|| self.governor(candidate))
                .flatten()
                .filter(|beyond| self.phrases.contains(beyond));
            let direction = beyond.is_some_and(|beyond| {
                self.grammar
                    .lexicons()
                    .has_role(self.unit.words(self.nouns(beyond)), WordRole::Direction)
            });
            let act = self.is_act_phrase(candidate);
            match beyond {
                Some(beyond) if !act || (own && !direction && self.is_act_phrase(beyond)) => {
                    candidate = beyond;
                }
                _ => return Some(if self.is_act_phrase(candidate) { candidate } else { nearest }),
            }
        }
    }

    fn modifiers_of(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        (self.phrases.start..at).filter(move |&p| {
            self.governor(p) == Some(at)
                && matches!(self.role(p), Some(Role::Of | Role::Relation | Role::Object))
                && self.partner(p).is_none()
        })
    }

    /// The phrases that belong to a noun by の, への or the like, in the order of the text.
    pub fn modifiers(&self, nominal: &Nominal) -> Vec<usize> {
        if !nominal.first {
            return Vec::new();
        }
        self.modifiers_of(nominal.phrase).collect()
    }

    /// The groups of nouns that stand side by side outside of descriptions.
    pub fn enumerations(&self) -> Vec<Vec<Nominal>> {
        let free = |at: usize| {
            self.partner(at).is_none()
                && self.unit.phrases.get(at).is_some_and(|p| !p.embedded && !p.predicate)
        };
        let groups = self.phrases.clone().filter(|at| free(*at)).map(|at| self.members(at));
        groups.filter(|group| group.len() > 1).collect()
    }
}
