//! The clause that stands for an event on the timeline.

use crate::text::{Doc, Span};

/// The longest label, in characters.
pub const LONGEST: usize = 90;

/// The words of `clause`, or of `sentence` when the clause is only a word or two, cut on word boundaries
/// so that the trigger stays inside. `…` marks a cut.
pub(super) fn label(
    doc: &Doc<'_>,
    trigger: usize,
    clause: core::ops::Range<usize>,
    sentence: core::ops::Range<usize>,
) -> String {
    let few = clause.len() < 4;
    let whole = if few { sentence } else { clause };
    let (mut first, mut end) = (trigger, trigger + 1);
    let length = |first: usize, end: usize| span(doc, first, end).of(doc.text).chars().count();
    // Forward first, then back, so that the label reads from its subject where that fits.
    let (mut back, mut on) = (true, true);
    while back || on {
        back = first > whole.start && length(first - 1, end) < LONGEST - 2;
        if back {
            first -= 1;
        }
        on = end < whole.end && length(first, end + 1) < LONGEST - 2;
        if on {
            end += 1;
        }
    }
    let text = span(doc, first, end).of(doc.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text
        .trim_matches(|char: char| matches!(char, ',' | '.' | ';' | ':' | '"' | '“' | '”' | ' ' | '-' | '–'));
    let mut label = String::with_capacity(text.len() + 6);
    if first > whole.start {
        label.push('…');
    }
    label.push_str(text);
    if end < whole.end && whole.end > end + 1 {
        label.push('…');
    }
    label
}

fn span(doc: &Doc<'_>, first: usize, end: usize) -> Span {
    doc.tokens[first].span.to(doc.tokens[end - 1].span)
}
