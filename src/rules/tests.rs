//! Every rule file inside the program compiles, and does what its examples say.

use super::example;
use super::{Checker, RULES, Rules};

#[test]
fn every_rule_file_compiles() {
    let mut rules = Rules::none();
    for (id, source) in RULES {
        if let Err(error) = rules.add(id, source) {
            panic!("{error} at {:?}", error.span.clone().map(|span| &source[span]));
        }
    }
}

#[test]
fn every_rule_does_what_its_examples_say() {
    let checker = Checker::new(Rules::built_in());
    let failures: Vec<_> = checker
        .rules()
        .all()
        .iter()
        .flat_map(|rule| example::run(&checker, rule).failures)
        .map(|failure| format!("{}: {} {}", failure.rule, failure.text, failure.en))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
