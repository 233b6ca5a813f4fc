//! What recurs: `elke maandag`, `dagelijks`, `om de twee weken`, `'s maandags`, `twee keer per dag`.

use super::TimeKind;
use super::reader::{Found, Reader};
use super::terms::{Term, Unit};
use super::values::Value;

/// Reads a set that starts at piece `at`.
pub(super) fn read(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    match line.term(at)? {
        // `het dagelijks leven`, `dagelijkse kost` say nothing of when.
        Term::Set(value) => {
            let life =
                matches!(line.word(at + 1), "leven" | "bestuur" | "kost" | "verlof" | "life" | "leave");
            (!life).then(|| set(at + 1, value))
        }
        Term::Every => every(reader, at),
        Term::Habit(part) => {
            // Before or behind a clock time or a day it tells the part of that.
            let clock = super::clock::expression(reader, at).is_some();
            let set = || Found { habit: Some(part), ..set(at + 1, format!("XXXX-XX-XXT{}", part.code())) };
            (!clock).then(set)
        }
        Term::Weekly(day) => Some(set_at(reader, at + 1, day)),
        Term::Per if line.term(at + 1).is_some_and(|term| matches!(term, Term::Unit(Unit::Weekend))) => {
            Some(set(at + 2, "XXXX-WXX-WE"))
        }
        Term::Number(_) | Term::Some => times(reader, at),
        Term::Once => once(reader, at),
        Term::At => interval(reader, at),
        _ => line.digits(at).and_then(|_| times(reader, at)),
    }
}

fn set(end: usize, value: impl Into<String>) -> Found {
    Found::date(end, Value::plain(value)).of(TimeKind::Set)
}

/// `donderdagen om 17.30`
fn set_at(reader: &Reader<'_, '_, '_>, end: usize, day: u8) -> Found {
    let led = usize::from(reader.line.term(end) == Some(Term::At));
    match super::hours::read(reader, end + led, led > 0) {
        Some(clock) => {
            let minutes = clock.minutes_in(None);
            set(clock.end, format!("XXXX-WXX-{day}T{:02}:{:02}", minutes / 60, minutes % 60))
        }
        None => set(end, format!("XXXX-WXX-{day}")),
    }
}

/// `elke dinsdag`, `iedere twee weken`, `elke tweede en vierde dinsdag van de maand`.
fn every(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let next = at + 1;
    Some(match line.term(next)? {
        Term::Weekday(day, None) => match line.term(next + 1) {
            Some(Term::Part(part)) => set(next + 2, format!("XXXX-WXX-{day}T{}", part.code())),
            _ => set_at(reader, next + 1, day),
        },
        Term::Weekday(day, Some(part)) => set(next + 1, format!("XXXX-WXX-{day}T{}", part.code())),
        Term::Part(part) => set(next + 1, format!("XXXX-XX-XXT{}", part.code())),
        Term::Day(1, None) => set(next + 1, "XXXX-XX-XXTMO"),
        Term::Season(code) => set(next + 1, format!("XXXX-{code}")),
        Term::Month(month) => set(next + 1, format!("XXXX-{month:02}")),
        Term::Unit(Unit::Weekend) => set(next + 1, "XXXX-WXX-WE"),
        Term::Ordinal(_) => nth(reader, next)?,
        Term::Half => match line.term(next + 1)? {
            Term::Unit(Unit::Year) => set(next + 2, "P6M"),
            Term::Hour => set(next + 2, "PT30M"),
            _ => return None,
        },
        Term::Length(value) => set(next + 1, value),
        _ => {
            let number = line.number(next);
            let unit_at = next + usize::from(number.is_some());
            let unit = unit(reader, unit_at)?;
            set(unit_at + 1, unit.duration(&number.unwrap_or(1).to_string()))
        }
    })
}

/// `eerste maandag van de maand` once a month, `tweede en vierde dinsdag` as the day of the week.
fn nth(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let mut next = at + 1;
    let mut several = false;
    while matches!(line.term(next), Some(Term::And)) && matches!(line.term(next + 1), Some(Term::Ordinal(_)))
    {
        next += 2;
        several = true;
    }
    let month = line.term(next + 1) == Some(Term::Of) && line.term(next + 3) == Some(Term::Unit(Unit::Month));
    match line.term(next)? {
        Term::Weekday(day, _) if several || !month => {
            Some(set(if month { next + 4 } else { next + 1 }, format!("XXXX-WXX-{day}")))
        }
        Term::Weekday(..) => Some(set(next + 4, "P1M")),
        // `elke derde dag`
        Term::Unit(unit) => {
            let Some(Term::Ordinal(count)) = line.term(at) else { return None };
            Some(set(next + 1, unit.duration(&count.to_string())))
        }
        _ => None,
    }
}

/// `twee keer per dag`, `drie maal per week`
fn times(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start =
        at + usize::from(line.term(at) == Some(Term::Number(1)) && line.term(at + 1) == Some(Term::Some));
    if line.term(start + 1) != Some(Term::Times) {
        return None;
    }
    per(reader, start + 2)
}

/// `eens in de tien jaar`, `eens per week`
fn once(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if line.term(at + 1) == Some(Term::Preposition) && line.term(at + 2) == Some(Term::Article) {
        let Some((number, next)) = line.number_to(at + 3) else { return per(reader, at + 1) };
        return Some(set(next + 1, unit(reader, next)?.duration(&number.to_string())));
    }
    per(reader, at + 1)
}

fn per(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    // `twee keer in de week`
    let within = line.word(at) == "in" && line.term(at + 1) == Some(Term::Article);
    let next = match line.term(at) {
        Some(Term::Per) => at + 1,
        // `twice a week`
        _ if line.word(at) == "a" => at + 1,
        _ if within => at + 2,
        _ => return None,
    };
    Some(set(next + 1, unit(reader, next)?.duration("1")))
}

/// `om de twee weken`, `om het halfuur`, `om de dag`
fn interval(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if line.term(at + 1) != Some(Term::Article) || !matches!(line.word(at), "om" | "Om") {
        return None;
    }
    if let Some(Term::Length(value)) = line.term(at + 2) {
        return Some(set(at + 3, value));
    }
    let number = line.number_to(at + 2);
    let next = number.map_or(at + 2, |(_, next)| next);
    let unit = unit(reader, next).filter(|_| number.is_some() || !super::counts::is_plural(reader, next))?;
    // `om de dag` is every second day; `om het uur` is every hour.
    let count = match (number, unit) {
        (Some((number, _)), _) => number,
        (None, Unit::Hour | Unit::Minute) => 1,
        (None, _) => 2,
    };
    Some(set(next + 1, unit.duration(&count.to_string())))
}

fn unit(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Unit> {
    match reader.line.term(at)? {
        Term::Unit(unit) => Some(unit),
        Term::Years => Some(Unit::Year),
        Term::Hour => Some(Unit::Hour),
        _ => None,
    }
}
