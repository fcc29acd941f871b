//! The fiscal year out of the words of a form.

use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizerBorrowed;
use regex::Regex;

/// Eras by their names, and the western year before their first.
const ERAS: &[(&[&str], i32)] =
    &[(&["令和", "R", "r"], 2018), (&["平成", "H", "h"], 1988), (&["昭和", "S", "s"], 1925)];

/// Years that a goal sheet can be of: anything else is a slip.
const YEARS: std::ops::RangeInclusive<i32> = 1926..=2199;

/// The year itself: western, or an era and a year.
const NUMBER: &str = r"(?:(?<western>\d{4})|(?<era>令和|平成|昭和|\b[RHSrhs])[\s.]*(?<year>\d{1,2}|元|[〇一二三四五六七八九十]{1,3}))";

/// The same year in the other calendar, in brackets.
const ASIDE: &str = r"(?:\([^()]{0,12}\))?";

/// A year before 年度.
static FISCAL_YEAR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"{NUMBER}\s*{ASIDE}\s*(?:年\s*{ASIDE}\s*)?度")).ok());

/// A year that stands alone, with or without 年 and 年度.
static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(r"^\s*{NUMBER}\s*年?\s*度?\s*{ASIDE}\s*年?\s*度?\s*$")).ok()
});

/// The fiscal year that a heading such as `令和4年度 部局目標シート` names: western, Japanese, in
/// full width, in kanji numerals, or as `R4年度`.
pub(super) fn in_heading(text: &str) -> Option<i32> {
    find(FISCAL_YEAR.as_ref()?, text)
}

/// The fiscal year where a field holds nothing else: also `2022`, `令和4`, `R4`.
pub(super) fn alone(text: &str) -> Option<i32> {
    find(YEAR.as_ref()?, text)
}

/// The year of a heading as the form writes it: `令和4年度`, and `1988年度` before Heisei.
pub(crate) fn in_words(year: i32) -> String {
    match year {
        2019 => "令和元年度".to_owned(),
        2020..2118 => format!("令和{}年度", year - 2018),
        1989 => "平成元年度".to_owned(),
        1990..2019 => format!("平成{}年度", year - 1988),
        _ => format!("{year}年度"),
    }
}

/// Whether a number can be a fiscal year.
pub(super) fn plausible(year: i32) -> Option<i32> {
    YEARS.contains(&year).then_some(year)
}

fn find(pattern: &Regex, text: &str) -> Option<i32> {
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let found = pattern.captures(&text)?;
    if let Some(western) = found.name("western") {
        return plausible(western.as_str().parse().ok()?);
    }
    let era = found.name("era")?.as_str();
    let (_, before) = ERAS.iter().find(|(names, _)| names.contains(&era))?;
    plausible(before + number(found.name("year")?.as_str())?)
}

/// A number below 100 in digits or kanji; 元 is 1.
fn number(text: &str) -> Option<i32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |text: &str| match text {
        "" => Some(None),
        _ => "〇一二三四五六七八九".chars().position(|c| text.chars().eq([c])).map(Some),
    };
    let value = match text.split_once('十') {
        _ if text == "元" => 1,
        Some((tens, ones)) => digit(tens)?.unwrap_or(1) * 10 + digit(ones)?.unwrap_or(0),
        None => digit(text)??,
    };
    i32::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::{alone, in_heading, in_words};

    #[test]
    fn headings() {
        for (heading, year) in [
            ("令和4年度 部局マニフェスト（部局目標シート）", Some(2022)),
            ("令和４年度　部局目標シート", Some(2022)),
            ("令和 4 年度", Some(2022)),
            ("令和元年度 目標シート", Some(2019)),
            ("令和四年度", Some(2022)),
            ("令和十二年度", Some(2030)),
            ("平成31年度", Some(2019)),
            ("2022年度 部局目標シート", Some(2022)),
            ("２０２２（令和４）年度", Some(2022)),
            ("令和4（2022）年度", Some(2022)),
            ("2022年(令和4年)度", Some(2022)),
            ("R4年度", Some(2022)),
            ("Ｒ４年度 目標一覧", Some(2022)),
            ("部局目標シート", None),
            ("4年度", None),
            ("OR4年度", None),
        ] {
            assert_eq!(in_heading(heading), year, "{heading}");
        }
    }

    #[test]
    fn years_alone() {
        for text in [
            "2022",
            "令和4",
            "令和4年",
            "令和４年度",
            "R4",
            "r4年度",
            "2022年度",
            "2022(令和4)年度",
        ] {
            assert_eq!(alone(text), Some(2022), "{text}");
        }
        for text in ["来年", "99999", "4", "令和4年度 目標", "1800"] {
            assert_eq!(alone(text), None, "{text}");
        }
    }

    #[test]
    fn words_read_back() {
        for year in 1950..2150 {
            let words = in_words(year);
            assert_eq!(in_heading(&words), Some(year), "{words}");
        }
        assert_eq!(in_words(2019), "令和元年度");
        assert_eq!(in_words(2018), "平成30年度");
    }
}
