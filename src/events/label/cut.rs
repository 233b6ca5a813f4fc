//! A label that is too long: what of it stays.

use super::choice::{Piece, Prefix};
use super::{LONGEST, Labeller};
use crate::events::words::listed;
use crate::lang::speech::word;
use crate::text::Span;
use crate::times::TimeKind;

/// How many characters of a subject say who it is.
const SUBJECT: usize = 20;

/// How many characters before the last verb say what it is about.
const OBJECT: usize = 24;

impl Labeller<'_, '_> {
    /// The first words and the trigger with what stands before it.
    pub(super) fn middle_out(&self, pieces: &[Piece], trigger: usize, room: usize) -> (Vec<Piece>, usize) {
        // `De wethouder ... en nam ontslag`: the subject, and the verb that goes with it too.
        let joined = (1..trigger.min(super::FAR)).rev().find(|&at| {
            let (Some(before), Some(here)) = (token(pieces, at - 1), token(pieces, at)) else { return false };
            matches!(self.lower(before), "en" | "maar" | "and" | "but") && self.is_finite(here)
        });
        if let Some(from) = joined {
            let finite = (1..from).find(|&at| token(pieces, at).is_some_and(|at| self.is_finite(at)));
            let starts = token(pieces, 0).is_some_and(|at| self.is_nominal(at));
            if let Some(finite) = finite.filter(|_| starts) {
                let mut some = part(pieces, 0, finite);
                let mut tail = part(pieces, from, trigger + 1);
                let mut end = trigger + 1;
                tail.iter_mut().take(1).for_each(|piece| piece.gap = true);
                some.append(&mut tail);
                if self.measure(&some) + 2 <= room {
                    let count: usize = pieces.iter().map(|piece| piece.tokens.len()).sum();
                    while end < count {
                        let mut more = some.clone();
                        more.extend(part(pieces, end, end + 1));
                        if self.measure(&more) + 2 > room {
                            break;
                        }
                        some = more;
                        end += 1;
                    }
                    return (some, end);
                }
            }
        }
        let (mut head, mut tail) = (1, trigger);
        // `De maatschappij heeft ... faillissement aangevraagd`
        let most = self.measure(&part(pieces, trigger, trigger + 1)) + OBJECT;
        // The subject rather loses words than the verb.
        let verb =
            (1..trigger.min(super::FAR)).find(|&at| token(pieces, at).is_some_and(|at| self.is_finite(at)));
        let helper = verb.filter(|&verb| token(pieces, verb).is_some_and(|at| self.helps(at)));
        let whole =
            helper.map(|verb| verb + 1).filter(|&head| self.measure(&part(pieces, 0, head)) + most <= room);
        let rest = verb.map_or(room, |verb| self.measure(&part(pieces, verb, trigger + 1)) + 4);
        let (verb, least) = match whole {
            _ if rest + SUBJECT <= room => (verb, room - rest),
            _ => (None, room / 2),
        };
        while head < verb.unwrap_or(trigger) && self.measure(&part(pieces, 0, head + 1)) < least {
            head += 1;
        }
        while head > 1 && self.is_closed_word(pieces, head - 1) {
            head -= 1;
        }
        let verb = if whole.is_some() { None } else { verb };
        head = whole.unwrap_or(head);
        let used = self.measure(&part(pieces, 0, head));
        let mut some = Vec::new();
        if used + self.measure(&part(pieces, trigger, trigger + 1)) + 4 <= room {
            while tail > head && used + self.measure(&part(pieces, tail - 1, trigger + 1)) + 4 <= room {
                tail -= 1;
            }
            // The tail opens with a phrase, not within one.
            let opens = |at: usize| {
                let Some(at) = token(pieces, at) else { return false };
                let of = matches!(self.lower(at), "van" | "of");
                let bits = self.bits(at);
                self.listed(at) & listed::NEGATION != 0
                    || !of && bits & (word::PREPOSITION | word::PRONOUN) != 0
                    || bits & word::DETERMINER != 0
                        && at.checked_sub(1).is_none_or(|before| self.bits(before) & word::PREPOSITION == 0)
            };
            if let Some(verb) = verb.filter(|&verb| verb >= head) {
                tail = verb;
            } else if tail > head {
                tail = (tail..trigger).find(|&at| opens(at)).unwrap_or(tail);
            }
            some = part(pieces, 0, head);
        }
        let mut rest = part(pieces, tail, trigger + 1);
        rest.iter_mut().take(1).for_each(|piece| piece.gap = tail > head || some.is_empty());
        some.append(&mut rest);
        (some, trigger + 1)
    }

    /// How many characters some pieces take, roughly where they are far too many.
    #[inline(never)]
    pub(super) fn measure(&self, pieces: &[Piece]) -> usize {
        let length = |piece: &Piece| {
            let span = self.piece_span(piece);
            let bytes = (span.end - span.start) as usize;
            if bytes > 4 * LONGEST { bytes } else { span.of(self.doc.text).chars().count() }
        };
        let between = pieces.iter().skip(1).map(|piece| if piece.gap { 3 } else { 1 }).sum::<usize>();
        pieces.iter().map(length).sum::<usize>() + between
    }

