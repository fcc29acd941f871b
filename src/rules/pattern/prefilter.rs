//! What can be told of a match without looking for it: words of which it must contain one.

use std::collections::HashMap;

use super::syntax::Node;
use super::{Pattern, Tokens};

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

/// Literals of which every match of `node` contains at least one; `None` if there is no such set.
pub(super) fn required(node: &Node) -> Option<Vec<Literal>> {
    match node {
        Node::Word(text, _) => Some(vec![Literal::Base(text.clone())]),
        Node::Surface(text, _) => Some(vec![Literal::SurfaceStart(text.chars().next()?)]),
        Node::Mark(inner) => required(inner),
        // The set that will be met least often: few literals, and long ones (必要 rather than が).
        Node::Sequence(nodes) => {
            let sets = nodes.iter().filter_map(required);
            sets.min_by_key(|set| (set.len(), std::cmp::Reverse(shortest(set))))
        }
        Node::Choice(alternatives) => {
            let sets: Option<Vec<_>> =
                alternatives.iter().map(|(_, alternative)| required(alternative)).collect();
            sets.map(|sets| sets.into_iter().flatten().collect())
        }
        Node::Pos(_)
        | Node::Lexicon(_)
        | Node::Gap(_)
        | Node::Start
        | Node::End
        | Node::Optional(_)
        | Node::Star(_) => None,
    }
}

fn shortest(set: &[Literal]) -> usize {
    let length = |literal: &Literal| match literal {
        Literal::Base(text) => text.len(),
        Literal::SurfaceStart(first) => first.len_utf8(),
    };
    set.iter().map(length).min().unwrap_or(0)
}

/// Whether the morphemes from `from` on hold one of the literals.
pub(super) fn may_match<T: Tokens + ?Sized>(
    required: Option<&[Literal]>,
    tokens: &T,
    from: usize,
) -> bool {
    let Some(required) = required else { return true };
    (from..tokens.len()).any(|i| required.iter().any(|literal| literal.holds(tokens, i)))
}

/// Tells which of many patterns can match a unit at all, by one look at each of its morphemes.
///
/// Most rules find nothing in most units; this makes the cost of those independent of their number.
#[derive(Clone, Debug, Default)]
pub struct Index {
    patterns: usize,
    bases: HashMap<Box<str>, Vec<usize>>,
    starts: HashMap<char, Vec<usize>>,
    /// Those that need no particular word.
    always: Vec<usize>,
}

impl Index {
    /// An index of these patterns, numbered from 0 in their order.
    #[must_use]
    pub fn new<'a>(patterns: impl IntoIterator<Item = &'a Pattern>) -> Self {
        let mut index = Self::default();
        for (i, pattern) in patterns.into_iter().enumerate() {
            index.patterns += 1;
            let Some(required) = &pattern.required else {
                index.always.push(i);
                continue;
            };
            for literal in required {
                match literal {
                    Literal::Base(text) => index.bases.entry(text.clone()).or_default().push(i),
                    Literal::SurfaceStart(first) => {
                        index.starts.entry(*first).or_default().push(i);
                    }
                }
            }
        }
        index
    }

    /// The numbers of the patterns that may match these morphemes, ascending.
    #[must_use]
    pub fn candidates<T: Tokens + ?Sized>(&self, tokens: &T) -> Vec<usize> {
        let mut found = vec![false; self.patterns];
        let mut note = |numbers: &[usize]| numbers.iter().for_each(|&number| found[number] = true);
        note(&self.always);
        for i in 0..tokens.len() {
            if let Some(numbers) = self.bases.get(tokens.base(i)) {
                note(numbers);
            }
            if !self.starts.is_empty() {
                let first = tokens.surface(i).chars().next();
                if let Some(numbers) = first.and_then(|first| self.starts.get(&first)) {
                    note(numbers);
                }
            }
        }
        found.iter().enumerate().filter_map(|(i, &found)| found.then_some(i)).collect()
    }
}
