//! A folder of its own for each test, and the program run in it.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A folder that is removed at the end.
pub struct Sandbox {
    folder: tempfile::TempDir,
}

/// What a run printed, and how it ended.
#[derive(Debug)]
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Sandbox {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("there is a folder for temporary files") }
    }

    /// A sandbox with one file.
    pub fn with(name: &str, content: impl AsRef<[u8]>) -> Self {
        let sandbox = Self::new();
        sandbox.write(name, content);
        sandbox
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        let folder = path.parent().expect("a file is in a folder");
        std::fs::create_dir_all(folder).expect("the sandbox can be written to");
        std::fs::write(path, content).expect("the sandbox can be written to");
    }

    /// Runs the program here with these arguments.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with_input(arguments, "")
    }

    /// Runs the program here with this on its standard input.
    pub fn run_with_input(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        // A program that does not read its input closes the pipe early.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("the program ends");
        Run {
            status: output.status.code().expect("the program is not killed"),
            stdout: String::from_utf8(output.stdout).expect("output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("errors are UTF-8"),
        }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mokuhyo"));
        command.args(arguments).current_dir(self.folder.path());
        // Whoever runs the tests may have set these.
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("COLUMNS", "80");
        command
    }
}

impl Run {
    /// Whether the report says this, however it is wrapped.
    pub fn says(&self, words: &str) -> bool {
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        joined(&self.stdout).contains(&joined(words))
    }

    /// The output as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).expect("output is JSON")
    }
}

/// A sheet without faults.
pub const CLEAN: &str = r#"{
  "fiscal_year": 2022,
  "department": "健康福祉部",
  "missions": ["市民の生涯にわたる健康を守る"],
  "goals": [{
    "id": "1",
    "mission": "1",
    "policy": "2-3・①",
    "title": "がん検診の受診率の引上げ",
    "current_state": "令和3年度の受診率は38.2%である。",
    "target": "受診率を45%にする。",
    "outcome": "がんを早期に見つけて治療を始める市民が増えている。",
    "means": "・未受診者3,200人に個別の案内を6月に送る",
    "due": "2023（令和5）年3月末"
  }]
}"#;

/// The same sheet with a target that nobody can judge: an error.
pub fn vague() -> String {
    CLEAN.replace("受診率を45%にする。", "市民の健康意識の向上に努める。")
}

/// A clean sheet in Markdown.
pub const MARKDOWN: &str = "\
# 令和4年度 部局目標シート
- 部局名: 健康福祉部

## 組織使命
1. 市民の生涯にわたる健康を守る

## 部局目標1
- 関連の組織使命: 1
- 期日: 2023（令和5）年3月末

### 目標の表題
がん検診の受診率の引上げ
### 現在の状態
令和3年度の受診率は38.2%である。
### 達成目標
受診率を45%にする。
### 目標が達成した状態
がんを早期に見つけて治療を始める市民が増えている。
### 手段
・未受診者3,200人に個別の案内を6月に送る
";

/// A workbook of one worksheet with these cells.
pub fn workbook(cells: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
    let rows: String = cells
        .iter()
        .map(|(cell, text)| {
            let row = cell.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
            format!(
                "<row r=\"{row}\"><c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>"
            )
        })
        .collect();
    let book = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{TYPES}\">\
                 <Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Override PartName=\"/xl/workbook.xml\" ContentType=\"{book}.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/worksheets/sheet1.xml\" \
                 ContentType=\"{book}.worksheet+xml\"/></Types>"
            ),
        ),
        ("_rels/.rels", relation(RELATIONS, OFFICE, "officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>\
                 <sheet name=\"目標一覧\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relation(RELATIONS, OFFICE, "worksheet", "worksheets/sheet1.xml"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ];
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        package
            .start_file(name, zip::write::SimpleFileOptions::default())
            .expect("a part is begun");
        package.write_all(content.as_bytes()).expect("a part is written");
    }
    package.finish().expect("the package is closed").into_inner()
}

fn relation(relations: &str, office: &str, kind: &str, target: &str) -> String {
    format!(
        "<Relationships xmlns=\"{relations}\">\
         <Relationship Id=\"rId1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
    )
}
