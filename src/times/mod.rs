//! Time expressions and their TIMEX3 values.

mod absolute;
mod anchor;
mod beside;
pub mod calendar;
mod clock;
mod counts;
mod distances;
mod edges;
mod ends;
#[cfg(all(test, feature = "embedded-packs"))]
mod families;
mod feasts;
mod hours;
mod lengths;
mod line;
mod nearest;
mod nth;
mod numerals;
mod numeric;
#[cfg(all(test, feature = "embedded-packs"))]
mod properties;
mod range;
mod reader;
mod relative;
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
use anchor::{Anchor, Direction};
use line::Line;
use reader::{Found, Reader};
use story::Story;
use terms::Term;
use values::Value;

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
    match story.told_by_the_hour() {
        Some(told) => read(doc, now, &mut { told }),
        None => times,
    }
}

fn read(doc: &Doc<'_>, now: Anchor, story: &mut Story) -> Vec<Time> {
    let mut times = Vec::new();
    let mut line = Line::new(doc);
    for (index, sentence) in doc.sentences.iter().enumerate() {
        line = line.of(sentence);
        let metadata =
            doc.blocks.get(sentence.block as usize).is_some_and(|block| block.kind == BlockKind::Metadata);
        // A line about the article tells nothing of its story; `3 minuten leestijd` is no time of it.
        let mut aside = metadata.then(|| Story::new(now));
        let story = aside.as_mut().unwrap_or(story);
        let kind = doc.blocks.get(sentence.block as usize).map(|block| block.kind);
        let heading = sentence.heading || matches!(kind, Some(BlockKind::Heading | BlockKind::Title));
        story.enter(sentence.block, heading);
        for (start, end, found) in sentence_times(&line, now, story, index, heading) {
            if !metadata || found.value.interval.is_some() {
                times.extend(time(&line, start, end, found));
            }
        }
    }
    times
}

