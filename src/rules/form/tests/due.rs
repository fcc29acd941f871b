//! The due date, and the target's dates beside it.

use super::*;

#[test]
fn due_dates_that_pass() {
    for due in [
        "2023（令和5）年3月末",
        "２０２３（令和５）年３月末",
        "2023(令和5)年3月31日",
        "令和5年3月末",
        "R5.3.31",
        "2023/3/31",
        "2023-03-31",
        "2023-03-31 00:00:00",
        "3月末",
        "9月",
        "3月下旬",
        "10月上旬",
        "第2四半期",
        "上半期",
        "下期",
        "年内",
        "年度末",
        "年度内",
        "令和4年度末",
        "令和４年度中",
        "通年",
        "5月〜7月",
        "4月～3月",
        "4/1〜3/31",
        "R5.3末",
        "令和五年三月",
        "2023年3月末まで",
        "随時（3月末まで）",
        "12月議会",
        "9月（中間案）、3月（策定）",
        "平成35年3月",
        "2022(令和4)年12月28日（水）",
        "令和5年\n3月末",
        "2月28日",
        "2学期末",
        "Ｒ５．３",
        "5.3.31",
        "令和5年3月末予定",
        "年度当初",
    ] {
        assert_eq!(due_invalid::check(&with(Field::Due, due)), [], "{due}");
    }
}

#[test]
fn due_dates_that_do_not() {
    for (due, case) in [
        ("", "empty"),
        ("　\n", "empty"),
        ("〇月末", "placeholder"),
        ("○月", "placeholder"),
        ("202〇(令和〇)年〇月末", "placeholder"),
        ("２０２〇（令和〇）年〇月末", "placeholder"),
        ("令和　年　月末", "placeholder"),
        ("令和５年××月", "placeholder"),
        ("未定", "placeholder"),
        ("（未定）", "placeholder"),
        ("随時", "placeholder"),
        ("調整中。", "placeholder"),
        ("ＴＢＤ", "placeholder"),
        ("－", "placeholder"),
        ("○○", "placeholder"),
        ("2022（令和5）年3月末", "era-mismatch"),
        ("令和4（2023）年3月末", "era-mismatch"),
        ("2月30日", "impossible"),
        ("令和5年2月29日", "impossible"),
        ("2月29日", "impossible"),
        ("13月末", "impossible"),
        ("令和5年4月31日", "impossible"),
        ("令和4年度", "year-only"),
        ("2023年", "year-only"),
        ("令和4年度〜令和6年度", "year-only"),
        ("毎月", "not-a-time"),
        ("月1回", "not-a-time"),
        ("10年後", "not-a-time"),
        ("早期に", "not-a-time"),
        ("月末", "not-a-time"),
        ("完成次第", "not-a-time"),
        ("第3次計画の策定", "not-a-time"),
        ("31日", "not-a-time"),
    ] {
        assert_eq!(cases(&due_invalid::check(&with(Field::Due, due))), [case], "{due}");
    }
    let hits = due_invalid::check(&with(Field::Due, "2022（令和5）年3月末"));
    assert_eq!((value(&hits[0], "western"), value(&hits[0], "era")), ("2022", "2023"));
    assert_eq!(hits[0].place, FormPlace::in_goal(0, Field::Due, 0..13));
}

#[test]
fn a_leap_day_depends_on_the_year() {
    let mut sheet = with(Field::Due, "2月29日");
    sheet.fiscal_year = Some(2023);
    assert_eq!(due_invalid::check(&sheet), []);
    sheet.fiscal_year = None;
    assert_eq!(due_invalid::check(&sheet), []);
}