    pub(super) fn is_closed_word(&self, pieces: &[Piece], position: usize) -> bool {
        token(pieces, position).is_some_and(|at| !self.is_open(at) && !self.is_name(at))
    }

    /// Some pieces without the times in them that can be spared: the timeline tells when.
    #[inline(never)]
    pub(super) fn without_times(&self, pieces: &[Piece]) -> Vec<Piece> {
        let mut some = Vec::new();
        for piece in pieces {
            let mut from = piece.tokens.start;
            let mut gap = piece.gap;
            let mut at = from;
            while at < piece.tokens.end {
                let start = at;
                while at < piece.tokens.end && self.is_time(at) {
                    at += 1;
                }
                if at == start {
                    at += 1;
                    continue;
                }
                let before = start.saturating_sub(1);
                let preposition = self.is_preposition(before);
                let start = if preposition { before } else { start };
                // `drie jaar cel` needs its time.
                let first =
                    self.times.partition_point(|time| time.span.end <= self.doc.tokens[at - 1].span.start);
                let date = self
                    .times
                    .get(first)
                    .is_some_and(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time));
                let spared = !preposition || matches!(self.lower(before), "in" | "op" | "om" | "on" | "at");
                // `op 3 mei opende de brug` needs its first words, and a time may be all that a clause tells.
                // `maandag na vijf uur vergaderen`
                let within = start > piece.tokens.start
                    && !(start + 1..at)
                        .any(|at| matches!(self.lower(at), "na" | "voor" | "after" | "before"));
                let joined = [start.wrapping_sub(1), at].map(|at| {
                    self.words.get(at).is_some_and(|word| {
                        matches!(
                            word.text,
                            "en" | "of" | "and" | "or" | "al" | "pas" | "nog" | "vóór" | "uiterlijk"
                        )
                    })
                });
                // `een man, op 6 februari, vertrok` loses its commas too.
                let comma = |at: usize| at < self.words.len() && self.doc.token_text(at) == ",";
                let (before, behind) = (comma(start.wrapping_sub(1)), comma(at));
                let first = start.wrapping_sub(1);
                let after_word = self.is_word(first)
                    && self.listed(first) & listed::OPENER == 0
                    && self.bits(first) & (word::RELATIVE | word::SUBORDINATOR) == 0;
                let start = if before && behind { start - 1 } else { start };
                let until = if before && behind { at + 1 } else { at };
                if date
                    && (before && behind || !before && !behind && after_word)
                    && spared
                    && within
                    && joined == [false; 2]
                    && start > from
                {
                    some.push(Piece { tokens: from..start, gap, prefix: piece.prefix });
                    gap = false;
                    from = until.min(piece.tokens.end);
                }
            }
            if from < piece.tokens.end {
                some.push(Piece { tokens: from..piece.tokens.end, gap, prefix: piece.prefix });
            }
        }
        some
    }

    #[inline(never)]
    pub(super) fn piece_span(&self, piece: &Piece) -> Span {
        let span = self.span(&piece.tokens);
        let token = self.doc.tokens[piece.tokens.start].span;
        // The words are in lower case, which may have another length.
        let whole = |length: &u32| {
            self.doc.text.is_char_boundary((token.start + length) as usize)
                && (*length as usize) < token.len()
        };
        match piece.prefix {
            Prefix::Without(length) if whole(&length) => Span { start: span.start + length, ..span },
            Prefix::Alone(length) if whole(&length) => Span { end: token.start + length, ..token },
            _ => span,
        }
    }
}

/// Which token of some pieces is the one at a place.
#[inline(never)]
pub(super) fn token(pieces: &[Piece], mut position: usize) -> Option<usize> {
    for piece in pieces {
        if position < piece.tokens.len() {
            return Some(piece.tokens.start + position);
        }
        position -= piece.tokens.len();
    }
    None
}

/// The place of a token in some pieces; the last one if it is none of theirs.
#[inline(never)]
pub(super) fn position(pieces: &[Piece], at: usize) -> usize {
    let mut before = 0;
    for piece in pieces {
        if piece.tokens.contains(&at) {
            return before + at - piece.tokens.start;
        }
        before += piece.tokens.len();
    }
    before.saturating_sub(1)
}

/// The tokens of some pieces from one place to another.
#[inline(never)]
pub(super) fn part(pieces: &[Piece], from: usize, to: usize) -> Vec<Piece> {
    let mut before = 0;
    let mut some = Vec::new();
    for piece in pieces {
        let start = piece.tokens.start;
        let tokens = start + from.saturating_sub(before).min(piece.tokens.len())
            ..start + to.saturating_sub(before).min(piece.tokens.len());
        if !tokens.is_empty() {
            let gap = piece.gap && tokens.start == start;
            // What stood beside each other stays so.
            match some.last_mut() {
                Some(Piece { tokens: last, prefix: Prefix::Whole, .. })
                    if last.end == tokens.start && !gap && piece.prefix == Prefix::Whole =>
                {
                    last.end = tokens.end;
                }
                _ => some.push(Piece { tokens, gap, prefix: piece.prefix }),
            }
        }
        before += piece.tokens.len();
    }
    some
}
