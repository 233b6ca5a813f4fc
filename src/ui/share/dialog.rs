//! The dialog that shares the open article. It is drawn empty, and filled when it is opened: to make a link takes
//! a moment, and drawing it anew would close it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement};

use super::{browser, name_of};
use crate::analysis::Notice;
use crate::export;
use crate::share::{self, CUT, LARGEST, Payload, RISKY, corrections};
use crate::times::DateSource;
use crate::ui::dom::{self, add};
use crate::ui::locale::Texts;
use crate::ui::state::{Article, Origin, State, View, Work};
use crate::ui::{address, dialogs, embed, export as export_dialog};

/// The id of the dialog.
const DIALOG: &str = "share";
/// The id of the box that takes the selection along.
pub const WITH_SELECTION: &str = "share-selection";

/// Draws the dialog, closed.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let words = texts.sharing;
    let dialog = add(frame, "dialog", &[("id", DIALOG), ("aria-labelledby", "share-title")], "")?;
    add(&dialog, "h2", &[("id", "share-title")], words.share_title)?;
    add(&dialog, "p", &[("id", "share-intro")], "")?;
    add(&dialog, "p", &[("id", "share-which")], "")?;
    let choice = add(&dialog, "label", &[("class", "check")], "")?;
    add(&choice, "input", &[("id", WITH_SELECTION), ("type", "checkbox"), ("checked", "")], "")?;
    add(&choice, "span", &[], words.with_selection)?;

    let part = draw_field(&dialog, "share-link", words.link, words.copy, "primary")?;
    add(&part, "p", &[("id", "share-length")], "")?;
    let more = add(&part, "div", &[("class", "choices")], "")?;
    if browser::has_share_sheet() {
        add(&more, "button", &[("type", "button"), ("data-action", "send")], words.send)?;
    }
    let preview = [("id", "share-preview"), ("target", "_blank"), ("rel", "noopener")];
    add(&more, "a", &preview, words.preview)?;
    draw_field(&dialog, "share-source", words.source, words.copy_source, "")?;
    embed::dialog::draw(&dialog, state)?;
    draw_field(&dialog, "share-embed", words.embed, words.copy_embed, "")?;
    draw_field(&dialog, "share-element", words.element, words.copy_element, "")?;

    add(&dialog, "p", &[("id", "share-told"), ("role", "status")], "")?;
    let choices = add(&dialog, "div", &[("class", "choices")], "")?;
    add(&choices, "button", &[("type", "button"), ("data-action", "close-dialog share")], texts.close)?;
    Some(())
}

/// A text to copy, with the button that does it.
fn draw_field(dialog: &Element, id: &str, label: &str, copy: &str, class: &str) -> Option<Element> {
    let part = add(dialog, "div", &[("class", "share-part")], "")?;
    let name = add(&part, "label", &[], "")?;
    add(&name, "span", &[], label)?;
    add(&name, "input", &[("id", id), ("type", "text"), ("readonly", ""), ("spellcheck", "false")], "")?;
    let action = ["copy ", id].concat();
    add(&part, "button", &[("type", "button"), ("class", class), ("data-action", &action)], copy)?;
    Some(part)
}

/// Opens the dialog for the article that is open.
pub fn open(state: State) {
    if state.is_open.get_untracked() && !matches!(state.work.get_untracked(), Work::Busy(_)) {
        // Before it opens: the focus goes to the first field that can be seen.
        hide(WITH_SELECTION, state.selected.get_untracked().is_none());
        dialogs::open(DIALOG);
        fill(state);
    }
}

/// Puts the open article into the page's address, so that loading the page again brings it back. Marks the
/// root element where nothing would be lost by that: `offline/offline.js` reads the mark.
pub fn keep(state: State) {
    let one = state.article.with_untracked(|open| open.as_ref().is_none_or(|open| open.sources.len() < 2));
    let kept = state.work.get_untracked() == Work::Idle
        && one
        && (!state.is_open.get_untracked()
            || at_once(state, LARGEST / 2).is_some_and(|link| address::keep_article(&link)));
    if let Some(root) = document().document_element() {
        let _ = root.toggle_attribute_with_force("data-kept", kept);
    }
}

/// Leaves the link on the export dialog, where `standalone/standalone.js` finds it.
pub fn hold(state: State) {
    let idle = state.work.get_untracked() == Work::Idle;
    let link = if idle { at_once(state, LARGEST) } else { None };
    if let Some(dialog) = dom::first(&["#", export_dialog::DIALOG].concat()) {
        let _ = dialog.set_attribute("data-link", &link.unwrap_or_default());
    }
}

/// The link without waiting for a deflate: for what is read at once, its length does not count.
fn at_once(state: State, most: usize) -> Option<String> {
    let bytes = payload(state)?.to_bytes();
    (bytes.len() <= most).then(|| share::seal(&share::stored(&bytes)))
}

