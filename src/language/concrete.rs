//! What a unit of the means says is done: a concrete act, an empty one, or no act but a result.
//!
//! `criteria.md`, `means/goal-as-means` and `means/not-concrete`: naming a particular event, document,
//! partner, place, tool, audience, time or number makes an act concrete; a relation, an attitude, a
//! thinking word or a group named only by kind does not. A level or state to be reached is no act.

use std::ops::Range;

use super::checkable::Checkable;
use super::dictionary::Pos;
use super::figure::Measure;
use super::lexicon::Classes;
use super::phrase::{Flags, Link, Phrase, Role};
use super::predicate::{Clause, Head, Kind};
use super::token::Inside;
use super::{Grammar, TimeKind, Unit};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// An act that tells what happens.
    Concrete,
    /// An act that does not.
    Empty,
    /// No act, but a level or state to be reached.
    Result,
}

/// Verbs of relation that give a reason or a standard, and name no means.
const STANDARDS: &[&str] = &[
    "沿う",
    "基づく",
    "もとづく",
    "踏まえる",
    "ふまえる",
    "応じる",
    "応ずる",
    "即する",
    "向ける",
    "見据える",
    "関する",
    "対する",
    "係る",
    "かかる",
    "伴う",
    "鑑みる",
    "準じる",
    "めぐる",
    "巡る",
    "関わる",
    "備える",
];

impl Grammar {
    /// What a unit says is done.
    #[must_use]
    pub fn doing(&self, unit: &Unit, checkable: &Checkable) -> Doing {
        let mut last = None;
        for clause in &unit.clauses {
            let doing = self.clause_doing(unit, clause, checkable);
            let aim = matches!(clause.link, Some(Link::Aim | Link::Circumstance));
            if doing == Some(Doing::Concrete) && !aim {
                return Doing::Concrete;
            }
            if !aim {
                last = doing.or(last);
            }
        }
        if self.acts_by(unit) {
            return Doing::Concrete;
        }
        last.unwrap_or(Doing::Empty)
    }

    /// What one clause says is done; `None` where it says nothing.
    fn clause_doing(&self, unit: &Unit, clause: &Clause, checkable: &Checkable) -> Option<Doing> {
        let known = self.known();
        let Some(outer) = clause.head() else {
            // 「ウォーキング講座 月1回」: the figure itself is predicated.
            return (!clause.phrases.is_empty()).then_some(Doing::Concrete);
        };
        if self.counts_acts_done(unit, checkable) {
            return Some(Doing::Concrete);
        }
        let level = matches!(checkable, Checkable::Level(_) | Checkable::Hedged(_));
        let object = outer
            .of
            .as_ref()
            .map(|of| self.noun_classes(unit, of.tokens.clone()))
            .unwrap_or_default();
        let counted = object.intersects(known.measure) || self.is_share(unit, checkable);
        if level
            && counted
            && (outer.classes.intersects(known.reach) || clause.flags.has(Flags::MAKE))
        {
            return Some(Doing::Result);
        }
        if clause.flags.has(Flags::MAKE) || clause.flags.has(Flags::BECOME) {
            return Some(self.made(unit, clause, outer));
        }
        let empty = known.empty_act.union(known.thinking).union(known.relation);
        let concrete = known.concrete_act.union(known.deliverable).union(known.completion);
        let going = known.effort.union(known.direction);
        let states = known.people_state.union(known.measure).union(known.organisation_state);
        // 「評価の定着」: what takes root is a result, whatever it is; 「PRの充実」 is still PR.
        let lasting = clause
            .heads
            .iter()
            .find(|head| head.kind == Kind::VerbalNoun && !head.classes.intersects(known.effort))
            .filter(|head| {
                head.classes.intersects(known.state_change)
                    && head.classes.intersects(known.direction)
                    && !matches!(&*head.word, "充実" | "強化" | "拡充" | "活性化" | "推進" | "展開")
            });
        if let Some(change) = lasting
            && !change.of.as_ref().is_some_and(|of| {
                self.noun_classes(unit, of.tokens.clone()).intersects(known.relation)
            })
        {
            return Some(if self.acts_by(unit) { Doing::Concrete } else { Doing::Result });
        }
        let doable = known.act.union(empty).union(concrete);
        let act = clause.heads.iter().find(|head| {
            let object_only = head.classes.intersects(states) && !head.classes.intersects(doable);
            (!head.classes.intersects(going) || head.classes.intersects(concrete)) && !object_only
        });
        let named = self.is_named_act(unit, clause, act, checkable);
        let Some(act) = act else {
            return Some(self.directed(unit, clause, checkable, named));
        };
        let transitive =
            unit.phrases.iter().any(|p| p.governor == Some(act.phrase) && p.role == Role::Object);
        let measured = clause
            .object
            .as_ref()
            .is_some_and(|of| self.noun_classes(unit, of.tokens.clone()).intersects(known.measure));
        if measured && act.kind == Kind::Verb && !act.classes.intersects(doable)
            || clause.flags.has(Flags::OTHERS_ACT)
                && act.classes.intersects(known.state_change)
                && !act.classes.intersects(doable)
        {
            return Some(Doing::Result);
        }
        let state = act.classes.intersects(known.state_change.union(states))
            && !act.classes.intersects(known.act.union(concrete).union(empty).union(known.event));
        if state && !transitive {
            return Some(Doing::Result);
        }
        if act.kind == Kind::Noun && !act.classes.intersects(known.predicates()) {
            return Some(self.thing(unit, act, named));
        }
        if named {
            return Some(Doing::Concrete);
        }
        let tried = outer.classes.intersects(known.effort) && !std::ptr::eq(outer, act);
        let empty = act.classes.intersects(empty) && !act.classes.intersects(concrete);
        let plain = act.classes.intersects(known.act) && !act.classes.intersects(concrete);
        let blank = self.is_bare(unit, clause, act) || plain && self.has_manner(unit, clause);
        Some(if tried || empty || blank { Doing::Empty } else { Doing::Concrete })
    }

