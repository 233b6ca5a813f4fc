//! The calendar: dates of any precision, and their place on a line.
//!
//! The Gregorian calendar is used for all years, also before 1582 (proleptic), with a year 0 as in
//! ISO 8601. Times are local to the article: no time zone is invented.

use core::fmt::{self, Write};
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// A date as precise as it was stated: a year, a month, a day, or a minute.
///
/// ```
/// use kroniek::times::PartialDate;
///
/// let month: PartialDate = "2022-03".parse().unwrap();
/// assert_eq!(month.day, None);
/// assert_eq!(month.to_string(), "2022-03");
/// assert!("2022-13".parse::<PartialDate>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// The year; 0 is 1 BC.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
    /// Minutes since midnight.
    pub minute: Option<u16>,
}

/// Minutes since 1970-01-01T00:00, local to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment(pub i64);

/// A stretch of the calendar, `begin..until`; an open side has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Interval {
    /// The first minute.
    pub begin: Option<Moment>,
    /// One past the last minute.
    pub until: Option<Moment>,
}

/// Minutes in a day.
pub const DAY: i64 = 24 * 60;

impl PartialDate {
    /// A day.
    pub fn day(year: i32, month: u8, day: u8) -> Self {
        Self { year, month: Some(month), day: Some(day), minute: None }
    }

    /// The stretch of the calendar that the date covers.
    pub fn interval(self) -> Interval {
        let month = self.month.unwrap_or(1);
        let first = days_from_civil(self.year, month, self.day.unwrap_or(1));
        let end = match (self.month, self.day) {
            (Some(_), Some(_)) => first + 1,
            (Some(12), None) | (None, _) => days_from_civil(self.year + 1, 1, 1),
            (Some(month), None) => days_from_civil(self.year, month + 1, 1),
        };
        let (begin, until) = match self.minute {
            Some(minute) => (first * DAY + i64::from(minute), first * DAY + i64::from(minute) + 1),
            None => (first * DAY, end * DAY),
        };
        Interval { begin: Some(Moment(begin)), until: Some(Moment(until)) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_year(f, self.year)?;
        let Some(month) = self.month else { return Ok(()) };
        write_two(f, "-", month.into())?;
        let Some(day) = self.day else { return Ok(()) };
        write_two(f, "-", day.into())?;
        let Some(minute) = self.minute else { return Ok(()) };
        write_two(f, "T", minute / 60)?;
        write_two(f, ":", minute % 60)
    }
}

/// A date that is not written as ISO 8601 writes it, or that no calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDate;

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date; write it as 2022, 2022-03, 2022-03-24 or 2022-03-24T20:30")
    }
}

impl core::error::Error for InvalidDate {}

impl FromStr for PartialDate {
    type Err = InvalidDate;

    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, and `YYYY-MM-DDTHH:MM` with optional seconds and zone,
    /// which are left out.
    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let (date, clock) = match text.split_once(['T', ' ']) {
            Some((date, clock)) => (date, Some(clock)),
            None => (text, None),
        };
        let mut parts = date.split('-');
        let year = parts.next().and_then(|part| digits(part, 4)).ok_or(InvalidDate)?;
        let mut next = |limit| match parts.next() {
            None => Ok(None),
            Some(part) => digits(part, 2)
                .filter(|value| (1..=limit).contains(value))
                .map(|value| Some(value as u8))
                .ok_or(InvalidDate),
        };
        let year = year as i32;
        let month = next(12)?;
        let day = next(month.map_or(0, |month| u16::from(days_in_month(year, month))))?;
        if parts.next().is_some() || (clock.is_some() && day.is_none()) {
            return Err(InvalidDate);
        }
        let minute = clock.map(|clock| {
            let (hour, rest) = clock.split_once(':').ok_or(InvalidDate)?;
            let hour = digits(hour, 2).filter(|&hour| hour < 24).ok_or(InvalidDate)?;
            let minute = rest.get(..2).and_then(|part| digits(part, 2)).filter(|&minute| minute < 60);
            minute.map(|minute| hour * 60 + minute).ok_or(InvalidDate)
        });
        Ok(Self { year, month, day, minute: minute.transpose()? })
    }
}

