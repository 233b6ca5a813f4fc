//! The clause that stands for an event on the timeline, and who is in it.

mod text;
mod who;

use core::ops::Range;

use super::clause::Clause;
use super::words::{Form, Word, layer, listed};
use crate::analysis::{Entity, EntityId, EntityKind, Quotation};
use crate::lang::Language;
use crate::lang::speech::word;
use crate::text::{Doc, Span, TokenKind};

/// The longest label, in characters.
pub const LONGEST: usize = 90;

/// How many tokens before a relative pronoun what it stands for may begin.
const ANTECEDENT: usize = 8;

/// A sentence so short, in characters, is the label of each of its events.
const SHORT: usize = 75;

/// How many tokens a label is taken from at most.
const FAR: usize = 60;

/// What a stretch lacks to be read alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    Nothing,
    /// It is short or has no subject: what stands beside is taken in where it fits.
    Words,
    /// It has no finite verb, or opens with it: what stands before belongs to it.
    Verb,
}

/// Makes labels.
pub(super) struct Labeller<'a, 't> {
    /// The document.
    pub doc: &'a Doc<'t>,
    /// Its words.
    pub words: &'a [Word<'a>],
    /// Its entities.
    pub entities: &'a [Entity],
    /// Names in order, with whose they are.
    pub mentions: &'a [(Span, EntityId, EntityKind)],
    /// Quotations in order.
    pub quotes: &'a [Quotation],
}

/// A label, and who takes part.
pub(super) struct Label {
    /// The words.
    pub text: String,
    /// Who and what.
    pub participants: Vec<EntityId>,
    /// Where.
    pub place: Option<EntityId>,
}

impl Labeller<'_, '_> {
    /// The label of the trigger at `at` in clause `index` of a sentence. `alone` tells that the sentence has no
    /// other event.
    pub fn label(
        &self,
        clauses: &[Clause],
        index: usize,
        at: usize,
        sentence: Range<usize>,
        alone: bool,
    ) -> Label {
        let clause = &clauses[index];
        let range = self.range(clauses, index, at, sentence.clone(), alone);
        let pronoun = self.pronoun(&range, clause);
        let mut text = self.text(&range, at, pronoun);
        let speaker = self.speaker(&range, at);
        if let Some((_, name)) = &speaker {
            let prefixed = ["[", name, "]: ", &text].concat();
            if prefixed.chars().count() <= LONGEST {
                text = prefixed;
            }
        }
        let span = self.span(&range);
        let mut participants = self.inside(span);
        let more = pronoun.map(|(_, id)| id).into_iter().chain(speaker.and_then(|speaker| speaker.0));
        for id in more {
            if !participants.contains(&id) {
                participants.push(id);
            }
        }
        if participants.is_empty() {
            participants = self.inside(self.span(&sentence));
        }
        Label { text, participants, place: self.place(span) }
    }

    fn is_word(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.doc.tokens[range.start].span.to(self.doc.tokens[range.end - 1].span)
    }

    fn length(&self, range: &Range<usize>) -> usize {
        self.span(range).of(self.doc.text).chars().count()
    }

    fn bits(&self, at: usize) -> u32 {
        self.words.get(at).map_or(0, |word| word.bits)
    }

    /// The tokens that the label is taken from.
    fn range(
        &self,
        clauses: &[Clause],
        index: usize,
        at: usize,
        sentence: Range<usize>,
        alone: bool,
    ) -> Range<usize> {
        let sentence = self.after_dateline(sentence, at);
        let plain = !self.words[sentence.clone()].iter().any(|word| word.layers & layer::DIRECT != 0);
        // A whole sentence reads best; of one that tells of several events too, where they are few.
        let room = if alone { LONGEST } else { SHORT };
        if plain && self.length(&sentence) <= room {
            return sentence;
        }
        let mut range = self.after_dateline(clauses[index].tokens.clone(), at);
        let first = self.words[range.start].text;
        let opener = self.words[range.start].listed & listed::OPENER != 0
            || self.bits(range.start) & (word::COORDINATOR | word::SUBORDINATOR) != 0;
        let said = index.checked_sub(1).is_some_and(|before| clauses[before].cue);
        // Behind `zegt` only `die` after a comma and a name is of what stands before it.
        let comma = self.after_comma(range.start);
        let relative = index > 0
            && (!said || first != "dat" && comma)
            && self.bits(range.start) & (word::DEMONSTRATIVE | word::RELATIVE) != 0
            && (first != "dat" || comma || self.is_of_noun(range.start, sentence.start));
        let antecedent = self.antecedent(range.start, sentence.start);
        let named = antecedent < range.start && self.words[antecedent].layers & layer::NAME != 0;
        let relative = relative && opener && (!said || named);
        if relative {
            range.start = antecedent;
        } else if opener && range.len() > 1 && range.start < at && !self.keeps_opener(&range, &clauses[index])
        {
            range.start += 1;
        }
        let from = range.start;
        let mut before = if relative { 0 } else { index };
        while before > 0 {
            let need = self.need(&range, from == range.start && from == clauses[index].tokens.start);
            let wider = clauses[before - 1].tokens.start..range.end;
            let cue = self.words[clauses[before - 1].tokens.clone()]
                .iter()
                .any(|word| word.layers & layer::CUE != 0);
            let fits = self.length(&wider) <= LONGEST;
            let cue = cue && (need != Need::Verb || !fits || self.is_direct(&wider));
            if cue || need == Need::Nothing || need == Need::Words && !fits || wider.len() > FAR {
                break;
            }
            before -= 1;
            range = wider;
        }
        let mut behind = index + 1;
        while behind < clauses.len() && self.need(&range, false) != Need::Nothing {
            let wider = range.start..clauses[behind].tokens.end;
            if self.length(&wider) > LONGEST {
                break;
            }
            range = wider;
            behind += 1;
        }
        if before < index && range.start > sentence.start {
            // What was taken in may itself open with `die` or `dat`.
            let opens = self.words[range.start].listed & listed::OPENER != 0;
            if opens && range.start + 1 < at {
                range.start += 1;
            }
        }
        self.after_dateline(self.whole_phrase(range, sentence.start), at)
    }

