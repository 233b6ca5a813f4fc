//! A document as the tagger reads it: its units, and all that is known of each.

use core::ops::Range;

use super::begin;
use super::features::Sight;
use super::hints::hints;
use super::lists::{INNER, Listed, Lists};
use super::units::{Unit, push_sentence};
use crate::text::{Doc, Span};

/// What the rules say: a name and its kind.
#[derive(Clone, Copy, Debug)]
pub struct Ruled {
    /// Where.
    pub span: Span,
    /// Index in `EntityKind::ALL`.
    pub kind: usize,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// What the rules say of a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// Index of the name's kind in `EntityKind::ALL`.
    pub kind: usize,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Whether the name has other units.
    pub longer: bool,
}

/// The units of a document with all that is known of them.
#[derive(Debug)]
pub struct Page {
    /// All units in order.
    pub units: Vec<Unit>,
    /// The units of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// For each unit what other mentions of its word are, 0 for nothing.
    hints: Vec<u32>,
    listed: Vec<Listed>,
    lists: Vec<u32>,
    rules: Vec<u32>,
    active: Vec<bool>,
    quoted: Vec<bool>,
    topic: u32,
}

impl Page {
    /// Reads a document. `ruled` is in order.
    pub fn new(doc: &Doc<'_>, lists: &Lists, ruled: &[Ruled]) -> Self {
        let mut page = Self {
            units: Vec::with_capacity(doc.tokens.len()),
            sentences: Vec::with_capacity(doc.sentences.len()),
            hints: Vec::new(),
            listed: Vec::with_capacity(doc.tokens.len()),
            lists: Vec::new(),
            rules: Vec::new(),
            active: Vec::new(),
            quoted: Vec::new(),
            topic: 0,
        };
        let bare = !doc.text.chars().any(char::is_uppercase);
        for sentence in &doc.sentences {
            let start = page.units.len();
            push_sentence(doc, sentence, bare, &mut page.units);
            lists.find(doc, &page.units[start..], &mut page.listed);
            page.sentences.push(start..page.units.len());
        }
        let known = page.rule(ruled);
        page.hints = hints(&page.units, &known);
        page.quote(doc);
        page.activate(doc);
        page.lists = Lists::hashes(&page.listed);
        page.topic = lists.topic(&page.listed);
        page
    }

    /// The lists that have the unit `at`: by itself, as the first of a longer name, inside one.
    pub fn list_bits(&self, at: usize) -> [u32; 3] {
        let listed = self.listed[at];
        [listed.alone, listed.first, listed.inside]
    }

    /// What the rules say of the unit `at`: 0 nothing, or 1 more than four times its label and how sure (0 to 2).
    pub fn ruled(&self, at: usize) -> u32 {
        self.rules[at]
    }

    /// What the rest of the document says of the word of the unit `at`, 0 for nothing.
    pub fn hint(&self, at: usize) -> u32 {
        self.hints[at]
    }

