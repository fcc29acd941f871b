//! Checkable or not (判定基準): whether a third person can decide at the due date that a unit was met.
//!
//! `criteria.md`: a unit is checkable by a quantity that is a level, by a date for a deliverable or
//! an act, or by a completed deliverable of a named thing as its head. Most numbers in a sheet are
//! no level: they size an audience or a stock, name a plan, tell an age or the manner of an act. What
//! a number does is told by what it hangs on.

use std::ops::Range;

use super::dictionary::Pos;
use super::figure::{Figure, Measure};
use super::phrase::{Flags, Link, Phrase, Role};
use super::predicate::{Argument, Clause, Head, Kind};
use super::token::Inside;
use super::{Grammar, TimeKind, Unit};

/// How a unit can be checked, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checkable {
    /// By the level of this figure.
    Level(usize),
    /// By the time at this place among the unit's times.
    Dated(usize),
    /// By this deliverable, tokens of the unit.
    Delivered(Range<usize>),
    /// By a figure that is hedged: this one. Vague, and still a figure.
    Hedged(usize),
    /// Not at all.
    No,
}

impl Checkable {
    /// Whether the unit can be decided on without doubt.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        matches!(self, Self::Level(_) | Self::Dated(_) | Self::Delivered(_))
    }

    /// Whether there is a figure, date or deliverable at all.
    #[must_use]
    pub const fn is_any(&self) -> bool {
        !matches!(self, Self::No)
    }
}

/// What a number with such a unit counts is the manner of an act, not its extent.
const MANNER_UNITS: &[&str] = &[
    "言語",
    "か国語",
    "カ国語",
    "ヶ国語",
    "手法",
    "種の手法",
    "媒体",
    "本柱",
    "つの柱",
    "視点",
    "観点",
];

/// Units that count those whom an act or a change is for.
const AUDIENCE_UNITS: &[&str] = &["人", "名", "社", "団体", "者"];

/// Standards that others set and publish: 「正答率が全国平均以上」.
const STANDARDS: &[&str] =
    &["平均以上", "平均以下", "平均未満", "平均を上回", "平均を超え", "平均を下回"];

/// Where the unit tells its level by such a standard.
fn standard(unit: &Unit) -> Option<Range<usize>> {
    let start = STANDARDS.iter().find_map(|standard| unit.text().find(standard))?;
    let token = unit.tokens.iter().position(|token| token.end > start)?;
    Some(token.saturating_sub(1)..(token + 2).min(unit.tokens.len()))
}

/// 「前年度以上とする」: a level told by another time's.
fn comparison(unit: &Unit) -> Option<usize> {
    unit.times.iter().position(|time| {
        let after = unit.text().get(time.end..).unwrap_or_default();
        matches!(time.kind(), TimeKind::Year | TimeKind::FiscalYear)
            && ["以上", "以下", "未満"].iter().any(|bound| after.starts_with(bound))
    })
}

/// 「改正案の議会への提出」: what is handed over stands before those who get it.
fn handed_over(unit: &Unit, head: &Head) -> Option<Argument> {
    let hangs_on = |at: usize, role: Role| {
        unit.phrases.iter().position(move |p| p.governor == Some(at) && p.role == role)
    };
    let phrase = hangs_on(hangs_on(head.phrase, Role::Relation)?, Role::Of)?;
    let tokens = unit.phrases.get(phrase)?.content.clone();
    Some(Argument { phrase, tokens })
}

impl Grammar {
    /// Whether and how a unit can be checked.
    #[must_use]
    pub fn checkable(&self, unit: &Unit) -> Checkable {
        let levels: Vec<usize> = (0..unit.figures.len())
            .filter(|at| unit.figures.get(*at).is_some_and(|figure| self.is_level(unit, figure)))
            .collect();
        let exact =
            levels.iter().find(|at| unit.figures.get(**at).is_some_and(|f| f.hedge.is_none()));
        if let Some(level) = exact {
            return Checkable::Level(*level);
        }
        if let Some(time) = self.date(unit) {
            return Checkable::Dated(time);
        }
        if let Some(time) = comparison(unit) {
            return Checkable::Dated(time);
        }
        // A hedge on the figure to be reached is vague; 「改築工事（事業費約12億円）」 and 「10年程度を見通す
        // 計画」 hold no such figure.
        if let Some(hedged) = levels.first() {
            return Checkable::Hedged(*hedged);
        }
        self.delivered(unit).or_else(|| standard(unit)).map_or(Checkable::No, Checkable::Delivered)
    }

