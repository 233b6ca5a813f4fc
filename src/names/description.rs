//! What an article says of the things it names: a person's part or office, and the place that a group belongs to.
//!
//! A title stands before the name (`de Deense president Holm`, `minister van Justitie Koster`) or in apposition
//! behind it (`Jan Bos, hoogleraar staatsrecht in Leiden,`). The longest one that fits a line is kept.

use super::lexicon::is_role;
use crate::analysis::{Entity, EntityId, EntityKind, Mention};
use crate::lang::Table;
use crate::text::{Doc, Span, TokenKind, lower_char};

/// Longest description, in bytes: one line of the list.
const LONGEST: usize = 72;
/// How many mentions of one person are looked at.
const MENTIONS: usize = 8;

/// Notes what the article says of each entity.
pub(super) fn describe(doc: &Doc<'_>, entities: &mut [Entity]) {
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Person) {
        let titles = entity.mentions.iter().take(MENTIONS).flat_map(|mention| {
            let tokens = doc.tokens_in(mention.span);
            [before(doc, tokens.start), behind(doc, tokens.end)]
        });
        let mut best: Option<Span> = None;
        for title in titles.flatten() {
            if best.is_none_or(|best| best.len() < title.len()) {
                best = Some(title);
            }
        }
        entity.description = best.map(|title| written(doc, title));
    }
    link_groups(doc, entities);
}

/// A title as it would stand inside a sentence.
fn written(doc: &Doc<'_>, title: Span) -> String {
    let text = title.of(doc.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let first = doc.tokens_in(title).start;
    if sentence_start(doc, first) == first && is_role(&doc.lang.names, word(doc, first)) {
        let mut letters = text.chars();
        return letters.next().map(lower_char).into_iter().chain(letters).collect();
    }
    text
}

/// The title that ends before token `name`, without its article.
fn before(doc: &Doc<'_>, name: usize) -> Option<Span> {
    let data = &doc.lang.names;
    let role = (name.saturating_sub(5)..name).rev().find(|&at| is_role(data, word(doc, at)))?;
    let opens = sentence_start(doc, name);
    // Between the role and the name stands nothing, or `van Justitie`.
    let between = role + 1..name;
    let joined = between.is_empty()
        || data.title_joints.contains(&word(doc, role + 1))
            && (role + 2..name)
                .all(|at| starts_upper(word(doc, at)) || data.connectors.contains(&word(doc, at)))
            && starts_upper(word(doc, name - 1));
    if role < opens || !joined {
        return None;
    }
    let mut first = role;
    // `de voormalige Russische president`
    while first > opens {
        let word = word(doc, first - 1);
        let adjective = starts_upper(word) && first - 1 > opens && is_word(doc, first - 1);
        if !adjective && !data.former.contains(&word) {
            break;
        }
        first -= 1;
    }
    fits(doc, first, name)
}

/// The apposition behind token `name`, up to its closing comma or the end of the sentence.
fn behind(doc: &Doc<'_>, name: usize) -> Option<Span> {
    let mut at = name;
    // `Jan Bos (52), burgemeester`
    if word(doc, at) == "(" && word(doc, at + 2) == ")" {
        at += 3;
    }
    if word(doc, at) != "," {
        return None;
    }
    at += 1;
    if doc.lang.names.articles.contains(&word(doc, at)) {
        at += 1;
    }
    let near = (at..at + 4)
        .take_while(|&at| is_word(doc, at) && !doc.lang.names.title_stops.contains(&word(doc, at)));
    let role = near.clone().find(|&at| is_role(&doc.lang.names, word(doc, at)))?;
    let end = (role + 1..role + 12).find(|&at| !is_word(doc, at))?;
    let closes = matches!(word(doc, end), "," | "." | "”" | "\"" | ";" | ")");
    if closes { fits(doc, at, end) } else { None }
}

fn fits(doc: &Doc<'_>, first: usize, end: usize) -> Option<Span> {
    let (first, last) = (doc.tokens.get(first)?, doc.tokens.get(end.checked_sub(1)?)?);
    let span = Span::new(first.span.start as usize, last.span.end as usize);
    (first.span.start < last.span.end && span.len() <= LONGEST).then_some(span)
}

fn word<'t>(doc: &Doc<'t>, at: usize) -> &'t str {
    doc.token_text(at)
}

fn is_word(doc: &Doc<'_>, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn sentence_start(doc: &Doc<'_>, token: usize) -> usize {
    let start = doc.tokens.get(token).map_or(0, |token| token.span.start);
    doc.sentence_at(start).map_or(0, |at| doc.sentences[at].first_token as usize)
}

/// Links a group to the place of the article that it is of: `Russen` to `Rusland`, `Utrechtse` to `Utrecht`.
fn link_groups(doc: &Doc<'_>, entities: &mut [Entity]) {
    let mut names = Vec::new();
    for (entity, place) in entities.iter().zip(0..).filter(|(entity, _)| entity.kind == EntityKind::Place) {
        names.extend(entity.mentions.iter().take(MENTIONS).map(|mention| (surface(doc, mention), place)));
    }
    let mut places = Table::with_capacity(names.len());
    for (name, place) in &names {
        places.get_or_insert(name, *place);
    }
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Group) {
        entity.place = place_of(doc, &entity.name, &places).map(EntityId);
    }
}

fn surface<'t>(doc: &Doc<'t>, mention: &Mention) -> &'t str {
    mention.span.of(doc.text)
}

/// The place of a group: by the list of stems, the longest first, or because its word opens with the place's name.
fn place_of(doc: &Doc<'_>, group: &str, places: &Table<'_>) -> Option<u32> {
    let listed = doc.lang.names.group_places.iter().filter(|(stem, _)| group.starts_with(stem));
    let mut best: Option<(usize, u32)> = None;
    for (stem, name) in listed {
        if let Some(place) = places.get(name)
            && best.is_none_or(|(length, _)| stem.len() > length)
        {
            best = Some((stem.len(), place));
        }
    }
    let opening = || {
        let ends = group.char_indices().skip(4).map(|(end, _)| end).collect::<Vec<_>>();
        ends.iter().rev().find_map(|&end| places.get(&group[..end]))
    };
    best.map(|(_, place)| place).or_else(opening)
}
