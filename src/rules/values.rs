//! What texts of a finding can say in the sheet's own words: `{act}`, `{object}`, `{title}`.
//!
//! Only what grammar is sure of is a value; where it is not, [`Values::get`] has none and the rule's
//! next text is used. Nothing is computed that no text asks for.

use std::ops::Range;

use super::Analysis;
use super::form::FormPlace;
use crate::language::dictionary::Pos;
use crate::language::lexicon::WordRole;
use crate::language::phrase::{Flags, Phrase, Role};
use crate::language::predicate::{Argument, Clause, Head, Kind};
use crate::language::{Grammar, Unit};
use crate::sheet::Field;

/// Values that every rule on a goal may name.
pub(super) const OF_SHEET: &[&str] = &["title", "target"];

/// Values that rules on units and on fields together may name, those of [`OF_SHEET`] included.
pub(super) const ALL: &[&str] = &[
    "title", "target", "act", "state", "object", "subject", "measure", "event", "thinking",
    "relation", "figure",
];

/// No more characters of her own words than a reader takes in as one thing.
const MOST: usize = 24;

/// A title or a target of no more characters is named whole.
const MOST_WHOLE: usize = 32;

/// The values of one finding.
pub(super) struct Values<'a> {
    /// What the check itself gives, `hit` included.
    pub own: &'a [(&'static str, String)],
    /// The sheet.
    pub analysis: &'a Analysis<'a>,
    /// Where the finding stands.
    pub place: &'a FormPlace,
    /// The other side of a finding that compares two fields.
    pub related: &'a [FormPlace],
}

impl Values<'_> {
    /// The value of this name, if it is there.
    pub fn get(&self, name: &str) -> Option<String> {
        if let Some((_, own)) = self.own.iter().find(|(known, _)| *known == name) {
            return Some(own.clone());
        }
        match name {
            "title" => self.brief(Field::Title),
            "target" => self.brief(Field::Target),
            "figure" => self.hedged(),
            _ => {
                let unit = self.unit()?;
                let clause = Wording::new(self.analysis.grammar, unit, &self.place.range)?;
                clause.get(name)
            }
        }
        .filter(|words| is_whole(words))
        .map(|words| words.replace('「', "『").replace('」', "』"))
    }

    /// A field in brief: the unit of it that the finding is also about, or else its first one; where
    /// that is long what it says is done.
    fn brief(&self, field: Field) -> Option<String> {
        let compared = self.related.iter().find(|place| place.field == field);
        let about = |unit: &&Unit| compared.is_none_or(|place| overlap(&unit.range, &place.range));
        let unit = self.analysis.units(self.place.goal?, field).find(about)?;
        let text = unit.text().trim_end_matches('。');
        let Some((end, _)) = text.char_indices().nth(MOST_WHOLE) else {
            return Some(text.to_owned());
        };
        let act = Wording::new(self.analysis.grammar, unit, &unit.range).and_then(|of| of.act());
        Some(act.unwrap_or_else(|| format!("{}…", &text[..end])))
    }

    /// The figure of a finding on a hedged one, without its hedge.
    fn hedged(&self) -> Option<String> {
        let unit = self.unit()?;
        let figure = unit.figures.iter().find(|figure| {
            figure.hedge.is_some_and(|(start, end)| {
                let (start, end) = (figure.start.min(start), figure.end.max(end));
                unit.positions_of_bytes(start, end) == self.place.range
            })
        })?;
        let goal = self.analysis.sheet.goals.get(self.place.goal?)?;
        let range = unit.positions_of_bytes(figure.start, figure.end);
        Some(goal.field(self.place.field).slice(range).to_owned())
    }

    /// The unit of the finding; the last one, which governs, of a finding on a whole field.
    fn unit(&self) -> Option<&Unit> {
        let range = &self.place.range;
        let units = self.analysis.units(self.place.goal?, self.place.field);
        units.filter(|unit| overlap(&unit.range, range)).last()
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether every bracket has its partner: words cut out of a quotation are nobody's words.
fn is_whole(words: &str) -> bool {
    let count = |open: &[char]| words.matches(open).count();
    count(&['「', '『']) == count(&['」', '』']) && count(&['（', '(']) == count(&['）', ')'])
}

/// The words of the clause that a finding is about.
struct Wording<'a> {
    grammar: &'a Grammar,
    unit: &'a Unit,
    clause: &'a Clause,
}

