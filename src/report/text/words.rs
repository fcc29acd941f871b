//! The words of the text report, in both languages.

use crate::finding::{Language, Severity, Spot};
use crate::read::place::paragraph;
use crate::report::{CheckedSheet, Summary};
use crate::sheet::{Field, Location};

/// A word in both languages.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Word(&'static str, &'static str);

impl Word {
    pub(super) const fn new(japanese: &'static str, english: &'static str) -> Self {
        Self(japanese, english)
    }

    pub(in crate::report) const fn of(self, language: Language) -> &'static str {
        match language {
            Language::Japanese => self.0,
            Language::English => self.1,
        }
    }
}

pub(super) const ERROR: Word = Word("要修正", "error");
pub(super) const WARNING: Word = Word("要確認", "warning");
pub(super) const ADVICE: Word = Word("参考", "advice");
pub(super) const FAILURE: Word = Word("エラー", "error");
pub(super) const NOTE: Word = Word("お知らせ", "note");
pub(super) const UNUSABLE: Word = Word("読めません", "not read");
/// These two are of one width, so that their paragraphs hang alike.
pub(super) const WHY: Word = Word("理由  ", "why ");
pub(super) const HELP: Word = Word("直し方", "help");
pub(super) const WHOLE_SHEET: Word = Word("シート全体", "The sheet as a whole");

pub(in crate::report) const fn severity(severity: Severity) -> Word {
    match severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Advice => ADVICE,
    }
}

/// What the reader calls a field: the form's label, or a readable identifier.
pub(super) fn field(language: Language, spot: &Spot) -> String {
    match (language, spot.field, spot.mission) {
        (Language::Japanese, Field::Mission, Some(index)) => format!("組織使命{}", index + 1),
        (Language::English, Field::Mission, Some(index)) => format!("mission {}", index + 1),
        (Language::Japanese, field, _) => field.label().to_owned(),
        (Language::English, field, _) => field.id().replace('_', " "),
    }
}

/// Field and place of a spot, with the goal where it is another than `goal`.
pub(super) fn other_side(
    language: Language,
    checked: &CheckedSheet,
    spot: &Spot,
    goal: Option<usize>,
) -> String {
    let mut parts = Vec::new();
    if spot.goal != goal {
        parts.extend(checked.goal_id(spot).map(|id| self::goal(language, id)));
    }
    parts.push(field(language, spot));
    parts.extend(checked.location(spot).map(|location| place(language, &location)));
    parts.join("  ")
}

pub(super) fn goal(language: Language, id: &str) -> String {
    match language {
        Language::Japanese => format!("目標{id}"),
        Language::English => format!("Goal {id}"),
    }
}

pub(super) fn sheet(language: Language, number: usize) -> String {
    match language {
        Language::Japanese => format!("シート{number}"),
        Language::English => format!("sheet {number}"),
    }
}

/// A place as people look it up: the line in a text file, and for workbooks what Excel's name box
/// takes.
pub(super) fn place(language: Language, location: &Location) -> String {
    match location {
        Location::Lines { line, column, .. } => {
            line_and_column(language, *line as usize, *column as usize)
        }
        Location::Cell { worksheet, cell, .. } => {
            let plain = worksheet.chars().all(|character| character.is_alphanumeric());
            if plain && !worksheet.starts_with(|first: char| first.is_ascii_digit()) {
                format!("{worksheet}!{cell}")
            } else {
                format!("'{}'!{cell}", worksheet.replace('\'', "''"))
            }
        }
        Location::Paragraph { cell, number, .. } => paragraph(*cell, *number, language),
    }
}

/// The place of a goal, for what is absent from it.
pub(super) fn nearby(language: Language, location: &Location) -> String {
    match language {
        Language::Japanese => format!("{}付近", place(language, location)),
        Language::English => format!("near {}", place(language, location)),
    }
}

pub(super) fn line_and_column(language: Language, line: usize, column: usize) -> String {
    match language {
        Language::Japanese => format!("{line}行{column}列"),
        Language::English => format!("line {line}, column {column}"),
    }
}

pub(super) fn left_out(language: Language, characters: usize) -> String {
    match language {
        Language::Japanese => format!("…（{characters}字略）…"),
        Language::English => format!("…({characters} characters left out)…"),
    }
}

/// Why, with the guideline's clause. A clause of the form (様式) is not one of the guideline's text.
pub(super) fn why(language: Language, why: &str, guideline: &str) -> String {
    if guideline.starts_with("様式") {
        return format!("{guideline}: {why}");
    }
    match language {
        Language::Japanese => format!("指針{guideline}: {why}"),
        Language::English => format!("Guideline {guideline}: {why}"),
    }
}

/// What to do, where the same was said of these words above.
pub(super) fn as_above(language: Language, words: &str) -> String {
    match language {
        Language::Japanese => format!("上の「{words}」と同じです。"),
        Language::English => format!("As for “{words}” above."),
    }
}

/// What was checked.
pub(super) fn checked(language: Language, summary: &Summary) -> String {
    let Summary { files, sheets, goals, .. } = summary;
    match language {
        Language::Japanese if files == sheets => {
            format!("{files}ファイル、{goals}目標を確認しました。")
        }
        Language::Japanese => {
            format!("{files}ファイル（{sheets}シート）、{goals}目標を確認しました。")
        }
        Language::English => format!(
            "Checked {}, {}, {}.",
            plural(*files, "file"),
            plural(*sheets, "sheet"),
            plural(*goals, "goal"),
        ),
    }
}

pub(super) const NOTHING_CHECKED: Word = Word(
    "目標シートが見つかりませんでした。.xlsx、.docx、.csv、.txt、.json、.md のファイルか、それらのあるフォルダーを指定してください。",
    "No goal sheet was found. Name .xlsx, .docx, .csv, .txt, .json or .md files, or a folder that holds some.",
);

pub(super) const NOTHING_FOUND: Word = Word("指摘はありません。", "Nothing to remark.");

/// So many findings of a severity.
pub(super) fn count(language: Language, severity: Severity, count: usize) -> String {
    let word = self::severity(severity).of(language);
    match (language, severity) {
        (Language::Japanese, _) => format!("{word} {count}件"),
        (Language::English, Severity::Advice) => format!("{count} advice"),
        (Language::English, _) => plural(count, word),
    }
}

/// What the report left out for its severity.
pub(super) fn hidden(language: Language, counts: &[(Severity, usize)], least: Severity) -> String {
    let counts: Vec<_> = counts.iter().map(|(level, n)| count(language, *level, *n)).collect();
    match language {
        Language::Japanese => {
            format!("{}は表示していません（--show {} で表示）。", counts.join("、"), least.id())
        }
        Language::English => {
            format!("{} not shown (--show {} shows them).", counts.join(", "), least.id())
        }
    }
}

/// So many other findings in the unit of the one that is shown.
pub(super) fn others(language: Language, count: usize) -> String {
    match language {
        Language::Japanese => format!("ほか{count}件"),
        Language::English => format!("and {}", plural(count, "other")),
    }
}

/// What the report left out beside graver findings.
pub(super) fn folded(language: Language, count: usize) -> String {
    match language {
        Language::Japanese => format!("「ほか」の{count}件は、--verbose で表示します。"),
        Language::English => {
            format!("--verbose shows the {} in the same sentences.", plural(count, "other finding"))
        }
    }
}

pub(super) fn unusable(language: Language, files: usize) -> String {
    match language {
        Language::Japanese => format!("読めなかったファイル {files}件"),
        Language::English => format!("{} not read", plural(files, "file")),
    }
}

fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
