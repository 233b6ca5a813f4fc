//! The article: its text with marks, its date, and the ways to walk through it.

mod body;
mod date;
pub mod tabs;

use leptos::prelude::*;

use super::dom;
use super::drawn::Drawn;
use super::linking;
use super::state::{Article, State, Target, View};
use crate::text::Span;

pub use body::Watcher;

/// The article that is open.
#[component]
pub fn ArticleView() -> impl IntoView {
    let state = State::of_page();
    let classes = move || {
        let hidden = state.hidden.get();
        hidden.iter().fold("article".to_owned(), |classes, layer| [&classes, " hide-", layer.code()].concat())
    };
    view! {
        <article id="article" tabindex="-1" class=classes>
            <Drawn class="article-tabs" draw=tabs::draw/>
            <Drawn class="date-line" draw=date::draw/>
            <Drawn class="body" draw=body::draw/>
        </article>
    }
}

/// On paper every block has its marks, also those that never came near the screen.
pub fn listen_for_print(state: State) {
    let print = window_event_listener_untyped("beforeprint", move |_| {
        if let Some(article) = state.article.get_untracked() {
            (0..article.analysis.blocks.len()).for_each(|index| body::fill(&article, index));
        }
    });
    on_cleanup(move || print.remove());
}

/// Brings a target into view in the article, drawing its block first where that has not been done.
pub fn reveal(state: State, target: Target) {
    let place = state.article.with_untracked(|open| first_place(open.as_deref()?, target));
    if let Some(span) = place {
        reveal_span(state, span);
    }
}

/// Moves to the next (`1`) or previous (`-1`) mention of the chosen entity, or of the first one.
pub fn step_mention(state: State, step: i32) {
    let chosen = match state.selected.get_untracked() {
        Some(Target::Entity(id)) => id,
        _ => 0,
    };
    let Some(article) = state.article.get_untracked() else { return };
    let Some(entity) = article.analysis.entities.get(chosen as usize) else { return };
    let count = entity.mentions.len() as i32;
    let here =
        dom::first(".article .current").and_then(|mark| mark.get_attribute("data-at")?.parse::<u32>().ok());
    let at = here.and_then(|here| entity.mentions.iter().position(|mention| mention.span.start == here));
    let next = match at {
        Some(at) => (at as i32 + step).rem_euclid(count),
        None if step > 0 => {
            // The first one of the article that is read.
            let start =
                article.sources.get(state.current.get_untracked()).map_or(0, |source| source.span.start);
            entity.mentions.iter().position(|mention| mention.span.start >= start).unwrap_or(0) as i32
        }
        None => count - 1,
    };
    state.selected.set(Some(Target::Entity(chosen)));
    reveal_span(state, entity.mentions[next as usize].span);
}

fn reveal_span(state: State, span: Span) {
    if !state.embed.shows(View::Article) {
        return;
    }
    let Some(article) = state.article.get_untracked() else { return };
    state.view.set(View::Article);
    let source = article.source_of(span);
    if source != state.current.get_untracked() {
        state.read(source);
    }
    // The view may have been a hidden tab until now, and another article may have been read: the one is laid out in the
    // next frame, the other drawn.
    request_animation_frame(move || {
        let block = article.analysis.blocks.partition_point(|block| block.span.end <= span.start);
        body::fill(&article, block);
        linking::relight_now(state);
        dom::each(".article .current", |mark| {
            let _ = mark.class_list().remove_1("current");
        });
        let selector = format!(".article [data-at=\"{}\"]", span.start);
        if let Some(mark) = dom::first(&selector) {
            let _ = mark.class_list().add_1("current");
        }
        dom::scroll_to(&selector);
    });
}

fn first_place(article: &Article, target: Target) -> Option<Span> {
    let found = &article.analysis;
    match target {
        Target::Entity(id) => found.entities.get(id as usize)?.mentions.first().map(|mention| mention.span),
        Target::Quote(index) => found.quotes.get(index as usize).map(|quote| quote.span),
        Target::Event(index) => found.events.get(index as usize).map(|event| event.span),
        Target::Time(index) => found.times.get(index as usize).map(|time| time.span),
    }
}
