//! Labels inside a text: 〈現在の状態〉 … ↓ … 〈達成目標〉 … in one cell, `期日：3月末` in one line.

use super::{Found, Label, is_arrow, is_number, whole};
use crate::sheet::Field;

/// A part of a text under one label; positions in characters.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read) struct Segment {
    /// The label; `None` for what stands before the first.
    pub(in crate::read) found: Option<Found>,
    /// Where the text under the label begins.
    pub(in crate::read) start: usize,
    /// Where it ends, without the arrow that points to the next label.
    pub(in crate::read) end: usize,
}

/// Which labels divide a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Split {
    /// Every label: nothing else says what the text is.
    Every,
    /// At the start the form's own words only, later none: the place of the cell says what it is.
    Own,
    /// The three parts of 達成水準: the place of the cell says it is that.
    Level,
    /// Parts of 達成水準 that stand in brackets or after ※: the place says it is one of them.
    MarkedLevel,
}

/// How far into a line a label is looked for that a blank sets off.
const REACH: usize = 24;

/// A line of a text: its first character's index, its characters without the line break.
struct Line<'a> {
    start: usize,
    text: &'a str,
    /// Where the next line begins.
    next: usize,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let next = start + raw.chars().count();
        lines.push(Line { start, text: raw.trim_end_matches(['\n', '\r']), next });
        start = next;
    }
    lines
}

/// A label at the start of a line, and where (in characters of the whole text) what it announces
/// begins; `lines` is how many lines it takes up in part or whole.
struct Leading {
    found: Found,
    content: usize,
    lines: usize,
}

/// Divides a text at its labels.
pub(in crate::read) fn segments(text: &str, split: Split) -> Vec<Segment> {
    let lines = lines(text);
    let end = lines.last().map_or(0, |line| line.next);
    let mut parts: Vec<Segment> = Vec::new();
    let mut at = 0;
    let mut open = Segment { found: None, start: 0, end: 0 };
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        let leading = leading(rest).filter(|leading| divides(&leading.found, line, at == 0, split));
        match leading {
            Some(leading) => {
                open.end = before_arrow(&lines, at, open.start);
                parts.push(open);
                open = Segment { found: Some(leading.found), start: leading.content, end: 0 };
                at += leading.lines;
            }
            None => at += 1,
        }
    }
    open.end = end;
    parts.push(open);
    // What stands before the first label counts only where there is something.
    let blank = |segment: &Segment| {
        let length = segment.end.saturating_sub(segment.start);
        text.chars().skip(segment.start).take(length).all(char::is_whitespace)
    };
    parts.retain(|segment| segment.found.is_some() || !blank(segment));
    parts
}

/// The form's own label that a text begins with.
pub(in crate::read) fn lead(text: &str) -> Option<Found> {
    let beginning: String = text.split_inclusive('\n').take(4).collect();
    let lines = lines(&beginning);
    let found = leading(&lines)?.found;
    (found.own && divides(&found, lines.first()?, true, Split::Own)).then_some(found)
}

/// Whether a label divides the text at this line.
fn divides(found: &Found, line: &Line<'_>, first: bool, split: Split) -> bool {
    // A bullet before it makes it an item of the text.
    let bullet =
        line.text.trim_start().starts_with(['・', '-', '－', '○', '●', '〇', '◯', '*', '•']);
    match split {
        Split::Every => first || found.marked || (found.own && !bullet),
        Split::Own => first && (found.own || found.marked) && !bullet,
        Split::Level => found.label.is_level() && (first || !bullet),
        Split::MarkedLevel => found.label.is_level() && found.marked && !bullet,
    }
}

