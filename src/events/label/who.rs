//! Who and where: pronouns, speakers, what is named in a label.

use super::choice::Piece;
use super::text::Pronoun;
use super::{FAR, Labeller};
use crate::analysis::{Entity, EntityId, EntityKind, Quotation, QuotationKind};
use crate::events::words::Form;
use crate::lang::speech::word;
use crate::text::Span;

/// How many names back a pronoun may reach.
const BACK: usize = 12;

/// How many sentences back a pronoun may reach.
const SENTENCES: usize = 3;

/// Whom a text is about: the person whom it names far more often than anybody else.
pub(in crate::events) fn hero(entities: &[Entity]) -> Option<EntityId> {
    let count = |entity: &Entity| if entity.kind == EntityKind::Person { entity.mentions.len() } else { 0 };
    let (mut hero, mut most, mut next) = (0, 0, 0);
    for (entity, id) in entities.iter().zip(0..) {
        let count = count(entity);
        if count > most {
            (hero, next, most) = (id, most, count);
        } else {
            next = next.max(count);
        }
    }
    (most >= 3 && most >= 2 * next).then_some(EntityId(hero))
}

impl Labeller<'_, '_> {
    /// The pronouns of a label for one person, and whom they mean. One behind a person's name in the label is read there.
    #[inline(never)]
    pub(super) fn pronouns(&self, pieces: &[Piece]) -> Vec<Pronoun> {
        let mut found: Vec<Pronoun> = Vec::new();
        for piece in pieces {
            for at in piece.tokens.clone().take(FAR) {
                let text = self.lower(at);
                let subject = matches!(text, "hij" | "zij" | "ze" | "he" | "she");
                if !subject && !matches!(text, "hem" | "him") {
                    continue;
                }
                let she = self.bits(at) & word::SHE != 0;
                // `zij` with a plural verb are several.
                if she && self.is_plural(at) || self.names_person(pieces, at) {
                    continue;
                }
                let direct = self.is_direct(at);
                if let Some(id) = self.meant(at, if she { 1 } else { 2 }, subject)
                    && !(direct && self.quote(at).is_some_and(|quote| quote.speaker == Some(id)))
                    && found.iter().all(|&(_, known)| known != id)
                {
                    found.push((at, id));
                }
            }
        }
        found
    }

    /// Whether the verb of a pronoun is plural: the one before it, or else the next behind it.
    fn is_plural(&self, at: usize) -> bool {
        let finite = |at: &usize| self.is_finite(*at) || self.form(*at) == Form::Infinitive;
        let before = at.checked_sub(1).filter(finite);
        let verb = before.or_else(|| (at + 1..self.words.len().min(at + 20)).find(finite));
        let plural = ["en", "aan", "zijn", "doen", "zien"];
        verb.is_none_or(|verb| plural.iter().any(|end| self.lower(verb).ends_with(end)))
    }

    /// Whether a label names a person before a word of it.
    fn names_person(&self, pieces: &[Piece], at: usize) -> bool {
        let start = self.doc.tokens[at].span.start;
        let people = |piece: &Piece| {
            let span = self.span(&piece.tokens);
            let first = self.mentions.partition_point(|(mention, ..)| mention.start < span.start);
            let inside = self.mentions[first..].iter().take(32);
            let mut inside = inside.take_while(|(mention, ..)| mention.start < span.end.min(start));
            inside.any(|(_, _, kind)| *kind == EntityKind::Person)
        };
        pieces.iter().any(people)
    }

    /// Whom a pronoun means: who is said to say it, or who was named.
    fn meant(&self, at: usize, gender: u32, subject: bool) -> Option<EntityId> {
        let span = self.doc.tokens[at].span;
        let other = 3 - gender;
        let before = self.quotes.partition_point(|quote| quote.span.start <= span.start);
        let near = before.saturating_sub(4)..self.quotes.len().min(before + 4);
        let near = &self.quotes[near];
        let source = near.iter().find(|quote| quote.source.is_some_and(|source| source.contains(span)));
        let told = near.iter().find(|quote| {
            let known = quote.kind == QuotationKind::Indirect && quote.span.contains(span);
            known && quote.source.is_some_and(|source| source.end <= span.start)
        });
        let fits = |id: &EntityId| self.is_person(*id, other);
        let said = source.or(told).and_then(|quote| quote.speaker).filter(fits);
        let named = said.or_else(|| self.person_before(at, other, subject));
        named.or_else(|| self.hero(at, other).filter(|_| subject))
    }

    /// Whom the text is about, if that is named before a word.
    fn hero(&self, at: usize, other: u32) -> Option<EntityId> {
        let start = self.doc.tokens[at].span.start;
        let named = |id: &EntityId| {
            let first = self.entities.get(id.0 as usize).and_then(|entity| entity.mentions.first());
            first.is_some_and(|mention| mention.span.start < start)
        };
        let sentence = self.doc.sentence_at(start).and_then(|at| self.doc.sentences.get(at))?;
        if self.tells_of_somebody(sentence.first_token as usize, at, other) {
            return None;
        }
        self.hero.filter(|&id| self.is_person(id, other)).filter(named)
    }

