//! Opening what the page's address names: `#d=`, an article in the link itself, and `#src=`, a file elsewhere.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{browser, target_of};
use crate::pipeline::Options;
use crate::protocol::Piece;
use crate::share::{self, LinkError, Payload, corrections};
use crate::times::{DateSource, DocumentDate};
use crate::ui::address;
use crate::ui::import;
use crate::ui::opening;
use crate::ui::state::{Message, Origin, State, View};

/// Why the file at an address does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// The host has no such file.
    Missing,
    /// The host cannot be reached, or does not let this page have the file.
    Closed,
    /// It is no address that the page fetches.
    Refused,
}

/// Opens what the address names, now and whenever it changes.
pub fn listen_for_links(state: State) {
    let change = window_event_listener_untyped("hashchange", move |_| open(state));
    on_cleanup(move || change.remove());
    open(state);
}

/// Opens what the address names. What cannot be opened leaves what is open, with a message.
fn open(state: State) {
    let address = address::read();
    let view = address.get("view").and_then(View::from_code);
    if let Some(view) = view {
        state.view.set(view);
    }
    let opened = match (address.get("d"), address.get("src")) {
        (Some(link), _) => open_link(state, link, view.is_some()).map_err(Message::Link),
        (None, Some(source)) => {
            let source = source.to_owned();
            spawn_local(async move {
                if let Err(message) = open_source(state, source).await {
                    state.message.set(Some(message));
                }
            });
            Ok(())
        }
        (None, None) => Ok(()),
    };
    if let Err(message) = opened {
        state.message.set(Some(message));
    }
}

/// The inflate of our own reads links in every browser: it never unfolds past its limit.
fn open_link(state: State, link: &str, has_view: bool) -> Result<(), LinkError> {
    let payload = share::read(link)?;
    let (text, from) = with_title(&payload);
    if text.trim().is_empty() {
        return Err(LinkError::Broken);
    }
    let edits = corrections::read(&payload.corrections, from)?;
    let date = payload.date.map(|value| DocumentDate { value, source: DateSource::Reader });
    let options = Options { language: payload.language, date, edits, ..Options::default() };
    let wanted = payload.selection.as_deref().and_then(target_of);
    let wanted = wanted.map(|(kind, start)| (kind, start.saturating_add(from)));
    if !has_view {
        state.view.set(payload.view.as_deref().and_then(View::from_code).unwrap_or_default());
    }
    state.open_from(Origin::Link, None, text, options, wanted);
    Ok(())
}

/// The article with its title above it where the text has none, and at which byte the text begins.
fn with_title(payload: &Payload) -> (String, u32) {
    let title = payload.title.as_deref().map(str::trim).unwrap_or_default();
    if payload.text.trim_start().starts_with(title) {
        return (payload.text.clone(), 0);
    }
    ([title, "\n\n", &payload.text].concat(), title.len() as u32 + 2)
}

async fn open_source(state: State, source: String) -> Result<(), Message> {
    let (bytes, name) = browser::fetch(&source).await.map_err(Message::Source)?;
    let text = opening::read(&bytes)?;
    let mut piece = Piece { text, options: Options::default() };
    if import::is_json(name.as_deref(), &piece.text) {
        let files = Array::of1(&import::file(name.as_deref(), &piece.text));
        let (mut read, _, dutch, english) =
            import::read(files, Array::new(), 0, false).await.ok_or(Message::Unreadable)?;
        (_, piece) = read.pop().ok_or(Message::Told([dutch, english]))?;
    }
    // The reader may have gone on meanwhile.
    if address::parameter("src").as_ref() == Some(&source) {
        state.open_from(Origin::Source(source), name, piece.text, piece.options, None);
    }
    Ok(())
}
