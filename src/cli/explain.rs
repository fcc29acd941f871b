//! `mokuhyo explain`.

use std::path::Path;

use clap::Args;

use super::problem::Problem;
use super::rule_files::Sources;
use super::status::Status;
use super::terminal::Session;
use super::writing;
use crate::nearest::nearest;
use crate::report::text::explain;
use crate::rules::Rules;
use crate::rules::precision::Record;

/// Options of `explain`.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// Rule to explain, as findings name it, such as target/vague.
    #[arg(value_name = "RULE")]
    rule: String,
    #[command(flatten)]
    sources: Sources,
}

/// As many names that the user may have meant are told.
const SUGGESTIONS: usize = 3;

/// Explains a rule.
pub(super) fn run(options: &Options, session: &Session) -> Result<Status, Problem> {
    let (_, loaded) = options.sources.load(session, Path::new("."))?;
    let rule = loaded
        .rules
        .get(&options.rule)
        .ok_or_else(|| unknown(&options.rule, &loaded.rules, session))?;
    // The record tells of the program's own rules, not of one that takes the place of one.
    let record = (!loaded.added.contains(&rule.id)).then(Record::built_in);
    writing::write(session, None, &explain::rule(rule, record.as_ref(), session.style()))?;
    Ok(if loaded.complete { Status::Clean } else { Status::Unusable })
}

fn unknown(name: &str, rules: &Rules, session: &Session) -> Problem {
    let ids = || rules.all().iter().map(|rule| &*rule.id);
    // Who leaves the field out is answered by the names without theirs.
    let near: Vec<String> = if name.contains('/') {
        nearest(name, ids(), SUGGESTIONS)
    } else {
        let names = ids().map(last_part);
        let near = nearest(name, names, SUGGESTIONS);
        let of_name = |near: &String| ids().filter(|id| last_part(id) == near).collect::<Vec<_>>();
        near.iter().flat_map(of_name).map(str::to_owned).collect()
    };
    Problem::new(
        session.pick(
            format!("「{name}」という規則はありません。"),
            format!("There is no rule {name}."),
        ),
    )
    .help(session.pick(
        format!("近い名前: {}。規則の一覧は mokuhyo rules で表示します。", near.join("、")),
        format!("Similar names: {}. mokuhyo rules lists all.", near.join(", ")),
    ))
}

/// The name of a rule without its field.
fn last_part(id: &str) -> &str {
    id.rsplit_once('/').map_or(id, |(_, name)| name)
}
