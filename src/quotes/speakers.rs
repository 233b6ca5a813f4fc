//! From sources to speakers: quotations in order, with what was read before each.

mod asking;
mod reading;

use core::ops::Range;

use super::candidates::{Asked, Candidate, Memory, Question, Seen, Spoken, Who, candidates};
use super::cue::{Cue, Reader, Source};
use super::people::{Gender, People, noun_gender};
use crate::analysis::{EntityId, EntityKind, QuotationKind, Reason};
use crate::lang::speech::word;
use crate::text::{BlockKind, Span};

/// A quotation before its speaker is known.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The content.
    pub span: Span,
    /// The tokens of the content, marks included.
    pub tokens: Range<usize>,
    pub kind: QuotationKind,
    pub cue: Option<Cue>,
    pub reason: Reason,
    pub block: u32,
    /// Said by somebody within a quotation.
    pub inner: bool,
    /// Marked by a dash before it.
    pub dash: bool,
}

/// Somebody without a name.
#[derive(Clone, Debug)]
pub(super) struct Described {
    pub noun: String,
    pub gender: Gender,
    pub span: Span,
}

/// A choice between possible speakers.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The content of the quotation.
    pub span: Span,
    /// Its kind.
    pub kind: QuotationKind,
    /// What points to the speaker.
    pub asked: Asked,
    /// Who may be meant; never empty.
    pub candidates: Vec<Candidate>,
    /// Where each candidate without a name is described, if it is.
    pub described: Vec<Option<Span>>,
}

/// Whoever speaks, and why it is thought so.
pub(super) struct Attribution {
    pub who: Who,
    pub reason: Reason,
    pub confidence: f32,
    /// The words that describe a speaker without a name.
    pub described: Option<Span>,
}

/// How many tokens of a quotation are searched for `ik`.
const SEARCHED: usize = 200;

/// How many entities are remembered.
const REMEMBERED: usize = 16;

/// A chooser: the place of the likeliest candidate, and how far it is ahead, 0 to 1.
pub(super) type Chooser<'c> = dyn FnMut(&Choice) -> (usize, f32) + 'c;

pub(super) struct Resolver<'r, 'd, 't, 'w> {
    reader: &'r Reader<'d, 't>,
    people: &'r People<'w>,
    /// For each token whether it stands in a direct quotation.
    quoted: &'r [bool],
    next: usize,
    sentence: usize,
    subject_of: usize,
    seen: Vec<Seen>,
    spoken: Spoken,
    spoke: Vec<bool>,
    described: Vec<Described>,
    /// The quotation before: its last token.
    before: usize,
    /// The indirect quotation read last, and whose it is.
    around: Option<(Range<usize>, Who)>,
}

impl<'r, 'd, 't, 'w> Resolver<'r, 'd, 't, 'w> {
    pub fn new(reader: &'r Reader<'d, 't>, people: &'r People<'w>, quoted: &'r [bool]) -> Self {
        Self {
            reader,
            people,
            quoted,
            next: 0,
            sentence: 0,
            subject_of: usize::MAX,
            seen: Vec::new(),
            spoken: Spoken::default(),
            spoke: vec![false; reader.entities.len()],
            described: Vec::new(),
            before: usize::MAX,
            around: None,
        }
    }

    /// Finds the speaker of the next quotation.
    pub fn resolve(&mut self, draft: &Draft, choose: &mut Chooser<'_>) -> Attribution {
        let source = draft.cue.as_ref().map(|cue| &cue.source);
        let place = source.map_or(draft.tokens.start, |source| source.tokens.start);
        let at = place.max(draft.tokens.start);
        self.advance(if draft.inner { place } else { at }, place);
        let nested = self.around.as_ref().filter(|(tokens, _)| {
            draft.kind == QuotationKind::Direct
                && tokens.start <= draft.tokens.start
                && draft.tokens.end <= tokens.end
        });
        let (who, reason, confidence) = match (source, nested) {
            (None, Some((_, who))) => (*who, Reason::SameTurn, 0.9),
            (Some(Source { entity: Some(entity), .. }), _) => {
                // `Het college zwicht: "..."`: named before the colon, and no more.
                let sure = if draft.reason == Reason::NearestName { 0.7 } else { 0.98 };
                (Who::Entity(*entity), draft.reason, sure)
            }
            (Some(source), _) if let Some(entity) = self.part_of_name(source) => {
                (Who::Entity(entity), draft.reason, 0.8)
            }
            // Whom somebody describes within his own words is not himself.
            (Some(source), _) if draft.inner && !source.pronoun => (Who::New, draft.reason, 0.8),
            _ => self.choose(draft, source, choose),
        };
        let who = match (who, source) {
            (Who::New, Some(source)) => self.describe(source),
            (who, _) => who,
        };
        let described = match who {
            Who::Described(at) => self.described.get(at).map(|described| described.span),
            _ => None,
        };
        if draft.kind == QuotationKind::Indirect {
            self.around = Some((draft.tokens.clone(), who));
        }
        // A pronoun that nobody fits is nobody to come back to.
        let mut lost = matches!(who, Who::Described(_)) && source.is_some_and(|source| source.pronoun);
        // Whom a headline describes the article names.
        lost = lost || matches!(who, Who::Described(_)) && self.is_title(draft.block);
        if !draft.inner && who != Who::New && !lost {
            self.remember(who, at, draft.block);
            self.speak(who, at, draft.block);
        }
        self.before = draft.tokens.end;
        Attribution { who, reason, confidence, described }
    }

