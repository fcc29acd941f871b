//! Files of the repository that tests hold to what the program gives.
//!
//! `MOKUHYO_RECORD=1 cargo test` writes them anew instead, for who means the change.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use mokuhyo::sheet::Sheet;

/// What to do where a change was meant.
pub const HOW: &str = "Where this is meant: `MOKUHYO_RECORD=1 cargo test --test quality --test lexicons`, \
    then read the difference before committing it.";

/// Whether files are written instead of compared.
pub fn recording() -> bool {
    std::env::var_os("MOKUHYO_RECORD").is_some_and(|value| !value.is_empty() && value != "0")
}

/// A file or folder of the repository.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of a file of the repository.
pub fn text(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The goal sheets of a folder, with the names of their files.
pub fn sheets(folder: &str) -> Vec<(String, Sheet)> {
    let entries = std::fs::read_dir(path(folder)).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("it can be read").file_name());
    let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    names.retain(|name| name.ends_with(".json"));
    names.sort();
    let read = |name: String| {
        let bytes = std::fs::read(path(folder).join(&name)).expect("it can be read");
        let document = mokuhyo::read::read(&name, &bytes).expect("it is a sheet");
        document.sheets.into_iter().map(move |sheet| (name.clone(), sheet)).collect::<Vec<_>>()
    };
    names.into_iter().flat_map(read).collect()
}

/// Holds a file to its content, or writes it where one records.
pub fn hold(name: &str, content: &str) {
    if recording() {
        std::fs::write(path(name), content).unwrap_or_else(|error| panic!("{name}: {error}"));
        return;
    }
    let recorded = std::fs::read_to_string(path(name)).unwrap_or_default();
    let changed = changes(recorded.lines(), content.lines());
    assert!(recorded == content, "{name} is not what this version gives:\n{changed}\n{HOW}");
}

/// The lines that are gone (`-`), then those that are new (`+`).
pub fn changes<'a>(
    before: impl Iterator<Item = &'a str>,
    now: impl Iterator<Item = &'a str>,
) -> String {
    let (before, now): (Vec<_>, Vec<_>) = (before.collect(), now.collect());
    let mut changes = String::new();
    for (sign, lines, others) in [('-', &before, &now), ('+', &now, &before)] {
        for line in lines.iter().filter(|line| !others.contains(line)) {
            writeln!(changes, "{sign} {line}").expect("a string takes everything");
        }
    }
    changes
}