    /// What a clause of nothing but effort and direction says: what it is directed at decides.
    fn directed(&self, unit: &Unit, clause: &Clause, checkable: &Checkable, named: bool) -> Doing {
        let known = self.known();
        let states = known
            .people_state
            .union(known.measure)
            .union(known.organisation_state)
            .union(known.service);
        let Some(inner) = clause.heads.last() else { return Doing::Empty };
        let object = clause.object.as_ref().map(|of| self.noun_classes(unit, of.tokens.clone()));
        let towards = object.unwrap_or_default();
        let tried = clause.head().is_some_and(|outer| {
            outer.classes.intersects(known.effort)
                && !matches!(&*outer.word, "図る" | "目指す" | "期する" | "達成")
        });
        let change = known.state_change.union(known.direction);
        if tried
            && !clause.heads.iter().any(|head| {
                head.classes.intersects(change) && !head.classes.intersects(known.effort)
            })
            || towards.intersects(known.generic_event)
        {
            return if named { Doing::Concrete } else { Doing::Empty };
        }
        if inner.classes.intersects(known.people_state)
            || towards.intersects(states) && !towards.intersects(known.relation)
        {
            return Doing::Result;
        }
        // 「貸出拠点を3か所増やす」: things, and how many.
        let things =
            known.countable.union(known.document).union(known.institution).union(known.tool);
        let extent = clause.object.as_ref().is_some_and(|of| {
            let words = unit.words(of.tokens.clone());
            ["対象", "範囲", "枠", "区域", "期間", "時間帯"].iter().any(|end| words.ends_with(end))
        });
        if (extent || towards.intersects(things))
            && matches!(checkable, Checkable::Level(_) | Checkable::Dated(_))
        {
            return Doing::Concrete;
        }
        let act_like = known
            .relation
            .union(known.generic_event)
            .union(known.act)
            .union(known.empty_act)
            .union(known.thinking);
        let effort = clause
            .heads
            .iter()
            .all(|head| head.classes.intersects(known.effort) || head.classes.is_empty());
        let steady =
            inner.classes.intersects(known.state_change) && !towards.intersects(known.relation);
        if object.is_none() && !inner.classes.intersects(known.state_change) || effort {
            return if named { Doing::Concrete } else { Doing::Empty };
        }
        if !steady && (inner.classes.intersects(act_like) || towards.intersects(act_like)) {
            return if named { Doing::Concrete } else { Doing::Empty };
        }
        Doing::Result
    }

    /// Whether the level of the unit is a share or none at all (50％, ゼロ).
    fn is_share(&self, unit: &Unit, checkable: &Checkable) -> bool {
        let (Checkable::Level(number) | Checkable::Hedged(number)) = checkable else {
            return false;
        };
        unit.figures.get(*number).is_some_and(|figure| figure.measure == Measure::Ratio)
    }

    /// Whether the level of the unit is a count of acts (3回, 5日間).
    fn counts_acts_done(&self, unit: &Unit, checkable: &Checkable) -> bool {
        let Checkable::Level(number) = checkable else { return false };
        unit.figures.get(*number).is_some_and(|figure| {
            matches!(&*figure.unit, "回" | "日間" | "コマ" | "コース" | "講座")
        })
    }

    /// 「…状態にする」「…里にする」「…できるようにする」: made so, the content being the result.
    fn made(&self, unit: &Unit, clause: &Clause, outer: &Head) -> Doing {
        let known = self.known();
        let document = known.document.union(known.tool).union(known.event);
        if outer.classes.intersects(document)
            || clause.heads.iter().any(|head| head.classes.intersects(known.concrete_act))
        {
            return Doing::Concrete;
        }
        let figure = unit.figures.iter().any(|figure| !figure.name);
        if figure && !outer.classes.intersects(known.predicates()) {
            Doing::Concrete
        } else {
            Doing::Result
        }
    }

