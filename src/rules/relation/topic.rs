//! What a text is about, and whether another one is about something of it.
//!
//! Two texts have a topic in common by a word, by a near-synonym, or by a part or kind of it. Words
//! that fit any topic tell nothing: 推進 and 充実, 市民 and 地域.

use std::ops::Range;

use crate::language::content::{Sort, Word};
use crate::language::lexicon::{Classes, Lexicons, WordRole};
use crate::language::{Grammar, Token, Unit};

/// Words of two texts by which they have a topic in common.
pub type Common<'t> = (&'t str, &'t str);

/// How far two words may lie from each other and still belong together.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// Siblings are parts of one topic of no more than so many parts.
    pub siblings: u16,
    /// What is part of topics in more fields of administration than that tells none.
    pub generality: usize,
    /// A kanji that no more words of the lexicons are written with ties words together.
    pub kanji: u16,
    /// Whether also the topic itself counts where a part of it was meant.
    pub wholes: bool,
    /// Whether words that are at home in every topic count like others; else it takes two of them.
    pub everywhere: bool,
}

/// A word or group of words that a lexicon of synonyms or topics holds.
#[derive(Debug)]
struct Term {
    form: String,
    tokens: Range<usize>,
    unit: usize,
    /// An act or a generic word: as a part of a topic it tells something, as a synonym nothing.
    empty: bool,
    /// A state or a relation: it goes with everything.
    state: bool,
    /// A noun that a verb can be made of: it says what is done, and narrows nothing down.
    verbal: bool,
    /// Where a word that narrows it down would begin: 観光案内板, 庁舎の省エネルギー化.
    narrower: (usize, usize),
    /// What is measured (投票率).
    measure: bool,
}

/// The classes whose words tell nothing of a topic, but for those that are of the others too.
#[derive(Clone, Copy, Debug)]
struct Tells {
    nothing: Classes,
    something: Classes,
    measure: Classes,
    state: Classes,
}

/// What a text is about.
#[derive(Debug)]
pub struct Topic<'a> {
    lexicons: &'a Lexicons,
    words: Vec<Word>,
    terms: Vec<Term>,
    /// The nouns that could tell it: unit and token.
    nouns: Vec<(usize, usize)>,
}

impl<'a> Topic<'a> {
    /// What these units are about.
    #[must_use]
    pub fn of(grammar: &'a Grammar, units: &[&Unit]) -> Self {
        let (lexicons, known) = (grammar.lexicons(), grammar.known());
        let directions = known.direction.union(known.effort).union(known.thinking);
        let products = known.deliverable.union(known.completion);
        let acts = known.act.union(known.empty_act).union(known.generic_title);
        let classes = Tells {
            nothing: directions.union(products).union(acts),
            something: known.concrete_act.union(known.event),
            measure: known.measure,
            state: known.people_state.union(known.organisation_state).union(known.relation),
        };
        let mut topic = Self { lexicons, words: Vec::new(), terms: Vec::new(), nouns: Vec::new() };
        for (number, unit) in units.iter().enumerate() {
            let words = grammar.words(unit, 0..unit.tokens.len(), false);
            let first = topic.words.len();
            topic.words.extend(words.into_iter().filter(Self::tells));
            let own = topic.words.get(first..).unwrap_or_default();
            let telling = own.iter().filter(|word| !topic.is_everywhere(word));
            let nouns = telling.filter(|word| word.sort == Sort::Noun);
            let nouns: Vec<(usize, usize)> = nouns.map(|word| (number, word.token)).collect();
            topic.nouns.extend(nouns);
            topic.add_terms(unit, number, classes);
        }
        topic
    }

    fn tells(word: &Word) -> bool {
        !word.generic && !matches!(word.sort, Sort::Figure | Sort::Suffix)
    }

