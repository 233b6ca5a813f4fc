//! A stretch of the calendar as first and last day, month or year, as precise as it was stated.

use crate::times::calendar::{DAY, days_in_month};
use crate::times::{Interval, Moment, PartialDate};

/// What an interval covers, told in the largest unit that fits both of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The first year, month, day or minute; `None` when the interval has no beginning.
    pub first: Option<PartialDate>,
    /// The last one; `None` when the interval has no end.
    pub last: Option<PartialDate>,
}

impl Stretch {
    /// The stretch of an interval; `None` when it is open on both sides, or covers nothing.
    pub fn of(interval: Interval) -> Option<Self> {
        let Interval { begin, until } = interval;
        match (begin, until) {
            (Some(begin), Some(until)) if begin.0 < until.0 => Some(Self::closed(begin, until)),
            (Some(begin), None) => Some(Self { first: Some(day(begin)), last: None }),
            (None, Some(until)) => Some(Self { first: None, last: Some(day(Moment(until.0 - 1))) }),
            _ => None,
        }
    }

    fn closed(begin: Moment, until: Moment) -> Self {
        let (first, last) = (begin.date(), Moment(until.0 - 1).date());
        let [from, to] = if until.0 - begin.0 == 1 {
            [first, last]
        } else if begin.0 % DAY != 0 || until.0 % DAY != 0 {
            // Part of a day: "evening" is not 18:00, and so the day is what can be told.
            [first, last].map(|date| PartialDate { minute: None, ..date })
        } else if first.day != Some(1) || last.day != last.month.map(|month| days_in_month(last.year, month))
        {
            [first, last].map(|date| PartialDate { minute: None, ..date })
        } else if first.month != Some(1) || last.month != Some(12) {
            [first, last].map(|date| PartialDate { minute: None, day: None, ..date })
        } else {
            [first, last].map(|date| PartialDate { minute: None, day: None, month: None, ..date })
        };
        Self { first: Some(from), last: Some(to) }
    }

    /// The one date, where first and last are the same.
    pub fn one(self) -> Option<PartialDate> {
        self.first.filter(|_| self.first == self.last)
    }
}

fn day(moment: Moment) -> PartialDate {
    PartialDate { minute: None, ..moment.date() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(interval: Interval) -> String {
        let Some(stretch) = Stretch::of(interval) else { return "nothing".to_owned() };
        let side = |date: Option<PartialDate>| date.map_or("..".to_owned(), |date| date.to_string());
        match stretch.one() {
            Some(date) => date.to_string(),
            None => [side(stretch.first), side(stretch.last)].join(" "),
        }
    }

    #[test]
    fn precision_is_what_was_stated() {
        for text in [
            "2022",
            "2022-03",
            "2022-12",
            "2024-02",
            "2022-03-24",
            "2022-03-24T20:30",
            "2022-01-01",
            "2022-12-31",
        ] {
            assert_eq!(told(text.parse::<PartialDate>().unwrap().interval()), text);
        }
    }

    #[test]
    fn longer_stretches_have_two_ends() {
        let between = |from: &str, to: &str| {
            let [from, to] = [from, to].map(|date| date.parse::<PartialDate>().unwrap().interval());
            told(Interval { begin: from.begin, until: to.until })
        };
        assert_eq!(between("1990", "1999"), "1990 1999");
        assert_eq!(between("2025-03", "2025-05"), "2025-03 2025-05");
        assert_eq!(between("2025-03-28", "2025-04"), "2025-03-28 2025-04-30");
        assert_eq!(between("2025-03-24T18:00", "2025-03-24T23:59"), "2025-03-24");
    }

    #[test]
    fn open_sides_stay_open() {
        let Interval { begin, until } = "2022-03-24".parse::<PartialDate>().unwrap().interval();
        assert_eq!(told(Interval { begin, until: None }), "2022-03-24 ..");
        assert_eq!(told(Interval { begin: None, until }), ".. 2022-03-24");
        assert_eq!(told(Interval { begin: None, until: None }), "nothing");
        assert_eq!(told(Interval { begin: until, until: begin }), "nothing");
    }
}
