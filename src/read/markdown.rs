//! Sheets as Markdown.
//!
//! Headings and `- label: text` lines are recognised by [`labels`]; everything else is text of the
//! label it stands under, taken as it is. A backslash at the start of a line keeps the line from
//! being read as heading or label: see [`unescaped`].

use super::draft::{GoalDraft, fill_once};
use super::labels::{self, Found, Label, Split, segments};
use super::{Content, Document, Format, Notice, NoticeKind, ReadError, ReadErrorKind, place, year};
use crate::sheet::{Field, Sheet, Text, TextBuilder};

pub(super) const FORMAT: Format = Format {
    extensions: &["md", "markdown"],
    content: Content::Text,
    largest: super::MAX_TEXT,
    read,
};

/// Columns by which lines under `- label:` and under `1.` are set in.
pub(crate) const LIST_INDENT: usize = 2;
pub(crate) const MISSION_INDENT: usize = 3;

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = place::utf8(bytes).map_err(|place| ReadErrorKind::NotUtf8.at(place))?;
    if text.trim().is_empty() {
        return Err(ReadErrorKind::Empty.nowhere());
    }
    let mut reader = Reader::default();
    for (number, line) in (1..).zip(lines(text)) {
        reader.line(line, number);
    }
    Ok(reader.finish())
}

/// The lines of a text, whichever line break it uses.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Where lines that are no label go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Under {
    /// Nothing: it cannot be placed.
    Nothing,
    /// A heading that is unknown, of which a notice has told.
    Unknown,
    /// A heading: only what is clearly a label ends the text.
    Heading(Label),
    /// A `- label:` line: any label ends the text, and short ones only go on in indented lines.
    Line(Label),
}

/// What has been read of a sheet.
#[derive(Debug, Default)]
struct Draft {
    sheet: Sheet,
    goals: Vec<GoalDraft>,
    /// Whether a title or the heading of a goal says that this is a goal sheet.
    announced: bool,
    /// Whether goals have headings of their own; else they begin with their titles.
    numbered: bool,
}

impl Draft {
    fn open_goal(&mut self, id: Option<String>) {
        self.announced = true;
        self.numbered = true;
        self.goals.push(GoalDraft::new(id));
    }

    fn fill(&mut self, field: Field, text: &Text) {
        let again = field == Field::Title
            && !self.numbered
            && self.goals.last().is_some_and(|goal| goal.has(field));
        if self.goals.is_empty() || again {
            self.goals.push(GoalDraft::default());
        }
        if let Some(goal) = self.goals.last_mut() {
            goal.fill(field, text);
        }
    }

    /// What a label means where it stands: 組織使命 with a number under it, inside a goal, is the
    /// mission that the goal relates to.
    fn meaning(&self, found: &Found, text: &str) -> Label {
        let of_goal = found.label == Label::Missions
            && found.number.is_none()
            && !self.goals.is_empty()
            && labels::is_number(text);
        if of_goal { Label::Field(Field::Mission) } else { found.label }
    }

    /// Whether there is enough of the form to call it a goal sheet.
    fn is_sheet(&self) -> bool {
        self.goals.iter().any(GoalDraft::is_evident)
            || self.announced && !(self.goals.is_empty() && self.sheet.missions.is_empty())
    }

    fn finish(mut self) -> Sheet {
        let goals = (1..).zip(self.goals).map(|(number, goal)| goal.finish(number));
        self.sheet.goals = goals.collect();
        self.sheet
    }
}

#[derive(Debug)]
struct Reader {
    done: Vec<Draft>,
    draft: Draft,
    under: Under,
    open: TextBuilder,
    /// Whether `open` holds a mission, which ends where the next begins.
    mission: bool,
    notices: Vec<Notice>,
    /// Lines that could not be placed and follow each other.
    unplaced: TextBuilder,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            done: Vec::new(),
            draft: Draft::default(),
            under: Under::Nothing,
            open: TextBuilder::default(),
            mission: false,
            notices: Vec::new(),
            unplaced: TextBuilder::default(),
        }
    }
}