impl Moment {
    /// The date and time of day, to the minute.
    pub fn date(self) -> PartialDate {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        PartialDate { minute: Some(self.0.rem_euclid(DAY) as u16), ..PartialDate::day(year, month, day) }
    }
}

impl fmt::Display for Moment {
    /// ISO 8601: the day alone at midnight, else to the minute.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        PartialDate { minute: date.minute.filter(|&minute| minute > 0), ..date }.fmt(f)
    }
}

/// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms").
pub fn days_from_civil(year: i32, month: u8, day: u8) -> i64 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The inverse of [`days_from_civil`].
pub fn civil_from_days(days: i64) -> (i32, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * shifted + 2) / 5 + 1) as u8;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 } as u8;
    ((year_of_era + era * 400 + i64::from(month <= 2)) as i32, month, day)
}

/// Days in a month, 1 to 12.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day of the week of a day since 1970-01-01: 0 is Monday, 6 is Sunday.
pub fn weekday(days: i64) -> u8 {
    (days + 3).rem_euclid(7) as u8
}

fn digits(part: &str, count: usize) -> Option<u16> {
    let all = part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| part.parse().ok())?
}

fn write_year(f: &mut fmt::Formatter<'_>, year: i32) -> fmt::Result {
    if (0..=9999).contains(&year) {
        write_two(f, "", (year / 100) as u16)?;
        write_two(f, "", (year % 100) as u16)
    } else {
        write!(f, "{year:+05}")
    }
}

/// Two digits behind a mark. Dates are written often: the library's way takes five times as long.
fn write_two(f: &mut fmt::Formatter<'_>, mark: &str, number: u16) -> fmt::Result {
    f.write_str(mark)?;
    [number / 10, number]
        .into_iter()
        .try_for_each(|digit| f.write_char(char::from(b'0' + (digit % 10) as u8)))
}

/// Month and day of Easter Sunday in the Gregorian calendar ("Anonymous Gregorian algorithm", Nature, 20
/// April 1876).
pub fn easter(year: i32) -> (u8, u8) {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let (leaps, extra) = (century.div_euclid(4), century.rem_euclid(4));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - leaps - correction + 15).rem_euclid(30);
    let week = (32 + 2 * extra + 2 * rest.div_euclid(4) - epact - rest.rem_euclid(4)).rem_euclid(7);
    let shift = (golden + 11 * epact + 22 * week).div_euclid(451);
    let day = epact + week - 7 * shift + 114;
    (day.div_euclid(31) as u8, (day.rem_euclid(31) + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn civil_days_go_there_and_back() {
        for days in (-800_000..800_000).step_by(97) {
            let (year, month, day) = civil_from_days(days);
            assert_eq!(days_from_civil(year, month, day), days);
        }
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(weekday(days_from_civil(2022, 3, 24)), 3, "24 March 2022 was a Thursday");
    }

    #[test]
    fn precision_is_kept() {
        for text in ["2022", "2022-03", "2022-03-24", "2022-03-24T20:30", "0044-03-15"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for text in
            ["", "22", "2022-3", "2022-02-30", "2022-03-24T25:00", "2022-03-24T20", "2022-03-24-01", "२०२२"]
        {
            assert_eq!(text.parse::<PartialDate>(), Err(InvalidDate), "{text}");
        }
    }

    #[test]
    fn a_date_covers_what_it_says() {
        let covers = |text: &str| {
            let interval = text.parse::<PartialDate>().unwrap().interval();
            format!("{} {}", interval.begin.unwrap(), interval.until.unwrap())
        };
        assert_eq!(covers("2022"), "2022-01-01 2023-01-01");
        assert_eq!(covers("2024-02"), "2024-02-01 2024-03-01");
        assert_eq!(covers("2022-12-31"), "2022-12-31 2023-01-01");
        assert_eq!(covers("2022-12-31T23:59"), "2022-12-31T23:59 2023-01-01");
    }
}
