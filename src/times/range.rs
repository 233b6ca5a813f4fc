//! Two ends of one stretch: `van 2014 tot 2018`, `1 tot en met 3 februari`, `tussen 22.00 en 6.00 uur`,
//! `1901-1943`; and open ones: `sinds 2019`, `tot vrijdag`.
//!
//! Each end is an expression of its own; the first one's place on the calendar is the whole stretch.

use super::anchor::{Anchor, Direction, Value, with_clock};
use super::calendar::{DAY, days_in_month};
use super::clock;
use super::reader::{Found, Reader};
use super::terms::Term;
use super::{Interval, Moment, PartialDate, TimeKind};

/// What joins the ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Up to the second: `tot`, `tussen ... en`.
    Until,
    /// The second included: `tot en met`, a dash.
    Through,
    /// Both: `4 en 5 juni`, `zaterdag en zondag`.
    Both,
}

/// The expression at `at`, and the second end where a stretch goes on behind it.
pub(super) fn read(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(Found, Option<(usize, Found)>)> {
    let line = reader.line;
    let first = reader.expression(at);
    if first.is_none() && !may_open(reader, at) {
        return None;
    }
    let bare = || bare_end(reader, at);
    let end = first.as_ref().map(|found| found.end);
    let pair = end.and_then(|end| joint(reader, at, end)).and_then(|(joint, next)| {
        let first = first.clone()?;
        pair(reader, at, first, joint, next)
    });
    if let Some((first, next, second)) = pair.or_else(bare) {
        return Some((first, Some((next, second))));
    }
    let mut first = first?;
    open_side(line.before(at), &mut first);
    Some((first, None))
}

/// `sinds 2019` has no end, `tot vrijdag` no beginning.
fn open_side(before: Option<Term>, found: &mut Found) {
    let Some(Interval { begin, until }) = found.value.interval else { return };
    if !matches!(found.kind, TimeKind::Date | TimeKind::Time) {
        return;
    }
    found.value.interval = Some(match before {
        Some(Term::Since) => Interval { begin, until: None },
        Some(Term::Until) => Interval { begin: None, until: begin },
        Some(Term::Through) => Interval { begin: None, until },
        _ => return,
    });
}

/// Whether a number may be a first end that is no expression by itself.
fn may_open(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let number = reader.line.is_number(at) || matches!(reader.line.term(at), Some(Term::Number(_) | Term::Ordinal(_)));
    let joined = matches!(
        reader.line.term(at + 1),
        Some(Term::Until | Term::Through | Term::Dash | Term::And)
    ) || reader.line.word(at + 1) == ",";
    number && joined
}

/// What joins the end before piece `end` with one behind it, and the piece where that starts.
fn joint(reader: &Reader<'_, '_, '_>, at: usize, end: usize) -> Option<(Joint, usize)> {
    let line = reader.line;
    let between = (1..=2).any(|back| at.checked_sub(back).is_some_and(|at| line.term(at) == Some(Term::Between)));
    let joint = match line.term(end)? {
        Term::Until => Joint::Until,
        Term::Through => Joint::Through,
        Term::Dash => Joint::Through,
        Term::And if between => Joint::Until,
        Term::And if matches!(line.word(end), "en" | "and") => Joint::Both,
        _ => return None,
    };
    let mut next = end + 1;
    // `tot het einde van juni`, `tot om 12 uur`
    while matches!(line.term(next), Some(Term::At)) {
        next += 1;
    }
    Some((joint, next))
}

/// The two ends, the second read from the first on, or the first back from the second.
fn pair(
    reader: &Reader<'_, '_, '_>,
    at: usize,
    mut first: Found,
    joint: Joint,
    next: usize,
) -> Option<(Found, usize, Found)> {
    if joint == Joint::Both {
        // Two days side by side only lend each other their year.
        return None;
    }
    let mut second = reader.expression(next).or_else(|| hour(reader, &first, next))?;
    let dated = |found: &Found| matches!(found.kind, TimeKind::Date | TimeKind::Time);
    if !dated(&first) || !dated(&second) {
        return None;
    }
    if is_hour(&second) && !is_hour(&first) {
        let date = first.value.date.filter(|date| date.minute.is_some())?;
        second.value = later_hour(date, &second.value)?;
    } else if is_hour(&first) && is_hour(&second) {
        // `van 5 tot 6 uur 's middags`: the part of the day is that of both.
        if let Some(clock) = clock::read(reader, next, true).filter(|clock| clock.part.is_some())
            && let Some(one) = clock::read(reader, at, true)
            && one.part.is_none()
        {
            first.value = clock::hour_alone(one.minutes_in(clock.part));
        }
    } else if second.floats
        && let Some(date) = first.value.date
    {
        let from = Anchor(Some(PartialDate { minute: None, ..date }));
        let again = reader.from(from, Direction::Ahead).expression(next).filter(|found| found.end == second.end);
        second = again.filter(|found| found.value.interval.is_some()).unwrap_or(second);
    }
    // `van mei tot oktober 2020`, `december 2018 tot juni`: the year of the second is that of the first.
    if first.floats
        && !second.floats
        && let Some(date) = second.value.date
    {
        let from = Anchor(Some(PartialDate { minute: None, ..date }));
        let again = reader.from(from, Direction::Back).expression(at).filter(|found| found.end == first.end);
        first = again.unwrap_or(first);
    }
    // `11.30 tot 12.30 27 december`: the day behind is that of both.
    if is_hour(&first)
        && let Some(date) = second.value.date.filter(|date| date.minute.is_some())
    {
        let minutes = hour_of(&first.value)?;
        first = Found { floats: second.floats, ..first };
        first.value = with_clock(Some(PartialDate { minute: None, ..date }), minutes);
    }
    span(reader, &mut first, &second, joint);
    Some((first, next, second))
}

/// Gives the first end the place of the whole.
fn span(reader: &Reader<'_, '_, '_>, first: &mut Found, second: &Found, joint: Joint) {
    let today = reader.now.today().map(|day| Moment(day * DAY));
    let begin = match (&first.value.interval, first.modifier) {
        (Some(interval), _) => interval.begin,
        (None, _) if first.value.text == "PRESENT_REF" => today,
        _ => None,
    };
    let until = match &second.value.interval {
        // `tot eind 2008`: its last part counts.
        Some(interval) if joint == Joint::Through || second.modifier == Some("END") => interval.until,
        Some(interval) => interval.begin,
        None if second.value.text == "PRESENT_REF" => today,
        None => None,
    };
    let until = match second.value.date {
        // A clock time is a point.
        Some(date) if date.minute.is_some() => second.value.interval.and_then(|interval| interval.begin),
        _ => until,
    };
    if let (Some(begin), Some(until)) = (begin, until)
        && begin < until
    {
        first.value.interval = Some(Interval { begin: Some(begin), until: Some(until) });
    }
}

/// An hour without a day.
pub(super) fn is_hour(found: &Found) -> bool {
    found.kind == TimeKind::Time && found.value.date.is_none() && found.value.text.starts_with('T')
}

/// Minutes since midnight of `T19:30`.
pub(super) fn hour_of(value: &Value) -> Option<u32> {
    let (hour, minute) = value.text.strip_prefix('T')?.split_once(':')?;
    Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
}

/// The hour that ends a stretch: before its beginning it is one of the next day.
fn later_hour(from: PartialDate, value: &Value) -> Option<Value> {
    let minutes = hour_of(value)?;
    let day = Anchor(Some(PartialDate { minute: None, ..from }));
    let next = i64::from(u32::from(from.minute?) >= minutes);
    Some(with_clock(day.day(next).date, minutes))
}

/// `vijf tot zeven`: a number behind `tot` that ends a stretch of hours.
fn hour(reader: &Reader<'_, '_, '_>, first: &Found, at: usize) -> Option<Found> {
    if first.kind != TimeKind::Time || !is_hour(first) && first.value.date.is_none_or(|date| date.minute.is_none()) {
        return None;
    }
    let clock = clock::read(reader, at, true).or_else(|| {
        let minutes = reader.line.number(at).filter(|hour| (1..=24).contains(hour))? * 60;
        Some(clock::Clock { end: at + 1, minutes, part: None, twelve: minutes < 12 * 60, about: false })
    })?;
    Some(Found::floating(clock.end, clock::hour_alone(clock.minutes_in(None))).of(TimeKind::Time))
}

/// A first end that is a number only: `1 tot en met 3 februari`, `4 en 5 juni`, `5 tot 6 's middags`,
/// `10 - 22 augustus`, `22.00 en 6.00 uur`.
fn bare_end(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(Found, usize, Found)> {
    let line = reader.line;
    let led = matches!(
        line.before(at),
        Some(Term::Of | Term::Between | Term::Since | Term::Until | Term::Preposition | Term::At | Term::Article)
    );
    // `de 26e`, `tussen de 3e en de 5e`
    let (day, end) = line.day_of_month(at).map_or((None, at + 1), |(day, end)| (Some(day), end));
    let (mut joined, next) = match line.term(end) {
        _ if line.word(end) == "," => (Joint::Both, end + 1),
        _ => joint(reader, at, end)?,
    };
    if joined == Joint::Both && line.term(next - 1) == Some(Term::And) && line.before(at) == Some(Term::Between) {
        joined = Joint::Until;
    }
    // `4, 5 en 6 juni`: the end of the row names the month.
    if line.word(end) == "," {
        let (second, ..) = bare_end(reader, next)?;
        let first = day_before(day?, second.value.date?, end)?;
        return Some((first, next, second));
    }
    if let Some(day) = day.filter(|_| led || joined != Joint::Both || line.term(next - 1) == Some(Term::And))
        && let Some(second) = reader.expression(next).or_else(|| bare_end(reader, next).map(|(_, _, second)| second))
        && let Some(date) = second.value.date.filter(|date| date.day.is_some())
        && matches!(second.kind, TimeKind::Date | TimeKind::Time)
        && names_month(reader, next)
    {
        // `Comité 4 en 5 mei` is a name.
        let named = at > 0 && line.word(at - 1).starts_with(char::is_uppercase) && line.before(at).is_none() && at > 1;
        if named {
            return None;
        }
        let mut first = day_before(day, date, end)?;
        first.floats = second.floats;
        if joined != Joint::Both {
            span(reader, &mut first, &second, joined);
        }
        return Some((first, next, second));
    }
    // A stretch of hours: the unit or the part of the day stands behind the second.
    let hour = clock::read(reader, at, true).filter(|clock| clock.end == at + 1).or_else(|| {
        let minutes = line.number(at).filter(|hour| (0..=24).contains(hour))? * 60;
        Some(clock::Clock { end: at + 1, minutes, part: None, twelve: minutes <= 12 * 60, about: false })
    })?;
    if joined == Joint::Both {
        return None;
    }
    let second = clock::read(reader, next, true)?;
    let told = second.part.is_some() || line.term(second.end - 1) == Some(Term::Hour) || line.word(at).contains([':', '.']) && led;
    if !told {
        return None;
    }
    let found = reader.expression(next).filter(|found| found.end >= second.end);
    let mut second_found = found.unwrap_or_else(|| {
        Found::floating(second.end, clock::hour_alone(second.minutes_in(None))).of(TimeKind::Time)
    });
    let mut first = Found::floating(at + 1, clock::hour_alone(hour.minutes_in(second.part))).of(TimeKind::Time);
    if let Some(date) = second_found.value.date {
        let minutes = hour_of(&first.value)?;
        first.value = with_clock(Some(PartialDate { minute: None, ..date }), minutes);
        first.floats = second_found.floats;
        span(reader, &mut first, &second_found, joined);
    } else if !is_hour(&second_found) {
        second_found.value = clock::hour_alone(second.minutes_in(None));
    }
    Some((first, next, second_found))
}

/// Whether a month stands right behind the day at `at`, so that the number before shares it.
fn names_month(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let line = reader.line;
    let at = line.behind_article(at);
    let Some((_, end)) = line.day_of_month(at) else { return false };
    let end = end + usize::from(line.term(end) == Some(Term::Of));
    matches!(line.term(end), Some(Term::Month(_))) || bare_end(reader, at).is_some()
}

/// The day of the month that lies before another: `28 tot en met 3 februari` is of January.
fn day_before(day: u8, date: PartialDate, end: usize) -> Option<Found> {
    let month = if day < date.day? { 0 } else { -1 };
    let month = Anchor(Some(date)).shifted_month(month).date?;
    let number = month.month?;
    (day <= days_in_month(month.year, number)).then(|| Found::date(end, Value::date(PartialDate::day(month.year, number, day))))
}
