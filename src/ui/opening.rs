//! Opening an article: drop, choose, paste, and the built-in example.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, DragEvent, Event, File, FileList, HtmlInputElement, TextDecoder};

use super::dom;
use super::state::{Message, State, Work};
use super::worker::Failure;
use crate::intake::encoding::{self, Encoding, LARGEST, Refusal};
use crate::lang::Language;
use crate::pipeline::Options;

/// Opens the first of some files.
pub fn open_files(state: State, files: &FileList) {
    let Some(file) = files.item(0) else { return };
    let several = files.length() > 1;
    spawn_local(async move {
        open_file(state, file).await;
        if several && state.message.get_untracked().is_none() {
            state.message.set(Some(Message::OneAtATime));
        }
    });
}

async fn open_file(state: State, file: File) {
    // Asked before reading, so that a film that is dropped by mistake does not fill the memory.
    if file.size() > LARGEST as f64 {
        state.message.set(Some(Message::Refused(Refusal::TooLarge)));
        return;
    }
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
        state.message.set(Some(Message::Unreadable));
        return;
    };
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    match encoding::sniff(&bytes) {
        Ok(encoding) => match decode(&bytes, encoding) {
            Some(text) => open_text(state, Some(file.name()), text),
            None => state.message.set(Some(Message::Unreadable)),
        },
        Err(refusal) => state.message.set(Some(Message::Refused(refusal))),
    }
}

/// Opens text, or an HTML page: the worker finds the article in it.
pub fn open_text(state: State, name: Option<String>, text: String) {
    if text.trim().is_empty() {
        state.message.set(Some(Message::Refused(Refusal::Empty)));
        return;
    }
    state.open(name, text, Options::default());
}

/// The browser's own decoder does the decoding.
fn decode(bytes: &[u8], encoding: Encoding) -> Option<String> {
    let label = match encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf16Le => "utf-16le",
        Encoding::Utf16Be => "utf-16be",
        Encoding::Windows1252 => "windows-1252",
    };
    TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}

/// Opens the built-in example in the interface's language.
pub fn open_example(state: State) {
    let text = match state.texts.get_untracked().language {
        Language::Dutch => include_str!("example.txt"),
        Language::English => include_str!("example.en.txt"),
    };
    state.open(None, text.to_owned(), Options::default());
}

/// Asks for a file.
pub fn ask_for_file() {
    if let Some(input) = dom::first("#file").and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

/// The file chooser that the buttons open.
#[component]
pub fn FileInput() -> impl IntoView {
    let state = State::of_page();
    let chosen = move |event: Event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(files) = input.files() {
            open_files(state, &files);
        }
        // Choosing the same file again is a change too.
        input.set_value("");
    };
    view! {
        <input type="file" id="file" hidden accept=".txt,.text,.md,.htm,.html,text/plain,text/html" on:change=chosen/>
    }
}

/// Whether files are being dragged over the page.
#[derive(Clone, Copy)]
struct Dragging(RwSignal<bool>);

/// Drop anywhere on the page.
pub fn listen_for_drops(state: State) {
    let dragging = RwSignal::new(false);
    provide_context(Dragging(dragging));
    let over = move |event: DragEvent| {
        event.prevent_default();
        dragging.set(true);
    };
    let enter = window_event_listener(leptos::ev::dragenter, over);
    let keep = window_event_listener(leptos::ev::dragover, over);
    let leave = window_event_listener(leptos::ev::dragleave, move |event| {
        // Leaving for another element of the page is no leaving.
        if event.related_target().is_none() {
            dragging.set(false);
        }
    });
    let drop = window_event_listener(leptos::ev::drop, move |event| {
        event.prevent_default();
        dragging.set(false);
        let Some(data) = event.data_transfer() else { return };
        match data.files() {
            Some(files) if files.length() > 0 => open_files(state, &files),
            _ => {
                if let Ok(text) = data.get_data("text/plain") {
                    open_text(state, None, text);
                }
            }
        }
    });
    on_cleanup(move || [enter, keep, leave, drop].into_iter().for_each(WindowListenerHandle::remove));
}

/// Paste anywhere on the page, except where text is typed.
pub fn listen_for_paste(state: State) {
    let paste = window_event_listener(leptos::ev::paste, move |event: ClipboardEvent| {
        if dom::is_control(&event) {
            return;
        }
        let Some(data) = event.clipboard_data() else { return };
        match data.files() {
            Some(files) if files.length() > 0 => open_files(state, &files),
            _ => {
                if let Ok(text) = data.get_data("text/plain")
                    && !text.trim().is_empty()
                {
                    open_text(state, None, text);
                }
            }
        }
    });
    on_cleanup(move || paste.remove());
}

/// What covers the page while a file is dragged over it.
#[component]
pub fn DropOverlay() -> impl IntoView {
    let state = State::of_page();
    let Dragging(dragging) = expect_context();
    view! {
        <div class="drop-overlay" class:shown=move || dragging.get() aria-hidden="true">
            <p>{state.say(|texts| texts.drop_release)}</p>
        </div>
    }
}

/// What the page is doing, and what went wrong.
#[component]
pub fn Status() -> impl IntoView {
    let state = State::of_page();
    let working = move || match state.work.get() {
        Work::Busy(stage) => {
            let texts = state.texts.get();
            let stages = texts.stages;
            let next = stage.map_or(0, |stage| stage as usize + 1).min(stages.len() - 1);
            Some((format!("{}: {}", texts.working, stages[next]), next))
        }
        _ => None,
    };
    let problem = move || {
        let texts = state.texts.get();
        if let Work::Failed(failure) = state.work.get() {
            return Some(match failure {
                Failure::Start => (texts.failed_start, Some(texts.reload)),
                Failure::Crash => (texts.failed_crash, Some(texts.retry)),
                Failure::Pack => (texts.failed_pack, Some(texts.retry)),
                Failure::OtherBuild => (texts.failed_build, Some(texts.reload)),
            });
        }
        state.message.get().map(|message| match message {
            Message::Refused(Refusal::Empty) => (texts.refused_empty, None),
            Message::Refused(Refusal::Binary) => (texts.refused_binary, None),
            Message::Refused(Refusal::TooLarge) => (texts.refused_large, None),
            Message::Unreadable => (texts.refused_unreadable, None),
            Message::OneAtATime => (texts.one_at_a_time, None),
        })
    };
    let act = move |_| {
        if matches!(state.work.get_untracked(), Work::Failed(Failure::Crash | Failure::Pack)) {
            state.retry();
        } else {
            let _ = window().location().reload();
        }
    };
    let dismiss = move |_| {
        state.message.set(None);
        if matches!(state.work.get_untracked(), Work::Failed(_)) {
            state.work.set(Work::Idle);
        }
    };
    view! {
        <div class="status" role="status">
            {move || working().map(|(label, done)| view! {
                <div class="working" data-control="">
                    <progress max=5 value=done aria-label=label.clone()></progress>
                    <span>{label.clone()}</span>
                    <button type="button" on:click=move |_| state.cancel()>{state.texts.get().cancel}</button>
                </div>
            })}
        </div>
        <div class="alert" role="alert">
            {move || problem().map(|(text, action)| view! {
                <div class="problem" data-control="">
                    <p>{text}</p>
                    {action.map(|label| view! { <button type="button" on:click=act>{label}</button> })}
                    <button type="button" class="quiet" on:click=dismiss>{state.texts.get().close}</button>
                </div>
            })}
        </div>
    }
}
