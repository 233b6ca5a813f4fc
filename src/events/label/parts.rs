//! What each clause of a sentence is to the others, as far as words and their order tell.

use core::ops::Range;

use super::Labeller;
use crate::events::clause::Clause;
use crate::events::words::{Form, layer, listed};
use crate::lang::Language;
use crate::lang::speech::word;
use crate::text::TokenKind;

/// How many clauses before and behind one are looked at.
const REACH: usize = 8;

/// What a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It has its subject and its verb: `de brug brak`.
    Main,
    /// Its verb comes first, so that its subject stands before or behind: `brak de brug`.
    Verb,
    /// It has no verb: `de brug van 1953`.
    Phrase,
    /// `toen de brug brak`.
    Below,
    /// `dat de brug brak`, behind what somebody says or knows.
    Content,
    /// `die in 1953 brak`.
    Relative,
}

/// A clause among the others.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub kind: Kind,
    /// Its tokens, without `en` or `maar` before a clause that stands alone.
    pub tokens: Range<usize>,
    /// Its finite verb.
    pub finite: Option<usize>,
    /// Whether it stands in brackets.
    pub aside: bool,
    /// Whether `en` or `maar` opens it.
    pub joins: bool,
    /// Whether something parts it from the clause before: a colon, a quotation mark.
    pub parted: bool,
}

impl Labeller<'_, '_> {
    /// The parts of a sentence around the word at `at` in clause `index`, and which of them it is in.
    pub(super) fn parts(&self, clauses: &[Clause], index: usize, at: usize) -> (Vec<Part>, usize) {
        let first = index.saturating_sub(REACH);
        let near = &clauses[first..clauses.len().min(index + REACH)];
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for clause in near {
            let mut start = clause.tokens.start;
            // `in juni dat jaar`
            let time = |at: usize| self.is_time(at);
            if let Some(last) =
                stretches.last_mut().filter(|last| last.end == start && time(start) && time(start - 1))
            {
                start = last.start;
                stretches.pop();
            }
            if let Some(last) =
                stretches.last().filter(|last| last.end == start && self.goes_on(&clause.tokens))
            {
                start = last.start;
                stretches.pop();
            }
            for inner in clause.tokens.start + 2..clause.tokens.end.min(clause.tokens.start + super::FAR) {
                if self.opens_clause(inner) && !time(inner) && self.listed(inner) & listed::OPENER == 0 {
                    stretches.push(start..inner);
                    start = inner;
                }
            }
            stretches.push(start..clause.tokens.end);
        }
        let mut parts: Vec<Part> = (0..stretches.len()).map(|at| self.part(&stretches, at)).collect();
        for at in 0..parts.len().saturating_sub(1) {
            // `een eerder plan, voor een dorp, sneuvelde`: a noun that looks like a verb.
            let part = &parts[at];
            let looks = part.kind == Kind::Main
                && part.finite.is_some_and(|finite| {
                    finite + 1 == part.tokens.end && self.form(finite) == Form::Present
                })
                && self.bits(part.tokens.start) & word::DETERMINER != 0;
            let next = parts[at + 1..].iter().find(|part| part.kind != Kind::Phrase && !part.aside);
            if looks && next.is_some_and(|next| next.kind == Kind::Verb && !next.parted) {
                parts[at].kind = Kind::Phrase;
            }
        }
        for at in 1..parts.len() {
            // `liet maandag, voor de beurs, weten alles te kopen`: an infinitive that looks like a plural.
            let part = &parts[at];
            let looks = part.kind == Kind::Verb
                && !part.parted
                && self.form(part.tokens.start) == Form::Infinitive
                && self.words[part.tokens.start].helper.is_none();
            let before = parts[..at].iter().rev().find(|part| part.kind != Kind::Phrase);
            if looks && before.is_some_and(|before| before.kind == Kind::Main) {
                parts[at].kind = Kind::Phrase;
            }
        }
        let index = stretches.iter().position(|stretch| stretch.contains(&at)).unwrap_or(0);
        (parts, index)
    }

