//! The language of goal sheets: what the words of a unit say, before any rule judges them.
//!
//! A field is split into [`mod@unit`]s; each is analysed once: [`dictionary`] cuts it into morphemes,
//! [`phrase`] groups them and tells what hangs on what, [`predicate`] undoes light verbs, voice and
//! politeness and finds the heads, [`figure`] tells quantities from names that merely hold digits.

mod beginnings;
pub mod character_set;
mod checkable;
pub mod classes;
mod concrete;
pub mod content;
pub mod dictionary;
mod effect;
mod embedded;
pub mod figure;
pub mod kin;
pub mod lexicon;
mod normal;
pub mod phrase;
pub mod predicate;
pub mod proposition;
pub mod structure;
pub mod time;
mod token;
pub mod unit;
mod word_role;

use std::ops::Range;
use std::sync::OnceLock;

use self::classes::Known;
use self::content::Word;
use self::dictionary::Analyzer;
use self::figure::Figure;
use self::lexicon::Lexicons;
use self::normal::Normal;
use self::phrase::Phrase;
use self::predicate::{Clause, Parser};

use self::time::TimeExpression;

pub use self::checkable::Checkable;
pub use self::concrete::Doing;
pub use self::effect::Effect;
pub use self::time::TimeKind;
pub use self::token::{Inside, Token};

/// Everything that analysis needs: dictionary, lexicons, and the classes that grammar knows by name.
pub struct Grammar {
    analyzer: Analyzer,
    lexicons: Lexicons,
    known: Known,
}

impl std::fmt::Debug for Grammar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Grammar").finish_non_exhaustive()
    }
}

impl Grammar {
    /// The grammar with the dictionary and lexicons inside the program.
    #[must_use]
    pub fn built_in() -> Self {
        let lexicons = Lexicons::built_in();
        Self { known: Known::of(&lexicons), analyzer: Analyzer::new(), lexicons }
    }

    /// The classes that grammar knows by name.
    #[must_use]
    pub const fn known(&self) -> &Known {
        &self.known
    }

    /// The lexicons.
    #[must_use]
    pub const fn lexicons(&self) -> &Lexicons {
        &self.lexicons
    }

    /// The dictionary.
    #[must_use]
    pub const fn analyzer(&self) -> &Analyzer {
        &self.analyzer
    }

    /// Analyses a field: its units, in the order of the text.
    #[must_use]
    pub fn analyze(&self, field: &str) -> Vec<Unit> {
        self.cut(field).into_iter().map(|cut| self.unit(cut)).collect()
    }

    /// Analyses several fields.
    ///
    /// All are cut into words before any is analysed further: taking turns, the two would drive each
    /// other out of the processor's caches.
    #[must_use]
    pub fn analyze_all<'t>(&self, fields: impl IntoIterator<Item = &'t str>) -> Vec<Vec<Unit>> {
        let cut: Vec<_> = fields.into_iter().map(|field| self.cut(field)).collect();
        let units = cut.into_iter().map(|units| units.into_iter().map(|unit| self.unit(unit)));
        units.map(Iterator::collect).collect()
    }

    fn cut(&self, field: &str) -> Vec<Cut> {
        let cut = |(range, text): (Range<usize>, &str)| {
            let normal = Normal::new(text, range.start);
            let morphemes = self.analyzer.analyze(&normal.text);
            let tokens = token::tokens(&normal.text, morphemes, &self.lexicons);
            Cut { range, normal, tokens }
        };
        unit::texts(field).map(cut).collect()
    }

    fn unit(&self, Cut { range, normal, tokens }: Cut) -> Unit {
        let text = normal.text.as_str();
        let times = times(text);
        let figures = figure::figures(text, &tokens, &times, &self.lexicons, &self.known);
        let phrases = phrase::phrases(text, &tokens);
        let numeric = numeric(text, &tokens, &figures, &times);
        let clauses = Parser {
            text,
            tokens: &tokens,
            phrases: &phrases,
            lexicons: &self.lexicons,
            figures: &numeric,
            predicates: self.known.predicates(),
            needs: self.known.need,
            judgements: self.known.judgements(),
            judged: self.known.need.union(self.known.verdict),
        }
        .clauses();
        let content = OnceLock::new();
        Unit { range, normal, tokens, phrases, clauses, figures, times, numeric, content }
    }
}

