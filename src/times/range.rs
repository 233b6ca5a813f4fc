//! Two ends of one stretch: `van 2014 tot 2018`, `1 tot en met 3 februari`, `tussen 22.00 en 6.00 uur`,
//! `1901-1943`; and open ones: `sinds 2019`, `tot vrijdag`.
//!
//! Each end is an expression of its own; the first one's place on the calendar is the whole stretch.

use super::anchor::{Anchor, Direction};
use super::calendar::DAY;
use super::hours::{self, Clock};
use super::reader::{Found, Reader};
use super::sides::{or_later, side_before};
use super::terms::Term;
use super::values::{Value, with_clock};
use super::{Interval, Moment, PartialDate, TimeKind};
use super::{clock, ends, years};

/// What joins the ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Up to the second: `tot`, `tussen ... en`.
    Until,
    /// The second included: `tot en met`, a dash.
    Through,
    /// Both by themselves: `4 en 5 juni`, `zaterdag en zondag`.
    Both,
}

/// One expression, or two ends with what joins them.
pub(super) struct Read {
    pub first: Found,
    /// The joint, the piece where the second end starts, and that end.
    pub second: Option<(Joint, usize, Found)>,
}

/// The expression at `at`, and the second end where a stretch goes on behind it.
pub(super) fn read(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Read> {
    let first = reader.expression(at);
    if first.is_none() && !may_open(reader, at) {
        return None;
    }
    let pair = first.as_ref().and_then(|first| {
        let (joint, next) = joint(reader, at, first.end)?;
        // `02.30 - Een dijk breekt`
        if is_hour(first) && years::is_label(reader.line, at, first.end) && !reader.line.is_number(next) {
            return None;
        }
        pair(reader, at, first.clone(), joint, next)
    });
    if let Some((mut first, joint, next, second)) = pair.or_else(|| ends::bare_end(reader, at)) {
        close(reader, &mut first, &second, joint);
        return Some(Read { first, second: Some((joint, next, second)) });
    }
    let mut first = first?;
    first.side = side_before(reader, at, &first).or(first.side);
    or_later(reader, &mut first);
    Some(Read { first, second: None })
}

/// Whether a number may be a first end that is no expression by itself.
fn may_open(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let line = reader.line;
    let number = line.is_number(at) || matches!(line.term(at), Some(Term::Number(_) | Term::Ordinal(_)));
    let joined = matches!(line.term(at + 1), Some(Term::Until | Term::Through | Term::Dash | Term::And));
    number && (joined || line.word(at + 1) == ",")
}

/// What joins the end before piece `end` with one behind it, and the piece where that starts.
pub(super) fn joint(reader: &Reader<'_, '_, '_>, at: usize, end: usize) -> Option<(Joint, usize)> {
    let line = reader.line;
    let between =
        (1..=2).any(|back| at.checked_sub(back).is_some_and(|at| line.term(at) == Some(Term::Between)));
    let joint = match line.term(end)? {
        Term::Until => Joint::Until,
        // `van 2014-2018` is read as `van 2014 tot 2018`, and `tussen 2014-2018` as `en`.
        Term::Dash if between || line.before(at) == Some(Term::Of) && is_coarse(reader, at, end) => {
            Joint::Until
        }
        Term::Through | Term::Dash => Joint::Through,
        Term::And if between => Joint::Until,
        Term::And => Joint::Both,
        // `van maart tot nu toe`: the phrase holds the joint.
        Term::Reference("PRESENT_REF") if line.word(end).starts_with("tot ") => {
            return Some((Joint::Until, end));
        }
        _ => return None,
    };
    let mut next = end + 1;
    while matches!(line.term(next), Some(Term::At)) {
        next += 1;
    }
    Some((joint, next))
}

/// Whether the first end is a year, a quarter or a date in full, of which a dash counts the days between:
/// `van 18-19 november` are two days all the same.
fn is_coarse(reader: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    end > at + 1 || reader.line.year(at).is_some()
}

/// The first end, the joint, the piece where the second starts, and that.
pub(super) type Pair = (Found, Joint, usize, Found);

/// The two ends, the second read from the first on, or the first back from the second.
fn pair(reader: &Reader<'_, '_, '_>, at: usize, mut first: Found, joint: Joint, next: usize) -> Option<Pair> {
    let dated = |found: &Found| matches!(found.kind, TimeKind::Date | TimeKind::Time);
    // `om 9 uur of 10 uur`
    if joint == Joint::Both && is_hour(&first) && reader.line.term(next + 1) == Some(Term::Hour) {
        return Some((first, joint, next, clock::told(reader, next, true)?));
    }
    // Two days side by side are two expressions; but `maandag 14 en dinsdag 15 maart` are of one month.
    if joint == Joint::Both {
        let numbered =
            first.floats && first.end > at + 1 && reader.line.day_of_month(first.end - 1).is_some();
        let second = reader.date(next).filter(|_| numbered)?;
        let again = reader.from(Anchor(second.value.date.filter(|date| date.day.is_some())), Direction::Back);
        return Some((again.expression(at).filter(|found| found.end == first.end)?, joint, next, second));
    }
    if !dated(&first) {
        return None;
    }
    let timed = first.kind == TimeKind::Time
        && (is_hour(&first) || first.value.date.is_some_and(|date| date.minute.is_some()));
    let hour = || clock::told(reader, next, true).or_else(|| Some(Clock::bare(reader, next)?.alone(None)));
    let mut second = timed.then(hour).flatten().or_else(|| reader.expression(next))?;
    if !dated(&second) {
        return None;
    }
    if is_hour(&second) {
        if !is_hour(&first) {
            second.value = later_hour(first.value.date.filter(|date| date.minute.is_some())?, &second)?;
        } else if let (Some(one), Some(two)) =
            (hours::read(reader, at, true), hours::read(reader, next, true))
        {
            // `van 5 tot 6 uur 's middags`: the part of the day is that of both.
            if one.part.is_none() && two.part.is_some() && one.end == first.end {
                first = one.alone(two.part);
            }
            // `'s middags 5 tot zeven`, `9 uur 's ochtends tot 5 uur`
            let (from, to) = (hour_of(&first.value)?, hour_of(&second.value)?);
            if second.twelve && !first.twelve && to <= from && to < 12 * 60 {
                second.value = hours::hour_alone(to + 12 * 60);
            }
        }
        return Some((first, joint, next, second));
    }
    let day = |date: PartialDate| Anchor(Some(PartialDate { minute: None, ..date }));
    if is_hour(&first) {
        // `11.30 tot 12.30 27 december`: the day behind is that of both.
        let date = second.value.date.filter(|date| date.minute.is_some())?;
        first.value = with_clock(Some(PartialDate { minute: None, ..date }), hour_of(&first.value)?);
        return Some((Found { floats: second.floats, ..first }, joint, next, second));
    }
    // `vrijdag 12 tot en met zondag 14 juli`: the second names the month.
    let named = |found: &Found| matches!(reader.line.term(found.end - 1), Some(Term::Month(_)));
    let numbered = first.end > at + 1 && reader.line.day_of_month(first.end - 1).is_some();
    if first.floats
        && numbered
        && named(&second)
        && let Some(date) = second.value.date
    {
        let again = reader.from(day(date), Direction::Back).expression(at);
        first = again.filter(|found| found.end == first.end).unwrap_or(first);
    } else if second.floats
        && let Some(date) = first.value.date
    {
        let again = reader.from(day(date), Direction::Ahead).expression(next);
        second =
            again.filter(|found| found.end == second.end && found.value.interval.is_some()).unwrap_or(second);
    } else if first.floats
        && let Some(date) = second.value.date
    {
        // `van mei tot oktober 2020`
        let again = reader.from(day(date), Direction::Back).expression(at);
        first = again.filter(|found| found.end == first.end).unwrap_or(first);
    } else if first.floats && second.value.text == "PRESENT_REF" {
        first = reader.from(reader.now, Direction::Back).expression(at)?;
    }
    Some((first, joint, next, second))
}

/// Gives the first end the place of the whole stretch.
pub(super) fn close(reader: &Reader<'_, '_, '_>, first: &mut Found, second: &Found, joint: Joint) {
    if joint == Joint::Both {
        return;
    }
    let today = reader.now.today().map(|day| Moment(day * DAY));
    let present = |value: &Value| if value.text == "PRESENT_REF" { today } else { None };
    let begin = first.value.interval.and_then(|interval| interval.begin).or_else(|| present(&first.value));
    let clock = is_hour(second) || second.value.date.is_some_and(|date| date.minute.is_some());
    let until = match second.value.interval {
        // A clock time is a point; `tot eind 2008` counts its last part.
        Some(interval) if !clock && (joint == Joint::Through || second.modifier == Some("END")) => {
            interval.until
        }
        Some(interval) => interval.begin,
        None => present(&second.value),
    };
    if let (Some(begin), Some(until)) = (begin, until)
        && begin < until
    {
        first.value.interval = Some(Interval { begin: Some(begin), until: Some(until) });
    }
}

/// Whether it is an hour without a day.
pub(super) fn is_hour(found: &Found) -> bool {
    found.kind == TimeKind::Time && found.value.date.is_none() && found.value.text.starts_with('T')
}

/// Minutes since midnight of `T19:30`.
pub(super) fn hour_of(value: &Value) -> Option<u32> {
    let text = value.text.strip_prefix('T')?;
    let (hour, minute) = (text.get(..2)?, text.get(3..5)?);
    Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
}

/// The hour that ends a stretch: before its beginning it is one of the next day.
pub(super) fn later_hour(from: PartialDate, found: &Found) -> Option<Value> {
    let mut minutes = hour_of(&found.value)?;
    let begin = u32::from(from.minute?);
    // `van 7 tot 9` in the evening
    if found.twelve && minutes <= begin && begin < minutes + 12 * 60 {
        minutes += 12 * 60;
    }
    // `tussen twee en vier uur` at night
    if found.twelve && minutes > begin + 12 * 60 {
        minutes -= 12 * 60;
    }
    let day = Anchor(Some(PartialDate { minute: None, ..from }));
    let next = i64::from(u32::from(from.minute?) >= minutes);
    Some(with_clock(day.day(next).date, minutes))
}
