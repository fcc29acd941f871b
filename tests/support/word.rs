//! Writes a sheet as a Word document: a table of what belongs to the sheet, then one for each goal.

use std::io::{Cursor, Write as _};

use mokuhyo::sheet::{Field, Sheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A document with this body.
pub fn document(body: &str) -> Vec<u8> {
    let xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("_rels/.rels", RELATIONS), ("word/document.xml", &xml)] {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(content.as_bytes()).expect("content");
    }
    writer.finish().expect("a package").into_inner()
}

/// A paragraph for each line of a text.
pub fn paragraphs(text: &str) -> String {
    let run = |line: &str| {
        let line = line.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&#34;");
        let line = line.replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>")
    };
    text.split('\n').map(run).collect()
}

/// A table of these rows.
pub fn table(rows: &[(String, String)]) -> String {
    let cell = |text: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraphs(text));
    let row =
        |(label, text): &(String, String)| format!("<w:tr>{}{}</w:tr>", cell(label), cell(text));
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// The document of a sheet.
pub fn docx(sheet: &Sheet) -> Vec<u8> {
    let year = sheet.fiscal_year.map_or_else(String::new, |year| format!("{year}年度 "));
    let mut body = paragraphs(&format!("{year}部局マニフェスト（部局目標シート）"));
    let mut rows = vec![
        ("部局名".to_owned(), sheet.department.as_str().to_owned()),
        ("部局長名".to_owned(), sheet.head.as_str().to_owned()),
        ("連絡先".to_owned(), sheet.contact.as_str().to_owned()),
    ];
    for (number, mission) in (1..).zip(&sheet.missions) {
        rows.push((format!("組織使命{number}"), mission.as_str().to_owned()));
    }
    body.push_str(&table(&rows));
    for goal in &sheet.goals {
        body.push_str(&paragraphs(&format!("◎部局目標{}", goal.id)));
        let row = |field: Field| (field.label().to_owned(), goal.field(field).as_str().to_owned());
        body.push_str(&table(&Field::ALL.map(row)));
    }
    document(&body)
}