    /// Whether a figure is a level to be reached.
    fn is_level(&self, unit: &Unit, figure: &Figure) -> bool {
        if figure.name || MANNER_UNITS.contains(&&*figure.unit) {
            return false;
        }
        let Some(token) = unit
            .tokens
            .iter()
            .position(|token| token.start <= figure.start && figure.start < token.end)
        else {
            return false;
        };
        if unit.tokens.get(token).is_some_and(|token| token.inside != Inside::Text) {
            return self.counts_acts(unit, figure, token);
        }
        let Some(at) = unit
            .phrases
            .iter()
            .position(|p| p.content.contains(&token) || (p.content.start..p.end).contains(&token))
        else {
            return false;
        };
        let Some(phrase) = unit.phrases.get(at) else { return false };
        let particles = unit.words(phrase.content.end..phrase.end);
        if phrase.embedded || particles.starts_with("でも") {
            return false;
        }
        // 「委員11名とともに」: those who do it together.
        if AUDIENCE_UNITS.contains(&&*figure.unit) && particles.starts_with("ととも") {
            return false;
        }
        let known = self.known();
        // 「2人体制」「1万人プロジェクト」: a number inside a compound.
        let after = (token..phrase.content.end).find(|t| {
            unit.tokens
                .get(*t)
                .is_some_and(|t| t.start >= figure.end.max(figure.hedge.map_or(0, |(_, end)| end)))
                && !unit.numeric.get(*t).copied().unwrap_or(false)
        });
        if let Some(after) = after
            && !phrase.predicate
            && let Some(word) = unit.tokens.get(after)
        {
            let rest = unit.words(after..phrase.content.end);
            let suffix = matches!(
                word.pos,
                Pos::NOUN_SUFFIX_COUNTER
                    | Pos::NOUN_SUFFIX_ADVERBIAL
                    | Pos::NOUN_DEPENDENT_ADVERBIAL
                    | Pos::SYMBOL
            ) || matches!(
                rest,
                "分" | "増"
                    | "減"
                    | "台"
                    | "ずつ"
                    | "全員"
                    | "ごと"
                    | "すべて"
                    | "全て"
                    | "規模"
                    | "体制"
                    | "目"
                    | "超"
            );
            let change = phrase.role != Role::Of
                && (unit
                    .tokens
                    .get(phrase.content.end - 1)
                    .is_some_and(super::Token::is_verbal_noun)
                    || self.lexicons().classes(rest).intersects(known.predicates()));
            if !suffix && !change {
                return false;
            }
        }
        match phrase.role {
            // 「99％を目標とし」.
            Role::Manner => particles.starts_with("を目標"),
            Role::Adnominal => false,
            // 「8人が一丸となって回収に当たる」: those who do the work.
            Role::Subject if matches!(&*figure.unit, "人" | "名") && self.works(unit, at) => {
                false
            }
            // 「4校区の全てで開く」.
            Role::Of if self.is_whole(unit, phrase.governor) => true,
            Role::Of | Role::Relation => {
                // 「定期点検64橋の実施」: the act itself is counted.
                let counted = phrase.content.start < token
                    && self.noun_classes(unit, phrase.content.start..token).intersects(known.act);
                phrase.governor.is_some_and(|governor| {
                    counted && self.is_head(unit, governor)
                        || self.governs_level(unit, figure, governor, phrase.role)
                })
            }
            Role::By => unit.clauses.iter().any(|clause| {
                clause.phrases.contains(&at)
                    && clause.heads.iter().any(|head| {
                        !head.classes.intersects(known.effort.union(known.direction))
                            || head.classes.intersects(known.deliverable.union(known.state_change))
                    })
            }),
            _ => true,
        }
    }

    /// Whether the clause of this phrase tells work or an effort of the office.
    fn works(&self, unit: &Unit, at: usize) -> bool {
        let known = self.known();
        unit.clauses.iter().filter(|clause| clause.phrases.contains(&at)).any(|clause| {
            clause.head().is_some_and(|head| {
                head.classes.intersects(known.act.union(known.effort))
                    && !head.classes.intersects(known.act_of_others.union(known.state_change))
            })
        })
    }

    /// 「懇談会（年6回）」: in brackets only a count of acts is a level.
    fn counts_acts(&self, unit: &Unit, figure: &Figure, token: usize) -> bool {
        unit.tokens.get(token).is_some_and(|t| t.inside == Inside::Aside)
            && matches!(&*figure.unit, "回" | "日間" | "コース" | "講座")
            && figure.hedge.is_none()
    }

    /// Whether the phrase only says that the whole is meant: 全て, 全部.
    fn is_whole(&self, unit: &Unit, at: Option<usize>) -> bool {
        at.and_then(|at| unit.phrases.get(at)).is_some_and(|phrase| {
            !phrase.embedded
                && matches!(unit.words(phrase.content.clone()), "全て" | "すべて" | "全部" | "全域")
        })
    }

