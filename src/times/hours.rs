//! Clock times as they are written and said: `19.30`, `20u15`, `half acht`, `kwart over zes 's ochtends`.

use super::TimeKind;
use super::line::Line;
use super::reader::{Found, Reader};
use super::terms::{Part, Term, Unit};
use super::values::Value;

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
    pub sure: bool,
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

pub(super) const NOON: u32 = 12 * 60;

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

/// `T19:30`
pub(super) fn hour_alone(minutes: u32) -> Value {
    Value::plain(format!("T{:02}:{:02}", minutes / 60, minutes % 60))
}

/// Whether `u.` stands at a piece, which is an hour's sign behind the hour of a log alone: elsewhere it is `you`.
pub(super) fn is_sign(line: &Line<'_, '_>, at: usize) -> bool {
    matches!(line.word(at), "u." | "u")
}

/// Whether a value is a clock time, with a day or without.
pub(super) fn is_clock(value: &Value) -> bool {
    value.text.find('T').is_some_and(|at| value.text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit))
        && !value.text.starts_with('P')
}

/// The part of the day that a value ends in.
pub(super) fn part_of(value: &Value) -> Option<Part> {
    [Part::Morning, Part::Afternoon, Part::Evening, Part::Night]
        .into_iter()
        .find(|part| value.text.strip_suffix(part.code()).is_some_and(|rest| rest.ends_with('T')))
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
    // `1u geleden`
    if short && matches!(line.term(at + 1), Some(Term::Ago | Term::Later | Term::Earlier | Term::Long)) {
        return None;
    }
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
    if let Some(clock) = english(reader, at) {
        return Some(clock);
    }
    let (offset, next) = match (line.term(at), line.number(at), line.term(at + 1 + minutes)) {
        (Some(Term::Half), _, _) if line.number(at + 1).is_some() => (0, at),
        (Some(Term::HalfHour(_)), _, _) => (0, at),
        (Some(Term::Quarter), _, Some(Term::FromNow | Term::Past | Term::After)) => (15, at + 2),
        (Some(Term::Quarter), _, Some(Term::To)) => (-15, at + 2),
        (_, Some(count), Some(Term::FromNow | Term::After)) if count < 30 => (count as i32, at + 2 + minutes),
        (_, Some(count), Some(Term::To)) if count < 30 => (-(count as i32), at + 2 + minutes),
        _ => return None,
    };
    let apart = line.term(next) == Some(Term::Half);
    let (half, hour, end) = match line.term(next) {
        // `halfvijf`
        Some(Term::HalfHour(hour)) => (true, u32::from(hour), next + 1),
        _ => (apart, line.number(next + usize::from(apart))?, next + 1 + usize::from(apart)),
    };
    if !(1..=24).contains(&hour) {
        return None;
    }
    let minutes = (hour as i32 * 60 - if half { 30 } else { 0 } + offset).max(0) as u32;
    // `half vijf procent` is a share, `half drie weken` is none.
    let counted =
        matches!(line.term(end), Some(Term::Unit(_) | Term::Years)) || super::years::is_amount(reader, end);
    // `vijf voor twaalf` is a clock time; `een voor een` and `twee over zes` of other things are not sure.
    let sure = half || line.term(at) == Some(Term::Quarter);
    (!counted).then(|| Clock { twelve: minutes <= NOON + 45, ..Clock::new(end, minutes, sure) })
}

/// `half past seven`, `a quarter to nine`, `ten past five`.
fn english(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Clock> {
    let line = reader.line;
    if !matches!(line.word(at + 1), "past" | "to") {
        return None;
    }
    let (minutes, sure) = match (line.term(at), line.number(at)) {
        (Some(Term::Half), _) => (30, true),
        (Some(Term::Quarter | Term::Unit(Unit::Quarter)), _) => (15, true),
        (_, Some(count @ (5 | 10 | 20 | 25))) => (count, false),
        _ => return None,
    };
    let hour = line.number(at + 2).filter(|hour| (1..=12).contains(hour))?;
    let all = if line.word(at + 1) == "to" { hour * 60 - minutes } else { hour * 60 + minutes };
    let sure = sure && !super::years::is_amount(reader, at + 3);
    Some(Clock { twelve: all < NOON + 60, ..Clock::new(at + 3, all, sure) })
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
        // `zeven uur dertig`
        let minute = line.number(at + 2).filter(|minute| (1..60).contains(minute));
        let behind = |at: usize| {
            super::years::ends(reader, at) || matches!(line.term(at), Some(Term::Habit(_) | Term::Verb(_)))
        };
        if let Some(minute) = minute.filter(|_| behind(at + 3)) {
            return Some(Clock { end: at + 3, minutes: hour * 60 + minute, sure: true, ..clock });
        }
        return Some(clock);
    }
    let ends = line.word(at + 1).is_empty() || line.is_mark(at + 1);
    // `om 8 vanmorgen`, `om tien, vanavond`
    let comma = usize::from(line.word(at + 1) == ",");
    let today = matches!(line.term(at + 1 + comma), Some(Term::Day(_, Some(_))))
        && matches!(line.before(at), Some(Term::At | Term::Preposition));
    let at_it = led && line.before(at) == Some(Term::At) && ends;
    let alone = !uur && (part_at(reader, at + 1).is_some() || at_it || today);
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
