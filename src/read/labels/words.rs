//! The words of the form: the one table that every reader recognises labels by.
//!
//! Words are written as [`super::key`] leaves them: in half width, without blanks and without the
//! marks that offices put between words, 取り組み as 取組 and めざす as 目指す.

use super::Label::{self, Contact, Department, Goal, Head, Level, Missions, Number, Skipped, Year};
use crate::sheet::Field::{
    CurrentState, Due, Means, Mission, Outcome, Policy, Reason, ReviewReason, ReviewStatus,
    Section, Status, Target, Title,
};

/// A label, the words of the guideline's own form for it, and what other offices write.
pub(super) struct Entry {
    pub(super) label: Label,
    /// The form's own words: a label wherever they stand at the start of a cell or line.
    pub(super) own: &'static [&'static str],
    /// Words that also occur in running text: a label only where nothing else says what a cell is.
    pub(super) others: &'static [&'static str],
}

/// Every label.
pub(super) const WORDS: &[Entry] = &[
    Entry {
        label: Label::Field(Mission),
        own: &["関連の組織使命", "関連する組織使命", "関連組織使命"],
        others: &["組織使命no", "組織使命番号", "使命no", "関連の使命", "関連使命", "関連する使命"],
    },
    Entry {
        label: Label::Field(Policy),
        own: &["関連の施策基本事業no", "施策基本事業no", "関連する施策基本事業no"],
        others: &[
            "関連の施策基本事業",
            "関連する施策基本事業",
            "施策基本事業",
            "関連の施策",
            "関連する施策",
            "関連施策",
            "関連施策no",
            "施策no",
            "施策番号",
            "基本事業no",
            "基本事業番号",
            "基本事業",
        ],
    },
    Entry {
        label: Label::Field(Section),
        own: &["所属"],
        others: &[
            "所属名",
            "担当所属",
            "担当課",
            "担当課名",
            "担当部署",
            "課名",
            "主管課",
            "所管課",
            "課室名",
        ],
    },
    Entry {
        label: Label::Field(Title),
        own: &["目標の表題"],
        others: &[
            "何を",
            "目標表題",
            "表題",
            "目標名",
            "目標の名称",
            "目標項目",
            "目標(何を)",
            "重点目標",
            "重点取組",
            "重点取組項目",
            "取組項目",
            "取組名",
            "個別事業",
            "件名",
        ],
    },
    Entry {
        label: Level, own: &["達成水準"], others: &["どの程度まで", "目標(どの程度まで)"]
    },
    Entry {
        label: Label::Field(CurrentState),
        own: &["現在の状態"],
        others: &[
            "現状",
            "現況",
            "現在の状況",
            "現在の姿",
            "現状と課題",
            "現況と課題",
            "現状課題",
            "現状及び課題",
            "現状認識",
            "課題認識",
            "課題",
            "基準値",
            "目標の基準値",
            "年度当初値",
            "年度当初の状態",
        ],
    },
    Entry {
        label: Label::Field(Target),
        own: &["達成目標"],
        others: &[
            "達成目標(アウトプット)",
            "アウトプット",
            "目標値",
            "達成基準",
            "数値目標",
            "達成目標値",
            "今年度の目標",
            "今年度目標",
            "本年度の目標",
            "本年度目標",
            "当年度の目標",
            "年度目標",
            "年度の目標",
            "今年度の達成目標",
            "本年度の達成目標",
        ],
    },
    Entry {
        label: Label::Field(Outcome),
        own: &["目標が達成した状態", "目標が達成された状態"],
        others: &[
            "アウトカム",
            "目標を達成した状態",
            "達成した状態",
            "達成された状態",
            "成果",
            "目指す成果",
            "期待される成果",
            "期待する成果",
            "期待される効果",
            "期待する効果",
            "目指す姿",
            "目指す状態",
            "あるべき姿",
            "ありたい姿",
            "意図",
            "ねらい",
        ],
    },
    Entry {
        label: Label::Field(Means),
        own: &["手段"],
        others: &[
            "どのような方法で",
            "達成手段",
            "達成のための手段",
            "取組内容",
            "取組",
            "取組の内容",
            "主な取組",
            "具体的取組",
            "具体的な取組",
            "具体的な取組内容",
            "具体的取組内容",
            "具体的方法",
            "具体的な方法",
            "具体的手段",
            "具体的な手段",
            "実施方法",
            "実施内容",
            "主な戦略",
            "対応",
            "事業概要",
            "方法",
        ],
    },
    Entry {
        label: Label::Field(Due),
        own: &["期日"],
        others: &[
            "いつまでに",
            "期限",
            "達成時期",
            "達成期限",
            "達成期日",
            "目標期日",
            "目標期限",
            "実施時期",
            "実施期限",
            "完了時期",
            "完了予定",
            "スケジュール",
            "時点",
            "時期",
        ],
    },
    Entry {
        label: Label::Field(Status),
        own: &["達成状況"],
        others: &[
            "達成状況(対象者)",
            "達成状況(上段)",
            "対象者達成状況",
            "達成度",
            "目標の達成状況",
            "自己評価",
        ],
    },
    Entry {
        label: Label::Field(Reason),
        own: &["理由"],
        others: &[
            "理由(対象者)",
            "理由(上段)",
            "対象者理由",
            "達成状況の理由",
            "評価の理由",
            "評価理由",
        ],
    },
    Entry {
        label: Label::Field(ReviewStatus),
        own: &["達成状況(指導者)", "指導者達成状況"],
        others: &["達成状況(下段)", "指導者評価"],
    },
    Entry {
        label: Label::Field(ReviewReason),
        own: &["理由(指導者)", "指導者理由"],
        others: &["理由(下段)", "指導者コメント"],
    },
    Entry { label: Goal, own: &["部局目標", "業績目標"], others: &["目標"] },
    Entry {
        label: Number,
        own: &[],
        others: &["no", "番号", "目標no", "目標番号", "部局目標no", "項番", "連番"],
    },
    Entry {
        label: Department,
        own: &["部局名"],
        others: &["部局", "部名", "部署名", "部局等名", "部局等", "部等名", "局名"],
    },
    Entry {
        label: Head,
        own: &["部局長名"],
        others: &["部局長", "部局長氏名", "部長名", "部長", "部長氏名", "所属長名"],
    },
    Entry {
        label: Contact,
        own: &["連絡先"],
        others: &["問合せ先", "問い合わせ先", "お問い合わせ先", "電話番号", "内線"],
    },
    Entry {
        label: Missions, own: &["組織使命"], others: &["組織の使命", "部局の使命", "使命"]
    },
    Entry { label: Year, own: &[], others: &["年度", "対象年度"] },
    Entry {
        label: Skipped,
        own: &[],
        others: &["進捗評価", "進捗状況", "進捗", "備考", "評価", "総合評価", "中間評価"],
    },
];

