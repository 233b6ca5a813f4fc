//! Quotations: content, cue, source and speaker.
//!
//! Marks are paired block by block (`marks`); `direct` tells speech from titles and finds the cue;
//! `indirect` reads reported speech; `turns` knows whom a pronoun or a missing cue means.

mod cue;
mod direct;
mod indirect;
mod marks;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;
mod turns;

use crate::analysis::{Entity, EntityKind, Quotation, QuotationKind, Reason};
use crate::lang::Pack;
use crate::order::{pair, sorted};
use crate::text::{BlockKind, Doc, Sentence, Span};
use cue::{Cue, Reader};
use marks::Marked;
use turns::{Speaker, Turns};

/// Finds the quotations of a document and their speakers among its `entities`.
pub fn find(doc: &Doc<'_>, entities: &[Entity]) -> Vec<Quotation> {
    let reader = Reader::new(doc, entities);
    let mut works = entities.iter().filter(|entity| entity.kind == EntityKind::Work);
    let titles = works.by_ref().flat_map(|entity| &entity.mentions).map(|mention| mention.span);
    let titles = titles.map(Span::key).collect::<Vec<_>>();
    let titles = sorted(&titles, |&key| key);
    let roles = turns::roles(&reader);
    let mut finder = Finder { reader: &reader, turns: Turns::new(&reader, &roles), found: Vec::new() };
    let mut next = 0;
    for (index, block) in doc.blocks.iter().enumerate() {
        let first = next;
        while next < doc.sentences.len() && doc.sentences[next].block as usize <= index {
            next += 1;
        }
        if block.kind == BlockKind::Metadata {
            continue;
        }
        let mut marked = marks::pairs(doc, block);
        marked.retain(|marked| titles.binary_search(&marked.span.key()).is_err());
        finder.block(index as u32, &doc.sentences[first..next], &marked, block.kind == BlockKind::Title);
    }
    sorted(&finder.found, |quote| pair(quote.span.start, u32::MAX - quote.span.end))
}

/// Whether `word` is a form of a verb that signals speech.
pub(crate) fn is_speech_verb(lang: &Pack<'_>, word: &str) -> bool {
    lang.speech.verbs.contains(word)
}

struct Finder<'r, 'd, 't> {
    reader: &'r Reader<'d, 't>,
    turns: Turns<'r, 'd, 't>,
    found: Vec<Quotation>,
}

