//! The help texts: English ones are the doc comments of the options, Japanese ones are here.

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::arguments::Arguments;
use crate::finding::Language;

/// The command line's description, with help in this language.
pub(super) fn command(language: Language) -> Command {
    let words = match language {
        Language::Japanese => &JAPANESE,
        Language::English => &ENGLISH,
    };
    let command = Arguments::command().disable_help_flag(true).disable_version_flag(true);
    let command = command.arg(flag("version", 'V', ArgAction::Version, words.version));
    let command = command
        .arg(flag("help", 'h', ArgAction::Help, words.help).global(true))
        .mut_subcommands(|command| dress_all(command, words, ""));
    dress(command, words, "")
}

/// What frames the help in a language.
struct Words {
    usage: &'static str,
    commands: &'static str,
    arguments: &'static str,
    options: &'static str,
    help: &'static str,
    version: &'static str,
    after: &'static str,
    /// Help of subcommands and options, where it is not that of their doc comments.
    texts: &'static [(&'static str, &'static str)],
}

const JAPANESE: Words = Words {
    usage: "使い方",
    commands: "コマンド",
    arguments: "引数",
    options: "オプション",
    help: "この説明を表示します",
    version: "版を表示します",
    after: "終了状態:
  0  --fail-on 以上の指摘はありません
  1  --fail-on 以上の指摘があります
  2  コマンド、設定、規則または入力に使えないものがあります（残りは確かめます）
  3  目標シートが見つからず、何も確かめていません
  いくつも当てはまるときは 2、1、3 の順です。",
    texts: JAPANESE_TEXTS,
};

const ENGLISH: Words = Words {
    usage: "Usage",
    commands: "Commands",
    arguments: "Arguments",
    options: "Options",
    help: "Print this help",
    version: "Print the version",
    after: "Exit status:
  0  nothing at or above --fail-on
  1  findings at or above --fail-on
  2  the command, configuration, a rule file or an input could not be used (the rest is checked)
  3  nothing was checked: no goal sheet was found
  Where several hold: 2, then 1, then 3.",
    texts: ENGLISH_TEXTS,
};

fn flag(name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    Arg::new(name).long(name).short(short).action(action).help(help)
}

/// Puts the help of a command, and of those below it, into a language.
fn dress_all(command: Command, words: &Words, above: &str) -> Command {
    let below = format!("{above}{} ", command.get_name());
    let command = command.mut_subcommands(|command| dress_all(command, words, &below));
    dress(command, words, above)
}

/// Puts a command's help into a language. `above` are the commands that it is part of.
fn dress(command: Command, words: &Words, above: &str) -> Command {
    let name = format!("{above}{}", command.get_name());
    let own = |part: &str| find(words, &format!("{name}{part}"));
    let mut template = format!("{{about}}\n\n{}: {{usage}}\n", words.usage);
    if command.has_subcommands() {
        template += &format!("\n{}:\n{{subcommands}}\n", words.commands);
    }
    if command.get_positionals().next().is_some() {
        template += &format!("\n{}:\n{{positionals}}\n", words.arguments);
    }
    template += &format!("\n{}:\n{{options}}{{after-help}}", words.options);
    let usage = own(" usage");
    let about = own("");
    let after = own(" after").unwrap_or(words.after);
    let mut command = command.help_template(template).after_help(after).mut_args(|arg| {
        let id = arg.get_id().as_str();
        let help = own(&format!(" {id}")).or_else(|| find(words, &format!("* {id}")));
        // The help says both, in its own language.
        let valued = arg.get_action().takes_values();
        let arg = arg.hide_possible_values(valued).hide_default_value(valued);
        match help {
            Some(help) => arg.help(help),
            None => arg,
        }
    });
    if let Some(usage) = usage {
        command = command.override_usage(usage);
    }
    match about {
        Some(about) => command.about(about),
        None => command,
    }
}

fn find(words: &Words, key: &str) -> Option<&'static str> {
    words.texts.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}

