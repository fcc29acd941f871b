//! Phrases (文節): a content word with the function words after it, and what it hangs on.
//!
//! This is a shallow analysis made for short official prose. A noun phrase ends in its particles; a
//! predicate phrase takes in everything that only colours it: auxiliaries, て-forms, formal nouns
//! (〜ことができる, 〜ようにする, 〜ところである). Where the real attachment cannot be told without the
//! world, the nearest candidate is taken.

use std::ops::Range;

use super::dictionary::{Form, Pos};
use super::token::{Inside, Token};

/// What a predicate's function words say of it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags(u32);

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)+) => {
        impl Flags {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+
            const NAMES: &'static [(&'static str, Flags)] = &[$((stringify!($name), Self::$name)),+];
        }
    };
}

flags! {
    /// れる, られる, なされる.
    PASSIVE = 0;
    /// せる, させる.
    CAUSATIVE = 1;
    /// Negated an odd number of times.
    NEGATED = 2;
    /// た.
    PAST = 3;
    /// ている, てある, つつある, 中: under way or done.
    PROGRESSIVE = 4;
    /// たい.
    DESIRE = 5;
    /// べき, なければならない, ざるを得ない.
    OBLIGATION = 6;
    /// ていく, てまいる, 〜う: the writer's will, or a course that goes on.
    ONWARD = 7;
    /// だろう, ようだ, らしい, かねない, かもしれない.
    CONJECTURE = 8;
    /// てもらう, ていただく, てくれる: others act.
    OTHERS_ACT = 9;
    /// できる, ことができる, られる of ability, やすい.
    POTENTIAL = 10;
    /// ようになる, くなる, になる, となる.
    BECOME = 11;
    /// ようにする, くする, にする, とする.
    MAKE = 12;
    /// 予定, こととする, 方針, 考え, 所存: a plan.
    PLAN = 13;
    /// です, ます.
    POLITE = 14;
    /// だ, である, です after a noun.
    COPULA = 15;
    /// きれない and the like: not wholly.
    PARTLY = 16;
    /// がある, がない, and いる: existence.
    EXISTENCE = 17;
    /// なる, なり (文語), そうだ of hearsay.
    HEARSAY = 18;
    /// ておく, てしまう, てみる.
    ASPECT = 19;
    /// やすい.
    EASY = 20;
    /// てくる: up to now.
    SO_FAR = 21;
}

impl Flags {
    /// Whether all flags of `other` are set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Sets the flags of `other`.
    pub const fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Flips the flags of `other`.
    pub const fn flip(&mut self, other: Self) {
        self.0 ^= other.0;
    }

    /// The flag of this name, in lower case with `_`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, flag)| *flag)
    }

    /// The names of all flags.
    #[must_use]
    pub fn all_names() -> Vec<&'static str> {
        Self::NAMES.iter().map(|(name, _)| *name).collect()
    }

    /// The names of the flags that are set, in lower case.
    #[must_use]
    pub fn names(self) -> Vec<String> {
        Self::NAMES
            .iter()
            .filter(|(_, flag)| self.has(*flag))
            .map(|(name, _)| name.to_lowercase())
            .collect()
    }
}

impl std::fmt::Debug for Flags {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.names().join("+"))
    }
}

/// How a phrase hangs on what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// が.
    Subject,
    /// を.
    Object,
    /// は, も alone.
    Topic,
    /// に, へ.
    Goal,
    /// で.
    By,
    /// と.
    With,
    /// から, より.
    From,
    /// まで.
    Until,
    /// の.
    Of,
    /// A compound before a noun: による, に関する, に向けた, への, での, との.
    Relation,
    /// A compound before a predicate: により, について, に向け, を通じて, を対象に.
    Manner,
    /// と, や, 及び, ・, 、 before another member of an enumeration.
    Parallel,
    /// No particle: an adverbial number or time, or the label before a figure.
    Bare,
    /// A predicate before a noun.
    Adnominal,
    /// A predicate made a noun: 〜することが.
    Nominal,
    /// The end of a clause that another one follows.
    Link(Link),
    /// The end of the unit.
    End,
}

/// How a clause leads on to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// 連用形, て, が, し, とともに …: side by side.
    Side,
    /// ため, ように: the aim, or the cause.
    Aim,
    /// ことにより, ことで: the means.
    Means,
    /// 中, 上で, 際, ば, ので, から …: the circumstances.
    Circumstance,
}

/// A content word with its function words. Ranges count tokens of the unit.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// The content word: a run of nouns, or the verb or adjective with the noun it is made of.
    pub content: Range<usize>,
    /// After the last function word.
    pub end: usize,
    /// Whether it is a predicate by its form.
    pub predicate: bool,
    /// How it hangs on what follows.
    pub role: Role,
    /// What its function words say, for a predicate.
    pub flags: Flags,
    /// The formal noun that a predicate ends in (こと, 状況, ところ).
    pub formal: Option<usize>,
    /// Whether a 、 follows.
    pub comma: bool,
    /// The phrase it hangs on; `None` for the last one.
    pub governor: Option<usize>,
    /// Whether it is part of a clause that only describes a noun, or is made a noun.
    pub embedded: bool,
}

