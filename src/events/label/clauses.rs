//! Clauses that have no other above them, and what parts from them: their subject, their last verb, stretches beside.

use core::ops::Range;

use super::choice::{Piece, one, two};
use super::parts::{Kind, Part};
use super::{LONGEST, Labeller};
use crate::events::words::{Form, layer};
use crate::lang::Language;
use crate::lang::speech::word;

/// Where what a clause needs begins.
struct Begin {
    /// The clause.
    part: usize,
    /// The subject of an earlier clause, where it is this one's too.
    subject: Option<Range<usize>>,
}

impl Labeller<'_, '_> {
    /// A clause that has no other above it, with its subject.
    pub(super) fn clause(&self, parts: &[Part], index: usize) -> Vec<Piece> {
        let own = parts[index].tokens.clone();
        let begin = self.begin(parts, index);
        if let Some(subject) = begin.subject {
            let gap = subject.end < own.start;
            return two(subject, own, gap);
        }
        let whole = parts[begin.part].tokens.start..own.end;
        if let Some(close) = self.close(parts, index) {
            let whole = whole.start..close.end;
            return match self.fits(&whole) {
                true => one(whole),
                false => two(parts[begin.part].tokens.start..own.end, close, true),
            };
        }
        if begin.part == index {
            // `als het vriest, dan gebeurt dat`
            let then = index > 0 && matches!(self.lower(own.start), "dan" | "then");
            let whole = then.then(|| self.start(parts, index - 1)..own.end).filter(|whole| self.fits(whole));
            return whole.map_or_else(|| self.turned(parts, index), one);
        }
        if self.fits(&whole) {
            return one(whole);
        }
        let head = &parts[begin.part];
        let insert = &parts[begin.part + 1];
        // `twee jaar nadat hij kwam, vertrok hij` cannot lose what stands between.
        let bound = begin.part + 1 < index
            && matches!(insert.kind, Kind::Below | Kind::Content)
            && !self.after_mark(insert.tokens.start);
        if matches!(head.kind, Kind::Below | Kind::Content) || bound {
            return self.turned(parts, index);
        }
        let asides = (begin.part + 1..index).all(|at| parts[at].aside);
        let whole = two(head.tokens.clone(), own, !asides);
        if self.is_nominal(head.tokens.start) || self.measure(&whole) <= LONGEST {
            return whole;
        }
        self.turned(parts, index)
    }

    /// The participle or infinitive that a clause lacks and that follows behind an insert: `is de procedure, genoemd naar de
    /// fabriek, van start gegaan`.
    #[inline(never)]
    pub(super) fn close(&self, parts: &[Part], index: usize) -> Option<Range<usize>> {
        let part = &parts[index];
        let finite = part.finite.filter(|&finite| self.helps(finite))?;
        let verb = |at: usize| self.form(at).is_verb() && !self.is_name(at);
        if (finite + 1..part.tokens.end).any(verb) {
            return None;
        }
        let near = parts.iter().take(index + 5).skip(index + 1).take_while(|part| !part.parted);
        let near = near.take_while(|part| !matches!(part.kind, Kind::Main | Kind::Verb));
        let ends = |part: &&Part| {
            let last = &self.words[part.tokens.end - 1];
            part.kind == Kind::Phrase && matches!(last.form, Form::Participle | Form::Infinitive)
        };
        near.filter(ends).last().map(|part| part.tokens.clone())
    }

    /// A clause that opens with its verb, with its subject first: `de brug brak` of `brak de brug`.
    #[inline(never)]
    pub(super) fn turned(&self, parts: &[Part], index: usize) -> Vec<Piece> {
        let mut own = parts[index].tokens.clone();
        let then = index > 0
            && self.lower(own.start) == "dan"
            && parts[index].finite == Some(own.start + 1)
            && own.len() > 2;
        own.start += usize::from(then);
        let (verb, subject) = (own.start, own.start + 1);
        let dutch = self.doc.language == Language::Dutch;
        let first = parts[index].kind == Kind::Verb || then;
        if !first || subject >= own.end || !dutch || self.form(subject) == Form::Participle {
            return one(own);
        }
        let preposition = self.bits(subject) & word::PREPOSITION != 0;
        let end = self.phrase_end(subject, own.end);
        let end = if preposition && end == subject + 1 { self.phrase_end(end, own.end) } else { end };
        vec![
            Piece::new(subject..end, false),
            Piece::new(verb..subject, false),
            Piece::new(end..own.end, false),
        ]
    }

