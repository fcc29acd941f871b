//! The syntax tree of a pattern, names resolved.

use std::ops::Range;

use super::{LexiconId, PosId};

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// One morpheme of this base form, and of one of these parts of speech if given.
    Word(Box<str>, Option<PosSet>),
    /// Morphemes that make up this text, the last of one of these parts of speech if given.
    Surface(Box<str>, Option<PosSet>),
    /// One morpheme of one of these parts of speech.
    Pos(PosSet),
    /// An entry of a lexicon.
    Lexicon(LexiconId),
    /// At most so many morphemes.
    Gap(u8),
    /// The start of the unit or of a clause.
    Start,
    /// The end of the unit or of a clause.
    End,
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of several, each with its range of bytes in the source.
    Choice(Vec<(Range<usize>, Node)>),
    /// Once or not at all.
    Optional(Box<Node>),
    /// Any number of times.
    Star(Box<Node>),
    /// The part to report.
    Mark(Box<Node>),
}

/// A set of parts of speech: a test of one bit for each morpheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PosSet([u64; 4]);

impl PosSet {
    /// Whether the set holds `pos`.
    pub(super) fn contains(&self, pos: PosId) -> bool {
        self.0[usize::from(pos / 64)] >> (pos % 64) & 1 == 1
    }

    /// Whether the set holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.0 == [0; 4]
    }
}

impl FromIterator<PosId> for PosSet {
    fn from_iter<I: IntoIterator<Item = PosId>>(ids: I) -> Self {
        let mut set = Self::default();
        for pos in ids {
            set.0[usize::from(pos / 64)] |= 1 << (pos % 64);
        }
        set
    }
}
