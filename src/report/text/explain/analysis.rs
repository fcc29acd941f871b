//! How a text is understood: its words, phrases, clauses, figures and times, whether it can be
//! checked, and what each rule says of it.

mod names;

use self::names::{
    condition, doing, flag, head_kind, inside, link, measure, role, time_kind, time_value,
};
use super::{Cell, Ink, Language, Page, Style, Word, field, ink, passage, table, words};
use crate::language::lexicon::Classes;
use crate::language::predicate::{Argument, Clause, Head};
use crate::language::{Checkable, Grammar, Unit};
use crate::rules::{Checker, Kind, Rule, Verdict};
use crate::sheet::Field;

const MORPHEMES: Word = Word::new("語", "Words");
const PHRASES: Word = Word::new("文節（→ 係る先）", "Phrases (→ what they hang on)");
const CLAUSES: Word = Word::new("節と述語", "Clauses and their predicates");
const FIGURES: Word = Word::new("数値", "Figures");
const TIMES: Word = Word::new("時期", "Times");
const CHECKABLE: Word = Word::new("達成を判断できるか", "Can it be checked?");
const RULES: Word = Word::new("規則", "Rules");

/// The analysis of each unit of `text`; with a checker also what the rules of a field say of it.
#[must_use]
pub fn analysis(
    grammar: &Grammar,
    text: &str,
    rules: Option<(&Checker, Field)>,
    style: Style,
) -> String {
    let mut page = style.page();
    for unit in grammar.analyze(text) {
        page.gap();
        let shown = Shown { grammar, unit: &unit, language: style.language };
        shown.write(&mut page);
        if let Some((checker, field)) = rules {
            write_verdicts(&mut page, &shown, text, checker, field);
        }
    }
    page.finish()
}

/// A unit in the making of its explanation.
struct Shown<'a> {
    grammar: &'a Grammar,
    unit: &'a Unit,
    language: Language,
}