    /// Whether what opens with `als` or `toen` behind no mark is no clause: `kwam als vijfde`, `is toen gesloten`.
    fn goes_on(&self, tokens: &Range<usize>) -> bool {
        let first = self.lower(tokens.start);
        // `trok die conclusie`
        if first == "die" && tokens.start > 0 && self.is_finite(tokens.start - 1) {
            return self.is_noun(tokens.start + 1)
                && !self.finite(tokens).is_some_and(|it| self.ends_with(tokens, it));
        }
        if tokens.len() < 2 || !matches!(first, "als" | "toen" | "dus") {
            return false;
        }
        let Some(finite) = self.finite(tokens) else { return true };
        let next = tokens.start + 1;
        let subject = word::DETERMINER | word::PRONOUN | word::ADVERB;
        let opens = self.bits(next) & subject != 0 || self.layers(next) & (layer::NAME | layer::TIME) != 0;
        first != "dus" && (!self.ends_with(tokens, finite) || first == "als" && !opens)
    }

    fn part(&self, stretches: &[Range<usize>], index: usize) -> Part {
        let mut tokens = stretches[index].clone();
        let before = index.checked_sub(1).map_or(tokens.start, |before| stretches[before].end);
        let marks =
            |wanted: &[&str]| (before..tokens.start).any(|at| wanted.contains(&self.doc.token_text(at)));
        let direct = |at: usize| self.is_direct(at);
        let parted = marks(&[":", ";", "\"", "“", "”", "„", "«", "»", "‘", "’"])
            || index > 0 && direct(tokens.start) != direct(stretches[index - 1].end - 1);
        let aside = marks(&["("]) || index > 0 && marks(&["–", "—"]) && self.is_closed(stretches, index);
        while tokens.len() > 1 && !self.is_word(tokens.start) {
            tokens.start += 1;
        }
        while tokens.len() > 1 && self.doc.tokens[tokens.end - 1].kind == TokenKind::Punctuation {
            tokens.end -= 1;
        }
        let joins = self.bits(tokens.start) & word::COORDINATOR != 0;
        if joins && tokens.len() > 1 {
            tokens.start += 1;
        }
        let finite = self.finite(&tokens);
        let kind = match self.kind(stretches, index, &tokens, finite, joins) {
            // `; wie annuleert, krijgt`
            Kind::Relative if parted && matches!(self.lower(tokens.start), "wie" | "who") => Kind::Below,
            kind => kind,
        };
        if joins && kind == Kind::Phrase {
            tokens.start -= 1;
        }
        Part { kind, tokens, finite, aside, joins, parted }
    }

    /// Whether a dash stands behind a clause.
    fn is_closed(&self, stretches: &[Range<usize>], index: usize) -> bool {
        let end = stretches[index].end;
        stretches.get(index + 1).is_some() && matches!(self.doc.token_text(end), "–" | "—")
    }

