//! Lengths of time, distances, sets and vague references.

use super::TimeKind;
use super::dates::Found;
use super::resolve::{Anchor, Value};
use super::sentence::Line;
use super::terms::{Term, Unit};

/// Reads a length of time, a distance from today, a set or a vague reference that starts at token `at`.
///
/// `last` is the date that was mentioned last, which `later` and `eerder` count from.
pub(super) fn read(line: &Line<'_, '_>, at: usize, anchor: Anchor, last: Anchor) -> Option<Found> {
    set(line, at)
        .or_else(|| stretch(line, at))
        .or_else(|| counted(line, at, anchor, last))
        .or_else(|| vague(line, at))
}

/// `elke maandag`, `iedere twee weken`, `dagelijks`.
fn set(line: &Line<'_, '_>, at: usize) -> Option<Found> {
    let set = |end: usize, value: String| Some(Found::date(end, Value::plain(value)).of(TimeKind::Set));
    match (line.term(at)?, line.term(at + 1)) {
        (Term::Set(value), _) => set(at + 1, value.to_owned()),
        (Term::Every, Some(Term::Weekday(day, part))) => {
            let part = part.map(|part| format!("T{}", part.code())).unwrap_or_default();
            set(at + 2, format!("XXXX-WXX-{day}{part}"))
        }
        (Term::Every, Some(Term::Part(part))) => set(at + 2, format!("XXXX-XX-XXT{}", part.code())),
        (Term::Every, Some(Term::Season(code))) => set(at + 2, format!("XXXX-{code}")),
        (Term::Every, Some(Term::Month(month))) => set(at + 2, format!("XXXX-{month:02}")),
        (Term::Every, Some(Term::Ordinal(_))) if matches!(line.term(at + 2), Some(Term::Weekday(..))) => {
            let of_month =
                line.term(at + 3) == Some(Term::Of) && line.term(at + 5) == Some(Term::Unit(Unit::Month));
            set(if of_month { at + 6 } else { at + 3 }, "P1M".to_owned())
        }
        (Term::Every, Some(Term::Half)) => match line.term(at + 2)? {
            Term::Unit(Unit::Year) => set(at + 3, "P6M".to_owned()),
            Term::Hour => set(at + 3, "PT30M".to_owned()),
            _ => None,
        },
        (Term::Every, _) => {
            let number = line.number(at + 1);
            let next = at + 1 + usize::from(number.is_some());
            let unit = unit(line, next)?;
            set(next + 1, unit.duration(&number.unwrap_or(1).to_string()))
        }
        (Term::Habit(part), _) => {
            let end = at + 1 + usize::from(matches!(line.word(at), "'s" | "’s"));
            set(end, format!("XXXX-XX-XXT{}", part.code()))
        }
        _ => None,
    }
}

/// `de afgelopen twee weken`, `de komende jaren`.
fn stretch(line: &Line<'_, '_>, at: usize) -> Option<Found> {
    let article = usize::from(line.term(at) == Some(Term::Article));
    let start = at + article;
    if !matches!(line.term(start)?, Term::Last | Term::Next) {
        return None;
    }
    let (count, next) = count(line, start + 1).unwrap_or_else(|| ("X".to_owned(), start + 1));
    let unit = match line.term(next)? {
        Term::Years => Unit::Year,
        Term::Unit(unit) => unit,
        Term::Hour => Unit::Hour,
        _ => return None,
    };
    let plural = count != "X" || is_plural(line, next);
    plural.then(|| Found::date(next + 1, Value::plain(unit.duration(&count))).of(TimeKind::Duration))
}

