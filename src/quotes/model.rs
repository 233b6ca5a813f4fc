//! The scorer of possible speakers: a linear model with whole weights, one column for each situation.

use super::candidates::{Asked, FEATURES, Feature, SITUATIONS};
use super::speakers::Choice;
use crate::lang::speech::SpeechData;

/// The weights of the features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// For each feature its weight in each situation.
    pub weights: Vec<[i32; SITUATIONS]>,
}

/// A lead of so much is a sure choice.
const SURE: i32 = 400;

impl Model {
    /// The weights that a language pack brings; what it does not name has none.
    pub fn of(data: &SpeechData<'_>) -> Self {
        let row = |name: &&str| {
            let mut row = [0; SITUATIONS];
            let found = data.weights.iter().find(|(feature, _)| feature == name);
            for (cell, weight) in row.iter_mut().zip(found.map_or(&[][..], |(_, weights)| weights)) {
                *cell = *weight;
            }
            row
        };
        Self { weights: FEATURES.iter().map(row).collect() }
    }

    /// What speaks for a candidate.
    pub fn score(&self, asked: Asked, features: &[Feature]) -> i32 {
        let weight =
            |feature: &Feature| self.weights.get(*feature as usize).map_or(0, |row| row[asked as usize]);
        features.iter().map(weight).fold(0, i32::saturating_add)
    }

    /// The place of the best candidate, the first of equals, and how far it is ahead of the next, 0 to 1.
    pub fn choose(&self, choice: &Choice) -> (usize, f32) {
        let (mut best, mut score, mut next) = (0, i32::MIN, i32::MIN);
        for (place, candidate) in choice.candidates.iter().enumerate() {
            let this = self.score(choice.asked, &candidate.features);
            if this > score {
                (next, score, best) = (score, this, place);
            } else {
                next = next.max(this);
            }
        }
        let lead = score.saturating_sub(next).clamp(0, SURE);
        (best, lead as f32 / SURE as f32)
    }
}
