//! The window on the calendar: which part of it is drawn, and the ways to zoom and pan.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, KeyboardEvent, PointerEvent, ResizeObserver, WheelEvent};

use super::axis;
use super::drag::Drag;
use super::drawing;
use super::filter::Filter;
use crate::timeline::scale::Scale;
use crate::ui::state::{Article, State};

/// Pixels that a button moves the window.
pub const STEP: f64 = 180.0;
/// Pixels of the panel beside the drawing.
const PADDING: f64 = 34.0;

/// What the events timeline shows.
#[derive(Clone, Copy)]
pub struct Timeline {
    /// The part of the calendar that is drawn; `None` shows everything.
    pub window: RwSignal<Option<Scale>>,
    /// Width of the drawing, in pixels.
    pub width: RwSignal<f64>,
    /// Whether the events are shown as a table.
    pub as_list: RwSignal<bool>,
    /// Whether it lies over the whole width, below the article.
    pub docked: RwSignal<bool>,
    /// Which events are shown.
    pub filter: RwSignal<Filter>,
}

impl Default for Timeline {
    fn default() -> Self {
        Self {
            window: RwSignal::new(None),
            width: RwSignal::new(600.0),
            as_list: RwSignal::new(false),
            docked: RwSignal::new(false),
            filter: RwSignal::default(),
        }
    }
}

impl Timeline {
    /// The scale that an article is drawn at.
    pub fn scale(self, open: &Article) -> Scale {
        let width = self.width.get();
        self.window.get().unwrap_or_else(|| fit(open, width)).resized(width)
    }
}

/// What a button or a key does to the window.
#[derive(Clone, Copy)]
pub enum Move {
    /// Makes the window so many times as wide in time.
    Zoom(f64),
    /// Moves it by so many pixels.
    Pan(f64),
    /// Shows everything.
    Fit,
}

/// Zooms or pans.
pub fn act(state: State, action: Move) {
    let Some(open) = state.article.get_untracked() else { return };
    let now = untrack(|| state.timeline.scale(&open));
    state.timeline.window.set(match action {
        Move::Zoom(factor) => Some(now.zoom(factor, now.width / 2.0)),
        Move::Pan(pixels) => Some(now.pan(pixels)),
        Move::Fit => None,
    });
}

/// Opens a cluster of events, named by their indices: zooms in on them, or shows the list where they lie so
/// close together that zooming would not part them.
pub fn open_cluster(state: State, indices: &str) {
    let Some(open) = state.article.get_untracked() else { return };
    let events =
        indices.split(' ').filter_map(|index| open.analysis.events.get(index.parse::<usize>().ok()?));
    let now = untrack(|| state.timeline.scale(&open));
    let closer = Scale::fit(events.filter_map(|event| event.interval), now.width);
    if closer.until - closer.begin < (now.until - now.begin) * 0.7 {
        state.timeline.window.set(Some(closer));
    } else {
        state.timeline.as_list.set(true);
    }
}

fn fit(open: &Article, width: f64) -> Scale {
    let dates = axis::dates(open).map(|(_, date)| date.interval());
    let events = open.analysis.events.iter().filter_map(|event| event.interval);
    Scale::fit(events.chain(dates), width)
}

/// The scale at which everything is drawn, as wide as `scale`.
pub fn whole(open: &Article, scale: Scale) -> Scale {
    fit(open, scale.width)
}

/// Keeps the drawing's width in step with its frame, and listens for the wheel and the keys in it.
pub fn watch(frame: NodeRef<html::Section>, state: State) {
    let kept = StoredValue::new_local(None::<Watcher>);
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            kept.set_value(Watcher::new(&frame, state));
        }
    });
    // The observer reports with the next frame, and a browser makes none for an embedded page far from the screen.
    Effect::new(move || {
        state.article.track();
        frame.get_untracked().iter().for_each(|frame| measure(frame, state));
    });
    on_cleanup(move || kept.set_value(None));
}

/// Takes the width that the drawing has.
fn measure(frame: &web_sys::HtmlElement, state: State) {
    let now = f64::from(frame.client_width()) - PADDING;
    if now > 0.0 && (now - state.timeline.width.get_untracked()).abs() >= 1.0 {
        state.timeline.width.set(now);
    }
}

struct Watcher {
    observer: ResizeObserver,
    _measure: Closure<dyn Fn()>,
    _react: Closure<dyn Fn(Event)>,
}

impl Watcher {
    fn new(frame: &web_sys::HtmlElement, state: State) -> Option<Self> {
        let measured = frame.clone();
        let measure = Closure::<dyn Fn()>::new(move || measure(&measured, state));
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok()?;
        observer.observe(frame);
        let drag = Drag::default();
        let held = frame.clone();
        let react = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let known = if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
                turn(state, wheel)
            } else if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                press(state, key)
            } else {
                event.dyn_ref::<PointerEvent>().is_some_and(|event| drag.react(state, &held, event))
            };
            if known {
                event.prevent_default();
            }
        });
        for name in ["wheel", "keydown", "pointerdown", "pointermove", "pointerup", "pointercancel", "click"]
        {
            frame.add_event_listener_with_callback(name, react.as_ref().unchecked_ref()).ok()?;
        }
        Some(Self { observer, _measure: measure, _react: react })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The wheel alone scrolls the page; with ctrl (which a pinch on a touch pad sends too) it zooms.
fn turn(state: State, wheel: &WheelEvent) -> bool {
    let Some(open) = state.article.get_untracked().filter(|_| wheel.ctrl_key()) else { return false };
    let factor = if wheel.delta_y() > 0.0 { 1.15 } else { 1.0 / 1.15 };
    let now = untrack(|| state.timeline.scale(&open));
    state.timeline.window.set(Some(now.zoom(factor, f64::from(wheel.offset_x()))));
    true
}

fn press(state: State, event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        "ArrowRight" => drawing::walk(1),
        "ArrowLeft" => drawing::walk(-1),
        "Home" => drawing::walk(i32::MIN),
        "End" => drawing::walk(i32::MAX),
        "+" | "=" => act(state, Move::Zoom(0.5)),
        "-" => act(state, Move::Zoom(2.0)),
        "0" => act(state, Move::Fit),
        _ => return false,
    }
    true
}
