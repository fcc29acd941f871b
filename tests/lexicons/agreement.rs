//! Words classed by the criteria, beside what the lexicons say of them.

use std::collections::BTreeMap;

use mokuhyo::language::lexicon::Lexicons;

/// The classes of the criteria, and the lexicons of their words.
pub const CLASSES: [(&str, &[&str]); 6] = [
    ("effort", &["effort", "direction"]),
    ("act", &["act", "concrete_act", "empty_act"]),
    ("deliverable", &["deliverable", "completion"]),
    // A verdict calls a state by its degree.
    ("state", &["state_change", "people_state", "act_of_others", "trend", "verdict"]),
    ("need", &["need"]),
    ("thinking", &["thinking"]),
];

/// A word of no class.
pub const NONE: &str = "none";

/// A word, its class by the criteria, and its classes by the lexicons.
pub struct Word {
    pub word: String,
    pub class: String,
    pub lexicons: Vec<&'static str>,
}

impl Word {
    /// Whether the lexicons have a class for it.
    pub fn is_listed(&self) -> bool {
        !self.lexicons.is_empty()
    }

    /// Whether the class is among those of the lexicons, or there is none on either side.
    pub fn agrees(&self) -> bool {
        if self.class == NONE { !self.is_listed() } else { self.lexicons.contains(&&*self.class) }
    }

    /// Whether the rules take it for what it is: an act is told from the grammar, too, where no
    /// lexicon has the word.
    pub fn is_understood(&self) -> bool {
        self.agrees() || (self.class == "act" && !self.is_listed())
    }
}

/// Each word of `classed` beside the lexicons.
pub fn compare(classed: &BTreeMap<String, Vec<String>>) -> Vec<Word> {
    let lexicons = Lexicons::built_in();
    let known = |class: &str| CLASSES.iter().any(|(name, _)| *name == class) || class == NONE;
    assert!(classed.keys().all(|class| known(class)), "an unknown class");
    let classes_of = |word: &str| {
        let held = lexicons.classes(word);
        let holds = |name: &&str| lexicons.class(name).is_some_and(|class| class.intersects(held));
        let classes = CLASSES.iter().filter(|(_, names)| names.iter().any(holds));
        classes.map(|(class, _)| *class).collect()
    };
    let words = classed.iter().flat_map(|(class, words)| {
        words.iter().map(|word| Word {
            word: word.clone(),
            class: class.clone(),
            lexicons: classes_of(word),
        })
    });
    words.collect()
}
