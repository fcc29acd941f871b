//! Making the several writings of one thing the same, where only the thing counts.

/// The character in half width, with the many dashes, dots and blanks made one. One for one, so
/// that positions stay.
pub(super) fn fold(c: char) -> char {
    match c {
        // Most of any text.
        'ぁ'..='ん' | 'ァ'..='ヶ' | '㐀'..='鿿' => c,
        '\u{3000}' | '\t' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        '−' | '‐' | '‑' | '–' | '—' | '―' | 'ー' | 'ｰ' | '─' | '━' => '-',
        '･' | '·' | '•' | '‧' | '⋅' => '・',
        '〜' | '∼' => '~',
        '､' => '、',
        '｡' => '。',
        '○' | '◯' | '⚪' => '〇',
        _ => c,
    }
}

/// The value of ①–⑳, ㉑–㊿, ❶–❿, ⑴–⒇ and Ⅰ–Ⅻ.
pub(super) fn mark_value(c: char) -> Option<u32> {
    let code = u32::from(c);
    let from = |first: char, value: u32| code - u32::from(first) + value;
    Some(match c {
        '①'..='⑳' => from('①', 1),
        '㉑'..='㉟' => from('㉑', 21),
        '㊱'..='㊿' => from('㊱', 36),
        '❶'..='❿' => from('❶', 1),
        '⑴'..='⒇' => from('⑴', 1),
        'Ⅰ'..='Ⅻ' => from('Ⅰ', 1),
        _ => return None,
    })
}

/// ① for 1, up to ⑳.
pub(super) fn circled(value: u32) -> Option<char> {
    (1..=20).contains(&value).then(|| char::from_u32(u32::from('①') + value - 1)).flatten()
}

/// A text as it is compared with another: width, case, blanks, punctuation and bullets undone.
pub(super) fn key(text: &str) -> String {
    key_characters(text).collect()
}

/// Whether two texts have one key, and any at all.
pub(super) fn same(one: &str, other: &str) -> bool {
    key_characters(one).eq(key_characters(other)) && key_characters(one).next().is_some()
}

fn key_characters(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(fold).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
