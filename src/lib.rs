//! Kroniek reads a news article and tells who, what, where and when: names, times, quotations with
//! their speakers, and events, each as a span of the text.
//!
//! The crate is a pure library. It knows no screen, clock, network or file; the page (`ui`, feature
//! `app`) and the command line (`src/bin/kroniek.rs`, feature `cli`) are thin adapters around
//! [`pipeline::analyze`], which never fails and never panics.
//!
//! ```
//! # #[cfg(feature = "embedded-packs")] {
//! use kroniek::{Language, Options, analyze};
//!
//! let analysis = analyze("\"We wachten af\", zei Jansen.", &Options::default());
//! assert_eq!(analysis.language, Language::Dutch);
//! # }
//! ```

pub mod analysis;
#[cfg(feature = "cli")]
pub mod cli;
pub mod collection;
pub mod edits;
pub mod events;
pub mod export;
pub mod import;
pub mod intake;
pub mod json;
pub mod lang;
pub mod marks;
pub mod names;
mod order;
pub mod pipeline;
pub mod quotes;
pub mod reading;
#[cfg(all(test, feature = "embedded-packs"))]
mod sample;
pub mod share;
pub mod text;
pub mod timeline;
pub mod times;

#[cfg(feature = "app")]
pub mod protocol;
#[cfg(feature = "app")]
pub mod ui;
#[cfg(feature = "app")]
mod word_hash;
#[cfg(feature = "app")]
pub mod worker;

pub use analysis::Analysis;
pub use lang::Language;
pub use pipeline::Options;
#[cfg(feature = "embedded-packs")]
pub use pipeline::analyze;
pub use text::{Doc, Span, Token};
