//! What was dated before an event, in the order that it is read.

use crate::analysis::Event;
use crate::events::status::relation;
use crate::text::Doc;
use crate::times::Interval;

/// A date with the stretch of the calendar that it covers.
pub(in crate::events) type Point = (String, Option<Interval>);

/// How many different dates are remembered.
const MEMORY: usize = 6;

/// The dates told so far.
#[derive(Clone, Debug, Default)]
pub(in crate::events) struct Told {
    /// The last dated event, with its sentence and block.
    pub last: Option<(String, Option<Interval>, usize, u32)>,
    /// The last dated event with another date than that.
    pub other: Option<Point>,
    /// The first dated event of running text that is not after the document.
    pub main: Option<Point>,
    /// The first that is.
    pub coming: Option<Point>,
    /// Different dates, the one told last at the end, each with how often it was told.
    pub dates: Vec<(Point, usize)>,
}

impl Told {
    /// Takes note of a dated event.
    pub fn tell(&mut self, event: &Event, doc: &Doc<'_>, now: Option<Interval>) {
        let Some(value) = &event.value else { return };
        let block = doc.sentences.get(event.sentence as usize).map_or(0, |sentence| sentence.block);
        let last = self.last.replace((value.clone(), event.interval, event.sentence as usize, block));
        if let Some((other, interval, ..)) = last.filter(|last| last.0 != *value) {
            self.other = Some((other, interval));
        }
        let first = if relation(now, event.interval) == ">" { &mut self.coming } else { &mut self.main };
        if first.is_none() {
            *first = Some((value.clone(), event.interval));
        }
        let known = self.dates.iter().position(|(point, _)| point.0 == *value);
        let (point, often) = match known {
            Some(at) => self.dates.remove(at),
            None => ((value.clone(), event.interval), 0),
        };
        if self.dates.len() == MEMORY {
            self.dates.remove(0);
        }
        self.dates.push((point, often + 1));
    }

    /// How often a date was told, as a word.
    pub fn often(&self, value: &str) -> &'static str {
        let often = self.dates.iter().find(|(point, _)| point.0 == value).map_or(0, |known| known.1);
        ["0", "1", "2", "3"].get(often).copied().unwrap_or("4")
    }
}
