//! What the page shows while nothing is open.

use leptos::prelude::*;

use super::dialogs;
use super::opening::{ask_for_file, open_example};
use super::state::State;

/// An invitation to drop, choose or paste an article, or to try one.
#[component]
pub fn Welcome() -> impl IntoView {
    let state = State::of_page();
    let texts = move || state.texts.get();
    view! {
        <main class="welcome" id="article" tabindex="-1">
            <h1>{move || texts().tagline}</h1>
            <p class="intro">{move || texts().intro}</p>
            <div class="drop-zone">
                <p class="drop-hint">{move || texts().drop_here}</p>
                <div class="choices">
                    <button type="button" class="primary" on:click=move |_| ask_for_file()>
                        {move || texts().choose_file}
                    </button>
                    <button type="button" on:click=move |_| dialogs::open(dialogs::PASTE)>{move || texts().paste}</button>
                    <button type="button" data-testid="example" on:click=move |_| open_example(state)>
                        {move || texts().example}
                    </button>
                </div>
            </div>
            <p class="privacy">{move || texts().privacy}</p>
        </main>
    }
}
