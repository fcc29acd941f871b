//! Suggestions for names that are unknown.

/// At most `count` of the names, those most like `word` first.
pub(crate) fn nearest<'a>(
    word: &str,
    names: impl IntoIterator<Item = &'a str>,
    count: usize,
) -> Vec<String> {
    let mut names: Vec<&str> = names.into_iter().collect();
    // By name first, so that ties and duplicates do not depend on the vocabulary's order.
    names.sort_unstable();
    names.dedup();
    let length = word.chars().count();
    names.sort_by_key(|name| {
        let distance = distance(word, name);
        // A slip of the hand first, then a level left out (サ変接続), then one too many.
        let kind = match () {
            () if distance * 3 <= length => 0,
            () if name.contains(word) => 1,
            () if word.contains(name) => 2,
            () => 3,
        };
        (kind, distance)
    });
    names.truncate(count);
    names.into_iter().map(str::to_owned).collect()
}

/// Levenshtein distance in Unicode scalar values.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, &b) in right.iter().enumerate() {
            let substituted = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}
