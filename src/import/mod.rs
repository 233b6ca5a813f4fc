//! Marks back from an export: our JSON (`kroniek/1`) and W3C Web Annotation.
//!
//! A mark goes where its words are: at its offsets if the text has the words there, else at the one other place
//! that fits. A mark whose words are gone is left out and counted, never put somewhere else.
//!
//! The page reads the same with `import.js`, which it loads when a reader opens such a file; `tests/reader.rs` holds
//! the two together.

mod annotation;
mod model;
mod ours;
mod place;

use core::fmt;

use crate::json::{self, Fault};
use crate::lang::Language;
use crate::marks::Marks;
use crate::pipeline::Options;
use crate::times::DocumentDate;

pub use model::{Broken, check};

/// What an export holds, placed on a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The text in the export, where the marks were placed on that.
    pub text: Option<String>,
    /// The language the export states; `None` where it states none, or that it was not sure.
    pub language: Option<Language>,
    /// The document's date that the export states.
    pub date: Option<DocumentDate>,
    /// The marks that could be placed.
    pub marks: Marks,
    /// Marks whose words the text does not have, and annotations that mark nothing of this text.
    pub unplaced: u32,
}

impl Import {
    /// What an analysis of the text needs to give the marks.
    pub fn options(self) -> Options {
        let mut marks = self.marks;
        marks.found.date = self.date;
        Options { language: self.language, date: self.date, marks: Some(marks), ..Options::default() }
    }
}

/// Why nothing could be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not JSON.
    Json(Fault),
    /// JSON, and neither an analysis of ours nor a Web Annotation.
    Foreign,
    /// An analysis of a later version.
    Version(String),
    /// An analysis of ours that lacks something or has it wrong: where.
    Damaged(String),
    /// A Web Annotation that breaks the W3C's data model.
    Annotation(Broken),
    /// Marks without a text, and none was given.
    NoText,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(fault) => fault.fmt(f),
            Self::Foreign => f.write_str("neither an analysis of Kroniek nor a Web Annotation"),
            Self::Version(version) => write!(f, "an analysis of another version, {version}"),
            Self::Damaged(place) => write!(f, "a damaged analysis: {place}"),
            Self::Annotation(broken) => broken.fmt(f),
            Self::NoText => f.write_str("marks without their article: name the article too"),
        }
    }
}

impl core::error::Error for Refusal {}

/// Reads an export and places its marks on `text`, the article that it is about, or else on the text in it.
///
/// # Errors
///
/// When it is no export that is known, or is damaged, or there is no text.
pub fn read(text: Option<&str>, export: &str) -> Result<Import, Refusal> {
    let value = json::parse(export).map_err(Refusal::Json)?;
    match value.text_of("schema") {
        Some(crate::export::json::SCHEMA) => {
            let held = || match value.get("text") {
                None => Err(Refusal::NoText),
                Some(held) => held.text().ok_or_else(|| Refusal::Damaged("text".to_owned())),
            };
            let (own, held) = match text {
                Some(text) => (text, None),
                None => held().map(|held| (held, Some(held.to_owned())))?,
            };
            Ok(Import { text: held, ..ours::read(own, &value)? })
        }
        Some(version) if version.starts_with("kroniek/") => Err(Refusal::Version(version.to_owned())),
        _ if model::is_annotation(&value) => annotation::read(text, &value),
        _ => Err(Refusal::Foreign),
    }
}

#[cfg(test)]
mod tests;
