//! What can be told of a match without looking for it: words of which it must contain one.

use std::hash::{BuildHasher, BuildHasherDefault, Hash};

use rustc_hash::FxHasher;

use super::Tokens;
use super::syntax::Node;

/// A property of one morpheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Literal {
    /// Its base form is this.
    Base(Box<str>),
    /// Its surface starts with this: a text in quotes may go on over several morphemes.
    SurfaceStart(char),
}

impl Literal {
    fn holds<T: Tokens + ?Sized>(&self, tokens: &T, index: usize) -> bool {
        match self {
            Self::Base(text) => tokens.base(index) == &**text,
            Self::SurfaceStart(first) => tokens.surface(index).starts_with(*first),
        }
    }
}

/// Sets of literals: every match of `node` contains at least one of each.
pub(super) fn required(node: &Node) -> Vec<Vec<Literal>> {
    match node {
        Node::Word(text, _) => vec![vec![Literal::Base(text.clone())]],
        Node::Surface(text, _) => text
            .chars()
            .next()
            .map(|first| vec![Literal::SurfaceStart(first)])
            .into_iter()
            .collect(),
        Node::Mark(inner) => required(inner),
        Node::Sequence(nodes) => nodes.iter().flat_map(required).collect(),
        // Of each alternative the set that will be met least often: few literals, and long ones (必要
        // rather than が).
        Node::Choice(alternatives) => {
            let rarest = |alternative| {
                let sets = required(alternative).into_iter();
                sets.min_by_key(|set| (set.len(), std::cmp::Reverse(shortest(set))))
            };
            let sets: Option<Vec<_>> =
                alternatives.iter().map(|(_, alternative)| rarest(alternative)).collect();
            sets.map(|sets| sets.concat()).into_iter().collect()
        }
        Node::Pos(_)
        | Node::Lexicon(_)
        | Node::Gap(_)
        | Node::Start
        | Node::End
        | Node::Optional(_)
        | Node::Star(_) => Vec::new(),
    }
}

/// Literals as a set that may hold a few too many: those of a unit, or some that a pattern asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signature([u64; 8]);

impl Signature {
    /// All literals that these morphemes meet.
    #[must_use]
    pub fn of<T: Tokens + ?Sized>(tokens: &T) -> Self {
        let mut signature = Self::default();
        for at in 0..tokens.len() {
            signature.add(code(tokens.base(at)));
            signature.add(tokens.surface(at).chars().next().map_or(0, code));
        }
        signature
    }

    pub(super) fn of_literals(literals: &[Literal]) -> Self {
        let mut signature = Self::default();
        for literal in literals {
            signature.add(match literal {
                Literal::Base(text) => code(&**text),
                Literal::SurfaceStart(first) => code(*first),
            });
        }
        signature
    }

    fn add(&mut self, code: u64) {
        if let Some(bits) = self.0.get_mut((code >> 61) as usize) {
            *bits |= 1 << (code >> 55 & 63);
        }
    }

    pub(super) fn intersects(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(one, other)| one & other != 0)
    }
}

/// A number that spreads over the upper bits.
fn code(literal: impl Hash) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(literal)
}

/// Literals of which the first morpheme of every match is one; `None` if there is no such set.
pub(super) fn first(node: &Node) -> Option<Vec<Literal>> {
    match node {
        Node::Word(..) | Node::Surface(..) => required(node).pop(),
        Node::Mark(inner) => first(inner),
        Node::Sequence(nodes) => {
            first(nodes.iter().find(|node| !matches!(node, Node::Start | Node::End))?)
        }
        Node::Choice(alternatives) => {
            let sets: Option<Vec<_>> =
                alternatives.iter().map(|(_, alternative)| first(alternative)).collect();
            sets.map(|sets| sets.into_iter().flatten().collect())
        }
        _ => None,
    }
}

/// Whether a match may begin with this morpheme.
pub(super) fn may_begin<T: Tokens + ?Sized>(
    first: Option<&[Literal]>,
    tokens: &T,
    index: usize,
) -> bool {
    first.is_none_or(|first| {
        index < tokens.len() && first.iter().any(|literal| literal.holds(tokens, index))
    })
}

fn shortest(set: &[Literal]) -> usize {
    let length = |literal: &Literal| match literal {
        Literal::Base(text) => text.len(),
        Literal::SurfaceStart(first) => first.len_utf8(),
    };
    set.iter().map(length).min().unwrap_or(0)
}
