//! From what an expression says to its place on the calendar, seen from the document's date.

use super::calendar::{DAY, days_from_civil, days_in_month, weekday};
use super::terms::Unit;
use super::values::{Value, century, civil, iso_week, quarter_of, week_at, year};
use super::{Interval, Moment, PartialDate};

/// In which direction a date without a year, or a bare weekday, lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// At or before the document's date.
    Back,
    /// At or after it.
    Ahead,
    /// At or after it, however near one before it lies: what goes on from a date.
    Onward,
    /// Where it lies nearest.
    Nearest,
    /// At or before it, unless it lies much nearer after it: `op 12 april` in a report of 2 April.
    Past,
    /// At or after it, unless it lies much nearer before it.
    Soon,
}

/// The document's date, as precise as it is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor(pub Option<PartialDate>);

impl Anchor {
    /// Today as days since 1970, when the day is known.
    pub fn today(self) -> Option<i64> {
        let date = self.0?;
        Some(days_from_civil(date.year, date.month?, date.day?))
    }

    /// The year, where it is known.
    pub fn year(self) -> Option<i32> {
        self.0.map(|date| date.year)
    }

    /// The month, where it is known.
    pub fn month(self) -> Option<u8> {
        self.0.and_then(|date| date.month)
    }

    /// A clock time so many minutes away, where the document's own is known; else the day that it falls on
    /// is the most that can be said.
    pub fn minutes(self, count: i64) -> Value {
        let minute = self.0.and_then(|date| date.minute);
        let (Some(today), Some(minute)) = (self.today(), minute) else {
            return self.day(count.abs() / DAY * count.signum());
        };
        let all = (today * DAY + i64::from(minute)).saturating_add(count);
        Value::date(Moment(all).date())
    }

    /// A clock time so many seconds away, told to the second unless that is a whole minute.
    pub fn seconds(self, count: i64) -> Value {
        let mut value = self.minutes(count.div_euclid(60));
        let rest = count.rem_euclid(60);
        if rest > 0 && value.date.is_some_and(|date| date.minute.is_some()) {
            value.text.push_str(&format!(":{rest:02}"));
        }
        value
    }

    /// What `twee weken geleden` or `over drie maanden` means: the unit that lies so many away.
    pub fn distance(self, unit: Unit, count: i64) -> Value {
        match unit {
            Unit::Second => self.seconds(count),
            Unit::Minute => self.minutes(count),
            Unit::Hour => self.minutes(count.saturating_mul(60)),
            _ => self.shifted(unit, count),
        }
    }

    /// The stretch of so many units before (negative) or behind the document's date.
    pub fn stretch(self, unit: Unit, count: i64) -> Option<Interval> {
        let today = self.today()?;
        let end = self.far_end(unit, count)?;
        let (begin, until) = match (unit, count < 0) {
            (Unit::Second | Unit::Minute | Unit::Hour, _) => {
                let here = today * DAY + i64::from(self.0?.minute?);
                let there = self
                    .minutes(if unit == Unit::Hour { count.saturating_mul(60) } else { count })
                    .interval?
                    .begin?
                    .0;
                (here.min(there), here.max(there))
            }
            (_, true) => (end * DAY, today * DAY),
            (_, false) => ((today + 1) * DAY, (end + 1) * DAY),
        };
        (begin < until).then_some(Interval { begin: Some(Moment(begin)), until: Some(Moment(until)) })
    }

    /// The day that lies exactly so many units away.
    pub fn far_end(self, unit: Unit, count: i64) -> Option<i64> {
        let date = self.0?;
        let (month, day) = (date.month?, date.day?);
        let months = match unit {
            Unit::Month => count,
            Unit::Quarter => count.saturating_mul(3),
            Unit::Year => count.saturating_mul(12),
            Unit::Decade => count.saturating_mul(120),
            Unit::Century => count.saturating_mul(1200),
            Unit::Week | Unit::Weekend => return Some(self.today()? + count.saturating_mul(7)),
            _ => return Some(self.today()? + count),
        };
        let all = (i64::from(date.year) * 12 + i64::from(month) - 1).saturating_add(months);
        let (year, month) = (i32::try_from(all.div_euclid(12)).ok()?, all.rem_euclid(12) as u8 + 1);
        (1..=9999).contains(&year).then(|| days_from_civil(year, month, day.min(days_in_month(year, month))))
    }

    /// The month or the year of the document: the most that can be said of a day near an unknown one.
    fn around(self) -> Value {
        match self.0 {
            Some(date) => Value::date(PartialDate { day: None, minute: None, ..date }),
            None => Value::plain("XXXX-XX-XX"),
        }
    }

    /// So many days from today.
    pub fn day(self, offset: i64) -> Value {
        match self.today() {
            Some(today) => Value::date(civil(today + offset)),
            None if offset.abs() < 15 => self.around(),
            None => self.shifted_month(div_round(offset, 30)),
        }
    }

