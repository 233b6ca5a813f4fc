//! What a quotation asks: what its source says of the speaker, and which answers there are.

use super::*;

impl Resolver<'_, '_, '_, '_> {
    pub(super) fn question<'q>(
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

    pub(super) fn asked(&self, draft: &Draft, source: Option<&Source>, noun: Option<usize>) -> Asked {
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
    pub(super) fn noun(&self, source: &Source) -> Option<usize> {
        let doc = self.reader.doc;
        let ends = |at: &usize| matches!(doc.token_text(*at), "van" | "of" | "uit" | "bij" | "(" | ",");
        let end = source.tokens.clone().find(ends).unwrap_or(source.tokens.end);
        let role = |at: &usize| self.reader.is_person_noun(*at) || self.reader.is(*at, word::BODY);
        let tokens = source.tokens.start..end;
        tokens.clone().rev().find(role).or_else(|| tokens.last())
    }

    pub(super) fn noun_text(&self, at: usize) -> String {
        let text = self.reader.lower(at);
        text.rsplit('-').next().unwrap_or(&text).to_owned()
    }
}
