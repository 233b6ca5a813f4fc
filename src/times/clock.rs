//! Times of day: `19.30 uur`, `half acht`, `kwart over zes 's ochtends`, `8 p.m.`.

use super::anchor::{Value, with_clock, with_part};
use super::reader::{Found, Reader};
use super::terms::{Part, Term};
use super::{PartialDate, TimeKind};

/// A clock time: one past its last piece, minutes since midnight, and the part of the day that it names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub end: usize,
    pub minutes: u32,
    pub part: Option<Part>,
    /// Whether it is told on a clock of twelve hours, so that it could be twelve hours later.
    pub twelve: bool,
    /// Whether `rond` or `omstreeks` stands before it.
    pub about: bool,
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
    let led = line.before(at).is_some_and(|term| is_lead(term));
    let clock = habit_before(reader, at).or_else(|| read(reader, at, led))?;
    let modifier = (clock.about || at > 0 && is_about(reader, at - 1)).then_some("APPROX");
    let comma = usize::from(line.word(clock.end) == ",");
    let op = usize::from(line.term(clock.end + comma) == Some(Term::Preposition));
    let day = reader.date(clock.end + comma + op).filter(|day| day.value.date.is_some_and(|date| date.day.is_some()));
    if let Some(day) = day {
        let minutes = clock.minutes_in(part_of(&day.value));
        let value = with_clock(day.value.date, minutes);
        return Some(Found { floats: day.floats, ..Found::date(day.end, value).of(TimeKind::Time) }.with(modifier));
    }
    let twelve = clock.twelve && clock.part.is_none();
    let found = Found { twelve, ..Found::floating(clock.end, hour_alone(clock.minutes_in(None))).of(TimeKind::Time) };
    Some(found.with(modifier))
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
    while matches!(line.term(next), Some(Term::At | Term::To)) || next > found.end + comma && is_about(reader, next) {
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
    let value = with_clock(Some(PartialDate { minute: None, ..date }), minutes);
    Found { floats: found.floats, ..Found::date(clock.end, value).of(TimeKind::Time) }
        .with(clock.about.then_some("APPROX"))
}

