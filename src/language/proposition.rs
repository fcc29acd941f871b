//! Propositions: what a clause says is done or happens, to what, with its wording undone.
//!
//! 「計画を策定する」「計画策定を行う」「計画が策定されている」「計画の策定が完了した状態」 are one
//! proposition: 策定, of 計画. Verbs that only say how an act is gone about (図る, 推進する) or that it
//! is over (終わる, 完了する) give way to the act itself where there is one; a clause of several acts
//! (「交流の活性化と体制の充実を図る」) is several propositions.

mod reader;

use std::ops::Range;

use self::reader::Reader;
use super::content::Word;
use super::phrase::{Flags, Link};
use super::predicate::Clause;
use super::structure::Structure;
use super::{Grammar, Unit};

/// One act or change, and what it is done to.
#[derive(Clone, Debug)]
pub struct Proposition {
    /// The act or change; `None` for a bare thing (「標準仕様との差異一覧」).
    pub predicate: Option<Word>,
    /// Whether a word of finishing was undone (終わる, 完了): the act is over.
    pub finished: bool,
    /// The members of what it is done to, each with its words; the last word is the thing itself.
    pub objects: Vec<Vec<Word>>,
    /// The other content words: whose, where, how, and what describes the objects.
    pub rest: Vec<Word>,
    /// Whether it takes its objects from the proposition before it: 「道路の整備と維持管理」.
    pub shares: bool,
    /// Its clause.
    pub clause: usize,
    /// What the function words of the predicate say.
    pub flags: Flags,
    /// The phrases that belong to it.
    pub phrases: Range<usize>,
    /// The tokens of its predicate, or of the thing where there is none.
    pub tokens: Range<usize>,
}

impl Proposition {
    /// All its words but the predicate.
    pub fn arguments(&self) -> impl Iterator<Item = &Word> {
        self.objects.iter().flatten().chain(&self.rest)
    }
}

impl Grammar {
    /// The propositions of a unit's clauses, clause by clause. With `all` also those of clauses that
    /// only name an aim (「…を目指し、」) and of nouns that name a means (「維持補修により、」).
    #[must_use]
    pub fn propositions(&self, unit: &Unit, all: bool) -> Vec<Proposition> {
        let mut found = Vec::new();
        for (number, clause) in unit.clauses.iter().enumerate() {
            if all || !self.is_aim(unit, clause) {
                found.extend(self.clause_propositions(unit, number, clause, all));
            }
        }
        found
    }

    /// Whether a clause only tells what for: 「…するため、」「…を目指し、」.
    #[must_use]
    pub fn is_aim(&self, unit: &Unit, clause: &Clause) -> bool {
        match clause.link {
            Some(Link::Aim) => true,
            Some(_) => clause
                .phrases
                .end
                .checked_sub(1)
                .and_then(|last| unit.phrases.get(last))
                .is_some_and(|last| {
                    let words = self.words(unit, last.content.clone(), false);
                    words.last().is_some_and(|word| matches!(word.key(), "目指" | "狙" | "志"))
                }),
            None => false,
        }
    }

    fn clause_propositions(
        &self,
        unit: &Unit,
        number: usize,
        clause: &Clause,
        means: bool,
    ) -> Vec<Proposition> {
        let structure = Structure { grammar: self, unit, phrases: clause.phrases.clone() };
        let mut reader = Reader {
            grammar: self,
            unit,
            structure,
            clause: number,
            finished: false,
            found: Vec::new(),
        };
        for at in clause.phrases.clone().filter(|_| means) {
            if reader.structure.tells_means(at) && reader.structure.is_act_phrase(at) {
                reader.nominals(at, Flags::default(), 0);
                reader.finished = false;
            }
        }
        // A figure or a date at the end (「…の公表 9月」) is no predicate.
        let mut last = clause.phrases.end.saturating_sub(1);
        while last > clause.phrases.start && reader.structure.is_numeric(last) {
            last -= 1;
        }
        reader.read(last, unit.phrases.get(last).map_or_else(Flags::default, |p| p.flags), 0);
        reader.found
    }
}
