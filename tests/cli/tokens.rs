//! `mokuhyo tokens`.

use crate::sandbox::Sandbox;

#[test]
fn words_heads_and_the_verdict_are_told() {
    let run = Sandbox::new().run(&["tokens", "受診率を45%に引き上げる"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    for told in ["名詞-サ変接続", "引き上げる（動詞", "45％", "できる（exact）"]
    {
        assert!(run.says(told), "{told} is not in\n{}", run.stdout);
    }
    assert!(!run.stdout.contains("target/vague"), "{}", run.stdout);
}

#[test]
fn with_a_field_each_of_its_rules_answers() {
    let run = Sandbox::new().run(&["tokens", "防災意識の高揚を図る", "--field", "target"]);
    assert_eq!(run.status, 0);
    assert!(run.says("target/vague  要修正  指摘します"), "{}", run.stdout);
    assert!(run.says("target/means-as-target  指摘しません"), "{}", run.stdout);
}

#[test]
fn standard_input_is_read() {
    let run = Sandbox::new().run_with_input(&["tokens", "-"], "・講座の開催\n・条例の改正\n");
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("■ 講座の開催\n"), "{}", run.stdout);
    assert!(run.stdout.contains("■ 条例の改正\n"), "{}", run.stdout);
}

#[test]
fn without_a_sentence_there_is_nothing_to_analyse() {
    let run = Sandbox::new().run(&["tokens", "・"]);
    assert_eq!((run.status, &*run.stdout), (2, ""));
    assert!(run.stderr.contains("分析する文がありません"), "{}", run.stderr);
}

#[test]
fn in_english() {
    let run = Sandbox::new().run(&["tokens", "講座の開催", "--field", "means", "--lang", "en"]);
    assert!(run.stdout.contains("Can it be checked?"), "{}", run.stdout);
    assert!(run.stdout.contains("means/not-concrete"), "{}", run.stdout);
}