/// Makes the link and puts it into the dialog, with how long it is.
pub fn fill(state: State) {
    set("share-link", "");
    tell("share-length", "");
    tell("share-told", "");
    let which =
        read_name(state).map(|name| [state.texts.get_untracked().sharing.share_one, &name, "."].concat());
    tell("share-which", &which.unwrap_or_default());
    let address =
        state.opened().and_then(|(_, origin, _)| source_address(&origin, state.view.get_untracked()));
    hide("share-source", address.is_none());
    set("share-source", &address.unwrap_or_default());
    let texts = state.texts.get_untracked();
    let payload = payload(state);
    let sorry = if payload.is_none() { texts.sharing.marks_stay } else { texts.sharing.too_large };
    let bytes = payload.map(|payload| payload.to_bytes()).filter(|bytes| bytes.len() <= LARGEST);
    for part in ["share-link", "share-embed", "share-element", embed::dialog::VIEW] {
        hide(part, bytes.is_none());
    }
    tell("share-intro", if bytes.is_some() { texts.sharing.share_intro } else { "" });
    // What is told of the link stands in a part that is hidden then.
    let Some(bytes) = bytes else { return tell("share-told", sorry) };
    spawn_local(async move {
        let link = [&address::of_page(), "#d=", &share::seal(&browser::deflate(&bytes).await)].concat();
        tell("share-length", &length(link.len(), texts));
        if let Some(preview) = dom::first("#share-preview") {
            let _ = preview.set_attribute("href", &link);
        }
        set("share-link", &link);
        fill_embed(state);
    });
}

/// What the link holds; nothing where it would leave out the marks that a file gave.
fn payload(state: State) -> Option<Payload> {
    let open = state.article.get_untracked()?;
    let (edits, ..) = state.opened().filter(|(_, _, is_marked)| !is_marked)?;
    let found = &open.analysis;
    let source = open.sources.get(state.current.get_untracked())?;
    // A date that stands in the text is found there again.
    let date = source.date.filter(|date| date.source != DateSource::Text).map(|date| date.value);
    let language = (!source.notices.contains(&Notice::LanguageUnknown)).then_some(source.language);
    let view = Some(state.view.get_untracked()).filter(|view| *view != View::default());
    let selected = state.selected.get_untracked().filter(|_| is_checked(WITH_SELECTION));
    Some(Payload {
        text: source.span.of(&open.text).to_owned(),
        title: None,
        date,
        language,
        view: view.map(|view| view.code().to_owned()),
        selection: selected.and_then(|target| name_of(target, found, source.span)),
        corrections: corrections::write(&edits),
    })
}

/// The short link to a file that the page fetched.
fn source_address(origin: &Origin, view: View) -> Option<String> {
    let Origin::Source(source) = origin else { return None };
    let source = source.replace('%', "%25").replace('&', "%26").replace('#', "%23");
    let view = if view == View::default() { String::new() } else { ["&view=", view.code()].concat() };
    Some([&address::of_page(), "#src=", &source, &view].concat())
}

/// Puts the code for other people's pages into the dialog.
pub fn fill_embed(state: State) {
    let link = field("share-link").map(|field| field.value()).unwrap_or_default();
    if let (Some((page, article)), Some(title)) = (link.split_once('#'), title(state)) {
        let [frame, element] = embed::dialog::code(state, page, article, &title);
        set("share-embed", &frame);
        set("share-element", &element);
    }
}

fn title(state: State) -> Option<String> {
    let name = |open: &Article| export::name(&open.text, &open.analysis);
    read_name(state).or_else(|| state.article.with_untracked(|open| open.as_deref().map(name)))
}

/// The name of the article that is read, where there are several.
fn read_name(state: State) -> Option<String> {
    state.article.with_untracked(|open| {
        let open = open.as_ref().filter(|open| open.is_several())?;
        Some(open.sources.get(state.current.get_untracked())?.name.clone())
    })
}

fn length(characters: usize, texts: &Texts) -> String {
    let words = texts.sharing;
    let number = match (characters / 1000, characters % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => {
            let rest = (1000 + rest).to_string();
            [&thousands.to_string(), words.thousands, &rest[1..]].concat()
        }
    };
    let warning = match characters {
        CUT.. => words.cut,
        RISKY.. => words.risky,
        _ => "",
    };
    [words.length.0, &number, words.length.1, " ", warning].concat()
}

/// Copies the text of a field; where the browser does not allow it, the reader does.
pub fn copy(state: State, id: &str) {
    let Some(field) = field(id) else { return };
    let texts = state.texts.get_untracked().sharing;
    field.select();
    tell("share-told", "");
    spawn_local(async move {
        let copied = browser::write_to_clipboard(&field.value()).await;
        if !copied {
            let _ = field.focus();
            field.select();
        }
        tell("share-told", if copied { texts.copied } else { texts.copy_by_hand });
    });
}

/// Hands the link to the system's share sheet.
pub fn send(state: State) {
    let title = title(state).unwrap_or_default();
    let link = field("share-link").map(|field| field.value()).unwrap_or_default();
    spawn_local(async move { browser::send(&title, &link).await });
}

fn field(id: &str) -> Option<HtmlInputElement> {
    dom::first(&["#", id].concat())?.dyn_into().ok()
}

fn set(id: &str, value: &str) {
    if let Some(field) = field(id) {
        field.set_value(value);
    }
}

fn is_checked(id: &str) -> bool {
    field(id).is_some_and(|field| field.checked())
}

fn tell(id: &str, text: &str) {
    if let Some(place) = dom::first(&["#", id].concat()) {
        place.set_text_content(Some(text));
    }
}

/// Hides the part of the dialog that a field stands in, or shows it.
fn hide(id: &str, hidden: bool) {
    let field = dom::first(&["#", id].concat());
    let part = field.and_then(|field| field.closest(".share-part,.check").ok().flatten());
    if let Some(part) = part {
        let _ = part.toggle_attribute_with_force("hidden", hidden);
    }
}
