//! Times of day, alone or beside their day: `19.30 uur`, `maandag om half acht`, `twaalf uur vanmiddag`.

use super::anchor::{Anchor, Direction};
use super::hours::{Clock, NOON, part_at, part_of, read};
use super::line::Line;
use super::reader::{Found, Reader};
use super::sides::{Side, open_end};
use super::terms::{Part, Term};
use super::values::{Value, with_clock, with_part};
use super::{PartialDate, TimeKind, hours, years};
use crate::text::lower;

/// A clock time alone, or with the day behind it: `twaalf uur vanmiddag`, `om 11 uur afgelopen dinsdag`.
///
/// Without a day it is the hour alone, `T19:30`; which day that is the story tells.
pub(super) fn expression(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let just =
        matches!(line.before(at), Some(Term::To | Term::After)) && line.before(at - 1) == Some(Term::Just);
    let led = just || line.before(at).is_some_and(is_lead);
    told(reader, at, led)
}

/// The same where the caller knows that a clock time may stand here.
pub(super) fn told(reader: &Reader<'_, '_, '_>, at: usize, led: bool) -> Option<Found> {
    let line = reader.line;
    let clock = habit_before(reader, at).or_else(|| read(reader, at, led)).or_else(|| {
        // `20.30 vandaag`, `12.30 de 27e van december`, `om half acht`
        let clock = read(reader, at, true)
            .filter(|clock| line.is_number(at) && line.digits(at).is_none() && clock.end > at)?;
        let plain = matches!(line.term(clock.end), Some(Term::Day(..) | Term::Article | Term::Weekday(..)));
        // `08.10 - De eerste melding`, `09.45 u. Het water zakt.`
        let label = at == 0
            && line.opens_block()
            && line.word(at).len() == 5
            && (years::is_label(line, at, clock.end) || hours::is_sign(line, clock.end));
        (plain && day_behind(reader, clock).is_some() || label || is_usual(reader, at, clock))
            .then_some(clock)
    })?;
    let modifier = (clock.about || at > 0 && is_about(reader, at - 1)).then_some("APPROX");
    // `15.00 uur of later op maandag`
    let open = open_end(reader, clock.end);
    let end = open.map_or(clock.end, |(end, _)| end);
    if let Some(day) = day_behind(reader, Clock { end, ..clock }) {
        let value = with_clock(day.value.date, clock.minutes_in(part_of(&day.value)));
        let side = open.map(|(_, side)| side);
        return Some(
            Found { floats: day.floats, side, ..Found::date(day.end, value).of(TimeKind::Time) }
                .with(modifier),
        );
    }
    Some(clock.alone(None).with(modifier))
}

pub(super) fn day_behind(reader: &Reader<'_, '_, '_>, clock: Clock) -> Option<Found> {
    let line = reader.line;
    let comma = usize::from(line.word(clock.end) == ",");
    let on = usize::from(line.term(clock.end + comma) == Some(Term::Preposition));
    reader.day(clock.end + comma + on).filter(|day| day.value.date.is_some_and(|date| date.minute.is_none()))
}

/// `in de vroege ochtend`, `later in de middag`: of the day that the story tells.
pub(super) fn part_alone(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    // `in de avond`; `later op de avond`
    let before = line.word(at.wrapping_sub(1));
    let course = || {
        let noun = at.checked_sub(2).map_or("", |at| line.word(at));
        before == "van" && matches!(noun, "loop" | "eind" | "einde" | "begin")
    };
    let led = matches!(before, "in" | "In" | "tegen" | "during")
        || course()
        || before == "op" && matches!(line.before(at - 1), Some(Term::Late | Term::Later | Term::Earlier));
    if line.term(at) != Some(Term::Article) || !led {
        return None;
    }
    let late = usize::from(line.term(at + 1) == Some(Term::Late));
    let Some(Term::Part(part)) = line.term(at + 1 + late) else { return None };
    if line.term(at + 2 + late) == Some(Term::Of) {
        return None;
    }
    let value = Value::plain(format!("T{}", part.code()));
    Some(Found { habit: Some(part), ..Found::floating(at + 2 + late, value).of(TimeKind::Time) })
}

/// Whether a number is one of things in a row: `versie 3.2`, `lokaal 19.30`.
pub(super) fn is_labelled(line: &Line<'_, '_>, at: usize) -> bool {
    let label = at.checked_sub(1).map(|before| lower(line.word(before)));
    label.is_some_and(|label| {
        matches!(
            label.as_str(),
            "artikel"
                | "versie"
                | "version"
                | "nr."
                | "nummer"
                | "paragraaf"
                | "bus"
                | "lokaal"
                | "zaal"
                | "kamer"
        )
    })
}

