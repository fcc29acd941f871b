//! What a text is about, and whether another one is about something of it.
//!
//! Two texts have a topic in common by a word, by a near-synonym, or by a part or kind of it. Words
//! that fit any topic tell nothing: 推進 and 充実, 市民 and 地域.

use std::cell::OnceCell;
use std::ops::Range;

use crate::language::classes::Known;
use crate::language::content::{Sort, Word};
use crate::language::kin::Ties;
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
struct Term<'a> {
    form: &'a str,
    ties: Ties<'a>,
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

/// A content word.
#[derive(Clone, Copy, Debug)]
struct Telling<'a> {
    word: &'a Word,
    unit: usize,
}

impl Telling<'_> {
    /// Whether it is a noun by which a topic could be told.
    fn is_noun(&self) -> bool {
        !self.word.everywhere && self.word.sort == Sort::Noun
    }
}

/// The classes whose words tell nothing of a topic, but for those that are of the others too.
#[derive(Clone, Copy, Debug)]
struct Tells {
    nothing: Classes,
    something: Classes,
    measure: Classes,
    state: Classes,
}

impl Tells {
    fn of(known: &Known) -> Self {
        let directions = known.direction.union(known.effort).union(known.thinking);
        let products = known.deliverable.union(known.completion);
        let acts = known.act.union(known.empty_act).union(known.generic_title);
        Self {
            nothing: directions.union(products).union(acts),
            something: known.concrete_act.union(known.event),
            measure: known.measure,
            state: known.people_state.union(known.organisation_state).union(known.relation),
        }
    }
}

/// What a text is about.
#[derive(Debug)]
pub struct Topic<'a> {
    grammar: &'a Grammar,
    units: &'a [&'a Unit],
    words: Vec<Telling<'a>>,
    /// Whether only what distinguishes it counts.
    narrow: bool,
    /// Read when first asked: most texts have a plain word in common.
    terms: OnceCell<Vec<Term<'a>>>,
}

impl<'a> Topic<'a> {
    /// What these units are about.
    #[must_use]
    pub fn of(grammar: &'a Grammar, units: &'a [&'a Unit]) -> Self {
        let words = units.iter().enumerate().flat_map(|(number, unit)| {
            let words = grammar.words(unit, 0..unit.tokens.len(), false);
            words.filter(|word| Self::tells(word)).map(move |word| Telling { unit: number, word })
        });
        Self { grammar, units, words: words.collect(), narrow: false, terms: OnceCell::new() }
    }

    /// Leaves out the terms that lie within a longer one (「こころの健康」 is not 健康), and those that
    /// another one narrows down: the topic of 「観光案内板」 is 案内板, a part of 観光, and not all of 観光.
    #[must_use]
    pub fn narrowed(self) -> Self {
        Self { narrow: true, ..self }
    }

    fn tells(word: &Word) -> bool {
        !word.generic && !matches!(word.sort, Sort::Figure | Sort::Suffix)
    }

    /// All that the lexicons hold.
    fn terms(&self) -> &[Term<'a>] {
        self.terms.get_or_init(|| {
            let classes = Tells::of(self.grammar.known());
            let mut terms = Vec::new();
            for (number, unit) in self.units.iter().enumerate() {
                self.add_terms(unit, number, classes, &mut terms);
            }
            if self.narrow { narrowed(terms) } else { terms }
        })
    }

    fn add_terms(&self, unit: &'a Unit, number: usize, classes: Tells, terms: &mut Vec<Term<'a>>) {
        let lexicons = self.grammar.lexicons();
        let kin = lexicons.kin();
        for (start, token) in unit.tokens.iter().enumerate().filter(|(_, token)| {
            !token.pos.is_particle() && !token.pos.is_symbol() && !token.pos.is_auxiliary()
        }) {
            let last = unit.tokens.len().min(start + 6);
            for end in start + 1..=last {
                let form = unit.words(start..end);
                if form.len() > kin.longest() {
                    break;
                }
                if end == start + 2 && !kin.may_begin_with(form) {
                    break; // Neither this word nor a longer one that begins here.
                }
                let of = |form: &'a str| Some((form, kin.ties(form)?));
                let base = (end == start + 1).then(|| token.base(unit.text()));
                let known = of(form)
                    .or_else(|| of(base.filter(|base| *base != form)?))
                    .or_else(|| of(Some(lexicons.spelling(form)).filter(|usual| *usual != form)?));
                if let Some((form, ties)) = known
                    && !lexicons.has_role(form, WordRole::Everywhere)
                {
                    let classes_of = lexicons.classes(form);
                    let no = unit.tokens.get(end).is_some_and(|t| t.surface(unit.text()) == "の");
                    terms.push(Term {
                        form,
                        ties,
                        tokens: start..end,
                        unit: number,
                        empty: is_empty(form, classes, lexicons),
                        measure: classes_of.intersects(classes.measure),
                        state: classes_of.intersects(classes.state),
                        verbal: unit.tokens.get(end - 1).is_some_and(Token::is_verbal_noun),
                        narrower: (end, end + usize::from(no)),
                    });
                }
            }
        }
    }

    /// Whether a unit has a noun by which a topic could be told.
    #[must_use]
    pub fn is_told(&self, unit: usize) -> bool {
        self.words.iter().any(|word| word.unit == unit && word.is_noun())
    }

    /// Whether a unit has a word that is known to belong to a particular topic. That two texts have
    /// nothing in common is worth saying only where it is known what they are about.
    #[must_use]
    pub fn is_known(&self, unit: usize) -> bool {
        self.terms().iter().any(|term| term.unit == unit && Self::places(term))
    }

    /// Of a hundred nouns that could tell a topic, how many a lexicon of synonyms or topics knows.
    #[must_use]
    pub fn coverage(&self) -> usize {
        let nouns = || self.words.iter().filter(|word| word.is_noun());
        let known = |noun: &&Telling<'_>| {
            let holds =
                |term: &Term<'_>| term.unit == noun.unit && term.tokens.contains(&noun.word.token);
            self.terms().iter().any(holds)
        };
        (nouns().filter(known).count() * 100).checked_div(nouns().count()).unwrap_or(100)
    }

