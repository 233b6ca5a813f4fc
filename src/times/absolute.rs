//! Dates in words that name a day or a month: `donderdag 24 maart 2022`, `de 24e`, `maart`.

use super::anchor::{Anchor, Direction};
use super::calendar::{self, days_in_month};
use super::reader::{Found, Reader};
use super::terms::{Term, Unit};
use super::values::{Value, before_christ, with_part};
use super::years::{Year, ends, year_behind};
use super::{PartialDate, TimeKind};
use crate::lang::verb::listed;

/// `donderdag 24 maart 2022`, `vrijdag de vijftiende maart`, `4e van juli`, `23 dag van september`,
/// `March 24, 2022`.
pub(super) fn calendar_day(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let article = usize::from(line.term(at) == Some(Term::Article));
    let (start, part) = match line.term(at + article) {
        Some(Term::Weekday(_, part)) if article == 0 => (at + 1, part),
        Some(Term::ShortDay(_)) if article == 0 => (at + 1, None),
        _ => (at + article, None),
    };
    // `dinsdag, 15 jan`, `vrijdag de vijftiende maart`
    let start =
        if start > at + article { start + usize::from(matches!(line.word(start), "," | ".")) } else { start };
    let start = if start > at { line.behind_article(start) } else { start };
    let (day, month, end) = named_day(reader, start)?;
    if line.term(start).is_some_and(|term| matches!(term, Term::Number(_))) && article == 1 {
        return None;
    }
    let Some((stop, year)) = year_behind(reader, end) else {
        if day > days_in_month(2000, month) {
            // `30 februari` is said, and has no place.
            return Some(Found::date(end, Value::plain(format!("XXXX-{month:02}-{day:02}"))));
        }
        let mut value = reader.now.month_day(month, day, reader.direction(at))?;
        if let Some(Term::Weekday(weekday, _)) = line.term(at) {
            value = on_weekday(reader, value, weekday);
        }
        return Some(parted(Found::floating(end, value), part));
    };
    let value = match year {
        Year::Christ(stated) => {
            before_christ(PartialDate::day(0, month, day.min(days_in_month(0, month))), stated)
        }
        Year::Stated(year) if day <= days_in_month(year, month) => {
            Value::date(PartialDate::day(year, month, day))
        }
        Year::Stated(year) => Value::plain(format!("{year:04}-{month:02}-{day:02}")),
    };
    Some(parted(Found::date(stop, value), part))
}

/// `zondag 1 april` beside `1945`: of the year that was mentioned, where only that has such a day.
fn on_weekday(reader: &Reader<'_, '_, '_>, value: Value, weekday: u8) -> Value {
    let falls =
        |date: PartialDate| Anchor(Some(date)).today().map(|day| calendar::weekday(day) + 1) == Some(weekday);
    let told = reader.last.year().zip(value.date).map(|(year, date)| PartialDate { year, ..date });
    match (value.date, told) {
        (Some(date), Some(told)) if !falls(date) && falls(told) => Value::date(told),
        _ => value,
    }
}

fn parted(found: Found, part: Option<super::terms::Part>) -> Found {
    match part {
        Some(part) => Found { value: with_part(&found.value, part), kind: TimeKind::Time, ..found },
        None => found,
    }
}