impl<'a> Wording<'a> {
    /// The last clause that the finding touches.
    fn new(grammar: &'a Grammar, unit: &'a Unit, hit: &Range<usize>) -> Option<Self> {
        let touched = |clause: &&Clause| {
            let first = unit.phrases.get(clause.phrases.start).map(|p| p.content.start);
            let last = clause.phrases.end.checked_sub(1).and_then(|last| unit.phrases.get(last));
            first
                .zip(last)
                .is_some_and(|(first, last)| overlap(&unit.positions(first..last.end), hit))
        };
        let clauses = unit.clauses.iter().rev().filter(|clause| !clause.heads.is_empty());
        clauses.clone().find(touched).map(|clause| Self { grammar, unit, clause })
    }

    fn get(&self, name: &str) -> Option<String> {
        let known = self.grammar.known();
        match name {
            "act" => self.act(),
            // 「誰もが使いやすいホームページ」: what is to be there, where nothing is done to it.
            "state" => {
                let head = self.clause.head().filter(|head| head.kind == Kind::Noun)?;
                let state = self.with_dependents(head.phrase, head.tokens.clone())?;
                (state.chars().count() > head.tokens.len() + 3).then_some(state)
            }
            "object" => self.argument(self.clause.object.as_ref()?),
            "subject" => self.argument(self.clause.subject.as_ref()?),
            // A rate or a number has a level; the level itself is for her to say.
            "measure" => {
                let measured = |of: &&Argument| {
                    let classes = self.grammar.noun_classes(self.unit, of.tokens.clone());
                    classes.intersects(known.measure)
                };
                let mut told = self.clause.object.iter().chain(&self.clause.subject);
                self.argument(told.find(measured)?)
            }
            // 「講座の開催」: what can be held so many times, with so many people.
            "event" => {
                let held = |head: &&Head| matches!(&*head.word, "開催" | "開く");
                let object = self.clause.heads.iter().find(held)?.of.as_ref()?;
                let classes = self.grammar.noun_classes(self.unit, object.tokens.clone());
                classes.intersects(known.event).then(|| self.argument(object))?
            }
            "thinking" => {
                let head = self.said()?;
                head.classes.intersects(known.thinking).then(|| self.act())?
            }
            "relation" => {
                let mut heads = self.clause.heads.iter();
                heads.any(|head| head.classes.intersects(known.relation)).then(|| self.act())?
            }
            _ => None,
        }
    }

