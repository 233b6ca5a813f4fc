//! The speakers timeline: one lane a speaker, a bar a quotation, from the beginning of the article to its end.

mod lanes;

use leptos::prelude::*;
use web_sys::Element;

use super::dom;
use super::locale::Texts;
use super::state::{State, View};
pub use lanes::Order;
use lanes::{Lane, lanes};

/// The id of the menu of orders.
pub const ORDER: &str = "speakers-order";

/// Width of a lane's drawing in its own units; it is stretched to the panel.
const WIDTH: f64 = 1000.0;
/// The narrowest bar.
const NARROWEST: f64 = 4.0;

/// Draws the speakers of the article.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let open = state.shown(View::Speakers)?;
    let head = dom::add(frame, "div", &[("class", "panel-head")], "")?;
    dom::add(&head, "h2", &[("id", "speakers-title")], texts.speakers_title)?;
    if open.analysis.quotes.is_empty() {
        dom::add(frame, "p", &[("class", "none")], texts.speakers_none)?;
        return Some(());
    }
    let key = dom::add(&head, "p", &[("class", "key"), ("aria-hidden", "true")], "")?;
    for (class, name) in [("key-direct", texts.direct), ("key-indirect", texts.indirect)] {
        dom::add(&key, "span", &[("class", class)], "")?;
        dom::append_text(&key, name);
    }
    let by = state.speakers_by.get();
    let lanes = lanes(&open, by);
    if lanes.len() > 1 {
        let menu = dom::add(frame, "div", &[("class", "filters")], "")?;
        let menu = dom::add(&menu, "select", &[("id", ORDER), ("aria-label", texts.speakers_order)], "")?;
        for (order, name) in Order::ALL.into_iter().zip(texts.speakers_orders) {
            let option = dom::add(&menu, "option", &[], name)?;
            if order == by {
                option.set_attribute("selected", "").ok()?;
            }
        }
    }
    let list = dom::add(frame, "ul", &[], "")?;
    for lane in lanes {
        draw_lane(&list, &lane, texts)?;
    }
    dom::add(frame, "p", &[("class", "hint")], texts.speakers_help)?;
    Some(())
}

fn draw_lane(list: &Element, lane: &Lane, texts: &'static Texts) -> Option<()> {
    let item = dom::add(list, "li", &[("class", "lane")], "")?;
    let name = if lane.name.is_empty() { texts.speaker_unknown } else { &lane.name };
    let entity = lane.entity.map(|id| id.0.to_string());
    let first_quote = lane.bars.first().map(|bar| bar.quote.to_string()).unwrap_or_default();
    // A speaker who is no named thing of the article leads to the first of their quotations.
    let target = entity.as_ref().map_or(("data-q", &first_quote), |id| ("data-e", id));
    let attributes = [("type", "button"), ("class", "lane-name"), ("title", name), (target.0, target.1)];
    let button = dom::add(&item, "button", &attributes, "")?;
    dom::add(&button, "span", &[], name)?;
    dom::add(&button, "span", &[("class", "share"), ("aria-hidden", "true")], &format!("{} %", lane.share))?;
    let spoken = format!(" {} % {}", lane.share, texts.share_of_words);
    dom::add(&button, "span", &[("class", "hidden-label")], &spoken)?;
    let attributes = [
        ("class", "track"),
        ("viewBox", "0 0 1000 24"),
        ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
    ];
    let track = dom::add_svg(&item, "svg", &attributes, "")?;
    let rail = [("x1", 0.0), ("x2", WIDTH), ("y1", 12.0), ("y2", 12.0)];
    dom::add_shape(&track, "line", "rail", &rail, "")?;
    for bar in &lane.bars {
        let x = bar.begin * WIDTH;
        let width = ((bar.end - bar.begin) * WIDTH).max(NARROWEST);
        let class = format!("bar {}{}", bar.kind, if bar.weak { " weak" } else { "" });
        let quote = bar.quote.to_string();
        let mut attributes = vec![("class", class.as_str()), ("data-q", &quote)];
        attributes.extend(entity.as_ref().map(|id| ("data-s", id.as_str())));
        let group = dom::add_svg(&track, "g", &attributes, "")?;
        dom::add_svg(&group, "title", &[], &bar.text)?;
        let hit = [("x", x - 3.0), ("y", 0.0), ("width", width + 6.0), ("height", 24.0)];
        dom::add_shape(&group, "rect", "hit", &hit, "")?;
        let shape = [("x", x), ("y", 4.0), ("width", width), ("height", 16.0), ("rx", 1.5)];
        dom::add_shape(&group, "rect", "shape", &shape, "")?;
    }
    Some(())
}