    /// A unit that ends in a thing: an event or a tool is an act in short, a thing with a quality is
    /// the result that is wished for.
    fn thing(&self, unit: &Unit, head: &Head, named: bool) -> Doing {
        let known = self.known();
        let classes = self.noun_classes(unit, head.tokens.clone()).union(head.classes);
        let own = known.event.union(known.tool).union(known.document).union(known.place);
        if self.has_quality(unit, head) {
            return Doing::Result;
        }
        if named || classes.intersects(own) {
            return Doing::Concrete;
        }
        if classes.intersects(known.relation.union(known.generic_event)) {
            Doing::Empty
        } else {
            Doing::Result
        }
    }

    /// Whether a describing predicate tells a quality of the thing: 使いやすい, 〜のない, 身近で親しみやすい.
    fn has_quality(&self, unit: &Unit, head: &Head) -> bool {
        unit.phrases.iter().any(|phrase| {
            phrase.governor == Some(head.phrase)
                && phrase.role == Role::Adnominal
                && phrase.predicate
                && (phrase.flags.has(Flags::NEGATED)
                    || phrase.flags.has(Flags::POTENTIAL)
                    || phrase.flags.has(Flags::BECOME)
                    || phrase.flags.has(Flags::DESIRE)
                    || phrase.flags.has(Flags::COPULA)
                    || unit
                        .tokens
                        .get(phrase.content.end - 1)
                        .is_some_and(|t| t.pos == Pos::ADJECTIVE || t.pos == Pos::AUXILIARY)
                    || self
                        .lexicons()
                        .classes(unit.words(phrase.content.clone()))
                        .intersects(self.known().state_change))
        })
    }

    /// Whether nothing is named of what the act is done to.
    fn is_bare(&self, unit: &Unit, clause: &Clause, act: &Head) -> bool {
        let known = self.known();
        if act.classes.intersects(known.deliverable.union(known.completion)) {
            // 「実施グループの設置」: a group is set up, whatever its name.
            let hollow = known.generic_event.union(known.abstract_object);
            return act
                .of
                .as_ref()
                .is_none_or(|of| self.noun_classes(unit, of.tokens.clone()).intersects(hollow));
        }
        let generic = known
            .generic_event
            .union(known.generic_body)
            .union(known.manner)
            .union(known.empty_act)
            .union(known.abstract_object);
        let args = clause.phrases.clone().filter_map(|at| unit.phrases.get(at)).filter(|p| {
            !p.predicate
                && !p.embedded
                && p.role != Role::Topic
                && p.content != act.tokens
                && !self.is_standard(unit, p)
        });
        let mut any = false;
        for phrase in args {
            if phrase.content.start >= act.tokens.start {
                continue;
            }
            any = true;
            let classes = self.noun_classes(unit, phrase.content.clone());
            let first =
                self.lexicons().classes(unit.words(phrase.content.start..phrase.content.start + 1));
            if !classes.intersects(generic) && !first.intersects(known.manner) {
                return false;
            }
        }
        if let Some(of) = &act.of
            && of.phrase == act.phrase
        {
            any = true;
            let classes = self.noun_classes(unit, of.tokens.clone());
            if !classes.intersects(generic) {
                return false;
            }
        }
        any || act.of.is_none()
    }

    /// Whether a manner word colours the clause (適正な予算執行, 綿密な準備).
    fn has_manner(&self, unit: &Unit, clause: &Clause) -> bool {
        let known = self.known();
        clause.phrases.clone().filter_map(|at| unit.phrases.get(at)).any(|phrase| {
            self.lexicons().classes(unit.words(phrase.content.clone())).intersects(known.manner)
        })
    }

    /// Whether the clause names a particular event, document, partner, place, tool, audience, or a
    /// time or number that tells how often, how many, where or when.
    fn is_named_act(
        &self,
        unit: &Unit,
        clause: &Clause,
        act: Option<&Head>,
        checkable: &Checkable,
    ) -> bool {
        let known = self.known();
        let effort = clause.head().is_some_and(|head| {
            head.classes.intersects(known.effort.union(known.direction).union(known.thinking))
                && !head.classes.intersects(known.concrete_act)
        });
        if !effort && matches!(checkable, Checkable::Level(_) | Checkable::Dated(_)) {
            return true;
        }
        if !effort
            && unit.times.iter().any(|time| time.is_date() || time.kind() == TimeKind::Frequency)
        {
            return true;
        }
        clause.phrases.clone().any(|at| {
            unit.phrases.get(at).is_some_and(|phrase| {
                // What is thought about is no method: 「介護助手の導入に関する考え方の整理」.
                let topic = act.is_some_and(|act| {
                    act.classes.intersects(known.thinking)
                        && act.of.as_ref().is_some_and(|of| of.phrase == at)
                });
                !topic && !self.is_standard(unit, phrase) && self.names(unit, phrase)
            })
        })
    }

