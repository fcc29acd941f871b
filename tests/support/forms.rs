//! Writes a sheet as a workbook, in the layouts that offices use: what the readers are tested
//! with, and what made the workbooks in `fixtures/`.

use mokuhyo::sheet::{Field, Goal, Sheet};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder};
use rust_xlsxwriter::{Workbook, Worksheet};

/// The layouts of forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The guideline's form: a block a goal, 達成水準 and its three parts in one cell.
    Iga,
    /// One goal a row.
    Table,
    /// One goal a worksheet, the missions on the first.
    Card,
    /// 方眼紙: sixty narrow columns, everything merged.
    Houganshi,
}

impl Layout {
    /// Every layout, with its name in file names.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Iga, "iga"),
        (Self::Table, "table"),
        (Self::Card, "card"),
        (Self::Houganshi, "houganshi"),
    ];
}

/// The workbook of a sheet in a layout. The same sheet always gives the same bytes.
pub fn workbook(sheet: &Sheet, layout: Layout) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2024, 4, 1).expect("a date");
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    match layout {
        Layout::Iga => iga(&mut Page::new(workbook.add_worksheet(), "部局目標"), sheet),
        Layout::Table => table(&mut Page::new(workbook.add_worksheet(), "目標一覧"), sheet),
        Layout::Card => {
            card_front(&mut Page::new(workbook.add_worksheet(), "組織使命"), sheet);
            for (number, goal) in (1..).zip(&sheet.goals) {
                let name = format!("目標{number}");
                card(&mut Page::new(workbook.add_worksheet(), &name), goal);
            }
        }
        Layout::Houganshi => houganshi(&mut Page::new(workbook.add_worksheet(), "様式１"), sheet),
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// A worksheet that is being filled in.
struct Page<'a> {
    worksheet: &'a mut Worksheet,
    format: Format,
}

impl<'a> Page<'a> {
    fn new(worksheet: &'a mut Worksheet, name: &str) -> Self {
        worksheet.set_name(name).expect("a name");
        let format = Format::new()
            .set_border(FormatBorder::Thin)
            .set_text_wrap()
            .set_align(FormatAlign::Top);
        Self { worksheet, format }
    }

    /// A text in the cells from `first` to `last` (row and column from 0), merged. An empty text
    /// leaves the cells empty.
    fn put(&mut self, first: (u32, u16), last: (u32, u16), text: &str) {
        if first == last {
            self.worksheet
                .write_string_with_format(first.0, first.1, text, &self.format)
                .expect("a cell");
        } else {
            self.worksheet
                .merge_range(first.0, first.1, last.0, last.1, text, &self.format)
                .expect("a merged region");
        }
    }

    fn cell(&mut self, row: u32, column: u16, text: &str) {
        if !text.is_empty() {
            self.put((row, column), (row, column), text);
        }
    }

    fn widths(&mut self, widths: &[f64]) {
        for (column, width) in (0..).zip(widths) {
            self.worksheet.set_column_width(column, *width).expect("a width");
        }
    }
}

fn year(sheet: &Sheet) -> String {
    sheet.fiscal_year.map_or_else(String::new, |year| format!("{year}年度"))
}

fn text(goal: &Goal, field: Field) -> &str {
    goal.field(field).as_str()
}

const CIRCLED: &[char] = &['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨'];

/// 〈現在の状態〉 ↓ 〈達成目標〉 ※目標が達成した状態 in one text.
fn level(goal: &Goal) -> String {
    format!(
        "〈現在の状態〉\n{}\n↓\n〈達成目標〉\n{}\n\n※目標が達成した状態\n{}",
        text(goal, Field::CurrentState),
        text(goal, Field::Target),
        text(goal, Field::Outcome)
    )
}

