//! What each phrase hangs on.

use super::super::dictionary::Pos;
use super::super::token::Token;
use super::{Flags, Link, Phrase, Role};

/// Hangs each phrase on the one it belongs to and marks what only describes a noun.
pub(super) fn attach(phrases: &mut [Phrase], text: &str, tokens: &[Token]) {
    let last = phrases.len().saturating_sub(1);
    for at in 0..phrases.len() {
        let Some(phrase) = phrases.get(at) else { break };
        if at == last {
            break;
        }
        let after = phrases.get(at + 1..).unwrap_or_default();
        let next_noun = || {
            after.iter().position(|p| {
                !p.predicate && p.role != Role::Manner && p.role != Role::Adnominal
                    || is_copula_noun(p)
            })
        };
        let next_predicate =
            || after.iter().position(|p| p.predicate && !is_plain_modifier(p, text, tokens));
        let skip = match phrase.role {
            Role::Of | Role::Relation | Role::Parallel | Role::Adnominal => next_noun(),
            // The topic is what the whole sentence is about.
            Role::Topic => after
                .iter()
                .position(|p| p.predicate && matches!(p.role, Role::End | Role::Link(Link::Side))),
            Role::Link(_) => after
                .iter()
                .position(|p| p.predicate && matches!(p.role, Role::Link(_) | Role::End)),
            Role::Subject
                if after
                    .first()
                    .is_some_and(|p| p.predicate && is_plain_modifier(p, text, tokens)) =>
            {
                Some(0)
            }
            // 「漁業者が、休んでいた漁場に戻って…」: after a pause the nearest description is not its own.
            Role::Subject if phrase.comma => after
                .iter()
                .position(|p| p.predicate && matches!(p.role, Role::Link(_) | Role::End))
                .or_else(next_predicate),
            _ => next_predicate(),
        };
        let governor = skip.map_or(last, |skip| at + 1 + skip);
        if let Some(phrase) = phrases.get_mut(at) {
            phrase.governor = Some(governor);
        }
    }
    // What hangs on a describing predicate, however far down, is part of the description.
    for at in (0..phrases.len()).rev() {
        let governor = phrases.get(at).and_then(|p| p.governor);
        let embedded = governor.and_then(|g| phrases.get(g)).is_some_and(|g| {
            g.embedded
                || (g.predicate
                    && matches!(g.role, Role::Adnominal | Role::Relation | Role::Nominal))
        });
        let by_itself = phrases.get(at).is_some_and(|p| {
            p.predicate && matches!(p.role, Role::Adnominal | Role::Relation | Role::Nominal)
        });
        if let Some(phrase) = phrases.get_mut(at) {
            phrase.embedded = embedded || by_itself;
        }
    }
}

/// 「円滑な」: an adjectival noun that modifies and takes no arguments of its own.
fn is_plain_modifier(phrase: &Phrase, text: &str, tokens: &[Token]) -> bool {
    let last = |at: usize| tokens.get(at.wrapping_sub(1));
    let na = phrase.flags.has(Flags::COPULA)
        && last(phrase.end).is_some_and(|token| token.surface(text) == "な");
    let adjective = last(phrase.content.end).is_some_and(|token| token.pos == Pos::ADJECTIVE);
    // 「機会をとらえて啓発する」: a verb before a predicate keeps its own object.
    let verb = last(phrase.content.end).is_some_and(|token| token.pos == Pos::VERB);
    phrase.role == Role::Manner && !verb || phrase.role == Role::Adnominal && (na || adjective)
}

/// A noun with だ is a noun to what comes before it.
fn is_copula_noun(phrase: &Phrase) -> bool {
    phrase.flags.has(Flags::COPULA) && !matches!(phrase.role, Role::Adnominal)
}
