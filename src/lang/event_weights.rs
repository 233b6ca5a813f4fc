//! The weights of the event stage's scorers: `event_weights.txt`, made by `kroniek-train events`.
//!
//! `[words]` has a feature and its weight a line, `[status]` a feature and a weight for each status, `[dates]`
//! a feature and its weight, `[sure]` a score and the share of words with it that are events, in percent.
//! Weights are whole numbers, hundredths of a natural logarithm.

use super::pack::Sections;
pub(crate) use super::table::hash as feature_hash;

/// How many statuses there are.
pub const STATUSES: usize = 5;

/// The weights of named features.
#[derive(Debug)]
pub struct EventWeights {
    /// What features say for a word's being an event.
    pub words: Weights,
    /// What features say for a date.
    pub dates: Weights,
    /// Where the row of a feature stands in `statuses`.
    status: Weights,
    statuses: Vec<[i32; STATUSES]>,
    /// Scores from low to high, each with a share in percent.
    pub sure: Vec<(i32, i32)>,
}

impl EventWeights {
    /// Reads the sections of `event_weights`.
    pub(super) fn new(lists: &Sections<'_>) -> Self {
        let lines = lists.get("status");
        let mut status = Weights::with_capacity(lines.len() / 16);
        let mut statuses = Vec::new();
        for (line, index) in lines.lines().zip(0..) {
            let mut cells = line.split(' ');
            status.insert(feature_hash(&[cells.next().unwrap_or_default()]), index);
            let mut row = [0; STATUSES];
            row.iter_mut().zip(cells).for_each(|(weight, cell)| *weight = number(cell));
            statuses.push(row);
        }
        let pair = |line: &str| line.split_once(' ').map(|(score, share)| (number(score), number(share)));
        Self {
            words: Weights::read(lists.get("words")),
            dates: Weights::read(lists.get("dates")),
            status,
            statuses,
            sure: lists.get("sure").lines().filter_map(pair).collect(),
        }
    }

    /// What a feature says for each status.
    pub fn status(&self, feature: u32) -> Option<&[i32; STATUSES]> {
        self.statuses.get(self.status.get(feature)? as usize)
    }
}

/// Weights by the hash of the feature's name. Two of some thousands of names share one of 32 bits once in a hundred
/// lists, and a feature that is in no list is taken for one that is once in a million: it would move one score a little.
#[derive(Debug, Default)]
pub struct Weights {
    slots: Vec<(u32, i32)>,
    len: usize,
}

/// A weight that no feature has.
const FREE: i32 = i32::MIN;

impl Weights {
    /// Room for `count` features and five times as many free slots: a search that goes on costs more than the memory.
    fn with_capacity(count: usize) -> Self {
        Self { slots: vec![(0, FREE); (count * 6).next_power_of_two().max(8)], len: 0 }
    }

    fn read(lines: &str) -> Self {
        let mut weights = Self::with_capacity(lines.lines().count());
        for (feature, weight) in lines.lines().filter_map(|line| line.rsplit_once(' ')) {
            weights.insert(feature_hash(&[feature]), number(weight));
        }
        weights
    }

    fn insert(&mut self, feature: u32, weight: i32) {
        if self.len * 2 >= self.slots.len() {
            let larger = Self::with_capacity(self.slots.len());
            for (feature, weight) in core::mem::replace(self, larger).slots {
                if weight != FREE {
                    self.insert(feature, weight);
                }
            }
        }
        let place = self.place(feature);
        self.len += usize::from(self.slots[place].1 == FREE);
        self.slots[place] = (feature, weight);
    }

    /// The weight of a feature.
    #[inline]
    pub fn get(&self, feature: u32) -> Option<i32> {
        let &(_, weight) = self.slots.get(self.place(feature))?;
        (weight != FREE).then_some(weight)
    }

    /// The weights of some features together.
    pub fn sum(&self, features: &[u32]) -> i32 {
        features.iter().map(|&feature| self.get(feature).unwrap_or_default()).sum()
    }

    /// Where a feature is, or would be.
    #[inline]
    fn place(&self, feature: u32) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = feature as usize & mask;
        while let Some(&(other, weight)) = self.slots.get(place)
            && weight != FREE
            && other != feature
        {
            place = (place + 1) & mask;
        }
        place
    }
}

/// A whole number with perhaps a minus, within what a weight can be; 0 for anything else.
fn number(text: &str) -> i32 {
    let limit = 1 << 19;
    text.parse::<i32>().unwrap_or_default().max(-limit).min(limit)
}
