//! What differs between languages: one folder a language, the same file set in each.

pub mod data;
pub mod en;
pub mod neighbours;
pub mod nl;
pub mod verb;
mod word_list;

pub(crate) use word_list::word_list;
pub use word_list::{Fnv, WordList, Words};

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

/// The word lists that the text stage reads; a file in this form is plain text with `#` comments and
/// `[section]` lines, entries apart by white space.
#[derive(Clone, Copy, Debug)]
pub struct SegmentationData {
    /// Abbreviations without their last full stop, by what that full stop means.
    pub abbreviations: &'static str,
    /// Words that open a sentence, by how sure they are.
    pub openers: &'static str,
    /// Words that no sub-heading in running text holds.
    pub heading_stops: &'static str,
    /// Shortened words that open with an apostrophe, written with `'`.
    pub clitics: &'static [&'static str],
}
