//! What the function words of a predicate say of it.

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

    /// Clears the flags of `other`.
    pub const fn clear(&mut self, other: Self) {
        self.0 &= !other.0;
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
