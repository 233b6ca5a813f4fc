//! The line above the article: its date, or the question for it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, SubmitEvent};

use crate::analysis::Notice;
use crate::times::PartialDate;
use crate::ui::dom;
use crate::ui::state::State;

/// The article's date with where it comes from, or the question when it was published.
#[component]
pub fn DateLine() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let editing = RwSignal::new(false);
    let invalid = RwSignal::new(false);
    let date =
        Memo::new(move |_| state.article.with(|open| open.as_ref().and_then(|open| open.analysis.date)));
    let asks = move || date.get().is_none() || editing.get();
    let foreign = move || {
        state.article.with(|open| {
            open.as_ref().is_some_and(|open| open.analysis.notices.contains(&Notice::LanguageUnknown))
        })
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let input = dom::first("#date").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        match input.and_then(|input| input.value().trim().parse::<PartialDate>().ok()) {
            Some(date) => {
                invalid.set(false);
                editing.set(false);
                state.state_date(date);
            }
            None => invalid.set(true),
        }
    };
    view! {
        <div class="date-line" data-control="">
            <Show when=move || !asks()>
                <p class="date-known">
                    <time datetime=move || date.get().map(|date| date.value.to_string())>
                        {move || date.get().map(|date| texts.get().date(date.value))}
                    </time>
                    <span class="source">
                        {move || date.get().map(|date| texts.get().date_source(date.source))}
                    </span>
                    <button type="button" class="link" on:click=move |_| editing.set(true)>
                        {state.say(|texts| texts.date_change)}
                    </button>
                </p>
            </Show>
            <Show when=asks>
                <form class="date-question" on:submit=submit>
                    <p>{state.say(|texts| texts.date_question)}</p>
                    <label>
                        <span>{state.say(|texts| texts.date_label)}</span>
                        // A date field cannot hold a month without a day, which is all that many articles tell.
                        <input
                            id="date" type="text" inputmode="numeric" placeholder="2022-03-24" autocomplete="off"
                            aria-invalid=move || if invalid.get() { "true" } else { "false" }
                            aria-describedby="date-error"
                        />
                    </label>
                    <input
                        type="date" class="calendar" tabindex="-1" aria-hidden="true"
                        on:change=move |event| {
                            let input = dom::first("#date").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
                            if let Some(input) = input {
                                input.set_value(&event_target_value(&event));
                            }
                        }
                    />
                    <button type="submit">{state.say(|texts| texts.date_apply)}</button>
                    <Show when=move || date.get().is_some()>
                        <button type="button" class="quiet" on:click=move |_| editing.set(false)>
                            {state.say(|texts| texts.close)}
                        </button>
                    </Show>
                    <p id="date-error" class="error" role="alert">
                        {move || invalid.get().then(|| texts.get().date_invalid)}
                    </p>
                </form>
            </Show>
            <Show when=foreign>
                <p class="notice">{state.say(|texts| texts.language_unknown)}</p>
            </Show>
        </div>
    }
}
