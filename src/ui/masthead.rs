//! The head of the page: name, ways to open an article, language and colours; and the tabs of a narrow screen.

use leptos::prelude::*;

use super::dialogs;
use super::locale::Texts;
use super::opening::ask_for_file;
use super::state::{State, Theme, View};
use crate::lang::Language;

/// The head of the page.
#[component]
pub fn Masthead() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let is_open = move || state.article.with(Option::is_some);
    let set_theme = move |event| {
        let code = event_target_value(&event);
        state.theme.set(Theme::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or_default());
    };
    let set_language = move |event| {
        if let Some(language) = Language::from_code(&event_target_value(&event)) {
            texts.set(Texts::of(language));
        }
    };
    let theme_name = move |theme| {
        let texts = texts.get();
        match theme {
            Theme::Auto => texts.theme_auto,
            Theme::Light => texts.theme_light,
            Theme::Dark => texts.theme_dark,
        }
    };
    view! {
        <header class="masthead">
            <p class="brand">"Kroniek"</p>
            <div class="masthead-open">
                <Show when=is_open>
                    <button type="button" on:click=move |_| ask_for_file()>{state.say(|texts| texts.choose_file)}</button>
                    <button type="button" class="quiet" on:click=move |_| dialogs::open(dialogs::PASTE)>
                        {state.say(|texts| texts.paste)}
                    </button>
                </Show>
            </div>
            <div class="masthead-settings">
                <label class="setting">
                    <span class="hidden-label">{state.say(|texts| texts.interface_language)}</span>
                    <select on:change=set_language prop:value=move || texts.get().language.code()>
                        <option value="nl" lang="nl">"Nederlands"</option>
                        <option value="en" lang="en">"English"</option>
                    </select>
                </label>
                <label class="setting">
                    <span class="hidden-label">{state.say(|texts| texts.theme)}</span>
                    <select on:change=set_theme prop:value=move || state.theme.get().code()>
                        {Theme::ALL.map(|theme| view! {
                            <option value=theme.code()>{move || theme_name(theme)}</option>
                        })}
                    </select>
                </label>
                <button
                    type="button" class="quiet icon" aria-label=state.say(|texts| texts.keys)
                    title=state.say(|texts| texts.keys)
                    on:click=move |_| dialogs::open(dialogs::KEYS)
                >"?"</button>
            </div>
        </header>
    }
}

/// The tabs that choose what fills a narrow screen.
#[component]
pub fn Tabs() -> impl IntoView {
    let state = State::of_page();
    let name = move |view| {
        let texts = state.texts.get();
        match view {
            View::Article => texts.view_article,
            View::Events => texts.view_events,
            View::Speakers => texts.view_speakers,
            View::Who => texts.view_who,
        }
    };
    view! {
        <nav class="tabs" aria-label=state.say(|texts| texts.view)>
            {View::ALL.map(|view| view! {
                <button
                    type="button"
                    aria-current=move || (state.view.get() == view).then_some("true")
                    on:click=move |_| {
                        state.view.set(view);
                        window().scroll_to_with_x_and_y(0.0, 0.0);
                    }
                >{move || name(view)}</button>
            })}
        </nav>
    }
}
