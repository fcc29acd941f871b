//! `text/character`: characters that screen readers, search and other offices' computers stumble
//! over. ①, ㎡, ㈱, 〜 and — pass.

use std::ops::Range;

use super::{FormHit, FormPlace, first_in_each_unit, texts, words};
use crate::sheet::Sheet;

/// Cases `half-width-kana`, `combining-mark` (with its letter) and `radical`, with the ordinary
/// characters as `{suggestion}`; `private-use`; and `control`, with any mark that stands for nothing.
/// At most one in a unit. `{hit}` is the characters, `{code}` the first one's code point, such as
/// `U+FF76`.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let mut hits = Vec::new();
    for (place, text) in texts(sheet) {
        for (range, case) in first_in_each_unit(text, find(text)) {
            let hit = words(text, &range);
            let odd = hit.chars().find(|c| case_of(*c).is_some());
            let suggestion = suggestion(&hit);
            let case = match case {
                "combining-mark" | "radical" if suggestion.is_empty() => "control",
                case => case,
            };
            let values = vec![
                ("suggestion", suggestion),
                ("code", odd.map_or_else(String::new, |c| format!("U+{:04X}", u32::from(c)))),
                ("hit", hit),
            ];
            hits.push(FormHit::new(FormPlace { range, ..place.clone() }, case, values));
        }
    }
    hits
}

fn case_of(c: char) -> Option<&'static str> {
    Some(match c {
        // Most of any text.
        'ぁ'..='ん' | 'ァ'..='ヶ' | '㐀'..='鿿' => return None,
        '\u{ff61}'..='\u{ff9f}' => "half-width-kana",
        '\u{3099}' | '\u{309a}' => "combining-mark",
        '\u{2f00}'..='\u{2fdf}' => "radical",
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => "private-use",
        // A tab is a blank.
        '\n' | '\t' => return None,
        c if c.is_control() => "control",
        _ => return None,
    })
}

/// Runs of characters of one case.
fn find(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found: Vec<(Range<usize>, &'static str)> = Vec::new();
    let mut before = None;
    for (at, c) in text.chars().enumerate() {
        if let Some(case) = case_of(c) {
            // The mark makes one letter with the one before it.
            let start = if case == "combining-mark" && before.is_some() { at - 1 } else { at };
            match found.last_mut() {
                Some((range, last)) if range.end == start && *last == case => range.end = at + 1,
                _ => found.push((start..at + 1, case)),
            }
        }
        before = Some(c).filter(|c| *c != '\n');
    }
    found
}

/// The ordinary characters; empty where there are none.
fn suggestion(odd: &str) -> String {
    let mut plain = String::new();
    for c in odd.chars() {
        let before = plain.chars().next_back();
        let voiced = before.and_then(|before| match c {
            '\u{3099}' | 'ﾞ' => with_mark(before, 1),
            '\u{309a}' | 'ﾟ' => with_mark(before, 2),
            _ => None,
        });
        if let Some(voiced) = voiced {
            plain.pop();
            plain.push(voiced);
            continue;
        }
        let ordinary = match c {
            '\u{ff61}'..='\u{ff9f}' => nth(HALF_WIDTH, u32::from(c) - 0xff61),
            '\u{2f00}'..='\u{2fdf}' => nth(RADICALS, u32::from(c) - 0x2f00),
            c if case_of(c).is_some() => None,
            c => Some(c),
        };
        plain.extend(ordinary);
    }
    plain
}

fn nth(table: &str, index: u32) -> Option<char> {
    table.chars().nth(usize::try_from(index).ok()?)
}

/// The kana with ゛ (1) or ゜ (2): it stands that far behind the plain one in Unicode.
fn with_mark(kana: char, mark: u32) -> Option<char> {
    let takes_it = match mark {
        1 => "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ"
            .contains(kana),
        _ => "はひふへほハヒフヘホ".contains(kana),
    };
    match kana {
        'う' if mark == 1 => Some('ゔ'),
        'ウ' if mark == 1 => Some('ヴ'),
        _ if takes_it => char::from_u32(u32::from(kana) + mark),
        _ => None,
    }
}

/// What U+FF61–FF9F stand for.
const HALF_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

/// What the Kangxi radicals U+2F00–2FD5 stand for.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢\
    尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火\
    爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿\
    肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹\
    雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, &'static str, String)> {
        let found = first_in_each_unit(text, find(text)).into_iter();
        found
            .map(|(range, case)| {
                let hit = words(text, &range);
                let suggestion = suggestion(&hit);
                (hit, case, suggestion)
            })
            .collect()
    }

    #[test]
    fn odd_characters_and_their_ordinary_ones() {
        for (text, hit, case, ordinary) in [
            ("ﾃﾞｼﾞﾀﾙ化の推進", "ﾃﾞｼﾞﾀﾙ", "half-width-kana", "デジタル"),
            ("ﾊﾟﾝﾌﾚｯﾄの配布", "ﾊﾟﾝﾌﾚｯﾄ", "half-width-kana", "パンフレット"),
            ("か\u{3099}ん検診", "か\u{3099}", "combining-mark", "が"),
            ("ハ\u{309a}ンフレット", "ハ\u{309a}", "combining-mark", "パ"),
            ("⽀援の⼈数", "⽀", "radical", "支"),
            ("\u{f0b7}講座", "\u{f0b7}", "private-use", ""),
            ("講座\u{b}の開催", "\u{b}", "control", ""),
            ("\u{3099}", "\u{3099}", "combining-mark", ""),
        ] {
            assert_eq!(found(text), [(hit.to_owned(), case, ordinary.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_passes() {
        for text in
            ["①㎡㈱〜—", "が ぱ ヴ", "髙﨑", "令和\n4年", "a\tb", "（仮称）", "𠮷野家", "℃", "Ⅱ期"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn one_in_each_unit() {
        assert_eq!(found("ｱとｲ\nｳ").len(), 2);
        assert_eq!(found("ﾃﾞｼﾞﾀﾙ。⽀援。").len(), 2);
    }

    #[test]
    fn the_tables_are_whole() {
        assert_eq!(HALF_WIDTH.chars().count(), 63);
        assert_eq!(RADICALS.chars().count(), 214);
    }
}
