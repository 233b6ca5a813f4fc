//! Direct quotations: which marked texts are speech, and whose.

use core::ops::Range;

use super::cue::{Cue, Reader, Source};
use super::marks::Marked;
use crate::analysis::Reason;
use crate::lang::speech::word;

/// The cue of a marked text, and where it stands.
pub(super) fn attribution(
    reader: &Reader<'_, '_>,
    marked: &Marked,
    sentence: Range<usize>,
) -> Option<(Cue, Reason)> {
    after(reader, marked, sentence.end).or_else(|| before(reader, marked, sentence.start))
}

/// `", zegt X`, `", aldus X`, `," X said`, `", laat X weten`, `", heeft X gezegd`.
fn after(reader: &Reader<'_, '_>, marked: &Marked, end: usize) -> Option<(Cue, Reason)> {
    let mut at = marked.close + 1;
    let mut skipped = 0;
    while at < end
        && (matches!(reader.doc.token_text(at), "," | "-" | "–" | "—" | ")")
            || matches!(reader.doc.token_text(at), "zo" | "dus"))
    {
        at += 1;
        skipped += 1;
        if skipped > 2 {
            return None;
        }
    }
    if at >= end {
        return None;
    }
    if reader.is(at, word::THUS | word::ACCORDING) {
        let source = reader.source_from(at + 1 + usize::from(reader.doc.token_text(at + 1) == "to"), end)?;
        return Some((Cue { verb: at, source }, Reason::AccordingTo));
    }
    if let Some((_, limit)) = reader.cue_at(at, end) {
        let source = reader.source_from(at + 1, limit)?;
        return Some((Cue { verb: at, source }, Reason::CueAfter));
    }
    if reader.is(at, word::PERFECT) {
        let verb = (at + 2..end.min(at + 16)).find(|&at| reader.is_participle(at))?;
        let source = reader.source_from(at + 1, verb)?;
        return Some((Cue { verb, source }, Reason::CueAfter));
    }
    // `"...," he said`
    let source = reader.source_before(at, end).filter(|source| source.tokens.start == at)?;
    let verb = source.tokens.end;
    (verb < end && reader.is_verb(verb)).then_some((Cue { verb, source }, Reason::CueAfter))
}

/// `X zegt: "`, `Maandag zei X: "`, `X: "`, `X noemt dat "`.
fn before(reader: &Reader<'_, '_>, marked: &Marked, start: usize) -> Option<(Cue, Reason)> {
    let open = marked.open;
    let from = clause_start(reader, start, open);
    let colon = open > from && reader.doc.token_text(open - 1) == ":";
    let cue = |&at: &usize| reader.is(at, word::ACCORDING) || reader.cue_at(at, open).is_some();
    if let Some(verb) = (from..open).rev().find(cue) {
        let according = reader.is(verb, word::ACCORDING);
        // `Daarna zei hij: "`: the source behind the verb, where it reaches to the mark.
        let limit = reader.cue_at(verb, open).map_or(open, |(_, limit)| limit);
        let behind = reader.source_from(verb + 1, limit);
        let reaches = |source: &Source| source.pronoun || source.tokens.end + usize::from(colon) == open;
        let source = match behind {
            Some(source) if according || colon && reaches(&source) => Some(source),
            behind => reader.subject(from, verb, limit).or(behind),
        };
        // `zei het volgende: "`
        let source = source.filter(|source| {
            source.entity.is_some() || source.pronoun || !reader.is(source.tokens.end - 1, word::NO_SOURCE)
        });
        if let Some(source) = source {
            let reason = if according { Reason::AccordingTo } else { Reason::CueBefore };
            return Some((Cue { verb, source }, reason));
        }
    }
    if !colon {
        return None;
    }
    let source = reader.source_before(from, open - 1)?;
    // `X:` names the speaker; a longer sentence before a colon only when it opens with him.
    let whole = source.tokens.end == open - 1;
    if !whole && source.entity.is_none() && !source.pronoun {
        return None;
    }
    let reason = if whole { Reason::NameColon } else { Reason::NearestName };
    Some((Cue { verb: open - 1, source }, reason))
}

/// Where the clause before the mark starts: behind the last mark or full stop.
fn clause_start(reader: &Reader<'_, '_>, start: usize, open: usize) -> usize {
    let stop =
        |at: usize| matches!(reader.doc.token_text(at), "." | "!" | "?" | ";" | "\"" | "”" | "»" | "’" | "'");
    let low = start.max(open.saturating_sub(40));
    (low..open).rev().find(|&at| stop(at) && reader.is_punctuation(at)).map_or(low, |at| at + 1)
}

/// `noemt haar hond 'Bello'`: a single word with a capital that no colon announces.
pub(super) fn is_name(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let announced = marked.open > 0 && reader.doc.token_text(marked.open - 1) == ":";
    let capital = reader.doc.token_text(marked.open + 1).starts_with(char::is_uppercase);
    // `"Nee", zegt X`: what a cue follows is speech.
    let follows = reader.doc.token_text(marked.close + 1) == ",";
    marked.close == marked.open + 2 && capital && !announced && !follows
}

/// Whether a marked text without a cue is speech rather than a title or a word in scare quotes.
pub(super) fn is_speech(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let inside = marked.open + 1..marked.close.min(reader.doc.tokens.len());
    let words = inside.clone().filter(|&at| !reader.is_punctuation(at)).count();
    let last = reader.doc.token_text(inside.end.saturating_sub(1));
    let ends = matches!(last, "." | "!" | "?" | "," | "..." | "…");
    let lang = reader.doc.lang;
    let finite = inside.clone().any(|at| {
        let word = reader.lower(at);
        lang.helper(&word).is_some()
            || matches!(
                lang.verb_form(&word),
                Some(crate::lang::verb::VerbForm::Present | crate::lang::verb::VerbForm::Past)
            )
    });
    words >= 3 && (ends && (finite || words >= 4) || finite && words >= 5)
        || words >= 9
        || ends && words >= 2 && last != ","
}