    /// Collects all that the lexicons hold.
    fn add_terms(&mut self, unit: &Unit, number: usize, classes: Tells) {
        for (start, token) in unit.tokens.iter().enumerate() {
            let last = unit.tokens.len().min(start + 6);
            for end in start + 1..=last {
                let form = unit.words(start..end);
                let base = if end == start + 1 { token.base(unit.text()) } else { form };
                let forms = [form, base, self.lexicons.spelling(form)];
                let known = forms.into_iter().find(|form| self.lexicons.kin().holds(form));
                if let Some(form) = known
                    && !self.lexicons.has_role(form, WordRole::Everywhere)
                {
                    let classes_of = self.lexicons.classes(form);
                    let no = unit.tokens.get(end).is_some_and(|t| t.surface(unit.text()) == "の");
                    self.terms.push(Term {
                        form: form.to_owned(),
                        tokens: start..end,
                        unit: number,
                        empty: self.is_empty(form, classes),
                        measure: classes_of.intersects(classes.measure),
                        state: classes_of.intersects(classes.state),
                        verbal: unit.tokens.get(end - 1).is_some_and(Token::is_verbal_noun),
                        narrower: (end, end + usize::from(no)),
                    });
                }
            }
        }
    }

    /// Whether a word is an act that any plan or facility goes through.
    fn is_empty(&self, form: &str, classes: Tells) -> bool {
        let own = self.lexicons.classes(form.strip_suffix("する").unwrap_or(form));
        own.intersects(classes.nothing) && !own.intersects(classes.something)
    }

    /// Whether a unit has a noun by which a topic could be told.
    #[must_use]
    pub fn is_told(&self, unit: usize) -> bool {
        self.nouns.iter().any(|(number, _)| *number == unit)
    }

    /// Whether a unit has a word that is known to belong to a particular topic. That two texts have
    /// nothing in common is worth saying only where it is known what they are about.
    #[must_use]
    pub fn is_known(&self, unit: usize) -> bool {
        self.terms.iter().any(|term| term.unit == unit && self.places(term))
    }

    /// Of a hundred nouns that could tell a topic, how many a lexicon of synonyms or topics knows.
    #[must_use]
    pub fn coverage(&self) -> usize {
        let known = |(unit, token): &&(usize, usize)| {
            self.terms.iter().any(|term| term.unit == *unit && term.tokens.contains(token))
        };
        let known = self.nouns.iter().filter(known).count();
        (known * 100).checked_div(self.nouns.len()).unwrap_or(100)
    }

    fn places(&self, term: &Term) -> bool {
        let kin = self.lexicons.kin();
        let fields = kin.generality(&term.form);
        !term.empty && (kin.is_whole(&term.form) || (1..=3).contains(&fields))
    }

    /// What the two have in common.
    #[must_use]
    pub fn common<'t>(&'t self, other: &'t Self, reach: Reach) -> Option<Common<'t>> {
        self.word(other, reach.everywhere)
            .or_else(|| self.kin(other, reach))
            .or_else(|| self.kanji(other, reach.kanji))
    }

    /// A word in common.
    fn word<'t>(&'t self, other: &'t Self, everywhere: bool) -> Option<Common<'t>> {
        let long = |word: &Word| word.form.chars().count() > 1;
        let counts = |word: &&Word| {
            if everywhere { long(word) } else { !self.is_everywhere(word) }
        };
        let shared = |one: &Word| {
            let same = |other: &&Word| other.alike(one) || begins(one, other) || begins(other, one);
            other.words.iter().find(same).map(|other| &*other.form)
        };
        let pair = |one: &'t Word| Some((&*one.form, shared(one)?));
        self.words.iter().filter(counts).find_map(pair).or_else(|| {
            // 「生活情報」: each is at home everywhere, both together are not.
            let mut weak = self.words.iter().filter(|word| long(word));
            let first = weak.find(|word| shared(word).is_some())?;
            weak.filter(|word| word.key() != first.key()).find_map(pair)
        })
    }

