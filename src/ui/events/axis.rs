//! The axis of the drawing: ticks, their labels, and the article's date.

use web_sys::Element;

use crate::timeline::scale::{Scale, within};
use crate::timeline::ticks::ticks;
use crate::times::Moment;
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

/// Marks the article's own date.
pub fn draw_date(drawing: &Element, open: &Article, scale: Scale, floor: f64, label: &str) -> Option<()> {
    let interval = open.analysis.date?.value.interval();
    let (begin, end) = (scale.x(interval.begin?), scale.x(interval.until?));
    if end < 0.0 || begin > scale.width {
        return None;
    }
    let width = (end - begin).max(2.0);
    let middle = within(begin + width / 2.0, 20.0, scale.width - 24.0);
    let class = if width > BAND { "document-date band" } else { "document-date" };
    let group = dom::add_svg(drawing, "g", &[("class", class), ("aria-hidden", "true")], "")?;
    let place = [("x", begin), ("y", 0.0), ("width", width), ("height", floor)];
    add_shape(&group, "rect", "", &place, "")?;
    let label = add_shape(&group, "text", "", &[("x", middle), ("y", floor + 36.0)], label)?;
    label.set_attribute("text-anchor", "middle").ok()
}
