//! Reported speech: `X zegt dat ...`, `..., zegt X`, `volgens X ...`, `X: ...` in a headline.

use core::ops::Range;

use super::cue::{Cue, Reader};
use crate::analysis::Reason;

/// Reported speech: its tokens, and its cue.
pub(super) struct Reported {
    pub content: Range<usize>,
    pub cue: Cue,
    pub reason: Reason,
}

/// Reported speech in one sentence; `quoted` tells which tokens stand inside quotation marks.
pub(super) fn find(
    reader: &Reader<'_, '_>,
    sentence: Range<usize>,
    title: bool,
    quoted: &dyn Fn(usize) -> bool,
) -> Option<Reported> {
    according(reader, &sentence, quoted)
        .or_else(|| with_conjunction(reader, &sentence, quoted))
        .or_else(|| fronted(reader, &sentence, quoted))
        .or_else(|| if title { headline(reader, &sentence, quoted) } else { None })
        .or_else(|| bare(reader, &sentence, quoted))
}

/// The end of the content: without the final punctuation of the sentence.
fn content_end(reader: &Reader<'_, '_>, mut end: usize, start: usize) -> usize {
    while end > start && matches!(reader.doc.token_text(end - 1), "." | "!" | "?" | "," | "…" | "...") {
        end -= 1;
    }
    end
}

/// `Volgens X is het ...`: the rest; `Het is volgens X ...` and `..., aldus X`: the sentence.
fn according(
    reader: &Reader<'_, '_>,
    sentence: &Range<usize>,
    quoted: &dyn Fn(usize) -> bool,
) -> Option<Reported> {
    let verb = sentence.clone().find(|&at| {
        let word = reader.lower(at);
        let thus = reader.data.thus.contains(&word.as_str());
        (thus || reader.data.according.contains(&word.as_str())) && !quoted(at)
    })?;
    let english = usize::from(reader.lower(verb) == "according");
    let source = reader.source_from(verb + 1 + english, sentence.end)?;
    if source.pronoun && reader.lower(source.tokens.start) == "ik" {
        return None;
    }
    let thus = reader.data.thus.contains(&reader.lower(verb).as_str());
    let opening = sentence.clone().take_while(|&at| at < verb).all(|at| reader.is_punctuation(at));
    let cue = |source| Cue { verb, source };
    if opening {
        let mut start = source.tokens.end;
        while start < sentence.end && reader.doc.token_text(start) == "," {
            start += 1;
        }
        // What follows a colon and a mark is a quotation of its own.
        let colon =
            (start..sentence.end).find(|&at| reader.doc.token_text(at) == ":" && is_mark(reader, at + 1));
        let content = start..content_end(reader, colon.unwrap_or(sentence.end), start);
        return usable(reader, content, quoted, cue(source), Reason::AccordingTo);
    }
    let last = source.tokens.end >= content_end(reader, sentence.end, verb);
    let comma = reader.doc.token_text(verb - 1) == ",";
    let end = if (thus || comma) && last { verb - 1 } else { sentence.end };
    // Right behind a closing mark the cue belongs to a direct quotation.
    if verb >= 2 && (quoted(verb - 2) || is_mark(reader, verb - 1) || is_mark(reader, verb - 2)) {
        return None;
    }
    let start = sentence_start(reader, sentence, verb, quoted);
    let content = start..content_end(reader, end, start);
    usable(reader, content, quoted, cue(source), Reason::AccordingTo)
}

fn is_mark(reader: &Reader<'_, '_>, at: usize) -> bool {
    matches!(reader.doc.token_text(at), "\"" | "”" | "“" | "„" | "»" | "«" | "’" | "‘" | "'")
}

/// Where the clause of a fronted content starts: behind a quotation, a dateline, or at the sentence's start.
fn sentence_start(
    reader: &Reader<'_, '_>,
    sentence: &Range<usize>,
    before: usize,
    quoted: &dyn Fn(usize) -> bool,
) -> usize {
    let mut start = sentence.start;
    for at in sentence.start..before {
        let dateline = at < sentence.start + 7 && matches!(reader.doc.token_text(at), "-" | "–" | "—");
        if dateline {
            start = at + 1;
        }
    }
    while start < before && (reader.is_punctuation(start) && !quoted(start)) {
        start += 1;
    }
    start
}

