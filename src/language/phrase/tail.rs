//! The function words of a predicate: auxiliaries, て-forms, conjunctive particles.

use super::super::dictionary::Pos;
use super::cutter::Cutter;
use super::{Flags, Link, Role};

/// What the function words of a predicate have told so far.
pub(super) struct Tail {
    pub(super) flags: Flags,
    pub(super) formal: Option<usize>,
    pub(super) role: Option<Role>,
}

impl<'a> Cutter<'a> {
    /// A predicate whose content begins at `start` and whose function words begin here.
    pub(super) fn predicate(&mut self, start: usize) {
        let content = self.span(start);
        let mut tail = Tail { flags: Flags::default(), formal: None, role: None };
        while self.at < self.running.len() && tail.role.is_none() && self.tail_word(&mut tail) {}
        let comma = self.comma();
        let role = tail.role.unwrap_or_else(|| self.predicate_role(comma));
        self.push(content, true, role, tail.flags, tail.formal, comma);
    }

    /// The role of a predicate that no particle tells: by its last word's form and what follows.
    pub(super) fn predicate_role(&self, comma: bool) -> Role {
        let before = self.at - 1 - usize::from(comma);
        let Some(last) = self.token(before) else { return Role::End };
        if self.at >= self.running.len() {
            return Role::End;
        }
        let continuative = last.form.is_continuative();
        if comma {
            return Role::Link(Link::Side);
        }
        if last.pos == Pos::ADJECTIVE && continuative {
            return Role::Manner;
        }
        if self.is_nominal(self.at) && !continuative {
            return Role::Adnominal;
        }
        if matches!(self.surface(self.at), "な" | "の") || self.pos(self.at) == Some(Pos::ADNOMINAL)
        {
            return Role::Adnominal;
        }
        if continuative || last.surface(self.text) == "で" {
            return Role::Link(Link::Side);
        }
        Role::Adnominal
    }

    /// Takes in one function word of a predicate; `false` where the next word is none.
    pub(super) fn tail_word(&mut self, tail: &mut Tail) -> bool {
        let surface = self.surface(self.at);
        let base = self.base(self.at);
        let Some(pos) = self.pos(self.at) else { return false };
        match pos {
            Pos::AUXILIARY => {
                self.auxiliary(base, tail);
                // ざるを得ない is one ending.
                if surface == "ざる"
                    && self.surface(self.at + 1) == "を"
                    && matches!(self.base(self.at + 2), "得る" | "える")
                {
                    self.at += 2;
                }
            }
            Pos::VERB_SUFFIX => match base {
                "れる" | "られる" => tail.flags.set(Flags::PASSIVE),
                "せる" | "させる" | "しめる" => tail.flags.set(Flags::CAUSATIVE),
                _ => {}
            },
            Pos::VERB_DEPENDENT => dependent_verb(base, tail),
            Pos::ADJECTIVE_DEPENDENT | Pos::ADJECTIVE_SUFFIX => match base {
                "やすい" => {
                    tail.flags.set(Flags::POTENTIAL);
                    tail.flags.set(Flags::EASY);
                }
                "にくい" | "がたい" | "づらい" | "難い" => {
                    tail.flags.set(Flags::POTENTIAL);
                    tail.flags.flip(Flags::NEGATED);
                }
                "ない" => tail.flags.flip(Flags::NEGATED),
                _ => {}
            },
            Pos::ADJECTIVE
                if base == "ない"
                    && self.at > 0
                    && matches!(self.surface(self.at - 1), "は" | "も" | "で" | "く") =>
            {
                tail.flags.flip(Flags::NEGATED);
            }
            Pos::PARTICLE_CONJUNCTIVE => return self.conjunctive(surface, tail),
            Pos::PARTICLE_BINDING | Pos::PARTICLE_ADVERBIAL => {
                // ではない, てはならない, だけでなく: only between parts of one predicate.
                let next = self.base(self.at + 1);
                if !matches!(next, "ない" | "なる" | "だ" | "ある" | "する" | "いける")
                {
                    return false;
                }
                if next == "する" {
                    self.at += 1;
                }
            }
            Pos::PARTICLE_CASE if surface == "に" && self.base(self.at + 1) == "至る" => {
                self.at += 1
            }
            Pos::PARTICLE_CASE_COMPOUND if surface == "とともに" => {
                tail.role = Some(Role::Link(Link::Side));
            }
            Pos::PARTICLE_CASE_COMPOUND if matches!(surface, "という" | "といった" | "とする") =>
            {
                tail.role = Some(Role::Adnominal);
            }
            Pos::PARTICLE_CASE_QUOTE | Pos::PARTICLE_CASE if surface == "と" => {
                tail.role = Some(Role::Nominal);
            }
            Pos::NOUN_DEPENDENT_AUXILIARY if matches!(base, "よう" | "様") => {
                return self.like(tail);
            }
            Pos::NOUN_SPECIAL_AUXILIARY | Pos::NOUN_SUFFIX_AUXILIARY => {
                tail.flags.set(Flags::CONJECTURE)
            }
            Pos::PARTICLE_ADVERBIAL_COORDINATE_FINAL if surface == "か" => {
                // かもしれない; else a question made a noun.
                if self.surface(self.at + 1) == "も" && self.base(self.at + 2).starts_with("し") {
                    tail.flags.set(Flags::CONJECTURE);
                    self.at += 2;
                } else {
                    // 「必要ではないか」 asks nothing and denies nothing.
                    if (1..=3)
                        .rev()
                        .map(|back| self.surface(self.at.wrapping_sub(back)))
                        .eq(["で", "は", "ない"])
                    {
                        tail.flags.flip(Flags::NEGATED);
                        tail.flags.set(Flags::CONJECTURE);
                    }
                    tail.role = Some(Role::Nominal);
                }
            }
            _ if pos.is_noun() => return self.formal(surface, tail),
            _ => return false,
        }
        self.at += 1;
        // 「行きたくなる」「取りやすくする」: one predicate.
        if surface.ends_with('く') && base != "ない" && self.pos(self.at) == Some(Pos::VERB) {
            match self.base(self.at) {
                "なる" => tail.flags.set(Flags::BECOME),
                "する" => tail.flags.set(Flags::MAKE),
                _ => return true,
            }
            self.at += 1;
        }
        true
    }

