//! Marks back from an export: our JSON (`kroniek/1`) and W3C Web Annotation.
//!
//! A mark goes where its words are: at its offsets if the text has the words there, else at the one other place
//! that fits. A mark whose words are gone is left out and counted, never put somewhere else.

mod annotation;
mod model;
mod ours;
mod place;

use core::fmt;

use crate::analysis::{Analysis, Entity, Event, Quotation, Time};
use crate::json::{self, Fault};
use crate::lang::Language;
use crate::times::DocumentDate;

pub use model::{Broken, check};

/// The marks of an export, placed on a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The language the export states.
    pub language: Option<Language>,
    /// The document's date that the export states.
    pub date: Option<DocumentDate>,
    /// Entities with the mentions that could be placed.
    pub entities: Vec<Entity>,
    /// Time expressions.
    pub times: Vec<Time>,
    /// Quotations.
    pub quotes: Vec<Quotation>,
    /// Events.
    pub events: Vec<Event>,
    /// Marks whose words the text does not have, and annotations that mark nothing of this text.
    pub unplaced: u32,
}

impl Marks {
    /// Puts the marks in the place of those of an analysis of the same text.
    pub fn onto(self, analysis: &mut Analysis) {
        analysis.date = self.date.or(analysis.date);
        analysis.entities = self.entities;
        analysis.times = self.times;
        analysis.quotes = self.quotes;
        analysis.events = self.events;
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
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(fault) => fault.fmt(f),
            Self::Foreign => f.write_str("neither an analysis of Kroniek nor a Web Annotation"),
            Self::Version(version) => write!(f, "an analysis of another version, {version}"),
            Self::Damaged(place) => write!(f, "a damaged analysis: {place}"),
            Self::Annotation(broken) => broken.fmt(f),
        }
    }
}

impl core::error::Error for Refusal {}

/// Reads an export and places its marks on `text`, the article that it is about.
///
/// # Errors
///
/// When it is no export that is known, or is damaged.
pub fn read(text: &str, export: &str) -> Result<Marks, Refusal> {
    let value = json::parse(export).map_err(Refusal::Json)?;
    match value.text_of("schema") {
        Some(crate::export::json::SCHEMA) => ours::read(text, &value),
        Some(version) if version.starts_with("kroniek/") => Err(Refusal::Version(version.to_owned())),
        _ if model::is_annotation(&value) => annotation::read(text, &value),
        _ => Err(Refusal::Foreign),
    }
}

#[cfg(test)]
mod tests;
