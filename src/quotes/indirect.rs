//! Reported speech: `X zegt dat ...`, `..., zegt X`, `X belooft te ...`, `X: ...` in a headline.
//!
//! `volgens X` and `naar eigen zeggen` are in `according`.

use core::ops::Range;

use super::according;
use super::cue::{Cue, Reader, Source};
use crate::analysis::Reason;
use crate::lang::speech::{frame, word};
use crate::lang::verb::VerbForm;

/// Reported speech: its tokens, and its cue.
pub(super) struct Reported {
    pub content: Range<usize>,
    pub cue: Cue,
    pub reason: Reason,
}

/// A sentence, or a part of one, and which tokens stand inside quotation marks.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s, 'd, 't> {
    pub reader: &'s Reader<'d, 't>,
    pub start: usize,
    pub end: usize,
    pub quoted: &'s dyn Fn(usize) -> bool,
}

/// The longest stretch that is searched for a verb's second part, in tokens.
const LONGEST: usize = 30;

/// Reported speech in one sentence.
pub(super) fn find(scene: Scene<'_, '_, '_>, title: bool) -> Option<Reported> {
    let clause = with_conjunction(scene);
    let according = according::find(scene);
    // The cue that comes first rules the other.
    let (first, second) = match (&clause, &according) {
        (Some(one), Some(other)) if one.cue.verb < other.cue.verb => (clause, according),
        _ => (according, clause),
    };
    first
        .or(second)
        .or_else(|| fronted(scene))
        .or_else(|| if title { headline(scene) } else { None })
        .or_else(|| according::own_words(scene))
        .or_else(|| infinitive(scene))
        .or_else(|| bare(scene))
}

/// Reported speech inside a direct quotation: `"Mijn dochter zegt dat ik moet stoppen."`
pub(super) fn find_quoted(scene: Scene<'_, '_, '_>) -> Option<Reported> {
    with_conjunction(scene).filter(|found| {
        let source = &found.cue.source;
        let plain = !source.pronoun || scene.reader.is(source.tokens.start, word::HE | word::SHE);
        plain && source.tokens.end - source.tokens.start < 8
    })
}

/// The end of the content: without the final punctuation of the sentence.
pub(super) fn content_end(reader: &Reader<'_, '_>, mut end: usize, start: usize) -> usize {
    while end > start
        && matches!(reader.doc.token_text(end - 1), "." | "!" | "?" | "," | "…" | "..." | ":" | ";")
    {
        end -= 1;
    }
    end
}

pub(super) fn is_mark(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.is_punctuation(at)
        && matches!(
            reader.doc.token_text(at),
            "\"" | "”" | "“" | "„" | "»" | "«" | "’" | "‘" | "'" | "``" | "''"
        )
}

/// Where content from `start` ends: before a colon and a mark, or a semicolon, or with the sentence.
pub(super) fn content_limit(scene: Scene<'_, '_, '_>, start: usize) -> usize {
    let reader = scene.reader;
    let stops = |at: usize| match reader.doc.token_text(at) {
        ":" => is_mark(reader, at + 1),
        ";" => !(scene.quoted)(at),
        _ => false,
    };
    let limit = (start..scene.end).find(|&at| stops(at)).unwrap_or(scene.end);
    content_end(reader, limit, start)
}

/// Where the clause of a fronted content starts: behind a quotation, a dateline, or at the sentence's start.
pub(super) fn sentence_start(scene: Scene<'_, '_, '_>, before: usize) -> usize {
    let mut start = scene.start;
    for at in scene.start..before.min(scene.start + 7) {
        if matches!(scene.reader.doc.token_text(at), "-" | "–" | "—") {
            start = at + 1;
        }
    }
    while start < before && scene.reader.is_punctuation(start) && !(scene.quoted)(start) {
        start += 1;
    }
    start
}

/// `X zegt dat ...`, `X laat weten dat ...`, `Maandag meldde X dat ...`, `X heeft gezegd dat ...`.
fn with_conjunction(scene: Scene<'_, '_, '_>) -> Option<Reported> {
    (scene.start..scene.end).filter(|&at| !(scene.quoted)(at)).find_map(|verb| clause_of(scene, verb))
}

fn clause_of(scene: Scene<'_, '_, '_>, verb: usize) -> Option<Reported> {
    let reader = scene.reader;
    let (frames, limit) = reader.cue_at(verb, scene.end)?;
    let conjunction = conjunction(scene, verb, frames)?;
    let limit = limit.min(conjunction);
    let source = reader.subject(scene.start, verb, limit)?;
    // `een plan dat`: a relative clause, unless the noun phrase before it is the source itself.
    let phrasal = limit < conjunction;
    let between = source.tokens.end.max(verb + 1)..conjunction;
    let is_dat = reader.is(conjunction, word::RELATIVE);
    let neuter =
        |at: usize| matches!(reader.doc.token_text(at), "het" | "een" | "dit" | "elk" | "the" | "a" | "an");
    if is_dat && source.tokens.start < verb && !phrasal && between.clone().any(neuter) {
        return None;
    }
    // A question word is part of what is asked; `dat` and `of` are not.
    let asks = reader.is(conjunction, word::QUESTION) && !reader.is(conjunction, word::CONJUNCTION);
    let start = conjunction + usize::from(!asks);
    let content = start..clause_limit(scene, &source, start);
    usable(reader, content, &|_| false, Cue { verb, source }, Reason::CueBefore)
}

