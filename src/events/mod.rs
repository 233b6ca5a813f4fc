//! Events: triggers, dates and status.

use crate::analysis::{Entity, Event, Quotation, Time};
use crate::text::Doc;
use crate::times::PartialDate;

/// Finds the events of a document and when they happened.
pub fn find(
    doc: &Doc<'_>,
    entities: &[Entity],
    times: &[Time],
    quotes: &[Quotation],
    date: Option<PartialDate>,
) -> Vec<Event> {
    let _ = (doc, entities, times, quotes, date);
    Vec::new()
}
