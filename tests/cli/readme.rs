//! The READMEs show what the program prints.

use std::path::Path;

use crate::sandbox::{Run, Sandbox};

/// What stands before a block that shows output, with the arguments of the run.
const MARK: &str = "<!-- output of: mokuhyo ";

/// A block of output in a README, and the arguments that give it.
struct Transcript {
    arguments: String,
    lines: Vec<String>,
}

fn transcripts(readme: &str) -> Vec<Transcript> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(readme));
    let text = text.expect("the README is there");
    text.split(MARK)
        .skip(1)
        .map(|rest| {
            let (arguments, rest) = rest.split_once(" -->").expect("the mark ends");
            let mut lines = rest.trim_start().lines();
            assert!(lines.next().is_some_and(|line| line.starts_with("```")), "{arguments}");
            let lines = lines.take_while(|line| *line != "```").map(str::to_owned).collect();
            Transcript { arguments: arguments.to_owned(), lines }
        })
        .collect()
}

/// Runs the program in the repository, as the README says.
fn run(arguments: &str) -> Run {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let root = env!("CARGO_MANIFEST_DIR");
    let output = Sandbox::new().command(&arguments).current_dir(root).output();
    let output = output.expect("the program runs");
    Run {
        status: output.status.code().expect("the program is not killed"),
        stdout: String::from_utf8(output.stdout).expect("output is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("errors are UTF-8"),
    }
}

/// The block says nothing that the program does not print, line for line and in its order. A line
/// of `…` stands for lines that are left out.
fn shows(transcript: &Transcript) {
    let Transcript { arguments, lines } = transcript;
    let run = run(arguments);
    assert_eq!(run.stderr, "", "{arguments}");
    let printed: Vec<&str> = run.stdout.lines().collect();
    let parts: Vec<&[String]> = lines.split(|line| line.trim() == "…").collect();
    let mut from = 0;
    for (number, part) in parts.iter().enumerate() {
        let windows = || printed[from..].windows(part.len().max(1));
        let found = match number {
            _ if part.is_empty() => Some(0),
            // What is shown last ends the output, unless something was left out there.
            _ if number + 1 == parts.len() => windows().rposition(|window| window == *part),
            0 => Some(0).filter(|_| windows().next().is_some_and(|window| window == *part)),
            _ => windows().position(|window| window == *part),
        };
        let Some(at) = found else {
            panic!("`mokuhyo {arguments}` does not print\n{}", part.join("\n"))
        };
        assert!(number > 0 || at == 0, "`mokuhyo {arguments}` begins otherwise");
        from += at + part.len();
    }
    let open = parts.last().is_some_and(|part| part.is_empty());
    assert!(open || from == printed.len(), "`mokuhyo {arguments}` prints more at the end");
}

#[test]
fn the_readmes_show_what_is_printed() {
    for (readme, blocks) in [("README.md", 2), ("README.ja.md", 2)] {
        let transcripts = transcripts(readme);
        assert!(transcripts.len() >= blocks, "{readme} shows {} blocks", transcripts.len());
        transcripts.iter().for_each(shows);
    }
}

#[test]
fn the_rule_in_contributing_passes_its_examples() {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CONTRIBUTING.md"));
    let text = text.expect("the file is there");
    let rule = text.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let sandbox = Sandbox::with("rules/current_state/need.toml", rule.expect("there is a rule"));
    let run = sandbox.run(&["rules", "test", "rules"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.says("例6件"), "{}", run.stdout);
}
