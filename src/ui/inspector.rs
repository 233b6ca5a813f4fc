//! The inspector: what is known about the thing that is pointed at, and why.

use leptos::prelude::*;
use web_sys::Element;

use super::dom::{self, add};
use super::locale::Texts;
use super::state::{Article, Layer, State, Target};
use crate::analysis::EntityId;

/// Draws a card about the thing that is pointed at or chosen.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.article.get()?;
    let target = match state.lit()? {
        Target::Event(event) => Target::Event(open.group_of(event)),
        target => target,
    };
    let facts = describe(&open, target, texts)?;
    let chosen = state.selected.get();
    let class = if chosen.is_some() { "inspector chosen" } else { "inspector" };
    let card = add(frame, "aside", &[("class", class), ("aria-label", texts.details)], "")?;
    add(&card, "p", &[("class", &["inspector-kind ", facts.class].concat())], &facts.kind)?;
    add(&card, "p", &[("class", "inspector-name")], &facts.name)?;
    let more = add(&card, "p", &[("class", "inspector-more")], &facts.more)?;
    let told_by = open.names_of(target);
    if !told_by.is_empty() {
        dom::append_text(&more, &[". ", texts.told_by, " ", &told_by].concat());
    }
    let chosen = chosen?;
    let row = add(&card, "div", &[("class", "inspector-actions")], "")?;
    if matches!(chosen, Target::Entity(_)) {
        for (action, sign, name) in [("previous", "↑", texts.previous), ("next", "↓", texts.next)] {
            let attributes =
                [("type", "button"), ("data-action", action), ("aria-label", name), ("title", name)];
            add(&row, "button", &attributes, sign)?;
        }
    }
    if matches!(chosen, Target::Time(_)) {
        add(&row, "button", &[("type", "button"), ("data-action", "correct-time")], texts.correct)?;
    }
    add(&row, "button", &[("type", "button"), ("class", "quiet"), ("data-action", "clear")], texts.close)?;
    Some(())
}

struct Facts {
    class: &'static str,
    kind: String,
    name: String,
    more: String,
}

fn describe(open: &Article, target: Target, texts: &'static Texts) -> Option<Facts> {
    match target {
        Target::Entity(id) => describe_entity(open, id, texts),
        Target::Quote(index) => {
            let quote = open.analysis.quotes.get(index as usize)?;
            let name = Some(quote.speaker_name.clone()).filter(|name| !name.is_empty());
            let sure = if quote.confidence < 0.5 { texts.unsure } else { texts.sure };
            let percent = (quote.confidence * 100.0) as u32;
            Some(Facts {
                class: "quote",
                kind: [texts.quoted.0, ", ", texts.quotation(quote.kind)].concat(),
                name: name.unwrap_or_else(|| texts.speaker_unknown.to_owned()),
                more: format!("{}? {} ({sure}, {percent} %)", texts.why, texts.reason(quote.reason)),
            })
        }
        Target::Event(index) => {
            let event = open.analysis.events.get(index as usize)?;
            let when =
                event.value.as_deref().map_or_else(|| texts.undated.to_owned(), |value| texts.value(value));
            Some(Facts {
                class: "event",
                kind: [texts.events_count.0, ", ", texts.status(event.status)].concat(),
                name: event.label.clone(),
                more: format!("{when}. {}? {}", texts.why, texts.reason(event.reason)),
            })
        }
        Target::Time(index) => {
            let time = open.analysis.times.get(index as usize)?;
            Some(Facts {
                class: "time",
                kind: texts.dates.to_owned(),
                name: time.span.of(&open.text).to_owned(),
                more: texts
                    .time(time, open.sources.get(open.source_of(time.span))?.date.map(|date| date.value)),
            })
        }
    }
}

fn describe_entity(open: &Article, id: u32, texts: &'static Texts) -> Option<Facts> {
    let found = &open.analysis;
    let entity = found.entities.get(id as usize)?;
    let quoted = found.quotes.iter().filter(|quote| quote.speaker == Some(EntityId(id))).count();
    let events = found.events.iter().filter(|event| event.participants.contains(&EntityId(id))).count();
    let mut more =
        super::who::told(entity, &found.entities).map_or_else(String::new, |told| [told, ". "].concat());
    more.push_str(&texts.count(entity.mentions.len(), texts.mentions));
    for (count, words) in [(quoted, texts.quoted), (events, texts.events_count)] {
        if count > 0 {
            more.push_str(", ");
            more.push_str(&texts.count(count, words));
        }
    }
    let unsure = entity.mentions.iter().all(|mention| mention.confidence < 0.5);
    if unsure {
        more.push_str(" (");
        more.push_str(texts.unsure);
        more.push(')');
    }
    let class = Layer::Names(entity.kind).code();
    Some(Facts { class, kind: texts.one(entity.kind).to_owned(), name: entity.name.clone(), more })
}