impl Shown<'_> {
    fn write(&self, page: &mut Page) {
        page.paragraph(0, Ink::Heading, &format!("■ {}", self.unit.text()));
        self.section(page, MORPHEMES, self.morphemes());
        self.section(page, PHRASES, self.phrases());
        self.section(page, CLAUSES, self.clauses());
        self.section(page, FIGURES, self.figures());
        self.section(page, TIMES, self.times());
        self.section(page, CHECKABLE, self.checkable());
    }

    fn section(&self, page: &mut Page, heading: Word, rows: Vec<Vec<Cell>>) {
        if !rows.is_empty() {
            page.gap();
            page.paragraph(0, Ink::Goal, heading.of(self.language));
            table(page, 2, &rows);
        }
    }

    /// Surface, base form where it differs, part of speech, and what else is known of the word.
    fn morphemes(&self) -> Vec<Vec<Cell>> {
        let text = self.unit.text();
        let row = |token: &crate::language::Token| {
            let (surface, base) = (token.surface(text), token.base(text));
            let mut notes = self.lexicons(self.grammar.lexicons().classes(base));
            notes.extend(inside(token.inside).map(|word| word.of(self.language).to_owned()));
            // IPADIC knows digits in full width only; nobody misses the others.
            if !token.known && !surface.chars().all(|c| c.is_ascii_digit()) {
                notes.push(self.language.pick("辞書にない語", "not in the dictionary").to_owned());
            }
            vec![
                plain(surface),
                (Ink::Faint, if base == surface { String::new() } else { base.to_owned() }),
                plain(token.pos.name()),
                (Ink::Faint, notes.join(" ")),
            ]
        };
        self.unit.tokens.iter().map(row).collect()
    }

    /// Content and function words, the phrase it hangs on, and how.
    fn phrases(&self) -> Vec<Vec<Cell>> {
        let unit = self.unit;
        let row = |(at, phrase): (usize, &crate::language::phrase::Phrase)| {
            let function = unit.words(phrase.content.end..phrase.end);
            let content = unit.words(phrase.content.clone());
            let words = match function {
                "" => content.to_owned(),
                function => format!("{content}｜{function}"),
            };
            let governor = phrase.governor.map(|governor| {
                let of = unit.phrases.get(governor).map(|phrase| phrase.content.clone());
                format!("→ {} {}", governor + 1, unit.words(of.unwrap_or_default()))
            });
            let mut notes = vec![role(phrase.role).of(self.language).to_owned()];
            if phrase.embedded {
                notes.push(self.language.pick("修飾節の中", "inside a description").to_owned());
            }
            notes.extend(phrase.flags.names().iter().map(|name| flag(name, self.language)));
            vec![
                (Ink::Faint, format!("{:>2}", at + 1)),
                plain(&words),
                plain(&governor.unwrap_or_default()),
                (Ink::Faint, notes.join(self.language.pick("、", ", "))),
            ]
        };
        unit.phrases.iter().enumerate().map(row).collect()
    }

    fn clauses(&self) -> Vec<Vec<Cell>> {
        let clauses = self.unit.clauses.iter().enumerate();
        clauses.flat_map(|(at, clause)| self.clause(at, clause)).collect()
    }

    /// Heads from the outermost to the innermost, subject, object, and what the function words say.
    fn clause(&self, at: usize, clause: &Clause) -> Vec<Vec<Cell>> {
        let language = self.language;
        let heads: Vec<_> = clause.heads.iter().map(|head| self.head(head)).collect();
        let heads = match heads.is_empty() {
            true => language.pick("なし", "none").to_owned(),
            false => heads.join(" ← "),
        };
        let mut facts = vec![(language.pick("述語", "heads"), heads)];
        let argument = |argument: &Option<Argument>| {
            let words = self.unit.words(argument.as_ref()?.tokens.clone());
            (!words.is_empty()).then(|| words.to_owned())
        };
        let subject = argument(&clause.subject);
        facts.extend(subject.map(|words| (language.pick("主語", "subject"), words)));
        let object = argument(&clause.object);
        facts.extend(object.map(|words| (language.pick("対象", "object"), words)));
        let flags: Vec<_> = clause.flags.names().iter().map(|name| flag(name, language)).collect();
        if !flags.is_empty() {
            facts.push((language.pick("活用", "flags"), flags.join(language.pick("、", ", "))));
        }
        let ending = clause
            .link
            .map_or(language.pick("文の終わり", "the end"), |to| link(to).of(language));
        facts.push((language.pick("続き方", "leads on"), ending.to_owned()));
        let row = |(number, (label, fact)): (usize, (&str, String))| {
            let clause = if number == 0 { format!("{:>2}", at + 1) } else { String::new() };
            vec![(Ink::Faint, clause), (Ink::Faint, label.to_owned()), plain(&fact)]
        };
        facts.into_iter().enumerate().map(row).collect()
    }

    fn head(&self, head: &Head) -> String {
        let mut parts = vec![head_kind(head.kind).of(self.language).to_owned()];
        parts.extend(self.lexicons(head.classes));
        let notes = parts.join(" ");
        self.language.pick(format!("{}（{notes}）", head.word), format!("{} ({notes})", head.word))
    }

    fn lexicons(&self, classes: Classes) -> Vec<String> {
        self.grammar.lexicons().names_of(classes).map(|name| format!("@{name}")).collect()
    }

    fn figures(&self) -> Vec<Vec<Cell>> {
        let language = self.language;
        let row = |figure: &crate::language::figure::Figure| {
            let text = self.unit.text();
            let mut notes = vec![measure(figure.measure).of(language).to_owned()];
            if figure.name {
                notes.push(language.pick("名前の一部", "part of a name").to_owned());
            }
            if let Some((start, end)) = figure.hedge {
                let hedge = text.get(start..end).unwrap_or_default();
                notes.push(
                    language.pick(format!("「{hedge}」であいまい"), format!("hedged “{hedge}”")),
                );
            }
            if figure.bound {
                notes.push(language.pick("境目あり", "a bound").to_owned());
            }
            vec![
                plain(text.get(figure.start..figure.end).unwrap_or_default()),
                (Ink::Faint, notes.join(language.pick("、", ", "))),
            ]
        };
        self.unit.figures.iter().map(row).collect()
    }

    fn times(&self) -> Vec<Vec<Cell>> {
        let language = self.language;
        let row = |time: &crate::language::Time| {
            let notes = [time_kind(time.kind()), time_value(time)].map(|word| word.of(language));
            vec![
                plain(self.unit.text().get(time.start..time.end).unwrap_or_default()),
                (Ink::Faint, notes.join(language.pick("、", ", "))),
            ]
        };
        self.unit.times.iter().map(row).collect()
    }

    /// The verdict, what decides it, and what the means would make of the unit.
    fn checkable(&self) -> Vec<Vec<Cell>> {
        let language = self.language;
        let checkable = self.grammar.checkable(self.unit);
        let text = self.unit.text();
        let figure = |number: usize| {
            let figure = self.unit.figures.get(number);
            figure.and_then(|f| text.get(f.start..f.end)).unwrap_or_default()
        };
        let (verdict, reason) = match &checkable {
            Checkable::Level(number) => {
                let figure = figure(*number);
                let ja = format!("「{figure}」が達成の水準になります。");
                (true, language.pick(ja, format!("“{figure}” is a level to be reached.")))
            }
            Checkable::Dated(number) => {
                let time = self.unit.times.get(*number);
                let time = time.and_then(|t| text.get(t.start..t.end)).unwrap_or_default();
                let ja = format!("「{time}」が期日になります。");
                (true, language.pick(ja, format!("“{time}” says by when.")))
            }
            Checkable::Delivered(tokens) => {
                let product = self.unit.words(tokens.clone());
                let ja = format!("「{product}」は、できたかどうかが分かります。");
                (true, language.pick(ja, format!("“{product}” is done or not.")))
            }
            Checkable::Hedged(number) => {
                let figure = figure(*number);
                let ja = format!("「{figure}」は幅のある数字で、境目がありません。");
                (false, language.pick(ja, format!("“{figure}” is hedged: there is no line.")))
            }
            Checkable::No => (false, self.not_checkable()),
        };
        let (verdict, ink) = match (verdict, &checkable) {
            (true, _) => (language.pick("できる（exact）", "yes (exact)"), Ink::Goal),
            (_, Checkable::No) => (language.pick("できない（no）", "no (no)"), Ink::Warning),
            _ => (language.pick("あいまい（hedged）", "vaguely (hedged)"), Ink::Warning),
        };
        let act = doing(self.grammar.doing(self.unit, &checkable));
        let label = language.pick("手段としては", "as a means");
        vec![
            vec![(ink, verdict.to_owned()), plain(&reason)],
            vec![(Ink::Faint, label.to_owned()), plain(act.of(language))],
        ]
    }

    /// What there is, and why none of it decides.
    fn not_checkable(&self) -> String {
        let language = self.language;
        let quoted = |spans: Vec<(usize, usize)>| {
            let words = |(start, end)| self.unit.text().get(start..end).unwrap_or_default();
            let words = spans.into_iter().map(words);
            let words: Vec<_> =
                words.map(|w| language.pick(format!("「{w}」"), format!("“{w}”"))).collect();
            words.join(language.pick("", ", "))
        };
        let figures = quoted(self.unit.figures.iter().map(|f| (f.start, f.end)).collect());
        let times = quoted(self.unit.times.iter().map(|t| (t.start, t.end)).collect());
        let mut reasons = Vec::new();
        if !figures.is_empty() {
            let ja = format!("{figures}は達成の水準ではありません。");
            reasons.push(language.pick(ja, format!("{figures}: no level to be reached.")));
        }
        if !times.is_empty() {
            let ja = format!("{times}は、できあがりや取組の期日ではありません。");
            reasons.push(language.pick(ja, format!("{times}: no date of a product or an act.")));
        }
        if reasons.is_empty() {
            reasons.push(
                language
                    .pick(
                        "数値も期日も、できあがるものの名前もありません。",
                        "No figure, no date, and no named thing that gets finished.",
                    )
                    .to_owned(),
            );
        }
        reasons.join(language.pick("", " "))
    }
}