    fn kind(
        &self,
        stretches: &[Range<usize>],
        index: usize,
        tokens: &Range<usize>,
        finite: Option<usize>,
        joins: bool,
    ) -> Kind {
        // A verb that is in no list stands at the end of a clause that opens like one.
        let hidden = tokens.len() > 3 && self.opens_clause(tokens.start);
        let Some(finite) = finite.or(hidden.then_some(tokens.end - 1)) else { return Kind::Phrase };
        if finite == tokens.start {
            // A sentence that opens with its verb asks, orders, or sets a condition.
            return match stretches.get(index + 1..) {
                _ if index > 0 => Kind::Verb,
                Some(rest) if rest.iter().any(|next| self.finite(next).is_some()) => Kind::Below,
                _ => Kind::Main,
            };
        }
        // `van wie`, `net toen`, `zonder dat`.
        let opens = |at: usize| self.listed(at) & listed::OPENER != 0;
        let second = tokens.start + 1;
        let behind = second < finite
            && opens(second)
            && !opens(tokens.start)
            && (self.bits(tokens.start) & (word::PREPOSITION | word::ADVERB) != 0
                || !self.is_open(tokens.start));
        let opener = if behind { second } else { tokens.start };
        let (text, bits) = (self.lower(opener), self.bits(opener));
        // `toen stuurde het ministerie`, `die is gesloten`: no clause below another.
        let alone = text != "dat" || joins || self.helps(finite);
        let dutch = self.doc.language == Language::Dutch;
        let behind_noun = text == "die" && index > 0 && !self.after_comma(tokens.start);
        if finite == opener + 1 && alone && !behind_noun && dutch && !self.ends_with(tokens, finite) {
            return Kind::Main;
        }
        let of_noun = || self.after_comma(tokens.start) || self.is_of_noun(tokens.start, stretches[0].start);
        let said = index.checked_sub(1).is_some_and(|before| {
            let before = stretches[before].clone();
            before.take(super::FAR).any(|at| self.layers(at) & layer::CUE != 0)
        });
        match text {
            _ if joins && !opens(opener) => self.without_opener(index, tokens, finite),
            "dat" | "that" if behind => Kind::Below,
            "dat" if index > 0 && of_noun() && !said => Kind::Relative,
            "that" if index > 0 && !said && self.is_noun(opener - 1) => Kind::Relative,
            // `dat akkoord loopt tot 2024`
            "dat" if (index == 0 || !self.is_word(tokens.start - 1)) && !self.ends_with(tokens, finite) => {
                Kind::Main
            }
            "dat" | "that" | "of" | "whether" | "waarom" => Kind::Content,
            _ if index > 0
                && (self.is_where(opener) || matches!(text, "die" | "wie" | "who" | "which" | "where")) =>
            {
                let verb = self.form(tokens.start - 1).is_verb();
                let asks = (said || verb) && !self.after_comma(tokens.start) && text != "die";
                if asks { Kind::Content } else { Kind::Relative }
            }
            _ if bits & (word::SUBORDINATOR | word::CONJUNCTION) != 0 || opens(opener) => {
                let preposition = bits & word::PREPOSITION != 0;
                let clause = |at: usize| (!dutch || self.ends_with(tokens, finite)) && self.is_nominal(at);
                if preposition && !clause(opener + 1) {
                    self.without_opener(index, tokens, finite)
                } else {
                    Kind::Below
                }
            }
            _ if self.listed(opener) & listed::CONDITION != 0 => Kind::Below,
            _ => self.without_opener(index, tokens, finite),
        }
    }

    /// What a clause is that nothing opens: `volgens de nieuwe regels worden gekozen` goes on with what stands before.
    fn without_opener(&self, index: usize, tokens: &Range<usize>, finite: usize) -> Kind {
        let last = (finite..tokens.end).all(|at| self.is_verbal(at) || !self.is_word(at));
        let goes_on = index > 0 && !self.is_nominal(tokens.start) && last;
        if goes_on { Kind::Phrase } else { Kind::Main }
    }

    /// Whether a word opens a clause and nothing else.
    #[inline(never)]
    fn opens_clause(&self, at: usize) -> bool {
        let bits = self.bits(at);
        let both = word::PREPOSITION | word::COORDINATOR | word::ADVERB | word::DETERMINER;
        bits & (word::SUBORDINATOR | word::CONJUNCTION | word::RELATIVE) != 0
            && (bits & both == 0 || self.lower(at) == "die")
            && !matches!(self.lower(at), "of" | "zoals" | "wat")
            || self.is_where(at)
    }

    /// Whether a word is `waar`, `waarin`, `waartegen`.
    #[inline(never)]
    fn is_where(&self, at: usize) -> bool {
        let words = &self.doc.lang.speech.words;
        let placed = |rest: &str| words.get(rest).is_some_and(|bits| bits & word::PREPOSITION != 0);
        let rest = self.lower(at).strip_prefix("waar");
        // `waardoor` and `waarna` tell what followed.
        rest.is_some_and(|rest| matches!(rest, "" | "mee") || placed(rest) && !matches!(rest, "na" | "door"))
    }
}