    /// `Bos zegt`, where `Bos` alone was not taken for a name: the entity with that word in its name.
    fn part_of_name(&self, source: &Source) -> Option<EntityId> {
        let at = self.noun(source).filter(|_| !source.pronoun)?;
        let text = self.reader.doc.token_text(at);
        let capital = text.starts_with(char::is_uppercase)
            && !self.reader.is_person_noun(at)
            && !self.reader.is_inhabitant(at);
        capital.then(|| self.people.named(text)).flatten()
    }

    /// The name of a speaker; of two who speak together, both names.
    pub fn name(&self, who: Who, described: Option<Span>, source: Option<&Source>) -> String {
        match (who, described) {
            (Who::Entity(entity), _) => {
                let first = self.reader.name(entity);
                let Some(second) = source.and_then(|source| source.second.clone()) else {
                    return first.to_owned();
                };
                let and = self.reader.doc.token_text(second.start - 1);
                let named = second.clone().filter_map(|at| self.reader.mention(at)).map(|(_, entity)| entity);
                let person = named.into_iter().find(|&entity| self.reader.kind(entity) == EntityKind::Person);
                let text = || self.reader.span(&second).of(self.reader.doc.text);
                [first, " ", and, " ", person.map_or_else(text, |entity| self.reader.name(entity))].concat()
            }
            (_, Some(span)) => span.of(self.reader.doc.text).to_owned(),
            _ => String::new(),
        }
    }

    /// Lets the chooser decide who is meant.
    fn choose(
        &mut self,
        draft: &Draft,
        source: Option<&Source>,
        choose: &mut Chooser<'_>,
    ) -> (Who, Reason, f32) {
        let noun = source.filter(|source| !source.pronoun).and_then(|source| self.noun(source));
        let text = noun.map(|at| self.noun_text(at)).unwrap_or_default();
        let mut question = self.question(draft, source, noun, &text);
        question.asked = self.asked(draft, source, noun);
        question.gender = match question.asked {
            Asked::He => Gender::Man,
            Asked::She => Gender::Woman,
            _ => noun_gender(self.reader, &text),
        };
        let memory = Memory {
            reader: self.reader,
            people: self.people,
            seen: &self.seen,
            spoken: self.spoken,
            spoke: &self.spoke,
            described: &self.described,
        };
        let candidates = candidates(&memory, &question);
        let here = source.map(|source| self.reader.span(&source.tokens));
        let described = candidates.iter().map(|candidate| match candidate.who {
            Who::Described(at) => Some(self.described[at].span),
            Who::New => here,
            Who::Entity(_) => None,
        });
        let described = described.collect();
        let choice =
            Choice { span: draft.span, kind: draft.kind, asked: question.asked, candidates, described };
        let (chosen, lead) = choose(&choice);
        let who = choice.candidates.get(chosen).map_or(Who::New, |candidate| candidate.who);
        let last = self.spoken.last.map(|last| last.0);
        let reason = match question.asked {
            Asked::Turn if who == Who::New => Reason::NoSource,
            Asked::Turn if last == Some(who) => Reason::SameTurn,
            Asked::Turn => Reason::NearestName,
            Asked::He | Asked::She | Asked::They | Asked::This => Reason::Pronoun,
            _ if who != Who::New => Reason::Role,
            _ => draft.reason,
        };
        let confidence = match (reason, who) {
            (Reason::NoSource, _) => 0.3,
            (_, Who::New) => 0.8,
            // As often right as that on articles that no training saw.
            _ => 0.55 + 0.4 * (2.0 * lead).min(1.0),
        };
        (who, reason, confidence)
    }
}

/// The entity that a speaker is, if it is one.
pub(super) fn entity(who: Who) -> Option<EntityId> {
    match who {
        Who::Entity(entity) => Some(entity),
        _ => None,
    }
}
