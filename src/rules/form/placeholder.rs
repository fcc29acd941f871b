//! `sheet/placeholder`: something of the template remains.
//!
//! Judged in all fields that citizens read and in the sheet's missions. The due date has
//! `due/invalid` for it; numbers of missions, policies and status have checks of their own.

use std::ops::Range;

use super::fold::fold;
use super::{FormHit, FormPlace, first_in_each_unit, texts, words};
use crate::language::character_set::CharacterSet;
use crate::language::time::{find_blanks, may_be_blank};
use crate::language::unit;
use crate::sheet::Sheet;

/// The kind of a mark that stands for words to come. Two or more of a kind; alone they are bullets
/// and evaluations.
const fn kind_of_mark(c: char) -> Option<char> {
    Some(match c {
        '〇' | '●' | '×' | '□' | '_' => c,
        '△' | '▲' => '△',
        'X' | 'x' => 'X',
        _ => return None,
    })
}

const INSTRUCTIONS: [&str; 8] = [
    "記入してください",
    "記入して下さい",
    "記入ください",
    "記入下さい",
    "入力してください",
    "入力して下さい",
    "記載してください",
    "記載して下さい",
];

/// Words that are a placeholder where a unit says nothing else.
const WORDS: [&str; 6] = ["未定", "調整中", "tbd", "例", "未記入", "記入例"];
/// So many characters have the longest of them.
const LONGEST_WORD: usize = 3;

/// Cases `mark` (〇〇, XX, ＿＿, and a single 〇 where a number belongs: 〇月, 年〇回), `instruction`
/// (記入してください) and `word` (未定 as a whole unit); at most one in a unit, `{hit}` is the words.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let mut hits = Vec::new();
    for (place, text) in texts(sheet) {
        for (range, case) in find(text) {
            let values = vec![("hit", words(text, &range))];
            hits.push(FormHit::new(FormPlace { range, ..place.clone() }, case, values));
        }
    }
    hits
}

/// The characters, folded, with which anything begins that is looked for.
static BEGINNINGS: CharacterSet = CharacterSet::of("記入未調Tt例〇●×□_△▲XxN〓*? \n");

/// Whether anything that is looked for may begin here. Most texts hold nothing of the kind.
fn may_begin(c: char, next: Option<char>) -> bool {
    let folded = fold(c);
    if !BEGINNINGS.holds(folded) {
        return false;
    }
    match folded {
        '記' => matches!(next, Some('入' | '載')),
        '入' => next == Some('力'),
        '未' => matches!(next, Some('定' | '記')),
        '調' => next == Some('整'),
        'T' | 't' => matches!(next.map(fold), Some('B' | 'b')),
        '例' => !next.is_some_and(char::is_alphanumeric),
        _ => kind_of_mark(folded).is_some() || may_be_blank(c, next),
    }
}

fn may_hold_any(text: &str) -> bool {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if may_begin(character, characters.peek().copied()) {
            return true;
        }
    }
    false
}

