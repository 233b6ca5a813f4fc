//! Cues and sources: the words that signal speech and the noun phrases that name who speaks.

use core::ops::Range;

use crate::analysis::{Entity, EntityId, EntityKind};
use crate::lang::data::SpeechData;
use crate::lang::verb::VerbForm;
use crate::text::{Doc, Span, TokenKind, lower};

/// A noun phrase that names a source.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// The tokens.
    pub tokens: Range<usize>,
    /// The entity named in it, if any: a person before a body.
    pub entity: Option<EntityId>,
    /// Whether it is a pronoun.
    pub pronoun: bool,
}

/// A cue and its source.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The verb, or `volgens` and `aldus`.
    pub verb: usize,

    /// Who speaks.
    pub source: Source,
}

/// The document with its mentions by token.
pub(super) struct Reader<'d, 't> {
    pub doc: &'d Doc<'t>,
    pub data: &'t SpeechData<'t>,
    entities: &'d [Entity],
    /// For each token the mention that starts there: one past its last token, and its entity.
    mentions: Vec<Option<(usize, EntityId)>>,
}

/// The longest noun phrase that is read, in tokens.
const LONGEST: usize = 14;

impl<'d, 't> Reader<'d, 't> {
    pub fn new(doc: &'d Doc<'t>, entities: &'d [Entity]) -> Self {
        let mut mentions = vec![None; doc.tokens.len()];
        for (index, entity) in entities.iter().enumerate() {
            for mention in &entity.mentions {
                let tokens = doc.tokens_in(mention.span);
                if let Some(place) = mentions.get_mut(tokens.start) {
                    *place = Some((tokens.end, EntityId(index as u32)));
                }
            }
        }
        Self { doc, data: &doc.lang.speech, entities, mentions }
    }

    /// The text of a token in lower case.
    pub fn lower(&self, at: usize) -> String {
        lower(self.doc.token_text(at))
    }

    pub fn kind(&self, entity: EntityId) -> EntityKind {
        self.entities[entity.0 as usize].kind
    }

