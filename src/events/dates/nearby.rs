//! The dates that the times of the event's own sentence offer.

use super::{Asked, Options, day_value};
use crate::analysis::{Reason, Time};
use crate::events::detect::small;
use crate::events::status::relation;
use crate::text::Doc;
use crate::times::{Interval, PartialDate, TimeKind};

/// How many time expressions are looked at on either side of a trigger.
const REACH: usize = 4;

/// The times near an event.
pub(super) struct Near {
    /// Indices of the times of the sentence that are looked at.
    times: core::ops::Range<usize>,
    /// Those that name a place on the calendar.
    usable: Vec<usize>,
    /// The first behind the event.
    middle: usize,
    /// Where the nearest stands: `c` the clause, `s` the sentence, `n` neither.
    pub there: &'static str,
}

/// Whether a time names a place on the calendar.
pub(super) fn is_usable(time: &Time) -> bool {
    time.interval.is_some() && matches!(time.kind, TimeKind::Date | TimeKind::Time)
}

impl Asked<'_, '_, '_> {
    /// The times near the event.
    pub(super) fn near(&self) -> Near {
        let place = self.place;
        let span = place.doc.tokens[self.at].span;
        let middle = place.times.partition_point(|time| time.span.start < span.start);
        let times = middle.saturating_sub(REACH).max(self.times.start)..(middle + REACH).min(self.times.end);
        let usable: Vec<usize> = times.clone().filter(|&at| is_usable(&place.times[at])).collect();
        let there = match () {
            () if usable.iter().any(|at| place.clause.times.contains(at)) => "c",
            () if !usable.is_empty() => "s",
            () => "n",
        };
        Near { times, usable, middle, there }
    }

    /// Offers the dates of the sentence.
    pub(super) fn nearby(&self, near: &Near, options: &mut Options) {
        let (place, there) = (self.place, near.there);
        let span = place.doc.tokens[self.at].span;
        let distance = |at: usize| {
            let time = &place.times[at].span;
            span.start.saturating_sub(time.end).max(time.start.saturating_sub(span.end))
        };
        for at in near.times.clone() {
            let time = &place.times[at];
            if time.kind == TimeKind::Duration && place.clause.times.contains(&at) {
                self.lasting(time, word_before(place.doc, time), options);
            }
        }
        let (form, status) = (self.form(), self.status.label());
        let (opener, helper) = (self.opener(), self.helper());
        for &at in &near.usable {
            let time = &place.times[at];
            let inside = place.clause.times.contains(&at);
            let rank = near.usable.iter().filter(|&&other| distance(other) < distance(at)).count();
            let side = if at < near.middle { "<" } else { ">" };
            let far = small(distance(at) as usize / 8);
            let source = if inside { "c" } else { "s" };
            let value = day_value(&time.value);
            let reason = if inside { Reason::SameClause } else { Reason::SameSentence };
            let lead = word_before(place.doc, time);
            let kind = match (time.kind, time.value.len()) {
                (TimeKind::Time, _) => "time",
                (_, 0..=4) => "year",
                (_, 5..=7) => "month",
                _ => "day",
            };
            let out = options.of(Some(value), time.interval, reason);
            for with in [side, far, small(rank), kind, form, status, place.voice(self.at), place.part(), lead]
            {
                out.add(&[source, "|", with]);
            }
            out.add(&[source, "|o=", opener]);
            out.add(&[source, "|h=", helper]);
            if !inside {
                let gap = self.gap(at);
                out.add(&["gap", side, gap]);
                out.add(&["gap", side, gap, "|", opener]);
                out.add(&["gap", side, gap, "|", form]);
            }
            out.add(&[source, "|", there, side, small(rank)]);
            out.add(&[source, "|", there, "|", form, side, small(rank)]);
            out.add(&[source, "|", lead, "|", kind, "|", status]);
            out.add(&["rel|", status, relation(self.now(), time.interval)]);
            self.stretches(time, at, lead, source, options);
            self.shifted(time, source, lead, options);
        }
    }

    /// `sinds 1967`, `tot zondag`, `van mei tot juli`.
    fn stretches(&self, time: &Time, at: usize, lead: &str, source: &str, options: &mut Options) {
        let (status, place) = (self.status.label(), self.place);
        if let Some(today) = self.today.date.filter(|_| !lead.is_empty() && source == "c") {
            let value = day_value(&time.value);
            let cut = match value.len() {
                4 => PartialDate { month: None, day: None, ..today },
                5..=7 => PartialDate { day: None, ..today },
                _ => today,
            };
            let past = relation(self.now(), time.interval) == "<";
            let at = time.interval.unwrap_or(EMPTY);
            for (now, name) in [(cut, "cut"), (today, "day")] {
                let (begin, until) = if past { (at, now.interval()) } else { (now.interval(), at) };
                let now = now.to_string();
                let text = if past { [value, "/", &now].concat() } else { [&now, "/", value].concat() };
                let interval = Interval { begin: begin.begin, until: until.until };
                let side = if past { "since" } else { "until" };
                let out = options.of(Some(&text), Some(interval), Reason::SameClause);
                out.add(&[side]);
                out.add(&[side, name]);
                out.add(&[side, "|", lead]);
                out.add(&[side, "|", status]);
                out.add(&[side, "|", lead, "|", status]);
            }
        }
        self.night(time, source, options);
        let Some(next) = place.times.get(at + 1).filter(|_| self.times.contains(&(at + 1))) else { return };
        let between =
            place.doc.text.get(time.span.end as usize..next.span.start as usize).unwrap_or_default();
        let between = between.trim();
        if between.len() < 12
            && let (Some(first), Some(second)) = (time.interval, next.interval)
            && first.begin <= second.begin
            && next.kind != TimeKind::Duration
        {
            let value = [day_value(&time.value), "/", day_value(&next.value)].concat();
            let interval = Interval { begin: first.begin, until: second.until };
            let out = options.of(Some(&value), Some(interval), Reason::SameClause);
            out.add(&["pair|", between]);
            out.add(&["pair|", lead, "|", between]);
            out.add(&["pair|", source]);
        }
    }

    /// How many clauses lie between the event and a time of its sentence.
    fn gap(&self, time: usize) -> &'static str {
        let (clauses, here) = self.place.clauses;
        let there = clauses.iter().position(|clause| clause.times.contains(&time)).unwrap_or(here);
        small(there.abs_diff(here))
    }
}

const EMPTY: Interval = Interval { begin: None, until: None };

/// The word before a time, if it is one of grammar.
fn word_before<'t>(doc: &Doc<'t>, time: &Time) -> &'t str {
    let before = doc.tokens_in(time.span).start.checked_sub(1).map_or("", |at| doc.token_text(at));
    let short = before.len() < 9 && before.starts_with(|char: char| char.is_ascii_lowercase());
    if short { before } else { "" }
}