impl Reader {
    fn line(&mut self, line: &str, number: u32) {
        if let Some((text, column)) = heading(line) {
            self.heading(text, number, column);
            return;
        }
        let mut parts = segments(line, Split::Every).into_iter();
        if let (Some(part), None) = (parts.next(), parts.next())
            && let Some(found) = part.found
            && self.ends_text(line, &found)
        {
            let rest: String = line.chars().skip(part.start).collect();
            // The emphasis of **期日：** ends after the colon.
            let label_part: String = line.chars().take(part.start).collect();
            let emphasis = label_part.contains("**") || label_part.contains("__");
            let closing = rest.chars().take_while(|c| emphasis && matches!(c, '*' | '_'));
            let rest_start = closing.count();
            let rest: String = rest.chars().skip(rest_start).collect();
            let label = self.draft.meaning(&found, &rest);
            self.begin(&found, Under::Line(label));
            self.open.push_lines(&rest, number, place::count(part.start + rest_start) + 1);
            return;
        }
        self.text(line, number);
    }

    /// Whether a label at the start of a line ends the text above it.
    fn ends_text(&self, line: &str, found: &Found) -> bool {
        let indented = line.starts_with([' ', '\t', '\u{3000}']);
        match self.under {
            Under::Nothing | Under::Unknown | Under::Heading(Label::Goal) => true,
            Under::Heading(Label::Missions) => found.own && !indented && item(line).is_none(),
            Under::Heading(Label::Level) => found.label.is_level(),
            Under::Heading(_) => is_heading_end(line, found),
            Under::Line(_) => !indented && (found.own || found.marked || is_list(line)),
        }
    }

    fn heading(&mut self, text: &str, line: u32, column: u32) {
        let mut parts = segments(text, Split::Every).into_iter();
        let part = parts.next().filter(|part| part.found.is_some());
        if let Some(part) = part
            && let Some(found) = part.found
        {
            let rest: String = text.chars().skip(part.start).collect();
            let label = self.draft.meaning(&found, &rest);
            self.begin(&found, Under::Heading(label));
            if !rest.trim().is_empty() {
                self.open.push_lines(&rest, line, column + place::count(part.start));
                self.open.push_unplaced("\n");
            }
        } else if let Some(id) = labels::goal_id(text) {
            self.close();
            self.draft.open_goal(Some(id));
            self.under = Under::Nothing;
        } else if let Some(title) = labels::title(text) {
            self.close();
            if !self.draft.goals.is_empty() {
                self.done.push(std::mem::take(&mut self.draft));
            }
            self.draft.announced = true;
            self.draft.sheet.fiscal_year = title.year;
            if let Some(range) = title.department {
                let name: String = text.chars().skip(range.start).take(range.len()).collect();
                let mut builder = TextBuilder::default();
                builder.push_lines(&name, line, column + place::count(range.start));
                self.draft.sheet.department = builder.finish();
            }
            self.under = Under::Nothing;
        } else {
            self.close();
            let length = place::count(text.chars().count());
            let kind = NoticeKind::UnknownLabel { label: text.to_owned() };
            self.notices.push(kind.at(Some(place::on_line(line, column, length))));
            self.under = Under::Unknown;
        }
    }

    /// Begins the text under a label.
    fn begin(&mut self, found: &Found, under: Under) {
        self.close();
        self.under = under;
        match under {
            Under::Heading(Label::Goal) | Under::Line(Label::Goal) => {
                self.draft.open_goal(found.number.clone());
            }
            Under::Line(Label::Missions) => self.mission = true,
            _ => {}
        }
    }

    fn text(&mut self, line: &str, number: u32) {
        let short = match self.under {
            Under::Unknown => return,
            Under::Nothing => true,
            Under::Heading(Label::Missions) => {
                self.mission_line(line, number);
                return;
            }
            Under::Heading(Label::Goal) | Under::Line(Label::Goal) => true,
            Under::Heading(_) => false,
            Under::Line(label) => is_short(label) && !line.starts_with([' ', '\t', '\u{3000}']),
        };
        if short {
            if !matches!(self.under, Under::Nothing | Under::Heading(_)) {
                self.close();
                self.under = Under::Nothing;
            }
            self.stray(line, number);
            return;
        }
        let indent = match self.under {
            Under::Line(Label::Missions) => MISSION_INDENT,
            Under::Line(_) => LIST_INDENT,
            _ => 0,
        };
        self.push(line, number, indent);
    }

