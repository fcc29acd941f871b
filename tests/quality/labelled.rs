//! The labelled sheets, what reviewers say of them, and what the program does.

use mokuhyo::finding::Language;
use mokuhyo::language::unit;
use mokuhyo::rules::Checker;
use mokuhyo::sheet::{Field, Sheet};
use serde::Deserialize;

use crate::held;

/// The folder of the sheets.
pub const FOLDER: &str = "fixtures/labelled";

/// The rules that reviewers label, and whether they say it of a unit or of the field as a whole.
/// What the form asks for needs no reviewer.
pub const SCORED: [(&str, Of); 13] = [
    ("current_state/necessity-phrase", Of::Unit),
    ("current_state/not-a-fact", Of::Unit),
    ("means/goal-as-means", Of::Unit),
    ("means/not-concrete", Of::Unit),
    ("means/unrelated", Of::Field),
    ("outcome/not-an-effect", Of::Field),
    ("outcome/restates-output", Of::Field),
    ("target/means-as-target", Of::Unit),
    ("target/not-verifiable", Of::Field),
    ("target/off-title", Of::Field),
    ("target/vague", Of::Unit),
    ("text/jargon", Of::Unit),
    ("title/duplicates-mission", Of::Field),
];

/// What a rule speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Unit,
    Field,
}

/// What a label or a finding says.
#[derive(Clone)]
pub struct Remark {
    pub place: Place,
    /// The words, as they stand in the field.
    pub words: String,
}

/// Where it says so. Two remarks of one place are the same remark.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: String,
    /// The goal's index in the sheet; none for the sheet as a whole.
    pub goal: Option<usize>,
    pub field: Field,
    /// The number of the unit in the field; none for the field as a whole and between units.
    pub unit: Option<usize>,
    pub rule: String,
}

/// The labelled sheets, by the names of their files.
pub struct Sheets(Vec<(String, Sheet)>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    file: String,
    goal: String,
    field: String,
    rule: String,
    quote: String,
}

impl Sheets {
    pub fn read() -> Self {
        Self(held::sheets(FOLDER))
    }

    /// How many sheets there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many goals they hold.
    pub fn goals(&self) -> usize {
        self.0.iter().map(|(_, sheet)| sheet.goals.len()).sum()
    }

    /// What findings call the goal of a place; `-` for the sheet as a whole.
    pub fn goal_id(&self, place: &Place) -> &str {
        place.goal.map_or("-", |goal| &self.sheet(&place.file).goals[goal].id)
    }

    /// What the reviewers say, in a file of labels.
    pub fn labels(&self, jsonl: &str) -> Vec<Remark> {
        jsonl.lines().map(|line| self.label(line).unwrap_or_else(|| panic!("{line}"))).collect()
    }

    fn label(&self, line: &str) -> Option<Remark> {
        let label: Label = serde_json::from_str(line).ok()?;
        let goals = &self.sheet(&label.file).goals;
        let goal = goals.iter().position(|goal| goal.id == label.goal)?;
        let field = Field::from_id(&label.field)?;
        let text = goals[goal].field(field).as_str();
        // Of words that stand there twice, the first are meant.
        let start = text[..text.find(&label.quote)?].chars().count();
        scored(&label.rule)?;
        let place = self.place(label.file, Some(goal), field, label.rule, start);
        Some(Remark { place, words: label.quote })
    }

    /// What the program says, in the order of its findings.
    pub fn findings(&self, checker: &Checker) -> Vec<Remark> {
        let found = self.0.iter().flat_map(|(file, sheet)| {
            checker.check(sheet, Language::Japanese).into_iter().map(|finding| {
                let spot = finding.spot;
                let start = spot.range.start;
                let place = self.place(file.clone(), spot.goal, spot.field, finding.rule, start);
                Remark { place, words: spot.text }
            })
        });
        found.collect()
    }

    fn place(
        &self,
        file: String,
        goal: Option<usize>,
        field: Field,
        rule: String,
        start: usize,
    ) -> Place {
        let unit = goal.filter(|_| scored(&rule) != Some(Of::Field)).and_then(|goal| {
            let units = unit::split(self.sheet(&file).goals[goal].field(field).as_str());
            units.iter().position(|unit| unit.contains(&start))
        });
        Place { file, goal, field, unit, rule }
    }

    fn sheet(&self, file: &str) -> &Sheet {
        let found = self.0.iter().find(|(name, _)| name == file);
        &found.unwrap_or_else(|| panic!("there is no sheet {file}")).1
    }
}

/// What a rule's labels speak of, where it is scored.
pub fn scored(rule: &str) -> Option<Of> {
    SCORED.iter().find(|(scored, _)| *scored == rule).map(|(_, of)| *of)
}
