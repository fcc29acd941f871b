//! What words do when texts are compared, told by `dictionaries/lexicon/roles.txt`. Other than the
//! classes these say nothing of what a word means.

use super::lexicon::{Map, words};

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal,)+) => {
        /// What a word does when texts are compared; `dictionaries/lexicon/roles.txt` holds the words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum WordRole { $($(#[$doc])* $role,)+ }

        impl WordRole {
            /// Every role with its name in the file.
            pub const ALL: &[(&'static str, Self)] = &[$(($name, Self::$role)),+];
        }
    };
}

roles! {
    /// A verb that says nothing by itself.
    Empty = "empty",
    /// A suffix that changes the word class or number and not the thing.
    EmptySuffix = "empty_suffix",
    /// It only says how an act is gone about.
    Transparent = "transparent",
    /// It says that an act is over.
    Finishing = "finishing",
    /// By it a product has come about.
    Made = "made",
    /// By it what was brought in is at work.
    AtWork = "at_work",
    /// Bringing in.
    BroughtIn = "brought_in",
    /// A verb that only carries a figure.
    Level = "level",
    /// Who is counted.
    Counted = "counted",
    /// A pure word of direction.
    Direction = "direction",
    /// A noun that only says that the act before it is one.
    ActNoun = "act_noun",
    /// A noun that names no act though it looks like one.
    Thing = "thing",
    /// A generic word that names work of its own.
    OwnWork = "own_work",
    /// An ending of nouns that name people.
    People = "people",
    /// At home in every topic.
    Everywhere = "everywhere",
}

/// The roles of all words.
#[derive(Debug)]
pub(super) struct WordRoles(Map<&'static str, u32>);

impl WordRoles {
    /// Reads `role: word word`; a role may take several lines.
    pub(super) fn new(content: &'static str) -> Self {
        let mut roles: Map<&'static str, u32> = Map::default();
        for line in words(content) {
            let Some((name, members)) = line.split_once(':') else { continue };
            let role = WordRole::ALL.iter().find(|(known, _)| *known == name);
            let Some((_, role)) = role else { continue };
            for word in members.split(' ').filter(|word| !word.is_empty()) {
                *roles.entry(word).or_default() |= 1 << *role as u32;
            }
        }
        Self(roles)
    }

    /// Whether a word has this role.
    pub(super) fn has(&self, word: &str, role: WordRole) -> bool {
        self.0.get(word).is_some_and(|roles| roles & (1 << role as u32) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_of_the_file_is_known_and_has_words() {
        let files = crate::language::embedded::LEXICONS;
        let (_, content) = files.iter().find(|(name, _)| *name == "roles").unwrap();
        let roles = WordRoles::new(content);
        for (name, role) in WordRole::ALL {
            assert!(roles.0.values().any(|roles| roles & (1 << *role as u32) != 0), "{name}");
        }
        for line in words(content) {
            let name = line.split_once(':').map(|(name, _)| name);
            assert!(WordRole::ALL.iter().any(|(known, _)| Some(*known) == name), "{line}");
        }
    }
}