/// Verbs that with に, を or と before them do the work of a particle.
const RELATION_VERBS: &[&str] = &[
    "向ける",
    "係る",
    "かかる",
    "応じる",
    "応ずる",
    "基づく",
    "もとづく",
    "即する",
    "沿う",
    "伴う",
    "通じる",
    "通ずる",
    "通す",
    "踏まえる",
    "ふまえる",
    "対する",
    "関する",
    "よる",
    "因る",
    "先立つ",
    "合わせる",
    "あわせる",
    "併せる",
    "限る",
    "はじめる",
    "始める",
    "際する",
    "関わる",
    "めぐる",
    "巡る",
    "含む",
    "含める",
    "交える",
    "除く",
    "おく",
    "おける",
    "経る",
    "見据える",
    "睨む",
    "代わる",
    "加える",
    "問う",
    "わたる",
    "渡る",
];

/// Nouns that with を before and に or として after them do the work of a particle.
const RELATION_NOUNS: &[&str] = &[
    "対象",
    "中心",
    "目的",
    "契機",
    "きっかけ",
    "軸",
    "柱",
    "核",
    "基",
    "もと",
    "基本",
    "念頭",
    "視野",
    "前提",
    "主体",
    "はじめ",
    "始め",
    "テーマ",
    "題材",
    "講師",
    "目途",
    "目標",
    "足がかり",
    "背景",
    "機",
    "会場",
];

/// Formal nouns after a predicate that make an adverbial clause of it.
const CIRCUMSTANCE: &[&str] = &[
    "中",
    "なか",
    "上",
    "うえ",
    "際",
    "とき",
    "時",
    "場合",
    "ほか",
    "他",
    "一方",
    "もと",
    "下",
    "結果",
    "限り",
    "以上",
    "とおり",
    "通り",
    "後",
    "前",
    "たび",
    "度",
    "間",
    "うち",
    "代わり",
    "反面",
    "ところ",
];

/// Nouns after a predicate that add nothing to it at the end of a clause.
const FORMAL_END: &[&str] = &[
    "状況",
    "状態",
    "ところ",
    "段階",
    "傾向",
    "予定",
    "見込み",
    "見込",
    "方針",
    "考え",
    "所存",
    "つもり",
    "現状",
    "実情",
    "中",
    "最中",
    "途中",
    "こと",
    "もの",
    "わけ",
    "はず",
    "次第",
    "とおり",
    "通り",
    "情勢",
    "局面",
    "時期",
    "とき",
    "時",
    "意向",
    "ため",
];

/// Those of them that announce a plan.
const PLAN_NOUNS: &[&str] =
    &["予定", "方針", "考え", "所存", "つもり", "意向", "見込み", "見込", "構え", "計画"];

/// Cuts a unit into phrases and hangs each on the one it belongs to.
#[must_use]
pub fn phrases(text: &str, tokens: &[Token]) -> Vec<Phrase> {
    let running: Vec<usize> = (0..tokens.len())
        .filter(|&at| tokens.get(at).is_some_and(|token| token.inside != Inside::Aside))
        .collect();
    let mut phrases = Cutter { text, tokens, running: &running, at: 0, phrases: Vec::new() }.cut();
    attach(&mut phrases, text, tokens);
    phrases
}

/// Walks over the tokens of the running text. `at` and all lookups count tokens of that list.
struct Cutter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    running: &'a [usize],
    at: usize,
    phrases: Vec<Phrase>,
}