/// What each rule of the field says of the unit, and which condition decided.
fn write_verdicts(
    page: &mut Page,
    shown: &Shown<'_>,
    text: &str,
    checker: &Checker,
    of_field: Field,
) {
    let language = shown.language;
    let verdicts = checker.verdicts(of_field, shown.unit);
    page.gap();
    let heading = field(language, of_field);
    let rules = RULES.of(language);
    page.paragraph(
        0,
        Ink::Goal,
        &language.pick(format!("{rules}（{heading}）"), format!("{rules} ({heading})")),
    );
    let fires =
        |id: &str| verdicts.iter().any(|(rule, v)| rule.id == id && matches!(v, Verdict::Fires(_)));
    let range = &shown.unit.range;
    let sentence: String = text.chars().skip(range.start).take(range.len()).collect();
    let mut conditions = Vec::new();
    for (rule, verdict) in &verdicts {
        match verdict {
            Verdict::Fires(range) => {
                let before = rule.after.iter().find(|id| fires(id));
                write_firing(page, rule, before, language);
                let start = shown.unit.range.start;
                let marked = range.start.saturating_sub(start)..range.end.saturating_sub(start);
                passage(page, 4, "| ", &sentence, &marked);
            }
            Verdict::Silent(against) => {
                conditions.extend(against);
                write_silent(page, rule, against, language);
            }
        }
    }
    conditions.sort_unstable();
    conditions.dedup();
    let row = |name: &str| {
        let meaning = condition(name)?.of(language);
        Some(vec![(Ink::Faint, name.to_owned()), (Ink::Faint, meaning.to_owned())])
    };
    let rows: Vec<_> = conditions.into_iter().filter_map(row).collect();
    if !rows.is_empty() {
        page.gap();
        table(page, 2, &rows);
    }
    write_others(page, checker, of_field, language);
}

