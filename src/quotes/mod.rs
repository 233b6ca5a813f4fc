//! Quotations: content, cue, source and speaker.
//!
//! First the spans: marks are paired block by block (`marks`); `direct` tells speech from titles and finds the
//! cue; `indirect` and `according` read reported speech (`drafts` calls them in turn). Then the speakers, in order of the text (`speakers`):
//! a source that names somebody decides; where it is a pronoun, a description or missing, `candidates` lists who
//! may be meant and what speaks for each, from what `people` knows of them, and a linear model chooses.

mod according;
mod candidates;
mod cue;
mod direct;
mod drafts;
mod headline;
mod indirect;
mod letters;
mod marks;
mod model;
mod people;
mod speakers;
mod subject;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;

pub use candidates::{Asked, Candidate, FEATURES, Feature, SITUATIONS, Who};
pub use model::Model;
pub use speakers::Choice;

use crate::analysis::{Entity, Quotation, QuotationKind};
use crate::lang::Pack;
use crate::text::Doc;
use cue::Reader;
use people::People;
use speakers::{Chooser, Draft, Resolver};

/// Finds the quotations of a document and their speakers among its `entities`.
pub fn find(doc: &Doc<'_>, entities: &[Entity]) -> Vec<Quotation> {
    let model = Model::of(&doc.lang.speech);
    find_with(doc, entities, &mut |choice| model.choose(choice))
}

/// Finds quotations; where the words leave open who speaks, `choose` says which candidate it is and how far it
/// is ahead of the others, 0 to 1. The trainer looks on here.
pub fn find_with(doc: &Doc<'_>, entities: &[Entity], choose: &mut Chooser<'_>) -> Vec<Quotation> {
    let reader = Reader::new(doc, entities);
    let drafts = drafts::drafts(&reader);
    if drafts.is_empty() {
        return Vec::new();
    }
    let mut quoted = vec![false; doc.tokens.len()];
    for draft in drafts.iter().filter(|draft| draft.kind == QuotationKind::Direct && !draft.inner) {
        quoted[draft.tokens.clone()].fill(true);
    }
    let beside = people::beside(&reader);
    let people = People::new(&reader, &beside);
    let mut resolver = Resolver::new(&reader, &people, &quoted);
    let quotation = |draft: &Draft| {
        let found = resolver.resolve(draft, choose);
        let source = draft.cue.as_ref().map(|cue| reader.span(&cue.source.tokens));
        Quotation {
            span: draft.span,
            kind: draft.kind,
            speaker: speakers::entity(found.who),
            speaker_name: resolver.name(
                found.who,
                found.described,
                draft.cue.as_ref().map(|cue| &cue.source),
            ),
            source: source.or(found.described),
            cue: draft.cue.as_ref().map(|cue| doc.tokens[cue.verb].span),
            confidence: found.confidence,
            reason: found.reason,
        }
    };
    let mut quotations = drafts.iter().map(quotation).collect::<Vec<_>>();
    letters::settle(&reader, &drafts, &mut quotations);
    headline::settle(&reader, &drafts, &mut quotations);
    quotations
}

/// Whether `word` is a form of a verb that signals speech.
pub(crate) fn is_speech_verb(lang: &Pack<'_>, word: &str) -> bool {
    lang.speech.verbs.contains(word)
}
