//! The legend: what each kind of mark looks like, how many there are, and a switch for it.

use leptos::prelude::*;
use web_sys::Element;

use super::dom::add;
use super::state::{Layer, State, View};
use crate::Analysis;

/// Draws a switch for each kind of mark that the article has.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.shown(View::Article)?;
    let group =
        add(frame, "div", &[("class", "chips"), ("role", "group"), ("aria-label", texts.legend)], "")?;
    for layer in Layer::all() {
        let count = count(&open.analysis, layer);
        if count == 0 {
            continue;
        }
        let name = match layer {
            Layer::Names(kind) => texts.kind(kind),
            Layer::Times => texts.dates,
            Layer::Quotes => texts.quotations,
            Layer::Events => texts.event_marks,
        };
        let is_hidden = state.hidden.with(|hidden| hidden.contains(&layer));
        let attributes = [
            ("type", "button"),
            ("class", &["chip chip-", layer.code()].concat()),
            ("data-action", &["layer ", layer.code()].concat()),
            ("title", texts.legend_hint),
            ("aria-pressed", if is_hidden { "false" } else { "true" }),
        ];
        let chip = add(&group, "button", &attributes, "")?;
        add(&chip, "span", &[("class", "sample")], name)?;
        add(&chip, "span", &[("class", "count")], &[" ", &count.to_string()].concat())?;
    }
    Some(())
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