/// `dinsdag in de ochtend`, `4 mei 's avonds`.
fn part_behind(reader: &Reader<'_, '_, '_>, found: Found) -> Found {
    match part_at(reader, found.end) {
        Some((part, end)) if found.kind == TimeKind::Date => {
            Found { floats: found.floats, ..Found::date(end, with_part(&found.value, part)).of(TimeKind::Time) }
        }
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
    matches!(term, Term::At | Term::Until | Term::Since | Term::Between)
}

fn is_about(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.term(at) == Some(Term::About)
        || reader.line.term(at) == Some(Term::At) && matches!(reader.line.word(at).len(), 4..)
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
    let minutes = Clock { part: Some(part), ..clock }.minutes_in(None);
    Some(Clock { minutes, part: Some(part), twelve: false, ..clock })
}

/// Reads a clock time that starts at piece `at`. `led` tells that a preposition such as `om` comes before.
pub(super) fn read(reader: &Reader<'_, '_, '_>, at: usize, led: bool) -> Option<Clock> {
    let line = reader.line;
    let about = usize::from(line.term(at) == Some(Term::About) && led);
    let at = at + about;
    let said = spoken(reader, at);
    let spoke = said.is_some();
    let (minutes, end, sure) = digital(reader, at).or(said).or_else(|| whole(reader, at, led)).or_else(|| named(reader, at))?;
    let hour_word = line.term(end) == Some(Term::Hour);
    let end = end + usize::from(hour_word);
    let part = part_at(reader, end);
    if !sure && !led && part.is_none() {
        return None;
    }
    let words = !line.is_number(at) || line.digits(at).is_some();
    let twelve = (spoke || words) && minutes <= NOON + 45;
    let (part, end) = part.map_or((None, end), |(part, end)| (Some(part), end));
    let minutes = if twelve && minutes >= NOON && part == Some(Part::Night) { minutes - NOON } else { minutes };
    // `6:00 in de namiddag`
    let twelve = twelve || part.is_some() && minutes < NOON;
    let told = matches!(line.before(at), Some(Term::To)) && !sure;
    (minutes <= 24 * 60 && !told).then_some(Clock { end, minutes, part, twelve, about: about > 0 })
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

/// `19.30`, `19:30`, `10u05`, `8:30 p.m.`: minutes, end, whether it can be nothing else.
fn digital(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(u32, usize, bool)> {
    let line = reader.line;
    if !line.is_number(at) {
        return None;
    }
    let word = line.word(at).trim_end_matches('u');
    let short = word.len() < line.word(at).len();
    let mark = [':', '.', 'u', 'h'].into_iter().find(|&mark| word.contains(mark)).or(short.then_some(' '))?;
    let (hour, minute) = word.split_once(mark).unwrap_or((word, ""));
    // Seconds are read and left out.
    let minute = minute.split_once(':').map_or(minute, |(minute, _)| minute);
    let minute_digits = minute.len() == 2 || minute.is_empty() && (mark == 'u' || short);
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !minute_digits || hour.is_empty() || hour.len() > 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    let hour = hour.parse::<u32>().ok().filter(|&hour| hour < 25)?;
    let minute = if minute.is_empty() { 0 } else { minute.parse::<u32>().ok().filter(|&minute| minute < 60)? };
    if hour == 24 && minute > 0 {
        return None;
    }
    let sure = mark != '.' || short || line.term(at + 1) == Some(Term::Hour);
    Some(half_day(reader, at + 1, hour, minute).unwrap_or((hour * 60 + minute, at + 1, sure)))
}

/// `p.m.` behind an hour.
fn half_day(reader: &Reader<'_, '_, '_>, at: usize, hour: u32, minute: u32) -> Option<(u32, usize, bool)> {
    match reader.line.term(at) {
        Some(Term::HalfDay(add)) if (1..=12).contains(&hour) => {
            Some(((hour % 12 + u32::from(add)) * 60 + minute, at + 1, true))
        }
        _ => None,
    }
}

/// `half acht`, `kwart voor drie`, `tien over half twaalf`.
fn spoken(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(u32, usize, bool)> {
    let line = reader.line;
    // `vijf minuten voor twaalf`
    let minutes = usize::from(line.term(at + 1) == Some(Term::Unit(super::terms::Unit::Minute)));
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
    // `vijf voor twaalf` is a clock time; `een voor een` and `twee over zes` of other things are not sure.
    let minutes = hour as i32 * 60 - if half { 30 } else { 0 } + offset;
    let end = next + 1 + usize::from(half);
    // `half vijf procent` is a share, `half drie weken` is none.
    let share = line.term(end).is_some_and(|term| matches!(term, Term::Unit(_) | Term::Years))
        || matches!(line.word(end), "procent" | "miljoen" | "miljard" | "dozijn" | "euro");
    let sure = half || line.term(at) == Some(Term::Quarter);
    (!share).then_some((minutes.max(0) as u32, end, sure))
}

/// `acht uur`, `18 uur`, `8 p.m.`: sure only after a preposition or with a part of the day.
fn whole(reader: &Reader<'_, '_, '_>, at: usize, led: bool) -> Option<(u32, usize, bool)> {
    let line = reader.line;
    let hour = line.number(at).filter(|&hour| hour <= 24)?;
    if let Some(found) = half_day(reader, at + 1, hour, 0) {
        return Some(found);
    }
    let uur = line.term(at + 1) == Some(Term::Hour);
    // `om vijf uur`; not `in vijf uur`, which is a length. `tot 16 uur per dag` and `negen uur later` too.
    let length = matches!(line.term(at + 2), Some(Term::Ago | Term::Later | Term::Earlier | Term::Long | Term::Per));
    if uur && !length {
        return Some((hour * 60, at + 1, led));
    }
    // `om 7 's morgens`, `om acht`
    let alone = !uur && (part_at(reader, at + 1).is_some() || led && line.before(at) == Some(Term::At) && ends(reader, at + 1));
    (alone && (1..=24).contains(&hour)).then_some((hour * 60, at + 1, true))
}

/// Whether nothing follows that a number could count.
fn ends(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.word(at).is_empty() || reader.line.is_mark(at)
}

/// `middernacht`, `zessen`.
fn named(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(u32, usize, bool)> {
    match reader.line.term(at)? {
        Term::Clock(hour) => Some((u32::from(hour) * 60, at + 1, true)),
        _ => None,
    }
}
