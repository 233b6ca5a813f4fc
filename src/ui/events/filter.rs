//! Which events are shown: all of them, or those with one person, body or place, of one status,
//! or of one article.

use leptos::prelude::*;
use web_sys::Element;

use crate::analysis::{Entity, EntityId, EntityKind, Event, EventStatus};
use crate::ui::dom::add;
use crate::ui::state::{Article, State, View};

/// The id of the menu of participants.
pub const WHO: &str = "filter-who";
/// The id of the menu of statuses.
pub const STATUS: &str = "filter-status";

/// The id of the menu of articles.
pub const ARTICLE: &str = "filter-article";

/// Names of one kind that a menu offers at most.
const MOST: usize = 200;

/// What an event must have to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Somebody, something or some place that takes part.
    pub who: Option<EntityId>,
    /// Whether it happened.
    pub status: Option<EventStatus>,
    /// The article that tells of it.
    pub article: Option<usize>,
}

impl Filter {
    /// Whether an event is shown.
    pub fn shows(self, event: &Event) -> bool {
        self.who.is_none_or(|who| event.participants.contains(&who))
            && self.status.is_none_or(|status| event.status == status)
    }

    /// The events that are shown, with their indices.
    pub fn of(self, open: &Article) -> impl Iterator<Item = (usize, &Event)> {
        let firsts = |(index, _): &(usize, &Event)| open.group_of(*index as u32) as usize == *index;
        let told = self.article.map(|article| open.told_in(article));
        let told = move |index: usize| told.as_ref().is_none_or(|told| told.get(index) == Some(&true));
        let events = open.analysis.events.iter().enumerate().filter(firsts);
        events.filter(move |(index, event)| self.shows(event) && told(*index))
    }
}

/// Draws the menus, where there is something to choose from.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.shown(View::Events).filter(|open| open.analysis.events.len() > 1)?;
    let filter = state.timeline.filter.get();
    let row = add(frame, "div", &[("class", "filters")], "")?;

    if open.is_several() {
        let menu = add(&row, "select", &[("id", ARTICLE), ("aria-label", texts.view_article)], "")?;
        add(&menu, "option", &[("value", "")], texts.filter_every_article)?;
        for (index, source) in open.sources.iter().enumerate() {
            choice(&menu, &index.to_string(), &source.name, filter.article == Some(index))?;
        }
    }
    let menu = add(&row, "select", &[("id", WHO), ("aria-label", texts.filter_who)], "")?;
    add(&menu, "option", &[("value", "")], texts.filter_everybody)?;
    let mut takes_part = vec![false; open.analysis.entities.len()];
    for who in open.analysis.events.iter().flat_map(|event| &event.participants) {
        if let Some(takes_part) = takes_part.get_mut(who.0 as usize) {
            *takes_part = true;
        }
    }
    for kind in [EntityKind::Person, EntityKind::Organisation, EntityKind::Place] {
        let entities = (0_u32..).zip(&open.analysis.entities).zip(&takes_part);
        let found: Vec<(u32, &Entity)> = entities
            .filter_map(|(entity, takes_part)| {
                Some(entity).filter(|(_, entity)| *takes_part && entity.kind == kind)
            })
            .take(MOST)
            .collect();
        if found.is_empty() {
            continue;
        }
        let group = add(&menu, "optgroup", &[("label", texts.kind(kind))], "")?;
        for (id, entity) in found {
            choice(&group, &id.to_string(), &entity.name, filter.who == Some(EntityId(id)))?;
        }
    }
    let menu = add(&row, "select", &[("id", STATUS), ("aria-label", texts.column_status)], "")?;
    add(&menu, "option", &[("value", "")], texts.filter_every_status)?;
    for status in EventStatus::ALL {
        if open.analysis.events.iter().any(|event| event.status == status) {
            choice(&menu, status.label(), texts.status(status), filter.status == Some(status))?;
        }
    }
    let shown = filter.of(&open).count();
    let all = Filter::default().of(&open).count();
    if shown < all {
        let count = [&*shown.to_string(), "/", &all.to_string()].concat();
        add(&row, "span", &[("class", "count"), ("role", "status")], &count)?;
    }
    Some(())
}

fn choice(menu: &Element, value: &str, name: &str, chosen: bool) -> Option<()> {
    let option = add(menu, "option", &[("value", value)], name)?;
    if chosen { option.set_attribute("selected", "").ok() } else { Some(()) }
}

/// Takes over a menu's choice.
pub fn choose(state: State, menu: &str, value: &str) {
    state.timeline.filter.update(|filter| match menu {
        WHO => filter.who = value.parse().ok().map(EntityId),
        ARTICLE => filter.article = value.parse().ok(),
        _ => filter.status = EventStatus::ALL.into_iter().find(|status| status.label() == value),
    });
}
