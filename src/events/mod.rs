//! Events: triggers, dates and status.
//!
//! A trigger is a verb of change or a noun for a happening (`trigger`); its date is the time expression of
//! its clause, else of its sentence, else unknown; its status follows tense, modals and negation.

mod clause;
mod label;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;
mod trigger;

use crate::analysis::{Entity, EntityId, EntityKind, Event, EventStatus, Quotation, Reason, Time};
use crate::lang::Language;
use crate::order::sorted;
use crate::text::{BlockKind, Doc, Sentence, Span};
use crate::times::{Interval, PartialDate, TimeKind};
use clause::{Clause, clauses};
use trigger::Trigger;

/// Finds the events of a document and when they happened.
pub fn find(
    doc: &Doc<'_>,
    entities: &[Entity],
    times: &[Time],
    quotes: &[Quotation],
    date: Option<PartialDate>,
) -> Vec<Event> {
    let finder = Finder::new(doc, entities, times, quotes, date);
    let mut found = Vec::new();
    for (index, sentence) in doc.sentences.iter().enumerate() {
        let kind = doc.blocks.get(sentence.block as usize).map(|block| block.kind);
        if kind == Some(BlockKind::Metadata) || sentence.heading {
            continue;
        }
        finder.sentence(index, sentence, kind == Some(BlockKind::Title), &mut found);
    }
    found
}

struct Finder<'a, 't> {
    doc: &'a Doc<'t>,
    times: &'a [Time],
    /// Names in order, with whose they are.
    mentions: Vec<(Span, EntityId, EntityKind)>,
    /// Cues in order.
    cues: Vec<Span>,
    now: Option<Interval>,
}

/// How many time expressions are looked at on either side of a trigger.
const REACH: usize = 8;

/// When an event is, and how that is known.
struct When {
    value: Option<String>,
    interval: Option<Interval>,
    reason: Reason,
}

impl<'a, 't> Finder<'a, 't> {
    fn new(
        doc: &'a Doc<'t>,
        entities: &[Entity],
        times: &'a [Time],
        quotes: &[Quotation],
        date: Option<PartialDate>,
    ) -> Self {
        let mut mentions = Vec::new();
        for (index, entity) in entities.iter().enumerate() {
            let id = EntityId(index as u32);
            mentions.extend(entity.mentions.iter().map(|mention| (mention.span, id, entity.kind)));
        }
        // Stable, so the mentions of one span stay in the order of their entities.
        let mentions = sorted(&mentions, |mention| mention.0.key());
        let cues = quotes.iter().filter_map(|quote| quote.cue).collect::<Vec<_>>();
        let cues = sorted(&cues, |cue| cue.key());
        Self { doc, times, mentions, cues, now: date.map(PartialDate::interval) }
    }

    fn sentence(&self, index: usize, sentence: &Sentence, title: bool, found: &mut Vec<Event>) {
        let clauses = clauses(self.doc, sentence, self.times);
        let all = match (clauses.first(), clauses.last()) {
            (Some(first), Some(last)) => first.times.start..last.times.end,
            _ => return,
        };
        let participants = self.participants(sentence.span);
        for clause in &clauses {
            for at in clause.tokens.clone() {
                let span = self.doc.tokens[at].span;
                if self.is_taken(span) {
                    continue;
                }
                let Some(trigger) =
                    trigger::trigger(self.doc, at, clause, title).or_else(|| self.verb_second(at, clause))
                else {
                    continue;
                };
                let span = trigger::head(self.doc, at, trigger);
                let when = self.when(span, clause, all.clone());
                let status = self.status(trigger, clause, &when, title);
                found.push(Event {
                    span,
                    label: label::label(self.doc, at, clause.tokens.clone(), sentence.tokens()),
                    confidence: confidence(trigger, when.reason),
                    value: when.value,
                    interval: when.interval,
                    status,
                    sentence: index as u32,
                    participants: participants.clone(),
                    reason: when.reason,
                });
            }
        }
    }

    /// Whether the word is a name, a cue or part of a time expression already.
    fn is_taken(&self, span: Span) -> bool {
        let time = self.times.partition_point(|time| time.span.end <= span.start);
        let cue = self.cues.partition_point(|cue| cue.end <= span.start);
        let name = self.mentions.partition_point(|(mention, ..)| mention.start < span.end);
        self.times.get(time).is_some_and(|time| time.span.overlaps(span))
            || self.cues.get(cue).is_some_and(|cue| cue.overlaps(span))
            || name > 0 && self.mentions[name - 1].0.contains(span)
    }

