//! Linking: what is pointed at anywhere lights up everywhere.
//!
//! Every element that stands for something carries its index: `data-e` entity, `data-q` quotation, `data-v`
//! event, `data-t` time; `data-s` is a quotation's speaker and `data-p` the participants of an event. One
//! listener on the page reads them, and one effect sets the classes `lit` and `related`. A reactive class on
//! each element was measured at 1,260 ms a selection with 20,000 marks (DESIGN, section 4).

use std::fmt::Write;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::dom;
use super::state::{Article, State, Target};

/// The class of what is pointed at.
const LIT: &str = "lit";
/// The class of what belongs to it.
const RELATED: &str = "related";

/// The target that an event's element stands for.
pub fn target_of(event: &Event) -> Option<Target> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let element = element.closest("[data-e],[data-q],[data-v],[data-t]").ok()??;
    let index = |name: &str| element.get_attribute(name)?.parse().ok();
    // The innermost first: a name inside a quotation is the name.
    index("data-e")
        .map(Target::Entity)
        .or_else(|| index("data-v").map(Target::Event))
        .or_else(|| index("data-t").map(Target::Time))
        .or_else(|| index("data-q").map(Target::Quote))
}

/// Takes note of what the pointer or the focus is on.
pub fn point(state: State, event: &Event) {
    let target = if dom::is_inside(event, ".desk") { target_of(event) } else { None };
    if state.hovered.get_untracked() != target {
        state.hovered.set(target);
    }
}

/// Sets the classes of everything that belongs to `target` and takes them from the rest.
pub fn light(target: Option<Target>, article: Option<&Article>) {
    dom::each(&format!(".{LIT},.{RELATED}"), |element| {
        let classes = element.class_list();
        let _ = classes.remove_2(LIT, RELATED);
    });
    let Some((lit, related)) = target.map(|target| selectors(target, article)) else { return };
    for (selector, class) in [(related, RELATED), (lit, LIT)] {
        if !selector.is_empty() {
            dom::each(&selector, |element| {
                let _ = element.class_list().add_1(class);
            });
        }
    }
}

fn selectors(target: Target, article: Option<&Article>) -> (String, String) {
    let mut related = String::new();
    let mut add = |name: &str, index: u32| {
        let comma = if related.is_empty() { "" } else { "," };
        let _ = write!(related, "{comma}[data-{name}=\"{index}\"]");
    };
    let lit = match target {
        Target::Entity(id) => {
            related = format!("[data-s=\"{id}\"],[data-p~=\"{id}\"]");
            format!("[data-e=\"{id}\"]")
        }
        Target::Quote(index) => {
            let quote = article.and_then(|article| article.analysis.quotes.get(index as usize));
            if let Some(speaker) = quote.and_then(|quote| quote.speaker) {
                add("e", speaker.0);
            }
            format!("[data-q=\"{index}\"]")
        }
        Target::Event(index) => {
            let event = article.and_then(|article| article.analysis.events.get(index as usize));
            event.iter().flat_map(|event| &event.participants).for_each(|id| add("e", id.0));
            format!("[data-v=\"{index}\"]")
        }
        Target::Time(index) => {
            for event in events_at(index, article) {
                add("v", event);
            }
            format!("[data-t=\"{index}\"]")
        }
    };
    (lit, related)
}

/// The events that stand in the sentence of a time expression.
fn events_at(time: u32, article: Option<&Article>) -> Vec<u32> {
    let Some(article) = article else { return Vec::new() };
    let Some(time) = article.analysis.times.get(time as usize) else { return Vec::new() };
    let sentences = &article.analysis.sentences;
    let at = sentences.partition_point(|sentence| sentence.span.end <= time.span.start) as u32;
    let events = (0_u32..).zip(&article.analysis.events);
    events.filter(|(_, event)| event.sentence == at).map(|(index, _)| article.group_of(index)).collect()
}

/// Keeps the lights in step with what is pointed at, and with the article.
pub fn keep_lit(state: State) {
    Effect::new(move || {
        let target = state.lit();
        state.article.track();
        // The views draw in this turn of the event loop; what they drew is lit in the next frame.
        request_animation_frame(move || relight(state, target));
    });
}

/// Lights what is pointed at in elements that were drawn just now.
pub fn relight_now(state: State) {
    let target = state.hovered.get_untracked().or_else(|| state.selected.get_untracked());
    relight(state, target);
}

fn relight(state: State, target: Option<Target>) {
    if let Some(article) = state.article.try_get_untracked() {
        light(target, article.as_deref());
    }
}

/// Brings a target's line into view in the lists beside the article, without moving the article.
pub fn show_in_tools(target: Target) {
    let selector = match target {
        Target::Entity(id) => format!(".who[data-e=\"{id}\"]"),
        Target::Event(index) => format!(".tools [data-v=\"{index}\"]"),
        Target::Quote(_) | Target::Time(_) => return,
    };
    if let (Some(panel), Some(line)) = (dom::first(".tools"), dom::first(&selector)) {
        dom::scroll_within(&panel, &line);
    }
}
