//! Stretches with one side: `sinds 2019`, `tot vrijdag`, `uiterlijk 1 mei`, `15.00 uur of later`.

use super::hours;
use super::reader::{Found, Reader};
use super::terms::{Term, Unit};
use super::{Interval, TimeKind};

/// Which side of a time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// From it on.
    From,
    /// Up to it.
    Before,
    /// Up to its end.
    Through,
}

impl Side {
    /// What a word before a clock time says, where a day stands before that.
    pub fn before(term: Term) -> Option<Self> {
        match term {
            Term::After | Term::From => Some(Self::From),
            Term::To => Some(Self::Before),
            Term::Through => Some(Self::Through),
            _ => None,
        }
    }

    /// That side; a clock time is a point, so that nothing of it lies on the other side.
    pub fn of(self, interval: Interval, point: bool) -> Interval {
        let Interval { begin, until } = interval;
        match self {
            Self::From => Interval { begin, until: None },
            Self::Through if !point => Interval { begin: None, until },
            Self::Before | Self::Through => Interval { begin: None, until: begin },
        }
    }
}

/// The side that the words before an expression tell: `sinds 2019` has no end, `tot vrijdag` no beginning.
pub(super) fn side_before(reader: &Reader<'_, '_, '_>, at: usize, found: &Found) -> Option<Side> {
    // Of a document that tells its month alone `morgen` is no more than that month: `tot morgen` lies in it.
    let blurred = reader.now.0.is_some_and(|date| date.day.is_none() && found.value.date == Some(date));
    Some(match reader.line.before(at)? {
        Term::Since | Term::From => Side::From,
        // `per 1 juli`
        Term::Per if found.value.date.is_some_and(|date| date.month.is_some()) => Side::From,
        // `tot eind mei` counts that last part.
        Term::Until | Term::To if found.modifier == Some("END") => Side::Through,
        Term::Until => {
            if blurred {
                Side::Through
            } else {
                Side::Before
            }
        }
        Term::Through => Side::Through,
        // `voor` is `for` too, but not before `begin`.
        Term::To if found.modifier == Some("START") => Side::Before,
        _ => return None,
    })
}

/// The place of an expression: all of it, or the side that is meant.
pub(super) fn place(found: &Found) -> Option<Interval> {
    let interval = found.value.interval?;
    Some(match found.side.filter(|_| matches!(found.kind, TimeKind::Date | TimeKind::Time)) {
        Some(side) => side.of(interval, hours::is_clock(&found.value)),
        None => interval,
    })
}

/// `of later`, `of eerder`: one past it, and the side that it opens.
pub(super) fn open_end(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(usize, Side)> {
    let line = reader.line;
    if !matches!(line.word(at), "of" | "or") {
        return None;
    }
    let side = match line.term(at + 1)? {
        Term::Later => Side::From,
        Term::Earlier => Side::Through,
        _ => return None,
    };
    // `vrijdag of later deze week`
    let goes_on = matches!(
        line.term(at + 2),
        Some(
            Term::This
                | Term::Last
                | Term::Next
                | Term::Unit(Unit::Day | Unit::Week | Unit::Month | Unit::Year)
        )
    );
    (!goes_on).then_some((at + 2, side))
}

/// Takes `of later` into an expression.
pub(super) fn or_later(reader: &Reader<'_, '_, '_>, found: &mut Found) {
    if matches!(found.kind, TimeKind::Date | TimeKind::Time)
        && let Some((end, side)) = open_end(reader, found.end)
    {
        (found.end, found.side) = (end, Some(side));
    }
}
