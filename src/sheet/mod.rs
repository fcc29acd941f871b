//! The goal sheet: what the rules judge, whatever file it came from.
//!
//! Field names are those of the guideline's form; see [`Field`]. Every piece of text knows where
//! each of its characters stands in the file that the user edits; see [`Text`].

mod field;
mod text;

pub use field::Field;
pub use text::{CellAddress, Location, Place, TableCell, Text, TextBuilder};

/// One department's goal sheet (部局目標シート).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The fiscal year (年度, April to March) as a western year.
    pub fiscal_year: Option<i32>,
    /// 部局名.
    pub department: Text,
    /// 部局長名.
    pub head: Text,
    /// 連絡先.
    pub contact: Text,
    /// 組織使命, numbered from 1 by their position.
    pub missions: Vec<Text>,
    /// 部局目標, in the order of the file.
    pub goals: Vec<Goal>,
}

/// One goal (部局目標) of a sheet: a text for each [`Field`], empty where nothing was filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goal {
    /// What findings call the goal: the `id` of the file, or its number in the sheet.
    pub id: String,
    fields: [Text; Field::ALL.len()],
}

impl Goal {
    /// A goal with this id and nothing filled in.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// The text of a field.
    #[must_use]
    pub fn field(&self, field: Field) -> &Text {
        &self.fields[field as usize]
    }

    /// Fills a field in.
    pub fn set(&mut self, field: Field, text: Text) {
        self.fields[field as usize] = text;
    }
}
