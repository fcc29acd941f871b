//! Tests of the pattern engine, upon a vocabulary and units made by hand.

use std::cell::Cell;

use super::*;

mod errors;
mod language;
mod reference;

const PARTS_OF_SPEECH: [&str; 8] = [
    "動詞-自立",
    "助動詞",
    "助詞-格助詞-一般",
    "助詞-係助詞",
    "名詞-一般",
    "名詞-サ変接続",
    "名詞-形容動詞語幹",
    "記号-読点",
];

/// The lexicons: each a list of entries, written as the surfaces and the last base form.
const LEXICONS: [(&str, &[&[&str]]); 2] = [
    ("need", &[&["必要"], &["不可欠"], &["必要", "不可欠"], &["求める"]]),
    ("abc", &[&["a"], &["a", "b"], &["b", "a", "c"], &["c", "c"]]),
];

/// Words that the dictionary does not hold, and what it makes of them.
const UNKNOWN: [(&str, &[&str]); 2] = [("更なる", &["更", "なる"]), ("求められ", &[])];

struct Words;

impl Vocabulary for Words {
    fn parts_of_speech(&self) -> Vec<(PosId, &str)> {
        // Spread over all words of the bit set.
        PARTS_OF_SPEECH.iter().enumerate().map(|(i, name)| (pos_id(i), *name)).collect()
    }

    fn lexicon(&self, name: &str) -> Option<LexiconId> {
        let index = LEXICONS.iter().position(|(known, _)| *known == name)?;
        Some(LexiconId(u32::try_from(index).expect("few")))
    }

    fn lexicon_names(&self) -> Vec<&str> {
        LEXICONS.iter().map(|(name, _)| *name).collect()
    }

    fn holds_base_form(&self, word: &str) -> bool {
        UNKNOWN.iter().all(|(unknown, _)| *unknown != word)
    }

    fn base_forms_of(&self, word: &str) -> Vec<String> {
        let known = UNKNOWN.iter().find(|(unknown, _)| *unknown == word);
        known.map_or_else(Vec::new, |(_, parts)| parts.iter().map(|&p| p.to_owned()).collect())
    }
}

fn pos_id(index: usize) -> PosId {
    PosId::try_from(index * 36 + 3).expect("few")
}

#[derive(Clone, Debug, Default)]
struct Token {
    surface: String,
    base: String,
    pos: PosId,
    clause_start: bool,
    clause_end: bool,
}

/// A unit that counts what is read of it.
#[derive(Clone, Debug, Default)]
struct Unit {
    tokens: Vec<Token>,
    reads: Cell<usize>,
    signature: Option<Signature>,
}

impl Unit {
    /// Reads `surface:base/pos`, separated by spaces; base and part of speech may be left out. `,`
    /// is a boundary of clauses.
    fn new(text: &str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut clause_start = false;
        for word in text.split_whitespace() {
            if word == "," {
                if let Some(last) = tokens.last_mut() {
                    last.clause_end = true;
                }
                clause_start = true;
                continue;
            }
            let (word, pos) = word.split_once('/').unwrap_or((word, "名詞-一般"));
            let (surface, base) = word.split_once(':').unwrap_or((word, word));
            let pos = PARTS_OF_SPEECH.iter().position(|name| *name == pos).expect("a known one");
            tokens.push(Token {
                surface: surface.into(),
                base: base.into(),
                pos: pos_id(pos),
                clause_start: std::mem::take(&mut clause_start),
                clause_end: false,
            });
        }
        Self { tokens, ..Self::default() }
    }

    fn read(&self, index: usize) -> &Token {
        self.reads.set(self.reads.get() + 1);
        &self.tokens[index]
    }
}

impl Tokens for Unit {
    fn signature(&self) -> Option<&Signature> {
        self.signature.as_ref()
    }

    fn len(&self) -> usize {
        self.tokens.len()
    }

    fn surface(&self, index: usize) -> &str {
        &self.read(index).surface
    }

    fn base(&self, index: usize) -> &str {
        &self.read(index).base
    }

    fn pos(&self, index: usize) -> PosId {
        self.read(index).pos
    }

    fn clause_start(&self, index: usize) -> bool {
        self.read(index).clause_start
    }

    fn clause_end(&self, index: usize) -> bool {
        self.read(index).clause_end
    }

    fn lexicon_ends(&self, lexicon: LexiconId, index: usize, ends: &mut Vec<usize>) {
        let rest = &self.tokens[index..];
        for entry in LEXICONS[lexicon.0 as usize].1 {
            let [init @ .., last] = entry else { continue };
            let fits = rest.len() >= entry.len()
                && init.iter().zip(rest).all(|(word, token)| token.surface == *word)
                && rest[init.len()].base == *last;
            if fits {
                ends.push(index + entry.len());
            }
        }
        // What the engine promises to ignore.
        ends.extend([index, self.tokens.len() + 1]);
    }
}

fn compile(source: &str) -> Pattern {
    Pattern::compile(source, &Words).unwrap_or_else(|error| panic!("{source}: {error}"))
}

/// The first match as the surfaces of the marked part, with `/` in between.
fn found(source: &str, unit: &str) -> Option<String> {
    let unit = Unit::new(unit);
    let found = compile(source).find(&unit)?;
    Some(surfaces(&unit, &found.marked))
}

fn surfaces(unit: &Unit, range: &Range<usize>) -> String {
    let surfaces: Vec<&str> = unit.tokens[range.clone()].iter().map(|t| &*t.surface).collect();
    surfaces.join("/")
}
