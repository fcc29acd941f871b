//! Figures: numbers with what they count, hedges beside them, and numbers that are only names.

use std::ops::Range;

use super::Time;
use super::TimeKind;
use super::classes::Known;
use super::dictionary::Pos;
use super::lexicon::{Classes, Lexicons};
use super::token::Token;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A share or a relation to something else: 45％, 3割, 1.5倍, 半数.
    Ratio,
    /// Things, persons, acts, amounts: 12回, 3施設, 2億円.
    Quantity,
    /// A number without a unit.
    Bare,
}

/// A number in a unit. Positions count bytes of the unit's analysed text.
#[derive(Clone, Debug)]
pub struct Figure {
    /// First byte of the number.
    pub start: usize,
    /// After its unit.
    pub end: usize,
    /// What it counts.
    pub measure: Measure,
    /// Its unit (人, ％); empty where there is none.
    pub unit: Box<str>,
    /// The hedge beside it (約, 程度), if any.
    pub hedge: Option<(usize, usize)>,
    /// Whether 以上, 以下, 以内 or 未満 makes it a bound.
    pub bound: bool,
    /// Whether it is part of a name (第3次計画, 国道163号) or a year, an age, a reference: nothing counted.
    pub name: bool,
}

/// Words that are figures by themselves.
const SHARES: &[&str] =
    &["ゼロ", "皆無", "半数", "過半数", "半分", "半減", "倍増", "半額", "皆増", "皆減"];

/// Finds the figures of a unit. `times` are spans that a date or period takes up.
#[must_use]
pub fn figures(
    text: &str,
    tokens: &[Token],
    times: &[Time],
    lexicons: &Lexicons,
    known: &Known,
) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut from = 0;
    while let Some(digit) =
        text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
    {
        let at = from + digit;
        let end = number_end(text, at);
        if !in_date(times, at) && !in_latin(text, at, end) {
            figures.push(figure(text, tokens, at..end, lexicons, known));
        }
        from = figures.last().map_or(end, |figure: &Figure| figure.end.max(end));
    }
    for (index, token) in tokens.iter().enumerate() {
        let surface = token.surface(text);
        let share = surface.starts_with(['ゼ', '皆', '過', '半', '倍'])
            && SHARES.contains(&surface)
            // ゼロカーボン, 半数改選: part of a name.
            && !(surface == "ゼロ" && tokens.get(index + 1).is_some_and(|next| {
                next.start == token.end && next.is_noun() && !next.is_verbal_noun() && next.surface(text) != "件"
                    && next.pos != Pos::NOUN_SUFFIX_COUNTER
            }));
        let kanji = token.pos == Pos::NOUN_NUMBER
            && surface.chars().all(is_kanji_numeral)
            && surface != "一"
            && tokens.get(index + 1).is_some_and(|next| {
                next.start == token.end
                    && (next.pos == Pos::NOUN_SUFFIX_COUNTER
                        || lexicons.classes(next.surface(text)).intersects(known.unit_counter))
            })
            && tokens.get(index.wrapping_sub(1)).is_none_or(|before| before.surface(text) != "第");
        if (share || kanji)
            && !figures.iter().any(|f| f.start <= token.start && token.start < f.end)
            && !in_date(times, token.start)
        {
            let mut found = figure(text, tokens, token.start..token.end, lexicons, known);
            if share {
                found.measure = Measure::Ratio;
            }
            figures.push(found);
        }
    }
    figures.sort_by_key(|figure| figure.start);
    figures
}

const fn is_kanji_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '両'
            | '数'
    )
}

/// Whether a number there is part of a date. A length of time or a frequency counts something.
fn in_date(times: &[Time], at: usize) -> bool {
    times.iter().any(|time| {
        time.start <= at
            && at < time.end
            && time.kind() != TimeKind::Duration
            && time.kind() != TimeKind::Frequency
    })
}

