//! Dates that leave their year or month open: the one that lies nearest in the direction that the tense tells.

use super::PartialDate;
use super::anchor::{Anchor, Direction};
use super::calendar::{days_from_civil, days_in_month, weekday};
use super::values::{Value, quarter_of, season_months, season_of};

impl Anchor {
    /// A day of the year.
    pub fn month_day(self, month: u8, day: u8, direction: Direction) -> Option<Value> {
        let valid = |year: i32| day <= days_in_month(year, month);
        let Some(year) = self.year() else {
            return (day <= 31).then(|| Value::plain(format!("XXXX-{month:02}-{day:02}")));
        };
        let here =
            days_from_civil(year, self.month().unwrap_or(6), self.0.and_then(|date| date.day).unwrap_or(15));
        let known = self.0.is_some_and(|date| date.day.is_some());
        // With a document date of a month, a day in that month is in this year in every tense.
        let base = year;
        let same = |year| !known && year == base && Some(month) == self.month();
        let distance = |year| if same(year) { 0 } else { days_from_civil(year, month, day.min(28)) - here };
        // `29 februari` is of a leap year.
        let reach = if valid(2001) { 1 } else { 8 };
        let years: Vec<i32> = (base - reach..=base + reach).filter(|&year| valid(year)).collect();
        let year = nearest_of(&years, direction, &distance)?;
        Some(Value::date(PartialDate::day(year, month, day)))
    }

    /// A day of the month at hand or of one beside it.
    pub fn day_of_month(self, day: u8, direction: Direction) -> Option<Value> {
        let date = self.0?;
        let here = i64::from(date.day?);
        let months = match direction {
            Direction::Back | Direction::Past if i64::from(day) > here => [-1, -2],
            Direction::Ahead | Direction::Onward if i64::from(day) < here => [1, 2],
            _ => [0, 1],
        };
        months.iter().find_map(|&months| {
            let month = self.shifted_month(months).date?;
            let number = month.month.filter(|&number| day <= days_in_month(month.year, number))?;
            Some(Value::date(PartialDate::day(month.year, number, day)))
        })
    }

    /// The nearest day of the month that falls on a day of the week: `maandag 21`.
    pub fn weekday_and_day(self, week: u8, day: u8, direction: Direction) -> Option<Value> {
        let sign = if matches!(direction, Direction::Back | Direction::Past) { -1 } else { 1 };
        let months = (0..8).map(|count| count * sign).chain((1..8).map(|count| -count * sign));
        months.into_iter().find_map(|months| {
            let month = self.shifted_month(months).date?;
            let number = month.month.filter(|&number| day <= days_in_month(month.year, number))?;
            let falls = weekday(days_from_civil(month.year, number, day)) + 1 == week;
            falls.then(|| Value::date(PartialDate::day(month.year, number, day)))
        })
    }

    /// A month.
    pub fn month_of_year(self, month: u8, direction: Direction) -> Value {
        let Some(year) = self.year() else { return Value::plain(format!("XXXX-{month:02}")) };
        let here = i64::from(self.month().unwrap_or(6));
        // A month without a verb, as in an agenda, lies ahead unless it has just been.
        let direction = match direction {
            Direction::Soon if (here - i64::from(month)).rem_euclid(12) > 2 => Direction::Ahead,
            _ => direction,
        };
        let year =
            nearest_year(year, direction, &|other| i64::from(other - year) * 12 + i64::from(month) - here);
        Value::date(PartialDate { year, month: Some(month), day: None, minute: None })
    }

    /// A season, of a year or in a direction.
    pub fn season(self, code: &str, direction: Direction) -> Value {
        let Some(year) = self.year() else { return Value::plain(format!("XXXX-{code}")) };
        let here = i64::from(self.month().unwrap_or(6));
        let middle = i64::from(season_months(code).0) + 1;
        let year = nearest_year(year, direction, &|other| {
            let distance = i64::from(other - year) * 12 + middle - here;
            if distance.abs() <= 1 { 0 } else { distance }
        });
        season_of(code, year)
    }

    /// A quarter of the year that lies nearest in a direction.
    pub fn quarter(self, quarter: u8, direction: Direction) -> Value {
        let Some(year) = self.year() else { return Value::plain(format!("XXXX-Q{quarter}")) };
        let here = i64::from((self.month().unwrap_or(6) - 1) / 3) + 1;
        let year =
            nearest_year(year, direction, &|other| i64::from(other - year) * 4 + i64::from(quarter) - here);
        quarter_of(year, quarter)
    }
}

/// The year beside `base`, or that, which [`nearest_of`] takes.
fn nearest_year(base: i32, direction: Direction, distance: &dyn Fn(i32) -> i64) -> i32 {
    nearest_of(&[base - 1, base, base + 1], direction, distance).unwrap_or(base)
}

/// The nearest of some years in which the distance has the sign that the direction asks for; but a date on the
/// other side that lies many times nearer is meant all the same: `op 12 april` in a report of 2 April. One
/// function for all callers: a copy for each makes the page larger.
fn nearest_of(years: &[i32], direction: Direction, distance: &dyn Fn(i32) -> i64) -> Option<i32> {
    let near = |sign: i64| {
        let fits = |&&year: &&i32| distance(year) * sign >= 0;
        years.iter().filter(fits).min_by_key(|&&year| distance(year).abs()).copied()
    };
    let (back, ahead) = (near(-1), near(1));
    let (Some(back), Some(ahead)) = (back, ahead) else { return back.or(ahead) };
    let (before, after) = (distance(back).abs(), distance(ahead).abs());
    Some(match direction {
        Direction::Past if after * 5 <= before => ahead,
        Direction::Back | Direction::Past => back,
        Direction::Ahead if before * 8 <= after => back,
        Direction::Ahead | Direction::Onward => ahead,
        Direction::Soon if before * 2 <= after => back,
        Direction::Soon => ahead,
        Direction::Nearest if before <= after => back,
        Direction::Nearest => ahead,
    })
}