/// Day, month and the piece behind: `24 maart`, `maart 24`, `januari de eerste`, `4e van juli`.
fn named_day(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(u8, u8, usize)> {
    let line = reader.line;
    if let Some(Term::Month(month)) = line.term(at) {
        let behind = line.behind_article(at + 1);
        let (day, end) = line.day_of_month(behind)?;
        // `maart 20.00`, `mei 3 miljoen`: a day behind a month is English, or has an article in Dutch.
        let plain = behind > at + 1
            || line.doc.language == crate::lang::Language::English
            || range_of_days(reader, end);
        return plain.then_some((day, month, end));
    }
    let (day, mut next) = line.day_of_month(at)?;
    let ordinal = matches!(line.term(at), Some(Term::Ordinal(_)));
    if ordinal && line.term(next) == Some(Term::Unit(Unit::Day)) {
        next += 1;
    }
    // `twee van augustus` is no day, `de tweede van augustus` is one.
    if line.term(next) == Some(Term::Of) && (ordinal || next > at + 1) {
        next += 1;
    }
    match line.term(next) {
        Some(Term::Month(month)) => Some((day, month, next + 1)),
        // `20e van de volgende maand`, `de 15e dag van de maand`
        Some(Term::Article | Term::Next | Term::Last | Term::This) if next > at + 1 => {
            let unit = line.behind_article(next);
            let count = match line.term(unit) {
                Some(Term::Unit(Unit::Month)) => return month_away(reader, day, 0, unit + 1),
                Some(Term::Next) => 1,
                Some(Term::Last) => -1,
                Some(Term::This) => 0,
                _ => return None,
            };
            (line.term(unit + 1) == Some(Term::Unit(Unit::Month)))
                .then(|| month_away(reader, day, count, unit + 2))?
        }
        _ => None,
    }
}

fn month_away(reader: &Reader<'_, '_, '_>, day: u8, count: i64, end: usize) -> Option<(u8, u8, usize)> {
    let date = reader.now.shifted_month(count).date?;
    Some((day, date.month?, end))
}

fn range_of_days(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.term(at) == Some(Term::Dash) && reader.line.day_of_month(at + 1).is_some()
}

/// `maart 2022`, `maart`, `deze september`, `de maand mei`.
pub(super) fn month(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let unit = line.behind_article(at);
    let start = match line.term(unit) {
        Some(Term::Unit(Unit::Month)) => unit + 1,
        Some(Term::This | Term::Last | Term::Next) => {
            return relative_month(reader, unit).or_else(|| month_of_year(reader, unit));
        }
        _ => at,
    };
    let Some(Term::Month(month)) = line.term(start) else { return None };
    if let Some((end, year)) = year_behind(reader, start + 1) {
        let date = PartialDate { year: 0, month: Some(month), day: None, minute: None };
        let value = match year {
            Year::Stated(year) => Value::date(PartialDate { year, ..date }),
            Year::Christ(stated) => before_christ(date, stated),
        };
        return Some(Found::date(end, value));
    }
    // A bare month that opens a sentence may be a name: `Mei heeft nog een telefoon`.
    let capital = line.word(start).starts_with(char::is_uppercase);
    if capital && line.doc.language == crate::lang::Language::Dutch {
        return None;
    }
    Some(Found::floating(start + 1, reader.now.month_of_year(month, reader.direction(at))))
}

/// `deze september`, `afgelopen mei`, `komend voorjaar`.
fn relative_month(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let Some(Term::Month(month)) = reader.line.term(at + 1) else { return None };
    let value = match reader.line.term(at)? {
        Term::This => {
            let year = reader.now.0?.year;
            Value::date(PartialDate { year, month: Some(month), day: None, minute: None })
        }
        Term::Last => reader.now.month_of_year(month, Direction::Back),
        _ => reader.now.month_of_year(month, Direction::Ahead),
    };
    Some(Found::date(at + 2, value))
}

/// `volgend jaar mei`, `vorig jaar april`
fn month_of_year(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let Some(Term::Month(month)) =
        line.term(at + 2).filter(|_| line.term(at + 1) == Some(Term::Unit(Unit::Year)))
    else {
        return None;
    };
    let year = reader.now.shifted_year(match line.term(at)? {
        Term::Last => -1,
        Term::This => 0,
        _ => 1,
    });
    let date = PartialDate { month: Some(month), ..year.date? };
    Some(Found::date(at + 3, Value::date(date)))
}

/// `de 24e`, `zondag 31`, `de 17 tussen`: a day of the month alone.
pub(super) fn day_alone(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if let Some(Term::Weekday(week, None) | Term::ShortDay(week)) = line.term(at) {
        let start = line.behind_article(at + 1 + usize::from(line.word(at + 1) == "."));
        let (day, end) = line.day_of_month(start)?;
        // `zondag 3-1` is a score.
        if !day_ends(reader, end) || line.term(end) == Some(Term::Dash) && line.is_tight(end - 1) {
            return None;
        }
        let value = reader.now.weekday_and_day(week, day, reader.direction(at))?;
        return Some(Found::floating(end, value));
    }
    // Only with an article, and where no noun follows: `op de 24e`; not `de 24e etappe`.
    let day = match line.term(at + 1) {
        Some(Term::Ordinal(day)) => day,
        // `de 17 tussen 14.00 en 16.00`
        None if matches!(line.term(at + 2), Some(Term::Between)) => {
            u8::try_from(line.digits(at + 1)?).ok()?
        }
        _ => return None,
    };
    let opens = at == 0 && matches!(line.term(at + 2), Some(Term::Verb(_)));
    let article = line.term(at) == Some(Term::Article)
        && (opens
            || line.before(at).is_some_and(|term| {
                matches!(term, Term::Preposition | Term::Since | Term::Until | Term::After | Term::Through)
            }));
    let digits = line.is_number(at + 1);
    if !(article && digits && day_ends(reader, at + 2) && (1..=31).contains(&day)) {
        return None;
    }
    Some(Found::floating(at + 2, reader.now.day_of_month(day, reader.direction(at))?))
}

/// Whether no noun follows a number that could be counted or named by it: `zondag 31 doden`.
fn day_ends(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let line = reader.line;
    ends(reader, at)
        || line.number(at).is_some()
        || line.is_number(at)
        || matches!(
            line.term(at),
            Some(Term::Verb(_) | Term::At | Term::Until | Term::Through | Term::Between | Term::And)
        )
        // `op de 5e terug`: the first part of a verb.
        || line.doc.lang.events.clause_word(line.word(at)).0 & listed::SEPARABLE != 0
}
