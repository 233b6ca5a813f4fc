//! Triggers: the words that stand for an event.

use super::clause::Clause;
use crate::lang::verb::VerbForm;
use crate::text::{Doc, Span, TokenKind, lower};

/// What kind of word the trigger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trigger {
    /// A participle with its helper verb, or alone in a headline.
    Participle,
    /// A finite verb in the past tense.
    Past,
    /// A finite verb in the present tense.
    Present,
    /// An infinitive with a helper verb.
    Infinitive,
    /// A noun.
    Noun,
}

/// Whether token `at` of a clause is a trigger.
pub(super) fn trigger(doc: &Doc<'_>, at: usize, clause: &Clause, title: bool) -> Option<Trigger> {
    if doc.tokens[at].kind != TokenKind::Word {
        return None;
    }
    let lang = doc.lang;
    let text = doc.token_text(at);
    let word = lower(text);
    if lang.events.nouns.contains(&word) && !follows_pronoun(doc, at) {
        return Some(Trigger::Noun);
    }
    // `NAVO-top`, `EU-referendum`: the noun behind a name.
    if let Some((_, noun)) = word.rsplit_once('-') {
        return lang.events.nouns.contains(noun).then_some(Trigger::Noun);
    }
    // A verb with a capital inside a sentence is a name.
    if text.starts_with(char::is_uppercase) && at > clause.tokens.start {
        return None;
    }
    let speech = lang.speech.verbs.contains(&word);
    let listed = lang.verb_form(&word);
    let dated = !clause.times.is_empty();
    if speech && !dated || lang.helper(&word).is_some() || is_determined(doc, at) {
        return None;
    }
    match listed {
        Some(VerbForm::Participle) if participle_fits(doc, at, clause, title) => Some(Trigger::Participle),
        Some(VerbForm::Past) if !speech => Some(Trigger::Past),
        Some(VerbForm::Present) if (dated || title) && !clause.helps_participle() => Some(Trigger::Present),
        Some(VerbForm::Infinitive) if (clause.modal || clause.future) && ends_clause(doc, at, clause) => {
            Some(Trigger::Infinitive)
        }
        Some(_) => None,
        None if !speech && lang.is_participle(&word) && participle_fits(doc, at, clause, title) => {
            Some(Trigger::Participle)
        }
        None => None,
    }
}

/// The span of a trigger: of `NAVO-top` the noun alone.
pub(super) fn head(doc: &Doc<'_>, at: usize, trigger: Trigger) -> Span {
    let span = doc.tokens[at].span;
    match span.of(doc.text).rfind('-') {
        Some(hyphen) if trigger == Trigger::Noun => {
            Span::new(span.start as usize + hyphen + 1, span.end as usize)
        }
        _ => span,
    }
}

/// A participle is a verb where a helper stands in the clause and no noun follows it: `gesloten deuren`.
fn participle_fits(doc: &Doc<'_>, at: usize, clause: &Clause, title: bool) -> bool {
    clause.helps_participle() || title && ends_clause(doc, at, clause)
}

/// Whether the word stands at the end of its clause, save for a preposition phrase or another verb.
fn ends_clause(doc: &Doc<'_>, at: usize, clause: &Clause) -> bool {
    let next = doc.token_text(at + 1);
    let verb = doc.lang.helper(next).is_some() || doc.lang.verb_form(next).is_some();
    at + 1 >= clause.tokens.end
        || verb
        || doc.tokens.get(at + 1).is_none_or(|token| token.kind == TokenKind::Punctuation)
        || doc.lang.speech.stops.contains(&next)
}

/// `een besluit`, `de gewonden`: after an article the word is a noun or an adjective.
fn is_determined(doc: &Doc<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| doc.token_text(before));
    doc.lang.names.articles.contains(&before)
}

/// `we debat`: a noun cannot follow a subject pronoun directly.
fn follows_pronoun(doc: &Doc<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| doc.token_text(before));
    matches!(before, "ik" | "hij" | "wij" | "jij" | "I" | "he" | "she" | "we" | "they" | "to")
}