#[test]
fn due_dates_outside_the_year() {
    for (due, case) in [
        ("2022（令和4）年3月末", "before"),
        ("令和3年12月", "before"),
        ("2023（令和5）年4月", "after"),
        ("令和5年度末", "after"),
        ("翌年度末", "after"),
        ("2024年3月31日", "after"),
        ("令和4年10月〜令和5年6月", "after"),
        ("令和3年10月〜令和5年3月", "before"),
        ("中間案9月、策定 令和5年6月", "after"),
    ] {
        let hits = due_outside_fiscal_year::check(&with(Field::Due, due));
        assert_eq!(cases(&hits), [case], "{due}");
    }
    for due in [
        "2023（令和5）年3月末",
        "令和4年4月1日",
        "3月末",
        "4月",
        "通年",
        "年度内",
        "令和4年内",
        "第4四半期",
        "未定",
        "〇月末",
        "3〜4月",
        "令和4年度末",
        "10月〜3月",
        "2022（令和5）年3月末",
        "",
    ] {
        assert_eq!(due_outside_fiscal_year::check(&with(Field::Due, due)), [], "{due}");
    }
    let mut unknown = with(Field::Due, "2030年3月末");
    unknown.fiscal_year = None;
    assert_eq!(due_outside_fiscal_year::check(&unknown), []);
}

#[test]
fn targets_after_the_due_date() {
    let check = |due, target| {
        let sheet = sheet(vec![goal(&[(Field::Due, due), (Field::Target, target)])]);
        target_after_due::check(&sheet)
    };
    for (due, target, hit) in [
        ("2022（令和4）年12月末", "・中間案の公表 9月\n・計画の策定 3月", "3月"),
        ("9月末", "計画を10月に公表する。", "10月"),
        ("12月", "5月〜1月に講座を開く。", "5月〜1月"),
        ("2022年9月15日", "9月末までに公表する。", "9月末"),
        ("12月28日", "年度末までに公表する。", "年度末"),
        ("3月末", "令和5年4月から供用を始める。", "令和5年4月"),
        ("上半期", "第3四半期に公表する。", "第3四半期"),
        ("令和4年10月", "12月議会に提出する。", "12月議会"),
        ("5月〜10月", "11月に公表する。", "11月"),
    ] {
        let hits = check(due, target);
        assert_eq!(hits.len(), 1, "{due}: {target}");
        assert_eq!(value(&hits[0], "hit"), hit);
        assert_eq!(words(target, &hits[0].place.range), hit);
        assert_eq!(hits[0].related, [FormPlace::whole(0, Field::Due, &Text::from(due))]);
    }
    for (due, target) in [
        ("2023（令和5）年3月末", "・計画の策定 12月\n・市民周知 1月〜2月"),
        ("3月末", "4月1日時点の待機児童をゼロにする。"),
        ("12月末", "年度末現在の登録者を500人にする。"),
        ("3月29日", "年度末までに公表する。"),
        ("3月29日", "3月末までに公表する。"),
        ("3月15日", "3月に公表する。"),
        ("3月末", "令和5年4月の施行に向けて条例を制定する。"),
        ("3月末", "令和6年4月開校予定の学校の設計を終える。"),
        ("12月末", "令和4年度の受診率を45%にする。"),
        ("12月末", "令和7年度までの計画を策定する。"),
        ("〇月末", "3月に公表する。"),
        ("未定", "3月に公表する。"),
        ("通年", "3月に公表する。"),
        ("12月末", "5年間で20%減らす。"),
        ("9月末", "月1回開く。"),
        ("12月末", "講座を6月・11月に開く。"),
    ] {
        assert_eq!(check(due, target), [], "{due}: {target}");
    }
    assert_eq!(check("9月末", "10月に素案、12月に案をまとめ、3月に公表する。").len(), 1);
    assert_eq!(check("9月末", "10月に素案をまとめる。3月に公表する。").len(), 2);
}

#[test]
fn without_a_fiscal_year_the_due_date_has_to_tell_it() {
    let mut sheet = with(Field::Target, "計画を3月に公表する。");
    sheet.fiscal_year = None;
    sheet.goals[0].set(Field::Due, Text::from("令和4年12月末"));
    assert_eq!(cases(&target_after_due::check(&sheet)), ["after"]);
    sheet.goals[0].set(Field::Due, Text::from("12月末"));
    assert_eq!(target_after_due::check(&sheet), []);
}
