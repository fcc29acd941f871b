//! The source code of a finding, in miette's sense: a field's text, of which only the sentence
//! around the words is ever shown.

use std::ops::Range;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::wrap::printable;
use crate::sheet::{Location, Text};

/// A field's text, ready to be shown.
#[derive(Debug)]
pub(super) struct Clause<'a> {
    text: Option<&'a Text>,
    /// The text with everything unprintable replaced, character for character.
    shown: String,
    /// What the reader calls the place.
    name: String,
}

impl<'a> Clause<'a> {
    /// The text of a field; `None` where a finding is about something that has no text.
    pub(super) fn new(text: Option<&'a Text>, name: String) -> Self {
        let shown = printable(text.map_or("", Text::as_str)).into_owned();
        Self { text, shown, name }
    }

    /// A range of the text (Unicode scalar values) as miette counts, in bytes of what is shown.
    pub(super) fn span(&self, range: &Range<usize>) -> SourceSpan {
        (self.byte(range.start)..self.byte(range.end)).into()
    }

    fn byte(&self, position: usize) -> usize {
        self.shown.char_indices().nth(position).map_or(self.shown.len(), |(byte, _)| byte)
    }

    /// The sentence around `bytes`: from the line break or `。` before it to the one after it.
    fn around(&self, bytes: &Range<usize>) -> Range<usize> {
        let before = &self.shown[..bytes.start];
        let start = before
            .rfind(['\n', '。'])
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        // Words that end in 。 or a line break end their sentence themselves.
        let last = self.shown[bytes.clone()].chars().next_back();
        let closed = last.filter(|last| matches!(last, '\n' | '。')).map_or(0, char::len_utf8);
        let from = bytes.end - closed;
        let rest = &self.shown[from..];
        let end = rest.find(['\n', '。']).map_or(self.shown.len(), |at| {
            from + at + if rest[at..].starts_with('。') { '。'.len_utf8() } else { 0 }
        });
        start..end.max(bytes.end)
    }
}

impl SourceCode for Clause<'_> {
    /// The sentence around the span: a cell of 600 characters is no help to anybody, so the lines
    /// of context that are asked for do not count.
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        _context_lines_before: usize,
        _context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let bytes = span.offset()..span.offset() + span.len();
        if self.shown.get(bytes.clone()).is_none() {
            return Err(MietteError::OutOfBounds);
        }
        let around = self.around(&bytes);
        let data = &self.shown[around.clone()];
        let first = self.shown[..around.start].chars().count();
        let (line, column) = match self.text.and_then(|text| text.locate(first..first)) {
            Some(Location::Lines { line, column, .. }) => (line as usize - 1, column as usize - 1),
            Some(Location::Cell { start, .. } | Location::Paragraph { start, .. }) => {
                (0, start as usize)
            }
            None => (0, first),
        };
        let lines = data.split('\n').count();
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data.as_bytes(),
            around.into(),
            line,
            column,
            lines,
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    /// What is shown around the characters of `range`, and where it begins.
    fn read(text: &Text, range: Range<usize>) -> (String, usize, usize) {
        let clause = Clause::new(Some(text), "達成目標".into());
        let contents = clause.read_span(&clause.span(&range), 1, 1).expect("the span is inside");
        let data = String::from_utf8(contents.data().to_vec()).expect("cut between characters");
        (data, contents.line(), contents.column())
    }

    #[test]
    fn only_the_sentence_is_shown() {
        let text = sample::in_line("前の文。真ん中の文。後の文。", 12, 3);
        assert_eq!(read(&text, 4..7), ("真ん中の文。".into(), 11, 6));
        assert_eq!(read(&text, 0..2), ("前の文。".into(), 11, 2));
        assert_eq!(read(&text, 10..13), ("後の文。".into(), 11, 12));
    }

    #[test]
    fn words_that_end_the_sentence_do_not_pull_in_the_next() {
        let text = sample::in_line("前の文。真ん中の文。後の文。", 12, 1);
        assert_eq!(read(&text, 4..10).0, "真ん中の文。");
        assert_eq!(read(&text, 4..12).0, "真ん中の文。後の文。");
    }

    #[test]
    fn a_line_break_ends_a_clause() {
        let text = sample::in_line("・会議の開催\n・調査\n・公表", 3, 1);
        assert_eq!(read(&text, 8..10), ("・調査".into(), 3, 0));
        assert_eq!(read(&text, 1..10).0, "・会議の開催\n・調査");
    }

    #[test]
    fn in_a_cell_the_column_is_that_of_the_cell() {
        let text = sample::in_cell("前の文。後の文", 4, 2);
        assert_eq!(read(&text, 6..7), ("後の文".into(), 0, 4));
    }

    #[test]
    fn a_span_outside_is_refused() {
        let text = Text::from("短い");
        let clause = Clause::new(Some(&text), String::new());
        assert!(clause.read_span(&(2..900).into(), 0, 0).is_err());
    }
}
