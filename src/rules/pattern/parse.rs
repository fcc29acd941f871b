//! From the text of a pattern to its tree.

use std::ops::Range;

use super::Vocabulary;
use super::error::{PatternError, PatternErrorKind as Kind};
use super::syntax::{Node, PosSet};
use crate::nearest::nearest;

/// Brackets within brackets beyond this are refused; the parser and the compiler are recursive.
const DEEPEST: usize = 32;

/// The longest gap: beyond it, two words have nothing to do with each other.
pub(super) const LONGEST_GAP: u8 = 20;

/// How many names to suggest.
const SUGGESTIONS: usize = 3;

/// As many lexicons as this are all listed rather than the nearest only.
const LISTED: usize = 8;

/// Signs that an input method writes in place of the language's own.
const WIDE_SIGNS: [(char, &str); 19] = [
    ('（', "("),
    ('）', ")"),
    ('［', "["),
    ('］', "]"),
    ('＜', "<"),
    ('＞', ">"),
    ('〈', "<"),
    ('〉', ">"),
    ('｜', "|"),
    ('？', "?"),
    ('＊', "*"),
    ('＾', "^"),
    ('＄', "$"),
    ('＠', "@"),
    ('“', "\""),
    ('”', "\""),
    ('＂', "\""),
    ('…', "..3"),
    ('‥', "..3"),
];

/// Parses a pattern.
pub(super) fn parse(source: &str, vocabulary: &dyn Vocabulary) -> Result<Node, PatternError> {
    let mut parser =
        Parser { source, at: 0, vocabulary, parts_of_speech: None, depth: 0, marking: false };
    parser.skip_space();
    if parser.peek().is_none() {
        return Err(PatternError::new(Kind::Empty, 0..source.len()));
    }
    let root = parser.choice(None)?;
    if root.nothing {
        return Err(PatternError::new(Kind::MatchesNothing, root.span));
    }
    Ok(root.node)
}

/// A part of the pattern and what is to be known of it.
struct Piece {
    node: Node,
    /// Where it stands.
    span: Range<usize>,
    /// Whether it can match no morpheme.
    nothing: bool,
    /// Where in it a `[` stands.
    mark: Option<Range<usize>>,
}

