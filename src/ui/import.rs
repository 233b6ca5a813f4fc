//! Files that hold marks: JSON of ours, and Web Annotation. `import.js` reads them, and is loaded when there is one.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::state::Message;
use crate::protocol::{self, Piece};

#[wasm_bindgen]
extern "C" {
    /// `boot.js` or, in an article saved as one file, `standalone.js`.
    #[wasm_bindgen(catch, js_name = kroniekImport)]
    fn read_marks(json: &str, texts: &Array) -> Result<Promise, JsValue>;
}

/// What a file turned out to be.
pub enum Import {
    /// An article with its marks.
    Whole(Piece),
    /// Marks of the text with an index, and what the reader should know.
    Over(usize, Piece, Option<Message>),
    /// Marks of an article that is not in the file.
    Bare(Message),
    /// No JSON.
    Other(Message),
    /// It cannot be used.
    Refused(Message),
}

/// Whether a file may hold marks, by its name or its first character.
pub fn is_json(name: Option<&str>, text: &str) -> bool {
    has_json_name(name) || text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with('{')
}

/// Whether a file's name says that it is JSON.
pub fn has_json_name(name: Option<&str>) -> bool {
    let ending = name.and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    ["json", "jsonld"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Reads a file by itself, or, where there are `texts`, over the one that it is of.
pub async fn read(name: Option<&str>, json: &str, texts: &[&str]) -> Import {
    try_to_read(name, json, texts).await.unwrap_or(Import::Refused(Message::Unreadable))
}

async fn try_to_read(name: Option<&str>, json: &str, texts: &[&str]) -> Option<Import> {
    let texts: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    let answer: Array = JsFuture::from(read_marks(json, &texts).ok()?).await.ok()?.unchecked_into();
    let told = [answer.get(2).as_string()?, answer.get(3).as_string()?];
    let told = Some(told).filter(|[dutch, _]| !dutch.is_empty()).map(Message::Told);
    let at = answer.get(1).as_f64()? as i32;
    if answer.get(0).is_null() {
        return Some(match at {
            -2 => Import::Bare(told?),
            -3 => Import::Other(told?),
            _ => Import::Refused(told?),
        });
    }
    let mut piece: Piece = protocol::decode(&Uint8Array::new(&answer.get(0)).to_vec()).ok()?;
    piece.options.file_name = name.map(str::to_owned);
    // A script of another build would write something else.
    let fit = piece.options.marks.as_ref()?;
    match usize::try_from(at) {
        Ok(at) => fit.fit(&texts.get(at as u32).as_string()?).then_some(Import::Over(at, piece, told)),
        Err(_) => fit.fit(&piece.text).then_some(Import::Whole(piece)),
    }
}
