//! The weights of the event stage's scorers: `event_weights.txt`, made by `kroniek-train events`.
//!
//! `[words]` has a feature and its weight a line, `[status]` a feature and a weight for each status, `[dates]`
//! a feature and its weight, `[sure]` a score and the share of words with it that are events, in percent.
//! Weights are whole numbers, hundredths of a natural logarithm.

use super::Table;
use super::pack::Sections;

/// How many statuses there are.
pub const STATUSES: usize = 5;

/// The weights of named features.
#[derive(Debug)]
pub struct EventWeights<'p> {
    words: Table<'p>,
    dates: Table<'p>,
    status: Table<'p>,
    statuses: Vec<[i32; STATUSES]>,
    /// Scores from low to high, each with a share in percent.
    pub sure: Vec<(i32, i32)>,
}

/// Tables hold no negative numbers.
const ZERO: i32 = 1 << 20;

impl<'p> EventWeights<'p> {
    /// Reads the sections of `event_weights`.
    pub(super) fn new(lists: &Sections<'p>) -> Self {
        let mut status = Table::default();
        let mut statuses = Vec::new();
        for (line, index) in lists.get("status").lines().zip(0..) {
            let mut cells = line.split(' ');
            status.insert(cells.next().unwrap_or_default(), index);
            let mut row = [0; STATUSES];
            row.iter_mut().zip(cells).for_each(|(weight, cell)| *weight = number(cell));
            statuses.push(row);
        }
        let pair = |line: &str| line.split_once(' ').map(|(score, share)| (number(score), number(share)));
        Self {
            words: weights(lists.get("words")),
            dates: weights(lists.get("dates")),
            status,
            statuses,
            sure: lists.get("sure").lines().filter_map(pair).collect(),
        }
    }

    /// What a feature says for a word's being an event.
    pub fn word(&self, feature: &str) -> i32 {
        self.words.get(feature).map_or(0, |weight| weight as i32 - ZERO)
    }

    /// What a feature says for a date.
    pub fn date(&self, feature: &str) -> i32 {
        self.dates.get(feature).map_or(0, |weight| weight as i32 - ZERO)
    }

    /// What a feature says for each status.
    pub fn status(&self, feature: &str) -> [i32; STATUSES] {
        let row = self.status.get(feature).and_then(|row| self.statuses.get(row as usize));
        row.copied().unwrap_or_default()
    }
}

fn weights(lines: &str) -> Table<'_> {
    let mut table = Table::with_capacity(lines.len() / 12);
    for (feature, weight) in lines.lines().filter_map(|line| line.rsplit_once(' ')) {
        table.insert(feature, (number(weight) + ZERO) as u32);
    }
    table
}

/// A whole number with perhaps a minus, within what a weight can be; 0 for anything else.
fn number(text: &str) -> i32 {
    let limit = ZERO / 2;
    text.parse::<i32>().unwrap_or_default().max(-limit).min(limit)
}
