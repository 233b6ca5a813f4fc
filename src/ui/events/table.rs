//! The events as an ordered table: the same as the drawing, for screen readers, phones, and who prefers it.

use leptos::prelude::*;
use web_sys::Element;

use crate::analysis::Event;
use crate::ui::dom;
use crate::ui::state::State;

/// Draws the events in order of time; what has no date comes last, in the order of the article.
pub fn draw(frame: &Element, state: State) {
    let texts = state.texts.get();
    let Some(open) = state.article.get() else { return };
    let mut rows: Vec<(usize, &Event)> = open.analysis.events.iter().enumerate().collect();
    rows.sort_by_key(|(_, event)| {
        let first = event.interval.and_then(|interval| interval.begin.or(interval.until));
        first.map_or(i64::MAX, |moment| moment.0)
    });
    let Some(table) = dom::add(frame, "table", &[("class", "event-table")], "") else { return };
    dom::add(&table, "caption", &[("class", "hidden-label")], texts.events_title);
    let head = dom::add(&table, "thead", &[], "").and_then(|head| dom::add(&head, "tr", &[], ""));
    if let Some(head) = head {
        for name in [texts.column_when, texts.column_what, texts.column_status] {
            dom::add(&head, "th", &[("scope", "col")], name);
        }
    }
    let Some(body) = dom::add(&table, "tbody", &[], "") else { return };
    for (index, event) in rows {
        let when =
            event.value.as_deref().map_or_else(|| texts.undated.to_owned(), |value| texts.value(value));
        let Some(row) = dom::add(&body, "tr", &[], "") else { return };
        dom::add(&row, "td", &[("class", "when")], &when);
        if let Some(cell) = dom::add(&row, "td", &[], "") {
            let attributes = [("type", "button"), ("class", "link"), ("data-v", &index.to_string())];
            dom::add(&cell, "button", &attributes, &event.label);
        }
        dom::add(&row, "td", &[], texts.status(event.status));
    }
}
