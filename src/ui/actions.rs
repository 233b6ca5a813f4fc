//! What the page's controls do. A control names its action in `data-action`; one listener a kind of event
//! reads them all.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use super::article::tabs;
use super::events::filter;
use super::events::window::{self, Move};
use super::locale::Texts;
use super::opening::{ask_for_file, open_example, open_files, open_one};
use super::speakers::{self, Order};
use super::state::{Layer, State, Target, Theme, View, Work};
use super::worker::Failure;
use super::{article, correct, dialogs, dom, embed, export, linking, share};
use crate::lang::Language;
use crate::times::PartialDate;

/// Listens for clicks, changed settings, submitted forms, and the pointer and the focus on what stands for
/// something.
pub fn listen(state: State) {
    let clicks = window_event_listener(leptos::ev::click, move |event| click(state, &event));
    let changes = window_event_listener(leptos::ev::change, move |event| change(state, &event));
    let forms = window_event_listener(leptos::ev::submit, move |event| submit(state, &event));
    let pointer = window_event_listener(leptos::ev::mouseover, move |event| linking::point(state, &event));
    let focus = window_event_listener(leptos::ev::focusin, move |event| linking::point(state, &event));
    on_cleanup(move || {
        [clicks, changes, forms, pointer, focus].into_iter().for_each(WindowListenerHandle::remove);
    });
}

fn click(state: State, event: &Event) {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let control = element.closest("[data-action]").ok().flatten();
    if let Some(action) = control.and_then(|control| control.get_attribute("data-action")) {
        event.prevent_default();
        perform(state, &action);
    } else if dom::is_inside(event, ".desk") && !dom::is_control(event) {
        choose(state, event);
    }
}

