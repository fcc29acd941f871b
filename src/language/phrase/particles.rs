//! The particles after nouns, and the verbs and nouns that do the work of one.

use super::super::dictionary::Pos;
use super::cutter::Cutter;
use super::words::{RELATION_NOUNS, RELATION_VERBS};
use super::{Flags, Role};

impl Cutter<'_> {
    /// The particles after a run of nouns.
    pub(super) fn particles(&mut self) -> Role {
        let mut role = None;
        let mut compound = false;
        loop {
            let surface = self.surface(self.at);
            match self.pos(self.at) {
                Some(
                    Pos::PARTICLE_CASE | Pos::PARTICLE_CASE_QUOTE | Pos::PARTICLE_ADVERBIALIZING,
                ) => {
                    role = Some(match surface {
                        "が" => Role::Subject,
                        "を" => Role::Object,
                        "に" | "へ" => Role::Goal,
                        "で" => Role::By,
                        "と" => Role::With,
                        "から" | "より" => Role::From,
                        "まで" => Role::Until,
                        "の" => Role::Of,
                        _ => role.unwrap_or(Role::Manner),
                    });
                    self.at += 1;
                    if let Some(relation) = self.relation() {
                        return relation;
                    }
                }
                Some(Pos::PARTICLE_CASE_COMPOUND) => {
                    compound = true;
                    role = Some(match surface {
                        "における" | "に対する" | "に関する" | "による" | "という" | "といった"
                        | "にわたる" | "に関わる" | "に伴う" | "に係る" => {
                            self.at += 1;
                            return Role::Relation;
                        }
                        "とともに" => Role::Parallel,
                        _ => Role::Manner,
                    });
                    self.at += 1;
                }
                Some(Pos::PARTICLE_BINDING) => {
                    role = Some(match role {
                        None | Some(Role::Object | Role::Bare) => Role::Topic,
                        Some(role) => role,
                    });
                    self.at += 1;
                }
                Some(Pos::PARTICLE_ADVERBIAL | Pos::PARTICLE_ADVERBIAL_COORDINATE_FINAL) => {
                    // まで is a boundary; だけ, など, のみ, でも leave the role open.
                    if surface == "まで" && role.is_none() {
                        role = Some(Role::Until);
                    }
                    self.at += 1;
                }
                Some(Pos::PARTICLE_COORDINATE) => {
                    role = Some(Role::Parallel);
                    self.at += 1;
                }
                Some(Pos::PARTICLE_ADNOMINAL) => {
                    let relation = compound
                        || !matches!(role, None | Some(Role::Of | Role::Topic | Role::Bare));
                    self.at += 1;
                    return if relation { Role::Relation } else { Role::Of };
                }
                Some(Pos::CONJUNCTION)
                    if matches!(
                        surface,
                        "及び"
                            | "および"
                            | "並びに"
                            | "ならびに"
                            | "又は"
                            | "または"
                            | "かつ"
                            | "且つ"
                    ) =>
                {
                    self.at += 1;
                    return Role::Parallel;
                }
                _ => break,
            }
        }
        role.unwrap_or(Role::Bare)
    }

    /// A verb or noun that does the work of a particle: に向けた, を対象に, を踏まえ.
    pub(super) fn relation(&mut self) -> Option<Role> {
        let mut at = self.at;
        if self.surface(at.wrapping_sub(1)) == "を"
            && RELATION_NOUNS.contains(&self.surface(at))
            && matches!(self.surface(at + 1), "に" | "と")
        {
            at += 2;
            if self.surface(at - 1) == "に" {
                if self.pos(at) == Some(Pos::VERB) {
                    return None; // 視野に入れる is a verb of its own.
                }
                self.at = at;
                return Some(Role::Manner);
            }
            if self.base(at) != "する" && self.surface(at) != "として" {
                return None;
            }
        } else if self.pos(at) != Some(Pos::VERB)
            || !RELATION_VERBS.contains(&self.base(at))
            // 「会議を始め」 opens a list; 「10月に始め」 does not.
            || matches!(self.base(at), "始める" | "はじめる") && self.surface(at - 1) != "を"
        {
            return None;
        }
        let form = self.token(at)?.form;
        at += 1;
        // て, た, つつ and 、 after it; anything more makes it a verb of its own.
        let adnominal = if self.base(at) == "た" && self.pos(at) == Some(Pos::AUXILIARY) {
            at += 1;
            true
        } else if matches!(self.surface(at), "て" | "つつ" | "ながら") {
            at += 1;
            if self.pos(at) == Some(Pos::VERB_DEPENDENT) {
                return None;
            }
            if self.pos(at) == Some(Pos::PARTICLE_BINDING) {
                at += 1;
            }
            false
        } else if form.is_basic() {
            true
        } else if form.is_continuative() {
            false
        } else {
            return None;
        };
        let noun_follows = self.is_nominal(at);
        if adnominal && !noun_follows {
            return None;
        }
        if !adnominal && at >= self.running.len() {
            return None;
        }
        self.at = at;
        if self.pos(self.at) == Some(Pos::PARTICLE_ADNOMINAL) {
            self.at += 1;
            return Some(Role::Relation);
        }
        Some(if adnominal { Role::Relation } else { Role::Manner })
    }

    /// An adverb or an adnominal word.
    pub(super) fn adverb(&mut self) {
        let start = self.at;
        let adnominal = self.pos(start) == Some(Pos::ADNOMINAL);
        self.at += 1;
        let content = self.span(start);
        let mut role = if adnominal { Role::Adnominal } else { Role::Manner };
        while self.token(self.at).is_some_and(|token| {
            matches!(
                token.pos,
                Pos::PARTICLE_ADVERBIALIZING | Pos::PARTICLE_BINDING | Pos::PARTICLE_ADVERBIAL
            ) || (token.pos == Pos::AUXILIARY && token.surface(self.text) == "な")
        }) {
            self.at += 1;
        }
        if matches!(self.pos(self.at), Some(Pos::PARTICLE_ADNOMINAL)) {
            self.at += 1;
            role = Role::Adnominal;
        }
        if self.surface(self.at.wrapping_sub(1)) == "な" {
            role = Role::Adnominal;
        }
        let comma = self.comma();
        self.push(content, false, role, Flags::default(), None, comma);
    }
}
