//! Times in a text: when, until when, how often and how long.
//!
//! `criteria.md` asks for dates in three places: the due date must be one (`due/invalid`,
//! `due/outside-fiscal-year`), the target's must not lie after it (`target/after-due`), and a date
//! for a deliverable makes a unit checkable. All of them read times here. Nothing here knows what
//! day it is: where a year is left out, it comes from the sheet's fiscal year.

mod cursor;
mod date;
mod parts;
mod period;
mod point;
mod recurring;
mod separated;
mod year;

use std::ops::Range;

pub use date::Date;

use cursor::{Cursor, fold, may_begin_time, stands_alone};
use period::Point;
use point::{CONNECTORS, WrittenPoint};
use year::Year;

/// What sort of time an expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// 3月31日, R5.3.31, 4/1.
    Day,
    /// 9月, 3月末, 10月上旬, 年度当初.
    Month,
    /// 第2四半期.
    Quarter,
    /// 上半期, 下期, 前期.
    HalfYear,
    /// A school term: 2学期.
    Term,
    /// 年内, 年末, 年度内, 年度中, 年度末.
    WithinYear,
    /// 通年, 年間: accepted as a due date, but no date that a deliverable could have.
    WholeYear,
    /// A calendar year alone: 2023年, 令和5年.
    Year,
    /// A fiscal year alone: 令和4年度. The year that a goal runs in, and no deadline.
    FiscalYear,
    /// 5月〜7月, 10月から1月.
    Range,
    /// A council session named by its month: 12月議会.
    Session,
    /// An issue of a paper named by its month: 10月号.
    Issue,
    /// 毎月, 月1回, 四半期ごと.
    Frequency,
    /// 5年間, 3か月, 10年後.
    Duration,
    /// A template's blank: 〇月末, 202〇(令和〇)年〇月末.
    Placeholder,
}

/// Why an expression of time has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeProblem {
    /// 2022（令和5）年: the two names mean different years.
    EraMismatch {
        /// The western year as written.
        western: i32,
        /// The western year that the era means.
        era: i32,
    },
    /// 2月30日, 13月, 第5四半期, or a range that ends before it begins.
    Impossible,
}

/// A time as a text writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    /// The words, in Unicode scalar values of the text.
    pub span: Range<usize>,
    /// What sort of time it is.
    pub kind: TimeKind,
    /// A day that a figure refers to (4月1日時点, 年度末現在), and no deadline.
    pub reference: bool,
    /// Why it has no value, if its writing is at fault.
    pub problem: Option<TimeProblem>,
    value: Option<(Point, Option<Point>)>,
    closing_kind: TimeKind,
}

impl TimeExpression {
    /// Whether it says by when or when: a day, a month, a part of a year, or a range that ends in
    /// one. A year alone, 通年, a frequency and a length of time do not.
    #[must_use]
    pub const fn is_date(&self) -> bool {
        self.problem.is_none()
            && matches!(
                self.closing_kind,
                TimeKind::Day
                    | TimeKind::Month
                    | TimeKind::Quarter
                    | TimeKind::HalfYear
                    | TimeKind::Term
                    | TimeKind::WithinYear
                    | TimeKind::Session
                    | TimeKind::Issue
            )
    }

    /// The kind, of a range that of its end: of 「令和4年度〜6年度」 a fiscal year.
    #[must_use]
    pub const fn closing_kind(&self) -> TimeKind {
        self.closing_kind
    }

    /// First and last day. Where no year is written, it comes from the fiscal year: January to
    /// March lie in the calendar year after. `None` for what has no value.
    #[must_use]
    pub fn resolve(&self, fiscal_year: i32) -> Option<(Date, Date)> {
        let (first, last) = self.ends(fiscal_year)?;
        Some((first.0, last.1))
    }

    /// The period it ends in, as first and last day: of a range its end, else the whole. What lies
    /// wholly after a due date has a closing period that begins after it.
    #[must_use]
    pub fn closing(&self, fiscal_year: i32) -> Option<(Date, Date)> {
        self.ends(fiscal_year).map(|(_, last)| last)
    }

    /// The fiscal year it lies in, where its own words tell.
    #[must_use]
    pub fn fiscal_year(&self) -> Option<i32> {
        let (left, right) = self.value?;
        let known = |point: Point| match point.year {
            Some(Year::Known(year)) => Some(year),
            _ => None,
        };
        let year = right.and_then(known).or_else(|| known(left))?;
        self.closing(year).map(|(start, _)| start.fiscal_year())
    }

    /// The periods of both ends.
    fn ends(&self, fiscal_year: i32) -> Option<((Date, Date), (Date, Date))> {
        if self.problem.is_some() {
            return None;
        }
        match self.value? {
            (only, None) => only.resolve(fiscal_year).map(|period| (period, period)),
            (left, Some(right)) => ends_of_range(left, right, fiscal_year),
        }
    }
}

