//! The dialog that saves what was found as a file, in any of the export formats.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

use super::dom::add;
use super::state::{Message, State};
use crate::export::{self, Format, Table, View};
use crate::protocol::Form;

/// The id of the dialog.
pub const DIALOG: &str = "export";

/// Pixels of a picture for one of its drawing: sharp on a fine screen and in print.
const SCALE: u32 = 2;

/// How long a file's address lives, in milliseconds: some browsers ask the reader first.
const MINUTE: u64 = 60_000;

/// Draws the dialog, closed.
pub fn draw(frame: &Element, state: State) -> Option<()> {
    let texts = state.texts.get();
    let words = texts.sharing;
    let dialog = add(frame, "dialog", &[("id", DIALOG), ("aria-labelledby", "export-title")], "")?;
    add(&dialog, "h2", &[("id", "export-title")], words.save_title)?;
    add(&dialog, "p", &[], words.save_intro)?;
    let list = add(&dialog, "ul", &[("class", "formats")], "")?;
    for (format, (name, description)) in Format::PAGE.into_iter().zip(words.formats) {
        let line = add(&list, "li", &[], "")?;
        let told = add(&line, "p", &[], "")?;
        add(&told, "strong", &[], name)?;
        add(&told, "span", &[], description)?;
        let choices = add(&line, "div", &[("class", "choices")], "")?;
        let button = |ending: &str, detail: &str, label: &str| {
            let action = ["export ", format.name(), " ", ending, " ", detail].concat();
            let spoken = [name, ": ", label].concat();
            let attributes = [("type", "button"), ("data-action", &*action), ("aria-label", &spoken)];
            add(&choices, "button", &attributes, label)
        };
        match format {
            Format::Csv => {
                for (table, label) in Table::ALL.into_iter().zip(words.tables) {
                    button("csv", table.name(), label)?;
                }
            }
            Format::Svg => {
                for (view, label) in View::ALL.into_iter().zip(words.views) {
                    button("svg", view.name(), &[label, ".svg"].join(" "))?;
                    button("png", view.name(), &[label, ".png"].join(" "))?;
                }
            }
            _ => drop(button("", "", &[".", format.extension()].concat())?),
        }
    }
    let (name, description, label) = words.one_file;
    let line = add(&list, "li", &[("class", "one-file")], "")?;
    let told = add(&line, "p", &[], "")?;
    add(&told, "strong", &[], name)?;
    let (_, marked) = state.corrections();
    let description = if marked { words.marks_stay } else { description };
    add(&told, "span", &[("role", "status")], description)?;
    if !marked {
        let choices = add(&line, "div", &[("class", "choices")], "")?;
        add(&choices, "button", &[("type", "button"), ("data-action", "one-file")], label)?;
    }
    let choices = add(&dialog, "div", &[("class", "choices")], "")?;
    add(&choices, "button", &[("type", "button"), ("data-action", "close-dialog export")], texts.close)?;
    Some(())
}

/// Asks for the file that a button names.
pub fn ask(state: State, argument: &str) {
    let mut words = argument.split(' ');
    let mut next = || words.next().unwrap_or_default();
    let Some(format) = Format::from_name(next()) else { return };
    let pixels = next() == "png";
    let detail = next();
    let table = Table::ALL.into_iter().find(|table| table.name() == detail).unwrap_or_default();
    let view = View::ALL.into_iter().find(|view| view.name() == detail).unwrap_or_default();
    state.export(Form { format, table, view, pixels });
}

/// Saves a file that the worker has written.
pub fn save(state: State, form: Form, text: String) {
    let title = state
        .article
        .with_untracked(|open| open.as_ref().map(|open| export::name(&open.text, &open.analysis)))
        .unwrap_or_default();
    let name = file_name(&title, form);
    spawn_local(async move {
        let kind = form.format.media_type();
        let saved = match blob(&text, kind) {
            Some(blob) if form.pixels => download_pixels(&blob, name).await,
            Some(blob) => download(&blob, &name),
            None => None,
        };
        if saved.is_none() {
            state.message.set(Some(Message::Unreadable));
        }
    });
}

/// The title in letters, digits and hyphens, what the file shows, and the format's ending.
fn file_name(title: &str, form: Form) -> String {
    let mut name = String::new();
    for word in title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if name.len() + word.len() > 60 {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    if name.is_empty() {
        name.push_str("kroniek");
    }
    let (detail, extension) = match form.format {
        Format::Csv => (form.table.name(), "csv"),
        Format::Svg if form.pixels => (form.view.name(), "png"),
        Format::Svg => (form.view.name(), "svg"),
        format => ("", format.extension()),
    };
    let hyphen = if detail.is_empty() { "" } else { "-" };
    [&name, hyphen, detail, ".", extension].concat()
}

fn blob(text: &str, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

fn download(blob: &Blob, name: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    // Outside the document: the page's own listener does not see the click.
    link.click();
    set_timeout(move || drop(Url::revoke_object_url(&address)), core::time::Duration::from_millis(MINUTE));
    Some(())
}

/// Saves a drawing as pixels.
async fn download_pixels(drawing: &Blob, name: String) -> Option<()> {
    let address = Url::create_object_url_with_blob(drawing).ok()?;
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    let canvas = decoded.ok().and_then(|_| paint(&image));
    let _ = Url::revoke_object_url(&address);
    let finish = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            download(&blob, &name);
        }
    });
    canvas?.to_blob(finish.unchecked_ref()).ok()
}

fn paint(image: &HtmlImageElement) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (image.natural_width() * SCALE, image.natural_height() * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into())
        .ok()?;
    Some(canvas)
}
