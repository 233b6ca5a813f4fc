//! From sources to speakers: quotations in order, with what was read before each.

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

    /// Reads mentions up to token `at`.
    ///
    /// The one who is described at token `source` is left to whoever asks.
    fn advance(&mut self, at: usize, source: usize) {
        let sentences = &self.reader.doc.sentences;
        while self.next < at {
            let token = self.next;
            self.next += 1;
            while sentences.get(self.sentence).is_some_and(|sentence| sentence.end_token as usize <= token) {
                self.sentence += 1;
            }
            let Some((_, entity)) = self.reader.mention(token) else {
                self.introduce(token, source);
                continue;
            };
            if matches!(
                self.reader.kind(entity),
                EntityKind::Person | EntityKind::Organisation | EntityKind::Place
            ) {
                self.mention(Who::Entity(entity), token);
            }
        }
    }

    /// `Een diplomaat uit Bonn knikt`, `De burgemeester zucht`: the subject of a sentence without a name.
    fn introduce(&mut self, token: usize, source: usize) {
        let reader = self.reader;
        let sentence = reader.doc.sentences.get(self.sentence);
        let Some(sentence) = sentence.filter(|sentence| sentence.first_token as usize == token) else {
            return;
        };
        let quoted = self.quoted.get(token).copied().unwrap_or_default();
        if quoted || token == source || !reader.is(token, word::DETERMINER) || self.is_title(sentence.block) {
            return;
        }
        let Some(source) = reader.source_from(token, sentence.end_token as usize) else { return };
        let Some(noun) = self.noun(&source).filter(|&noun| reader.is_person_noun(noun)) else { return };
        let text = self.noun_text(noun);
        if source.entity.is_some() || source.pronoun || text.ends_with("en") {
            return;
        }
        let titled = self.people.titled(&text, 1).next().map(|title| Who::Entity(title.entity));
        let described = || {
            let place =
                self.described.iter().rev().take(REMEMBERED).position(|described| described.noun == text);
            place.map(|back| Who::Described(self.described.len() - 1 - back))
        };
        let is_new = matches!(
            reader.lower(token).as_str(),
            "een" | "zijn" | "haar" | "hun" | "a" | "an" | "his" | "her"
        );
        let of = source
            .tokens
            .clone()
            .any(|at| matches!(reader.doc.token_text(at), "van" | "uit" | "of" | "from"));
        let known = if reader.lower(token) == "een" { None } else { titled.or_else(described) };
        let who = match known {
            Some(who) => who,
            None if is_new || of => self.describe(&source),
            None => return,
        };
        self.mention(who, token);
    }

    fn is_title(&self, block: u32) -> bool {
        self.reader.doc.blocks.get(block as usize).is_some_and(|block| block.kind == BlockKind::Title)
    }

    fn mention(&mut self, who: Who, token: usize) {
        let quoted = self.quoted.get(token).copied().unwrap_or_default();
        let place = self.seen.iter().position(|seen| seen.who == who);
        let old = place.map(|place| self.seen.remove(place));
        let block = self.reader.doc.sentences.get(self.sentence).map_or(0, |sentence| sentence.block);
        let free = token == 0 || !self.reader.is(token - 1, word::PREPOSITION | word::DETERMINER);
        // `Groen-Kamerlid Bos`: Bos.
        let compound = self.reader.doc.token_text(token).contains('-')
            && self
                .reader
                .mention(token + 1)
                .is_some_and(|(_, next)| self.reader.kind(next) == EntityKind::Person);
        let subject = !quoted && self.subject_of != self.sentence && free && !compound;
        let oblique = self.is_oblique(token);
        if subject {
            self.subject_of = self.sentence;
        }
        let mut seen =
            Seen { who, at: token, sentence: self.sentence, block, subject, quoted, oblique, times: 1 };
        if let Some(old) = old {
            // A name inside a quotation does not make somebody the topic.
            if quoted && !old.quoted {
                seen = old;
            }
            seen.times = old.times + 1;
            // Two mentions in a sentence: the first tells.
            seen.subject |= old.sentence == seen.sentence && old.subject;
        }
        self.seen.insert(0, seen);
        self.seen.truncate(REMEMBERED);
    }

    /// Whether a preposition stands before the noun phrase that ends in the name at `token`.
    fn is_oblique(&self, token: usize) -> bool {
        let reader = self.reader;
        let low = token.saturating_sub(4);
        let part = |at: usize| {
            !reader.is_punctuation(at)
                && (reader.is(at, word::DETERMINER)
                    || reader.is_person_noun(at)
                    || reader.doc.token_text(at).ends_with('e'))
        };
        let before = (low..token).rev().find(|&at| reader.is(at, word::PREPOSITION) || !part(at));
        before.is_some_and(|at| reader.is(at, word::PREPOSITION))
    }

    /// A speaker counts as mentioned where he speaks.
    fn remember(&mut self, who: Who, at: usize, block: u32) {
        if let Some(place) = self.seen.iter().position(|seen| seen.who == who) {
            let seen = self.seen.remove(place);
            self.seen.insert(0, Seen { at: at.max(seen.at), quoted: false, ..seen });
        } else {
            let sentence = self.sentence;
            let seen =
                Seen { who, at, sentence, block, subject: false, quoted: false, oblique: false, times: 1 };
            self.seen.insert(0, seen);
            self.seen.truncate(REMEMBERED);
        }
    }

    fn speak(&mut self, who: Who, at: usize, block: u32) {
        if let Some((last, ..)) = self.spoken.last
            && last != who
        {
            self.spoken.second = Some(last);
        }
        self.spoken.last = Some((who, at, block));
        if let Who::Entity(entity) = who {
            self.spoke[entity.0 as usize] = true;
        }
    }

    fn describe(&mut self, source: &Source) -> Who {
        let noun = self.noun(source).map(|at| self.noun_text(at)).unwrap_or_default();
        let gender = noun_gender(self.reader, &noun);
        self.described.push(Described { noun, gender, span: self.reader.span(&source.tokens) });
        Who::Described(self.described.len() - 1)
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

    fn question<'q>(
        &self,
        draft: &Draft,
        source: Option<&Source>,
        noun: Option<usize>,
        text: &'q str,
    ) -> Question<'q> {
        let doc = self.reader.doc;
        let tokens = source.map_or(0..0, |source| source.tokens.clone());
        let modifier =
            noun.and_then(|noun| self.reader.mention(noun.checked_sub(1)?)).map(|(_, entity)| entity);
        let first = tokens.start;
        let heading = self.is_title(draft.block);
        let opens = if tokens.is_empty() { String::new() } else { self.reader.lower(first) };
        // `zijn moeder`: she who was named before with that noun, else somebody new.
        let owned = matches!(opens.as_str(), "zijn" | "haar" | "hun" | "his" | "her" | "their")
            && self.people.titled(text, 1).next().is_some();
        let definite = matches!(opens.as_str(), "de" | "het" | "the" | "die" | "deze" | "dit")
            || heading && !self.reader.is(first, word::DETERMINER)
            || owned;
        let of = tokens.clone().any(|at| matches!(doc.token_text(at), "van" | "of" | "uit" | "bij"));
        let place = draft.tokens.start;
        let sentence = doc.sentences.partition_point(|sentence| sentence.end_token as usize <= place);
        let behind =
            doc.sentences.partition_point(|sentence| (sentence.first_token as usize) < draft.tokens.end);
        let behind = doc.sentences.get(behind).filter(|sentence| sentence.block == draft.block);
        let behind = behind.and_then(|sentence| self.reader.mention(sentence.first_token as usize));
        let length = doc.blocks.get(draft.block as usize).map_or(0, |block| block.span.len());
        let gap = self.before..place;
        let says_i = draft.kind == QuotationKind::Direct
            && draft.tokens.clone().take(SEARCHED).any(|at| {
                self.reader.is(at, word::WE) && matches!(self.reader.lower(at).as_str(), "ik" | "mij" | "i")
            });
        let reported = draft.tokens.clone();
        let reported = if draft.kind == QuotationKind::Indirect { reported } else { 0..0 };
        Question {
            says_i,
            reported,
            asked: Asked::Turn,
            gender: Gender::Unknown,
            noun: text,
            modifier,
            indefinite: !definite,
            of,
            unique: noun.is_some_and(|noun| self.reader.is(noun, word::UNIQUE)),
            plural: text.ends_with("en")
                || text.ends_with('s')
                    && draft.cue.as_ref().is_some_and(|cue| self.reader.is_plural(cue.verb)),
            sentence,
            block: draft.block,
            according: draft.reason == Reason::AccordingTo,
            fills: draft.span.len() * 10 > length * 9,
            adjacent: gap.start <= gap.end
                && gap.len() < 4
                && gap.into_iter().all(|at| self.reader.is_punctuation(at)),
            behind: behind.map(|(_, entity)| entity),
        }
    }

    fn asked(&self, draft: &Draft, source: Option<&Source>, noun: Option<usize>) -> Asked {
        let Some(source) = source else { return Asked::Turn };
        let first = source.tokens.start;
        let reader = self.reader;
        if source.pronoun {
            let plural =
                draft.cue.as_ref().is_some_and(|cue| reader.is_verb(cue.verb) && reader.is_plural(cue.verb));
            return if reader.is(first, word::HE) {
                Asked::He
            } else if reader.is(first, word::SHE) {
                if plural { Asked::They } else { Asked::She }
            } else if reader.is(first, word::DEMONSTRATIVE) {
                Asked::This
            } else {
                Asked::They
            };
        }
        let Some(noun) = noun else { return Asked::Phrase };
        let text = self.noun_text(noun);
        let group = reader.mention(noun).is_some_and(|(_, entity)| reader.kind(entity) == EntityKind::Group);
        let lang = reader.doc.lang;
        let agent = |ending: &&str| text.len() > 5 && text.ends_with(*ending);
        let body = reader.is(noun, word::BODY) || lang.names.body_words.contains(&text.as_str());
        if reader.is_person_noun(noun)
            || group
            || reader.is_inhabitant(noun)
            || !body && lang.names.agent_endings.iter().any(agent)
        {
            Asked::Office
        } else if body {
            Asked::Body
        } else {
            Asked::Phrase
        }
    }

    /// The noun of a description: the last word before `van`, or of all.
    fn noun(&self, source: &Source) -> Option<usize> {
        let doc = self.reader.doc;
        let ends = |at: &usize| matches!(doc.token_text(*at), "van" | "of" | "uit" | "bij" | "(" | ",");
        let end = source.tokens.clone().find(ends).unwrap_or(source.tokens.end);
        let role = |at: &usize| self.reader.is_person_noun(*at) || self.reader.is(*at, word::BODY);
        let tokens = source.tokens.start..end;
        tokens.clone().rev().find(role).or_else(|| tokens.last())
    }

    fn noun_text(&self, at: usize) -> String {
        let text = self.reader.lower(at);
        text.rsplit('-').next().unwrap_or(&text).to_owned()
    }
}

/// The entity that a speaker is, if it is one.
pub(super) fn entity(who: Who) -> Option<EntityId> {
    match who {
        Who::Entity(entity) => Some(entity),
        _ => None,
    }
}
