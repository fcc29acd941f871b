//! Effect or not: whether a unit of the outcome tells a change for those it is for.
//!
//! `criteria.md`, `outcome/not-an-effect`: a state or change of citizens, the community, users, staff
//! or the environment is an effect; an output, an act or an intention of the office is none, whatever
//! its ending. What decides is the last clause: who does or is it, and in which voice.

use super::lexicon::Classes;
use super::phrase::{Flags, Link, Phrase, Role};
use super::predicate::{Argument, Clause, Head, Kind};
use super::{Grammar, Unit};

/// What a unit of the outcome tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A change or state of those it is for.
    Yes,
    /// A plan, rule or event that is there: the guideline names this fault.
    Product,
    /// Any other act, output or intention of the office.
    OfficeAct,
}

/// Places and communities that a unit may end in: 「誰もが安心して暮らせるまち」.
const COMMUNITIES: &[&str] = &[
    "まち",
    "街",
    "町",
    "都市",
    "地域",
    "社会",
    "村",
    "里",
    "くらし",
    "暮らし",
    "生活",
    "姿",
    "風景",
    "議会",
    "学校",
    "市",
    "病院",
    "窓口",
    "職場",
    "商店街",
    "公園",
    "図書館",
    "施設",
    "農業",
    "観光地",
    "森",
    "海",
    "川",
];

impl Grammar {
    /// Whether a unit of the outcome tells an effect.
    #[must_use]
    pub fn effect(&self, unit: &Unit) -> Effect {
        let Some(clause) = unit.clauses.last() else { return Effect::OfficeAct };
        self.clause_effect(unit, clause)
    }

    /// Whether one clause tells an effect.
    #[must_use]
    pub fn clause_effect(&self, unit: &Unit, clause: &Clause) -> Effect {
        let known = self.known();
        let flags = clause.flags;
        let Some(outer) = clause.head() else {
            // 「…の割合が60％」: the figure itself is predicated.
            return Effect::Yes;
        };
        let core = clause.core().unwrap_or(outer);
        let output = self.output(unit, clause, core);
        if flags.has(Flags::OTHERS_ACT) {
            return Effect::Yes;
        }
        // めざす, つくる and ようにする: the content decides.
        let wished = matches!(&*outer.word, "目指す" | "つくる" | "作る") || flags.has(Flags::MAKE);
        if wished && self.wished_for(unit, clause) {
            return Effect::Yes;
        }
        // Clauses side by side share their subject.
        let subject = clause
            .subject
            .as_ref()
            .or_else(|| unit.clauses.iter().rev().find_map(|clause| clause.subject.as_ref()));
        let office = self.is_office(unit, subject);
        let people = self.is_people(unit, subject);
        let going = known.effort.union(known.direction);
        let acts = known.act.union(known.empty_act).union(known.concrete_act).union(known.thinking);
        let delivers = known.deliverable.union(known.completion);
        if flags.has(Flags::BECOME) {
            return if office || self.is_thing_of_office(unit, clause.subject.as_ref()) {
                output
            } else {
                Effect::Yes
            };
        }
        if outer.kind == Kind::Noun && !outer.classes.intersects(known.predicates()) {
            return self.noun_effect(unit, outer, output);
        }
        if flags.has(Flags::POTENTIAL) && !flags.has(Flags::PASSIVE) {
            return if office { output } else { Effect::Yes };
        }
        if flags.has(Flags::EXISTENCE) {
            return Effect::Yes;
        }
        let driven =
            outer.classes.intersects(going) && !outer.classes.intersects(known.state_change);
        if people && !office && !driven {
            return Effect::Yes;
        }
        let plain = !outer.classes.intersects(known.predicates());
        if flags.has(Flags::PASSIVE)
            && plain
            && !self.is_thing_of_office(unit, clause.subject.as_ref())
        {
            return if office { output } else { Effect::Yes };
        }
        if flags.has(Flags::PASSIVE) {
            return self.passive_effect(unit, clause, outer, output);
        }
        if matches!(outer.kind, Kind::VerbalNoun) {
            let changes =
                outer.classes.intersects(known.state_change) && !outer.classes.intersects(delivers);
            return if changes && !self.is_thing_of_office(unit, clause.object.as_ref()) {
                Effect::Yes
            } else {
                output
            };
        }
        if flags.has(Flags::NEGATED) {
            return if office { output } else { Effect::Yes };
        }
        if outer.kind == Kind::Noun {
            return output;
        }
        if outer.kind == Kind::Adjective {
            return Effect::Yes;
        }
        let transitive =
            unit.phrases.iter().any(|p| p.governor == Some(outer.phrase) && p.role == Role::Object);
        if outer.classes.intersects(going)
            && (transitive || !outer.classes.intersects(known.state_change))
        {
            return output;
        }
        let moves = outer
            .classes
            .intersects(known.progress.union(acts).union(delivers).union(known.effort));
        if office || moves && self.is_thing_of_office(unit, clause.subject.as_ref()) {
            return output;
        }
        if outer.classes.intersects(known.state_change) {
            return Effect::Yes;
        }
        if outer.classes.intersects(acts.union(delivers)) || flags.has(Flags::ONWARD) {
            return output;
        }
        Effect::Yes
    }

