//! Who may be meant where a quotation does not name its speaker, and what speaks for each.

use super::cue::Reader;
use super::people::{Gender, People};
use crate::analysis::{EntityId, EntityKind};

/// Somebody who may be the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A named thing of the article.
    Entity(EntityId),
    /// Somebody without a name who was described before; an index into those.
    Described(usize),
    /// Nobody who was mentioned: whoever the words here describe, or nobody known.
    New,
}

/// What points to the speaker: the columns of the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// `hij`.
    He,
    /// `zij` of one woman.
    She,
    /// `zij` of several, `we`, `men`.
    They,
    /// `die`, `deze`, `de laatste`.
    This,
    /// A noun for a person: `de burgemeester`.
    Office,
    /// A noun for a body: `het bedrijf`.
    Body,
    /// Any other noun phrase.
    Phrase,
    /// Nothing: a quotation without a cue.
    Turn,
}

/// How many kinds of [`Asked`] there are.
pub const SITUATIONS: usize = 8;

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// What speaks for or against somebody: the rows of the weights.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Feature { $($(#[$doc])* $name),* }

        /// The names of the features, in their order.
        pub const FEATURES: &[&str] = &[$($text),*];
    };
}

features! {
    /// Nobody who was mentioned.
    New = "new",
    /// Nobody who was mentioned, and the words here are indefinite.
    NewIndefinite = "new-indefinite",
    /// Nobody who was mentioned, and the words here say of what.
    NewOf = "new-of",
    /// Nobody who was mentioned, and the noun is of a body that a text need not introduce: `de politie`.
    NewUnique = "new-unique",
    /// Nobody who was mentioned, and the words here are of several.
    NewPlural = "new-plural",
    /// Nobody who was mentioned, and nobody was described with that noun before or has it as a title.
    NewNoun = "new-noun",
    /// A person.
    Person = "person",
    /// A body.
    Body = "body",
    /// A place.
    Place = "place",
    /// Anything else with a name.
    OtherKind = "other-kind",
    /// Somebody who was described.
    Described = "described",
    /// A woman is meant or man, and it is one.
    Agrees = "agrees",
    /// The other.
    Disagrees = "disagrees",
    /// Not known of which.
    Unknown = "gender-unknown",
    /// Mentioned last of all.
    First = "mentioned-last",
    /// Mentioned second to last.
    Second = "mentioned-second-last",
    /// Mentioned third to last.
    Third = "mentioned-third-last",
    /// Mentioned last of persons.
    LastPerson = "person-mentioned-last",
    /// Mentioned last of bodies.
    LastBody = "body-mentioned-last",
    /// Mentioned in the same sentence.
    SameSentence = "same-sentence",
    /// Mentioned in the sentence before.
    SentenceBefore = "sentence-before",
    /// Mentioned in the same block.
    SameBlock = "same-block",
    /// Mentioned in the block before.
    BlockBefore = "block-before",
    /// Mentioned longer ago, or only later.
    Far = "far",
    /// The first name in its sentence.
    Subject = "subject",
    /// The first name in the sentence of a `volgens`: `Bos is volgens hem ziek`.
    OwnSentence = "subject-of-according",
    /// Mentioned in what is reported: `Bos belde, vertelde hij`.
    Inside = "inside",
    /// The first name of the same sentence, before what is reported.
    OwnSubject = "subject-of-same-sentence",
    /// A body, where what is said says `ik`.
    BodySaysI = "body-says-i",
    /// Mentioned behind a preposition.
    Oblique = "oblique",
    /// Mentioned in the headline alone.
    Headline = "headline",
    /// Mentioned only inside quotations.
    OnlyQuoted = "only-quoted",
    /// Mentioned since the last quotation.
    Since = "since",
    /// Mentioned since the last quotation as the first name in a sentence.
    SinceSubject = "since-subject",
    /// The first name of the sentence before, since the last quotation: `Bos knikt. "..."`.
    SubjectBefore = "subject-of-sentence-before",
    /// Spoke last.
    SpokeLast = "spoke-last",
    /// Spoke last, in this block.
    SpokeHere = "spoke-here",
    /// Spoke last, and nobody was mentioned since.
    SpokeAlone = "spoke-alone",
    /// Spoke last, and this quotation fills its block.
    SpokeFills = "spoke-fills",
    /// Spoke last, and the quotation follows at once.
    SpokeAdjacent = "spoke-adjacent",
    /// Spoke before the last speaker.
    SpokeSecond = "spoke-second",
    /// Spoke at some time.
    Spoke = "spoke",
    /// Has that noun as a title.
    Title = "title",
    /// Has that noun as a title, with the same adjective.
    TitleModified = "title-modified",
    /// Its name ends in that noun.
    NameEnds = "name-ends",
    /// Was described with that noun.
    SameNoun = "same-noun",
    /// Mentioned at least three times.
    Often = "often",
    /// Named in the sentence behind, as its first word.
    Behind = "behind",
}

