//! Which words of a sentence tell of an event: the clause of the event with what it needs to be read alone.

use core::ops::Range;

use super::parts::{Kind, Part};
use super::{FAR, LONGEST, Labeller};
use crate::events::clause::Clause;
use crate::lang::speech::word;
use crate::text::TokenKind;

/// A stretch of the sentence in a label.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub tokens: Range<usize>,
    /// Whether words before it were left out.
    pub gap: bool,
    /// How many bytes of its first word are a prefix that is left out here, or that alone is meant.
    pub prefix: Prefix,
}

/// What a piece has of a verb that parts from its prefix: `stapte` and `binnen` of `binnenstapte`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Prefix {
    /// All of it.
    #[default]
    Whole,
    /// All but so many bytes.
    Without(u32),
    /// So many bytes alone.
    Alone(u32),
}

impl Piece {
    pub fn new(tokens: Range<usize>, gap: bool) -> Self {
        Self { tokens, gap, prefix: Prefix::Whole }
    }
}

#[inline(never)]
pub(super) fn one(tokens: Range<usize>) -> Vec<Piece> {
    vec![Piece::new(tokens, false)]
}

#[inline(never)]
pub(super) fn two(first: Range<usize>, second: Range<usize>, gap: bool) -> Vec<Piece> {
    vec![Piece::new(first, false), Piece::new(second, gap)]
}

impl Labeller<'_, '_> {
    /// The pieces that make the label of the event at `at` in clause `index`.
    pub(super) fn pieces(
        &self,
        clauses: &[Clause],
        index: usize,
        at: usize,
        sentence: Range<usize>,
    ) -> Vec<Piece> {
        let sentence = self.after_dateline(sentence, at);
        let direct = |at: usize| self.is_direct(at);
        let alike = || sentence.clone().take(FAR).all(|at| direct(at) || !self.is_word(at));
        if self.fits(&sentence) && (!direct(at) || alike()) {
            // Words of somebody's go without their quotation marks.
            let spoken = direct(at);
            let mark = |at: usize| spoken && self.doc.tokens[at].kind == TokenKind::Punctuation;
            let mut whole = sentence;
            while whole.len() > 1 && mark(whole.start) {
                whole.start += 1;
            }
            while whole.len() > 1 && mark(whole.end - 1) {
                whole.end -= 1;
            }
            return one(whole);
        }
        let (parts, index) = self.parts(clauses, index, at);
        let from = sentence.start;
        let mut pieces = match parts[index].kind {
            Kind::Relative => self.relative(&parts, index, from),
            Kind::Content => self.content(&parts, index, at),
            Kind::Below => self.below(&parts, index),
            Kind::Phrase => self.phrase(&parts, index, at),
            Kind::Main | Kind::Verb => self.clause(&parts, index),
        };
        for piece in &mut pieces {
            piece.tokens.start = piece.tokens.start.max(from).min(piece.tokens.end);
        }
        if let [piece] = &mut pieces[..] {
            piece.tokens.start = self.after_dateline(piece.tokens.clone(), at).start.max(piece.tokens.start);
            piece.tokens = self.whole_phrase(piece.tokens.clone(), from);
        }
        pieces.retain(|piece| !piece.tokens.is_empty());
        if pieces.is_empty() {
            pieces = one(at..at + 1);
        }
        let mut pieces = self.more(&parts, index, pieces);
        if let Some(first) = pieces.first_mut().filter(|first| first.tokens.len() > 1) {
            first.tokens.start += usize::from(self.bits(first.tokens.start) & word::COORDINATOR != 0);
        }
        if let Some(last) = pieces.last_mut().filter(|last| last.tokens.len() > 1) {
            last.tokens.end -=
                usize::from(matches!(self.lower(last.tokens.end - 1), "en" | "maar" | "and" | "but"));
        }
        // `Verstuyft (19)` has its second bracket too.
        for piece in &mut pieces {
            let is = |at: usize, mark: &str| self.doc.token_text(at) == mark;
            let opened = piece.tokens.clone().rev().take(FAR).any(|at| is(at, "("));
            piece.tokens.end +=
                usize::from(opened && piece.tokens.end < sentence.end && is(piece.tokens.end, ")"));
        }
        pieces
    }

    /// Takes in what follows, as far as it belongs to it and fits.
    fn more(&self, parts: &[Part], index: usize, mut pieces: Vec<Piece>) -> Vec<Piece> {
        let Some(end) = pieces.iter().map(|piece| piece.tokens.end).max() else { return pieces };
        let last = pieces.iter().position(|piece| piece.tokens.end == end).unwrap_or(0);
        if last + 1 != pieces.len() {
            return pieces;
        }
        let mut at = index;
        while parts.get(at + 1).is_some_and(|next| next.tokens.start < end) {
            at += 1;
        }
        let used: usize = pieces[..last].iter().map(|piece| self.length(&piece.tokens) + 3).sum();
        while let Some(next) = parts.get(at + 1).filter(|next| !next.parted || next.aside) {
            let opens =
                parts[at + 2..].iter().find(|part| !matches!(part.kind, Kind::Phrase | Kind::Relative));
            let heads = matches!(next.kind, Kind::Phrase | Kind::Below)
                && !next.aside
                && opens.is_some_and(|part| part.kind == Kind::Verb && !part.parted);
            // Behind `die in 1953 brak` the clause around it goes on.
            let goes_on = parts[index].kind == Kind::Relative && next.kind == Kind::Phrase && !next.aside;
            if matches!(next.kind, Kind::Main | Kind::Verb) || heads || goes_on {
                break;
            }
            let whole = pieces[last].tokens.start..self.end(parts, at + 1);
            let wider = pieces[last].tokens.start..next.tokens.end;
            let fits = self.fits(&whole) && used + self.length(&whole) <= LONGEST;
            // `ontdekte dat de brug`: what is known is cut rather than left out.
            let needed = next.kind == Kind::Content && !self.after_comma(next.tokens.start) && at == index
                || next.aside && whole.end > next.tokens.end;
            if !fits && !needed {
                break;
            }
            pieces[last].tokens = if fits || next.aside { whole } else { wider };
            let end = pieces[last].tokens.end;
            while parts.get(at + 1).is_some_and(|next| next.tokens.start < end) {
                at += 1;
            }
            if !fits {
                break;
            }
        }
        pieces
    }
}
