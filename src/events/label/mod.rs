//! The clause that stands for an event on the timeline, and who is in it.

mod below;
mod choice;
mod clauses;
mod cut;
mod grammar;
mod parts;
mod text;
mod who;

use core::ops::Range;

use super::clause::Clause;
use super::words::{Form, Word, layer, listed};
use crate::analysis::{Entity, EntityId, EntityKind, Quotation, Time};
use crate::lang::speech::word;
use crate::text::{Doc, Span, TokenKind};
use choice::Piece;
pub(super) use who::hero;

/// The longest label, in characters.
pub const LONGEST: usize = 90;

/// How many tokens before a relative pronoun what it stands for may begin.
const ANTECEDENT: usize = 8;

/// How many tokens a label is taken from at most.
const FAR: usize = 60;

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
    /// Times in order.
    pub times: &'a [Time],
    /// Quotations in order.
    pub quotes: &'a [Quotation],
    /// Whom the text is about, see [`hero`].
    pub hero: Option<EntityId>,
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
    /// The label of the trigger at `at` in clause `index` of a sentence.
    pub fn label(&self, clauses: &[Clause], index: usize, at: usize, sentence: Range<usize>) -> Label {
        let pieces = self.pieces(clauses, index, at, sentence.clone());
        let pronouns = self.pronouns(&pieces);
        let mut text = self.text(&pieces, at, &pronouns);
        let speaker = self.speaker(at);
        let own = self.is_own(&pieces);
        if let Some((id, name)) = &speaker {
            let short = id.map_or(name.as_str(), |id| self.name(id, true));
            let prefixed = [name, short].map(|name| ["[", name, "]: ", &text].concat());
            text = prefixed.into_iter().find(|text| text.chars().count() <= LONGEST).unwrap_or(text);
        }
        let mut participants = Vec::new();
        let named = pieces.iter().flat_map(|piece| self.inside(self.span(&piece.tokens)));
        let more =
            pronouns.iter().map(|&(_, id)| id).chain(speaker.and_then(|speaker| speaker.0.filter(|_| own)));
        for id in named.chain(more) {
            if !participants.contains(&id) {
                participants.push(id);
            }
        }
        if participants.is_empty() {
            participants = self.inside(self.span(&sentence));
        }
        let place = pieces.iter().find_map(|piece| self.place(self.span(&piece.tokens)));
        Label { text, participants, place }
    }

    #[inline(never)]
    fn is_word(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
    }

    #[inline(never)]
    fn span(&self, range: &Range<usize>) -> Span {
        let tokens = self.doc.tokens.get(range.clone()).unwrap_or_default();
        let ends = tokens.first().zip(tokens.last());
        ends.map_or(Span::new(0, 0), |(first, last)| first.span.to(last.span))
    }

    #[inline(never)]
    fn length(&self, range: &Range<usize>) -> usize {
        self.span(range).of(self.doc.text).chars().count()
    }

    /// Whether a stretch is short enough, if need be without its dates, with names for its pronouns.
    #[inline(never)]
    fn fits(&self, range: &Range<usize>) -> bool {
        let span = self.span(range);
        if (span.end - span.start) as usize > 8 * LONGEST {
            return false;
        }
        let whole = [Piece::new(range.clone(), false)];
        let names = self.more_for(&self.pronouns(&whole), true);
        self.measure(&self.without_times(&whole)) + names <= LONGEST
    }

    // What a token is: each is asked in many places, so that written out they would weigh much.

    #[inline(never)]
    fn bits(&self, at: usize) -> u32 {
        self.words.get(at).map_or(0, |word| word.bits)
    }

    #[inline(never)]
    fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.text)
    }

    #[inline(never)]
    fn form(&self, at: usize) -> Form {
        self.words.get(at).map_or(Form::Other, |word| word.form)
    }

    #[inline(never)]
    fn layers(&self, at: usize) -> u8 {
        self.words.get(at).map_or(0, |word| word.layers)
    }

    #[inline(never)]
    fn listed(&self, at: usize) -> u8 {
        self.words.get(at).map_or(0, |word| word.listed)
    }

    #[inline(never)]
    fn is_open(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.open)
    }

    #[inline(never)]
    fn helps(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.helper.is_some())
    }

    #[inline(never)]
    fn is_verbal(&self, at: usize) -> bool {
        self.form(at).is_verb() || self.helps(at)
    }

    #[inline(never)]
    fn is_name(&self, at: usize) -> bool {
        self.layers(at) & layer::NAME != 0
    }

    #[inline(never)]
    fn is_time(&self, at: usize) -> bool {
        self.layers(at) & layer::TIME != 0
    }

    #[inline(never)]
    fn is_direct(&self, at: usize) -> bool {
        self.layers(at) & layer::DIRECT != 0
    }

    /// No label opens inside a name or a time, or behind the preposition that goes with a time.
    fn whole_phrase(&self, range: Range<usize>, sentence: usize) -> Range<usize> {
        let mut start = range.start;
        let kind = self.layers(start) & (layer::TIME | layer::NAME);
        if kind == 0 {
            return range;
        }
        while start > sentence && self.layers(start - 1) & kind != 0 {
            start -= 1;
        }
        if kind & layer::TIME != 0 && start > sentence && self.bits(start - 1) & word::PREPOSITION != 0 {
            start -= 1;
        }
        let wider = start..range.end;
        if self.length(&wider) <= LONGEST { wider } else { range }
    }

    /// Whether `dat` at `from` is of the noun before it, `een huis dat leegstaat`, and does not tell what somebody says or
    /// thinks, `vindt het kabinet dat`: that noun is neuter, and no verb opens its phrase.
    fn is_of_noun(&self, from: usize, sentence: usize) -> bool {
        let noun = from.checked_sub(1).map(|at| &self.words[at]);
        let start = self.antecedent(from, sentence);
        let verb = |at: usize| self.is_verbal(at);
        from > sentence + 1
            && noun.is_some_and(|noun| {
                // `een plan` is no verb.
                let after = self.bits(from - 2) & word::DETERMINER != 0;
                noun.open && (after || !noun.form.is_verb()) && noun.layers & layer::NAME == 0
            })
            && start < from
            && self.bits(start) & word::DETERMINER != 0
            && !matches!(self.lower(start), "de" | "die" | "deze")
            && !(start..from - 1).any(verb)
            && !start.checked_sub(1).is_some_and(|before| before >= sentence && verb(before))
    }

    #[inline(never)]
    fn after_comma(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.doc.token_text(before) == ",")
    }

    /// Where the noun phrase before a clause ends: before the comma, and before a verb or its prefix between, as in
    /// `hield zes mannen aan, van wie`.
    #[inline(never)]
    fn noun_end(&self, from: usize, least: usize) -> usize {
        let mut end = if from > least && !self.is_word(from - 1) { from - 1 } else { from };
        let helped = (least..end).any(|at| self.helps(at));
        let verbal = |at: usize| {
            let adjective = ["e", "lijk", "ig", "sch"].iter().any(|end| self.lower(at - 1).ends_with(end));
            match self.form(at) {
                _ if self.listed(at) & listed::SEPARABLE != 0 || self.helps(at) => true,
                Form::Participle => !self.is_name(at),
                Form::Infinitive => helped,
                _ => self.is_finite(at) && (self.form(at) == Form::Past || !adjective),
            }
        };
        while end > least + 1 && verbal(end - 1) && self.is_word(end - 2) {
            end -= 1;
        }
        end
    }

    /// Where the noun phrase before a clause begins, or the clause where that is unclear.
    #[inline(never)]
    fn antecedent(&self, from: usize, sentence: usize) -> usize {
        let least = sentence.max(from.saturating_sub(ANTECEDENT));
        let end = self.noun_end(from, least);
        let named = |at: usize| self.is_name(at);
        let noun = |start: usize| (start..end).any(|at| self.is_open(at) || named(at));
        let mut start = end;
        while start > least && self.is_word(start - 1) {
            if self.is_finite(start - 1) {
                let start = (start..end).find(|&at| self.is_nominal(at)).unwrap_or(end);
                return if noun(start) { start } else { from };
            }
            start -= 1;
            let determiner = self.bits(start) & word::DETERMINER != 0;
            let number = |at: usize| self.doc.tokens[at].kind == TokenKind::Number;
            if named(start)
                && start + 1 < end
                && !named(start + 1)
                && (self.is_noun(start + 1) && self.listed(start + 1) & listed::SEPARABLE == 0
                    || number(start + 1))
            {
                // `in Spanje zes verdachten`: what begins behind the name.
                return start + 1;
            }
            let name = named(start) && !(start > least && named(start - 1));
            let common = start > least
                && (self.is_open(start - 1) && !self.is_finite(start - 1)
                    || self.bits(start - 1) & word::DETERMINER != 0);
            if noun(start) && (determiner || name && !common) {
                // `de noodkreet van een arts`, `de fabriek in Tiel`
                let of = start > least + 1
                    && matches!(self.lower(start - 1), "van" | "in" | "uit" | "of")
                    && self.is_noun(start - 2);
                let whole = if of { self.antecedent(start - 1, least) } else { start };
                return if of && whole < start - 1 { whole } else { start };
            }
        }
        if start == sentence && start < end && noun(start) { start } else { from }
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
