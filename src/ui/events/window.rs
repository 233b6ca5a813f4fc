//! The window on the calendar: which part of it is drawn, and the ways to zoom and pan.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{KeyboardEvent, ResizeObserver, WheelEvent};

use super::drawing;
use crate::timeline::scale::Scale;
use crate::ui::drawn::Drawn;
use crate::ui::state::{Article, State};

/// Pixels that a button moves the window.
const STEP: f64 = 180.0;

/// What a button or a key does to the window.
#[derive(Clone, Copy)]
enum Move {
    Zoom(f64),
    Pan(f64),
    Fit,
}

/// The drawing with its controls.
#[component]
pub fn TimelineWindow() -> impl IntoView {
    let state = State::of_page();
    let frame = NodeRef::<html::Div>::new();
    let width = RwSignal::new(600.0_f64);
    let window = RwSignal::new(None::<Scale>);
    watch_width(frame, width);

    // A new article is shown whole.
    Effect::new(move || {
        state.article.track();
        window.set(None);
    });
    let scale = Memo::new(move |_| {
        let fitted = || {
            state.article.with(|open| {
                open.as_ref().map_or_else(|| Scale::fit([], width.get()), |open| fit(open, width.get()))
            })
        };
        window.get().unwrap_or_else(fitted).resized(width.get())
    });
    let act = move |action: Move| {
        let now = scale.get_untracked();
        window.set(match action {
            Move::Zoom(factor) => Some(now.zoom(factor, now.width / 2.0)),
            Move::Pan(pixels) => Some(now.pan(pixels)),
            Move::Fit => None,
        });
    };
    let on_wheel = move |event: WheelEvent| {
        // The wheel alone scrolls the page; with ctrl (which a pinch on a touch pad sends too) it zooms.
        if event.ctrl_key() {
            event.prevent_default();
            let factor = if event.delta_y() > 0.0 { 1.15 } else { 1.0 / 1.15 };
            window.set(Some(scale.get_untracked().zoom(factor, f64::from(event.offset_x()))));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" => drawing::walk(1),
            "ArrowLeft" => drawing::walk(-1),
            "Home" => drawing::walk(i32::MIN),
            "End" => drawing::walk(i32::MAX),
            "+" | "=" => act(Move::Zoom(0.5)),
            "-" => act(Move::Zoom(2.0)),
            "0" => act(Move::Fit),
            _ => return,
        }
        event.prevent_default();
    };
    let button = move |sign: &'static str,
                       name: fn(&'static crate::ui::locale::Texts) -> &'static str,
                       action| {
        view! {
            <button type="button" aria-label=state.say(name) title=state.say(name) on:click=move |_| act(action)>
                {sign}
            </button>
        }
    };
    view! {
        <div class="zoom-controls" role="group" aria-label=state.say(|texts| texts.view) data-control="">
            {button("◀", |texts| texts.earlier, Move::Pan(-STEP))}
            {button("−", |texts| texts.zoom_out, Move::Zoom(2.0))}
            {button("↔", |texts| texts.zoom_fit, Move::Fit)}
            {button("+", |texts| texts.zoom_in, Move::Zoom(0.5))}
            {button("▶", |texts| texts.later, Move::Pan(STEP))}
        </div>
        <div node_ref=frame on:wheel=on_wheel on:keydown=on_key>
            <Drawn class="timeline" draw=Box::new(move |frame| {
                if let Some(open) = state.article.get() {
                    drawing::draw(frame, &open, scale.get(), state.texts.get());
                }
            })/>
        </div>
        <p class="hint">{state.say(|texts| texts.events_help)}</p>
    }
}

/// Keeps `width` in step with the frame.
fn watch_width(frame: NodeRef<html::Div>, width: RwSignal<f64>) {
    let observer = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn Fn()>)>);
    Effect::new(move || {
        let Some(element) = frame.get() else { return };
        let measured = element.clone();
        let measure = Closure::<dyn Fn()>::new(move || {
            let now = f64::from(measured.client_width());
            if now > 0.0 && (now - width.get_untracked()).abs() >= 1.0 {
                width.set(now);
            }
        });
        if let Ok(watching) = ResizeObserver::new(measure.as_ref().unchecked_ref()) {
            watching.observe(&element);
            observer.set_value(Some((watching, measure)));
        }
    });
    on_cleanup(move || {
        observer.update_value(|observer| {
            if let Some((watching, _)) = observer.take() {
                watching.disconnect();
            }
        });
    });
}

fn fit(open: &Article, width: f64) -> Scale {
    let date = open.analysis.date.map(|date| date.value.interval());
    let events = open.analysis.events.iter().filter_map(|event| event.interval);
    Scale::fit(events.chain(date), width)
}
