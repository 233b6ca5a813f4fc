//! What sharing asks of the browser: deflate, the clipboard, the system's share sheet, and files by address.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, RequestCredentials, RequestInit, Response, Url};

use super::opening::SourceError;
use crate::intake::encoding::LARGEST;
use crate::share;

// Not all browsers have these, and not on all pages: web-sys takes them for granted.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type Stream;
    #[wasm_bindgen(method, catch)]
    fn stream(this: &Stream) -> Result<Stream, JsValue>;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &Stream, through: &CompressionStream) -> Result<Stream, JsValue>;

    #[wasm_bindgen(js_name = Response)]
    type Body;
    #[wasm_bindgen(constructor, catch, js_class = "Response")]
    fn of_stream(stream: &Stream) -> Result<Body, JsValue>;
    #[wasm_bindgen(method, catch, js_name = arrayBuffer)]
    fn array_buffer(this: &Body) -> Result<Promise, JsValue>;

    type Sharing;
    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &Sharing) -> Option<Clipboard>;
    #[wasm_bindgen(method, getter, js_name = share)]
    fn share_sheet(this: &Sharing) -> JsValue;
    #[wasm_bindgen(method, catch)]
    fn share(this: &Sharing, what: &JsValue) -> Result<Promise, JsValue>;

    type Clipboard;
    #[wasm_bindgen(method, catch, js_name = writeText)]
    fn write_text(this: &Clipboard, text: &str) -> Result<Promise, JsValue>;
}

fn sharing() -> Sharing {
    window().navigator().unchecked_into()
}

/// Bytes through deflate: the browser's, or where it has none one that makes nothing shorter.
pub async fn deflate(bytes: &[u8]) -> Vec<u8> {
    compress(bytes).await.unwrap_or_else(|_| share::stored(bytes))
}

async fn compress(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let deflate = CompressionStream::new("deflate-raw")?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let stream = blob.unchecked_into::<Stream>().stream()?.pipe_through(&deflate)?;
    let buffer = JsFuture::from(Body::of_stream(&stream)?.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Puts text on the clipboard; whether the browser allowed it.
pub async fn write_to_clipboard(text: &str) -> bool {
    let Some(Ok(written)) = sharing().clipboard().map(|clipboard| clipboard.write_text(text)) else {
        return false;
    };
    JsFuture::from(written).await.is_ok()
}

/// Whether the system has a share sheet.
pub fn has_share_sheet() -> bool {
    sharing().share_sheet().is_function()
}

/// Opens the system's share sheet. Closing it without choosing is no failure.
pub async fn send(title: &str, address: &str) {
    let what = Object::new();
    let _ = Reflect::set(&what, &"title".into(), &title.into());
    let _ = Reflect::set(&what, &"url".into(), &address.into());
    if let Ok(sent) = sharing().share(&what) {
        let _ = JsFuture::from(sent).await;
    }
}

/// The bytes of a file at an address, seen from the page, and the file's name.
pub async fn fetch(address: &str) -> Result<(Vec<u8>, Option<String>), SourceError> {
    let base = leptos::prelude::document().base_uri().ok().flatten().unwrap_or_default();
    let url = Url::new_with_base(address, &base).map_err(|_| SourceError::Refused)?;
    let own = window().location().origin().unwrap_or_default();
    // The page's policy allows no other addresses: not asking gives a better message.
    if url.protocol() != "https:" && url.origin() != own {
        return Err(SourceError::Refused);
    }
    let options = RequestInit::new();
    options.set_credentials(RequestCredentials::Omit);
    let response = JsFuture::from(window().fetch_with_str_and_init(&url.href(), &options));
    // For a page, a host that is not there and one that does not allow it are the same.
    let response: Response = response.await.map_err(|_| SourceError::Closed)?.unchecked_into();
    match response.status() {
        200..=299 => {}
        401 | 403 => return Err(SourceError::Closed),
        _ => return Err(SourceError::Missing),
    }
    let path = url.pathname();
    let name = path.rsplit('/').next().filter(|name| !name.is_empty()).map(str::to_owned);
    let bytes = read_all(&response).await.ok_or(SourceError::Closed)?;
    Ok((bytes, name))
}

/// What a response holds. Of one that is larger than any article, only so much that it is known as too large.
async fn read_all(response: &Response) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else { return Some(bytes) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    while bytes.len() <= LARGEST {
        let part = JsFuture::from(reader.read()).await.ok()?;
        let value = Reflect::get(&part, &"value".into()).ok()?;
        if value.is_undefined() {
            return Some(bytes);
        }
        bytes.extend(Uint8Array::new(&value).to_vec());
    }
    let _ = reader.cancel();
    Some(bytes)
}
