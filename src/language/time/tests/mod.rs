mod properties;
mod refused;
mod values;

use super::*;

/// What [`find_times`] reads, one line each: words, kind, and days in the fiscal year 2022.
fn read(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    find_times(text)
        .into_iter()
        .map(|time| {
            let words: String = chars[time.span.clone()].iter().collect();
            let mut line = format!("{words} {:?}", time.kind);
            if let Some(problem) = time.problem {
                line += &format!(" {problem:?}");
            }
            if let Some((first, last)) = time.resolve(2022) {
                let day = |d: Date| format!("{}-{:02}-{:02}", d.year, d.month, d.day);
                line += &format!(" {}", day(first));
                if first != last {
                    line += &format!("/{}", day(last));
                }
            }
            if time.reference { line + " reference" } else { line }
        })
        .collect()
}

#[track_caller]
fn reads(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(text) != *expected)
        .map(|(text, expected)| {
            format!("{text}\n  read     {:?}\n  expected {expected:?}", read(text))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The whole text is one time, with this kind and these days.
#[track_caller]
fn wholly(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(text) != [format!("{text} {expected}")])
        .map(|(text, expected)| {
            format!("{text}\n  read     {:?}\n  expected {expected}", read(text))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_dates_are_dates() {
    for text in
        ["3月末", "R5.3.31", "第2四半期", "年度内", "5月〜7月", "12月議会", "10月号", "上半期"]
    {
        assert!(find_times(text).iter().any(TimeExpression::is_date), "{text}");
    }
    for text in [
        "令和4年度",
        "2023年",
        "通年",
        "毎月",
        "5年間",
        "〇月末",
        "2月30日",
        "令和4年度〜令和6年度",
    ] {
        assert!(!find_times(text).iter().any(TimeExpression::is_date), "{text}");
    }
}

#[test]
fn the_fiscal_year_comes_from_the_words_alone() {
    let year = |text| find_times(text).first().and_then(TimeExpression::fiscal_year);
    assert_eq!(year("2023（令和5）年3月末"), Some(2022));
    assert_eq!(year("令和4年度末"), Some(2022));
    assert_eq!(year("10月〜令和5年1月"), Some(2022));
    assert_eq!(year("3月末"), None);
    assert_eq!(year("来年3月"), None);
    assert_eq!(year("5年3月"), None);
}
