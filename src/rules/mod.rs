//! The rule engine: rule files, and the checks of a sheet that they ask for.
//!
//! A rule is a file (see [`mod@file`]). Adding one is adding a file; code is needed only for a new *kind*
//! of condition, form check or relation.

mod analysis;
mod checker;
pub mod condition;
pub mod example;
pub mod file;
pub mod form;
pub mod pattern;
pub mod precision;
pub mod relation;
pub mod template;
mod values;
mod vocabulary;

use std::sync::Arc;

use self::condition::Case;
use self::file::{Bilingual, Example, RuleFileError, Status};
use self::form::FormCheck;
use self::relation::Relation;
use self::template::{Names, Template, TemplateSource};
use crate::finding::Severity;
use crate::language::Grammar;
use crate::sheet::Field;

pub use self::analysis::Analysis;
pub use self::checker::{Checker, Verdict};

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// A rule, ready to be applied.
#[derive(Debug)]
pub struct Rule {
    /// Its identifier, `field/name`.
    pub id: String,
    /// What it is called in lists.
    pub title: Bilingual,
    /// The guideline's clause.
    pub guideline: String,
    /// How serious a finding is, unless its case says otherwise.
    pub severity: Severity,
    /// Where it stands in its life.
    pub status: Status,
    /// What is wrong.
    pub message: Template,
    /// Why the guideline asks for it.
    pub why: Bilingual,
    /// What to do.
    pub advice: Template,
    /// The fields it looks at.
    pub fields: Vec<Field>,
    /// The rules beside which it is silent.
    pub after: Vec<String>,
    /// Whether it only sums up what may be found in the units of its field.
    pub sums_up: bool,
    /// What it looks for.
    pub kind: Kind,
    /// Texts in which it must fire.
    pub bad: Vec<Example>,
    /// Texts in which it must be silent.
    pub good: Vec<Example>,
}

/// What a rule looks for.
#[derive(Debug)]
pub enum Kind {
    /// Conditions on each unit: the first case that fits is reported.
    Units(Vec<Case>),
    /// A check of the form; the cases only carry messages.
    Form(FormCheck, Vec<Case>),
    /// A relation between fields, or of a field as a whole; the cases only carry messages.
    Relation(Relation, Vec<Case>),
}

/// The rules of a run: those inside the program and any that were added.
#[derive(Debug)]
pub struct Rules {
    grammar: Arc<Grammar>,
    rules: Vec<Rule>,
}

impl Rules {
    /// The rules inside the program.
    ///
    /// # Panics
    /// Never: a test compiles every rule file of the program.
    #[must_use]
    pub fn built_in() -> Self {
        let mut rules = Self::none();
        for (id, source) in RULES {
            if let Err(error) = rules.add(id, source) {
                panic!("{error}");
            }
        }
        rules
    }

    /// No rules, but the grammar to compile some for.
    #[must_use]
    pub fn none() -> Self {
        Self { grammar: Arc::new(Grammar::built_in()), rules: Vec::new() }
    }

    /// Adds a rule. One that is there already under this identifier is replaced.
    ///
    /// # Errors
    /// A file that is not well formed, or that names what is not there, with the place in it.
    pub fn add(&mut self, id: &str, source: &str) -> Result<(), RuleFileError> {
        let rule = self.compile(id, source)?;
        match self.rules.iter_mut().find(|known| known.id == id) {
            Some(known) => *known = rule,
            None => self.rules.push(rule),
        }
        Ok(())
    }

    /// The rules, in the order they were added.
    #[must_use]
    pub fn all(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of this identifier.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The grammar that the rules were compiled for.
    #[must_use]
    pub fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    fn compile(&self, id: &str, source: &str) -> Result<Rule, RuleFileError> {
        let file = file::parse(id, source)?;
        let fault = |ja: &str, en: &str| RuleFileError {
            rule: id.to_owned(),
            ja: ja.to_owned(),
            en: en.to_owned(),
            span: None,
        };
        let fields = file
            .scope
            .fields
            .iter()
            .map(|name| file::field(id, name))
            .collect::<Result<Vec<_>, _>>()?;
        let mut conditions = file.case;
        let mut form = None;
        let mut relation = None;
        if let Some(matching) = file.matching {
            let matching = matching.into_inner();
            if let Some(name) = &matching.form {
                form = Some(form::named(name.get_ref()).ok_or_else(|| {
                    let known = form::NAMES.iter().map(|(name, ..)| name);
                    file::unknown(id, "様式の検査", "check of the form", name, known)
                })?);
            }
            if let Some(name) = &matching.relation {
                relation = Some(relation::named(name.get_ref()).ok_or_else(|| {
                    let known = relation::NAMES.iter().map(|(name, ..)| name);
                    file::unknown(id, "欄どうしの関係", "relation", name, known)
                })?);
            }
            if let Some(case) = matching.into_case() {
                conditions.insert(0, case);
            }
        }
        let own = form.map(|(_, own)| own).or_else(|| relation.map(|(_, own)| own));
        let sure: Vec<_> = own.unwrap_or_default().iter().copied().chain(["hit"]).collect();
        // A check of the form knows no grammar.
        let unsure = if form.is_some() { values::OF_SHEET } else { values::ALL };
        let names = Names { sure: &sure, unsure };
        let template = |text: TemplateSource| text.compile(id, source, names);
        let cases = conditions
            .into_iter()
            .map(|case| Case::compile(id, case, &self.grammar, template))
            .collect::<Result<Vec<_>, _>>()?;
        let kind = match (form, relation) {
            (Some((check, _)), None) => Kind::Form(check, cases),
            (None, Some((check, _))) => Kind::Relation(check, cases),
            (None, None) if !cases.is_empty() && !fields.is_empty() => Kind::Units(cases),
            (None, None) => {
                return Err(fault(
                    "[match] か [[case]] と、[scope] の fields が要ります。",
                    "`[match]` or `[[case]]`, and `fields` in `[scope]`, are needed",
                ));
            }
            _ => {
                return Err(fault(
                    "form と relation は組み合わせられません。",
                    "`form` and `relation` do not go together",
                ));
            }
        };
        Ok(Rule {
            id: id.to_owned(),
            title: file.title,
            guideline: file.guideline,
            severity: file.severity,
            status: file.status,
            message: template(file.message)?,
            why: file.why,
            advice: template(file.advice)?,
            fields,
            after: file.scope.after,
            sums_up: file.scope.sums_up,
            kind,
            bad: file.bad,
            good: file.good,
        })
    }
}

#[cfg(test)]
mod tests;
