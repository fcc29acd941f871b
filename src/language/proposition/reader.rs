//! The walk from the end of a clause inwards, past light words, to the acts it predicates.

use std::ops::Range;

use super::Proposition;
use crate::language::content::{Sort, Word};
use crate::language::lexicon::WordRole;
use crate::language::phrase::{Flags, Role};
use crate::language::structure::{Nominal, Structure};
use crate::language::{Grammar, Unit};

/// Reads the propositions of one clause.
pub(super) struct Reader<'a> {
    pub(super) grammar: &'a Grammar,
    pub(super) unit: &'a Unit,
    pub(super) structure: Structure<'a>,
    pub(super) clause: usize,
    /// Whether a word of finishing was undone on the way.
    pub(super) finished: bool,
    pub(super) found: Vec<Proposition>,
}

impl Reader<'_> {
    fn has_role(&self, word: &str, role: WordRole) -> bool {
        self.grammar.lexicons().has_role(word, role)
    }

    /// Reads what phrase `at` predicates.
    pub(super) fn read(&mut self, at: usize, flags: Flags, depth: usize) {
        let Some(phrase) = self.unit.phrases.get(at) else { return };
        if !phrase.predicate || flags.has(Flags::COPULA) {
            self.nominals(at, flags, depth);
            return;
        }
        if self.idiom(at, flags) {
            return;
        }
        let words: Vec<Word> =
            self.grammar.words(self.unit, phrase.content.clone(), false).cloned().collect();
        let form = words.last().map_or_else(
            || self.structure.last_base(phrase.content.clone()),
            |word| word.form.to_string(),
        );
        let transparent = self.has_role(&form, WordRole::Transparent);
        let finishing = self.has_role(&form, WordRole::Finishing);
        if (transparent || finishing) && depth < 5 && words.len() < 2 {
            let act = self.arguments(at).find(|argument| self.structure.is_act_phrase(*argument));
            if let Some(act) = act {
                self.finished |= finishing;
                let mut flags = flags;
                if form == "できる" {
                    flags.set(Flags::POTENTIAL);
                }
                self.read(act, flags, depth + 1);
                return;
            }
        }
        let predicate = match words.last() {
            Some(last) => last.clone(),
            None => Word::of(&form, phrase.content.start, Sort::Verb, self.grammar.lexicons()),
        };
        let inside = words.get(..words.len().saturating_sub(1)).unwrap_or_default().to_vec();
        let objects = if inside.is_empty() {
            self.object_of(at, flags).map(|object| self.members(object)).unwrap_or_default()
        } else {
            vec![inside]
        };
        let phrases = self.structure.phrases.start..at + 1;
        self.push(Some(predicate), objects, phrases, phrase.content.clone(), flags);
    }

    /// Reads an idiom of completion that holds the phrases before its verb: 「産声を上げる」.
    fn idiom(&mut self, at: usize, flags: Flags) -> bool {
        let completion = self.grammar.known().completion;
        let clause = self.unit.clauses.get(self.clause);
        let Some(head) = clause.and_then(|clause| {
            clause
                .heads
                .iter()
                .find(|head| head.phrase == at && head.classes.intersects(completion))
        }) else {
            return false;
        };
        let starts = |p: &usize| {
            self.unit.phrases.get(*p).is_some_and(|p| p.content.start >= head.tokens.start)
        };
        let Some(first) = self.structure.phrases.clone().find(starts).filter(|p| *p < at) else {
            return false;
        };
        let objects = self
            .arguments(at)
            .find(|argument| *argument < first)
            .map(|object| self.members(object))
            .unwrap_or_default();
        let predicate =
            Word::of(&head.word, head.tokens.start, Sort::Verb, self.grammar.lexicons());
        let phrases = self.structure.phrases.start..first;
        self.push(Some(predicate), objects, phrases, head.tokens.clone(), flags);
        true
    }

    /// The words of each member of what phrase `at` ends.
    fn members(&self, at: usize) -> Vec<Vec<Word>> {
        let members = self.structure.members(at);
        let words = members.iter().map(|member| self.nominal_words(member));
        words.filter(|words| !words.is_empty()).collect()
    }

    /// The arguments of a verb, the likeliest object first.
    fn arguments(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let roles =
            [Role::Object, Role::Subject, Role::Topic, Role::With, Role::Goal, Role::Nominal];
        roles.into_iter().flat_map(move |role| {
            self.structure.dependents(at, role).collect::<Vec<_>>().into_iter()
        })
    }

    /// What the verb at this phrase is done to, or happens to.
    fn object_of(&self, at: usize, flags: Flags) -> Option<usize> {
        let roles: &[Role] = if flags.has(Flags::PASSIVE) {
            &[Role::Subject, Role::Topic, Role::Object, Role::With]
        } else {
            &[Role::Object, Role::Subject, Role::Topic, Role::With, Role::Goal]
        };
        roles.iter().find_map(|role| {
            self.structure.dependents(at, *role).find(|p| !self.structure.is_numeric(*p))
        })
    }

    /// Reads the nouns that stand side by side in phrase `at` and before it.
    pub(super) fn nominals(&mut self, at: usize, flags: Flags, depth: usize) {
        let members = self.structure.members(at);
        let mut from = self.structure.phrases.start;
        let first = self.found.len();
        let many = members.len() > 1;
        for member in members {
            let until = member.phrase + 1;
            self.nominal(&member, from..until, flags, depth);
            // Without an object of its own a later act shares that of the one before it.
            if many && let Some((last, before)) = self.found.split_last_mut() {
                let before = before.get(first..).and_then(<[_]>::last);
                // 維持管理 has none either: its 維持 is an act too.
                let own = last.objects.iter().flatten();
                let bare = own.clone().all(|word| self.structure.is_act_token(word.token))
                    && last.rest.is_empty();
                if let Some(before) = before
                    && bare
                    && last.predicate.is_some()
                {
                    last.objects.extend(before.objects.iter().cloned());
                    last.rest.extend(before.rest.iter().cloned());
                    last.shares = true;
                }
            }
            from = until;
        }
    }

    /// Reads one noun with what belongs to it.
    fn nominal(&mut self, nominal: &Nominal, phrases: Range<usize>, flags: Flags, depth: usize) {
        let words = self.nominal_words(nominal);
        let inner = || {
            self.structure
                .modifiers(nominal)
                .into_iter()
                .rev()
                .find(|of| self.structure.is_act_phrase(*of) && phrases.contains(of))
        };
        let Some((head, rest)) = words.split_last() else { return };
        let (mut head, mut rest) = (head, rest);
        // 補修工事: the act is 補修.
        if let Some((act, before)) = rest.split_last()
            && self.has_role(&head.form, WordRole::ActNoun)
            && self.structure.is_act_token(act.token)
        {
            (head, rest) = (act, before);
        }
        let light = self.has_role(&head.form, WordRole::Transparent);
        let finishing = self.has_role(&head.form, WordRole::Finishing);
        if (light || finishing) && depth < 5 {
            // 「解消の推進」, 「移行完了」.
            if rest.last().is_some_and(|act| self.structure.is_act_token(act.token)) {
                self.finished |= finishing;
                let end = rest.last().map_or(nominal.tokens.end, |act| act.token + 1);
                let inner = Nominal { tokens: nominal.tokens.start..end, ..nominal.clone() };
                self.nominal(&inner, phrases, flags, depth + 1);
                return;
            }
            if rest.is_empty()
                && let Some(act) = inner()
            {
                self.finished |= finishing;
                self.nominals(act, flags, depth + 1);
                return;
            }
        }
        if !self.structure.is_act(nominal.tokens.clone()) {
            self.push(None, vec![words], phrases, nominal.tokens.clone(), flags);
            return;
        }
        let tokens = head.token..head.token + 1;
        let mut objects: Vec<Vec<Word>> = Vec::new();
        if rest.iter().any(|word| word.sort != Sort::Adjective) {
            objects.push(rest.to_vec());
        } else {
            let modifiers = self.structure.modifiers(nominal);
            if let Some(of) = modifiers.into_iter().rev().find(|of| phrases.contains(of)) {
                objects = self.members(of);
            }
        }
        let predicate = head.clone();
        self.push(Some(predicate), objects, phrases, tokens, flags);
    }

    fn nominal_words(&self, nominal: &Nominal) -> Vec<Word> {
        self.grammar.words(self.unit, nominal.tokens.clone(), false).cloned().collect()
    }

    fn push(
        &mut self,
        predicate: Option<Word>,
        objects: Vec<Vec<Word>>,
        phrases: Range<usize>,
        tokens: Range<usize>,
        flags: Flags,
    ) {
        let mut rest = Vec::new();
        for at in phrases.clone() {
            let Some(phrase) = self.unit.phrases.get(at) else { break };
            if self.structure.tells_aim(at) {
                continue;
            }
            for word in self.grammar.words(self.unit, phrase.content.clone(), false) {
                let known = predicate.iter().chain(objects.iter().flatten());
                let mut known = known.map(|known| known.token);
                let light = self.has_role(&word.form, WordRole::Transparent)
                    || self.has_role(&word.form, WordRole::Finishing);
                if !known.any(|token| token == word.token) && !light {
                    rest.push(word.clone());
                }
            }
        }
        self.found.push(Proposition {
            predicate,
            finished: self.finished,
            objects,
            rest,
            shares: false,
            clause: self.clause,
            flags,
            phrases,
            tokens,
        });
    }
}
