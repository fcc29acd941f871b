//! What is wrong with a TOML file that a user wrote, in plain words.
//!
//! The parser speaks English to whoever knows TOML; configuration and rule files are written by
//! people who copied an example.

use crate::finding::Language;
use crate::nearest::nearest;

/// The parser's message, in Japanese as far as it is a common one.
pub(crate) fn message(message: &str, language: Language) -> String {
    language.pick(japanese(message), message.to_owned())
}

fn japanese(message: &str) -> String {
    let named = |start: &str| message.strip_prefix(start)?.split('`').next();
    if let Some(key) = named("unknown field `").or_else(|| named("unknown variant `")) {
        let what = if message.starts_with("unknown field") { "項目" } else { "値" };
        let known: Vec<&str> =
            message.split_once("expected").map_or("", |(_, known)| known).split('`').collect();
        let known = known.into_iter().skip(1).step_by(2);
        let known = nearest(key, known, KNOWN_SHOWN).join("、");
        return format!("「{key}」という{what}はありません。使えるもの: {known}");
    }
    if let Some(key) = named("duplicate field `").or_else(|| named("duplicate key `")) {
        return format!("「{key}」が二度あります。");
    }
    if let Some(key) = named("missing field `") {
        return format!("「{key}」が必要です。");
    }
    if message.starts_with("invalid type") {
        let expected = message.rsplit_once("expected ").map_or("", |(_, expected)| expected);
        let wanted = match expected {
            "i32" => "2022 のような整数",
            "a sequence" => "[\"…\", \"…\"] のような並び",
            "a boolean" => "true か false",
            "a map" => "{ 名前 = 値 } のような表",
            _ if expected.starts_with("struct") => "{ ja = \"…\", en = \"…\" } のような表",
            _ => "\"…\" で囲んだ文字列",
        };
        return format!("値の型が違います。{wanted}を書いてください。");
    }
    let common = COMMON.iter().find(|(start, _)| message.starts_with(start));
    match common {
        Some((_, japanese)) => (*japanese).to_owned(),
        None => format!("TOML として読めません（{message}）。"),
    }
}

/// As many of the names that would have been right are told.
const KNOWN_SHOWN: usize = 5;

/// Slips in writing TOML, by the beginning of the parser's message.
const COMMON: &[(&str, &str)] = &[
    ("duplicate key", "同じ名前が二度あります。"),
    ("unclosed array", "[ に対する ] がありません。"),
    ("unclosed inline table", "{ に対する } がありません。"),
    ("unclosed table", "[ に対する ] がありません。"),
    ("string values must be quoted", "値がないか、\"…\" で囲まれていません。"),
    ("invalid basic string", "文字列が \" で閉じていません。"),
    ("invalid multi-line basic string", "文字列が \"\"\" で閉じていません。"),
    ("invalid literal string", "文字列が ' で閉じていません。"),
    ("key with no value", "= と値がありません。"),
    ("missing comma", "値の間に , がありません。"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Settings {
        year: Option<i32>,
        folders: Option<Vec<String>>,
        name: Option<String>,
    }

    fn mistake(toml: &str) -> String {
        match toml::from_str::<Settings>(toml) {
            Err(error) => message(error.message(), Language::Japanese),
            Ok(_) => panic!("{toml} is no mistake"),
        }
    }

    #[test]
    fn common_mistakes_are_told_in_japanese() {
        for (toml, told) in [
            ("yaer = 2022", "「yaer」という項目はありません。使えるもの: year、name、folders"),
            ("year = '令和4'", "値の型が違います。2022 のような整数を書いてください。"),
            ("folders = 'a'", "値の型が違います。[\"…\", \"…\"] のような並びを書いてください。"),
            ("name = 1", "値の型が違います。\"…\" で囲んだ文字列を書いてください。"),
            ("year = 1\nyear = 2", "同じ名前が二度あります。"),
            ("folders = ['a'", "[ に対する ] がありません。"),
            ("name = abc", "値がないか、\"…\" で囲まれていません。"),
            ("name = \"abc", "文字列が \" で閉じていません。"),
            ("name", "= と値がありません。"),
            ("name =", "値がないか、\"…\" で囲まれていません。"),
        ] {
            assert_eq!(mistake(toml), told, "{toml}");
        }
    }
}
