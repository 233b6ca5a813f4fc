//! Direct quotations: which marked texts are speech, and whose.

use core::ops::Range;

use super::cue::{Cue, LONGEST, Reader, Source};
use super::marks::Marked;
use crate::analysis::{EntityKind, Reason};
use crate::lang::speech::word;
use crate::lang::verb::VerbForm;
use crate::text::{Block, BlockKind};

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
        // Not `zegt veel over`.
        let quantity = |source: &Source| {
            source.tokens.len() == 1
                && source.entity.is_none()
                && reader.is(source.tokens.start, word::NO_SOURCE)
        };
        let source = reader.source_from(at + 1, limit).filter(|source| !quantity(source))?;
        return Some((Cue { verb: at, source }, Reason::CueAfter));
    }
    if reader.is(at, word::PERFECT) {
        let verb = (at + 2..end.min(at + 16)).find(|&at| reader.is_participle(at))?;
        let source = reader.source_from(at + 1, verb)?;
        return Some((Cue { verb, source }, Reason::CueAfter));
    }
    if let Some(found) = inquit(reader, marked, at, end) {
        return Some(found);
    }
    // `"...," he said`
    let source = reader.source_before(at, end).filter(|source| source.tokens.start == at)?;
    let verb = source.tokens.end;
    (verb < end && reader.is_verb(verb)).then_some((Cue { verb, source }, Reason::CueAfter))
}

