//! What the rules read: a sentence, and what its expressions count from; the order in which rules are tried.

use super::anchor::{Anchor, Direction};
use super::line::Line;
use super::sides::Side;
use super::terms::Part;
use super::values::Value;
use super::{
    TimeKind, absolute, beside, clock, edges, feasts, lengths, nth, numeric, relative, sets, tense, units,
    vague, weekdays, years,
};

/// A sentence, and what its expressions count from.
#[derive(Clone, Copy)]
pub(super) struct Reader<'l, 'd, 't> {
    pub line: &'l Line<'d, 't>,
    /// The document's date.
    pub now: Anchor,
    /// The date mentioned last.
    pub last: Anchor,
    /// The day mentioned last.
    pub last_day: Anchor,
    /// Where a date that could lie on either side lies; `None` asks the verbs.
    pub toward: Option<Direction>,
}

/// What a rule has found from a piece on.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// One past its last piece.
    pub end: usize,
    pub kind: TimeKind,
    pub value: Value,
    pub modifier: Option<&'static str>,
    /// Whether the words leave open in which year or week it lies, or on which day.
    pub floats: bool,
    /// Whether it is an hour of a clock of twelve, without a part of the day.
    pub twelve: bool,
    /// The side of it that is meant, where only one is: `tot vrijdag`, `15.00 uur of later`.
    pub side: Option<Side>,
    /// A part of the day as a habit, which a story may tell of one day: `'s middags`.
    pub habit: Option<Part>,
}

impl Found {
    /// A date that the words state in full.
    pub fn date(end: usize, value: Value) -> Self {
        Self {
            end,
            kind: TimeKind::Date,
            value,
            modifier: None,
            floats: false,
            twelve: false,
            side: None,
            habit: None,
        }
    }

    /// A date that the words leave open in part.
    pub fn floating(end: usize, value: Value) -> Self {
        Self { floats: true, ..Self::date(end, value) }
    }

    /// A length of time, without a place on the calendar.
    pub fn length(end: usize, value: impl Into<String>) -> Self {
        Self { kind: TimeKind::Duration, ..Self::date(end, Value::plain(value)) }
    }

    /// With another kind.
    pub fn of(self, kind: TimeKind) -> Self {
        Self { kind, ..self }
    }

    /// With a modifier.
    pub fn with(self, modifier: Option<&'static str>) -> Self {
        Self { modifier: modifier.or(self.modifier), ..self }
    }
}

/// Reads one kind of expression that starts at a piece.
pub(super) type Rule = fn(&Reader<'_, '_, '_>, usize) -> Option<Found>;

/// The rules in the order in which they are tried.
const RULES: [Rule; 9] = [
    sets::read,
    lengths::stretch,
    clock::expression,
    lengths::counted,
    edges::edge,
    numeric::read,
    dated,
    clock::part_alone,
    vague::vague,
];

/// The rules for dates in words, in the order in which they are tried.
const DATES: [Rule; 18] = [
    nth::nth,
    beside::beside,
    absolute::calendar_day,
    absolute::month,
    absolute::day_alone,
    relative::day,
    relative::night,
    relative::part_of,
    relative::mentioned,
    weekdays::weekday,
    units::week,
    units::unit,
    units::season,
    units::quarter,
    years::decades,
    feasts::feast,
    years::named_year,
    years::bare_year,
];

impl Reader<'_, '_, '_> {
    /// The expression that starts at piece `at`.
    pub fn expression(&self, at: usize) -> Option<Found> {
        if !self.line.may_start(at) {
            return None;
        }
        RULES.iter().find_map(|rule| rule(self, at))
    }

    /// A date in words that starts at piece `at`.
    pub fn date(&self, at: usize) -> Option<Found> {
        DATES.iter().find_map(|rule| rule(self, at))
    }

    /// Where a date that could lie on either side lies: where the tense of the verb points.
    pub fn direction(&self, at: usize) -> Direction {
        self.toward.unwrap_or_else(|| tense::direction(self.line, at))
    }

    /// A day in words or digits that starts at piece `at`.
    pub fn day(&self, at: usize) -> Option<Found> {
        let day = |found: &Found| found.value.date.is_some_and(|date| date.day.is_some());
        self.date(at).filter(day).or_else(|| numeric::read(self, at).filter(day))
    }

    /// The same sentence with another anchor and direction.
    pub fn from(&self, now: Anchor, toward: Direction) -> Self {
        Self { now, toward: Some(toward), ..*self }
    }
}

/// A date with the clock time beside it.
fn dated(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    reader.date(at).map(|found| clock::behind(reader, found))
}