    fn participants(&self, sentence: Span) -> Vec<EntityId> {
        let first = self.mentions.partition_point(|(span, ..)| span.start < sentence.start);
        let mut found = Vec::new();
        let inside = self.mentions[first..].iter().take_while(|(span, ..)| span.start < sentence.end);
        // A sentence names few things; an endless list of names is no cast.
        for &(_, id, kind) in inside.take(32) {
            if kind != EntityKind::Group && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// The finite verb behind a time that opens a main clause: `Vorige maand peilde de bond ...` (a main
    /// clause has its finite verb in second place; Algemene Nederlandse Spraakkunst, section 21.1).
    fn verb_second(&self, at: usize, clause: &Clause) -> Option<Trigger> {
        let lang = self.doc.lang;
        let time = self.times[clause.times.clone()].first()?;
        let tokens = self.doc.tokens_in(time.span);
        let opens = tokens.start <= clause.tokens.start + 1 && tokens.end == at;
        let word = self.doc.token_text(at);
        let verb = word.len() > 3
            && word.chars().all(char::is_lowercase)
            && lang.helper(word).is_none()
            && !lang.speech.stops.contains(&word)
            && !lang.speech.verbs.contains(word)
            && ["t", "de", "te", "den", "ten"].iter().any(|ending| word.ends_with(ending));
        if !opens || !verb || self.doc.language != Language::Dutch {
            return None;
        }
        Some(if word.ends_with('t') { Trigger::Present } else { Trigger::Past })
    }

    /// The time nearest to the trigger in its clause, else the only one of the sentence.
    fn when(&self, trigger: Span, clause: &Clause, sentence: core::ops::Range<usize>) -> When {
        let usable =
            |time: &&Time| time.interval.is_some() && matches!(time.kind, TimeKind::Date | TimeKind::Time);
        let distance =
            |time: &&Time| time.span.start.abs_diff(trigger.start).min(time.span.end.abs_diff(trigger.start));
        // The nearest ones on either side are enough; a clause without end may hold thousands.
        let middle = self.times.partition_point(|time| time.span.start < trigger.start);
        let near =
            middle.saturating_sub(REACH).max(clause.times.start)..(middle + REACH).min(clause.times.end);
        let here = self.times.get(near).unwrap_or_default().iter().filter(usable).min_by_key(distance);
        let mut around = self.times[sentence].iter().take(2 * REACH).filter(usable);
        let only = around.next().filter(|_| around.next().is_none());
        let (time, reason) = match (here, only) {
            (Some(time), _) => (Some(time), Reason::SameClause),
            (None, Some(time)) => (Some(time), Reason::SameSentence),
            (None, None) => (None, Reason::NoTime),
        };
        When {
            value: time.map(|time| day_value(&time.value)),
            interval: time.and_then(|time| time.interval),
            reason,
        }
    }

    fn status(&self, trigger: Trigger, clause: &Clause, when: &When, title: bool) -> EventStatus {
        let later = match (self.now.and_then(|now| now.until), when.interval.and_then(|at| at.begin)) {
            (Some(now), Some(begin)) => begin >= now,
            _ => false,
        };
        if clause.negated && trigger != Trigger::Noun {
            return EventStatus::Negated;
        }
        if clause.condition || clause.modal {
            return EventStatus::Hypothetical;
        }
        if later {
            return EventStatus::Future;
        }
        match trigger {
            Trigger::Past => EventStatus::Past,
            Trigger::Participle if clause.perfect || clause.past || title => EventStatus::Past,
            Trigger::Participle => EventStatus::Future,
            Trigger::Infinitive => EventStatus::Future,
            Trigger::Present if title => EventStatus::Past,
            Trigger::Present => EventStatus::Present,
            Trigger::Noun if clause.future || clause.passive && !clause.past => EventStatus::Future,
            Trigger::Noun => EventStatus::Past,
        }
    }
}

/// An event's date: a part of the day gives the day, a clock time stays.
fn day_value(value: &str) -> String {
    match value.split_once('T') {
        Some((day, "MO" | "AF" | "EV" | "NI")) => day.to_owned(),
        _ => value.to_owned(),
    }
}

fn confidence(trigger: Trigger, reason: Reason) -> f32 {
    let verb = if trigger == Trigger::Noun { 0.0 } else { 0.1 };
    verb + match reason {
        Reason::SameClause => 0.75,
        Reason::SameSentence => 0.55,
        _ => 0.4,
    }
}