fn iga(page: &mut Page<'_>, sheet: &Sheet) {
    page.widths(&[16.0, 24.0, 44.0, 36.0, 14.0, 8.0, 20.0, 8.0, 20.0]);
    let title = format!("{} 部局マニフェスト（部局目標シート）", year(sheet));
    page.put((0, 0), (0, 4), title.trim());
    page.put((0, 5), (0, 6), "※部局長が記入");
    for (column, label, text) in [
        (0, "部局名", &sheet.department),
        (3, "部局長名", &sheet.head),
        (5, "連絡先", &sheet.contact),
    ] {
        page.cell(1, column, label);
        page.cell(1, column + 1, text.as_str());
    }
    let mut row = 2;
    for (number, mission) in (1..).zip(&sheet.missions) {
        page.cell(row, 0, &format!("組織使命{number}"));
        page.put((row, 1), (row, 6), mission.as_str());
        row += 1;
    }
    for (column, label) in (0..).zip([
        "業績目標",
        "目標の表題\n（何を）",
        "達成水準\n（どの程度まで）",
        "手段\n（どのような方法で）",
        "期日\n（いつまでに）",
        "達成\n状況",
        "理由",
        "達成状況\n（指導者）",
        "理由\n（指導者）",
    ]) {
        page.cell(row, column, label);
    }
    row += 1;
    for (number, goal) in (1..).zip(&sheet.goals) {
        page.put((row, 0), (row + 1, 0), &format!("◎部局目標{number}"));
        page.cell(row + 2, 0, &format!("関連の組織使命\n{}", text(goal, Field::Mission)));
        if !goal.field(Field::Section).is_empty() {
            page.cell(row + 3, 0, &format!("所属\n{}", text(goal, Field::Section)));
        }
        page.cell(row, 1, &format!("関連の施策・基本事業No.\n{}", text(goal, Field::Policy)));
        page.put((row + 1, 1), (row + 3, 1), text(goal, Field::Title));
        page.put((row, 2), (row + 3, 2), &level(goal));
        for (column, field) in (3..).zip([
            Field::Means,
            Field::Due,
            Field::Status,
            Field::Reason,
            Field::ReviewStatus,
            Field::ReviewReason,
        ]) {
            page.put((row, column), (row + 3, column), text(goal, field));
        }
        row += 4;
    }
    let legend = "業績目標の達成状況\n5.先進的な取り組みを行い、成果があった\n4.達成水準を上回る成果があった\n3.業績目標を達成した\n2.取り組んだが、業績目標を達成しなかった\n1.業績目標に取り組まなかった";
    page.put((row, 0), (row, 6), legend);
}

/// The columns of the table, in the order of the form.
const COLUMNS: [(Field, &str); 13] = [
    (Field::Mission, "組織使命"),
    (Field::Policy, "施策・基本事業No"),
    (Field::Section, "担当課"),
    (Field::Title, "目標の表題"),
    (Field::CurrentState, "現在の状態"),
    (Field::Target, "達成目標"),
    (Field::Outcome, "目標が達成した状態"),
    (Field::Means, "手段"),
    (Field::Due, "期日"),
    (Field::Status, "達成状況"),
    (Field::Reason, "理由"),
    (Field::ReviewStatus, "達成状況（指導者）"),
    (Field::ReviewReason, "理由（指導者）"),
];

fn table(page: &mut Page<'_>, sheet: &Sheet) {
    let title = format!("{} {} 目標一覧", year(sheet), sheet.department.as_str());
    page.cell(0, 0, title.trim());
    page.cell(1, 0, "部局長名");
    page.cell(1, 1, sheet.head.as_str());
    page.cell(2, 0, "連絡先");
    page.cell(2, 1, sheet.contact.as_str());
    let mut row = 3;
    for (number, mission) in (1..).zip(&sheet.missions) {
        page.cell(row, 0, &format!("組織使命{number}"));
        page.cell(row, 1, mission.as_str());
        row += 1;
    }
    row += 1;
    page.cell(row, 0, "No.");
    for (column, (_, label)) in (1..).zip(COLUMNS) {
        page.cell(row, column, label);
    }
    for (number, goal) in (1..).zip(&sheet.goals) {
        row += 1;
        page.worksheet.write_number(row, 0, f64::from(number)).expect("a number");
        for (column, (field, _)) in (1..).zip(COLUMNS) {
            page.cell(row, column, text(goal, field));
        }
    }
}

