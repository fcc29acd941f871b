//! What grammar calls things, in words for people. Where rule files use a name, it is told too.

use super::{Language, Word};
use crate::language::figure::Measure;
use crate::language::phrase::{Link, Role};
use crate::language::predicate::Kind;
use crate::language::{Doing, Inside, Time, TimeKind};

pub(super) const fn inside(inside: Inside) -> Option<Word> {
    match inside {
        Inside::Text => None,
        Inside::Quote => Some(Word::new("引用の中", "quoted")),
        Inside::Aside => Some(Word::new("かっこの中", "in brackets")),
    }
}

pub(super) const fn role(role: Role) -> Word {
    match role {
        Role::Subject => Word::new("主語（が）", "subject (が)"),
        Role::Object => Word::new("目的語（を）", "object (を)"),
        Role::Topic => Word::new("主題（は、も）", "topic (は, も)"),
        Role::Goal => Word::new("相手・行き先（に、へ）", "goal (に, へ)"),
        Role::By => Word::new("手段・場所（で）", "by, at (で)"),
        Role::With => Word::new("相手・内容（と）", "with, as (と)"),
        Role::From => Word::new("起点（から、より）", "from (から, より)"),
        Role::Until => Word::new("終点（まで）", "until (まで)"),
        Role::Of => Word::new("名詞を修飾（の）", "of (の)"),
        Role::Relation => Word::new("名詞を修飾（〜に関する、〜への）", "relation to a noun"),
        Role::Manner => Word::new("述語を修飾（〜により、〜に向け）", "manner"),
        Role::Parallel => Word::new("並列（と、や、及び）", "parallel (と, や, 及び)"),
        Role::Bare => Word::new("助詞なし", "no particle"),
        Role::Adnominal => Word::new("名詞を修飾する節", "describes a noun"),
        Role::Nominal => Word::new("名詞になった節（〜こと）", "made a noun (〜こと)"),
        Role::Link(to) => link(to),
        Role::End => Word::new("文の終わり", "the end"),
    }
}

pub(super) const fn link(link: Link) -> Word {
    match link {
        Link::Side => Word::new("並べて続く（〜し、〜て）", "side by side (〜し, 〜て)"),
        Link::Aim => Word::new("目的・理由（〜ため、〜ように）", "aim or cause (〜ため, 〜ように)"),
        Link::Means => Word::new("手段（〜ことにより）", "means (〜ことにより)"),
        Link::Circumstance => Word::new("状況（〜中、〜際、〜ので）", "circumstance (〜中, 〜際)"),
    }
}

pub(super) const fn head_kind(kind: Kind) -> Word {
    match kind {
        Kind::Verb => Word::new("動詞", "verb"),
        Kind::Adjective => Word::new("形容詞", "adjective"),
        Kind::VerbalNoun => Word::new("サ変名詞", "verbal noun"),
        Kind::Noun => Word::new("名詞", "noun"),
    }
}

pub(super) const fn measure(measure: Measure) -> Word {
    match measure {
        Measure::Ratio => Word::new("割合", "ratio"),
        Measure::Quantity => Word::new("量", "quantity"),
        Measure::Bare => Word::new("単位なし", "no unit"),
    }
}

pub(super) const fn time_kind(kind: TimeKind) -> Word {
    match kind {
        TimeKind::Day => Word::new("日", "day"),
        TimeKind::Month => Word::new("月", "month"),
        TimeKind::Quarter => Word::new("四半期", "quarter"),
        TimeKind::HalfYear => Word::new("半期", "half-year"),
        TimeKind::Term => Word::new("学期", "school term"),
        TimeKind::WithinYear => Word::new("年内、年度末など", "within a year"),
        TimeKind::WholeYear => Word::new("通年", "whole year"),
        TimeKind::Year => Word::new("年", "year"),
        TimeKind::FiscalYear => Word::new("年度", "fiscal year"),
        TimeKind::Range => Word::new("期間（〜から〜まで）", "range"),
        TimeKind::Session => Word::new("議会の会期", "council session"),
        TimeKind::Issue => Word::new("広報などの号", "issue of a paper"),
        TimeKind::Frequency => Word::new("頻度", "frequency"),
        TimeKind::Duration => Word::new("長さ", "duration"),
        TimeKind::Placeholder => Word::new("様式の〇が残っている", "a template's blank"),
    }
}

