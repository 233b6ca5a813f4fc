//! iCalendar (RFC 5545): dated events as whole days.
//!
//! A calendar holds nothing coarser than a day: a month becomes its days, and the description says what was
//! stated. `DTEND` is the day after the last. It has no years before Christ and no open ends, so these events
//! are left out, as are those without a date. `UID` and `DTSTAMP` come from the article and not from a clock:
//! importing a file twice gives no event twice.

use super::Options;
use super::common::{happenings, name, one_line, uuid};
use super::stretch::Stretch;
use super::words::Words;
use crate::analysis::{Analysis, Event, EventStatus};
use crate::times::calendar::DAY;
use crate::times::{Interval, Moment, PartialDate};

/// Octets of a line, without its end.
const LONGEST: usize = 75;

/// The events of `text` for a calendar.
pub fn to_ics(text: &str, analysis: &Analysis, options: &Options<'_>) -> String {
    let key = uuid(text, "text", 0);
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Kroniek//Kroniek//NL");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, &["X-WR-CALNAME:", &escape(&name(text, analysis))].concat());
    for (number, event) in happenings(analysis) {
        if let Some(days) = days(event) {
            line(&mut out, "BEGIN:VEVENT");
            line(&mut out, &["UID:", &uuid(&key, "event", number as u32), "@kroniek"].concat());
            let stamp = analysis.date.and_then(|date| date.value.interval().begin).map(Moment::date);
            let stamp = stamp.filter(|date| (1..=9999).contains(&date.year)).unwrap_or(days[0]);
            line(&mut out, &["DTSTAMP:", &compact(stamp), "T000000Z"].concat());
            line(&mut out, &["DTSTART;VALUE=DATE:", &compact(days[0])].concat());
            line(&mut out, &["DTEND;VALUE=DATE:", &compact(days[1])].concat());
            details(&mut out, text, analysis, event);
            if let Some(address) = options.address {
                line(&mut out, &["URL:", &one_line(address)].concat());
            }
            line(&mut out, "END:VEVENT");
        }
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn details(out: &mut String, text: &str, analysis: &Analysis, event: &Event) {
    let words = Words::of(analysis.language);
    line(out, &["SUMMARY:", &escape(&event.label)].concat());
    let sentence = analysis.sentences.get(event.sentence as usize);
    let sentence = one_line(sentence.map_or("", |sentence| sentence.span.of(text)));
    let stated =
        event.interval.and_then(Stretch::of).map(|stretch| words.stretch(stretch)).unwrap_or_default();
    let description = [&stated, " (", words.status(event.status), "). ", &sentence].concat();
    line(out, &["DESCRIPTION:", &escape(&description)].concat());
    line(out, &["CATEGORIES:", &escape(words.status(event.status))].concat());
    line(
        out,
        match event.status {
            EventStatus::Hypothetical => "STATUS:TENTATIVE",
            EventStatus::Negated => "STATUS:CANCELLED",
            _ => "STATUS:CONFIRMED",
        },
    );
    // It tells about a day; it does not fill it.
    line(out, "TRANSP:TRANSPARENT");
}

/// The first day and the day after the last.
fn days(event: &Event) -> Option<[PartialDate; 2]> {
    let Interval { begin: Some(begin), until: Some(until) } = event.interval? else { return None };
    let first = Moment(begin.0.div_euclid(DAY) * DAY);
    let end = Moment((until.0 + DAY - 1).div_euclid(DAY) * DAY);
    let days = [first.date(), end.date()];
    let possible = first.0 < end.0 && days.iter().all(|day| (1..=9999).contains(&day.year));
    possible.then_some(days)
}

fn compact(date: PartialDate) -> String {
    format!("{:04}{:02}{:02}", date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// A value of type TEXT.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        if matches!(character, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// A content line, folded at 75 octets, on a character boundary.
fn line(out: &mut String, text: &str) {
    let mut rest = text;
    let mut room = LONGEST;
    while rest.len() > room {
        let cut = (1..=room).rev().find(|&cut| rest.is_char_boundary(cut)).unwrap_or(rest.len());
        out.push_str(&rest[..cut]);
        out.push_str("\r\n ");
        rest = &rest[cut..];
        // The space that opens a folded line counts.
        room = LONGEST - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_on_characters() {
        let mut out = String::new();
        let text = ["SUMMARY:", &"é😀".repeat(60)].concat();
        line(&mut out, &text);
        assert!(out.lines().all(|line| line.len() <= LONGEST));
        assert!(out.ends_with("\r\n"));
        assert_eq!(out.replace("\r\n ", "").trim_end(), text);
    }

    #[test]
    fn what_parts_values_is_escaped() {
        assert_eq!(escape("a;b,c\\d\r\nBEGIN:VEVENT"), "a\\;b\\,c\\\\d BEGIN:VEVENT");
    }
}
