//! Names: mentions, and their grouping into entities.
//!
//! Candidates come from the shape of words (`candidates`, `run`, `trust`), kinds from word lists, endings and neighbours
//! (`classify`), entities from shared surnames, acronyms and aliases (`grouping`).

mod candidates;
mod classify;
mod grouping;
mod lexicon;
mod run;
mod shape;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;
mod trust;

use crate::analysis::Entity;
use crate::text::Doc;

/// Finds the names of a document and groups those of one thing.
pub fn find(doc: &Doc<'_>) -> Vec<Entity> {
    grouping::entities(doc, &candidates::candidates(doc))
}

/// Whether a word names a person's part or office: `minister`, `VVD-leider`.
pub(crate) fn is_role(lang: &crate::lang::Pack<'_>, word: &str) -> bool {
    lexicon::is_role(&lang.names, word)
}