impl<'a> Cutter<'a> {
    fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(*self.running.get(at)?)
    }

    fn surface(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.surface(self.text))
    }

    fn base(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.base(self.text))
    }

    fn pos(&self, at: usize) -> Option<Pos> {
        self.token(at).map(|token| token.pos)
    }

    /// The number of a token in the unit; past the end, the one after the last.
    fn index(&self, at: usize) -> usize {
        self.running.get(at).copied().unwrap_or(self.tokens.len())
    }

    /// Whether brackets that are no part of the running text stand before the token.
    fn aside_between(&self, at: usize) -> bool {
        self.index(at) > self.index(at - 1) + 1
    }

    fn quoted(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.inside == Inside::Quote)
    }

    fn cut(mut self) -> Vec<Phrase> {
        while self.at < self.running.len() {
            if self.is_nominal(self.at) {
                self.noun();
            } else {
                match self.pos(self.at) {
                    Some(
                        Pos::VERB | Pos::ADJECTIVE | Pos::VERB_DEPENDENT | Pos::ADJECTIVE_DEPENDENT,
                    ) => {
                        let start = self.at;
                        self.at += 1;
                        self.compound_verb();
                        self.predicate(start);
                    }
                    Some(
                        Pos::ADVERB | Pos::ADVERB_PARTICLE | Pos::ADNOMINAL | Pos::PREFIX_VERB,
                    ) => self.adverb(),
                    _ => self.at += 1,
                }
            }
        }
        if let Some(last) = self.phrases.last_mut() {
            last.role = Role::End;
        }
        self.phrases
    }

    /// Takes in the second half of a compound verb that the dictionary does not know: 聴き取る.
    fn compound_verb(&mut self) {
        let first = self.token(self.at - 1);
        let joined = first.zip(self.token(self.at)).is_some_and(|(first, second)| {
            first.pos == Pos::VERB
                && second.pos == Pos::VERB
                && first.form.is_continuative()
                && first.end == second.start
                && !matches!(second.base(self.text), "する" | "なる" | "ある" | "できる")
        });
        self.at += usize::from(joined);
    }

    /// Whether the token belongs to a run of nouns.
    fn is_nominal(&self, at: usize) -> bool {
        if self.quoted(at) {
            return true;
        }
        let Some(token) = self.token(at) else { return false };
        match token.pos {
            Pos::NOUN_DEPENDENT_AUXILIARY | Pos::NOUN_SPECIAL_AUXILIARY => false,
            Pos::PREFIX_NOUN | Pos::PREFIX_NUMBER => true,
            Pos::SYMBOL | Pos::SYMBOL_ALPHABET => {
                let surface = token.surface(self.text);
                let joins = matches!(
                    surface,
                    "・" | "," | "." | "／" | "〜" | "→" | "−" | "－" | "＋" | "％" | "℃"
                ) || surface.chars().all(char::is_alphanumeric);
                joins && (surface != "・" || at > 0)
            }
            pos => pos.is_noun(),
        }
    }

    /// A run of nouns with its particles, or the predicate that it is part of.
    fn noun(&mut self) {
        let start = self.at;
        while self.at < self.running.len() && self.is_nominal(self.at) {
            self.at += 1;
            // A blank ends a word: 「…の公表 9月」.
            let gap = self.token(self.at - 1).zip(self.token(self.at)).is_some_and(|(a, b)| {
                a.end < b.start && !self.quoted(self.at) && !self.aside_between(self.at)
            });
            if gap {
                break;
            }
        }
        if let Some(Pos::VERB) = self.pos(self.at)
            && matches!(
                self.base(self.at),
                "する" | "できる" | "致す" | "いたす" | "為す" | "なさる"
            )
        {
            let potential = self.base(self.at) == "できる";
            self.at += 1;
            self.predicate(start);
            if potential && let Some(last) = self.phrases.last_mut() {
                last.flags.set(Flags::POTENTIAL);
            }
            return;
        }
        let auxiliary = self.pos(self.at) == Some(Pos::AUXILIARY);
        if auxiliary
            && matches!(self.base(self.at), "だ" | "です" | "なり" | "たり" | "らしい" | "である")
        {
            self.predicate(start);
            if let Some(last) = self.phrases.last_mut() {
                last.flags.set(Flags::COPULA);
            }
            return;
        }
        let content = self.span(start);
        let role = self.particles();
        let comma = self.comma();
        self.push(content, false, role, Flags::default(), None, comma);
    }

    /// The particles after a run of nouns.
    fn particles(&mut self) -> Role {
        let mut role = None;
        let mut compound = false;
        loop {
            let surface = self.surface(self.at);
            match self.pos(self.at) {
                Some(
                    Pos::PARTICLE_CASE | Pos::PARTICLE_CASE_QUOTE | Pos::PARTICLE_ADVERBIALIZING,
                ) => {
                    role = Some(match surface {
                        "が" => Role::Subject,
                        "を" => Role::Object,
                        "に" | "へ" => Role::Goal,
                        "で" => Role::By,
                        "と" => Role::With,
                        "から" | "より" => Role::From,
                        "まで" => Role::Until,
                        "の" => Role::Of,
                        _ => role.unwrap_or(Role::Manner),
                    });
                    self.at += 1;
                    if let Some(relation) = self.relation() {
                        return relation;
                    }
                }
                Some(Pos::PARTICLE_CASE_COMPOUND) => {
                    compound = true;
                    role = Some(match surface {
                        "における" | "に対する" | "に関する" | "による" | "という" | "といった"
                        | "にわたる" | "に関わる" | "に伴う" | "に係る" => {
                            self.at += 1;
                            return Role::Relation;
                        }
                        "とともに" => Role::Parallel,
                        _ => Role::Manner,
                    });
                    self.at += 1;
                }
                Some(Pos::PARTICLE_BINDING) => {
                    role = Some(match role {
                        None | Some(Role::Object | Role::Bare) => Role::Topic,
                        Some(role) => role,
                    });
                    self.at += 1;
                }
                Some(Pos::PARTICLE_ADVERBIAL | Pos::PARTICLE_ADVERBIAL_COORDINATE_FINAL) => {
                    // まで is a boundary; だけ, など, のみ, でも leave the role open.
                    if surface == "まで" && role.is_none() {
                        role = Some(Role::Until);
                    }
                    self.at += 1;
                }
                Some(Pos::PARTICLE_COORDINATE) => {
                    role = Some(Role::Parallel);
                    self.at += 1;
                }
                Some(Pos::PARTICLE_ADNOMINAL) => {
                    let relation = compound
                        || !matches!(role, None | Some(Role::Of | Role::Topic | Role::Bare));
                    self.at += 1;
                    return if relation { Role::Relation } else { Role::Of };
                }
                Some(Pos::CONJUNCTION)
                    if matches!(
                        surface,
                        "及び"
                            | "および"
                            | "並びに"
                            | "ならびに"
                            | "又は"
                            | "または"
                            | "かつ"
                            | "且つ"
                    ) =>
                {
                    self.at += 1;
                    return Role::Parallel;
                }
                _ => break,
            }
        }
        role.unwrap_or(Role::Bare)
    }

    /// A verb or noun that does the work of a particle: に向けた, を対象に, を踏まえ.
    fn relation(&mut self) -> Option<Role> {
        let mut at = self.at;
        if self.surface(at.wrapping_sub(1)) == "を"
            && RELATION_NOUNS.contains(&self.surface(at))
            && matches!(self.surface(at + 1), "に" | "と")
        {
            at += 2;
            if self.surface(at - 1) == "に" {
                if self.pos(at) == Some(Pos::VERB) {
                    return None; // 視野に入れる is a verb of its own.
                }
                self.at = at;
                return Some(Role::Manner);
            }
            if self.base(at) != "する" && self.surface(at) != "として" {
                return None;
            }
        } else if self.pos(at) != Some(Pos::VERB)
            || !RELATION_VERBS.contains(&self.base(at))
            // 「会議を始め」 opens a list; 「10月に始め」 does not.
            || matches!(self.base(at), "始める" | "はじめる") && self.surface(at - 1) != "を"
        {
            return None;
        }
        let form = self.token(at)?.form;
        at += 1;
        // て, た, つつ and 、 after it; anything more makes it a verb of its own.
        let adnominal = if self.base(at) == "た" && self.pos(at) == Some(Pos::AUXILIARY) {
            at += 1;
            true
        } else if matches!(self.surface(at), "て" | "つつ" | "ながら") {
            at += 1;
            if self.pos(at) == Some(Pos::VERB_DEPENDENT) {
                return None;
            }
            if self.pos(at) == Some(Pos::PARTICLE_BINDING) {
                at += 1;
            }
            false
        } else if form.is_basic() {
            true
        } else if form.is_continuative() {
            false
        } else {
            return None;
        };
        let noun_follows = self.is_nominal(at);
        if adnominal && !noun_follows {
            return None;
        }
        if !adnominal && at >= self.running.len() {
            return None;
        }
        self.at = at;
        if self.pos(self.at) == Some(Pos::PARTICLE_ADNOMINAL) {
            self.at += 1;
            return Some(Role::Relation);
        }
        Some(if adnominal { Role::Relation } else { Role::Manner })
    }

    /// An adverb or an adnominal word.
    fn adverb(&mut self) {
        let start = self.at;
        let adnominal = self.pos(start) == Some(Pos::ADNOMINAL);
        self.at += 1;
        let content = self.span(start);
        let mut role = if adnominal { Role::Adnominal } else { Role::Manner };
        while self.token(self.at).is_some_and(|token| {
            matches!(
                token.pos,
                Pos::PARTICLE_ADVERBIALIZING | Pos::PARTICLE_BINDING | Pos::PARTICLE_ADVERBIAL
            ) || (token.pos == Pos::AUXILIARY && token.surface(self.text) == "な")
        }) {
            self.at += 1;
        }
        if matches!(self.pos(self.at), Some(Pos::PARTICLE_ADNOMINAL)) {
            self.at += 1;
            role = Role::Adnominal;
        }
        if self.surface(self.at.wrapping_sub(1)) == "な" {
            role = Role::Adnominal;
        }
        let comma = self.comma();
        self.push(content, false, role, Flags::default(), None, comma);
    }

    /// A predicate whose content begins at `start` and whose function words begin here.
    fn predicate(&mut self, start: usize) {
        let content = self.span(start);
        let mut tail = Tail { flags: Flags::default(), formal: None, role: None };
        while self.at < self.running.len() && tail.role.is_none() && self.tail_word(&mut tail) {}
        let comma = self.comma();
        let role = tail.role.unwrap_or_else(|| self.predicate_role(comma));
        self.push(content, true, role, tail.flags, tail.formal, comma);
    }

    /// The role of a predicate that no particle tells: by its last word's form and what follows.
    fn predicate_role(&self, comma: bool) -> Role {
        let before = self.at - 1 - usize::from(comma);
        let Some(last) = self.token(before) else { return Role::End };
        if self.at >= self.running.len() {
            return Role::End;
        }
        let continuative = last.form.is_continuative();
        if comma {
            return Role::Link(Link::Side);
        }
        if last.pos == Pos::ADJECTIVE && continuative {
            return Role::Manner;
        }
        if self.is_nominal(self.at) && !continuative {
            return Role::Adnominal;
        }
        if matches!(self.surface(self.at), "な" | "の") || self.pos(self.at) == Some(Pos::ADNOMINAL)
        {
            return Role::Adnominal;
        }
        if continuative || last.surface(self.text) == "で" {
            return Role::Link(Link::Side);
        }
        Role::Adnominal
    }

    /// Takes in one function word of a predicate; `false` where the next word is none.
    fn tail_word(&mut self, tail: &mut Tail) -> bool {
        let surface = self.surface(self.at);
        let base = self.base(self.at);
        let Some(pos) = self.pos(self.at) else { return false };
        match pos {
            Pos::AUXILIARY => self.auxiliary(base, tail),
            Pos::VERB_SUFFIX => match base {
                "れる" | "られる" => tail.flags.set(Flags::PASSIVE),
                "せる" | "させる" | "しめる" => tail.flags.set(Flags::CAUSATIVE),
                _ => {}
            },
            Pos::VERB_DEPENDENT => dependent_verb(base, tail),
            Pos::ADJECTIVE_DEPENDENT | Pos::ADJECTIVE_SUFFIX => match base {
                "やすい" => {
                    tail.flags.set(Flags::POTENTIAL);
                    tail.flags.set(Flags::EASY);
                }
                "にくい" | "がたい" | "づらい" | "難い" => {
                    tail.flags.set(Flags::POTENTIAL);
                    tail.flags.flip(Flags::NEGATED);
                }
                "ない" => tail.flags.flip(Flags::NEGATED),
                _ => {}
            },
            Pos::ADJECTIVE
                if base == "ない"
                    && self.at > 0
                    && matches!(self.surface(self.at - 1), "は" | "も" | "で" | "く") =>
            {
                tail.flags.flip(Flags::NEGATED);
            }
            Pos::PARTICLE_CONJUNCTIVE => return self.conjunctive(surface, tail),
            Pos::PARTICLE_BINDING | Pos::PARTICLE_ADVERBIAL => {
                // ではない, てはならない, だけでなく: only between parts of one predicate.
                let next = self.base(self.at + 1);
                if !matches!(next, "ない" | "なる" | "だ" | "ある" | "する" | "いける")
                {
                    return false;
                }
                if next == "する" {
                    self.at += 1;
                }
            }
            Pos::PARTICLE_CASE if surface == "に" && self.base(self.at + 1) == "至る" => {
                self.at += 1
            }
            Pos::PARTICLE_CASE_COMPOUND if surface == "とともに" => {
                tail.role = Some(Role::Link(Link::Side));
            }
            Pos::PARTICLE_CASE_COMPOUND if matches!(surface, "という" | "といった" | "とする") =>
            {
                tail.role = Some(Role::Adnominal);
            }
            Pos::PARTICLE_CASE_QUOTE | Pos::PARTICLE_CASE if surface == "と" => {
                tail.role = Some(Role::Nominal);
            }
            Pos::NOUN_DEPENDENT_AUXILIARY if matches!(base, "よう" | "様") => {
                return self.like(tail);
            }
            Pos::NOUN_SPECIAL_AUXILIARY | Pos::NOUN_SUFFIX_AUXILIARY => {
                tail.flags.set(Flags::CONJECTURE)
            }
            Pos::PARTICLE_ADVERBIAL_COORDINATE_FINAL if surface == "か" => {
                // かもしれない; else a question made a noun.
                if self.surface(self.at + 1) == "も" && self.base(self.at + 2).starts_with("し") {
                    tail.flags.set(Flags::CONJECTURE);
                    self.at += 2;
                } else {
                    tail.role = Some(Role::Nominal);
                }
            }
            _ if pos.is_noun() => return self.formal(surface, tail),
            _ => return false,
        }
        self.at += 1;
        true
    }

    fn auxiliary(&self, base: &str, tail: &mut Tail) {
        let flags = &mut tail.flags;
        match base {
            "ない" | "ぬ" | "ん" | "ず" | "まい" => {
                // なければならない, なくてはならない, ねばならない: a duty, no negation.
                let next = self.surface(self.at + 1);
                let then = self.base(self.at + 2);
                let third = self.base(self.at + 3);
                let barred = matches!(self.base(self.at.wrapping_sub(1)), "なる" | "いける")
                    && self.surface(self.at.wrapping_sub(2)) == "は";
                let must = barred
                    || (next == "ば" && matches!(then, "なる" | "いける"))
                    || (next == "て" && (then == "は" && matches!(third, "なる" | "いける")))
                    || (next == "と" && matches!(then, "いける" | "なる"))
                    || (next == "を" && matches!(then, "得る" | "える"));
                // The ならない of the same duty negates nothing more.
                let second =
                    flags.has(Flags::OBLIGATION) && self.surface(self.at.wrapping_sub(1)) != "べき";
                if must {
                    flags.set(Flags::OBLIGATION);
                } else if !second {
                    flags.flip(Flags::NEGATED);
                }
            }
            "た" => flags.set(Flags::PAST),
            "たい" => flags.set(Flags::DESIRE),
            "べし" | "べき" => flags.set(Flags::OBLIGATION),
            "う" => {
                let will =
                    !matches!(self.base(self.at.wrapping_sub(1)), "だ" | "です" | "ます" | "た");
                flags.set(if will { Flags::ONWARD } else { Flags::CONJECTURE });
            }
            "らしい" | "ようだ" => flags.set(Flags::CONJECTURE),
            "ます" | "です" => flags.set(Flags::POLITE),
            _ => {}
        }
    }

    fn conjunctive(&mut self, surface: &str, tail: &mut Tail) -> bool {
        let next = self.token(self.at + 1);
        match surface {
            "て" | "で" => {
                let after = if next.is_some_and(|token| token.pos == Pos::PARTICLE_BINDING) {
                    self.token(self.at + 2)
                } else {
                    next
                };
                let goes_on = after.is_some_and(|token| {
                    matches!(token.pos, Pos::VERB_DEPENDENT | Pos::ADJECTIVE_DEPENDENT)
                        || (token.pos == Pos::VERB
                            && matches!(
                                token.base(self.text),
                                "いる"
                                    | "おる"
                                    | "いく"
                                    | "まいる"
                                    | "いただく"
                                    | "もらう"
                                    | "なる"
                                    | "ある"
                                    | "くる"
                            ))
                });
                self.at += 1;
                if !goes_on {
                    // Without a pause it is part of the next predicate: 避けて通れない, 歩いて暮らせる.
                    let pause = self.pos(self.at) == Some(Pos::SYMBOL_COMMA)
                        || self.at >= self.running.len();
                    tail.role = Some(if pause { Role::Link(Link::Side) } else { Role::Manner });
                } else if self.pos(self.at) == Some(Pos::PARTICLE_BINDING) {
                    self.at += 1;
                }
                if goes_on && self.pos(self.at) == Some(Pos::VERB) {
                    dependent_verb(self.base(self.at), tail);
                    self.at += 1;
                }
                return true;
            }
            "つつ" if next.is_some_and(|token| token.base(self.text) == "ある") => {
                tail.flags.set(Flags::PROGRESSIVE);
                self.at += 2;
                return true;
            }
            "ば" if matches!(self.base(self.at + 1), "なる" | "いける") => {
                self.at += 2;
                return true;
            }
            "と" if matches!(self.base(self.at + 1), "なる" | "いける")
                && tail.flags.has(Flags::OBLIGATION) =>
            {
                self.at += 2;
                return true;
            }
            "ば" | "ので" | "から" | "と" => tail.role = Some(Role::Link(Link::Circumstance)),
            "ながら" | "つつ" => tail.role = Some(Role::Link(Link::Circumstance)),
            _ => tail.role = Some(Role::Link(Link::Side)),
        }
        self.at += 1;
        if self.pos(self.at) == Some(Pos::PARTICLE_BINDING) {
            self.at += 1;
        }
        true
    }

    /// よう: ようになる, ようにする, ように as an aim, ようだ, ような.
    fn like(&mut self, tail: &mut Tail) -> bool {
        self.at += 1;
        if self.surface(self.at) == "に" || self.pos(self.at) == Some(Pos::PARTICLE_ADVERBIALIZING)
        {
            match (self.base(self.at + 1), self.pos(self.at + 1)) {
                ("なる", _) => {
                    tail.flags.set(Flags::BECOME);
                    self.at += 2;
                }
                ("する", _) => {
                    tail.flags.set(Flags::MAKE);
                    self.at += 2;
                }
                _ => {
                    self.at += 1;
                    tail.role = Some(Role::Link(Link::Aim));
                }
            }
        } else if self.surface(self.at) == "な" {
            self.at += 1;
            tail.role = Some(Role::Adnominal);
        } else if self.pos(self.at) == Some(Pos::AUXILIARY) {
            tail.flags.set(Flags::CONJECTURE);
        } else {
            tail.role = Some(Role::Link(Link::Aim));
        }
        true
    }

    /// A noun right after a predicate: a formal one is taken in, any other is described by it.
    fn formal(&mut self, surface: &'a str, tail: &mut Tail) -> bool {
        let next = self.surface(self.at + 1);
        let next_base = self.base(self.at + 1);
        let then = self.base(self.at + 2);
        let at_end = self.at + 1 >= self.running.len();
        let pauses = at_end || matches!(next, "、" | "。");
        // 中 and 上 of compounds are nouns of their own.
        if !matches!(self.pos(self.at + 1), Some(pos) if pos.is_noun())
            || matches!(surface, "こと" | "もの")
        {
            let formal = Some(self.index(self.at));
            match surface {
                "こと" | "事" | "の" | "点" => {
                    if surface == "こと"
                        && next == "が"
                        && matches!(then, "できる" | "出来る" | "可能")
                    {
                        tail.flags.set(Flags::POTENTIAL);
                        self.at += 3;
                        return true;
                    }
                    if surface == "こと"
                        && matches!(next, "に" | "と")
                        && matches!(then, "する" | "なる")
                    {
                        tail.flags.set(Flags::PLAN);
                        tail.formal = formal;
                        self.at += 3;
                        return true;
                    }
                    if pauses {
                        tail.formal = formal;
                        self.at += 1;
                        return true;
                    }
                    if matches!(next_base, "だ" | "です") && next != "で" {
                        tail.formal = formal;
                        self.at += 1;
                        return true;
                    }
                    tail.formal = formal;
                    let means =
                        matches!(next, "により" | "によって" | "で" | "を通じて" | "をもって");
                    self.at += 1;
                    if means && next_base != "だ" || next == "から" {
                        self.at += 1;
                        tail.role = Some(Role::Link(if next == "から" {
                            Link::Circumstance
                        } else {
                            Link::Means
                        }));
                        return true;
                    }
                    if next == "に" && then == "よる" {
                        self.at += 2;
                        if self.surface(self.at) == "て" {
                            self.at += 1;
                        }
                        tail.role = Some(if self.is_nominal(self.at) {
                            Role::Relation
                        } else {
                            Role::Link(Link::Means)
                        });
                        return true;
                    }
                    if next == "による" {
                        self.at += 1;
                        tail.role = Some(Role::Relation);
                        return true;
                    }
                    let role = self.particles();
                    tail.role = Some(match role {
                        Role::Of | Role::Relation => Role::Relation,
                        Role::Bare if at_end => Role::End,
                        _ => Role::Nominal,
                    });
                    return true;
                }
                "ため" | "為" if !at_end => {
                    self.at += 1;
                    let relation = next == "の";
                    while self.token(self.at).is_some_and(|t| {
                        t.pos == Pos::PARTICLE_CASE
                            || t.pos == Pos::PARTICLE_BINDING
                            || t.pos == Pos::PARTICLE_ADNOMINAL
                            || t.pos == Pos::PARTICLE_ADVERBIALIZING
                    }) {
                        self.at += 1;
                    }
                    tail.formal = formal;
                    tail.role = Some(if relation { Role::Relation } else { Role::Link(Link::Aim) });
                    return true;
                }
                "もの" if next == "に" && matches!(then, "する" | "なる") => {
                    tail.flags.set(if then == "する" { Flags::MAKE } else { Flags::BECOME });
                    tail.formal = formal;
                    self.at += 3;
                    return true;
                }
                _ => {}
            }
            let ends = pauses
                || (matches!(next_base, "だ" | "です") && next != "な")
                || (next == "に" && matches!(then, "ある" | "なる" | "来る" | "くる"))
                || (next == "と" && matches!(then, "なる" | "する" | "いう"));
            if FORMAL_END.contains(&surface)
                && ends
                && !(pauses && !at_end && CIRCUMSTANCE.contains(&surface))
            {
                if PLAN_NOUNS.contains(&surface) {
                    tail.flags.set(Flags::PLAN);
                }
                if matches!(surface, "中" | "最中" | "途中") {
                    tail.flags.set(Flags::PROGRESSIVE);
                }
                tail.formal = Some(self.index(self.at));
                self.at += if matches!(next, "に" | "と") { 3 } else { 1 };
                return true;
            }
            if CIRCUMSTANCE.contains(&surface)
                && (matches!(next, "に" | "で" | "は" | "も" | "、" | "には") || at_end)
            {
                tail.formal = Some(self.index(self.at));
                self.at += 1;
                while self.token(self.at).is_some_and(|t| {
                    matches!(
                        t.pos,
                        Pos::PARTICLE_CASE | Pos::PARTICLE_BINDING | Pos::PARTICLE_ADVERBIALIZING
                    ) || (t.pos == Pos::AUXILIARY && t.surface(self.text) == "で")
                }) {
                    self.at += 1;
                }
                tail.role = Some(Role::Link(Link::Circumstance));
                return true;
            }
        }
        tail.role = Some(Role::Adnominal);
        true
    }

    /// The tokens from `start` up to here; an aside that follows is not part of them.
    fn span(&self, start: usize) -> Range<usize> {
        self.index(start)..self.index(self.at - 1) + 1
    }

    fn comma(&mut self) -> bool {
        let comma = self.pos(self.at) == Some(Pos::SYMBOL_COMMA);
        self.at += usize::from(comma);
        comma
    }

    fn push(
        &mut self,
        content: Range<usize>,
        predicate: bool,
        role: Role,
        flags: Flags,
        formal: Option<usize>,
        comma: bool,
    ) {
        let end = self.index(self.at - 1 - usize::from(comma)) + 1;
        let end = end.max(content.end);
        self.phrases.push(Phrase {
            content,
            end,
            predicate,
            role,
            flags,
            formal,
            comma,
            governor: None,
            embedded: false,
        });
    }
}

