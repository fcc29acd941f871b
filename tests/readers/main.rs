//! The readers, from the outside: the same sheet out of every format, and what is wrong with files.

// Tests read fixtures; clippy.toml forbids files to the core only.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

#[path = "../support/forms.rs"]
mod forms;

#[path = "../support/book.rs"]
mod book;

#[path = "../support/records.rs"]
mod records;

#[path = "../support/word.rs"]
mod word;

#[path = "../support/columns.rs"]
mod columns;

mod bad;
mod fixtures;
mod same;
mod variations;

use mokuhyo::read::{Document, read};
use mokuhyo::sheet::{Field, Sheet};

/// Every value of a sheet with its name, for comparisons that can be read.
fn values(sheet: &Sheet) -> Vec<(String, String)> {
    let mut values = vec![
        ("fiscal_year".to_owned(), format!("{:?}", sheet.fiscal_year)),
        ("department".to_owned(), sheet.department.as_str().to_owned()),
        ("head".to_owned(), sheet.head.as_str().to_owned()),
        ("contact".to_owned(), sheet.contact.as_str().to_owned()),
    ];
    for (number, mission) in (1..).zip(&sheet.missions) {
        values.push((format!("mission {number}"), mission.as_str().to_owned()));
    }
    for goal in &sheet.goals {
        for field in Field::ALL {
            let name = format!("goal {} {}", goal.id, field.id());
            values.push((name, goal.field(field).as_str().to_owned()));
        }
    }
    values
}

/// The one sheet of a file that gives no notices.
fn only_sheet(name: &str, bytes: &[u8]) -> Sheet {
    let Document { sheets, notices, .. } = read(name, bytes).expect(name);
    assert_eq!(notices, [], "{name}");
    let [sheet] = sheets.as_slice() else { panic!("one sheet in {name}: {sheets:?}") };
    sheet.clone()
}
