//! The drawing of the events timeline.

use leptos::prelude::*;
use web_sys::Element;

use super::axis;
use super::filter::Filter;
use crate::analysis::Event;
use crate::timeline::labels::short;
use crate::timeline::layout::{Item, Layout, Place, arrange};
use crate::timeline::scale::{Scale, within};
use crate::times::{Interval, Moment};
use crate::ui::dom::{self, add_shape};
use crate::ui::locale::Texts;
use crate::ui::state::{Article, State, Target, View};

/// Rows of labels above the axis.
const ROWS: usize = 9;
/// Pixels a row takes.
const ROW: f64 = 25.0;
/// Pixels that a letter of a label takes, about; measuring each would force a layout.
const LETTER: f64 = 7.0;
/// Letters of a label on a line of usual width; the whole of it stands in the title and in the inspector.
const LABEL: f64 = 34.0;
/// The same on a wide one.
const LABEL_WIDE: f64 = 56.0;
/// Pixels from which a line is wide.
const WIDE: f64 = 900.0;
/// Events that a cluster names.
const TITLES: usize = 8;
/// Pixels from which a stretch of time is drawn as a bar rather than a point.
const BAR: f64 = 12.0;
/// Pixels that a side without an end fades over.
const FADE: f64 = 40.0;

/// A dated event with the ends that are drawn, in pixels.
struct Dated<'a> {
    index: usize,
    event: &'a Event,
    begin: f64,
    end: f64,
    fades: bool,
}

/// Draws the events that lie in the window.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.shown(View::Events).filter(|open| !open.analysis.events.is_empty())?;
    if state.timeline.as_list.get() {
        return None;
    }
    let scale = state.timeline.scale(&open);
    let filter = state.timeline.filter.get();
    let events = dated(&open, filter, scale);
    // A label fits on one side of its mark at least, wherever that stands.
    let most = if scale.width > WIDE { LABEL_WIDE } else { LABEL };
    let letters = within((scale.width / 2.0 - 24.0) / LETTER, 8.0, most) as usize;
    let labels: Vec<String> =
        events.iter().map(|dated| short(&dated.event.label, &open.times_of(dated.event), letters)).collect();
    let items: Vec<Item> =
        events.iter().zip(&labels).map(|(dated, label)| item(dated, label, scale.width)).collect();
    let layout = arrange(&items, ROWS);
    let floor = layout.rows.max(2) as f64 * ROW + if layout.clusters.is_empty() { 8.0 } else { 24.0 };
    let drawing = add_shape(
        frame,
        "svg",
        "timeline-drawing",
        &[("width", scale.width), ("height", floor + axis::BELOW)],
        "",
    )?;
    drawing.set_attribute("role", "group").ok()?;
    drawing.set_attribute("aria-labelledby", "events-title").ok()?;
    axis::draw(&drawing, scale, floor, texts)?;
    axis::draw_dates(&drawing, &open, scale, floor, texts.published);
    let above = (floor - 8.0 - layout.rows as f64 * ROW, scale.width);
    draw_clusters(&drawing, &layout, &events, above)?;
    let mut is_first = true;
    for (at, (dated, label)) in events.iter().zip(&labels).enumerate() {
        if let Place::Row(row) = layout.places[at] {
            let y = floor - 14.0 - row as f64 * ROW;
            let names = open.names_of(Target::Event(dated.index as u32));
            let names = if names.is_empty() { names } else { [". ", texts.told_by, " ", &names].concat() };
            draw_event(&drawing, dated, (label, &names), items[at], (y, floor), is_first, texts)?;
            is_first = false;
        }
    }
    Some(())
}

/// Moves the focus along the events by `step`; one of them at a time is in the tab order.
pub fn walk(step: i32) {
    let mut marks = Vec::new();
    dom::each(".timeline [data-v]", |mark| marks.push(mark.clone()));
    let Some(last) = marks.len().checked_sub(1) else { return };
    let at = marks.iter().position(|mark| mark.matches(":focus").unwrap_or(false)).map_or(-1, |at| at as i32);
    let next = at.saturating_add(step).clamp(0, last as i32) as usize;
    for mark in &marks {
        let _ = mark.set_attribute("tabindex", "-1");
    }
    let _ = marks[next].set_attribute("tabindex", "0");
    dom::focus_element(&marks[next]);
}

fn dated(open: &Article, filter: Filter, scale: Scale) -> Vec<Dated<'_>> {
    let x = |moment: Option<Moment>| moment.map(|moment| scale.x(moment));
    let place = |(index, event): (usize, &'_ Event)| -> Option<(usize, f64, f64, bool)> {
        let Interval { begin, until } = event.interval?;
        let (begin_x, end_x) = (x(begin), x(until));
        let fades = begin_x.is_none() || end_x.is_none();
        let begin = begin_x.or(end_x.map(|end| end - FADE))?;
        let end = end_x.unwrap_or(begin + FADE);
        (end > -20.0 && begin < scale.width + 20.0).then_some((index, begin, end, fades))
    };
    let mut dated = Vec::new();
    for (index, event) in filter.of(open) {
        if let Some((index, begin, end, fades)) = place((index, event)) {
            dated.push(Dated { index, event, begin, end, fades });
        }
    }
    // From left to right, so that the arrow keys follow the time.
    let mut order: Vec<(i64, usize)> =
        dated.iter().enumerate().map(|(at, dated)| ((dated.begin * 16.0) as i64, at)).collect();
    order.sort_unstable();
    let mut slots: Vec<Option<Dated<'_>>> = dated.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, at)| slots.get_mut(at)?.take()).collect()
}

