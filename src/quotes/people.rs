//! What the article tells of its entities: whether somebody is a woman or a man, and which office or kind
//! stands before or behind a name.

use super::cue::Reader;
use crate::analysis::{EntityId, EntityKind};
use crate::lang::Table;
use crate::lang::speech::word;
use crate::text::TokenKind;

/// Whether somebody is a woman or a man, as far as the words tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    #[default]
    Unknown,
    Woman,
    Man,
}

/// How many titles are searched for a compound.
const COMPOUNDS: usize = 64;

/// A noun that says what an entity is: `burgemeester`, `vliegtuigbouwer`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Title<'w> {
    noun: &'w str,
    /// Of whom.
    pub entity: EntityId,
    /// The adjective before it: `Amerikaanse` of `de Amerikaanse president Biden`.
    pub modifier: Option<EntityId>,
    /// The place of the title before it with the same noun.
    previous: Option<usize>,
}

/// The entities of an article as persons and bodies.
pub(super) struct People<'w> {
    pub genders: Vec<Gender>,
    titles: Vec<Title<'w>>,
    by_noun: Table<'w>,
    /// The first person or body with a word in its name.
    by_word: Table<'w>,
}

/// A noun beside a name: the noun, the entity, and the adjective.
pub(super) type Beside = (String, EntityId, Option<EntityId>);

/// The nouns beside names, in order of the text.
pub(super) fn beside(reader: &Reader<'_, '_>) -> Vec<Beside> {
    let mut found = Vec::new();
    for at in 0..reader.doc.tokens.len() {
        let Some((stop, entity)) = reader.mention(at) else { continue };
        if !matches!(reader.kind(entity), EntityKind::Person | EntityKind::Organisation) {
            continue;
        }
        // `de Franse premier Jan Bos`; `de minister van Defensie, Jan Bos`.
        let mut noun = at.checked_sub(1);
        if noun.is_some_and(|noun| reader.doc.token_text(noun) == ",") {
            let low = at.saturating_sub(9);
            noun = (low..at - 1)
                .rev()
                .take_while(|&at| !reader.is_punctuation(at))
                .find(|&at| is_noun(reader, at));
        }
        // `trainer van PPB Jan Bos`.
        let noun = behind_of(reader, at).or(noun);
        push(reader, noun, entity, &mut found);
        // `Jan Bos, burgemeester van Zee`; `Jan Bos (52) is boer`.
        let mut next = stop;
        if reader.doc.token_text(next) == "(" && reader.doc.token_text(next + 2) == ")" {
            next += 3;
        }
        let joins = reader.doc.token_text(next) == "," || matches!(reader.doc.token_text(next), "is" | "was");
        if joins {
            let behind = (next + 1..next + 5)
                .take_while(|&at| {
                    !reader.is_punctuation(at) && !reader.is(at, word::RELATIVE | word::PREPOSITION)
                })
                .find(|&at| is_noun(reader, at));
            push(reader, behind, entity, &mut found);
        }
    }
    found
}

/// The noun before `van` and a name, where another name follows at once at `at`.
fn behind_of(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let low = at.saturating_sub(5);
    let body = (low..at).rev().find(|&body| reader.mention(body).is_some_and(|(stop, _)| stop == at))?;
    let of = (low..body).rev().find(|&of| !reader.is(of, word::DETERMINER))?;
    matches!(reader.doc.token_text(of), "van" | "of" | "bij").then(|| of.checked_sub(1)).flatten()
}

fn push(reader: &Reader<'_, '_>, noun: Option<usize>, entity: EntityId, found: &mut Vec<Beside>) {
    let Some(noun) = noun.filter(|&noun| is_noun(reader, noun)) else { return };
    let modifier = noun.checked_sub(1).and_then(|before| reader.mention(before)).map(|(_, entity)| entity);
    let text = reader.lower(noun);
    let tail = text.rsplit('-').next().unwrap_or(&text).to_owned();
    if tail != text {
        found.push((text, entity, modifier));
    }
    found.push((tail, entity, modifier));
}