    /// 「管理職64人の意識改革」「当直医14人の負担」: how many it is for, not how far it goes.
    fn betters(&self, head: &Head) -> bool {
        let known = self.known();
        head.classes.intersects(known.direction.union(known.people_state))
            && !head
                .classes
                .intersects(known.reach.union(known.act_of_others).union(known.deliverable))
    }

    fn is_head(&self, unit: &Unit, phrase: usize) -> bool {
        unit.clauses.iter().flat_map(|clause| &clause.heads).any(|head| head.phrase == phrase)
    }

    /// Whether a number that belongs to this phrase by の or への says how far the phrase's act goes.
    fn governs_level(&self, unit: &Unit, figure: &Figure, governor: usize, role: Role) -> bool {
        let known = self.known();
        let audience = AUDIENCE_UNITS.contains(&&*figure.unit);
        let delivers = known.deliverable.union(known.completion).union(known.decided_by_others);
        // 「9割の水準に乗せる」.
        let on_level =
            |p: &Phrase| p.role == Role::Goal && unit.words(p.content.clone()).ends_with("水準");
        if role == Role::Of && unit.phrases.get(governor).is_some_and(on_level) {
            return true;
        }
        // 「28指標での目標値の達成」: by way of what is reached.
        if role == Role::Relation
            && !self.is_head(unit, governor)
            && let Some(next) =
                unit.phrases.get(governor).filter(|p| p.role == Role::Of).and_then(|p| p.governor)
        {
            return self.governs_level(unit, figure, next, role);
        }
        unit.clauses.iter().any(|clause| {
            if !clause.phrases.contains(&governor) {
                return false;
            }
            let by_act = clause.heads.iter().any(|head| {
                head.phrase == governor
                    && head.kind != Kind::Noun
                    && (head.classes.intersects(delivers)
                        // 「28％への引上げ」.
                        || (role == Role::Relation
                            && figure.measure == Measure::Ratio
                            && head.classes.intersects(known.reach))
                        || matches!(
                            &*head.word,
                            "達成" | "参加" | "受講" | "修了" | "点検" | "訪問" | "調査" | "巡回"
                        )
                        || (role == Role::Of
                            && !head.classes.intersects(
                                known.effort.union(known.empty_act).union(known.thinking),
                            )
                            && !(audience && self.betters(head))))
            });
            let by_object = clause.heads.iter().any(|head| {
                head.classes.intersects(delivers)
                    && head.of.as_ref().is_some_and(|of| of.phrase == governor)
            });
            by_act || by_object
        })
    }

    /// A date for a deliverable or an act; for an effort it decides nothing.
    fn date(&self, unit: &Unit) -> Option<usize> {
        let known = self.known();
        unit.times.iter().enumerate().find_map(|(number, time)| {
            let frequency = time.kind() == TimeKind::Frequency;
            if !(time.is_date() || frequency) || time.is_reference() {
                return None;
            }
            let token = unit
                .tokens
                .iter()
                .position(|token| token.start <= time.start && time.start < token.end)?;
            let inside = unit.tokens.get(token).map(|token| token.inside)?;
            if inside == Inside::Quote {
                return None;
            }
            let at = unit
                .phrases
                .iter()
                .position(|p| (p.content.start..p.end).contains(&token) || p.content.start > token)
                .unwrap_or(unit.phrases.len().checked_sub(1)?);
            if unit.phrases.get(at).is_some_and(|p| p.embedded) && inside == Inside::Text {
                return None;
            }
            // In a clause that only tells aim or circumstance it belongs to the one that follows.
            let clause = unit
                .clauses
                .iter()
                .find(|clause| {
                    clause.phrases.end > at && matches!(clause.link, None | Some(Link::Side))
                })
                .or(unit.clauses.last())?;
            let head = clause.head();
            // 「福祉タクシー券の電子化 10月」: a thing that is turned into another is a product.
            let things = known.document.union(known.countable).union(known.tool);
            let turned = head.is_some_and(|head| {
                head.of.as_ref().is_some_and(|of| {
                    head.classes.intersects(known.conversion)
                        || head.word.ends_with('化')
                            && self.noun_classes(unit, of.tokens.clone()).intersects(things)
                })
            });
            let effort = !turned
                && head.is_some_and(|head| {
                    head.classes.intersects(known.effort.union(known.direction).union(known.need))
                        && !head.classes.intersects(known.deliverable.union(known.act))
                });
            let (others, named) =
                (clause.flags.has(Flags::DESIRE), head.is_some() || time.is_date());
            (!effort && !others && named).then_some(number)
        })
    }

