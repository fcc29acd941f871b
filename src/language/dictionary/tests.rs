use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::*;

/// `surface<base form>` where they differ, `/` part of speech, `:` form where it has one, and `?`
/// for words that the dictionary does not have.
fn shown(text: &str) -> String {
    let morphemes = Analyzer::new().analyze(text);
    let shown: Vec<String> = morphemes
        .iter()
        .map(|m| {
            let base = if m.base == m.surface { String::new() } else { format!("<{}>", m.base) };
            let form = match m.form {
                Form::None => String::new(),
                form => format!(":{}", form.name()),
            };
            let guessed = if m.known { "" } else { "?" };
            format!("{}{base}/{}{form}{guessed}", m.surface, m.pos.name())
        })
        .collect();
    shown.join(" ")
}

fn surfaces(text: &str) -> String {
    let morphemes = Analyzer::new().analyze(text);
    morphemes.iter().map(|m| m.surface).collect::<Vec<_>>().join("|")
}

#[test]
fn conjugated_words_have_their_base_forms() {
    assert_eq!(
        shown("強化が求められている。"),
        "強化/名詞-サ変接続 が/助詞-格助詞-一般 求め<求める>/動詞-自立:未然形 \
         られ<られる>/動詞-接尾:連用形 て/助詞-接続助詞 いる/動詞-非自立:基本形 。/記号-句点"
    );
    assert_eq!(shown("図ります"), "図り<図る>/動詞-自立:連用形 ます/助動詞:基本形");
    assert_eq!(
        shown("高めていく"),
        "高め<高める>/動詞-自立:連用形 て/助詞-接続助詞 いく/動詞-非自立:基本形"
    );
    assert_eq!(shown("少なくない"), "少なく<少ない>/形容詞-自立:連用テ接続 ない/助動詞:基本形");
    assert_eq!(
        shown("必要である"),
        "必要/名詞-形容動詞語幹 で<だ>/助動詞:連用形 ある/助動詞:基本形"
    );
    assert_eq!(
        shown("必要がある"),
        "必要/名詞-形容動詞語幹 が/助詞-格助詞-一般 ある/動詞-自立:基本形"
    );
    assert_eq!(
        shown("行われている"),
        "行わ<行う>/動詞-自立:未然形 れ<れる>/動詞-接尾:連用形 て/助詞-接続助詞 いる/動詞-非自立:基本形"
    );
    assert_eq!(shown("実施した"), "実施/名詞-サ変接続 し<する>/動詞-自立:連用形 た/助動詞:基本形");
    assert_eq!(
        shown("整えなければならない"),
        "整え<整える>/動詞-自立:未然形 なけれ<ない>/助動詞:仮定形 ば/助詞-接続助詞 \
         なら<なる>/動詞-非自立:未然形 ない/助動詞:基本形"
    );
}

#[test]
fn numbers_and_latin_letters() {
    assert_eq!(
        shown("受診率を45%に"),
        "受診/名詞-サ変接続 率/名詞-接尾-一般 を/助詞-格助詞-一般 45/名詞-数? %/記号-一般? に/助詞-格助詞-一般"
    );
    assert_eq!(shown("１２回"), "１/名詞-数 ２/名詞-数 回/名詞-接尾-助数詞");
    assert_eq!(shown("DXの"), "DX/名詞-固有名詞-組織? の/助詞-連体化");
    assert_eq!(surfaces("17.5％"), "17|.|5|％");
    assert_eq!(surfaces("R5.3.31"), "R|5|.|3|.|31");
}

#[test]
fn windows_and_standard_code_points_are_the_same_words() {
    assert_eq!(shown("～"), "～/記号-一般");
    assert_eq!(shown("〜"), "〜/記号-一般");
}

