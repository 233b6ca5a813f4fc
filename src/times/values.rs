//! TIMEX3 values with their place on the calendar.

use super::anchor::Anchor;
use super::calendar::{DAY, civil_from_days, days_from_civil, weekday};
use super::terms::Part;
use super::{Interval, Moment, PartialDate};

/// A TIMEX3 value with its place on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    /// The TIMEX3 value.
    pub text: String,
    /// The day, month or year, where the value is one.
    pub date: Option<PartialDate>,
    /// Where it lies.
    pub interval: Option<Interval>,
}

impl Value {
    /// A value without a place on the calendar.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), date: None, interval: None }
    }

    /// A date; one that no calendar of four digits holds is only before or after all that it does.
    pub fn date(date: PartialDate) -> Self {
        if !(1..=9999).contains(&date.year) {
            return Self::plain(if date.year < 1 { "PAST_REF" } else { "FUTURE_REF" });
        }
        Self { text: date.to_string(), date: Some(date), interval: Some(date.interval()) }
    }

    pub fn days(text: String, first: i64, end: i64) -> Self {
        let interval = Interval { begin: Some(Moment(first * DAY)), until: Some(Moment(end * DAY)) };
        Self { text, date: None, interval: Some(interval) }
    }
}

pub(super) fn civil(days: i64) -> PartialDate {
    let (year, month, day) = civil_from_days(days);
    PartialDate::day(year, month, day)
}

/// A year.
pub(super) fn year(year: i32) -> PartialDate {
    PartialDate { year, month: None, day: None, minute: None }
}

/// A decade: `199` is the nineties.
pub(super) fn decade(decade: i32) -> Value {
    let first = days_from_civil(decade * 10, 1, 1);
    Value::days(format!("{decade:03}"), first, days_from_civil(decade * 10 + 10, 1, 1))
}

/// A century: `19` is the twentieth.
pub(super) fn century(century: i64) -> Value {
    let year = century as i32 * 100;
    Value::days(format!("{century:02}"), days_from_civil(year, 1, 1), days_from_civil(year + 100, 1, 1))
}

/// A century before Christ, as TIMEX3 writes it: `BC06` is the seventh.
pub(super) fn century_before(number: u8) -> Value {
    let years = i32::from(number) * 100;
    let begin = days_from_civil(1 - years, 1, 1);
    Value::days(format!("BC{:02}", number - 1), begin, days_from_civil(101 - years, 1, 1))
}

/// A quarter of a year.
pub(super) fn quarter_of(year: i32, quarter: u8) -> Value {
    months(format!("{year:04}-Q{quarter}"), year, (quarter - 1) * 3 + 1, 3)
}

/// Half a year.
pub(super) fn half_of(year: i32, half: u8) -> Value {
    months(format!("{year:04}-H{half}"), year, (half - 1) * 6 + 1, 6)
}

/// A season of a year; the winter of a year is the one that ends it.
pub(super) fn season_of(code: &str, year: i32) -> Value {
    let (month, count) = season_months(code);
    months(format!("{year:04}-{code}"), year, month, count)
}

pub(super) fn season_months(code: &str) -> (u8, u8) {
    match code {
        "SP" => (3, 3),
        "SU" => (6, 3),
        "FA" => (9, 3),
        _ => (12, 3),
    }
}

pub(super) fn months(text: String, year: i32, month: u8, count: u8) -> Value {
    let end = month + count - 1;
    let (end_year, end_month) = if end >= 12 { (year + 1, end - 11) } else { (year, end + 1) };
    Value::days(text, days_from_civil(year, month, 1), days_from_civil(end_year, end_month, 1))
}

/// The week that a Monday opens.
pub(super) fn week_at(monday: i64) -> Value {
    let (year, week) = iso_week(monday);
    if !(1..=9999).contains(&year) {
        return Value::plain(if year < 1 { "PAST_REF" } else { "FUTURE_REF" });
    }
    Value::days(format!("{year:04}-W{week:02}"), monday, monday + 7)
}