    /// The passive: something is done by somebody. By the office, unless those it is for do it.
    fn passive_effect(&self, unit: &Unit, clause: &Clause, outer: &Head, output: Effect) -> Effect {
        let known = self.known();
        // 図られている never passes, nor does what is driven on.
        if outer.classes.intersects(known.effort)
            || matches!(&*outer.word, "推進" | "進める" | "促進" | "展開" | "強化" | "充実")
        {
            return output;
        }
        let subject =
            clause.subject.as_ref().map(|s| self.argument_classes(unit, s)).unwrap_or_default();
        let ties = subject.intersects(known.people_state.union(known.measure))
            && !subject.intersects(known.organisation_state.union(known.document));
        let used = outer.classes.intersects(known.state_change)
            && !outer
                .classes
                .intersects(known.deliverable.union(known.completion).union(known.direction));
        let light = clause.heads.len() == 1
            && clause.object.as_ref().is_some_and(|of| {
                let classes = self.argument_classes(unit, of);
                outer.classes.intersects(known.state_change)
                    && !classes.intersects(
                        known
                            .organisation_state
                            .union(known.service)
                            .union(known.document)
                            .union(known.generic_event),
                    )
            });
        if self.is_thing_of_office(unit, clause.subject.as_ref()) && !used {
            return output;
        }
        if used || ties && !outer.classes.intersects(known.act) || light {
            Effect::Yes
        } else {
            output
        }
    }

    /// A unit that ends in a thing: a community in some state is an effect, a product is none.
    fn noun_effect(&self, unit: &Unit, head: &Head, output: Effect) -> Effect {
        let known = self.known();
        let word = unit.words(head.tokens.clone());
        let described = unit
            .phrases
            .iter()
            .any(|p| p.governor == Some(head.phrase) && p.predicate && p.role == Role::Adnominal);
        let community = COMMUNITIES.iter().any(|known| word.ends_with(known));
        if community && described
            || head.classes.intersects(known.people_state.union(known.measure))
        {
            return Effect::Yes;
        }
        if head.classes.intersects(
            known
                .document
                .union(known.event)
                .union(known.institution)
                .union(known.generic_event)
                .union(known.organisation_state),
        ) {
            return output;
        }
        if described { Effect::Yes } else { output }
    }

    /// What is wished for with めざす or つくる: a state of people or the community passes.
    fn wished_for(&self, unit: &Unit, clause: &Clause) -> bool {
        let known = self.known();
        let content = clause
            .heads
            .get(1)
            .map(|head| head.phrase)
            .or(clause.object.as_ref().map(|of| of.phrase));
        let Some(phrase) = content.and_then(|at| unit.phrases.get(at)) else {
            return clause.flags.has(Flags::POTENTIAL);
        };
        let words = unit.words(phrase.content.clone());
        let nominal = phrase.predicate && phrase.role == Role::Nominal;
        let described = unit
            .phrases
            .iter()
            .any(|p| p.governor == content && p.predicate && p.role == Role::Adnominal);
        nominal
            && !self
                .noun_classes(unit, phrase.content.clone())
                .intersects(known.act.union(known.direction))
            || described && COMMUNITIES.iter().any(|known| words.ends_with(known))
    }

    /// Whether the subject is the office itself.
    fn is_office(&self, unit: &Unit, subject: Option<&Argument>) -> bool {
        subject.is_some_and(|subject| {
            let words = unit.words(subject.tokens.clone());
            matches!(
                words,
                "市" | "本市"
                    | "当市"
                    | "町"
                    | "村"
                    | "県"
                    | "当課"
                    | "課"
                    | "部"
                    | "当部"
                    | "庁内"
                    | "行政"
                    | "市役所"
                    | "職員一同"
            )
        })
    }

    /// Whether the subject is somebody other than the office.
    fn is_people(&self, unit: &Unit, subject: Option<&Argument>) -> bool {
        let known = self.known();
        subject.is_some_and(|subject| {
            let classes = self.argument_classes(unit, subject);
            classes.intersects(known.generic_body.union(known.particular_body))
                || unit
                    .phrases
                    .get(subject.phrase)
                    .is_some_and(|phrase| self.is_person(unit, phrase))
        })
    }

    fn is_person(&self, unit: &Unit, phrase: &Phrase) -> bool {
        let words = unit.words(phrase.content.clone());
        [
            "人",
            "者",
            "員",
            "民",
            "親",
            "子",
            "家族",
            "世帯",
            "生徒",
            "児童",
            "高齢者",
            "若者",
            "団体",
            "企業",
            "店",
        ]
        .iter()
        .any(|ending| words.ends_with(ending))
    }

    /// Whether an argument is something that the office makes or runs: a plan, a system, a 体制, work.
    fn is_thing_of_office(&self, unit: &Unit, argument: Option<&Argument>) -> bool {
        let known = self.known();
        argument.is_some_and(|argument| {
            let classes = self.argument_classes(unit, argument);
            let own = known
                .document
                .union(known.institution)
                .union(known.generic_event)
                .union(known.organisation_state)
                .union(known.relation)
                .union(known.service)
                .union(known.event)
                .union(known.countable)
                .union(known.act)
                .union(known.empty_act)
                .union(known.effort)
                .union(known.thinking);
            classes.intersects(own) && !classes.intersects(known.people_state.union(known.measure))
        })
    }

    fn argument_classes(&self, unit: &Unit, argument: &Argument) -> Classes {
        self.noun_classes(unit, argument.tokens.clone())
    }

    /// Which fault an output is: the plan or event as the end, or any other act.
    fn output(&self, unit: &Unit, clause: &Clause, core: &Head) -> Effect {
        let known = self.known();
        let object = clause.object.as_ref().or(clause.subject.as_ref());
        let classes = object.map(|of| self.argument_classes(unit, of)).unwrap_or_default();
        let made = core.classes.intersects(known.deliverable.union(known.completion))
            || matches!(&*core.word, "開催" | "実施" | "開く");
        let product =
            classes.intersects(known.document.union(known.event).union(known.institution));
        let side = matches!(clause.link, Some(Link::Aim | Link::Circumstance));
        if made && product && !side { Effect::Product } else { Effect::OfficeAct }
    }
}
