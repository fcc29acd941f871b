//! Effect or not: whether a unit of the outcome tells a change for those it is for.
//!
//! `criteria.md`, `outcome/not-an-effect`: a state or change of citizens, the community, users, staff
//! or the environment is an effect; an output, an act or an intention of the office is none, whatever
//! its ending. What decides is the last clause: who does or is it, and in which voice.

use super::lexicon::{Classes, WordRole};
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
        let shared =
            if clause.subject.is_some() { None } else { self.shared_subject(unit, clause) };
        let subject = clause.subject.as_ref().or(shared.as_ref());
        // 「市民と行政が将来像を共有し、…」.
        let together = self.has_people_beside(unit, subject);
        let office = !together && self.is_office(unit, subject);
        let people = together || self.is_people(unit, subject);
        let going = known.effort.union(known.direction);
        let acts = known.act.union(known.empty_act).union(known.concrete_act).union(known.thinking);
        let delivers = known.deliverable.union(known.completion);
        if flags.has(Flags::BECOME) {
            return if office
                || self.is_initiative(unit, clause.subject.as_ref())
                || self.is_thing_of_office(unit, clause.subject.as_ref())
            {
                output
            } else {
                Effect::Yes
            };
        }
        if &*outer.word == "済む" && self.is_spared(unit, outer) {
            return Effect::Yes;
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
        // What people do of their own is an effect; those who work for the office may be driving on
        // its business.
        let drives = outer.classes.intersects(known.effort)
            || matches!(
                &*outer.word,
                "推進" | "進める" | "促進" | "展開" | "強化" | "充実" | "拡充"
            );
        let driven = flags.has(Flags::PASSIVE) && outer.classes.intersects(going)
            || drives && self.is_staff(unit, subject);
        if people && !office && !driven {
            return Effect::Yes;
        }
        if flags.has(Flags::PASSIVE) && self.is_done_by_people(unit, clause) {
            return Effect::Yes;
        }
        let plain = !outer.classes.intersects(known.predicates());
        // 「割振りが行われている」: an act that no class holds is an act all the same.
        let performed = matches!(outer.kind, Kind::Noun | Kind::VerbalNoun);
        if flags.has(Flags::PASSIVE)
            && plain
            && !self.is_thing_of_office(unit, clause.subject.as_ref())
        {
            return if office || performed { output } else { Effect::Yes };
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
        if &*outer.word == "充実" && self.is_equipment(unit, clause.subject.as_ref()) {
            return output;
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
            return if self.is_initiative(unit, clause.subject.as_ref()) {
                output
            } else {
                Effect::Yes
            };
        }
        if outer.classes.intersects(acts.union(delivers)) || flags.has(Flags::ONWARD) {
            return output;
        }
        // An act that no class holds, and nobody said to do it: the office does.
        let unheard = plain && self.is_verbal_noun(unit, outer);
        if unheard && transitive && subject.is_none() {
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
        // 「見直しの取組が続けられている」: what is kept up is the office's own act.
        let kept_up = clause.heads.get(1).is_some_and(|inner| {
            inner.classes.intersects(
                known.effort.union(known.act).union(known.empty_act).union(known.thinking),
            ) && !inner.classes.intersects(known.act_of_others)
        });
        if self.is_thing_of_office(unit, clause.subject.as_ref()) && (!used || kept_up) {
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

    /// The subject of an earlier clause, or of a verb in て before the clause's own: 「市民が安心して手続を
    /// 任せている」. The nearest that names people counts before the nearest thing.
    fn shared_subject(&self, unit: &Unit, clause: &Clause) -> Option<Argument> {
        let subjects = || {
            let before = unit.phrases.get(..clause.phrases.end).unwrap_or_default();
            before.iter().enumerate().rev().filter(|(_, phrase)| {
                matches!(phrase.role, Role::Subject | Role::Topic)
                    && !phrase.embedded
                    && !self.is_in_aim(unit, phrase)
                    && !phrase.content.clone().all(|token| unit.numeric.get(token) == Some(&true))
            })
        };
        let argument = |(at, phrase): (usize, &Phrase)| Argument {
            phrase: at,
            tokens: phrase.content.clone(),
        };
        subjects()
            .map(argument)
            .find(|subject| self.is_people(unit, Some(subject)))
            .or_else(|| subjects().map(argument).next())
    }

    /// Whether a phrase belongs to a predicate that only tells what for: 「どの家庭も…を持てるよう、」.
    fn is_in_aim(&self, unit: &Unit, phrase: &Phrase) -> bool {
        phrase
            .governor
            .and_then(|governor| unit.phrases.get(governor))
            .is_some_and(|governor| governor.role == Role::Link(Link::Aim))
    }

    fn is_verbal_noun(&self, unit: &Unit, head: &Head) -> bool {
        unit.tokens
            .get(head.tokens.start..head.tokens.end.saturating_sub(1))
            .is_some_and(|nouns| nouns.last().is_some_and(super::Token::is_verbal_noun))
    }

    /// Whether an argument is what the office equips itself with.
    fn is_equipment(&self, unit: &Unit, argument: Option<&Argument>) -> bool {
        let known = self.known();
        argument.is_some_and(|argument| {
            let words = unit.words(argument.tokens.clone());
            self.argument_classes(unit, argument)
                .intersects(known.tool.union(known.organisation_state).union(known.document))
                || ["装備", "設備", "施策", "対策", "支援策", "制度"]
                    .iter()
                    .any(|end| words.ends_with(end))
        })
    }

    /// Whether people stand beside the subject: 「市民と市が…」.
    fn has_people_beside(&self, unit: &Unit, subject: Option<&Argument>) -> bool {
        subject.is_some_and(|subject| {
            unit.phrases.iter().any(|phrase| {
                phrase.role == Role::Parallel
                    && phrase.governor == Some(subject.phrase)
                    && self.is_person(unit, phrase)
            })
        })
    }

    /// Whether 済む says that trouble is spared (「何度も書かずに済む」, 「短い期間で済む」), not that work is
    /// done.
    fn is_spared(&self, unit: &Unit, head: &Head) -> bool {
        unit.phrases.iter().any(|phrase| {
            phrase.governor == Some(head.phrase)
                && (phrase.role == Role::By || phrase.predicate && phrase.flags.has(Flags::NEGATED))
        })
    }

    /// Whether the subject is work that somebody drives on, and nobody but the office is named as
    /// its driver: 「見直しの動きが活発になる」, not 「若者の移住の動きが活発になる」.
    fn is_initiative(&self, unit: &Unit, subject: Option<&Argument>) -> bool {
        subject.is_some_and(|subject| {
            let work =
                ["動き", "取組", "取り組み", "取組み", "作業", "検討", "準備", "見直し", "改革"];
            let described = |p: &Phrase| {
                matches!(p.role, Role::Of | Role::Relation | Role::Parallel)
                    && (self.is_person(unit, p)
                        || self
                            .noun_classes(unit, p.content.clone())
                            .intersects(self.known().generic_body.union(self.known().people_state)))
            };
            work.iter().any(|work| unit.words(subject.tokens.clone()).ends_with(work))
                && !unit.phrases.iter().take(subject.phrase).any(described)
        })
    }

    /// Whether the subject works for the office or beside it.
    fn is_staff(&self, unit: &Unit, subject: Option<&Argument>) -> bool {
        subject.is_some_and(|subject| {
            let words = unit.words(subject.tokens.clone());
            ["職員", "課", "部", "部署", "機関", "担当者", "関係者", "委員会", "協議会", "団体"]
                .iter()
                .any(|ending| words.ends_with(ending))
        })
    }

    /// Whether people other than the office are named as those who act: 「住民により…されている」,
    /// 「市民の読書活動が行われている」.
    fn is_done_by_people(&self, unit: &Unit, clause: &Clause) -> bool {
        let own = clause.subject.as_ref().is_some_and(|subject| {
            let words = unit.words(subject.tokens.clone());
            ["活動", "交流", "学習", "読書", "参加", "参画", "利用"]
                .iter()
                .any(|own| words.ends_with(own))
                && unit.phrases.iter().any(|phrase| {
                    phrase.governor == Some(subject.phrase)
                        && phrase.role == Role::Of
                        && self.is_person(unit, phrase)
                })
        });
        if own {
            return true;
        }
        unit.phrases.get(clause.phrases.clone()).unwrap_or_default().iter().any(|phrase| {
            phrase.role == Role::Manner
                && !phrase.embedded
                && unit.words(phrase.content.end..phrase.end).starts_with("によ")
                && self.is_person(unit, phrase)
        })
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
        let mut words = unit.words(phrase.content.clone());
        for plural in ["等", "など", "ら", "どうし", "同士", "自身", "全員"] {
            words = words.strip_suffix(plural).unwrap_or(words);
        }
        // 子 ends many words that name no people (様子, 電子).
        words == "子" || self.lexicons().ends_in_role(words, WordRole::People)
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
