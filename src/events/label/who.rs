//! Who and where: pronouns, speakers, what is named in a label.

use core::ops::Range;

use super::Labeller;
use crate::analysis::{EntityId, EntityKind, Quotation, QuotationKind};
use crate::events::clause::Clause;
use crate::events::words::layer;
use crate::lang::speech::word;
use crate::text::Span;

/// How many names back a pronoun may reach.
const BACK: usize = 12;

impl Labeller<'_, '_> {
    /// A pronoun that is the subject of the clause, and whom it means.
    pub(super) fn pronoun(&self, range: &Range<usize>, clause: &Clause) -> Option<(usize, EntityId)> {
        let near = range.start..range.end.min(range.start + 4);
        let subject = |at: &usize| {
            let text = self.words[*at].text;
            matches!(text, "hij" | "zij" | "ze" | "he" | "she")
        };
        let at = near.filter(|&at| self.words[at].layers & layer::DIRECT == 0).find(subject)?;
        let she = self.bits(at) & word::SHE != 0;
        let finite = clause.helpers[0].or(clause.finite);
        // `zij` with a plural verb are several.
        if she && finite.is_none_or(|finite| self.words[finite].text.ends_with("en")) {
            return None;
        }
        Some((at, self.person_before(at, if she { 2 } else { 1 })?))
    }

    /// The only person named in the last sentence before a token that names one. `other` is the gender that
    /// it cannot be.
    fn person_before(&self, at: usize, other: u32) -> Option<EntityId> {
        let start = self.doc.tokens[at].span.start;
        let end = self.mentions.partition_point(|(span, ..)| span.start < start);
        let mut found: Option<(EntityId, usize)> = None;
        let here = self.doc.sentence_at(start)?;
        for &(span, id, kind) in self.mentions[..end].iter().rev().take(BACK) {
            let sentence = self.doc.sentence_at(span.start)?;
            if found.is_some_and(|(_, last)| last != sentence) || sentence + 2 < here {
                break;
            }
            let name = self.entities.get(id.0 as usize).map_or("", |entity| entity.name.as_str());
            let given = name.split(' ').next().unwrap_or(name);
            if kind != EntityKind::Person || self.doc.lang.speech.genders.get(given) == Some(other) {
                continue;
            }
            if found.is_some_and(|(first, _)| first != id) {
                return None;
            }
            found = Some((id, sentence));
        }
        found.map(|(id, _)| id)
    }

    /// Who says `we` or `ik`, where the label is of direct speech.
    pub(super) fn speaker(&self, range: &Range<usize>, at: usize) -> Option<(Option<EntityId>, String)> {
        if self.words[at].layers & layer::DIRECT == 0 {
            return None;
        }
        let own = |at: usize| {
            self.bits(at) & word::WE != 0 || matches!(self.words[at].text, "mijn" | "onze" | "my" | "our")
        };
        if !range.clone().take(40).any(own) {
            return None;
        }
        let start = self.doc.tokens[at].span.start;
        let before = self.quotes.partition_point(|quote| quote.span.start <= start);
        let holds = |quote: &&Quotation| quote.kind == QuotationKind::Direct && quote.span.end > start;
        let quote = self.quotes[..before].iter().rev().take(4).find(holds)?;
        let name = match quote.speaker {
            Some(id) => self.name(id).to_owned(),
            None => quote.speaker_name.clone(),
        };
        (!name.is_empty() && name.chars().count() <= 40).then_some((quote.speaker, name))
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
            at.checked_sub(1).is_some_and(|before| prepositions.contains(&self.words[before].text))
        };
        places.find(placed).map(|mention| mention.1)
    }
}
