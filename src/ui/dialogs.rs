//! The dialogs: paste a text, and the list of keys. The browser's own `<dialog>` keeps the focus inside and
//! closes on Escape.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlTextAreaElement, SubmitEvent};

use super::dom;
use super::opening::open_text;
use super::state::State;

/// The id of the paste dialog.
pub const PASTE: &str = "paste";
/// The id of the list of keys.
pub const KEYS: &str = "keys";

/// Opens a dialog by its id.
pub fn open(id: &str) {
    if let Some(dialog) = find(id) {
        let _ = dialog.show_modal();
    }
}

fn close(id: &str) {
    if let Some(dialog) = find(id) {
        dialog.close();
    }
}

fn find(id: &str) -> Option<HtmlDialogElement> {
    dom::first(&format!("#{id}"))?.dyn_into().ok()
}

/// Where a text is pasted or typed.
#[component]
pub fn PasteDialog() -> impl IntoView {
    let state = State::of_page();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let area = dom::first("#paste textarea").and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
        let Some(area) = area else { return };
        if area.value().trim().is_empty() {
            let _ = area.focus();
            return;
        }
        close(PASTE);
        open_text(state, None, area.value());
        area.set_value("");
    };
    view! {
        <dialog id=PASTE aria-labelledby="paste-title">
            <form on:submit=submit>
                <h2 id="paste-title">{state.say(|texts| texts.paste_title)}</h2>
                <p id="paste-hint">{state.say(|texts| texts.paste_hint)}</p>
                <textarea rows="12" aria-label=state.say(|texts| texts.paste_label) aria-describedby="paste-hint"></textarea>
                <div class="choices">
                    <button type="submit" class="primary">{state.say(|texts| texts.analyze)}</button>
                    <button type="button" class="quiet" on:click=move |_| close(PASTE)>{state.say(|texts| texts.close)}</button>
                </div>
            </form>
        </dialog>
    }
}

/// The list of keys.
#[component]
pub fn KeysDialog() -> impl IntoView {
    let state = State::of_page();
    let texts = move || state.texts.get();
    view! {
        <dialog id=KEYS aria-labelledby="keys-title">
            <h2 id="keys-title">{state.say(|texts| texts.keys)}</h2>
            <dl class="keys">
                {move || state.texts.get().keys_list.map(|(keys, meaning)| view! {
                    <div><dt><kbd>{keys}</kbd></dt><dd>{meaning}</dd></div>
                })}
            </dl>
            <div class="choices">
                <button type="button" on:click=move |_| close(KEYS)>{state.say(|texts| texts.close)}</button>
            </div>
        </dialog>
    }
}
