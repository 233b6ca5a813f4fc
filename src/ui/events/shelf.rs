//! The shelf: events that have no place on the axis.

use leptos::prelude::*;
use web_sys::Element;

use crate::analysis::Event;
use crate::ui::dom::{self, add};
use crate::ui::locale::Texts;
use crate::ui::state::{Article, State, Target, View};

/// Events that are shown before the rest is folded away.
const FIRST: usize = 4;

/// Draws the events without a date, in the order of the article.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.shown(View::Events)?;
    if state.timeline.as_list.get() {
        return None;
    }
    let filter = state.timeline.filter.get();
    let undated: Vec<(usize, &Event)> =
        filter.of(&open).filter(|(_, event)| event.interval.is_none()).collect();
    if undated.is_empty() {
        return None;
    }
    add(frame, "h3", &[], texts.events_undated)?;
    let (first, rest) = undated.split_at(undated.len().min(FIRST));
    draw_list(frame, first, &open, texts)?;
    if !rest.is_empty() {
        let more = add(frame, "details", &[], "")?;
        add(&more, "summary", &[], &["+ ", &rest.len().to_string()].concat())?;
        draw_list(&more, rest, &open, texts)?;
    }
    Some(())
}

fn draw_list(
    parent: &Element,
    events: &[(usize, &Event)],
    open: &Article,
    texts: &'static Texts,
) -> Option<()> {
    let list = add(parent, "ul", &[], "")?;
    for (index, event) in events {
        let item = add(&list, "li", &[], "")?;
        let class = ["shelved status-", event.status.label()].concat();
        let attributes = [("type", "button"), ("class", &class), ("data-v", &index.to_string())];
        let button = add(&item, "button", &attributes, &event.label)?;
        dom::append_text(&button, " ");
        add(&button, "span", &[("class", "status-name")], texts.status(event.status))?;
        if open.is_several() {
            dom::append_text(&button, " ");
            add(&button, "span", &[("class", "told-by")], &open.names_of(Target::Event(*index as u32)))?;
        }
    }
    Some(())
}