/// A week of a year by its number.
pub(super) fn week_number(year: i32, week: i64) -> Value {
    let first = days_from_civil(year, 1, 4);
    week_at(first - i64::from(weekday(first)) + (week - 1) * 7)
}

/// The first or last week of a month or a year: that of the first day, or that of the last.
pub(super) fn edge_week(stretch: Interval, last: bool) -> Option<Value> {
    // A week is of the month or year that has its Thursday, as in ISO 8601.
    let day = if last { stretch.until?.0.div_euclid(DAY) - 1 } else { stretch.begin?.0.div_euclid(DAY) };
    let monday = day - i64::from(weekday(day));
    let outside = if last { monday + 3 > day } else { monday + 3 < day };
    let step = if last { -7 } else { 7 };
    Some(week_at(if outside { monday + step } else { monday }))
}

/// A year before Christ, as TIMEX3 writes it.
pub(super) fn before_christ(date: PartialDate, stated: u32) -> Value {
    let date = PartialDate { year: 1 - stated as i32, ..date };
    let year = format!("BC{stated:04}");
    let text = match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        _ => year,
    };
    Value { text, date: None, interval: Some(date.interval()) }
}

/// The part of a stretch that `begin`, `half` and `eind` mean: a third of it, of a month some ten days.
pub(super) fn narrow(interval: Interval, modifier: &str) -> Interval {
    let Interval { begin: Some(Moment(begin)), until: Some(Moment(until)) } = interval else {
        return interval;
    };
    let days = (until - begin) / DAY;
    if days < 7 {
        return interval;
    }
    let month = (28..32).contains(&days);
    let (first, second) = if month { (10, 20) } else { (days / 3, days * 2 / 3) };
    let (from, to) = match modifier {
        "START" => (0, first),
        "MID" if month => (9, 20),
        "MID" => (first, second),
        "END" => (second, days),
        _ => (0, days),
    };
    Interval { begin: Some(Moment(begin + from * DAY)), until: Some(Moment(begin + to * DAY)) }
}

/// The ISO 8601 week of a Monday.
pub(super) fn iso_week(monday: i64) -> (i32, i64) {
    let (year, _, _) = civil_from_days(monday + 3);
    let first = days_from_civil(year, 1, 4);
    (year, (monday - (first - i64::from(weekday(first)))) / 7 + 1)
}

/// A part of a day: `2022-03-24TEV`.
pub(super) fn with_part(value: &Value, part: Part) -> Value {
    let interval = value.date.filter(|date| date.day.is_some()).map(|date| {
        let first = days_from_civil(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1)) * DAY;
        let (from, to) = match part {
            Part::Morning => (6, 12),
            Part::Afternoon => (12, 18),
            Part::Evening => (18, 24),
            Part::Night => (0, 24),
        };
        Interval { begin: Some(Moment(first + from * 60)), until: Some(Moment(first + to * 60)) }
    });
    Value {
        text: format!("{}T{}", value.text, part.code()),
        date: value.date,
        interval: interval.or(value.interval),
    }
}

/// A clock time on a day.
pub(super) fn with_clock(day: Option<PartialDate>, minutes: u32) -> Value {
    if minutes == 24 * 60
        && let Some(date) = day.filter(|day| day.day.is_some())
    {
        // The end of the day, which is the first minute of the next.
        let next = with_clock(Anchor(Some(date)).day(1).date, 0);
        let text = format!("{}T24:00", PartialDate { minute: None, ..date });
        return Value {
            text,
            date: Some(PartialDate { minute: Some(24 * 60 - 1), ..date }),
            interval: next.interval,
        };
    }
    let minutes = minutes % (24 * 60);
    match day.filter(|day| day.day.is_some()) {
        Some(day) => Value::date(PartialDate { minute: Some(minutes as u16), ..day }),
        None => Value::plain(format!("XXXX-XX-XXT{:02}:{:02}", minutes / 60, minutes % 60)),
    }
}
