//! The spans: quotations of each block, their cues and sources, before anybody asks who speaks.

use super::cue::{Cue, Reader};
use super::direct;
use super::indirect::{self, Scene};
use super::marks::{self, Marked};
use super::speakers::Draft;
use crate::analysis::{EntityKind, QuotationKind, Reason};
use crate::lang::speech::word;
use crate::order::{pair, sorted};
use crate::text::{BlockKind, Sentence};

/// The quotations without their speakers, in order of their first character, the longer first.
pub(super) fn drafts(reader: &Reader<'_, '_>) -> Vec<Draft> {
    let doc = reader.doc;
    let works = reader.entities.iter().filter(|entity| entity.kind == EntityKind::Work);
    let titles =
        works.flat_map(|entity| &entity.mentions).map(|mention| mention.span.key()).collect::<Vec<_>>();
    let titles = sorted(&titles, |&key| key);
    let mut finder = Finder { reader, found: Vec::new() };
    let mut next = 0;
    for (index, mut marked) in marks::all(doc).into_iter().enumerate() {
        let block = &doc.blocks[index];
        let first = next;
        while next < doc.sentences.len() && doc.sentences[next].block as usize <= index {
            next += 1;
        }
        if block.kind == BlockKind::Metadata {
            continue;
        }
        let title = block.kind == BlockKind::Title;
        marked.retain(|marked| {
            titles.binary_search(&marked.span.key()).is_err() || direct::is_spoken(reader, marked, title)
        });
        let tokens = doc.tokens_in(block.span);
        if marked.is_empty() && matches!(doc.token_text(tokens.start), "–" | "—" | "-") && !tokens.is_empty()
        {
            finder.dialogue(index as u32, tokens.clone());
            if finder.found.last().is_some_and(|draft| draft.block == index as u32) {
                continue;
            }
        }
        finder.block(index as u32, &doc.sentences[first..next], &marked, block.kind == BlockKind::Title);
    }
    sorted(&finder.found, |draft| pair(draft.span.start, u32::MAX - draft.span.end))
}

struct Finder<'r, 'd, 't> {
    reader: &'r Reader<'d, 't>,
    found: Vec<Draft>,
}

