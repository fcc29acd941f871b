//! The rules as one page of Markdown in Japanese, for staff and reviewers: `docs/rules.md`.

use std::fmt::Write as _;

use super::text::explain::{cases, fields, groups, passages, severities, status};
use super::text::words;
use crate::finding::Language;
use crate::rules::Rule;
use crate::rules::file::Example;
use crate::rules::precision::{Figures, Record};

const JAPANESE: Language = Language::Japanese;

/// What stands before the index.
const PREFACE: &str = "\
# 規則

<!-- この文書は規則ファイル（rules/）と採点の記録（fixtures/labelled/recorded.toml）から作られます。
     直接は直しません。作り直し: MOKUHYO_RECORD=1 cargo test --test quality -->

市の指針に照らして、何を、なぜ指摘するかの一覧です。同じ説明は `mokuhyo explain 規則` でも読めます。

- 例の中の⟦ ⟧は、指摘される言葉です。
- 重さ: 要修正（error）は指針が名指しする誤り、要確認（warning）は指針から導かれるもの、参考（advice）は程度の問題です。
- 既知の限界: 正しく判断できないと分かっている例を、理由とともに載せています。
- 精度: 採点用のシート（`fixtures/labelled`）に人が付けた正解と比べた結果です。正解は人が指摘した件数、
  一致は規則も指摘した件数、余分は規則だけが指摘した件数、見落としは人だけが指摘した件数。
  適合率は規則の指摘のうち正しかった割合、再現率は正解のうち指摘できた割合です。
  規則はこの結果を見ながら直すので、初めて見るシートではこれより低いと考えてください（`docs/unseen.md`）。
";

/// The page.
#[must_use]
pub fn render(rules: &[&Rule], record: &Record) -> String {
    let groups = groups(rules, JAPANESE);
    let mut page = PREFACE.to_owned();
    page += &overall(record);
    page += "\n## 索引\n\n| 規則 | 名前 | 重さ | 指針 | 適合率 | 再現率 |\n";
    page += "| --- | --- | --- | --- | ---: | ---: |\n";
    for rule in groups.iter().flat_map(|(_, rules)| rules) {
        let anchor = rule.id.replace('/', "");
        let (id, title, guideline) = (&rule.id, &rule.title.ja, &rule.guideline);
        let severities = severities(rule, JAPANESE);
        let shares = match record.strict.get(id) {
            Some(figures) => shares(*figures),
            None => "— | —".to_owned(),
        };
        line(
            &mut page,
            &format!("| [{id}](#{anchor}) | {title} | {severities} | {guideline} | {shares} |"),
        );
    }
    for (heading, rules) in &groups {
        line(&mut page, &format!("\n## {heading}"));
        for rule in rules {
            write_rule(&mut page, rule, record);
        }
    }
    page
}

fn line(page: &mut String, text: &str) {
    page.push_str(text);
    page.push('\n');
}

/// Of all rules together, strictly and with neighbouring rules counted as one.
fn overall(record: &Record) -> String {
    let mut text = String::new();
    let Record { sheets, goals, strict, lenient } = record;
    if let (Some(strict), Some(lenient)) = (strict.get(Record::ALL), lenient.get(Record::ALL)) {
        write!(
            text,
            "\n採点用の{sheets}シート（{goals}目標）の全体:\n\n\
             | | {FIGURES} |\n| --- | {ALIGNED} |\n\
             | 規則ごとに比べる | {} |\n\
             | 人でも分かれる隣どうしの規則を一つと数える | {} |\n",
            row(*strict),
            row(*lenient),
        )
        .expect("a string takes everything");
    }
    text
}

const FIGURES: &str = "正解 | 一致 | 余分 | 見落とし | 適合率 | 再現率";
const ALIGNED: &str = "---: | ---: | ---: | ---: | ---: | ---:";

fn row(figures: Figures) -> String {
    let (gold, Figures { hits, extra, missed }) = (figures.gold(), figures);
    format!("{gold} | {hits} | {extra} | {missed} | {}", shares(figures))
}

