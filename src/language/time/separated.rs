//! Dates whose parts are set apart by marks: `R5.3.31`, `2022/4/1`, `H27.10`, `4/1`.

use super::TimeKind;
use super::cursor::Cursor;
use super::parts::{stretch, weekday};
use super::period::{Part, Point};
use super::point::{CONNECTORS, WrittenPoint, bare};
use super::year::{self, Year};

/// A date with marks between its parts.
pub(super) fn separated(cursor: &mut Cursor, left: Option<Point>) -> Option<WrittenPoint> {
    let start = *cursor;
    let forms: [fn(&mut Cursor) -> Option<WrittenPoint>; 2] = [with_year, era_left_out];
    let found = forms.iter().find_map(|form| {
        *cursor = start;
        form(cursor)
    });
    found.or_else(|| {
        *cursor = start;
        month_slash_day(cursor, left)
    })
}

/// `5.3.31` as all that is typed: elsewhere it may be the number of a section.
fn era_left_out(cursor: &mut Cursor) -> Option<WrittenPoint> {
    let first = cursor.before().is_none();
    let year = cursor.value().filter(|year| first && (1..=99).contains(year))?;
    let mark = cursor.peek().filter(|mark| matches!(mark, '.' | '/'))?;
    cursor.step();
    let month = cursor.value().filter(|_| cursor.peek() == Some(mark))?;
    cursor.step();
    let day = cursor.value()?;
    weekday(cursor);
    let found = bare(Part::Day(month, day), TimeKind::Day);
    let point = Point { year: Some(Year::Short(i32::try_from(year).ok()?)), ..found.point };
    cursor.peek().is_none().then_some(WrittenPoint { point, ..found })
}

fn with_year(cursor: &mut Cursor) -> Option<WrittenPoint> {
    let western = cursor.sees_one_of("0123456789");
    // S, T and M before a number mean more than eras (M7.3): only whole dates count.
    let risky = cursor.sees_one_of("STM");
    let written = year::written_year(cursor).filter(|written| !written.closed)?;
    let mark = cursor.peek().filter(|mark| matches!(mark, '.' | '/' | '-'))?;
    cursor.step();
    let two_digits = cursor.sees_any(&["0", "10", "11", "12"]);
    let month = cursor.value()?;
    let mut ahead = *cursor;
    ahead.step();
    let day = (cursor.peek() == Some(mark)).then(|| ahead.value()).flatten();
    let found = if let Some(day) = day {
        *cursor = ahead;
        cursor.eat("日");
        weekday(cursor);
        bare(Part::Day(month, day), TimeKind::Day)
    } else {
        let ends = cursor.peek().is_none()
            || cursor.sees_any(&[
                "月", "末", "まで", "から", "~", "→", "に", "頃", "上旬", "中旬", "下旬",
            ])
            || cursor.sees_one_of(" \n、。)」・");
        let plain = match mark {
            '.' => !western || ends,
            '-' => two_digits && ends,
            _ => ends,
        };
        if risky || !plain || !(1..=12).contains(&month) {
            return None;
        }
        cursor.eat("月");
        bare(Part::Month(month, stretch(cursor)), TimeKind::Month)
    };
    let number_goes_on = cursor.sees_one_of("0123456789")
        || (cursor.sees_one_of("./") && {
            let mut next = *cursor;
            next.step();
            next.sees_one_of("0123456789")
        });
    let point = Point { year: Some(written.year), ..found.point };
    (!number_goes_on).then_some(WrittenPoint { point, problem: written.problem, ..found })
}

/// `3/31`. Fractions (1/2, 補助率10/10) look the same, so one end of a range has to be no fraction.
fn month_slash_day(cursor: &mut Cursor, left: Option<Point>) -> Option<WrittenPoint> {
    let start = *cursor;
    let (month, day) = slashed(cursor)?;
    let is_date = |cursor: &Cursor, (month, day): (u32, u32)| {
        day > 12
            || month > day
            || cursor.sees_any(&["まで", "時点", "現在", "付", "開催", "(月", "(火", "(水", "(木"])
            || cursor.sees_any(&["(金", "(土", "(日"])
    };
    let right_is_date = || {
        let mut right = *cursor;
        right.blanks();
        right.eat_any(&CONNECTORS) && {
            right.blanks();
            slashed(&mut right).is_some_and(|parts| is_date(&right, parts))
        }
    };
    let whole_text = start.before().is_none() && cursor.peek().is_none();
    let after_date = matches!(left, Some(Point { part: Part::Day(..), .. }));
    if !(after_date || whole_text || is_date(cursor, (month, day)) || right_is_date()) {
        return None;
    }
    weekday(cursor);
    Some(bare(Part::Day(month, day), TimeKind::Day))
}

fn slashed(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let before = cursor.before();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | ',')) {
        return None;
    }
    let month = cursor.value()?;
    if !cursor.eat("/") {
        return None;
    }
    let day = cursor.value()?;
    let whole = !cursor.sees_one_of("/.,0123456789%");
    (whole && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
}
