//! The tabs above the article, where several are open.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::ui::dom::{self, add};
use crate::ui::state::{Article, State};

/// The id of what a tab shows.
const PANEL: &str = "article-text";

/// Draws a tab for each article, with the button that closes it.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.article.get().filter(|open| open.is_several())?;
    let current = state.current.get();
    let ids: Vec<String> = (0..open.sources.len()).map(id).collect();
    // A list of tabs may hold nothing but tabs, and each of ours stands beside a button: the list only names them.
    let list = [("role", "tablist"), ("aria-label", texts.articles), ("aria-owns", &*ids.join(" "))];
    add(frame, "div", &list, "")?;
    for (index, (source, id)) in open.sources.iter().zip(&ids).enumerate() {
        let is_current = index == current;
        let class = if is_current { "article-tab read" } else { "article-tab" };
        let tab = add(frame, "div", &[("class", class)], "")?;
        let number = index.to_string();
        let attributes = [
            ("type", "button"),
            ("role", "tab"),
            ("id", id),
            ("aria-selected", if is_current { "true" } else { "false" }),
            ("aria-controls", PANEL),
            ("tabindex", if is_current { "0" } else { "-1" }),
            ("title", &source.name),
            ("data-action", &["read ", &number].concat()),
        ];
        add(&tab, "button", &attributes, &source.name)?;
        let label = [texts.close, ": ", &source.name].concat();
        let attributes = [
            ("type", "button"),
            ("class", "quiet"),
            ("aria-label", &*label),
            ("title", texts.close),
            ("data-action", &["close ", &number].concat()),
        ];
        add(&tab, "button", &attributes, "×")?;
    }
    Some(())
}

fn id(article: usize) -> String {
    ["tab-", &article.to_string()].concat()
}

/// Makes the text what a tab shows, or no more than that where there are no tabs.
pub fn be_panel(body: &Element, open: &Article, current: usize) {
    let label = id(current);
    for (name, value) in [("role", "tabpanel"), ("aria-labelledby", &label), ("tabindex", "0")] {
        let _ = if open.is_several() { body.set_attribute(name, value) } else { body.remove_attribute(name) };
    }
    body.set_id(PANEL);
}

/// Shows the article that a tab names.
pub fn read(state: State, number: &str) {
    if let Ok(article) = number.parse() {
        state.read(article);
    }
}

/// Closes the article that a tab names.
pub fn close(state: State, number: &str) {
    if let Ok(article) = number.parse() {
        state.close(article);
        // The button goes with its article; the text of another one comes.
        dom::focus("#article");
    }
}

/// The keys of a list of tabs: arrows, Home, End, and Delete, which closes.
pub fn press(state: State, event: &KeyboardEvent, key: &str) -> bool {
    let tab = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if tab.and_then(|tab| tab.get_attribute("role")).as_deref() != Some("tab") {
        return false;
    }
    let count = state.article.with_untracked(|open| open.as_ref().map_or(1, |open| open.sources.len()));
    let current = state.current.get_untracked();
    let next = match key {
        "ArrowRight" => (current + 1) % count,
        "ArrowLeft" => (current + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        "Delete" => {
            close(state, &current.to_string());
            return true;
        }
        _ => return false,
    };
    state.read(next);
    request_animation_frame(move || dom::focus(&["#", &id(next)].concat()));
    true
}
