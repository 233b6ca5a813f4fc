//! Names: mentions, and their grouping into entities.
//!
//! Rules find candidates by the shape of words (`candidates`, `run`, `trust`), and kinds by word lists, endings and
//! neighbours (`classify`). A trained model, where the language has one, decides with the rules' word as one clue
//! (`tagger`). Entities come from shared surnames, acronyms and aliases (`grouping`),
//! and get the title that the article gives them and the place that a group is of (`description`).

mod candidates;
mod classify;
mod description;
pub(crate) mod grouping;
mod lexicon;
mod run;
mod shape;
pub mod tagger;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;
mod trust;

use self::candidates::{Candidate, Judged};
use self::tagger::{Ruled, Tagged};
use crate::analysis::Entity;
use crate::order::sorted;
use crate::text::Doc;

/// Finds the names of a document and groups those of one thing. Where the language has a tagger, it decides what is a
/// name; else the rules do.
pub fn find(doc: &Doc<'_>) -> Vec<Entity> {
    let ruled = grouping::entities(doc, &candidates::candidates(doc));
    let mut entities = match doc.lang.tagger.get() {
        None => ruled,
        Some(tagger) => {
            let names = tagger.tag(doc, &in_order(&ruled));
            let judged = names.iter().map(|name| candidate(doc, name)).collect::<Vec<_>>();
            grouping::entities(doc, &judged)
        }
    };
    description::describe(doc, &mut entities);
    entities
}

/// What the rules alone find, in order: a clue for the tagger.
pub fn ruled(doc: &Doc<'_>) -> Vec<Ruled> {
    in_order(&grouping::entities(doc, &candidates::candidates(doc)))
}

fn in_order(entities: &[Entity]) -> Vec<Ruled> {
    let mut ruled = Vec::new();
    for entity in entities {
        ruled.extend(entity.mentions.iter().map(|mention| Ruled {
            span: mention.span,
            kind: entity.kind as usize,
            confidence: mention.confidence,
        }));
    }
    sorted(&ruled, |name| name.span.key())
}

/// A name of the tagger as the grouping reads it.
fn candidate(doc: &Doc<'_>, name: &Tagged) -> Candidate {
    let tokens = doc.tokens_in(name.span);
    Candidate {
        span: name.span,
        first: tokens.start,
        end: tokens.end,
        in_compound: doc.tokens.get(tokens.end - 1).is_some_and(|token| token.span.end > name.span.end),
        kind: None,
        person_like: false,
        dateline: false,
        judged: Some(Judged { kinds: name.kinds, confidence: name.probability }),
    }
}

/// Whether a word names a person's part or office: `minister`, `VVD-leider`.
pub(crate) fn is_role(lang: &crate::lang::Pack<'_>, word: &str) -> bool {
    lexicon::is_role(&lang.names, word)
}
