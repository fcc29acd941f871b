//! Conditions on a unit: what a case of a rule file asks for, looked up once and tested cheaply.

use std::ops::Range;

use toml::Spanned;

use super::file::{CaseSource, RuleFileError, unknown};
use super::pattern::Pattern;
use super::template::{Template, TemplateSource};
use super::vocabulary::UnitTokens;
use crate::finding::{Language, Severity};
use crate::language::lexicon::Classes;
use crate::language::phrase::{Flags, Role};
use crate::language::predicate::{Clause, Head, Kind};
use crate::language::{Checkable, Doing, Grammar, Unit};

/// Words and lexicons.
#[derive(Clone, Debug, Default)]
struct WordSet {
    classes: Classes,
    words: Vec<String>,
    /// The classes of words that predicate, where words in none of them are asked for.
    unlisted: Option<Classes>,
}

/// What rule files write for a word that no lexicon of predicates holds.
const UNLISTED: &str = "@unlisted";

impl WordSet {
    fn compile(
        rule: &str,
        sources: &[Spanned<String>],
        grammar: &Grammar,
    ) -> Result<Option<Self>, RuleFileError> {
        if sources.is_empty() {
            return Ok(None);
        }
        let mut set = Self::default();
        for source in sources {
            if source.get_ref() == UNLISTED {
                set.unlisted = Some(grammar.known().predicates());
            } else if let Some(name) = source.get_ref().strip_prefix('@') {
                let class = grammar.lexicons().class(name).ok_or_else(|| {
                    unknown(rule, "語彙", "lexicon", source, grammar.lexicons().names().iter())
                })?;
                set.classes = set.classes.union(class);
            } else {
                set.words.push(source.get_ref().clone());
            }
        }
        Ok(Some(set))
    }

    fn holds(&self, word: &str, classes: Classes) -> bool {
        self.classes.intersects(classes)
            || self.words.iter().any(|known| known == word)
            || self.unlisted.is_some_and(|predicates| !predicates.intersects(classes))
    }

    fn holds_head(&self, head: &Head) -> bool {
        self.holds(&head.word, head.classes)
    }
}

/// What a finding marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// The matched words of a pattern, or else the predicate.
    Found,
    /// From what the innermost head is done to, to the end of the clause.
    Predicate,
    /// The outermost head with its function words.
    Head,
    /// The whole unit.
    Unit,
    /// The hedged figure with its hedge.
    Hedge,
}

const MARKS: &[&str] = &["predicate", "head", "unit", "hedge"];
const ENDINGS: &[&str] = &["noun", "verb", "adjective"];
const CHECKABLE: &[&str] = &["exact", "hedged", "no"];
const CLAUSES: &[&str] = &["last", "any"];
const DOINGS: &[&str] = &["concrete", "empty", "result"];
const ARGUMENTS: &[&str] = &["of", "case"];

/// One case of a rule, ready to be tested.
#[derive(Debug)]
pub struct Case {
    name: Option<String>,
    /// Overrides of the rule's own.
    pub severity: Option<Severity>,
    /// What is wrong, where it differs from the rule's.
    pub message: Option<Template>,
    /// What to do, where it differs from the rule's.
    pub advice: Option<Template>,
    any: Vec<Pattern>,
    unless: Vec<Pattern>,
    any_clause: bool,
    head: Option<WordSet>,
    not_head: Option<WordSet>,
    heads: Option<WordSet>,
    not_heads: Option<WordSet>,
    object: Option<WordSet>,
    flags: Flags,
    without: Vec<Flags>,
    endings: Vec<&'static str>,
    checkable: Vec<&'static str>,
    arguments: Option<&'static str>,
    verbal: Option<bool>,
    doing: Vec<&'static str>,
    figure: Option<bool>,
    mark: Mark,
}

