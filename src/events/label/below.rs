//! Clauses below another: with that one where it fits, else made clauses of their own.

use core::ops::Range;

use super::choice::{Piece, Prefix, one, two};
use super::parts::{Kind, Part};
use super::{FAR, Labeller};
use crate::events::words::{Form, layer, listed};
use crate::lang::Language;
use crate::lang::speech::word;

impl Labeller<'_, '_> {
    /// `de brug die in 1953 brak`.
    pub(super) fn relative(&self, parts: &[Part], index: usize, sentence: usize) -> Vec<Piece> {
        let own = parts[index].tokens.clone();
        let start = self.antecedent(own.start, sentence);
        if start < own.start || index == 0 {
            let end = self.noun_end(own.start, start);
            let beside = !(end..own.start).any(|at| self.is_word(at));
            return match start < own.start && !beside {
                true => two(start..end, own, false),
                false => one(start..own.end),
            };
        }
        let whole = self.start(parts, index - 1)..own.end;
        one(if self.fits(&whole) { whole } else { own })
    }

    /// `toen de brug brak`, with the clause that it belongs to where that fits, else `de brug brak`.
    pub(super) fn below(&self, parts: &[Part], index: usize) -> Vec<Piece> {
        let own = self.own(parts, index);
        let clause = |part: &Part| matches!(part.kind, Kind::Main | Kind::Verb | Kind::Content);
        if index > 0 && !parts[index].parted {
            let before = self.start(parts, index - 1)..own.end;
            if parts[..index].iter().any(|part| part.tokens.end > before.start && clause(part))
                && self.fits(&before)
            {
                return one(before);
            }
        }
        // `als het kabinet vindt dat het moet, gaat de school dicht`
        let mut main = index + 1;
        while parts
            .get(main)
            .is_some_and(|part| matches!(part.kind, Kind::Content | Kind::Relative) && !part.parted)
        {
            main += 1;
        }
        let next = parts.get(main).filter(|next| !next.parted && clause(next) && next.tokens.end > own.end);
        let behind = next.map(|_| own.start..self.end(parts, main)).filter(|behind| self.fits(behind));
        if let Some(behind) = behind {
            return one(behind);
        }
        // `stemt hij ermee in, dan krijgt een curator de tijd`
        let condition = parts[index].finite == Some(own.start)
            || self.listed(own.start) & listed::CONDITION != 0
            || matches!(self.lower(own.start), "wie" | "who");
        if let Some(next) = next.filter(|_| condition) {
            let close = self.close(parts, main).map_or(next.tokens.end, |close| close.end);
            return one(own.start..self.end(parts, main).max(close));
        }
        // What a condition says has not happened; `voordat` and `zonder dat` say more than when.
        let opens = |at: &usize| self.bits(*at) & word::SUBORDINATOR != 0;
        let first = (own.start..own.end.min(own.start + 2)).find(opens).unwrap_or(own.start);
        let plain = self.bits(first) & word::SUBORDINATOR != 0
            && self.listed(first) & listed::CONDITION == 0
            && !matches!(self.lower(first), "zoals" | "voordat" | "tot" | "totdat");
        let straight = plain.then(|| self.straight(first + 1..own.end)).flatten();
        straight.unwrap_or_else(|| one(own))
    }

    /// Where a part ends, with the clauses that hang on it without a mark, and with its verb where that follows later.
    #[inline(never)]
    pub(super) fn end(&self, parts: &[Part], index: usize) -> usize {
        let mut at = index;
        while let Some(next) = parts.get(at + 1).filter(|next| !next.parted) {
            let hangs = matches!(next.kind, Kind::Content | Kind::Below | Kind::Relative)
                && !self.after_mark(next.tokens.start);
            let open = matches!(parts[at].kind, Kind::Content | Kind::Below | Kind::Relative)
                && parts[at].finite.is_none()
                || parts[index].finite.is_none() && parts[at].kind == Kind::Relative && at > index
                || parts[at].aside && self.doc.token_text(next.tokens.start - 1) == ")";
            if !hangs && !open {
                break;
            }
            at += 1;
        }
        parts[at].tokens.end
    }

    /// The tokens of a part, and of those behind it up to its verb, where that follows an insert.
    #[inline(never)]
    pub(super) fn own(&self, parts: &[Part], index: usize) -> Range<usize> {
        let own = &parts[index].tokens;
        let near = parts.iter().take(index + 4).skip(index + 1).take_while(|part| !part.parted);
        let mut near = near.skip_while(|part| part.kind == Kind::Relative || part.aside);
        let verb = near
            .find(|part| part.finite.is_some())
            .filter(|part| parts[index].finite.is_none() && matches!(part.kind, Kind::Phrase | Kind::Main));
        own.start..verb.map_or(own.end, |verb| verb.tokens.end)
    }