/// The end of the number that begins at `at`; `at` itself where none does.
fn number_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut digits = false;
    for character in text.get(at..).unwrap_or_default().chars() {
        let goes_on = match character {
            '0'..='9' => {
                digits = true;
                true
            }
            ',' | '.' => {
                digits
                    && text
                        .get(end + 1..)
                        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            }
            '万' | '億' | '兆' | '千' | '百' | '十' => digits,
            _ => false,
        };
        if !goes_on {
            break;
        }
        end += character.len_utf8();
    }
    end
}

/// 「2B」「R5」「H29」「B型」: a number inside a code.
fn in_latin(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|rest| rest.chars().next_back());
    let after = text.get(end..).and_then(|rest| rest.chars().next());
    let code = |c: Option<char>| c.is_some_and(|c| c.is_ascii_uppercase());
    code(before)
        || code(after)
            && !text.get(end..).is_some_and(|rest| {
                rest.starts_with("GB") || rest.starts_with("MB") || rest.starts_with("LED")
            })
        || before == Some('－')
            && text.get(..start).is_some_and(|rest| {
                rest.trim_end_matches('－').ends_with(|c: char| c.is_ascii_digit())
            })
}

fn figure(
    text: &str,
    tokens: &[Token],
    number: Range<usize>,
    lexicons: &Lexicons,
    known: &Known,
) -> Figure {
    let Range { start, end: number } = number;
    let after = text.get(number..).unwrap_or_default();
    let unit = longest(after, lexicons, known.unit_counter);
    let mut end = number + unit;
    let rest = text.get(end..).unwrap_or_default();
    let before = text.get(..start).unwrap_or_default();
    let name_after = longest(after, lexicons, known.number_name_after);
    let word_before = |classes| word_before(before, tokens, lexicons, classes);
    let name = word_before(known.number_name_before).is_some()
        || name_after > 0
            && (name_after > unit
                || name_after == unit && longest(rest, lexicons, known.exact_after) == 0);
    let mut figure = Figure {
        start,
        end,
        measure: measure(
            text.get(number..end).unwrap_or_default(),
            text.get(start..number).unwrap_or_default(),
        ),
        unit: text.get(number..end).unwrap_or_default().into(),
        hedge: None,
        bound: false,
        name,
    };
    let hedge = longest(rest, lexicons, known.hedge_after);
    let exact = longest(rest, lexicons, known.exact_after);
    if hedge > 0 {
        figure.hedge = Some((end, end + hedge));
    } else if exact > 0 {
        figure.bound = true;
        end += exact;
        figure.end = end;
    }
    if figure.hedge.is_none()
        && let Some(length) = word_before(known.hedge_before)
    {
        figure.hedge = Some((start - length, start));
    }
    figure
}

fn measure(unit: &str, number: &str) -> Measure {
    match unit {
        "％" | "%" | "パーセント" | "割" | "倍" | "ポイント" | "分の" => {
            Measure::Ratio
        }
        "" if SHARES.contains(&number) => Measure::Ratio,
        "" => Measure::Bare,
        _ => Measure::Quantity,
    }
}

/// The length of the longest entry of `classes` that `text` begins with.
fn longest(text: &str, lexicons: &Lexicons, classes: Classes) -> usize {
    if !lexicons.may_begin(text) {
        return 0;
    }
    text.char_indices()
        .take(7)
        .map(|(at, character)| at + character.len_utf8())
        .filter(|end| {
            text.get(..*end).is_some_and(|word| lexicons.classes(word).intersects(classes))
        })
        .last()
        .unwrap_or(0)
}

/// The length of the longest entry of `classes` that `text` ends with, blanks after it included. It
/// begins with a word: 「成約 4件」 is not hedged by 約, and 「訪問 4社」 is no 問4.
fn word_before(
    text: &str,
    tokens: &[Token],
    lexicons: &Lexicons,
    classes: Classes,
) -> Option<usize> {
    let trimmed = text.trim_end_matches(' ');
    let holds = |at: usize| {
        trimmed.get(at..).is_some_and(|word| lexicons.classes(word).intersects(classes))
            && tokens.binary_search_by_key(&at, |token| token.start).is_ok()
    };
    let starts = trimmed.char_indices().rev().take(6).map(|(at, _)| at);
    starts.filter(|at| holds(*at)).last().map(|at| text.len() - at)
}
