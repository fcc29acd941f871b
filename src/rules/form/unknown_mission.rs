//! `goal/unknown-mission`: a goal names a mission that the sheet does not have.

use super::{FormHit, FormPlace, mission_link};
use crate::sheet::{Field, Sheet};

/// Cases `number` (`{number}`, and `{count}` missions on the sheet) and `words`, where the text is no
/// number and none of the missions; `{hit}` is what was typed. At most one for each goal; a sheet
/// without missions is not judged.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let missions: Vec<&str> = sheet.missions.iter().map(|mission| mission.as_str()).collect();
    if missions.is_empty() {
        return Vec::new();
    }
    let count = missions.len();
    let goals = sheet.goals.iter().enumerate();
    goals
        .filter_map(|(index, goal)| {
            let text = goal.field(Field::Mission);
            let Some(link) = mission_link::read(text.as_str(), &missions) else {
                let values = vec![("hit", text.as_str().to_owned())];
                let place = FormPlace::whole(index, Field::Mission, text);
                return Some(FormHit::new(place, "words", values));
            };
            let exists =
                |number: u32| usize::try_from(number).is_ok_and(|n| (1..=count).contains(&n));
            let (number, range) = link.numbers.into_iter().find(|(number, _)| !exists(*number))?;
            let values = vec![
                ("hit", super::words(text.as_str(), &range)),
                ("number", number.to_string()),
                ("count", count.to_string()),
            ];
            let place = FormPlace::in_goal(index, Field::Mission, range);
            Some(FormHit::new(place, "number", values))
        })
        .collect()
}
