//! Quotations: content, cue, source and speaker.

use crate::analysis::{Entity, Quotation};
use crate::text::Doc;

/// Finds the quotations of a document and their speakers among its `entities`.
pub fn find(doc: &Doc<'_>, entities: &[Entity]) -> Vec<Quotation> {
    let _ = (doc, entities);
    Vec::new()
}

/// Whether `word` is a form of a verb that signals speech.
pub(crate) fn is_speech_verb(language: crate::lang::Language, word: &str) -> bool {
    language.speech().verbs.contains(word)
}
