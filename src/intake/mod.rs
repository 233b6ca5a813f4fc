//! From bytes to an article: encoding, language, layout and the document's date.

mod date_phrase;
pub mod dateline;
pub mod encoding;
pub mod html;
pub mod language;
pub mod layout;