    pub(super) fn auxiliary(&self, base: &str, tail: &mut Tail) {
        let flags = &mut tail.flags;
        match base {
            "まい" => flags.set(Flags::CONJECTURE),
            "ない" | "ぬ" | "ん" | "ず" => {
                // なければならない, なくてはならない, ねばならない: a duty, no negation.
                let next = self.surface(self.at + 1);
                let then = self.base(self.at + 2);
                let third = self.base(self.at + 3);
                let barred = matches!(self.base(self.at.wrapping_sub(1)), "なる" | "いける")
                    && self.surface(self.at.wrapping_sub(2)) == "は";
                let must = barred
                    || (next == "ば" && matches!(then, "なる" | "いける"))
                    || (next == "て" && (then == "は" && matches!(third, "なる" | "いける")))
                    || (next == "と" && matches!(then, "いける" | "なる"))
                    || (next == "を" && matches!(then, "得る" | "える"));
                // The ならない of the same duty negates nothing more.
                let second =
                    flags.has(Flags::OBLIGATION) && self.surface(self.at.wrapping_sub(1)) != "べき";
                if must {
                    flags.set(Flags::OBLIGATION);
                } else if !second {
                    flags.flip(Flags::NEGATED);
                }
            }
            "た" => flags.set(Flags::PAST),
            "たい" => flags.set(Flags::DESIRE),
            "べし" | "べき" => flags.set(Flags::OBLIGATION),
            "う" => {
                let will =
                    !matches!(self.base(self.at.wrapping_sub(1)), "だ" | "です" | "ます" | "た");
                flags.set(if will { Flags::ONWARD } else { Flags::CONJECTURE });
            }
            "らしい" | "ようだ" => flags.set(Flags::CONJECTURE),
            "ます" | "です" => flags.set(Flags::POLITE),
            _ => {}
        }
    }