/// Does what a control asks.
pub fn perform(state: State, action: &str) {
    let (name, argument) = action.split_once(' ').unwrap_or((action, ""));
    match name {
        "skip" if state.is_open.get_untracked() => dom::focus("#article"),
        "skip" => dom::focus("main"),
        "file" => ask_for_file(state, false),
        "add" => ask_for_file(state, true),
        "read" => tabs::read(state, argument),
        "close" => tabs::close(state, argument),
        "paste" => dialogs::open(dialogs::PASTE),
        "add-paste" => submit_paste(state, true),
        "keys" => dialogs::open(dialogs::KEYS),
        "share" => share::open(state),
        "copy" => share::copy(state, argument),
        "send" => share::send(state),
        "embed-preview" => {
            embed::dialog::toggle();
            share::fill_embed(state);
        }
        "keep-article" => share::keep(state),
        "one-file" => share::hold(state),
        "save" => dialogs::open(export::DIALOG),
        "export" => export::ask(state, argument),
        "close-dialog" => dialogs::close(argument),
        "example" => open_example(state),
        "cancel" => state.cancel(),
        "again" => state.retry(),
        "retry" if matches!(state.work.get_untracked(), Work::Failed(Failure::Crash | Failure::Pack)) => {
            state.retry()
        }
        "retry" => drop(leptos::prelude::window().location().reload()),
        "dismiss" => state.dismiss(),
        "view" => {
            if let Some(view) = View::ALL.into_iter().find(|view| view.code() == argument) {
                state.view.set(view);
                leptos::prelude::window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
        "layer" => toggle_layer(state, argument),
        "edit-date" => state.asks_date.set(true),
        "keep-date" => state.asks_date.set(false),
        "correct-time" => dialogs::open(correct::DIALOG),
        "no-time" => correct::correct(state, None),
        "undo" => state.edit(state.current.get_untracked(), |edits| _ = edits.pop()),
        "find-marks" => state.find_marks(),
        "found-time" => correct::restore(state),
        "list" => state.timeline.as_list.update(|list| *list = !*list),
        "dock" => state.timeline.docked.update(|docked| *docked = !*docked),
        "earlier" => window::act(state, Move::Pan(-window::STEP)),
        "later" => window::act(state, Move::Pan(window::STEP)),
        "zoom-in" => window::act(state, Move::Zoom(0.5)),
        "zoom-out" => window::act(state, Move::Zoom(2.0)),
        "zoom-fit" => window::act(state, Move::Fit),
        "cluster" => window::open_cluster(state, argument),
        "next" => article::step_mention(state, 1),
        "previous" => article::step_mention(state, -1),
        "clear" => state.selected.set(None),
        _ => {}
    }
}

fn toggle_layer(state: State, code: &str) {
    let Some(layer) = Layer::all().find(|layer| layer.code() == code) else { return };
    state.hidden.update(|hidden| match hidden.iter().position(|other| *other == layer) {
        Some(index) => drop(hidden.swap_remove(index)),
        None => hidden.push(layer),
    });
}

/// A click on what stands for something chooses it, and shows it where the reader is not looking.
fn choose(state: State, event: &Event) {
    let target: Option<Target> = linking::target_of(event);
    state.selected.set(target);
    let Some(target) = target else { return };
    if dom::is_inside(event, ".article") {
        linking::show_in_tools(target);
    } else {
        article::reveal(state, target);
    }
}

fn change(state: State, event: &Event) {
    let Some(control) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let value = control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default();
    match control.id().as_str() {
        "language" => {
            if let Some(language) = Language::from_code(&value) {
                state.texts.set(Texts::of(language));
            }
        }
        "theme" => {
            let theme = Theme::ALL.into_iter().find(|theme| theme.code() == value);
            state.theme.set(theme.unwrap_or_default());
        }
        "file" => {
            if let Ok(input) = control.dyn_into::<HtmlInputElement>() {
                if let Some(files) = input.files() {
                    open_files(state, &files, state.adds.get_untracked());
                    state.adds.set(false);
                }
                // Choosing the same file again is a change too.
                input.set_value("");
            }
        }
        menu @ (filter::WHO | filter::STATUS | filter::ARTICLE) => filter::choose(state, menu, &value),
        share::WITH_SELECTION => share::fill(state),
        embed::dialog::VIEW | embed::dialog::THEME => share::fill_embed(state),
        speakers::ORDER => state.speakers_by.set(Order::ALL[control_index(&control)]),
        "calendar" => {
            let picked = control.dyn_into::<HtmlInputElement>().ok().map(|input| input.value());
            if let (Some(field), Some(picked)) = (date_field(), picked) {
                field.set_value(&picked);
            }
        }
        _ => {}
    }
}

fn control_index(control: &Element) -> usize {
    let index = control.dyn_ref::<HtmlSelectElement>().map_or(0, HtmlSelectElement::selected_index);
    usize::try_from(index).unwrap_or_default()
}

fn submit(state: State, event: &Event) {
    event.prevent_default();
    if dom::is_inside(event, ".date-question") {
        submit_date(state);
    } else if dom::is_inside(event, "#paste") {
        submit_paste(state, false);
    } else if dom::is_inside(event, "#correct-time") {
        correct::submit(state);
    }
}

fn submit_date(state: State) {
    let Some(field) = date_field() else { return };
    match field.value().trim().parse::<PartialDate>() {
        Ok(date) => {
            state.asks_date.set(false);
            state.state_date(date);
        }
        Err(_) => {
            // What was typed stays, so the form is not drawn anew.
            let _ = field.set_attribute("aria-invalid", "true");
            if let Some(place) = dom::first("#date-error") {
                place.set_text_content(Some(state.texts.get_untracked().date_invalid));
            }
            let _ = field.focus();
        }
    }
}

fn date_field() -> Option<HtmlInputElement> {
    dom::first("#date")?.dyn_into().ok()
}

fn submit_paste(state: State, beside: bool) {
    let area = dom::first("#paste textarea").and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(area) = area else { return };
    let text = area.value();
    if text.trim().is_empty() {
        let _ = area.focus();
        return;
    }
    dialogs::close(dialogs::PASTE);
    area.set_value("");
    open_one(state, None, text, beside);
}
