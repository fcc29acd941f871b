//! Each construct, what binds how, which match is chosen, and what a search costs.

use super::*;

fn is(source: &str, unit: &str, expected: &str) {
    assert_eq!(found(source, unit).as_deref(), Some(expected), "{source} in {unit}");
}

fn is_not(source: &str, unit: &str) {
    assert_eq!(found(source, unit), None, "{source} in {unit}");
}

#[test]
fn a_word_is_a_base_form() {
    is("求める", "体制 が 求め:求める られる", "求め");
    is_not("求め", "体制 が 求め:求める られる");
    is("必要 が ある", "更新 の 必要 が あり:ある ます", "必要/が/あり");
    is_not("必要 ある", "必要 が ある");
}

#[test]
fn quotes_hold_a_text_of_one_morpheme_or_several() {
    is("\"求め\"", "求め:求める られる", "求め");
    is_not("\"求める\"", "求め:求める られる");
    is("\"求められる\"", "体制 が 求め:求める られる", "求め/られる");
    is("\"において\" 実施", "市 に おい て 実施", "に/おい/て/実施");
    is("\"において\"", "市 において 実施", "において");
    is_not("\"におい\"", "市 において 実施");
    is_not("\"おいて\"", "市 において 実施");
    is_not("\"において\"", "市 に おい");
    is("\"（\" \"?\"", "（ ?", "（/?");
}

#[test]
fn a_part_of_speech_takes_in_what_is_below_it() {
    let unit = "市 策定/名詞-サ変接続 する/動詞-自立";
    is("<名詞-サ変接続>", unit, "策定");
    is("<名詞>", unit, "市");
    is("<動詞>", unit, "する");
    is_not("<助詞>", unit);
    is("<助詞-格助詞>", "は/助詞-係助詞 が/助詞-格助詞-一般", "が");
    is("< 助詞 >", "は/助詞-係助詞 が/助詞-格助詞-一般", "は");
}

#[test]
fn a_part_of_speech_at_a_word_is_of_that_word() {
    let unit = "で/助詞-格助詞-一般 で/助動詞 ある/動詞-自立";
    is("[で<助動詞>] ある", unit, "で");
    assert_eq!(compile("で<助動詞>").find(&Unit::new(unit)).unwrap().whole, 1..2);
    is("で <助動詞>", unit, "で/で");
    is("\"で\"<助詞>", unit, "で");
    // That of a text is the part of speech of its last morpheme.
    is("\"であっ\"<動詞>", "で/助動詞 あっ:ある/動詞-自立", "で/あっ");
    is_not("\"であっ\"<助動詞>", "で/助動詞 あっ:ある/動詞-自立");
    is("^<名詞>", unit.replace("で/助詞-格助詞-一般", "市").as_str(), "市");
}

#[test]
fn alternatives_reach_as_far_as_their_brackets() {
    for unit in ["必要 が ある", "必要 で ある"] {
        is("必要 (が | で) ある", unit, &unit.replace(' ', "/"));
    }
    is_not("必要 (が|で) ある", "必要 と ある");
    is("必要 が|で ある", "必要 で ある", "で/ある");
    is("必要 が | で ある", "必要 が ない", "必要/が");
    is("(((必要)))", "必要", "必要");
    is("(a|(b|c) d) e", "c d e", "c/d/e");
}

#[test]
fn a_question_mark_and_a_star_bind_to_one_thing() {
    is("必要 が? ある", "必要 ある", "必要/ある");
    is("必要 が? ある", "必要 が ある", "必要/が/ある");
    is_not("必要 が? ある", "ある");
    is("必要 (が ない)? ある", "必要 が ない ある", "必要/が/ない/ある");
    is_not("必要 (が ない)? ある", "必要 ない ある");
    is("<名詞>* 化", "行政 事務 効率 化", "行政/事務/効率/化");
    is("a ( b | c c ) * d", "a b c c b d", "a/b/c/c/b/d");
    is("a (b c*)* d", "a b c c b d", "a/b/c/c/b/d");
    is("a\u{3000}b ?", "a c", "a");
}