/// A unit cut into words.
struct Cut {
    range: Range<usize>,
    normal: Normal,
    tokens: Vec<Token>,
}

/// For each token whether it only belongs to a figure or a time: the number, its unit, 以上, 年, 末.
fn numeric(text: &str, tokens: &[Token], figures: &[Figure], times: &[Time]) -> Vec<bool> {
    let mut numeric: Vec<bool> =
        tokens.iter().map(|token| matches!(token.surface(text), "→" | "％")).collect();
    let counted = figures.iter().filter(|figure| !figure.name);
    let figures = counted.clone().map(|figure| (figure.start, figure.end));
    let hedges = counted.filter_map(|figure| figure.hedge);
    let times = times.iter().map(|time| (time.start, time.end));
    for (start, end) in figures.chain(hedges).chain(times) {
        let first = tokens.partition_point(|token| token.start < start);
        let within = tokens.iter().zip(&mut numeric).skip(first);
        within.take_while(|(token, _)| token.end <= end).for_each(|(_, numeric)| *numeric = true);
    }
    numeric
}

/// A time in a unit. Positions count bytes of the unit's analysed text.
#[derive(Clone, Debug)]
pub struct Time {
    /// First byte.
    pub start: usize,
    /// After the last byte.
    pub end: usize,
    expression: TimeExpression,
}

impl Time {
    /// What sort of time it is.
    #[must_use]
    pub const fn kind(&self) -> TimeKind {
        self.expression.kind
    }

    /// Whether it says by when or when.
    #[must_use]
    pub const fn is_date(&self) -> bool {
        self.expression.is_date()
    }

    /// Whether it only tells the day that a figure refers to.
    #[must_use]
    pub const fn is_reference(&self) -> bool {
        self.expression.reference
    }
}

/// The times of a unit's text.
fn times(text: &str) -> Vec<Time> {
    let found = time::find_times(text);
    if found.is_empty() {
        return Vec::new();
    }
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let byte = |character: usize| bytes.get(character).copied().unwrap_or(text.len());
    found
        .into_iter()
        .map(|expression| Time {
            start: byte(expression.span.start),
            end: byte(expression.span.end),
            expression,
        })
        .collect()
}

/// A sentence or bullet with all that grammar tells of it. Token, phrase and clause numbers refer to
/// the lists of the unit.
#[derive(Debug)]
pub struct Unit {
    /// Where the unit stands in its field, in Unicode scalar values.
    pub range: Range<usize>,
    normal: Normal,
    /// Its words.
    pub tokens: Vec<Token>,
    /// Its phrases.
    pub phrases: Vec<Phrase>,
    /// Its clauses; the last one governs.
    pub clauses: Vec<Clause>,
    /// Its numbers.
    pub figures: Vec<Figure>,
    /// Its times.
    pub times: Vec<Time>,
    /// For each token, whether it only belongs to a figure or a time.
    pub numeric: Vec<bool>,
    /// Its content words once somebody asked for any.
    content: OnceLock<Vec<Word>>,
}

impl Unit {
    /// The text as it was analysed: width folded, line breaks removed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.normal.text
    }

    /// The words of a range of tokens.
    #[must_use]
    pub fn words(&self, tokens: Range<usize>) -> &str {
        let (start, end) = self.bytes(tokens);
        self.text().get(start..end).unwrap_or_default()
    }

    /// The positions in the field (Unicode scalar values) of a range of tokens.
    #[must_use]
    pub fn positions(&self, tokens: Range<usize>) -> Range<usize> {
        let (start, end) = self.bytes(tokens);
        self.positions_of_bytes(start, end)
    }

    /// The positions in the field (Unicode scalar values) of a range of bytes of the analysed text.
    #[must_use]
    pub fn positions_of_bytes(&self, start: usize, end: usize) -> Range<usize> {
        let last = self.text().get(..end).and_then(|text| text.char_indices().next_back());
        let end = last.map_or(self.range.start, |(at, _)| self.normal.position(at) + 1);
        let start = self.normal.position(start);
        start..end.max(start)
    }

    fn bytes(&self, tokens: Range<usize>) -> (usize, usize) {
        let start = self.tokens.get(tokens.start).map_or(self.text().len(), |token| token.start);
        let end = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.end);
        (start, end.max(start))
    }
}