/// One mention after another: what was read of an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub who: Who,
    /// The token of the last mention outside quotations, or of the last one at all.
    pub at: usize,
    pub sentence: usize,
    pub block: u32,
    pub subject: bool,
    pub quoted: bool,
    /// Stands behind a preposition.
    pub oblique: bool,
    pub times: u32,
}

/// What is asked: where, and what the words there tell.
pub(super) struct Question<'q> {
    pub asked: Asked,
    pub gender: Gender,
    /// The noun of a description.
    pub noun: &'q str,
    pub modifier: Option<EntityId>,
    pub indefinite: bool,
    pub of: bool,
    /// The noun is of a body that a text need not introduce.
    pub unique: bool,
    pub plural: bool,
    pub sentence: usize,
    pub block: u32,
    /// The cue is `volgens` or the like.
    pub according: bool,
    pub fills: bool,
    /// The content says `ik`.
    pub says_i: bool,
    /// The tokens of what is reported, not of what is quoted.
    pub reported: core::ops::Range<usize>,
    pub adjacent: bool,
    /// The entity whose name opens the next sentence.
    pub behind: Option<EntityId>,
}

/// The speakers so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spoken {
    pub last: Option<(Who, usize, u32)>,
    pub second: Option<Who>,
}

/// What was read up to here.
pub(super) struct Memory<'m, 'd, 't, 'w> {
    pub reader: &'m Reader<'d, 't>,
    pub people: &'m People<'w>,
    /// Latest first.
    pub seen: &'m [Seen],
    pub spoken: Spoken,
    pub spoke: &'m [bool],
    pub described: &'m [super::speakers::Described],
}

/// A candidate with what speaks for it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub who: Who,
    /// What.
    pub features: Vec<Feature>,
}

/// The candidates in an order that the text alone decides.
pub(super) fn candidates(memory: &Memory<'_, '_, '_, '_>, question: &Question<'_>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut ranks = Ranks::default();
    for seen in memory.seen {
        let features = of_seen(memory, question, seen, &mut ranks);
        found.push(Candidate { who: seen.who, features });
    }
    for title in memory.people.titled(question.noun, 8) {
        let who = Who::Entity(title.entity);
        if !found.iter().any(|candidate| candidate.who == who) {
            let mut features = vec![Feature::Far];
            common(memory, question, who, &mut features);
            found.push(Candidate { who, features });
        }
    }
    for title in memory.people.titled(question.noun, 8) {
        let who = Who::Entity(title.entity);
        if let Some(candidate) = found.iter_mut().find(|candidate| candidate.who == who) {
            add(&mut candidate.features, Feature::Title, true);
            let same = title.modifier.is_some() && title.modifier == question.modifier;
            add(&mut candidate.features, Feature::TitleModified, same);
        }
    }
    let mut features = vec![Feature::New];
    add(&mut features, Feature::NewIndefinite, question.indefinite);
    add(&mut features, Feature::NewOf, question.of);
    add(&mut features, Feature::NewUnique, question.unique);
    add(&mut features, Feature::NewPlural, question.plural);
    let known = [Feature::Title, Feature::SameNoun, Feature::NameEnds];
    let known =
        found.iter().any(|candidate| candidate.features.iter().any(|feature| known.contains(feature)));
    add(&mut features, Feature::NewNoun, !known);
    found.push(Candidate { who: Who::New, features });
    found
}

fn add(features: &mut Vec<Feature>, feature: Feature, holds: bool) {
    if holds && !features.contains(&feature) {
        features.push(feature);
    }
}

/// How many were seen before, by kind.
#[derive(Default)]
struct Ranks {
    all: usize,
    persons: usize,
    bodies: usize,
}

