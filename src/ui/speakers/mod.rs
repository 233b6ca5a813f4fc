//! The speakers timeline: one lane a speaker, a bar a quotation, from the beginning of the article to its end.

mod lanes;

use leptos::prelude::*;

use super::state::State;
use lanes::{Lane, lanes};

/// Width of a lane's drawing in its own units; it is stretched to the panel.
const WIDTH: f64 = 1000.0;
/// The narrowest bar.
const NARROWEST: f64 = 4.0;

/// The speakers of the article.
#[component]
pub fn SpeakersView() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let found = Memo::new(move |_| {
        state.article.with(|open| open.as_ref().map_or_else(Vec::new, |open| lanes(open)))
    });
    view! {
        <section class="panel" id="speakers" tabindex="-1" aria-labelledby="speakers-title">
            <header class="panel-head">
                <h2 id="speakers-title">{move || texts.get().speakers_title}</h2>
                <Show when=move || !found.with(Vec::is_empty)>
                    <p class="key" aria-hidden="true">
                        <span class="key-direct"></span>{move || texts.get().direct}
                        <span class="key-indirect"></span>{move || texts.get().indirect}
                    </p>
                </Show>
            </header>
            <Show
                when=move || !found.with(Vec::is_empty)
                fallback=move || view! { <p class="none">{move || texts.get().speakers_none}</p> }
            >
                <ul class="lanes">
                    {move || found.get().into_iter().map(|lane| view! { <LaneView lane/> }).collect::<Vec<_>>()}
                </ul>
                <p class="hint">{move || texts.get().speakers_help}</p>
            </Show>
        </section>
    }
}

#[component]
fn LaneView(lane: Lane) -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let entity = lane.entity.map(|id| id.0.to_string());
    let name = lane.name.clone();
    let shown = move || if name.is_empty() { texts.get().speaker_unknown.to_owned() } else { name.clone() };
    let spoken = move || format!("{} % {}", lane.share, texts.get().share_of_words);
    let bars: Vec<_> = lane
        .bars
        .iter()
        .map(|bar| {
            let x = bar.begin * WIDTH;
            let width = ((bar.end - bar.begin) * WIDTH).max(NARROWEST);
            let class = format!("bar {}{}", bar.kind, if bar.weak { " weak" } else { "" });
            view! {
                <g class=class data-q=bar.quote.to_string() data-s=entity.clone()>
                    <title>{bar.text.clone()}</title>
                    <rect class="hit" x=x - 3.0 y=0 width=width + 6.0 height=24></rect>
                    <rect class="shape" x=x y=4 width=width height=16 rx=1.5></rect>
                </g>
            }
        })
        .collect();
    view! {
        <li class="lane">
            <button type="button" class="lane-name" data-e=entity.clone() title=lane.name.clone()>
                <span>{shown}</span>
                <span class="share" aria-hidden="true">{format!("{} %", lane.share)}</span>
                <span class="hidden-label">{spoken}</span>
            </button>
            <svg class="track" viewBox=format!("0 0 {WIDTH} 24") preserveAspectRatio="none" aria-hidden="true">
                <line class="rail" x1=0 x2=WIDTH y1=12 y2=12></line>
                {bars}
            </svg>
        </li>
    }
}
