//! Who and what: the entities by kind, with counts and a strip of where each occurs.

use std::fmt::Write;

use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use super::drawn::Drawn;
use super::state::{Article, Layer, State};
use crate::analysis::{Entity, EntityKind};

/// Entities of a kind that are shown before the rest is folded away.
const FIRST: usize = 8;
/// Parts that the strip divides the article into.
const PARTS: usize = 80;

/// The names of the article.
#[component]
pub fn WhoView() -> impl IntoView {
    let state = State::of_page();
    let is_empty = Memo::new(move |_| {
        state.article.with(|open| open.as_ref().is_none_or(|open| open.analysis.entities.is_empty()))
    });
    view! {
        <section class="panel" id="who" tabindex="-1" aria-labelledby="who-title">
            <header class="panel-head"><h2 id="who-title">{state.say(|texts| texts.view_who)}</h2></header>
            <p class="none" hidden=move || !is_empty.get()>{state.say(|texts| texts.no_entities)}</p>
            <Drawn class="kinds" draw=Box::new(move |frame| draw(frame, state))/>
        </section>
    }
}

fn draw(frame: &Element, state: State) {
    let texts = state.texts.get();
    let Some(open) = state.article.get() else { return };
    for kind in EntityKind::ALL {
        let mut found: Vec<(usize, &Entity)> =
            open.analysis.entities.iter().enumerate().filter(|(_, entity)| entity.kind == kind).collect();
        if found.is_empty() {
            continue;
        }
        found.sort_by_key(|&(id, entity)| (usize::MAX - entity.mentions.len(), id));
        let class = format!("kind kind-{}", Layer::Names(kind).code());
        let Some(group) = dom::add(frame, "div", &[("class", &class)], "") else { return };
        dom::add(&group, "h3", &[], texts.kind(kind));
        let (first, rest) = found.split_at(found.len().min(FIRST));
        draw_list(&group, first, &open);
        if !rest.is_empty()
            && let Some(more) = dom::add(&group, "details", &[], "")
        {
            dom::add(&more, "summary", &[], &format!("+ {}", rest.len()));
            draw_list(&more, rest, &open);
        }
    }
}

fn draw_list(group: &Element, entities: &[(usize, &Entity)], open: &Article) -> Option<()> {
    let list = dom::add(group, "ul", &[], "")?;
    for (id, entity) in entities {
        let item = dom::add(&list, "li", &[], "")?;
        let attributes = [("type", "button"), ("class", "who"), ("data-e", &id.to_string())];
        let button = dom::add(&item, "button", &attributes, "")?;
        dom::add(&button, "span", &[("class", "who-name"), ("title", &entity.name)], &entity.name)?;
        let attributes = [
            ("class", "strip"),
            ("viewBox", "0 0 80 10"),
            ("preserveAspectRatio", "none"),
            ("aria-hidden", "true"),
        ];
        let strip = dom::add_svg(&button, "svg", &attributes, "")?;
        dom::add_svg(&strip, "path", &[("d", &strokes(entity, open.text.len()))], "")?;
        dom::add(&button, "span", &[("class", "count")], &entity.mentions.len().to_string())?;
    }
    Some(())
}

/// A stroke for each part of the article that names the entity.
fn strokes(entity: &Entity, length: usize) -> String {
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
