//! What the page shows while nothing is open.

use leptos::prelude::*;

use super::dialogs;
use super::opening::{ask_for_file, open_example};
use super::state::State;

/// An invitation to drop, choose or paste an article, or to try one.
#[component]
pub fn Welcome() -> impl IntoView {
    let state = State::of_page();
    view! {
        <main class="welcome" id="article" tabindex="-1">
            <h1>{state.say(|texts| texts.tagline)}</h1>
            <p class="intro">{state.say(|texts| texts.intro)}</p>
            <div class="drop-zone">
                <p class="drop-hint">{state.say(|texts| texts.drop_here)}</p>
                <div class="choices">
                    <button type="button" class="primary" on:click=move |_| ask_for_file()>
                        {state.say(|texts| texts.choose_file)}
                    </button>
                    <button type="button" on:click=move |_| dialogs::open(dialogs::PASTE)>{state.say(|texts| texts.paste)}</button>
                    <button type="button" data-testid="example" on:click=move |_| open_example(state)>
                        {state.say(|texts| texts.example)}
                    </button>
                </div>
            </div>
            <p class="privacy">{state.say(|texts| texts.privacy)}</p>
        </main>
    }
}
