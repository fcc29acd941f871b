//! What a unit of the means says is done: a concrete act, an empty one, or no act but a result.
//!
//! `criteria.md`, `means/goal-as-means` and `means/not-concrete`: naming a particular event, document,
//! partner, place, tool, audience, time or number makes an act concrete; a relation, an attitude, a
//! thinking word or a group named only by kind does not. A level or state to be reached is no act.

use std::ops::Range;

use super::checkable::Checkable;
use super::dictionary::Pos;
use super::figure::Measure;
use super::lexicon::{Classes, WordRole};
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

/// Whether a phrase belongs to phrase `at` by の, over any others between: 「入札制度の不断の見直し」.
fn hangs_by_of(unit: &Unit, phrase: &Phrase, at: usize) -> bool {
    phrase.role == Role::Of
        && phrase.governor.is_some_and(|governor| {
            governor == at || unit.phrases.get(governor).is_some_and(|p| hangs_by_of(unit, p, at))
        })
}

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
        if clause.phrases.is_empty() {
            return None;
        }
        let Some(outer) = clause.head() else {
            // 「ウォーキング講座 月1回」「排出量の1割削減」: the figure itself is predicated.
            let share = self.is_share(unit, checkable);
            return Some(if share { Doing::Result } else { Doing::Concrete });
        };
        // 「見回りを週5日に増やす」.
        let oftener = outer.classes.intersects(known.reach)
            && unit.times.iter().any(|time| time.kind() == TimeKind::Frequency);
        if oftener || self.counts_acts_done(unit, checkable) {
            return Some(Doing::Concrete);
        }
        if self.reaches(unit, clause, outer, checkable) {
            return Some(Doing::Result);
        }
        if clause.flags.has(Flags::MAKE) || clause.flags.has(Flags::BECOME) {
            return Some(self.made(clause, outer, checkable));
        }
        let going = known.effort.union(known.direction);
        let concrete = known.concrete_act.union(known.deliverable).union(known.completion);
        let doable = known
            .act
            .union(known.empty_act)
            .union(known.thinking)
            .union(known.relation)
            .union(concrete);
        if self.is_quality(unit, outer) {
            return Some(Doing::Result);
        }
        // 「受付の集約」「申請のオンライン化を進める」: over one day, where it is told of what.
        if let Some(conversion) =
            clause.heads.iter().find(|head| head.classes.intersects(known.conversion))
        {
            let hollow = known.generic_body.union(known.generic_title).union(known.abstract_object);
            let told = conversion
                .of
                .as_ref()
                .is_some_and(|of| !self.noun_classes(unit, of.tokens.clone()).intersects(hollow));
            return Some(if told { Doing::Concrete } else { Doing::Empty });
        }
        // 「保育サービスの拡充」: services, states and bodies are what something is done to.
        let mut acts = clause.heads.iter().enumerate().filter(|(at, head)| {
            let named_thing = self.things().union(self.states()).union(known.service);
            let object = head.classes.intersects(named_thing) && !head.classes.intersects(doable);
            (!head.classes.intersects(going) || head.classes.intersects(concrete))
                && (*at == 0 || !object)
        });
        let act = acts.next().map(|(at, head)| {
            // 「点検を実施する」: carrying out says nothing of its own.
            let carried = self
                .lexicons()
                .has_role(&head.word, WordRole::Transparent)
                .then(|| clause.heads.get(at + 1))
                .flatten()
                .filter(|inner| inner.classes.intersects(doable));
            (at, carried.unwrap_or(head))
        });
        let outside = act.map_or(clause.heads.len(), |(at, _)| at);
        if let Some(doing) = self.changed(unit, clause, outside, checkable) {
            return Some(doing);
        }
        let act = act.map(|(_, act)| act);
        let named = self.is_named_act(unit, clause, act, checkable);
        let Some(act) = act else {
            return Some(self.directed(unit, clause, checkable, named));
        };
        let transitive =
            unit.phrases.iter().any(|p| p.governor == Some(act.phrase) && p.role == Role::Object);
        let measured =
            act.of.as_ref().or(clause.object.as_ref()).is_some_and(|of| {
                self.noun_classes(unit, of.tokens.clone()).intersects(known.measure)
            });
        // 「滞納を新たに生まない」, but 「取組を絶やさない」.
        let prevented = clause.flags.has(Flags::NEGATED)
            && !self.towards(unit, clause, act).intersects(doable.union(known.generic_event));
        if (measured || prevented) && act.kind == Kind::Verb && !act.classes.intersects(doable)
            || clause.flags.has(Flags::OTHERS_ACT)
                && act.classes.intersects(known.state_change)
                && !act.classes.intersects(doable)
        {
            return Some(Doing::Result);
        }
        let state = act.classes.intersects(known.state_change.union(self.states()))
            && !act.classes.intersects(doable.union(known.event).union(known.generic_event));
        if state && !transitive {
            return Some(Doing::Result);
        }
        // 「若者の地元定着」: what others do, told as a noun, is wished for.
        let others = act.kind == Kind::VerbalNoun
            && act.classes.intersects(known.act_of_others)
            && !act.classes.intersects(doable)
            && act.of.as_ref().is_some_and(|of| {
                self.noun_classes(unit, of.tokens.clone()).intersects(known.generic_body)
            });
        if others {
            return Some(Doing::Result);
        }
        let thing = act.kind == Kind::Noun && !act.classes.intersects(known.predicates())
            || act.kind == Kind::VerbalNoun
                && act.classes.intersects(self.things())
                && !act.classes.intersects(doable);
        if thing {
            return Some(self.thing(unit, act, named));
        }
        if named {
            return Some(Doing::Concrete);
        }
        if matches!(&*act.word, "整備" | "整える" | "構築")
            && self.towards(unit, clause, act).intersects(self.states())
        {
            return Some(Doing::Result);
        }
        let tried = outer.classes.intersects(known.effort) && !std::ptr::eq(outer, act);
        let hollow = known.empty_act.union(known.thinking).union(known.relation);
        let more = self.intensifies(outer)
            && outer.phrase != act.phrase
            && self.is_bare(unit, clause, act);
        let empty = more
            || (act.classes.intersects(hollow) || act.classes.intersects(known.manner))
                && !act.classes.intersects(concrete);
        let plain = act.classes.intersects(known.act) && !act.classes.intersects(concrete);
        let blank = self.is_bare(unit, clause, act) || plain && self.has_manner(unit, clause);
        Some(if tried || empty || blank { Doing::Empty } else { Doing::Concrete })
    }

    /// Whether a noun says that there is to be more of an act: 強化, 充実.
    fn intensifies(&self, head: &Head) -> bool {
        head.kind == Kind::VerbalNoun && head.classes.intersects(self.known().intensification)
    }

    /// States that the office can only act towards.
    fn states(&self) -> Classes {
        let known = self.known();
        known.people_state.union(known.measure).union(known.organisation_state)
    }

    /// Things that the office can set up, buy, write or give out.
    fn things(&self) -> Classes {
        let known = self.known();
        known
            .countable
            .union(known.document)
            .union(known.institution)
            .union(known.tool)
            .union(known.place)
            .union(known.particular_body)
    }

    /// Whether the clause puts the level of the unit as what is to be reached: 「苦情を300件に抑える」. Of
    /// things that the office itself adds (「貸出拠点を3か所増やす」) the number says how much is done.
    fn reaches(&self, unit: &Unit, clause: &Clause, outer: &Head, checkable: &Checkable) -> bool {
        let (Checkable::Level(number) | Checkable::Hedged(number)) = checkable else {
            return false;
        };
        let known = self.known();
        let share = self.is_share(unit, checkable);
        // 「椅子を10脚増やす」: pieces, which somebody buys or sets up.
        let pieces = unit.figures.get(*number).is_some_and(|figure| {
            matches!(
                &*figure.unit,
                "基" | "台"
                    | "脚"
                    | "本"
                    | "冊"
                    | "枚"
                    | "席"
                    | "室"
                    | "箇所"
                    | "か所"
                    | "カ所"
                    | "ヶ所"
            )
        });
        // 「待機者ゼロ」.
        let predicated = unit.figures.get(*number).is_some_and(|figure| {
            outer
                .tokens
                .end
                .checked_sub(1)
                .and_then(|last| unit.tokens.get(last))
                .is_some_and(|token| token.end <= figure.start && figure.start < token.end + 4)
        });
        if share && predicated && matches!(outer.kind, Kind::Noun | Kind::VerbalNoun) {
            return true;
        }
        // 「1便当たり5人の乗車」.
        if outer.kind == Kind::VerbalNoun
            && outer.classes.intersects(known.act_of_others)
            && !outer.classes.intersects(known.act)
        {
            return true;
        }
        if !outer.classes.intersects(known.reach) && !clause.flags.has(Flags::MAKE) {
            return false;
        }
        let object = outer.of.as_ref().map(|of| self.noun_classes(unit, of.tokens.clone()));
        let object = object.unwrap_or_default();
        let supplied = !object.intersects(known.generic_body)
            && object.intersects(self.things().union(known.service).union(known.event));
        let reached = outer.classes.intersects(known.reach) && !pieces && !supplied;
        share || (object.intersects(known.measure) || reached) && !self.is_extent(unit, clause)
    }

    /// 「対象」「定員」「開館時間」: how much of an act or a service the office gives.
    fn is_extent(&self, unit: &Unit, clause: &Clause) -> bool {
        clause.object.as_ref().is_some_and(|of| {
            let words = unit.words(of.tokens.clone());
            ["対象", "範囲", "枠", "区域", "期間", "時間帯", "定員"]
                .iter()
                .any(|end| words.ends_with(end))
        })
    }

    /// What a clause says whose outer heads, those before number `outside`, change something to an end
    /// that can be asked for: 向上, 防止, 確保. 「強化」 or 「推進」 of an act is still that act; they
    /// decide nothing here.
    fn changed(
        &self,
        unit: &Unit,
        clause: &Clause,
        outside: usize,
        checkable: &Checkable,
    ) -> Option<Doing> {
        let known = self.known();
        let neither = known
            .effort
            .union(known.act)
            .union(known.empty_act)
            .union(known.concrete_act)
            .union(known.intensification);
        let mut outer = clause.heads.get(..outside)?.iter().enumerate();
        let (at, change) = outer.find(|(at, head)| {
            // 「女性の参画の拡大」: what others do is a result, however it is put.
            let others = clause.heads.get(at + 1).is_some_and(|inner| {
                inner.classes.intersects(known.act_of_others)
                    && !self.lexicons().has_role(&head.word, WordRole::Transparent)
            });
            head.classes.intersects(known.direction.union(known.state_change))
                && (others || !head.classes.intersects(neither))
        })?;
        let inner = clause.heads.get(at + 1).map(|inner| inner.classes);
        let towards = inner.unwrap_or_else(|| self.towards(unit, clause, change));
        let built = known.document.union(known.tool).union(known.institution);
        if matches!(&*change.word, "構築" | "整備" | "整える" | "作る" | "つくる")
            && towards.intersects(built)
        {
            return Some(Doing::Concrete);
        }
        if towards.intersects(known.relation) && !towards.intersects(known.people_state) {
            return None;
        }
        let supplied = self.is_extent(unit, clause) || towards.intersects(self.things());
        if supplied && matches!(checkable, Checkable::Level(_) | Checkable::Dated(_)) {
            return Some(Doing::Concrete);
        }
        Some(Doing::Result)
    }

    /// The classes of what a change is made to: of the noun inside an idiom (「機運を高める」), else of
    /// the clause's object.
    fn towards(&self, unit: &Unit, clause: &Clause, change: &Head) -> Classes {
        let inside = unit.phrases.get(clause.phrases.clone()).and_then(|phrases| {
            phrases
                .iter()
                .find(|p| p.content.contains(&change.tokens.start) && p.role != Role::End)
                .filter(|p| p.end < change.tokens.end)
        });
        let tokens = inside
            .map(|p| p.content.clone())
            .or_else(|| clause.object.as_ref().map(|of| of.tokens.clone()));
        tokens.map(|tokens| self.noun_classes(unit, tokens)).unwrap_or_default()
    }

    /// What a clause of nothing but effort and direction says: what it is directed at decides.
    fn directed(&self, unit: &Unit, clause: &Clause, checkable: &Checkable, named: bool) -> Doing {
        let known = self.known();
        let Some(inner) = clause.heads.last() else { return Doing::Empty };
        let blank = if named { Doing::Concrete } else { Doing::Empty };
        let going = known.effort.union(known.direction).union(known.state_change);
        let towards = self.towards(unit, clause, inner);
        // 「自主性を尊重する」: whatever the effort is about.
        let tried = |head: &Head| {
            head.classes.intersects(known.effort)
                && !matches!(&*head.word, "図る" | "目指す" | "期する" | "達成")
        };
        // 「医療費適正化の取組の推進」.
        let hollow = clause.heads.iter().any(|head| {
            head.classes.intersects(known.generic_event)
                && !head.classes.intersects(known.direction.union(known.service))
        });
        // 「防災に不退転の決意で当たる」: going about a state is no state yet.
        let gone_about = clause.head().is_some_and(|head| {
            matches!(&*head.word, "当たる" | "臨む" | "向き合う") && clause.heads.len() < 3
        });
        if hollow || gone_about || clause.heads.iter().all(tried) {
            return blank;
        }
        if inner.classes.intersects(known.people_state)
            || towards.intersects(self.states().union(known.people_state))
                && !towards.intersects(known.relation)
        {
            return Doing::Result;
        }
        let effort = clause.heads.iter().all(|head| {
            !head.classes.intersects(going)
                || head.classes.intersects(known.effort)
                || self.lexicons().has_role(&head.word, WordRole::Transparent)
        });
        let act_like = known
            .relation
            .union(known.generic_event)
            .union(known.act)
            .union(known.empty_act)
            .union(known.thinking);
        if effort || towards.intersects(act_like) && !towards.intersects(known.service) {
            return blank;
        }
        // 「貸出拠点を3か所増やす」: things, and how many.
        if (self.is_extent(unit, clause) || towards.intersects(self.things()))
            && matches!(checkable, Checkable::Level(_) | Checkable::Dated(_))
        {
            return Doing::Concrete;
        }
        if clause.object.is_none()
            && towards.is_empty()
            && !inner.classes.intersects(known.state_change)
        {
            return blank;
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
    fn made(&self, clause: &Clause, outer: &Head, checkable: &Checkable) -> Doing {
        let known = self.known();
        let document = known.document.union(known.tool).union(known.event);
        if outer.classes.intersects(document)
            || clause.heads.iter().any(|head| head.classes.intersects(known.concrete_act))
        {
            return Doing::Concrete;
        }
        if matches!(checkable, Checkable::Level(_) | Checkable::Hedged(_))
            && !outer.classes.intersects(known.predicates())
        {
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
        if named || classes.intersects(own) {
            return Doing::Concrete;
        }
        if classes.intersects(known.relation.union(known.generic_event)) {
            Doing::Empty
        } else {
            Doing::Result
        }
    }

    /// Whether the clause ends in something with the quality that is wished for: 使いやすい案内,
    /// 間違いを起こさない職場. Of an act of the office (丁寧な対応) a quality is only its manner.
    fn is_quality(&self, unit: &Unit, head: &Head) -> bool {
        let known = self.known();
        let acts = known
            .act
            .union(known.empty_act)
            .union(known.thinking)
            .union(known.effort)
            .union(known.relation)
            .union(known.generic_event)
            .union(known.event);
        matches!(head.kind, Kind::Noun | Kind::VerbalNoun)
            && (!head.classes.intersects(acts))
            && self.has_quality(unit, head)
    }

    /// Whether a describing predicate tells a quality: 使いやすい, 〜のない, 身近で親しみやすい.
    fn has_quality(&self, unit: &Unit, head: &Head) -> bool {
        unit.phrases.iter().any(|phrase| {
            phrase.governor == Some(head.phrase)
                && phrase.role == Role::Adnominal
                && phrase.predicate
                && !self
                    .lexicons()
                    .classes(unit.words(phrase.content.clone()))
                    .intersects(self.known().manner)
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
            let said =
                |tokens: &Range<usize>| !self.noun_classes(unit, tokens.clone()).intersects(hollow);
            let object = unit.phrases.iter().any(|p| {
                p.governor == Some(act.phrase) && p.role == Role::Object && said(&p.content)
            });
            return !object && !act.of.as_ref().is_some_and(|of| said(&of.tokens));
        }
        // 「専門員の任用」: the act tells what happens, whoever it happens to.
        let told = act.classes.intersects(known.concrete_act);
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
                && !self.is_in_standard(unit, p)
        });
        let mut any = false;
        for phrase in args {
            if phrase.content.start >= act.tokens.start {
                continue;
            }
            any = true;
            if told {
                return false;
            }
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
        any || act.of.is_none() && !(told && act.tokens.len() > 1)
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
        // 「パトロールの強化」: what there was before is made more of, nobody knows how.
        let more = clause.head().filter(|head| self.intensifies(head)).and_then(|outer| {
            outer.of.as_ref().filter(|of| {
                of.phrase != outer.phrase
                    && self.noun_classes(unit, of.tokens.clone()).intersects(known.act)
            })
        });
        clause.phrases.clone().any(|at| {
            if more.is_some_and(|of| of.phrase == at) {
                return false;
            }
            unit.phrases.get(at).is_some_and(|phrase| {
                // What is thought about is no method: 「介護助手の導入に関する考え方の整理」.
                let topic = act.is_some_and(|act| {
                    act.classes.intersects(known.thinking)
                        && (act.of.as_ref().is_some_and(|of| of.phrase == at)
                            || hangs_by_of(unit, phrase, act.phrase))
                });
                !topic && !self.is_in_standard(unit, phrase) && self.names(unit, phrase)
            })
        })
    }

    /// Whether a phrase gives a reason, a standard or an aim, or belongs to one by の.
    fn is_in_standard(&self, unit: &Unit, phrase: &Phrase) -> bool {
        self.is_standard(unit, phrase)
            || matches!(phrase.role, Role::Of | Role::Relation | Role::Parallel)
                && phrase
                    .governor
                    .and_then(|governor| unit.phrases.get(governor))
                    .is_some_and(|governor| self.is_in_standard(unit, governor))
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
        // 「庁内7部」「令和5年度」: how many or when names nothing.
        let numeric = |at: &usize| unit.numeric.get(*at).copied().unwrap_or(false);
        let start = content.clone().rev().find(numeric).map_or(content.start, |last| last + 1);
        let content = start..content.end;
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
        // 「消防団の魅力」 names no partner, 「消防団との訓練」 does; 「猟友会等との連携」 leaves open with whom.
        let among_others = matches!(phrase.role, Role::With | Role::Relation)
            && unit
                .tokens
                .get(content.end - 1)
                .is_some_and(|token| token.surface(unit.text()) == "等");
        // 「農協の指導員とともに」.
        let together = phrase
            .governor
            .and_then(|governor| unit.phrases.get(governor))
            .is_some_and(|p| unit.words(p.content.end..p.end).starts_with("とともに"));
        if (phrase.role != Role::Of || together) && !among_others {
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
                && (phrase.role == Role::Link(Link::Means)
                    || (phrase.content.end..phrase.end).any(|at| {
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
                    }));
            let plain = phrase.predicate && phrase.content.len() == 1;
            if by && plain {
                // 「海面の高さに張ることで」: what nobody would call a change is something done.
                let verb = phrase.content.start;
                let classes = unit
                    .tokens
                    .get(verb)
                    .map(|token| self.lexicons().classes(token.base(unit.text())))
                    .unwrap_or_default();
                return !classes.intersects(empty.union(known.state_change).union(known.thinking));
            }
            let noun = phrase.content.start
                ..phrase.content.end.saturating_sub(usize::from(phrase.predicate));
            let verbal = noun
                .end
                .checked_sub(1)
                .and_then(|at| unit.tokens.get(at))
                .is_some_and(super::Token::is_verbal_noun);
            let classes = self.noun_classes(unit, noun);
            // 「損傷による苦情」: an unknown noun with による may as well be the cause.
            let act = verbal
                && !classes.intersects(empty)
                && (phrase.role != Role::Relation || classes.intersects(known.act));
            by && (classes.intersects(concrete) || act)
        })
    }
}
