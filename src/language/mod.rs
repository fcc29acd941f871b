//! TODO

pub mod dictionary;
