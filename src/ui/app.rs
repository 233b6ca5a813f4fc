//! The whole page.

use leptos::prelude::*;

use super::article::ArticleView;
use super::drawn::Drawn;
use super::events::EventsView;
use super::state::State;
use super::{
    actions, address, article, bench, correct, dialogs, embed, export, inspector, keys, legend, linking,
    masthead, opening, share, speakers, storage, welcome, who,
};

/// The page: an invitation while nothing is open, else the article beside its timelines.
#[component]
pub fn App() -> impl IntoView {
    address::move_mistake();
    let state = address::initial_state();
    provide_context(state);
    keep_preferences(state);
    linking::keep_lit(state);
    actions::listen(state);
    keys::listen(state);
    if !state.embed.is_on() {
        opening::listen_for_drops(state);
        opening::listen_for_paste(state);
    }
    embed::keep_settled(state);
    article::listen_for_print(state);
    bench::offer();
    share::listen_for_links(state);

    view! {
        <a class="skip" href="#article" data-action="skip">{state.say(|texts| texts.skip)}</a>
        <header><Drawn class="masthead" draw=masthead::draw/></header>
        <Drawn class="status" draw=opening::draw_work/>
        <Drawn class="alerts" draw=opening::draw_problem/>
        <Drawn class="drawn" draw=masthead::draw_tabs/>
        <main tabindex="-1">
            <Drawn class="welcome" draw=welcome::draw/>
            <div class="desk" data-view=move || state.view.get().code() hidden=move || !state.is_open.get()>
                <div class="reading">
                    <Drawn class="legend" draw=legend::draw/>
                    <ArticleView/>
                </div>
                <div class="tools">
                    <EventsView/>
                    <section class="panel" id="speakers" tabindex="-1" aria-labelledby="speakers-title">
                        <Drawn class="drawn" draw=speakers::draw/>
                    </section>
                    <section class="panel" id="who" tabindex="-1" aria-labelledby="who-title">
                        <Drawn class="drawn" draw=who::draw/>
                    </section>
                </div>
                <Drawn class="drawn" draw=inspector::draw/>
            </div>
        </main>
        {(!state.embed.is_on())
            .then(|| {
                view! {
                    <Drawn class="drawn" draw=dialogs::draw/>
                    <Drawn class="drawn" draw=correct::draw/>
                    <Drawn class="drawn" draw=share::draw/>
                    <Drawn class="drawn" draw=export::draw/>
                    <Drawn class="drawn" draw=opening::draw_drop/>
                }
            })}
        <footer><Drawn class="foot" draw=embed::draw_foot/></footer>
    }
}

/// Keeps language and theme on the root element and in this browser's memory.
fn keep_preferences(state: State) {
    Effect::new(move |earlier: Option<()>| {
        let (texts, theme) = (state.texts.get(), state.theme.get());
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", texts.language.code());
            let _ = root.set_attribute("data-theme", theme.code());
        }
        document().set_title(&["Kroniek: ", texts.tagline].concat());
        if earlier.is_some() {
            storage::write("language", texts.language.code());
            storage::write("theme", theme.code());
        }
    });
}