    /// Whether a phrase only gives a reason, a standard or an aim.
    fn is_standard(&self, unit: &Unit, phrase: &Phrase) -> bool {
        matches!(phrase.role, Role::Manner | Role::Relation)
            && (phrase.content.end..phrase.end).any(|at| {
                unit.tokens.get(at).is_some_and(|token| {
                    let base = token.base(unit.text());
                    STANDARDS.contains(&base)
                        || matches!(
                            base,
                            "に関する"
                                | "に対する"
                                | "にあたって"
                                | "について"
                                | "として"
                                | "に対し"
                                | "に対して"
                        )
                })
            })
    }

    /// Whether the nouns of a phrase name something particular.
    fn names(&self, unit: &Unit, phrase: &Phrase) -> bool {
        let known = self.known();
        let content = if phrase.predicate {
            // 「操作研修する」: the noun that the verb is made of.
            phrase.content.start..phrase.content.end.saturating_sub(1)
        } else {
            phrase.content.clone()
        };
        if content.is_empty() {
            return false;
        }
        if content.clone().any(|at| unit.tokens.get(at).is_some_and(|t| t.inside == Inside::Quote))
        {
            return true;
        }
        let proper = content.clone().any(|at| {
            unit.tokens.get(at).is_some_and(|t| {
                t.pos.is_proper_noun()
                    && t.known
                    && !matches!(t.surface(unit.text()), "市" | "本市")
            })
        });
        if proper {
            return true;
        }
        // 「計画策定の支援」: the document is named though the compound ends in an act.
        let acted = content.len() > 2
            && unit.tokens.get(content.end - 1).is_some_and(super::Token::is_verbal_noun);
        if acted
            && self.noun_classes(unit, content.start..content.end - 1).intersects(known.document)
        {
            return true;
        }
        let classes = self.longest_noun_classes(unit, content.clone());
        let generic = known.generic_body.union(known.generic_event);
        if classes.intersects(generic) {
            return false;
        }
        let mut alone = known.tool.union(known.event).union(known.place);
        // 「消防団の魅力」 names no partner, 「消防団との訓練」 does.
        if phrase.role != Role::Of {
            alone = alone.union(known.particular_body);
        }
        classes.intersects(alone)
            // A long compound is a proper name (緊急浚渫推進事業債).
            || content.len() >= 5 && !phrase.embedded && !classes.intersects(known.people_state.union(known.organisation_state))
            || content.len() > 1
                && classes.intersects(known.document.union(known.institution))
                && !phrase.embedded
    }

    /// The classes of the nouns, of all members of a compound together.
    fn longest_noun_classes(&self, unit: &Unit, tokens: Range<usize>) -> Classes {
        let mut end = tokens.end;
        // 「郵便局等」「チラシなど」: the suffix names nothing.
        while end > tokens.start + 1
            && unit
                .tokens
                .get(end - 1)
                .is_some_and(|t| matches!(t.surface(unit.text()), "等" | "ら" | "たち"))
        {
            end -= 1;
        }
        self.noun_classes(unit, tokens.start..end)
    }

    /// 「…の送付による受診率の向上」: an act by way of which the result is to come.
    fn acts_by(&self, unit: &Unit) -> bool {
        let known = self.known();
        let concrete =
            known.concrete_act.union(known.event).union(known.tool).union(known.document);
        let empty = known
            .empty_act
            .union(known.effort)
            .union(known.direction)
            .union(known.relation)
            .union(known.generic_event);
        unit.phrases.iter().any(|phrase| {
            let by = matches!(phrase.role, Role::Relation | Role::Manner | Role::Link(Link::Means))
                && !self.is_standard(unit, phrase)
                && (phrase.content.end..phrase.end).any(|at| {
                    unit.tokens.get(at).is_some_and(|t| {
                        matches!(
                            t.base(unit.text()),
                            "による"
                                | "により"
                                | "によって"
                                | "よる"
                                | "を通じて"
                                | "通じる"
                                | "通ずる"
                                | "で"
                        ) || t.surface(unit.text()) == "を通じて"
                    })
                });
            let noun = phrase.content.start
                ..phrase.content.end.saturating_sub(usize::from(phrase.predicate));
            let verbal = noun
                .end
                .checked_sub(1)
                .and_then(|at| unit.tokens.get(at))
                .is_some_and(super::Token::is_verbal_noun);
            let classes = self.noun_classes(unit, noun);
            by && (classes.intersects(concrete) || verbal && !classes.intersects(empty))
        })
    }
}
