//! Stretches of which the first end is a number only: `1 tot en met 3 februari`, `4 en 5 juni`, `5 tot 6 's middags`.

use super::anchor::Anchor;
use super::calendar::days_in_month;
use super::hours::{self, Clock};
use super::range::{Joint, Pair, joint};
use super::reader::{Found, Reader};
use super::terms::{Part, Term};
use super::values::{Value, with_clock};
use super::{PartialDate, TimeKind, clock, numeric};

/// A first end that is a number only: `1 tot en met 3 februari`, `4 en 5 juni`, `5 tot 6 's middags`,
/// `10 - 22 augustus`, `22.00 en 6.00 uur`, `30 tot 60 dagen`.
pub(super) fn bare_end(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Pair> {
    let line = reader.line;
    let (day, end) = line.day_of_month(at).map_or((None, at + 1), |(day, end)| (Some(day), end));
    // `4, 5 en 6 juni`: the end of the row names the month.
    if line.word(end) == "," {
        let next = end + 1;
        line.day_of_month(next)?;
        if !matches!(line.term(next + 1), Some(Term::And)) {
            return None;
        }
        let (second, ..) = bare_end(reader, next)?;
        let first = day_before(day?, second.value.date.filter(|date| date.minute.is_none())?, end)?;
        return Some((first, Joint::Both, next, second));
    }
    let (joint, next) = joint(reader, at, end)?;
    let days = day.and_then(|day| days(reader, at, day, end, joint, next));
    days.or_else(|| hours(reader, at, joint, next)).or_else(|| lengths(reader, at, joint, next))
}

/// Two days of one month.
fn days(
    reader: &Reader<'_, '_, '_>,
    at: usize,
    day: u8,
    end: usize,
    joint: Joint,
    next: usize,
) -> Option<Pair> {
    let line = reader.line;
    let start = line.behind_article(next);
    let (_, behind) = line.day_of_month(start)?;
    let behind = behind + usize::from(line.term(behind) == Some(Term::Of));
    if !matches!(line.term(behind), Some(Term::Month(_))) {
        return None;
    }
    let second = reader.expression(next)?;
    let date = second.value.date.filter(|date| date.day.is_some())?;
    // `het Comité 4 en 5 mei` is a name.
    let named = at > 1
        && joint == Joint::Both
        && line.before(at).is_none()
        && line.word(at - 1).starts_with(char::is_uppercase);
    if named {
        return None;
    }
    let first = day_before(day, PartialDate { minute: None, ..date }, end)?;
    Some((Found { floats: second.floats, ..first }, joint, next, second))
}

/// Two hours; the unit, the part of the day or the day stands behind the second.
fn hours(reader: &Reader<'_, '_, '_>, at: usize, joint: Joint, next: usize) -> Option<Pair> {
    let line = reader.line;
    if joint == Joint::Both {
        return None;
    }
    let one = hours::read(reader, at, true)
        .filter(|clock| clock.end == at + 1)
        .or_else(|| Clock::bare(reader, at))?;
    let two = hours::read(reader, next, true).or_else(|| Clock::bare(reader, next))?;
    let second = clock::told(reader, next, true)
        .filter(|found| found.end >= two.end)
        .unwrap_or_else(|| on_day(reader, two));
    let minutes = |at: usize| line.word(at).contains([':', '.', 'u']) && line.is_number(at);
    let range = matches!(line.before(at), Some(Term::Of | Term::Between | Term::From | Term::At));
    let after_day = range
        && (line.before(at - 1).is_some_and(|term| {
            matches!(term, Term::Weekday(..) | Term::Day(..) | Term::Month(_) | Term::Part(_))
        }) || at > 1 && line.year(at - 2).is_some());
    // `'s middags van 5 tot 7`
    let habit = [1, 2].into_iter().find_map(|back| match reader.line.term(at.checked_sub(back)?)? {
        Term::Habit(part) | Term::Weekday(_, Some(part)) if back == 1 || range => Some(part),
        _ => None,
    });
    let told = two.part.is_some()
        || is_shift(reader, at, &one, &two)
        || habit.is_some()
        || line.term(two.end - 1) == Some(Term::Hour)
        || second.value.date.is_some()
        || minutes(next) && range
        || after_day;
    if !told || second.kind != TimeKind::Time {
        return None;
    }
    let part = two.part.or_else(|| hours::part_of(&second.value)).or(habit);
    let second = if habit.is_some() && two.part.is_none() && second.value.date.is_none() {
        two.alone(habit)
    } else {
        second
    };
    let mut first = one.alone(part);
    if let Some(date) = second.value.date {
        // The second lies behind the day: its part of the day is lost in the clock time.
        let late = date.minute.is_some_and(|minute| minute >= 12 * 60) && one.twelve && two.twelve;
        let minutes = one.minutes_in(part.or(late.then_some(Part::Afternoon)));
        first.value = with_clock(Some(PartialDate { minute: None, ..date }), minutes);
        first.floats = second.floats;
    }
    Some((first, joint, next, second))
}

/// `maandag 9-12`: working hours behind a day; a score is lower, or a word tells that it is one.
fn is_shift(reader: &Reader<'_, '_, '_>, at: usize, one: &Clock, two: &Clock) -> bool {
    let line = reader.line;
    let (from, to) = (one.minutes / 60, two.minutes / 60);
    let length = (to + 12).saturating_sub(from) % 12;
    matches!(line.before(at), Some(Term::Weekday(..)))
        && line.digits(at).is_some()
        && line.digits(at + 2).is_some()
        && line.is_tight(at)
        && line.is_tight(at + 1)
        && !matches!(line.term(at + 3), Some(Term::Dash))
        && from.max(to) >= 7
        && (1..=12).contains(&from)
        && (1..=6).contains(&length)
        && !numeric::is_score(reader, at)
}

/// A bare hour with the day behind it: `9 afgelopen ochtend`, `5 op 1-1-2015`.
fn on_day(reader: &Reader<'_, '_, '_>, hour: Clock) -> Found {
    match clock::day_behind(reader, hour).filter(|_| hour.part.is_none()) {
        Some(day) => {
            let minutes = hour.minutes_in(hours::part_of(&day.value));
            let value = with_clock(day.value.date, minutes);
            Found { floats: day.floats, ..Found::date(day.end, value).of(TimeKind::Time) }
        }
        None => hour.alone(None),
    }
}

/// Two lengths of one unit: `30 tot 60 dagen`.
fn lengths(reader: &Reader<'_, '_, '_>, at: usize, joint: Joint, next: usize) -> Option<Pair> {
    let number = reader.line.number(at)?;
    let second = reader.expression(next).filter(|found| found.kind == TimeKind::Duration)?;
    let (other, _) = reader.line.number_to(next)?;
    if other <= number || joint == Joint::Both && reader.line.word(next - 1) == "en" {
        return None;
    }
    let unit = second
        .value
        .text
        .trim_start_matches(|next: char| !next.is_ascii_digit())
        .trim_start_matches(|next: char| next.is_ascii_digit() || next == '.');
    let head = if second.value.text.starts_with("PT") { "PT" } else { "P" };
    Some((Found::length(at + 1, format!("{head}{number}{unit}")), Joint::Both, next, second))
}

/// The day of the month that lies before another: `28 tot en met 3 februari` is of January.
fn day_before(day: u8, date: PartialDate, end: usize) -> Option<Found> {
    let month = Anchor(Some(date)).shifted_month(if day < date.day? { 0 } else { -1 }).date?;
    let number = month.month?;
    let fits = day <= days_in_month(month.year, number);
    fits.then(|| Found::date(end, Value::date(PartialDate::day(month.year, number, day))))
}