impl Piece {
    fn new(node: Node, span: Range<usize>) -> Self {
        Self { node, span, nothing: false, mark: None }
    }
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    vocabulary: &'a dyn Vocabulary,
    /// Asked for when the first part of speech is met.
    parts_of_speech: Option<Vec<(super::PosId, &'a str)>>,
    depth: usize,
    /// Whether a `[` is open.
    marking: bool,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_space(&mut self) {
        self.at = self.source.len() - self.rest().trim_start().len();
    }

    /// Alternatives, up to the closing bracket (left standing) or the end of the pattern. `open`
    /// is the bracket that opened them.
    fn choice(&mut self, open: Option<Range<usize>>) -> Result<Piece, PatternError> {
        // What stands before the alternative: the bracket, a `|`, or the start of the pattern.
        let mut edge = open.clone().unwrap_or(0..0);
        let mut pieces = Vec::new();
        loop {
            let piece = self.sequence()?;
            let delimiter = self.peek();
            let end = self.at + delimiter.map_or(0, char::len_utf8);
            pieces.push(
                piece.ok_or_else(|| PatternError::new(Kind::EmptyAlternative, edge.start..end))?,
            );
            edge = self.at..end;
            match (delimiter, &open) {
                (Some('|'), _) => self.at = end,
                (None, None) => break,
                (Some(')' | ']'), Some(open)) if self.closes(open) => break,
                (Some(sign), None) => return Err(PatternError::new(Kind::Unopened(sign), edge)),
                (_, Some(open)) => return Err(self.unclosed(open.clone())),
            }
        }
        if pieces.len() == 1 {
            return Ok(pieces.remove(0));
        }
        let span = pieces[0].span.start..pieces[pieces.len() - 1].span.end;
        let nothing = pieces.iter().any(|piece| piece.nothing);
        let mark = pieces.iter().find_map(|piece| piece.mark.clone());
        let nodes = pieces.into_iter().map(|piece| (piece.span, piece.node)).collect();
        Ok(Piece { node: Node::Choice(nodes), span, nothing, mark })
    }

    fn closes(&self, open: &Range<usize>) -> bool {
        let closing = if self.source[open.clone()] == *"(" { ')' } else { ']' };
        self.peek() == Some(closing)
    }

    fn unclosed(&self, open: Range<usize>) -> PatternError {
        let sign = self.source[open.start..].chars().next().unwrap_or_default();
        PatternError::new(Kind::Unclosed(sign), open)
    }

    /// Items up to a `|`, a closing bracket or the end; `None` if there is none.
    fn sequence(&mut self) -> Result<Option<Piece>, PatternError> {
        let mut pieces: Vec<Piece> = Vec::new();
        loop {
            self.skip_space();
            if matches!(self.peek(), None | Some('|' | ')' | ']')) {
                break;
            }
            let piece = self.item()?;
            if let Some(mark) = &piece.mark
                && pieces.iter().any(|piece| piece.mark.is_some())
            {
                return Err(PatternError::new(Kind::SecondMark, mark.clone()));
            }
            pieces.push(piece);
        }
        if pieces.len() <= 1 {
            return Ok(pieces.pop());
        }
        let span = pieces[0].span.start..pieces[pieces.len() - 1].span.end;
        let nothing = pieces.iter().all(|piece| piece.nothing);
        let mark = pieces.iter().find_map(|piece| piece.mark.clone());
        let node = Node::Sequence(pieces.into_iter().map(|piece| piece.node).collect());
        Ok(Some(Piece { node, span, nothing, mark }))
    }

    /// One thing with what is put behind it.
    fn item(&mut self) -> Result<Piece, PatternError> {
        let sign = self.peek();
        let atom = self.atom()?;
        let zero_width = matches!(sign, Some('^' | '$'));
        if !zero_width {
            self.refuse_part_of_speech()?;
        }
        let before = self.at;
        self.skip_space();
        let span = self.at..self.at + 1;
        let Some(sign @ ('?' | '*')) = self.peek() else {
            self.at = before;
            return Ok(atom);
        };
        if zero_width {
            return Err(PatternError::new(Kind::NothingToRepeat(sign), span));
        }
        self.at = span.end;
        let item = repeated(atom, sign, span.end)?;
        let after = self.at;
        self.skip_space();
        if matches!(self.peek(), Some('?' | '*')) {
            return Err(PatternError::new(Kind::RepeatedTwice, span.start..self.at + 1));
        }
        self.at = after;
        self.refuse_part_of_speech()?;
        Ok(item)
    }

    /// A part of speech right behind anything but a word or text: neither reading, one morpheme or
    /// two, would be a safe guess.
    fn refuse_part_of_speech(&self) -> Result<(), PatternError> {
        if self.peek() == Some('<') {
            let span = self.at..self.at + 1;
            return Err(PatternError::new(Kind::MisplacedPartOfSpeech, span));
        }
        Ok(())
    }

    fn atom(&mut self) -> Result<Piece, PatternError> {
        let start = self.at;
        let sign = self.peek().unwrap_or_default();
        match sign {
            '(' | '[' => self.bracket(sign),
            '?' | '*' => Err(PatternError::new(Kind::NothingToRepeat(sign), start..start + 1)),
            '>' => Err(PatternError::new(Kind::Unopened(sign), start..start + 1)),
            '^' | '$' => {
                self.at += 1;
                let node = if sign == '^' { Node::Start } else { Node::End };
                Ok(Piece { nothing: true, ..Piece::new(node, start..self.at) })
            }
            '<' => {
                let set = self.part_of_speech()?;
                Ok(Piece::new(Node::Pos(set), start..self.at))
            }
            '"' => {
                let text = self.quoted('"')?;
                let set = self.attached_part_of_speech()?;
                Ok(Piece::new(Node::Surface(text.into(), set), start..self.at))
            }
            '@' => self.lexicon(),
            _ if self.rest().starts_with("..") => self.gap(),
            _ => {
                let word = self.word()?;
                if !self.vocabulary.holds_base_form(word) {
                    let analysis = self.vocabulary.base_forms_of(word);
                    let kind = Kind::UnknownBaseForm { word: word.to_owned(), analysis };
                    return Err(PatternError::new(kind, start..self.at));
                }
                let set = self.attached_part_of_speech()?;
                Ok(Piece::new(Node::Word(word.into(), set), start..self.at))
            }
        }
    }

    fn bracket(&mut self, sign: char) -> Result<Piece, PatternError> {
        let open = self.at..self.at + 1;
        let mark = sign == '[';
        if mark && self.marking {
            return Err(PatternError::new(Kind::NestedMark, open));
        }
        if self.depth == DEEPEST {
            return Err(PatternError::new(Kind::TooDeep, open));
        }
        self.at = open.end;
        self.depth += 1;
        self.marking |= mark;
        let inner = self.choice(Some(open.clone()))?;
        self.at += 1;
        self.depth -= 1;
        let span = open.start..self.at;
        if !mark {
            return Ok(Piece { span, ..inner });
        }
        self.marking = false;
        if inner.nothing {
            return Err(PatternError::new(Kind::MarksNothing, span));
        }
        Ok(Piece { mark: Some(open), ..Piece::new(Node::Mark(Box::new(inner.node)), span) })
    }

    fn lexicon(&mut self) -> Result<Piece, PatternError> {
        let start = self.at;
        self.at += 1;
        let name = self.word()?;
        let span = start..self.at;
        if name.is_empty() {
            return Err(PatternError::new(Kind::Blank('@'), span));
        }
        let Some(lexicon) = self.vocabulary.lexicon(name) else {
            let names = self.vocabulary.lexicon_names();
            let count = if names.len() <= LISTED { LISTED } else { SUGGESTIONS };
            let nearest = nearest(name, names, count);
            let kind = Kind::UnknownLexicon { name: name.to_owned(), nearest };
            return Err(PatternError::new(kind, span));
        };
        Ok(Piece::new(Node::Lexicon(lexicon), span))
    }

    fn gap(&mut self) -> Result<Piece, PatternError> {
        let start = self.at;
        let digits = &self.rest()[2..];
        let digits = &digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())];
        self.at += 2 + digits.len();
        let span = start..self.at;
        match digits.parse() {
            Ok(longest @ 1..=LONGEST_GAP) => {
                Ok(Piece { nothing: true, ..Piece::new(Node::Gap(longest), span) })
            }
            _ => Err(PatternError::new(Kind::BadGap, span)),
        }
    }

    /// The characters up to a space or sign; maybe none.
    fn word(&mut self) -> Result<&'a str, PatternError> {
        let rest = self.rest();
        let mut length = rest.len();
        for (i, c) in rest.char_indices() {
            if let Some((wide, meant)) = WIDE_SIGNS.iter().find(|(wide, _)| *wide == c) {
                let span = self.at + i..self.at + i + c.len_utf8();
                return Err(PatternError::new(Kind::WideSign(*wide, meant), span));
            }
            if c.is_whitespace() || "()[]<>|?*^$@\"".contains(c) || rest[i..].starts_with("..") {
                length = i;
                break;
            }
        }
        self.at += length;
        Ok(&rest[..length])
    }

    /// What stands between a sign and `closing`; not nothing.
    fn quoted(&mut self, closing: char) -> Result<&'a str, PatternError> {
        let open = self.at..self.at + 1;
        let rest = &self.rest()[1..];
        let Some(length) = rest.find(closing) else { return Err(self.unclosed(open)) };
        self.at += length + 2;
        // A text may be a space, which is a morpheme where it is full-width; a name may not.
        let (sign, inside) = match closing {
            '>' => ('<', rest[..length].trim()),
            _ => (closing, &rest[..length]),
        };
        if inside.is_empty() {
            return Err(PatternError::new(Kind::Blank(sign), open.start..self.at));
        }
        Ok(inside)
    }

    fn attached_part_of_speech(&mut self) -> Result<Option<PosSet>, PatternError> {
        if self.peek() == Some('<') { self.part_of_speech().map(Some) } else { Ok(None) }
    }

    fn part_of_speech(&mut self) -> Result<PosSet, PatternError> {
        let start = self.at;
        let name = self.quoted('>')?;
        let vocabulary = self.vocabulary;
        let known = self.parts_of_speech.get_or_insert_with(|| vocabulary.parts_of_speech());
        let below = |full: &str| {
            full.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        let set: PosSet = known.iter().filter(|(_, full)| below(full)).map(|(id, _)| *id).collect();
        if set.is_empty() {
            // A name may stop at any level, so every level is a name to suggest.
            let levels = known.iter().flat_map(|(_, full)| {
                full.match_indices('-').map(|(i, _)| &full[..i]).chain(std::iter::once(*full))
            });
            let nearest = nearest(name, levels, SUGGESTIONS);
            let kind = Kind::UnknownPartOfSpeech { name: name.to_owned(), nearest };
            return Err(PatternError::new(kind, start..self.at));
        }
        Ok(set)
    }
}

/// The piece with a `?` or `*` behind it, which ends at `end`.
fn repeated(piece: Piece, sign: char, end: usize) -> Result<Piece, PatternError> {
    let span = piece.span.start..end;
    let inner = Box::new(piece.node);
    if sign == '?' {
        let node = Node::Optional(inner);
        return Ok(Piece { node, span, nothing: true, mark: piece.mark });
    }
    if let Some(mark) = piece.mark {
        return Err(PatternError::new(Kind::RepeatedMark, mark));
    }
    if piece.nothing {
        return Err(PatternError::new(Kind::RepeatsNothing, span));
    }
    Ok(Piece { node: Node::Star(inner), span, nothing: true, mark: None })
}