#[test]
fn a_gap_is_bounded_and_may_be_nothing() {
    for unit in ["a d", "a x d", "a x y d", "a x y z d"] {
        is("a ..3 d", unit, &unit.replace(' ', "/"));
    }
    is_not("a ..3 d", "a x y z w d");
    is("a..1d", "a x d", "a/x/d");
    is_not("(a..1b..1)* c $", "a x b y a b z c d");
    is("(a..1b..1)* c $", "a x b y a b z c", "a/x/b/y/a/b/z/c");
}

#[test]
fn edges_are_those_of_the_unit_and_of_clauses() {
    let unit = "a b , a c a";
    assert_eq!(compile("^ a").find_all(&Unit::new(unit)).len(), 2);
    is("^ a c", unit, "a/c");
    is_not("^ c", unit);
    is("b $", unit, "b");
    is("a $", unit, "a");
    is_not("c $", unit);
    is("^ a b $ ^ a", unit, "a/b/a");
    is("[^ a c a $]", unit, "a/c/a");
    is("(^ | 、) a", "b 、 a", "、/a");
    is_not("a ^", "a");
}

#[test]
fn a_lexicon_holds_entries_of_several_morphemes() {
    is("[@need] な", "必要 不可欠 な", "必要/不可欠");
    is("@need な", "不可欠 な", "不可欠/な");
    is("@need", "必要 不可欠 な", "必要/不可欠");
    is("@need 不可欠", "必要 不可欠 な", "必要/不可欠");
    is("@need られる", "求め:求める られる", "求め/られる");
    is_not("@need だ", "必要 な");
    is("@abc* d", "c a a b b a c d", "a/a/b/b/a/c/d");
    is("@need (が|で)", "必要 で", "必要/で");
}

#[test]
fn brackets_mark_what_is_reported() {
    let unit = Unit::new("更新 が 必要 な 橋");
    let found = compile("<名詞> が [必要 な] <名詞>").find(&unit).unwrap();
    assert_eq!(found, Match { whole: 0..5, marked: 2..4 });
    is("[a] b | c [d]", "c d", "d");
    is("([a] | b) c", "b c", "b/c");
    is("[a]? b", "b", "b");
    is("[a]? b", "a b", "a");
    is("[a | b c] d", "b c d", "b/c");
    is("x [a*  b] c", "x a a b c", "a/a/b");
}

#[test]
fn the_leftmost_longest_match_is_found() {
    is("a | a b c | b c d e", "x a b c d e", "a/b/c");
    is("a b c | c", "a b b c", "c");
    is("b | a ..3 c", "a b b c", "a/b/b/c");
    is("a b* ", "a b b a b b b", "a/b/b");
    // A longer way that fails in the end does not hide the shorter one.
    is("a (b b b c)?", "a b b b d", "a");
}

#[test]
fn several_ways_to_one_match_are_settled_by_preference() {
    is("..2 [a] ..2", "a a a", "a");
    assert_eq!(compile("..2 [a] ..2").find(&Unit::new("a a a")).unwrap().marked, 0..1);
    assert_eq!(compile("a* [a] a*").find(&Unit::new("a a a")).unwrap().marked, 2..3);
    assert_eq!(compile("[@abc] b? c").find(&Unit::new("a b c")).unwrap().marked, 0..2);
    assert_eq!(compile("a? [a] a?").find(&Unit::new("a a")).unwrap().marked, 1..2);
}

