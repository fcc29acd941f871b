//! The program `mokuhyo`.

fn main() {}