fn of_seen(
    memory: &Memory<'_, '_, '_, '_>,
    question: &Question<'_>,
    seen: &Seen,
    ranks: &mut Ranks,
) -> Vec<Feature> {
    let mut features = Vec::with_capacity(12);
    let kind = kind(memory, seen.who);
    let person = kind == Some(EntityKind::Person);
    let body = kind == Some(EntityKind::Organisation);
    let rank = [Feature::First, Feature::Second, Feature::Third].get(ranks.all).copied();
    features.extend(rank.filter(|_| !seen.quoted));
    add(&mut features, Feature::LastPerson, person && ranks.persons == 0 && !seen.quoted);
    add(&mut features, Feature::LastBody, body && ranks.bodies == 0 && !seen.quoted);
    if !seen.quoted {
        ranks.all += 1;
        ranks.persons += usize::from(person);
        ranks.bodies += usize::from(body);
    }
    let same = seen.sentence == question.sentence;
    add(&mut features, Feature::SameSentence, same);
    add(&mut features, Feature::SentenceBefore, seen.sentence + 1 == question.sentence);
    add(&mut features, Feature::SameBlock, seen.block == question.block);
    add(&mut features, Feature::BlockBefore, seen.block + 1 == question.block);
    add(&mut features, Feature::Far, seen.block + 1 < question.block);
    add(&mut features, Feature::Subject, seen.subject);
    add(&mut features, Feature::OwnSentence, same && seen.subject && question.according);
    let inside = question.reported.contains(&seen.at);
    add(&mut features, Feature::Inside, inside && !question.according);
    add(&mut features, Feature::OwnSubject, same && seen.subject && !inside && !question.according);
    add(&mut features, Feature::Oblique, seen.oblique);
    add(&mut features, Feature::Headline, seen.block == 0 && seen.times == 1 && question.block > 1);
    add(&mut features, Feature::OnlyQuoted, seen.quoted);
    let since = memory.spoken.last.is_none_or(|(_, at, _)| seen.at > at) && !seen.quoted;
    add(&mut features, Feature::Since, since);
    add(&mut features, Feature::SinceSubject, since && seen.subject);
    let before = seen.sentence + 1 == question.sentence && seen.block == question.block;
    add(&mut features, Feature::SubjectBefore, since && seen.subject && before && (person || kind.is_none()));
    add(&mut features, Feature::Often, seen.times > 2);
    common(memory, question, seen.who, &mut features);
    features
}

/// What does not depend on where somebody was mentioned.
fn common(memory: &Memory<'_, '_, '_, '_>, question: &Question<'_>, who: Who, features: &mut Vec<Feature>) {
    features.push(match kind(memory, who) {
        Some(EntityKind::Person) => Feature::Person,
        Some(EntityKind::Organisation) => Feature::Body,
        Some(EntityKind::Place) => Feature::Place,
        Some(_) => Feature::OtherKind,
        None => Feature::Described,
    });
    let body = matches!(kind(memory, who), Some(EntityKind::Organisation | EntityKind::Place));
    add(features, Feature::BodySaysI, question.says_i && body);
    let gender = match who {
        Who::Entity(entity) => memory.people.genders[entity.0 as usize],
        Who::Described(at) => memory.described[at].gender,
        Who::New => Gender::Unknown,
    };
    if question.gender != Gender::Unknown {
        features.push(match gender {
            Gender::Unknown => Feature::Unknown,
            known if known == question.gender => Feature::Agrees,
            _ => Feature::Disagrees,
        });
    }
    if let Some((last, at, block)) = memory.spoken.last
        && last == who
    {
        features.push(Feature::SpokeLast);
        add(features, Feature::SpokeHere, block == question.block);
        let alone = memory.seen.first().is_none_or(|seen| seen.at <= at || seen.who == who || seen.quoted);
        add(features, Feature::SpokeAlone, alone);
        add(features, Feature::SpokeFills, question.fills);
        add(features, Feature::SpokeAdjacent, question.adjacent);
    }
    add(features, Feature::SpokeSecond, memory.spoken.second == Some(who));
    match who {
        Who::Entity(entity) => {
            add(features, Feature::Spoke, memory.spoke[entity.0 as usize]);
            add(features, Feature::Behind, question.behind == Some(entity));
            let name = memory.reader.name(entity);
            let ends = question.noun.len() > 3 && crate::text::lower(name).ends_with(question.noun);
            add(features, Feature::NameEnds, ends);
        }
        Who::Described(at) => {
            let same = !question.noun.is_empty() && memory.described[at].noun == question.noun;
            add(features, Feature::SameNoun, same);
        }
        Who::New => {}
    }
}

fn kind(memory: &Memory<'_, '_, '_, '_>, who: Who) -> Option<EntityKind> {
    match who {
        Who::Entity(entity) => Some(memory.reader.kind(entity)),
        _ => None,
    }
}
