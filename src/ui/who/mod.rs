//! Who and what: the entities by kind, with counts and a strip of where each occurs.

use std::fmt::Write;

use leptos::prelude::*;

use super::state::{Article, State};
use crate::analysis::{Entity, EntityKind};

/// Entities of a kind that are shown before "more".
const FIRST: usize = 8;
/// Parts that the strip divides the article into.
const PARTS: usize = 80;

/// The names of the article.
#[component]
pub fn WhoView() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let is_empty =
        move || state.article.with(|open| open.as_ref().is_none_or(|open| open.analysis.entities.is_empty()));
    view! {
        <section class="panel" id="who" tabindex="-1" aria-labelledby="who-title">
            <header class="panel-head"><h2 id="who-title">{move || texts.get().view_who}</h2></header>
            <Show
                when=move || !is_empty()
                fallback=move || view! { <p class="none">{move || texts.get().no_entities}</p> }
            >
                <div class="kinds">
                    {EntityKind::ALL.map(|kind| view! { <KindView kind/> })}
                </div>
            </Show>
        </section>
    }
}

/// A line of the list.
#[derive(Clone, PartialEq)]
struct Line {
    id: usize,
    name: String,
    count: usize,
    strip: String,
}

#[component]
fn KindView(kind: EntityKind) -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let all = RwSignal::new(false);
    let lines = Memo::new(move |_| {
        state.article.with(|open| open.as_ref().map_or_else(Vec::new, |open| lines(open, kind)))
    });
    let class = format!("kind kind-{}", super::state::Layer::Names(kind).code());
    let shown = move || {
        let mut lines = lines.get();
        if !all.get() {
            lines.truncate(FIRST);
        }
        lines
    };
    let more = move || lines.with(Vec::len).saturating_sub(FIRST);
    view! {
        <Show when=move || !lines.with(Vec::is_empty)>
            <div class=class.clone()>
                <h3>{move || texts.get().kind(kind)}</h3>
                <ul>
                    {move || shown().into_iter().map(|line| view! {
                        <li>
                            <button type="button" class="who" data-e=line.id.to_string()>
                                <span class="who-name">{line.name}</span>
                                <svg class="strip" viewBox=format!("0 0 {PARTS} 10") preserveAspectRatio="none" aria-hidden="true">
                                    <path d=line.strip></path>
                                </svg>
                                <span class="count">{line.count}</span>
                            </button>
                        </li>
                    }).collect::<Vec<_>>()}
                </ul>
                <Show when=move || { more() > 0 && !all.get() }>
                    <button type="button" class="link more" data-control="" on:click=move |_| all.set(true)>
                        {move || format!("+ {}", more())}
                    </button>
                </Show>
            </div>
        </Show>
    }
}

fn lines(open: &Article, kind: EntityKind) -> Vec<Line> {
    let of_kind = open.analysis.entities.iter().enumerate().filter(|(_, entity)| entity.kind == kind);
    let mut lines: Vec<Line> = of_kind
        .map(|(id, entity)| Line {
            id,
            name: entity.name.clone(),
            count: entity.mentions.len(),
            strip: strip(entity, open.text.len()),
        })
        .collect();
    lines.sort_by(|a, b| b.count.cmp(&a.count).then(a.id.cmp(&b.id)));
    lines
}

/// A stroke for each part of the article that names the entity.
fn strip(entity: &Entity, length: usize) -> String {
    let mut path = String::new();
    let mut last = usize::MAX;
    for mention in &entity.mentions {
        let part = mention.span.start as usize * (PARTS - 1) / length.max(1);
        if part != last {
            let _ = write!(path, "M{part} 0h1v10h-1z");
            last = part;
        }
    }
    path
}