/// Whether `20.00` is a time by its look: on the quarter, and nothing that it could measure behind it.
fn is_usual(reader: &Reader<'_, '_, '_>, at: usize, clock: Clock) -> bool {
    let line = reader.line;
    let symbol = at > 0 && !line.is_mark(at - 1) && !line.word(at - 1).starts_with(char::is_alphanumeric);
    let hour = line.word(at).len() == 5 && clock.minutes >= 6 * 60 && clock.minutes.is_multiple_of(15);
    let numbered =
        at > 0 && (line.is_number(at - 1) && line.digits(at - 1).is_none() || is_labelled(line, at));
    let behind = line.word(clock.end);
    let measured = matches!(line.term(clock.end), Some(Term::Unit(_) | Term::Years | Term::Number(_)))
        || years::is_amount(reader, clock.end)
        || line.term(clock.end).is_none()
            && behind.starts_with(char::is_alphabetic)
            && !matches!(behind, "hebben" | "zou");
    hour && !symbol && !numbered && !measured
}

/// `maandag om half acht`: a day and a clock time side by side are one expression.
pub(super) fn behind(reader: &Reader<'_, '_, '_>, found: Found) -> Found {
    let line = reader.line;
    let Some(date) = found.value.date.filter(|date| date.day.is_some() && date.minute.is_none()) else {
        return found;
    };
    let comma = usize::from(line.word(found.end) == ",");
    let mut next = found.end + comma;
    let mut side = None;
    while matches!(line.term(next), Some(Term::At | Term::To | Term::After | Term::From | Term::Through))
        || next > found.end + comma && is_about(reader, next)
    {
        // `dinsdag na 13.00 uur`, `1 februari uiterlijk 18.00 uur`
        side = line.term(next).and_then(Side::before).or(side);
        next += 1;
    }
    if comma > 0 && next == found.end + 1 && !line.is_number(next) {
        return part_behind(reader, found);
    }
    let Some(clock) = read(reader, next, true).filter(|clock| clock.end > next) else {
        return part_behind(reader, found);
    };
    let part = part_of(&found.value).filter(|_| clock.part.is_none());
    let mut minutes = clock.minutes_in(part);
    let mut date = date;
    // `vannacht om twaalf uur` is the end of the day, and what lies ahead of a night is the next day.
    if part == Some(Part::Night) {
        minutes = clock.minutes;
        let ahead = reader.direction(found.end) == Direction::Ahead;
        if minutes == NOON || ahead && minutes < NOON {
            minutes %= NOON;
            date = Anchor(Some(date)).day(1).date.unwrap_or(date);
        }
    }
    let mut value = with_clock(Some(PartialDate { minute: None, ..date }), minutes);
    if let Some(second) = clock.second {
        value.text.push_str(&format!(":{second:02}"));
    }
    Found { floats: found.floats, side, ..Found::date(clock.end, value).of(TimeKind::Time) }
        .with(clock.about.then_some("APPROX"))
}

/// `dinsdag in de ochtend`, `4 mei 's avonds`.
fn part_behind(reader: &Reader<'_, '_, '_>, found: Found) -> Found {
    match part_at(reader, found.end) {
        Some((part, end)) if found.kind == TimeKind::Date => Found {
            floats: found.floats,
            ..Found::date(end, with_part(&found.value, part)).of(TimeKind::Time)
        },
        _ => found,
    }
}

/// Whether a clock time in digits or whole hours may follow.
fn is_lead(term: Term) -> bool {
    matches!(term, Term::At | Term::Until | Term::Through | Term::Since | Term::From | Term::Between)
}

fn is_about(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.term(at) == Some(Term::About)
        || reader.line.term(at) == Some(Term::At)
            && matches!(reader.line.word(at).len(), 4..)
            && !matches!(reader.line.word(at), "klokslag" | "tegen")
}

/// `'s morgens om 7 uur`, `'s middags 5 uur`.
fn habit_before(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Clock> {
    let Some(Term::Habit(part)) = reader.line.term(at) else { return None };
    let mut next = at + 1;
    while matches!(reader.line.term(next), Some(Term::At)) {
        next += 1;
    }
    // `van 's ochtends 8 tot 's avonds 6`
    let line = reader.line;
    let bare = || {
        let joined = matches!(line.term(next + 1), Some(Term::Until | Term::Through | Term::And));
        let clock = Clock::bare(reader, next)?;
        (joined || years::ends(reader, next + 1)).then_some(clock).filter(|clock| clock.minutes > 0)
    };
    let clock = read(reader, next, next > at + 1).or_else(bare)?;
    let clock = Clock { part: Some(part), twelve: clock.twelve || clock.minutes < NOON, ..clock };
    Some(Clock { minutes: clock.minutes_in(None), twelve: false, ..clock })
}
