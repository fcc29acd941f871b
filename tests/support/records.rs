//! Writes a sheet as CSV: one goal a row, what belongs to the sheet in every row.

use mokuhyo::sheet::{Field, Sheet};

/// The sheet in the columns that a system would export.
pub fn csv(sheet: &Sheet, separator: char) -> String {
    let mut head = vec![
        ("年度".to_owned(), sheet.fiscal_year.map_or_else(String::new, |year| year.to_string())),
        ("部局名".to_owned(), sheet.department.as_str().to_owned()),
        ("部局長名".to_owned(), sheet.head.as_str().to_owned()),
        ("連絡先".to_owned(), sheet.contact.as_str().to_owned()),
    ];
    for (number, mission) in (1..).zip(&sheet.missions) {
        head.push((format!("組織使命{number}"), mission.as_str().to_owned()));
    }
    let mut columns: Vec<String> = head.iter().map(|(label, _)| label.clone()).collect();
    columns.push("No.".to_owned());
    columns.extend(Field::ALL.map(|field| field.label().to_owned()));
    let mut out = line(&columns, separator);
    for goal in &sheet.goals {
        let mut row: Vec<String> = head.iter().map(|(_, value)| value.clone()).collect();
        row.push(goal.id.clone());
        row.extend(Field::ALL.map(|field| goal.field(field).as_str().to_owned()));
        out.push_str(&line(&row, separator));
    }
    out
}

fn line(fields: &[String], separator: char) -> String {
    let quoted = |field: &String| {
        if field.contains([separator, '"', '\n', '\r']) {
            format!("\"{}\"", field.replace('"', "\"\""))
        } else {
            field.clone()
        }
    };
    let fields: Vec<String> = fields.iter().map(quoted).collect();
    fields.join(&separator.to_string()) + "\r\n"
}