/// What a time is good for.
pub(super) const fn time_value(time: &Time) -> Word {
    match (time.is_reference(), time.is_date()) {
        (true, _) => Word::new("数値の基準日", "the day that a figure refers to"),
        (false, true) => Word::new("いつまでに、になる", "says by when"),
        (false, false) => Word::new("いつまでに、にならない", "does not say by when"),
    }
}

/// What `doing` in a rule file asks for.
pub(super) const fn doing(doing: Doing) -> Word {
    match doing {
        Doing::Concrete => Word::new("具体的な取組（concrete）", "a concrete act (concrete)"),
        Doing::Empty => Word::new("中身の分からない取組（empty）", "an empty act (empty)"),
        Doing::Result => {
            Word::new("取組でなく、その結果（result）", "no act but a result (result)")
        }
    }
}

/// A flag by its name in rule files, with what it means.
pub(super) fn flag(name: &str, language: Language) -> String {
    let meaning = FLAGS.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning);
    match (meaning, language) {
        (Some(meaning), Language::Japanese) => format!("{name}（{meaning}）"),
        _ => name.to_owned(),
    }
}

const FLAGS: &[(&str, &str)] = &[
    ("passive", "受身"),
    ("causative", "使役"),
    ("negated", "打消し"),
    ("past", "過去"),
    ("progressive", "進行・結果"),
    ("desire", "希望"),
    ("obligation", "義務"),
    ("onward", "今後の継続・意志"),
    ("conjecture", "推量"),
    ("others_act", "他者の行為"),
    ("potential", "可能"),
    ("become", "〜になる"),
    ("make", "〜にする"),
    ("plan", "予定"),
    ("polite", "丁寧"),
    ("copula", "だ・である"),
    ("partly", "〜きれない"),
    ("existence", "ある・ない"),
    ("hearsay", "伝聞"),
    ("aspect", "〜ておく等"),
    ("easy", "〜やすい"),
    ("so_far", "これまでの継続"),
];

/// What it means that a condition of a rule file said no.
pub(super) fn condition(name: &str) -> Option<Word> {
    CONDITIONS.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning)
}

const CONDITIONS: &[(&str, Word)] = &[
    ("any", Word::new("どの型にも合わない", "no pattern matches")),
    ("unless", Word::new("除外する型に合う", "a pattern of an exception matches")),
    (
        "head",
        Word::new("外側の述語が、挙げた語や語彙でない", "the outermost head is none of these"),
    ),
    ("not_head", Word::new("外側の述語が、除く語や語彙である", "the outermost head is excluded")),
    ("heads", Word::new("どの述語も、挙げた語や語彙でない", "no head is one of these")),
    ("not_heads", Word::new("述語のどれかが、除く語や語彙である", "some head is excluded")),
    ("object", Word::new("対象が、挙げた語や語彙でない", "the object is none of these")),
    ("flags", Word::new("求める活用がない", "a flag is missing")),
    ("without", Word::new("あってはならない活用がある", "a flag is there that must not be")),
    ("ending", Word::new("節の終わりの品詞が違う", "the clause ends in another kind of word")),
    ("arguments", Word::new("述語に付く助詞が違う", "other particles hang on the head")),
    ("checkable", Word::new("達成を判断できるかどうかが違う", "it is otherwise checkable")),
    ("doing", Word::new("手段としての内容が違う", "what is done is of another kind")),
    ("verbal", Word::new("述語が動詞かどうかが違う", "the head is, or is not, a verb")),
    ("figure", Word::new("数値や期日の有無が違う", "there is, or is not, a figure or date")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::phrase::Flags;

    #[test]
    fn every_flag_is_explained() {
        for name in Flags::all_names() {
            let name = name.to_lowercase();
            assert!(flag(&name, Language::Japanese).contains('（'), "{name} is not explained");
        }
    }

    /// Whoever adds a condition is reminded here.
    #[test]
    fn every_condition_that_may_decide_is_explained() {
        let source = include_str!("../../../../rules/condition.rs");
        let names = source.split("Err(\"").skip(1).filter_map(|rest| rest.split('"').next());
        let or_names = source.split("ok_or(\"").skip(1).filter_map(|rest| rest.split('"').next());
        for name in names.chain(or_names) {
            assert!(condition(name).is_some(), "{name} is not explained");
        }
    }
}