impl Finder<'_, '_, '_> {
    fn block(&mut self, block: u32, sentences: &[Sentence], marked: &[Marked], title: bool) {
        let inside = |at: usize| {
            let next = marked.partition_point(|marked| marked.open <= at);
            next > 0 && at <= marked[next - 1].close
        };
        let mut next = 0;
        let mut previous: Option<(&Sentence, bool)> = None;
        for sentence in sentences {
            let range = sentence.tokens();
            let first = self.found.len();
            let reported = indirect::find(self.reader, range.clone(), title, &inside);
            let reported_at = reported.as_ref().map_or(usize::MAX, |reported| reported.cue.verb);
            let mut reported = reported;
            while next < marked.len() && marked[next].open < range.end {
                // The cue of a quotation of several sentences stands in the sentence of its closing mark.
                if reported_at < marked[next].open {
                    self.reported(reported.take(), block, &inside);
                }
                self.direct(&marked[next], next, marked, sentences, block, title, &inside);
                next += 1;
            }
            self.reported(reported, block, &inside);
            if self.found.len() == first
                && let Some((before, plain)) = previous
            {
                self.pointed_back(before, plain, sentence, block, &inside);
            }
            self.turns.advance(range.end, &inside);
            previous = Some((sentence, self.found.len() == first));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one call; a struct would only rename them")]
    fn direct(
        &mut self,
        marked: &Marked,
        at: usize,
        all: &[Marked],
        sentences: &[Sentence],
        block: u32,
        title: bool,
        inside: &dyn Fn(usize) -> bool,
    ) {
        let reader = self.reader;
        // Sentence ends inside the marks do not bound the cue: look from the open mark's sentence to the close mark's.
        let holder = sentences.partition_point(|sentence| sentence.end_token as usize <= marked.open);
        let start = sentences.get(holder).map_or(marked.open, |sentence| sentence.first_token as usize);
        let start = start.max(at.checked_sub(1).map_or(0, |before| all[before].close));
        let end = sentence_behind(reader, sentences, marked.close);
        let end = all.get(at + 1).map_or(end, |next| end.min(next.open));
        let cue = direct::attribution(reader, marked, start..end);
        let known = cue.as_ref().is_some_and(|(cue, reason)| is_strong(cue, *reason));
        if !known && !direct::is_speech(reader, marked) || title && cue.is_none() {
            return;
        }
        self.turns.advance(marked.open, inside);
        let (speaker, reason, confidence, source) = match cue {
            Some((cue, reason)) => {
                self.turns.advance(cue.source.tokens.start, inside);
                let (speaker, reason) = self.turns.resolve(&cue.source, reason);
                let confidence = if reason == Reason::Pronoun { 0.75 } else { 0.95 };
                (Some(speaker), reason, confidence, Some(cue))
            }
            None => {
                let (speaker, reason, confidence) = self.without_cue(marked, at, all, block);
                (speaker, reason, confidence, None)
            }
        };
        let place = source.as_ref().map_or(marked.open, |cue| cue.source.tokens.start).max(marked.open);
        self.push(marked.span, QuotationKind::Direct, speaker, reason, confidence, source, place, block);
    }

    /// Nobody is named: the speaker of the turn, or the person mentioned last in this block.
    fn without_cue(
        &self,
        marked: &Marked,
        at: usize,
        all: &[Marked],
        block: u32,
    ) -> (Option<Speaker>, Reason, f32) {
        let here = self.reader.doc.blocks[block as usize].span;
        let since = at.checked_sub(1).map(|before| all[before].close);
        let in_block = |token: usize| here.contains(self.reader.doc.tokens[token].span);
        let last = self.turns.last.clone();
        let nearest = self.turns.nearest();
        let named = nearest.clone().filter(|&(token, _)| in_block(token) && token < marked.open);
        // In an interview an answer fills its block; it is the answer of whoever spoke before.
        let fills = marked.span.len() * 10 > here.len() * 9;
        match (last, named) {
            (Some((spoke, _, speaker)), Some((token, _))) if spoke >= token => {
                (Some(speaker), Reason::SameTurn, 0.8)
            }
            (Some((_, last, speaker)), Some(_)) if last == block && since.is_some() => {
                (Some(speaker), Reason::SameTurn, 0.65)
            }
            (_, Some((_, speaker))) => (Some(speaker), Reason::NearestName, 0.55),
            (Some((_, last, speaker)), None) if block.saturating_sub(last) <= 1 => {
                (Some(speaker), Reason::SameTurn, if last == block { 0.8 } else { 0.5 })
            }
            (Some((_, _, speaker)), None) if fills => (Some(speaker), Reason::SameTurn, 0.5),
            (None, None) if fills && nearest.is_some() => {
                (nearest.map(|(_, speaker)| speaker), Reason::NearestName, 0.35)
            }
            _ => (None, Reason::NoSource, 0.3),
        }
    }

    fn reported(&mut self, reported: Option<indirect::Reported>, block: u32, inside: &dyn Fn(usize) -> bool) {
        let Some(reported) = reported else { return };
        self.turns.advance(reported.cue.source.tokens.start, inside);
        let (speaker, reason) = self.turns.resolve(&reported.cue.source, reported.reason);
        let span = self.reader.span(&reported.content);
        let place = reported.cue.source.tokens.start;
        self.push(
            span,
            QuotationKind::Indirect,
            Some(speaker),
            reason,
            0.8,
            Some(reported.cue),
            place,
            block,
        );
    }

    /// `... Dat schrijft minister X.`: the sentence before is the content.
    fn pointed_back(
        &mut self,
        before: &Sentence,
        plain: bool,
        sentence: &Sentence,
        block: u32,
        inside: &dyn Fn(usize) -> bool,
    ) {
        let reader = self.reader;
        let range = sentence.tokens();
        let pointer = reader.lower(range.start);
        if !plain || !reader.data.pointers.contains(&pointer.as_str()) || before.heading {
            return;
        }
        let end = range.end.min(range.start + 30);
        let helper = reader.doc.lang.helper(&reader.lower(range.start + 1)).is_some();
        let verb = if helper {
            (range.start + 2..end).rev().find(|&at| reader.is_verb(at))
        } else {
            let at = range.start + 1;
            (at < end && (reader.is_verb(at) || reader.second_part(at, end).is_some())).then_some(at)
        };
        let Some(verb) = verb else { return };
        let Some(source) = reader.source_from(range.start + 2, end) else { return };
        let content = before.tokens();
        let stop =
            content.clone().rev().find(|&at| !reader.is_punctuation(at)).map_or(content.end, |at| at + 1);
        let dash = content.clone().take(7).find(|&at| matches!(reader.doc.token_text(at), "-" | "–" | "—"));
        let start = dash.map_or(content.start, |at| at + 1);
        if stop <= start || (start..stop).any(inside) {
            return;
        }
        let place = source.tokens.start;
        self.turns.advance(place, inside);
        let (speaker, reason) = self.turns.resolve(&source, Reason::CueAfter);
        let span = reader.span(&(start..stop));
        let cue = Cue { verb, source };
        self.push(span, QuotationKind::Indirect, Some(speaker), reason, 0.75, Some(cue), place, block);
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of a quotation")]
    fn push(
        &mut self,
        span: crate::text::Span,
        kind: QuotationKind,
        speaker: Option<Speaker>,
        reason: Reason,
        confidence: f32,
        cue: Option<Cue>,
        place: usize,
        block: u32,
    ) {
        let speaker = speaker.unwrap_or(Speaker { entity: None, name: String::new() });
        self.found.push(Quotation {
            span,
            kind,
            speaker: speaker.entity,
            speaker_name: speaker.name.clone(),
            source: cue.as_ref().map(|cue| self.reader.span(&cue.source.tokens)),
            cue: cue.as_ref().map(|cue| self.reader.doc.tokens[cue.verb].span),
            confidence,
            reason,
        });
        if !speaker.name.is_empty() {
            self.turns.last = Some((place, block, speaker));
        }
    }
}

/// Whether a cue makes even a short marked text speech.
fn is_strong(_cue: &Cue, reason: Reason) -> bool {
    reason != Reason::NearestName
}

/// Where the sentence ends in which the closing mark stands, also when the mark ended a sentence itself.
fn sentence_behind(reader: &Reader<'_, '_>, sentences: &[Sentence], close: usize) -> usize {
    let holder = sentences.partition_point(|sentence| sentence.end_token as usize <= close);
    let Some(sentence) = sentences.get(holder) else { return close + 1 };
    let end = sentence.end_token as usize;
    // `"Is dat zo?" vraagt X.` may have been cut behind the mark.
    let next = sentences.get(holder + 1);
    match next {
        Some(next) if close + 1 == end && starts_lower(reader, next) => next.end_token as usize,
        _ => end,
    }
}

fn starts_lower(reader: &Reader<'_, '_>, sentence: &Sentence) -> bool {
    let word = reader.doc.token_text(sentence.first_token as usize);
    word.starts_with(|char: char| char.is_lowercase() || char == ',')
}
