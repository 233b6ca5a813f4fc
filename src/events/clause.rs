//! Clauses: stretches of a sentence between commas, colons, quotation marks and conjunctions.

use core::ops::Range;

use crate::analysis::Time;
use crate::lang::verb::{Helper, VerbForm};
use crate::text::{Doc, Sentence, TokenKind, lower};

/// A clause and what its words tell of when and whether.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    /// The tokens.
    pub tokens: Range<usize>,
    /// Indices of the time expressions that start in it.
    pub times: Range<usize>,
    /// `heeft`, `is`.
    pub perfect: bool,
    /// `had`, `werd`, or a verb in the past tense.
    pub past: bool,
    /// `wordt`.
    pub passive: bool,
    /// `zal`, `gaat`.
    pub future: bool,
    /// `kan`, `wil`, `zou`.
    pub modal: bool,
    /// `niet`, `geen`.
    pub negated: bool,
    /// `als`, `mocht`.
    pub condition: bool,
}

impl Clause {
    /// Whether a helper verb stands in the clause that a participle can go with.
    pub fn helps_participle(&self) -> bool {
        self.perfect || self.past || self.passive || self.future || self.modal
    }
}

/// The clauses of a sentence in order, and the times in each. `times` are those of the whole document.
pub(super) fn clauses(doc: &Doc<'_>, sentence: &Sentence, times: &[Time]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut start = sentence.first_token as usize;
    for at in sentence.tokens() {
        let word = doc.token_text(at);
        let opener = at > start && doc.lang.events.clause_openers.contains(&word);
        if opener && at > start + 1 {
            clauses.push(clause(doc, start..at, times));
            start = at;
        } else if doc.tokens[at].kind == TokenKind::Punctuation && is_edge(word) {
            if at > start {
                clauses.push(clause(doc, start..at, times));
            }
            start = at + 1;
        }
    }
    let end = sentence.end_token as usize;
    if end > start {
        clauses.push(clause(doc, start..end, times));
    }
    clauses
}

fn is_edge(word: &str) -> bool {
    matches!(
        word,
        "," | ";" | ":" | "\"" | "“" | "”" | "„" | "«" | "»" | "‘" | "’" | "'" | "–" | "—" | "(" | ")"
    )
}

fn clause(doc: &Doc<'_>, tokens: Range<usize>, times: &[Time]) -> Clause {
    let span = doc.tokens[tokens.start].span.to(doc.tokens[tokens.end - 1].span);
    let first = times.partition_point(|time| time.span.start < span.start);
    let end = times.partition_point(|time| time.span.start < span.end);
    let mut clause = Clause { times: first..end.max(first), ..Clause::default() };
    let data = &doc.lang.events;
    for at in tokens.clone() {
        if doc.tokens[at].kind != TokenKind::Word {
            continue;
        }
        let word = lower(doc.token_text(at));
        match doc.lang.helper(&word) {
            Some(Helper::Perfect) => clause.perfect = true,
            Some(Helper::Past) => clause.past = true,
            Some(Helper::Passive) => clause.passive = true,
            Some(Helper::Future) => clause.future = true,
            Some(Helper::Modal | Helper::ModalPast) => clause.modal = true,
            None if doc.lang.verb_form(&word) == Some(VerbForm::Past) => clause.past = true,
            None => {}
        }
        clause.negated |= data.negations.contains(&word.as_str());
        clause.condition |= at < tokens.start + 2 && data.conditions.contains(&word.as_str());
    }
    clause.tokens = tokens;
    clause
}
