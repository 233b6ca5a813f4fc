//! Cues and sources: the words that signal speech and the noun phrases that name who speaks.

use core::ops::Range;

use crate::analysis::{Entity, EntityId, EntityKind};
use crate::lang::speech::{SpeechData, frame, word};
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
    /// The second of two who speak together: `zeggen Bos en De Wit`.
    pub second: Option<Range<usize>>,
}

/// A cue and its source.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The verb, or `volgens` and `aldus`.
    pub verb: usize,

    /// Who speaks.
    pub source: Source,
}

/// The document with its mentions and what its words do, by token.
pub(super) struct Reader<'d, 't> {
    pub doc: &'d Doc<'t>,
    pub data: &'t SpeechData<'t>,
    pub entities: &'d [Entity],
    /// For each token the mention that starts there: one past its last token, and its entity.
    mentions: Vec<Option<(usize, EntityId)>>,
    /// For each token its `word` bits.
    words: Vec<u32>,
    /// For each token its `frame` bits, where it is a form of a verb of speech.
    verbs: Vec<u32>,
}

/// The longest noun phrase that is read, in tokens.
pub(super) const LONGEST: usize = 14;

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
        let data = &doc.lang.speech;
        let mut words = Vec::with_capacity(doc.tokens.len());
        let mut verbs = Vec::with_capacity(doc.tokens.len());
        for token in &doc.tokens {
            let text = token.span.of(doc.text);
            if token.kind != TokenKind::Word {
                words.push(0);
                verbs.push(0);
            } else if text.bytes().all(|byte| byte.is_ascii_lowercase()) {
                words.push(data.words.get(text).unwrap_or_default());
                verbs.push(data.verbs.get(text).unwrap_or_default());
            } else {
                words.push(data.words.get(&lower(text)).unwrap_or_default());
                // A cue opens a sentence only in `Vindt X`, a question: then it has a capital.
                let verb = text.starts_with(char::is_lowercase).then(|| data.verbs.get(text)).flatten();
                verbs.push(verb.unwrap_or_default());
            }
        }
        Self { doc, data, entities, mentions, words, verbs }
    }

    /// The text of a token in lower case.
    pub fn lower(&self, at: usize) -> String {
        lower(self.doc.token_text(at))
    }

    /// Whether a token has one of the `bits` of [`word`].
    pub fn is(&self, at: usize, bits: u32) -> bool {
        self.words.get(at).is_some_and(|word| word & bits != 0)
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

    /// What a verb of speech takes, as [`frame`] bits; 0 for any other word.
    pub fn frames(&self, at: usize) -> u32 {
        self.verbs.get(at).copied().unwrap_or_default()
    }

    pub fn is_verb(&self, at: usize) -> bool {
        self.frames(at) & frame::VERB != 0
    }

    /// Whether the token is a participle of a verb of speech, or `weten` behind `laten`.
    pub fn is_participle(&self, at: usize) -> bool {
        self.frames(at) & frame::PARTICIPLE != 0
            || at > 0 && self.phrasal(at - 1, at + 1).is_some() && self.doc.token_text(at - 1).ends_with("en")
    }

    /// Whether the token is a noun for a person: `wethouder`, `oud-prof`, `buurvrouw`.
    pub fn is_person_noun(&self, at: usize) -> bool {
        const NOUNS: u32 = word::PERSON | word::WOMAN | word::MAN;
        let text = self.doc.token_text(at);
        let tail =
            || text.rsplit_once('-').and_then(|(_, tail)| self.data.words.get(tail)).unwrap_or_default();
        self.is(at, NOUNS) || crate::names::is_role(self.doc.lang, text) || tail() & NOUNS != 0
    }

    /// Whether the token is a noun for a person or a body, by the lists or by its ending.
    fn is_agent(&self, at: usize) -> bool {
        let text = self.doc.token_text(at);
        let names = &self.doc.lang.names;
        let body =
            || names.body_words.contains(&text) || names.agent_endings.iter().any(|end| text.ends_with(end));
        self.is(at, word::BODY) || self.is_person_noun(at) || text.len() > 5 && body()
    }

    /// The second part of a verb such as `laat ... weten`, before `end`, with the frames of the two.
    pub fn phrasal(&self, at: usize, end: usize) -> Option<(usize, u32)> {
        let word = self.doc.token_text(at);
        if !self.data.phrasal_verbs.contains(word) {
            return None;
        }
        let end = end.min(at + LONGEST);
        let parts = self.data.phrasal.iter().filter(|entry| entry.0 == word);
        parts.into_iter().find_map(|&(_, part, frames)| {
            let found = (at + 1..end).take_while(|&at| !self.is_clause_end(at));
            found.into_iter().find(|&at| self.doc.token_text(at) == part).map(|at| (at, frames))
        })
    }

    /// A colon, a semicolon or a quotation mark.
    fn is_clause_end(&self, at: usize) -> bool {
        self.is_punctuation(at) && matches!(self.doc.token_text(at), ":" | ";" | "." | "\"" | "“" | "„")
    }

    /// The verb of speech at `at`, whole or in parts: its frames and the limit for a source behind it.
    pub fn cue_at(&self, at: usize, end: usize) -> Option<(u32, usize)> {
        // An infinitive has no subject.
        if at > 0 && matches!(self.doc.token_text(at - 1), "te" | "to") {
            return None;
        }
        match self.phrasal(at, end) {
            Some((part, frames)) => Some((frames, part)),
            None => self.is_verb(at).then(|| (self.frames(at), end)),
        }
    }

    /// A source that starts at token `at`.
    pub fn source_from(&self, at: usize, end: usize) -> Option<Source> {
        let end = end.min(at + LONGEST);
        if at >= end {
            return None;
        }
        if self.is_pronoun(at, end) {
            return Some(Source { tokens: at..at + 1, entity: None, pronoun: true, second: None });
        }
        let source = self.phrase_from(at, end)?;
        Some(self.with_second(source, end))
    }

    /// The noun phrase with a content word that starts at token `at`.
    fn phrase_from(&self, at: usize, end: usize) -> Option<Source> {
        let mut next = at;
        let (mut named, mut content, mut headed) = (false, false, false);
        while next < end {
            if let Some((stop, entity)) = self.mention(next) {
                next = stop.min(end);
                // `de Belgische ambassadeur`: an adjective is not yet the name.
                named |= self.kind(entity) != EntityKind::Group;
                content = true;
                continue;
            }
            let text = self.doc.token_text(next);
            let bracket = text == "(" && self.mention(next + 1).is_some();
            if bracket && self.doc.token_text(next + 2) == ")" {
                next += 3;
                continue;
            }
            if self.is_punctuation(next) || self.doc.tokens[next].kind == TokenKind::Symbol {
                break;
            }
            let determiner = self.is(next, word::DETERMINER);
            let after_of =
                next > at && matches!(self.doc.token_text(next - 1), "van" | "of" | "from" | "uit" | "bij");
            let english = self.doc.language == crate::lang::Language::English;
            let of = content && (text == "van" || text == "of" && english)
                || matches!(text, "uit" | "bij") && content && !named && self.mention(next + 1).is_some();
            if determiner && next > at && !after_of || !determiner && !of && self.is(next, word::STOP) {
                break;
            }
            let role = self.is_person_noun(next);
            if self.ends_phrase(next, at, content, role)
                || self.is_time(next)
                || named && !of && !after_of && !determiner
                || headed && !of && !after_of && !role && !self.name_follows(next, end)
            {
                break;
            }
            // `de hoogleraar`: what follows is no longer the phrase, unless a name comes.
            headed = (role || headed && !after_of) && !of;
            content |= !determiner && !of;
            next += 1;
        }
        while next > at
            && matches!(self.doc.token_text(next - 1), "van" | "of" | "de" | "het" | "een" | "bij" | "uit")
        {
            next -= 1;
        }
        (content && next > at).then(|| self.source(at..next))
    }

    /// `zeggen Bos en De Wit`, `volgens Bos en De Wit`: both, where a plural verb or a preposition shows that the
    /// conjunction joins names rather than clauses.
    fn with_second(&self, first: Source, end: usize) -> Source {
        let and = first.tokens.end;
        let joins = first.entity.is_some() && matches!(self.doc.token_text(and), "en" | "and");
        if !joins || and + 1 >= end {
            return first;
        }
        let before = first.tokens.start.checked_sub(1);
        let behind = before.is_some_and(|at| {
            self.is(at, word::ACCORDING | word::THUS) || self.is_plural(at) || self.doc.token_text(at) == "to"
        });
        let Some(second) = self.phrase_from(and + 1, end) else { return first };
        let ahead = second.tokens.end == end && self.is_plural(end);
        if !behind && !ahead || second.entity == first.entity || !self.is_somebody(&second) {
            return first;
        }
        Source { tokens: first.tokens.start..second.tokens.end, second: Some(second.tokens), ..first }
    }

    /// Whether a verb of speech, or the helper of one, is a plural: `zeggen`, `zeiden`, `laten weten`.
    pub fn is_plural(&self, verb: usize) -> bool {
        let text = self.doc.token_text(verb);
        let english = || text == "say" || text == "said";
        let speaks = || {
            self.is_verb(verb) || self.is(verb, word::PERFECT) || self.phrasal(verb, verb + LONGEST).is_some()
        };
        text.ends_with("en") && speaks() || self.doc.language == crate::lang::Language::English && english()
    }

    /// Whether a verb stands at `at`, which no noun phrase holds.
    fn ends_phrase(&self, at: usize, start: usize, content: bool, role: bool) -> bool {
        if role || self.is(at, word::DETERMINER) && at == start {
            return false;
        }
        let text = self.doc.token_text(at);
        let lang = self.doc.lang;
        let finite = || matches!(lang.verb_form(text), Some(VerbForm::Past | VerbForm::Present));
        let noun_follows =
            || self.mention(at + 1).is_some_and(|(_, entity)| self.kind(entity) == EntityKind::Person);
        lang.helper(text).is_some()
            || self.is_verb(at)
            || content && (finite() || lang.is_participle(text) && !noun_follows())
    }

    /// Whether a person's name starts within three tokens: `hoogleraar internationaal recht Jan Bos`.
    fn name_follows(&self, at: usize, end: usize) -> bool {
        (at + 1..end.min(at + 4))
            .take_while(|&at| !self.is_punctuation(at) && !self.is(at, word::STOP))
            .any(|at| self.mention(at).is_some_and(|(_, entity)| self.kind(entity) == EntityKind::Person))
    }

    /// Whether a pronoun stands at `at` as a noun phrase of its own.
    fn is_pronoun(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        let free = next >= end
            || self.doc.tokens[next].kind != TokenKind::Word
            || self.is(next, word::STOP | word::ADVERB)
            || self.cue_at(next, end).is_some()
            || self.is_time(next)
            || self.doc.lang.helper(self.doc.token_text(next)).is_some();
        // `zijn advocaat`, `haar zus`, `die man`: a determiner.
        let opens =
            self.is(at, word::DEMONSTRATIVE) || self.is(at, word::PRONOUN) && self.is(at, word::DETERMINER);
        // `volgens haar kocht hij`: whoever is no person's or body's noun belongs to the clause.
        let alone = || {
            let according = at > 0 && self.is(at - 1, word::ACCORDING | word::THUS);
            let mut nouns = next..end.min(at + 3);
            according && !self.is(at, word::DEMONSTRATIVE) && !nouns.any(|at| self.is_agent(at))
        };
        self.is(at, word::PRONOUN) && !opens || opens && (free || alone())
    }

    /// Whether a source is somebody, as far as its words tell.
    pub fn is_somebody(&self, source: &Source) -> bool {
        source.entity.is_some()
            || source.pronoun
            || source.tokens.clone().any(|at| self.is_agent(at) || self.mention(at).is_some())
    }

    pub fn is_time(&self, at: usize) -> bool {
        use crate::times::terms::Term;
        let term = self.doc.lang.time_term(&self.lower(at));
        matches!(term, Some(Term::Weekday(..) | Term::Day(..) | Term::Month(_)))
    }

    fn source(&self, tokens: Range<usize>) -> Source {
        let inside =
            tokens.clone().filter_map(|at| self.mention(at)).map(|(_, entity)| entity).collect::<Vec<_>>();
        let person = inside.iter().find(|&&entity| self.kind(entity) == EntityKind::Person);
        // `een woordvoerder van X` is not X, nor is `de burgemeester van X`.
        let role = tokens.clone().any(|at| {
            let text = self.doc.token_text(at);
            (text.starts_with(char::is_lowercase) || text.contains('-')) && self.is_person_noun(at)
        });
        // `zijn zoon Jan` is Jan; `de zoon van Jan` is not.
        let of = |at: usize| {
            let before = (tokens.start..at).rev().find(|&at| !self.doc.token_text(at).ends_with('.'));
            before.is_some_and(|at| matches!(self.doc.token_text(at), "van" | "of" | "uit"))
        };
        let stands_behind_of = |entity: EntityId| {
            let first =
                tokens.clone().find(|&at| self.mention(at).is_some_and(|mention| mention.1 == entity));
            first.is_some_and(of)
        };
        // `de partij PPB van Jan` is not Jan either.
        let person =
            person.filter(|&&entity| !stands_behind_of(entity) || !role && inside.first() == Some(&entity));
        let leads = self.mention(tokens.start).is_some()
            || self.mention(tokens.start + 1).is_some()
            || tokens.clone().any(|at| self.mention(at).is_some_and(|(stop, _)| stop == tokens.end));
        let inhabitant = self.is(tokens.start, word::DETERMINER) && self.is_inhabitant(tokens.end - 1);
        let body = inside
            .iter()
            .find(|&&entity| !role && leads && !inhabitant && self.kind(entity) != EntityKind::Group)
            // `de vertaalster van Delft` is no place.
            .filter(|&&entity| self.kind(entity) != EntityKind::Place || !stands_behind_of(entity));
        let entity = person.or(body).copied().or_else(|| self.apposition(tokens.end));
        Source { tokens, entity, pronoun: false, second: None }
    }

    /// `de Amersfoortse`, `de Zwollenaar`: somebody from a place that the lists have.
    pub fn is_inhabitant(&self, at: usize) -> bool {
        let names = &self.doc.lang.names;
        let place = |stem: &str| {
            let listed =
                names.places.contains(stem) || names.regions.contains(stem) || names.cities.contains(stem);
            listed || names.countries.contains(stem)
        };
        let text = self.doc.token_text(at);
        names.group_endings.iter().any(|ending| {
            let stem = text.strip_suffix(ending).filter(|stem| stem.len() > 3);
            stem.is_some_and(|stem| place(stem) || place(&[stem, "e"].concat()))
        })
    }

    /// `de voorzitter van de bond, Els Bos`, `zijn coach, oud-prof Piet Bos,`: the person behind the comma.
    fn apposition(&self, comma: usize) -> Option<EntityId> {
        if self.doc.token_text(comma) != "," {
            return None;
        }
        for at in comma + 1..comma + 5 {
            if let Some((stop, entity)) = self.mention(at) {
                if self.kind(entity) == EntityKind::Person {
                    let next = self.doc.token_text(stop);
                    return matches!(next, "," | "." | ":" | "(" | "").then_some(entity);
                }
                continue;
            }
            if !self.is_person_noun(at)
                && !self.is(at, word::DETERMINER)
                && !self.doc.token_text(at).ends_with('.')
            {
                return None;
            }
        }
        None
    }
}
