//! Parts of the page that are drawn directly, by plain functions that read signals.
//!
//! A drawn part holds no listener of its own: what is pointed at and clicked is read in one place, by
//! [`super::linking`] and [`super::actions`]. As Leptos views the same parts took 61 KB of brotli more, 178
//! instead of 117, because every nested view is a type of its own to the compiler.

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use super::linking;
use super::state::State;

/// Draws into an element, reading the signals that the part depends on. `None` means that the document
/// refused an element, which it does for no name that we use.
pub type Draw = fn(&Element, State) -> Option<()>;

/// An element whose content is drawn anew whenever a signal that `draw` reads has changed.
#[component]
pub fn Drawn(class: &'static str, draw: Draw) -> impl IntoView {
    let state = State::of_page();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(frame) = node.get() {
            let focus = Focus::in_frame(&frame);
            frame.set_text_content(None);
            draw(&frame, state);
            linking::relight_now(state);
            focus.restore(&frame);
        }
    });
    view! { <div class=class node_ref=node></div> }
}

/// Which part of a drawing had the focus, so that drawing it anew does not lose the reader's place.
struct Focus(Option<String>);

impl Focus {
    fn in_frame(frame: &Element) -> Self {
        let focused = frame.query_selector(":focus").ok().flatten();
        let names = ["id", "data-action", "data-v", "data-e", "data-q"];
        Self(focused.and_then(|part| {
            names.into_iter().find_map(|name| Some(format!("[{name}=\"{}\"]", part.get_attribute(name)?)))
        }))
    }

    fn restore(self, frame: &Element) {
        if let Some(part) = self.0.and_then(|selector| frame.query_selector(&selector).ok().flatten()) {
            dom::focus_element(&part);
        }
    }
}
