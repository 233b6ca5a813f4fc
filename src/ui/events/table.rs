//! The events as an ordered table: the same as the drawing, for screen readers, phones, and who prefers it.

use leptos::prelude::*;
use web_sys::Element;

use crate::ui::dom::add;
use crate::ui::state::{State, Target, View};

/// Draws the events in order of time; what has no date comes last, in the order of the article.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    if !state.timeline.as_list.get() {
        return None;
    }
    let texts = state.texts.get();
    let open = state.shown(View::Events)?;
    let events = &open.analysis.events;
    let filter = state.timeline.filter.get();
    let moment = |index: usize| {
        let first = events[index].interval.and_then(|interval| interval.begin.or(interval.until));
        (first.map_or(i64::MAX, |moment| moment.0), index)
    };
    let mut order: Vec<(i64, usize)> = filter.of(&open).map(|(index, _)| moment(index)).collect();
    order.sort_unstable();
    let region =
        [("class", "table-frame"), ("tabindex", "0"), ("role", "region"), ("aria-label", texts.as_list)];
    let region = add(frame, "div", &region, "")?;
    let table = add(&region, "table", &[("class", "event-table")], "")?;
    add(&table, "caption", &[("class", "hidden-label")], texts.events_title)?;
    let head = add(&table, "thead", &[], "")?;
    let head = add(&head, "tr", &[], "")?;
    let names = [texts.column_when, texts.column_what, texts.column_status, texts.view_article];
    for name in &names[..if open.is_several() { 4 } else { 3 }] {
        add(&head, "th", &[("scope", "col")], name)?;
    }
    let body = add(&table, "tbody", &[], "")?;
    for (_, index) in order {
        let event = events.get(index)?;
        let when =
            event.value.as_deref().map_or_else(|| texts.undated.to_owned(), |value| texts.value(value));
        let row = add(&body, "tr", &[], "")?;
        add(&row, "td", &[("class", "when")], &when)?;
        let cell = add(&row, "td", &[], "")?;
        let button = [("type", "button"), ("class", "link"), ("data-v", &index.to_string())];
        add(&cell, "button", &button, &event.label)?;
        add(&row, "td", &[], texts.status(event.status))?;
        if open.is_several() {
            add(&row, "td", &[("class", "told-by")], &open.names_of(Target::Event(index as u32)))?;
        }
    }
    Some(())
}
