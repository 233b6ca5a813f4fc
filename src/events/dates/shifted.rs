//! Dates that no time expression states as such: the same weekday a week later, the same day of another year,
//! a clock time on the day that is told of, the ends of a duration.

use super::{Asked, Options, day_value, point};
use crate::analysis::{Reason, Time};
use crate::lang::{en, nl};
use crate::text::lower;
use crate::times::calendar::{DAY, days_in_month};
use crate::times::{Interval, Moment, PartialDate, TimeKind};

/// The day that lies `days` after another.
pub(super) fn days_after(date: PartialDate, days: i64) -> Option<PartialDate> {
    let begin = PartialDate { minute: None, ..date }.interval().begin?;
    date.day?;
    Some(PartialDate { minute: date.minute, ..Moment(begin.0 + days * DAY).date() })
}

/// The day, month or year that lies `months` after another.
fn months_after(date: PartialDate, months: i32) -> PartialDate {
    let count = i32::from(date.month.unwrap_or(1)) - 1 + months;
    let (year, month) = (date.year + count.div_euclid(12), (count.rem_euclid(12) + 1) as u8);
    let day = date.day.map(|day| day.min(days_in_month(year, month)));
    PartialDate { year, month: date.month.map(|_| month), day, ..date }
}

impl Asked<'_, '_, '_> {
    /// What a time of the sentence may mean besides what it says. `source` tells whether it stands in the clause.
    pub(super) fn shifted(&self, time: &Time, source: &str, lead: &str, options: &mut Options) {
        let (form, status) = (self.form(), self.status.label());
        let helpers = self.place.helpers();
        let Ok(date) = day_value(&time.value).parse::<PartialDate>() else { return };
        let text = time.span.of(self.place.doc.text);
        let mut note = |date: PartialDate, name: &str, reason: Reason| {
            let out = options.of(Some(&date.to_string()), Some(date.interval()), reason);
            for with in [source, status, form, helpers, lead] {
                out.add(&[name, "|", with]);
            }
            out.add(&[name, "|", source, "|", status, "|", helpers]);
        };
        let reason = if source == "c" { Reason::SameClause } else { Reason::SameSentence };
        if date.minute.is_some() {
            note(PartialDate { minute: None, ..date }, "whole", reason);
            // A clock time goes with the day that is told of.
            let told = [("mixl", self.told.last), ("mixm", self.told.main)];
            for (name, at) in told {
                let day = at.and_then(|at| point(self.events, at)?.0.get(..10)?.parse::<PartialDate>().ok());
                if let Some(day) = day.filter(|day| day.day.is_some()) {
                    note(PartialDate { minute: date.minute, ..day }, name, Reason::NarrativeAnchor);
                }
            }
        }
        if date.day.is_some() && names_weekday(text) {
            for (name, days) in [("week<", -7), ("week>", 7)] {
                if let Some(other) = days_after(date, days) {
                    note(other, name, reason);
                }
            }
        }
        let stated = text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
        let counted = text.starts_with(|char: char| char.is_ascii_digit());
        if date.month.is_some() && !stated && (counted || date.day.is_none()) {
            note(months_after(date, -12), "year<", reason);
            note(months_after(date, 12), "year>", reason);
        }
    }

    /// `binnen zes maanden`, `de afgelopen drie dagen`: a duration from, or up to, the document's day or what was told.
    pub(super) fn lasting(&self, time: &Time, lead: &str, options: &mut Options) {
        let Some((count, unit)) = length(time) else { return };
        let (status, form) = (self.status.label(), self.form());
        let told = self.last().and_then(|last| last.value.as_ref()?.parse::<PartialDate>().ok());
        for (name, from) in [("lastd", self.today.date), ("lastt", told.filter(|told| told.day.is_some()))] {
            let Some(from) = from else { continue };
            let moved = |count: i32| match unit {
                "D" => days_after(from, i64::from(count)),
                "W" => days_after(from, i64::from(count) * 7),
                "M" => Some(months_after(from, count)),
                _ => Some(months_after(from, count * 12)),
            };
            for (side, count) in [("<", -count), (">", count)] {
                let Some(end) = moved(count) else { continue };
                let (first, last) = if count < 0 { (end, from) } else { (from, end) };
                let (begin, until) = (first.interval().begin, last.interval().until);
                let value = [first.to_string(), "/".to_owned(), last.to_string()].concat();
                let out = options.of(Some(&value), Some(Interval { begin, until }), Reason::SameClause);
                for with in [unit, status, form, lead] {
                    out.add(&[name, side, "|", with]);
                }
            }
        }
    }

    /// The night of a day with the next, where a time names it.
    pub(super) fn night(&self, time: &Time, source: &str, options: &mut Options) {
        let Some(day) = time.value.strip_suffix("TNI") else { return };
        let Some(next) = day.parse().ok().and_then(|day| days_after(day, 1)) else { return };
        let value = [day, "/", &PartialDate { minute: None, ..next }.to_string()].concat();
        let out = options.of(Some(&value), time.interval, Reason::SameClause);
        out.add(&["night"]);
        out.add(&["night|", source]);
        out.add(&["night|", self.status.label()]);
        out.add(&["night|", source, "|", self.form()]);
    }

    /// The day before the document: news of today tells of yesterday.
    pub(super) fn yesterday(&self, there: &str, options: &mut Options) {
        let Some((day, interval)) = &self.today.yesterday else { return };
        let (part, status, form) = (self.place.part(), self.status.label(), self.form());
        let out = options.of(Some(day), *interval, Reason::DocumentDate);
        for with in [status, form, part, self.place.helpers(), self.place.voice(self.at)] {
            out.add(&["yest|", there, "|", with]);
        }
        out.add(&["yest|", part, "|", status, "|", form]);
    }
}

/// Whether a phrase opens with the name of a weekday.
fn names_weekday(text: &str) -> bool {
    let word = lower(text.split(' ').next().unwrap_or_default());
    let mut days = nl::weekdays::WEEKDAYS.iter().chain(en::weekdays::WEEKDAYS);
    days.any(|(name, _)| name.len() > 3 && word.starts_with(name))
}

/// The number and the unit of a duration of days or more: `P6M`.
fn length(time: &Time) -> Option<(i32, &str)> {
    if time.kind != TimeKind::Duration {
        return None;
    }
    let body = time.value.strip_prefix('P')?;
    let split = body.len().checked_sub(1)?;
    let (count, unit) = (body.get(..split)?, body.get(split..)?);
    let count = count.parse().ok().filter(|count| (1..=200).contains(count))?;
    ["D", "W", "M", "Y"].contains(&unit).then_some((count, unit))
}

/// What a value is of: a day, a month, a year, a minute, or a stretch between two.
pub(super) fn precision(value: &str) -> &'static str {
    match value.len() {
        _ if value.contains('/') => "pi",
        _ if value.contains('T') => "pt",
        0..=4 => "py",
        5..=7 => "pm",
        8 => "pw",
        _ => "pd",
    }
}
