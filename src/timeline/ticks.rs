//! Ticks that suit the scale, from minutes to millennia.

use super::scale::Scale;
use crate::times::Moment;
use crate::times::calendar::{DAY, civil_from_days, days_from_civil};

/// How precisely a tick is labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours and minutes.
    Minute,
    /// Days of a month.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// A tick of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub moment: Moment,
    /// What its label says.
    pub unit: Unit,
    /// Whether a larger unit begins here, so that the label names that too.
    pub major: bool,
}

/// Steps in minutes, below a month.
const SHORT_STEPS: [i64; 10] = [1, 5, 15, 30, 60, 180, 360, 720, DAY, 7 * DAY];
/// Steps in months.
const MONTH_STEPS: [i64; 3] = [1, 3, 6];
/// No axis needs more; a guard against a window that is not finite.
const MOST: usize = 400;

/// The ticks of a window, at least `room` pixels apart.
pub fn ticks(scale: Scale, room: f64) -> Vec<Tick> {
    let least = scale.minutes_per_pixel() * room;
    if !least.is_finite() {
        return Vec::new();
    }
    if let Some(&step) = SHORT_STEPS.iter().find(|&&step| step as f64 >= least) {
        return short_ticks(scale, step);
    }
    let month = 30.44 * DAY as f64;
    if let Some(&step) = MONTH_STEPS.iter().find(|&&step| step as f64 * month >= least) {
        return month_ticks(scale, step);
    }
    let years = (least / (365.25 * DAY as f64)) as i64;
    // 1, 2, 5, 10, 20, 50, ...
    let mut power = 1;
    while power * 10 <= years {
        power *= 10;
    }
    let step = [1, 2, 5, 10].into_iter().map(|times| times * power).find(|&step| step > years);
    month_ticks(scale, step.unwrap_or(power * 10) * 12)
}

fn short_ticks(scale: Scale, step: i64) -> Vec<Tick> {
    // Weeks begin on Monday; 1970-01-05 was one.
    let origin = if step == 7 * DAY { 4 * DAY } else { 0 };
    let first = (scale.begin as i64 - origin).div_euclid(step) * step + origin;
    let tick = |minute: i64| {
        let day = civil_from_days(minute.div_euclid(DAY)).2;
        if step < DAY {
            Tick { moment: Moment(minute), unit: Unit::Minute, major: minute.rem_euclid(DAY) == 0 }
        } else {
            Tick { moment: Moment(minute), unit: Unit::Day, major: i64::from(day) * DAY <= step }
        }
    };
    (0..)
        .map(|index| first + index * step)
        .take(MOST)
        .filter(|&at| at as f64 >= scale.begin)
        .map(tick)
        .take_while(|tick| tick.moment.0 as f64 <= scale.until)
        .collect()
}

fn month_ticks(scale: Scale, step: i64) -> Vec<Tick> {
    let (year, month, _) = civil_from_days((scale.begin as i64).div_euclid(DAY));
    let first = (i64::from(year) * 12 + i64::from(month) - 1).div_euclid(step) * step;
    let tick = |months: i64| {
        let (year, month) = (months.div_euclid(12) as i32, months.rem_euclid(12) as u8 + 1);
        let unit = if step < 12 { Unit::Month } else { Unit::Year };
        Tick {
            moment: Moment(days_from_civil(year, month, 1) * DAY),
            unit,
            major: unit == Unit::Month && month == 1,
        }
    };
    (0..)
        .map(|index| tick(first + index * step))
        .take(MOST)
        .filter(|tick| tick.moment.0 as f64 >= scale.begin)
        .take_while(|tick| tick.moment.0 as f64 <= scale.until)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::times::PartialDate;
    use expect_test::{Expect, expect};

    fn check(from: &str, to: &str, expected: Expect) {
        let [from, to] = [from, to].map(|date| date.parse::<PartialDate>().unwrap().interval());
        let scale =
            Scale { begin: from.begin.unwrap().0 as f64, until: to.until.unwrap().0 as f64, width: 700.0 };
        let ticks = ticks(scale, 80.0);
        let mut last = f64::NEG_INFINITY;
        for tick in &ticks {
            assert!(scale.x(tick.moment) - last > 60.0, "ticks collide");
            last = scale.x(tick.moment);
        }
        let shown: Vec<_> = ticks
            .iter()
            .map(|tick| format!("{}{}", tick.moment, if tick.major { "!" } else { "" }))
            .collect();
        expected.assert_eq(&shown.join(" "));
    }

    #[test]
    fn hours_of_a_day() {
        check(
            "2022-03-24T20:00",
            "2022-03-25T03:00",
            expect![
                "2022-03-24T20:00 2022-03-24T21:00 2022-03-24T22:00 2022-03-24T23:00 2022-03-25! 2022-03-25T01:00 2022-03-25T02:00 2022-03-25T03:00"
            ],
        );
    }

    #[test]
    fn days_of_a_week() {
        check(
            "2022-03-21",
            "2022-03-27",
            expect![
                "2022-03-21 2022-03-22 2022-03-23 2022-03-24 2022-03-25 2022-03-26 2022-03-27 2022-03-28"
            ],
        );
    }

    #[test]
    fn weeks_of_a_season_begin_on_monday() {
        check(
            "2022-03-01",
            "2022-04-10",
            expect!["2022-03-07! 2022-03-14 2022-03-21 2022-03-28 2022-04-04! 2022-04-11"],
        );
    }

    #[test]
    fn months_of_a_year() {
        check("2021-11", "2022-09", expect!["2022-01-01! 2022-04-01 2022-07-01 2022-10-01"]);
    }

    #[test]
    fn years_and_centuries() {
        check(
            "1953",
            "2027",
            expect!["1960-01-01 1970-01-01 1980-01-01 1990-01-01 2000-01-01 2010-01-01 2020-01-01"],
        );
        check("0044", "2027", expect!["0500-01-01 1000-01-01 1500-01-01 2000-01-01"]);
    }
}
