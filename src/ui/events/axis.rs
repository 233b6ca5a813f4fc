//! The axis of the drawing: ticks, their labels, and the article's date.

use web_sys::Element;

use crate::timeline::scale::{Scale, within};
use crate::timeline::ticks::ticks;
use crate::times::Moment;
use crate::ui::dom::{self, px};
use crate::ui::locale::Texts;
use crate::ui::state::Article;

/// Pixels below the floor, for the labels.
pub const BELOW: f64 = 44.0;
/// Pixels between two ticks at least.
const ROOM: f64 = 74.0;
/// Pixels from an edge within which a label would be cut in half.
const EDGE: f64 = 22.0;

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
        let x = px(x);
        let group = dom::add_svg(&axis, "g", &[("class", class)], "")?;
        dom::add_svg(&group, "line", &[("x1", &x), ("x2", &x), ("y1", "0"), ("y2", &px(floor + 5.0))], "")?;
        let place = [("x", x.as_str()), ("y", &px(floor + 19.0)), ("text-anchor", anchor)];
        dom::add_svg(&group, "text", &place, &texts.tick(tick))?;
    }
    let floor_y = px(floor);
    let line =
        [("class", "floor"), ("x1", "0"), ("x2", &px(scale.width)), ("y1", &floor_y), ("y2", &floor_y)];
    dom::add_svg(&axis, "line", &line, "")?;
    let context = ticks.first().map(|tick| texts.context(Moment(scale.begin as i64), tick.unit));
    let place = [("class", "context"), ("x", "2"), ("y", &px(floor + 36.0))];
    dom::add_svg(&axis, "text", &place, &context.unwrap_or_default())?;
    Some(())
}

/// Marks the article's own date.
pub fn draw_date(drawing: &Element, open: &Article, scale: Scale, floor: f64, label: &str) -> Option<()> {
    let interval = open.analysis.date?.value.interval();
    let (begin, end) = (scale.x(interval.begin?), scale.x(interval.until?));
    if end < 0.0 || begin > scale.width {
        return None;
    }
    let width = (end - begin).max(2.0);
    let middle = within(begin + width / 2.0, 20.0, scale.width - 24.0);
    let group = dom::add_svg(drawing, "g", &[("class", "document-date"), ("aria-hidden", "true")], "")?;
    let place = [("x", px(begin)), ("y", px(0.0)), ("width", px(width)), ("height", px(floor))];
    dom::add_svg(&group, "rect", &place.each_ref().map(|(name, value)| (*name, value.as_str())), "")?;
    let place = [("x", px(middle)), ("y", px(floor + 36.0)), ("text-anchor", "middle".to_owned())];
    dom::add_svg(&group, "text", &place.each_ref().map(|(name, value)| (*name, value.as_str())), label)?;
    Some(())
}
