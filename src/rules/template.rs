//! Texts of rule files with values in them: 「{act}」は、いつ・どこで・誰に行いますか。
//!
//! Several texts may be given for one: the first whose values are all there is used, so that a text
//! that has the sheet's own words in it gives way to a plainer one where grammar is not sure of them.
//! The last one names nothing that may be missing.

use serde::Deserialize;
use toml::Spanned;

use super::file::{RuleFileError, unknown};
use crate::finding::Language;

/// A text in both languages as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateSource {
    ja: Spanned<Texts>,
    en: Spanned<Texts>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected a string or an array of strings")]
enum Texts {
    One(String),
    Several(Vec<String>),
}

/// A text in both languages, its names looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    ja: Vec<Wording>,
    en: Vec<Wording>,
}

/// One of the texts: what stands between the values, and their names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wording(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Value(String),
}

/// The names that a rule's texts may use.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Those that every finding has, or that the last text may use nevertheless.
    pub sure: &'a [&'static str],
    /// Those that only some findings have.
    pub unsure: &'a [&'static str],
}

impl TemplateSource {
    /// Looks the names up. `source` is the rule file.
    ///
    /// # Errors
    /// A name that is none of these, a brace that is not closed, a last text that needs a value that
    /// may be missing, or no text at all, with the place in the file.
    pub fn compile(
        self,
        rule: &str,
        source: &str,
        names: Names<'_>,
    ) -> Result<Template, RuleFileError> {
        let texts = |texts: Spanned<Texts>| wordings(rule, source, names, texts);
        Ok(Template { ja: texts(self.ja)?, en: texts(self.en)? })
    }
}

impl Template {
    /// The first text whose values are all there, with them in it.
    #[must_use]
    pub fn fill(&self, language: Language, value: impl Fn(&str) -> Option<String>) -> String {
        let wordings = self.wordings(language);
        let full = wordings.iter().find_map(|wording| wording.fill(&value));
        // A check that keeps back a value of its own shows by the braces; examples look for them.
        full.unwrap_or_else(|| {
            self.plainest(language, |name| value(name).unwrap_or_else(|| format!("{{{name}}}")))
        })
    }

    /// The plainest text, with … for its values: what it says of no sheet in particular.
    #[must_use]
    pub fn in_general(&self, language: Language) -> String {
        self.plainest(language, |_| "…".to_owned())
    }

    fn plainest(&self, language: Language, value: impl Fn(&str) -> String) -> String {
        let last = self.wordings(language).last();
        last.and_then(|wording| wording.fill(&|name: &str| Some(value(name)))).unwrap_or_default()
    }

    const fn wordings(&self, language: Language) -> &[Wording] {
        match language {
            Language::Japanese => self.ja.as_slice(),
            Language::English => self.en.as_slice(),
        }
    }
}

impl Wording {
    fn fill(&self, value: &impl Fn(&str) -> Option<String>) -> Option<String> {
        let mut filled = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => filled.push_str(text),
                Part::Value(name) => filled.push_str(&value(name)?),
            }
        }
        Some(filled)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Value(name) => Some(&**name),
            Part::Text(_) => None,
        })
    }
}

fn wordings(
    rule: &str,
    source: &str,
    names: Names<'_>,
    texts: Spanned<Texts>,
) -> Result<Vec<Wording>, RuleFileError> {
    let span = texts.span();
    let fault = |ja: String, en: String| RuleFileError {
        rule: rule.to_owned(),
        ja,
        en,
        span: Some(span.clone()),
    };
    let texts = match texts.into_inner() {
        Texts::One(text) => vec![text],
        Texts::Several(texts) => texts,
    };
    let wordings = texts
        .iter()
        .map(|text| {
            parse(text).ok_or_else(|| {
                fault(
                    format!("「{text}」の波かっこが組になっていません。"),
                    format!("the braces of `{text}` do not pair"),
                )
            })
        })
        .collect::<Result<Vec<_>, _>>()?;
    let known = || names.sure.iter().chain(names.unsure);
    for name in wordings.iter().flat_map(Wording::names) {
        if !known().any(|known| *known == name) {
            // Its place within the texts, where they are written without escapes.
            let written = format!("{{{name}}}");
            let at = source.get(span.clone()).and_then(|texts| texts.find(&written));
            let place = at.map_or_else(
                || span.clone(),
                |at| span.start + at + 1..span.start + at + 1 + name.len(),
            );
            let name = Spanned::new(place, name.to_owned());
            return Err(unknown(rule, "値", "value", &name, known()));
        }
    }
    let Some(last) = wordings.last() else {
        return Err(fault("文がありません。".to_owned(), "there is no text".to_owned()));
    };
    if let Some(name) = last.names().find(|name| !names.sure.contains(name)) {
        return Err(fault(
            format!("{{{name}}} は無いことがあるので、それを使わない文を最後に加えます。"),
            format!("`{{{name}}}` may be missing: add a last text without it"),
        ));
    }
    Ok(wordings)
}

