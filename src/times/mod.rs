//! Time expressions and their TIMEX3 values.

mod absolute;
mod anchor;
mod beside;
pub mod calendar;
#[cfg(all(test, feature = "embedded-packs"))]
mod chronicles;
mod clock;
mod counts;
mod distances;
mod edges;
mod ends;
#[cfg(all(test, feature = "embedded-packs"))]
mod families;
mod feasts;
mod floating;
mod hours;
mod lengths;
mod line;
mod log;
mod nearest;
mod nth;
mod numerals;
mod numeric;
#[cfg(all(test, feature = "embedded-packs"))]
mod properties;
mod range;
mod reader;
mod relative;
mod sentence;
mod sets;
mod sides;
mod story;
#[cfg(all(test, feature = "embedded-packs"))]
mod tables;
mod tense;
pub mod terms;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;
mod units;
mod vague;
mod values;
mod weekdays;
mod years;

use serde::{Deserialize, Serialize};

pub use calendar::{Interval, Moment, PartialDate};

use crate::analysis::Time;
use crate::text::{BlockKind, Doc};
use anchor::Anchor;
use line::Line;
use reader::Found;
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
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Date, Self::Time, Self::Duration, Self::Set];

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
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Reader, Self::Text, Self::Metadata, Self::FileName];

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
    let times = read(doc, now, &mut story);
    // Only the whole article shows that it tells one day.
    story.told_by_the_hour().map_or(times, |mut told| read(doc, now, &mut told))
}

/// Reads a document, with what is known of its story before.
fn read(doc: &Doc<'_>, now: Anchor, story: &mut Story) -> Vec<Time> {
    let mut times = Vec::new();
    let mut line = Line::new(doc);
    for (index, sentence) in doc.sentences.iter().enumerate() {
        line = line.of(sentence);
        let kind = doc.blocks.get(sentence.block as usize).map(|block| block.kind);
        let metadata = kind == Some(BlockKind::Metadata);
        // A line about the article tells nothing of its story; `3 minuten leestijd` is no time of it.
        let mut aside = metadata.then(|| Story::new(now));
        let story = aside.as_mut().unwrap_or(story);
        let heading = sentence.heading || matches!(kind, Some(BlockKind::Heading | BlockKind::Title));
        story.enter(sentence.block, heading);
        for (start, end, found) in sentence::times(&line, now, story, index, heading) {
            if !metadata || found.value.interval.is_some() {
                times.extend(time(&line, start, end, found));
            }
        }
    }
    times
}

fn time(line: &Line<'_, '_>, first: usize, end: usize, found: Found) -> Option<Time> {
    let interval = sides::place(&found);
    Some(Time {
        span: line.span(first)?.to(line.span(end.checked_sub(1)?)?),
        kind: found.kind,
        value: found.value.text,
        modifier: found.modifier.map(str::to_owned),
        interval: interval.filter(|&interval| story::is_sound(interval)),
    })
}
