//! What is wrong with files: one clear message each, never a panic.

use std::io::{Cursor, Read as _, Write as _};

use mokuhyo::finding::Language;
use mokuhyo::read::{Content, NoticeKind, ReadError, ReadErrorKind, Refused, extensions, read};
use mokuhyo::sheet::Location;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::book::book;

const FORM: &[(&str, &str)] = &[
    ("A1", "部局名"),
    ("B1", "健康福祉部"),
    ("A2", "部局目標1"),
    ("A3", "目標の表題"),
    ("B3", "歩く会をつくる"),
    ("A4", "手段"),
    ("B4", "説明会 4回"),
];

fn fault(name: &str, bytes: &[u8]) -> ReadError {
    let error = read(name, bytes).expect_err(name);
    for language in [Language::Japanese, Language::English] {
        assert!(error.message(language).ends_with(['。', '.']), "{}", error.message(language));
    }
    error
}

fn kind(name: &str, bytes: &[u8]) -> ReadErrorKind {
    fault(name, bytes).kind
}

/// A package with some of its parts changed; `None` leaves a part out.
fn repack(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("content");
        if let Some(content) = change(&name, content) {
            writer.start_file(name, SimpleFileOptions::default()).expect("a part");
            writer.write_all(&content).expect("content");
        }
    }
    writer.finish().expect("a package").into_inner()
}

/// A package of parts of zeros, of so many MiB each.
fn zeros(sizes: &[usize]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (number, size) in sizes.iter().enumerate() {
        writer.start_file(format!("{number}.xml"), SimpleFileOptions::default()).expect("a part");
        for _ in 0..*size {
            writer.write_all(&vec![0; 1024 * 1024]).expect("content");
        }
    }
    writer.finish().expect("a package").into_inner()
}

#[test]
fn names_and_content_that_do_not_fit() {
    let workbook = book(&[("目標", FORM)]);
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    for (name, bytes, content) in [
        ("a.xlsx", &png[..], Content::Png),
        ("a.json", png, Content::Png),
        ("a.xlsx", b"\xFF\xD8\xFF\xE0", Content::Jpeg),
        ("a.xlsm", b"%PDF-1.7", Content::Pdf),
        ("a.xlsx", "目標".as_bytes(), Content::Text),
        ("a.xlsx", b"\x01\x02\0\0", Content::Binary),
        ("a.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", Content::Ole),
        ("a.JSON", &workbook, Content::Zip),
        ("a.md", &workbook, Content::Zip),
    ] {
        let extension = name.rsplit('.').next().expect("an extension").to_lowercase();
        assert_eq!(kind(name, bytes), ReadErrorKind::Mismatch { extension, content }, "{name}");
    }
    let message = fault("健康.xlsx", png).message(Language::Japanese);
    assert!(message.contains("PNG 画像"), "{message}");
}

#[test]
fn names_of_other_formats() {
    for (name, refused) in [
        ("a.xls", Refused::OldExcel),
        ("A.XLS", Refused::OldExcel),
        ("a.ods", Refused::OpenDocument),
        ("a.doc", Refused::Word),
        ("a.pdf", Refused::Pdf),
    ] {
        let error = fault(name, b"");
        assert_eq!(error.kind, ReadErrorKind::Refused(refused), "{name}");
        let message = error.message(Language::Japanese);
        assert!(message.contains(".xlsx") || message.contains(".docx"), "{message}");
    }
    let unknown = |extension: &str| ReadErrorKind::UnknownExtension { extension: extension.into() };
    assert_eq!(kind("a.html", b"x"), unknown("html"));
    assert_eq!(kind("folder.d/README", b"x"), unknown(""));
    assert_eq!(kind("C:\\目標\\~$健康.xlsx", b"x"), ReadErrorKind::LockFile);
}

#[test]
fn empty_files() {
    for extension in extensions() {
        assert_eq!(kind(&format!("a.{extension}"), b""), ReadErrorKind::Empty, "{extension}");
    }
    assert_eq!(kind("a.json", b" \n"), ReadErrorKind::Empty);
    assert_eq!(kind("a.md", "\u{feff}\n".as_bytes()), ReadErrorKind::Empty);
}

