//! The inspector: what is known about the thing that is pointed at, and why.

use leptos::prelude::*;

use super::article;
use super::locale::Texts;
use super::state::{Article, State, Target};
use crate::analysis::EntityId;

/// A card about the thing that is pointed at or chosen.
#[component]
pub fn Inspector() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let facts = Memo::new(move |_| {
        let target = state.lit()?;
        state.article.with(|open| describe(open.as_deref()?, target, texts.get()))
    });
    let chosen = move || state.selected.get().is_some();
    let step = move |by| match state.selected.get_untracked() {
        Some(Target::Entity(_)) => article::step_mention(state, by),
        Some(target) => article::reveal(state, target),
        None => {}
    };
    let walks = move || matches!(state.selected.get(), Some(Target::Entity(_)));
    view! {
        <aside class="inspector" class:shown=move || facts.get().is_some() class:chosen=chosen aria-label=state.say(|texts| texts.details) data-control="">
            {move || facts.get().map(|facts| view! {
                <p class=format!("inspector-kind {}", facts.class)>{facts.kind}</p>
                <p class="inspector-name">{facts.name}</p>
                <p class="inspector-more">{facts.more}</p>
            })}
            <Show when=chosen>
                <div class="inspector-actions">
                    <Show when=walks>
                        <button type="button" aria-label=state.say(|texts| texts.previous) on:click=move |_| step(-1)>"↑"</button>
                        <button type="button" aria-label=state.say(|texts| texts.next) on:click=move |_| step(1)>"↓"</button>
                    </Show>
                    <button type="button" class="quiet" on:click=move |_| state.selected.set(None)>{state.say(|texts| texts.close)}</button>
                </div>
            </Show>
        </aside>
    }
}

#[derive(Clone, PartialEq)]
struct Facts {
    class: &'static str,
    kind: String,
    name: String,
    more: String,
}

fn describe(open: &Article, target: Target, texts: &Texts) -> Option<Facts> {
    let found = &open.analysis;
    match target {
        Target::Entity(id) => {
            let entity = found.entities.get(id as usize)?;
            let is_this = |speaker: Option<EntityId>| speaker == Some(EntityId(id));
            let quoted = found.quotes.iter().filter(|quote| is_this(quote.speaker)).count();
            let events =
                found.events.iter().filter(|event| event.participants.contains(&EntityId(id))).count();
            let mut more = vec![texts.count(entity.mentions.len(), texts.mentions)];
            if quoted > 0 {
                more.push(texts.count(quoted, texts.quoted));
            }
            if events > 0 {
                more.push(texts.count(events, texts.events_count));
            }
            let class = super::state::Layer::Names(entity.kind).code();
            Some(Facts {
                class,
                kind: texts.one(entity.kind).to_owned(),
                name: entity.name.clone(),
                more: more.join(", "),
            })
        }
        Target::Quote(index) => {
            let quote = found.quotes.get(index as usize)?;
            let name = Some(quote.speaker_name.clone()).filter(|name| !name.is_empty());
            let kind = format!("{}, {}", texts.quoted.0, texts.quotation(quote.kind));
            let sure = if quote.confidence < 0.5 { texts.unsure } else { texts.sure };
            let more = format!(
                "{}? {} ({sure}, {:.0} %)",
                texts.why,
                texts.reason(quote.reason),
                quote.confidence * 100.0
            );
            Some(Facts {
                class: "quote",
                kind,
                name: name.unwrap_or_else(|| texts.speaker_unknown.to_owned()),
                more,
            })
        }
        Target::Event(index) => {
            let event = found.events.get(index as usize)?;
            let when =
                event.value.as_deref().map_or_else(|| texts.undated.to_owned(), |value| texts.value(value));
            let kind = format!("{}, {}", texts.events_count.0, texts.status(event.status));
            let more = format!("{when}. {}? {}", texts.why, texts.reason(event.reason));
            Some(Facts { class: "event", kind, name: event.label.clone(), more })
        }
        Target::Time(index) => {
            let time = found.times.get(index as usize)?;
            Some(Facts {
                class: "time",
                kind: texts.dates.to_owned(),
                name: time.span.of(&open.text).to_owned(),
                more: texts.value(&time.value),
            })
        }
    }
}