fn card_front(page: &mut Page<'_>, sheet: &Sheet) {
    page.widths(&[24.0, 60.0]);
    page.cell(0, 0, format!("{} 部局目標シート", year(sheet)).trim());
    for (row, label, text) in [
        (1, "部局名", &sheet.department),
        (2, "部局長名", &sheet.head),
        (3, "連絡先", &sheet.contact),
    ] {
        page.cell(row, 0, label);
        page.cell(row, 1, text.as_str());
    }
    for (number, mission) in (1..).zip(&sheet.missions) {
        page.cell(3 + number, 0, &format!("組織使命（{number}）"));
        page.cell(3 + number, 1, mission.as_str());
    }
}

fn card(page: &mut Page<'_>, goal: &Goal) {
    page.widths(&[24.0, 60.0]);
    page.cell(0, 0, "部局目標");
    page.cell(0, 1, &goal.id);
    for (row, (field, label)) in (1..).zip([
        (Field::Mission, "関連の組織使命"),
        (Field::Policy, "関連の施策・基本事業Ｎｏ．"),
        (Field::Section, "所属"),
        (Field::Title, "目標の表題（何を）"),
        (Field::CurrentState, "〈現在の状態〉"),
        (Field::Target, "〈達成目標〉"),
        (Field::Outcome, "※目標が達成した状態"),
        (Field::Means, "手段（どのような方法で）"),
        (Field::Due, "期日（いつまでに）"),
        (Field::Status, "達成状況"),
        (Field::Reason, "理由"),
        (Field::ReviewStatus, "達成状況（指導者）"),
        (Field::ReviewReason, "理由（指導者）"),
    ]) {
        page.cell(row, 0, label);
        page.cell(row, 1, text(goal, field));
    }
}

fn houganshi(page: &mut Page<'_>, sheet: &Sheet) {
    page.widths(&[2.0; 60]);
    let title = format!("{}　部局マニフェスト（部局目標シート）", year(sheet));
    page.put((1, 1), (2, 33), title.trim());
    page.put((1, 45), (1, 58), "様式１");
    let mut row = 4;
    for (label, text) in [
        ("部　局　名", &sheet.department),
        ("部 局 長 名", &sheet.head),
        ("連　絡　先", &sheet.contact),
    ] {
        page.put((row, 1), (row, 7), label);
        page.put((row, 8), (row, 33), text.as_str());
        row += 1;
    }
    for (number, mission) in CIRCLED.iter().zip(&sheet.missions) {
        page.put((row, 1), (row + 1, 7), &format!("組　織　使　命　{number}"));
        page.put((row, 8), (row + 1, 58), mission.as_str());
        row += 2;
    }
    for (number, goal) in (1..).zip(&sheet.goals) {
        row += 1;
        page.put((row, 1), (row, 7), &format!("◎　部局目標{number}"));
        for (column, width, words) in [
            (8, 6, "関連の組織使命"),
            (14, 4, text(goal, Field::Mission)),
            (18, 8, "関連の施策・\n基本事業No."),
            (26, 8, text(goal, Field::Policy)),
            (34, 6, "期　日\n(いつまでに)"),
            (40, 19, text(goal, Field::Due)),
        ] {
            page.put((row, column), (row, column + width - 1), words);
        }
        row += 1;
        for (label, height, field) in [
            ("所　属", 2, Field::Section),
            ("目 標 の 表 題\n(何を)", 2, Field::Title),
            ("達成水準\n<現在の状態>", 3, Field::CurrentState),
            ("達成水準\n<達成目標>", 3, Field::Target),
            ("※目標が\n達成した状態", 3, Field::Outcome),
            ("手　段\n(どのような方法で)", 4, Field::Means),
            ("達 成 状 況", 2, Field::Status),
            ("理　由", 2, Field::Reason),
            ("達 成 状 況\n(指導者)", 2, Field::ReviewStatus),
            ("理　由\n(指導者)", 2, Field::ReviewReason),
        ] {
            page.put((row, 1), (row + height - 1, 7), label);
            // Excel on some machines stores line breaks as two characters.
            let words = text(goal, field).replace('\n', "\r\n");
            page.put((row, 8), (row + height - 1, 58), &words);
            row += height;
        }
    }
}