impl Case {
    /// Looks up every name of a case; `template` those of its texts.
    ///
    /// # Errors
    /// Unknown lexicons, parts of speech, base forms, flags and values, with their place.
    pub fn compile(
        rule: &str,
        source: CaseSource,
        grammar: &Grammar,
        template: impl Fn(TemplateSource) -> Result<Template, RuleFileError>,
    ) -> Result<Self, RuleFileError> {
        let words = |sources: &[Spanned<String>]| WordSet::compile(rule, sources, grammar);
        let patterns = |sources: &[Spanned<String>]| {
            sources
                .iter()
                .map(|source| pattern(rule, source, grammar))
                .collect::<Result<Vec<_>, _>>()
        };
        let mut flags = Flags::default();
        for name in &source.flags {
            flags.set(flag(rule, name)?);
        }
        let mark = match choice(rule, "印", "mark", source.mark.as_ref(), MARKS)? {
            None => Mark::Found,
            Some("head") => Mark::Head,
            Some("unit") => Mark::Unit,
            Some("hedge") => Mark::Hedge,
            Some(_) => Mark::Predicate,
        };
        let choices = |ja, en, names: &[Spanned<String>], known| {
            names
                .iter()
                .filter_map(|name| choice(rule, ja, en, Some(name), known).transpose())
                .collect::<Result<Vec<_>, _>>()
        };
        Ok(Self {
            any: patterns(&source.any)?,
            unless: patterns(&source.unless)?,
            any_clause: choice(rule, "節", "clause", source.clause.as_ref(), CLAUSES)?
                == Some("any"),
            head: words(&source.head)?,
            not_head: words(&source.not_head)?,
            heads: words(&source.heads)?,
            not_heads: words(&source.not_heads)?,
            object: words(&source.object)?,
            flags,
            without: source
                .without
                .iter()
                .map(|name| flag(rule, name))
                .collect::<Result<_, _>>()?,
            endings: choices("語尾", "ending", &source.ending, ENDINGS)?,
            checkable: choices("判定", "checkable", &source.checkable, CHECKABLE)?,
            arguments: choice(rule, "項", "arguments", source.arguments.as_ref(), ARGUMENTS)?,
            doing: choices("内容", "doing", &source.doing, DOINGS)?,
            verbal: source.verbal,
            figure: source.figure,
            mark,
            name: source.name,
            severity: source.severity,
            message: source.message.map(&template).transpose()?,
            advice: source.advice.map(&template).transpose()?,
        })
    }

    /// What a check of the form calls the case.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// How many patterns the case has that say no; each needs an example.
    #[must_use]
    pub fn exceptions(&self) -> usize {
        self.unless.len()
    }

    /// The words that the case finds in a unit, in Unicode scalar values of the field.
    #[must_use]
    pub fn find(&self, tokens: &UnitTokens<'_>, checkable: &Checkable) -> Option<Range<usize>> {
        self.test(tokens, checkable).ok()
    }

    /// The words that the case finds, or the name of the condition that decided against it.
    ///
    /// # Errors
    /// The first condition that does not hold.
    pub fn test(
        &self,
        tokens: &UnitTokens<'_>,
        checkable: &Checkable,
    ) -> Result<Range<usize>, &'static str> {
        let UnitTokens { grammar, unit, .. } = *tokens;
        let state = match checkable {
            Checkable::No => "no",
            Checkable::Hedged(_) => "hedged",
            _ => "exact",
        };
        if !self.checkable.is_empty() && !self.checkable.contains(&state) {
            return Err("checkable");
        }
        if !self.doing.is_empty() {
            let doing = match grammar.doing(unit, checkable) {
                Doing::Concrete => "concrete",
                Doing::Empty => "empty",
                Doing::Result => "result",
            };
            if !self.doing.contains(&doing) {
                return Err("doing");
            }
        }
        if self.figure.is_some_and(|wanted| wanted != Grammar::has_figure_or_date(unit)) {
            return Err("figure");
        }
        let mut clauses = unit.clauses.iter().rev().filter(|clause| !clause.heads.is_empty());
        let looks_at_clause = self.looks_at_clause();
        let clause = if self.any_clause {
            clauses.find(|clause| self.fits(grammar, unit, clause).is_ok())
        } else {
            clauses.next()
        };
        if looks_at_clause {
            let clause = clause.ok_or("head")?;
            self.fits(grammar, unit, clause)?;
        }
        let found = if self.any.is_empty() {
            None
        } else {
            let found = self
                .any
                .iter()
                .filter_map(|pattern| pattern.find(tokens))
                .min_by_key(|m| m.whole.start);
            Some(unit.positions(without_stop(unit, found.ok_or("any")?.marked)))
        };
        if self.unless.iter().any(|pattern| pattern.find(tokens).is_some()) {
            return Err("unless");
        }
        Ok(match (self.mark, found, clause) {
            (Mark::Found, Some(found), _) => found,
            (Mark::Hedge, ..) => hedge(unit, checkable).unwrap_or_else(|| unit.range.clone()),
            (Mark::Head, _, Some(clause)) => unit.positions(clause.span.clone()),
            (Mark::Found | Mark::Predicate, _, Some(clause)) => {
                unit.positions(stretch(unit, clause))
            }
            _ => unit.range.clone(),
        })
    }

    fn looks_at_clause(&self) -> bool {
        self.head.is_some()
            || self.not_head.is_some()
            || self.heads.is_some()
            || self.not_heads.is_some()
            || self.object.is_some()
            || self.flags != Flags::default()
            || !self.without.is_empty()
            || !self.endings.is_empty()
            || self.arguments.is_some()
            || self.verbal.is_some()
    }

    fn fits(&self, grammar: &Grammar, unit: &Unit, clause: &Clause) -> Result<(), &'static str> {
        let head = clause.head().ok_or("head")?;
        if self.head.as_ref().is_some_and(|set| !set.holds_head(head)) {
            return Err("head");
        }
        if self.not_head.as_ref().is_some_and(|set| set.holds_head(head)) {
            return Err("not_head");
        }
        if self
            .heads
            .as_ref()
            .is_some_and(|set| !clause.heads.iter().any(|head| set.holds_head(head)))
        {
            return Err("heads");
        }
        if self
            .not_heads
            .as_ref()
            .is_some_and(|set| clause.heads.iter().any(|head| set.holds_head(head)))
        {
            return Err("not_heads");
        }
        if let Some(set) = &self.object {
            let of = clause.object.as_ref().ok_or("object")?;
            let words = unit.words(of.tokens.clone());
            if !set.holds(words, grammar.noun_classes(unit, of.tokens.clone())) {
                return Err("object");
            }
        }
        if !clause.flags.has(self.flags) {
            return Err("flags");
        }
        if self.without.iter().any(|flag| clause.flags.has(*flag)) {
            return Err("without");
        }
        if self.arguments.is_some_and(|wanted| (wanted == "case") != has_case(unit, clause)) {
            return Err("arguments");
        }
        if self
            .verbal
            .is_some_and(|wanted| wanted != matches!(head.kind, Kind::Verb | Kind::VerbalNoun))
        {
            return Err("verbal");
        }
        // 「更新は5年ごとに行う」 ends in a verb, though the act is the noun.
        let light = unit.phrases.get(clause.phrases.end - 1).is_some_and(|last| {
            head.phrase + 1 < clause.phrases.end
                && last.predicate
                && unit.tokens.get(last.content.end - 1).is_some_and(|token| token.pos.is_verb())
        });
        let ending = match head.kind {
            Kind::Noun | Kind::VerbalNoun if light => "verb",
            Kind::Verb => "verb",
            Kind::Adjective => "adjective",
            Kind::Noun | Kind::VerbalNoun => "noun",
        };
        if !self.endings.is_empty() && !self.endings.contains(&ending) {
            return Err("ending");
        }
        Ok(())
    }
}

