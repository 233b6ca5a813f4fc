//! Which events are drawn as one: the mentions of one event, and events that would read the same at the same place.

use crate::analysis::Event;

/// For each event the index of the one that stands for it on the timeline; often its own.
pub fn groups(events: &[Event]) -> Vec<u32> {
    let mut firsts: Vec<u32> = Vec::with_capacity(events.len());
    for (event, index) in events.iter().zip(0_u32..) {
        let mention = event.same_as.and_then(|first| firsts.get(first as usize).copied());
        // Two words of one clause with one date: `werd afgebroken en herbouwd`.
        let twin = || {
            let near = (0..index).rev().take_while(|&at| events[at as usize].sentence == event.sentence);
            let alike = |other: &Event| other.label == event.label && other.interval == event.interval;
            near.filter(|&at| alike(&events[at as usize])).last().map(|at| firsts[at as usize])
        };
        firsts.push(mention.or_else(twin).unwrap_or(index));
    }
    firsts
}

/// The events that stand for their groups, in order.
pub fn firsts(events: &[Event]) -> impl Iterator<Item = &Event> {
    let groups = groups(events);
    events
        .iter()
        .zip(0_u32..)
        .zip(groups)
        .filter_map(|((event, index), first)| (first == index).then_some(event))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{EventStatus, Reason};
    use crate::text::Span;

    fn event(label: &str, sentence: u32, same_as: Option<u32>) -> Event {
        Event {
            span: Span::new(0, 1),
            value: None,
            interval: None,
            status: EventStatus::Past,
            label: label.to_owned(),
            sentence,
            participants: Vec::new(),
            place: None,
            same_as,
            confidence: 1.0,
            reason: Reason::NoTime,
        }
    }

    #[test]
    fn mentions_and_twins_are_one() {
        let events = [
            event("de brug stortte in", 0, None),
            event("de kerk werd afgebroken en herbouwd", 1, None),
            event("de kerk werd afgebroken en herbouwd", 1, None),
            event("instorting", 2, Some(0)),
            event("de kerk werd afgebroken en herbouwd", 3, None),
            event("die instorting", 4, Some(3)),
        ];
        assert_eq!(groups(&events), [0, 1, 1, 0, 4, 0]);
    }
}
