//! What holds of any sheet.

use proptest::prelude::*;

use super::*;

const TEXT: &str = "([0-9１〇○●X＿①-⑳Ⅰ-Ⅳ〜・、。（）「」\n \u{3000}年月日末令和元未定一二三使命全-]|記入してください|ｶﾞ|です。|\\PC){0,30}";

proptest! {
    #[test]
    fn ranges_lie_in_their_fields(
        missions in proptest::collection::vec(TEXT, 0..3),
        goals in proptest::collection::vec(proptest::collection::vec(TEXT, Field::ALL.len()), 0..3),
        fiscal_year in proptest::option::of(2000..2100),
    ) {
        let filled = |(number, texts): (usize, &Vec<String>)| {
            let mut goal = Goal::new(number.to_string());
            for (field, text) in Field::ALL.into_iter().zip(texts) {
                goal.set(field, Text::from(text.as_str()));
            }
            goal
        };
        let sheet = Sheet {
            fiscal_year,
            missions: missions.iter().map(|text| Text::from(text.as_str())).collect(),
            goals: goals.iter().enumerate().map(filled).collect(),
            ..Sheet::default()
        };
        for hit in CHECKS.iter().flat_map(|check| check(&sheet)) {
            for place in hit.related.iter().chain([&hit.place]) {
                let text = match (place.goal, place.mission) {
                    (Some(goal), None) => sheet.goals[goal].field(place.field),
                    (None, Some(mission)) => &sheet.missions[mission],
                    _ => return Err(TestCaseError::fail("neither goal nor mission")),
                };
                prop_assert!(place.range.start <= place.range.end && place.range.end <= text.len());
                prop_assert!(!place.range.is_empty() || text.is_empty());
            }
        }
    }
}
