//! A stretch of the text.

use core::ops::Range;

use serde::{Deserialize, Serialize};

use crate::order::pair;

/// A half-open stretch `start..end` of the article, in UTF-8 bytes.
///
/// Every span that leaves a stage lies on character boundaries of the text it was made from.
/// Offsets are converted once, at the edge, by [`super::offsets`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets.
    ///
    /// # Panics
    ///
    /// When `end < start`, or when an offset does not fit in 32 bits; intake refuses texts that long.
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts");
        let narrow = |offset| u32::try_from(offset).expect("intake keeps texts under 4 GiB");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The bytes as a range, to index a text with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The stretch of `text` that the span covers, empty when the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// A number that sorts as spans do: by start, then by end.
    pub(crate) fn key(self) -> u64 {
        pair(self.start, self.end)
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
