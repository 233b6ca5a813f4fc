//! A lane a speaker over the length of the article, with a bar for each quotation.

use super::super::common::{name, one_line, shorten, speaker};
use super::super::drawing::Drawing;
use super::super::words::Words;
use super::{HEAD, MARGIN, WIDTH};
use crate::analysis::{Analysis, EntityId};
use crate::lang::Table;
use crate::order::sorted;

/// Pixels a lane takes.
const LANE: f64 = 34.0;
/// Pixels left of the lanes, for the names.
const NAMES: f64 = 220.0;
/// Letters of a name.
const NAME: usize = 30;

#[derive(Clone)]
struct Lane<'a> {
    entity: Option<EntityId>,
    name: &'a str,
    quotes: Vec<usize>,
    words: usize,
}

pub(super) fn draw(text: &str, analysis: &Analysis, alone: bool) -> String {
    let words = Words::of(analysis.language);
    let lanes = lanes(text, analysis);
    let mut drawing = Drawing::new();
    let title = [words.speakers, ": ", &name(text, analysis)].concat();
    drawing.text("k-head", "start", MARGIN, 26.0, &shorten(&title, 110));
    let length = text.len().max(1) as f64;
    let all: usize = lanes.iter().map(|lane| lane.words).sum();
    let width = WIDTH - NAMES - MARGIN;
    for (row, lane) in lanes.iter().enumerate() {
        let y = HEAD + row as f64 * LANE;
        let name = if lane.name.is_empty() { words.unknown } else { lane.name };
        // Half a percent or more counts as one.
        let share = (lane.words * 200 / all.max(1)).div_ceil(2).to_string();
        let shown = [&shorten(&one_line(name), NAME), " ", &share, "%"].concat();
        drawing.text("k-label", "start", MARGIN, y + 20.0, &shown);
        drawing.shape("rect", "k-lane", &[("x", NAMES), ("y", y + 6.0), ("width", width), ("height", 20.0)]);
        for quote in lane.quotes.iter().map(|&index| &analysis.quotes[index]) {
            let begin = NAMES + f64::from(quote.span.start) / length * width;
            let end = NAMES + f64::from(quote.span.end) / length * width;
            let said = shorten(&one_line(quote.span.of(text)), 300);
            drawing.group(&[name, " (", words.quotation(quote.kind), "): ", &said].concat());
            let class = ["k-", quote.kind.label()].concat();
            let bar = [
                ("x", begin),
                ("y", y + 8.0),
                ("width", (end - begin).max(3.0)),
                ("height", 16.0),
                ("rx", 2.0),
            ];
            drawing.shape("rect", &class, &bar);
            drawing.put(&["</g>\n"]);
        }
    }
    let bottom = HEAD + lanes.len() as f64 * LANE + 22.0;
    for (kind, x) in
        [(crate::analysis::QuotationKind::Direct, 0.0), (crate::analysis::QuotationKind::Indirect, 150.0)]
    {
        let class = ["k-", kind.label()].concat();
        let key = [("x", NAMES + x), ("y", bottom - 10.0), ("width", 22.0), ("height", 10.0), ("rx", 2.0)];
        drawing.shape("rect", &class, &key);
        drawing.text("k-soft", "start", NAMES + x + 30.0, bottom, words.quotation(kind));
    }
    drawing.finish(&title, WIDTH, bottom + MARGIN, alone)
}

/// Who says most first; an unknown speaker comes last.
fn lanes<'a>(text: &str, analysis: &'a Analysis) -> Vec<Lane<'a>> {
    let mut lanes: Vec<Lane<'a>> = Vec::new();
    // Where each entity has its lane, so that many speakers take no time each to find.
    let mut known: Vec<Option<usize>> = vec![None; analysis.entities.len()];
    let mut unnamed = Table::default();
    for (index, quote) in analysis.quotes.iter().enumerate() {
        let entity = quote.speaker.filter(|id| (id.0 as usize) < known.len());
        let name = speaker(analysis, quote);
        let lane = match entity {
            Some(id) => *known[id.0 as usize].get_or_insert(lanes.len()),
            None => unnamed.get_or_insert(name, lanes.len() as u32) as usize,
        };
        if lane == lanes.len() {
            lanes.push(Lane { entity, name, quotes: Vec::new(), words: 0 });
        }
        lanes[lane].quotes.push(index);
        lanes[lane].words += quote.span.of(text).split_whitespace().count();
    }
    let key = |lane: &Lane<'_>| {
        let unknown = lane.entity.is_none() && lane.name.is_empty();
        (u64::from(unknown) << 63) | ((u64::MAX >> 1) - lane.words as u64)
    };
    sorted(&lanes, key)
}
