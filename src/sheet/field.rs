//! The fields of a goal.

/// A field of a goal, by the identifiers that output, configuration and rule files use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// 関連の組織使命: numbers of the sheet's missions; in findings also 組織使命 itself.
    Mission,
    /// 関連の施策・基本事業No.
    Policy,
    /// 所属: the section that the goal belongs to.
    Section,
    /// 目標の表題（何を）.
    Title,
    /// 達成水準〈現在の状態〉.
    CurrentState,
    /// 達成水準〈達成目標〉: this year's output.
    Target,
    /// ※目標が達成した状態: the outcome.
    Outcome,
    /// 手段（どのような方法で）.
    Means,
    /// 期日（いつまでに）.
    Due,
    /// 達成状況, filled in by the department head (対象者).
    Status,
    /// 理由, filled in by the department head.
    Reason,
    /// 達成状況 as judged by the reviewer (指導者).
    ReviewStatus,
    /// 理由 as given by the reviewer.
    ReviewReason,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 13] = [
        Self::Mission,
        Self::Policy,
        Self::Section,
        Self::Title,
        Self::CurrentState,
        Self::Target,
        Self::Outcome,
        Self::Means,
        Self::Due,
        Self::Status,
        Self::Reason,
        Self::ReviewStatus,
        Self::ReviewReason,
    ];

    /// The identifier in output, rule files and JSON sheets, such as `current_state`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Mission => "mission",
            Self::Policy => "policy",
            Self::Section => "section",
            Self::Title => "title",
            Self::CurrentState => "current_state",
            Self::Target => "target",
            Self::Outcome => "outcome",
            Self::Means => "means",
            Self::Due => "due",
            Self::Status => "status",
            Self::Reason => "reason",
            Self::ReviewStatus => "review_status",
            Self::ReviewReason => "review_reason",
        }
    }

    /// The field with this identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    /// What the form calls the field, in Japanese.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mission => "関連の組織使命",
            Self::Policy => "関連の施策・基本事業No.",
            Self::Section => "所属",
            Self::Title => "目標の表題",
            Self::CurrentState => "現在の状態",
            Self::Target => "達成目標",
            Self::Outcome => "目標が達成した状態",
            Self::Means => "手段",
            Self::Due => "期日",
            Self::Status => "達成状況",
            Self::Reason => "理由",
            Self::ReviewStatus => "達成状況（指導者）",
            Self::ReviewReason => "理由（指導者）",
        }
    }
}
