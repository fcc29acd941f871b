//! What can be wrong with a pattern, and what to do about it.

use std::fmt;
use std::ops::Range;

use super::parse::LONGEST_GAP;
use crate::finding::Language;

/// Why a text is not a pattern, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// What is wrong.
    pub kind: PatternErrorKind,
    /// Where: a range of bytes in the pattern's source.
    pub span: Range<usize>,
}

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PatternErrorKind {
    /// There is nothing in the pattern.
    Empty,
    /// There is nothing between two of `(`, `[`, `|`, `]`, `)`, or between one and the edge.
    EmptyAlternative,
    /// There is nothing between quotes or `<` and `>`, or after `@`: the sign it starts with.
    Blank(char),
    /// This `(`, `[`, `<` or `"` is never closed.
    Unclosed(char),
    /// This `)`, `]` or `>` was never opened.
    Unopened(char),
    /// This `?` or `*` follows nothing that could be repeated.
    NothingToRepeat(char),
    /// `?` or `*` upon `?` or `*`.
    RepeatedTwice,
    /// The part before a `*` could match no morpheme.
    RepeatsNothing,
    /// `[` within `[ ]`.
    NestedMark,
    /// A second `[ ]` on the same way through the pattern.
    SecondMark,
    /// `[ ]` in something repeated by `*`.
    RepeatedMark,
    /// `[ ]` could hold no morpheme.
    MarksNothing,
    /// The pattern could match no morpheme.
    MatchesNothing,
    /// A gap without a number that is allowed.
    BadGap,
    /// A part of speech right behind something other than a word or a text.
    MisplacedPartOfSpeech,
    /// A full-width sign, and what it probably stands for.
    WideSign(char, &'static str),
    /// A part of speech that is not known.
    UnknownPartOfSpeech {
        /// The name.
        name: String,
        /// Names like it.
        nearest: Vec<String>,
    },
    /// A lexicon that is not known.
    UnknownLexicon {
        /// The name.
        name: String,
        /// Names like it, or all there are.
        nearest: Vec<String>,
    },
    /// A base form that no morpheme has.
    UnknownBaseForm {
        /// The word.
        word: String,
        /// The base forms into which it is divided; empty if not known.
        analysis: Vec<String>,
    },
    /// Too many brackets within brackets.
    TooDeep,
    /// Too many words.
    TooLong,
}

impl PatternError {
    pub(super) fn new(kind: PatternErrorKind, span: Range<usize>) -> Self {
        Self { kind, span }
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Japanese => self.japanese_message(),
            Language::English => self.english_message(),
        }
    }

    /// What to do.
    #[must_use]
    pub fn help(&self, language: Language) -> String {
        match language {
            Language::Japanese => self.japanese_help(),
            Language::English => self.english_help(),
        }
    }

    fn japanese_message(&self) -> String {
        use PatternErrorKind as Kind;
        match &self.kind {
            Kind::Empty => "パターンが空です。".into(),
            Kind::EmptyAlternative => "括弧や「|」の間に何も書かれていません。".into(),
            Kind::Blank('@') => "「@」の後に語彙表の名前がありません。".into(),
            Kind::Blank('<') => "「<」と「>」の間に品詞名がありません。".into(),
            Kind::Blank(_) => "引用符の間に文字がありません。".into(),
            Kind::Unclosed(sign) => format!("「{sign}」が閉じられていません。"),
            Kind::Unopened(sign) => format!("「{sign}」に対応する始まりの括弧がありません。"),
            Kind::NothingToRepeat(sign) => {
                format!("「{sign}」の前に、繰り返しや省略の対象がありません。")
            }
            Kind::RepeatedTwice => "「?」や「*」が重ねて付いています。".into(),
            Kind::RepeatsNothing => "「*」の対象が、形態素なしでも一致してしまいます。".into(),
            Kind::NestedMark => "「[ ]」の中に「[」があります。".into(),
            Kind::SecondMark => "一続きの並びに「[ ]」が二つあります。".into(),
            Kind::RepeatedMark => "「*」で繰り返す部分の中に「[ ]」があります。".into(),
            Kind::MarksNothing => "「[ ]」の中が、形態素なしでも一致してしまいます。".into(),
            Kind::MatchesNothing => "このパターンは、形態素なしでも一致してしまいます。".into(),
            Kind::BadGap => format!("「..」の直後に1から{LONGEST_GAP}までの数がありません。"),
            Kind::MisplacedPartOfSpeech => {
                "品詞が、語でも引用文字列でもないものの直後にあります。".into()
            }
            Kind::WideSign(wide, _) => format!("全角の「{wide}」はパターンの記号ではありません。"),
            Kind::UnknownPartOfSpeech { name, .. } => {
                format!("「{name}」という品詞は辞書にありません。")
            }
            Kind::UnknownLexicon { name, .. } => {
                format!("「{name}」という語彙表はありません。")
            }
            Kind::UnknownBaseForm { word, .. } => {
                format!("「{word}」を基本形とする語は辞書にありません。")
            }
            Kind::TooDeep => "括弧の入れ子が深すぎます。".into(),
            Kind::TooLong => "パターンが長すぎます。".into(),
        }
    }

    fn japanese_help(&self) -> String {
        use PatternErrorKind as Kind;
        match &self.kind {
            Kind::Empty => "探したい語の基本形を書いてください。例: 必要 が ある".into(),
            Kind::EmptyAlternative => {
                "語を書き足すか、余分な記号を消してください。無くてもよい部分は (が|で)? のように「?」で表します。".into()
            }
            Kind::Blank('@') => "@need のように、空けずに名前を続けてください。".into(),
            Kind::Blank('<') => "<名詞> や <名詞-サ変接続> のように書いてください。".into(),
            Kind::Blank(_) => "\"において\" のように、探したい文字を書いてください。".into(),
            Kind::Unclosed(sign) => format!(
                "対応する「{}」を書き足してください。この文字そのものを探すときは引用符で囲みます。",
                closing(*sign)
            ),
            Kind::Unopened(sign) => {
                format!("この「{sign}」を消すか、始まりの括弧を書き足してください。")
            }
            Kind::NothingToRepeat(sign) => format!(
                "「{sign}」は語・品詞・括弧の後に付けます。この文字そのものを探すときは \"{sign}\" と書きます。"
            ),
            Kind::RepeatedTwice => {
                "どちらか一つだけにしてください。0回以上なら「*」、0回か1回なら「?」です。".into()
            }
            Kind::RepeatsNothing => {
                "「*」は0回も含むので、その中の「?」「*」や「..」を外してください。".into()
            }
            Kind::NestedMark | Kind::SecondMark => {
                "指摘する範囲は一つだけです。どちらかの「[ ]」を外してください。".into()
            }
            Kind::RepeatedMark => {
                "「[ ]」を繰り返しの外に出してください。例: [<名詞>*] ではなく [<名詞> <名詞>*]".into()
            }
            Kind::MarksNothing => {
                "指摘する範囲には、省略できない語を一つ以上入れてください。例: [必要 が?]".into()
            }
            Kind::MatchesNothing => {
                "「?」「*」「..」「^」「$」の付かない語か品詞を一つ以上入れてください。".into()
            }
            Kind::BadGap => "間に3語まで許すなら ..3 と書きます。数字は半角です。".into(),
            Kind::MisplacedPartOfSpeech => {
                "次の語の品詞なら、空白で区切ってください。同じ語の品詞なら、で<助動詞> のように語の直後に書きます。".into()
            }
            Kind::WideSign(wide, meant) => format!(
                "記号は半角の「{meant}」で書いてください。この文字そのものを探すときは \"{wide}\" と書きます。"
            ),
            Kind::UnknownPartOfSpeech { nearest, .. } => {
                let advice = "IPADICの品詞名を、名詞-サ変接続 のように上から順に書いてください。";
                suggestion(nearest, "近い名前: ", "、", "。", advice)
            }
            Kind::UnknownLexicon { nearest, .. } => {
                let advice = "語彙表をファイルとして追加するか、名前を直してください。";
                suggestion(nearest, "使える名前: ", "、", "。", advice)
            }
            Kind::UnknownBaseForm { word, analysis } if analysis.is_empty() => {
                format!("活用形ではなく基本形で書くか、文字どおりに探すなら \"{word}\" と書いてください。")
            }
            Kind::UnknownBaseForm { word, analysis } => format!(
                "辞書は「{}」と分けます。そのように並べて書くか、文字どおりに探すなら \"{word}\" と書いてください。",
                analysis.join(" ")
            ),
            Kind::TooDeep | Kind::TooLong => "パターンをいくつかに分けてください。".into(),
        }
    }

    fn english_message(&self) -> String {
        use PatternErrorKind as Kind;
        match &self.kind {
            Kind::Empty => "the pattern is empty".into(),
            Kind::EmptyAlternative => "there is nothing between these signs".into(),
            Kind::Blank('@') => "`@` is not followed by the name of a lexicon".into(),
            Kind::Blank('<') => "there is no part of speech between `<` and `>`".into(),
            Kind::Blank(_) => "there is no text between the quotes".into(),
            Kind::Unclosed(sign) => format!("`{sign}` is never closed"),
            Kind::Unopened(sign) => format!("`{sign}` was never opened"),
            Kind::NothingToRepeat(sign) => format!("there is nothing that `{sign}` could apply to"),
            Kind::RepeatedTwice => "`?` or `*` upon another".into(),
            Kind::RepeatsNothing => "what `*` repeats could match no morpheme at all".into(),
            Kind::NestedMark => "`[` within `[ ]`".into(),
            Kind::SecondMark => "a second `[ ]` in the same sequence".into(),
            Kind::RepeatedMark => "`[ ]` within what `*` repeats".into(),
            Kind::MarksNothing => "`[ ]` could hold no morpheme at all".into(),
            Kind::MatchesNothing => "the pattern could match no morpheme at all".into(),
            Kind::BadGap => format!("`..` is not followed by a number from 1 to {LONGEST_GAP}"),
            Kind::MisplacedPartOfSpeech => {
                "a part of speech right behind what is neither a word nor a text".into()
            }
            Kind::WideSign(wide, _) => format!("full-width `{wide}` is no sign of the language"),
            Kind::UnknownPartOfSpeech { name, .. } => {
                format!("the dictionary has no part of speech `{name}`")
            }
            Kind::UnknownLexicon { name, .. } => format!("there is no lexicon `{name}`"),
            Kind::UnknownBaseForm { word, .. } => {
                format!("the dictionary has no word of base form `{word}`")
            }
            Kind::TooDeep => "brackets are nested too deeply".into(),
            Kind::TooLong => "the pattern is too long".into(),
        }
    }

    fn english_help(&self) -> String {
        use PatternErrorKind as Kind;
        match &self.kind {
            Kind::Empty => "write the base forms to look for, such as `必要 が ある`".into(),
            Kind::EmptyAlternative => {
                "add a word or remove a sign; what may be left out is written `(が|で)?`".into()
            }
            Kind::Blank('@') => "write the name right after it: `@need`".into(),
            Kind::Blank('<') => "write `<名詞>` or `<名詞-サ変接続>`".into(),
            Kind::Blank(_) => "write the text to look for: `\"において\"`".into(),
            Kind::Unclosed(sign) => {
                format!("add `{}`; to match the character itself, quote it", closing(*sign))
            }
            Kind::Unopened(sign) => format!("remove `{sign}`, or open it before"),
            Kind::NothingToRepeat(sign) => format!(
                "`{sign}` follows a word, a part of speech or a bracket; to match the character \
                 itself, write `\"{sign}\"`"
            ),
            Kind::RepeatedTwice => {
                "keep one: `*` for any number of times, `?` for once or not at all".into()
            }
            Kind::RepeatsNothing => {
                "`*` includes not at all: take the `?`, `*` or `..` out of what it repeats".into()
            }
            Kind::NestedMark | Kind::SecondMark => {
                "one range is reported: remove one of the `[ ]`".into()
            }
            Kind::RepeatedMark => "put `[ ]` around the repetition: `[<名詞> <名詞>*]`".into(),
            Kind::MarksNothing => {
                "put a word in it that cannot be left out, such as `[必要 が?]`".into()
            }
            Kind::MatchesNothing => {
                "add a word or part of speech without `?` or `*`; `..`, `^` and `$` do not count"
                    .into()
            }
            Kind::BadGap => "for up to three morphemes in between, write `..3`".into(),
            Kind::MisplacedPartOfSpeech => {
                "put a space before it if it is that of the next morpheme, or write it right \
                 behind the word, such as `で<助動詞>`"
                    .into()
            }
            Kind::WideSign(wide, meant) => {
                format!("write `{meant}`; to match the character itself, write `\"{wide}\"`")
            }
            Kind::UnknownPartOfSpeech { nearest, .. } => {
                let advice = "write IPADIC's name from the top: `名詞-サ変接続`";
                suggestion(nearest, "similar names: ", ", ", "; ", advice)
            }
            Kind::UnknownLexicon { nearest, .. } => {
                let advice = "add the lexicon as a file, or correct the name";
                suggestion(nearest, "known names: ", ", ", "; ", advice)
            }
            Kind::UnknownBaseForm { word, analysis } if analysis.is_empty() => format!(
                "write the base form, not an inflected one; to match the text itself, write \
                 `\"{word}\"`"
            ),
            Kind::UnknownBaseForm { word, analysis } => format!(
                "the dictionary divides it into `{}`: write that, or, to match the text itself, \
                 `\"{word}\"`",
                analysis.join(" ")
            ),
            Kind::TooDeep | Kind::TooLong => "divide it into several patterns".into(),
        }
    }
}

/// The sign that closes a bracket or quote.
fn closing(sign: char) -> char {
    match sign {
        '(' => ')',
        '[' => ']',
        '<' => '>',
        other => other,
    }
}

fn suggestion(names: &[String], lead: &str, comma: &str, stop: &str, advice: &str) -> String {
    if names.is_empty() {
        return advice.to_owned();
    }
    format!("{lead}{}{stop}{advice}", names.join(comma))
}

impl fmt::Display for PatternError {
    /// The English message and help.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let language = Language::English;
        write!(f, "{}: {}", self.message(language), self.help(language))
    }
}

impl std::error::Error for PatternError {}
