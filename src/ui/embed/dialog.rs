//! The part of the dialog that shares which gives the code for other people's pages, with a look at the result.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};

use crate::share::snippet::Look;
use crate::ui::dom::{self, add};
use crate::ui::masthead::draw_choice;
use crate::ui::state::{State, Theme, View};

/// The ids of the menus.
pub const VIEW: &str = "embed-view";
/// The menu of colours.
pub const THEME: &str = "embed-theme";
const PREVIEW: &str = "embed-preview";

/// Draws the menus and the place of the preview; the fields with code stand below.
pub fn draw(dialog: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let words = texts.sharing;
    let part = add(dialog, "div", &[("class", "share-part")], "")?;
    add(&part, "h3", &[], words.embed_title)?;
    let choices = add(&part, "div", &[("class", "choices")], "")?;
    let names = [words.everything, texts.view_article, texts.view_events, texts.view_speakers];
    let codes = ["all", View::Article.code(), View::Events.code(), View::Speakers.code()];
    let views = [0, 1, 2, 3].map(|at| (codes[at], names[at], at == 0));
    draw_choice(&choices, VIEW, texts.view, &views)?;
    let names = [words.theme_of_page, texts.theme_light, texts.theme_dark];
    let themes = [0, 1, 2].map(|at| (Theme::ALL[at].code(), names[at], at == 0));
    draw_choice(&choices, THEME, texts.theme, &themes)?;
    let button = [("type", "button"), ("data-action", PREVIEW), ("aria-expanded", "false")];
    add(&choices, "button", &button, words.embed_preview)?;
    add(&part, "iframe", &[("id", PREVIEW), ("hidden", ""), ("title", words.embed_preview)], "")?;
    Some(())
}

/// The code of both forms for `article`, and the preview where it is open.
pub fn code(state: State, page: &str, article: &str, title: &str) -> [String; 2] {
    let (view, theme) = (chosen(VIEW), chosen(THEME));
    let lang = state.texts.get_untracked().language.code();
    let look = Look { page, article, title, view: &view, theme: &theme, lang };
    if let Some(frame) = dom::first("iframe#embed-preview:not([hidden])") {
        show(&frame, &look.address());
    }
    [look.frame(), look.element()]
}

/// A frame of our own page has its own place in the history, so it is made anew for another look.
fn show(frame: &Element, address: &str) {
    if frame.get_attribute("src").as_deref() != Some(address) {
        let fresh = frame.clone_node().ok().and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(fresh) = fresh {
            let _ = fresh.set_attribute("src", address);
            let _ = frame.replace_with_with_node_1(&fresh);
        }
    }
}

/// Opens the preview, or closes it.
pub fn toggle() {
    let (Some(frame), Some(button)) =
        (dom::first("iframe#embed-preview"), dom::first("[data-action=embed-preview]"))
    else {
        return;
    };
    let is_open = !frame.toggle_attribute("hidden").unwrap_or_default();
    let _ = button.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    if !is_open {
        let _ = frame.remove_attribute("src");
    }
}

fn chosen(menu: &str) -> String {
    let menu = dom::first(&["#", menu].concat()).and_then(|menu| menu.dyn_into::<HtmlSelectElement>().ok());
    menu.map(|menu| menu.value()).unwrap_or_default()
}
