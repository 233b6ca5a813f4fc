//! Feasts and other named days: `oudejaarsdag`, `Pasen 2022`, `Prinsjesdag`.

use super::PartialDate;
use super::anchor::{Anchor, Direction};
use super::calendar::{days_from_civil, days_in_month, easter, weekday};
use super::reader::{Found, Reader};
use super::terms::{Feast, Term};
use super::values::{Value, civil, year as year_only};
use super::years::{Year, year_behind};

/// `oudejaarsdag`, `kerst 1993`, `Pasen`, `komende Koningsdag`.
pub(super) fn feast(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    // `vandaag is het Pinksteren`
    let start = if matches!(line.word(at), "het" | "Het") { at } else { line.behind_article(at) };
    let (start, toward) = match line.term(start)? {
        Term::Next => (start + 1, Some(Direction::Ahead)),
        Term::Last => (start + 1, Some(Direction::Back)),
        _ => (start, None),
    };
    let Some(Term::Feast(feast)) = line.term(start) else { return None };
    let of = usize::from(line.term(start + 1) == Some(Term::Of));
    if let Some(year) = line.year(start + 1 + of) {
        return Some(Found::date(start + 2 + of, Value::date(feast_day(feast, year)?)));
    }
    // `de ramadan` is a custom as often as a time: a preposition, or what points at one, tells.
    let before = match line.before(at) {
        Some(Term::Article) => line.before(at - 1),
        before => before,
    };
    if feast == Feast::Moving && toward.is_none() && !is_led(before) {
        return None;
    }
    if let Some((end, Year::Stated(year))) = year_behind(reader, start + 1) {
        return Some(Found::date(end, Value::date(feast_day(feast, year)?)));
    }
    let direction = toward.unwrap_or_else(|| reader.direction(at));
    let here = reader.now.0?;
    let value = nearest_feast(reader.now, here.year, feast, direction)?;
    Some(if toward.is_some() { Found::date(start + 1, value) } else { Found::floating(start + 1, value) })
}

/// Whether a preposition tells that a time follows.
pub(super) fn is_led(before: Option<Term>) -> bool {
    matches!(
        before,
        Some(
            Term::Preposition
                | Term::Until
                | Term::Through
                | Term::Since
                | Term::From
                | Term::After
                | Term::To
                | Term::Of
                | Term::At
                | Term::Within
                | Term::Edge(_)
        )
    )
}

fn nearest_feast(now: Anchor, year: i32, feast: Feast, direction: Direction) -> Option<Value> {
    let date = feast_day(feast, year.clamp(2, 9998))?;
    if let Feast::Fixed(month, day) = feast {
        return now.month_day(month, day, direction);
    }
    if feast == Feast::Moving {
        return Some(now.shifted_year(0));
    }
    // The feasts that move stay within a month or so: the nearest of three years.
    let near = now.month_day(date.month?, date.day?.min(28), direction)?.date?;
    let first = feast_day(feast, near.year)?;
    let today = now.today();
    let distance = |date: PartialDate| Some(days_from_civil(date.year, date.month?, date.day?) - today?);
    let value = match (direction, distance(first)) {
        (Direction::Ahead, Some(..=-1)) => feast_day(feast, near.year + 1)?,
        (Direction::Back | Direction::Past, Some(1..)) if distance(first) > Some(70) => {
            feast_day(feast, near.year - 1)?
        }
        _ => first,
    };
    Some(Value::date(value))
}

fn feast_day(feast: Feast, year: i32) -> Option<PartialDate> {
    match feast {
        Feast::Fixed(month, day) => Some(PartialDate::day(year, month, day.min(days_in_month(year, month)))),
        Feast::Easter(offset) => {
            let (month, day) = easter(year);
            Some(civil(days_from_civil(year, month, day) + i64::from(offset)))
        }
        Feast::Nth(month, week, which) => {
            let first = days_from_civil(year, month, 1);
            let ahead = (i64::from(week) - 1 - i64::from(weekday(first))).rem_euclid(7);
            Some(civil(first + ahead + (i64::from(which) - 1) * 7))
        }
        Feast::Moving => Some(year_only(year)),
    }
}
