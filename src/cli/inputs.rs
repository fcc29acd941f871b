//! Which files to check: paths named, folders walked, standard input.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use walkdir::{DirEntry, WalkDir};

use super::problem::{Problem, reason};
use super::terminal::Session;
use crate::read::{self, ReadErrorKind};
use crate::report::{FileReport, Note};

/// Options that say what is read.
#[derive(Args, Debug)]
pub(super) struct Paths {
    /// Files, folders (walked), or - for standard input (default: the current folder).
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Name of the sheet on standard input, such as kenko.md: the extension tells the format.
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_name: Option<String>,
}

/// A file to be read.
#[derive(Clone, Debug)]
pub(super) struct Input {
    /// What reports call it.
    pub(super) name: String,
    /// Where it is; standard input where there is no path.
    path: Option<PathBuf>,
    /// Whether the user named this very file. What is no sheet is then an error, whereas a folder
    /// may well hold a README.md or a package.json.
    pub(super) named: bool,
}

/// The files to be read, and what is known without reading.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    pub(super) files: Vec<Input>,
    pub(super) refused: Vec<FileReport>,
}

/// Finds the files. Each is listed once, however often and by whatever path it is named.
pub(super) fn find(paths: &Paths, session: &Session) -> Result<Inputs, Problem> {
    let mut search = Search { session, found: BTreeMap::new(), refused: Vec::new() };
    let here = [PathBuf::from(".")];
    let named = if paths.paths.is_empty() { &here[..] } else { &paths.paths };
    for path in named {
        if path == Path::new("-") {
            let input = Input::named(path, paths.stdin_name.as_deref(), session)?;
            search.found.insert(path.clone(), input);
        } else if path.is_dir() {
            search.walk(path);
        } else {
            search.add(path, true);
        }
    }
    Ok(Inputs { files: search.found.into_values().collect(), refused: search.refused })
}

/// No sheet is larger. Readers have tighter limits of their own; this one keeps a wrong path from
/// filling the memory.
const LARGEST: u64 = 256 << 20;

impl Input {
    /// The file at this path, or standard input where the path is `-`.
    pub(super) fn named(
        path: &Path,
        stdin_name: Option<&str>,
        session: &Session,
    ) -> Result<Self, Problem> {
        let named = true;
        if path != Path::new("-") {
            return Ok(Self { name: display_name(path), path: Some(path.to_owned()), named });
        }
        let name = stdin_name.ok_or_else(|| missing_name(session))?.to_owned();
        Ok(Self { name, path: None, named })
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match &self.path {
            Some(path) => File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?,
            None => io::stdin().lock().take(LARGEST).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }
}

/// Why a file cannot be read, and what to do.
pub(super) fn unreadable(session: &Session, error: &io::Error) -> Note {
    let why = reason(session, error);
    let what = match error.kind() {
        io::ErrorKind::NotFound => session.pick(
            "ファイルかフォルダーがありません。パスの綴りを確かめてください。空白のあるパスは \" \" で囲みます。"
                .to_owned(),
            "There is no such file or folder. Check the path; put one with blanks in quotes."
                .to_owned(),
        ),
        io::ErrorKind::PermissionDenied => session.pick(
            "読み取る権限がありません。権限を確かめるか、コピーを作ってそれを指定してください。"
                .to_owned(),
            "There is no permission to read it. Check its permissions, or name a copy.".to_owned(),
        ),
        _ => session.pick(format!("開けません。{why}"), format!("It cannot be opened. {why}")),
    };
    Note { message: what, location: None }
}

/// What to say of a file that was named and holds no sheet.
pub(super) fn no_sheet(session: &Session) -> Note {
    let message = session.pick(
        "目標シートが見つかりません。「目標の表題」「達成目標」などの項目名があるか確かめてください。",
        "There is no goal sheet in it. Check that it has labels such as 目標の表題 and 達成目標.",
    );
    Note { message: message.to_owned(), location: None }
}

struct Search<'a> {
    session: &'a Session,
    /// By canonical path.
    found: BTreeMap<PathBuf, Input>,
    refused: Vec<FileReport>,
}

impl Search<'_> {
    fn add(&mut self, path: &Path, named: bool) {
        match fs::canonicalize(path) {
            Ok(canonical) => {
                let input = Input { name: display_name(path), path: Some(path.into()), named };
                let known = self.found.entry(canonical).or_insert_with(|| input.clone());
                // Of several names the first by the alphabet, whatever the order of the paths.
                let named = known.named || named;
                if input.name < known.name {
                    *known = input;
                }
                known.named = named;
            }
            Err(error) => self.refuse(path, Err(unreadable(self.session, &error))),
        }
    }

    fn walk(&mut self, folder: &Path) {
        // Links are followed, since shares are often put together from them; walkdir tells loops.
        let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name();
        for entry in entries.into_iter().filter_entry(is_visible) {
            match entry {
                Ok(entry) if entry.file_type().is_file() => self.consider(entry.path()),
                Ok(_) => {}
                Err(error) if error.loop_ancestor().is_some() => {}
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    // A dangling link is no sheet, unless it is called like one.
                    if path.is_symlink() && !is_readable_format(&path) {
                        continue;
                    }
                    let error = io::Error::from(error);
                    self.refuse(&path, Err(unreadable(self.session, &error)));
                }
            }
        }
    }

    /// Takes up a file met in a folder, if it may be a sheet.
    fn consider(&mut self, path: &Path) {
        if is_readable_format(path) && !is_lock_file(path) {
            return self.add(path, false);
        }
        // The reader knows by the name alone what it refuses.
        let Err(error) = read::read(&display_name(path), &[]) else { return };
        if matches!(error.kind, ReadErrorKind::LockFile | ReadErrorKind::Refused(_)) {
            let message = error.message(self.session.language);
            let notice = Note { message, location: None };
            self.refuse(path, Ok(notice));
        }
    }

    /// Reports a file that is not read: with an error, or with a mere notice.
    fn refuse(&mut self, path: &Path, note: Result<Note, Note>) {
        let path = display_name(path);
        if self.refused.iter().any(|known| known.path == path) {
            return;
        }
        let notices = note.clone().into_iter().collect();
        self.refused.push(FileReport { path, outcome: note.map(|_| Vec::new()), notices });
    }
}

/// The path as reports show it: as the user wrote it, with `/` and without a leading `./`.
fn display_name(path: &Path) -> String {
    let name = path.to_string_lossy();
    let name = if cfg!(windows) { name.replace('\\', "/") } else { name.into_owned() };
    name.strip_prefix("./").map(str::to_owned).unwrap_or(name)
}

/// Whether a file is one that offices work with. Text files have many other uses, so that
/// those in a folder may be passed over in silence; of a workbook that was not recognised as a
/// sheet somebody should hear.
pub(super) fn is_workbook(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    !["json", "md", "markdown", "csv", "tsv", "txt"]
        .iter()
        .any(|text| extension.eq_ignore_ascii_case(text))
}

fn is_readable_format(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    read::extensions().any(|known| known == extension)
}

fn is_lock_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"))
}

/// Hidden files and folders (`.git`) are passed over; the folder that was named never is.
fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
}

fn missing_name(session: &Session) -> Problem {
    Problem::new(session.pick(
        "標準入力（-）から読むには --stdin-name が必要です。",
        "Reading standard input (-) needs --stdin-name.",
    ))
    .help(session.pick(
        "形式は拡張子で見分けます。例: mokuhyo check - --stdin-name kenko.md < kenko.md",
        "The extension tells the format. Example: mokuhyo check - --stdin-name a.md < a.md",
    ))
}
