//! What words do when texts are compared, told by `dictionaries/lexicon/roles.txt`. Other than the
//! classes these say nothing of what a word means.

use super::lexicon::words;

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

/// The roles of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Roles(u32);

impl Roles {
    pub(super) const fn add(&mut self, role: WordRole) {
        self.0 |= 1 << role as u32;
    }

    pub(super) const fn has(self, role: WordRole) -> bool {
        self.0 & (1 << role as u32) != 0
    }
}

/// Reads `role: word word`; a role may take several lines.
pub(super) fn read(content: &'static str) -> impl Iterator<Item = (&'static str, WordRole)> {
    words(content).filter_map(|line| line.split_once(':')).flat_map(|(name, members)| {
        let role = WordRole::ALL.iter().find(|(known, _)| *known == name).map(|(_, role)| *role);
        let members = members.split(' ').filter(|word| !word.is_empty());
        members.filter_map(move |word| Some((word, role?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_of_the_file_is_known_and_has_words() {
        let files = crate::language::embedded::LEXICONS;
        let (_, content) = files.iter().find(|(name, _)| *name == "roles").unwrap();
        for (name, role) in WordRole::ALL {
            assert!(read(content).any(|(_, found)| found == *role), "{name}");
        }
        for line in words(content) {
            let name = line.split_once(':').map(|(name, _)| name);
            assert!(WordRole::ALL.iter().any(|(known, _)| Some(*known) == name), "{line}");
        }
    }
}