    /// A line under 組織使命: an item begins with a number or a bullet.
    fn mission_line(&mut self, line: &str, number: u32) {
        match item(line) {
            Some(start) => {
                self.finish_mission();
                self.mission = true;
                let rest: String = line.chars().skip(start).collect();
                self.open.push_lines(&rest, number, place::count(start) + 1);
            }
            None if line.trim().is_empty() && !self.mission => {}
            None => {
                self.mission = true;
                self.push(line, number, MISSION_INDENT);
            }
        }
    }

    /// Adds a line to the text that is open, without up to `indent` blanks before it.
    fn push(&mut self, line: &str, number: u32, indent: usize) {
        let blanks = line.chars().take(indent).take_while(|c| *c == ' ').count();
        let (text, skipped) = unescaped(line.chars().skip(blanks).collect());
        self.open.push_unplaced("\n");
        self.open.push_lines(&text, number, place::count(blanks + skipped) + 1);
    }

    /// A line that belongs to nothing.
    fn stray(&mut self, line: &str, number: u32) {
        if line.trim().is_empty() || labels::is_furniture(line) || line.trim().starts_with("<!--") {
            self.tell_stray();
            return;
        }
        self.unplaced.push_unplaced("\n");
        self.unplaced.push_lines(line, number, 1);
    }

    fn tell_stray(&mut self) {
        let text = std::mem::take(&mut self.unplaced).finish();
        if !text.is_empty() {
            self.tell_unplaced(&text);
        }
    }

    fn tell_unplaced(&mut self, text: &Text) {
        let kind = NoticeKind::Unplaced { text: text.as_str().to_owned() };
        self.notices.push(kind.at(text.locate(0..text.len())));
    }

    fn fill_once(&mut self, slot: fn(&mut Sheet) -> &mut Text, text: &Text) {
        if !fill_once(slot(&mut self.draft.sheet), text) {
            self.tell_unplaced(text);
        }
    }

    fn finish_mission(&mut self) {
        if std::mem::take(&mut self.mission) {
            let text = std::mem::take(&mut self.open).finish();
            self.draft.sheet.missions.push(text);
        }
    }

    /// Puts the text that is open where it belongs.
    fn close(&mut self) {
        self.tell_stray();
        self.finish_mission();
        let text = std::mem::take(&mut self.open).finish();
        let (Under::Heading(label) | Under::Line(label)) = self.under else { return };
        if text.is_empty() {
            return;
        }
        match label {
            Label::Field(field) => self.draft.fill(field, &text),
            Label::Goal => self.draft.fill(Field::Title, &text),
            Label::Level => {
                for (field, part) in level_parts(&text) {
                    self.draft.fill(field, &part);
                }
            }
            Label::Number => {
                if let Some(goal) = self.draft.goals.last_mut() {
                    goal.id = Some(text.as_str().to_owned());
                }
            }
            Label::Year => match year::alone(text.as_str()) {
                Some(year) => self.draft.sheet.fiscal_year = Some(year),
                None => {
                    let kind = NoticeKind::UnreadableYear { text: text.as_str().to_owned() };
                    self.notices.push(kind.at(text.locate(0..text.len())));
                }
            },
            Label::Missions | Label::Skipped => {}
            Label::Department => self.fill_once(|sheet| &mut sheet.department, &text),
            Label::Head => self.fill_once(|sheet| &mut sheet.head, &text),
            Label::Contact => self.fill_once(|sheet| &mut sheet.contact, &text),
        }
    }

    fn finish(mut self) -> Document {
        self.close();
        self.done.push(self.draft);
        let drafts: Vec<Draft> = self.done.into_iter().filter(Draft::is_sheet).collect();
        if drafts.is_empty() {
            // Whatever else the file is, what it says is no part of a sheet.
            return Document { sheets: Vec::new(), notices: vec![NoticeKind::NoSheet.nowhere()] };
        }
        let sheets = drafts.into_iter().map(Draft::finish).collect();
        Document { sheets, notices: self.notices }
    }
}

/// The text and the column (from 1) of a heading.
fn heading(line: &str) -> Option<(&str, u32)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let text = rest.trim_start();
    if !(1..=6).contains(&level) || (text.len() == rest.len() && !rest.is_empty()) {
        return None;
    }
    let column = level + rest.chars().count() - text.chars().count() + 1;
    Some((text.trim_end().trim_end_matches('#').trim_end(), place::count(column)))
}

