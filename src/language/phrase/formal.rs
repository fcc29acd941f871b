//! Formal nouns after a predicate: こと, ため, もの, 状況, 中 and their like.

use super::super::dictionary::Pos;
use super::cutter::Cutter;
use super::tail::Tail;
use super::words::{CIRCUMSTANCE, FORMAL_END, PLAN_NOUNS};
use super::{Flags, Link, Role};

impl<'a> Cutter<'a> {
    /// A noun right after a predicate: a formal one is taken in, any other is described by it.
    pub(super) fn formal(&mut self, surface: &'a str, tail: &mut Tail) -> bool {
        let next = self.surface(self.at + 1);
        let next_base = self.base(self.at + 1);
        let then = self.base(self.at + 2);
        let at_end = self.at + 1 >= self.running.len();
        let pauses = at_end || matches!(next, "、" | "。");
        // 中 and 上 of compounds are nouns of their own.
        if !matches!(self.pos(self.at + 1), Some(pos) if pos.is_noun())
            || matches!(surface, "こと" | "もの")
        {
            let formal = Some(self.index(self.at));
            match surface {
                "こと" | "事" | "の" | "点" => {
                    if surface == "の" && self.rhetorical(tail) {
                        return true;
                    }
                    if surface == "こと"
                        && matches!(next, "が" | "は" | "も" | "の")
                        && matches!(then, "できる" | "出来る" | "可能")
                    {
                        tail.flags.set(Flags::POTENTIAL);
                        self.at += 3;
                        return true;
                    }
                    if surface == "こと"
                        && matches!(next, "に" | "と")
                        && matches!(then, "する" | "なる")
                    {
                        tail.flags.set(Flags::PLAN);
                        tail.formal = formal;
                        self.at += 3;
                        return true;
                    }
                    if pauses {
                        tail.formal = formal;
                        self.at += 1;
                        return true;
                    }
                    if matches!(next_base, "だ" | "です") && next != "で" {
                        tail.formal = formal;
                        self.at += 1;
                        return true;
                    }
                    tail.formal = formal;
                    let means =
                        matches!(next, "により" | "によって" | "で" | "を通じて" | "をもって");
                    self.at += 1;
                    // 「張ることで、…」; in 「…のは張ることである」 it is a predicate.
                    let predicate =
                        next_base == "だ" && matches!(then, "ある" | "ない" | "ございます");
                    if means && !predicate || next == "から" {
                        self.at += 1;
                        tail.role = Some(Role::Link(if next == "から" {
                            Link::Circumstance
                        } else {
                            Link::Means
                        }));
                        return true;
                    }
                    if next == "に" && then == "よる" {
                        self.at += 2;
                        if self.surface(self.at) == "て" {
                            self.at += 1;
                        }
                        tail.role = Some(if self.is_nominal(self.at) {
                            Role::Relation
                        } else {
                            Role::Link(Link::Means)
                        });
                        return true;
                    }
                    if next == "による" {
                        self.at += 1;
                        tail.role = Some(Role::Relation);
                        return true;
                    }
                    let role = self.particles();
                    tail.role = Some(match role {
                        Role::Of | Role::Relation => Role::Relation,
                        Role::Bare if at_end => Role::End,
                        _ => Role::Nominal,
                    });
                    return true;
                }
                "ため" | "為" if !at_end => {
                    self.at += 1;
                    let relation = next == "の";
                    while self.token(self.at).is_some_and(|t| {
                        t.pos == Pos::PARTICLE_CASE
                            || t.pos == Pos::PARTICLE_BINDING
                            || t.pos == Pos::PARTICLE_ADNOMINAL
                            || t.pos == Pos::PARTICLE_ADVERBIALIZING
                    }) {
                        self.at += 1;
                    }
                    tail.formal = formal;
                    tail.role = Some(if relation { Role::Relation } else { Role::Link(Link::Aim) });
                    return true;
                }
                "もの" if matches!(next, "に" | "と") && matches!(then, "する" | "なる") => {
                    tail.flags.set(if then == "する" { Flags::MAKE } else { Flags::BECOME });
                    tail.formal = formal;
                    self.at += 3;
                    return true;
                }
                _ => {}
            }
            let ends = pauses
                || (matches!(next_base, "だ" | "です") && next != "な")
                || (next == "に" && matches!(then, "ある" | "なる" | "来る" | "くる"))
                || (next == "と" && matches!(then, "なる" | "する" | "いう"));
            if FORMAL_END.contains(&surface)
                && ends
                && !(pauses && !at_end && CIRCUMSTANCE.contains(&surface))
            {
                if PLAN_NOUNS.contains(&surface) {
                    tail.flags.set(Flags::PLAN);
                }
                if matches!(surface, "中" | "最中" | "途中") {
                    tail.flags.set(Flags::PROGRESSIVE);
                }
                tail.formal = Some(self.index(self.at));
                self.at += if matches!(next, "に" | "と") { 3 } else { 1 };
                return true;
            }
            if CIRCUMSTANCE.contains(&surface)
                && (matches!(next, "に" | "で" | "は" | "も" | "、" | "には") || at_end)
            {
                tail.formal = Some(self.index(self.at));
                self.at += 1;
                while self.token(self.at).is_some_and(|t| {
                    matches!(
                        t.pos,
                        Pos::PARTICLE_CASE | Pos::PARTICLE_BINDING | Pos::PARTICLE_ADVERBIALIZING
                    ) || (t.pos == Pos::AUXILIARY && t.surface(self.text) == "で")
                }) {
                    self.at += 1;
                }
                tail.role = Some(Role::Link(Link::Circumstance));
                return true;
            }
        }
        tail.role = Some(Role::Adnominal);
        true
    }

    /// 「増えるのではないか」「増えるのではあるまいか」: a guess in the form of a question.
    fn rhetorical(&mut self, tail: &mut Tail) -> bool {
        if self.surface(self.at + 1) != "で" || self.surface(self.at + 2) != "は" {
            return false;
        }
        let mut end = self.at + 3;
        while self.pos(end) == Some(Pos::AUXILIARY) || matches!(self.base(end), "ない" | "ある")
        {
            end += 1;
        }
        if self.surface(end) != "か" {
            return false;
        }
        tail.flags.set(Flags::CONJECTURE);
        tail.formal = Some(self.index(self.at));
        self.at = end + 1;
        if self.surface(self.at) == "と" {
            self.at += 1;
            tail.role = Some(Role::Nominal);
        }
        true
    }
}
