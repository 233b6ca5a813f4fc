//! The trained tagger: which words are names, and of what kind.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over units, with labels B and I for
//! each kind and O. What the rules of `candidates` and `classify` say is one clue among others (stacking, Wolpert
//! 1992), and what they say of the same word elsewhere in the document is another (`hints`). `train/` makes the models; what it needs of this module is public under `names::training`.

mod decode;
mod features;
mod hash;
mod hints;
mod lists;
mod model;
mod page;
mod units;

pub use decode::{Decoder, LABELS, Row, Transitions, begin, exp, factors, follows, is_inside, kind_of};
pub use features::KEY_BITS;
pub use hash::fold;
pub use lists::{COMMON, INNER, Lists, key_of};
pub use model::{Chain, InvalidModel, MAGIC, Model, POINTS, Sums};
pub use page::{Clues, Page, Ruled};
pub use units::Unit;

use crate::text::{Doc, Span};

/// A name that the tagger found.
#[derive(Clone, Copy, Debug)]
pub struct Tagged {
    /// Its first unit in the page.
    pub first: usize,
    /// One past its last unit.
    pub end: usize,
    /// Where it stands in the text.
    pub span: Span,
    /// Index of its kind in `EntityKind::ALL`.
    pub kind: usize,
    /// The probability of its labels.
    pub probability: f32,
    /// The probability of each kind.
    pub kinds: [f32; 6],
}

/// The model of a language and its lists.
#[derive(Debug)]
pub struct Tagger {
    model: Model,
    lists: Lists,
}

impl Tagger {
    /// Reads a model file. Takes time linear in its length.
    ///
    /// # Errors
    ///
    /// When it is of another version or was cut short.
    pub fn parse(bytes: &[u8]) -> Result<Self, InvalidModel> {
        let (model, lists) = model::parse(bytes)?;
        Ok(Self { model, lists })
    }

    /// The names of a document, in order. `ruled` is what the rules found, in order.
    pub fn tag(&self, doc: &Doc<'_>, ruled: &[Ruled]) -> Vec<Tagged> {
        let mut found = Vec::new();
        read(&self.model, &Page::new(doc, &self.lists, ruled), &mut found);
        for name in &mut found {
            name.probability = self.model.chain.confidence(name.probability);
        }
        found
    }
}

/// Appends the names of a page, with the model's probabilities as they are.
pub fn read(model: &Model, page: &Page, found: &mut Vec<Tagged>) {
    let mut decoder = Decoder::default();
    let (mut scores, mut labels, mut marginals) = (Vec::new(), Vec::new(), Vec::new());
    page.each_stretch(|stretch, clues| {
        scores.clear();
        for at in stretch.clone() {
            let mut sums = Sums::default();
            clues.each(at, |key| model.add(key, &mut sums));
            scores.push(model.scores(&sums));
        }
        decoder.best(&scores, &model.chain.transitions, &mut labels);
        if labels.iter().any(|&label| label != 0) {
            decoder.marginals(&scores, &model.chain.factors, &mut marginals, None);
            names(page, stretch.start, &labels, &marginals, found);
        }
    });
}

/// The names that the labels of a stretch make.
fn names(page: &Page, start: usize, labels: &[u8], marginals: &[Row], found: &mut Vec<Tagged>) {
    let mut at = 0;
    while at < labels.len() {
        let label = labels[at] as usize;
        if label == 0 {
            at += 1;
            continue;
        }
        let kind = kind_of(label);
        let inside = (begin(kind) + 1) as u8;
        let end = at + 1 + labels[at + 1..].iter().take_while(|&&next| next == inside).count();
        // As sure as its least sure unit, and as that it ends here.
        let mut probability = 1.0 - marginals.get(end).map_or(0.0, |row| row[inside as usize]);
        for (row, &label) in marginals[at..end].iter().zip(&labels[at..end]) {
            probability = probability.min(row[label as usize]);
        }
        let sum: f32 = marginals[at].iter().skip(1).sum();
        let kinds =
            core::array::from_fn(|kind| (marginals[at][begin(kind)] + marginals[at][begin(kind) + 1]) / sum);
        let span = Span::new(page.units[start + at].start as usize, page.units[start + end - 1].end as usize);
        found.push(Tagged { first: start + at, end: start + end, span, kind, probability, kinds });
        at = end;
    }
}
