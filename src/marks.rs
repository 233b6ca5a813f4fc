//! Marks that a file gives, in the place of what the stages would find.
//!
//! The page and the exports show what the file says, also where the stages would decide otherwise. What a reader
//! corrects afterwards is applied to it: what depends on the correction moves along where the file says what the stages
//! find, and stays where somebody has changed it.

use serde::{Deserialize, Serialize};

use crate::analysis::{Analysis, Entity, EntityId, Event, Quotation, Time};
use crate::edits::Edit;
use crate::text::{Doc, Span};
use crate::times::{DocumentDate, Interval};

/// The marks of a file. [`crate::import`] reads them; `import.js` does in the page.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Marks {
    /// Whether the file tells the document's date too, also that there is none.
    pub whole: bool,
    /// Entities, times, quotations and events, in the order of the text, and the document's date that they go with, where it
    /// is known. The rest is found anew, the index of an event's sentence too.
    pub found: Box<Analysis>,
}

impl Clone for Marks {
    /// By the one function that copies an analysis: a derived one is as long again.
    fn clone(&self) -> Self {
        Self { whole: self.whole, found: Box::new(self.found.without_tokens()) }
    }
}

/// Minutes on either side of 1970 that a date may be away: the years of six digits.
const FURTHEST: u64 = 1_000_000 * 366 * 24 * 60;

impl Marks {
    /// Whether these are marks of this text: spans of whole characters in order, and no index that leads nowhere.
    pub fn fit(&self, text: &str) -> bool {
        let inside = |span: Span| text.get(span.range()).is_some_and(|words| !words.is_empty());
        let optional = |span: Option<Span>| span.is_none_or(inside);
        let Analysis { entities, times, quotes, events, .. } = &*self.found;
        let known = |id: EntityId| (id.0 as usize) < entities.len();
        let unsure = |confidence: f32| (0.0..=1.0).contains(&confidence);
        let entity = |entity: &Entity| {
            let spans = entity.mentions.iter().map(|mention| mention.span);
            !entity.mentions.is_empty()
                && in_order(spans)
                && entity.mentions.iter().all(|mention| inside(mention.span) && unsure(mention.confidence))
                && entity.place.is_none_or(known)
        };
        let time = |time: &Time| inside(time.span) && is_possible(time.interval);
        let quote = |quote: &Quotation| {
            inside(quote.span)
                && optional(quote.source)
                && optional(quote.cue)
                && quote.speaker.is_none_or(known)
                && unsure(quote.confidence)
        };
        let event = |(event, index): (&Event, u32)| {
            inside(event.span)
                && is_possible(event.interval)
                && event.participants.iter().copied().all(known)
                && event.place.is_none_or(known)
                && event.same_as.is_none_or(|first| first < index)
                && unsure(event.confidence)
        };
        entities.iter().all(entity)
            && in_order(times.iter().map(|time| time.span))
            && times.iter().all(time)
            && in_order(quotes.iter().map(|quote| quote.span))
            && quotes.iter().all(quote)
            && in_order(events.iter().map(|event| event.span))
            && events.iter().zip(0..).all(event)
    }

    /// Puts the marks, which fit, into what has been found of the same text.
    pub(crate) fn lay(&self, doc: &Doc<'_>, found: &mut Analysis) {
        let Analysis { entities, times, quotes, events, .. } = self.found.without_tokens();
        (found.entities, found.times, found.quotes, found.events) = (entities, times, quotes, events);
        for event in &mut found.events {
            event.sentence = doc.sentence_at(event.span.start).unwrap_or(0) as u32;
        }
    }

    /// Whether the reader has stated another date since, or corrected something.
    pub(crate) fn is_changed(&self, date: Option<DocumentDate>, edits: &[Edit]) -> bool {
        !edits.is_empty() || date.map(|date| date.value) != self.found.date.map(|date| date.value)
    }
}

fn in_order(mut spans: impl Iterator<Item = Span>) -> bool {
    let mut last = 0;
    spans.all(|span| core::mem::replace(&mut last, span.start) <= span.start)
}

fn is_possible(interval: Option<Interval>) -> bool {
    let Some(Interval { begin, until }) = interval else { return true };
    let near = [begin, until].into_iter().flatten().all(|moment| moment.0.unsigned_abs() < FURTHEST);
    near && begin.zip(until).is_none_or(|(begin, until)| begin < until)
}

/// Lets marks follow the reader: where `found` says what the stages found `before`, it says what they find `after`.
pub(crate) fn follow(found: &mut Analysis, before: &Analysis, after: &Analysis) {
    for time in &mut found.times {
        let at = |times: &[Time]| {
            let start = times.partition_point(|other| other.span.start < time.span.start);
            times.get(start).filter(|other| other.span == time.span).cloned()
        };
        if let (Some(before), Some(after)) = (at(&before.times), at(&after.times))
            && before.value == time.value
        {
            *time = after;
        }
    }
    for event in &mut found.events {
        let at = |events: &[Event]| {
            let start = events.partition_point(|other| other.span.start < event.span.start);
            events.get(start).filter(|other| other.span == event.span).cloned()
        };
        if let (Some(before), Some(after)) = (at(&before.events), at(&after.events))
            && (&before.value, before.status) == (&event.value, event.status)
        {
            let Event { value, interval, status, reason, .. } = after;
            (event.value, event.interval, event.status, event.reason) = (value, interval, status, reason);
        }
    }
}
