//! Reported speech without a verb: `volgens X`, `aldus X`, `naar eigen zeggen`.

use super::cue::{Cue, Source};
use super::indirect::{Reported, Scene, content_end, content_limit, is_mark, sentence_start, usable};
use crate::analysis::Reason;
use crate::lang::speech::word;

/// `Volgens X is het ...`: the rest; `Het is volgens X ...` and `..., aldus X`: the clause.
pub(super) fn find(scene: Scene<'_, '_, '_>) -> Option<Reported> {
    (scene.start..scene.end)
        .filter(|&at| scene.reader.is(at, word::ACCORDING | word::THUS) && !(scene.quoted)(at))
        .find_map(|verb| at(scene, verb))
}

fn at(scene: Scene<'_, '_, '_>, verb: usize) -> Option<Reported> {
    let Scene { reader, quoted, .. } = scene;
    let english = usize::from(reader.doc.token_text(verb + 1) == "to");
    let source = reader.source_from(verb + 1 + english, scene.end)?;
    if !is_source(scene, &source) {
        return None;
    }
    let thus = reader.is(verb, word::THUS);
    let opening = (scene.start..verb).all(|at| reader.is_punctuation(at));
    let cue = |source| Cue { verb, source };
    let joined = verb > scene.start && reader.is(verb - 1, word::COORDINATOR);
    let relative = verb > scene.start && reader.is(verb - 1, word::RELATIVE);
    if opening || joined || relative {
        let mut start = source.tokens.end;
        // `volgens de voorzitter, Els Bos, is`: behind the apposition.
        if source.entity.is_some()
            && let Some(close) = apposition_end(scene, start, &source)
        {
            start = close;
        }
        while start < scene.end && reader.doc.token_text(start) == "," {
            start += 1;
        }
        let mut content = start..first_clause(scene, start);
        // `de kloof, die volgens X groeit, is`: the relative clause.
        if relative {
            let comma = content.clone().find(|&at| {
                reader.doc.token_text(at) == ","
                    && (reader.doc.lang.helper(reader.doc.token_text(at + 1)).is_some()
                        || reader.cue_at(at + 1, scene.end).is_some())
            });
            content.end = comma.unwrap_or(content.end);
        }
        return usable(reader, content, quoted, cue(source), Reason::AccordingTo);
    }
    let last = source.tokens.end >= content_end(reader, scene.end, verb);
    let comma = reader.doc.token_text(verb - 1) == ",";
    let end = if (thus || comma) && last { verb - 1 } else { scene.end };
    // Right behind a closing mark the cue belongs to a direct quotation.
    if verb >= 2 && (quoted(verb - 2) || is_mark(reader, verb - 1) || is_mark(reader, verb - 2)) {
        return None;
    }
    let start = joined_start(scene, verb);
    let end = if end == scene.end {
        first_clause(scene, source.tokens.end)
    } else {
        content_end(reader, end, start)
    };
    usable(reader, start..end.max(start), quoted, cue(source), Reason::AccordingTo)
}

/// Not `volgens de wet`, `volgens mij`.
fn is_source(scene: Scene<'_, '_, '_>, source: &Source) -> bool {
    let reader = scene.reader;
    if source.pronoun {
        return !reader.is(source.tokens.start, word::WE);
    }
    let mut nouns = source.tokens.clone();
    source.entity.is_some() || !nouns.any(|at| reader.is(at, word::NO_SOURCE))
}

fn apposition_end(scene: Scene<'_, '_, '_>, comma: usize, source: &Source) -> Option<usize> {
    let reader = scene.reader;
    if reader.doc.token_text(comma) != "," {
        return None;
    }
    let name = (comma + 1..comma + 5).find_map(|at| reader.mention(at))?;
    (Some(name.1) == source.entity && reader.doc.token_text(name.0) == ",").then_some(name.0)
}

/// Where the clause with `volgens` in its middle starts: behind `, maar`, or where the sentence does.
fn joined_start(scene: Scene<'_, '_, '_>, verb: usize) -> usize {
    let reader = scene.reader;
    let low = verb.saturating_sub(12).max(scene.start + 3);
    let joined = (low..verb).rev().find(|&at| {
        let text = reader.doc.token_text(at);
        text == ";" || text == ":" || reader.doc.token_text(at - 1) == "," && matches!(text, "maar" | "but")
    });
    joined.map_or_else(|| sentence_start(scene, verb), |at| at + 1)
}

/// The end of the clause that starts at `start`: before `, maar`, a colon with a mark, or with the sentence.
fn first_clause(scene: Scene<'_, '_, '_>, start: usize) -> usize {
    let reader = scene.reader;
    let limit = content_limit(scene, start);
    let turns = (start + 4..limit).find(|&at| {
        reader.doc.token_text(at - 1) == "," && matches!(reader.doc.token_text(at), "maar" | "but")
    });
    turns.map_or(limit, |at| at - 1)
}

/// `Hij lag naar eigen zeggen wakker`: the sentence; the source is the name or pronoun before it.
pub(super) fn own_words(scene: Scene<'_, '_, '_>) -> Option<Reported> {
    let Scene { reader, quoted, .. } = scene;
    let own = (scene.start + 1..scene.end.saturating_sub(1))
        .find(|&at| reader.is(at, word::OWN) && reader.is(at + 1, word::SAYING) && !quoted(at))?;
    let cue = own - 1;
    let near = |at: &usize| reader.mention(*at).is_some() || reader.is(*at, word::HE | word::SHE);
    let before = (scene.start..cue).rev().find(near);
    let at = before.or_else(|| (own + 2..scene.end.min(own + 6)).find(near))?;
    // `de 33-jarige Pool`: from the article on.
    let low = scene.start.max(at.saturating_sub(3));
    let named = reader.mention(at).is_some();
    let determiner = (low..at)
        .rev()
        .filter(|_| named)
        .take_while(|&at| !reader.is_punctuation(at))
        .find(|&at| reader.is(at, word::DETERMINER) && !reader.is(at, word::PRONOUN));
    let whole = determiner
        .and_then(|from| reader.source_from(from, scene.end))
        .filter(|whole| whole.tokens.contains(&at));
    let source = whole.or_else(|| reader.source_from(at, scene.end))?;
    let opening = (scene.start..cue).all(|at| reader.is_punctuation(at));
    let start = if opening { own + 2 } else { sentence_start(scene, cue) };
    let content = start..content_limit(scene, own + 2);
    usable(reader, content, quoted, Cue { verb: cue, source }, Reason::AccordingTo)
}