    /// Where a clause begins of which `index` has the verb.
    #[inline(never)]
    fn begin(&self, parts: &[Part], index: usize) -> Begin {
        let mut begin = Begin { part: index, subject: None };
        if parts[index].kind != Kind::Verb {
            // `De minister van Economische Zaken, Landbouw en Innovatie zou`
            let lists = |at: usize| {
                let (before, own) = (&parts[at - 1], &parts[at].tokens);
                let mut subject = own.start..parts[at].finite.unwrap_or(own.start);
                before.kind == Kind::Phrase
                    && !parts[at].parted
                    && !parts[at].joins
                    && (before.aside || self.is_nominal(before.tokens.start))
                    && self.is_nominal(own.start)
                    && (self.bits(own.start) & (word::DETERMINER | word::PRONOUN) == 0
                        || subject.any(|at| matches!(self.lower(at), "en" | "and")))
            };
            while begin.part > 0 && parts[index].kind == Kind::Main && lists(begin.part) {
                begin.part -= 1;
            }
            return begin;
        }
        // `spreekt van "een schande" en gaat praten`
        if parts[index].joins && parts[index].parted {
            let main = (0..index).rev().find(|&at| parts[at].kind == Kind::Main);
            begin.subject = main.and_then(|main| self.subject(parts, main));
            return begin;
        }
        let mut at = index;
        while at > 0 && !parts[at].parted {
            at -= 1;
            if parts[at].aside {
                continue;
            }
            match parts[at].kind {
                Kind::Relative => begin.part = at,
                Kind::Phrase => {
                    begin.part = at;
                    // `Bakker, wethouder in Tiel, nam ontslag`: as long as there are phrases.
                    let subject = self.is_nominal(parts[at].tokens.start);
                    if !at.checked_sub(1).is_some_and(|before| {
                        matches!(parts[before].kind, Kind::Phrase)
                            || parts[before].aside
                            || !subject && matches!(parts[before].kind, Kind::Below | Kind::Relative)
                    }) {
                        break;
                    }
                }
                Kind::Content if !self.after_mark(parts[at].tokens.start) => begin.part = at,
                Kind::Below | Kind::Content => {
                    begin.part = at;
                    if !at.checked_sub(1).is_some_and(|before| parts[before].kind == Kind::Phrase) {
                        break;
                    }
                }
                Kind::Main | Kind::Verb if begin.part == index && at + 1 < index => {
                    // `... en Bakker (PvdA) nam ontslag`.
                    begin.part = at;
                    break;
                }
                Kind::Main | Kind::Verb => {
                    if begin.part == index {
                        begin.subject = self.subject(parts, at);
                    } else if matches!(parts[begin.part].kind, Kind::Relative | Kind::Content) {
                        begin.part = at;
                    }
                    break;
                }
            }
        }
        begin
    }

    /// The subject of a clause.
    #[inline(never)]
    pub(super) fn subject(&self, parts: &[Part], index: usize) -> Option<Range<usize>> {
        let part = &parts[index];
        let finite = part.finite?;
        if part.kind == Kind::Verb {
            let begin = self.begin(parts, index);
            if begin.subject.is_some() {
                return begin.subject;
            }
            let head = &parts[begin.part];
            if begin.part < index && head.kind == Kind::Phrase {
                return Some(head.tokens.clone()).filter(|head| self.is_nominal(head.start));
            }
        }
        if finite > part.tokens.start && self.is_nominal(part.tokens.start) {
            return Some(part.tokens.start..finite);
        }
        let start = finite + 1;
        (start < part.tokens.end && self.is_nominal(start))
            .then(|| start..self.phrase_end(start, part.tokens.end))
    }

