//! The clause that stands for an event on the timeline, and who is in it.

use core::ops::Range;

use super::clause::Clause;
use super::words::{Form, Word, layer};
use crate::analysis::{Entity, EntityId, EntityKind, Quotation, QuotationKind};
use crate::lang::speech::word;
use crate::text::{Doc, Span, TokenKind};

/// The longest label, in characters.
pub const LONGEST: usize = 90;

/// How many tokens before a relative pronoun what it stands for may begin.
const ANTECEDENT: usize = 8;
/// How many names back a pronoun may reach.
const BACK: usize = 12;

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
    pub words: &'a [Word],
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
        self.words.get(at).map_or(0, |word| self.doc.lang.speech.words.get(&word.text).unwrap_or_default())
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
        let plain =
            !self.words[sentence.clone()].iter().any(|word| word.layers & (layer::CUE | layer::DIRECT) != 0);
        if alone && plain && self.length(&sentence) <= LONGEST {
            return sentence;
        }
        let mut range = self.after_dateline(clauses[index].tokens.clone(), at);
        let first = self.words[range.start].text.as_str();
        let opener = self.doc.lang.events.clause_openers.contains(&first)
            || self.bits(range.start) & (word::COORDINATOR | word::SUBORDINATOR) != 0;
        let said = index.checked_sub(1).is_some_and(|before| clauses[before].cue);
        let relative = index > 0
            && !said
            && self.bits(range.start) & (word::DEMONSTRATIVE | word::RELATIVE) != 0
            && (first != "dat" || self.after_comma(range.start));
        if relative && opener {
            range.start = self.antecedent(range.start, sentence.start);
        } else if opener && range.len() > 1 && range.start < at {
            range.start += 1;
        }
        let from = range.start;
        let mut before = if relative && opener { 0 } else { index };
        while before > 0 {
            let need = self.need(&range, from == range.start && from == clauses[index].tokens.start);
            let wider = clauses[before - 1].tokens.start..range.end;
            let cue = self.words[clauses[before - 1].tokens.clone()]
                .iter()
                .any(|word| word.layers & layer::CUE != 0);
            let fits = self.length(&wider) <= LONGEST;
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
            let opens = self.doc.lang.events.clause_openers.contains(&self.words[range.start].text.as_str());
            if opens && range.start + 1 < at {
                range.start += 1;
            }
        }
        self.after_dateline(range, at)
    }

    /// What a stretch lacks to be read alone. `first` tells that it opens where its clause does.
    fn need(&self, range: &Range<usize>, first: bool) -> Need {
        let helper = |at: usize| self.doc.lang.helper(&self.words[at].text).is_some();
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

    /// The words of a range with the trigger among them, at most [`LONGEST`] characters. What is left out is
    /// marked `…`: the end, or where the trigger stands too far for that, the middle.
    fn text(&self, range: &Range<usize>, at: usize, pronoun: Option<(usize, EntityId)>) -> String {
        let name = pronoun.map(|(at, id)| (at, ["[", self.name(id), "]"].concat()));
        let room = LONGEST - name.as_ref().map_or(0, |(_, name)| name.chars().count());
        let mut pieces: Vec<Range<usize>> = Vec::new();
        if self.length(range) <= room {
            pieces.push(range.clone());
        } else if self.length(&(range.start..at + 1)) + 2 <= room {
            let mut end = at + 1;
            while end < range.end && self.length(&(range.start..end + 1)) + 2 <= room {
                end += 1;
            }
            // No label ends on `van de`.
            while end > at + 1 && !self.words[end - 1].open && self.words[end - 1].layers & layer::NAME == 0 {
                end -= 1;
            }
            pieces.push(range.start..end);
        } else {
            let (mut head, mut tail) = (range.start + 1, at);
            while head < at && self.length(&(range.start..head + 1)) < room / 2 {
                head += 1;
            }
            while head > range.start + 1
                && !self.words[head - 1].open
                && self.words[head - 1].layers & layer::NAME == 0
            {
                head -= 1;
            }
            let used = self.length(&(range.start..head));
            if used + self.length(&(at..at + 1)) + 4 <= room {
                while tail > head && used + self.length(&(tail - 1..at + 1)) + 4 <= room {
                    tail -= 1;
                }
                pieces.push(range.start..head);
            }
            pieces.push(tail..at + 1);
        }
        let last = pieces.last().map_or(range.end, |piece| piece.end);
        let mut text = String::new();
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 && piece.start > pieces[index - 1].end {
                text.push_str(" … ");
            } else if index > 0 {
                text.push(' ');
            } else if piece.start > range.start {
                text.push('…');
            }
            self.push(&mut text, piece, name.as_ref());
        }
        let mut text = tidy(&text);
        if (last..range.end).any(|at| self.is_word(at)) {
            text.push('…');
        }
        // A word without end in itself has no boundary to cut on.
        if text.chars().count() > LONGEST {
            text = text.chars().take(LONGEST - 1).chain(['…']).collect();
        }
        text
    }

    fn push(&self, text: &mut String, piece: &Range<usize>, name: Option<&(usize, String)>) {
        match name.filter(|(at, _)| piece.contains(at)) {
            Some((at, name)) => {
                let (from, to) = (self.doc.tokens[piece.start].span.start, self.doc.tokens[*at].span);
                text.push_str(self.doc.text.get(from as usize..to.start as usize).unwrap_or_default());
                text.push_str(name);
                let end = self.doc.tokens[piece.end - 1].span.end;
                text.push_str(self.doc.text.get(to.end as usize..end as usize).unwrap_or_default());
            }
            None => text.push_str(self.span(piece).of(self.doc.text)),
        }
    }

    /// A short form of an entity's name.
    fn name(&self, id: EntityId) -> &str {
        let name = self.entities.get(id.0 as usize).map_or("", |entity| entity.name.as_str());
        if name.chars().count() <= 30 { name } else { name.rsplit(' ').next().unwrap_or(name) }
    }

    /// A pronoun that is the subject of the clause, and whom it means.
    fn pronoun(&self, range: &Range<usize>, clause: &Clause) -> Option<(usize, EntityId)> {
        let near = range.start..range.end.min(range.start + 4);
        let subject = |at: &usize| {
            let text = self.words[*at].text.as_str();
            matches!(text, "hij" | "zij" | "ze" | "he" | "she")
        };
        let at = near.filter(|&at| self.words[at].layers & layer::DIRECT == 0).find(subject)?;
        let she = self.bits(at) & word::SHE != 0;
        let finite = clause.helpers[0].or(clause.finite);
        // `zij` with a plural verb are several.
        if she && finite.is_none_or(|finite| self.words[finite].text.ends_with("en")) {
            return None;
        }
        Some((at, self.person_before(at, if she { 2 } else { 1 })?))
    }

    /// The only person named in the last sentence before a token that names one. `other` is the gender that
    /// it cannot be.
    fn person_before(&self, at: usize, other: u32) -> Option<EntityId> {
        let start = self.doc.tokens[at].span.start;
        let end = self.mentions.partition_point(|(span, ..)| span.start < start);
        let mut found: Option<(EntityId, usize)> = None;
        let here = self.doc.sentence_at(start)?;
        for &(span, id, kind) in self.mentions[..end].iter().rev().take(BACK) {
            let sentence = self.doc.sentence_at(span.start)?;
            if found.is_some_and(|(_, last)| last != sentence) || sentence + 2 < here {
                break;
            }
            let name = self.entities.get(id.0 as usize).map_or("", |entity| entity.name.as_str());
            let given = name.split(' ').next().unwrap_or(name);
            if kind != EntityKind::Person || self.doc.lang.speech.genders.get(given) == Some(other) {
                continue;
            }
            if found.is_some_and(|(first, _)| first != id) {
                return None;
            }
            found = Some((id, sentence));
        }
        found.map(|(id, _)| id)
    }

    /// Who says `we` or `ik`, where the label is of direct speech.
    fn speaker(&self, range: &Range<usize>, at: usize) -> Option<(Option<EntityId>, String)> {
        if self.words[at].layers & layer::DIRECT == 0 {
            return None;
        }
        let own = |at: usize| {
            self.bits(at) & word::WE != 0
                || matches!(self.words[at].text.as_str(), "mijn" | "onze" | "my" | "our")
        };
        if !range.clone().take(40).any(own) {
            return None;
        }
        let start = self.doc.tokens[at].span.start;
        let before = self.quotes.partition_point(|quote| quote.span.start <= start);
        let holds = |quote: &&Quotation| quote.kind == QuotationKind::Direct && quote.span.end > start;
        let quote = self.quotes[..before].iter().rev().take(4).find(holds)?;
        let name = match quote.speaker {
            Some(id) => self.name(id).to_owned(),
            None => quote.speaker_name.clone(),
        };
        (!name.is_empty() && name.chars().count() <= 40).then_some((quote.speaker, name))
    }

    /// Who and what is named in a stretch.
    fn inside(&self, span: Span) -> Vec<EntityId> {
        let first = self.mentions.partition_point(|(mention, ..)| mention.start < span.start);
        let mut found = Vec::new();
        let inside = self.mentions[first..].iter().take_while(|(mention, ..)| mention.start < span.end);
        // A sentence names few things; an endless list of names is no cast.
        for &(_, id, kind) in inside.take(32) {
            if kind != EntityKind::Group && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// The place that a stretch names behind a preposition of place.
    fn place(&self, span: Span) -> Option<EntityId> {
        let first = self.mentions.partition_point(|(mention, ..)| mention.start < span.start);
        let inside =
            self.mentions[first..].iter().take_while(|(mention, ..)| mention.start < span.end).take(32);
        let mut places = inside.filter(|(_, _, kind)| *kind == EntityKind::Place);
        let prepositions = &self.doc.lang.names.place_prepositions;
        let placed = |mention: &&(Span, EntityId, EntityKind)| {
            let at = self.doc.tokens_in(mention.0).start;
            at.checked_sub(1).is_some_and(|before| prepositions.contains(&self.words[before].text.as_str()))
        };
        places.find(placed).map(|mention| mention.1)
    }
}

/// One space between words, no marks at the ends, no quotation mark or bracket without its other half.
fn tidy(text: &str) -> String {
    let mut tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (open, close) in [("“", "”"), ("„", "”"), ("‘", "’"), ("(", ")"), ("«", "»")] {
        let apostrophes = close == "’" && !tidy.contains(open);
        if !apostrophes && tidy.matches(open).count() != tidy.matches(close).count() {
            tidy = tidy.replace(open, "").replace(close, "");
        }
    }
    if tidy.matches('"').count() % 2 == 1 {
        tidy = tidy.replace('"', "");
    }
    let marks = |char: char| matches!(char, ',' | '.' | ';' | ':' | ' ' | '-' | '–' | '—');
    tidy.trim_start_matches(|char: char| marks(char) || matches!(char, '”' | '’'))
        .trim_end_matches(marks)
        .to_owned()
}
