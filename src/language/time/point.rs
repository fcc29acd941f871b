//! One end of a time: a year, a month, a day, a quarter, and what may stand after each.

use super::cursor::Cursor;
use super::parts::{stretch, sub_year, weekday};
use super::period::{Part, Point, Stretch};
use super::year::{self, Year};
use super::{TimeKind, TimeProblem, separated};

/// What stands at a cursor.
#[derive(Clone, Copy, Debug)]
pub(super) struct WrittenPoint {
    pub(super) point: Point,
    pub(super) kind: TimeKind,
    pub(super) problem: Option<TimeProblem>,
    /// The unit is left out and stands after the other end of a range: the 5 of `5〜8月`.
    pub(super) lacks_unit: bool,
}

/// What joins the ends of a range.
pub(super) const CONNECTORS: [&str; 7] = ["~", "-", "から", "より", "→", "⇒", "ー"];

type Form = fn(&mut Cursor, Option<Point>) -> Option<WrittenPoint>;

/// A time at the cursor. `left` is the other end where this is the right end of a range: it may lend
/// its month to a bare day.
pub(super) fn point(cursor: &mut Cursor, left: Option<Point>) -> Option<WrittenPoint> {
    let start = *cursor;
    let forms: [Form; 4] =
        [separated::separated, with_year, |cursor, _| part_alone(cursor), borrowing];
    let found = forms.iter().find_map(|form| {
        let mut ahead = start;
        form(&mut ahead, left).map(|found| (found, ahead))
    });
    let (mut found, end) = found?;
    *cursor = end;
    if found.point.year == Some(Year::Blank) || found.kind == TimeKind::Placeholder {
        found.kind = TimeKind::Placeholder;
        found.problem = None;
    } else if found.problem.is_none() && !found.point.is_possible() {
        found.problem = Some(TimeProblem::Impossible);
    }
    Some(found)
}

/// `2023年`, `令和4年度` and the part of it that follows.
fn with_year(cursor: &mut Cursor, _: Option<Point>) -> Option<WrittenPoint> {
    let written = year::written_year(cursor)?;
    if !written.closed {
        // R5年度末 is closed; 「R5末」 and a year alone in letters are not.
        let mut ahead = *cursor;
        if !matches!(written.year, Year::Known(_)) || !ahead.eat("末") {
            return None;
        }
        *cursor = ahead;
        let point = Point { year: Some(written.year), fiscal: false, part: Part::End };
        return Some(WrittenPoint {
            point,
            kind: TimeKind::WithinYear,
            problem: written.problem,
            lacks_unit: false,
        });
    }
    if cursor.sees("問題") {
        // 2025年問題 is a name.
        return None;
    }
    let mut ahead = *cursor;
    ahead.break_for_looks();
    ahead.eat("の");
    let follows = if written.fiscal { within_fiscal_year(&mut ahead) } else { None };
    let follows = follows.or_else(|| {
        ahead = *cursor;
        if written.fiscal { None } else { within_year(&mut ahead) }
    });
    let follows = follows.or_else(|| {
        ahead = *cursor;
        ahead.break_for_looks();
        ahead.eat("の");
        sub_year(&mut ahead)
    });
    let (part, kind, mut problem, lacks_unit) = match follows {
        Some(found) => {
            *cursor = ahead;
            (found.point.part, found.kind, found.problem, found.lacks_unit)
        }
        None => {
            let kind = if written.fiscal { TimeKind::FiscalYear } else { TimeKind::Year };
            (Part::Whole, kind, None, false)
        }
    };
    problem = written.problem.or(problem);
    let point = Point { year: Some(written.year), fiscal: written.fiscal, part };
    Some(WrittenPoint { point, kind, problem, lacks_unit })
}

fn within_fiscal_year(cursor: &mut Cursor) -> Option<WrittenPoint> {
    let words = [
        ("末", Part::End, TimeKind::WithinYear),
        ("内", Part::Within, TimeKind::WithinYear),
        ("中", Part::Within, TimeKind::WithinYear),
        ("当初", Part::Start, TimeKind::Month),
        ("初め", Part::Start, TimeKind::Month),
        ("はじめ", Part::Start, TimeKind::Month),
        ("前半", Part::Half(1, Stretch::Whole), TimeKind::HalfYear),
        ("後半", Part::Half(2, Stretch::Whole), TimeKind::HalfYear),
    ];
    let (_, part, kind) = words.into_iter().find(|(word, ..)| cursor.eat(word))?;
    if part == Part::End {
        cursor.eat("日");
    }
    // 年度内訳, 年度初予算 and the like are other words.
    (!cursor.sees_any(&["訳", "央", "長"])).then(|| bare(part, kind))
}

fn within_year(cursor: &mut Cursor) -> Option<WrittenPoint> {
    let words = [
        ("末", Part::End, TimeKind::WithinYear),
        ("内", Part::Within, TimeKind::WithinYear),
        ("中", Part::Within, TimeKind::WithinYear),
        ("明け", Part::Month(1, Stretch::Whole), TimeKind::Month),
    ];
    let (_, part, kind) = words.into_iter().find(|(word, ..)| cursor.eat(word))?;
    // 年末年始, 年末調整, 年中行事, 年中無休 and the like are other words.
    (!cursor.sees_any(&["年始", "調整", "行事", "無休", "央", "間", "訳", "学", "手当"]))
        .then(|| bare(part, kind))
}

/// 年度末, 年内 and the like without a year before them, and what [`sub_year`] knows.
fn part_alone(cursor: &mut Cursor) -> Option<WrittenPoint> {
    if cursor.eat("年度") {
        let found = within_fiscal_year(cursor)?;
        return Some(WrittenPoint { point: Point { fiscal: true, ..found.point }, ..found });
    }
    if cursor.eat("通年") {
        return (!cursor.sees("化")).then(|| bare(Part::Whole, TimeKind::WholeYear)).map(fiscal);
    }
    if cursor.eat("年間") {
        return Some(fiscal(bare(Part::Whole, TimeKind::WholeYear)));
    }
    if cursor.sees("年") {
        cursor.eat("年");
        return within_year(cursor);
    }
    sub_year(cursor)
}

fn fiscal(found: WrittenPoint) -> WrittenPoint {
    WrittenPoint { point: Point { fiscal: true, ..found.point }, ..found }
}

/// The 15日 of 5月1日〜15日, and the 中旬 of 8月上旬〜中旬.
fn borrowing(cursor: &mut Cursor, left: Option<Point>) -> Option<WrittenPoint> {
    match left?.part {
        Part::Day(month, _) => {
            let day = cursor.value()?;
            cursor.blanks();
            (cursor.eat("日") && !cursor.sees("間")).then(|| {
                weekday(cursor);
                bare(Part::Day(month, day), TimeKind::Day)
            })
        }
        Part::Month(month, _) => cursor
            .sees_any(&["中旬", "下旬", "末"])
            .then(|| bare(Part::Month(month, stretch(cursor)), TimeKind::Month)),
        _ => None,
    }
}

pub(super) const fn bare(part: Part, kind: TimeKind) -> WrittenPoint {
    WrittenPoint {
        point: Point { year: None, fiscal: false, part },
        kind,
        problem: None,
        lacks_unit: false,
    }
}
