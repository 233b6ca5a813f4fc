//! The whole page.

use leptos::prelude::*;

use super::article::ArticleView;
use super::dialogs::{KeysDialog, PasteDialog};
use super::events::EventsView;
use super::inspector::Inspector;
use super::legend::Legend;
use super::masthead::{Masthead, Tabs};
use super::opening::{DropOverlay, FileInput, Status, listen_for_drops, listen_for_paste};
use super::speakers::SpeakersView;
use super::state::State;
use super::welcome::Welcome;
use super::who::WhoView;
use super::{address, bench, dom, keys, linking, storage};
use crate::lang::Language;

/// The page: an invitation while nothing is open, else the article beside its timelines.
#[component]
pub fn App() -> impl IntoView {
    let state = address::initial_state();
    provide_context(state);
    keep_preferences(state);
    linking::keep_lit(state);
    keys::listen(state);
    listen_for_drops(state);
    listen_for_paste(state);
    bench::offer(state);

    let is_open = Memo::new(move |_| state.article.with(Option::is_some));
    view! {
        <a class="skip" href="#article" on:click=skip>{state.say(|texts| texts.skip)}</a>
        <Masthead/>
        <Status/>
        <Show when=move || is_open.get() fallback=Welcome>
            <main
                class="desk"
                data-view=move || state.view.get().code()
                on:mouseover=move |event| state.hovered.set(linking::target_of(&event))
                on:mouseleave=move |_| state.hovered.set(None)
                on:focusin=move |event| state.hovered.set(linking::target_of(&event))
                on:focusout=move |_| state.hovered.set(None)
                on:click=move |event| choose(state, &event)
            >
                <div class="reading">
                    <Legend/>
                    <ArticleView/>
                </div>
                <div class="tools">
                    <EventsView/>
                    <SpeakersView/>
                    <WhoView/>
                </div>
                <Inspector/>
            </main>
            <Tabs/>
        </Show>
        <FileInput/>
        <PasteDialog/>
        <KeysDialog/>
        <DropOverlay/>
    }
}

/// A click on what stands for something chooses it, and shows it where the reader is not looking.
fn choose(state: State, event: &web_sys::MouseEvent) {
    if dom::is_control(event) {
        return;
    }
    let inside_article = dom::is_inside(event, ".article");
    let target = linking::target_of(event);
    state.selected.set(target);
    let Some(target) = target else { return };
    if inside_article {
        linking::show_in_tools(target);
    } else {
        super::article::reveal(state, target);
    }
}

/// Moves the focus to the article without touching the address, which holds other things.
fn skip(event: web_sys::MouseEvent) {
    event.prevent_default();
    dom::focus("#article");
}

/// Keeps language and theme on the root element and in this browser's memory.
fn keep_preferences(state: State) {
    let root = document().document_element();
    let set = move |name: &str, value: &str| {
        if let Some(root) = &root {
            let _ = root.set_attribute(name, value);
        }
    };
    let set_theme = set.clone();
    Effect::new(move |earlier: Option<()>| {
        let language: Language = state.texts.get().language;
        set("lang", language.code());
        document().set_title(&format!("Kroniek: {}", state.texts.get().tagline));
        if earlier.is_some() {
            storage::write("language", language.code());
        }
    });
    Effect::new(move |earlier: Option<()>| {
        let theme = state.theme.get();
        set_theme("data-theme", theme.code());
        if earlier.is_some() {
            storage::write("theme", theme.code());
        }
    });
}