/// Every time in the text, in its order, none overlapping another.
#[must_use]
pub fn find_times(text: &str) -> Vec<TimeExpression> {
    if !cursor::is_read_in(text) {
        return Vec::new();
    }
    let mut chars = Vec::with_capacity(text.len());
    chars.extend(text.chars().map(fold));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest @ [first, ..]) = chars.get(at..) {
        if !cursor::may_be_read(*first) {
            at += 1;
            continue;
        }
        let begins = may_begin_time(rest);
        if !begins && stands_alone(*first) {
            at += 1;
            continue;
        }
        let start = Cursor::new(&chars, at);
        let mut cursor = start;
        let expression = if begins { expression(&mut cursor) } else { None };
        if let Some(expression) = expression.filter(|time| time.span.end > at) {
            at = expression.span.end;
            found.push(expression);
        } else {
            cursor = start;
            cursor.skip_word();
            at = cursor.position().max(at + 1);
        }
    }
    found
}

/// The template's blanks in the text: 〇月末, 令和〇年.
#[must_use]
pub fn find_blanks(text: &str) -> Vec<TimeExpression> {
    let mut found = find_times(text);
    found.retain(|time| time.kind == TimeKind::Placeholder);
    found
}

/// Whether such a blank may stand here at all, with this character after it.
#[must_use]
pub fn may_be_blank(c: char, next: Option<char>) -> bool {
    cursor::may_be_blank(cursor::fold(c), next.map(cursor::fold))
}

fn expression(cursor: &mut Cursor) -> Option<TimeExpression> {
    let start = *cursor;
    let valueless = |cursor: &Cursor, kind| TimeExpression {
        span: start.position()..cursor.position(),
        kind,
        reference: false,
        problem: None,
        value: None,
        closing_kind: kind,
    };
    if recurring::frequency(cursor).is_some() {
        return Some(valueless(cursor, TimeKind::Frequency));
    }
    *cursor = start;
    if let Some(left) = point::point(cursor, None) {
        let right = right_end(cursor, &left);
        if right.is_some() || !left.lacks_unit {
            return Some(from_points(start.position()..cursor.position(), left, right, cursor));
        }
    }
    *cursor = start;
    recurring::duration(cursor).map(|()| valueless(cursor, TimeKind::Duration))
}

/// The other end of a range, if the text goes on with one.
fn right_end(cursor: &mut Cursor, left: &WrittenPoint) -> Option<WrittenPoint> {
    let mut ahead = *cursor;
    ahead.blanks();
    let joined = ahead.eat_any(&CONNECTORS) || (left.lacks_unit && ahead.eat("・"));
    if !joined {
        return None;
    }
    ahead.blanks();
    let right = point::point(&mut ahead, Some(left.point)).filter(|right| !right.lacks_unit)?;
    *cursor = ahead;
    Some(right)
}

fn from_points(
    span: Range<usize>,
    left: WrittenPoint,
    right: Option<WrittenPoint>,
    after: &Cursor,
) -> TimeExpression {
    let mut after = *after;
    after.eat("の");
    let reference = after.sees_any(&["時点", "現在", "基準日"]);
    let closing_kind = right.map_or(left.kind, |right| right.kind);
    let blank = left.kind == TimeKind::Placeholder || closing_kind == TimeKind::Placeholder;
    if blank {
        let kind = TimeKind::Placeholder;
        return TimeExpression {
            span,
            kind,
            reference,
            problem: None,
            value: None,
            closing_kind: kind,
        };
    }
    let right_point = right.map(|right| right.point);
    let mut problem = left.problem.or(right.and_then(|right| right.problem));
    let reversed = right_point.is_some_and(|right| {
        // Any fiscal year serves: one with a leap day in it, so that 2月29日 is possible.
        [2023, 2024].iter().all(|year| ends_of_range(left.point, right, *year).is_none())
    });
    if problem.is_none() && reversed {
        problem = Some(TimeProblem::Impossible);
    }
    TimeExpression {
        span,
        kind: if right.is_some() { TimeKind::Range } else { left.kind },
        reference,
        problem,
        value: Some((left.point, right_point)),
        closing_kind,
    }
}

/// The periods of both ends of a range, each lending the other its year.
fn ends_of_range(left: Point, right: Point, base: i32) -> Option<((Date, Date), (Date, Date))> {
    let ordered = |ends: &((Date, Date), (Date, Date))| ends.0.0 <= ends.1.1;
    let (first, last) = match (left.year, right.year) {
        (None, None) => {
            let last = right.resolve(base)?;
            let first = left.resolve(base)?;
            if first.0 <= last.1 {
                (first, last)
            } else {
                // 3〜4月の繁忙期: the range runs over the turn of the fiscal year. Its end is taken
                // from the sheet's year, so that it does not count as after the due date.
                (left.later(base, -1).resolve(base)?, last)
            }
        }
        (None, Some(_)) => {
            let last = right.resolve(base)?;
            let year = last.1.fiscal_year();
            let first = left.resolve(year)?;
            let earlier = || left.later(year, -1).resolve(year);
            (if first.0 <= last.1 { first } else { earlier()? }, last)
        }
        (Some(year), None) => {
            let first = left.resolve(base)?;
            let right = Point { year: Some(year), fiscal: left.fiscal, ..right };
            let last = right.resolve(base)?;
            (first, if first.0 <= last.1 { last } else { right.later(base, 1).resolve(base)? })
        }
        (Some(_), Some(_)) => {
            let first = left.resolve(base)?;
            (first, right.resolve(first.0.year)?)
        }
    };
    Some((first, last)).filter(ordered)
}

#[cfg(test)]
mod tests;