/// The expressions of a sentence, each with its first piece and one past its last.
fn sentence_times(
    line: &Line<'_, '_>,
    now: Anchor,
    story: &mut Story,
    index: usize,
    heading: bool,
) -> Vec<(usize, usize, Found)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        if !line.may_start(at) {
            at += 1;
            continue;
        }
        let reader = Reader { line, now, last: story.last(), last_day: story.last_day(), toward: None };
        let Some(range::Read { mut first, second }) = range::read(&reader, at) else {
            at += 1;
            continue;
        };
        let over = |found: &Found| {
            found.value.interval.and_then(|it| it.begin) < now.0.and_then(|now| now.interval().until)
        };
        // A time that heads the lines behind it, `Dinsdag` or `5 april - ...`, goes on from the last that did.
        let opens = heading || line.opens_block();
        let label = opens && at == 0 && (heading || years::is_label(line, at, first.end) || is_alone(line, first.end));
        let weekday = matches!(line.term(at), Some(Term::Weekday(..)));
        let dated = first.floats && second.is_none() && first.value.date.is_some();
        let end = second.as_ref().map_or(first.end, |(_, _, second)| second.end);
        let bare = weekday && !(at..end).any(|at| matches!(line.term(at), Some(Term::Month(_))));
        if dated && label {
            let next = story.headed().and_then(|from| reader.from(from, Direction::Onward).expression(at)).filter(over);
            let near = || reader.from(now, Direction::Nearest).expression(at);
            first = instead(first, if weekday { next } else { next.or_else(near) });
        } else if dated && let Some(from) = story.section(weekday) {
            first = instead(first, reader.from(from, Direction::Onward).expression(at).filter(over));
        } else if first.floats
            && second.is_none()
            && first.value.date.is_some()
            && let Some(from) = story.thread(index)
            && (now.0.is_none() || goes_on(line, at))
        {
            // `Op 3 maart 1998 ... In mei ...`: of the time that is told of.
            let again = reader.from(from, Direction::Ahead).expression(at);
            let before = |found: &Found| {
                now.0.is_none_or(|now| found.value.interval.and_then(|it| it.begin) < now.interval().until)
            };
            first = instead(first, again.filter(before));
        }
        if first.floats
            && !label
            && story.section(true).is_none()
            && weekday
            && let Some(from) = story.week_of(index, tense::is_past(line, at))
        {
            let again = reader.from(from, Direction::Ahead).expression(at);
            first = instead(first, again.filter(over));
        }
        if dated
            && bare
            && !label
            && !tense::is_past(line, at)
            && let Some(Term::Weekday(day, _)) = line.term(at)
            && let Some(from) = story.named_day(day)
        {
            // `Woensdag 16 maart zijn de verkiezingen. ... De telling begint woensdag.`
            first = instead(first, reader.from(from, Direction::Ahead).expression(at));
        }
        if weekday && !bare {
            story.name_days(&first, second.as_ref().map(|(_, _, second)| second));
        }
        let open = range::is_hour(&first) || first.habit.is_some();
        if range::is_hour(&first) && second.is_none() && is_habit(line, at) && !story.is_told(index) {
            first.value = Value::plain(format!("XXXX-XX-XX{}", first.value.text));
        } else if open {
            let past = tense::is_past(line, at);
            // A day that stands further on in the clause: `klokslag twaalf uur luiden vandaag de klokken`.
            let ahead = || {
                (first.end..line.len().min(first.end + 4)).take_while(|&at| !line.is_mark(at)).find_map(
                    |at| {
                        matches!(line.term(at), Some(Term::Day(..) | Term::Weekday(_, None)))
                            .then(|| reader.day(at))?
                    },
                )
            };
            let behind = if second.is_none() && !story.is_told(index) { ahead() } else { None };
            if let Some(day) = behind {
                story.tell(&day, index);
            }
            story.place(&mut first, index, !past);
        }
        let end = first.end.clamp(at + 1, line.len());
        if label && !open {
            story.head(&first, index, heading);
        }
        let Some((joint, next, mut second)) = second else {
            story.tell(&first, index);
            found.push((at, end, first));
            at = end;
            continue;
        };
        if open && range::is_hour(&second) {
            match first.value.date.and_then(|date| range::later_hour(date, &second)) {
                Some(value) => second.value = value,
                None => {
                    story.place(&mut second, index, true);
                    // Without a day: the stretch may run past midnight.
                    let begin = range::hour_of(&first.value).map(|minutes| minutes as u16);
                    let day = now
                        .0
                        .filter(|date| date.day.is_some())
                        .map(|date| PartialDate { minute: begin, ..date });
                    if let Some(value) = day.and_then(|day| range::later_hour(day, &second)) {
                        second.value.interval = value.interval;
                    }
                }
            }
            range::close(&reader, &mut first, &second, joint);
        }
        story.tell(&first, index);
        story.tell(&second, index);
        found.push((at, end, first));
        at = second.end.clamp(next + 1, line.len());
        found.push((next, at, second));
    }
    found
}

/// The same words read from another time, where they were.
fn instead(first: Found, again: Option<Found>) -> Found {
    match again.filter(|found| found.end <= first.end && found.end + 2 >= first.end) {
        Some(found) if found.end == first.end || first.side.is_some() => {
            Found { end: first.end, side: first.side, ..found }
        }
        _ => first,
    }
}

/// Whether hardly anything stands behind a time, and no verb: `Dinsdag 13 juli, kort na de middag.`
fn is_alone(line: &Line<'_, '_>, end: usize) -> bool {
    line.len() <= end + 6 && tense::is_untold(line, 0)
}

/// Whether the sentence speaks of what always or never happens: `elke dag om acht uur`.
fn is_habit(line: &Line<'_, '_>, at: usize) -> bool {
    let habit = |at: usize| {
        matches!(line.term(at), Some(Term::Every | Term::Set(_) | Term::Weekly(_) | Term::Always))
    };
    (at.saturating_sub(12)..line.len().min(at + 12)).any(habit) && !tense::is_past(line, at)
}

/// Whether a date that leaves its year open goes on with the time told before it: in the past tense, and no day
/// of the week, which is of the document's own week.
fn goes_on(line: &Line<'_, '_>, at: usize) -> bool {
    let week = matches!(line.term(at), Some(Term::Weekday(..) | Term::ShortDay(_)));
    let since = matches!(line.before(at), Some(Term::Since));
    !week && !since && tense::is_past(line, at)
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
