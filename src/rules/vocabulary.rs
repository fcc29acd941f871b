//! What the pattern language needs to know of dictionary and lexicons, and a unit as its tokens.

use super::pattern::{LexiconId, PosId, Signature, Tokens, Vocabulary};
use crate::language::dictionary::Pos;
use crate::language::{Grammar, Unit};

impl Vocabulary for Grammar {
    fn parts_of_speech(&self) -> Vec<(PosId, &str)> {
        Pos::all()
            .map(|pos| (PosId::try_from(pos.index()).unwrap_or(PosId::MAX), pos.name()))
            .collect()
    }

    fn lexicon(&self, name: &str) -> Option<LexiconId> {
        let number = self.lexicons().names().iter().position(|known| *known == name)?;
        u32::try_from(number).ok().map(LexiconId)
    }

    fn lexicon_names(&self) -> Vec<&str> {
        self.lexicons().names().to_vec()
    }

    fn holds_base_form(&self, word: &str) -> bool {
        self.analyzer().knows_base_form(word)
    }
}

/// A unit as the pattern language sees it.
pub struct UnitTokens<'a> {
    /// The grammar that analysed it.
    pub grammar: &'a Grammar,
    /// The unit.
    pub unit: &'a Unit,
    /// The signature of its words; none where nobody cares for speed.
    pub signature: Option<&'a Signature>,
}

impl Tokens for UnitTokens<'_> {
    fn signature(&self) -> Option<&Signature> {
        self.signature
    }

    fn len(&self) -> usize {
        self.unit.tokens.len()
    }

    fn surface(&self, index: usize) -> &str {
        self.unit.tokens.get(index).map_or("", |token| token.surface(self.unit.text()))
    }

    fn base(&self, index: usize) -> &str {
        self.unit.tokens.get(index).map_or("", |token| token.base(self.unit.text()))
    }

    fn pos(&self, index: usize) -> PosId {
        self.unit
            .tokens
            .get(index)
            .and_then(|token| PosId::try_from(token.pos.index()).ok())
            .unwrap_or(PosId::MAX)
    }

    fn clause_start(&self, index: usize) -> bool {
        self.unit.clauses.iter().any(|clause| {
            self.unit.phrases.get(clause.phrases.start).is_some_and(|p| p.content.start == index)
        })
    }

    fn clause_end(&self, index: usize) -> bool {
        self.unit.clauses.iter().any(|clause| clause.span.end == index + 1)
    }

    fn lexicon_ends(&self, lexicon: LexiconId, index: usize, ends: &mut Vec<usize>) {
        let lexicons = self.grammar.lexicons();
        let class = lexicons.class_number(lexicon.0);
        let text = self.unit.text();
        let Some(first) = self.unit.tokens.get(index) else { return };
        let words = [first.surface(text), first.base(text)];
        if !words.iter().any(|word| lexicons.may_begin_as(lexicon.0, word)) {
            return;
        }
        if lexicons.numbered(first.entry).classes.intersects(class) {
            ends.push(index + 1);
        }
        let start = first.start;
        let mut key = String::new();
        for (end, token) in self.unit.tokens.iter().enumerate().skip(index + 1).take(11) {
            let before_last = text.get(start..token.start).unwrap_or_default();
            // What stands before the last word does so in the entry.
            if !lexicons.may_begin_with(before_last) {
                break;
            }
            key.clear();
            key.push_str(before_last);
            key.push_str(token.base(text));
            if lexicons.classes(&key).intersects(class) {
                ends.push(end + 1);
            }
            if key.chars().count() > lexicons.longest() {
                break;
            }
        }
    }
}
