//! The few things that the page does to the document directly.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, SvgElement,
};

/// Calls `act` for every element that `selector` matches.
pub fn each(selector: &str, mut act: impl FnMut(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into::<Element>().ok()) {
            act(&element);
        }
    }
}

/// The first element that `selector` matches.
pub fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Scrolls the first element that `selector` matches to the middle of the screen. Smoothly, unless the reader
/// asked for less motion.
pub fn scroll_to(selector: &str) {
    if let Some(element) = first(selector) {
        scroll_into_view(&element, ScrollLogicalPosition::Center);
    }
}

/// Scrolls an element into view.
pub fn scroll_into_view(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    options.set_behavior(if less_motion() { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether the reader's system asks for less motion.
fn less_motion() -> bool {
    let query = leptos::prelude::window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// Appends a new element with attributes, and text where it is not empty.
pub fn add(parent: &Element, name: &str, attributes: &[(&str, &str)], text: &str) -> Option<Element> {
    finish(parent, document().create_element(name).ok()?, attributes, text)
}

/// Appends a new SVG element with attributes, and text where it is not empty.
pub fn add_svg(parent: &Element, name: &str, attributes: &[(&str, &str)], text: &str) -> Option<Element> {
    finish(parent, document().create_element_ns(Some(SVG), name).ok()?, attributes, text)
}

const SVG: &str = "http://www.w3.org/2000/svg";

fn finish(parent: &Element, element: Element, attributes: &[(&str, &str)], text: &str) -> Option<Element> {
    for (name, value) in attributes {
        element.set_attribute(name, value).ok()?;
    }
    if !text.is_empty() {
        append_text(&element, text);
    }
    parent.append_child(&element).ok()?;
    Some(element)
}

/// Appends a shape or a text of a drawing: its lengths are in pixels.
pub fn add_shape(
    parent: &Element,
    name: &str,
    class: &str,
    lengths: &[(&str, f64)],
    text: &str,
) -> Option<Element> {
    let shape = add_svg(parent, name, &[("class", class)], text)?;
    for (name, length) in lengths {
        shape.set_attribute(name, &px(*length)).ok()?;
    }
    Some(shape)
}

/// A length to a tenth of a pixel. The standard printing of floats would be 5 KB of the page.
fn px(length: f64) -> String {
    let tenths = (length * 10.0) as i64;
    let whole = (tenths / 10).abs().to_string();
    [if tenths < 0 { "-" } else { "" }, &whole, ".", &(tenths % 10).abs().to_string()].concat()
}

/// Appends text. The only way in which an article's words reach the document: never as markup.
pub fn append_text(parent: &Element, text: &str) {
    let _ = parent.append_child(&document().create_text_node(text));
}

/// Whether an event came from inside an element that `selector` matches.
pub fn is_inside(event: &Event, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether an event came from a control that has a use of its own.
pub fn is_control(event: &Event) -> bool {
    is_inside(event, "[data-action],form,input,select,textarea,dialog,summary,.inspector")
}

/// Moves the focus to the first element that `selector` matches.
pub fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        focus_element(&element);
    }
}

/// Moves the focus to an element, of HTML or of a drawing.
pub fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    } else if let Some(element) = element.dyn_ref::<SvgElement>() {
        let _ = element.focus();
    }
}

/// Scrolls a panel, and nothing around it, until a line in it can be seen.
pub fn scroll_within(panel: &Element, line: &Element) {
    let (outer, inner) = (panel.get_bounding_client_rect(), line.get_bounding_client_rect());
    let above = inner.top() - outer.top();
    let below = inner.bottom() - outer.bottom();
    let by = if above < 0.0 {
        above
    } else if below > 0.0 {
        below
    } else {
        return;
    };
    panel.set_scroll_top(panel.scroll_top() + by as i32);
}
