//! The page's address: what stands behind `#`, and never reaches a server.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::embed::Embed;
use super::state::{State, Theme, View};
use super::storage;
use crate::lang::Language;
use crate::share::{self, Address};

/// What stands behind `#`.
pub fn read() -> Address {
    Address::read(&window().location().hash().unwrap_or_default())
}

/// The value of a parameter behind `#`.
pub fn parameter(name: &str) -> Option<String> {
    read().get(name).map(str::to_owned)
}

/// Whether a word stands alone behind `#`.
pub fn flag(name: &str) -> bool {
    read().has(name)
}

/// The page's own address, without what stands behind `?` and `#`.
pub fn of_page() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The page's address without some of the parameters behind `#`, and without what a host page added.
pub fn without(names: &[&str]) -> String {
    let hash = window().location().hash().unwrap_or_default();
    let own = hash.trim_start_matches('#').split('#').next().unwrap_or_default();
    let is_kept = |part: &&str| !names.contains(&part.split('=').next().unwrap_or_default());
    let kept: Vec<&str> = own.split('&').filter(is_kept).collect();
    [&of_page(), "#", &kept.join("&")].concat()
}

/// Puts an article that was named behind `?`, where servers see it, behind `#`. Before anything else is asked.
pub fn move_mistake() {
    let query = window().location().search().unwrap_or_default();
    let hash = window().location().hash().unwrap_or_default();
    if let Some(hash) = share::moved(&query, &hash) {
        let parts = query.trim_start_matches('?').split('&');
        let others: Vec<&str> =
            parts.filter(|part| !part.starts_with("src=") && !part.starts_with("d=")).collect();
        let query = if others.is_empty() { String::new() } else { ["?", &others.join("&")].concat() };
        replace(&[&of_page(), &*query, "#", &hash].concat());
    }
}

/// Takes the article out of the address: another one is open, and loading the page again must not bring the
/// old one back.
pub fn forget_article() {
    let hash = window().location().hash().unwrap_or_default();
    let others = without_article(&hash);
    if others.len() + 1 < hash.len() {
        let hash = if others.is_empty() { others } else { ["#", &others].concat() };
        replace(&[&of_page(), &*window().location().search().unwrap_or_default(), &hash].concat());
    }
}

/// Puts a link's article into the address, in the place of another one; whether the browser took it.
pub fn keep_article(link: &str) -> bool {
    let hash = window().location().hash().unwrap_or_default();
    replace(&["#d=", link, "&", &without_article(&hash)].concat())
}

/// What stands behind `#` besides an article.
fn without_article(hash: &str) -> String {
    let is_article = |part: &&str| part.starts_with("d=") || part.starts_with("src=");
    let parts = hash.trim_start_matches('#').split('&');
    parts.filter(|part| !is_article(part)).collect::<Vec<_>>().join("&")
}

fn replace(address: &str) -> bool {
    let history = window().history();
    history.is_ok_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(address)).is_ok())
}

/// The state that the address, this browser's memory, and the reader's languages ask for.
pub fn initial_state() -> State {
    let embed = Embed::of_address();
    // In another page it looks as that page asks, not as this reader's own explorer does.
    let remembered = |key| if embed.is_on() { None } else { storage::read(key) };
    let language = parameter("lang")
        .or_else(|| remembered("language"))
        .and_then(|code| Language::from_code(&code))
        .or_else(preferred_language)
        .unwrap_or_default();
    let theme = parameter("theme").or_else(|| remembered("theme"));
    let theme = Theme::ALL.into_iter().find(|known| Some(known.code()) == theme.as_deref());
    let view = parameter("view");
    let view = View::ALL.into_iter().find(|known| Some(known.code()) == view.as_deref());
    State::new(language, theme.unwrap_or_default(), view.unwrap_or_default(), embed)
}

/// The first of the reader's languages that the interface has.
fn preferred_language() -> Option<Language> {
    let languages = window().navigator().languages();
    languages
        .iter()
        .filter_map(|code| code.as_string())
        .find_map(|code| Language::from_code(&code))
        // A reader of neither gets English, which more people read.
        .or(Some(Language::English))
}