    fn is_direct(&self, range: &Range<usize>) -> bool {
        self.words[range.clone()].iter().any(|word| word.layers & layer::DIRECT != 0)
    }

    /// No label opens inside a time or a name, or behind the preposition that these go with.
    fn whole_phrase(&self, range: Range<usize>, sentence: usize) -> Range<usize> {
        let mut start = range.start;
        let kind = self.words[start].layers & (layer::TIME | layer::NAME);
        if kind == 0 {
            return range;
        }
        while start > sentence && self.words[start - 1].layers & kind != 0 {
            start -= 1;
        }
        if start > sentence && self.bits(start - 1) & word::PREPOSITION != 0 {
            start -= 1;
        }
        let wider = start..range.end;
        if self.length(&wider) <= LONGEST { wider } else { range }
    }

    /// What a stretch lacks to be read alone. `first` tells that it opens where its clause does.
    fn need(&self, range: &Range<usize>, first: bool) -> Need {
        let helper = |at: usize| self.words[at].helper.is_some();
        let opening = &self.words[range.start];
        let verb = helper(range.start) || opening.form.is_verb() && opening.form != Form::Participle;
        let finite = |at: usize| helper(at) || matches!(self.words[at].form, Form::Past | Form::Present);
        let plural = |at: usize| self.words[at].form == Form::Infinitive;
        match () {
            () if range.len() > FAR => Need::Nothing,
            () if !range.clone().any(|at| finite(at) || plural(at)) => Need::Verb,
            () if first && verb => Need::Verb,
            () if first && self.bits(range.start) & word::PREPOSITION != 0 => Need::Words,
            () if range.clone().filter(|&at| self.is_word(at)).count() < 4 => Need::Words,
            () => Need::Nothing,
        }
    }

    /// Whether a clause reads better with the word that opens it: `toen de brug brak`, and `sinds` before a noun alone,
    /// behind which a main clause goes on: `sinds de brand staat het leeg`.
    fn keeps_opener(&self, range: &Range<usize>, clause: &Clause) -> bool {
        let first = &self.words[range.start];
        let goes_on = |finite: usize| {
            (finite + 1..range.end).any(|at| {
                self.is_word(at) && !self.words[at].form.is_verb() && self.words[at].helper.is_none()
            })
        };
        matches!(first.text, "toen" | "when")
            || self.doc.language == Language::Dutch
                && first.bits & word::PREPOSITION != 0
                && clause.finite.is_some_and(goes_on)
    }

    /// Whether `dat` at `from` is of the noun before it, `een huis dat leegstaat`, and does not tell what somebody says or
    /// thinks, `vindt het kabinet dat`: that noun is neuter, and no verb opens its phrase.
    fn is_of_noun(&self, from: usize, sentence: usize) -> bool {
        let noun = from.checked_sub(1).map(|at| &self.words[at]);
        let start = self.antecedent(from, sentence);
        let verb = |at: usize| self.words[at].form.is_verb() || self.words[at].helper.is_some();
        noun.is_some_and(|noun| noun.open && !noun.form.is_verb() && noun.layers & layer::NAME == 0)
            && start < from
            && self.bits(start) & word::DETERMINER != 0
            && !matches!(self.words[start].text, "de" | "die" | "deze")
            && !(start..from).any(verb)
            && !start.checked_sub(1).is_some_and(|before| before >= sentence && verb(before))
    }

    fn after_comma(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.doc.token_text(before) == ",")
    }

    /// Where the noun phrase before a comma begins, or the comma's other side where that is unclear.
    fn antecedent(&self, from: usize, sentence: usize) -> usize {
        let least = sentence.max(from.saturating_sub(ANTECEDENT));
        let end = if from > sentence && !self.is_word(from - 1) { from - 1 } else { from };
        let mut start = end;
        while start > least && self.is_word(start - 1) {
            start -= 1;
            let determiner = self.bits(start) & word::DETERMINER != 0;
            let name = self.words[start].layers & layer::NAME != 0
                && !(start > least && self.words[start - 1].layers & layer::NAME != 0);
            let common = start > least && self.words[start - 1].open;
            let noun = (start..end).any(|at| self.words[at].open || self.words[at].layers & layer::NAME != 0);
            if noun && (determiner || name && !common) {
                return start;
            }
        }
        from
    }

    /// `UTRECHT - De brug ...` and `UTRECHT, 12 maart - ...` begin behind the dash.
    fn after_dateline(&self, range: Range<usize>, at: usize) -> Range<usize> {
        let near = range.start..range.end.min(range.start + 8).min(at);
        let dash = near.clone().find(|&at| matches!(self.doc.token_text(at), "-" | "–" | "—"));
        let Some(dash) = dash else { return range };
        let place = |at: usize| {
            let word = &self.words[at];
            word.layers & (layer::NAME | layer::TIME) != 0 || !self.is_word(at) || !word.open
        };
        if dash > range.start && (range.start..dash).all(place) { dash + 1..range.end } else { range }
    }
}
