//! The legend: what each kind of mark looks like, how many there are, and a switch for it.

use leptos::prelude::*;

use super::state::{Layer, State};
use crate::Analysis;

/// The legend above the article.
#[component]
pub fn Legend() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let name = move |layer| {
        let texts = texts.get();
        match layer {
            Layer::Names(kind) => texts.kind(kind),
            Layer::Times => texts.dates,
            Layer::Quotes => texts.quotations,
            Layer::Events => texts.event_marks,
        }
    };
    let count =
        move |layer| state.article.with(|open| open.as_ref().map_or(0, |open| count(&open.analysis, layer)));
    let toggle = move |layer| {
        state.hidden.update(|hidden| match hidden.iter().position(|other| *other == layer) {
            Some(index) => drop(hidden.swap_remove(index)),
            None => hidden.push(layer),
        });
    };
    view! {
        <div class="legend" role="group" aria-label=state.say(|texts| texts.legend) data-control="">
            {Layer::all().map(|layer| view! {
                <button
                    type="button"
                    class=format!("chip chip-{}", layer.code())
                    title=state.say(|texts| texts.legend_hint)
                    aria-pressed=move || if state.hidden.with(|hidden| hidden.contains(&layer)) { "false" } else { "true" }
                    hidden=move || count(layer) == 0
                    on:click=move |_| toggle(layer)
                >
                    <span class="sample">{move || name(layer)}</span>
                    " "
                    <span class="count">{move || count(layer)}</span>
                </button>
            }).collect::<Vec<_>>()}
        </div>
    }
}

/// How many things of a layer were found: entities, not mentions.
fn count(analysis: &Analysis, layer: Layer) -> usize {
    match layer {
        Layer::Names(kind) => analysis.entities.iter().filter(|entity| entity.kind == kind).count(),
        Layer::Times => analysis.times.len(),
        Layer::Quotes => analysis.quotes.len(),
        Layer::Events => analysis.events.len(),
    }
}
