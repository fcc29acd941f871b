//! Which of the sheet's missions a goal names: 「1」, 「1、2」, 「①」, 「１・２」, 「1〜3」, 「組織使命1」, or a
//! mission in its own words.

use std::ops::Range;

use super::fold::{fold, key, mark_value};

/// What a goal says about its missions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MissionLink {
    /// The numbers named, each with its words (Unicode scalar values).
    pub numbers: Vec<(u32, Range<usize>)>,
    /// 全て, 共通: every mission.
    pub all: bool,
}

/// Words around the numbers that name nothing themselves.
const LABELS: [&str; 12] = [
    "関連の組織使命",
    "組織使命",
    "関連使命",
    "使命",
    "ミッション",
    "番目",
    "番",
    "及び",
    "および",
    "no.",
    "no",
    "第",
];

const ALL: [&str; 7] = ["全て", "すべて", "全部", "全般", "共通", "全使命", "全組織使命"];

/// Reads a goal's 関連の組織使命, beside the sheet's missions. `None` where it names none that could be
/// understood; an empty link without numbers where it is empty.
#[must_use]
pub fn read(link: &str, missions: &[&str]) -> Option<MissionLink> {
    if link.is_empty() {
        return Some(MissionLink::default());
    }
    let chars: Vec<char> = link.chars().map(|c| fold(c).to_ascii_lowercase()).collect();
    numbers(&chars)
        .or_else(|| by_words(link, missions))
        .or_else(|| leading_numbers(&chars))
        .or_else(|| {
            let said = key(link);
            ALL.iter()
                .any(|word| said.contains(word))
                .then(|| MissionLink { all: true, ..MissionLink::default() })
        })
}

/// Numbers and nothing else but labels and marks between them.
fn numbers(chars: &[char]) -> Option<MissionLink> {
    let (found, end) = number_list(chars);
    (end == chars.len() && !found.is_empty()).then_some(MissionLink { numbers: found, all: false })
}

/// A mission in its own words, or a good part of it.
fn by_words(link: &str, missions: &[&str]) -> Option<MissionLink> {
    let length = link.chars().count();
    let lines: Vec<String> = link.lines().map(key).collect();
    let names = |mission: &str| {
        let mission = key(mission);
        let whole = key(link);
        let said = |words: &String| {
            words.chars().count() >= 4
                && (mission.contains(words.as_str()) || words.contains(mission.as_str()))
        };
        !mission.is_empty() && (said(&whole) || lines.iter().any(said))
    };
    let named = (1..).zip(missions).filter(|(_, mission)| names(mission));
    let numbers: Vec<_> = named.map(|(number, _)| (number, 0..length)).collect();
    (!numbers.is_empty()).then_some(MissionLink { numbers, all: false })
}

/// A number before the mission's words: 「1 安全な水を送る」, line by line.
fn leading_numbers(chars: &[char]) -> Option<MissionLink> {
    let mut numbers = Vec::new();
    let mut start = 0;
    for line in chars.split(|c| *c == '\n') {
        let (found, _) = number_list(line);
        numbers.extend(found.into_iter().map(|(n, r)| (n, r.start + start..r.end + start)));
        start += line.len() + 1;
    }
    (!numbers.is_empty()).then_some(MissionLink { numbers, all: false })
}

/// The numbers that a text begins with, and where something else begins.
fn number_list(chars: &[char]) -> (Vec<(u32, Range<usize>)>, usize) {
    let mut found: Vec<(u32, Range<usize>)> = Vec::new();
    let mut at = 0;
    let mut through = false;
    while let Some(c) = chars.get(at).copied() {
        if let Some((number, length)) = number_at(chars, at) {
            let range = at..at + length;
            if let Some(first) = found.last().map(|(n, _)| *n).filter(|_| through) {
                // 1〜3; of an absurd range only the ends.
                let between = first.saturating_add(1)..number;
                found.extend(between.take(20).map(|n| (n, range.clone())));
            }
            through = false;
            found.push((number, range));
            at += length;
        } else if let Some(length) = label_at(chars, at) {
            at += length;
        } else if "~-".contains(c) {
            through = !found.is_empty();
            at += 1;
        } else if " \n、,・/()（）[].:;と#【】〈〉<>「」".contains(c) {
            at += 1;
        } else {
            break;
        }
    }
    (found, at)
}

fn number_at(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let rest = chars.get(at..)?;
    if let Some(value) = rest.first().copied().and_then(mark_value) {
        return Some((value, 1));
    }
    let digits: String = rest.iter().take_while(|c| c.is_ascii_digit()).take(6).collect();
    if let Ok(value) = digits.parse() {
        return Some((value, digits.len()));
    }
    let kanji = "一二三四五六七八九".chars().position(|c| Some(&c) == rest.first())?;
    let alone = !rest.get(1).is_some_and(|c| c.is_alphanumeric() && label_at(rest, 1).is_none());
    alone.then_some((u32::try_from(kanji).ok()? + 1, 1))
}

fn label_at(chars: &[char], at: usize) -> Option<usize> {
    let rest = chars.get(at..)?;
    LABELS.iter().find_map(|label| {
        let length = label.chars().count();
        let word: Vec<char> = label.chars().map(fold).collect();
        (rest.get(..length) == Some(word.as_slice())).then_some(length)
    })
}
