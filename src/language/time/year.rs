//! Years as written: eras, western, both side by side, and words such as 今年度.

use super::TimeProblem;
use super::cursor::{Cursor, Number};

/// A year as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// A western year, or one of an era made western.
    Known(i32),
    /// The era is left out (`5年3月`): the era's year that is nearest counts.
    Short(i32),
    /// This year, next year: so many years after the sheet's.
    Relative(i32),
    /// A template's blank.
    Blank,
}

impl Year {
    /// The western year, seen from a year known to be near.
    pub(super) fn near(self, base: i32) -> Option<i32> {
        match self {
            Self::Known(year) => Some(year),
            Self::Short(year) => ERA_STARTS
                .iter()
                .map(|start| start + year)
                .min_by_key(|candidate| candidate.abs_diff(base)),
            Self::Relative(offset) => base.checked_add(offset),
            Self::Blank => None,
        }
    }
}

/// A year and what its writing tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct WrittenYear {
    pub(super) year: Year,
    /// 年度, not 年.
    pub(super) fiscal: bool,
    /// 年 or 年度 stands after it, so that a month may follow; otherwise `.` or `/` must.
    pub(super) closed: bool,
    pub(super) problem: Option<TimeProblem>,
}

/// The year before the first of 令和, 平成, 昭和, 大正 and 明治.
const ERA_STARTS: [i32; 5] = [2018, 1988, 1925, 1911, 1867];

/// The written years of Japan's modern eras. Years past an era's end are written too (平成32年) and
/// simply counted on.
const ERAS: [(&str, i32); 10] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
    ("㋿", 2018),
    ("㍻", 1988),
    ("㍼", 1925),
    ("㍽", 1911),
    ("㍾", 1867),
];

const LETTERS: [(&str, i32); 5] = [("R", 2018), ("H", 1988), ("S", 1925), ("T", 1911), ("M", 1867)];

const RELATIVE_FISCAL: [(&str, i32); 9] = [
    ("今年度", 0),
    ("本年度", 0),
    ("現年度", 0),
    ("当年度", 0),
    ("来年度", 1),
    ("次年度", 1),
    ("翌年度", 1),
    ("前年度", -1),
    ("昨年度", -1),
];

const RELATIVE: [(&str, i32); 8] = [
    ("今年", 0),
    ("本年", 0),
    ("当年", 0),
    ("来年", 1),
    ("翌年", 1),
    ("昨年", -1),
    ("前年", -1),
    ("去年", -1),
];

/// A year at the cursor.
pub(super) fn written_year(cursor: &mut Cursor) -> Option<WrittenYear> {
    let (start, mut ahead) = (*cursor, *cursor);
    let written = relative(&mut ahead).or_else(|| {
        ahead = start;
        named(&mut ahead)
    });
    let written = written.or_else(|| {
        ahead = start;
        short(&mut ahead)
    })?;
    *cursor = ahead;
    Some(written)
}

fn relative(cursor: &mut Cursor) -> Option<WrittenYear> {
    let (offset, fiscal) = match cursor.eat_from(&RELATIVE_FISCAL) {
        // 前年度比, 前年比: a comparison and no time.
        Some(offset) => (offset, true),
        None => (cursor.eat_from(&RELATIVE).or_else(|| next(cursor))?, false),
    };
    (!cursor.sees_any(&["比", "並", "同", "より", "を上回", "を下回"])).then_some(WrittenYear {
        year: Year::Relative(offset),
        fiscal,
        closed: true,
        problem: None,
    })
}

/// The 翌 of 4月〜翌3月.
fn next(cursor: &mut Cursor) -> Option<i32> {
    let mut ahead = *cursor;
    let month = ahead.eat("翌") && {
        let number = ahead;
        ahead.value().is_some() && ahead.eat("月") && {
            *cursor = number;
            true
        }
    };
    month.then_some(1)
}

