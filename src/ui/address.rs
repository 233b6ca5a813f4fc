//! The page's address: what stands behind `#`, and never reaches a server.

use leptos::prelude::window;

use super::state::{State, Theme, View};
use super::storage;
use crate::lang::Language;

/// The value of a parameter behind `#`.
pub fn parameter(name: &str) -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    let pairs = hash.trim_start_matches('#').split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

/// Whether a word stands alone behind `#`.
pub fn flag(name: &str) -> bool {
    window().location().hash().unwrap_or_default().trim_start_matches('#').split('&').any(|part| part == name)
}

/// The state that the address, this browser's memory, and the reader's languages ask for.
pub fn initial_state() -> State {
    let language = parameter("lang")
        .or_else(|| storage::read("language"))
        .and_then(|code| Language::from_code(&code))
        .or_else(preferred_language)
        .unwrap_or_default();
    let theme = parameter("theme").or_else(|| storage::read("theme"));
    let theme = Theme::ALL.into_iter().find(|known| Some(known.code()) == theme.as_deref());
    let view = parameter("view");
    let view = View::ALL.into_iter().find(|known| Some(known.code()) == view.as_deref());
    State::new(language, theme.unwrap_or_default(), view.unwrap_or_default())
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
