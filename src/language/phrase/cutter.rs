//! Walks over the running text and cuts it into phrases.

use std::ops::Range;

use super::super::dictionary::Pos;
use super::super::token::{Inside, Token};
use super::{Flags, Phrase, Role};

/// Walks over the tokens of the running text. `at` and all lookups count tokens of that list.
pub(super) struct Cutter<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) running: &'a [usize],
    pub(super) at: usize,
    pub(super) phrases: Vec<Phrase>,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], running: &'a [usize]) -> Self {
        Self { text, tokens, running, at: 0, phrases: Vec::with_capacity(running.len() / 2) }
    }

    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(*self.running.get(at)?)
    }

    pub(super) fn surface(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.surface(self.text))
    }

    pub(super) fn base(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.base(self.text))
    }

    pub(super) fn pos(&self, at: usize) -> Option<Pos> {
        self.token(at).map(|token| token.pos)
    }

    /// The number of a token in the unit; past the end, the one after the last.
    pub(super) fn index(&self, at: usize) -> usize {
        self.running.get(at).copied().unwrap_or(self.tokens.len())
    }

    /// Whether brackets that are no part of the running text stand before the token.
    pub(super) fn aside_between(&self, at: usize) -> bool {
        self.index(at) > self.index(at - 1) + 1
    }

    pub(super) fn quoted(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.inside == Inside::Quote)
    }

    pub(super) fn cut(mut self) -> Vec<Phrase> {
        while self.at < self.running.len() {
            if self.is_nominal(self.at) || self.is_verb_as_noun(self.at) {
                self.noun();
            } else if self.base(self.at) == "引き続く" && self.surface(self.at) == "引き続き"
            {
                self.adverb();
            } else {
                match self.pos(self.at) {
                    Some(
                        Pos::VERB | Pos::ADJECTIVE | Pos::VERB_DEPENDENT | Pos::ADJECTIVE_DEPENDENT,
                    ) => {
                        let start = self.at;
                        self.at += 1;
                        self.compound_verb();
                        self.predicate(start);
                    }
                    Some(
                        Pos::ADVERB | Pos::ADVERB_PARTICLE | Pos::ADNOMINAL | Pos::PREFIX_VERB,
                    ) => self.adverb(),
                    _ => self.at += 1,
                }
            }
        }
        if let Some(last) = self.phrases.last_mut() {
            last.role = Role::End;
        }
        self.phrases
    }

    /// Takes in the second half of a compound verb that the dictionary does not know: 聴き取る.
    fn compound_verb(&mut self) {
        let first = self.token(self.at - 1);
        let joined = first.zip(self.token(self.at)).is_some_and(|(first, second)| {
            first.pos == Pos::VERB
                && second.pos == Pos::VERB
                && first.form.is_continuative()
                && first.end == second.start
                && !matches!(second.base(self.text), "する" | "なる" | "ある" | "できる")
        });
        self.at += usize::from(joined);
    }

    /// Whether the token belongs to a run of nouns.
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        if self.quoted(at) {
            return true;
        }
        let Some(token) = self.token(at) else { return false };
        match token.pos {
            Pos::NOUN_DEPENDENT_AUXILIARY | Pos::NOUN_SPECIAL_AUXILIARY => false,
            Pos::PREFIX_NOUN | Pos::PREFIX_NUMBER => true,
            Pos::SYMBOL | Pos::SYMBOL_ALPHABET => {
                let surface = token.surface(self.text);
                let joins = matches!(
                    surface,
                    "・" | "," | "." | "／" | "〜" | "→" | "−" | "－" | "＋" | "％" | "℃"
                ) || surface.chars().all(char::is_alphanumeric);
                joins && (surface != "・" || at > 0)
            }
            pos => pos.is_noun(),
        }
    }

    /// Whether a verb stands as a noun: 「献立のねらいを載せる」「にぎわいの呼び戻し」.
    fn is_verb_as_noun(&self, at: usize) -> bool {
        let continuative = self
            .token(at)
            .is_some_and(|token| token.pos == Pos::VERB && token.form.is_continuative());
        continuative
            && match self.pos(at + 1) {
                Some(Pos::PARTICLE_CASE) => matches!(self.surface(at + 1), "を" | "が"),
                Some(Pos::PARTICLE_ADNOMINAL) => true,
                None => at > 0 && self.surface(at - 1) == "の",
                _ => false,
            }
    }

    /// A run of nouns with its particles, or the predicate that it is part of.
    fn noun(&mut self) {
        let start = self.at;
        while self.at < self.running.len()
            && (self.is_nominal(self.at) || self.is_verb_as_noun(self.at))
        {
            self.at += 1;
            // A blank ends a word: 「…の公表 9月」.
            let gap = self.token(self.at - 1).zip(self.token(self.at)).is_some_and(|(a, b)| {
                a.end < b.start && !self.quoted(self.at) && !self.aside_between(self.at)
            });
            if gap {
                break;
            }
        }
        if let Some(Pos::VERB) = self.pos(self.at)
            && matches!(
                self.base(self.at),
                "する" | "できる" | "致す" | "いたす" | "為す" | "なさる"
            )
        {
            let potential = self.base(self.at) == "できる";
            self.at += 1;
            self.predicate(start);
            if potential && let Some(last) = self.phrases.last_mut() {
                last.flags.set(Flags::POTENTIAL);
            }
            return;
        }
        let auxiliary = self.pos(self.at) == Some(Pos::AUXILIARY);
        if auxiliary
            && matches!(self.base(self.at), "だ" | "です" | "なり" | "たり" | "らしい" | "である")
        {
            self.predicate(start);
            if let Some(last) = self.phrases.last_mut() {
                last.flags.set(Flags::COPULA);
            }
            return;
        }
        let content = self.span(start);
        let role = self.particles();
        let comma = self.comma();
        self.push(content, false, role, Flags::default(), None, comma);
    }

    /// The tokens from `start` up to here; an aside that follows is not part of them.
    pub(super) fn span(&self, start: usize) -> Range<usize> {
        self.index(start)..self.index(self.at - 1) + 1
    }

    pub(super) fn comma(&mut self) -> bool {
        let comma = self.pos(self.at) == Some(Pos::SYMBOL_COMMA);
        self.at += usize::from(comma);
        comma
    }

    pub(super) fn push(
        &mut self,
        content: Range<usize>,
        predicate: bool,
        role: Role,
        flags: Flags,
        formal: Option<usize>,
        comma: bool,
    ) {
        let end = self.index(self.at - 1 - usize::from(comma)) + 1;
        let end = end.max(content.end);
        self.phrases.push(Phrase {
            content,
            end,
            predicate,
            role,
            flags,
            formal,
            comma,
            governor: None,
            embedded: false,
        });
    }
}