/// A common noun, as far as its form tells: a listed one, or any lower-case word that does no other work.
fn is_noun(reader: &Reader<'_, '_>, at: usize) -> bool {
    let Some(&token) = reader.doc.tokens.get(at) else { return false };
    let text = token.span.of(reader.doc.text);
    if crate::names::is_role(reader.doc.lang, text) {
        return true;
    }
    let opens = || {
        let sentence = reader.doc.sentence_at(token.span.start);
        sentence.is_some_and(|sentence| reader.doc.sentences[sentence].first_token as usize == at)
    };
    // `Forens Jan Bos staat`: a capital only where the sentence begins.
    let common = text.starts_with(char::is_lowercase) || reader.mention(at).is_none() && opens();
    let plain = token.kind == TokenKind::Word && common && text.len() > 3;
    plain
        && !reader
            .is(at, word::STOP | word::DETERMINER | word::PREPOSITION | word::ADVERB | word::COORDINATOR)
        && !reader.is_verb(at)
        && !reader.doc.lang.names.common_words.contains(&reader.lower(at))
        && reader.doc.lang.helper(text).is_none()
}

impl<'w> People<'w> {
    /// What `beside` and the names tell.
    pub fn new(reader: &Reader<'w, '_>, beside: &'w [Beside]) -> Self {
        let mut by_word = Table::default();
        for (entity, place) in reader.entities.iter().zip(0..) {
            if matches!(entity.kind, EntityKind::Person | EntityKind::Organisation) {
                let marks = |next: char| {
                    next.is_whitespace() || matches!(next, '"' | '\'' | '“' | '”' | '«' | '»' | '‘' | '’')
                };
                let words = entity.name.split(marks).filter(|word| word.starts_with(char::is_uppercase));
                words.for_each(|word| {
                    by_word.get_or_insert(word, place);
                });
            }
        }
        let genders = reader.entities.iter().map(|entity| match entity.kind {
            EntityKind::Person => given_name(reader, &entity.name),
            _ => Gender::Unknown,
        });
        let mut people = Self {
            genders: genders.collect(),
            titles: Vec::with_capacity(beside.len()),
            by_noun: Table::with_capacity(beside.len()),
            by_word,
        };
        for (place, (noun, entity, modifier)) in beside.iter().enumerate() {
            let previous = people.by_noun.get(noun).map(|place| place as usize);
            people.titles.push(Title { noun, entity: *entity, modifier: *modifier, previous });
            people.by_noun.insert(noun, place as u32);
            let gender = noun_gender(reader, noun);
            let known = &mut people.genders[entity.0 as usize];
            // `woordvoerster Kim Bos`: a title tells more than a name, `raadsman` less.
            if gender == Gender::Woman || *known == Gender::Unknown {
                *known = gender;
            }
        }
        people
    }

    /// The person or body with that word in its name.
    pub fn named(&self, word: &str) -> Option<EntityId> {
        self.by_word.get(word).map(EntityId)
    }

    /// The latest entities of which `noun` is a title, at most `count` mentions back from the end; where it is
    /// nobody's, of which a compound with it is: `de trainer` is `hoofdtrainer Jan Bos`.
    pub fn titled(&self, noun: &str, count: usize) -> impl Iterator<Item = &Title<'w>> {
        let last = self.by_noun.get(noun).map(|place| place as usize).or_else(|| {
            let ends = |title: &&Title<'_>| noun.len() > 3 && title.noun.ends_with(noun);
            let latest = self.titles.iter().rev().take(COMPOUNDS).find(ends)?;
            self.by_noun.get(latest.noun).map(|place| place as usize)
        });
        core::iter::successors(last, |&place| self.titles.get(place)?.previous)
            .take(count)
            .filter_map(|place| self.titles.get(place))
    }
}

/// What a noun tells: `woordvoerster`, `zegsman`.
pub(super) fn noun_gender(reader: &Reader<'_, '_>, noun: &str) -> Gender {
    let bits = reader.data.words.get(noun).unwrap_or_default();
    let ends = || reader.data.gender_endings[0].iter().any(|ending| noun.ends_with(ending));
    if bits & word::WOMAN != 0 || ends() && crate::names::is_role(reader.doc.lang, noun) {
        Gender::Woman
    } else if bits & word::MAN != 0 {
        Gender::Man
    } else {
        Gender::Unknown
    }
}

/// What a given name tells; of one that is not listed its ending, where that is a woman's in Dutch.
fn given_name(reader: &Reader<'_, '_>, name: &str) -> Gender {
    let mut words = name.split_whitespace();
    let Some(first) = words.next() else { return Gender::Unknown };
    let alone = words.next().is_none();
    let given = first.split('-').next().unwrap_or(first);
    let ends = |which: usize| reader.data.gender_endings[which].iter().any(|ending| given.ends_with(ending));
    match reader.data.genders.get(given) {
        Some(1) => Gender::Woman,
        Some(2) => Gender::Man,
        _ if alone || given.len() < 4 => Gender::Unknown,
        _ if ends(1) => Gender::Woman,
        _ if ends(2) => Gender::Man,
        _ => Gender::Unknown,
    }
}