/// A year with its era or of four digits, or both side by side.
fn named(cursor: &mut Cursor) -> Option<WrittenYear> {
    if cursor.starts_line() && cursor.sees_one_of("〇●□△*") {
        // ○年度内に公表: a bullet, unless a blank month follows (○年○月).
        let mut ahead = *cursor;
        ahead.step();
        if ahead.eat("年") && ahead.number() != Some(Number::Blank) {
            return None;
        }
    }
    let (first, first_era) = one_name(cursor)?;
    let mut closing = close(cursor);
    let mut beside = None;
    let mut ahead = *cursor;
    ahead.break_for_looks();
    if ahead.eat_any(&["(", "[", "〔", "/"]) {
        ahead.break_for_looks();
        if let Some((second, _)) = one_name(&mut ahead).filter(|(_, era)| *era != first_era) {
            closing = closing.or(close(&mut ahead));
            ahead.break_for_looks();
            if ahead.eat_any(&[")", "]", "〕"]) || closing.is_some() {
                closing = close(&mut ahead).or(closing).or(Some(false));
                beside = Some(second);
                *cursor = ahead;
            }
        }
    }
    let (fiscal, closed) = (closing == Some(true), closing.is_some());
    let (problem, year) = match (first, beside) {
        (Year::Blank, _) | (_, Some(Year::Blank)) => (None, Year::Blank),
        (Year::Known(one), Some(Year::Known(two))) if one != two => {
            let (western, era) = if first_era { (two, one) } else { (one, two) };
            (Some(TimeProblem::EraMismatch { western, era }), first)
        }
        _ => (None, first),
    };
    Some(WrittenYear { year, fiscal, closed, problem })
}

/// Goes past 年 or 年度 and tells which: `Some(true)` for 年度.
fn close(cursor: &mut Cursor) -> Option<bool> {
    let mut ahead = *cursor;
    ahead.blanks();
    ahead.eat("年").then(|| {
        *cursor = ahead;
        cursor.eat("度")
    })
}

/// A year under one name, and whether that name is an era.
fn one_name(cursor: &mut Cursor) -> Option<(Year, bool)> {
    if let Some(start) = cursor.eat_from(&ERAS) {
        return Some((era_year(cursor, start)?, true));
    }
    if cursor.eat("'") {
        let value = cursor.value().filter(|value| *value < 100)?;
        return Some((Year::Known(2000 + i32::try_from(value).ok()?), false));
    }
    if let Some(start) = cursor.eat_from(&LETTERS) {
        cursor.eat(".");
        let year = era_year(cursor, start)?;
        return (!cursor.peek().is_some_and(char::is_alphabetic) || cursor.sees_any(&["年", "末"]))
            .then_some((year, true));
    }
    cursor.eat("西暦");
    match cursor.number()? {
        Number::Value(value @ 1868..=2199) => {
            Some((Year::Known(i32::try_from(value).ok()?), false))
        }
        Number::Blank => Some((Year::Blank, false)),
        Number::Value(_) => None,
    }
}

fn era_year(cursor: &mut Cursor, start: i32) -> Option<Year> {
    let mut ahead = *cursor;
    ahead.break_for_looks();
    if ahead.eat("元") {
        *cursor = ahead;
        return Some(Year::Known(start + 1));
    }
    if ahead.position() > cursor.position() && ahead.sees("年") {
        // 「令和　年　月」: the form's own blanks.
        *cursor = ahead;
        return Some(Year::Blank);
    }
    let year = match ahead.number()? {
        Number::Value(value @ 1..=99) => Year::Known(start + i32::try_from(value).ok()?),
        Number::Value(_) => return None,
        Number::Blank => Year::Blank,
    };
    *cursor = ahead;
    Some(year)
}

/// A year without its era, which only 年度 or a month after it tells from a stretch of years.
fn short(cursor: &mut Cursor) -> Option<WrittenYear> {
    let value = i32::try_from(cursor.value().filter(|value| (1..=99).contains(value))?).ok()?;
    cursor.blanks();
    if !cursor.eat("年") {
        return None;
    }
    let fiscal = cursor.eat("度");
    let mut ahead = *cursor;
    ahead.break_for_looks();
    let month = ahead.number().is_some() && {
        ahead.blanks();
        ahead.eat("月") && !ahead.sees("間")
    };
    (fiscal || month).then_some(WrittenYear {
        year: Year::Short(value),
        fiscal,
        closed: true,
        problem: None,
    })
}
