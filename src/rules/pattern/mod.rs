//! The pattern language of rule files, matched over the morphemes of a unit of text.
//!
//! A pattern is compiled once ([`Pattern::compile`]) and then looked for in any number of units
//! ([`Pattern::find`]). The engine knows neither the analyser nor the dictionary: a unit is
//! anything that implements [`Tokens`], and names are resolved by a [`Vocabulary`].
//!
//! # The language
//!
//! | written | matches | example |
//! |---|---|---|
//! | `語` | one morpheme of this base form | `求める` finds 求めて, 求めた |
//! | `"…"` | this very text, be it one morpheme or several in a row | `"において"`, `"積極的な"` |
//! | `<品詞>` | one morpheme of this part of speech: IPADIC's name, or its beginning up to a `-` | `<名詞-サ変接続>`; `<名詞>` takes in every noun |
//! | `語<品詞>` | both, without a space between; also `"…"<品詞>`, where it is that of the last morpheme | `で<助動詞>` is not the particle で |
//! | `@name` | one entry of a lexicon, be it one morpheme or several in a row | `@need` |
//! | `..3` | a gap of at most three morphemes, whatever they are (1 to 20) | `必要 ..3 ある` |
//! | `^` | no morpheme: the start of the unit or of a clause | `^ 今後` |
//! | `$` | no morpheme: the end of the unit or of a clause | `必要 $` |
//! | `x y` | x, and y right after it | `必要 が ある` |
//! | <code>x \| y</code> | either; reaches as far as the brackets around it, or the pattern | <code>(が \| で) ある \| なる</code> is two alternatives |
//! | `( … )` | a group | <code>必要 (が \| で) ある</code> |
//! | `x?` | x or nothing; binds to the one thing before it | `必要 が? ある`, <code>(が \| で)?</code> |
//! | `x*` | x any number of times, or not at all; binds as `?` does | `<名詞>* 化` |
//! | `[ … ]` | the words to report; without it the whole match is reported | `[必要] な <名詞>` |
//!
//! Spaces separate words and are free everywhere else, with two exceptions: a part of speech
//! stands right at its word (`で<助動詞>` is one morpheme, `で <助動詞>` two), and so does `?` or
//! `*` at what it repeats, though a space there does no harm. Full-width spaces are spaces. Signs
//! are ASCII; their full-width cousins are told as errors, and to match such a character, or any
//! sign of the language, write it as `"（"`.
//!
//! # Which match
//!
//! The leftmost, and of those that start there the longest; the next one is looked for from where
//! the last one ended. If several ways through the pattern lead to the same match, the first
//! alternative in the order of writing counts, `?` and `*` rather take than leave, an entry of a
//! lexicon is rather long, and a gap is rather short. This decides nothing but the place of `[ ]`
//! and the alternatives that [`Pattern::find_traced`] tells.
//!
//! # What is refused
//!
//! Besides unknown names and brackets without a partner: a pattern, a `[ ]` or a repeated part
//! that could match no morpheme at all, `[ ]` twice on one way through the pattern or inside a
//! repetition, and anything that would be too big. [`PatternError`] says which, where and what to
//! do.
//!
//! # Cost
//!
//! All ways through a pattern are followed at once (Pike's simulation of a finite automaton), so
//! that one search takes time proportional to the unit's morphemes times the pattern's length,
//! whatever the pattern.

use std::ops::Range;

pub use error::{PatternError, PatternErrorKind};
pub use prefilter::Signature;

mod error;
mod matcher;
mod parse;
mod prefilter;
mod program;
mod syntax;
#[cfg(test)]
mod tests;

/// The number of a part of speech, chosen by the analyser.
pub type PosId = u8;

/// The number of a lexicon, chosen by whoever keeps them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LexiconId(pub u32);

/// What patterns are matched against: the morphemes of one unit of text.
///
/// Indices are below [`Tokens::len`].
pub trait Tokens {
    /// How many morphemes there are.
    fn len(&self) -> usize;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of a morpheme.
    fn surface(&self, index: usize) -> &str;

    /// The base form of a morpheme.
    fn base(&self, index: usize) -> &str;

    /// The part of speech of a morpheme, as numbered by [`Vocabulary::parts_of_speech`].
    fn pos(&self, index: usize) -> PosId;

    /// Whether a clause starts with this morpheme. The unit's first need not be told.
    fn clause_start(&self, index: usize) -> bool;

    /// Whether a clause ends with this morpheme. The unit's last need not be told.
    fn clause_end(&self, index: usize) -> bool;

    /// The signature of its morphemes, where it is known: it tells quickly that most patterns are not
    /// there.
    fn signature(&self) -> Option<&Signature> {
        None
    }

