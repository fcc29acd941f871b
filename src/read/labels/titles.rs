//! Titles of forms, and what else stands on a form without being part of a goal.

use super::{ARROWS, LONGEST, MARKS, narrow, squeeze, words};
use crate::read::year;

/// The title of a form: its fiscal year, and the department where it names one (as a range of
/// characters).
#[derive(Clone, Debug, PartialEq)]
pub(in crate::read) struct Title {
    pub(in crate::read) year: Option<i32>,
    pub(in crate::read) department: Option<std::ops::Range<usize>>,
}

/// Reads a form's title, such as `令和6年度 こども未来部 目標一覧`.
pub(in crate::read) fn title(text: &str) -> Option<Title> {
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        return None;
    }
    let head = text.split('※').next().unwrap_or_default();
    let mut squeezed: String = squeeze(head).into_iter().collect();
    while squeezed.ends_with([')', '>']) {
        let open = squeezed.rfind(['(', '<'])?;
        squeezed.truncate(open);
    }
    let year = year::in_heading(head);
    let rest = words::TITLES.iter().find_map(|title| squeezed.strip_suffix(title))?;
    let department = department(head);
    // A sentence that happens to end so has neither a year in front of it nor only a department.
    let name = department
        .clone()
        .map(|range| narrow(&head.chars().skip(range.start).take(range.len()).collect::<String>()));
    if year.is_none() && !rest.is_empty() && name.as_deref() != Some(rest) {
        return None;
    }
    Some(Title { year, department })
}

/// The part of a title that names a department: set off by blanks, and ending as such names do.
fn department(title: &str) -> Option<std::ops::Range<usize>> {
    let mut start = 0;
    for part in title.split(char::is_whitespace) {
        let length = part.chars().count();
        let name = part.split(['(', '（']).next().unwrap_or_default();
        let named = words::DEPARTMENT_ENDINGS.iter().any(|ending| name.ends_with(ending));
        if named && year::in_heading(part).is_none() && name.chars().count() > 1 {
            return Some(start..start + length);
        }
        start += length + 1;
    }
    None
}

/// Whether a text that belongs to no field is part of the form itself: arrows, form numbers,
/// legends, notes to the writer.
pub(in crate::read) fn is_furniture(text: &str) -> bool {
    let squeezed: String = squeeze(text.get(..floor(text, 400)).unwrap_or(text)).iter().collect();
    let squeezed = squeezed.trim_start_matches(['※', '●', '○', '・', '■', '*']);
    squeezed.chars().all(|character| ARROWS.contains(&character) || MARKS.contains(&character))
        || words::FURNITURE.iter().any(|start| squeezed.starts_with(start))
        || words::NOTES.iter().any(|note| squeezed.contains(note))
}

/// The greatest character boundary at or below a byte offset.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
