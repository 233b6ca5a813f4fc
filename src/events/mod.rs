//! Events: triggers, dates and status.
//!
//! Three linear scorers over named features, trained on annotated articles (`train/src/events.rs`): which
//! words are events that belong on a timeline (`detect`), whether each happened (`status`), and which of the
//! dates that the text offers is its own (`dates`). `words` and `clause` read what the scorers look at;
//! `label` makes the clause that a reader sees, and `group` finds the mentions of one event.

mod clause;
mod dates;
mod detect;
mod features;
pub(crate) mod group;
mod label;
mod status;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;
mod words;

pub use features::{ALL_STATUSES, Dated, Features, Scorer};

use crate::analysis::{Entity, EntityId, EntityKind, Event, EventStatus, Quotation, Reason, Time};
use crate::lang::Table;
use crate::order::sorted;
use crate::text::{BlockKind, Doc, Span};
use crate::times::PartialDate;
use clause::{Clause, clauses};
use dates::{Asked, Before, Named, Options, Today, Told, point};
use detect::Place;
use features::Model;
use label::Labeller;
use words::{Word, layer};

/// Finds the events of a document and when they happened.
pub fn find(
    doc: &Doc<'_>,
    entities: &[Entity],
    times: &[Time],
    quotes: &[Quotation],
    date: Option<PartialDate>,
) -> Vec<Event> {
    find_with(doc, entities, times, quotes, date, &mut Model(&doc.lang.events.weights))
}

/// Finds events, with the choices left to `scorer`.
pub fn find_with(
    doc: &Doc<'_>,
    entities: &[Entity],
    times: &[Time],
    quotes: &[Quotation],
    date: Option<PartialDate>,
    scorer: &mut dyn Scorer,
) -> Vec<Event> {
    let kinds = words::kinds(doc);
    let words = words::words(doc, &kinds, entities, times, quotes);
    let often = words::often(&kinds.0);
    let mentions = mentions(entities);
    let hero = label::hero(entities);
    let labeller = Labeller { doc, words: &words, entities, mentions: &mentions, times, quotes, hero };
    let today = Today::new(date);
    let finder = Finder { doc, times, words: &words, often, today, labeller };
    let drafts = finder.drafts(scorer);
    let mut events = finder.events(&drafts, scorer);
    // Drafts and events are both in order of the text.
    let lemmas: Vec<&str> = drafts.events.iter().map(|draft| draft.lemma.as_str()).collect();
    group::group(&mut events, &lemmas);
    events
}

/// Names in order, with whose they are.
fn mentions(entities: &[Entity]) -> Vec<(Span, EntityId, EntityKind)> {
    let mut mentions = Vec::new();
    for (index, entity) in entities.iter().enumerate() {
        let id = EntityId(index as u32);
        mentions.extend(entity.mentions.iter().map(|mention| (mention.span, id, entity.kind)));
    }
    // Stable, so the mentions of one span stay in the order of their entities.
    sorted(&mentions, |mention| mention.0.key())
}

/// How sure a date from the story must be.
const TOLD: f32 = 0.6;

struct Finder<'a, 't> {
    doc: &'a Doc<'t>,
    times: &'a [Time],
    words: &'a [Word<'a>],
    /// How often each lemma stands in the document.
    often: Table<'a>,
    today: Today,
    labeller: Labeller<'a, 't>,
}

/// A sentence in which events were found.
struct Scene {
    sentence: usize,
    kind: BlockKind,
    paragraph: usize,
    question: bool,
    clauses: Vec<Clause>,
}

impl Scene {
    /// The times of the sentence.
    fn times(&self) -> core::ops::Range<usize> {
        let (first, last) = (self.clauses.first(), self.clauses.last());
        first.map_or(0, |clause| clause.times.start)..last.map_or(0, |clause| clause.times.end)
    }
}

/// An event before it is dated.
struct Draft {
    scene: usize,
    clause: usize,
    /// The token.
    at: usize,
    /// What speaks for it; see [`Scorer::word`].
    score: i32,
    status: EventStatus,
    /// The verb with its prefix, or the noun.
    lemma: String,
}

