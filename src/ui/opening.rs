//! Opening an article: drop, choose, paste, and the built-in example.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, DragEvent, Element, File, FileList, HtmlInputElement, Response, TextDecoder};

use super::dom::{self, add};
use super::import;
use super::locale::Texts;
use super::state::{Message, State, Work, several};
use super::worker::Failure;
use crate::intake::encoding::{self, Encoding, LARGEST, Refusal};
use crate::lang::Language;
use crate::pipeline::Options;
use crate::protocol::{NamesModel, Piece};

/// Opens files in the order of their names, beside what is open or in its place. Those that cannot be read are named.
pub fn open_files(state: State, files: &FileList, beside: bool) {
    let mut all: Vec<File> = Vec::new();
    for file in (0..files.length()).filter_map(|index| files.item(index)) {
        let at = all.iter().position(|other| other.name() > file.name()).unwrap_or(all.len());
        all.insert(at, file);
    }
    spawn_local(async move {
        let mut articles = Vec::new();
        let mut left = Vec::new();
        let mut problem = None;
        let mut room = LARGEST as f64;
        for file in all {
            match read_file(&file, &mut room).await {
                Ok(text) => articles.push((Some(file.name()), text)),
                Err(message) => {
                    left.push(file.name());
                    problem.get_or_insert(message);
                }
            }
        }
        open_read(state, articles, beside, left, problem).await;
    });
}

/// Opens texts, beside what is open or in its place, and tells what was left and why the first of it. Marks without an
/// article go over one that comes along or is open.
async fn open_read(
    state: State,
    files: Vec<(Option<String>, String)>,
    beside: bool,
    mut left: Vec<String>,
    mut problem: Option<Message>,
) {
    let jsons = Array::new();
    let mut pieces = Vec::new();
    for (name, text) in files {
        if import::is_json(name.as_deref(), &text) {
            jsons.push(&import::file(name.as_deref(), &text));
        } else {
            pieces.push(Piece { text, options: Options { file_name: name, ..Options::default() } });
        }
    }
    let mut marked = Vec::new();
    if jsons.length() > 0 {
        let texts = state.texts_of_open();
        let from = texts.length();
        for piece in &mut pieces {
            several::extract(piece);
            texts.push(&piece.text.as_str().into());
        }
        match import::read(jsons, texts, from, beside).await {
            Some((read, names, dutch, english)) => {
                marked = read;
                left.extend(Some(names).filter(|names| !names.is_empty()));
                problem = problem.or(Some(Message::Told([dutch, english])).filter(Message::says_something));
            }
            None => problem = Some(Message::Unreadable),
        }
    }
    if !pieces.is_empty() || !marked.is_empty() {
        state.open_all(pieces, marked, beside);
        if !left.is_empty() {
            problem = Some(Message::Left(left.join(", ")));
        }
    }
    if let Some(problem) = problem {
        state.message.set(Some(problem));
    }
}