fn write_firing(page: &mut Page, rule: &Rule, before: Option<&String>, language: Language) {
    let word = words::severity(rule.severity).of(language);
    let note = before.map(|other| {
        language.pick(
            format!("{other} が指摘するので、こちらは出ません。"),
            format!("silent beside {other}, which fires"),
        )
    });
    let note = note.unwrap_or_else(|| language.pick("指摘します", "fires").to_owned());
    page.flow(2, [(Ink::Plain, &*rule.id), (ink(rule.severity), word), (Ink::Plain, &*note)]);
}

/// Which condition of each case said no.
fn write_silent(page: &mut Page, rule: &Rule, against: &[&str], language: Language) {
    let silent = language.pick("指摘しません", "silent");
    let conditions = match against {
        [first, rest @ ..] if rest.iter().all(|other| other == first) => (*first).to_owned(),
        several => {
            let numbered = (1..).zip(several).map(|(case, name)| format!("{case} {name}"));
            let numbered: Vec<_> = numbered.collect();
            numbered.join(language.pick("、", ", "))
        }
    };
    let label = format!("{}  {silent}", rule.id);
    page.labelled(2, (Ink::Plain, &label), Ink::Faint, &conditions);
}

/// Rules that look at more than a unit are named, so that nobody waits for them here.
fn write_others(page: &mut Page, checker: &Checker, of_field: Field, language: Language) {
    let others: Vec<_> = checker
        .rules()
        .all()
        .iter()
        .filter(|rule| rule.fields.contains(&of_field) && !matches!(rule.kind, Kind::Units(_)))
        .map(|rule| &*rule.id)
        .collect();
    if !others.is_empty() {
        let others = others.join(language.pick("、", ", "));
        page.gap();
        page.paragraph(
            2,
            Ink::Faint,
            &language.pick(
                format!("一文だけでは決まらない規則: {others}"),
                format!("Rules that look at more than a sentence: {others}"),
            ),
        );
    }
}

fn plain(text: &str) -> Cell {
    (Ink::Plain, text.to_owned())
}
