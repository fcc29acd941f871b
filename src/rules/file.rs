//! Rule files: one rule, one TOML file, its path below `rules/` being its identifier.
//!
//! A file carries what the rule looks for, what it tells the user, and its own tests. What it looks
//! for is one of three kinds: conditions on a unit (`[match]` or several `[[case]]`), a check of the
//! form (`form = "…"`), or a relation between two fields (`relation = "…"`).

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::template::TemplateSource;
use crate::finding::{Language, Severity};
use crate::nearest::nearest;
use crate::sheet::Field;
use crate::toml_mistake;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}

/// Where a rule stands in its life: an upgrade must not turn a city's CI red overnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Tried out; never fails a build unless asked for.
    Preview,
    /// In force.
    #[default]
    Stable,
    /// On its way out.
    Deprecated,
}

impl Status {
    /// The name in rule files and output.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Preview => "preview",
            Self::Stable => "stable",
            Self::Deprecated => "deprecated",
        }
    }
}

/// A rule file as written, before its words are looked up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// What the rule is called in lists.
    pub title: Bilingual,
    /// The guideline's clause.
    pub guideline: String,
    /// How serious a finding is; a case may differ.
    pub severity: Severity,
    /// Where the rule stands in its life.
    #[serde(default)]
    pub status: Status,
    /// What is wrong; `{hit}` and other values in braces are filled in.
    pub message: TemplateSource,
    /// Why the guideline asks for it.
    pub why: Bilingual,
    /// What to do: the question that removes the fault.
    pub advice: TemplateSource,
    /// Where the rule looks.
    #[serde(default)]
    pub scope: Scope,
    /// What it looks for.
    #[serde(rename = "match")]
    pub matching: Option<Spanned<Matching>>,
    /// What it looks for, in several cases: the first that fits is reported.
    #[serde(default)]
    pub case: Vec<CaseSource>,
    /// Texts in which it must fire.
    #[serde(default)]
    pub bad: Vec<Example>,
    /// Texts in which it must be silent.
    #[serde(default)]
    pub good: Vec<Example>,
}

/// Where a rule looks.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The fields whose units are judged, or that examples' `text` stands in.
    #[serde(default)]
    pub fields: Vec<Spanned<String>>,
    /// Rules beside which this one is silent: where one of them fired in a unit, or in the field for
    /// a rule on the whole field.
    #[serde(default)]
    pub after: Vec<String>,
    /// Whether it only sums up what may be found in the units of its field: the text report then
    /// makes it a note after them.
    #[serde(default)]
    pub sums_up: bool,
}

/// `[match]`: a check of the form, a relation, or the conditions of a single case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    /// The name of a check of the form.
    pub form: Option<Spanned<String>>,
    /// The name of a relation between fields.
    pub relation: Option<Spanned<String>>,
    #[serde(default)]
    any: Vec<Spanned<String>>,
    #[serde(default)]
    unless: Vec<Spanned<String>>,
}

impl Matching {
    /// The patterns as a case of their own, if any stand here.
    pub(super) fn into_case(self) -> Option<CaseSource> {
        (!self.any.is_empty()).then(|| CaseSource {
            any: self.any,
            unless: self.unless,
            ..CaseSource::default()
        })
    }
}

