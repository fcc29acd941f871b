use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::read;
use crate::read::{Document, NoticeKind, ReadErrorKind};
use crate::sheet::{Field, Location, Sheet, TableCell};

/// A package with these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(content.as_bytes()).expect("content");
    }
    writer.finish().expect("a package").into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let xml = format!("<w:document><w:body>{body}</w:body></w:document>");
    package(&[("word/document.xml", &xml)])
}

fn sheet(body: &str) -> Sheet {
    let Document { sheets, notices } = read(&document(body)).expect(body);
    assert_eq!(notices, [], "{body}");
    let [sheet] = sheets.as_slice() else { panic!("one sheet: {sheets:?}") };
    sheet.clone()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn labels_in_paragraphs() {
    let body: String =
        ["目標の表題：歩く会", "手段", "・説明会 4回", "・市報での募集", "期日：3月末"]
            .map(p)
            .concat();
    let sheet = sheet(&body);
    let means = sheet.goals[0].field(Field::Means);
    assert_eq!(means.as_str(), "・説明会 4回\n・市報での募集");
    let place = Location::Paragraph { cell: None, number: 4, start: 1, end: 3 };
    assert_eq!(means.locate(9..11), Some(place));
    assert_eq!(sheet.goals[0].field(Field::Title).as_str(), "歩く会");
}

#[test]
fn merged_cells_keep_their_columns() {
    let body = format!(
        "<w:tbl>\
         <w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>\
         <w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>\
         <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc>{}{}</w:tc></w:tr>\
         <w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("目標の表題"),
        p("達成目標"),
        p("手段"),
        p("歩く会"),
        p("20人"),
        p("説明会"),
        p("募集"),
        p("訪問"),
        p("窓口"),
        p("電話"),
    );
    let sheet = sheet(&body);
    let means = sheet.goals[0].field(Field::Means);
    assert_eq!(means.as_str(), "説明会\n募集\n訪問");
    let cell = Some(TableCell { table: 1, row: 3, column: 3 });
    let place = Location::Paragraph { cell, number: 2, start: 0, end: 2 };
    assert_eq!(means.locate(7..9), Some(place));
    assert_eq!(sheet.goals[1].field(Field::Means).as_str(), "電話");
}

#[test]
fn what_is_not_printed_is_left_out() {
    let run = |inner: &str| format!("<w:r>{inner}</w:r>");
    let hidden = |on: &str| format!("<w:rPr><w:vanish{on}/></w:rPr>");
    let title = [
        "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>".to_owned(),
        run("<w:t>目標の表題：歩</w:t>"),
        format!("<w:del>{}</w:del>", run("<w:delText>消</w:delText><w:t>消</w:t>")),
        format!("<w:ins>{}</w:ins>", run("<w:t>く</w:t>")),
        run(&format!("{}<w:t>隠</w:t>", hidden(""))),
        run(&format!("{}<w:t>会</w:t>", hidden(" w:val=\"0\""))),
        run(&format!(
            "<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>",
            run("<w:t>いが</w:t>"),
            run("<w:t>伊賀</w:t>")
        )),
        format!(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            run("<w:t>ここに入力</w:t>")
        ),
        run("<w:t>A&amp;B&#x4E00;</w:t><w:tab/><w:t>C</w:t>"),
    ];
    let body = format!("<w:p>{}</w:p>{}", title.concat(), p("手段：説明会"));
    assert_eq!(sheet(&body).goals[0].field(Field::Title).as_str(), "歩く会伊賀A&B一\tC");
}

#[test]
fn text_boxes_come_once() {
    let within = p("手段：説明会");
    let body = format!(
        "{}<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{within}</w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent>{within}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        p("目標の表題：歩く会")
    );
    assert_eq!(sheet(&body).goals[0].field(Field::Means).as_str(), "説明会");
}

#[test]
fn the_lower_of_two_rows_is_the_reviewer_s() {
    let merged = |text: &str| {
        format!("<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{}</w:tc>", p(text))
    };
    let goes_on = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    let cells = |texts: &[&str]| -> String {
        texts.iter().map(|text| format!("<w:tc>{}</w:tc>", p(text))).collect()
    };
    let body = format!(
        "<w:tbl><w:tr>{}</w:tr><w:tr>{}{}{}{}</w:tr><w:tr>{goes_on}{goes_on}{goes_on}{}</w:tr></w:tbl>",
        cells(&["部局目標", "目標の表題", "手段", "達成状況", "理由"]),
        merged("1"),
        merged("歩く会"),
        merged("説明会"),
        cells(&["3", "会員が増えた"]),
        cells(&["2", "半分に届かない"]),
    );
    let goal = &sheet(&body).goals[0];
    let texts = [Field::Status, Field::Reason, Field::ReviewStatus, Field::ReviewReason]
        .map(|field| goal.field(field).as_str());
    assert_eq!(texts, ["3", "会員が増えた", "2", "半分に届かない"]);
}

#[test]
fn what_cannot_be_used() {
    let kind = |bytes: &[u8]| read(bytes).expect_err("an error").kind;
    let whole = document(&p("目標の表題：歩く会"));
    assert_eq!(kind(&whole[..whole.len() / 2]), ReadErrorKind::Damaged);
    assert_eq!(kind(&package(&[("a.xml", "<a/>")])), ReadErrorKind::NotADocument);
    let other = package(&[("word/document.xml", "<workbook><sheets/></workbook>")]);
    assert_eq!(kind(&other), ReadErrorKind::NotADocument);
    for xml in [
        "<!DOCTYPE a [<!ENTITY e \"x\">]><w:document><w:body/></w:document>",
        "<w:document><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>",
        "<w:document><w:body><w:p></w:body></w:document>",
        "<w:document><w:body><w:tbl><w:tr>",
        "",
    ] {
        let error = kind(&package(&[("word/document.xml", xml)]));
        assert_eq!(error, ReadErrorKind::Damaged, "{xml}");
    }
    let Document { sheets, notices } = read(&document(&p("議事録"))).expect("a document");
    assert_eq!((sheets, notices), (vec![], vec![NoticeKind::NoSheet.nowhere()]));
}
