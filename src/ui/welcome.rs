//! What the page shows while nothing is open.

use leptos::prelude::*;
use web_sys::Element;

use super::dom::add;
use super::state::State;

/// Draws an invitation to drop, choose or paste an article, or to try one.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    if state.is_open.get() || state.embed.is_on() {
        return None;
    }
    let texts = state.texts.get();
    add(frame, "h1", &[], texts.tagline)?;
    add(frame, "p", &[("class", "intro")], texts.intro)?;
    let zone = add(frame, "div", &[("class", "drop-zone")], "")?;
    add(&zone, "p", &[("class", "drop-hint")], texts.drop_here)?;
    let choices = add(&zone, "div", &[("class", "choices")], "")?;
    let primary = [("type", "button"), ("class", "primary"), ("data-action", "file")];
    add(&choices, "button", &primary, texts.choose_file)?;
    add(&choices, "button", &[("type", "button"), ("data-action", "paste")], texts.paste)?;
    let example = [("type", "button"), ("data-action", "example"), ("data-testid", "example")];
    add(&choices, "button", &example, texts.example)?;
    add(frame, "p", &[("class", "privacy")], texts.privacy)?;
    Some(())
}
