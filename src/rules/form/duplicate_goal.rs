//! `sheet/duplicate-goal`: two goals have the same title or the same target.

use super::{FormHit, FormPlace, fold};
use crate::sheet::{Field, Goal, Sheet};

/// Cases `title` and `target`, at the later goal; `{other}` is the id of the earlier one, which is
/// also the related place. A pair that shares both is reported once, for its title.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let mut hits = Vec::new();
    for (index, goal) in sheet.goals.iter().enumerate() {
        let earlier = sheet.goals.iter().take(index).enumerate();
        let same = earlier
            .into_iter()
            .find_map(|(other, before)| Some((other, before, shared(before, goal)?)));
        let Some((other, before, field)) = same else { continue };
        let case = if field == Field::Title { "title" } else { "target" };
        let values = vec![("other", before.id.clone())];
        hits.push(FormHit {
            related: vec![FormPlace::whole(other, field, before.field(field))],
            ..FormHit::new(FormPlace::whole(index, field, goal.field(field)), case, values)
        });
    }
    hits
}

/// The field in which two goals say the same, of the title and the target; for goals of different
/// sheets too.
#[must_use]
pub fn shared(one: &Goal, two: &Goal) -> Option<Field> {
    [Field::Title, Field::Target]
        .into_iter()
        .find(|field| fold::same(one.field(*field).as_str(), two.field(*field).as_str()))
}

/// What the field says, as it is compared; `None` where it says nothing. For finding the same goal
/// among many.
#[must_use]
pub fn key(goal: &Goal, field: Field) -> Option<String> {
    Some(fold::key(goal.field(field).as_str())).filter(|key| !key.is_empty())
}
