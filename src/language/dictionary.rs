//! Morphological analysis: the one module that knows lindera.
//!
//! The dictionary is part of the program (IPADIC, see `dictionaries/ipadic`), and so are the words
//! of the trade that IPADIC would tear apart (`dictionaries/office-words.txt`).
//!
//! ```
//! use mokuhyo::language::dictionary::{Analyzer, Form, Pos};
//!
//! let morphemes = Analyzer::new().analyze("体制の強化を図ります。");
//! assert_eq!(morphemes[4].surface, "図り");
//! assert_eq!(morphemes[4].base, "図る");
//! assert_eq!((morphemes[4].pos, morphemes[4].form), (Pos::VERB, Form::Continuative));
//! ```

mod embedded;
mod form;
mod office_words;
mod pos;

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use lindera_dictionary::dictionary::UserDictionary;
use lindera_dictionary::mode::Mode;
use lindera_dictionary::viterbi::{Lattice, LatticeOptions, LexType, WordId};

pub use self::form::Form;
pub use self::pos::Pos;

use self::embedded::{Dictionary, Record};

/// A word of a text, as the dictionary knows or guesses it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Morpheme<'t> {
    /// The word as it stands in the text.
    pub surface: &'t str,
    /// Where it begins in the analysed text, in bytes.
    pub start: usize,
    /// Its part of speech.
    pub pos: Pos,
    /// Its conjugated form; [`Form::None`] for words that do not conjugate.
    pub form: Form,
    /// Its dictionary form (図り: 図る); the surface for words that do not conjugate.
    pub base: Cow<'t, str>,
    /// Whether the dictionary has it; its part of speech is a guess otherwise.
    pub known: bool,
}

impl Morpheme<'_> {
    /// Where it ends in the analysed text, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.surface.len()
    }
}

/// Cuts texts into morphemes. One serves all threads.
pub struct Analyzer {
    dictionary: Dictionary,
    /// Working memory of analyses that have ended, for the next ones.
    spare: Mutex<Vec<Workspace>>,
}

#[derive(Default)]
struct Workspace {
    lattice: Lattice,
    words: Vec<(usize, WordId)>,
}

/// The longest stretch, in bytes, that is analysed at once, and the room, in characters, that a
/// workspace keeps. lindera cuts there too: its costs would overflow in longer ones.
const LONGEST_STRETCH: usize = 32 * 1024;
const ROOM_KEPT: usize = 4 * 1024;

impl Analyzer {
    /// Reads the dictionary that is part of the program: 1 ms, or 3 ms in a process just started.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self { dictionary: Dictionary::load(), spare: Mutex::default() }
    }

    /// The versions of the analyser and of the dictionary.
    pub fn version() -> &'static str {
        "lindera 6.2.0, IPADIC 2.7.0"
    }

    /// The morphemes of a text in their order, without its blanks and line breaks.
    pub fn analyze<'t>(&self, text: &'t str) -> Vec<Morpheme<'t>> {
        let spare = self.spare.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut workspace = spare.unwrap_or_default();
        // Japanese text has a morpheme for every five bytes or so, and hardly more in short ones.
        let mut morphemes = Vec::with_capacity(text.len() / 3 + 1);
        let mut start = 0;
        while start < text.len() {
            let end = stretch_end(text, start);
            if end == start {
                start += 1; // a line break or tab
                continue;
            }
            self.analyze_stretch(&text[start..end], start, &mut workspace, &mut morphemes);
            start = end;
        }
        if workspace.lattice.capacity() > ROOM_KEPT {
            workspace.lattice.shrink_to(ROOM_KEPT);
        }
        self.spare.lock().unwrap_or_else(PoisonError::into_inner).push(workspace);
        morphemes
    }

    /// Whether the dictionary has a word of this spelling, as every base form in a rule must.
    pub fn knows_base_form(&self, base: &str) -> bool {
        office_words::contains(base)
            || self.dictionary.words.find_surface_iter(base).next().is_some()
    }

    /// lindera's own view of the same dictionary and words, to compare with in tests and benchmarks.
    /// The last two details of a word tell its base form: characters to drop, suffix to append.
    #[doc(hidden)]
    pub fn lindera() -> (lindera_dictionary::dictionary::Dictionary, Option<UserDictionary>) {
        Dictionary::load().into_lindera()
    }

    fn analyze_stretch<'t>(
        &self,
        stretch: &'t str,
        offset: usize,
        Workspace { lattice, words }: &mut Workspace,
        morphemes: &mut Vec<Morpheme<'t>>,
    ) {
        let dictionary = &self.dictionary;
        lattice.set_text_with_options(
            &dictionary.words,
            &dictionary.office_words.as_ref(),
            &dictionary.characters,
            &dictionary.unknown,
            &dictionary.costs,
            stretch,
            &LatticeOptions::new(&Mode::Normal),
        );
        lattice.tokens_offset_into(words);
        let ends = words.iter().skip(1).map(|(start, _)| *start).chain([stretch.len()]);
        for (&(start, word), end) in words.iter().zip(ends) {
            let (known, record) = match word.lex_type() {
                LexType::Unknown => (false, dictionary.unknown_records[word.id() as usize]),
                _ => (true, dictionary.records[word.id() as usize]),
            };
            let surface = &stretch[start..end];
            // Blanks are words of their own or, at the edges, part of unknown ones.
            let led = surface.trim_start();
            let trimmed = led.trim_end();
            if !trimmed.is_empty() {
                morphemes.push(Morpheme {
                    surface: trimmed,
                    start: offset + start + (surface.len() - led.len()),
                    pos: record.pos,
                    form: record.form,
                    base: record.base_form(trimmed),
                    known,
                });
            }
        }
    }
}

impl Record {
    fn base_form<'t>(&self, surface: &'t str) -> Cow<'t, str> {
        let stem = match self.dropped {
            0 => surface,
            dropped => {
                surface.char_indices().nth_back(dropped - 1).map_or("", |(at, _)| &surface[..at])
            }
        };
        match (stem, self.suffix) {
            (stem, "") => Cow::Borrowed(stem),
            ("", suffix) => Cow::Borrowed(suffix),
            (stem, suffix) => Cow::Owned([stem, suffix].concat()),
        }
    }
}

/// Where the stretch that begins at `start` ends: after 、 or 。 and at a line break or tab, which
/// belong to no stretch; lindera starts anew at the same places.
fn stretch_end(text: &str, start: usize) -> usize {
    for (at, character) in text[start..].char_indices() {
        match character {
            '\n' | '\t' => return start + at,
            '、' | '。' => return start + at + character.len_utf8(),
            _ if at >= LONGEST_STRETCH => return start + at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests;