/// What is found of a document before dates.
struct Drafts {
    scenes: Vec<Scene>,
    events: Vec<Draft>,
}

impl<'a> Finder<'a, '_> {
    fn drafts(&self, scorer: &mut dyn Scorer) -> Drafts {
        let mut drafts = Drafts { scenes: Vec::new(), events: Vec::new() };
        let (mut paragraph, mut block) = (0, None);
        let mut features = Features::new(scorer.reads_names());
        for (index, sentence) in self.doc.sentences.iter().enumerate() {
            let kind = self.doc.blocks.get(sentence.block as usize).map(|block| block.kind);
            let kind =
                if sentence.heading { BlockKind::Heading } else { kind.unwrap_or(BlockKind::Paragraph) };
            if kind == BlockKind::Metadata {
                continue;
            }
            if kind == BlockKind::Paragraph
                && block.replace(sentence.block).is_some_and(|old| old != sentence.block)
            {
                paragraph += 1;
            }
            let clauses = clauses(self.doc, self.words, sentence, self.times);
            let end = sentence.end_token as usize;
            let asks = |back| end.checked_sub(back).is_some_and(|at| self.doc.token_text(at).ends_with('?'));
            let scene = Scene { sentence: index, kind, paragraph, question: asks(1) || asks(2), clauses };
            let before = drafts.events.len();
            for at in 0..scene.clauses.len() {
                self.clause(&scene, at, drafts.scenes.len(), scorer, &mut features, &mut drafts.events);
            }
            if drafts.events.len() > before {
                drafts.scenes.push(scene);
            }
        }
        self.statuses(&mut drafts, scorer, &mut features);
        drafts
    }

    fn clause(
        &self,
        scene: &Scene,
        clause: usize,
        index: usize,
        scorer: &mut dyn Scorer,
        features: &mut Features,
        found: &mut Vec<Draft>,
    ) {
        let mut place = self.place(scene, clause);
        for at in place.clause.tokens.clone() {
            let word = &self.words[at];
            if !word.open || word.layers & (layer::NAME | layer::TIME) != 0 {
                continue;
            }
            place.note_word(at, features);
            if scorer.is_unlikely(features) {
                continue;
            }
            place.often = self.often.get(word.lemma).unwrap_or_default();
            place.note_place(at, features);
            let span = self.span(at);
            let Some(score) = scorer.word(span, features) else { continue };
            let (status, lemma) = (EventStatus::Past, place.lemma(at).concat());
            found.push(Draft { scene: index, clause, at, score, status, lemma });
        }
    }

    fn place<'p>(&'p self, scene: &'p Scene, clause: usize) -> Place<'p, 'p> {
        let dated = |clause: &Clause| !clause.times.is_empty();
        let beside = |at: Option<usize>| {
            let clause = scene.clauses.get(at?)?;
            Some((clause.voice(), clause.condition))
        };
        Place {
            doc: self.doc,
            words: self.words,
            times: self.times,
            clause: &scene.clauses[clause],
            clauses: (&scene.clauses, clause),
            dated_sentence: scene.clauses.iter().any(dated),
            kind: scene.kind,
            paragraph: scene.paragraph,
            question: scene.question,
            often: 0,
            around: (beside(clause.checked_sub(1)), beside(Some(clause + 1))),
            sentence_times: scene.times(),
        }
    }

    /// Where a trigger stands: of `NAVO-top` the noun alone.
    fn span(&self, at: usize) -> Span {
        let span = self.doc.tokens[at].span;
        Span { start: span.start + words::noun_start(span.of(self.doc.text)) as u32, ..span }
    }

    /// Dates the events: first those of the text, then those of the headline, which tells what the text does.
    fn events(&self, drafts: &Drafts, scorer: &mut dyn Scorer) -> Vec<Event> {
        let mut told = Told::default();
        let mut named = Named::default();
        let mut events: Vec<Option<Event>> = vec![None; drafts.events.len()];
        let mut options = Options::new(scorer.reads_names());
        for title in [false, true] {
            for (at, draft) in drafts.events.iter().enumerate() {
                let scene = &drafts.scenes[draft.scene];
                if (scene.kind == BlockKind::Title) == title {
                    let before = self.before(drafts, at, (&events, &told), &named);
                    let event = self.event(draft, scene, (&events, &told), before, &mut options, scorer);
                    if event.value.is_some() {
                        named.note(&draft.lemma, at);
                    }
                    events[at] = Some(event);
                    told.tell(at, &events, self.today.now);
                }
            }
        }
        events.into_iter().flatten().collect()
    }

    /// What the events before one tell of it.
    fn before<'e>(
        &self,
        drafts: &Drafts,
        at: usize,
        (events, told): (&'e [Option<Event>], &Told),
        named: &Named<'_>,
    ) -> Before<'e> {
        let draft = &drafts.events[at];
        let [again, alike] = named.find(&draft.lemma).map(|at| point(events, at?));
        let tense = |at: usize| -> Option<[&'static str; 2]> {
            let other = drafts.events.get(at)?;
            let voice = drafts.scenes.get(other.scene)?.clauses.get(other.clause)?.voice();
            Some([self.words[other.at].form.code(), voice])
        };
        let previous = at.checked_sub(1).filter(|&before| drafts.events[before].scene == draft.scene);
        let previous = previous.and_then(|at| Some((events[at].as_ref()?.value.is_some(), tense(at)?)));
        Before { again, alike, last: told.last.and_then(tense), previous }
    }

    fn event(
        &self,
        draft: &Draft,
        scene: &Scene,
        (events, told): (&[Option<Event>], &Told),
        known: Before<'_>,
        options: &mut Options,
        scorer: &mut dyn Scorer,
    ) -> Event {
        let place = self.place(scene, draft.clause);
        let span = self.span(draft.at);
        let sentence = &self.doc.sentences[scene.sentence];
        let times = scene.times();
        let before = times.start.checked_sub(1).map(|at| (at, self.distance(at, scene)));
        let asked = Asked {
            place: &place,
            at: draft.at,
            status: draft.status,
            score: draft.score,
            sentence: scene.sentence,
            times,
            before,
            today: &self.today,
            events,
            told,
            known,
            hints: place.hints(draft.at, draft.status),
            grammar: place.grammar().collect(),
        };
        asked.options(options);
        let (chosen, sure) = scorer.date(span, options.dated());
        // A date that only the story tells is wrong more often than one that the sentence tells: undated rather than that.
        let told = options.when(chosen).is_some_and(|when| when.reason == Reason::NarrativeAnchor);
        let chosen = if told && sure < TOLD { 0 } else { chosen };
        let value = options.dated().get(chosen).and_then(|dated| dated.value.clone());
        let when = options.when(chosen).filter(|_| value.is_some());
        let (interval, reason) = when.map_or((None, Reason::NoTime), |when| (when.interval, when.reason));
        let label = self.labeller.label(&scene.clauses, draft.clause, draft.at, sentence.tokens());
        Event {
            span,
            label: label.text,
            confidence: scorer.share(draft.score) * if value.is_some() { sure } else { 1.0 },
            value,
            interval,
            status: draft.status,
            sentence: scene.sentence as u32,
            participants: label.participants,
            place: label.place,
            same_as: None,
            reason,
        }
    }

    /// How far a time before a sentence is from it.
    fn distance(&self, time: usize, scene: &Scene) -> &'static str {
        let here = &self.doc.sentences[scene.sentence];
        let span = self.times[time].span;
        let next = scene.sentence.checked_sub(1).map(|at| &self.doc.sentences[at]);
        match self.doc.blocks.get(here.block as usize) {
            Some(block) if block.span.contains(span) => {
                if next.is_some_and(|before| before.span.contains(span)) { "b" } else { "p" }
            }
            _ => "-",
        }
    }
}
