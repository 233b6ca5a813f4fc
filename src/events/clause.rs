//! Clauses: stretches of a sentence between commas, colons, quotation marks and conjunctions.

use core::ops::Range;

use super::words::{Form, Word, layer, listed};
use crate::analysis::Time;
use crate::lang::verb::Helper;
use crate::text::{Doc, Sentence, TokenKind};

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
    /// The helper verbs in order, the first three.
    pub helpers: [Option<usize>; 3],
    /// The prefix at the end of the clause that parted from its verb: `af` of `sloot ... af`.
    pub particle: Option<usize>,
    /// The first finite verb that is no helper.
    pub finite: Option<usize>,
    /// Whether a participle, an infinitive, a listed noun stands in it.
    pub participle: bool,
    /// See `participle`.
    pub infinitive: bool,
    /// See `participle`.
    pub noun: bool,
    /// Whether a word signals speech in it.
    pub cue: bool,
    /// The word that opens it, if that is one of grammar.
    pub opener: Option<usize>,
    /// Whether a name stands in it.
    pub named: bool,
}

impl Clause {
    /// How its helper verbs set it.
    pub fn voice(&self) -> &'static str {
        match () {
            () if self.modal => "m",
            () if self.future => "f",
            () if self.passive => "w",
            () if self.perfect => "h",
            () if self.past && self.helpers[0].is_some() => "p",
            () => "-",
        }
    }
}

/// The clauses of a sentence in order, and the times in each. `times` are those of the whole document.
pub(super) fn clauses(doc: &Doc<'_>, words: &[Word<'_>], sentence: &Sentence, times: &[Time]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut start = sentence.first_token as usize;
    for at in sentence.tokens() {
        let word = doc.token_text(at);
        let opener = at > start && words[at].listed & listed::OPENER != 0;
        if opener && at > start + 1 {
            clauses.push(clause(doc, words, start..at, times));
            start = at;
        } else if doc.tokens[at].kind == TokenKind::Punctuation && is_edge(word) {
            if at > start {
                clauses.push(clause(doc, words, start..at, times));
            }
            start = at + 1;
        }
    }
    let end = sentence.end_token as usize;
    if end > start {
        clauses.push(clause(doc, words, start..end, times));
    }
    clauses
}

fn is_edge(word: &str) -> bool {
    matches!(
        word,
        "," | ";" | ":" | "\"" | "“" | "”" | "„" | "«" | "»" | "‘" | "’" | "'" | "–" | "—" | "(" | ")"
    )
}

fn clause(doc: &Doc<'_>, words: &[Word<'_>], tokens: Range<usize>, times: &[Time]) -> Clause {
    let span = doc.tokens[tokens.start].span.to(doc.tokens[tokens.end - 1].span);
    let first = times.partition_point(|time| time.span.start < span.start);
    let end = times.partition_point(|time| time.span.start < span.end);
    let mut clause = Clause { times: first..end.max(first), ..Clause::default() };
    for at in tokens.clone() {
        let word = &words[at];
        clause.cue |= word.layers & layer::CUE != 0;
        clause.named |= word.layers & layer::NAME != 0;
        if doc.tokens[at].kind != TokenKind::Word {
            continue;
        }
        if let Some(helper) = word.helper {
            match helper {
                Helper::Perfect => clause.perfect = true,
                Helper::Past => clause.past = true,
                Helper::Passive => clause.passive = true,
                Helper::Future => clause.future = true,
                Helper::Modal | Helper::ModalPast => clause.modal = true,
            }
            if let Some(free) = clause.helpers.iter_mut().find(|slot| slot.is_none()) {
                *free = Some(at);
            }
        }
        match word.form {
            Form::Past | Form::Present => clause.finite = clause.finite.or(Some(at)),
            Form::Participle => clause.participle = true,
            Form::Infinitive => clause.infinitive = true,
            Form::Noun | Form::Nominal => clause.noun = true,
            Form::Other => {}
        }
        clause.past |= word.form == Form::Past;
        clause.negated |= word.listed & listed::NEGATION != 0;
        clause.condition |= at < tokens.start + 2 && word.listed & listed::CONDITION != 0;
        if at == tokens.start && !word.open {
            clause.opener = Some(at);
        }
    }
    let last = tokens.clone().rev().take(3).find(|&at| doc.tokens[at].kind == TokenKind::Word);
    clause.particle = last.filter(|&at| words[at].listed & listed::SEPARABLE != 0);
    clause.tokens = tokens;
    clause
}