/// One case: all conditions that are given must hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSource {
    /// What a check of the form calls the case, or a name for reading.
    pub name: Option<String>,
    /// How serious, where it differs from the rule.
    pub severity: Option<Severity>,
    /// What is wrong, where it differs.
    pub message: Option<TemplateSource>,
    /// What to do, where it differs.
    pub advice: Option<TemplateSource>,
    /// Patterns of morphemes of which one must match.
    #[serde(default)]
    pub any: Vec<Spanned<String>>,
    /// Patterns of which none may match.
    #[serde(default)]
    pub unless: Vec<Spanned<String>>,
    /// Which clauses are looked at: `last` (the default) or `any`.
    pub clause: Option<Spanned<String>>,
    /// The outermost head is one of these words, or of these lexicons (`@name`).
    #[serde(default)]
    pub head: Vec<Spanned<String>>,
    /// The outermost head is none of these.
    #[serde(default)]
    pub not_head: Vec<Spanned<String>>,
    /// Some head of the clause, from the outermost to the innermost, is one of these.
    #[serde(default)]
    pub heads: Vec<Spanned<String>>,
    /// No head of the clause is one of these.
    #[serde(default)]
    pub not_heads: Vec<Spanned<String>>,
    /// The object of the innermost head is one of these nouns, or ends in a word of these lexicons.
    #[serde(default)]
    pub object: Vec<Spanned<String>>,
    /// Function words of the outermost head that must be there, such as `obligation`.
    #[serde(default)]
    pub flags: Vec<Spanned<String>>,
    /// Function words that must not be there.
    #[serde(default)]
    pub without: Vec<Spanned<String>>,
    /// Whether the outermost head is a verb or a verbal noun.
    pub verbal: Option<bool>,
    /// What the clause ends in: `noun`, `verb` or `adjective`.
    #[serde(default)]
    pub ending: Vec<Spanned<String>>,
    /// What the clause's head takes: `of` where nothing but の hangs on it, so that it is a noun
    /// through and through; `case` where を, が or に does.
    pub arguments: Option<Spanned<String>>,
    /// Whether the unit is checkable: `exact`, `hedged` or `no`.
    #[serde(default)]
    pub checkable: Vec<Spanned<String>>,
    /// What the unit says is done: a `concrete` act, an `empty` one, or a `result`.
    #[serde(default)]
    pub doing: Vec<Spanned<String>>,
    /// Whether the unit holds any figure or date.
    pub figure: Option<bool>,
    /// What is reported: `predicate` (the default without patterns), `head`, `unit`, `hedge`.
    pub mark: Option<Spanned<String>>,
}

/// A text with what the rule must do on it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The text of the rule's first field, the expected words in ⟦ ⟧; they may stand in another of the
    /// example's texts, too. An empty ⟦⟧ expects the finding at a field that is empty.
    pub text: Option<String>,
    /// The field that `text` stands in, where it is not the rule's first.
    pub field: Option<String>,
    /// Other fields of the goal.
    #[serde(default)]
    pub goal: BTreeMap<String, String>,
    /// The goals after it, where the sheet has several.
    #[serde(default)]
    pub goals: Vec<BTreeMap<String, String>>,
    /// The sheet's missions.
    #[serde(default)]
    pub missions: Vec<String>,
    /// The sheet's fiscal year.
    pub fiscal_year: Option<i32>,
    /// Why the rule fails here so far.
    pub known_gap: Option<String>,
    /// The surfaces of the text's morphemes, joined by `|`: pins an analysis.
    pub tokens: Option<String>,
}

/// Why a rule file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFileError {
    /// The rule.
    pub rule: String,
    /// What is wrong, in Japanese.
    pub ja: String,
    /// What is wrong, in English.
    pub en: String,
    /// Where, in bytes of the file.
    pub span: Option<Range<usize>>,
}

impl RuleFileError {
    /// What is wrong and what to do.
    #[must_use]
    pub fn message(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}

impl std::fmt::Display for RuleFileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.rule, self.en)
    }
}

impl std::error::Error for RuleFileError {}

/// Reads a rule file.
///
/// # Errors
/// Syntax errors, unknown keys and values of the wrong type, with their place in the file.
pub fn parse(rule: &str, source: &str) -> Result<RuleFile, RuleFileError> {
    toml::from_str(source).map_err(|error| RuleFileError {
        rule: rule.to_owned(),
        ja: toml_mistake::message(error.message(), Language::Japanese),
        en: toml_mistake::message(error.message(), Language::English),
        span: error.span(),
    })
}

/// The field of this name.
///
/// # Errors
/// A name that is no field.
pub(super) fn field(rule: &str, name: &Spanned<String>) -> Result<Field, RuleFileError> {
    Field::from_id(name.get_ref())
        .ok_or_else(|| unknown(rule, "欄", "field", name, Field::ALL.map(Field::id).iter()))
}

/// As many of the names that would have been right are told.
const MOST_KNOWN_NAMES: usize = 8;

/// A name that is not among those known.
pub(super) fn unknown<'a>(
    rule: &str,
    ja: &str,
    en: &str,
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a &'a str>,
) -> RuleFileError {
    // Nobody reads a list of sixty lexicons.
    let known = nearest(name.get_ref(), known.copied(), MOST_KNOWN_NAMES);
    RuleFileError {
        rule: rule.to_owned(),
        ja: format!("{ja}「{}」はありません。使えるもの: {}", name.get_ref(), known.join("、")),
        en: format!("there is no {en} `{}`; known: {}", name.get_ref(), known.join(", ")),
        span: Some(name.span()),
    }
}