/// Words that a form's title ends with.
pub(super) const TITLES: &[&str] = &[
    "部局マニフェスト",
    "マニフェスト",
    "部局目標シート",
    "目標シート",
    "目標管理シート",
    "目標一覧",
    "目標一覧表",
    "目標管理表",
    "部局目標",
];

/// Beginnings of what stands on a form without belonging to a field: legends, form numbers.
pub(super) const FURNITURE: &[&str] = &[
    "業績目標の達成状況",
    "達成状況の区分",
    "達成状況の凡例",
    "凡例",
    "様式",
    "別紙",
    "別記",
    "記入例",
    "(例)",
    "注<対象者",
    "<対象者",
];

/// Words of notes to the writer.
pub(super) const NOTES: &[&str] = &[
    "記入してください",
    "設定してください",
    "記載してください",
    "参照してください",
    "が記入",
    "で記入",
    "に記入",
    "を記入",
];

/// Endings of the names of municipal departments, where a title such as
/// `令和6年度 こども未来部 目標一覧` names one.
pub(super) const DEPARTMENT_ENDINGS: &[&str] = &[
    "部",
    "局",
    "室",
    "課",
    "所",
    "院",
    "館",
    "校",
    "署",
    "会",
    "団",
    "本部",
    "センター",
    "区",
    "監",
];
