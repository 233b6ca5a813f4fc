//! Days of the week: `maandag`, `vorige week vrijdag`, `komende zaterdag`, `dinsdag over een week`.

use super::TimeKind;
use super::anchor::{Anchor, Direction};
use super::reader::{Found, Reader};
use super::terms::{Part, Term, Unit};
use super::values::{Value, with_part};

/// `maandag`, `vorige week vrijdag`, `komende zaterdag`, `zondagavond`, `dinsdag over een week`.
pub(super) fn weekday(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let now = reader.now;
    // `deze afgelopen woensdag`
    if line.term(at) == Some(Term::This) && matches!(line.term(at + 1), Some(Term::Last | Term::Next)) {
        return weekday(reader, at + 1);
    }
    let on = |at: usize| at + usize::from(line.term(at) == Some(Term::Preposition) && line.word(at) == "op");
    let away = |term| match term {
        Term::Last => Some(-1),
        Term::This => Some(0),
        Term::Next => Some(1),
        _ => None,
    };
    let (value, part, mut end) = match (line.term(at)?, line.term(at + 1)) {
        (term @ (Term::Last | Term::This | Term::Next), Some(Term::Unit(Unit::Week))) => {
            let Some(Term::Weekday(day, part)) = line.term(on(at + 2)) else { return None };
            (now.weekday_of_week(day, away(term)?), part, on(at + 2) + 1)
        }
        (Term::This, Some(Term::Weekday(day, part))) => (now.weekday_of_week(day, 0), part, at + 2),
        (Term::Last, Some(Term::Weekday(day, part))) => {
            (further(reader, at, now.weekday(day, Direction::Back, true), -1), part, at + 2)
        }
        (Term::Next, Some(Term::Weekday(day, part))) => {
            (further(reader, at, now.weekday(day, Direction::Ahead, true), 1), part, at + 2)
        }
        (Term::Weekday(day, None), Some(Term::FromNow)) => {
            // `maandag over de aanvraag`
            let weeks =
                line.number_to(at + 2).filter(|&(_, end)| line.term(end) == Some(Term::Unit(Unit::Week)));
            let Some((count, end)) = weeks else { return floating_weekday(reader, at) };
            return Some(Found::date(end + 1, in_weeks(now, day, i64::from(count))?));
        }
        // `dinsdag van volgende week`
        (Term::Weekday(day, part), Some(Term::Of)) if line.term(at + 3) == Some(Term::Unit(Unit::Week)) => {
            (now.weekday_of_week(day, away(line.term(at + 2)?)?), part, at + 4)
        }
        // `dinsdag vorige week`
        (Term::Weekday(day, part), Some(term @ (Term::Last | Term::This | Term::Next)))
            if line.term(at + 2) == Some(Term::Unit(Unit::Week)) =>
        {
            (now.weekday_of_week(day, away(term)?), part, at + 3)
        }
        // `zondag jl.`, `vrijdag a.s.`
        (Term::Weekday(day, part), Some(term @ (Term::Last | Term::Next)))
            if !matches!(
                line.term(at + 2),
                Some(Term::Unit(_) | Term::Weekday(..) | Term::Month(_) | Term::Season(_))
            ) =>
        {
            let direction = if term == Term::Last { Direction::Back } else { Direction::Ahead };
            (now.weekday(day, direction, true), part, at + 2)
        }
        _ => return floating_weekday(reader, at),
    };
    let part = part.or_else(|| match line.term(end) {
        Some(Term::Part(part)) => {
            end += 1;
            Some(part)
        }
        _ => None,
    });
    Some(parted(Found::date(end, value), part))
}

/// `dinsdag over twee weken`: the Tuesday nearest to the day two weeks from now, and not the coming one.
fn in_weeks(now: Anchor, day: u8, weeks: i64) -> Option<Value> {
    let next = now.weekday(day, Direction::Ahead, false).date.filter(|date| date.day.is_some())?;
    let coming = Anchor(Some(next));
    let ahead = coming.today()? - now.today()?;
    // More than three days ahead, the one before is nearer.
    let count = if ahead > 3 && weeks > 1 { weeks - 1 } else { weeks };
    Some(coming.day(count * 7))
}

/// `volgende vrijdag` on a Thursday is not tomorrow, which has a word of its own, but a week later; `komende
/// vrijdag` is tomorrow.
fn further(reader: &Reader<'_, '_, '_>, at: usize, value: Value, sign: i64) -> Value {
    let word = reader.line.word(at);
    let beside = value.date.is_some() && value.date == reader.now.day(sign).date;
    let turn = ["volg", "Volg", "vorig", "Vorig", "next", "Next"].iter().any(|head| word.starts_with(head));
    match value.date {
        Some(date) if beside && turn => Anchor(Some(date)).day(sign * 7),
        _ => value,
    }
}

/// `maandag`, `zondagavond`, `dinsdag ochtend`: the tense tells which.
fn floating_weekday(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let Some(Term::Weekday(day, part)) = line.term(at) else { return None };
    // `de eerste maandag van de vakantie` is not the one of this week.
    if matches!(line.before(at), Some(Term::Ordinal(_))) && line.term(at + 1) == Some(Term::Of) {
        return None;
    }
    let mut end = at + 1;
    let part = part.or_else(|| match line.term(end) {
        Some(Term::Part(part)) => {
            end += 1;
            Some(part)
        }
        Some(Term::Day(1, None)) => {
            end += 1;
            Some(Part::Morning)
        }
        _ => None,
    });
    end += usize::from(part.is_some() && line.term(end) == Some(Term::Late));
    Some(parted(Found::floating(end, reader.now.weekday(day, reader.direction(at), false)), part))
}

fn parted(found: Found, part: Option<Part>) -> Found {
    match part {
        Some(part) => Found { value: with_part(&found.value, part), kind: TimeKind::Time, ..found },
        None => found,
    }
}
