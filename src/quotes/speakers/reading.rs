//! What is kept of the text on the way to a quotation: who was named, who was described, who spoke.

use super::*;

impl Resolver<'_, '_, '_, '_> {
    /// Reads mentions up to token `at`.
    ///
    /// The one who is described at token `source` is left to whoever asks.
    pub(super) fn advance(&mut self, at: usize, source: usize) {
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
    pub(super) fn introduce(&mut self, token: usize, source: usize) {
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

    pub(super) fn is_title(&self, block: u32) -> bool {
        self.reader.doc.blocks.get(block as usize).is_some_and(|block| block.kind == BlockKind::Title)
    }

    pub(super) fn mention(&mut self, who: Who, token: usize) {
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
    pub(super) fn is_oblique(&self, token: usize) -> bool {
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
    pub(super) fn remember(&mut self, who: Who, at: usize, block: u32) {
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

    pub(super) fn speak(&mut self, who: Who, at: usize, block: u32) {
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

    pub(super) fn describe(&mut self, source: &Source) -> Who {
        let noun = self.noun(source).map(|at| self.noun_text(at)).unwrap_or_default();
        let gender = noun_gender(self.reader, &noun);
        self.described.push(Described { noun, gender, span: self.reader.span(&source.tokens) });
        Who::Described(self.described.len() - 1)
    }
}