/// Where content from `start` ends: `Omdat X vindt dat het te nat is, werd er niet gespeeld` goes on behind it.
fn clause_limit(scene: Scene<'_, '_, '_>, source: &Source, start: usize) -> usize {
    let reader = scene.reader;
    let limit = content_limit(scene, start);
    let first = source.tokens.start;
    if first != scene.start + 1 || !reader.is(scene.start, word::SUBORDINATOR) {
        return limit;
    }
    let main = |&at: &usize| {
        let next = reader.doc.token_text(at + 1);
        let finite = matches!(reader.doc.lang.verb_form(next), Some(VerbForm::Past | VerbForm::Present));
        reader.doc.token_text(at) == "," && (finite || reader.doc.lang.helper(next).is_some())
    };
    (start + 1..limit).find(main).unwrap_or(limit)
}

/// The word that opens the clause of the verb at `verb`, if the verb takes such a clause.
fn conjunction(scene: Scene<'_, '_, '_>, verb: usize, frames: u32) -> Option<usize> {
    let reader = scene.reader;
    let english = reader.doc.language == crate::lang::Language::English;
    for at in verb + 1..scene.end.min(verb + 16) {
        if matches!(reader.doc.token_text(at), ":" | ";" | ".") || (scene.quoted)(at) {
            return None;
        }
        // A nearer verb of speech has the clause, but not a helper's participle.
        if reader.cue_at(at, scene.end).is_some_and(|(other, _)| other & frame::THAT != 0)
            && !reader.is_participle(at)
        {
            return None;
        }
        let asks = frames & frame::QUESTION != 0;
        if reader.is(at, word::CONJUNCTION) {
            let that = reader.is(at, word::RELATIVE);
            let takes = if that || english { frames & (frame::THAT | frame::QUESTION) != 0 } else { asks };
            if that && !english && frames & frame::THAT == 0 {
                return None;
            }
            // `relativeert dat: "`, `spreekt dat tegen`: a pronoun.
            let idiom = reader.doc.token_text(at + 1) == "laat" && !that;
            let pronoun = idiom
                || (at + 1..at + 3).any(|at| reader.doc.token_text(at) == ":")
                || that && reader.is_punctuation(at + 1) && !is_mark(reader, at + 1);
            return (takes && !pronoun).then_some(at);
        }
        let relative =
            reader.is(at - 1, word::PREPOSITION) || english && reader.doc.token_text(at - 1) == ",";
        let question = asks && reader.is(at, word::QUESTION) && !relative;
        if question {
            return Some(at);
        }
    }
    None
}

/// `..., zegt X.`, `..., zo meldt X`, `..., heeft X laten weten`.
fn fronted(scene: Scene<'_, '_, '_>) -> Option<Reported> {
    let Scene { reader, quoted, .. } = scene;
    let mut found = None;
    for at in scene.start + 3..scene.end {
        let so = reader.doc.token_text(at - 1) == "zo";
        let comma = at - 1 - usize::from(so);
        if reader.doc.token_text(comma) != ","
            || quoted(at)
            || quoted(comma - 1)
            || is_mark(reader, comma - 1)
        {
            continue;
        }
        if let Some((frames, limit)) = reader.cue_at(at, scene.end)
            && frames & frame::FRONTED != 0
        {
            found = Some((at, comma, reader.source_from(at + 1, limit)));
            break;
        }
        if reader.is(at, word::PERFECT)
            && let Some(verb) = (at + 2..scene.end.min(at + LONGEST)).find(|&at| reader.is_participle(at))
            && content_end(reader, scene.end, at) == verb + 1
        {
            found = Some((verb, comma, reader.source_from(at + 1, verb)));
            break;
        }
    }
    let (verb, comma, source) = found?;
    // Not `..., lacht soms`.
    let is_adverb = |source: &Source| !source.pronoun && reader.is(source.tokens.start, word::ADVERB);
    let source = source.filter(|source| !refers_ahead(reader, source) && !is_adverb(source))?;
    let start = sentence_start(scene, comma);
    usable(reader, start..comma, quoted, Cue { verb, source }, Reason::CueAfter)
}

/// `het volgende`: no source.
fn refers_ahead(reader: &Reader<'_, '_>, source: &Source) -> bool {
    !source.pronoun && source.entity.is_none() && reader.is(source.tokens.end - 1, word::NO_SOURCE)
}

