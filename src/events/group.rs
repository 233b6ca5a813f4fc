//! Mentions of one event: the headline, the lead and the body tell of the same thing.
//!
//! Two mentions are one event when all of this holds: their trigger is of the same verb or noun, or of the noun
//! made of that verb (`aanhouding`, `aangehouden`); their dates may be one (equal, or one within the other, or
//! one of them undated); neither is negated or hypothetical where the other is not; and they share somebody or
//! something named, or one of them names nothing and the dates are equal. Rather two than a wrong one.
//!
//! And two words of one sentence are one event when a reader would be told the same of them, at the same date:
//! `overleg` and `sloot` of `Het kabinet sloot na overleg de grens`.

use crate::analysis::{Event, EventStatus};
use crate::lang::Table;
use crate::times::Interval;

/// How many earlier mentions of one lemma are looked at.
const REACH: usize = 16;

/// Sets [`Event::same_as`] of the later mentions. `lemmas` are the events' in the same order.
pub(super) fn group(events: &mut [Event], lemmas: &[&str]) {
    let mut lasts = Table::with_capacity(events.len());
    let mut previous: Vec<Option<usize>> = vec![None; events.len()];
    for at in 0..events.len() {
        let Some(lemma) = lemmas.get(at) else { return };
        let mut next = lasts.get(lemma).map(|last| last as usize);
        lasts.insert(lemma, at as u32);
        previous[at] = next;
        for _ in 0..REACH {
            let Some(earlier) = next else { break };
            if are_one(&events[earlier], &events[at]) {
                let first = events[earlier].same_as.unwrap_or(earlier as u32);
                // What joins the first must fit it too.
                if are_one(&events[first as usize], &events[at]) {
                    events[at].same_as = Some(first);
                    break;
                }
            }
            next = previous[earlier];
        }
    }
    join_twins(events);
}

/// Joins the words of a sentence that have one label and one date to the first mention that one of them has, or else
/// to the first of them.
fn join_twins(events: &mut [Event]) {
    for at in 0..events.len() {
        let here = &events[at];
        let near = events[..at].iter().rev().take(REACH).take_while(|one| one.sentence == here.sentence);
        let alike = |one: &Event| one.label == here.label && one.value == here.value && agree(one, here);
        let twins = near.zip((0..at).rev()).filter(|(one, _)| alike(one));
        let Some(twin) = twins.last().map(|(_, twin)| twin) else { continue };
        let (one, other) = (first_of(events, twin), first_of(events, at));
        if one != other && agree(&events[one], &events[other]) {
            events[one.max(other)].same_as = Some(one.min(other) as u32);
        }
    }
    // What joined an earlier one takes its mentions along.
    for at in 0..events.len() {
        events[at].same_as = events[at].same_as.map(|first| events[first as usize].same_as.unwrap_or(first));
    }
}

/// The first mention of an event; each step leads to an earlier one.
fn first_of(events: &[Event], mut at: usize) -> usize {
    while let Some(first) = events[at].same_as {
        at = first as usize;
    }
    at
}

/// Sets [`Event::same_as`] of events that an earlier article tells too. `articles` tells of each event which article it
/// is of. Stricter than within an article, where one writer tells one story: the dates have to be equal.
pub(crate) fn group_articles(events: &mut [Event], lemmas: &[String], articles: &[usize]) {
    let mut lasts = Table::with_capacity(events.len());
    let mut previous: Vec<Option<usize>> = vec![None; events.len()];
    for at in 0..events.len() {
        let mut next = lasts.get(&lemmas[at]).map(|last| last as usize);
        lasts.insert(&lemmas[at], at as u32);
        previous[at] = next;
        for _ in 0..REACH {
            // The first mention of an article's event speaks for the others, which follow below.
            let Some(earlier) = next.filter(|_| events[at].same_as.is_none()) else { break };
            let first = events[earlier].same_as.unwrap_or(earlier as u32) as usize;
            let fits = |other: usize| {
                events[other].value.is_some()
                    && events[other].value == events[at].value
                    && are_one(&events[other], &events[at])
            };
            if articles[earlier] != articles[at] && fits(earlier) && fits(first) {
                events[at].same_as = Some(first as u32);
                break;
            }
            next = previous[earlier];
        }
        // Other mentions of an event that joined an earlier article's.
        if let Some(first) = events[at].same_as
            && let Some(before) = events[first as usize].same_as
        {
            events[at].same_as = Some(before);
        }
    }
}

fn are_one(one: &Event, other: &Event) -> bool {
    let common = one.participants.iter().any(|id| other.participants.contains(id));
    let silent = one.participants.is_empty() || other.participants.is_empty();
    let equal = one.value.is_some() && one.value == other.value;
    let undated = one.value.is_none() || other.value.is_none();
    agree(one, other) && (common && (undated || meet(one.interval, other.interval)) || silent && equal)
}

/// Whether neither is negated or hypothetical where the other is not.
fn agree(one: &Event, other: &Event) -> bool {
    let real = |status| !matches!(status, EventStatus::Negated | EventStatus::Hypothetical);
    one.status == other.status || real(one.status) && real(other.status)
}

/// Whether one of two stretches lies within the other.
fn meet(one: Option<Interval>, other: Option<Interval>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let within = |inner: Interval, outer: Interval| {
        let begins = outer.begin.is_none_or(|outer| inner.begin.is_some_and(|inner| inner >= outer));
        let ends = outer.until.is_none_or(|outer| inner.until.is_some_and(|inner| inner <= outer));
        begins && ends
    };
    within(one, other) || within(other, one)
}