/// `", gniffelde X`, `", rekent X voor`: behind a quotation and a comma any finite verb before somebody is a cue
/// (Algemene Nederlandse Spraakkunst, section 19.5).
fn inquit(reader: &Reader<'_, '_>, marked: &Marked, at: usize, end: usize) -> Option<(Cue, Reason)> {
    let doc = reader.doc;
    let text = doc.token_text(at);
    let ends = matches!(doc.token_text(marked.close - 1), "," | "?" | "!");
    let joined = doc.token_text(at - 1) == "," || ends && at == marked.close + 1;
    let form = matches!(doc.lang.verb_form(text), Some(VerbForm::Present | VerbForm::Past))
        || ["t", "de", "te"].iter().any(|ending| text.ends_with(ending)) && text.len() > 3;
    let verb = form
        && text.starts_with(char::is_lowercase)
        && !reader.is(at, word::STOP | word::PREPOSITION | word::DETERMINER | word::PRONOUN);
    let speech = words(reader, marked).0 >= 2;
    if !joined || !verb || !speech || doc.language != crate::lang::Language::Dutch {
        return None;
    }
    let next = at + 1;
    let opens = reader.mention(next).is_some()
        || reader.is(next, word::HE | word::SHE | word::DETERMINER)
        || reader.is_person_noun(next);
    let source = opens.then(|| reader.source_from(next, end)).flatten()?;
    let somebody = source.entity.is_some_and(|entity| reader.kind(entity) == EntityKind::Person)
        || source.pronoun
        || source.entity.is_none() && reader.is_somebody(&source);
    somebody.then_some((Cue { verb: at, source }, Reason::CueAfter))
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
        // Not `reageert koel: "`.
        let is_phrase =
            |source: &Source| reader.is(source.tokens.start, word::DETERMINER) || reader.is_somebody(source);
        let reaches = |source: &Source| {
            source.pronoun || source.tokens.end + usize::from(colon) == open && is_phrase(source)
        };
        let source = match behind {
            Some(source) if according || colon && reaches(&source) => Some(source),
            behind => {
                let behind = behind.filter(is_phrase);
                reader.subject(from, verb, limit).or(behind)
            }
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
    let source = reader.source_before(from, open - 1).or_else(|| inverted(reader, from, open - 1))?;
    // `X:` names the speaker; a longer sentence before a colon only when it opens with him.
    let whole = source.tokens.end == open - 1;
    if !whole && !reader.is_somebody(&source) {
        return None;
    }
    let reason = if whole { Reason::NameColon } else { Reason::NearestName };
    Some((Cue { verb: open - 1, source }, reason))
}

/// `Zelf is de winnaar voorzichtiger: "`: somebody behind the verb of a clause that something else opens.
fn inverted(reader: &Reader<'_, '_>, start: usize, end: usize) -> Option<Source> {
    let lang = reader.doc.lang;
    let is_verb = |at: &usize| {
        let text = reader.doc.token_text(*at);
        lang.helper(text).is_some()
            || matches!(lang.verb_form(text), Some(VerbForm::Past | VerbForm::Present))
    };
    let verb = (start + 1..end.min(start + 4)).find(is_verb)?;
    reader.source_from(verb + 1, end).filter(|source| reader.is_somebody(source))
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
    marked.close == marked.open + 2 && capital && !announced && !follows || is_word(reader, marked)
}

/// Whether a marked text in a headline is speech: before or behind a colon, or the whole headline.
pub(super) fn is_headline(reader: &Reader<'_, '_>, marked: &Marked, opens: bool) -> bool {
    let open = marked.open;
    let last = reader.doc.tokens.get(marked.close + 1).is_none_or(|next| {
        let block = reader.doc.blocks.iter().find(|block| block.kind == BlockKind::Title);
        block.is_none_or(|block| next.span.start >= block.span.end)
    });
    let colon = open > 0 && reader.doc.token_text(open - 1) == ":";
    let (words, finite) = words(reader, marked);
    if opens && last {
        words >= 4 && finite || words >= 6
    } else if opens {
        reader.doc.token_text(marked.close + 1) == ":" && (words >= 4 || finite)
    } else {
        last && colon && (words >= 4 || finite)
    }
}

/// Whether what was taken for a title is speech: a cue follows, or it is a sentence in a headline.
pub(super) fn is_spoken(reader: &Reader<'_, '_>, marked: &Marked, title: bool) -> bool {
    let (words, finite) = words(reader, marked);
    let comma = reader.doc.token_text(marked.close + 1) == ",";
    let cue = || after(reader, marked, reader.doc.tokens.len().min(marked.close + LONGEST));
    title && finite && words >= 4
        || comma && cue().is_some_and(|(cue, _)| cue.source.pronoun || reader.is_somebody(&cue.source))
}

/// How many words a marked text has, and whether one is a finite verb.
fn words(reader: &Reader<'_, '_>, marked: &Marked) -> (usize, bool) {
    let inside = marked.open + 1..marked.close.min(reader.doc.tokens.len());
    let lang = reader.doc.lang;
    let words = inside.clone().filter(|&at| !reader.is_punctuation(at)).count();
    let finite = inside.clone().any(|at| {
        let word = reader.lower(at);
        lang.helper(&word).is_some()
            || matches!(lang.verb_form(&word), Some(VerbForm::Present | VerbForm::Past))
    });
    (words, finite)
}

/// `memoires, "De lange weg" (1998)`: a title with its year.
pub(super) fn is_dated(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let text = |at: usize| reader.doc.token_text(marked.close + at);
    let year = text(2);
    text(1) == "(" && text(3) == ")" && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a marked text is all of its paragraph, and begins as a sentence does.
pub(super) fn is_paragraph(reader: &Reader<'_, '_>, marked: &Marked, block: &Block) -> bool {
    let close = reader.doc.tokens.get(marked.close).map_or(block.span.end, |token| token.span.end);
    let open = reader.doc.tokens[marked.open].span.start;
    block.kind == BlockKind::Paragraph
        && open == block.span.start
        && close >= block.span.end
        && marked.span.of(reader.doc.text).starts_with(char::is_uppercase)
}

/// `reageert op de "actie"`: a word of its sentence.
fn is_word(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let before = marked.open.checked_sub(1).map(|at| reader.doc.token_text(at));
    marked.close == marked.open + 2
        && before
            .is_some_and(|before| matches!(before, "de" | "het" | "die" | "dat" | "deze" | "dit" | "the"))
}

/// Whether a marked text without a cue is speech rather than a title or a word in scare quotes.
pub(super) fn is_speech(reader: &Reader<'_, '_>, marked: &Marked) -> bool {
    let inside = marked.open + 1..marked.close.min(reader.doc.tokens.len());
    let (words, finite) = words(reader, marked);
    let last = reader.doc.token_text(inside.end.saturating_sub(1));
    let ends = matches!(last, "." | "!" | "?" | "," | "..." | "…");
    words >= 3 && (ends && (finite || words >= 4) || finite && words >= 5)
        || words >= 9
        || ends && words >= 2 && last != ","
}