    fn places(term: &Term<'_>) -> bool {
        !term.empty && (term.ties.is_whole() || (1..=3).contains(&term.ties.generality))
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
        let long = |own: &&Telling<'_>| own.word.form.chars().count() > 1;
        let counts = |own: &&Telling<'_>| if everywhere { long(own) } else { !own.word.everywhere };
        let pair = |own: &'t Telling<'_>| {
            let one = &own.word;
            let same = |other: &&Telling<'_>| {
                let other = &other.word;
                other.alike(one) || begins(one, other) || begins(other, one)
            };
            Some((&*one.form, &*other.words.iter().find(same)?.word.form))
        };
        self.words.iter().filter(counts).find_map(pair).or_else(|| {
            // 「生活情報」: each is at home everywhere, both together are not.
            let mut weak = self.words.iter().filter(long);
            let first = weak.find(|own| pair(own).is_some())?;
            weak.filter(|own| own.word.key() != first.word.key()).find_map(pair)
        })
    }

    /// Nouns that are written with a rare kanji in common: 茶 in 一番茶 and 抹茶.
    fn kanji<'t>(&'t self, other: &'t Self, common: u16) -> Option<Common<'t>> {
        let kin = self.grammar.lexicons().kin();
        self.nouns().find_map(|one| {
            let rare = |c: &char| is_kanji(*c) && kin.words_with(*c) <= common;
            let rare: Vec<char> = one.chars().filter(rare).collect();
            Some((one, other.nouns().find(|other| other.contains(rare.as_slice()))?))
        })
    }

    fn nouns(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|own| own.is_noun()).map(|own| &*own.word.form)
    }

    /// A near-synonym, a part or a kind.
    fn kin<'t>(&'t self, other: &'t Self, reach: Reach) -> Option<Common<'t>> {
        self.terms().iter().find_map(|one| {
            let kin = |other: &&Term<'_>| self.are_kin(one, other, reach);
            let other = other.terms().iter().find(kin)?;
            Some((one.form, other.form))
        })
    }

    fn are_kin(&self, one: &Term<'_>, other: &Term<'_>, reach: Reach) -> bool {
        let tells = |term: &Term<'_>| term.ties.generality <= reach.generality;
        let (ties, others) = (&one.ties, &other.ties);
        // 投票率 is measured where 選挙 is meant.
        let upwards = reach.wholes || one.measure;
        if tells(other) && others.is_part_of(ties)
            || upwards && tells(one) && ties.is_part_of(others)
        {
            return true;
        }
        let telling = |term: &Term<'_>| !term.empty && !term.state && tells(term);
        // What has parts of its own is taken up by them, unless wholes count too.
        if (reach.wholes || !ties.is_whole())
            && telling(one)
            && telling(other)
            && self
                .grammar
                .lexicons()
                .kin()
                .siblings(ties, others)
                .is_some_and(|size| size <= reach.siblings)
        {
            return true;
        }
        // 税収 is 歳入, and 市税 a part of it.
        !one.empty
            && !other.empty
            && (one.form == other.form
                || ties.is_synonymous(others)
                || tells(other) && others.is_part_of_akin(ties))
    }
}

/// Leaves out the terms that another one narrows down.
fn narrowed(mut terms: Vec<Term<'_>>) -> Vec<Term<'_>> {
    let wide: Vec<bool> =
        terms.iter().map(|term| terms.iter().any(|other| is_narrower(other, term))).collect();
    let mut wide = wide.into_iter();
    terms.retain(|_| !wide.next().unwrap_or(false));
    terms
}

/// Whether a word is an act that any plan or facility goes through.
fn is_empty(form: &str, classes: Tells, lexicons: &Lexicons) -> bool {
    let own = lexicons.classes(form.strip_suffix("する").unwrap_or(form));
    own.intersects(classes.nothing) && !own.intersects(classes.something)
}

fn is_narrower(part: &Term<'_>, whole: &Term<'_>) -> bool {
    if part.unit != whole.unit {
        return false;
    }
    if part.tokens.start < whole.tokens.end && whole.tokens.start < part.tokens.end {
        return part.tokens.len() > whole.tokens.len();
    }
    (whole.narrower.0 == part.tokens.start || whole.narrower.1 == part.tokens.start)
        && !(part.empty || part.state || part.verbal)
        && !part.ties.is_synonymous(&whole.ties)
        && part.ties.is_akin_to_part_of(&whole.ties)
        && !whole.ties.is_part_of(&part.ties)
}

/// Whether a noun is the beginning of another one: 投票, 投票率.
fn begins(short: &Word, long: &Word) -> bool {
    long.begins_with(short) && short.sort == Sort::Noun && short.form.chars().count() > 1
}

fn is_kanji(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}
