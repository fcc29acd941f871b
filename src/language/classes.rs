//! The lexicons that grammar itself asks for by name.

use super::lexicon::{Classes, Lexicons};

macro_rules! classes {
    ($($name:ident,)+) => {
        /// The set of each lexicon that grammar knows; see the lexicon's file for what it holds.
        #[derive(Clone, Copy, Debug)]
        pub struct Known {
            $(#[doc = concat!("`dictionaries/lexicon/", stringify!($name), ".txt`")] pub $name: Classes,)+
        }

        impl Known {
            /// Looks each lexicon up; one that is not there is empty.
            #[must_use]
            pub fn of(lexicons: &Lexicons) -> Self {
                Self { $($name: lexicons.class(stringify!($name)).unwrap_or_default(),)+ }
            }

            /// The names that are asked for.
            pub const NAMES: &[&'static str] = &[$(stringify!($name)),+];
        }
    };
}

classes! {
    abstract_object, act, act_of_others, completion, concrete_act, conversion, decided_by_others, deliverable, demand, direction,
    effort, empty_act, guess, intensification, intention, law, need, progress, reach, state_change, thinking, verdict,
    countable, document, event, generic_body, generic_event, generic_title, institution, manner, measure,
    organisation_state, particular_body, people_state, place, relation, service, shortfall, tool,
    unit_counter, number_name_before, number_name_after, hedge_before, hedge_after, exact_after,
}

impl Known {
    /// Every class of words by which the writer judges how things stand.
    #[must_use]
    pub const fn judgements(&self) -> Classes {
        self.demand.union(self.guess).union(self.need).union(self.shortfall).union(self.verdict)
    }

    /// Every class of words that predicate something.
    #[must_use]
    pub const fn predicates(&self) -> Classes {
        self.act
            .union(self.act_of_others)
            .union(self.completion)
            .union(self.concrete_act)
            .union(self.decided_by_others)
            .union(self.deliverable)
            .union(self.demand)
            .union(self.direction)
            .union(self.effort)
            .union(self.empty_act)
            .union(self.guess)
            .union(self.intention)
            .union(self.law)
            .union(self.need)
            .union(self.state_change)
            .union(self.thinking)
            .union(self.verdict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lexicon_that_grammar_asks_for_is_there() {
        let lexicons = Lexicons::built_in();
        for name in Known::NAMES {
            assert!(lexicons.class(name).is_some(), "dictionaries/lexicon/{name}.txt is missing");
        }
    }
}
