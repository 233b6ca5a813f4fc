//! Marks as a tree: what markup needs, where marks may cross.

use std::collections::BinaryHeap;

use crate::analysis::Analysis;
use crate::order::pair;
use crate::text::{Block, Span};

/// What a mark is, with its index in the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Quote(u32),
    Event(u32),
    Time(u32),
    /// A mention of this entity.
    Entity(u32),
}

/// A step through a block: steps in order give its text with well nested marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A mark begins, or goes on after a cut.
    Open(Mark, Part),
    /// Text.
    Text(Span),
    /// The mark that was opened last ends.
    Close(Mark),
}

/// Which part of a mark it is; a mark is cut where a block ends and where it crosses another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    First,
    Later,
}

/// All marks, in the order in which they nest where they cover the same words.
fn marks(analysis: &Analysis) -> Vec<(Span, Mark)> {
    let mut marks = Vec::new();
    marks.extend((0..).zip(&analysis.quotes).map(|(index, quote)| (quote.span, Mark::Quote(index))));
    marks.extend((0..).zip(&analysis.events).map(|(index, event)| (event.span, Mark::Event(index))));
    marks.extend((0..).zip(&analysis.times).map(|(index, time)| (time.span, Mark::Time(index))));
    for (index, entity) in (0..).zip(&analysis.entities) {
        marks.extend(entity.mentions.iter().map(|mention| (mention.span, Mark::Entity(index))));
    }
    marks
}

/// The steps through each of the blocks, which are in order and do not overlap.
pub(super) fn nest(analysis: &Analysis, blocks: &[Block]) -> Vec<Vec<Step>> {
    let marks = marks(analysis);
    let mut inside: Vec<BinaryHeap<Key>> = vec![BinaryHeap::new(); blocks.len()];
    for (&(span, _), number) in marks.iter().zip(0..) {
        let first = blocks.partition_point(|block| block.span.end <= span.start);
        let mut part = Part::First;
        for (block, keys) in blocks[first..].iter().zip(&mut inside[first..]) {
            if block.span.start >= span.end {
                break;
            }
            let start = span.start.max(block.span.start);
            let end = span.end.min(block.span.end);
            if start < end {
                keys.push(key(Span { start, end }, number, part));
                part = Part::Later;
            }
        }
    }
    blocks.iter().zip(inside).map(|(block, keys)| steps(block, &marks, keys)).collect()
}

/// A part of a mark as numbers, of the type that the core sorts by: the greatest is the one that begins first,
/// of these the longest, of these the first in the list.
type Key = (u64, u32);

fn key(span: Span, number: u32, part: Part) -> Key {
    (!pair(span.start, !span.end), !(number << 1 | part as u32))
}

/// The span, number and part of a key.
fn unpack((place, rest): Key) -> (Span, u32, Part) {
    let (place, rest) = (!place, !rest);
    let span = Span { start: (place >> 32) as u32, end: !(place as u32) };
    (span, rest >> 1, if rest & 1 == 0 { Part::First } else { Part::Later })
}

fn steps(block: &Block, marks: &[(Span, Mark)], mut waiting: BinaryHeap<Key>) -> Vec<Step> {
    let mut walk = Walk { at: block.span.start, open: Vec::new(), steps: Vec::new() };
    while let Some(next) = waiting.pop() {
        let (Span { start, mut end }, number, part) = unpack(next);
        let Some(&(_, mark)) = marks.get(number as usize) else { continue };
        walk.close_until(start);
        if let Some(&(outer, _)) = walk.open.last()
            && outer < end
        {
            // It crosses the one that is open: cut in two, of which the second waits.
            waiting.push(key(Span { start: outer, end }, number, Part::Later));
            end = outer;
        }
        walk.text(start);
        walk.steps.push(Step::Open(mark, part));
        walk.open.push((end, mark));
    }
    walk.close_until(u32::MAX);
    walk.text(block.span.end);
    walk.steps
}

struct Walk {
    at: u32,
    open: Vec<(u32, Mark)>,
    steps: Vec<Step>,
}

impl Walk {
    fn text(&mut self, end: u32) {
        if self.at < end {
            self.steps.push(Step::Text(Span { start: self.at, end }));
            self.at = end;
        }
    }

    fn close_until(&mut self, offset: u32) {
        while let Some(&(end, mark)) = self.open.last().filter(|(end, _)| *end <= offset) {
            self.text(end);
            self.steps.push(Step::Close(mark));
            self.open.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Entity, EntityKind, Mention, Quotation, QuotationKind, Reason};
    use crate::text::BlockKind;

    fn sample(quotes: &[(usize, usize)], mentions: &[(usize, usize)], blocks: &[(usize, usize)]) -> Analysis {
        let quote = |&(start, end): &(usize, usize)| Quotation {
            span: Span::new(start, end),
            kind: QuotationKind::Direct,
            speaker: None,
            speaker_name: String::new(),
            source: None,
            cue: None,
            confidence: 1.0,
            reason: Reason::NoSource,
        };
        let mention =
            |&(start, end): &(usize, usize)| Mention { span: Span::new(start, end), confidence: 1.0 };
        let block = |&(start, end): &(usize, usize)| Block {
            span: Span::new(start, end),
            kind: BlockKind::Paragraph,
        };
        Analysis {
            quotes: quotes.iter().map(quote).collect(),
            entities: vec![Entity::new(
                "A".into(),
                EntityKind::Person,
                mentions.iter().map(mention).collect(),
            )],
            blocks: blocks.iter().map(block).collect(),
            ..Analysis::default()
        }
    }

    fn shown(analysis: &Analysis, text: &str) -> Vec<String> {
        let step = |step: &Step| match *step {
            Step::Open(Mark::Quote(_), Part::First) => "<q>".to_owned(),
            Step::Open(Mark::Quote(_), Part::Later) => "<q+>".to_owned(),
            Step::Open(_, Part::First) => "<e>".to_owned(),
            Step::Open(_, Part::Later) => "<e+>".to_owned(),
            Step::Close(Mark::Quote(_)) => "</q>".to_owned(),
            Step::Close(_) => "</e>".to_owned(),
            Step::Text(span) => span.of(text).to_owned(),
        };
        nest(analysis, &analysis.blocks).iter().map(|steps| steps.iter().map(step).collect()).collect()
    }

    #[test]
    fn crossing_marks_are_cut() {
        let analysis = sample(&[(2, 6)], &[(0, 1), (4, 8), (8, 9)], &[(0, 10)]);
        assert_eq!(shown(&analysis, "0123456789"), ["<e>0</e>1<q>23<e>45</e></q><e+>67</e><e>8</e>9"]);
    }

    #[test]
    fn a_quotation_over_blocks_is_cut_at_each() {
        let analysis = sample(&[(1, 8)], &[(1, 8)], &[(0, 3), (4, 6), (7, 9)]);
        let expected = ["0<q><e>12</e></q>", "<q+><e+>45</e></q>", "<q+><e+>7</e></q>8"];
        assert_eq!(shown(&analysis, "0123456789"), expected);
    }
}
