//! The keyboard: single keys that work anywhere on the page except where text is typed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::state::{State, Target, View};
use super::{actions, article, dom};

/// Listens for keys.
pub fn listen(state: State) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let with_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        // A click on the words of a dialog takes the focus out of it, and Escape still has to close it.
        let in_dialog = dom::first("dialog[open]").is_some();
        if with_modifier || in_dialog || dom::is_inside(&event, "input,select,textarea,dialog") {
            return;
        }
        if press(state, &event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether the key had a meaning here.
fn press(state: State, event: &KeyboardEvent) -> bool {
    let key = event.key();
    // In another page there is nothing to open, and no dialog.
    if state.embed.is_on() && matches!(key.as_str(), "?" | "o" | "1" | "2" | "3" | "4") {
        return false;
    }
    match key.as_str() {
        "?" => actions::perform(state, "keys"),
        "o" => actions::perform(state, "file"),
        "a" => actions::perform(state, "add"),
        "Escape" => actions::perform(state, "clear"),
        "n" => actions::perform(state, "next"),
        "p" => actions::perform(state, "previous"),
        "]" => step(state, Target::Quote(0), 1),
        "[" => step(state, Target::Quote(0), -1),
        "t" => step(state, Target::Time(0), 1),
        "T" => step(state, Target::Time(0), -1),
        key @ ("1" | "2" | "3" | "4") => {
            let index = usize::from(key.as_bytes()[0] - b'1');
            state.view.set(View::ALL[index]);
            dom::focus(["#article", "#events", "#speakers", "#who"][index]);
        }
        // Marks in a drawing are no buttons of the browser's own.
        "Enter" | " " => return press_drawn_button(event),
        key => return article::tabs::press(state, event, key),
    }
    true
}

/// Chooses the next or previous quotation or time expression: one of the kind of `first`.
fn step(state: State, first: Target, by: i32) {
    let count = state.article.with_untracked(|open| {
        let found = open.as_ref().map(|open| &open.analysis)?;
        Some(if matches!(first, Target::Time(_)) { found.times.len() } else { found.quotes.len() })
    });
    let Some(count) = count.filter(|&count| count > 0) else { return };
    let at = match (state.selected.get_untracked(), first) {
        (Some(Target::Quote(at)), Target::Quote(_)) | (Some(Target::Time(at)), Target::Time(_)) => {
            (at as i32 + by).rem_euclid(count as i32)
        }
        _ if by > 0 => 0,
        _ => count as i32 - 1,
    } as u32;
    let target = if matches!(first, Target::Time(_)) { Target::Time(at) } else { Target::Quote(at) };
    state.selected.set(Some(target));
    article::reveal(state, target);
}

fn press_drawn_button(event: &KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    if element.get_attribute("role").as_deref() != Some("button") {
        return false;
    }
    // An SVG element has no click() of its own.
    match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.click(),
        None => {
            let init = web_sys::MouseEventInit::new();
            init.set_bubbles(true);
            let click = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &init);
            let _ = click.map(|click| element.dispatch_event(&click));
        }
    }
    true
}
