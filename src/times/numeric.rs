//! Dates in digits: `2022-03-24`, `24/3`, `24-03-'22`, `05-aug-2016`, `9/2012`.

use super::PartialDate;
use super::calendar::{self, days_from_civil, days_in_month};
use super::clock;
use super::reader::{Found, Reader};
use super::terms::Term;
use super::values::Value;
use super::years::{self, Year};

/// Reads a date in digits that starts at piece `at`, a day of the week before it or a clock time behind it
/// included.
pub(super) fn read(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let named = |at: usize| match line.term(at) {
        Some(Term::Weekday(week, None) | Term::ShortDay(week)) => Some(week),
        _ => None,
    };
    let (start, weekday) = match (named(at), line.term(at)) {
        (Some(week), _) => (at + 1 + usize::from(matches!(line.word(at + 1), "," | ".")), Some(week)),
        // `deze 12/5`, `volgende vrijdag 12/5`
        (_, Some(Term::This | Term::Next)) if named(at + 1).is_some() => (at + 2, named(at + 1)),
        _ => (at, None),
    };
    if !line.is_number(start) || is_inside(reader, start) || clock::is_labelled(line, start) {
        return None;
    }
    let found = in_one_piece(reader, start, weekday).or_else(|| in_pieces(reader, start, weekday))?;
    Some(clock::behind(reader, found))
}

/// Whether the number goes on a row of others, as in a telephone number.
fn is_inside(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    at > 1
        && reader.line.term(at - 1) == Some(Term::Dash)
        && reader.line.is_tight(at - 1)
        && reader.line.is_tight(at - 2)
}

/// `24/3/2022`, `24.03.22`, `2022/03/24`, `3/6`, `9/2012`.
fn in_one_piece(reader: &Reader<'_, '_, '_>, at: usize, weekday: Option<u8>) -> Option<Found> {
    let word = reader.line.word(at);
    let mark = ['/', '.'].into_iter().find(|&mark| word.contains(mark))?;
    let mut parts = [""; 3];
    let mut count = 0;
    for part in word.split(mark) {
        *parts.get_mut(count)? = part;
        count += 1;
    }
    if count == 3 {
        return full(parts).map(|value| Found::date(at + 1, value));
    }
    let [first, second, _] = parts;
    if mark == '/' && first.len() <= 2 && second.len() == 4 {
        return month_of(first, second).map(|value| Found::date(at + 1, value));
    }
    // `24/7` is always, `1/3` a share: a day and a month only where the place says so.
    let led = weekday.is_some()
        || mark == '/'
            && matches!(
                reader.line.before(at),
                Some(
                    Term::Preposition
                        | Term::Until
                        | Term::Through
                        | Term::Since
                        | Term::From
                        | Term::After
                        | Term::Of
                        | Term::Dash
                        | Term::Between
                        | Term::To
                        | Term::This
                        | Term::Next
                )
            )
        || mark == '/' && reader.line.len() <= 3;
    if !led || mark == '.' && weekday.is_none() {
        return None;
    }
    day_and_month(reader, at, first, second, at + 1)
}