    /// Whether somebody without a name, or for `ze` a body, stands between two words.
    fn tells_of_somebody(&self, from: usize, to: usize, other: u32) -> bool {
        let people = word::PERSON | if other == 1 { word::MAN } else { word::WOMAN | word::BODY };
        (from..to).any(|at| self.bits(at) & people != 0 && !self.is_name(at + 1))
    }

    /// Whether somebody may have a gender, as far as the given name tells.
    fn is_person(&self, id: EntityId, other: u32) -> bool {
        self.entities.get(id.0 as usize).is_some_and(|entity| {
            let given = entity.name.split(' ').next().unwrap_or_default();
            entity.kind == EntityKind::Person && self.doc.lang.speech.genders.get(given) != Some(other)
        })
    }

    /// The person named in the last sentence before a token that names one; of several the one that it begins with, if the
    /// pronoun is a subject.
    /// `other` is the gender that it cannot be.
    fn person_before(&self, at: usize, other: u32, subject: bool) -> Option<EntityId> {
        let start = self.doc.tokens[at].span.start;
        let end = self.mentions.partition_point(|(span, ..)| span.start < start);
        let mut found: Vec<(EntityId, Span)> = Vec::new();
        let here = self.doc.sentence_at(start)?;
        let mut last = None;
        for &(span, id, _) in self.mentions[..end].iter().rev().take(BACK) {
            let sentence = self.doc.sentence_at(span.start)?;
            if last.is_some_and(|last| last != sentence) || sentence + SENTENCES < here {
                break;
            }
            if self.is_person(id, other) {
                last = Some(sentence);
                found.push((id, span));
            }
        }
        let &(first, span) = found.last()?;
        // Somebody who is not named may be meant.
        if self.tells_of_somebody(self.doc.tokens_in(found[0].1).end, at, other) {
            return None;
        }
        if found.iter().all(|&(id, _)| id == first) {
            return Some(first);
        }
        let begins = self.doc.tokens_in(span).start;
        let sentence = &self.doc.sentences[last?];
        let near = sentence.first_token as usize..begins;
        (subject && near.len() < 6 && !near.clone().any(|at| self.bits(at) & word::PREPOSITION != 0))
            .then_some(first)
    }

    /// Who says what a label of direct speech tells.
    pub(super) fn speaker(&self, at: usize) -> Option<(Option<EntityId>, String)> {
        if !self.is_direct(at) {
            return None;
        }
        let quote = self.quote(at)?;
        let name = match quote.speaker {
            Some(id) => self.name(id, false).to_owned(),
            None => quote.speaker_name.clone(),
        };
        (!name.is_empty() && name.chars().count() <= 40).then_some((quote.speaker, name))
    }

    /// Whether a label says `we` or `ik`, so that who says it takes part.
    pub(super) fn is_own(&self, pieces: &[Piece]) -> bool {
        let own = |at: usize| {
            self.bits(at) & word::WE != 0 || matches!(self.lower(at), "mijn" | "onze" | "my" | "our")
        };
        pieces.iter().flat_map(|piece| piece.tokens.clone()).take(40).any(own)
    }

    /// The direct quotation that a word is of.
    fn quote(&self, at: usize) -> Option<&Quotation> {
        let start = self.doc.tokens[at].span.start;
        let before = self.quotes.partition_point(|quote| quote.span.start <= start);
        let holds = |quote: &&Quotation| quote.kind == QuotationKind::Direct && quote.span.end > start;
        self.quotes[..before].iter().rev().take(4).find(holds)
    }

    /// Who and what is named in a stretch.
    pub(super) fn inside(&self, span: Span) -> Vec<EntityId> {
        let first = self.mentions.partition_point(|(mention, ..)| mention.start < span.start);
        let mut found = Vec::new();
        let inside = self.mentions[first..].iter().take_while(|(mention, ..)| mention.start < span.end);
        // A sentence names few things; an endless list of names is no cast.
        for &(_, id, kind) in inside.take(32) {
            if kind != EntityKind::Group && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// The place that a stretch names behind a preposition of place.
    pub(super) fn place(&self, span: Span) -> Option<EntityId> {
        let first = self.mentions.partition_point(|(mention, ..)| mention.start < span.start);
        let inside =
            self.mentions[first..].iter().take_while(|(mention, ..)| mention.start < span.end).take(32);
        let mut places = inside.filter(|(_, _, kind)| *kind == EntityKind::Place);
        let prepositions = &self.doc.lang.names.place_prepositions;
        let placed = |mention: &&(Span, EntityId, EntityKind)| {
            let at = self.doc.tokens_in(mention.0).start;
            at.checked_sub(1).is_some_and(|before| prepositions.contains(&self.lower(before)))
        };
        places.find(placed).map(|mention| mention.1)
    }
}