/// The help of every subcommand and option: `command`, or `command option`; `*` for options that
/// several commands have.
const JAPANESE_TEXTS: &[(&str, &str)] = &[
    ("mokuhyo", "部局目標シートの言葉づかいを、指針に照らして確かめます。"),
    ("mokuhyo usage", "mokuhyo コマンド [オプション]"),
    ("check", "目標シートを確かめます（ファイル、フォルダー、標準入力）"),
    ("check usage", "mokuhyo check [オプション] [パス…]"),
    ("check paths", "ファイルかフォルダー（中も調べます）。- は標準入力。省略すると今のフォルダー"),
    ("check stdin_name", "標準入力のシートの名前。形式を拡張子で見分けます（例: kenko.md）"),
    ("check format", "出力の形式: text（読む）か json（プログラム用）。既定は text"),
    ("check output", "結果をこのファイルに書きます（書ききれないときは何も変えません）"),
    ("check fail_on", "終了状態を 1 にする重さ: error、warning、advice、never。既定は error"),
    ("check show", "text で表示する重さの下限: error、warning、advice。既定は warning"),
    ("* config", "設定ファイル。既定は最初のパスから上へ探した mokuhyo.toml"),
    ("* rules", "規則ファイルのフォルダー。組み込みの規則に加えます（何度でも指定できます）"),
    ("convert", "目標シートを JSON か Markdown に変換します"),
    ("convert usage", "mokuhyo convert --to 形式 [オプション] パス"),
    ("convert path", "シートのファイル。- は標準入力"),
    ("convert stdin_name", "標準入力のシートの名前。形式を拡張子で見分けます（例: kenko.md）"),
    ("convert to", "変換先の形: json か markdown"),
    ("convert output", "結果をこのファイルに書きます（書ききれないときは何も変えません）"),
    ("explain", "規則を説明します（何を、なぜ指摘するか、直し方、例）"),
    ("explain usage", "mokuhyo explain [オプション] 規則"),
    ("explain rule", "規則の名前。指摘に出るもの（例: target/vague）"),
    ("rules", "規則の一覧を表示します。rules test は規則ファイルの例を試します"),
    ("rules usage", "mokuhyo rules [オプション]\n        mokuhyo rules test [フォルダー]"),
    ("rules test", "規則ファイルに書かれた例を試します"),
    ("rules test usage", "mokuhyo rules test [オプション] [フォルダー]"),
    ("rules test folder", "規則ファイルのフォルダー。省略すると組み込みの規則"),
    ("tokens", "文がどう分析されるか、どの規則が指摘するかを表示します"),
    ("tokens usage", "mokuhyo tokens [オプション] 文"),
    ("tokens text", "分析する文。- は標準入力"),
    (
        "tokens field",
        "文のある欄: title、current_state、target、outcome、means。その欄の規則が指摘するかどうかと、しない理由を加えます",
    ),
    ("convert after", JAPANESE_STATUS),
    ("explain after", JAPANESE_STATUS),
    ("rules after", JAPANESE_STATUS),
    ("tokens after", JAPANESE_STATUS),
    (
        "rules test after",
        "終了状態:
  0  どの例も、書かれたとおりです
  1  書かれたとおりでない例があります
  2  使えない規則ファイルがあります（残りは試します）",
    ),
    ("* lang", "メッセージの言語: ja か en。既定は ja"),
    ("* color", "色: auto、always、never。既定は auto（NO_COLOR があれば付けません）"),
    ("* quiet", "指摘とエラーだけを表示します（お知らせと集計を省きます）"),
    ("* verbose", "すべての指摘のほか、読んだ設定や対象外にしたファイルも表示します"),
];

/// Exit statuses of commands that check nothing.
const JAPANESE_STATUS: &str = "終了状態:
  0  終わりました
  2  コマンド、設定、規則または入力に使えないものがあります";
const ENGLISH_STATUS: &str = "Exit status:
  0  done
  2  the command, configuration, a rule file or an input could not be used";

/// What English help has beyond the doc comments.
const ENGLISH_TEXTS: &[(&str, &str)] = &[
    ("convert after", ENGLISH_STATUS),
    ("explain after", ENGLISH_STATUS),
    ("rules after", ENGLISH_STATUS),
    ("tokens after", ENGLISH_STATUS),
    (
        "rules test after",
        "Exit status:
  0  every example does what is written
  1  some do not
  2  a rule file could not be used (the rest is tested)",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever adds an option is reminded here of its Japanese help.
    #[test]
    fn all_help_is_in_japanese() {
        let command = command(Language::Japanese);
        let below = command.get_subcommands().flat_map(Command::get_subcommands);
        for command in command.get_subcommands().chain([&command]).chain(below) {
            let name = command.get_name();
            let japanese = |text: Option<&clap::builder::StyledStr>| {
                text.is_some_and(|text| text.to_string().chars().any(|c| c as u32 >= 0x3040))
            };
            assert!(japanese(command.get_about()), "{name} has no Japanese help");
            for arg in command.get_arguments() {
                assert!(japanese(arg.get_help()), "{name} {} has no Japanese help", arg.get_id());
            }
        }
    }

    #[test]
    fn the_description_is_sound() {
        command(Language::Japanese).debug_assert();
        command(Language::English).debug_assert();
    }
}