impl Finder<'_, '_, '_> {
    /// `– Ga je mee? vroeg Jan.`: a paragraph that opens with a dash, as part of a dialogue.
    fn dialogue(&mut self, block: u32, range: core::ops::Range<usize>) {
        let reader = self.reader;
        let first = range.start + 1;
        let found = (first + 1..range.end).find_map(|at| {
            let marked = matches!(reader.doc.token_text(at - 1), "," | "?" | "!" | "–" | "—");
            let (_, limit) = marked.then(|| reader.cue_at(at, range.end)).flatten()?;
            Some((at, reader.source_from(at + 1, limit)?))
        });
        let before = self.found.last().is_some_and(|draft| draft.dash && draft.block + 1 == block);
        let (end, cue) = match found {
            Some((verb, source)) => (verb, Some(Cue { verb, source })),
            None if before => (range.end, None),
            None => return,
        };
        let trims = |at: usize| matches!(reader.doc.token_text(at), "," | "–" | "—");
        let end = if end > first && trims(end - 1) { end - 1 } else { end };
        if end <= first {
            return;
        }
        let tokens = first..end;
        let reason = if cue.is_some() { Reason::CueAfter } else { Reason::NoSource };
        let (span, kind) = (reader.span(&tokens), QuotationKind::Direct);
        self.found.push(Draft { span, tokens, kind, cue, reason, block, inner: false, dash: true });
    }

    fn block(&mut self, block: u32, sentences: &[Sentence], marked: &[Marked], title: bool) {
        let inside = |at: usize| {
            let next = marked.partition_point(|marked| marked.open <= at);
            next > 0 && at <= marked[next - 1].close
        };
        let mut next = 0;
        let mut previous: Option<(&Sentence, bool)> = None;
        let mut continues = false;
        for sentence in sentences {
            let range = sentence.tokens();
            let first = self.found.len();
            let scene = Scene { reader: self.reader, start: range.start, end: range.end, quoted: &inside };
            let reported = indirect::find(scene, title);
            while next < marked.len() && marked[next].open < range.end {
                self.direct(next, marked, sentences, block, title);
                next += 1;
            }
            if let Some(reported) = reported {
                self.reported(reported, block, false);
            }
            if self.found.len() == first
                && let Some((before, true)) = previous
            {
                self.pointed_back(before, sentence, block, &inside);
            }
            if self.found.len() == first && continues {
                self.continued(sentence, block, &inside);
            }
            continues = self.found.last().is_some_and(|found| {
                self.found.len() > first
                    && found.kind == QuotationKind::Indirect
                    && found.tokens.end + 1 >= range.end
            });
            self.quoted_speech(sentence, block, &inside);
            previous = Some((sentence, self.found.len() == first));
        }
    }

    fn direct(&mut self, at: usize, all: &[Marked], sentences: &[Sentence], block: u32, title: bool) {
        let reader = self.reader;
        let marked = &all[at];
        // Sentence ends inside the marks do not bound the cue: look from the open mark's sentence to the close mark's.
        let holder = sentences.partition_point(|sentence| sentence.end_token as usize <= marked.open);
        let start = sentences.get(holder).map_or(marked.open, |sentence| sentence.first_token as usize);
        let opens = start == marked.open;
        let start = start.max(at.checked_sub(1).map_or(0, |before| all[before].close));
        let end = sentence_behind(reader, sentences, marked.close);
        let end = all.get(at + 1).map_or(end, |next| end.min(next.open));
        let cue = direct::attribution(reader, marked, start..end);
        let known = cue.as_ref().is_some_and(|(_, reason)| *reason != Reason::NearestName);
        let headline = title && direct::is_headline(reader, marked, opens);
        let speech = known && !direct::is_name(reader, marked)
            || direct::is_speech(reader, marked)
            || direct::is_paragraph(reader, marked, &reader.doc.blocks[block as usize]);
        if direct::is_dated(reader, marked) {
            return;
        }
        if !headline && (!speech || title && cue.is_none()) {
            return;
        }
        let (cue, reason) = match cue {
            Some((cue, reason)) => (Some(cue), reason),
            None => (None, Reason::NoSource),
        };
        let tokens = marked.open..(marked.close + 1).min(reader.doc.tokens.len());
        let kind = QuotationKind::Direct;
        self.found.push(Draft {
            span: marked.span,
            tokens,
            kind,
            cue,
            reason,
            block,
            inner: false,
            dash: false,
        });
        self.nested(marked, block);
    }

    /// `"Toen zei mijn moeder: 'Ga weg.'"`: a quotation inside another, where a cue shows that it is one.
    fn nested(&mut self, around: &Marked, block: u32) {
        let reader = self.reader;
        for marked in marks::inside(reader.doc, around) {
            let Some((cue, reason)) = direct::attribution(reader, &marked, around.open + 1..around.close)
            else {
                continue;
            };
            if reason != Reason::NearestName && !reader.is(cue.source.tokens.start, word::WE) {
                let tokens = marked.open..marked.close + 1;
                let (span, kind) = (marked.span, QuotationKind::Direct);
                self.found.push(Draft {
                    span,
                    tokens,
                    kind,
                    cue: Some(cue),
                    reason,
                    block,
                    inner: true,
                    dash: false,
                });
            }
        }
    }

    /// `Volgens X gaat de brug dicht. De auto's zouden moeten omrijden.`: still reported (reportative `zou`;
    /// Algemene Nederlandse Spraakkunst, section 18.5.4).
    fn continued(&mut self, sentence: &Sentence, block: u32, inside: &dyn Fn(usize) -> bool) {
        let reader = self.reader;
        let range = sentence.tokens();
        let end = indirect::content_end(reader, range.end, range.start);
        let reports = |at: usize| reader.is(at, word::REPORTATIVE) && !inside(at);
        let asks = range.clone().next_back().is_some_and(|at| reader.doc.token_text(at) == "?");
        if asks || end < range.start + 4 || !(range.start..end.min(range.start + 10)).any(reports) {
            return;
        }
        let (tokens, kind) = (range.start..end, QuotationKind::Indirect);
        let (span, reason) = (reader.span(&tokens), Reason::SameTurn);
        self.found.push(Draft { span, tokens, kind, cue: None, reason, block, inner: false, dash: false });
    }

    fn reported(&mut self, reported: indirect::Reported, block: u32, inner: bool) {
        let span = self.reader.span(&reported.content);
        self.found.push(Draft {
            span,
            tokens: reported.content,
            kind: QuotationKind::Indirect,
            cue: Some(reported.cue),
            reason: reported.reason,
            block,
            inner,
            dash: false,
        });
    }

    /// Speech that somebody reports within a direct quotation.
    fn quoted_speech(&mut self, sentence: &Sentence, block: u32, inside: &dyn Fn(usize) -> bool) {
        let range = sentence.tokens();
        let Some(start) = range.clone().find(|&at| inside(at) && !self.reader.is_punctuation(at)) else {
            return;
        };
        let end = (start..range.end).find(|&at| !inside(at)).unwrap_or(range.end);
        let outside = |_: usize| false;
        let scene = Scene { reader: self.reader, start, end, quoted: &outside };
        if let Some(mut reported) = indirect::find_quoted(scene) {
            while reported.content.end > reported.content.start
                && self.reader.is_punctuation(reported.content.end - 1)
            {
                reported.content.end -= 1;
            }
            if !reported.content.is_empty() {
                self.reported(reported, block, true);
            }
        }
    }

    /// `... Dat schrijft minister X.`, `... Dat heeft X laten weten.`: the sentence before is the content.
    fn pointed_back(
        &mut self,
        before: &Sentence,
        sentence: &Sentence,
        block: u32,
        inside: &dyn Fn(usize) -> bool,
    ) {
        let reader = self.reader;
        let range = sentence.tokens();
        if !reader.is(range.start, word::POINTER) || before.heading {
            return;
        }
        let end = range.end.min(range.start + 30);
        let helper = reader.doc.lang.helper(&reader.lower(range.start + 1)).is_some();
        let verb = if helper {
            (range.start + 2..end).rev().find(|&at| reader.is_verb(at) || reader.is_participle(at))
        } else {
            let at = range.start + 1;
            (at < end && reader.cue_at(at, end).is_some()).then_some(at)
        };
        let Some(verb) = verb else { return };
        let Some(source) = reader.source_from(range.start + 2, end) else { return };
        let denied = |at: usize| matches!(reader.doc.token_text(at), "niet" | "nooit");
        let content = before.tokens();
        let stop =
            content.clone().rev().find(|&at| !reader.is_punctuation(at)).map_or(content.end, |at| at + 1);
        let dash = content.clone().take(7).find(|&at| matches!(reader.doc.token_text(at), "-" | "–" | "—"));
        let start = dash.map_or(content.start, |at| at + 1);
        if stop <= start || (start..stop).any(inside) || (range.start..verb).any(denied) {
            return;
        }
        let cue = Cue { verb, source };
        self.reported(
            indirect::Reported { content: start..stop, cue, reason: Reason::CueAfter },
            block,
            false,
        );
    }
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
