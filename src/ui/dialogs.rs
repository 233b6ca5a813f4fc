//! The dialogs: paste a text, and the list of keys. The browser's own `<dialog>` keeps the focus inside and
//! closes on Escape.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::dom::{self, add};
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

/// Closes a dialog by its id.
pub fn close(id: &str) {
    if let Some(dialog) = find(id) {
        dialog.close();
    }
}

fn find(id: &str) -> Option<HtmlDialogElement> {
    dom::first(&["#", id].concat())?.dyn_into().ok()
}

/// Draws both dialogs, closed.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    draw_paste(frame, state)?;
    draw_keys(frame, state)
}

fn draw_paste(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let dialog = add(frame, "dialog", &[("id", PASTE), ("aria-labelledby", "paste-title")], "")?;
    let form = add(&dialog, "form", &[], "")?;
    add(&form, "h2", &[("id", "paste-title")], texts.paste_title)?;
    add(&form, "p", &[("id", "paste-hint")], texts.paste_hint)?;
    let area = [("rows", "12"), ("aria-label", texts.paste_label), ("aria-describedby", "paste-hint")];
    add(&form, "textarea", &area, "")?;
    let choices = add(&form, "div", &[("class", "choices")], "")?;
    add(&choices, "button", &[("type", "submit"), ("class", "primary")], texts.analyze)?;
    if state.is_open.get() {
        add(&choices, "button", &[("type", "button"), ("data-action", "add-paste")], texts.add)?;
    }
    let quiet = [("type", "button"), ("class", "quiet"), ("data-action", "close-dialog paste")];
    add(&choices, "button", &quiet, texts.close)?;
    Some(())
}

fn draw_keys(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let dialog = add(frame, "dialog", &[("id", KEYS), ("aria-labelledby", "keys-title")], "")?;
    add(&dialog, "h2", &[("id", "keys-title")], texts.keys)?;
    let list = add(&dialog, "dl", &[("class", "keys")], "")?;
    for (keys, meaning) in texts.keys_list {
        let line = add(&list, "div", &[], "")?;
        let term = add(&line, "dt", &[], "")?;
        add(&term, "kbd", &[], keys)?;
        add(&line, "dd", &[], meaning)?;
    }
    let choices = add(&dialog, "div", &[("class", "choices")], "")?;
    add(&choices, "button", &[("type", "button"), ("data-action", "close-dialog keys")], texts.close)?;
    Some(())
}