    /// The head that tells something: 強化 of 「強化を図る」, 広げる of 「広げることが欠かせない」.
    fn said(&self) -> Option<&'a Head> {
        let known = self.grammar.known();
        let judged = known.judgements().union(known.effort).union(known.intention);
        // 「充実」 is a verdict of what is rich and what makes it so.
        let done = known.act.union(known.direction).union(known.deliverable);
        let telling = |head: &&Head| {
            (!head.classes.intersects(judged) || head.classes.intersects(done))
                && !self.grammar.lexicons().has_role(&head.word, WordRole::Transparent)
        };
        let named = |head: &&Head| {
            head.kind == Kind::VerbalNoun && !head.classes.intersects(known.judgements())
        };
        let heads = &self.clause.heads;
        heads.iter().find(telling).or_else(|| heads.last().filter(named))
    }

    /// What is done, as a noun with what it is done to: 「情報発信の強化」「声かけの輪を広げること」.
    fn act(&self) -> Option<String> {
        let Some(head) = self.said() else { return self.aimed_at() };
        let phrase = self.unit.phrases.get(head.phrase)?;
        let text = self.unit.text();
        let last = self.unit.tokens.get(head.tokens.end.checked_sub(1)?)?;
        let predicates = self.grammar.known().predicates();
        match head.kind {
            Kind::Adjective => return None,
            Kind::Noun if !head.classes.intersects(predicates) => return None,
            Kind::Noun | Kind::VerbalNoun => {
                return self.with_dependents(head.phrase, head.tokens.clone());
            }
            Kind::Verb => {}
        }
        if phrase.flags.has(Flags::NEGATED) {
            return None;
        }
        let turned = [Flags::PASSIVE, Flags::CAUSATIVE, Flags::POTENTIAL, Flags::OTHERS_ACT]
            .into_iter()
            .any(|flag| phrase.flags.has(flag));
        let verbal_noun = head.tokens.len() > 1
            && matches!(last.base(text), "する" | "できる" | "いたす" | "致す" | "なさる");
        if verbal_noun {
            let noun = head.tokens.start..head.tokens.end - 1;
            if let Some(object) = self.beside(head) {
                let object = self.argument(&object)?;
                return Some(format!("{object}の{}", self.unit.words(noun)));
            }
            let act = self.with_dependents(head.phrase, noun)?;
            return (!turned).then(|| format!("{act}すること"));
        }
        let stem = self.with_dependents(head.phrase, head.tokens.clone())?;
        let stem = stem.strip_suffix(last.surface(text))?;
        // 「検討を行う」 is an entry of its own, and no more than 「検討」.
        if let Some(noun) = stem.strip_suffix('を').filter(|_| last.base(text) == "行う") {
            return Some(noun.to_owned());
        }
        (!turned).then(|| format!("{stem}{}こと", last.base(text)))
    }

    /// The act that an effort goes into: 「工事の発注に全力を挙げる」.
    fn aimed_at(&self) -> Option<String> {
        let effort = self.clause.head()?;
        let phrases = self.clause.phrases.start..effort.phrase;
        let aim = phrases.rev().find_map(|at| {
            let phrase = self.unit.phrases.get(at)?;
            let aim = phrase.governor == Some(effort.phrase) && phrase.role == Role::Goal;
            let last = self.unit.tokens.get(phrase.content.end.checked_sub(1)?)?;
            (aim && !phrase.predicate && last.is_verbal_noun())
                .then(|| Argument { phrase: at, tokens: phrase.content.clone() })
        });
        self.argument(&aim?)
    }

    /// The noun right before a verbal noun, which would stand before it with の as well.
    fn beside(&self, head: &Head) -> Option<Argument> {
        let phrase = self.unit.phrases.get(head.phrase)?;
        let at = head.phrase.checked_sub(1)?;
        let before = self.unit.phrases.get(at)?;
        let fits = before.governor == Some(head.phrase)
            && phrase.content.start == head.tokens.start
            && !before.predicate
            && !before.comma
            && match before.role {
                Role::Object => true,
                Role::Subject => !phrase.flags.has(Flags::CAUSATIVE),
                _ => false,
            };
        fits.then(|| Argument { phrase: at, tokens: before.content.clone() })
    }

    /// A noun phrase with what describes it.
    fn argument(&self, argument: &Argument) -> Option<String> {
        let phrase = self.unit.phrases.get(argument.phrase)?;
        let tokens = if phrase.predicate {
            phrase.content.start..phrase.formal? + 1
        } else {
            argument.tokens.clone()
        };
        // 「積極的に取り組む」: a manner is no thing.
        let last = self.unit.tokens.get(tokens.end.checked_sub(1)?)?;
        if !last.is_noun() || matches!(last.pos, Pos::NOUN_ADJECTIVAL | Pos::NOUN_SUFFIX_ADJECTIVAL)
        {
            return None;
        }
        let words = self.with_dependents(argument.phrase, tokens)?;
        // 「これ」 and 「会」 tell a reader nothing.
        (words.chars().count() > 1).then_some(words)
    }

    /// Tokens of a phrase with the phrases before it that hang on it, as far as they are not too
    /// long: in Japanese what is left out on the left only describes what follows.
    fn with_dependents(&self, at: usize, tokens: Range<usize>) -> Option<String> {
        let phrases = &self.unit.phrases;
        let length = |start: usize| self.unit.words(start..tokens.end).chars().count();
        let own = phrases.get(at)?.content.start.min(tokens.start);
        if length(own) > MOST {
            // 「高齢者見守りネットワーク整備」 without what is compounded with it.
            return (length(tokens.start) <= MOST).then(|| self.unit.words(tokens).to_owned());
        }
        let (mut first, mut start) = (at, own);
        for before in (self.clause.phrases.start..at).rev() {
            let Some(phrase) = phrases.get(before) else { break };
            let hangs = phrase.governor.is_some_and(|governor| (first..=at).contains(&governor));
            let describes = !matches!(phrase.role, Role::Topic | Role::Link(_) | Role::End);
            if !hangs || !describes {
                break;
            }
            if length(phrase.content.start) > MOST {
                // 「支援を必要とする人」 are not 「必要とする人」.
                let verb = phrase.governor.filter(|verb| {
                    *verb < at && matches!(phrase.role, Role::Object | Role::Goal | Role::With)
                });
                if let Some(verb) = verb {
                    first = verb + 1;
                    start = if first == at { own } else { phrases.get(first)?.content.start };
                }
                break;
            }
            first = before;
            start = phrase.content.start;
        }
        // How it is done is no part of what is done.
        let manner = |phrase: &Phrase| {
            phrase.governor == Some(at) && matches!(phrase.role, Role::Manner | Role::Bare)
        };
        while first < at && phrases.get(first).is_some_and(manner) {
            first += 1;
            start = if first == at { own } else { phrases.get(first)?.content.start };
        }
        Some(self.unit.words(start..tokens.end).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Goal, Sheet, Text};

    /// The value that a finding on the whole of a text has.
    fn value(name: &str, text: &str) -> Option<String> {
        of_goal(name, &[(Field::Target, text)], Field::Target)
    }

    fn of_goal(name: &str, texts: &[(Field, &str)], field: Field) -> Option<String> {
        let mut goal = Goal::new("1");
        for (field, text) in texts {
            goal.set(*field, Text::from(*text));
        }
        let place = FormPlace::whole(0, field, goal.field(field));
        let sheet = Sheet { goals: vec![goal], ..Sheet::default() };
        let grammar = Grammar::built_in();
        let analysis = Analysis::new(&grammar, &sheet);
        Values { own: &[], analysis: &analysis, place: &place, related: &[] }.get(name)
    }

    #[test]
    fn what_is_done_is_a_noun_with_what_it_is_done_to() {
        for (text, act) in [
            ("情報発信の強化を図る。", "情報発信の強化"),
            ("出前講座を積極的に開催します。", "出前講座を積極的に開催すること"),
            ("市民への周知啓発に努める", "市民への周知啓発"),
            ("地域の声かけの輪を広げていく", "地域の声かけの輪を広げること"),
            ("計画の見直しを進めます", "計画の見直し"),
            ("支援体制が整備されている", "支援体制の整備"),
            ("課題について検討を行う", "検討"),
            ("水害への備えとして、第2工区の工事の発注に全力を挙げる", "第2工区の工事の発注"),
        ] {
            assert_eq!(value("act", text).as_deref(), Some(act), "{text}");
        }
    }

    #[test]
    fn where_grammar_is_not_sure_there_is_no_value() {
        assert_eq!(value("act", "全力を尽くす"), None);
        assert_eq!(value("act", "戦争体験を風化させない"), None);
        assert_eq!(value("object", "積極的に取り組む"), None);
        assert_eq!(value("measure", "地域の防犯力の向上"), None);
        assert_eq!(value("event", "橋の点検を実施する"), None);
        assert_eq!(value("act", ""), None);
    }

    #[test]
    fn what_can_be_measured_or_held_is_told() {
        assert_eq!(value("measure", "検診の受診率の向上").as_deref(), Some("検診の受診率"));
        assert_eq!(value("event", "出前講座の開催").as_deref(), Some("出前講座"));
        assert_eq!(value("event", "河川パトロールを実施する"), None);
        let state = value("state", "誰にとっても使いやすいホームページ");
        assert_eq!(state.as_deref(), Some("誰にとっても使いやすいホームページ"));
        assert_eq!(value("relation", "関係機関との連携").as_deref(), Some("関係機関との連携"));
        assert_eq!(value("figure", "おおむね80%"), Some("80%".into()));
        assert_eq!(value("subject", "若い世代の参加が少ない").as_deref(), Some("若い世代の参加"));
    }

    #[test]
    fn words_are_not_longer_than_a_reader_takes_in() {
        let long = "山あいの集落に暮らす高齢者の通院と買物を支える乗合タクシーの運行の充実を図る";
        let act = value("act", long).expect("it is told");
        assert!(act.ends_with("乗合タクシーの運行の充実") && act.chars().count() <= MOST, "{act}");
        let cut =
            value("act", "身近な場所での支援を必要とする人が安心して暮らし続けられる環境づくり");
        assert_eq!(cut.as_deref(), Some("人が安心して暮らし続けられる環境づくり"));
    }

    #[test]
    fn quoted_words_stay_quoted_in_quotation_marks() {
        let act = value("act", "「声の広報」の配布を進める");
        assert_eq!(act.as_deref(), Some("『声の広報』の配布"));
    }

    #[test]
    fn another_field_is_told_in_brief() {
        let target = "・山あいの集落に暮らす高齢者の通院と買物を支える、乗合タクシーの運行の充実を図る。\n・調査";
        let texts = [(Field::Target, target), (Field::Title, "交通の確保")];
        let of = |name| of_goal(name, &texts, Field::Target);
        assert_eq!(of("title").as_deref(), Some("交通の確保"));
        assert!(of("target").is_some_and(|brief| brief.ends_with("運行の充実")));
    }
}
