//! What has no day of its own, for one reason or another.

use super::*;

#[test]
fn what_is_wrong_with_a_time() {
    wholly(&[
        ("2022（令和5）年3月末", "Month EraMismatch { western: 2022, era: 2023 }"),
        ("令和4（2023）年度", "FiscalYear EraMismatch { western: 2023, era: 2022 }"),
        ("令和4年（2023年）3月", "Month EraMismatch { western: 2023, era: 2022 }"),
        ("2月30日", "Day Impossible"),
        ("令和5年2月29日", "Day Impossible"),
        ("2月29日", "Day"),
        ("13月末", "Month Impossible"),
        ("４月31日", "Day Impossible"),
        ("第5四半期", "Quarter Impossible"),
        ("R5.2.30", "Day Impossible"),
        ("令和5年3月〜令和4年4月", "Range Impossible"),
        ("〇月末", "Placeholder"),
        ("○月", "Placeholder"),
        ("○○月", "Placeholder"),
        ("○月○日", "Placeholder"),
        ("202〇(令和〇)年〇月末", "Placeholder"),
        ("２０２〇（令和〇）年〇月末", "Placeholder"),
        ("2022（令和〇）年3月末", "Placeholder"),
        ("令和5年○月○日", "Placeholder"),
        ("令和XX年XX月", "Placeholder"),
        ("××月末", "Placeholder"),
        ("令和　年　月　日", "Placeholder"),
        ("○年○月", "Placeholder"),
        ("9月〜○月", "Placeholder"),
        ("第○四半期", "Placeholder"),
    ]);
}

#[test]
fn how_often_and_how_long() {
    wholly(&[
        ("毎月", "Frequency"),
        ("毎月10日", "Frequency"),
        ("毎月第2木曜", "Frequency"),
        ("毎月第３水曜日", "Frequency"),
        ("毎月第1・第3土曜日", "Frequency"),
        ("毎週土曜", "Frequency"),
        ("毎週月・水曜日", "Frequency"),
        ("毎年6月", "Frequency"),
        ("毎年度", "Frequency"),
        ("毎月1回", "Frequency"),
        ("毎月末", "Frequency"),
        ("隔月", "Frequency"),
        ("四半期ごと", "Frequency"),
        ("月1回", "Frequency"),
        ("月２～３回", "Frequency"),
        ("年に2回", "Frequency"),
        ("週5日", "Frequency"),
        ("年間12回", "Frequency"),
        ("3か月ごと", "Frequency"),
        ("5年に1度", "Frequency"),
        ("1日1回", "Frequency"),
        ("5年間", "Duration"),
        ("3月間", "Duration"),
        ("10年後", "Duration"),
        ("３か月以内", "Duration"),
        ("2日間", "Duration"),
        ("3か年", "Duration"),
        ("14日以内", "Duration"),
        ("半年間", "Duration"),
    ]);
    reads(&[
        ("（5月〜11月、月1回）", &["5月〜11月 Range 2022-05-01/2022-11-30", "月1回 Frequency"]),
        ("11月、3日間", &["11月 Month 2022-11-01/2022-11-30", "3日間 Duration"]),
        ("9月に3回開く", &["9月 Month 2022-09-01/2022-09-30"]),
        ("6月に6回", &["6月 Month 2022-06-01/2022-06-30"]),
    ]);
}

#[test]
fn reference_days() {
    reads(&[
        ("3月1日時点の待機児童", &["3月1日 Day 2023-03-01 reference"]),
        ("年度末現在", &["年度末 WithinYear 2023-03-26/2023-03-31 reference"]),
        ("令和５年４月１日現在１，８４６人", &["令和５年４月１日 Day 2023-04-01 reference"]),
        ("3月末の時点で", &["3月末 Month 2023-03-26/2023-03-31 reference"]),
    ]);
}

#[test]
fn what_is_no_time() {
    for text in [
        "",
        "第3次総合計画",
        "第4期計画",
        "24時間365日",
        "2025年問題",
        "2,025人",
        "12.5人",
        "国道482号",
        "1万人プロジェクト",
        "翌日",
        "1月当たり",
        "7-5・①",
        "4-3・②",
        "後期高齢者医療",
        "前期基本計画",
        "後期基本計画",
        "五月雨",
        "十日町市",
        "四日市市",
        "三日月",
        "2年生",
        "勤続7年目",
        "補助率1/2",
        "補助率10/10",
        "3分の2",
        "1/2〜2/3",
        "059-522-9600",
        "0595-22-9111",
        "192.168.1.1",
        "M7.3",
        "S1",
        "R5",
        "CO2",
        "3.5月分",
        "月額5千円",
        "年末調整",
        "年中無休",
        "前年度比5%減",
        "第2木曜日",
        "一人ひとり",
        "○月例会の開催",
        "○年間を通し",
        "週間予報",
        "日々",
        "毎号読む",
        "半期",
        "四半期",
        "随時",
        "未定",
        "早期に",
        "DX",
        "通年化",
        "年代別",
        "6割",
    ] {
        let found: Vec<String> = read(text)
            .into_iter()
            .filter(|line| !line.ends_with("WholeYear 2022-04-01/2023-03-31"))
            .collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    // After a bullet that is a circle.
    reads(&[
        ("○5月に開始", &["5月 Month 2022-05-01/2022-05-31"]),
        ("○9年間の学び", &["9年間 Duration"]),
        ("○年度内に公表", &["年度内 WithinYear 2022-04-01/2023-03-31"]),
        ("○月1回の会議", &["月1回 Frequency"]),
    ]);
}
