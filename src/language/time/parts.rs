//! Parts of a year: quarters, halves, school terms, months and days.

use super::TimeKind;
use super::cursor::{Cursor, Number};
use super::period::{Part, Stretch};
use super::point::{CONNECTORS, WrittenPoint, bare};

/// A quarter, half or school term, or a month with what follows it.
pub(super) fn sub_year(cursor: &mut Cursor) -> Option<WrittenPoint> {
    let start = *cursor;
    let forms: [fn(&mut Cursor) -> Option<WrittenPoint>; 4] = [quarter, half, term, month_day];
    forms.iter().find_map(|form| {
        *cursor = start;
        form(cursor)
    })
}

fn quarter(cursor: &mut Cursor) -> Option<WrittenPoint> {
    let named = cursor.eat("第");
    let roman = cursor.eat_from(&[("Ⅰ", 1), ("Ⅱ", 2), ("Ⅲ", 3), ("Ⅳ", 4)]);
    // 第三四半期 would read as 34.
    let kanji = [("〇", 0), ("一", 1), ("二", 2), ("三", 3), ("四", 4)];
    let kanji = kanji.into_iter().find(|(numeral, _)| {
        let mut ahead = *cursor;
        ahead.eat(numeral) && ahead.sees("四半期")
    });
    let number = match (roman, kanji) {
        (Some(number), _) => Number::Value(number),
        (None, Some((numeral, number))) => {
            cursor.eat(numeral);
            if number == 0 { Number::Blank } else { Number::Value(number) }
        }
        (None, None) => cursor.number()?,
    };
    cursor.blanks();
    let mut ahead = *cursor;
    let lacks_unit = named && joined_number(&mut ahead) && ahead.sees_any(&["四半期", "Q"]);
    let unit = cursor.eat("四半期") || (cursor.eat("Q") && !sees_letter(cursor));
    if !unit && !lacks_unit {
        return None;
    }
    match number {
        Number::Blank => Some(bare(Part::Whole, TimeKind::Placeholder)),
        Number::Value(number) => {
            let part = Part::Quarter(number, stretch(cursor));
            (!cursor.sees_any(&["ごと", "毎"]))
                .then(|| WrittenPoint { lacks_unit, ..bare(part, TimeKind::Quarter) })
        }
    }
}

fn half(cursor: &mut Cursor) -> Option<WrittenPoint> {
    let names =
        [("上半期", 1), ("下半期", 2), ("上期", 1), ("下期", 2), ("前半期", 1), ("後半期", 2)];
    if let Some(number) = cursor.eat_from(&names) {
        return Some(bare(Part::Half(number, stretch(cursor)), TimeKind::HalfYear));
    }
    let number = cursor.eat_from(&[("前期", 1), ("後期", 2)])?;
    // 前期 and 後期 are parts of many names (後期高齢者, 後期基本計画): only where the word ends.
    let part = Part::Half(number, stretch(cursor));
    let ends = cursor.peek().is_none()
        || cursor.sees_any(&["に", "から", "まで", "は"])
        || cursor.sees_one_of(" \n~-,、。・)(」→");
    ends.then(|| bare(part, TimeKind::HalfYear))
}

fn term(cursor: &mut Cursor) -> Option<WrittenPoint> {
    cursor.eat("第");
    let number = cursor.value()?;
    cursor.eat("学期").then(|| bare(Part::Term(number, stretch(cursor)), TimeKind::Term))
}

/// A month and its day or stretch; council sessions and issues named by their month.
fn month_day(cursor: &mut Cursor) -> Option<WrittenPoint> {
    let start = *cursor;
    let number = match cursor.number() {
        Some(number) => number,
        // 「令和5年　月　日」: the form's own blanks.
        None if cursor.before() == Some(' ') && cursor.sees("月") => Number::Blank,
        None => return None,
    };
    cursor.blanks();
    if !cursor.eat("月") {
        let mut ahead = *cursor;
        let Number::Value(month) = number else { return None };
        let joined = joined_number(&mut ahead) && ahead.eat("月") && !ahead.sees("間");
        return joined.then(|| WrittenPoint {
            lacks_unit: true,
            ..bare(Part::Month(month, Stretch::Whole), TimeKind::Month)
        });
    }
    let month = match number {
        Number::Value(_) if is_no_month(cursor, &start) => return None,
        Number::Value(month) => month,
        Number::Blank => return blank_month(cursor, &start),
    };
    let mut found = after_month(cursor, month);
    if cursor.eat_any(&[
        "定例",
        "議会",
        "臨時議会",
        "臨時会",
        "市議会",
        "町議会",
        "村議会",
        "補正",
        "会議",
    ]) {
        cursor.eat_any(&["市議会", "議会", "月会議", "会議", "会"]);
        found.kind = TimeKind::Session;
    } else if cursor.eat_any(&["発行号", "号"]) {
        found.kind = TimeKind::Issue;
    }
    Some(found)
}

