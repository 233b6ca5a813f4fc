//! Letters that an article quotes: whoever signs has written all of it.

use super::cue::Reader;
use super::speakers::Draft;
use crate::analysis::{EntityKind, Quotation, QuotationKind, Reason};
use crate::lang::speech::word;

/// How many paragraphs of a letter are read.
const LONGEST: usize = 30;
/// How many tokens before its end a letter may be signed.
const SIGNED: usize = 10;

/// Gives quotations that open with a salutation, and those that follow at once, to the person whose name ends them.
pub(super) fn settle(reader: &Reader<'_, '_>, drafts: &[Draft], quotations: &mut [Quotation]) {
    let mut at = 0;
    while at < drafts.len() {
        let first = at;
        at += 1;
        if !opens(reader, &drafts[first]) {
            continue;
        }
        while at < drafts.len().min(first + LONGEST)
            && is_part(&drafts[at])
            && drafts[at].block <= drafts[at - 1].block + 1
        {
            at += 1;
        }
        let Some(signer) = signer(reader, &drafts[at - 1]) else { continue };
        for quotation in &mut quotations[first..at] {
            quotation.speaker = Some(signer);
            quotation.speaker_name = reader.name(signer).to_owned();
            quotation.confidence = 0.8;
            quotation.reason = Reason::Signature;
        }
    }
}

fn is_part(draft: &Draft) -> bool {
    draft.kind == QuotationKind::Direct && draft.cue.is_none() && !draft.inner
}

/// `Geachte redactie`, `Beste buren`.
fn opens(reader: &Reader<'_, '_>, draft: &Draft) -> bool {
    is_part(draft) && reader.is(draft.tokens.start + 1, word::SALUTATION)
}

/// The person whose name ends a quotation, behind a mark or `groet`.
fn signer(reader: &Reader<'_, '_>, draft: &Draft) -> Option<crate::analysis::EntityId> {
    let low = draft.tokens.start.max(draft.tokens.end.saturating_sub(SIGNED));
    (low + 1..draft.tokens.end).find_map(|at| {
        let (stop, entity) = reader.mention(at)?;
        let free = reader.is_punctuation(at - 1) || reader.is(at - 1, word::SALUTATION);
        let ends = stop >= draft.tokens.end || reader.is_punctuation(stop);
        (reader.kind(entity) == EntityKind::Person && free && ends).then_some(entity)
    })
}