    /// Whether a mark stands before a token.
    #[inline(never)]
    pub(super) fn after_mark(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| !self.is_word(before))
    }

    /// `dat de brug brak`, with the clause that it belongs to where that fits, else as a clause of its own.
    pub(super) fn content(&self, parts: &[Part], index: usize, trigger: usize) -> Vec<Piece> {
        let own = self.own(parts, index);
        if index > 0 && !parts[index].parted {
            let before = self.start(parts, index - 1)..own.end;
            if self.fits(&before) {
                return one(before);
            }
        }
        // `heeft ontkend dat de brug brak`: it says the contrary.
        let denials = &self.doc.lang.events.denials;
        let negated = |at: usize| self.listed(at) & listed::NEGATION != 0;
        let again = own.clone().take(FAR).any(negated);
        let denies = |at: &usize| denials.contains(&self.lower(*at)) || negated(*at) && !again;
        let above = index.checked_sub(1).map(|before| &parts[before].tokens);
        if let Some(above) = above.filter(|above| above.len() < FAR)
            && let Some(denial) = above.clone().find(denies)
            && let Some(subject) = self.subject(parts, index - 1)
        {
            // `De topman sloot ... niet uit dat`
            let verb = parts[index - 1].finite.filter(|&verb| verb == subject.end && verb < denial);
            let head = subject.start..verb.map_or(subject.end, |verb| verb + 1);
            return match head.end <= denial {
                true => two(head.clone(), denial..own.end, head.end < denial),
                false => one(subject.start.min(denial)..own.end),
            };
        }
        let opens = self.listed(own.start) & listed::OPENER != 0 && own.start < trigger;
        let own = own.start + usize::from(opens)..own.end;
        self.straight(own.clone()).unwrap_or_else(|| one(own))
    }

    /// A clause whose verbs stand last, with its finite verb second: `de brug zou morgen sluiten`. None where it is not
    /// clear what comes first.
    #[inline(never)]
    pub(super) fn straight(&self, own: Range<usize>) -> Option<Vec<Piece>> {
        if own.is_empty() || own.len() > FAR {
            return None;
        }
        if self.doc.language != Language::Dutch {
            return Some(one(own));
        }
        let timed = |at: usize| self.is_time(at);
        let time = timed(own.start)
            || self.bits(own.start) & word::PREPOSITION != 0 && own.len() > 1 && timed(own.start + 1);
        if !time && !self.is_nominal(own.start) {
            return None;
        }
        let end = self.phrase_end(own.start, own.end);
        let verbal = |at: usize| self.is_verbal(at);
        let last = (end..own.end).rev().find(|&at| {
            let plural = self.form(at) == Form::Infinitive && self.lower(at - 1) != "te";
            self.is_finite(at) || plural && at + 1 == own.end
        })?;
        // The first of several verbs at the end: `zou hebben gesloten`.
        let helpers = (end..last).rev().take_while(|&at| verbal(at));
        let verb = helpers.filter(|&at| self.helps(at)).last().unwrap_or(last);
        // Two clauses in one: which verb is whose is not clear.
        if (end..verb).any(|at| self.is_finite(at)) {
            return None;
        }
        if verb == end {
            return Some(one(own));
        }
        if !time && !self.is_edge(end) {
            return None;
        }
        let word = |prefix| Piece { prefix, ..Piece::new(verb..verb + 1, false) };
        let (first, last) = match self.prefix(verb) {
            None => (word(Prefix::Whole), None),
            Some(length) => (word(Prefix::Without(length?)), Some(word(Prefix::Alone(length?)))),
        };
        let mut pieces = vec![Piece::new(own.start..end, false), first, Piece::new(end..verb, false)];
        pieces.extend(last);
        pieces.push(Piece::new(verb + 1..own.end, false));
        Some(pieces)
    }

    /// Whether it is clear that a noun phrase ends before a word.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        let closed = word::PREPOSITION | word::DETERMINER | word::PRONOUN;
        let word = &self.words[at];
        let before = &self.words[at - 1];
        self.bits(at) & closed != 0
            || self.is_adverb(at)
            || word.layers & layer::TIME != 0
            || word.listed & listed::NEGATION != 0
            || matches!(word.text, "zich" | "er")
            || before.layers & layer::NAME != 0
            || self.bits(at - 1) & word::PRONOUN != 0
    }

    /// The length of the prefix that parts from a verb in a main clause: `binnen` of `binnenstapte`; inside, none where it
    /// may as well stay: `overlegde`.
    pub(super) fn prefix(&self, verb: usize) -> Option<Option<u32>> {
        let text = self.lower(verb);
        let lang = self.doc.lang;
        let verbal = |rest: &str| lang.events.inflected(rest).is_some() || lang.verb_form(rest).is_some();
        let prefixes = lang.events.separable().iter();
        let prefix = prefixes
            .filter(|prefix| text.strip_prefix(**prefix).is_some_and(verbal))
            .max_by_key(|it| it.len())?;
        let unclear = matches!(*prefix, "onder" | "over" | "door" | "voor" | "om" | "achter" | "mis");
        Some((!unclear).then_some(prefix.len() as u32))
    }
}
