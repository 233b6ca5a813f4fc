//! What can be pointed at and chosen.

use crate::analysis::Analysis;
use crate::text::Span;

/// Something that can be pointed at in every view: an index into the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A named thing.
    Entity(u32),
    /// A quotation.
    Quote(u32),
    /// An event.
    Event(u32),
    /// A time expression.
    Time(u32),
}

impl Target {
    /// Where it stands first: a byte of the text.
    pub fn start(self, analysis: &Analysis) -> Option<u32> {
        Some(match self {
            Self::Entity(at) => analysis.entities.get(at as usize)?.mentions.first()?.span.start,
            Self::Quote(at) => analysis.quotes.get(at as usize)?.span.start,
            Self::Event(at) => analysis.events.get(at as usize)?.span.start,
            Self::Time(at) => analysis.times.get(at as usize)?.span.start,
        })
    }

    /// Where it stands first within `article`, a part of the text.
    pub fn start_in(self, analysis: &Analysis, article: Span) -> Option<u32> {
        let inside = |start: &u32| (article.start..=article.end).contains(start);
        match self {
            Self::Entity(at) => {
                let mentions = &analysis.entities.get(at as usize)?.mentions;
                mentions.iter().map(|mention| mention.span.start).find(inside)
            }
            _ => self.start(analysis).filter(inside),
        }
    }

    /// What stands at that place in another analysis of the same text.
    pub fn moved(self, analysis: &Analysis, start: u32) -> Option<Self> {
        let count = match self {
            Self::Entity(_) => analysis.entities.len(),
            Self::Quote(_) => analysis.quotes.len(),
            Self::Event(_) => analysis.events.len(),
            Self::Time(_) => analysis.times.len(),
        };
        let target = |at| match self {
            Self::Entity(_) => Self::Entity(at),
            Self::Quote(_) => Self::Quote(at),
            Self::Event(_) => Self::Event(at),
            Self::Time(_) => Self::Time(at),
        };
        (0..count as u32).map(target).find(|target| target.start(analysis) == Some(start))
    }
}