/// `24-03-2022`, `24-03-'22`, `05-aug-2016`, `2022-03-24`, `2015-3`, `dec-2018`, `maandag 11-4`.
fn in_pieces(reader: &Reader<'_, '_, '_>, at: usize, weekday: Option<u8>) -> Option<Found> {
    let line = reader.line;
    let dash = |at: usize| line.term(at) == Some(Term::Dash) && line.is_tight(at - 1);
    if !dash(at + 1) {
        return None;
    }
    let third = || -> Option<(&str, usize)> {
        if !dash(at + 3) {
            return None;
        }
        let tight = || line.is_tight(at + 3).then(|| (line.word(at + 4), at + 5));
        line.short_digits(at + 4).or_else(tight)
    };
    let (first, second) = (line.word(at), line.word(at + 2));
    if let Some((third, end)) = third() {
        // A row of four numbers is no date.
        if dash(end) && line.is_tight(end) {
            return None;
        }
        if let Some(Term::Month(month)) = line.term(at + 2) {
            let day = first.parse().ok()?;
            let year = years::year_of(third)?;
            return valid(year, month, day).map(|date| Found::date(end, Value::date(date)));
        }
        return full([first, second, third]).map(|value| Found::date(end, value));
    }
    if first.len() == 4 && second.len() <= 2 && line.is_tight(at + 1) {
        return month_of(second, first).map(|value| Found::date(at + 3, value));
    }
    if second.len() == 4 && first.len() <= 2 && line.is_tight(at + 1) {
        return month_of(first, second).map(|value| Found::date(at + 3, value));
    }
    if !line.is_tight(at + 1) || matches!(line.term(at + 3), Some(Term::Hour | Term::Habit(_))) {
        return None;
    }
    // `zondag 3-1` is a score, unless that day is a Sunday.
    if let Some(week) = weekday {
        let falls = |found: &Found| {
            let date = found.value.date?;
            Some(calendar::weekday(days_from_civil(date.year, date.month?, date.day?)) + 1 == week)
        };
        let day = day_and_month(reader, at, first, second, at + 3)?;
        // `op maandag 11-4` states a date, whatever the day.
        let on = matches!(line.before(at - 1), Some(Term::Preposition));
        let high = line.digits(at).max(line.digits(at + 2)) > Some(5);
        return Some(day).filter(|day| (on || high && falls(day) == Some(true)) && !is_score(reader, at));
    }
    // `van 1-5 tot 7-5`, `1-5 - 7-5 2020`
    let loose = |at: usize| {
        matches!(line.term(at), Some(Term::Until | Term::Through | Term::Dash)) && !line.is_tight(at)
    };
    let pair = |at: usize| {
        line.is_number(at)
            && dash(at + 1)
            && line.is_tight(at + 1)
            && line.is_number(at + 2)
            && line.year(at + 2).is_none()
    };
    let joined =
        loose(at + 3) && pair(at + 4) && (line.before(at) == Some(Term::Of) || has_year(reader, at + 7));
    let behind = at > 4
        && loose(at - 1)
        && pair(at - 4)
        && (line.before(at - 4) == Some(Term::Of) || has_year(reader, at + 3));
    if !joined && !behind {
        return None;
    }
    match years::year_behind(reader, at + 3) {
        Some((end, Year::Stated(year))) if line.year(end - 1).is_some() => {
            let date = valid(year, second.parse().ok()?, first.parse().ok()?)?;
            Some(Found::date(end, Value::date(date)))
        }
        _ => day_and_month(reader, at, first, second, at + 3),
    }
}

/// Whether a year stands behind a day and a month in digits: `7-5, 2020`.
fn has_year(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let mark = usize::from(matches!(reader.line.term(at), Some(Term::Dash)) || reader.line.word(at) == ",");
    reader.line.year(at + mark).is_some()
}

/// Whether the sentence tells of a result: `won zondag 3-1`.
pub(super) fn is_score(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let line = reader.line;
    (at.saturating_sub(12)..line.len().min(at + 12)).any(|at| {
        matches!(
            line.word(at),
            "won"
                | "wonnen"
                | "wint"
                | "winnen"
                | "gewonnen"
                | "verloor"
                | "verloren"
                | "verliest"
                | "versloeg"
                | "verslaat"
                | "verslagen"
                | "klopte"
                | "zege"
                | "nederlaag"
                | "overwinning"
                | "gelijk"
                | "gelijkspel"
                | "werd"
                | "wordt"
                | "duel"
                | "wedstrijd"
                | "beat"
                | "lost"
                | "defeated"
                | "victory"
                | "defeat"
        )
    })
}

/// Day, month and year in either order, with a year of two or four digits.
fn full([first, second, third]: [&str; 3]) -> Option<Value> {
    let (year, day) = match (first.len(), third.len()) {
        (4, 1..=2) => (first, third),
        (1..=2, 2 | 4) => (third, first),
        _ => return None,
    };
    let (month, day) = (second.parse().ok()?, day.parse().ok()?);
    let number = years::year_of(year)?;
    if year.len() == 4
        && (1..=12).contains(&month)
        && (29..=31).contains(&day)
        && day > days_in_month(number, month)
    {
        // `29/2/2019` is written, and has no place.
        return Some(Value::plain(format!("{number:04}-{month:02}-{day:02}")));
    }
    valid(number, month, day).map(Value::date)
}

fn valid(year: i32, month: u8, day: u8) -> Option<PartialDate> {
    let fits = (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month.clamp(1, 12));
    fits.then(|| PartialDate::day(year, month, day))
}

fn month_of(month: &str, year: &str) -> Option<Value> {
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    let year = year.parse().ok().filter(|year| (1000..2200).contains(year))?;
    Some(Value::date(PartialDate { year, month: Some(month), day: None, minute: None }))
}

fn day_and_month(
    reader: &Reader<'_, '_, '_>,
    at: usize,
    day: &str,
    month: &str,
    end: usize,
) -> Option<Found> {
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    valid(2000, month, day)?;
    Some(Found::floating(end, reader.now.month_day(month, day, reader.direction(at))?))
}
