//! A linear time scale: which pixel a moment has, and how zooming and panning change that.

use crate::times::{Interval, Moment, calendar::DAY};

/// A window on the calendar, `begin..until` in minutes, drawn over `width` pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The moment at the left edge, in minutes since 1970.
    pub begin: f64,
    /// The moment at the right edge.
    pub until: f64,
    /// Pixels between the two.
    pub width: f64,
}

/// The narrowest window: ten minutes.
const NARROWEST: f64 = 10.0;
/// The widest window: twenty thousand years.
const WIDEST: f64 = 20_000.0 * 365.25 * DAY as f64;
/// The share of the window that stays free on either side of what is fitted.
const MARGIN: f64 = 0.06;

impl Scale {
    /// A window that shows every interval with some room on both sides. Open sides count as their one end.
    ///
    /// Without any interval it shows the first day of 1970.
    pub fn fit(intervals: impl IntoIterator<Item = Interval>, width: f64) -> Self {
        let ends = intervals.into_iter().flat_map(|interval| [interval.begin, interval.until]).flatten();
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for Moment(minute) in ends {
            low = low.min(minute as f64);
            high = high.max(minute as f64);
        }
        if low > high {
            (low, high) = (0.0, DAY as f64);
        }
        let room = ((high - low) * MARGIN).max(DAY as f64 / 4.0);
        Self { begin: low - room, until: high + room, width: width.max(1.0) }
    }

    /// The pixel of a moment; outside `0..width` when it is not in the window.
    pub fn x(self, moment: Moment) -> f64 {
        (moment.0 as f64 - self.begin) / self.minutes_per_pixel()
    }

    /// Minutes that one pixel covers.
    pub fn minutes_per_pixel(self) -> f64 {
        (self.until - self.begin) / self.width
    }

    /// Makes the window `factor` times as wide in time, keeping the moment at pixel `x` in its place.
    pub fn zoom(self, factor: f64, x: f64) -> Self {
        let length = within((self.until - self.begin) * factor, NARROWEST, WIDEST);
        let share = x / self.width;
        let fixed = self.begin + (self.until - self.begin) * share;
        let begin = fixed - length * share;
        Self { begin, until: begin + length, ..self }
    }

    /// Moves the window by `pixels` to the right.
    pub fn pan(self, pixels: f64) -> Self {
        let minutes = pixels * self.minutes_per_pixel();
        Self { begin: self.begin + minutes, until: self.until + minutes, ..self }
    }

    /// The same window over another width.
    pub fn resized(self, width: f64) -> Self {
        Self { width: width.max(1.0), ..self }
    }
}

/// `value` kept between two bounds. Unlike `f64::clamp` it has no panic to print numbers for: the code that
/// prints a float is 5 KB of the page.
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    value.min(high).max(low)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::times::PartialDate;

    fn fitted() -> Scale {
        let dates = ["2022-03", "2022-06-01"].map(|date| date.parse::<PartialDate>().unwrap().interval());
        Scale::fit(dates, 800.0)
    }

    #[test]
    fn everything_fitted_is_inside_with_room() {
        let scale = fitted();
        for date in ["2022-03-01", "2022-06-02"] {
            let x = scale.x(date.parse::<PartialDate>().unwrap().interval().begin.unwrap());
            assert!(x > 10.0 && x < 790.0, "{date} at {x}");
        }
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let scale = fitted();
        let zoomed = scale.zoom(0.5, 200.0);
        let under = |scale: Scale| scale.begin + 200.0 * scale.minutes_per_pixel();
        assert!((under(scale) - under(zoomed)).abs() < 1e-6);
        assert!((zoomed.minutes_per_pixel() * 2.0 - scale.minutes_per_pixel()).abs() < 1e-9);
    }

    #[test]
    fn panning_back_and_forth_changes_nothing() {
        let scale = fitted();
        assert!((scale.pan(120.0).pan(-120.0).begin - scale.begin).abs() < 1e-6);
    }

    #[test]
    fn zoom_stops_at_minutes_and_at_millennia() {
        let mut scale = fitted();
        for _ in 0..200 {
            scale = scale.zoom(0.5, 400.0);
        }
        assert!(scale.until - scale.begin >= NARROWEST - 1e-3);
        for _ in 0..200 {
            scale = scale.zoom(2.0, 400.0);
        }
        assert!(scale.until - scale.begin <= WIDEST * 1.001);
    }

    #[test]
    fn nothing_to_fit_is_still_a_window() {
        assert!(Scale::fit([], 0.0).until > Scale::fit([], 0.0).begin);
    }
}