#[test]
fn office_words_are_one_word_of_their_kind() {
    let analyzer = Analyzer::new();
    let mut failures = Vec::new();
    for (word, kind) in office_words::OFFICE_WORDS {
        let text = format!("これは{word}です");
        let morphemes = analyzer.analyze(&text);
        let wanted = format!("名詞-{kind}");
        let found = morphemes.iter().find(|m| m.start == "これは".len());
        if !found.is_some_and(|m| m.surface == *word && m.pos.name() == wanted && m.known) {
            failures.push(shown(&text));
        }
        assert!(analyzer.knows_base_form(word));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn office_words_leave_longer_words_and_verbs_alone() {
    assert_eq!(surfaces("小中学生の居場所づくり").split('|').next(), Some("小中学生"));
    assert_eq!(surfaces("空き家の数"), "空き家|の|数");
    for (text, base) in [
        ("高齢者を見守り、支える。", "見守る"),
        ("地域ぐるみで子どもを見守ります。", "見守る"),
        ("課題に取り組み、成果を出す。", "取り組む"),
        ("企業に働きかけ、採用を増やす。", "働きかける"),
        ("参加を呼びかけた。", "呼びかける"),
    ] {
        let morphemes = Analyzer::new().analyze(text);
        assert!(morphemes.iter().any(|m| m.base == base && m.pos.is_verb()), "{}", shown(text));
    }
}

const AWKWARD: &[&str] = &[
    "",
    " ",
    "\u{3000}\u{3000}",
    "\n\n\t\r\n",
    "\u{3000}全角の空白\u{3000}と 半角の 空白 ",
    "一行目は短い\n二行目\r\n三行目、\n\n五行目。\n",
    "絵文字😀😀と👨\u{200d}👩\u{200d}👧と🇯🇵\r\n次",
    "か\u{3099}とハ\u{309a}とe\u{301}、ｶﾞｷﾞと龘龍と𠮷野家",
    "列\tの\t区切り",
    "0123456789",
    "。、。、、",
    "\u{feff}先頭に\u{a0}あるもの\u{200b}と制御\u{0}文字",
    "「括弧」（半角(1)）【見出し】①②③ ㎡ ℃ → ※ ～ 〜 − －",
];

#[test]
fn every_character_but_blanks_is_in_one_morpheme_at_its_place() {
    let analyzer = Analyzer::new();
    let long = ["あ".repeat(10_000), "見守り体制の強化を図る".repeat(4_000), "7".repeat(10_000)];
    for text in AWKWARD.iter().copied().chain(long.iter().map(String::as_str)) {
        let mut end = 0;
        for morpheme in analyzer.analyze(text) {
            assert!(!morpheme.surface.is_empty());
            assert!(text[end..morpheme.start].trim().is_empty(), "before {morpheme:?}");
            assert_eq!(&text[morpheme.start..morpheme.end()], morpheme.surface);
            assert_eq!(morpheme.surface.trim(), morpheme.surface);
            end = morpheme.end();
        }
        assert!(text[end..].trim().is_empty(), "{:?} is lost", &text[end..]);
    }
}

#[test]
#[allow(clippy::disallowed_methods)] // threads
fn an_analysis_depends_on_nothing_but_the_text() {
    let analyzer = Analyzer::new();
    let text = AWKWARD.concat();
    let expected = Analyzer::new().analyze(&text);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..5 {
                    assert_eq!(analyzer.analyze(&text), expected);
                    assert_eq!(analyzer.analyze("求められている").len(), 4);
                }
            });
        }
    });
}

#[test]
fn lindera_itself_finds_the_same() {
    let (dictionary, office_words) = Analyzer::lindera();
    let segmenter = lindera::segmenter::Segmenter::new(Mode::Normal, dictionary, office_words);
    let text = "受診率は38.2%で県平均より低く、未受診者への働きかけが求められている。\
                空き家バンクの登録件数を12件から30件に増やすため、出前講座を開催します。";
    let mut tokens = segmenter.segment(Cow::Borrowed(text)).unwrap();
    let morphemes = Analyzer::new().analyze(text);
    assert_eq!(tokens.len(), morphemes.len());
    for (token, morpheme) in tokens.iter_mut().zip(morphemes) {
        assert_eq!(token.surface, morpheme.surface);
        assert_eq!((token.byte_start, token.byte_end), (morpheme.start, morpheme.end()));
        let details = token.details();
        // lindera fills up to nine details.
        if let [pos @ .., _, form, dropped, suffix, _] = &details[..]
            && morpheme.known
        {
            let pos: Vec<&str> = pos.iter().copied().filter(|level| *level != "*").collect();
            assert_eq!(pos.join("-"), morpheme.pos.name());
            assert_eq!(*form, morpheme.form.name());
            let kept = morpheme.surface.chars().count() - dropped.parse::<usize>().unwrap();
            let base: String = morpheme.surface.chars().take(kept).chain(suffix.chars()).collect();
            assert_eq!(base, morpheme.base);
        }
    }
}

