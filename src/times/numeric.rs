//! Dates in digits: `2022-03-24`, `24/3`, `24-03-'22`, `05-aug-2016`, `9/2012`.

use super::PartialDate;
use super::calendar::days_in_month;
use super::reader::{Found, Reader};
use super::terms::Term;
use super::values::Value;
use super::{clock, years};

/// Reads a date in digits that starts at piece `at`, a day of the week before it or a clock time behind it
/// included.
pub(super) fn read(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let (start, weekday) = match line.term(at) {
        Some(Term::Weekday(_, None) | Term::ShortDay(_)) => {
            (at + 1 + usize::from(matches!(line.word(at + 1), "," | ".")), true)
        }
        // `deze 12/5`, `volgende vrijdag 12/5`
        Some(Term::This | Term::Next) if matches!(line.term(at + 1), Some(Term::Weekday(_, None))) => {
            (at + 2, true)
        }
        _ => (at, false),
    };
    if !line.is_number(start) || is_inside(reader, start) {
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
fn in_one_piece(reader: &Reader<'_, '_, '_>, at: usize, weekday: bool) -> Option<Found> {
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
    let led = weekday
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
    if !led || mark == '.' && !weekday {
        return None;
    }
    day_and_month(reader, at, first, second, at + 1)
}

/// `24-03-2022`, `24-03-'22`, `05-aug-2016`, `2022-03-24`, `2015-3`, `dec-2018`, `maandag 11-4`.
fn in_pieces(reader: &Reader<'_, '_, '_>, at: usize, weekday: bool) -> Option<Found> {
    let line = reader.line;
    let dash = |at: usize| line.term(at) == Some(Term::Dash) && line.is_tight(at - 1);
    if !dash(at + 1) {
        return None;
    }
    let third = || -> Option<(&str, usize)> {
        if !dash(at + 3) {
            return None;
        }
        match line.short_year(at + 4) {
            Some((_, end)) => Some((line.word(end - 1).trim_start_matches(['\'', '’', '‘']), end)),
            None if line.is_tight(at + 3) => Some((line.word(at + 4), at + 5)),
            None => None,
        }
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
    let led = weekday
        || line.before(at) == Some(Term::Of) && line.term(at + 3) == Some(Term::Until)
        || line.before(at) == Some(Term::Until) && at > 4 && line.term(at - 3) == Some(Term::Dash);
    if led && line.is_tight(at + 1) && !matches!(line.term(at + 3), Some(Term::Hour | Term::Habit(_))) {
        return day_and_month(reader, at, first, second, at + 3);
    }
    None
}

/// Day, month and year in either order, with a year of two or four digits.
fn full([first, second, third]: [&str; 3]) -> Option<Value> {
    let (year, day) = match (first.len(), third.len()) {
        (4, 1..=2) => (first, third),
        (1..=2, 2 | 4) => (third, first),
        _ => return None,
    };
    let (month, day) = (second.parse().ok()?, day.parse().ok()?);
    valid(years::year_of(year)?, month, day).map(Value::date)
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