    /// A stretch without a verb: the subject of a verb behind it, or what belongs to the clause before.
    pub(super) fn phrase(&self, parts: &[Part], index: usize, trigger: usize) -> Vec<Piece> {
        let inserts = |at: usize| {
            matches!(parts[at].kind, Kind::Phrase | Kind::Relative | Kind::Below) && !parts[at].parted
        };
        let verb = (index + 1..parts.len()).find(|&at| !inserts(at));
        let said = |at: usize| self.layers(parts[at].tokens.start) & layer::CUE != 0;
        if let Some(verb) = verb.filter(|&at| parts[at].kind == Kind::Verb && !parts[at].parted && !said(at))
            && self.begin(parts, verb).part <= index
        {
            let start = parts[self.begin(parts, verb).part].tokens.start;
            let whole = start..parts[verb].tokens.end;
            if self.fits(&whole) {
                return one(whole);
            }
            let (own, rest) = (parts[index].tokens.clone(), parts[verb].tokens.clone());
            let head = start..own.end;
            if start < own.start {
                // `een beroep, ingesteld in 2019`
                let near = self.antecedent(own.start, start);
                return one(if self.fits(&head) { head } else { near..own.end });
            }
            return two(own.clone(), rest, verb > index + 1);
        }
        let own = parts[index].tokens.clone();
        if index == 0 || parts[index].parted {
            // Behind it a clause goes on.
            let next = parts.get(index + 1).map(|next| own.start..next.tokens.end);
            return vec![Piece::new(next.filter(|next| self.fits(next)).unwrap_or(own), false)];
        }
        let mut left = index - 1;
        while left > 0 && !parts[left].parted && matches!(parts[left].kind, Kind::Relative | Kind::Phrase) {
            left -= 1;
        }
        // `zij mogen, mits het veilig is, naar huis terugkeren`
        let closed = |at: &usize| self.close(parts, *at).is_some_and(|close| close == own);
        if let Some(open) = (index.saturating_sub(5)..index).rev().find(closed) {
            let head = self.start(parts, open)..parts[open].tokens.end;
            return match open + 1 == index {
                true => one(head.start..own.end),
                false => two(head, own, true),
            };
        }
        // `dat vloeren pas in de eerste eeuw, met de Romeinen, hierheen kwamen`
        if self.own(parts, left).end >= own.end {
            match parts[left].kind {
                Kind::Content => return self.content(parts, left, trigger),
                Kind::Below => return self.below(parts, left),
                _ => {}
            }
        }
        let start = self.start(parts, left);
        let whole = start..own.end;
        if self.fits(&whole) {
            return one(whole);
        }
        if left + 1 < index && parts[left].kind != Kind::Phrase {
            let pieces = two(start..parts[left].tokens.end, own.clone(), true);
            if self.measure(&pieces) <= LONGEST {
                return pieces;
            }
        }
        // `een order die is geboekt, maar nooit is betaald`
        let relative = &parts[index - 1];
        if relative.kind == Kind::Relative && relative.finite.is_some() && parts[index].finite.is_some() {
            let pronoun = relative.tokens.start;
            return two(self.antecedent(pronoun, parts[0].tokens.start)..pronoun + 1, own, true);
        }
        let antecedent = self.antecedent(own.start, parts[0].tokens.start);
        if antecedent < own.start && self.is_preposition(own.start) {
            return one(whole);
        }
        if antecedent < own.start && !parts[index].joins {
            return one(antecedent..own.end);
        }
        match self.subject(parts, index - 1) {
            Some(subject) if parts[index - 1].tokens.contains(&subject.start) => {
                let verb = parts[index - 1].finite.filter(|&verb| verb == subject.end);
                let end = verb.map_or(subject.end, |verb| verb + 1);
                two(subject.start..end, own, true)
            }
            _ => one(whole),
        }
    }

    /// Where the clause that holds part `index` begins.
    #[inline(never)]
    pub(super) fn start(&self, parts: &[Part], index: usize) -> usize {
        let mut at = index;
        while at > 0 && !parts[at].parted && matches!(parts[at].kind, Kind::Phrase | Kind::Relative) {
            if parts[at].kind == Kind::Relative {
                let start = self.antecedent(parts[at].tokens.start, parts[0].tokens.start);
                if start < parts[at].tokens.start {
                    return start;
                }
            }
            at -= 1;
        }
        if parts[at].kind == Kind::Content && at > 0 && !parts[at].parted {
            return self.start(parts, at - 1);
        }
        let begin = self.begin(parts, at);
        parts[begin.part].tokens.start
    }
}