/// What the function words of a predicate have told so far.
struct Tail {
    flags: Flags,
    formal: Option<usize>,
    role: Option<Role>,
}

fn dependent_verb(base: &str, tail: &mut Tail) {
    let flags = &mut tail.flags;
    match base {
        "いる" | "おる" | "ある" | "居る" | "つつある" | "続ける" | "続く" | "つづける" =>
        {
            flags.set(Flags::PROGRESSIVE);
        }
        "いく" | "ゆく" | "行く" | "まいる" | "参る" => flags.set(Flags::ONWARD),
        "くる" | "来る" => flags.set(Flags::SO_FAR),
        "もらう" | "いただく" | "頂く" | "くれる" | "くださる" => {
            flags.set(Flags::OTHERS_ACT)
        }
        "きれる" | "切れる" | "きる" => flags.set(Flags::PARTLY),
        "かねる" => {
            // かねない is a fear; かねる an inability.
            flags.set(Flags::CONJECTURE);
        }
        "得る" | "うる" | "える" => flags.set(Flags::POTENTIAL),
        "おく" | "しまう" | "みる" | "みせる" | "過ぎる" | "すぎる" | "始める" | "はじめる"
        | "出す" => {
            flags.set(Flags::ASPECT);
        }
        _ => {}
    }
}