    /// Whether the unit `at` stands between quotation marks.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted[at]
    }

    /// Notes what the rules say of each unit.
    fn rule(&mut self, ruled: &[Ruled]) -> Vec<Option<Known>> {
        self.rules.resize(self.units.len(), 0);
        let mut known = vec![None; self.units.len()];
        let mut at = 0;
        for name in ruled {
            while self.units.get(at).is_some_and(|unit| unit.end <= name.span.start) {
                at += 1;
            }
            let first = at;
            let sure = if name.confidence > 0.8 { 2 } else { u32::from(name.confidence > 0.5) };
            while self.units.get(at).is_some_and(|unit| unit.start < name.span.end) {
                let label = begin(name.kind) + usize::from(at > first);
                self.rules[at] = 1 + label as u32 * 4 + sure;
                at += 1;
            }
            let of_all = Known { kind: name.kind, confidence: name.confidence, longer: at > first + 1 };
            known[first..at].fill(Some(of_all));
        }
        known
    }

    /// Notes which units stand in a short stretch between quotation marks that opens with a capital.
    fn quote(&mut self, doc: &Doc<'_>) {
        self.quoted.resize(self.units.len(), false);
        for sentence in &self.sentences {
            let mark = |at: &usize| is_mark(text(doc, &self.units[*at]));
            let mut at = sentence.start;
            while let Some(open) = (at..sentence.end).find(mark) {
                at = open + 1;
                let Some(close) = (at..sentence.end.min(at + 12)).find(mark) else { continue };
                let ends = text(doc, &self.units[close - 1]);
                if close > at && self.units[at].cased && !matches!(ends, "," | "." | "!" | "?") {
                    self.quoted[at..close].fill(true);
                    at = close + 1;
                }
            }
        }
    }

    /// Decides which units may be of a name: those with a capital, and words near one that names have inside.
    fn activate(&mut self, doc: &Doc<'_>) {
        self.active.resize(self.units.len(), false);
        for sentence in &self.sentences {
            let mut since = 9;
            for at in sentence.clone() {
                let unit = &self.units[at];
                if unit.cased || self.quoted[at] {
                    self.active[at] = true;
                    since = 0;
                    continue;
                }
                since += 1;
                let inner =
                    if unit.word { self.listed[at].alone & INNER != 0 } else { is_joint(text(doc, unit)) };
                let digit = text(doc, unit).starts_with(|char: char| char.is_ascii_digit());
                self.active[at] =
                    since < 5 && (inner || digit && since == 1) && (since == 1 || self.active[at - 1]);
            }
            // `van der Meer` after a verb: the words before a capital.
            for at in sentence.clone().rev() {
                let next = sentence.end > at + 1 && self.active[at + 1];
                if next && !self.active[at] && self.listed[at].alone & INNER != 0 {
                    let near = (at + 1..sentence.end.min(at + 4)).any(|at| self.units[at].cased);
                    self.active[at] = near;
                }
            }
        }
    }

    /// Calls `visit` with every stretch of units that may be of names, and what is known of its sentence.
    pub fn each_stretch(&self, mut visit: impl FnMut(Range<usize>, Clues<'_>)) {
        for sentence in &self.sentences {
            let mut at = sentence.start;
            while let Some(start) = (at..sentence.end).find(|&at| self.active[at]) {
                at = (start..sentence.end).find(|&at| !self.active[at]).unwrap_or(sentence.end);
                visit(start..at, Clues { sight: self.sight(sentence.clone()), start: sentence.start });
            }
        }
    }

    fn sight(&self, sentence: Range<usize>) -> Sight<'_> {
        Sight {
            units: &self.units[sentence.clone()],
            listed: &self.listed[sentence.clone()],
            lists: &self.lists[sentence.clone()],
            rules: &self.rules[sentence.clone()],
            hints: &self.hints[sentence.clone()],
            quoted: &self.quoted[sentence],
            topic: self.topic,
        }
    }
}

/// The clues of a sentence.
pub struct Clues<'p> {
    sight: Sight<'p>,
    /// Its first unit.
    start: usize,
}

impl Clues<'_> {
    /// Calls `emit` with the key of every clue about the unit `at`.
    pub fn each(&self, at: usize, emit: impl FnMut(u32)) {
        self.sight.each(at - self.start, emit);
    }
}

fn text<'t>(doc: &Doc<'t>, unit: &Unit) -> &'t str {
    doc.text.get(unit.start as usize..unit.end as usize).unwrap_or_default()
}

fn is_mark(text: &str) -> bool {
    matches!(text, "\"" | "“" | "”" | "„" | "«" | "»" | "‘" | "’" | "'" | "``" | "''")
}

/// Punctuation that names have inside.
fn is_joint(text: &str) -> bool {
    matches!(text, "." | "-" | "'" | "’" | "&" | "/" | "+" | "!" | ":" | "," | "(" | ")")
}
