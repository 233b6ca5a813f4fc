//! The drawing of the events timeline.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{KeyboardEvent, ResizeObserver, WheelEvent};

use crate::analysis::Event;
use crate::timeline::layout::{Item, Layout, Place, arrange};
use crate::timeline::scale::Scale;
use crate::timeline::ticks::{Tick, ticks};
use crate::times::{Interval, Moment};
use crate::ui::state::{Article, State};
use crate::ui::{dom, linking};

/// Rows of labels above the axis.
const ROWS: usize = 7;
/// Pixels a row takes.
const ROW: f64 = 25.0;
/// Pixels below the rows, for the axis and its labels.
const AXIS: f64 = 44.0;
/// Pixels between two ticks at least.
const TICK_ROOM: f64 = 74.0;
/// Pixels that a letter of a label takes, about; measuring each would force a layout.
const LETTER: f64 = 6.4;
/// Letters of a label on the line; the whole of it stands in the title and in the inspector.
const LABEL: usize = 34;
/// Pixels that an arrow key moves the window.
const STEP: f64 = 60.0;

/// The events on a true time axis.
#[component]
pub fn Drawing() -> impl IntoView {
    let state = State::of_page();
    let texts = state.texts;
    let frame = NodeRef::<html::Div>::new();
    let width = RwSignal::new(600.0_f64);
    let window = RwSignal::new(None::<Scale>);
    watch_width(frame, width);

    // A new article is shown whole.
    Effect::new(move || {
        state.article.track();
        window.set(None);
    });
    let fitted = Memo::new(move |_| {
        state.article.with(|open| {
            open.as_ref().map_or_else(|| Scale::fit([], width.get()), |open| fit(open, width.get()))
        })
    });
    let scale = move || window.get().unwrap_or_else(|| fitted.get()).resized(width.get());
    let zoom = move |factor: f64, x: Option<f64>| {
        let scale = scale();
        window.set(Some(scale.zoom(factor, x.unwrap_or(scale.width / 2.0))));
    };
    let pan = move |pixels: f64| window.set(Some(scale().pan(pixels)));
    let fit_all = move || window.set(None);

    let on_wheel = move |event: WheelEvent| {
        // The wheel alone scrolls the page; with ctrl (which a pinch on a touch pad sends too) it zooms.
        if event.ctrl_key() {
            event.prevent_default();
            zoom((event.delta_y() * 0.004).exp(), Some(f64::from(event.offset_x())));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let known = match event.key().as_str() {
            "ArrowRight" => walk(1),
            "ArrowLeft" => walk(-1),
            "Home" => walk(i32::MIN),
            "End" => walk(i32::MAX),
            "+" | "=" => {
                zoom(0.5, None);
                true
            }
            "-" => {
                zoom(2.0, None);
                true
            }
            "0" => {
                fit_all();
                true
            }
            _ => false,
        };
        if known {
            event.prevent_default();
        }
    };
    let drawn = move || {
        let open = state.article.get()?;
        let scale = scale();
        request_animation_frame(move || linking::relight_now(state));
        Some(draw(&open, scale, state))
    };
    view! {
        <div class="zoom-controls" role="group" aria-label=move || texts.get().view data-control="">
            <button type="button" aria-label=move || texts.get().earlier title=move || texts.get().earlier on:click=move |_| pan(-STEP * 3.0)>"◀"</button>
            <button type="button" aria-label=move || texts.get().zoom_out title=move || texts.get().zoom_out on:click=move |_| zoom(2.0, None)>"−"</button>
            <button type="button" on:click=move |_| fit_all()>{move || texts.get().zoom_fit}</button>
            <button type="button" aria-label=move || texts.get().zoom_in title=move || texts.get().zoom_in on:click=move |_| zoom(0.5, None)>"+"</button>
            <button type="button" aria-label=move || texts.get().later title=move || texts.get().later on:click=move |_| pan(STEP * 3.0)>"▶"</button>
        </div>
        <div class="timeline" node_ref=frame on:wheel=on_wheel on:keydown=on_key>
            {drawn}
        </div>
        <p class="hint">{move || texts.get().events_help}</p>
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

/// Moves the focus along the events by `step`; one of them at a time is in the tab order.
fn walk(step: i32) -> bool {
    let mut marks = Vec::new();
    dom::each(".timeline [data-v]", |mark| marks.push(mark.clone()));
    if marks.is_empty() {
        return false;
    }
    let last = marks.len() as i32 - 1;
    let at = marks.iter().position(|mark| mark.matches(":focus").unwrap_or(false)).map_or(-1, |at| at as i32);
    let next = at.saturating_add(step).clamp(0, last) as usize;
    for mark in &marks {
        let _ = mark.set_attribute("tabindex", "-1");
    }
    let _ = marks[next].set_attribute("tabindex", "0");
    if let Some(mark) = marks[next].dyn_ref::<web_sys::SvgElement>() {
        let _ = mark.focus();
    }
    true
}

/// A dated event with the ends that are drawn.
struct Dated<'a> {
    index: usize,
    event: &'a Event,
    begin: f64,
    end: f64,
    open_end: bool,
}

fn dated(open: &Article, scale: Scale) -> Vec<Dated<'_>> {
    let edge = |moment: Option<Moment>, otherwise: f64| moment.map_or(otherwise, |moment| scale.x(moment));
    let place = |(index, event): (usize, &'_ Event)| {
        let Interval { begin, until } = event.interval?;
        let open_end = begin.is_none() || until.is_none();
        let begin_x = edge(begin, edge(until, 0.0) - 40.0);
        let end_x = edge(until, edge(begin, 0.0) + 40.0);
        (end_x > -20.0 && begin_x < scale.width + 20.0).then_some((index, begin_x, end_x, open_end))
    };
    let events = open.analysis.events.iter().enumerate();
    let mut dated: Vec<_> = events
        .filter_map(|(index, event)| {
            let (index, begin, end, open_end) = place((index, event))?;
            Some(Dated { index, event, begin, end, open_end })
        })
        .collect();
    dated.sort_by(|a, b| a.begin.total_cmp(&b.begin).then(a.index.cmp(&b.index)));
    dated
}

fn short_label(label: &str) -> String {
    let mut letters = label.char_indices();
    match letters.nth(LABEL) {
        Some((end, _)) => {
            let cut = label[..end].rfind(' ').filter(|&cut| cut > 12).unwrap_or(end);
            format!("{}…", label[..cut].trim_end_matches([',', ' ', ':']))
        }
        None => label.to_owned(),
    }
}

fn draw(open: &Arc<Article>, scale: Scale, state: State) -> impl IntoView + use<> {
    let texts = state.texts.get();
    let events = dated(open, scale);
    let labels: Vec<String> = events.iter().map(|dated| short_label(&dated.event.label)).collect();
    let items: Vec<Item> = events
        .iter()
        .zip(&labels)
        .map(|(dated, label)| {
            let begin = dated.begin.clamp(0.0, scale.width);
            let label = 14.0 + label.chars().count() as f64 * LETTER;
            // Near the right edge a label would be cut off; it stands left of its mark there.
            let begin =
                if begin + label > scale.width { (scale.width - label).max(0.0).min(begin) } else { begin };
            Item { begin, end: dated.end.clamp(0.0, scale.width).max(begin + 8.0), label }
        })
        .collect();
    let layout = arrange(&items, ROWS);
    let rows = layout.rows.max(2) as f64;
    let floor = rows * ROW + 8.0;
    let height = floor + AXIS;
    let axis = draw_axis(scale, floor, texts);
    let now = draw_date(open, scale, floor, texts.published);
    let marks: Vec<_> = events
        .iter()
        .zip(labels)
        .enumerate()
        .filter_map(|(at, (dated, label))| {
            let Place::Row(row) = layout.places[at] else { return None };
            let y = floor - 14.0 - row as f64 * ROW;
            Some(draw_event(dated, label, items[at], y, floor, at == 0, texts))
        })
        .collect();
    let clusters = draw_clusters(&layout, &events, floor, scale);
    view! {
        <svg
            class="timeline-drawing" width=scale.width height=height
            viewBox=format!("0 0 {} {height}", scale.width) role="group" aria-labelledby="events-title"
        >
            {axis}
            {now}
            {clusters}
            {marks}
        </svg>
    }
}

fn draw_axis(scale: Scale, floor: f64, texts: &'static crate::ui::locale::Texts) -> impl IntoView + use<> {
    let ticks = ticks(scale, TICK_ROOM);
    let context = ticks.first().map(|tick| texts.context(Moment(scale.begin as i64), tick.unit));
    let tick = move |tick: &Tick| {
        let x = scale.x(tick.moment);
        let class = if tick.major { "tick major" } else { "tick" };
        let label = texts.tick(tick);
        // A label at the very edge would be cut in half.
        let anchor = if x < 22.0 {
            "start"
        } else if x > scale.width - 22.0 {
            "end"
        } else {
            "middle"
        };
        view! {
            <g class=class>
                <line x1=x x2=x y1=0 y2=floor + 5.0></line>
                <text x=x y=floor + 19.0 text-anchor=anchor>{label}</text>
            </g>
        }
    };
    let ticks: Vec<_> = ticks.iter().map(tick).collect();
    view! {
        <g class="axis" aria-hidden="true">
            {ticks}
            <line class="floor" x1=0 x2=scale.width y1=floor y2=floor></line>
            <text class="context" x=2 y=floor + 36.0>{context}</text>
        </g>
    }
}

fn draw_date(open: &Article, scale: Scale, floor: f64, label: &'static str) -> Option<impl IntoView + use<>> {
    let interval = open.analysis.date?.value.interval();
    let (begin, end) = (scale.x(interval.begin?), scale.x(interval.until?));
    let width = (end - begin).max(2.0);
    (end > 0.0 && begin < scale.width).then(|| {
        let middle = (begin + width / 2.0).clamp(20.0, scale.width - 24.0);
        view! {
            <g class="document-date" aria-hidden="true">
                <rect x=begin y=0 width=width height=floor></rect>
                <text x=middle y=floor + 36.0 text-anchor="middle">{label}</text>
            </g>
        }
    })
}

fn draw_event(
    dated: &Dated<'_>,
    label: String,
    item: Item,
    y: f64,
    floor: f64,
    is_first: bool,
    texts: &'static crate::ui::locale::Texts,
) -> impl IntoView + use<> {
    let event = dated.event;
    let when = event.value.as_deref().map(|value| texts.value(value)).unwrap_or_default();
    let spoken = format!("{when}: {} ({})", event.label, texts.status(event.status));
    let class =
        format!("event-mark status-{}{}", event.status.label(), if dated.open_end { " fades" } else { "" });
    let participants = event.participants.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(" ");
    let wide = (dated.end - dated.begin).max(0.0);
    // Up to a day at this zoom is a point; more is a bar as long as the date is vague.
    let is_bar = wide >= 12.0;
    let middle = (dated.begin + wide / 2.0).clamp(4.0, f64::MAX);
    let x = if is_bar { dated.begin } else { middle };
    let shape = if is_bar {
        view! { <rect class="shape" x=dated.begin y=y + 5.0 width=wide height=5.0 rx=2.5></rect> }.into_any()
    } else {
        view! { <circle class="shape" cx=middle cy=y r=4.5></circle> }.into_any()
    };
    let text_x = if is_bar { item.begin.max(dated.begin.max(2.0)) } else { item.begin.min(x).max(2.0) + 9.0 };
    let text_x = if item.begin < dated.begin - 1.0 { item.begin } else { text_x };
    view! {
        <g
            class=class role="button" tabindex=if is_first { "0" } else { "-1" } aria-label=spoken.clone()
            data-v=dated.index.to_string() data-p=participants
        >
            <title>{spoken.clone()}</title>
            <line class="stem" x1=x x2=x y1=y + 4.0 y2=floor></line>
            <rect class="hit" x=item.begin - 4.0 y=y - 12.0 width=item.label + 8.0 height=ROW - 1.0></rect>
            {shape}
            <text x=text_x y=y + if is_bar { 1.0 } else { 4.0 }>{label}</text>
        </g>
    }
}

fn draw_clusters(
    layout: &Layout,
    events: &[Dated<'_>],
    floor: f64,
    scale: Scale,
) -> Vec<impl IntoView + use<>> {
    let y = floor - 14.0 - layout.rows as f64 * ROW + ROW * 0.3;
    layout
        .clusters
        .iter()
        .map(|cluster| {
            let titles: Vec<_> = cluster.items.iter().map(|&at| events[at].event.label.clone()).collect();
            let x = cluster.x.clamp(4.0, scale.width - 30.0);
            view! {
                <g class="cluster">
                    <title>{titles.join("\n")}</title>
                    <text x=x y=y.max(10.0)>{format!("+{}", cluster.items.len())}</text>
                </g>
            }
        })
        .collect()
}
