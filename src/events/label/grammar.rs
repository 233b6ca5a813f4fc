//! Verbs and noun phrases, as far as word lists and order tell.

use core::ops::Range;

use super::Labeller;
use crate::analysis::EntityKind;
use crate::events::words::{Form, layer, listed};
use crate::lang::Language;
use crate::lang::speech::word;
use crate::text::TokenKind;

/// How many tokens a noun phrase has at most.
const PHRASE: usize = 12;

impl Labeller<'_, '_> {
    /// Whether nothing but verbs stands behind the finite verb of a clause, or what may follow them.
    #[inline(never)]
    pub(super) fn ends_with(&self, tokens: &Range<usize>, finite: usize) -> bool {
        let verb = |at: usize| self.is_verbal(at);
        let next = (finite + 1..tokens.end).find(|&at| self.is_word(at) && !verb(at));
        // `is binnen een dag gekloond` ends with a verb, but not with this one.
        let placed = |next: usize| next > finite + 1 || self.is_preposition(next) && !verb(tokens.end - 1);
        next.is_none_or(placed) && self.doc.language == Language::Dutch
    }

    /// The finite verb of some tokens.
    #[inline(never)]
    pub(super) fn finite(&self, tokens: &Range<usize>) -> Option<usize> {
        let near = tokens.start..tokens.end.min(tokens.start + super::FAR);
        let plural = |at: usize| {
            // `zij sluiten de brug`; behind `te` or at the end it is an infinitive.
            self.form(at) == Form::Infinitive
                && !self.is_behind(at, &["te", "to"])
                && (at + 1..near.end).any(|next| self.is_word(next) && !self.form(next).is_verb())
                && self.layers(at) & (layer::NAME | layer::TIME) == 0
                && !self.is_nominal_slot(at)
        };
        let first = near.clone().find(|&at| self.is_finite(at));
        // `pas in 2020 kreeg`: what only looks like a verb stands first.
        let real = |at: &usize| self.is_finite(*at) && self.form(*at) != Form::Present;
        let first = match first {
            Some(first) if first == near.start && self.form(first) == Form::Present => {
                near.clone().find(real).or(Some(first))
            }
            first => first,
        };
        first.or_else(|| near.clone().find(|&at| plural(at)))
    }

    pub(super) fn is_behind(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| words.contains(&self.lower(before)))
    }

    /// Whether a word is an adverb: `nog`, `alleen`.
    #[inline(never)]
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.bits(at) & word::ADVERB != 0 || self.listed(at) & listed::ADVERB != 0
    }

    /// Whether a word is a preposition, `om` before a time too.
    #[inline(never)]
    pub(super) fn is_preposition(&self, at: usize) -> bool {
        self.bits(at) & word::PREPOSITION != 0 || self.lower(at) == "om"
    }

    /// Whether a noun stands here rather than a verb: `het bezoek`, `op bezoek`.
    #[inline(never)]
    pub(super) fn is_nominal_slot(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            (self.bits(before) & (word::DETERMINER | word::PREPOSITION) != 0
                || matches!(self.lower(before), "ons" | "geen" | "no"))
                && !matches!(self.lower(before), "die" | "dit" | "dat" | "that")
        })
    }

    /// Whether a word is a finite verb by itself.
    #[inline(never)]
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let word = &self.words[at];
        let looks = word.form == Form::Present && self.is_adverb(at);
        if looks || word.layers & (layer::NAME | layer::TIME) != 0 || self.is_behind(at, &["te", "to"]) {
            return false;
        }
        match word.form {
            // `zijn aanhouding`, `zijn gesloten`.
            _ if word.text == "zijn" => !self.words.get(at + 1).is_some_and(|next| {
                next.open && next.form != Form::Participle || next.layers & layer::NAME != 0
            }),
            _ if word.helper.is_some() => true,
            Form::Past => !self.is_behind(at, &["de", "een", "the", "a"]),
            Form::Present => !self.is_nominal_slot(at),
            _ => false,
        }
    }

    /// Whether a noun phrase may begin here.
    #[inline(never)]
    pub(super) fn is_nominal(&self, at: usize) -> bool {
        let word = &self.words[at];
        let bits = self.bits(at);
        let noun = word.layers & layer::NAME != 0
            || bits & (word::DETERMINER | word::PRONOUN) != 0
            || word.listed & listed::NEGATION != 0 && word.text != "niet"
            || word.open && !self.is_finite(at);
        let noun = noun || self.doc.tokens[at].kind == TokenKind::Number;
        noun && word.layers & layer::TIME == 0
            && (word.layers & layer::NAME != 0
                || bits & (word::PREPOSITION | word::SUBORDINATOR | word::COORDINATOR) == 0
                    && !self.is_adverb(at))
    }

    /// Where the noun phrase or time that begins at `start` ends: before a preposition, a time, an adverb, a verb, or
    /// another noun phrase.
    #[inline(never)]
    pub(super) fn phrase_end(&self, start: usize, end: usize) -> usize {
        let end = end.min(start + PHRASE);
        let time = |at: usize| self.is_time(at);
        let name = |at: usize| self.is_name(at);
        let pronoun = |at: usize| self.bits(at) & word::PRONOUN != 0 && self.bits(at) & word::DETERMINER == 0;
        let first = start + usize::from(self.is_preposition(start));
        if first < end && time(first) {
            return (first..end).find(|&at| !time(at)).unwrap_or(end);
        }
        let mut at = start + 1;
        if pronoun(start) || !self.is_word(start) {
            return at;
        }
        while at < end {
            let word = &self.words[at];
            let bits = self.bits(at);
            let joins = |at: usize| {
                let placed = self.lower(at) == "in" && at + 1 < end && name(at + 1);
                placed || matches!(self.lower(at), "van" | "uit" | "of" | "en" | "and")
            };
            let (of, after_of) = (joins(at), joins(at - 1));
            let stops = bits & (word::PREPOSITION | word::DETERMINER) != 0
                || self.is_adverb(at)
                || pronoun(at)
                || name(at - 1) && !name(at) && !self.is_of_group(at - 1)
                || word.listed & listed::NEGATION != 0
                || matches!(word.text, "zich" | "er")
                || name(at)
                    && !name(at - 1)
                    && !self.is_open(at - 1)
                    && !self.is_of_group(at)
                    && at > start + 1;
            if time(at)
                || self.is_finite(at)
                || !self.is_word(at)
                || stops && !of && (!after_of || name(at - 1))
            {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a word is `Amerikaanse`.
    pub(super) fn is_of_group(&self, at: usize) -> bool {
        let start = self.doc.tokens[at].span.start;
        let next = self.mentions.partition_point(|(span, ..)| span.start <= start);
        next.checked_sub(1).is_some_and(|last| self.mentions[last].2 == EntityKind::Group)
    }

    #[inline(never)]
    pub(super) fn is_noun(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.open && !word.form.is_verb() && word.helper.is_none()
    }
}