    /// The last or next such day of the week.
    pub fn weekday(self, day: u8, direction: Direction, strict: bool) -> Value {
        let Some(today) = self.today() else { return self.around() };
        let now = i64::from(weekday(today)) + 1;
        let ahead = (i64::from(day) - now).rem_euclid(7);
        let offset = match direction {
            Direction::Ahead if strict && ahead == 0 => 7,
            Direction::Ahead | Direction::Onward => ahead,
            Direction::Nearest | Direction::Soon if ahead <= 3 => ahead,
            _ if ahead == 0 && !strict => 0,
            _ => ahead - 7,
        };
        Value::date(civil(today + offset))
    }

    /// A day of the week in the week that lies so many weeks from this one.
    pub fn weekday_of_week(self, day: u8, weeks: i64) -> Value {
        let Some(today) = self.today() else { return self.around() };
        let monday = today - i64::from(weekday(today));
        Value::date(civil(monday + weeks * 7 + i64::from(day) - 1))
    }

    /// The week that a day lies in, of Monday to Sunday.
    pub fn week_of(self) -> Option<Value> {
        self.today()?;
        Some(self.week(0))
    }

    /// A month or a year so many away.
    pub fn shifted_month(self, months: i64) -> Value {
        match (self.year(), self.month()) {
            (Some(year), Some(month)) => {
                let count = i64::from(year) * 12 + i64::from(month) - 1 + months;
                let (year, month) = (count.div_euclid(12) as i32, count.rem_euclid(12) as u8 + 1);
                Value::date(PartialDate { year, month: Some(month), day: None, minute: None })
            }
            (Some(_), None) => self.shifted_year(div_round(months, 12)),
            _ => Value::plain("XXXX-XX"),
        }
    }

    /// A year so many away.
    pub fn shifted_year(self, years: i64) -> Value {
        match self.year() {
            Some(here) => {
                Value::date(year(i64::from(here).saturating_add(years).clamp(-9999, 10_000) as i32))
            }
            None => Value::plain("XXXX"),
        }
    }

    /// A unit so many away: `vorige week`, `twee maanden geleden`.
    pub fn shifted(self, unit: Unit, count: i64) -> Value {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => self.day(0),
            Unit::Day | Unit::Night => self.day(count),
            Unit::Week => self.week(count),
            Unit::Weekend => self.weekend(count),
            Unit::Month => self.shifted_month(count),
            Unit::Quarter => self.shifted_quarter(count),
            Unit::Year => self.shifted_year(count),
            Unit::Decade => self.shifted_year(count.saturating_mul(10)),
            Unit::Century => match self.year() {
                Some(year) => century((i64::from(year).div_euclid(100) + count).clamp(0, 99)),
                None => Value::plain("XX"),
            },
        }
    }

    fn week(self, weeks: i64) -> Value {
        let Some(today) = self.today() else {
            return if weeks.abs() < 3 { self.around() } else { self.day(weeks.saturating_mul(7)) };
        };
        let monday = today - i64::from(weekday(today)) + weeks.saturating_mul(7);
        week_at(monday)
    }

    fn weekend(self, weeks: i64) -> Value {
        let Some(today) = self.today() else { return self.around() };
        let monday = today - i64::from(weekday(today)) + weeks * 7;
        let (year, week) = iso_week(monday);
        Value::days(format!("{year:04}-W{week:02}-WE"), monday + 5, monday + 7)
    }

    fn shifted_quarter(self, count: i64) -> Value {
        let (Some(year), Some(month)) = (self.year(), self.month()) else { return self.around() };
        let quarter = i64::from(year) * 4 + i64::from(month - 1) / 3 + count;
        quarter_of(quarter.div_euclid(4) as i32, quarter.rem_euclid(4) as u8 + 1)
    }
}

fn div_round(value: i64, by: i64) -> i64 {
    (2 * value + by).div_euclid(2 * by)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(date: &str) -> Anchor {
        Anchor(Some(date.parse().unwrap()))
    }

    #[test]
    fn days_weeks_and_months() {
        let day = at("2022-03-24");
        assert_eq!(day.day(-1).text, "2022-03-23");
        assert_eq!(day.weekday(4, Direction::Back, false).text, "2022-03-24");
        assert_eq!(day.weekday(5, Direction::Back, false).text, "2022-03-18");
        assert_eq!(day.weekday(5, Direction::Ahead, false).text, "2022-03-25");
        assert_eq!(day.weekday_of_week(4, 1).text, "2022-03-31");
        assert_eq!(day.shifted(Unit::Week, -1).text, "2022-W11");
        assert_eq!(day.shifted(Unit::Month, -3).text, "2021-12");
        assert_eq!(at("2021-01-02").shifted(Unit::Week, 0).text, "2020-W53");
        assert_eq!(day.season("SU", Direction::Back).text, "2021-SU");
    }

    #[test]
    fn a_month_makes_no_day() {
        let month = at("2022-03");
        for value in [
            month.day(0),
            month.day(1),
            month.weekday(2, Direction::Back, false),
            month.shifted(Unit::Week, 1),
        ] {
            assert_eq!(value.text, "2022-03");
        }
        assert_eq!(month.month_day(3, 24, Direction::Back).unwrap().text, "2022-03-24");
        assert_eq!(Anchor(None).day(0).text, "XXXX-XX-XX");
    }
}