#[test]
fn text_that_is_not_utf8() {
    // 目標 in CP932 and in UTF-16.
    for bytes in [&b"# \x96\xDA\x95W"[..], b"\xFF\xFE\xEE\x76\x19\x6A"] {
        for name in ["a.json", "a.md"] {
            assert_eq!(kind(name, bytes), ReadErrorKind::NotUtf8);
        }
    }
}

#[test]
fn messages_name_the_place_and_what_to_do() {
    let json = "{\"goals\": [\n  {\"title\": 5}\n]}";
    let error = fault("a.json", json.as_bytes());
    assert_eq!(
        error.message(Language::Japanese),
        "2行13列: 「title」には文字列 \"…\" を書いてください。"
    );
    assert_eq!(
        error.message(Language::English),
        "line 2, column 13: \"title\" must be a string \"…\"."
    );
    assert_eq!(error.to_string(), error.message(Language::English));
}

#[test]
fn a_workbook_with_a_password() {
    let bytes = include_bytes!("../../fixtures/bad/password.xlsx");
    assert_eq!(kind("a.xlsx", bytes), ReadErrorKind::Password);
}

#[test]
fn a_workbook_cut_off_anywhere() {
    let bytes = book(&[("目標", FORM)]);
    for length in (5..bytes.len()).step_by(61) {
        assert_eq!(kind("a.xlsx", &bytes[..length]), ReadErrorKind::Damaged, "{length}");
    }
    assert_eq!(kind("a.xlsx", b"PK\x03\x04"), ReadErrorKind::Damaged);
}

#[test]
fn a_package_of_something_else() {
    let other = zeros(&[0]);
    assert_eq!(kind("a.xlsx", &other), ReadErrorKind::NotAWorkbook);
}

#[test]
fn packages_that_are_too_large() {
    let too_large = |limit, file| ReadErrorKind::TooLarge { limit, file };
    let mut file = b"PK\x03\x04".to_vec();
    file.resize(50 * 1024 * 1024 + 1, 0);
    for (name, limit) in [("a.xlsx", 50), ("a.json", 10), ("a.md", 10)] {
        assert_eq!(kind(name, &file), too_large(limit, true));
    }
    assert_eq!(kind("a.xlsx", &zeros(&[65])), too_large(64, false));
    assert_eq!(kind("a.xlsx", &zeros(&[60, 60, 60, 60, 60])), too_large(256, false));
}

#[test]
fn one_worksheet_of_several_is_damaged() {
    let bytes = book(&[("目標", FORM), ("付表", FORM)]);
    for damage in [
        |content: Vec<u8>| content[..content.len() / 2].to_vec(),
        |_| b"<worksheet>".to_vec(),
        |_| Vec::new(),
        |_| b"\xFF\xFE\xFF".to_vec(),
        |content: Vec<u8>| {
            String::from_utf8_lossy(&content).replace("<v>0", "<v>99999").into_bytes()
        },
    ] {
        let broken = repack(&bytes, |name, content| {
            Some(if name.ends_with("sheet2.xml") { damage(content) } else { content })
        });
        let document = read("a.xlsx", &broken).expect("the other worksheet");
        assert_eq!(document.sheets.len(), 1);
        let [notice] = document.notices.as_slice() else { panic!("{:?}", document.notices) };
        assert_eq!(notice.kind, NoticeKind::DamagedWorksheet { worksheet: "付表".to_owned() });
    }
}

#[test]
fn parts_that_are_missing() {
    let bytes = book(&[("目標", FORM)]);
    for part in [
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
    ] {
        let broken = repack(&bytes, |name, content| (name != part).then_some(content));
        match read("a.xlsx", &broken) {
            Ok(document) => assert_eq!(document.sheets, [], "{part}"),
            Err(error) => assert!(
                matches!(error.kind, ReadErrorKind::Damaged | ReadErrorKind::NotAWorkbook),
                "{part}: {error}"
            ),
        }
    }
}

