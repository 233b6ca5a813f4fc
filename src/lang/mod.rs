//! What differs between languages: one folder a language, the same file set in each.
//!
//! What the stages know of a language is data: lists in `.txt` files, which make up its [`Pack`]. Only what
//! intake needs before the language is known (dates, lines about an article, function words) is Rust.

pub mod data;
#[cfg(feature = "embedded-packs")]
mod embedded;
pub mod en;
pub mod event_weights;
pub mod inflect;
pub mod neighbours;
pub mod nl;
mod pack;
pub mod speech;
mod table;
mod terms;
pub mod verb;

#[cfg(feature = "embedded-packs")]
pub use embedded::{embedded, embedded_words};
pub(crate) use pack::Sections;
pub use pack::{InvalidPack, Pack};
pub use table::Table;

use serde::{Deserialize, Serialize};

/// A language that Kroniek reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Dutch, as written in the Netherlands and in Flanders.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language of an ISO 639-1 code or a BCP 47 tag, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "nl" => Some(Self::Dutch),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}
