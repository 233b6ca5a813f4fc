//! Times of day: `19.30 uur`, `half acht`, `kwart over zes 's ochtends`, `8 p.m.`.

use super::anchor::{Value, with_clock, with_part};
use super::reader::{Found, Reader};
use super::terms::{Part, Term, Unit};
use super::{PartialDate, TimeKind};
use crate::text::lower;

/// A clock time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// One past its last piece.
    pub end: usize,
    /// Minutes since midnight.
    pub minutes: u32,
    /// Seconds, where they are told.
    pub second: Option<u32>,
    /// The part of the day that is named beside it.
    pub part: Option<Part>,
    /// Whether it is told on a clock of twelve hours, so that it could be twelve hours later.
    pub twelve: bool,
    /// Whether it can be nothing else, or only with a preposition before it.
    sure: bool,
    /// Whether `ongeveer` or `rond` stands before it.
    pub about: bool,
}

impl Clock {
    /// A time of a clock of 24 hours.
    fn new(end: usize, minutes: u32, sure: bool) -> Self {
        Self { end, minutes, second: None, part: None, twelve: false, sure, about: false }
    }

    /// A whole hour without anything that tells that it is one: an end of a stretch of hours.
    pub fn bare(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Self> {
        let hour = reader.line.number(at).filter(|&hour| hour <= 24)?;
        Some(Self { twelve: hour < 12, ..Self::new(at + 1, hour * 60, false) })
    }

    /// The time as an expression without a day.
    pub fn alone(self, part: Option<Part>) -> Found {
        let mut value = hour_alone(self.minutes_in(part));
        if let Some(second) = self.second {
            value.text.push_str(&format!(":{second:02}"));
        }
        let twelve = self.twelve && self.part.or(part).is_none();
        Found { twelve, ..Found::floating(self.end, value).of(TimeKind::Time) }
    }
}

const NOON: u32 = 12 * 60;

impl Clock {
    /// Minutes since midnight in a part of the day; without one `half drie` is in the afternoon, as what
    /// happens at night says so.
    pub fn minutes_in(self, part: Option<Part>) -> u32 {
        match self.part.or(part) {
            Some(part) if self.twelve => part.hour(self.minutes / 60) * 60 + self.minutes % 60,
            None if self.twelve && self.minutes < 6 * 60 => self.minutes + NOON,
            _ => self.minutes,
        }
    }
}

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
        (plain && day_behind(reader, clock).is_some() || is_usual(reader, at, clock)).then_some(clock)
    })?;
    let modifier = (clock.about || at > 0 && is_about(reader, at - 1)).then_some("APPROX");
    if let Some(day) = day_behind(reader, clock) {
        let value = with_clock(day.value.date, clock.minutes_in(part_of(&day.value)));
        return Some(
            Found { floats: day.floats, ..Found::date(day.end, value).of(TimeKind::Time) }.with(modifier),
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
    if line.term(at) != Some(Term::Article)
        || !matches!(line.word(at.wrapping_sub(1)), "in" | "In" | "tegen" | "during")
    {
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

/// Whether `20.00` is a time by its look: on the quarter, and nothing that it could measure behind it.
fn is_usual(reader: &Reader<'_, '_, '_>, at: usize, clock: Clock) -> bool {
    let line = reader.line;
    let symbol = at > 0 && !line.is_mark(at - 1) && !line.word(at - 1).starts_with(char::is_alphanumeric);
    let hour = line.word(at).len() == 5 && clock.minutes >= 6 * 60 && clock.minutes.is_multiple_of(15);
    let numbered = at > 0
        && (line.is_number(at - 1) && line.digits(at - 1).is_none()
            || matches!(
                lower(line.word(at - 1)).as_str(),
                "artikel" | "versie" | "nr." | "nummer" | "paragraaf" | "bus"
            ));
    let behind = line.word(clock.end);
    let measured = matches!(line.term(clock.end), Some(Term::Unit(_) | Term::Years | Term::Number(_)))
        || super::absolute::is_amount(reader, clock.end)
        || line.term(clock.end).is_none()
            && behind.starts_with(char::is_alphabetic)
            && !matches!(behind, "hebben" | "zou");
    hour && !symbol && !numbered && !measured
}

/// `T19:30`
pub(super) fn hour_alone(minutes: u32) -> Value {
    Value::plain(format!("T{:02}:{:02}", minutes / 60, minutes % 60))
}

/// `maandag om half acht`: a day and a clock time side by side are one expression.
pub(super) fn behind(reader: &Reader<'_, '_, '_>, found: Found) -> Found {
    let line = reader.line;
    let Some(date) = found.value.date.filter(|date| date.day.is_some() && date.minute.is_none()) else {
        return found;
    };
    let comma = usize::from(line.word(found.end) == ",");
    let mut next = found.end + comma;
    while matches!(line.term(next), Some(Term::At | Term::To))
        || next > found.end + comma && is_about(reader, next)
    {
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
        let ahead = reader.direction(found.end) == super::anchor::Direction::Ahead;
        if minutes == NOON || ahead && minutes < NOON {
            minutes %= NOON;
            date = super::anchor::Anchor(Some(date)).day(1).date.unwrap_or(date);
        }
    }
    let mut value = with_clock(Some(PartialDate { minute: None, ..date }), minutes);
    if let Some(second) = clock.second {
        value.text.push_str(&format!(":{second:02}"));
    }
    Found { floats: found.floats, ..Found::date(clock.end, value).of(TimeKind::Time) }
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

/// The part of the day that a value ends in.
pub(super) fn part_of(value: &Value) -> Option<Part> {
    [Part::Morning, Part::Afternoon, Part::Evening, Part::Night]
        .into_iter()
        .find(|part| value.text.strip_suffix(part.code()).is_some_and(|rest| rest.ends_with('T')))
}

/// Whether a clock time in digits or whole hours may follow.
fn is_lead(term: Term) -> bool {
    matches!(term, Term::At | Term::Until | Term::Since | Term::From | Term::Between)
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
    let clock = read(reader, next, next > at + 1)?;
    let clock = Clock { part: Some(part), twelve: clock.twelve || clock.minutes < NOON, ..clock };
    Some(Clock { minutes: clock.minutes_in(None), twelve: false, ..clock })
}

/// Reads a clock time that starts at piece `at`. `led` tells that a preposition such as `om` comes before.
pub(super) fn read(reader: &Reader<'_, '_, '_>, at: usize, led: bool) -> Option<Clock> {
    let line = reader.line;
    let about = led && line.term(at) == Some(Term::About);
    let at = at + usize::from(about);
    let mut clock = digital(reader, at)
        .or_else(|| spoken(reader, at))
        .or_else(|| whole(reader, at, led))
        .or_else(|| named(reader, at))?;
    clock.end += usize::from(line.term(clock.end) == Some(Term::Hour));
    let part = part_at(reader, clock.end);
    // `tien voor half elf` is read from `tien` on.
    let inside = line.before(at) == Some(Term::To) && !clock.sure;
    if !clock.sure && !led && part.is_none() || inside && !led {
        return None;
    }
    if let Some((part, end)) = part {
        (clock.part, clock.end) = (Some(part), end);
        // `twaalf uur 's nachts`, `6:00 in de namiddag`
        if part == Part::Night && clock.twelve && clock.minutes >= NOON {
            clock.minutes -= NOON;
        }
        clock.twelve |= clock.minutes < NOON;
    }
    (clock.minutes <= 24 * 60).then_some(Clock { about, ..clock })
}

/// `'s avonds`, `in de ochtend`.
pub(super) fn part_at(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(Part, usize)> {
    let line = reader.line;
    match (line.term(at)?, line.term(at + 1), line.term(at + 2)) {
        (Term::Habit(part), _, _) => Some((part, at + 1)),
        (Term::Preposition, Some(Term::Article), Some(Term::Part(part))) => Some((part, at + 3)),
        (Term::Preposition, Some(Term::Article), Some(Term::Late)) => match line.term(at + 3)? {
            Term::Part(part) => Some((part, at + 4)),
            _ => None,
        },
        _ => None,
    }
}

/// `19.30`, `19:30`, `10u05`, `22:30u`, `8:30 p.m.`
fn digital(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Clock> {
    let line = reader.line;
    if !line.is_number(at) {
        return None;
    }
    // `22:30u` is three pieces.
    if line.word(at + 1) == ":" && line.is_tight(at) && line.is_tight(at + 1) {
        let minute = line.word(at + 2).strip_suffix(['u', 'h']).filter(|digits| digits.len() == 2)?;
        let (hour, minute) = (line.digits(at)?, minute.parse::<u32>().ok()?);
        return (hour < 24 && minute < 60).then(|| Clock::new(at + 3, hour * 60 + minute, true));
    }
    let word = line.word(at).trim_end_matches('u');
    let short = word.len() < line.word(at).len();
    let mark = [':', '.', 'u', 'h'].into_iter().find(|&mark| word.contains(mark)).or(short.then_some(' '))?;
    let (hour, minute) = word.split_once(mark).unwrap_or((word, ""));
    let (minute, second) =
        minute.split_once(':').map_or((minute, None), |(minute, second)| (minute, Some(second)));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let minute_digits = minute.len() == 2 || minute.is_empty() && (mark == 'u' || short);
    if !minute_digits || hour.is_empty() || hour.len() > 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    let second = match second {
        Some(second) if second.len() == 2 && digits(second) => {
            Some(second.parse().ok().filter(|&second| second < 60)?)
        }
        Some(_) => return None,
        None => None,
    };
    let hour = hour.parse::<u32>().ok().filter(|&hour| hour < 25)?;
    let minute =
        if minute.is_empty() { 0 } else { minute.parse::<u32>().ok().filter(|&minute| minute < 60)? };
    if hour == 24 && minute > 0 {
        return None;
    }
    let sure = mark != '.' || short || line.term(at + 1) == Some(Term::Hour);
    half_day(reader, at + 1, hour, minute)
        .or(Some(Clock { second, ..Clock::new(at + 1, hour * 60 + minute, sure) }))
}

/// `p.m.` behind an hour.
fn half_day(reader: &Reader<'_, '_, '_>, at: usize, hour: u32, minute: u32) -> Option<Clock> {
    match reader.line.term(at) {
        Some(Term::HalfDay(add)) if (1..=12).contains(&hour) => {
            Some(Clock::new(at + 1, (hour % 12 + u32::from(add)) * 60 + minute, true))
        }
        _ => None,
    }
}

/// `half acht`, `kwart voor drie`, `tien over half twaalf`, `vijf minuten voor twaalf`.
fn spoken(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Clock> {
    let line = reader.line;
    let minutes = usize::from(line.term(at + 1) == Some(Term::Unit(Unit::Minute)));
    let (offset, next) = match (line.term(at), line.number(at), line.term(at + 1 + minutes)) {
        (Some(Term::Half), _, _) if line.number(at + 1).is_some() => (0, at),
        (Some(Term::Quarter), _, Some(Term::FromNow | Term::Past)) => (15, at + 2),
        (Some(Term::Quarter), _, Some(Term::To)) => (-15, at + 2),
        (_, Some(count), Some(Term::FromNow)) if count < 30 => (count as i32, at + 2 + minutes),
        (_, Some(count), Some(Term::To)) if count < 30 => (-(count as i32), at + 2 + minutes),
        _ => return None,
    };
    let half = line.term(next) == Some(Term::Half);
    let hour = line.number(next + usize::from(half)).filter(|hour| (1..=24).contains(hour))?;
    let minutes = (hour as i32 * 60 - if half { 30 } else { 0 } + offset).max(0) as u32;
    let end = next + 1 + usize::from(half);
    // `half vijf procent` is a share, `half drie weken` is none.
    let counted = matches!(line.term(end), Some(Term::Unit(_) | Term::Years))
        || super::absolute::is_amount(reader, end);
    // `vijf voor twaalf` is a clock time; `een voor een` and `twee over zes` of other things are not sure.
    let sure = half || line.term(at) == Some(Term::Quarter);
    (!counted).then(|| Clock { twelve: minutes <= NOON + 45, ..Clock::new(end, minutes, sure) })
}

/// `acht uur`, `18 uur`, `8 p.m.`, `om acht`: sure only after a preposition or with a part of the day.
fn whole(reader: &Reader<'_, '_, '_>, at: usize, led: bool) -> Option<Clock> {
    let line = reader.line;
    let hour = line.number(at).filter(|&hour| hour <= 24)?;
    if let Some(found) = half_day(reader, at + 1, hour, 0) {
        return Some(found);
    }
    let clock = Clock { twelve: hour <= 12, ..Clock::new(at + 1, hour * 60, led) };
    let uur = line.term(at + 1) == Some(Term::Hour);
    // Not `tot 16 uur per dag`, `negen uur later`.
    let length =
        matches!(line.term(at + 2), Some(Term::Ago | Term::Later | Term::Earlier | Term::Long | Term::Per));
    if uur && !length {
        return Some(clock);
    }
    let ends = line.word(at + 1).is_empty() || line.is_mark(at + 1);
    let alone =
        !uur && (part_at(reader, at + 1).is_some() || led && line.before(at) == Some(Term::At) && ends);
    (alone && hour > 0).then_some(Clock { sure: true, ..clock })
}

/// `middernacht`, `zessen`.
fn named(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Clock> {
    match reader.line.term(at)? {
        Term::Clock(0) => Some(Clock::new(at + 1, 24 * 60, true)),
        Term::Clock(hour) => {
            let clock = Clock::new(at + 1, u32::from(hour) * 60, true);
            Some(Clock { twelve: hour < 12, ..clock })
        }
        _ => None,
    }
}