#[test]
fn all_matches_do_not_overlap() {
    let unit = Unit::new("a a a b a a");
    let whole = |source| -> Vec<(usize, usize)> {
        let all = compile(source).find_all(&unit).into_iter();
        all.map(|found| (found.whole.start, found.whole.end)).collect()
    };
    assert_eq!(whole("a a"), [(0, 2), (4, 6)]);
    assert_eq!(whole("a a*"), [(0, 3), (4, 6)]);
    assert_eq!(whole("b a | a b"), [(2, 4)]);
    assert_eq!(whole("c"), []);
    assert_eq!(compile("a").find_all(&Unit::default()), []);
}

#[test]
fn a_trace_names_the_alternatives_taken() {
    let pattern = compile("必要 (が|で|(と (a|b))?) ある | 求める (られる|れる)*");
    let texts: Vec<&str> =
        pattern.alternatives().iter().map(|span| &pattern.source()[span.clone()]).collect();
    let all = [
        "必要 (が|で|(と (a|b))?) ある",
        "が",
        "で",
        "(と (a|b))?",
        "a",
        "b",
        "求める (られる|れる)*",
        "られる",
        "れる",
    ];
    assert_eq!(texts, all);
    let taken = |unit: &str| pattern.find_traced(&Unit::new(unit)).unwrap().alternatives;
    assert_eq!(taken("必要 で ある"), [0, 2]);
    assert_eq!(taken("必要 ある"), [0, 3]);
    assert_eq!(taken("必要 と b ある"), [0, 3, 5]);
    assert_eq!(taken("求める"), [6]);
    assert_eq!(taken("求める れる られる れる"), [6, 7, 8]);
    let all = pattern.find_all_traced(&Unit::new("求める 必要 が ある"));
    assert_eq!(
        all.iter().map(|t| t.alternatives.clone()).collect::<Vec<_>>(),
        [vec![6], vec![0, 1]]
    );
    assert!(compile("a b? c*").alternatives().is_empty());
}

#[test]
fn signatures_rule_out_most_patterns_and_never_one_that_matches() {
    let patterns = ["必要 が? ある", "が ある | 求める", "\"おいて\""].map(compile);
    let found = |text: &str| {
        let unit = Unit::new(text);
        let unit = Unit { signature: Some(Signature::of(&unit)), ..unit };
        patterns.iter().map(|pattern| pattern.find(&unit).is_some()).collect::<Vec<_>>()
    };
    assert_eq!(found("必要 ある"), [true, false, false]);
    assert_eq!(found("求め:求める られる"), [false, true, false]);
    assert_eq!(found("おい て c"), [false, false, true]);
    // A signature without the words is believed: nothing is looked for.
    let unit = Unit { signature: Some(Signature::default()), ..Unit::new("求める") };
    assert!(patterns.iter().all(|pattern| pattern.find(&unit).is_none()));
}

/// What a search reads of a unit bounds its steps: between two reads lie at most the pattern's
/// instructions.
#[test]
fn a_search_reads_each_morpheme_a_bounded_number_of_times() {
    let long = "a ".repeat(2_000);
    let sources = [
        "a* a* a* b c",
        "(a a*)* b c",
        "((a | a a) (a | a a))* b c",
        "(a? a)* b c",
        "..20 ..20 ..20 b c",
        "(a ..20 @abc)* b c",
        "(\"aa\" | \"aaa\")* b c",
    ];
    for source in sources {
        // The literal that the pre-filter asks for is there, but at the start.
        let unit = Unit::new(&format!("b {long} c b"));
        let pattern = compile(source);
        assert_eq!(pattern.find(&unit), None, "{source}");
        let bound = unit.len() * (source.len() + 20 * source.matches("..20").count());
        assert!(unit.reads.get() <= bound, "{source}: {} > {bound}", unit.reads.get());
    }
}

#[test]
fn a_search_may_cross_ten_thousand_morphemes() {
    let unit = Unit::new(&"a ".repeat(10_000));
    assert_eq!(compile("a*  a").find(&unit).unwrap().whole, 0..10_000);
    assert_eq!(compile("(a|b)* a").find_traced(&unit).unwrap().alternatives, [0]);
}
