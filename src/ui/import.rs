//! Files that hold marks: JSON of ours, and Web Annotation. `import.js` reads them, and is loaded when there is one.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::protocol::{self, Piece};
use crate::text::lower;

#[wasm_bindgen]
extern "C" {
    /// `boot.js` or, in an article saved as one file, `standalone.js`.
    #[wasm_bindgen(catch, js_name = kroniekImport)]
    fn read_marks(files: &Array, texts: &Array, from: u32, stay: bool) -> Result<Promise, JsValue>;
}

/// What files turned out to hold: pieces, each with the index of the article whose marks it has, or one that no article
/// has; the names of the files that are left out; and what the reader should know, in Dutch and in English.
pub type Import = (Vec<(u32, Piece)>, String, String, String);

/// Whether a file may hold marks, by its name or its first character.
pub fn is_json(name: Option<&str>, text: &str) -> bool {
    let name = lower(name.unwrap_or_default());
    name.ends_with(".json")
        || name.ends_with(".jsonld")
        || text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with('{')
}

/// A file as the script takes it.
pub fn file(name: Option<&str>, text: &str) -> JsValue {
    Array::of2(&name.unwrap_or_default().into(), &text.into()).into()
}

/// Reads files. Marks without an article go over one of `texts`: those that come along, which begin at `from`, or those
/// before it that are open, where none come along or all `stay`.
pub async fn read(files: Array, texts: Array, from: u32, stay: bool) -> Option<Import> {
    let answer = JsFuture::from(read_marks(&files, &texts, from, stay).ok()?).await.ok()?;
    let import: Import = protocol::decode(&Uint8Array::new(&answer).to_vec()).ok()?;
    // A script of another build would write something else.
    let fits = |(at, piece): &(u32, Piece)| {
        let text = texts.get(*at).as_string();
        piece.options.marks.as_ref().is_none_or(|marks| marks.fit(text.as_deref().unwrap_or(&piece.text)))
    };
    import.0.iter().all(fits).then_some(import)
}
