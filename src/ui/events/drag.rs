//! Dragging: one finger or the mouse moves the window, two fingers zoom it, and on the strip it follows the pointer.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::window;
use crate::timeline::scale::Scale;
use crate::ui::dom;
use crate::ui::state::State;

/// Pixels that a pointer may move while it still clicks.
const SLACK: f64 = 4.0;

/// The pointers that are down.
#[derive(Default)]
pub struct Drag(RefCell<Held>);

#[derive(Default)]
struct Held {
    /// Each with where it is.
    pointers: Vec<(i32, f64)>,
    /// Where the first went down, and the window then.
    start: Option<(f64, Scale)>,
    /// Whether the first went down on the strip.
    on_strip: bool,
    /// Whether it has moved further than a click does.
    moved: bool,
}

impl Drag {
    /// Follows a pointer. Whether the event has been used.
    pub fn react(&self, state: State, frame: &HtmlElement, event: &PointerEvent) -> bool {
        let mut held = self.0.borrow_mut();
        match event.type_().as_str() {
            "pointerdown" => {
                if let Some(part) = part_of(event).filter(|_| event.button() == 0) {
                    held.press(state, event, part.class_list().contains("overview"));
                }
                false
            }
            "pointermove" => held.follow(state, frame, event),
            // A click after dragging is none.
            "click" => {
                let dragged = std::mem::take(&mut held.moved);
                if dragged {
                    event.stop_propagation();
                }
                dragged
            }
            _ => {
                held.pointers.retain(|(id, _)| *id != event.pointer_id());
                held.start = None;
                false
            }
        }
    }
}

/// The drawing or the strip that an event came from.
fn part_of(event: &PointerEvent) -> Option<Element> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(".timeline,.overview").ok().flatten()
}

impl Held {
    fn press(&mut self, state: State, event: &PointerEvent, on_strip: bool) {
        let Some(open) = state.article.get_untracked() else { return };
        let x = f64::from(event.client_x());
        if self.pointers.is_empty() {
            (self.moved, self.on_strip) = (false, on_strip);
        }
        self.pointers.push((event.pointer_id(), x));
        self.start = Some((x, untrack(|| state.timeline.scale(&open))));
        if on_strip {
            centre(state, x);
        }
    }

    fn follow(&mut self, state: State, frame: &HtmlElement, event: &PointerEvent) -> bool {
        let x = f64::from(event.client_x());
        let Some(at) = self.pointers.iter().position(|(id, _)| *id == event.pointer_id()) else {
            return false;
        };
        let Some((from, scale)) = self.start else { return false };
        if !self.moved && (x - from).abs() > SLACK {
            self.moved = true;
            let _ = frame.set_pointer_capture(event.pointer_id());
        }
        if !self.moved {
            return false;
        }
        let before = self.pointers.iter().map(|(_, x)| *x).collect::<Vec<_>>();
        self.pointers[at].1 = x;
        match (&*self.pointers, &*before) {
            ([(_, one), (_, two)], [old_one, old_two]) => {
                let (old, new) = ((old_one - old_two).abs().max(1.0), (one - two).abs().max(1.0));
                let left = dom::first(".timeline").map_or(0.0, |part| part.get_bounding_client_rect().left());
                let zoomed = now(state, scale).zoom(old / new, (one + two) / 2.0 - left);
                state.timeline.window.set(Some(zoomed));
                self.start = Some((x, zoomed));
            }
            _ if self.on_strip => centre(state, x),
            _ => state.timeline.window.set(Some(scale.pan(from - x))),
        }
        true
    }
}

fn now(state: State, otherwise: Scale) -> Scale {
    let open = state.article.get_untracked();
    open.map_or(otherwise, |open| untrack(|| state.timeline.scale(&open)))
}

/// Brings the moment under the pointer on the strip to the middle of the drawing.
fn centre(state: State, client_x: f64) {
    let (Some(open), Some(strip)) = (state.article.get_untracked(), dom::first(".overview svg")) else {
        return;
    };
    let now = untrack(|| state.timeline.scale(&open));
    let x = client_x - strip.get_bounding_client_rect().left();
    let all = window::whole(&open, now);
    let minute = all.begin + x * all.minutes_per_pixel();
    let by = (minute - (now.begin + now.until) / 2.0) / now.minutes_per_pixel();
    state.timeline.window.set(Some(now.pan(by)));
}
