//! The lexicon files inside the program.

include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));
