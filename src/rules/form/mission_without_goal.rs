//! `sheet/mission-without-goal`: a mission that no goal of the sheet names.
//!
//! Where no goal names any mission, the sheet does not use the links, and which mission has no goal
//! cannot be told.

use super::{FormHit, FormPlace, mission_link};
use crate::sheet::{Field, Sheet};

/// Case `unnamed`, at the mission; `{number}` is its number.
#[must_use]
pub fn check(sheet: &Sheet) -> Vec<FormHit> {
    let missions: Vec<&str> = sheet.missions.iter().map(|mission| mission.as_str()).collect();
    let mut named = Vec::new();
    for goal in &sheet.goals {
        // What cannot be understood may name any mission.
        let Some(link) = mission_link::read(goal.field(Field::Mission).as_str(), &missions) else {
            return Vec::new();
        };
        if link.all {
            return Vec::new();
        }
        named.extend(link.numbers.into_iter().map(|(number, _)| number));
    }
    if named.is_empty() {
        return Vec::new();
    }
    let unnamed = (1..)
        .zip(&sheet.missions)
        .enumerate()
        .filter(|(_, (number, mission))| !mission.is_empty() && !named.contains(number));
    unnamed
        .map(|(index, (number, mission))| {
            let values = vec![("number", number.to_string())];
            FormHit::new(FormPlace::in_mission(index, 0..mission.len()), "unnamed", values)
        })
        .collect()
}
