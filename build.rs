//! Puts the data of the repository into the program, without network: the dictionary, the words of
//! the trade, the rules and the lexicons. What this writes into `OUT_DIR` is included by the
//! modules that use it.

// What clippy.toml forbids is forbidden to the core, not to what builds it.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap());
    let output = PathBuf::from(std::env::var("OUT_DIR").unwrap());
    println!("cargo::rerun-if-changed=build.rs");

    unpack(&watched(&root, "dictionaries/ipadic/ipadic.gz"), &output.join("ipadic.bin"));
    let words = watched(&root, "dictionaries/office-words.txt");
    fs::write(output.join("office_words.rs"), office_words(&words)).unwrap();
    let rules = named_files(&watched(&root, "rules"), "toml");
    fs::write(output.join("rules.rs"), texts("RULES", &rules)).unwrap();
    let lexicons = named_files(&watched(&root, "dictionaries/lexicon"), "txt");
    fs::write(output.join("lexicons.rs"), texts("LEXICONS", &lexicons)).unwrap();
}

/// A file or folder of the repository; when it changes, this program runs again.
fn watched(root: &Path, path: &str) -> PathBuf {
    println!("cargo::rerun-if-changed={path}");
    root.join(path)
}

fn unpack(packed: &Path, unpacked: &Path) {
    let file = File::open(packed).unwrap_or_else(|error| panic!("{}: {error}", packed.display()));
    let mut writer = BufWriter::with_capacity(1 << 20, File::create(unpacked).unwrap());
    io::copy(&mut flate2::read::GzDecoder::new(file), &mut writer)
        .unwrap_or_else(|error| panic!("{}: {error}", packed.display()));
}

/// `OFFICE_WORDS`: surface and part of speech, sorted; a line that is neither a word nor a comment
/// ends the build.
fn office_words(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let mut words: Vec<(&str, &str)> = Vec::new();
    for (number, line) in (1..).zip(text.lines().map(str::trim)) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fault = match *line.split(',').map(str::trim).collect::<Vec<_>>() {
            ["", ..] => "no word",
            [word, kind @ ("サ変接続" | "一般" | "形容動詞語幹"), _] => {
                words.push((word, kind));
                continue;
            }
            [_, _, _] => "the part of speech is サ変接続, 一般 or 形容動詞語幹",
            _ => "a line is 表層形,品詞細分類,読み",
        };
        panic!("{}:{number}: {fault}: {line}", file.display());
    }
    words.sort_unstable();
    if let Some(pair) = words.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        panic!("{}: {} is there twice", file.display(), pair[0].0);
    }
    format!("pub(crate) static OFFICE_WORDS: &[(&str, &str)] = &{words:?};\n")
}

/// The files with this extension below a folder, named by their path without it, sorted by name.
fn named_files(folder: &Path, extension: &str) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(current).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                let name = path.strip_prefix(folder).unwrap().with_extension("");
                let parts: Vec<_> = name.iter().map(|part| part.to_str().unwrap()).collect();
                files.push((parts.join("/"), path));
            }
        }
    }
    files.sort_unstable();
    files
}

/// Rust source of a table of names and texts.
fn texts(table: &str, files: &[(String, PathBuf)]) -> String {
    let mut source = format!("pub(crate) static {table}: &[(&str, &str)] = &[\n");
    for (name, path) in files {
        writeln!(source, "    ({name:?}, include_str!({path:?})),").unwrap();
    }
    source + "];\n"
}