/// Whether a label ends the text of a section that began with a heading: `- 期日: …` with the
/// form's own word, or a part of 達成水準 in brackets.
fn is_heading_end(line: &str, found: &Found) -> bool {
    let colon = line.contains([':', '：']);
    (is_list(line) && found.own && colon)
        || (found.marked
            && found.own
            && found.label.is_level()
            && !line.starts_with('・')
            && line.starts_with(labels::is_mark))
}

/// Whether a line is an item of a Markdown list.
fn is_list(line: &str) -> bool {
    let mut characters = line.chars();
    matches!(characters.next(), Some('-' | '*' | '+'))
        && characters.next().is_some_and(char::is_whitespace)
}

/// Labels whose text is short: it ends with its line.
fn is_short(label: Label) -> bool {
    match label {
        Label::Field(field) => {
            use Field::{Due, Mission, Policy, ReviewStatus, Section, Status};
            matches!(field, Mission | Policy | Section | Due | Status | ReviewStatus)
        }
        Label::Level | Label::Missions => false,
        _ => true,
    }
}

/// Where the text of a list item begins, in characters: after a number or a bullet.
fn item(line: &str) -> Option<usize> {
    if is_list(line) { Some(2) } else { labels::item(line) }
}

/// A line without the backslash that keeps it from being read as a heading or label, and how many
/// characters that took away.
fn unescaped(line: String) -> (String, usize) {
    match line.strip_prefix('\\') {
        Some(rest) if is_escapable(rest) => (rest.to_owned(), 1),
        _ => (line, 0),
    }
}

/// Whether a backslash before this text is an escape. A number is not: `\1,000` is an amount.
pub(crate) fn is_escapable(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_punctuation() || labels::is_mark(c))
}

/// Whether a line of a field would be read as structure if it were written as it is.
pub(crate) fn needs_escape(line: &str) -> bool {
    let label = |line: &str| {
        let mut parts = segments(line, Split::Every).into_iter();
        parts.next().and_then(|part| part.found).is_some_and(|found| is_heading_end(line, &found))
    };
    heading(line).is_some() || label(line) || line.strip_prefix('\\').is_some_and(is_escapable)
}