/// The parts of a text; `None` where a brace has no partner.
fn parse(text: &str) -> Option<Wording> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        if before.contains('}') || name.contains('{') {
            return None;
        }
        parts.extend((!before.is_empty()).then(|| Part::Text(before.to_owned())));
        parts.push(Part::Value(name.to_owned()));
        rest = after;
    }
    if rest.contains('}') {
        return None;
    }
    parts.extend((!rest.is_empty()).then(|| Part::Text(rest.to_owned())));
    Some(Wording(parts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;

    /// A rule whose advice is this, written as in a rule file.
    fn rule(advice: &str) -> String {
        format!(
            "title = {{ ja = \"題\", en = \"title\" }}\nguideline = \"3\"\nseverity = \"error\"\n\
             message = {{ ja = \"文\", en = \"text\" }}\nwhy = {{ ja = \"訳\", en = \"why\" }}\n\
             advice = {{ ja = {advice}, en = \"text\" }}\n\
             [scope]\nfields = [\"target\"]\n[match]\nany = [\"[努める]\"]\n"
        )
    }

    fn refused(advice: &str) -> (String, String) {
        let source = rule(advice);
        let error = Rules::none().add("target/mine", &source).expect_err("it is a mistake");
        let place = error.span.clone().and_then(|span| source.get(span)).unwrap_or_default();
        (error.en, place.to_owned())
    }

    #[test]
    fn the_first_text_whose_values_are_there_is_used() {
        let mut rules = Rules::none();
        let source = rule(r#"["「{object}」をどうしますか。", "「{hit}」とは何ですか。"]"#);
        rules.add("target/mine", &source).expect("the rule file is right");
        let advice = &rules.all()[0].advice;
        let value = |there: &'static [&str]| {
            move |name: &str| there.contains(&name).then(|| name.to_uppercase())
        };
        let filled = |there| advice.fill(Language::Japanese, value(there));
        assert_eq!(filled(&["object", "hit"]), "「OBJECT」をどうしますか。");
        assert_eq!(filled(&["hit"]), "「HIT」とは何ですか。");
        assert_eq!(filled(&[]), "「{hit}」とは何ですか。");
        assert_eq!(advice.in_general(Language::Japanese), "「…」とは何ですか。");
    }

    #[test]
    fn a_name_that_is_no_value_is_shown_where_it_stands() {
        let (message, place) = refused(r#"["「{objekt}」をどうしますか。", "文"]"#);
        assert_eq!(place, "objekt");
        assert!(message.contains("`objekt`") && message.contains("object"), "{message}");
    }

    #[test]
    fn the_last_text_needs_nothing_that_may_be_missing() {
        let (message, place) = refused(r#""「{object}」をどうしますか。""#);
        assert_eq!(place, "\"「{object}」をどうしますか。\"");
        assert!(message.contains("add a last text"), "{message}");
    }

    #[test]
    fn braces_pair_and_a_text_is_there() {
        for advice in [r#""「{hit」""#, r#""hit}""#, r#""{a{hit}}""#] {
            assert!(refused(advice).0.contains("braces"), "{advice}");
        }
        assert!(refused("[]").0.contains("no text"));
        assert!(refused("3").0.contains("expected a string or an array of strings"));
    }
}
