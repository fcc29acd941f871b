//! Phrases (文節): a content word with the function words after it, and what it hangs on.
//!
//! This is a shallow analysis made for short official prose. A noun phrase ends in its particles; a
//! predicate phrase takes in everything that only colours it: auxiliaries, て-forms, formal nouns
//! (〜ことができる, 〜ようにする, 〜ところである). Where the real attachment cannot be told without the
//! world, the nearest candidate is taken.

mod attach;
mod cutter;
mod flags;
mod formal;
mod particles;
mod tail;
mod words;

use std::ops::Range;

use self::cutter::Cutter;
use super::token::{Inside, Token};

pub use self::flags::Flags;

/// How a phrase hangs on what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// が.
    Subject,
    /// を.
    Object,
    /// は, も alone.
    Topic,
    /// に, へ.
    Goal,
    /// で.
    By,
    /// と.
    With,
    /// から, より.
    From,
    /// まで.
    Until,
    /// の.
    Of,
    /// A compound before a noun: による, に関する, に向けた, への, での, との.
    Relation,
    /// A compound before a predicate: により, について, に向け, を通じて, を対象に.
    Manner,
    /// と, や, 及び, ・, 、 before another member of an enumeration.
    Parallel,
    /// No particle: an adverbial number or time, or the label before a figure.
    Bare,
    /// A predicate before a noun.
    Adnominal,
    /// A predicate made a noun: 〜することが.
    Nominal,
    /// The end of a clause that another one follows.
    Link(Link),
    /// The end of the unit.
    End,
}

/// How a clause leads on to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// 連用形, て, が, し, とともに …: side by side.
    Side,
    /// ため, ように: the aim, or the cause.
    Aim,
    /// ことにより, ことで: the means.
    Means,
    /// 中, 上で, 際, ば, ので, から …: the circumstances.
    Circumstance,
}

/// A content word with its function words. Ranges count tokens of the unit.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// The content word: a run of nouns, or the verb or adjective with the noun it is made of.
    pub content: Range<usize>,
    /// After the last function word.
    pub end: usize,
    /// Whether it is a predicate by its form.
    pub predicate: bool,
    /// How it hangs on what follows.
    pub role: Role,
    /// What its function words say, for a predicate.
    pub flags: Flags,
    /// The formal noun that a predicate ends in (こと, 状況, ところ).
    pub formal: Option<usize>,
    /// Whether a 、 follows.
    pub comma: bool,
    /// The phrase it hangs on; `None` for the last one.
    pub governor: Option<usize>,
    /// Whether it is part of a clause that only describes a noun, or is made a noun.
    pub embedded: bool,
}

/// Cuts a unit into phrases and hangs each on the one it belongs to.
#[must_use]
pub fn phrases(text: &str, tokens: &[Token]) -> Vec<Phrase> {
    let mut running = Vec::with_capacity(tokens.len());
    running.extend(
        tokens.iter().enumerate().filter(|(_, t)| t.inside != Inside::Aside).map(|(at, _)| at),
    );
    let mut phrases = Cutter::new(text, tokens, &running).cut();
    attach::attach(&mut phrases, text, tokens);
    phrases
}
