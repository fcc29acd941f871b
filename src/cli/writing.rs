//! Writing a file whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::problem::{Problem, reason};
use super::terminal::Session;

/// Writes to `path`, or to standard output where there is none.
pub(super) fn write(session: &Session, path: Option<&Path>, text: &str) -> Result<(), Problem> {
    match path {
        None => session.print(text).map_err(|error| {
            let why = reason(session, &error);
            Problem::new(session.pick(
                format!("標準出力に書き込めません。{why}"),
                format!("Cannot write to standard output. {why}"),
            ))
        }),
        Some(path) => replace(path, text).map_err(|error| {
            let (name, why) = (path.display(), reason(session, &error));
            Problem::new(session.pick(
                format!("{name} に書き込めません。{why}"),
                format!("Cannot write {name}. {why}"),
            ))
            .help(session.pick(
                "--output のフォルダーがあり、書き込めることを確かめてください。",
                "Make sure that the folder of --output exists and can be written to.",
            ))
        }),
    }
}

/// Puts the text in place of the file in one step, so that nobody ever reads half of it and a
/// full disk leaves the old one as it was.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    // A link is followed, so that it stays one.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let existing = fs::metadata(&path).ok();
    if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
        // Devices and pipes such as /dev/stdout cannot be replaced.
        return fs::OpenOptions::new().write(true).open(&path)?.write_all(text.as_bytes());
    }
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(match existing {
        Some(existing) => existing.permissions(),
        // What a file made in the ordinary way has, before the umask.
        None => std::os::unix::fs::PermissionsExt::from_mode(0o666),
    });
    let mut file = builder.prefix(".mokuhyo-").tempfile_in(folder(&path))?;
    file.write_all(text.as_bytes())?;
    file.persist(&path)?;
    Ok(())
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
