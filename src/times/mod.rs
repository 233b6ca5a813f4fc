//! Time expressions and their TIMEX3 values.

mod absolute;
mod anchor;
pub mod calendar;
mod clock;
mod lengths;
mod line;
mod numeric;
mod range;
mod reader;
mod relative;
mod sets;
mod story;
mod tense;
pub mod terms;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;

use serde::{Deserialize, Serialize};

pub use calendar::{Interval, Moment, PartialDate};

use crate::analysis::Time;
use crate::text::{BlockKind, Doc};
use anchor::Anchor;
use line::Line;
use reader::{Found, Reader};
use story::Story;

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
    let now = Anchor(date.filter(|date| (1..=9999).contains(&date.year)));
    let mut story = Story::new(now);
    let mut times = Vec::new();
    for (index, sentence) in doc.sentences.iter().enumerate() {
        if doc.blocks.get(sentence.block as usize).is_some_and(|block| block.kind == BlockKind::Metadata) {
            continue;
        }
        let line = Line::new(doc, sentence);
        let mut at = 0;
        while at < line.len() {
            let reader = Reader { line: &line, now, last: story.last(), toward: None };
            let Some((first, second)) = range::read(&reader, at) else {
                at += 1;
                continue;
            };
            for (start, mut found) in core::iter::once((at, first)).chain(second) {
                let end = found.end.clamp(start + 1, line.len());
                if range::is_hour(&found) {
                    story.place(&mut found, index, !tense::is_past(&line, start));
                }
                story.tell(&found, index);
                times.extend(time(&line, start, end, found));
                at = end;
            }
        }
    }
    times
}

fn time(line: &Line<'_, '_>, first: usize, end: usize, found: Found) -> Option<Time> {
    Some(Time {
        span: line.span(first)?.to(line.span(end.checked_sub(1)?)?),
        kind: found.kind,
        value: found.value.text,
        modifier: found.modifier.map(str::to_owned),
        interval: found.value.interval.filter(|&interval| story::is_sound(interval)),
    })
}