#[test]
fn base_forms_of_the_dictionary_are_known() {
    let analyzer = Analyzer::new();
    for base in ["求める", "図る", "必要", "ある", "だ", "推進", "更", "令和"] {
        assert!(analyzer.knows_base_form(base), "{base}");
    }
    for other in ["", "求めろられ", "推進推進"] {
        assert!(!analyzer.knows_base_form(other), "{other}");
    }
}

#[test]
fn parts_of_speech_are_found_by_name() {
    assert_eq!(Pos::from_name("名詞-サ変接続"), Some(Pos::NOUN_VERBAL));
    assert_eq!(Pos::from_name("名詞"), None);
    assert!(Pos::within("名詞").all(Pos::is_noun));
    assert_eq!(Pos::within("名詞").count(), Pos::all().filter(|pos| pos.is_noun()).count());
    assert_eq!(Pos::within("名詞-数").collect::<Vec<_>>(), [Pos::NOUN_NUMBER]);
    assert_eq!(Pos::within("名").count(), 0);
    for (name, is) in [
        ("動詞", Pos::is_verb as fn(Pos) -> bool),
        ("形容詞", Pos::is_adjective),
        ("副詞", Pos::is_adverb),
        ("助詞", Pos::is_particle),
        ("助動詞", Pos::is_auxiliary),
        ("接頭詞", Pos::is_prefix),
        ("記号", Pos::is_symbol),
        ("助詞-格助詞", Pos::is_case_particle),
        ("名詞-接尾", Pos::is_noun_suffix),
        ("名詞-非自立", Pos::is_dependent_noun),
        ("名詞-固有名詞", Pos::is_proper_noun),
    ] {
        let named: Vec<Pos> = Pos::within(name).collect();
        assert_eq!(named, Pos::all().filter(|pos| is(*pos)).collect::<Vec<_>>(), "{name}");
    }
}

/// Reads all of what is embedded, so that nothing in it can panic later.
#[test]
fn the_embedded_dictionary_is_whole() {
    let dictionary = Dictionary::load();
    let records = dictionary.records.len() as u32;
    let values: &[u8] = &dictionary.words.vals_data;
    assert_eq!(values.len() % 10, 0);
    for value in values.chunks_exact(10) {
        assert!(u32::from_le_bytes(value[..4].try_into().unwrap()) < records);
    }
    assert!(dictionary.costs.is_zero_copy());
    let mut used: Vec<Pos> = dictionary.records.iter().map(|record| record.pos).collect();
    used.sort();
    used.dedup();
    let unused: Vec<&str> = Pos::all().filter(|p| !used.contains(p)).map(Pos::name).collect();
    assert_eq!(unused, Vec::<&str>::new());
}

/// A new dictionary or a new lindera shows here: generate the one anew for the other.
#[test]
fn the_dictionary_is_the_documented_one() {
    let readme = include_str!("../../../dictionaries/ipadic/README.md");
    let packed = include_bytes!("../../../dictionaries/ipadic/ipadic.gz");
    let checksum: String = Sha256::digest(packed).iter().map(|b| format!("{b:02x}")).collect();
    assert!(readme.contains(&checksum), "ipadic.gz is not the file that its README describes");
    assert!(readme.contains("IPADIC 2.7.0"));
    assert!(readme.contains("lindera 6.2.0"));
    assert_eq!(Analyzer::version(), "lindera 6.2.0, IPADIC 2.7.0");
    for manifest in [
        include_str!("../../../Cargo.toml"),
        include_str!("../../../dictionaries/generator/Cargo.toml"),
    ] {
        assert!(manifest.contains("lindera-dictionary = { version = \"=6.2.0\""));
    }
}
