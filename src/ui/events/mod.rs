//! The events timeline: a drawing on a true time axis, the same as a table, and a shelf for what has no date.

mod drawing;
mod table;

use leptos::prelude::*;

use super::state::State;
use drawing::Drawing;
use table::Table;

/// The events of the article.
#[component]
pub fn EventsView() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let as_list = RwSignal::new(false);
    let count = move || state.article.with(|open| open.as_ref().map_or(0, |open| open.analysis.events.len()));
    view! {
        <section class="panel events-panel" id="events" tabindex="-1" aria-labelledby="events-title">
            <header class="panel-head">
                <h2 id="events-title">{move || texts.get().events_title}</h2>
                <Show when=move || { count() > 0 }>
                    <button
                        type="button" class="link" data-control=""
                        aria-pressed=move || if as_list.get() { "true" } else { "false" }
                        on:click=move |_| as_list.update(|list| *list = !*list)
                    >{move || if as_list.get() { texts.get().as_timeline } else { texts.get().as_list }}</button>
                </Show>
            </header>
            <Show
                when=move || { count() > 0 }
                fallback=move || view! { <p class="none">{move || texts.get().events_none}</p> }
            >
                <Show when=move || as_list.get() fallback=move || view! { <Drawing/> <Shelf/> }>
                    <Table/>
                </Show>
            </Show>
        </section>
    }
}

/// The events that have no place on the axis.
#[component]
fn Shelf() -> impl IntoView {
    let state = State::of_page();
    let undated = move || {
        state.article.get().map_or_else(Vec::new, |open| {
            let events =
                open.analysis.events.iter().enumerate().filter(|(_, event)| event.interval.is_none());
            events.map(|(index, event)| (index, event.label.clone(), event.status)).collect::<Vec<_>>()
        })
    };
    view! {
        <Show when=move || !undated().is_empty()>
            <div class="shelf">
                <h3>{move || state.texts.get().events_undated}</h3>
                <ul>
                    {move || undated().into_iter().map(|(index, label, status)| view! {
                        <li>
                            <button type="button" class=format!("shelved status-{}", status.label()) data-v=index.to_string()>
                                {label}
                                <span class="status-name">{state.texts.get().status(status)}</span>
                            </button>
                        </li>
                    }).collect::<Vec<_>>()}
                </ul>
            </div>
        </Show>
    }
}
