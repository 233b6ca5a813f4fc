//! Where the words of a mark are in a text.

use core::cell::Cell;

use crate::text::Span;

/// A text whose places are named in code points.
pub(super) struct Places<'t> {
    text: &'t str,
    /// The byte of every `STRIDE`-th code point; the end is the last.
    marks: Vec<u32>,
    /// Bytes that may still be searched: a large file of which no mark fits would search for hours.
    budget: Cell<usize>,
}

/// Bytes that one import may search for marks that are not where they should be.
const BUDGET: usize = 256 << 20;

/// Code points between two marks.
const STRIDE: usize = 128;

impl<'t> Places<'t> {
    pub fn new(text: &'t str) -> Self {
        let marks = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).step_by(STRIDE);
        Self { text, marks: marks.collect(), budget: Cell::new(BUDGET) }
    }

    /// The byte of a code point; of one past the last, the length.
    pub fn byte(&self, point: u32) -> Option<u32> {
        let start = *self.marks.get(point as usize / STRIDE)? as usize;
        let rest = self.text.get(start..)?;
        let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
        ends.map(|at| (start + at) as u32).nth(point as usize % STRIDE)
    }

    /// The span of two code points.
    pub fn span(&self, start: u32, end: u32) -> Option<Span> {
        let (start, end) = (self.byte(start)?, self.byte(end)?);
        (start <= end).then_some(Span { start, end })
    }

    /// Where `exact` is: at its offsets, else where it stands with its context, else at the only place that has
    /// it. Empty words are nowhere.
    pub fn find(&self, offsets: Option<(u32, u32)>, exact: &str, before: &str, after: &str) -> Option<Span> {
        if exact.is_empty() {
            return None;
        }
        let stated = offsets.and_then(|(start, end)| self.span(start, end));
        if let Some(span) = stated.filter(|span| span.of(self.text) == exact) {
            return Some(span);
        }
        let searched = self.text.len().saturating_mul(2);
        self.budget.set(self.budget.get().checked_sub(searched)?);
        let around = [before, exact, after].concat();
        if let Some(at) = only(self.text, &around) {
            return Some(Span::new(at + before.len(), at + before.len() + exact.len()));
        }
        only(self.text, exact).map(|at| Span::new(at, at + exact.len()))
    }
}

/// The place of words that stand in a text once.
fn only(text: &str, words: &str) -> Option<usize> {
    let mut places = text.match_indices(words).map(|(at, _)| at);
    places.next().filter(|_| places.next().is_none())
}
