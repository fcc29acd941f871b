//! The command line.

use std::ffi::OsString;

use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};

use super::{check, convert, explain, help, rules, tokens};
use crate::finding::Language;

/// Checks the wording of municipal goal sheets.
#[derive(Debug, Parser)]
#[command(name = "mokuhyo", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check goal sheets: files, folders, or standard input.
    Check(check::Options),
    /// Convert a goal sheet to JSON or Markdown.
    Convert(convert::Options),
    /// Explain a rule: what, why, what to do, examples.
    Explain(explain::Options),
    /// List the rules, or test rule files.
    Rules(rules::Options),
    /// Show how a text is analysed, and which rules fire.
    Tokens(tokens::Options),
}

/// Options of every subcommand.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Common {
    /// Language of messages: ja or en (default: ja).
    #[arg(long, global = true, value_name = "LANG", value_enum, default_value = "ja")]
    pub(super) lang: Lang,
    /// Colour: auto, always or never (default: auto; NO_COLOR is honoured).
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value = "auto")]
    pub(super) color: Color,
    /// Findings and errors only: no notices, no summary.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(super) quiet: bool,
    /// Every finding, also several in one sentence; what was read and what was passed over.
    #[arg(short, long, global = true)]
    pub(super) verbose: bool,
}

/// Values of `--lang`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Lang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// Values of `--color`.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Color {
    /// On a terminal that can.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ja => Self::Japanese,
            Lang::En => Self::English,
        }
    }
}

/// Parses the command line, with help texts in `language`.
pub(super) fn parse(arguments: &[OsString], language: Language) -> Result<Arguments, clap::Error> {
    let matches = help::command(language).try_get_matches_from(arguments)?;
    Arguments::from_arg_matches(&matches)
}

/// The language that the command line asks for, known before it is parsed: help and usage errors
/// are to be in it too.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('=').map(|value| value.to_owned().into()),
            None if word == "--" => break,
            None => None,
        };
        if value.as_deref() == Some("en") {
            return Language::English;
        }
    }
    Language::Japanese
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language_of(words: &[&str]) -> Language {
        language(&words.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_language_is_known_before_parsing() {
        assert_eq!(language_of(&["mokuhyo", "--lang", "en", "--help"]), Language::English);
        assert_eq!(language_of(&["mokuhyo", "check", "--lang=en"]), Language::English);
        assert_eq!(language_of(&["mokuhyo", "check", "--lang", "ja"]), Language::Japanese);
        assert_eq!(language_of(&["mokuhyo", "check", "--", "--lang=en"]), Language::Japanese);
    }
}
