//! The stages in order.
//!
//! Each stage reads what earlier stages made and never changes it.

use crate::analysis::{Analysis, Notice};
use crate::edits::{self, Edit};
use crate::lang::{Language, Pack};
use crate::marks::{self, Marks};
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
    /// The reader's corrections.
    pub edits: Vec<Edit>,
    /// Marks that a file gives. They take the place of what would be found; those that do not fit the text are left
    /// out, all of them.
    pub marks: Option<Marks>,
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

/// The language of an article: what the caller states, or what its words tell, if they tell one.
pub fn language(text: &str, options: &Options) -> Option<Language> {
    options.language.or_else(|| intake::language::detect(text))
}

/// Analyses one article with the built-in pack of its language. Never fails: what cannot be found is left out, and [`Analysis::notices`] says
/// what the reader should know.
#[cfg(feature = "embedded-packs")]
pub fn analyze(text: &str, options: &Options) -> Analysis {
    let language = language(text, options);
    let pack = crate::lang::embedded(language.unwrap_or_default());
    analyze_with_pack(text, &Options { language, ..options.clone() }, pack, &mut |_, _| ())
}

/// Analyses one article in the language of `pack`, and calls `progress` after each stage with what has been
/// found so far. Never fails. Where the options state no language, [`language`] tells whether the reader
/// should know that it is a guess.
pub fn analyze_with_pack(
    text: &str,
    options: &Options,
    pack: &Pack<'_>,
    progress: &mut dyn FnMut(Stage, &Analysis),
) -> Analysis {
    let detected = self::language(text, options);
    let language = pack.language;
    let layout = intake::layout::read(text, language);
    let named = || intake::dateline::from_file_name(options.file_name.as_deref()?);
    let given = options.marks.as_ref().filter(|marks| marks.fit(text));
    let date = match given {
        Some(marks) if marks.whole => options.date,
        _ => options.date.or(layout.date).or_else(named),
    };

    let doc = text::segment(text, pack, layout.blocks);
    let mut found =
        Analysis { language, date, notices: notices(&doc, detected, date), ..Analysis::default() };
    found.blocks.clone_from(&doc.blocks);
    found.sentences.clone_from(&doc.sentences);
    found.tokens.clone_from(&doc.tokens);
    progress(Stage::Text, &found);
    if let Some(marks) = given {
        lay(marks, &doc, options, &mut found);
        progress(Stage::Events, &found);
        return found;
    }

    found.entities = names::find(&doc);
    progress(Stage::Names, &found);
    found.times = times::find(&doc, date.map(|date| date.value));
    edits::correct_times(&options.edits, &mut found.times);
    progress(Stage::Times, &found);
    found.quotes = quotes::find(&doc, &found.entities);
    progress(Stage::Quotes, &found);
    found.events =
        events::find(&doc, &found.entities, &found.times, &found.quotes, date.map(|date| date.value));
    progress(Stage::Events, &found);
    found
}

/// Lays the marks of a file over the text, with the reader's corrections.
fn lay(marks: &Marks, doc: &Doc<'_>, options: &Options, found: &mut Analysis) {
    marks.lay(doc, found);
    if !marks.is_changed(options.date, &options.edits) {
        return;
    }
    let read = |date, edits| {
        let options = Options { date, edits, ..Options::default() };
        analyze_with_pack(doc.text, &options, doc.lang, &mut |_, _| ())
    };
    marks::follow(found, &read(marks.found.date, Vec::new()), &read(options.date, options.edits.clone()));
    // Once more: the file may have times that are not found.
    edits::correct_times(&options.edits, &mut found.times);
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
