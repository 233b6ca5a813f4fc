//! The strip under the drawing: all dated events at once, and which part of the calendar is drawn.

use std::fmt::Write;

use leptos::prelude::*;
use web_sys::Element;

use super::window;
use crate::timeline::scale::{Scale, within};
use crate::ui::dom::{add_shape, add_svg};
use crate::ui::state::{State, View};

/// Height of the strip, in pixels.
const HEIGHT: f64 = 20.0;

/// Draws the strip, where more than one event has a date.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let open = state.shown(View::Events)?;
    let filter = state.timeline.filter.get();
    let intervals: Vec<_> = filter.of(&open).filter_map(|(_, event)| event.interval).collect();
    if state.timeline.as_list.get() || intervals.len() < 2 {
        return None;
    }
    let now = state.timeline.scale(&open);
    let all = window::whole(&open, now);
    let strip = add_shape(frame, "svg", "", &[("width", all.width), ("height", HEIGHT)], "")?;
    strip.set_attribute("aria-hidden", "true").ok()?;
    let floor = [("x1", 0.0), ("x2", all.width), ("y1", HEIGHT - 1.0), ("y2", HEIGHT - 1.0)];
    add_shape(&strip, "line", "floor", &floor, "")?;
    let mut places: Vec<(i32, i32)> = intervals
        .iter()
        .map(|interval| {
            let begin = interval.begin.or(interval.until).map_or(0.0, |moment| all.x(moment));
            let end = interval.until.or(interval.begin).map_or(begin, |moment| all.x(moment));
            (begin as i32, (end - begin).max(2.0) as i32)
        })
        .collect();
    // Many events may share a pixel.
    places.sort_unstable();
    places.dedup();
    let mut path = String::new();
    for (x, width) in places {
        let _ = write!(path, "M{x} 7h{width}v11h-{width}z");
    }
    add_svg(&strip, "path", &[("class", "event"), ("d", &path)], "")?;
    let (begin, end) = shown(now, all);
    if end - begin > all.width - 1.0 {
        return Some(());
    }
    let place = [("x", begin), ("y", 1.0), ("width", end - begin), ("height", HEIGHT - 2.0), ("rx", 3.0)];
    add_shape(&strip, "rect", "shown", &place, "")?;
    Some(())
}

/// The pixels of the strip between which the drawing lies.
fn shown(now: Scale, all: Scale) -> (f64, f64) {
    let x = |minute: f64| (minute - all.begin) / all.minutes_per_pixel();
    let begin = within(x(now.begin), 0.0, all.width - 6.0);
    (begin, within(x(now.until), begin + 6.0, all.width))
}