/// `Jansen: geen nieuwe regels`: a name and a colon in a headline.
fn headline(scene: Scene<'_, '_, '_>) -> Option<Reported> {
    use crate::analysis::EntityKind;
    let Scene { reader, quoted, .. } = scene;
    let colon = (scene.start..scene.end).find(|&at| reader.doc.token_text(at) == ":")?;
    let source = reader.source_before(scene.start, colon)?;
    if source.tokens.end != colon || colon + 2 >= scene.end || is_mark(reader, colon + 1) {
        return None;
    }
    let event = source.entity.is_some_and(|entity| {
        matches!(reader.kind(entity), EntityKind::NamedEvent | EntityKind::Work | EntityKind::Place)
    });
    let noun = source.tokens.clone().any(|at| {
        crate::names::is_role(reader.doc.lang, reader.doc.token_text(at))
            || reader.is(at, word::BODY | word::PERSON)
    });
    if event || source.entity.is_none() && !noun {
        return None;
    }
    let content = colon + 1..content_end(reader, scene.end, colon + 1);
    usable(reader, content, quoted, Cue { verb: colon, source }, Reason::NameColon)
}

/// `X belooft de markt te openen`, `X heeft gevraagd om hulp te sturen`.
fn infinitive(scene: Scene<'_, '_, '_>) -> Option<Reported> {
    let Scene { reader, quoted, .. } = scene;
    for verb in (scene.start..scene.end).filter(|&at| !quoted(at)) {
        let Some((frames, limit)) = reader.cue_at(verb, scene.end) else { continue };
        if frames & frame::INFINITIVE == 0 {
            continue;
        }
        let Some(source) = reader.subject(scene.start, verb, limit) else { continue };
        let mut start = source.tokens.end.max(verb + 1);
        while start < scene.end && (is_adverb(reader, start) || start == limit) {
            start += 1;
        }
        if is_pronominal(reader, start) {
            continue;
        }
        let te = (start..scene.end.min(start + 2 * LONGEST)).any(|at| {
            matches!(reader.doc.token_text(at), "te" | "to") && reader.doc.token_text(at + 1).ends_with('n')
        });
        if !te {
            continue;
        }
        let end = content_limit(scene, start);
        if end > start && !reader.is_punctuation(start) && !refers_ahead(reader, &source) {
            return usable(reader, start..end, &|_| false, Cue { verb, source }, Reason::CueBefore);
        }
    }
    None
}

/// `X verwacht geen paniek`, `X vindt het plan te duur`: without a conjunction.
fn bare(scene: Scene<'_, '_, '_>) -> Option<Reported> {
    let Scene { reader, quoted, .. } = scene;
    let verb = (scene.start..scene.end).find(|&at| reader.frames(at) & frame::BARE != 0 && !quoted(at))?;
    let source = reader.subject(scene.start, verb, verb)?;
    if source.tokens.start > verb || source.tokens.end + 2 < verb || quoted(source.tokens.start) {
        return None;
    }
    let mut start = verb + 1;
    while start < scene.end && is_adverb(reader, start) {
        start += 1;
    }
    let end = content_limit(scene, start);
    let end = (start..end).find(|&at| reader.doc.token_text(at) == ":").unwrap_or(end);
    let direct = (start..end).any(|at| is_mark(reader, at));
    if direct
        || end < start + 2
        || is_pronominal(reader, start)
        || reader.is(start, word::PREPOSITION)
        || reader.is_punctuation(start)
    {
        return None;
    }
    usable(reader, start..end, quoted, Cue { verb, source }, Reason::CueBefore)
}

/// `erover`, `eraan`: `denkt erover te gaan` has no content.
fn is_pronominal(reader: &Reader<'_, '_>, at: usize) -> bool {
    let text = reader.doc.token_text(at);
    text.len() > 3
        && text
            .strip_prefix("er")
            .is_some_and(|rest| reader.data.words.get(rest).is_some_and(|bits| bits & word::PREPOSITION != 0))
}

/// A day or an adverb between the verb and the content.
fn is_adverb(reader: &Reader<'_, '_>, at: usize) -> bool {
    use crate::times::terms::Term;
    matches!(reader.doc.lang.time_term(&reader.lower(at)), Some(Term::Weekday(..) | Term::Day(..)))
        || matches!(reader.doc.token_text(at), "ook" | "wel" | "inmiddels" | "also")
}

/// Reported speech of at least two words outside quotation marks.
pub(super) fn usable(
    reader: &Reader<'_, '_>,
    content: Range<usize>,
    quoted: &dyn Fn(usize) -> bool,
    cue: Cue,
    reason: Reason,
) -> Option<Reported> {
    let free = content.clone().filter(|&at| !quoted(at) && !reader.is_punctuation(at)).count();
    (free >= 2).then_some(Reported { content, cue, reason })
}