/// 3月間, 五月雨 and the like.
fn is_no_month(cursor: &Cursor, start: &Cursor) -> bool {
    cursor.sees_any(&[
        "間",
        "額",
        "雨",
        "晴れ",
        "人形",
        "堂",
        "面",
        "並み",
        "経過",
        "当たり",
        "あたり",
    ]) || start.before().is_some_and(|c| c == '数')
}

fn after_month(cursor: &mut Cursor, month: u32) -> WrittenPoint {
    let mut ahead = *cursor;
    ahead.break_for_looks();
    if let Some(number) = ahead.number() {
        let mut unit = ahead;
        unit.blanks();
        let day = unit.eat("日") && !unit.sees_any(&["間", "以内", "程度", "ごと"]);
        let joined = !day && joined_number(&mut ahead) && {
            ahead.blanks();
            ahead.eat("日") && !ahead.sees("間")
        };
        if day {
            *cursor = unit;
        } else if joined {
            // 5月1〜15日: the unit stands after the other end.
            cursor.break_for_looks();
            let _ = cursor.number();
        }
        match number {
            Number::Blank if day => return bare(Part::Whole, TimeKind::Placeholder),
            Number::Value(day_number) if day || joined => {
                weekday(cursor);
                let part = Part::Day(month, day_number);
                return WrittenPoint { lacks_unit: joined, ..bare(part, TimeKind::Day) };
            }
            _ => {}
        }
    }
    bare(Part::Month(month, stretch(cursor)), TimeKind::Month)
}

/// `〇月末`, `○月○日`.
fn blank_month(cursor: &mut Cursor, start: &Cursor) -> Option<WrittenPoint> {
    let bullet = start.starts_line() && start.sees_one_of("〇●□△*") && {
        let mut second = *start;
        second.step();
        second.sees("月")
    };
    // ○月1回, ○月例会: there the circle is a bullet.
    let ends = cursor.peek().is_none()
        || cursor
            .sees_any(&["末", "上旬", "中旬", "下旬", "初", "中", "半ば", "頃", "ごろ", "ころ"])
        || cursor.sees_any(&["まで", "から", "に", "~", "-", "、", "(", ")", " ", "\n"])
        || cursor.sees_one_of("〇●□×X_*");
    let mut counted = *cursor;
    counted.eat("に");
    if bullet && (!ends || matches!(counted.number(), Some(Number::Value(_)))) {
        return None;
    }
    let _ = after_month(cursor, 1);
    let mut day = *cursor;
    day.blanks();
    if day.position() > cursor.position() && day.eat("日") {
        *cursor = day;
    }
    Some(bare(Part::Whole, TimeKind::Placeholder))
}

pub(super) fn weekday(cursor: &mut Cursor) {
    let mut ahead = *cursor;
    ahead.blanks();
    if ahead.eat("(") && ahead.sees_one_of("月火水木金土日祝") {
        for _ in 0..5 {
            ahead.step();
            if ahead.eat(")") {
                *cursor = ahead;
                return;
            }
            if !ahead.sees_one_of("月火水木金土日祝曜・") {
                return;
            }
        }
    }
}

pub(super) fn stretch(cursor: &mut Cursor) -> Stretch {
    let mut ahead = *cursor;
    ahead.eat("の");
    let words = [
        ("末日", Stretch::End),
        ("末", Stretch::End),
        ("上旬", Stretch::Early),
        ("初旬", Stretch::Early),
        ("初め", Stretch::Early),
        ("はじめ", Stretch::Early),
        ("当初", Stretch::Early),
        ("中旬", Stretch::Middle),
        ("中頃", Stretch::Middle),
        ("中ごろ", Stretch::Middle),
        ("半ば", Stretch::Middle),
        ("下旬", Stretch::Late),
        ("前半", Stretch::FirstHalf),
        ("後半", Stretch::SecondHalf),
        ("内", Stretch::Whole),
        ("中", Stretch::Whole),
    ];
    match ahead.eat_from(&words) {
        Some(stretch) => {
            *cursor = ahead;
            stretch
        }
        None => Stretch::Whole,
    }
}

/// `〜8` after the first number of `5〜8月`.
fn joined_number(cursor: &mut Cursor) -> bool {
    cursor.blanks();
    if !cursor.eat_any(&CONNECTORS) && !cursor.eat("・") {
        return false;
    }
    cursor.blanks();
    cursor.eat("第");
    let value = cursor.value().is_some();
    cursor.blanks();
    value
}

fn sees_letter(cursor: &Cursor) -> bool {
    cursor.peek().is_some_and(|c| c.is_ascii_alphanumeric())
}
