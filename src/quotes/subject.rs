//! The subject of a verb of speech: the source before it, or behind it.

use super::cue::{LONGEST, Reader, Source};
use crate::lang::speech::word;

/// How far a verb's subject may stand from it, in tokens: bounds what is read for each verb.
const FAR: usize = 60;

impl Reader<'_, '_> {
    /// The source of the verb at `verb` in a clause from `start` to `end`: before it, or behind it
    /// (inversion: Algemene Nederlandse Spraakkunst, section 21.1). A participle has it before or behind
    /// its helper.
    pub fn subject(&self, start: usize, verb: usize, end: usize) -> Option<Source> {
        let mut anchor = verb;
        if self.is_participle(verb) {
            anchor =
                (start.max(verb.saturating_sub(FAR))..verb).rev().find(|&at| self.is(at, word::PERFECT))?;
        }
        // `had hij laten weten`: the subject goes with the helper.
        if self.is_participle(verb + 1) && self.phrasal(verb, verb + 2).is_some() {
            let helper =
                (start.max(verb.saturating_sub(FAR))..verb).rev().find(|&at| self.is(at, word::PERFECT));
            anchor = helper.unwrap_or(anchor);
        }
        let (whole, start) = (start, self.clause_start(start, anchor));
        let behind = self.source_from(anchor + 1, end);
        if let Some(source) = self.ending_at(start, anchor) {
            let inverted = behind.filter(|behind| self.is_object(&source, behind));
            return inverted.or(Some(source));
        }
        let comma = anchor > start && self.doc.token_text(anchor - 1) == ",";
        if comma && let Some(source) = self.phrase_before(start, anchor) {
            let inverted = behind.filter(|behind| self.is_object(&source, behind));
            return inverted.or(Some(source));
        }
        let opens = self.mention(anchor + 1).is_some()
            || self.is(anchor + 1, word::PRONOUN | word::DETERMINER)
            || crate::names::is_role(self.doc.lang, self.doc.token_text(anchor + 1));
        match behind {
            Some(source) if opens && !self.is_time_phrase(&source) => Some(source),
            // `X noemt het duur en wijst erop dat`: the source is that of the clause before.
            behind => self.source_before(start, anchor).or(behind).or_else(|| {
                let elided = anchor > whole && self.is(anchor - 1, word::COORDINATOR);
                elided.then(|| self.phrase_before(whole, anchor)).flatten()
            }),
        }
    }

    /// Whether the phrase before a verb is its object: `Het plan noemt zij duur`, `Jan noemt hij een held`
    /// (Algemene Nederlandse Spraakkunst, section 21.1.4).
    fn is_object(&self, before: &Source, behind: &Source) -> bool {
        let first = behind.tokens.start;
        let nominative = behind.pronoun && matches!(self.doc.token_text(first), "hij" | "zij");
        let known = self.is(first, word::HE | word::SHE)
            || behind.entity.is_some()
            || self.is_person_noun(behind.tokens.end - 1);
        nominative || known && !self.is_somebody(before)
    }

    /// Where the clause of the verb at `verb` starts: behind a mark, or a word that joins clauses.
    fn clause_start(&self, start: usize, verb: usize) -> usize {
        let start = start.max(verb.saturating_sub(FAR));
        (start..verb)
            .rev()
            .find(|&at| {
                let text = self.doc.token_text(at);
                let joins = self.is(at, word::COORDINATOR | word::SUBORDINATOR)
                    && (at == start || self.doc.token_text(at - 1) == ",");
                let below = self.is(at, word::SUBORDINATOR) && !self.is(at, word::PREPOSITION | word::ADVERB);
                joins || below || matches!(text, ";" | ":" | "\"" | "”" | "»" | "’" | "'")
            })
            .map_or(start, |at| at + 1)
    }

    /// The longest source that ends where the verb at `verb` stands, but for adverbs and brackets between.
    fn ending_at(&self, start: usize, verb: usize) -> Option<Source> {
        let mut end = verb;
        while end > start {
            let last = end - 1;
            if self.doc.token_text(last) == ")" {
                let open = (start..last).rev().take(6).find(|&at| self.doc.token_text(at) == "(")?;
                end = open;
            } else if self.is(last, word::ADVERB) && !self.is(last, word::PRONOUN) || self.is_time(last) {
                end = last;
            } else {
                break;
            }
        }
        let low = start.max(end.saturating_sub(LONGEST));
        (low..end).find_map(|at| {
            let source =
                (at == start || self.is_free(at - 1)).then(|| self.source_from(at, verb)).flatten()?;
            let fits = source.tokens.end == end || source.tokens.end == verb;
            (fits && !self.is_time_phrase(&source)).then_some(source)
        })
    }

    fn is_finite(&self, at: usize) -> bool {
        use crate::lang::verb::VerbForm;
        let text = self.doc.token_text(at);
        self.is_verb(at) || matches!(self.doc.lang.verb_form(text), Some(VerbForm::Past | VerbForm::Present))
    }

    /// Whether a noun phrase may start behind the token.
    fn is_free(&self, before: usize) -> bool {
        let bound = word::PREPOSITION | word::DETERMINER | word::COORDINATOR;
        // `Bos lacht en De Wit zegt`: it joins clauses.
        let joins = before > 0 && self.is(before, word::COORDINATOR) && self.is_finite(before - 1);
        joins
            || self.is_punctuation(before)
            || self.is(before, word::STOP | word::ADVERB | word::SUBORDINATOR) && !self.is(before, bound)
            || self.is_time(before)
    }

    /// `een dag`, `twee jaar`: no source.
    fn is_time_phrase(&self, source: &Source) -> bool {
        let last = source.tokens.end - 1;
        source.entity.is_none() && !source.pronoun && self.doc.lang.time_term(&self.lower(last)).is_some()
    }

    /// A source that stands before token `end`, from `start` or from the last comma on.
    pub fn source_before(&self, start: usize, end: usize) -> Option<Source> {
        self.phrase_before(start, end).or_else(|| {
            let comma = (start..end).rev().find(|&at| self.doc.token_text(at) == ",")?;
            self.phrase_before(comma + 1, end)
        })
    }

    fn phrase_before(&self, start: usize, end: usize) -> Option<Source> {
        if end <= start {
            return None;
        }
        // Behind `X, die ...,` the phrase stands before the first comma.
        let mut first = start;
        while first < end && (self.is_punctuation(first) || self.is_opener(first)) {
            first += 1;
        }
        let opens = self.mention(first).is_some()
            || self.mention(first + 1).is_some()
            || self.is(first, word::PRONOUN | word::DETERMINER | word::DEMONSTRATIVE)
            || crate::names::is_role(self.doc.lang, self.doc.token_text(first));
        if !opens || first >= end {
            return None;
        }
        self.source_from(first, end).filter(|source| !self.is_time_phrase(source))
    }

    /// `Maar`, `En`, `Ook`: a word before the subject.
    fn is_opener(&self, at: usize) -> bool {
        self.is(at, word::COORDINATOR) || matches!(self.doc.token_text(at), "ook" | "Ook")
    }
}
