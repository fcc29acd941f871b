//! The engine against backtracking over random patterns and units.

use proptest::prelude::*;

use super::*;
use crate::finding::Language;

/// A pattern as the tests make it up: a tree of its own, so that the parser is tested too.
#[derive(Clone, Debug)]
enum Tree {
    Word(&'static str, Option<&'static str>),
    Text(&'static str),
    Pos(&'static str),
    Lexicon,
    Gap(usize),
    Start,
    End,
    Sequence(Vec<Tree>),
    Choice(Vec<Tree>),
    Optional(Box<Tree>),
    Star(Box<Tree>),
    Mark(Box<Tree>),
}

impl Tree {
    fn write(&self) -> String {
        match self {
            Self::Word(word, None) => (*word).to_owned(),
            Self::Word(word, Some(pos)) => format!("{word}<{pos}>"),
            Self::Text(text) => format!("\"{text}\""),
            Self::Pos(pos) => format!("<{pos}>"),
            Self::Lexicon => "@abc".into(),
            Self::Gap(longest) => format!("..{longest}"),
            Self::Start => "^".into(),
            Self::End => "$".into(),
            // In brackets, as sequences within sequences number no alternatives.
            Self::Sequence(trees) => {
                let parts: Vec<String> = trees.iter().map(Self::write).collect();
                format!("({})", parts.join(" "))
            }
            Self::Choice(trees) => {
                let parts: Vec<String> = trees.iter().map(Self::write).collect();
                format!("({})", parts.join("|"))
            }
            Self::Optional(tree) => format!("({})?", tree.write()),
            Self::Star(tree) => format!("({})*", tree.write()),
            Self::Mark(tree) => format!("[{}]", tree.write()),
        }
    }

    /// How many alternatives there are in it.
    fn alternatives(&self) -> usize {
        match self {
            Self::Sequence(trees) => trees.iter().map(Self::alternatives).sum(),
            Self::Choice(trees) => trees.iter().map(|tree| 1 + tree.alternatives()).sum(),
            Self::Optional(tree) | Self::Star(tree) | Self::Mark(tree) => tree.alternatives(),
            _ => 0,
        }
    }

    /// Tells `next` every way through, in order of preference. `first` numbers the alternatives.
    fn walk(&self, unit: &Unit, way: &Way, first: usize, next: &mut dyn FnMut(&Way)) {
        let (at, length) = (way.at, unit.tokens.len());
        let mut step = |taken: usize| next(&Way { at: at + taken, ..way.clone() });
        let is_pos = |token: &Token, name: &str| {
            let index = usize::from((token.pos - 3) / 36);
            PARTS_OF_SPEECH[index].starts_with(name)
        };
        let token = unit.tokens.get(at);
        match self {
            Self::Word(word, pos) => {
                let fits =
                    |token: &Token| token.base == *word && pos.is_none_or(|pos| is_pos(token, pos));
                if token.is_some_and(fits) {
                    step(1);
                }
            }
            Self::Pos(pos) => {
                if token.is_some_and(|token| is_pos(token, pos)) {
                    step(1);
                }
            }
            Self::Text(text) => {
                for taken in 1..=length - at {
                    let tokens = &unit.tokens[at..at + taken];
                    if tokens.iter().map(|token| &*token.surface).collect::<String>() == *text {
                        step(taken);
                    }
                }
            }
            Self::Lexicon => {
                let mut ends = Vec::new();
                if at < length {
                    unit.lexicon_ends(LexiconId(1), at, &mut ends);
                }
                for end in (at + 1..=length).rev().filter(|end| ends.contains(end)) {
                    step(end - at);
                }
            }
            Self::Gap(longest) => (0..=(*longest).min(length - at)).for_each(step),
            Self::Start => {
                if at == 0 || token.is_some_and(|token| token.clause_start) {
                    step(0);
                }
            }
            Self::End => {
                if at == length || at > 0 && unit.tokens[at - 1].clause_end {
                    step(0);
                }
            }
            Self::Sequence(trees) => sequence(trees, unit, way, first, next),
            Self::Choice(trees) => {
                let mut number = first;
                for tree in trees {
                    let mut way = way.clone();
                    way.taken.push(number);
                    tree.walk(unit, &way, number + 1, next);
                    number += 1 + tree.alternatives();
                }
            }
            Self::Optional(tree) => {
                tree.walk(unit, way, first, next);
                next(way);
            }
            Self::Star(tree) => {
                tree.walk(unit, way, first, &mut |after| self.walk(unit, after, first, next));
                next(way);
            }
            Self::Mark(tree) => tree.walk(unit, way, first, &mut |after| {
                next(&Way { mark: Some(way.at..after.at), ..after.clone() });
            }),
        }
    }

    fn find(&self, unit: &Unit) -> Option<Traced> {
        (0..=unit.tokens.len()).find_map(|start| {
            let mut best: Option<Way> = None;
            let way = Way { at: start, mark: None, taken: Vec::new() };
            self.walk(unit, &way, 0, &mut |way| {
                if best.as_ref().is_none_or(|best| best.at < way.at) {
                    best = Some(way.clone());
                }
            });
            let mut best = best?;
            let whole = start..best.at;
            best.taken.sort_unstable();
            best.taken.dedup();
            let marked = best.mark.unwrap_or(whole.clone());
            Some(Traced { found: Match { whole, marked }, alternatives: best.taken })
        })
    }
}

fn sequence(trees: &[Tree], unit: &Unit, way: &Way, first: usize, next: &mut dyn FnMut(&Way)) {
    let Some((head, tail)) = trees.split_first() else { return next(way) };
    let after_head = first + head.alternatives();
    head.walk(unit, way, first, &mut |way| sequence(tail, unit, way, after_head, next));
}

/// A way through a tree.
#[derive(Clone, Debug)]
struct Way {
    at: usize,
    mark: Option<Range<usize>>,
    taken: Vec<usize>,
}

fn leaf() -> impl Strategy<Value = Tree> {
    let word = || prop::sample::select(vec!["a", "b", "c"]);
    let pos = || prop::sample::select(vec!["名詞", "名詞-一般", "助動詞", "動詞"]);
    prop_oneof![
        6 => word().prop_map(|word| Tree::Word(word, None)),
        1 => (word(), pos()).prop_map(|(word, pos)| Tree::Word(word, Some(pos))),
        2 => prop::sample::select(vec!["a", "A", "aA", "bAa", "Bb"]).prop_map(Tree::Text),
        2 => pos().prop_map(Tree::Pos),
        2 => Just(Tree::Lexicon),
        1 => (1..4_usize).prop_map(Tree::Gap),
        1 => Just(Tree::Start),
        1 => Just(Tree::End),
    ]
}

fn tree() -> impl Strategy<Value = Tree> {
    leaf().prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            4 => prop::collection::vec(inner.clone(), 2..4).prop_map(Tree::Sequence),
            3 => prop::collection::vec(inner.clone(), 2..4).prop_map(Tree::Choice),
            2 => inner.clone().prop_map(|tree| Tree::Optional(Box::new(tree))),
            2 => inner.clone().prop_map(|tree| Tree::Star(Box::new(tree))),
            2 => inner.prop_map(|tree| Tree::Mark(Box::new(tree))),
        ]
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    let token = (
        prop::sample::select(vec!["a", "b", "A", "B"]),
        prop::sample::select(vec!["a", "b", "c"]),
        prop::sample::select(vec![0_usize, 1, 4, 5]),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
    );
    let token = token.prop_map(|(surface, base, pos, clause_start, clause_end)| Token {
        surface: surface.into(),
        base: base.into(),
        pos: pos_id(pos),
        clause_start,
        clause_end,
    });
    prop::collection::vec(token, 0..8).prop_map(|tokens| Unit { tokens, ..Unit::default() })
}

/// Sources near enough to the language that some of them compile.
fn source() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "b",
        "更なる",
        "\"",
        "\"a\"",
        "<",
        ">",
        "<名詞>",
        "<名>",
        "(",
        ")",
        "[",
        "]",
        "|",
        "?",
        "*",
        "..",
        "..2",
        "3",
        "^",
        "$",
        "@",
        "@abc",
        "@abd",
        " ",
        "　",
        "（",
        "…",
        "é",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_000,
        // About half of the trees are refused.
        max_global_rejects: 1_000_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_search_equals_backtracking(tree in tree(), units in prop::collection::vec(unit(), 6)) {
        let source = tree.write();
        // What is refused (nothing matched, two marks) is the matter of other tests.
        prop_assume!(Pattern::compile(&source, &Words).is_ok());
        let pattern = compile(&source);
        prop_assert_eq!(pattern.alternatives().len(), tree.alternatives());
        for unit in units {
            let expected = tree.find(&unit);
            prop_assert_eq!(pattern.find_traced(&unit), expected.clone(), "{}", source);
            prop_assert_eq!(pattern.find(&unit), expected.map(|traced| traced.found));
            let signed = Unit { signature: Some(Signature::of(&unit)), ..unit.clone() };
            prop_assert_eq!(pattern.find(&signed), pattern.find(&unit));
            let all = pattern.find_all(&unit);
            prop_assert!(all.windows(2).all(|two| two[0].whole.end <= two[1].whole.start));
            for found in all {
                prop_assert!(!found.marked.is_empty() && found.whole.end <= unit.len());
                prop_assert!(found.whole.start <= found.marked.start);
                prop_assert!(found.marked.end <= found.whole.end);
            }
        }
    }

    #[test]
    fn nothing_panics(source in prop_oneof![source(), any::<String>()], unit in unit()) {
        match Pattern::compile(&source, &Words) {
            Ok(pattern) => {
                let _ = pattern.find_all_traced(&unit);
                for span in pattern.alternatives() {
                    prop_assert!(source.get(span.clone()).is_some());
                }
            }
            Err(error) => {
                prop_assert!(source.get(error.span.clone()).is_some(), "{:?}", error);
                for language in [Language::Japanese, Language::English] {
                    prop_assert!(!error.message(language).is_empty());
                    prop_assert!(!error.help(language).is_empty());
                }
            }
        }
    }
}
