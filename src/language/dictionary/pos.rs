//! Parts of speech, as IPADIC has them.

/// A part of speech of IPADIC, with all its subdivisions: `名詞-サ変接続`, `助詞-格助詞-一般`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Pos(u8);

/// Numbers the parts of speech in the order given, which keeps each class together.
macro_rules! parts_of_speech {
    ($($constant:ident = $name:literal,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[derive(Clone, Copy)]
        enum Number { $($constant,)+ }

        impl Pos {
            $(
                #[doc = concat!("`", $name, "`")]
                pub const $constant: Self = Self(Number::$constant as u8);
            )+

            const NAMES: &[&str] = &[$($name),+];
        }
    };
}

parts_of_speech! {
    ADJECTIVE = "形容詞-自立",
    ADJECTIVE_SUFFIX = "形容詞-接尾",
    ADJECTIVE_DEPENDENT = "形容詞-非自立",
    ADNOMINAL = "連体詞",
    ADVERB = "副詞-一般",
    ADVERB_PARTICLE = "副詞-助詞類接続",
    AUXILIARY = "助動詞",
    CONJUNCTION = "接続詞",
    FILLER = "フィラー",
    INTERJECTION = "感動詞",
    NOUN = "名詞-一般",
    NOUN_VERBAL = "名詞-サ変接続",
    NOUN_ADJECTIVAL = "名詞-形容動詞語幹",
    NOUN_NAI = "名詞-ナイ形容詞語幹",
    NOUN_ADVERBIAL = "名詞-副詞可能",
    NOUN_NUMBER = "名詞-数",
    NOUN_PROPER = "名詞-固有名詞-一般",
    NOUN_PERSON = "名詞-固有名詞-人名-一般",
    NOUN_SURNAME = "名詞-固有名詞-人名-姓",
    NOUN_GIVEN_NAME = "名詞-固有名詞-人名-名",
    NOUN_ORGANIZATION = "名詞-固有名詞-組織",
    NOUN_PLACE = "名詞-固有名詞-地域-一般",
    NOUN_COUNTRY = "名詞-固有名詞-地域-国",
    NOUN_PRONOUN = "名詞-代名詞-一般",
    NOUN_PRONOUN_CONTRACTED = "名詞-代名詞-縮約",
    NOUN_DEPENDENT = "名詞-非自立-一般",
    NOUN_DEPENDENT_ADJECTIVAL = "名詞-非自立-形容動詞語幹",
    NOUN_DEPENDENT_AUXILIARY = "名詞-非自立-助動詞語幹",
    NOUN_DEPENDENT_ADVERBIAL = "名詞-非自立-副詞可能",
    NOUN_SUFFIX = "名詞-接尾-一般",
    NOUN_SUFFIX_VERBAL = "名詞-接尾-サ変接続",
    NOUN_SUFFIX_ADJECTIVAL = "名詞-接尾-形容動詞語幹",
    NOUN_SUFFIX_ADVERBIAL = "名詞-接尾-副詞可能",
    NOUN_SUFFIX_COUNTER = "名詞-接尾-助数詞",
    NOUN_SUFFIX_AUXILIARY = "名詞-接尾-助動詞語幹",
    NOUN_SUFFIX_PERSON = "名詞-接尾-人名",
    NOUN_SUFFIX_PLACE = "名詞-接尾-地域",
    NOUN_SUFFIX_SPECIAL = "名詞-接尾-特殊",
    NOUN_CONJUNCTIVE = "名詞-接続詞的",
    NOUN_VERB_DEPENDENT = "名詞-動詞非自立的",
    NOUN_SPECIAL_AUXILIARY = "名詞-特殊-助動詞語幹",
    NOUN_QUOTED = "名詞-引用文字列",
    OTHER = "その他-間投",
    PARTICLE_CASE = "助詞-格助詞-一般",
    PARTICLE_CASE_QUOTE = "助詞-格助詞-引用",
    PARTICLE_CASE_COMPOUND = "助詞-格助詞-連語",
    PARTICLE_BINDING = "助詞-係助詞",
    PARTICLE_ADVERBIAL = "助詞-副助詞",
    PARTICLE_ADVERBIAL_COORDINATE_FINAL = "助詞-副助詞／並立助詞／終助詞",
    PARTICLE_COORDINATE = "助詞-並立助詞",
    PARTICLE_CONJUNCTIVE = "助詞-接続助詞",
    PARTICLE_FINAL = "助詞-終助詞",
    PARTICLE_ADNOMINAL = "助詞-連体化",
    PARTICLE_ADVERBIALIZING = "助詞-副詞化",
    PARTICLE_SPECIAL = "助詞-特殊",
    PREFIX_NOUN = "接頭詞-名詞接続",
    PREFIX_NUMBER = "接頭詞-数接続",
    PREFIX_VERB = "接頭詞-動詞接続",
    PREFIX_ADJECTIVE = "接頭詞-形容詞接続",
    SYMBOL = "記号-一般",
    SYMBOL_ALPHABET = "記号-アルファベット",
    SYMBOL_OPEN = "記号-括弧開",
    SYMBOL_CLOSE = "記号-括弧閉",
    SYMBOL_PERIOD = "記号-句点",
    SYMBOL_COMMA = "記号-読点",
    SYMBOL_BLANK = "記号-空白",
    VERB = "動詞-自立",
    VERB_SUFFIX = "動詞-接尾",
    VERB_DEPENDENT = "動詞-非自立",
}

impl Pos {
    /// How many there are; [`Pos::index`] is below it.
    pub const COUNT: usize = Self::NAMES.len();

    /// Every part of speech that IPADIC has, each class together.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT as u8).map(Self)
    }

    /// The part of speech of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|pos| pos.name() == name)
    }

    /// The parts of speech that a name takes in: `名詞-固有名詞` all kinds of proper nouns,
    /// `名詞-数` that one; none if IPADIC does not know the name.
    pub fn within(name: &str) -> impl Iterator<Item = Self> {
        Self::all().filter(move |pos| {
            pos.name()
                .strip_prefix(name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
    }

    /// The name in IPADIC, its levels joined by `-`.
    pub fn name(self) -> &'static str {
        Self::NAMES[self.index()]
    }

    /// A small number, different for each, for tables and bit sets.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// 名詞, with numbers, pronouns, suffixes and the dependent nouns.
    pub fn is_noun(self) -> bool {
        (Self::NOUN..=Self::NOUN_QUOTED).contains(&self)
    }

    /// 名詞-固有名詞: names of persons, places, organizations and others.
    pub fn is_proper_noun(self) -> bool {
        (Self::NOUN_PROPER..=Self::NOUN_COUNTRY).contains(&self)
    }

    /// 名詞-接尾: ～性, ～化, ～市, ～回.
    pub fn is_noun_suffix(self) -> bool {
        (Self::NOUN_SUFFIX..=Self::NOUN_SUFFIX_SPECIAL).contains(&self)
    }

    /// 名詞-非自立: こと, もの, ため, よう.
    pub fn is_dependent_noun(self) -> bool {
        (Self::NOUN_DEPENDENT..=Self::NOUN_DEPENDENT_ADVERBIAL).contains(&self)
    }

    /// 動詞, with the dependent ones (〜ている) and the suffixes (〜れる).
    pub fn is_verb(self) -> bool {
        (Self::VERB..=Self::VERB_DEPENDENT).contains(&self)
    }

    /// 形容詞, with the dependent ones and the suffixes; not the nouns that 形容動詞 begin with.
    pub fn is_adjective(self) -> bool {
        (Self::ADJECTIVE..=Self::ADJECTIVE_DEPENDENT).contains(&self)
    }

    /// 副詞
    pub fn is_adverb(self) -> bool {
        (Self::ADVERB..=Self::ADVERB_PARTICLE).contains(&self)
    }

    /// 助詞
    pub fn is_particle(self) -> bool {
        (Self::PARTICLE_CASE..=Self::PARTICLE_SPECIAL).contains(&self)
    }

    /// 助詞-格助詞
    pub fn is_case_particle(self) -> bool {
        (Self::PARTICLE_CASE..=Self::PARTICLE_CASE_COMPOUND).contains(&self)
    }

    /// 助動詞
    pub fn is_auxiliary(self) -> bool {
        self == Self::AUXILIARY
    }

    /// 接頭詞
    pub fn is_prefix(self) -> bool {
        (Self::PREFIX_NOUN..=Self::PREFIX_ADJECTIVE).contains(&self)
    }

    /// 記号
    pub fn is_symbol(self) -> bool {
        (Self::SYMBOL..=Self::SYMBOL_BLANK).contains(&self)
    }
}