#[test]
fn text_in_the_last_cell() {
    let mut form = FORM.to_vec();
    form.push(("XFD1048576", "ここが最後"));
    let document = read("a.xlsx", &book(&[("目標", &form)])).expect("a workbook");
    assert_eq!(document.sheets.len(), 1);
    let [notice] = document.notices.as_slice() else { panic!("{:?}", document.notices) };
    let Some(Location::Cell { cell, start: 0, end: 5, .. }) = &notice.location else {
        panic!("{notice:?}")
    };
    assert_eq!(cell.to_string(), "XFD1048576");
}

#[test]
fn merged_regions_that_make_no_sense() {
    let bytes = book(&[("目標", FORM)]);
    for reference in ["A1:XFD1048576", "B3:A1", "A0:B1", "", "B4:B1048576", "あ:い", "A1:ZZZZZZZ9"]
    {
        let changed = repack(&bytes, |name, content| {
            let content = String::from_utf8(content).expect("XML");
            let merged = format!(
                "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"{reference}\"/></mergeCells>"
            );
            Some(if name.ends_with("sheet1.xml") {
                content.replace("</sheetData>", &merged).into_bytes()
            } else {
                content.into_bytes()
            })
        });
        let document = read("a.xlsx", &changed).expect("a workbook");
        assert_eq!(document.sheets.len(), 1, "{reference}");
    }
}

/// Pieces of the text formats, for texts that get far into the readers.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\\",
    "\\u",
    "\\ud83d",
    "d83d",
    "\"goals\"",
    "\"title\"",
    "\"missions\"",
    "null",
    "12",
    "-",
    "1e5",
    "true",
    "\n",
    "\r\n",
    " ",
    "# ",
    "## 組織使命",
    "部局目標",
    "1",
    "- 期日: ",
    "### 手段",
    "〈達成目標〉",
    "※目標が達成した状態",
    "令和4年度",
    "①",
    "あ",
    "😀",
    "（",
    "）",
    "(",
    ")",
    "達成水準",
    "・",
    "：",
    "\u{0}",
    "\u{feff}",
    "**",
    "\\# ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for extension in extensions() {
            let name = format!("a.{extension}");
            let _ = read(&name, &bytes);
            for magic in [&b"PK\x03\x04"[..], b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"] {
                let _ = read(&name, &[magic, &bytes].concat());
            }
        }
    }

    #[test]
    fn any_text(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let text = pieces.concat();
        for extension in extensions() {
            let _ = read(&format!("a.{extension}"), text.as_bytes());
        }
    }

    #[test]
    fn any_name(name in "\\PC{0,12}", bytes in prop::collection::vec(any::<u8>(), 0..20)) {
        let _ = read(&name, &bytes);
    }

    #[test]
    fn a_workbook_with_bytes_changed(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = book(&[("目標", FORM)]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read("a.xlsx", &bytes);
    }

    #[test]
    fn a_worksheet_with_bytes_changed(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let bytes = repack(&book(&[("目標", FORM)]), |name, mut content| {
            if name.starts_with("xl/") {
                for (at, byte) in &changes {
                    let at = at.index(content.len());
                    content[at] = *byte;
                }
            }
            Some(content)
        });
        let _ = read("a.xlsx", &bytes);
    }

    #[test]
    fn a_worksheet_of_any_words(
        cells in prop::collection::btree_map((0u32..12, 0u16..8), prop::collection::vec(prop::sample::select(PIECES), 1..4), 0..40)
    ) {
        let cells: Vec<(String, String)> = cells
            .into_iter()
            .map(|((row, column), words)| {
                let column = char::from(b'A' + u8::try_from(column).expect("a letter"));
                (format!("{column}{}", row + 1), words.concat().replace('\0', ""))
            })
            .collect();
        let cells: Vec<(&str, &str)> = cells.iter().map(|(a, t)| (a.as_str(), t.as_str())).collect();
        let document = read("a.xlsx", &book(&[("目標", &cells)])).expect("a workbook");
        for sheet in &document.sheets {
            prop_assert!(sheet.goals.len() <= cells.len());
        }
    }
}