/// `X zegt dat ...`, `X laat weten dat ...`, `Maandag meldde X dat ...`.
fn with_conjunction(
    reader: &Reader<'_, '_>,
    sentence: &Range<usize>,
    quoted: &dyn Fn(usize) -> bool,
) -> Option<Reported> {
    for verb in sentence.clone().filter(|&at| !quoted(at)) {
        let second = reader.second_part(verb, sentence.end);
        if !reader.is_verb(verb) && second.is_none() {
            continue;
        }
        let limit = sentence.end.min(verb + 14);
        let asks = reader.data.asking.contains(&reader.doc.token_text(verb));
        let question = |at: usize| asks && reader.data.questions.contains(&reader.lower(at).as_str());
        let conjunction = (verb + 1..limit)
            .find(|&at| reader.data.conjunctions.contains(&reader.lower(at).as_str()) || question(at));
        let Some(conjunction) = conjunction.filter(|&at| !quoted(at)) else { continue };
        let crossed = (verb + 1..conjunction).any(|at| matches!(reader.doc.token_text(at), ":" | ";" | "."));
        // `een plan dat`: a relative clause, unless the noun phrase before it is the source itself.
        let source = source_of(reader, sentence, verb, conjunction);
        let Some(source) = source.filter(|_| !crossed) else { continue };
        let between = source.tokens.end.max(verb + 1)..conjunction;
        let relative = reader.lower(conjunction) == "dat"
            && source.tokens.start < verb
            && second.is_none()
            && between.clone().any(|at| matches!(reader.lower(at).as_str(), "het" | "een"));
        if relative {
            continue;
        }
        // A question word is part of what is asked; `dat` and `of` are not.
        let start = conjunction + usize::from(!question(conjunction));
        let content = start..content_end(reader, sentence.end, start);
        return usable(reader, content, &|_| false, Cue { verb, source }, Reason::CueBefore);
    }
    None
}

fn source_of(
    reader: &Reader<'_, '_>,
    sentence: &Range<usize>,
    verb: usize,
    end: usize,
) -> Option<super::cue::Source> {
    let start = (sentence.start..verb)
        .rev()
        .find(|&at| matches!(reader.doc.token_text(at), ";" | ":" | "\"" | "”" | "»" | "’" | "'"))
        .map_or(sentence.start, |at| at + 1);
    reader.source_before(start, verb).or_else(|| reader.source_from(verb + 1, end))
}

/// `..., zegt X.`
fn fronted(
    reader: &Reader<'_, '_>,
    sentence: &Range<usize>,
    quoted: &dyn Fn(usize) -> bool,
) -> Option<Reported> {
    let verb = (sentence.start + 3..sentence.end).find(|&at| {
        reader.doc.token_text(at - 1) == ","
            && (reader.is_verb(at) || reader.second_part(at, sentence.end).is_some())
            && !quoted(at)
            && !quoted(at - 2)
            && !is_mark(reader, at - 2)
    })?;
    let source = reader.source_from(verb + 1, sentence.end)?;
    let start = sentence_start(reader, sentence, verb, quoted);
    usable(reader, start..verb - 1, quoted, Cue { verb, source }, Reason::CueAfter)
}

/// `Jansen: geen nieuwe regels`: a name and a colon in a headline.
fn headline(
    reader: &Reader<'_, '_>,
    sentence: &Range<usize>,
    quoted: &dyn Fn(usize) -> bool,
) -> Option<Reported> {
    let colon = sentence.clone().find(|&at| reader.doc.token_text(at) == ":")?;
    let source = reader.source_before(sentence.start, colon)?;
    if source.tokens.end != colon || colon + 2 >= sentence.end || is_mark(reader, colon + 1) {
        return None;
    }
    let content = colon + 1..content_end(reader, sentence.end, colon + 1);
    usable(reader, content, quoted, Cue { verb: colon, source }, Reason::NameColon)
}

/// `X verwacht geen paniek`, `X zegt er niets van te weten`: without a conjunction.
fn bare(
    reader: &Reader<'_, '_>,
    sentence: &Range<usize>,
    quoted: &dyn Fn(usize) -> bool,
) -> Option<Reported> {
    let verb =
        sentence.clone().find(|&at| reader.data.bare.contains(&reader.doc.token_text(at)) && !quoted(at))?;
    let source = reader.source_before(sentence.start, verb)?;
    if source.tokens.end + 2 < verb || quoted(source.tokens.start) {
        return None;
    }
    let mut start = verb + 1;
    while start < sentence.end && is_adverb(reader, start) {
        start += 1;
    }
    let direct = (start..sentence.end).any(|at| is_mark(reader, at) || reader.doc.token_text(at) == ":");
    let content = start..content_end(reader, sentence.end, start);
    if direct || content.len() < 2 {
        return None;
    }
    usable(reader, content, quoted, Cue { verb, source }, Reason::CueBefore)
}

/// A day or an adverb between the verb and the content.
fn is_adverb(reader: &Reader<'_, '_>, at: usize) -> bool {
    use crate::times::terms::Term;
    let word = reader.lower(at);
    matches!(reader.doc.lang.time_term(&word), Some(Term::Weekday(..) | Term::Day(..)))
        || matches!(word.as_str(), "ook" | "wel" | "inmiddels")
}

fn usable(
    reader: &Reader<'_, '_>,
    content: Range<usize>,
    quoted: &dyn Fn(usize) -> bool,
    cue: Cue,
    reason: Reason,
) -> Option<Reported> {
    let free = content.clone().filter(|&at| !quoted(at) && !reader.is_punctuation(at)).count();
    (free >= 2).then_some(Reported { content, cue, reason })
}
