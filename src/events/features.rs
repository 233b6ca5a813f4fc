//! Named features, and the linear scorers that weigh them.

use crate::analysis::EventStatus;
use crate::lang::event_weights::{EventWeights, STATUSES, feature_hash};
use crate::text::Span;

/// The features of one choice: hashes of their names, and for the trainer the names. Its memory is used again.
#[derive(Clone, Debug, Default)]
pub struct Features {
    hashes: Vec<u32>,
    named: bool,
    text: String,
    ends: Vec<u32>,
}

/// About how many features a choice has.
const USUAL: usize = 64;

impl Features {
    /// No features; `named` tells that they keep their names.
    pub(super) fn new(named: bool) -> Self {
        Self { named, hashes: Vec::with_capacity(USUAL), ..Self::default() }
    }

    /// Forgets what was noted.
    pub(super) fn clear(&mut self) {
        self.hashes.clear();
        self.text.clear();
        self.ends.clear();
    }

    /// Notes the feature whose name is made of these parts.
    #[inline]
    pub(super) fn add(&mut self, parts: &[&str]) {
        self.hashes.push(feature_hash(parts));
        if self.named {
            parts.iter().for_each(|part| self.text.push_str(part));
            self.ends.push(self.text.len() as u32);
        }
    }

    /// The names in order, if they were kept.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let name = &self.text[start..end as usize];
            start = end as usize;
            name
        })
    }
}

/// A date that an event may have.
#[derive(Clone, Debug, Default)]
pub struct Dated {
    /// The value that it would get; none for "undated".
    pub value: Option<String>,
    /// What speaks for it.
    pub features: Features,
}

/// All statuses, in the order of the weights.
pub const ALL_STATUSES: [EventStatus; STATUSES] = [
    EventStatus::Past,
    EventStatus::Present,
    EventStatus::Future,
    EventStatus::Hypothetical,
    EventStatus::Negated,
];

/// What decides where the rules leave a choice open. The trainer puts itself here to look on.
pub trait Scorer {
    /// Whether it reads the names of features.
    fn reads_names(&self) -> bool {
        true
    }
    /// Whether a word is no event, whatever its clause may tell: most words are, and the rest is read for few.
    fn is_unlikely(&self, _: &Features) -> bool {
        false
    }
    /// What speaks for a word's being an event, in hundredths of a natural logarithm, if it is taken for one.
    fn word(&mut self, span: Span, features: &Features) -> Option<i32>;
    /// How sure it is that a word with that score is an event, 0 to 1.
    fn share(&self, _: i32) -> f32 {
        1.0
    }
    /// The status of an event.
    fn status(&mut self, span: Span, features: &Features) -> EventStatus;
    /// Which of some dates an event has, and how sure that is, 0 to 1.
    fn date(&mut self, span: Span, dates: &[Dated]) -> (usize, f32);
}

/// The scorer of a language pack.
#[derive(Debug)]
pub(super) struct Model<'p>(pub &'p EventWeights);

impl Scorer for Model<'_> {
    fn reads_names(&self) -> bool {
        false
    }

    fn is_unlikely(&self, features: &Features) -> bool {
        self.0.words.sum(&features.hashes) < UNLIKELY
    }

    fn word(&mut self, _: Span, features: &Features) -> Option<i32> {
        let score = self.0.words.sum(&features.hashes);
        (score > 0).then_some(score)
    }

    fn share(&self, score: i32) -> f32 {
        share(&self.0.sure, score)
    }

    fn status(&mut self, _: Span, features: &Features) -> EventStatus {
        let mut sums = [0; STATUSES];
        for &hash in &features.hashes {
            let Some(row) = self.0.status(hash) else { continue };
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
        }
        let mut best = 0;
        for at in 1..STATUSES {
            if sums[at] > sums[best] {
                best = at;
            }
        }
        ALL_STATUSES[best]
    }

    fn date(&mut self, _: Span, dates: &[Dated]) -> (usize, f32) {
        let score = |dated: &Dated| self.0.dates.sum(&dated.features.hashes);
        let (mut best, mut top, mut next) = (0, i32::MIN, i32::MIN);
        for (at, dated) in dates.iter().enumerate() {
            let this = score(dated);
            if this > top {
                (next, top, best) = (top, this, at);
            } else {
                next = next.max(this);
            }
        }
        let lead = top.saturating_sub(next).clamp(0, SURE);
        (best, 0.5 + lead as f32 / (2 * SURE) as f32)
    }
}

/// A word with so little for it does not become an event (of the annotated events, none does in a thousand).
const UNLIKELY: i32 = -50;

/// A date so far ahead of the next is sure.
const SURE: i32 = 300;

/// The share that goes with a score, on a line between the listed ones.
fn share(sure: &[(i32, i32)], score: i32) -> f32 {
    let next = sure.partition_point(|&(at, _)| at <= score);
    let (Some(&low), high) = (sure.get(next.wrapping_sub(1)), sure.get(next)) else {
        return sure.first().map_or(0.5, |&(_, share)| share as f32 / 100.0);
    };
    let Some(&high) = high else { return low.1 as f32 / 100.0 };
    let part = (score - low.0) as f32 / (high.0 - low.0).max(1) as f32;
    (low.1 as f32 + part * (high.1 - low.1) as f32) / 100.0
}