/// The text of a file, if there is room for it.
async fn read_file(file: &File, room: &mut f64) -> Result<String, Message> {
    // Asked before reading, so that a film that is dropped by mistake does not fill the memory.
    if file.size() > *room {
        return Err(Message::Refused(Refusal::TooLarge));
    }
    *room -= file.size();
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Message::Unreadable)?;
    read(&js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The text of a file, or why it has none.
pub fn read(bytes: &[u8]) -> Result<String, Message> {
    let encoding = encoding::sniff(bytes).map_err(Message::Refused)?;
    let text = decode(bytes, encoding).ok_or(Message::Unreadable)?;
    if text.trim().is_empty() { Err(Message::Refused(Refusal::Empty)) } else { Ok(text) }
}

/// Opens text, or an HTML page: the worker finds the article in it.
pub fn open_text(state: State, name: Option<String>, text: String) {
    if text.trim().is_empty() {
        state.message.set(Some(Message::Refused(Refusal::Empty)));
        return;
    }
    open_one(state, name, text, false);
}

/// Opens a text that is not empty, beside what is open or in its place.
pub fn open_one(state: State, name: Option<String>, text: String, beside: bool) {
    spawn_local(open_read(state, vec![(name, text)], beside, Vec::new(), None));
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

/// Opens the built-in example in the interface's language: a file beside the page.
pub fn open_example(state: State) {
    let file = match state.texts.get_untracked().language {
        Language::Dutch => "examples/nl.txt",
        Language::English => "examples/en.txt",
    };
    spawn_local(async move {
        match fetch_text(file).await {
            Some(text) => open_text(state, None, text),
            None => state.message.set(Some(Message::Unreadable)),
        }
    });
}

async fn fetch_text(file: &str) -> Option<String> {
    let response: Response = JsFuture::from(window().fetch_with_str(file)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Asks for files to open, beside what is open or in its place, after the listener that called this has returned: the
/// chooser's own click passes it too.
pub fn ask_for_file(state: State, beside: bool) {
    state.adds.set(beside);
    spawn_local(async { click_chooser() });
}

fn click_chooser() {
    if let Some(input) = dom::first("#file").and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

/// Drop anywhere on the page.
pub fn listen_for_drops(state: State) {
    let dragging = state.dragging;
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
            Some(files) if files.length() > 0 => open_files(state, &files, false),
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
            Some(files) if files.length() > 0 => open_files(state, &files, false),
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

/// Draws the file chooser that the buttons open, and what covers the page while a file is dragged over it.
pub fn draw_drop(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let chooser = [
        ("type", "file"),
        ("id", "file"),
        ("hidden", ""),
        ("multiple", ""),
        ("aria-label", texts.choose_file),
        ("accept", ".txt,.text,.md,.htm,.html,.json,.jsonld,text/plain,text/html,application/json"),
    ];
    add(frame, "input", &chooser, "")?;
    let class = if state.dragging.get() { "drop-overlay shown" } else { "drop-overlay" };
    let overlay = add(frame, "div", &[("class", class), ("aria-hidden", "true")], "")?;
    add(&overlay, "p", &[], texts.drop_release)?;
    Some(())
}

/// Draws what the worker is doing.
pub fn draw_work(frame: &Element, state: State) -> Option<()> {
    let place = add(frame, "div", &[("role", "status")], "")?;
    let texts = state.texts.get();
    let Work::Busy(done) = state.work.get() else { return draw_names(&place, state) };
    let next = done.map_or(0, |stage| stage as usize + 1).min(texts.stages.len() - 1);
    let label = [texts.working, ": ", texts.stages[next]].concat();
    let card = add(&place, "div", &[("class", "working")], "")?;
    add(&card, "progress", &[("max", "5"), ("value", &next.to_string()), ("aria-label", &label)], "")?;
    add(&card, "span", &[], &label)?;
    add(&card, "button", &[("type", "button"), ("data-action", "cancel")], texts.cancel)?;
    Some(())
}

/// Draws how far the model of names is, as long as rules do its work.
fn draw_names(place: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let model = state.names.get();
    if !state.is_open.get() || matches!(model, NamesModel::Unasked | NamesModel::Ready) {
        return Some(());
    }
    let card = add(place, "div", &[("class", "working")], "")?;
    if let NamesModel::Loading(part) = model {
        let value = part.to_string();
        add(
            &card,
            "progress",
            &[("max", "100"), ("value", &value), ("aria-label", texts.names_loading)],
            "",
        )?;
        add(&card, "span", &[], texts.names_loading)?;
    } else {
        add(&card, "span", &[], texts.names_failed)?;
        add(&card, "button", &[("type", "button"), ("data-action", "again")], texts.retry)?;
    }
    Some(())
}

/// Draws what went wrong, and what the reader can do about it.
pub fn draw_problem(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let place = add(frame, "div", &[("role", "alert")], "")?;
    let (text, action) = problem(state, texts)?;
    let card = add(&place, "div", &[("class", "problem")], "")?;
    add(&card, "p", &[], &text)?;
    if let Some(name) = action {
        add(&card, "button", &[("type", "button"), ("data-action", "retry")], name)?;
    }
    let close = [("type", "button"), ("class", "quiet"), ("data-action", "dismiss")];
    add(&card, "button", &close, texts.close)?;
    Some(())
}

fn problem(state: State, texts: &'static Texts) -> Option<(String, Option<&'static str>)> {
    if let Work::Failed(failure) = state.work.get() {
        let (text, action) = match failure {
            Failure::Start => (texts.failed_start, texts.reload),
            Failure::Crash => (texts.failed_crash, texts.retry),
            Failure::Pack => (texts.failed_pack, texts.retry),
            Failure::OtherBuild => (texts.failed_build, texts.reload),
        };
        return Some((text.to_owned(), Some(action)));
    }
    let text = match state.message.get()? {
        Message::Refused(Refusal::Empty) => texts.refused_empty,
        Message::Refused(Refusal::Binary) => texts.refused_binary,
        Message::Refused(Refusal::TooLarge) => texts.refused_large,
        Message::Unreadable => texts.refused_unreadable,
        Message::Left(names) => return Some(([texts.left.0, &names, texts.left.1].concat(), None)),
        Message::Told([dutch, english]) => {
            let told = if texts.language == Language::Dutch { dutch } else { english };
            return Some((told, None));
        }
        Message::Link(error) => texts.sharing.link_error(error),
        Message::Source(error) => texts.sharing.source_error(error),
    };
    Some((text.to_owned(), None))
}
