//! Who and what: the entities by kind, with counts and a strip of where each occurs.

use std::fmt::Write;

use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use super::state::{Article, Layer, State, Target, View};
use crate::analysis::{Entity, EntityKind};

/// Entities of a kind that are shown before the rest is folded away.
const FIRST: usize = 8;
/// Parts that the strip divides the article into.
const PARTS: usize = 80;

/// Draws the names of the article.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.shown(View::Who)?;
    let head = dom::add(frame, "div", &[("class", "panel-head")], "")?;
    dom::add(&head, "h2", &[("id", "who-title")], texts.view_who)?;
    let kinds = dom::add(frame, "div", &[("class", "kinds")], "")?;
    for kind in EntityKind::ALL {
        let of_kind = open.analysis.entities.iter().enumerate().filter(|(_, entity)| entity.kind == kind);
        // The most often named first.
        let mut found: Vec<(i64, usize)> =
            of_kind.map(|(id, entity)| (-(entity.mentions.len() as i64), id)).collect();
        found.sort_unstable();
        if found.is_empty() {
            continue;
        }
        let class = ["kind kind-", Layer::Names(kind).code()].concat();
        let group = dom::add(&kinds, "div", &[("class", &class)], "")?;
        dom::add(&group, "h3", &[], texts.kind(kind))?;
        let (first, rest) = found.split_at(found.len().min(FIRST));
        draw_list(&group, first, &open)?;
        if !rest.is_empty() {
            let more = dom::add(&group, "details", &[], "")?;
            dom::add(&more, "summary", &[], &["+ ", &rest.len().to_string()].concat())?;
            draw_list(&more, rest, &open)?;
        }
    }
    if open.analysis.entities.is_empty() {
        dom::add(frame, "p", &[("class", "none")], texts.no_entities)?;
    }
    Some(())
}

fn draw_list(group: &Element, entities: &[(i64, usize)], open: &Article) -> Option<()> {
    let list = dom::add(group, "ul", &[], "")?;
    for (_, id) in entities {
        let entity = open.analysis.entities.get(*id)?;
        let item = dom::add(&list, "li", &[], "")?;
        let attributes = [("type", "button"), ("class", "who"), ("data-e", &id.to_string())];
        let button = dom::add(&item, "button", &attributes, "")?;
        let name =
            dom::add(&button, "span", &[("class", "who-name"), ("title", &entity.name)], &entity.name)?;
        if let Some(told) = told(entity, &open.analysis.entities) {
            add_small(&name, "who-told", told)?;
        }
        if open.is_several() {
            add_small(&name, "who-told told-by", &open.names_of(Target::Entity(*id as u32)))?;
        }
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

fn add_small(name: &Element, class: &str, text: &str) -> Option<Element> {
    dom::add(name, "small", &[("class", class), ("title", text)], text)
}

/// What the article tells of an entity: a person's title, or the place that a group is of.
pub fn told<'a>(entity: &'a Entity, entities: &'a [Entity]) -> Option<&'a str> {
    let place = || entities.get(entity.place?.0 as usize).map(|place| place.name.as_str());
    entity.description.as_deref().or_else(place)
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
