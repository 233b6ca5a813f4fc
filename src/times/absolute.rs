//! Dates that name a day, a month, a year, a decade or a century.

use super::calendar::days_in_month;
use super::dates::Found;
use super::resolve::{Anchor, Toward, Value, century, decade, with_part, year};
use super::sentence::Line;
use super::terms::{Term, Unit};
use super::{PartialDate, TimeKind};
use crate::lang::Language;

/// `2022-03-24`, `24-03-2022`, `24/3`.
pub(super) fn numeric(
    line: &Line<'_, '_>,
    at: usize,
    anchor: Anchor,
    direction: Toward<'_>,
) -> Option<Found> {
    if !line.is_number(at) {
        return None;
    }
    let word = line.word(at);
    if let Some(found) = day_and_month(line, at, anchor, direction) {
        return Some(found);
    }
    let mark = ['-', '/', '.'].into_iter().find(|&mark| word.matches(mark).count() == 2)?;
    let parts = word.split(mark).map(|part| part.parse::<u16>().ok()).collect::<Option<Vec<_>>>()?;
    let &[first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = if word.find(mark) == Some(4) {
        (first, second, third)
    } else if word.len() - word.rfind(mark)? == 5 {
        (third, second, first)
    } else {
        return None;
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let valid =
        (1..=12).contains(&month) && day >= 1 && day <= days_in_month(i32::from(year), month.clamp(1, 12));
    valid.then(|| Found::date(at + 1, Value::date(PartialDate::day(i32::from(year), month, day))))
}

/// `3/6` after `op` or `tot`.
fn day_and_month(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
    let (day, month) = line.word(at).split_once('/')?;
    let led =
        matches!(line.word(at.wrapping_sub(1)), "op" | "tot" | "vanaf" | "van" | "sinds" | "zondag" | "on");
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let valid = led && (1..=12).contains(&month) && (1..=days_in_month(2000, month)).contains(&day);
    if valid { Some(Found::date(at + 1, anchor.month_day(month, day, direction())?)) } else { None }
}

/// `donderdag 24 maart 2022`, `March 24, 2022`.
pub(super) fn calendar_day(
    line: &Line<'_, '_>,
    at: usize,
    anchor: Anchor,
    direction: Toward<'_>,
) -> Option<Found> {
    let (start, part) = match line.term(at) {
        Some(Term::Weekday(_, part)) => (at + 1 + usize::from(line.word(at + 1) == ","), part),
        _ => (at, None),
    };
    let (day, month, mut end) = match (line.day_of_month(start), line.term(start + 1), line.term(start)) {
        (Some(day), Some(Term::Month(month)), _) => (day, month, start + 2),
        (_, _, Some(Term::Month(month))) => (line.day_of_month(start + 1)?, month, start + 2),
        (Some(day), Some(Term::Of), _) => match line.term(start + 2) {
            Some(Term::Month(month)) => (day, month, start + 3),
            _ => return None,
        },
        _ => return None,
    };
    if line.word(end) == "," && line.year(end + 1).is_some() {
        end += 1;
    }
    let (stop, stated) = year_behind(line, end, anchor);
    let value = match stated {
        Some(year) if day <= days_in_month(year, month) => Value::date(PartialDate::day(year, month, day)),
        Some(_) => return None,
        None => anchor.month_day(month, day, direction())?,
    };
    let end = if stated.is_some() { stop } else { end - usize::from(line.word(end - 1) == ",") };
    Some(match part {
        Some(part) => Found::date(end, with_part(&value, part)).of(TimeKind::Time),
        None => Found::date(end, value),
    })
}

/// A year behind a month or a day: `2022`, `vorig jaar`.
fn year_behind(line: &Line<'_, '_>, at: usize, anchor: Anchor) -> (usize, Option<i32>) {
    if let Some(year) = line.year(at) {
        return (at + 1, Some(year));
    }
    if line.term(at + 1) == Some(Term::Unit(Unit::Year)) {
        let offset = match line.term(at) {
            Some(Term::Last) => -1,
            Some(Term::This) => 0,
            Some(Term::Next) => 1,
            _ => return (at, None),
        };
        return (at + 2, anchor.shifted_year(offset).date.map(|date| date.year));
    }
    (at, None)
}

/// `maart 2022`, `maart`.
pub(super) fn month(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
    let Some(Term::Month(month)) = line.term(at) else { return None };
    let (end, stated) = year_behind(line, at + 1, anchor);
    // A bare month that opens a sentence may be a name: `Mei heeft nog een telefoon`.
    if stated.is_none()
        && line.word(at).starts_with(char::is_uppercase)
        && line.doc.language == Language::Dutch
    {
        return None;
    }
    let value = match stated {
        Some(year) => Value::date(PartialDate { year, month: Some(month), day: None, minute: None }),
        None => anchor.month_of_year(month, direction()),
    };
    Some(Found::date(if stated.is_some() { end } else { at + 1 }, value))
}

/// `de jaren negentig`, `the 1990s`, `de 19e eeuw`.
pub(super) fn decades(line: &Line<'_, '_>, at: usize) -> Option<Found> {
    let start = at + usize::from(line.term(at) == Some(Term::Article));
    if let (Some(Term::Ordinal(number)), Some(Term::Unit(Unit::Century))) =
        (line.term(start), line.term(start + 1))
    {
        return (number >= 1).then(|| Found::date(start + 2, century(i64::from(number) - 1)));
    }
    if line.term(start) == Some(Term::Years) {
        let short = |at: usize| {
            let digits = line.word(at).trim_start_matches(['\'', '’']);
            digits.parse::<u32>().ok().filter(|_| digits.len() == 2)
        };
        let apostrophe = usize::from(matches!(line.word(start + 1), "'" | "’"));
        let number = line.number(start + 1).or_else(|| short(start + 1 + apostrophe))?;
        let full = number >= 1000 && number % 10 == 0;
        let tens = number % 10 == 0 && (10..100).contains(&number);
        let value = if full { number as i32 / 10 } else { 190 + number as i32 / 10 };
        return (full || tens).then(|| Found::date(start + 2 + apostrophe, decade(value)));
    }
    let years = line.word(start).strip_suffix('s').and_then(|digits| {
        (digits.len() == 4 && digits.ends_with('0')).then(|| digits.parse::<i32>().ok())?
    });
    years.map(|years| Found::date(start + 1, decade(years / 10)))
}

/// `oudejaarsdag`, `kerst 1993`.
pub(super) fn feast(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
    let Some(Term::Feast(month, day)) = line.term(at) else { return None };
    match line.year(at + 1) {
        Some(year) => Some(Found::date(at + 2, Value::date(PartialDate::day(year, month, day)))),
        None => Some(Found::date(at + 1, anchor.month_day(month, day, direction())?)),
    }
}

/// `2022` after a preposition, or between brackets and dashes, where no unit or amount follows.
pub(super) fn bare_year(line: &Line<'_, '_>, at: usize) -> Option<Found> {
    let number = line.year(at)?;
    let before = line.before(at);
    let led = matches!(before, Some(Term::Preposition | Term::FromNow | Term::To | Term::Of));
    let amount = matches!(
        line.word(at + 1),
        "euro"
            | "dollar"
            | "procent"
            | "%"
            | "meter"
            | "kilometer"
            | "mensen"
            | "miljoen"
            | "kilo"
            | "leden"
            | "woningen"
            | "banen"
            | "people"
            | "percent"
            | "miles"
            | "dollars"
    );
    let range = matches!(before, Some(Term::Of)) && !(1900..2100).contains(&number);
    (led && !amount && !range).then(|| Found::date(at + 1, Value::date(year(number))))
}
