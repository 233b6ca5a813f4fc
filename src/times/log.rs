//! Logs: hours that head paragraphs, `08.10 - De eerste melding`.

use super::PartialDate;
use super::anchor::Anchor;

/// The hours of a log so far. It runs on into the next day, or where the newest stands first back into the day before.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// The last hour in minutes, with its day.
    last: Option<(u32, PartialDate)>,
    /// Whether the newest stands first, once two hours tell.
    back: Option<bool>,
}

impl Log {
    /// The day of the next hour; that of the first is `first`.
    pub fn next(&mut self, minutes: u32, first: PartialDate) -> PartialDate {
        let Some((last, day)) = self.last else {
            self.last = Some((minutes, first));
            return first;
        };
        if minutes != last && self.back.is_none() {
            self.back = Some(minutes < last);
        }
        let turn = match self.back {
            Some(true) if minutes > last => -1,
            Some(false) if minutes < last => 1,
            _ => 0,
        };
        let day = Anchor(Some(day)).day(turn).date.unwrap_or(day);
        self.last = Some((minutes, day));
        day
    }
}
