//! A sheet with each of its texts analysed once.

use std::sync::OnceLock;

use super::pattern::Signature;
use super::vocabulary::UnitTokens;
use crate::language::{Checkable, Grammar, Unit};
use crate::sheet::{Field, Sheet, Text};

/// The fields that rules read as language.
const ANALYSED: [Field; 5] =
    [Field::Title, Field::CurrentState, Field::Target, Field::Outcome, Field::Means];

/// A sheet and the units of its texts.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// The grammar that analysed it.
    pub grammar: &'a Grammar,
    /// The sheet.
    pub sheet: &'a Sheet,
    missions: Vec<Vec<Unit>>,
    goals: Vec<[Vec<Analysed>; ANALYSED.len()]>,
}

/// A unit, and whether it can be checked once somebody asked.
#[derive(Debug)]
struct Analysed {
    unit: Unit,
    checkable: OnceLock<Checkable>,
    signature: OnceLock<Signature>,
}

impl<'a> Analysis<'a> {
    /// Analyses every text of the sheet.
    #[must_use]
    pub fn new(grammar: &'a Grammar, sheet: &'a Sheet) -> Self {
        let fields = sheet.goals.iter().flat_map(|goal| ANALYSED.map(|field| goal.field(field)));
        let texts = sheet.missions.iter().chain(fields).map(Text::as_str);
        let mut units = grammar.analyze_all(texts).into_iter();
        let missions = units.by_ref().take(sheet.missions.len()).collect();
        let mut next = |_| -> Vec<Analysed> {
            let units = units.next().unwrap_or_default().into_iter();
            let analysed =
                |unit| Analysed { unit, checkable: OnceLock::new(), signature: OnceLock::new() };
            units.map(analysed).collect()
        };
        let goals = sheet.goals.iter().map(|_| ANALYSED.map(&mut next)).collect();
        Self { grammar, sheet, missions, goals }
    }

    /// The units of each mission.
    #[must_use]
    pub fn missions(&self) -> &[Vec<Unit>] {
        &self.missions
    }

    /// The units of a goal's field; none for fields that hold no language.
    pub fn units(&self, goal: usize, field: Field) -> impl Iterator<Item = &Unit> {
        self.analysed(goal, field).iter().map(|analysed| &analysed.unit)
    }

    /// Whether and how a unit of a goal's field can be checked.
    #[must_use]
    pub fn checkable(&self, goal: usize, field: Field, unit: usize) -> &Checkable {
        const NO: Checkable = Checkable::No;
        self.analysed(goal, field).get(unit).map_or(&NO, |analysed| {
            analysed.checkable.get_or_init(|| self.grammar.checkable(&analysed.unit))
        })
    }

    /// A unit of a goal's field as patterns see it.
    #[must_use]
    pub fn tokens<'u>(&'u self, goal: usize, field: Field, unit: usize) -> Option<UnitTokens<'u>> {
        let analysed = self.analysed(goal, field).get(unit)?;
        let grammar = self.grammar;
        let tokens = UnitTokens { grammar, unit: &analysed.unit, signature: None };
        let signature = analysed.signature.get_or_init(|| Signature::of(&tokens));
        Some(UnitTokens { signature: Some(signature), ..tokens })
    }

    fn analysed(&self, goal: usize, field: Field) -> &[Analysed] {
        ANALYSED
            .iter()
            .position(|analysed| *analysed == field)
            .and_then(|at| self.goals.get(goal)?.get(at))
            .map_or(&[], Vec::as_slice)
    }
}
