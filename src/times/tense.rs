//! When a clause is set: before now, now, or later.

use core::ops::Range;

use crate::lang::verb::{Helper, VerbForm};
use crate::text::{Doc, TokenKind, lower};

/// When a clause is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Before now, or the past tense of a report.
    Past,
    /// Nothing tells, or a report in the present tense.
    Present,
    /// Later.
    Future,
}

/// The most tokens that are looked at on either side.
const REACH: usize = 25;

/// The tense of the clause around token `at` in a sentence of these tokens: that of the nearest verb that
/// tells one.
pub fn around(doc: &Doc<'_>, sentence: Range<usize>, at: usize) -> Tense {
    let window = sentence.start.max(at.saturating_sub(REACH))..sentence.end.min(at + REACH);
    let mut best: Option<(usize, Tense)> = None;
    for (index, tense) in window.clone().filter_map(|index| Some((index, verb_tense(doc, &window, index)?))) {
        // A comma or a quotation mark between makes a verb as far as six words more.
        let between = if index < at { index..at } else { at..index };
        let edges = between.clone().filter(|&index| doc.tokens[index].kind == TokenKind::Punctuation).count();
        let distance = between.len() + edges * 6;
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, tense));
        }
    }
    best.map_or(Tense::Present, |(_, tense)| tense)
}

fn verb_tense(doc: &Doc<'_>, window: &Range<usize>, index: usize) -> Option<Tense> {
    if doc.tokens[index].kind != TokenKind::Word {
        return None;
    }
    let lang = doc.lang;
    let word = lower(doc.token_text(index));
    if let Some(helper) = lang.helper(&word) {
        return match helper {
            Helper::Past | Helper::ModalPast => Some(Tense::Past),
            Helper::Perfect => {
                let participle = |at: usize| {
                    lang.is_participle(doc.token_text(at))
                        || lang.verb_form(doc.token_text(at)) == Some(VerbForm::Participle)
                };
                window.clone().any(participle).then_some(Tense::Past)
            }
            Helper::Passive | Helper::Future | Helper::Modal => Some(Tense::Future),
        };
    }
    match lang.verb_form(&word) {
        Some(VerbForm::Past) => Some(Tense::Past),
        Some(VerbForm::Present) if lang.speech.verbs.contains(&word) => Some(Tense::Present),
        Some(VerbForm::Present) => Some(Tense::Future),
        _ if lang.speech.verbs.contains(&word) => Some(Tense::Present),
        _ => None,
    }
}
