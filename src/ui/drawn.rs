//! Lists and drawings that are drawn directly.
//!
//! They hold no state of their own: what is pointed at is lit by [`super::linking`], and clicks are read there
//! too. Drawn as views, each list is a type of its own to the compiler, which cost 60 KB of page.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use super::linking;
use super::state::State;

/// Draws into an element, reading the signals that it depends on.
pub type Draw = Box<dyn Fn(&Element)>;

/// An element whose content is drawn anew whenever a signal that `draw` reads has changed.
#[component]
pub fn Drawn(class: &'static str, draw: Draw) -> impl IntoView {
    let state = State::of_page();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(frame) = node.get() {
            let place = Place::of_focus(&frame);
            frame.set_text_content(None);
            draw(&frame);
            linking::relight_now(state);
            place.restore(&frame);
        }
    });
    view! { <div class=class node_ref=node></div> }
}

/// Which part of a drawing had the focus, so that drawing it anew does not lose the reader's place.
struct Place(Option<String>);

impl Place {
    fn of_focus(frame: &Element) -> Self {
        let focused = frame.query_selector(":focus").ok().flatten();
        let part = focused.and_then(|part| {
            let named = ["data-v", "data-e", "data-q"].into_iter();
            named.filter_map(|name| Some(format!("[{name}=\"{}\"]", part.get_attribute(name)?))).next()
        });
        Self(part)
    }

    fn restore(self, frame: &Element) {
        if let Some(part) = self.0.and_then(|selector| frame.query_selector(&selector).ok().flatten()) {
            dom::focus_element(&part);
        }
    }
}
