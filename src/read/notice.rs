//! What was found in a file but is not part of a sheet.

use super::place;
use crate::finding::Language;
use crate::sheet::Location;

/// Something in the file that was not read as part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is.
    pub kind: NoticeKind,
    /// Where it is.
    pub location: Option<Location>,
}

/// What was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoticeKind {
    /// A JSON key that means nothing.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that would mean something there.
        known: &'static [&'static str],
    },
    /// A heading or label that is not one of the form's.
    UnknownLabel {
        /// The heading or label.
        label: String,
    },
    /// Text that belongs to no field.
    Unplaced {
        /// The text.
        text: String,
    },
    /// A fiscal year that cannot be understood.
    UnreadableYear {
        /// What stands there.
        text: String,
    },
    /// More of what was not read, beyond what is told one by one.
    More {
        /// How many.
        count: u32,
    },
    /// A goal of which only the frame is filled in.
    EmptyGoal {
        /// Its number.
        id: String,
    },
    /// Nothing in the file looks like a goal sheet.
    NoSheet,
    /// Hidden rows of a worksheet that hold something.
    HiddenRows {
        /// How many.
        count: u32,
    },
    /// Hidden columns of a worksheet that hold something.
    HiddenColumns {
        /// How many.
        count: u32,
    },
    /// A hidden worksheet.
    HiddenWorksheet {
        /// Its name.
        worksheet: String,
    },
    /// A worksheet that shows how to fill in the form.
    ExampleWorksheet {
        /// Its name.
        worksheet: String,
    },
    /// A worksheet on which nothing of the form was found.
    SkippedWorksheet {
        /// Its name.
        worksheet: String,
    },
    /// A worksheet that is damaged.
    DamagedWorksheet {
        /// Its name.
        worksheet: String,
    },
    /// A file with more filled fields than are read.
    TooManyFields {
        /// How many are read.
        limit: usize,
    },
    /// A worksheet with more filled cells than are read.
    TooManyCells {
        /// Its name.
        worksheet: String,
        /// How many are read.
        limit: usize,
    },
}

/// How much of a text that could not be placed a message shows.
const EXCERPT: usize = 30;

/// The beginning of a text, on one line.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

impl Notice {
    /// What was not read, where, and what to do about it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let text = match language {
            Language::Japanese => self.kind.japanese(),
            Language::English => self.kind.english(),
        };
        match &self.location {
            Some(location) => format!("{}: {text}", place::words(location, language)),
            None => text,
        }
    }
}

impl NoticeKind {
    /// The notice without a place.
    pub(super) const fn nowhere(self) -> Notice {
        Notice { kind: self, location: None }
    }

    /// The notice at this place.
    pub(super) const fn at(self, location: Option<Location>) -> Notice {
        Notice { kind: self, location }
    }

    fn japanese(&self) -> String {
        match self {
            Self::UnknownKey { key, known } => format!(
                "キー「{key}」は知らないので読みません。綴りを確かめてください。使えるキー: {}",
                known.join("、")
            ),
            Self::UnknownLabel { label } => format!(
                "見出し「{}」は様式にないので、その内容は対象にしていません。様式の項目名に直してください。",
                excerpt(label)
            ),
            Self::Unplaced { text } => format!(
                "「{}」はどの項目のものか分からないので、対象にしていません。項目の欄に入れてください。",
                excerpt(text)
            ),
            Self::UnreadableYear { text } => format!(
                "年度「{}」が読めません。「令和4年度」か「2022」のように書いてください。",
                excerpt(text)
            ),
            Self::NoSheet => {
                "目標シートの項目（「目標の表題」「達成目標」など）が見つかりません。目標シートかどうか確かめてください。"
                    .to_owned()
            }
            Self::HiddenRows { count } => format!(
                "非表示の行 {count} 行は対象にしていません。対象にするなら再表示してください。"
            ),
            Self::HiddenColumns { count } => format!(
                "非表示の列 {count} 列は対象にしていません。対象にするなら再表示してください。"
            ),
            Self::HiddenWorksheet { worksheet } => format!(
                "非表示のワークシート「{worksheet}」は対象にしていません。対象にするなら再表示してください。"
            ),
            Self::More { count } => {
                format!("ほかにも {count} か所、対象にしていない内容があります。")
            }
            Self::EmptyGoal { id } => {
                format!("部局目標「{id}」は目標が記入されていないので、対象にしていません。")
            }
            Self::ExampleWorksheet { worksheet } => format!(
                "ワークシート「{worksheet}」は記入例なので、対象にしていません。対象にするなら名前を変えてください。"
            ),
            Self::SkippedWorksheet { worksheet } => format!(
                "ワークシート「{worksheet}」には目標シートの項目がないので、対象にしていません。"
            ),
            Self::DamagedWorksheet { worksheet } => format!(
                "ワークシート「{worksheet}」は壊れていて読めないので、対象にしていません。Excel で開き、.xlsx で保存し直してください。"
            ),
            Self::TooManyFields { limit } => format!(
                "文字のある欄が {limit} を超えるので、その先は対象にしていません。不要な行を除いてください。"
            ),
            Self::TooManyCells { worksheet, limit } => format!(
                "ワークシート「{worksheet}」は文字のあるセルが {limit} を超えるので、その先は対象にしていません。不要な行を除いてください。"
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::UnknownKey { key, known } => format!(
                "The key \"{key}\" is unknown and not read. Check its spelling. Known keys: {}",
                known.join(", ")
            ),
            Self::UnknownLabel { label } => format!(
                "The heading \"{}\" is not one of the form's; what stands under it is not checked. Use the form's names.",
                excerpt(label)
            ),
            Self::Unplaced { text } => format!(
                "\"{}\" belongs to no field and is not checked. Move it into a field.",
                excerpt(text)
            ),
            Self::UnreadableYear { text } => format!(
                "The fiscal year \"{}\" cannot be understood. Write it as 令和4年度 or 2022.",
                excerpt(text)
            ),
            Self::NoSheet => {
                "No field of a goal sheet (such as 目標の表題 or 達成目標) was found. Make sure that this is a goal sheet."
                    .to_owned()
            }
            Self::HiddenRows { count } => format!(
                "{count} hidden rows are not checked. Unhide them if they should be."
            ),
            Self::HiddenColumns { count } => format!(
                "{count} hidden columns are not checked. Unhide them if they should be."
            ),
            Self::HiddenWorksheet { worksheet } => format!(
                "The hidden worksheet \"{worksheet}\" is not checked. Unhide it if it should be."
            ),
            Self::More { count } => {
                format!("There are {count} more places with something that is not checked.")
            }
            Self::EmptyGoal { id } => {
                format!("No goal is filled in for goal \"{id}\"; it is not checked.")
            }
            Self::ExampleWorksheet { worksheet } => format!(
                "The worksheet \"{worksheet}\" is an example and not checked. Rename it if it should be."
            ),
            Self::SkippedWorksheet { worksheet } => format!(
                "The worksheet \"{worksheet}\" has no field of a goal sheet and is not checked."
            ),
            Self::DamagedWorksheet { worksheet } => format!(
                "The worksheet \"{worksheet}\" is damaged and not checked. Open the workbook in Excel and save it as .xlsx."
            ),
            Self::TooManyFields { limit } => format!(
                "There are more than {limit} filled fields; the rest is not checked. Remove rows that are not needed."
            ),
            Self::TooManyCells { worksheet, limit } => format!(
                "The worksheet \"{worksheet}\" has more than {limit} filled cells; the rest is not checked. Remove rows that are not needed."
            ),
        }
    }
}
