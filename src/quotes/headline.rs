//! Headlines quote whom the article quotes: their quotations are settled last.

use super::cue::{Cue, Reader};
use super::speakers::Draft;
use crate::analysis::{Quotation, QuotationKind, Reason};
use crate::lang::Table;
use crate::text::{BlockKind, TokenKind};

/// Gives the quotations of the headline whose words do not name a speaker the speaker of the quotation below that
/// has the same words, or else of the first one.
pub(super) fn settle(reader: &Reader<'_, '_>, drafts: &[Draft], quotations: &mut [Quotation]) {
    for at in 0..drafts.len().min(SETTLED) {
        let draft = &drafts[at];
        let title =
            reader.doc.blocks.get(draft.block as usize).is_some_and(|block| block.kind == BlockKind::Title);
        if !title {
            break;
        }
        let named = draft.cue.as_ref().is_some_and(|cue| cue.source.entity.is_some());
        if draft.kind != QuotationKind::Direct || named && draft.reason != Reason::NearestName {
            continue;
        }
        let below = |draft: &Draft| draft.kind == QuotationKind::Direct && draft.block > drafts[at].block;
        let same = repeated(reader, drafts, at, &below);
        // `Boer uit Zee: "..."`: somebody whom the article names.
        let somebody = |cue: &Cue| {
            let tokens = cue.source.tokens.clone();
            reader.is_person_noun(tokens.start) && !reader.doc.token_text(tokens.start).ends_with("en")
        };
        let open = quotations[at].speaker.is_none() && draft.cue.as_ref().is_none_or(somebody);
        let first = || (at + 1..drafts.len()).find(|&other| below(&drafts[other]) && !drafts[other].inner);
        let (other, confidence) = match same {
            Some(other) => (other, 0.9),
            None if open => match first() {
                Some(other) => (other, 0.5),
                None => continue,
            },
            None => continue,
        };
        let of = quotations[other].clone();
        let quotation = &mut quotations[at];
        if of.speaker_name.is_empty() {
            continue;
        }
        quotation.speaker = of.speaker;
        quotation.speaker_name = of.speaker_name;
        quotation.source = quotation.source.or(of.source);
        quotation.confidence = of.confidence.min(confidence);
        quotation.reason = Reason::Headline;
    }
}

/// How many quotations of a headline are settled: each is compared with all below.
const SETTLED: usize = 4;

/// How many words of a headline are compared.
const COMPARED: usize = 32;

/// The first quotation below that has most of the words of the one at `at`: more than half of them.
fn repeated(
    reader: &Reader<'_, '_>,
    drafts: &[Draft],
    at: usize,
    below: &dyn Fn(&Draft) -> bool,
) -> Option<usize> {
    let words = |draft: &Draft| {
        let tokens = draft.tokens.clone().filter(|&at| reader.doc.tokens[at].kind == TokenKind::Word);
        tokens.map(|at| reader.lower(at)).collect::<Vec<_>>()
    };
    let own = words(&drafts[at]);
    let mut table = Table::default();
    for (word, place) in own.iter().take(COMPARED).zip(0..) {
        table.get_or_insert(word, place);
    }
    let all =
        own.iter().take(COMPARED).zip(0..).filter(|&(word, place)| table.get(word) == Some(place)).count();
    let mut best = (0, None);
    for (other, draft) in drafts.iter().enumerate().filter(|(_, draft)| below(draft)) {
        let shared = words(draft)
            .iter()
            .filter_map(|word| table.get(word))
            .fold(0_u32, |bits, place| bits | 1 << place);
        let count = shared.count_ones() as usize;
        if count > best.0 {
            best = (count, Some(other));
        }
    }
    best.1.filter(|_| best.0 > 1 && 2 * best.0 > all)
}