    pub fn name(&self, entity: EntityId) -> &'d str {
        &self.entities[entity.0 as usize].name
    }

    /// The mention that starts at a token.
    pub fn mention(&self, at: usize) -> Option<(usize, EntityId)> {
        *self.mentions.get(at)?
    }

    pub fn span(&self, tokens: &Range<usize>) -> Span {
        self.doc.tokens[tokens.start].span.to(self.doc.tokens[tokens.end - 1].span)
    }

    pub fn is_punctuation(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Punctuation)
    }

    pub fn is_verb(&self, at: usize) -> bool {
        let word = self.doc.token_text(at);
        // A cue opens a sentence only in `Vindt X`, a question: then it has a capital.
        word.starts_with(char::is_lowercase) && self.data.verbs.contains(word)
    }

    /// The second part of a verb such as `laat ... weten`, before `end`.
    pub fn second_part(&self, at: usize, end: usize) -> Option<usize> {
        let word = self.doc.token_text(at);
        let parts = self.data.phrasal.iter().filter(|(verb, _)| *verb == word);
        let end = end.min(at + LONGEST);
        parts.into_iter().find_map(|(_, part)| (at + 1..end).find(|&at| self.doc.token_text(at) == *part))
    }

    /// A source that starts at token `at`.
    pub fn source_from(&self, at: usize, end: usize) -> Option<Source> {
        let end = end.min(at + LONGEST);
        if at >= end {
            return None;
        }
        let first = self.lower(at);
        if self.data.pronouns.contains(&first.as_str()) && !self.opens_phrase(at, end, &first) {
            return Some(Source { tokens: at..at + 1, entity: None, pronoun: true });
        }
        let mut next = at;
        let (mut named, mut content) = (false, false);
        while next < end {
            let word = self.lower(next);
            if let Some((stop, entity)) = self.mention(next) {
                next = stop.min(end);
                // `de Belgische ambassadeur`: an adjective is not yet the name.
                named |= self.kind(entity) != EntityKind::Group;
                content = true;
                continue;
            }
            let bracket = word == "(" && self.mention(next + 1).is_some();
            if bracket && self.doc.token_text(next + 2) == ")" {
                next += 3;
                continue;
            }
            if self.is_punctuation(next) || self.doc.tokens[next].kind == TokenKind::Symbol {
                break;
            }
            let determiner = self.data.determiners.contains(&word.as_str());
            let after_of =
                next > at && matches!(self.lower(next - 1).as_str(), "van" | "of" | "from" | "uit");
            let english = self.doc.language == crate::lang::Language::English;
            let of = content && (word == "van" || word == "of" && english)
                || word == "uit" && content && !named && self.mention(next + 1).is_some();
            if determiner && next > at && !after_of
                || !determiner && !of && self.data.stops.contains(&word.as_str())
            {
                break;
            }
            let lang = self.doc.lang;
            let finite = matches!(lang.verb_form(&word), Some(VerbForm::Past | VerbForm::Present));
            let verb = lang.helper(&word).is_some()
                || self.data.verbs.contains(&word)
                || content && (finite || lang.is_participle(&word));
            if verb && !(determiner && next == at)
                || self.is_time(&word)
                || named && !of && !after_of && !determiner
            {
                break;
            }
            content |= !determiner && !of;
            next += 1;
        }
        while next > at && matches!(self.lower(next - 1).as_str(), "van" | "of" | "de" | "het" | "een") {
            next -= 1;
        }
        (content && next > at).then(|| self.source(at..next))
    }

    /// `zijn advocaat`, `haar zus`: a possessive, not a pronoun.
    fn opens_phrase(&self, at: usize, end: usize, word: &str) -> bool {
        let next = self.lower(at + 1);
        let follows = at + 1 < end
            && self.doc.tokens[at + 1].kind == TokenKind::Word
            && !self.data.stops.contains(&next.as_str())
            && !self.data.verbs.contains(&next)
            && self.doc.lang.helper(&next).is_none();
        matches!(word, "haar" | "her") && follows && !self.is_time(&next)
    }

    fn is_time(&self, word: &str) -> bool {
        use crate::times::terms::Term;
        matches!(self.doc.lang.time_term(word), Some(Term::Weekday(..) | Term::Day(..) | Term::Month(_)))
    }

    /// A source that stands before token `end`, from `start` or from the last comma on.
    pub fn source_before(&self, start: usize, end: usize) -> Option<Source> {
        self.phrase_before(start, end).or_else(|| {
            let comma = (start..end).rev().find(|&at| self.doc.token_text(at) == ",")?;
            self.phrase_before(comma + 1, end)
        })
    }

    fn phrase_before(&self, start: usize, end: usize) -> Option<Source> {
        if end <= start {
            return None;
        }
        // Behind `X, die ...,` the phrase stands before the first comma.
        let mut first = start;
        while first < end && (self.is_punctuation(first) || self.is_opener(first)) {
            first += 1;
        }
        let word = self.lower(first);
        let opens = self.mention(first).is_some()
            || self.mention(first + 1).is_some()
            || self.data.pronouns.contains(&word.as_str())
            || self.data.determiners.contains(&word.as_str())
            || crate::names::is_role(self.doc.lang, &word);
        if !opens || first >= end {
            return None;
        }
        self.source_from(first, end)
    }

    /// `Maar`, `En`, `Ook`: a word before the subject.
    fn is_opener(&self, at: usize) -> bool {
        matches!(self.lower(at).as_str(), "maar" | "en" | "ook" | "want" | "but" | "and")
    }

    fn source(&self, tokens: Range<usize>) -> Source {
        let inside =
            tokens.clone().filter_map(|at| self.mention(at)).map(|(_, entity)| entity).collect::<Vec<_>>();
        let person = inside.iter().find(|&&entity| self.kind(entity) == EntityKind::Person);
        // `een woordvoerder van X` is not X.
        let role = tokens.clone().any(|at| {
            let word = self.doc.token_text(at);
            word.starts_with(char::is_lowercase) && crate::names::is_role(self.doc.lang, word)
        });
        let leads = self.mention(tokens.start).is_some()
            || self.mention(tokens.start + 1).is_some()
            || tokens.clone().any(|at| self.mention(at).is_some_and(|(stop, _)| stop == tokens.end));
        let body = inside.iter().find(|&&entity| !role && leads && self.kind(entity) != EntityKind::Group);
        let entity = person.or(body).copied();
        Source { tokens, entity, pronoun: false }
    }
}