/// Whether を, が or に hangs on the clause's outermost head: 「請願を採択」 tells what was done.
fn has_case(unit: &Unit, clause: &Clause) -> bool {
    clause.head().is_some_and(|head| {
        clause.phrases.clone().any(|at| {
            unit.phrases.get(at).is_some_and(|phrase| {
                phrase.governor == Some(head.phrase)
                    && matches!(
                        phrase.role,
                        Role::Object | Role::Subject | Role::Goal | Role::Topic
                    )
            })
        })
    })
}

/// From what the outermost head is done to, to the end of the clause's predicate: 「強化を図る」.
fn stretch(unit: &Unit, clause: &Clause) -> Range<usize> {
    let inner = clause.heads.get(1).map(|head| head.tokens.start);
    let object = clause.head().and_then(|head| head.of.as_ref()).map(|of| of.tokens.start);
    let mut start = inner.or(object).unwrap_or(clause.span.start).min(clause.span.start);
    // 「積極的な取組を展開する」: a manner word before it is part of what is wrong.
    if let Some(manner) = unit.phrases.iter().find(|p| p.end == start && p.role == Role::Adnominal)
        && manner.flags.has(Flags::COPULA)
    {
        start = manner.content.start;
    }
    without_stop(unit, start..clause.span.end)
}

/// A full stop at the end is no part of the words.
fn without_stop(unit: &Unit, tokens: Range<usize>) -> Range<usize> {
    let mut end = tokens.end;
    while end > tokens.start + 1
        && unit.tokens.get(end - 1).is_some_and(|t| matches!(t.surface(unit.text()), "。" | "、"))
    {
        end -= 1;
    }
    tokens.start..end
}

fn hedge(unit: &Unit, checkable: &Checkable) -> Option<Range<usize>> {
    let Checkable::Hedged(number) = checkable else { return None };
    let figure = unit.figures.get(*number)?;
    let (start, end) = figure.hedge?;
    Some(unit.positions_of_bytes(figure.start.min(start), figure.end.max(end)))
}

fn pattern(
    rule: &str,
    source: &Spanned<String>,
    grammar: &Grammar,
) -> Result<Pattern, RuleFileError> {
    Pattern::compile(source.get_ref(), grammar).map_err(|error| {
        // One byte for the quotation mark before the pattern.
        let start = source.span().start + 1;
        RuleFileError {
            rule: rule.to_owned(),
            ja: format!("{} {}", error.message(Language::Japanese), error.help(Language::Japanese)),
            en: format!("{} {}", error.message(Language::English), error.help(Language::English)),
            span: Some(start + error.span.start..start + error.span.end),
        }
    })
}

fn flag(rule: &str, name: &Spanned<String>) -> Result<Flags, RuleFileError> {
    Flags::from_name(name.get_ref())
        .ok_or_else(|| unknown(rule, "活用", "flag", name, Flags::all_names().iter()))
}

fn choice(
    rule: &str,
    ja: &str,
    en: &str,
    name: Option<&Spanned<String>>,
    known: &'static [&'static str],
) -> Result<Option<&'static str>, RuleFileError> {
    name.map(|name| {
        known
            .iter()
            .copied()
            .find(|known| known == name.get_ref())
            .ok_or_else(|| unknown(rule, ja, en, name, known.iter()))
    })
    .transpose()
}
