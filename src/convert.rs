//! Sheets written in the two text forms. Reading them back gives the same values.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::read::markdown::lines::{LIST_INDENT, MISSION_INDENT, needs_escape};
use crate::read::{labels, year};
use crate::sheet::{Field, Goal, Sheet, Text};

/// Sheets as JSON: one as an object, several (or none) as an array.
#[must_use]
pub fn to_json(sheets: &[Sheet]) -> String {
    let written = match sheets {
        [sheet] => serde_json::to_string_pretty(&JsonSheet(sheet)),
        _ => serde_json::to_string_pretty(&sheets.iter().map(JsonSheet).collect::<Vec<_>>()),
    };
    // Maps with string keys, strings and numbers can always be written.
    let mut written = written.unwrap_or_default();
    written.push('\n');
    written
}

struct JsonSheet<'a>(&'a Sheet);

struct JsonGoal<'a>(&'a Goal);

impl Serialize for JsonSheet<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(sheet) = self;
        let mut map = serializer.serialize_map(None)?;
        if let Some(year) = sheet.fiscal_year {
            map.serialize_entry("fiscal_year", &year)?;
        }
        map.serialize_entry("department", sheet.department.as_str())?;
        map.serialize_entry("head", sheet.head.as_str())?;
        if !sheet.contact.is_empty() {
            map.serialize_entry("contact", sheet.contact.as_str())?;
        }
        let missions: Vec<&str> = sheet.missions.iter().map(Text::as_str).collect();
        map.serialize_entry("missions", &missions)?;
        let goals: Vec<JsonGoal<'_>> = sheet.goals.iter().map(JsonGoal).collect();
        map.serialize_entry("goals", &goals)?;
        map.end()
    }
}

impl Serialize for JsonGoal<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(goal) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &goal.id)?;
        for field in Field::ALL {
            let text = goal.field(field).as_str();
            match field {
                // Only some forms have these.
                Field::Section | Field::ReviewStatus | Field::ReviewReason if text.is_empty() => {}
                // Not judged yet.
                Field::Status if text.is_empty() => map.serialize_entry(field.id(), &())?,
                _ => map.serialize_entry(field.id(), text)?,
            }
        }
        map.end()
    }
}

/// The fields that stand in the list under a goal's heading, where they are one line long.
const LISTED: [Field; 4] = [Field::Mission, Field::Policy, Field::Section, Field::Due];

/// A sheet as Markdown.
#[must_use]
pub fn to_markdown(sheet: &Sheet) -> String {
    let mut out = String::from("# ");
    if let Some(year) = sheet.fiscal_year {
        out.push_str(&year::in_words(year));
        out.push(' ');
    }
    out.push_str("部局マニフェスト（部局目標シート）\n");
    let facts =
        [("部局名", &sheet.department), ("部局長名", &sheet.head), ("連絡先", &sheet.contact)];
    list(&mut out, &facts);
    for (label, text) in facts.into_iter().filter(|(_, text)| is_long(text)) {
        section(&mut out, "##", label, text);
    }
    if !sheet.missions.is_empty() {
        out.push_str("\n## 組織使命\n");
        for (number, mission) in (1..).zip(&sheet.missions) {
            item(&mut out, number, mission);
        }
    }
    for goal in &sheet.goals {
        write_goal(&mut out, goal);
    }
    out
}

fn write_goal(out: &mut String, goal: &Goal) {
    let heading = format!("部局目標{}", goal.id);
    let number = goal.id.chars().all(|character| character.is_ascii_digit());
    if labels::is_plain_id(&goal.id) && (number || labels::whole(&heading).is_none()) {
        out.push_str(&format!("\n## {heading}\n"));
    } else {
        out.push_str("\n## 部局目標\n");
        let id = Text::from(goal.id.as_str());
        list(out, &[("番号", &id)]);
        if is_long(&id) {
            section(out, "###", "番号", &id);
        }
    }
    list(out, &LISTED.map(|field| (field.label(), goal.field(field))));
    for field in Field::ALL {
        let text = goal.field(field);
        let shown = match field {
            field if LISTED.contains(&field) => is_long(text),
            Field::ReviewStatus | Field::ReviewReason => !text.is_empty(),
            // The form's own fields are there to be filled in.
            _ => true,
        };
        if shown {
            section(out, "###", field.label(), text);
        }
    }
}

/// Whether a text is longer than a line.
fn is_long(text: &Text) -> bool {
    text.as_str().contains('\n')
}

/// `- label: text` for each text that is one line long.
fn list(out: &mut String, facts: &[(&str, &Text)]) {
    const { assert!(LIST_INDENT == "- ".len()) };
    for (label, text) in facts.iter().filter(|(_, text)| !text.is_empty() && !is_long(text)) {
        out.push_str(&format!("- {label}: {}\n", text.as_str()));
    }
}

/// A heading and the text under it.
fn section(out: &mut String, level: &str, label: &str, text: &Text) {
    out.push_str(&format!("\n{level} {label}\n"));
    for line in text.as_str().lines() {
        if needs_escape(line) {
            out.push('\\');
        }
        out.push_str(line);
        out.push('\n');
    }
}

/// A numbered mission, further lines set in.
fn item(out: &mut String, number: usize, mission: &Text) {
    let mut lines = mission.as_str().split('\n');
    out.push_str(&format!("{number}. {}\n", lines.next().unwrap_or_default()));
    for line in lines {
        out.push_str(&" ".repeat(MISSION_INDENT));
        if needs_escape(line) {
            out.push('\\');
        }
        out.push_str(line);
        out.push('\n');
    }
}