/// The place that a mark and its label ask for.
fn item(dated: &Dated<'_>, label: &str, width: f64) -> Item {
    let label = 16.0 + label.chars().count() as f64 * LETTER;
    let is_bar = dated.end - dated.begin >= BAR;
    let mark = if is_bar { dated.begin } else { (dated.begin + dated.end) / 2.0 - 5.0 };
    let anchor = within(mark, 0.0, width);
    // Near the right edge a label would be cut off; it ends at its mark there.
    let begin = if anchor + label > width { (anchor + 10.0 - label).max(0.0).min(anchor) } else { anchor };
    Item { begin, end: within(dated.end, begin + 8.0, width), label }
}

fn draw_event(
    drawing: &Element,
    dated: &Dated<'_>,
    (label, names): (&str, &str),
    item: Item,
    (y, floor): (f64, f64),
    is_first: bool,
    texts: &'static Texts,
) -> Option<()> {
    let event = dated.event;
    let when = event.value.as_deref().map(|value| texts.value(value)).unwrap_or_default();
    let spoken = format!("{when}: {} ({}){names}", event.label, texts.status(event.status));
    let class =
        format!("event-mark status-{}{}", event.status.label(), if dated.fades { " fades" } else { "" });
    let participants: Vec<String> = event.participants.iter().map(|id| id.0.to_string()).collect();
    let attributes = [
        ("class", class.as_str()),
        ("role", "button"),
        ("tabindex", if is_first { "0" } else { "-1" }),
        ("aria-label", &spoken),
        ("data-v", &dated.index.to_string()),
        ("data-p", &participants.join(" ")),
    ];
    let group = dom::add_svg(drawing, "g", &attributes, "")?;
    dom::add_svg(&group, "title", &[], &spoken)?;
    let is_bar = dated.end - dated.begin >= BAR;
    let middle = (dated.begin + dated.end) / 2.0;
    let x = if is_bar { dated.begin } else { middle };
    add_shape(&group, "line", "stem", &[("x1", x), ("x2", x), ("y1", y + 4.0), ("y2", floor)], "")?;
    let hit = [("x", item.begin - 4.0), ("y", y - 12.0), ("width", item.label + 8.0), ("height", ROW - 1.0)];
    add_shape(&group, "rect", "hit", &hit, "")?;
    if is_bar {
        let width = dated.end - dated.begin;
        let bar = [("x", dated.begin), ("y", y + 5.0), ("width", width), ("height", 5.0), ("rx", 2.5)];
        add_shape(&group, "rect", "shape", &bar, "")?;
    } else {
        add_shape(&group, "circle", "shape", &[("cx", middle), ("cy", y), ("r", 4.5)], "")?;
    }
    // A label that ends at its mark stands before it, else behind it.
    let turned = !is_bar && item.begin + 6.0 < middle;
    let (text_x, anchor) = match (is_bar, turned) {
        (true, _) => (item.begin.max(2.0), "start"),
        (false, true) => (middle - 9.0, "end"),
        (false, false) => (middle + 9.0, "start"),
    };
    let text_y = if is_bar { y + 1.0 } else { y + 4.0 };
    let text = add_shape(&group, "text", "label", &[("x", text_x), ("y", text_y)], label)?;
    text.set_attribute("text-anchor", anchor).ok()
}

/// Draws "+3" for events that found no row; it opens by zooming in on them, or as a list where zooming would
/// not part them.
fn draw_clusters(
    drawing: &Element,
    layout: &Layout,
    events: &[Dated<'_>],
    (y, width): (f64, f64),
) -> Option<()> {
    for cluster in &layout.clusters {
        let mut titles: Vec<&str> = cluster.items.iter().map(|&at| events[at].event.label.as_str()).collect();
        titles.dedup();
        titles.truncate(TITLES);
        let count = ["+", &cluster.items.len().to_string()].concat();
        let spoken = [&count, ": ", &titles.join("; ")].concat();
        let items: Vec<String> = cluster.items.iter().map(|&at| events[at].index.to_string()).collect();
        let attributes = [
            ("class", "cluster"),
            ("role", "button"),
            ("tabindex", "0"),
            ("aria-label", spoken.as_str()),
            ("data-action", &["cluster ", &items.join(" ")].concat()),
        ];
        let group = dom::add_svg(drawing, "g", &attributes, "")?;
        dom::add_svg(&group, "title", &[], &titles.join("\n"))?;
        let x = within(cluster.x, 4.0, width - 30.0);
        let hit = [("x", x - 4.0), ("y", y - 15.0), ("width", 34.0), ("height", 22.0)];
        add_shape(&group, "rect", "hit", &hit, "")?;
        add_shape(&group, "text", "label", &[("x", x), ("y", y)], &count)?;
    }
    Some(())
}