/// Hangs each phrase on the one it belongs to and marks what only describes a noun.
fn attach(phrases: &mut [Phrase], text: &str, tokens: &[Token]) {
    let last = phrases.len().saturating_sub(1);
    for at in 0..phrases.len() {
        let Some(phrase) = phrases.get(at) else { break };
        if at == last {
            break;
        }
        let after = phrases.get(at + 1..).unwrap_or_default();
        let next_noun = || {
            after.iter().position(|p| {
                !p.predicate && p.role != Role::Manner && p.role != Role::Adnominal
                    || is_copula_noun(p)
            })
        };
        let next_predicate =
            || after.iter().position(|p| p.predicate && !is_plain_modifier(p, text, tokens));
        let skip = match phrase.role {
            Role::Of | Role::Relation | Role::Parallel | Role::Adnominal => next_noun(),
            // The topic is what the whole sentence is about.
            Role::Topic => after
                .iter()
                .position(|p| p.predicate && matches!(p.role, Role::End | Role::Link(Link::Side))),
            Role::Link(_) => after
                .iter()
                .position(|p| p.predicate && matches!(p.role, Role::Link(_) | Role::End)),
            Role::Subject
                if after
                    .first()
                    .is_some_and(|p| p.predicate && is_plain_modifier(p, text, tokens)) =>
            {
                Some(0)
            }
            _ => next_predicate(),
        };
        let governor = skip.map_or(last, |skip| at + 1 + skip);
        if let Some(phrase) = phrases.get_mut(at) {
            phrase.governor = Some(governor);
        }
    }
    // What hangs on a describing predicate, however far down, is part of the description.
    for at in (0..phrases.len()).rev() {
        let governor = phrases.get(at).and_then(|p| p.governor);
        let embedded = governor.and_then(|g| phrases.get(g)).is_some_and(|g| {
            g.embedded
                || (g.predicate
                    && matches!(g.role, Role::Adnominal | Role::Relation | Role::Nominal))
        });
        let by_itself = phrases.get(at).is_some_and(|p| {
            p.predicate && matches!(p.role, Role::Adnominal | Role::Relation | Role::Nominal)
        });
        if let Some(phrase) = phrases.get_mut(at) {
            phrase.embedded = embedded || by_itself;
        }
    }
}

/// 「円滑な」: an adjectival noun that modifies and takes no arguments of its own.
fn is_plain_modifier(phrase: &Phrase, text: &str, tokens: &[Token]) -> bool {
    let last = |at: usize| tokens.get(at.wrapping_sub(1));
    let na = phrase.flags.has(Flags::COPULA)
        && last(phrase.end).is_some_and(|token| token.surface(text) == "な");
    let adjective = last(phrase.content.end).is_some_and(|token| token.pos == Pos::ADJECTIVE);
    phrase.role == Role::Manner || phrase.role == Role::Adnominal && (na || adjective)
}

/// A noun with だ is a noun to what comes before it.
fn is_copula_noun(phrase: &Phrase) -> bool {
    phrase.flags.has(Flags::COPULA) && !matches!(phrase.role, Role::Adnominal)
}

/// Whether the token's form can end a sentence or stand before a noun.
#[must_use]
pub fn is_final(form: Form) -> bool {
    form.is_basic()
}
