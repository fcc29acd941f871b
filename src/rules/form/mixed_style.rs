//! `text/mixed-style`: です・ます and である・だ endings within one field.
//!
//! Read off the last letters of each unit: nouns at the end (計画の策定) are neither.

use super::{FormHit, FormPlace, texts};
use crate::language::unit;
use crate::sheet::Sheet;

const POLITE: [&str; 10] = [
    "です",
    "ます",
    "でした",
    "ました",
    "ません",
    "ませんでした",
    "でしょう",
    "ましょう",
    "ください",
    "ございます",
];

/// Besides である and だ, the endings of verbs in the plain form; adjectives alone are left out, since
/// many nouns end alike.
const PLAIN: [&str; 32] = [
    "である",
    "だ",
    "であった",
    "だった",
    "だろう",
    "ではない",
    "でない",
    "する",
    "した",
    "している",
    "していく",
    "される",
    "された",
    "されている",
    "いる",
    "ある",
    "なる",
    "なった",
    "れる",
    "れた",
    "いない",
    "しない",
    "きる",
    "ける",
    "める",
    "げる",
    "せる",
    "べる",
    "える",
    "図る",
    "行う",
    "目指す",
];

/// So many characters of a unit are shown.
const SHOWN: usize = 12;

/// Case `mixed`, for the whole field; `{polite}` and `{plain}` are how the first units of either style
/// end.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    texts(sheet)
        .filter_map(|(place, text)| {
            let (polite, plain) = styles(text)?;
            let values = vec![("polite", polite), ("plain", plain)];
            Some(FormHit::new(
                FormPlace { range: 0..text.chars().count(), ..place },
                "mixed",
                values,
            ))
        })
        .collect()
}

fn styles(text: &str) -> Option<(String, String)> {
    if !may_be_polite(text) {
        return None;
    }
    let (mut polite, mut plain) = (None, None);
    for (_, words) in unit::texts(text) {
        let end = without_closing(words);
        if POLITE.iter().any(|ending| end.ends_with(ending)) && !is_verb_in_masu(end) {
            polite.get_or_insert_with(|| shortened(end));
        } else if PLAIN.iter().any(|ending| end.ends_with(ending)) {
            plain.get_or_insert_with(|| shortened(end));
        }
    }
    polite.zip(plain)
}

/// Whether there is anything of [`POLITE`] at all, which most fields in the plain form are without.
fn may_be_polite(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let pair = (std::mem::replace(&mut before, c), c);
        matches!(
            pair,
            ('で', 'す' | 'し') | ('ま', 'す' | 'し' | 'せ') | ('く', 'だ') | ('ご', 'ざ')
        )
    })
}

/// 研ぎ澄ます, 目を覚ました: the plain form of a verb that ends in ます.
fn is_verb_in_masu(end: &str) -> bool {
    let stem = ["ます", "ました"].into_iter().find_map(|ending| end.strip_suffix(ending));
    stem.is_some_and(|stem| stem.ends_with(['済', '澄', '覚', '醒', '冷', '悩', '励']))
}

/// The end of a unit, as far as it takes to find it again.
fn shortened(words: &str) -> String {
    let before = words.chars().count().saturating_sub(SHOWN);
    let end = words.chars().skip(before);
    if before == 0 { end.collect() } else { std::iter::once('…').chain(end).collect() }
}

/// The unit without its `。` and without a bracket at its end: 「配布する（市民が選びます）」 ends in する.
fn without_closing(words: &str) -> &str {
    let is_blank = |c: char| c.is_whitespace() || c == '。';
    let mut end = words.trim_end_matches(is_blank);
    while end.ends_with(['）', ')']) {
        let Some(open) = end.rfind(['（', '(']) else { break };
        end = end.get(..open).unwrap_or_default().trim_end_matches(is_blank);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_styles_in_one_field() {
        for text in [
            "講座を開きます。冊子を配布する。",
            "・窓口は3か所です\n・相談は128件である",
            "計画を策定しました。\n利用者が増えている。",
            "改定を行う（8月）。公表します（9月）。",
        ] {
            assert!(styles(text).is_some(), "{text}");
        }
    }

    #[test]
    fn every_polite_ending_is_looked_for() {
        assert!(POLITE.iter().all(|ending| may_be_polite(ending)));
    }

    #[test]
    fn one_style_and_nouns() {
        for text in [
            "講座を開きます。冊子を配ります。",
            "計画の策定\n講座を開きます",
            "相談は128件である。増えている。",
            "「助かります」という声がある。",
            "感度を研ぎ澄ます。比率を25.5%とする。",
            "",
            "配布する（市民が選びます）。公表する。",
        ] {
            assert_eq!(styles(text), None, "{text}");
        }
    }
}
