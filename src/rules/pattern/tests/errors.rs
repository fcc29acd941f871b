//! What is refused, where it is pointed at, and what is said.

use super::PatternErrorKind as Kind;
use super::*;
use crate::finding::Language;

fn error(source: &str) -> PatternError {
    match Pattern::compile(source, &Words) {
        Ok(_) => panic!("{source} is a pattern"),
        Err(error) => error,
    }
}

/// `marked` is the pattern with `⟦ ⟧` around what the error is to point at.
fn refused(marked: &str, kind: &Kind) {
    let start = marked.find('⟦').expect("a start");
    let end = marked.find('⟧').expect("an end") - '⟦'.len_utf8();
    let error = error(&marked.replace(['⟦', '⟧'], ""));
    assert_eq!((&error.kind, error.span), (kind, start..end), "{marked}");
}

#[test]
fn signs_that_do_not_fit() {
    let cases = [
        ("⟦⟧", Kind::Empty),
        ("⟦  ⟧", Kind::Empty),
        ("a ⟦()⟧ b", Kind::EmptyAlternative),
        ("a ⟦[ ]⟧", Kind::EmptyAlternative),
        ("(a ⟦| )⟧", Kind::EmptyAlternative),
        ("(a⟦||⟧b)", Kind::EmptyAlternative),
        ("⟦|⟧ a", Kind::EmptyAlternative),
        ("a ⟦| ⟧", Kind::EmptyAlternative),
        ("a ⟦(⟧ b", Kind::Unclosed('(')),
        ("a (b ⟦[⟧ c )", Kind::Unclosed('[')),
        ("⟦(⟧a ]", Kind::Unclosed('(')),
        ("⟦[⟧a", Kind::Unclosed('[')),
        ("a ⟦\"⟧が", Kind::Unclosed('"')),
        ("a ⟦<⟧名詞", Kind::Unclosed('<')),
        ("a⟦)⟧", Kind::Unopened(')')),
        ("a b ⟦]⟧ c", Kind::Unopened(']')),
        ("名詞⟦>⟧", Kind::Unopened('>')),
        ("⟦*⟧ a", Kind::NothingToRepeat('*')),
        ("a (⟦?⟧ b)", Kind::NothingToRepeat('?')),
        ("a | ⟦*⟧", Kind::NothingToRepeat('*')),
        ("^⟦?⟧ a", Kind::NothingToRepeat('?')),
        ("a⟦?*⟧", Kind::RepeatedTwice),
        ("a⟦* ?⟧", Kind::RepeatedTwice),
        ("⟦(a?)*⟧ b", Kind::RepeatsNothing),
        ("a ⟦..3*⟧", Kind::RepeatsNothing),
        ("⟦(a | ^ b*)*⟧ b", Kind::RepeatsNothing),
        ("[a (b | ⟦[⟧c])]", Kind::NestedMark),
        ("[a] (b | ⟦[⟧c])", Kind::SecondMark),
        ("(a ⟦[⟧b] c)* d", Kind::RepeatedMark),
        ("a ⟦[b? ..2]⟧", Kind::MarksNothing),
        ("⟦a? (b | c*) ..1⟧", Kind::MatchesNothing),
        ("⟦^ $⟧", Kind::MatchesNothing),
        ("⟦a | b?⟧", Kind::MatchesNothing),
        ("a ⟦..⟧ b", Kind::BadGap),
        ("a ⟦..0⟧ b", Kind::BadGap),
        ("a ⟦..21⟧ b", Kind::BadGap),
        ("a ⟦..99999999999999999999⟧ b", Kind::BadGap),
        ("a ⟦..⟧３ b", Kind::BadGap),
        ("@need⟦<⟧名詞>", Kind::MisplacedPartOfSpeech),
        ("(a)⟦<⟧名詞>", Kind::MisplacedPartOfSpeech),
        ("a?⟦<⟧名詞>", Kind::MisplacedPartOfSpeech),
        ("<動詞>⟦<⟧名詞>", Kind::MisplacedPartOfSpeech),
        ("a ⟦\"\"⟧", Kind::Blank('"')),
        ("a ⟦< >⟧", Kind::Blank('<')),
        ("a ⟦@⟧ need", Kind::Blank('@')),
        ("必要 ⟦（⟧が|で）", Kind::WideSign('（', "(")),
        ("必要 が⟦？⟧", Kind::WideSign('？', "?")),
        ("a ⟦…⟧ b", Kind::WideSign('…', "..3")),
    ];
    for (marked, kind) in cases {
        refused(marked, &kind);
    }
}

#[test]
fn names_that_are_unknown() {
    let nearest = |source: &str| match error(source).kind {
        Kind::UnknownPartOfSpeech { nearest, .. } => nearest,
        other => panic!("{source}: {other:?}"),
    };
    assert_eq!(nearest("必要 <サ変接続>")[0], "名詞-サ変接続");
    assert_eq!(nearest("で<名>")[0], "名詞");
    assert_eq!(nearest("<名詞-サ変接線>")[0], "名詞-サ変接続");
    assert_eq!(nearest("<助詞-係助詞-一般>")[..2], ["助詞-格助詞-一般", "助詞-係助詞"]);
    assert_eq!(nearest("<助詞-係>").len(), 3);
    assert_eq!(error("必要 a<サ変>").span, 8..16);

    let nearest = vec!["need".to_owned(), "abc".to_owned()];
    let name = "ned".to_owned();
    refused("a ⟦@ned⟧?", &Kind::UnknownLexicon { name, nearest });

    let (word, analysis) = ("更なる".to_owned(), vec!["更".to_owned(), "なる".to_owned()]);
    refused("⟦更なる⟧<名詞>", &Kind::UnknownBaseForm { word, analysis });
    let (word, analysis) = ("求められ".to_owned(), vec![]);
    refused("[⟦求められ⟧]", &Kind::UnknownBaseForm { word, analysis });
}

#[test]
fn sizes_are_bounded() {
    let deep = |depth| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    assert!(Pattern::compile(&deep(32), &Words).is_ok());
    let refused = error(&deep(100_000));
    assert_eq!((refused.kind, refused.span), (Kind::TooDeep, 32..33));
    assert!(Pattern::compile(&"a ".repeat(1_000), &Words).is_ok());
    assert_eq!(error(&"a ".repeat(100_000)).kind, Kind::TooLong);
}

#[test]
fn messages_say_what_is_wrong_and_what_to_do() {
    let texts = |source: &str, language| {
        let error = error(source);
        (error.message(language), error.help(language))
    };
    let (message, help) = texts("<サ変接続>", Language::Japanese);
    assert_eq!(message, "「サ変接続」という品詞は辞書にありません。");
    assert!(help.starts_with("近い名前: 名詞-サ変接続、"), "{help}");
    let (message, help) = texts("更なる 強化", Language::Japanese);
    assert_eq!(message, "「更なる」を基本形とする語は辞書にありません。");
    assert!(help.contains("「更 なる」"), "{help}");
    let (message, help) = texts("@ned", Language::English);
    assert_eq!(message, "there is no lexicon `ned`");
    assert!(help.starts_with("known names: need, abc; "), "{help}");
    let (message, help) = texts("必要 （が）", Language::English);
    assert_eq!(message, "full-width `（` is no sign of the language");
    assert_eq!(help, "write `(`; to match the character itself, write `\"（\"`");
    let shown = error("(a").to_string();
    assert_eq!(shown, "`(` is never closed: add `)`; to match the character itself, quote it");
}
