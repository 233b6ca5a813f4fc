//! The events timeline: a drawing on a true time axis, the same as a table, and a shelf for what has no date.

mod axis;
mod drag;
mod drawing;
pub mod filter;
mod overview;
mod shelf;
mod table;
pub mod window;

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use super::dom::add;
use super::drawn::Drawn;
use super::state::{State, View};

/// The events of the article.
#[component]
pub fn EventsView() -> impl IntoView {
    let state = State::of_page();
    let frame = NodeRef::<html::Section>::new();
    window::watch(frame, state);
    view! {
        <section class="panel events-panel" class:docked=move || state.timeline.docked.get() id="events" tabindex="-1" aria-labelledby="events-title" node_ref=frame>
            <Drawn class="drawn" draw=draw_head/>
            <Drawn class="menus" draw=filter::draw/>
            <Drawn class="timeline" draw=drawing::draw/>
            <Drawn class="overview" draw=overview::draw/>
            <Drawn class="drawn" draw=draw_hint/>
            <Drawn class="shelf" draw=shelf::draw/>
            <Drawn class="drawn" draw=table::draw/>
        </section>
    }
}

fn draw_hint(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.shown(View::Events)?;
    let has_drawing = !open.analysis.events.is_empty() && !state.timeline.as_list.get();
    has_drawing.then(|| add(frame, "p", &[("class", "hint")], texts.events_help))?.map(drop)
}

fn draw_head(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.shown(View::Events)?;
    let head = add(frame, "div", &[("class", "panel-head")], "")?;
    add(&head, "h2", &[("id", "events-title")], texts.events_title)?;
    if open.analysis.events.is_empty() {
        add(frame, "p", &[("class", "none")], texts.events_none)?;
        return Some(());
    }
    let as_list = state.timeline.as_list.get();
    let name = if as_list { texts.as_timeline } else { texts.as_list };
    add(&head, "button", &[("type", "button"), ("class", "link"), ("data-action", "list")], name)?;
    if as_list {
        return Some(());
    }
    let controls = [("class", "zoom-controls"), ("role", "group"), ("aria-label", texts.events_title)];
    let controls = add(frame, "div", &controls, "")?;
    let buttons = [
        ("earlier", "◀", texts.earlier),
        ("zoom-out", "−", texts.zoom_out),
        ("zoom-fit", "↔", texts.zoom_fit),
        ("zoom-in", "+", texts.zoom_in),
        ("later", "▶", texts.later),
        ("dock", if state.timeline.docked.get() { "⤡" } else { "⤢" }, texts.dock),
    ];
    for (action, sign, name) in buttons {
        let attributes = [("type", "button"), ("data-action", action), ("aria-label", name), ("title", name)];
        add(&controls, "button", &attributes, sign)?;
    }
    Some(())
}
