//! The stages in order.
//!
//! Each stage reads what earlier stages made and never changes it.

use crate::analysis::{Analysis, Notice};
use crate::lang::Language;
use crate::text::Doc;
use crate::times::DocumentDate;
use crate::{events, intake, names, quotes, text, times};

/// What the caller knows about an article. Everything else is found in the text.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Options {
    /// The language; `None` looks at the words.
    pub language: Option<Language>,
    /// The document's date and who states it; `None` looks for it in the text.
    pub date: Option<DocumentDate>,
    /// What the file's name tells; used when neither `date` nor the text does.
    pub file_name: Option<String>,
}

/// A stage of the pipeline, for progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Stage {
    /// Blocks, sentences and tokens.
    Text,
    /// Names.
    Names,
    /// Time expressions.
    Times,
    /// Quotations and their speakers.
    Quotes,
    /// Events and their dates.
    Events,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Self; 5] = [Self::Text, Self::Names, Self::Times, Self::Quotes, Self::Events];
}

/// Analyses one article. Never fails: what cannot be found is left out, and [`Analysis::notices`] says
/// what the reader should know.
pub fn analyze(text: &str, options: &Options) -> Analysis {
    analyze_with_progress(text, options, &mut |_, _| ())
}

/// Like [`analyze`], and calls `progress` after each stage with what has been found so far.
pub fn analyze_with_progress(
    text: &str,
    options: &Options,
    progress: &mut dyn FnMut(Stage, &Analysis),
) -> Analysis {
    let detected = options.language.or_else(|| intake::language::detect(text));
    let language = detected.unwrap_or_default();
    let layout = intake::layout::read(text, language);
    let named = || intake::dateline::from_file_name(options.file_name.as_deref()?);
    let date = options.date.or(layout.date).or_else(named);

    let doc = text::segment(text, language, layout.blocks);
    let mut found =
        Analysis { language, date, notices: notices(&doc, detected, date), ..Analysis::default() };
    found.blocks.clone_from(&doc.blocks);
    found.sentences.clone_from(&doc.sentences);
    found.tokens.clone_from(&doc.tokens);
    progress(Stage::Text, &found);

    found.entities = names::find(&doc);
    progress(Stage::Names, &found);
    found.times = times::find(&doc, date.map(|date| date.value));
    progress(Stage::Times, &found);
    found.quotes = quotes::find(&doc, &found.entities);
    progress(Stage::Quotes, &found);
    found.events =
        events::find(&doc, &found.entities, &found.times, &found.quotes, date.map(|date| date.value));
    progress(Stage::Events, &found);
    found
}

fn notices(doc: &Doc<'_>, language: Option<Language>, date: Option<DocumentDate>) -> Vec<Notice> {
    if doc.tokens.is_empty() {
        return vec![Notice::Empty];
    }
    let mut notices = Vec::new();
    if language.is_none() {
        notices.push(Notice::LanguageUnknown);
    }
    if date.is_none() {
        notices.push(Notice::DateUnknown);
    }
    notices
}
