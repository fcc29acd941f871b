//! mokuhyo (目標シート校正): a linter for the wording of municipal goal sheets.
//!
//! Data flows one way: [`read`] makes [`sheet`]s of a file's bytes, [`language`] analyses their
//! text, [`rules`] judge it and give [`finding`]s, [`report`] shows them. Each stage knows only the
//! ones before it, and none of them knows files, terminal, clock or environment: those belong to
//! the program on top (feature `cli`).

pub mod convert;
pub mod finding;
pub mod language;
mod nearest;
pub mod read;
pub mod report;
pub mod rules;
pub mod sheet;
mod toml_mistake;

#[cfg(feature = "cli")]
pub mod cli;