/// `twee weken`, `een maand geleden`, `over drie dagen`, `anderhalf uur`.
fn counted(line: &Line<'_, '_>, at: usize, anchor: Anchor, last: Anchor) -> Option<Found> {
    let about = usize::from(line.term(at) == Some(Term::About));
    let modifier = (about > 0).then_some("APPROX");
    let (mut count, mut next) = count(line, at + about)?;
    let unit = unit(line, next)?;
    // `zes jaar oud`, `21-jarige` and a score are no times.
    let aged = unit == Unit::Year
        && line.digits(at).is_some()
        && matches!(line.word(at.wrapping_sub(1)), "was" | "is" | "waren" | "werd");
    if aged || matches!(line.word(next + 1), "oud" | "oude" | "old") {
        return None;
    }
    if unit == Unit::Hour && line.term(next) == Some(Term::Hour) && is_clock_context(line, at) {
        return None;
    }
    // `drie magere jaren` is read in `count`.
    next += 1;
    let whole = count.parse::<i64>().ok();
    let ago = |count: i64, end: usize| {
        let value = if unit == Unit::Year && count == 0 {
            anchor.shifted_month(0)
        } else {
            anchor.shifted(unit, count)
        };
        Some(Found { modifier, ..Found::date(end, value) })
    };
    let half_year = count == "0.5" && unit == Unit::Year;
    match line.term(next) {
        Some(Term::Ago | Term::Earlier) if half_year => {
            return Some(Found { modifier, ..Found::date(next + 1, anchor.shifted_month(-6)) });
        }
        Some(Term::Ago) => match whole {
            Some(count) => return ago(-count, next + 1),
            None => return Some(Found::date(next + 1, Value::plain("PAST_REF"))),
        },
        Some(edge @ (Term::Later | Term::Earlier))
            if !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) =>
        {
            let sign = if edge == Term::Later { 1 } else { -1 };
            if let (Some(count), true) = (whole, last.0.is_some()) {
                return Some(Found { modifier, ..Found::date(next + 1, last.shifted(unit, sign * count)) });
            }
        }
        Some(Term::Long) => next += 1,
        _ if line.word(next) == "tijd" => next += 1,
        _ => {}
    }
    let from_now = at.checked_sub(1).is_some_and(|at| line.term(at) == Some(Term::FromNow));
    if from_now
        && !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour)
        && let Some(count) = whole
    {
        return ago(count, next);
    }
    if half_year {
        return Some(Found { modifier, ..duration(next, "P6M".to_owned()) });
    }
    if let Some(hours) = count.strip_suffix(".5").filter(|_| unit == Unit::Hour) {
        let value = if hours == "0" { "PT30M".to_owned() } else { format!("PT{hours}H30M") };
        return Some(Found { modifier, ..duration(next, value) });
    }
    if count == "0.5" && unit == Unit::Day {
        count = "0.5".to_owned();
    }
    Some(Found { modifier, ..duration(next, unit.duration(&count)) })
}

fn duration(end: usize, value: String) -> Found {
    Found::date(end, Value::plain(value)).of(TimeKind::Duration)
}

/// How many: digits, words, `anderhalf`, `een half`, `een paar`; and the token of the unit.
fn count(line: &Line<'_, '_>, at: usize) -> Option<(String, usize)> {
    match (line.term(at), line.term(at + 1)) {
        (Some(Term::Number(1)), Some(Term::Half)) => Some(("0.5".to_owned(), at + 2)),
        (Some(Term::Number(1)), Some(Term::Some)) => Some(("X".to_owned(), at + 2)),
        (Some(Term::OneAndHalf), _) => Some(("1.5".to_owned(), at + 1)),
        (Some(Term::Half), _) => Some(("0.5".to_owned(), at + 1)),
        (Some(Term::Some), _) => Some(("X".to_owned(), at + 1)),
        _ => {
            let number = line.number(at).filter(|&number| number > 0)?;
            // A number that goes on is no count: `3.000`, `2 tot 3`.
            Some((number.to_string(), at + 1))
        }
    }
}

fn unit(line: &Line<'_, '_>, at: usize) -> Option<Unit> {
    match line.term(at)? {
        Term::Unit(unit) => Some(unit),
        Term::Years => Some(Unit::Year),
        Term::Hour => Some(Unit::Hour),
        _ => None,
    }
}

/// Whether `acht uur` is a time of day here: after `om`, `rond`, `tot`.
fn is_clock_context(line: &Line<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| line.word(at));
    let clock = matches!(
        before,
        "om" | "rond" | "tot" | "vanaf" | "tegen" | "omstreeks" | "at" | "by" | "klokslag" | "rondom"
    );
    let part = matches!(line.term(at + 2), Some(Term::Habit(_) | Term::Day(..)));
    clock || part
}

fn is_plural(line: &Line<'_, '_>, at: usize) -> bool {
    matches!(
        line.word(at),
        "jaren"
            | "weken"
            | "maanden"
            | "dagen"
            | "uren"
            | "years"
            | "weeks"
            | "months"
            | "days"
            | "hours"
            | "decennia"
            | "eeuwen"
    )
}

/// `nu`, `onlangs`, `jarenlang`, `al jaren`.
fn vague(line: &Line<'_, '_>, at: usize) -> Option<Found> {
    match line.term(at)? {
        Term::Reference(value) => Some(Found::date(at + 1, Value::plain(value))),
        Term::Length(value) => Some(duration(at + 1, value.to_owned())),
        Term::Years | Term::Unit(_) if is_plural(line, at) => {
            let before = at.checked_sub(1).map_or("", |at| line.word(at));
            let led = matches!(
                before,
                "al" | "na" | "sinds" | "for" | "after" | "duurt" | "duurde" | "Na" | "Al" | "die"
            );
            let unit = unit(line, at)?;
            if led && line.term(at + 1) == Some(Term::Ago) {
                return Some(Found::date(at + 2, Value::plain("PAST_REF")));
            }
            led.then(|| {
                duration(at + 1 + usize::from(line.term(at + 1) == Some(Term::Long)), unit.duration("X"))
            })
        }
        _ => None,
    }
}
