//! Writes a sheet as plain text in two columns, as `pdftotext -layout` gives a form.

use mokuhyo::sheet::{Field, Sheet};

/// Where texts begin.
const COLUMN: usize = 28;

/// The text of a sheet. Blanks at the ends of lines are the layout's.
pub fn columns(sheet: &Sheet) -> String {
    let year = sheet.fiscal_year.map_or_else(String::new, |year| format!("{year}年度 "));
    let mut out = format!("        {year}部局マニフェスト（部局目標シート）\n\n");
    for (label, text) in
        [("部局名", &sheet.department), ("部局長名", &sheet.head), ("連絡先", &sheet.contact)]
    {
        pair(&mut out, label, text.as_str());
    }
    for (number, mission) in (1..).zip(&sheet.missions) {
        pair(&mut out, &format!("組織使命{number}"), mission.as_str());
    }
    for goal in &sheet.goals {
        out.push_str(&format!("\n◎部局目標{}\n", goal.id));
        for field in Field::ALL {
            pair(&mut out, field.label(), goal.field(field).as_str());
        }
    }
    out
}

/// A label and, beside it, the lines of its text.
fn pair(out: &mut String, label: &str, text: &str) {
    let gap = " ".repeat(COLUMN.saturating_sub(label.chars().count()));
    for (number, line) in text.split('\n').enumerate() {
        let left = if number == 0 { format!(" {label}{gap}") } else { " ".repeat(COLUMN + 1) };
        out.push_str(&format!("{left}{line}\n"));
    }
}
