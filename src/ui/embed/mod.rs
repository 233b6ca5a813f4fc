//! The page inside another page: `#embed=1`. What the host sees of it, its height and its place for cards, is in
//! `frame.js`, which only an embedded page loads.

pub mod dialog;

use leptos::prelude::*;
use web_sys::Element;

use super::dom::{self, add};
use super::state::{State, View, Work};
use super::{address, locale};
use crate::protocol::NamesModel;

/// How the page stands in another page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Embed {
    /// It does not.
    #[default]
    No,
    /// With all its parts.
    All,
    /// With one part of it.
    One(View),
}

/// Parameters that are the embedded page's alone: the explorer that it leads to does without.
const OWN: [&str; 5] = ["embed", "accent", "size", "theme", "secret"];

impl Embed {
    /// What the address asks for.
    pub fn of_address() -> Self {
        let address = address::read();
        match address.get("embed") {
            None | Some("0") => Self::No,
            Some(_) => address.get("view").and_then(View::from_code).map_or(Self::All, Self::One),
        }
    }

    /// Whether the page stands in another page.
    pub fn is_on(self) -> bool {
        self != Self::No
    }

    /// Whether a part can be seen, or turned to.
    pub fn shows(self, part: View) -> bool {
        !matches!(self, Self::One(view) if view != part)
    }
}

/// Draws the line below an embedded page: whose it is, and the way to the whole of it.
pub fn draw_foot(frame: &Element, state: State) -> Option<()> {
    if !state.embed.is_on() {
        return None;
    }
    let texts: &locale::Texts = state.texts.get();
    let line = add(frame, "p", &[], "Kroniek · ")?;
    let link = [("href", &*address::without(&OWN)), ("target", "_blank"), ("rel", "noopener")];
    add(&line, "a", &link, texts.sharing.explorer)?;
    Some(())
}

/// Marks the page when all that it shows is there, so that the host is told one height and no other after it.
pub fn keep_settled(state: State) {
    if !state.embed.is_on() {
        return;
    }
    Effect::new(move || {
        let works = match state.work.get() {
            Work::Busy(_) => true,
            Work::Failed(_) => false,
            Work::Idle => !state.is_open.get() && state.message.get().is_none(),
        };
        let waits = matches!(state.names.get(), NamesModel::Loading(_));
        if let Some(root) = dom::first("html").filter(|_| !works && !waits) {
            let _ = root.set_attribute("data-settled", "");
        }
    });
}