    /// Nouns that are written with a rare kanji in common: 茶 in 一番茶 and 抹茶.
    fn kanji<'t>(&'t self, other: &'t Self, common: u16) -> Option<Common<'t>> {
        let nouns = |words: &'t [Word]| {
            words.iter().filter(|word| word.sort == Sort::Noun && !self.is_everywhere(word))
        };
        nouns(&self.words).find_map(|one| {
            let rare = |c: &char| is_kanji(*c) && self.lexicons.kin().words_with(*c) <= common;
            let rare: Vec<char> = one.form.chars().filter(rare).collect();
            let other = nouns(&other.words).find(|other| other.form.contains(rare.as_slice()))?;
            Some((&*one.form, &*other.form))
        })
    }

    fn is_everywhere(&self, word: &Word) -> bool {
        self.lexicons.has_role(&word.form, WordRole::Everywhere)
            || self.lexicons.has_role(word.key(), WordRole::Everywhere)
    }

    /// A near-synonym, a part or a kind.
    fn kin<'t>(&'t self, other: &'t Self, reach: Reach) -> Option<Common<'t>> {
        self.terms.iter().find_map(|one| {
            let kin = |other: &&Term| self.are_kin(one, other, reach);
            let other = other.terms.iter().find(kin)?;
            Some((one.form.as_str(), other.form.as_str()))
        })
    }

    fn are_kin(&self, one: &Term, other: &Term, reach: Reach) -> bool {
        let kin = self.lexicons.kin();
        let tells = |word: &str| kin.generality(word) <= reach.generality;
        let part = |part: &str, whole: &str| tells(part) && kin.is_part(part, whole);
        // 投票率 is measured where 選挙 is meant.
        let upwards = reach.wholes || one.measure;
        if part(&other.form, &one.form) || (upwards && part(&one.form, &other.form)) {
            return true;
        }
        let telling = |term: &Term| !term.empty && !term.state && tells(&term.form);
        // What has parts of its own is taken up by them, unless wholes count too.
        if (reach.wholes || !kin.is_whole(&one.form))
            && telling(one)
            && telling(other)
            && kin.siblings(&one.form, &other.form).is_some_and(|size| size <= reach.siblings)
        {
            return true;
        }
        // 税収 is 歳入, and 市税 a part of it.
        !one.empty
            && !other.empty
            && (kin.synonymous(&one.form, &other.form)
                || kin.synonyms(&one.form).any(|one| part(&other.form, one)))
    }

    /// Leaves out the terms that lie within a longer one (「こころの健康」 is not 健康), and those that
    /// another one narrows down: the topic of 「観光案内板」 is 案内板, a part of 観光, and not all of 観光.
    #[must_use]
    pub fn narrowed(mut self) -> Self {
        let mut wide = self
            .terms
            .iter()
            .map(|term| self.terms.iter().any(|other| self.is_narrower(other, term)))
            .collect::<Vec<_>>()
            .into_iter();
        self.terms.retain(|_| !wide.next().unwrap_or(false));
        self
    }

    fn is_narrower(&self, part: &Term, whole: &Term) -> bool {
        if part.unit != whole.unit {
            return false;
        }
        if part.tokens.start < whole.tokens.end && whole.tokens.start < part.tokens.end {
            return part.tokens.len() > whole.tokens.len();
        }
        let kin = self.lexicons.kin();
        (whole.narrower.0 == part.tokens.start || whole.narrower.1 == part.tokens.start)
            && !(part.empty || part.state || part.verbal)
            && !kin.synonymous(&part.form, &whole.form)
            && kin.synonyms(&part.form).any(|part| kin.is_part(part, &whole.form))
            && !kin.is_part(&whole.form, &part.form)
    }
}

/// Whether a noun is the beginning of another one: 投票, 投票率.
fn begins(short: &Word, long: &Word) -> bool {
    short.sort == Sort::Noun
        && short.form.chars().count() > 1
        && long.form.starts_with(&*short.form)
}

fn is_kanji(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}
