//! 達成状況 as typed: a number from 1 to 5, with or without the words that the form has for it.

use super::fold::{fold, key, mark_value};

/// What the form prints for each number. Read from the top: 「取り組んだが、業績目標を達成しなかった」 holds
/// no other's words.
const WORDS: [(&str, u32); 5] = [
    ("先進的な取り組みを行い", 5),
    ("達成水準を上回る成果があった", 4),
    ("業績目標を達成した", 3),
    ("業績目標を達成しなかった", 2),
    ("業績目標に取り組まなかった", 1),
];

/// How a status is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing, or the form's own mark.
    Empty,
    /// 1–5.
    Given(u32),
    /// Anything else.
    Invalid,
}

/// Reads a status.
#[must_use]
pub fn read(text: &str) -> Status {
    let folded: String = text.chars().map(fold).collect();
    // ▶ is printed in the form's cell.
    let typed = folded.trim_start_matches([' ', '\n', '(', '[', '【', '▶', '▼', '▷']).trim_end();
    if typed.chars().all(|c| "-▶▼▷ \n".contains(c)) {
        return Status::Empty;
    }
    let words = key(typed);
    let in_words = WORDS.into_iter().find(|(name, _)| {
        let name = key(name);
        words.trim_start_matches(char::is_numeric).starts_with(&name) || words.ends_with(&name)
    });
    let mut chars = typed.chars();
    let (number, rest) = match chars.next() {
        Some(first) if mark_value(first).is_some() => (mark_value(first), chars.as_str()),
        Some(first) if first.is_ascii_digit() => {
            let rest = typed.trim_start_matches(|c: char| c.is_ascii_digit());
            (typed.strip_suffix(rest).and_then(|digits| digits.parse().ok()), rest)
        }
        _ => (None, typed),
    };
    // 3.0 is how a spreadsheet may hold 3.
    let rest = rest.strip_prefix(".0").filter(|rest| rest.is_empty()).unwrap_or(rest);
    let follows = rest.trim_start_matches([')', ']', '】', '.', ':', '、', '-', ' ', '\n', '点']);
    match (number, in_words) {
        (Some(number @ 1..=5), Some(_)) => Status::Given(number),
        // 3.5, 3~4, 3月: more of a number or another thing.
        (Some(number @ 1..=5), None) if follows.is_empty() => Status::Given(number),
        (None, Some((_, number))) => Status::Given(number),
        _ => Status::Invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_any_writing() {
        for text in [
            "3",
            "３",
            "③",
            "3.",
            "3. 業績目標を達成した",
            "３．業績目標を達成した",
            "(3)",
            "（３）",
            "▶3",
            "3：業績目標を達成した",
            "3.0",
            "業績目標を達成した",
            "3\n業績目標を達成した",
            "3点",
        ] {
            assert_eq!(read(text), Status::Given(3), "{text}");
        }
        assert_eq!(read("2. 取り組んだが、業績目標を達成しなかった"), Status::Given(2));
        assert_eq!(read("取り組んだが、業績目標を達成しなかった"), Status::Given(2));
        assert_eq!(read("5. 先進的な取り組みを行い、成果があった"), Status::Given(5));
        assert_eq!(read("１．業績目標に取り組まなかった"), Status::Given(1));
    }

    #[test]
    fn nothing_typed() {
        for text in ["", "▶", "-", "－", "―"] {
            assert_eq!(read(text), Status::Empty, "{text}");
        }
    }

    #[test]
    fn anything_else() {
        for text in
            ["6", "0", "⑥", "A", "○", "達成", "3.5", "3〜4", "33", "3月", "-1", "99999999999", "未"]
        {
            assert_eq!(read(text), Status::Invalid, "{text}");
        }
    }
}
