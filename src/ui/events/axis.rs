//! The axis of the drawing: ticks, their labels, and the article's date.

use web_sys::Element;

use crate::collection::Source;
use crate::timeline::labels::short;
use crate::timeline::scale::{Scale, within};
use crate::timeline::ticks::ticks;
use crate::times::{Moment, PartialDate};
use crate::ui::dom::{self, add_shape};
use crate::ui::locale::Texts;
use crate::ui::state::Article;

/// Pixels below the floor, for the labels.
pub const BELOW: f64 = 44.0;
/// Pixels between two ticks at least.
const ROOM: f64 = 74.0;
/// Pixels from an edge within which a label would be cut in half.
const EDGE: f64 = 22.0;

/// Pixels from which the article's date is a band behind the events.
const BAND: f64 = 40.0;

/// Draws the axis; its line lies at `floor` pixels.
pub fn draw(drawing: &Element, scale: Scale, floor: f64, texts: &'static Texts) -> Option<()> {
    let axis = dom::add_svg(drawing, "g", &[("class", "axis"), ("aria-hidden", "true")], "")?;
    let ticks = ticks(scale, ROOM);
    for tick in &ticks {
        let x = scale.x(tick.moment);
        let class = if tick.major { "tick major" } else { "tick" };
        let anchor = match x {
            x if x < EDGE => "start",
            x if x > scale.width - EDGE => "end",
            _ => "middle",
        };
        let group = dom::add_svg(&axis, "g", &[("class", class)], "")?;
        add_shape(&group, "line", "", &[("x1", x), ("x2", x), ("y1", 0.0), ("y2", floor + 5.0)], "")?;
        let label = add_shape(&group, "text", "", &[("x", x), ("y", floor + 19.0)], &texts.tick(tick))?;
        label.set_attribute("text-anchor", anchor).ok()?;
    }
    let line = [("x1", 0.0), ("x2", scale.width), ("y1", floor), ("y2", floor)];
    add_shape(&axis, "line", "floor", &line, "")?;
    let context = ticks.first().map(|tick| texts.context(Moment(scale.begin as i64), tick.unit));
    let place = [("x", 2.0), ("y", floor + 36.0)];
    add_shape(&axis, "text", "context", &place, &context.unwrap_or_default())?;
    Some(())
}

/// Articles whose dates are marked at most: more would be a curtain.
const DATES: usize = 5;
/// Pixels that a letter of a label takes, about.
const LETTER: f64 = 6.0;
/// Letters of an article's name at its date.
const LETTERS: usize = 16;

/// The dates of the articles, each once with the first article that has it; none where there are too many to mark.
pub fn dates(open: &Article) -> impl Iterator<Item = (&Source, PartialDate)> {
    let sources = open.sources.iter().take(if open.sources.len() > DATES { 0 } else { DATES });
    let date = |source: &Source| source.date.map(|date| date.value);
    let dated = sources.enumerate().filter_map(move |(at, source)| Some((at, source, date(source)?)));
    dated.filter_map(move |(at, source, value)| {
        let is_first = open.sources.iter().take(at).all(|other| date(other) != Some(value));
        is_first.then_some((source, value))
    })
}

/// Marks the articles' own dates.
pub fn draw_dates(drawing: &Element, open: &Article, scale: Scale, floor: f64, label: &str) {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (source, date) in dates(open) {
        let name = short(&source.name, &[], LETTERS);
        let label = if open.is_several() { &*name } else { label };
        // The date may lie outside the window, and then there is nothing to draw of it.
        let _ = draw_date(drawing, date, scale, floor, label, &mut taken);
    }
}

/// Marks one date; its label is left out where another one has the place.
fn draw_date(
    drawing: &Element,
    date: PartialDate,
    scale: Scale,
    floor: f64,
    label: &str,
    taken: &mut Vec<(f64, f64)>,
) -> Option<()> {
    let interval = date.interval();
    let (begin, end) = (scale.x(interval.begin?), scale.x(interval.until?));
    if end < 0.0 || begin > scale.width {
        return None;
    }
    let width = (end - begin).max(2.0);
    let half = label.chars().count() as f64 * LETTER / 2.0;
    let middle = within(begin + width / 2.0, half.max(20.0), scale.width - half.max(24.0));
    let class = if width > BAND { "document-date band" } else { "document-date" };
    let group = dom::add_svg(drawing, "g", &[("class", class), ("aria-hidden", "true")], "")?;
    let place = [("x", begin), ("y", 0.0), ("width", width), ("height", floor)];
    add_shape(&group, "rect", "", &place, "")?;
    if taken.iter().any(|(from, to)| middle - half < *to && middle + half > *from) {
        return None;
    }
    taken.push((middle - half, middle + half));
    let label = add_shape(&group, "text", "", &[("x", middle), ("y", floor + 36.0)], label)?;
    label.set_attribute("text-anchor", "middle").ok()
}
