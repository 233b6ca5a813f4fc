//! Several articles as one: one text, one [`Analysis`], and where each article lies in it.
//!
//! Each article is analysed by itself, in its own language and with its own date. Joining shifts spans and indices, so
//! that whatever reads an analysis (timelines, names, exports) reads several articles without knowing it. People and
//! bodies that several articles name become one entity (`cast`), and events that several tell one event, where that is
//! sure.

mod cast;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;

use serde::{Deserialize, Serialize};

use crate::analysis::{Analysis, EntityId, Notice};
use crate::events::group::group_articles;
use crate::export;
use crate::lang::{Language, Pack};
use crate::text::{Span, lower};
use crate::times::DocumentDate;

/// What stands between two articles.
const BREAK: &str = "\n\n";

/// An article to join.
pub struct Part<'a> {
    /// The file's name, where it has one.
    pub file_name: Option<&'a str>,
    /// Its text.
    pub text: &'a str,
    /// What was found in it.
    pub analysis: Analysis,
    /// What is known of its language.
    pub pack: &'a Pack<'a>,
}

/// One of the articles of a joined text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// What readers know it by: the file's name without its ending, or else the title.
    pub name: String,
    /// Where it stands: UTF-8 bytes of the joined text.
    pub span: Span,
    /// When it was published.
    pub date: Option<DocumentDate>,
    /// The language it was read in.
    pub language: Language,
    /// What the reader should know about it.
    pub notices: Vec<Notice>,
}

/// Articles that were joined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// Their texts, with an empty line in between.
    pub text: String,
    /// What was found in all of them.
    pub analysis: Analysis,
    /// The articles, in order.
    pub sources: Vec<Source>,
}

/// Joins articles. One article comes out as it went in.
pub fn join(parts: Vec<Part<'_>>) -> Collection {
    let mut sources = Vec::with_capacity(parts.len());
    let mut text = String::with_capacity(parts.iter().map(|part| part.text.len() + BREAK.len()).sum());
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(BREAK);
        }
        let start = text.len();
        text.push_str(part.text);
        sources.push(Source {
            name: name(part),
            span: Span::new(start, text.len()),
            date: part.analysis.date,
            language: part.analysis.language,
            notices: part.analysis.notices.clone(),
        });
    }
    let analysis = if parts.len() == 1 {
        parts.into_iter().map(|part| part.analysis).next().unwrap_or_default()
    } else {
        join_analyses(parts, &sources)
    };
    Collection { text, analysis, sources }
}

/// Which of `sources` a byte of the joined text belongs to.
pub fn source_at(sources: &[Source], byte: u32) -> usize {
    // The break after an article counts as the article's.
    sources.partition_point(|source| source.span.start <= byte).saturating_sub(1)
}

fn name(part: &Part<'_>) -> String {
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim().to_owned();
    let named = part.file_name.map(stem).filter(|name| !name.is_empty());
    named.unwrap_or_else(|| export::name(part.text, &part.analysis))
}

fn join_analyses(parts: Vec<Part<'_>>, sources: &[Source]) -> Analysis {
    let (entities, ids) = cast::merge(&parts, sources);
    let mut all = Analysis { entities, ..Analysis::default() };
    // A date or a language that is not of all articles would be wrong of some.
    all.date = shared(sources.iter().map(|source| source.date)).flatten();
    all.language = sources.first().map(|source| source.language).unwrap_or_default();
    let mut lemmas = Vec::new();
    let mut articles = Vec::new();
    for (index, ((part, source), ids)) in parts.into_iter().zip(sources).zip(&ids).enumerate() {
        let lemma = |span: Span| {
            let word = lower(span.of(part.text));
            part.pack.events.inflected(&word).map_or(word, |found| found.lemma)
        };
        lemmas.extend(part.analysis.events.iter().map(|event| lemma(event.span)));
        articles.resize(lemmas.len(), index);
        append(&mut all, part.analysis, source.span.start, ids);
    }
    group_articles(&mut all.events, &lemmas, &articles);
    all
}

/// What all have, if it is the same.
fn shared<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

/// Appends what was found in an article that begins at byte `by`; `ids` are its entities' in the joined list.
fn append(all: &mut Analysis, mut part: Analysis, by: u32, ids: &[EntityId]) {
    let id = |id: EntityId| ids.get(id.0 as usize).copied().unwrap_or(id);
    let moved = |span: &mut Span| *span = shifted(*span, by);
    let (blocks, tokens) = (all.blocks.len() as u32, all.tokens.len() as u32);
    let (sentences, events) = (all.sentences.len() as u32, all.events.len() as u32);
    part.blocks.iter_mut().for_each(|block| moved(&mut block.span));
    part.tokens.iter_mut().for_each(|token| moved(&mut token.span));
    part.times.iter_mut().for_each(|time| moved(&mut time.span));
    for sentence in &mut part.sentences {
        moved(&mut sentence.span);
        sentence.first_token += tokens;
        sentence.end_token += tokens;
        sentence.block += blocks;
    }
    for quote in &mut part.quotes {
        [Some(&mut quote.span), quote.source.as_mut(), quote.cue.as_mut()]
            .into_iter()
            .flatten()
            .for_each(moved);
        let Some(speaker) = quote.speaker else { continue };
        let own = part.entities.get(speaker.0 as usize);
        quote.speaker = Some(id(speaker));
        // Two who speak together are named as the article names them.
        if own.is_some_and(|own| own.name == quote.speaker_name)
            && let Some(joined) = all.entities.get(id(speaker).0 as usize)
        {
            quote.speaker_name.clone_from(&joined.name);
        }
    }
    for event in &mut part.events {
        moved(&mut event.span);
        event.sentence += sentences;
        event.participants.iter_mut().for_each(|who| *who = id(*who));
        event.place = event.place.map(id);
        event.same_as = event.same_as.map(|first| first + events);
    }
    all.blocks.append(&mut part.blocks);
    all.tokens.append(&mut part.tokens);
    all.times.append(&mut part.times);
    all.sentences.append(&mut part.sentences);
    all.quotes.append(&mut part.quotes);
    all.events.append(&mut part.events);
    for notice in part.notices {
        if !all.notices.contains(&notice) {
            all.notices.push(notice);
        }
    }
}

fn shifted(span: Span, by: u32) -> Span {
    Span { start: span.start + by, end: span.end + by }
}
