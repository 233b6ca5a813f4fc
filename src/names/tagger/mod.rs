//! The trained tagger: which words are names, and of what kind.
//!
//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over units, with labels B and I for
//! each kind and O. What the rules of `candidates` and `classify` say is one clue among others (stacking, Wolpert
//! 1992). A second reading sees what the first made of the same words elsewhere in the document (Krishnan and
//! Manning 2006). `train/` makes the models; what it needs of this module is public under `names::training`.

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
pub use hints::Hints;
pub use lists::{COMMON, INNER, Lists, key_of};
pub use model::{InvalidModel, MAGIC, Model, POINTS, Reading, Sums};
pub use page::{Clues, Page, Ruled};
pub use units::Unit;

use core::ops::Range;

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
        let mut page = Page::new(doc, &self.lists, ruled);
        let mut found = Vec::new();
        let mut reader = Reader::new(&self.model);
        reader.first(&page, &mut found);
        page.hints = Hints::new(&page, &found).of_units();
        found.clear();
        reader.second(&page, &mut found);
        for name in &mut found {
            name.probability = self.model.readings[1].confidence(name.probability);
        }
        found
    }
}

/// Reads a page with both readings of a model.
pub struct Reader<'m> {
    model: &'m Model,
    decoder: Decoder,
    /// What the clues without hints give for the second reading, for each unit of each stretch.
    sums: Vec<Sums>,
    scores: Vec<Row>,
    labels: Vec<u8>,
    marginals: Vec<Row>,
}

impl<'m> Reader<'m> {
    /// A reader that has read nothing yet.
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            decoder: Decoder::default(),
            sums: Vec::new(),
            scores: Vec::new(),
            labels: Vec::new(),
            marginals: Vec::new(),
        }
    }

    /// Appends the names of the first reading.
    pub fn first(&mut self, page: &Page, found: &mut Vec<Tagged>) {
        page.each_stretch(|stretch, clues| {
            self.scores.clear();
            for at in stretch.clone() {
                let mut sums = Sums::default();
                clues.each(at, |key| self.model.add(key, &mut sums));
                self.scores.push(self.model.readings[0].scores(&sums.total()[0]));
                self.sums.push(sums);
            }
            self.decide(page, stretch, 0, found);
        });
    }

    /// Appends the names of the second reading, after the first and with the page's hints.
    pub fn second(&mut self, page: &Page, found: &mut Vec<Tagged>) {
        let mut read = 0;
        page.each_stretch(|stretch, clues| {
            self.scores.clear();
            for at in stretch.clone() {
                let mut sums = self.sums.get(read).copied().unwrap_or_default();
                read += 1;
                clues.each_hint(at, |key| self.model.add(key, &mut sums));
                self.scores.push(self.model.readings[1].scores(&sums.total()[1]));
            }
            self.decide(page, stretch, 1, found);
        });
    }

    fn decide(&mut self, page: &Page, stretch: Range<usize>, reading: usize, found: &mut Vec<Tagged>) {
        let reading = &self.model.readings[reading];
        self.decoder.best(&self.scores, &reading.transitions, &mut self.labels);
        if self.labels.iter().any(|&label| label != 0) {
            self.decoder.marginals(&self.scores, &reading.factors, &mut self.marginals, None);
            names(page, stretch.start, &self.labels, &self.marginals, found);
        }
    }
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
