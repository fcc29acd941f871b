//! How often and how long: what has no day of its own.

use super::cursor::Cursor;

/// `毎月`, `毎週土曜`, `四半期ごと`, `月1回`, `5年に1度` at the cursor.
pub(super) fn frequency(cursor: &mut Cursor) -> Option<()> {
    let start = *cursor;
    let forms: [fn(&mut Cursor) -> Option<()>; 4] = [every, per_period, times_in, counted_period];
    forms.iter().find_map(|form| {
        *cursor = start;
        form(cursor)
    })
}

/// `5年間`, `3か月`, `10年後`, `2日以内` at the cursor.
pub(super) fn duration(cursor: &mut Cursor) -> Option<()> {
    if !cursor.eat("半") {
        cursor.value()?;
    }
    cursor.blanks();
    let unit = months(cursor) || cursor.eat_any(&["年間", "月間", "週間", "日間"]);
    let counted = unit || years(cursor) || {
        let mut ahead = *cursor;
        ahead.eat_any(&["年半", "年", "日"])
            && ahead.sees_any(&[
                "後", "前", "以内", "以上", "未満", "程度", "ぶり", "連続", "続け", "余り", "超",
            ])
            && {
                *cursor = ahead;
                true
            }
    };
    cursor.eat("間");
    cursor.eat_any(&["後", "以内", "以上", "未満", "程度", "ぶり", "連続"]);
    counted.then_some(())
}

fn every(cursor: &mut Cursor) -> Option<()> {
    if cursor.eat_any(&["隔", "各"]) {
        // 各月, 各年度; but 各日程 and 各年代 are other words.
        let unit = cursor.eat_any(&["年度", "月", "週", "四半期"]);
        return unit.then(|| on_weekday(cursor));
    }
    if !cursor.eat("毎") {
        return None;
    }
    let unit = cursor.eat_any(&["年度", "年", "月", "週", "日", "朝", "晩", "四半期", "学期"]);
    cursor.eat("末");
    let mut ahead = *cursor;
    if ahead.value().is_some() && ahead.eat_any(&["月", "日", "回"]) {
        *cursor = ahead;
        if ahead.value().is_some() && ahead.eat("日") {
            *cursor = ahead;
        }
    } else {
        on_weekday(cursor);
    }
    unit.then_some(())
}

/// `第2木曜日`, `土曜`, `月・水曜日`.
fn on_weekday(cursor: &mut Cursor) {
    let mut ahead = *cursor;
    if ahead.eat("第") {
        while ahead.value().is_some() {
            ahead.eat_any(&["・", "、"]);
            ahead.eat("第");
        }
    }
    while ahead.sees_one_of("月火水木金土日・") {
        ahead.step();
    }
    if ahead.eat("曜") {
        ahead.eat("日");
        *cursor = ahead;
    }
}

/// `四半期ごと`, `月ごと`, `月次`.
fn per_period(cursor: &mut Cursor) -> Option<()> {
    if follows_number(cursor) {
        return None;
    }
    if cursor.eat_any(&["月次", "週次"]) {
        return Some(());
    }
    let unit = cursor.eat_any(&["四半期", "半期", "半年", "学期", "年度", "年", "月", "週", "日"]);
    (unit && cursor.eat_any(&["ごと", "毎"])).then_some(())
}

/// `月1回`, `年に2度`, `週5日`, `年間12回`.
fn times_in(cursor: &mut Cursor) -> Option<()> {
    if follows_number(cursor) {
        return None;
    }
    let unit = cursor.eat_any(&["四半期", "半期", "半年", "年度", "年間", "年", "月", "週", "日"]);
    (unit && times(cursor)).then_some(())
}

/// `3か月ごと`, `5年に1度`, `1日1回`.
fn counted_period(cursor: &mut Cursor) -> Option<()> {
    cursor.value()?;
    cursor.blanks();
    let unit = months(cursor) || years(cursor) || cursor.eat_any(&["年", "週間", "週", "日"]);
    if !unit {
        return None;
    }
    if cursor.eat_any(&["ごと", "毎", "おき"]) {
        return Some(());
    }
    times(cursor).then_some(())
}

fn times(cursor: &mut Cursor) -> bool {
    cursor.eat_any(&["に", "延べ", "約"]);
    if cursor.value().is_none() {
        return false;
    }
    if cursor.eat_any(&["~", "-", "・"]) {
        let _ = cursor.value();
    }
    cursor.eat_any(&["回", "度"]) || (cursor.eat("日") && !cursor.sees_any(&["号", "付", "現在"]))
}

fn follows_number(cursor: &Cursor) -> bool {
    cursor.before().is_some_and(|c| {
        c.is_ascii_digit()
            || matches!(
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
                    | '元'
                    | '半'
                    | 'か'
                    | '同'
                    | '今'
                    | '本'
                    | '来'
                    | '翌'
                    | '前'
                    | '昨'
                    | '毎'
                    | '各'
                    | '正'
                    | '何'
                    | '数'
            )
    })
}

fn months(cursor: &mut Cursor) -> bool {
    cursor.eat_any(&["か月", "カ月", "ヶ月", "ヵ月", "ケ月", "箇月"])
}

fn years(cursor: &mut Cursor) -> bool {
    cursor.eat_any(&["か年", "カ年", "ヶ年", "ヵ年", "ケ年", "箇年"])
}
