//! The article that is open.

use std::sync::Arc;

use crate::analysis::{Analysis, Entity, EntityId, Event};
use crate::collection::Source;
use crate::reading::Marks;

/// An article that is open, with what has been found in it so far.
pub struct Article {
    /// The text exactly as read.
    pub text: Arc<str>,
    /// What has been found.
    pub analysis: Analysis,
    /// The same, sorted for the article's segments.
    pub marks: Marks,
    /// For each event the one that stands for it on the timeline.
    pub groups: Vec<u32>,
    /// The articles that `text` is made of; often one.
    pub sources: Vec<Source>,
}

impl Article {
    /// The event that stands for an event on the timeline.
    pub fn group_of(&self, event: u32) -> u32 {
        self.groups.get(event as usize).copied().unwrap_or(event)
    }

    /// The words of the time expressions in an event's sentence.
    pub fn times_of(&self, event: &Event) -> Vec<&str> {
        let Some(sentence) = self.analysis.sentences.get(event.sentence as usize) else { return Vec::new() };
        let times = &self.analysis.times;
        let first = times.partition_point(|time| time.span.end <= sentence.span.start);
        let inside = times[first..].iter().take_while(|time| time.span.start < sentence.span.end);
        inside.map(|time| time.span.of(&self.text)).collect()
    }

    /// The entity with an id, if there is one.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.analysis.entities.get(id.0 as usize)
    }
}
