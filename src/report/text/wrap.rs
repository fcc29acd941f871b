//! Japanese lines: display width, line breaking, and text made safe to show.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// 行頭禁則: what must not begin a row.
const NOT_AT_START: &str = "、。，．,.・：；:;？！?!‐－ー〜～…‥゛゜々ゝゞヽヾ\
    ）)］]｝}」』】〕〉》〙〗〟’”％%‰℃°ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\
    ｡､｣･ｰﾞﾟｧｨｩｪｫｬｭｮｯ";

/// 行末禁則: what must not end a row.
const NOT_AT_END: &str = "（(［[｛{「『【〔〈《〘〖〝‘“｢￥¥＄$№";

/// The columns that a text takes up, ambiguous characters counted as narrow.
pub(super) fn width(text: &str) -> usize {
    clusters(text).map(|cluster| cluster.width).sum()
}

/// Breaks one line into rows of at most `columns`, as byte ranges. Blanks at a break belong to no
/// row. A row is longer only where a single character is.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let clusters: Vec<Cluster> = clusters(text).collect();
    let mut rows = Vec::new();
    let mut first = 0;
    while first < clusters.len() {
        let next = row_end(text, &clusters, first, columns);
        let end = clusters[first..next].iter().rposition(|cluster| !cluster.is_blank(text));
        let end = end.map_or(first, |last| first + last);
        rows.push(clusters[first].bytes.start..clusters[end].bytes.end);
        let rest = &clusters[next..];
        first = next + rest.iter().take_while(|cluster| cluster.is_blank(text)).count();
    }
    if rows.is_empty() {
        rows.push(0..0);
    }
    rows
}

/// Text on one line and at most `columns` wide, with `…` where it was cut.
pub(super) fn shorten(text: &str, columns: usize) -> String {
    let text = text.replace('\n', " ");
    if width(&text) <= columns {
        return text;
    }
    let mut left = columns.saturating_sub(1);
    let kept = clusters(&text).take_while(|cluster| {
        let fits = cluster.width <= left;
        left = left.saturating_sub(cluster.width);
        fits
    });
    let end = kept.last().map_or(0, |cluster| cluster.bytes.end);
    format!("{}…", &text[..end])
}

/// The text with everything that would act on a terminal replaced, character for character.
///
/// Text comes from other people's files, and so do file names: escape sequences would run, and
/// direction marks would show words in another order than they have.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    let shown = |character: char| match character {
        '\n' => '\n',
        '\t' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or(' '),
        '\u{7f}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        other => other,
    };
    if text.chars().all(|character| shown(character) == character) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(shown).collect())
    }
}

/// What a terminal shows in one place: a character and what combines with it.
struct Cluster {
    bytes: Range<usize>,
    first: char,
    width: usize,
}

impl Cluster {
    fn is_blank(&self, text: &str) -> bool {
        text[self.bytes.clone()].chars().all(char::is_whitespace)
    }
}

fn clusters(text: &str) -> impl Iterator<Item = Cluster> + '_ {
    let mut characters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = characters.next()?;
        let mut end = start + first.len_utf8();
        let mut last = first;
        while let Some(&(at, next)) = characters.peek() {
            if last != '\u{200d}' && column_count(next) != 0 {
                break;
            }
            (last, end) = (next, at + next.len_utf8());
            characters.next();
        }
        let single = end == start + first.len_utf8();
        let width = if single { column_count(first) } else { text[start..end].width() };
        Some(Cluster { bytes: start..end, first, width })
    })
}

/// Columns of one character. Half-width ﾞ and ﾟ combine by Unicode's tables, but every terminal
/// gives them a column of their own.
fn column_count(character: char) -> usize {
    match character {
        'ﾞ' | 'ﾟ' => 1,
        other => other.width().unwrap_or(0),
    }
}

/// The cluster that begins the row after the one that begins with `first`.
fn row_end(text: &str, clusters: &[Cluster], first: usize, columns: usize) -> usize {
    let mut used = 0;
    let fitting = clusters[first..].iter().take_while(|cluster| {
        used += cluster.width;
        used <= columns || cluster.is_blank(text)
    });
    let full = (first + fitting.count()).max(first + 1);
    if full == clusters.len() {
        return full;
    }
    // Going back further than this would leave a row with next to nothing in it.
    let earliest = first + (full - first) / 3;
    (earliest.max(first + 1)..=full)
        .rev()
        .find(|&next| may_break(&clusters[next - 1], &clusters[next]))
        .unwrap_or(full)
}

fn may_break(before: &Cluster, after: &Cluster) -> bool {
    let (before, after) = (before.first, after.first);
    if NOT_AT_START.contains(after) || NOT_AT_END.contains(before) {
        return false;
    }
    !in_word(before) || !in_word(after)
}

/// Latin letters, figures and what stands among them hold together: `45%`, `1,000`, `２０２３`.
fn in_word(character: char) -> bool {
    character.is_ascii_graphic() || matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn rows_are_as_wide_as_asked() {
        assert_eq!(rows("あいうえおかき", 6), ["あいう", "えおか", "き"]);
        assert_eq!(rows("あいうえおかき", 7), ["あいう", "えおか", "き"]);
        assert_eq!(rows("", 10), [""]);
    }

    #[test]
    fn closing_marks_and_small_kana_do_not_begin_a_row() {
        assert_eq!(rows("あいう。えお", 6), ["あい", "う。え", "お"]);
        assert_eq!(rows("「あいう」と", 8), ["「あい", "う」と"]);
        assert_eq!(rows("かきくっけ", 6), ["かき", "くっけ"]);
    }

    #[test]
    fn opening_brackets_do_not_end_a_row() {
        assert_eq!(rows("あい「うえ」", 6), ["あい", "「う", "え」"]);
    }

    #[test]
    fn figures_and_latin_words_hold_together() {
        assert_eq!(rows("受診率を45%にする", 10), ["受診率を", "45%にする"]);
        assert_eq!(rows("約1,000人", 6), ["約", "1,000", "人"]);
        assert_eq!(rows("read the text", 9), ["read the", "text"]);
    }

    #[test]
    fn what_has_no_break_is_cut() {
        assert_eq!(rows("aaaaaaaaaa", 4), ["aaaa", "aaaa", "aa"]);
        assert_eq!(rows("。。。。。", 4), ["。。", "。。", "。"]);
    }

    #[test]
    fn widths_are_those_of_a_terminal() {
        assert_eq!(width("ﾃﾞｨ"), 3);
        assert_eq!(width("か\u{3099}"), 2);
        assert_eq!(width("①—※"), 3);
        assert_eq!(width("👨\u{200d}👩\u{200d}👧"), 2);
    }

    #[test]
    fn titles_are_shortened_to_the_columns_there_are() {
        assert_eq!(shorten("あいうえお", 10), "あいうえお");
        assert_eq!(shorten("あいうえお", 9), "あいうえ…");
        assert_eq!(shorten("あい\nうえお", 8), "あい う…");
    }

    #[test]
    fn nothing_acts_on_the_terminal() {
        assert_eq!(printable("赤\u{1b}[31m\u{202e}字\t。"), "赤␛[31m\u{fffd}字 。");
    }
}
