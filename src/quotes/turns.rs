//! Who was mentioned and who spoke: what pronouns and descriptions point to.

use super::cue::{Reader, Source};
use crate::analysis::{EntityId, EntityKind, Reason};
use crate::lang::Table;

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
    roles: Table<'r>,
    /// Those that stand ahead.
    roles_ahead: &'r [(usize, String)],
    /// Who spoke last, where, and in which block.
    pub last: Option<(usize, u32, Speaker)>,
}

/// The parts and offices before mentions of persons, in order: the token of the mention and the word.
pub(super) fn roles(reader: &Reader<'_, '_>) -> Vec<(usize, String)> {
    let role = |token: usize| {
        let (_, entity) = reader.mention(token)?;
        let word = reader.lower(token.checked_sub(1)?);
        let role = word.rsplit('-').next().unwrap_or_default();
        let found = reader.kind(entity) == EntityKind::Person && crate::names::is_role(reader.doc.lang, role);
        found.then(|| (token, role.to_owned()))
    };
    (0..reader.doc.tokens.len()).filter_map(role).collect()
}

impl<'r, 'd, 't> Turns<'r, 'd, 't> {
    /// Nothing has been read; `roles` are those of [`roles`].
    pub fn new(reader: &'r Reader<'d, 't>, roles: &'r [(usize, String)]) -> Self {
        let table = Table::with_capacity(roles.len());
        Self { reader, next: 0, person: None, body: None, roles: table, roles_ahead: roles, last: None }
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
                    if let Some(((_, role), ahead)) =
                        self.roles_ahead.split_first().filter(|role| role.0.0 == token)
                    {
                        self.roles.insert(role, entity.0);
                        self.roles_ahead = ahead;
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
        self.roles.get(&noun).map(EntityId).or_else(|| self.body.filter(|_| body))
    }
}