    /// Appends, for every entry of the lexicon that starts with morpheme `index`, the index after
    /// its last morpheme. The order is free; what is not after `index` or beyond the last morpheme
    /// is ignored.
    fn lexicon_ends(&self, lexicon: LexiconId, index: usize, ends: &mut Vec<usize>);
}

/// What the names in a pattern mean.
pub trait Vocabulary {
    /// Every part of speech with its full name, levels joined by `-`: `名詞-サ変接続`.
    fn parts_of_speech(&self) -> Vec<(PosId, &str)>;

    /// The lexicon of this name.
    fn lexicon(&self, name: &str) -> Option<LexiconId>;

    /// The names of all lexicons, for messages.
    fn lexicon_names(&self) -> Vec<&str>;

    /// Whether any morpheme can have this base form.
    fn holds_base_form(&self, word: &str) -> bool;

    /// The base forms into which the analyser divides a word that [`Vocabulary::holds_base_form`]
    /// denies, for messages; empty if that is not known.
    fn base_forms_of(&self, _word: &str) -> Vec<String> {
        Vec::new()
    }
}

/// Where a pattern matched, in indices of morphemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Everything that the pattern matched; never empty.
    pub whole: Range<usize>,
    /// The part in `[ ]`, to be reported; without one on the way taken, the whole.
    pub marked: Range<usize>,
}

/// A match, and the way through the pattern that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// Where.
    pub found: Match,
    /// The alternatives taken, as indices into [`Pattern::alternatives`]; ascending, each once.
    pub alternatives: Vec<usize>,
}

/// A compiled pattern; see the [module](self) for the language.
#[derive(Clone, Debug)]
pub struct Pattern {
    source: Box<str>,
    program: program::Program,
    /// Every match contains a literal of each.
    required: Vec<Signature>,
    /// Every match begins with one of these; `None` if no such set is known.
    first: Option<Vec<prefilter::Literal>>,
}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    ///
    /// If `source` is not a pattern, or names what the vocabulary does not know.
    pub fn compile(source: &str, vocabulary: &dyn Vocabulary) -> Result<Self, PatternError> {
        let root = parse::parse(source, vocabulary)?;
        let program = program::Program::new(&root)
            .ok_or_else(|| PatternError::new(PatternErrorKind::TooLong, 0..source.len()))?;
        let required = prefilter::required(&root);
        let required = required.iter().map(|set| Signature::of_literals(set)).collect();
        let first = prefilter::first(&root);
        Ok(Self { source: source.into(), program, required, first })
    }

    /// The pattern as it was written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// What stands on either side of every `|`, at the top and in brackets, in the order of
    /// writing: ranges of bytes in [`Pattern::source`]. Empty without a `|`.
    #[must_use]
    pub fn alternatives(&self) -> &[Range<usize>] {
        &self.program.alternatives
    }

    /// The first match.
    #[must_use]
    pub fn find<T: Tokens + ?Sized>(&self, tokens: &T) -> Option<Match> {
        self.search::<_, false>(tokens, 0).map(|traced| traced.found)
    }

    /// All matches from left to right, none overlapping the one before.
    #[must_use]
    pub fn find_all<T: Tokens + ?Sized>(&self, tokens: &T) -> Vec<Match> {
        self.search_all::<_, false>(tokens).map(|traced| traced.found).collect()
    }

    /// The first match, with the alternatives that led to it.
    #[must_use]
    pub fn find_traced<T: Tokens + ?Sized>(&self, tokens: &T) -> Option<Traced> {
        self.search::<_, true>(tokens, 0)
    }

    /// As [`Pattern::find_all`], with the alternatives that led to each match.
    #[must_use]
    pub fn find_all_traced<T: Tokens + ?Sized>(&self, tokens: &T) -> Vec<Traced> {
        self.search_all::<_, true>(tokens).collect()
    }

    fn search_all<T: Tokens + ?Sized, const TRACE: bool>(
        &self,
        tokens: &T,
    ) -> impl Iterator<Item = Traced> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let traced = self.search::<T, TRACE>(tokens, from)?;
            from = traced.found.whole.end;
            Some(traced)
        })
    }

    fn search<T: Tokens + ?Sized, const TRACE: bool>(
        &self,
        tokens: &T,
        from: usize,
    ) -> Option<Traced> {
        let held =
            |signature: &Signature| self.required.iter().all(|set| set.intersects(signature));
        if !tokens.signature().is_none_or(held) {
            return None;
        }
        matcher::search::<T, TRACE>(&self.program, self.first.as_deref(), tokens, from)
    }
}
