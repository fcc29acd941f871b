//! Conjugated forms, as IPADIC has them.

/// Writes the enumeration and its names.
macro_rules! forms {
    ($($variant:ident = $name:literal,)+) => {
        /// A conjugated form of IPADIC.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Form {
            $(
                #[doc = concat!("`", $name, "`")]
                $variant,
            )+
        }

        impl Form {
            /// Every form, [`Form::None`] first.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in IPADIC; `*` for [`Form::None`].
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

forms! {
    None = "*",
    Basic = "基本形",
    BasicGeminate = "基本形-促音便",
    BasicModern = "現代基本形",
    BasicClassical = "文語基本形",
    BasicEuphonic = "音便基本形",
    Irrealis = "未然形",
    IrrealisU = "未然ウ接続",
    IrrealisNu = "未然ヌ接続",
    IrrealisReru = "未然レル接続",
    IrrealisSpecial = "未然特殊",
    Continuative = "連用形",
    ContinuativeTa = "連用タ接続",
    ContinuativeTe = "連用テ接続",
    ContinuativeDe = "連用デ接続",
    ContinuativeNi = "連用ニ接続",
    ContinuativeGozai = "連用ゴザイ接続",
    Attributive = "体言接続",
    AttributiveSpecial = "体言接続特殊",
    AttributiveSpecial2 = "体言接続特殊２",
    Conditional = "仮定形",
    ConditionalContracted1 = "仮定縮約１",
    ConditionalContracted2 = "仮定縮約２",
    ImperativeE = "命令ｅ",
    ImperativeI = "命令ｉ",
    ImperativeRo = "命令ｒｏ",
    ImperativeYo = "命令ｙｏ",
    Garu = "ガル接続",
}

impl Form {
    /// The form of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.name() == name)
    }

    /// 基本形 in any of its spellings.
    pub fn is_basic(self) -> bool {
        (Self::Basic..=Self::BasicEuphonic).contains(&self)
    }

    /// 連用形 before whatever: 〜ます, 〜た, 〜て, a comma.
    pub fn is_continuative(self) -> bool {
        (Self::Continuative..=Self::ContinuativeGozai).contains(&self)
    }

    /// 未然形 before whatever: 〜ない, 〜れる, 〜う.
    pub fn is_irrealis(self) -> bool {
        (Self::Irrealis..=Self::IrrealisSpecial).contains(&self)
    }

    /// 命令形
    pub fn is_imperative(self) -> bool {
        (Self::ImperativeE..=Self::ImperativeYo).contains(&self)
    }
}
