//! The document's day, and what was dated before an event, in the order that it is read.

use super::shifted::days_after;
use crate::analysis::Event;
use crate::events::status::relation;
use crate::lang::Table;
use crate::times::{Interval, PartialDate};

/// The document's day as events are asked about it: made once for all of them.
#[derive(Clone, Debug, Default)]
pub(in crate::events) struct Today {
    /// Where the document's date lies.
    pub now: Option<Interval>,
    /// The day, or what is known of it.
    pub date: Option<PartialDate>,
    /// Its value, and the stretch that it covers.
    pub day: Option<(String, Option<Interval>)>,
    /// The same of the day before.
    pub yesterday: Option<(String, Option<Interval>)>,
}

impl Today {
    /// The day of a document of that date.
    pub fn new(date: Option<PartialDate>) -> Self {
        let point = |date: PartialDate| (date.to_string(), Some(date.interval()));
        let day = date.map(|date| PartialDate { minute: None, ..date });
        let yesterday = day.and_then(|day| days_after(day, -1));
        Self {
            now: date.map(PartialDate::interval),
            date: day,
            day: day.map(point),
            yesterday: yesterday.map(point),
        }
    }
}

/// A date with the stretch of the calendar that it covers.
pub(in crate::events) type Point<'e> = (&'e str, Option<Interval>);

/// How many different dates are remembered.
const MEMORY: usize = 6;

/// The events dated so far, each at the place that it has in the text.
pub(in crate::events) type Events = [Option<Event>];

/// What the events before one tell of it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::events) struct Before<'e> {
    /// The date of an event of the same lemma.
    pub again: Option<Point<'e>>,
    /// The date of an event whose lemma ends like this one's: `neerstorten` `storten`, `debat` `mestdebat`.
    pub alike: Option<Point<'e>>,
    /// Form and helper verbs of the event that was dated last.
    pub last: Option<[&'static str; 2]>,
    /// Of the event before it in its sentence: whether it was dated, its form and its helper verbs.
    pub previous: Option<(bool, [&'static str; 2])>,
}

/// The dated events by their lemmas.
#[derive(Debug, Default)]
pub(in crate::events) struct Named<'l> {
    whole: Table<'l>,
    ends: Table<'l>,
}

/// Ends of words as short as this tell nothing.
const END: usize = 5;

/// The ends of a lemma that may be a lemma.
fn ends(lemma: &str) -> impl Iterator<Item = &str> {
    (1..lemma.len().saturating_sub(END - 1)).filter_map(|start| lemma.get(start..))
}

impl<'l> Named<'l> {
    /// Takes note of the dated event at a place; the first of a lemma stays.
    pub fn note(&mut self, lemma: &'l str, at: usize) {
        self.whole.get_or_insert(lemma, at as u32);
        for end in ends(lemma) {
            self.ends.get_or_insert(end, at as u32);
        }
    }

    /// The event of the same lemma, and one of a lemma that ends like it.
    pub fn find(&self, lemma: &str) -> [Option<usize>; 2] {
        let again = self.whole.get(lemma);
        let longer = || self.ends.get(lemma);
        let alike = ends(lemma).find_map(|end| self.whole.get(end)).or_else(longer);
        [again, alike.filter(|_| again.is_none())].map(|at| at.map(|at| at as usize))
    }
}

/// The dates told so far, each as the place of an event that has it.
#[derive(Clone, Debug, Default)]
pub(in crate::events) struct Told {
    /// The last dated event.
    pub last: Option<usize>,
    /// The last dated event with another date than that.
    pub other: Option<usize>,
    /// The first dated event of running text that is not after the document.
    pub main: Option<usize>,
    /// The first that is.
    pub coming: Option<usize>,
    /// Different dates, the one told last at the end, each with how often it was told.
    pub dates: Vec<(usize, usize)>,
}

/// The date of the event at a place.
pub(in crate::events) fn point(events: &Events, at: usize) -> Option<Point<'_>> {
    let event = events.get(at)?.as_ref()?;
    Some((event.value.as_deref()?, event.interval))
}

impl Told {
    /// Takes note of the event at a place, if it is dated.
    pub fn tell(&mut self, at: usize, events: &Events, now: Option<Interval>) {
        let Some((value, interval)) = point(events, at) else { return };
        let is_value = |other: usize| point(events, other).is_some_and(|point| point.0 == value);
        if let Some(last) = self.last.replace(at).filter(|&last| !is_value(last)) {
            self.other = Some(last);
        }
        let first = if relation(now, interval) == ">" { &mut self.coming } else { &mut self.main };
        first.get_or_insert(at);
        let known = self.dates.iter().position(|&(other, _)| is_value(other));
        let (first, often) = known.map_or((at, 0), |known| self.dates.remove(known));
        if self.dates.len() == MEMORY {
            self.dates.remove(0);
        }
        self.dates.push((first, often + 1));
    }

    /// How often a date was told, as a word.
    pub fn often(&self, value: &str, events: &Events) -> &'static str {
        let is_value = |&&(at, _): &&(usize, usize)| point(events, at).is_some_and(|point| point.0 == value);
        let often = self.dates.iter().find(is_value).map_or(0, |known| known.1);
        ["0", "1", "2", "3"].get(often).copied().unwrap_or("4")
    }
}
