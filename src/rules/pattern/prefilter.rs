//! What can be told of a match without looking for it: words of which it must contain one.

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

/// The first letters of words, as a set that may hold a few too many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters([u64; 4]);

impl Letters {
    /// The first letters of the surfaces and base forms of these morphemes.
    #[must_use]
    pub fn of<T: Tokens + ?Sized>(tokens: &T) -> Self {
        let mut letters = Self::default();
        for at in 0..tokens.len() {
            letters.add(tokens.surface(at));
            letters.add(tokens.base(at));
        }
        letters
    }

    fn add(&mut self, word: &str) {
        // The lowest bits tell kana and kanji apart best.
        let Some(letter) = word.chars().next().map(u32::from) else { return };
        if let Some(bits) = self.0.get_mut((letter >> 6 & 3) as usize) {
            *bits |= 1 << (letter & 63);
        }
    }

    pub(super) const fn intersects(&self, other: &Self) -> bool {
        let ([a, b, c, d], [e, f, g, h]) = (&self.0, &other.0);
        (*a & *e) | (*b & *f) | (*c & *g) | (*d & *h) != 0
    }
}

/// The first letters of the literals.
pub(super) fn letters(required: &[Literal]) -> Letters {
    let mut letters = Letters::default();
    for literal in required {
        match literal {
            Literal::Base(text) => letters.add(text),
            Literal::SurfaceStart(first) => letters.add(first.encode_utf8(&mut [0; 4])),
        }
    }
    letters
}

/// Literals of which the first morpheme of every match is one; `None` if there is no such set.
pub(super) fn first(node: &Node) -> Option<Vec<Literal>> {
    match node {
        Node::Word(..) | Node::Surface(..) => required(node),
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

/// Whether the morphemes from `from` on hold one of the literals.
pub(super) fn may_match<T: Tokens + ?Sized>(
    required: Option<&[Literal]>,
    tokens: &T,
    from: usize,
) -> bool {
    let Some(required) = required else { return true };
    (from..tokens.len()).any(|i| required.iter().any(|literal| literal.holds(tokens, i)))
}
