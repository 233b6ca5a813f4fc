//! The shelf: events that have no place on the axis.

use web_sys::Element;

use leptos::prelude::*;

use crate::ui::dom;
use crate::ui::state::State;

/// Draws the events without a date, in the order of the article.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.article.get()?;
    if state.timeline.as_list.get() {
        return None;
    }
    let mut list = None;
    for (index, event) in
        open.analysis.events.iter().enumerate().filter(|(_, event)| event.interval.is_none())
    {
        if list.is_none() {
            dom::add(frame, "h3", &[], texts.events_undated);
            list = dom::add(frame, "ul", &[], "");
        }
        let item = dom::add(list.as_ref()?, "li", &[], "")?;
        let class = format!("shelved status-{}", event.status.label());
        let attributes = [("type", "button"), ("class", &class), ("data-v", &index.to_string())];
        if let Some(button) = dom::add(&item, "button", &attributes, &event.label) {
            dom::append_text(&button, " ");
            dom::add(&button, "span", &[("class", "status-name")], texts.status(event.status));
        }
    }
    Some(())
}