fn find(text: &str) -> Vec<(Range<usize>, &'static str)> {
    if !may_hold_any(text) {
        return Vec::new();
    }
    let chars: Vec<char> = text.chars().map(fold).collect();
    let mut found: Vec<(Range<usize>, &'static str)> = Vec::new();
    found.extend(marks(&chars).into_iter().map(|range| (range, "mark")));
    found.extend(single_marks(&chars).into_iter().map(|range| (range, "mark")));
    found.extend(find_blanks(text).into_iter().map(|time| (time.span, "mark")));
    found.extend(instructions(&chars).into_iter().map(|range| (range, "instruction")));
    let units = unit::split(text).into_iter();
    found.extend(units.filter(|unit| is_word(&chars, unit)).map(|unit| (unit, "word")));
    found.sort_by_key(|(range, _)| (range.start, range.end));
    first_in_each_unit(text, found)
}

/// Two or more marks of a kind.
fn marks(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = chars.get(at).copied() {
        let Some(kind) = kind_of_mark(c) else {
            at += 1;
            continue;
        };
        let same = |c: &&char| kind_of_mark(**c) == Some(kind);
        let length = chars.iter().skip(at).take_while(same).count();
        let range = at..at + length;
        if length >= 2 && !is_part_of_word(chars, &range, kind) {
            found.push(range);
        }
        at += length;
    }
    found
}

/// 二〇〇〇年 is a year, and XX inside a Latin word or __ inside an address is part of it.
fn is_part_of_word(chars: &[char], range: &Range<usize>, kind: char) -> bool {
    let before = range.start.checked_sub(1).and_then(|i| chars.get(i)).copied();
    let after = chars.get(range.end).copied();
    let beside = |test: fn(char) -> bool| before.is_some_and(test) || after.is_some_and(test);
    match kind {
        '〇' => beside(is_kanji_numeral),
        'X' => beside(|c| c.is_ascii_alphabetic()),
        '_' => beside(|c| c.is_ascii_alphanumeric()),
        _ => false,
    }
}

const fn is_kanji_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// One 〇 or X before what counts, inside a sentence: 年〇回, 受診率〇%. At the beginning of a line or
/// after a separator it is a bullet, after a label an evaluation.
fn single_marks(chars: &[char]) -> Vec<Range<usize>> {
    let is_blank = |window: &[char]| match window {
        [before, mark, counter, rest @ ..] => {
            matches!(mark, '〇' | '●' | 'X')
                && before.is_alphanumeric()
                && !matches!(before, '〇' | '●')
                && !is_kanji_numeral(*before)
                && !before.is_ascii_alphabetic()
                && matches!(counter, '%' | '回' | '件' | '人' | '名' | 'か')
                && (*counter != 'か' || matches!(rest.first(), Some('所' | '月' | '年' | '国')))
                && !rest.first().is_some_and(|c| is_word_of_two(*counter, *c))
        }
        _ => false,
    };
    (1..chars.len())
        .filter(|at| chars.get(at - 1..).is_some_and(is_blank))
        .map(|at| at..at + 2)
        .collect()
}

/// 回収, 人権: a word, and no counter.
fn is_word_of_two(first: char, second: char) -> bool {
    let seconds = match first {
        '回' => "収転復答避帰覧数線",
        '件' => "数名",
        '人' => "権材口事員生物工身間格",
        '名' => "簿称前所物",
        _ => "",
    };
    seconds.contains(second)
}

/// 「記入してください」, outside quotation marks: a quoted one is what a goal is about.
fn instructions(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut quoted = 0usize;
    for at in 0..chars.len() {
        let rest = chars.get(at..).unwrap_or_default();
        match rest.first() {
            Some('「' | '『') if rest.iter().any(|c| matches!(c, '」' | '』')) => quoted += 1,
            Some('」' | '』') => quoted = quoted.saturating_sub(1),
            _ => {}
        }
        let length = INSTRUCTIONS.into_iter().find_map(|words| {
            let mut ahead = rest.iter();
            let same = words.chars().all(|expected| ahead.next() == Some(&expected));
            same.then(|| rest.len() - ahead.len())
        });
        if let Some(length) = length.filter(|_| quoted == 0) {
            found.push(at..at + length);
        }
    }
    found
}

fn is_word(chars: &[char], unit: &Range<usize>) -> bool {
    let says = |c: &&char| {
        !matches!(
            c,
            ' ' | '\n'
                | '('
                | ')'
                | '（'
                | '）'
                | '['
                | ']'
                | '【'
                | '】'
                | '「'
                | '」'
                | '<'
                | '>'
                | '〈'
                | '〉'
                | '*'
                | '※'
                | '。'
                | '.'
                | ':'
        )
    };
    // One more than the longest of the words tells that there is more.
    let unit = chars.get(unit.clone()).unwrap_or_default().iter();
    let words: String = unit.filter(says).take(LONGEST_WORD + 1).collect();
    WORDS.contains(&words.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        find(text)
            .into_iter()
            .map(|(range, case)| format!("{} {case}", words(text, &range)))
            .collect()
    }

    #[test]
    fn what_remains_of_a_template() {
        for (text, expected) in [
            ("○○計画の策定", "○○ mark"),
            ("〇〇条例案の提出", "〇〇 mark"),
            ("・●●●の整備", "●●● mark"),
            ("受診率をXX%にする", "XX mark"),
            ("受診率をＸＸ％にする", "ＸＸ mark"),
            ("20XX年に開設", "20XX年 mark"),
            ("××件の相談", "×× mark"),
            ("参加者＿＿＿人", "＿＿＿ mark"),
            ("△△課と協議", "△△ mark"),
            ("講座を年○回開く", "○回 mark"),
            ("受診率〇％", "〇％ mark"),
            ("〇月末までに公表する", "〇月末 mark"),
            ("202〇(令和〇)年〇月末に開設", "202〇(令和〇)年〇月末 mark"),
            ("具体的に記入してください。", "記入してください instruction"),
            ("※部局長がご記入ください", "記入ください instruction"),
            ("未定", "未定 word"),
            ("・調整中。", "調整中。 word"),
            ("（未定）", "（未定） word"),
            ("ＴＢＤ", "ＴＢＤ word"),
            ("（例）", "（例） word"),
            (
                "（　　　　　　　　未定　　　　　　　　）",
                "（　　　　　　　　未定　　　　　　　　） word",
            ),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_does_not() {
        for text in [
            "二〇〇〇年",
            "一〇〇人",
            "〇市民の参加",
            "●部局の目標",
            "○\n●",
            "・○月1回の会議",
            "○人権教育の推進",
            "・○回収率の向上",
            "評価は○である",
            "達成度：◎",
            "○×クイズの実施",
            "◎○△×の四段階",
            "MAXX社",
            "a__b@example.jp",
            "X線検査",
            "実施時期が未定の事業は3件",
            "関係機関と調整中である",
            "（例）を示した手引の作成",
            "窓口の「氏名を記入してください」という掲示を改める",
            "",
            "5×3m",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn every_word_is_looked_for() {
        for word in WORDS.into_iter().chain(INSTRUCTIONS) {
            assert!(may_hold_any(word), "{word}");
        }
        assert!(WORDS.iter().all(|word| word.chars().count() <= LONGEST_WORD));
    }

    #[test]
    fn one_in_each_unit() {
        assert_eq!(found("市民と○○課と××課の連携\n△△の策定"), ["○○ mark", "△△ mark"]);
    }
}
