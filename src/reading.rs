//! The article as a reader sees it: each block cut into segments that carry the marks that lie over them.

use crate::analysis::Analysis;
use crate::text::Span;

/// A stretch of a block over which the same marks lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands.
    pub span: Span,
    /// The innermost quotation, an index into [`Analysis::quotes`].
    pub quote: Option<u32>,
    /// Whether that quotation begins here.
    pub opens_quote: bool,
    /// The entity whose name this is, an index into [`Analysis::entities`].
    pub entity: Option<u32>,
    /// The time expression, an index into [`Analysis::times`].
    pub time: Option<u32>,
    /// The event whose trigger this is, an index into [`Analysis::events`].
    pub event: Option<u32>,
    /// Whether it belongs to a sub-heading in running text.
    pub heading: bool,
}

/// The kinds of mark that lie over a text, each sorted by start.
const LAYERS: usize = 5;
const QUOTE: usize = 0;
const ENTITY: usize = 1;
const TIME: usize = 2;
const EVENT: usize = 3;
const HEADING: usize = 4;

/// The marks of an analysis, sorted once, so that any block can be cut into segments at any time.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    layers: [Vec<(Span, u32)>; LAYERS],
    /// For each quotation in order of start, the furthest end up to and including it.
    furthest: Vec<u32>,
}

impl Marks {
    /// Collects and sorts the marks.
    pub fn new(analysis: &Analysis) -> Self {
        let number = |(index, span): (usize, Span)| (span, index as u32);
        let mut layers: [Vec<(Span, u32)>; LAYERS] = Default::default();
        layers[QUOTE] = analysis.quotes.iter().map(|quote| quote.span).enumerate().map(number).collect();
        layers[ENTITY] = (0_u32..)
            .zip(&analysis.entities)
            .flat_map(|(id, entity)| entity.mentions.iter().map(move |mention| (mention.span, id)))
            .collect();
        layers[TIME] = analysis.times.iter().map(|time| time.span).enumerate().map(number).collect();
        layers[EVENT] = analysis.events.iter().map(|event| event.span).enumerate().map(number).collect();
        layers[HEADING] = (0_u32..)
            .zip(&analysis.sentences)
            .filter(|(_, sentence)| sentence.heading)
            .map(|(index, sentence)| (sentence.span, index))
            .collect();
        for layer in &mut layers {
            // The longer first, so that the innermost of two that begin together comes last.
            layer.sort_unstable_by_key(|&(span, id)| (span.start, u32::MAX - span.end, id));
        }
        let mut end = 0;
        let furthest = layers[QUOTE].iter().map(|(span, _)| {
            end = end.max(span.end);
            end
        });
        let furthest = furthest.collect();
        Self { layers, furthest }
    }

    /// Cuts a block into segments, in order, without gaps.
    pub fn segments(&self, block: Span) -> Vec<Segment> {
        let mut marks: [&[(Span, u32)]; LAYERS] = Default::default();
        for (layer, marks) in self.layers.iter().zip(&mut marks) {
            let first = if core::ptr::eq(layer, &self.layers[QUOTE]) {
                self.furthest.partition_point(|&end| end <= block.start)
            } else {
                layer.partition_point(|(span, _)| span.end <= block.start)
            };
            let end = layer.partition_point(|(span, _)| span.start < block.end);
            *marks = &layer[first.min(end)..end];
        }
        let mut edges = vec![block.start, block.end];
        for (span, _) in marks.iter().copied().flatten() {
            edges
                .extend([span.start, span.end].iter().filter(|edge| (block.start..block.end).contains(edge)));
        }
        edges.sort_unstable();
        edges.dedup();

        let mut open: Vec<(Span, u32)> = Vec::new();
        let mut next = [0_usize; LAYERS];
        let cut = |pair: &[u32]| {
            let span = Span { start: pair[0], end: pair[1] };
            open.retain(|(quote, _)| quote.end > span.start);
            while let Some(&quote) =
                marks[QUOTE].get(next[QUOTE]).filter(|(quote, _)| quote.start <= span.start)
            {
                next[QUOTE] += 1;
                if quote.0.end > span.start {
                    open.push(quote);
                }
            }
            let mut over = |layer: usize| {
                while marks[layer].get(next[layer]).is_some_and(|(mark, _)| mark.end <= span.start) {
                    next[layer] += 1;
                }
                marks[layer].get(next[layer]).filter(|(mark, _)| mark.start <= span.start).map(|&(_, id)| id)
            };
            Segment {
                span,
                quote: open.last().map(|&(_, id)| id),
                opens_quote: open.last().is_some_and(|(quote, _)| quote.start == span.start),
                entity: over(ENTITY),
                time: over(TIME),
                event: over(EVENT),
                heading: over(HEADING).is_some(),
            }
        };
        edges.windows(2).map(cut).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Entity, EntityKind, Mention, Quotation, QuotationKind, Reason};

    fn quotation(start: usize, end: usize) -> Quotation {
        Quotation {
            span: Span::new(start, end),
            kind: QuotationKind::Direct,
            speaker: None,
            speaker_name: String::new(),
            source: None,
            cue: None,
            confidence: 1.0,
            reason: Reason::NoSource,
        }
    }

    fn sample() -> Analysis {
        let mention = |start, end| Mention { span: Span::new(start, end), confidence: 1.0 };
        Analysis {
            quotes: vec![quotation(2, 30), quotation(10, 20)],
            entities: vec![Entity {
                name: "A".into(),
                kind: EntityKind::Person,
                description: None,
                place: None,
                mentions: vec![mention(0, 4), mention(12, 14), mention(40, 44)],
            }],
            ..Analysis::default()
        }
    }

    #[test]
    fn segments_cover_the_block_without_gaps() {
        let marks = Marks::new(&sample());
        for (start, end) in [(0, 50), (3, 13), (30, 41), (45, 45)] {
            let segments = marks.segments(Span::new(start, end));
            let mut at = start as u32;
            for segment in &segments {
                assert_eq!(segment.span.start, at);
                at = segment.span.end;
            }
            assert_eq!(at as usize, end);
        }
    }

    #[test]
    fn the_innermost_quotation_wins() {
        let segments = Marks::new(&sample()).segments(Span::new(0, 50));
        let at = |offset: u32| segments.iter().find(|segment| segment.span.end > offset).unwrap();
        assert_eq!(
            [at(1).quote, at(5).quote, at(13).quote, at(25).quote, at(35).quote],
            [None, Some(0), Some(1), Some(0), None]
        );
        assert_eq!([at(1).entity, at(13).entity, at(25).entity], [Some(0), Some(0), None]);
        assert!(at(2).opens_quote && !at(5).opens_quote);
    }
}