/// The label at the start of these lines.
fn leading(lines: &[Line<'_>]) -> Option<Leading> {
    let first = lines.first()?;
    if first.text.trim().is_empty() {
        return None;
    }
    if let Some(leading) = in_line(first) {
        return Some(leading);
    }
    // A label may be broken over up to three lines: the most lines that make one are it.
    let mut joined = String::new();
    let mut best: Option<(Found, usize)> = None;
    for (index, line) in lines.iter().take(3).enumerate() {
        if line.text.trim().is_empty() {
            break;
        }
        joined.push_str(line.text);
        let Some(found) = whole(&joined) else { continue };
        // A number on the next line belongs to 部局目標; anywhere else it is the text.
        let text = found.label != Label::Goal
            && found.number.is_some()
            && best.as_ref().is_some_and(|(shorter, _)| shorter.number.is_none());
        if !text {
            best = Some((found, index + 1));
        }
    }
    let (found, taken) = best?;
    let content = lines.get(taken - 1).map_or(first.next, |line| line.next);
    Some(Leading { found, content, lines: taken })
}

/// A label with its text in the same line: after a colon, a closing bracket or a blank.
fn in_line(line: &Line<'_>) -> Option<Leading> {
    let indent = line.text.chars().take_while(|character| character.is_whitespace()).count();
    // However long the line is, a label stands at its beginning.
    let body: Vec<char> = line.text.chars().skip(indent).take(3 * REACH).collect();
    let all = body.len() < 3 * REACH;
    let at = |index: usize, found: Found| Leading {
        found,
        content: line.start + indent + index,
        lines: 1,
    };
    let first =
        |marks: &str| body.iter().take(2 * REACH).position(|character| marks.contains(*character));
    if let Some(colon) = first(":：")
        && let Some(found) = whole(&text(&body, colon))
        && body.len() > colon + 1
    {
        return Some(at(colon + 1, found));
    }
    if let Some(close) = first("〉＞>】》］]〕")
        && let Some(found) = whole(&text(&body, close + 1))
        && found.marked
        && body.len() > close + 1
        // （アウトカム） after the bracket still belongs to the label.
        && !(all && whole(&text(&body, body.len())).is_some())
    {
        return Some(at(close + 1, found));
    }
    let reach = body.len().min(REACH);
    // A number after 関連の組織使命 or No. needs no blank; the dot of No. belongs to the label.
    for index in (1..reach).rev().filter(|_| all) {
        if is_number(&body.iter().skip(index).collect::<String>())
            && let Some(found) = whole(&text(&body, index))
            && matches!(found.label, Label::Field(Field::Mission | Field::Policy))
        {
            return Some(at(index, found));
        }
    }
    // The form's own words need only a blank after them.
    for index in (1..reach).filter(|&index| body.get(index).is_some_and(|c| c.is_whitespace())) {
        let next = body.iter().skip(index).find(|character| !character.is_whitespace());
        if next.is_some_and(|next| !"(（・〈<".contains(*next))
            && let Some(found) = whole(&text(&body, index))
            && found.own
            && (found.label != Label::Goal || found.number.is_some())
        {
            return Some(at(index, found));
        }
    }
    None
}

fn text(body: &[char], end: usize) -> String {
    body.iter().take(end).collect()
}

/// Where the text before line `at` ends, leaving out arrows and blank lines that lead to a label.
fn before_arrow(lines: &[Line<'_>], at: usize, start: usize) -> usize {
    let mut end = lines.get(at).map_or(0, |line| line.start);
    for line in lines.iter().take(at).rev() {
        if line.start < start || !(is_arrow(line.text) || line.text.trim().is_empty()) {
            break;
        }
        end = line.start;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::{Split, segments};
    use crate::read::labels::Label;
    use crate::sheet::Field;

    /// The parts of a text: label and text under it, blanks at the ends removed.
    fn parts(text: &str, split: Split) -> Vec<(Option<Label>, String)> {
        let text_of = |start: usize, end: usize| {
            text.chars().skip(start).take(end - start).collect::<String>().trim().to_owned()
        };
        segments(text, split)
            .into_iter()
            .map(|part| (part.found.map(|found| found.label), text_of(part.start, part.end)))
            .collect()
    }

    fn field(field: Field, text: &str) -> (Option<Label>, String) {
        (Some(Label::Field(field)), text.to_owned())
    }

    #[test]
    fn the_form_s_cell() {
        let cell = "〈現在の状態〉\r\n・会員は12人\r\n↓\r\n〈達成目標〉20人\r\n\r\n※目標が\r\n達成した状態\r\n・歩く人が増える";
        let expected = [
            field(Field::CurrentState, "・会員は12人"),
            field(Field::Target, "20人"),
            field(Field::Outcome, "・歩く人が増える"),
        ];
        assert_eq!(parts(cell, Split::Level), expected);
        assert_eq!(parts(cell, Split::MarkedLevel), expected);
        assert_eq!(parts(cell, Split::Every), expected);
        assert_eq!(parts("会員を増やす", Split::Level), [(None, "会員を増やす".to_owned())]);
    }

    #[test]
    fn label_and_text_in_one_cell() {
        for cell in [
            "関連の施策・基本事業No.\n1-1・②",
            "関連の施策・\n基本事業No.\n1-1・②",
            "関連の施策・基本事業No. 1-1・②",
            "関連の施策・基本事業No.1-1・②",
            "関連の施策・基本事業No.：1-1・②",
        ] {
            assert_eq!(parts(cell, Split::Own), [field(Field::Policy, "1-1・②")], "{cell}");
        }
        assert_eq!(parts("目標の表題：歩く会", Split::Every), [field(Field::Title, "歩く会")]);
        assert_eq!(parts("【手段】歩く会", Split::Every), [field(Field::Means, "歩く会")]);
        assert_eq!(
            parts("期日\n（いつまでに）\n3月末", Split::Every),
            [field(Field::Due, "3月末")]
        );
        assert_eq!(
            parts("目標の表題：歩く会\n期日：3月末", Split::Every),
            [field(Field::Title, "歩く会"), field(Field::Due, "3月末")]
        );
        assert_eq!(
            parts("部 局 名　健康福祉部", Split::Every),
            [(Some(Label::Department), "健康福祉部".to_owned())]
        );
        assert_eq!(
            parts("◎部局目標1　歩く会", Split::Every),
            [(Some(Label::Goal), "歩く会".to_owned())]
        );
    }

    #[test]
    fn running_text_stays_whole() {
        for text in [
            "手段として研修を行う\n期日までに終える",
            "・研修の実施\n・期日：9月末\n・対応：窓口",
            "手段が 足りない",
            "スケジュールの公表 3月",
        ] {
            for split in [Split::Every, Split::Own, Split::Level, Split::MarkedLevel] {
                assert_eq!(parts(text, split), [(None, text.to_owned())], "{text}");
            }
        }
        let text = "スケジュール：\n9月 素案";
        assert_eq!(parts(text, Split::Own), [(None, text.to_owned())]);
    }
}
