//! The words of a unit, each with its place.

use super::dictionary::{Form, Morpheme, Pos};
use super::lexicon::{EntryNumber, Lexicons};

/// Whether a word stands in the running text or inside brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// In the running text.
    Text,
    /// In quotation marks (「」『』), the marks included: quoted words are somebody else's, or a name.
    Quote,
    /// In brackets （）, the brackets included: an aside, which no grammar hangs on.
    Aside,
}

/// A word of a unit. Positions count bytes of the unit's analysed text.
#[derive(Clone, Debug)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// After the last byte.
    pub end: usize,
    /// Part of speech.
    pub pos: Pos,
    /// Conjugated form.
    pub form: Form,
    /// Whether it is part of the running text.
    pub inside: Inside,
    /// Whether the dictionary has it.
    pub known: bool,
    /// What the lexicons say of the base form.
    pub entry: EntryNumber,
    /// The base form where it differs from the surface.
    base: Option<Box<str>>,
}

impl Token {
    /// The word as it stands in `text`, the unit's analysed text.
    #[must_use]
    pub fn surface<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The base form.
    #[must_use]
    pub fn base<'t>(&'t self, text: &'t str) -> &'t str {
        self.base.as_deref().unwrap_or_else(|| self.surface(text))
    }

    /// Whether the base form is another word than the surface.
    #[must_use]
    pub const fn is_inflected(&self) -> bool {
        self.base.is_some()
    }

    /// Whether it is a noun by its part of speech.
    #[must_use]
    pub fn is_noun(&self) -> bool {
        self.pos.is_noun()
    }

    /// Whether it is a noun that becomes a verb with する.
    #[must_use]
    pub fn is_verbal_noun(&self) -> bool {
        self.pos == Pos::NOUN_VERBAL || self.pos == Pos::NOUN_SUFFIX_VERBAL
    }
}

/// Tokens of a unit's morphemes, with quotations and asides marked.
#[must_use]
pub fn tokens(text: &str, morphemes: Vec<Morpheme<'_>>, lexicons: &Lexicons) -> Vec<Token> {
    let mut tokens: Vec<Token> = morphemes
        .into_iter()
        .map(|morpheme| Token {
            start: morpheme.start,
            end: morpheme.end(),
            pos: morpheme.pos,
            form: morpheme.form,
            inside: Inside::Text,
            known: morpheme.known,
            entry: lexicons.number(&morpheme.base),
            base: (morpheme.base != morpheme.surface).then(|| morpheme.base.into()),
        })
        .collect();
    for at in 1..tokens.len() {
        // IPADIC knows ４つ in full width only and takes the つ of 4つ for an auxiliary.
        let number = tokens.get(at - 1).is_some_and(|token| token.pos == Pos::NOUN_NUMBER);
        if let Some(token) =
            tokens.get_mut(at).filter(|token| number && token.surface(text) == "つ")
        {
            (token.pos, token.form) = (Pos::NOUN_SUFFIX_COUNTER, Form::None);
        }
    }
    let mut open: Vec<(usize, &str)> = Vec::new();
    for at in 0..tokens.len() {
        let Some(surface) = tokens.get(at).map(|token| token.surface(text)) else { break };
        if let Some(close) = closing(surface) {
            open.push((at, close));
        } else if let Some(depth) = open.iter().rposition(|(_, close)| *close == surface) {
            // Brackets opened since and never closed are no brackets.
            open.truncate(depth + 1);
            let Some((start, _)) = open.pop() else { continue };
            let inside = if "」』".contains(surface) { Inside::Quote } else { Inside::Aside };
            for token in tokens.get_mut(start..=at).unwrap_or_default() {
                // The outermost bracket decides, and it is closed last.
                token.inside = inside;
            }
        }
    }
    tokens
}

/// The bracket that closes this one.
fn closing(surface: &str) -> Option<&'static str> {
    Some(match surface {
        "「" => "」",
        "『" => "』",
        "（" => "）",
        "【" => "】",
        "〔" => "〕",
        "［" => "］",
        "〈" => "〉",
        _ => return None,
    })
}