fn shares(figures: Figures) -> String {
    format!("{:.3} | {:.3}", figures.precision(), figures.recall())
}

fn write_rule(page: &mut String, rule: &Rule, record: &Record) {
    line(page, &format!("\n### {}\n\n**{}**\n", rule.id, rule.title.ja));
    let mut facts = vec![
        ("指摘", rule.message.in_general(JAPANESE)),
        ("理由", rule.why.ja.clone()),
        ("直し方", rule.advice.in_general(JAPANESE)),
        ("指針", rule.guideline.clone()),
        ("重さ", severities(rule, JAPANESE)),
        ("状態", status(rule.status).of(JAPANESE).to_owned()),
    ];
    if !rule.fields.is_empty() {
        facts.push(("見る欄", fields(rule, JAPANESE)));
    }
    if !rule.after.is_empty() {
        let others = rule.after.join("、");
        facts.push(("重ねない", format!("同じところで {others} が指摘するときは指摘しません。")));
    }
    for (label, text) in facts {
        line(page, &format!("- {label}: {}", escaped(&text)));
    }
    write_cases(page, rule);
    let (gaps, examples): (Vec<_>, Vec<_>) =
        rule.bad.iter().partition(|example| example.known_gap.is_some());
    let (mistakes, good): (Vec<_>, Vec<_>) =
        rule.good.iter().partition(|example| example.known_gap.is_some());
    write_examples(page, rule, "指摘する例", &examples);
    write_examples(page, rule, "指摘しない例", &good);
    write_examples(page, rule, "既知の限界: まだ指摘できない例", &gaps);
    write_examples(page, rule, "既知の限界: 誤って指摘する例", &mistakes);
    if gaps.is_empty() && mistakes.is_empty() {
        line(page, "\n既知の限界: 例としては記録されていません。");
    }
    match record.strict.get(&rule.id) {
        Some(figures) => {
            line(page, &format!("\n| {FIGURES} |\n| {ALIGNED} |\n| {} |", row(*figures)));
        }
        None => line(
            page,
            "\n精度: 採点していません（採点用のシートに、この規則の正解は付けていません）。",
        ),
    }
}

/// What cases say in place of the rule's own words.
fn write_cases(page: &mut String, rule: &Rule) {
    for case in cases(rule) {
        let Some(message) = &case.message else { continue };
        let severity =
            case.severity.map(|severity| format!("（{}）", words::severity(severity).of(JAPANESE)));
        let severity = severity.unwrap_or_default();
        line(page, &format!("- 場合により{severity}: {}", escaped(&message.in_general(JAPANESE))));
        if let Some(advice) = &case.advice {
            line(page, &format!("  - 直し方: {}", escaped(&advice.in_general(JAPANESE))));
        }
    }
}

fn write_examples(page: &mut String, rule: &Rule, heading: &str, examples: &[&Example]) {
    if examples.is_empty() {
        return;
    }
    line(page, &format!("\n{heading}\n"));
    for example in examples {
        let passages = passages(rule, example, JAPANESE).into_iter().map(|(label, text)| {
            let text = match (text.replace(['⟦', '⟧'], "").trim(), text.contains('⟦')) {
                ("", true) => "⟦（空欄）⟧",
                ("", false) => "（空欄）",
                _ => &text,
            };
            let label = if label.is_empty() { label } else { format!("{label}: ") };
            escaped(&format!("{label}{text}"))
        });
        line(page, &format!("- {}", passages.collect::<Vec<_>>().join("<br>")));
        if let Some(gap) = &example.known_gap {
            line(page, &format!("  - 理由: {}", escaped(gap)));
        }
    }
}

/// A text of several lines as it stands, whatever Markdown would make of its characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\n' => escaped.push_str("<br>"),
            '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '|' | '#' | '~' => {
                escaped.extend(['\\', character]);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_does_not_read_the_texts() {
        assert_eq!(escaped("・*1_2\n<b>|"), "・\\*1\\_2<br>\\<b\\>\\|");
    }
}