/// The parts of a text under 達成水準; what stands before the first label is the target.
pub(super) fn level_parts(text: &Text) -> Vec<(Field, Text)> {
    segments(text.as_str(), Split::Level)
        .into_iter()
        .map(|part| {
            let field = match part.found.map(|found| found.label) {
                Some(Label::Field(field)) => field,
                _ => Field::Target,
            };
            (field, text.part(part.start..part.end))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::read::{Document, NoticeKind};
    use crate::sheet::{Field, Location, Sheet};

    const FORM: &str = "\u{feff}# 令和４年度 部局マニフェスト（部局目標シート）\r
- 部局名: 健康福祉部\r
- 部局長名：山田 花子\r
\r
## 組織使命\r
1. 歩く人を増やす\r
   （全地区で）\r
2. 食を\r
\r
## 部局目標1\r
- 関連の組織使命: 1、2\r
- 関連の施策・基本事業No.: 2-3・①\r
- 期日: 2023（令和5）年3月末\r
\r
### 目標の表題\r
歩く会の会員増\r
\r
### 現在の状態\r
・会員は12人\r
\r
\\# 見出しではない\r
- 対応: 未定\r
### 達成目標\r
20人\r
";

    fn sheet(text: &str) -> Sheet {
        let document = read(text.as_bytes()).unwrap();
        assert_eq!(document.notices, []);
        let [sheet] = document.sheets.as_slice() else { panic!("one sheet: {document:?}") };
        sheet.clone()
    }

    fn at(line: u32, column: u32, length: u32) -> Option<Location> {
        Some(Location::Lines { line, column, end_line: line, end_column: column + length })
    }

    #[test]
    fn the_contract_s_form() {
        let sheet = sheet(FORM);
        assert_eq!(sheet.fiscal_year, Some(2022));
        assert_eq!(sheet.department.as_str(), "健康福祉部");
        assert_eq!(sheet.department.locate(0..5), at(2, 8, 5));
        assert_eq!(sheet.head.as_str(), "山田 花子");
        let missions: Vec<&str> = sheet.missions.iter().map(|mission| mission.as_str()).collect();
        assert_eq!(missions, ["歩く人を増やす\n（全地区で）", "食を"]);
        assert_eq!(sheet.missions[0].locate(0..2), at(6, 4, 2));
        assert_eq!(sheet.missions[0].locate(8..10), at(7, 4, 2));
        let [goal] = sheet.goals.as_slice() else { panic!("one goal") };
        assert_eq!(goal.id, "1");
        assert_eq!(goal.field(Field::Mission).as_str(), "1、2");
        assert_eq!(goal.field(Field::Policy).as_str(), "2-3・①");
        assert_eq!(goal.field(Field::Due).as_str(), "2023（令和5）年3月末");
        assert_eq!(goal.field(Field::Title).as_str(), "歩く会の会員増");
        let state = goal.field(Field::CurrentState);
        assert_eq!(state.as_str(), "・会員は12人\n\n# 見出しではない\n- 対応: 未定");
        assert_eq!(state.locate(0..7), at(19, 1, 7));
        assert_eq!(state.locate(9..10), at(21, 2, 1));
        assert_eq!(goal.field(Field::Target).as_str(), "20人");
    }

    #[test]
    fn other_ways_to_write_it() {
        let text = "# Ｒ４年度 目標シート\n## 目標1：歩く会\n**現状：** 12人\n**手段**\n・声かけ\n・対応：窓口\n\
                    【目指す姿】市民が歩く\n- 期日 3月末\n続き\n## 部局目標A-2\n#### 目標の表題 #\n食の会\n";
        let document = read(text.as_bytes()).unwrap();
        let [sheet] = document.sheets.as_slice() else { panic!("one sheet: {document:?}") };
        let [first, second] = sheet.goals.as_slice() else { panic!("two goals: {sheet:?}") };
        assert_eq!(first.field(Field::Title).as_str(), "歩く会");
        assert_eq!(first.field(Field::CurrentState).as_str(), "12人");
        assert_eq!(first.field(Field::Means).as_str(), "・声かけ\n・対応：窓口");
        assert_eq!(first.field(Field::Outcome).as_str(), "市民が歩く");
        assert_eq!(first.field(Field::Due).as_str(), "3月末");
        assert_eq!((second.id.as_str(), second.field(Field::Title).as_str()), ("A-2", "食の会"));
        let [notice] = document.notices.as_slice() else { panic!("{:?}", document.notices) };
        assert_eq!(notice.kind, NoticeKind::Unplaced { text: "続き".to_owned() });
        assert_eq!(notice.location, at(9, 1, 2));
    }

    #[test]
    fn what_cannot_be_placed_is_told() {
        let form = FORM.trim_start_matches('\u{feff}');
        let text = format!("前書き\n二行目\n\n| 表 |\n{form}\n## 今後の予定\n未定\n- 何か: 値\n");
        let Document { sheets, notices } = read(text.as_bytes()).unwrap();
        assert_eq!(sheets.len(), 1);
        let kinds: Vec<NoticeKind> = notices.iter().map(|notice| notice.kind.clone()).collect();
        assert_eq!(
            kinds,
            [
                NoticeKind::Unplaced { text: "前書き\n二行目".to_owned() },
                NoticeKind::Unplaced { text: "| 表 |".to_owned() },
                NoticeKind::UnknownLabel { label: "今後の予定".to_owned() },
            ]
        );
    }

    #[test]
    fn other_files_are_no_sheets() {
        for text in ["# mokuhyo\n\n## 手段\nビルドする\n", "ただの文", "- 対応: する\n"]
        {
            let document = read(text.as_bytes()).unwrap();
            assert_eq!(document.sheets, []);
            assert_eq!(document.notices.len(), 1);
            assert_eq!(document.notices[0].kind, NoticeKind::NoSheet);
        }
    }

    #[test]
    fn several_sheets_in_a_file() {
        let text = FORM.trim_start_matches('\u{feff}');
        let document = read(format!("{text}\n{text}").as_bytes()).unwrap();
        assert_eq!(document.sheets.len(), 2);
        assert_eq!(document.sheets[1].goals.len(), 1);
    }
}
