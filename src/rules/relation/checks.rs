//! The relations between two fields as checks of a sheet: which texts are held together, and where
//! the two sides of a finding stand.

use super::{duplicates, off_title, restates, unrelated};
use crate::language::Unit;
use crate::rules::Analysis;
use crate::rules::form::{FormHit, FormPlace};
use crate::sheet::Field;

/// `title/duplicates-mission`: case `duplicate`, for the whole title; `{mission}` is the mission's
/// number. The clause that it repeats is the related place.
#[must_use]
pub fn duplicates_mission(analysis: &Analysis<'_>) -> Vec<FormHit> {
    goals(analysis, |goal| {
        let title: Vec<&Unit> = analysis.units(goal, Field::Title).collect();
        let found = duplicates::duplicates(analysis.grammar, &title, analysis.missions())?;
        let values = vec![("mission", (found.mission + 1).to_string())];
        let hit = FormHit::new(whole(analysis, goal, Field::Title), "duplicate", values);
        Some(FormHit { related: vec![FormPlace::in_mission(found.mission, found.range)], ..hit })
    })
}

/// `outcome/restates-output`: case `restates`, for the whole outcome. What it says again in the
/// target are the related places.
#[must_use]
pub fn restates_output(analysis: &Analysis<'_>) -> Vec<FormHit> {
    goals(analysis, |goal| {
        let outcome: Vec<&Unit> = analysis.units(goal, Field::Outcome).collect();
        let target: Vec<&Unit> = analysis.units(goal, Field::Target).collect();
        let title: Vec<&Unit> = analysis.units(goal, Field::Title).collect();
        let found = restates::restates(analysis.grammar, &title, &outcome, &target)?;
        let related = found
            .targets
            .into_iter()
            .map(|(_, range)| FormPlace::in_goal(goal, Field::Target, range))
            .collect();
        let hit = FormHit::new(whole(analysis, goal, Field::Outcome), "restates", Vec::new());
        Some(FormHit { related, ..hit })
    })
}

/// `target/off-title`: case `off`, for the whole target; the title is the related place.
#[must_use]
pub fn target_off_title(analysis: &Analysis<'_>) -> Vec<FormHit> {
    goals(analysis, |goal| {
        let title: Vec<&Unit> = analysis.units(goal, Field::Title).collect();
        let target: Vec<&Unit> = analysis.units(goal, Field::Target).collect();
        if target.is_empty() || !off_title::off_title(analysis.grammar, &title, &target) {
            return None;
        }
        let hit = FormHit::new(whole(analysis, goal, Field::Target), "off", Vec::new());
        Some(FormHit { related: vec![whole(analysis, goal, Field::Title)], ..hit })
    })
}

/// `means/unrelated`: case `unrelated`, for the whole field; the title is the related place.
#[must_use]
pub fn means_unrelated(analysis: &Analysis<'_>) -> Vec<FormHit> {
    goals(analysis, |goal| {
        let title: Vec<&Unit> = analysis.units(goal, Field::Title).collect();
        let target: Vec<&Unit> = analysis.units(goal, Field::Target).collect();
        let means: Vec<&Unit> = analysis.units(goal, Field::Means).collect();
        if means.is_empty() || !unrelated::unrelated(analysis.grammar, &title, &target, &means) {
            return None;
        }
        let hit = FormHit::new(whole(analysis, goal, Field::Means), "unrelated", Vec::new());
        Some(FormHit { related: vec![whole(analysis, goal, Field::Title)], ..hit })
    })
}

fn goals(analysis: &Analysis<'_>, check: impl Fn(usize) -> Option<FormHit>) -> Vec<FormHit> {
    (0..analysis.sheet.goals.len()).filter_map(check).collect()
}

fn whole(analysis: &Analysis<'_>, goal: usize, field: Field) -> FormPlace {
    let length = analysis.sheet.goals.get(goal).map_or(0, |texts| texts.field(field).len());
    FormPlace::in_goal(goal, field, 0..length)
}
