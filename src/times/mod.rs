//! Time expressions and their TIMEX3 values.

pub mod calendar;

use serde::{Deserialize, Serialize};

pub use calendar::{Interval, Moment, PartialDate};

use crate::analysis::Time;
use crate::text::Doc;

/// The TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeKind {
    /// A day or something coarser.
    Date,
    /// Something finer than a day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimeKind {
    /// The word in exports.
    pub fn label(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// When the article was published, and how we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentDate {
    /// The date, as precise as it was stated.
    pub value: PartialDate,
    /// Where it comes from.
    pub source: DateSource,
}

/// Where a document's date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateSource {
    /// The reader or the caller stated it.
    Reader,
    /// A line or a dateline of the text.
    Text,
    /// The metadata of an HTML page.
    Metadata,
    /// The file's name.
    FileName,
}

impl DateSource {
    /// The word in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Text => "text",
            Self::Metadata => "metadata",
            Self::FileName => "file-name",
        }
    }
}

/// Finds the time expressions of a document; relative ones count from `date`.
pub fn find(doc: &Doc<'_>, date: Option<PartialDate>) -> Vec<Time> {
    let _ = (doc, date);
    Vec::new()
}
