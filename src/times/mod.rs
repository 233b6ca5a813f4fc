//! Time expressions and their TIMEX3 values.

mod absolute;
pub mod calendar;
mod clock;
mod dates;
mod lengths;
mod resolve;
mod sentence;
pub mod tense;
pub mod terms;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;

use serde::{Deserialize, Serialize};

pub use calendar::{Interval, Moment, PartialDate};

use crate::analysis::Time;
use crate::text::{BlockKind, Doc};
use dates::Found;
use resolve::{Anchor, Direction, with_clock};
use sentence::Line;
use tense::Tense;
use terms::{Part, Term};

/// The TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeKind {
    /// A day or something coarser.
    Date,
    /// Something finer than a day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimeKind {
    /// The word in exports.
    pub fn label(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// When the article was published, and how we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentDate {
    /// The date, as precise as it was stated.
    pub value: PartialDate,
    /// Where it comes from.
    pub source: DateSource,
}

/// Where a document's date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateSource {
    /// The reader or the caller stated it.
    Reader,
    /// A line or a dateline of the text.
    Text,
    /// The metadata of an HTML page.
    Metadata,
    /// The file's name.
    FileName,
}

impl DateSource {
    /// The word in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Text => "text",
            Self::Metadata => "metadata",
            Self::FileName => "file-name",
        }
    }
}

/// Finds the time expressions of a document; relative ones count from `date`.
pub fn find(doc: &Doc<'_>, date: Option<PartialDate>) -> Vec<Time> {
    let anchor = Anchor(date);
    let mut found = Vec::new();
    // A clock time alone is one of the day that was mentioned last.
    let mut day = date.filter(|date| date.day.is_some());
    let mut last = None;
    for sentence in &doc.sentences {
        if doc.blocks.get(sentence.block as usize).is_some_and(|block| block.kind == BlockKind::Metadata) {
            continue;
        }
        let line = Line::new(doc, sentence);
        let mut at = line.first;
        while at < line.end() {
            match expression(&line, at, anchor, day, last) {
                Some(expression) => {
                    let end = expression.end.clamp(at + 1, line.end());
                    day = expression.value.date.filter(|date| date.day.is_some()).or(day);
                    last = expression.value.date.map(|date| PartialDate { minute: None, ..date }).or(last);
                    found.push(time(doc, at, end, expression));
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn time(doc: &Doc<'_>, first: usize, end: usize, found: Found) -> Time {
    Time {
        span: doc.tokens[first].span.to(doc.tokens[end - 1].span),
        kind: found.kind,
        value: found.value.text,
        modifier: found.modifier.map(str::to_owned),
        interval: found.value.interval,
    }
}

/// The longest expression that starts at token `at`.
fn expression(
    line: &Line<'_, '_>,
    at: usize,
    anchor: Anchor,
    day: Option<PartialDate>,
    last: Option<PartialDate>,
) -> Option<Found> {
    // Most words have no part in any expression.
    if line.term(at).is_none() && !line.word(at).starts_with(|char: char| char.is_ascii_digit()) {
        return None;
    }
    let led = at > line.first && is_clock_preposition(line.word(at - 1));
    if let Some(clock) = clock::read(line, at, led) {
        let value = with_clock(day, clock.alone());
        return Some(
            on_day_behind(line, clock, anchor)
                .unwrap_or_else(|| Found::date(clock.end, value).of(TimeKind::Time)),
        );
    }
    if let Some(found) = lengths::read(line, at, anchor, Anchor(last)) {
        return Some(found);
    }
    let found = dates::read(line, at, anchor, &|| direction(line, at))?;
    Some(with_clock_behind(line, found))
}

/// `maandag om half acht`: a day and a clock time side by side are one expression.
fn with_clock_behind(line: &Line<'_, '_>, found: Found) -> Found {
    let Some(date) = found.value.date.filter(|date| date.day.is_some()) else { return found };
    let led = is_clock_preposition(line.word(found.end));
    let Some(mut clock) = clock::read(line, found.end + usize::from(led), true) else { return found };
    // `vanavond om half negen` and `zondagmiddag om twee uur` tell which half of the day is meant.
    let text = &found.value.text;
    if clock.afternoon && !text.ends_with("MO") && !text.ends_with("NI") {
        clock.minutes = clock.alone();
    }
    let part =
        [Part::Afternoon, Part::Evening].into_iter().find(|part| found.value.text.ends_with(part.code()));
    if let Some(part) = part.filter(|_| clock.part.is_none()) {
        clock.minutes = part.hour(clock.minutes / 60) * 60 + clock.minutes % 60;
    }
    Found::date(clock.end, with_clock(Some(date), clock.minutes)).of(TimeKind::Time)
}

/// `twaalf uur vanmiddag`.
fn on_day_behind(line: &Line<'_, '_>, clock: clock::Clock, anchor: Anchor) -> Option<Found> {
    let Some(Term::Day(offset, part)) = line.term(clock.end) else { return None };
    let date = anchor.day(i64::from(offset)).date?;
    let hour = part.map_or(clock.minutes / 60, |part| part.hour(clock.minutes / 60));
    let value = with_clock(Some(date), hour * 60 + clock.minutes % 60);
    Some(Found::date(clock.end + 1, value).of(TimeKind::Time))
}

fn is_clock_preposition(word: &str) -> bool {
    matches!(
        word,
        "om" | "rond" | "tegen" | "vanaf" | "omstreeks" | "Om" | "Rond" | "at" | "At" | "klokslag" | "tot"
    )
}

/// Where a date without a year lies: where the tense of the verb points.
fn direction(line: &Line<'_, '_>, at: usize) -> Direction {
    if at > line.first && matches!(line.word(at - 1), "sinds" | "sedert" | "since") {
        return Direction::Back;
    }
    match tense::around(line.doc, line.first..line.end(), at) {
        Tense::Past => Direction::Back,
        Tense::Future => Direction::Ahead,
        // News in the present tense with a weekday tells of the week behind; other dates lie nearest.
        Tense::Present
            if matches!(line.term(at), Some(Term::Weekday(..) | Term::Part(_) | Term::Article)) =>
        {
            Direction::Back
        }
        Tense::Present => Direction::Nearest,
    }
}