    /// The completed deliverable of a named thing that decides the unit.
    fn delivered(&self, unit: &Unit) -> Option<Range<usize>> {
        let known = self.known();
        let last = unit.clauses.iter().rfind(|clause| !clause.heads.is_empty())?;
        for clause in unit.clauses.iter().rev() {
            let Some(head) = clause.head() else { continue };
            if let Some(product) = self.product(unit, clause) {
                return Some(product);
            }
            // What stands before an effort falls with it; before an act that follows on it, it stands.
            let follows_on = std::ptr::eq(clause, last)
                && head
                    .classes
                    .intersects(known.effort.union(known.direction).union(known.act_of_others))
                && !head.classes.intersects(known.act);
            if follows_on || clause.flags.has(Flags::DESIRE) {
                return None;
            }
        }
        None
    }

    /// The named thing that a clause completes.
    fn product(&self, unit: &Unit, clause: &Clause) -> Option<Range<usize>> {
        let known = self.known();
        if clause.flags.has(Flags::NEGATED) {
            return None;
        }
        let head = match (clause.heads.first()?, clause.heads.get(1)) {
            (outer, Some(inner)) if outer.classes.intersects(known.effort) => {
                if !inner.classes.intersects(known.decided_by_others)
                    || !matches!(&*outer.word, "目指す" | "得る" | "受ける")
                {
                    return None;
                }
                inner
            }
            (outer, _) => outer,
        };
        let built = matches!(&*head.word, "構築" | "整備" | "確立")
            && head.of.as_ref().is_some_and(|of| {
                of.tokens.len() < 6
                    && self.noun_classes(unit, of.tokens.clone()).intersects(known.document)
            });
        let delivers = built
            || head.classes.intersects(known.deliverable.union(known.completion))
            || head.classes.intersects(known.decided_by_others);
        if !delivers || head.classes.intersects(known.thinking) {
            return None;
        }
        let beyond = || self.moved_to(unit, clause, head).or_else(|| handed_over(unit, head));
        let beyond = if head.of.is_none() { beyond() } else { None };
        let of = head.of.as_ref().or(beyond.as_ref())?;
        self.is_named(unit, clause, head, of)
            .then(|| of.tokens.start.min(head.tokens.start)..head.tokens.end)
    }

    /// 「新制度への移行」「先行地域への選定」: what something is turned into or chosen for. A state of
    /// people or of the organisation is nothing that one moves to on a day.
    fn moved_to(&self, unit: &Unit, clause: &Clause, head: &Head) -> Option<Argument> {
        let known = self.known();
        let (at, phrase) = unit.phrases.iter().enumerate().find(|(at, phrase)| {
            clause.phrases.contains(at)
                && phrase.governor == Some(head.phrase)
                && matches!(phrase.role, Role::Relation | Role::Goal)
                && ["へ", "に"]
                    .iter()
                    .any(|to| unit.words(phrase.content.end..phrase.end).starts_with(to))
        })?;
        let states = known.people_state.union(known.organisation_state).union(known.generic_body);
        let goal = Argument { phrase: at, tokens: phrase.content.clone() };
        // What others decide on has a name of its own: 「脱炭素先行地域への選定」.
        let chosen = head.classes.intersects(known.decided_by_others) && goal.tokens.len() > 2;
        let state = || self.noun_classes(unit, goal.tokens.clone()).intersects(states);
        (chosen || &*head.word == "移行" && !state()).then_some(goal)
    }

