//! Who was mentioned and who spoke: what pronouns and descriptions point to.

use std::collections::HashMap;

use super::cue::{Reader, Source};
use crate::analysis::{EntityId, EntityKind, Reason};

/// What a source points to.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    pub entity: Option<EntityId>,
    pub name: String,
}

/// What has been read so far, in order of the text.
pub(super) struct Turns<'r, 'd, 't> {
    reader: &'r Reader<'d, 't>,
    next: usize,
    /// The person mentioned last outside quotations, and where.
    person: Option<(usize, EntityId)>,
    body: Option<EntityId>,
    /// Persons by their part or office: `minister`.
    roles: HashMap<String, EntityId>,
    /// Who spoke last, where, and in which block.
    pub last: Option<(usize, u32, Speaker)>,
}

impl<'r, 'd, 't> Turns<'r, 'd, 't> {
    pub fn new(reader: &'r Reader<'d, 't>) -> Self {
        Self { reader, next: 0, person: None, body: None, roles: HashMap::new(), last: None }
    }

    /// Reads mentions up to token `at`; `quoted` tells which tokens stand inside quotation marks.
    pub fn advance(&mut self, at: usize, quoted: &dyn Fn(usize) -> bool) {
        while self.next < at {
            let token = self.next;
            self.next += 1;
            let Some((_, entity)) = self.reader.mention(token) else { continue };
            match self.reader.kind(entity) {
                EntityKind::Person => {
                    if !quoted(token) {
                        self.person = Some((token, entity));
                    }
                    let role =
                        token.checked_sub(1).map(|before| self.reader.lower(before)).unwrap_or_default();
                    let role = role.rsplit('-').next().unwrap_or_default().to_owned();
                    if crate::names::is_role(self.reader.doc.lang, &role) {
                        self.roles.insert(role, entity);
                    }
                }
                EntityKind::Organisation if !quoted(token) => self.body = Some(entity),
                _ => {}
            }
        }
    }

    /// The person who is meant by a pronoun: whoever spoke or was mentioned last.
    pub fn pronoun(&self) -> Option<Speaker> {
        let spoke = self.last.as_ref().map(|(at, _, speaker)| (*at, speaker.clone()));
        let spoke = spoke.filter(|(_, speaker)| {
            speaker.entity.is_none_or(|entity| self.reader.kind(entity) == EntityKind::Person)
        });
        match (spoke, self.person) {
            (Some((at, speaker)), Some((mentioned, _))) if at >= mentioned => Some(speaker),
            (_, Some((_, person))) => Some(self.named(person)),
            (Some((_, speaker)), None) => Some(speaker),
            _ => None,
        }
    }

    /// The person mentioned last.
    pub fn nearest(&self) -> Option<(usize, Speaker)> {
        self.person.map(|(at, person)| (at, self.named(person)))
    }

    fn named(&self, entity: EntityId) -> Speaker {
        Speaker { entity: Some(entity), name: self.reader.name(entity).to_owned() }
    }

    /// Whom a source names, and how that is known.
    pub fn resolve(&self, source: &Source, reason: Reason) -> (Speaker, Reason) {
        if source.pronoun {
            let found = self.pronoun();
            let text = || self.reader.span(&source.tokens).of(self.reader.doc.text).to_owned();
            return (found.unwrap_or_else(|| Speaker { entity: None, name: text() }), Reason::Pronoun);
        }
        if let Some(entity) = source.entity {
            return (self.named(entity), reason);
        }
        if let Some(entity) = self.described(source) {
            return (self.named(entity), reason);
        }
        let name = self.reader.span(&source.tokens).of(self.reader.doc.text).to_owned();
        (Speaker { entity: None, name }, reason)
    }

    /// `de minister`, `het bedrijf`: somebody with that office, or the body mentioned last.
    fn described(&self, source: &Source) -> Option<EntityId> {
        let reader = self.reader;
        let definite = matches!(reader.lower(source.tokens.start).as_str(), "de" | "het" | "the");
        if !definite || source.tokens.len() != 2 {
            return None;
        }
        let noun = reader.lower(source.tokens.start + 1);
        let body = reader.doc.lang.names.body_words.contains(&noun.as_str());
        self.roles.get(&noun).copied().or_else(|| self.body.filter(|_| body))
    }
}