    pub(super) fn conjunctive(&mut self, surface: &str, tail: &mut Tail) -> bool {
        let next = self.token(self.at + 1);
        match surface {
            "て" | "で" => {
                let after = if next.is_some_and(|token| token.pos == Pos::PARTICLE_BINDING) {
                    self.token(self.at + 2)
                } else {
                    next
                };
                // 「基づいて行っている」 is 行う; ていく does not go on with て or た.
                let acts = after.is_some_and(|token| token.surface(self.text) == "行っ");
                let goes_on = !acts
                    && after.is_some_and(|token| {
                        matches!(token.pos, Pos::VERB_DEPENDENT | Pos::ADJECTIVE_DEPENDENT)
                            || (token.pos == Pos::VERB
                                && matches!(
                                    token.base(self.text),
                                    "いる"
                                        | "おる"
                                        | "いく"
                                        | "まいる"
                                        | "いただく"
                                        | "もらう"
                                        | "なる"
                                        | "ある"
                                        | "くる"
                                ))
                    });
                self.at += 1;
                if !goes_on {
                    // Without a pause it is part of the next predicate: 避けて通れない, 歩いて暮らせる.
                    let pause = self.pos(self.at) == Some(Pos::SYMBOL_COMMA)
                        || self.at >= self.running.len();
                    tail.role = Some(if pause { Role::Link(Link::Side) } else { Role::Manner });
                } else if self.pos(self.at) == Some(Pos::PARTICLE_BINDING) {
                    self.at += 1;
                }
                if goes_on && self.pos(self.at) == Some(Pos::VERB) {
                    dependent_verb(self.base(self.at), tail);
                    self.at += 1;
                }
                return true;
            }
            "つつ" if next.is_some_and(|token| token.base(self.text) == "ある") => {
                tail.flags.set(Flags::PROGRESSIVE);
                self.at += 2;
                return true;
            }
            "ば" if matches!(self.base(self.at + 1), "なる" | "いける") => {
                self.at += 2;
                return true;
            }
            "と" if matches!(self.base(self.at + 1), "なる" | "いける")
                && tail.flags.has(Flags::OBLIGATION) =>
            {
                self.at += 2;
                return true;
            }
            "ば" | "ので" | "から" | "と" => tail.role = Some(Role::Link(Link::Circumstance)),
            "ながら" | "つつ" => tail.role = Some(Role::Link(Link::Circumstance)),
            _ => tail.role = Some(Role::Link(Link::Side)),
        }
        self.at += 1;
        if self.pos(self.at) == Some(Pos::PARTICLE_BINDING) {
            self.at += 1;
        }
        true
    }

    /// よう: ようになる, ようにする, ように as an aim, ようだ, ような.
    pub(super) fn like(&mut self, tail: &mut Tail) -> bool {
        self.at += 1;
        if self.surface(self.at) == "に" || self.pos(self.at) == Some(Pos::PARTICLE_ADVERBIALIZING)
        {
            match (self.base(self.at + 1), self.pos(self.at + 1)) {
                ("なる", _) => {
                    tail.flags.set(Flags::BECOME);
                    self.at += 2;
                }
                ("する", _) => {
                    tail.flags.set(Flags::MAKE);
                    self.at += 2;
                }
                _ => {
                    self.at += 1;
                    tail.role = Some(Role::Link(Link::Aim));
                }
            }
        } else if self.surface(self.at) == "な" {
            self.at += 1;
            tail.role = Some(Role::Adnominal);
        } else if self.pos(self.at) == Some(Pos::AUXILIARY) {
            tail.flags.set(Flags::CONJECTURE);
        } else {
            tail.role = Some(Role::Link(Link::Aim));
        }
        true
    }
}

fn dependent_verb(base: &str, tail: &mut Tail) {
    let flags = &mut tail.flags;
    match base {
        "いる" | "おる" | "ある" | "居る" | "つつある" | "続ける" | "続く" | "つづける" =>
        {
            flags.set(Flags::PROGRESSIVE);
        }
        "いく" | "ゆく" | "行く" | "まいる" | "参る" => flags.set(Flags::ONWARD),
        "くる" | "来る" => flags.set(Flags::SO_FAR),
        "もらう" | "いただく" | "頂く" | "くれる" | "くださる" => {
            flags.set(Flags::OTHERS_ACT)
        }
        "きれる" | "切れる" | "きる" => flags.set(Flags::PARTLY),
        "かねる" => {
            // かねない is a fear; かねる an inability.
            flags.set(Flags::CONJECTURE);
        }
        // 「起こり得る」 tells what may be.
        "得る" | "うる" | "える" => {
            flags.set(Flags::POTENTIAL);
            flags.set(Flags::CONJECTURE);
        }
        "おく" | "しまう" | "みる" | "みせる" | "過ぎる" | "すぎる" | "始める" | "はじめる"
        | "出す" => {
            flags.set(Flags::ASPECT);
        }
        _ => {}
    }
}