    /// Whether what is delivered is named, so that two people would look for the same thing.
    fn is_named(&self, unit: &Unit, clause: &Clause, head: &Head, of: &Argument) -> bool {
        let known = self.known();
        let words = unit.words(of.tokens.clone());
        let classes = self.noun_classes(unit, of.tokens.clone());
        let first = self.lexicons().classes(unit.words(of.tokens.start..of.tokens.start + 1));
        // 「計画の見直しを終える」「窓口の運用を開始する」: of what the act was.
        let inner = clause.heads.iter().find(|inner| inner.phrase == of.phrase);
        if let Some(inner) = inner
            && let Some(within) = &inner.of
            && within.phrase != of.phrase
            && !inner.classes.intersects(known.effort.union(known.direction))
        {
            let document = clause.heads.iter().any(|head| {
                head.phrase == within.phrase
                    && head.classes.intersects(known.document.union(known.institution))
            });
            let named = !inner.classes.intersects(known.thinking)
                && self.is_named(unit, clause, inner, within);
            if document || named {
                return true;
            }
        }
        // 「BCP（業務継続計画）の改訂」: what goes by its capitals has a name.
        let capitals = words.len() > 2 && words.chars().all(|c| c.is_ascii_uppercase());
        if capitals {
            return true;
        }
        let generic = classes.intersects(known.generic_event.union(known.generic_title))
            && of.tokens.len() == 1;
        if words.is_empty() || generic || first.intersects(known.manner) && of.tokens.len() < 3 {
            return false;
        }
        let quoted = of
            .tokens
            .clone()
            .any(|t| unit.tokens.get(t).is_some_and(|t| t.inside == Inside::Quote));
        if quoted || classes.intersects(known.document.union(known.institution)) {
            return true;
        }
        let parts = unit
            .phrases
            .iter()
            .enumerate()
            .filter(|(_, p)| p.governor == Some(of.phrase) || p.governor == Some(head.phrase));
        let modifiers: Vec<_> = parts
            .filter(|(at, p)| clause.phrases.contains(at) && *at != of.phrase && !p.predicate)
            .collect();
        let placed = modifiers.iter().any(|(_, p)| {
            matches!(p.role, Role::Relation | Role::Goal | Role::By | Role::Of)
                && self.names_place(unit, p.content.clone())
        });
        let states = known
            .people_state
            .union(known.organisation_state)
            .union(known.relation)
            .union(known.measure);
        if head.classes.intersects(known.completion)
            && matches!(
                &*head.word,
                "完了" | "完成" | "終える" | "終了" | "修了" | "竣工" | "開通" | "全線開通"
            )
        {
            return true;
        }
        // 「体制の整備」 names no product; 「自動配信機能の導入」 does.
        if classes.intersects(states)
            && (of.tokens.len() == 1
                || matches!(&*head.word, "整備" | "整える" | "形成" | "作る" | "つくる"))
        {
            return false;
        }
        if classes.intersects(known.countable) {
            // One 共同受注窓口 is opened, but how many 防犯灯 are set up?
            let single = matches!(
                &*head.word,
                "開設" | "創設" | "新設" | "設立" | "発足" | "立ち上げ" | "立ち上げる" | "供用開始"
            );
            return placed || single && of.tokens.len() > 1;
        }
        // A service or anything else is named by what kind of it it is.
        of.tokens.len() > 1 || placed || modifiers.iter().any(|(_, p)| p.role == Role::Of)
    }

    /// Whether the nouns name a particular place.
    fn names_place(&self, unit: &Unit, tokens: Range<usize>) -> bool {
        let known = self.known();
        let proper = tokens
            .clone()
            .any(|t| unit.tokens.get(t).is_some_and(|t| t.pos.is_proper_noun() || !t.known));
        let classes = self.noun_classes(unit, tokens.clone());
        proper
            || (tokens.len() > 1
                && classes.intersects(known.place.union(known.institution).union(known.countable)))
    }

    /// The classes of a run of nouns: those of its longest ending that a lexicon holds.
    #[must_use]
    pub fn noun_classes(&self, unit: &Unit, tokens: Range<usize>) -> super::lexicon::Classes {
        // 「防災訓練等」: what is left open by 等 is of the same kind.
        let last = tokens.end.saturating_sub(1);
        let open = last > tokens.start && matches!(unit.words(last..tokens.end), "等" | "など");
        let end = if open { last } else { tokens.end };
        (tokens.start..end)
            .map(|start| self.classes_of(unit, start..end))
            .find(|classes| !classes.is_empty())
            .unwrap_or_default()
    }

    /// The classes of these words together.
    fn classes_of(&self, unit: &Unit, tokens: Range<usize>) -> super::lexicon::Classes {
        match unit.tokens.get(tokens.clone()) {
            Some([word]) if !word.is_inflected() => self.lexicons().numbered(word.entry).classes,
            _ => self.lexicons().classes(unit.words(tokens)),
        }
    }

    /// Whether the unit holds any figure or date at all, whatever it measures.
    #[must_use]
    pub fn has_figure_or_date(unit: &Unit) -> bool {
        // 「2.1日長い」: beside 年, 月, 日 and 時 a number dates or measures, whichever it is.
        let told = |figure: &Figure| {
            !figure.name
                || figure.measure == Measure::Ratio
                || matches!(&*figure.unit, "年" | "月" | "日" | "時" | "番目" | "位")
        };
        unit.figures.iter().any(told)
            || unit.times.iter().any(|time| {
                time.is_date()
                    || matches!(
                        time.kind(),
                        TimeKind::Year | TimeKind::Duration | TimeKind::Frequency
                    )
            })
    }
}
