//! The head of the page: name, ways to open an article, language and colours; and the tabs of a narrow screen.

use leptos::prelude::*;
use web_sys::Element;

use super::dom::add;
use super::embed::Embed;
use super::state::{State, Theme, View};
use crate::lang::Language;

/// Draws the head of the page.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    if state.embed.is_on() {
        return None;
    }
    let texts = state.texts.get();
    add(frame, "p", &[("class", "brand")], "Kroniek")?;
    let opening = add(frame, "div", &[("class", "masthead-open")], "")?;
    if state.is_open.get() {
        add(&opening, "button", &[("type", "button"), ("data-action", "file")], texts.choose_file)?;
        let adds =
            [("type", "button"), ("class", "quiet"), ("data-action", "add"), ("title", texts.add_hint)];
        add(&opening, "button", &adds, texts.add)?;
        let quiet = [("type", "button"), ("class", "quiet"), ("data-action", "paste")];
        add(&opening, "button", &quiet, texts.paste)?;
        let quiet = |action| [("type", "button"), ("class", "quiet"), ("data-action", action)];
        add(&opening, "button", &quiet("share"), texts.sharing.share)?;
        add(&opening, "button", &quiet("save"), texts.sharing.save)?;
    }
    let settings = add(frame, "div", &[("class", "masthead-settings")], "")?;
    let names = [(Language::Dutch, "Nederlands"), (Language::English, "English")];
    let languages = names.map(|(language, name)| (language.code(), name, language == texts.language));
    draw_choice(&settings, "language", texts.interface_language, &languages)?;
    let chosen = state.theme.get();
    let themes = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::Auto => texts.theme_auto,
            Theme::Light => texts.theme_light,
            Theme::Dark => texts.theme_dark,
        };
        (theme.code(), name, theme == chosen)
    });
    draw_choice(&settings, "theme", texts.theme, &themes)?;
    let attributes = [
        ("type", "button"),
        ("class", "quiet icon"),
        ("data-action", "keys"),
        ("aria-label", texts.keys),
        ("title", texts.keys),
    ];
    add(&settings, "button", &attributes, "?")?;
    Some(())
}

/// Draws a menu of `(value, name, whether it is chosen)`.
pub fn draw_choice(parent: &Element, id: &str, label: &str, options: &[(&str, &str, bool)]) -> Option<()> {
    let select = add(parent, "select", &[("id", id), ("aria-label", label)], "")?;
    for (value, name, chosen) in options {
        let option = add(&select, "option", &[("value", value)], name)?;
        if *chosen {
            option.set_attribute("selected", "").ok()?;
        }
    }
    Some(())
}

/// Draws the tabs that choose what fills a narrow screen.
pub fn draw_tabs(frame: &Element, state: State) -> Option<()> {
    if !state.is_open.get() || matches!(state.embed, Embed::One(_)) {
        return None;
    }
    let texts = state.texts.get();
    let current = state.view.get();
    let tabs = add(frame, "nav", &[("class", "tabs"), ("aria-label", texts.view)], "")?;
    for view in View::ALL {
        let name = match view {
            View::Article => texts.view_article,
            View::Events => texts.view_events,
            View::Speakers => texts.view_speakers,
            View::Who => texts.view_who,
        };
        let action = ["view ", view.code()].concat();
        let tab = add(&tabs, "button", &[("type", "button"), ("data-action", &action)], name)?;
        if view == current {
            tab.set_attribute("aria-current", "true").ok()?;
        }
    }
    Some(())
}
