//! What speaks for an event's having happened, going on, coming, or not being so.

use super::detect::{Place, small};
use super::features::{Features, Scorer};
use super::words::{Form, layer, listed};
use super::{Clause, Drafts, Finder, Scene};
use crate::analysis::EventStatus;
use crate::lang::Table;
use crate::text::BlockKind;
use crate::times::Interval;

/// Where a time lies, seen from the document's date.
pub(super) fn relation(now: Option<Interval>, interval: Option<Interval>) -> &'static str {
    let (Some(now), Some(interval)) = (now, interval) else { return "?" };
    match (now.begin, now.until, interval.begin, interval.until) {
        (Some(begin), _, _, Some(until)) if until <= begin => "<",
        (_, Some(until), Some(begin), _) if begin >= until => ">",
        _ => "=",
    }
}

impl Finder<'_, '_> {
    /// Sets whether each event happened: first those of the text, then those of the headline, which tells what the
    /// text does.
    pub(super) fn statuses(&self, drafts: &mut Drafts, scorer: &mut dyn Scorer, features: &mut Features) {
        let now = self.today.now;
        let mut same: Vec<Option<EventStatus>> = Vec::new();
        let mut known = Table::default();
        let mut statuses = vec![EventStatus::Past; drafts.events.len()];
        let historic = small(self.historic(&drafts.scenes, now));
        for title in [false, true] {
            let mut before: Option<(EventStatus, usize)> = None;
            for (draft, status) in drafts.events.iter().zip(&mut statuses) {
                let scene = &drafts.scenes[draft.scene];
                if (scene.kind == BlockKind::Title) != title {
                    continue;
                }
                let place = self.place(scene, draft.clause);
                let slot = known.get_or_insert(&draft.lemma, same.len() as u32) as usize;
                if slot == same.len() {
                    same.push(None);
                }
                let before_it = before.map(|(status, scene)| (status, scene == draft.scene));
                let time = self.time_before(scene, now);
                let told = Known { same: same[slot], before: before_it, time, historic };
                note(&place, draft.at, now, &told, features);
                *status = scorer.status(self.span(draft.at), features);
                if *status != EventStatus::Hypothetical && is_denied(&place, draft.at) {
                    *status = EventStatus::Negated;
                }
                same[slot] = Some(*status);
                before = Some((*status, draft.scene));
            }
        }
        drafts.events.iter_mut().zip(statuses).for_each(|(draft, status)| draft.status = status);
    }

    /// How many clauses tell in the present tense what a time in them says is past.
    fn historic(&self, scenes: &[Scene], now: Option<Interval>) -> usize {
        let past = |clause: &&Clause| {
            let verb = clause.finite.map(|at| self.words[at].form);
            let times = &self.times[clause.times.clone()];
            verb == Some(Form::Present) && times.iter().any(|time| relation(now, time.interval) == "<")
        };
        scenes.iter().flat_map(|scene| &scene.clauses).filter(past).count()
    }

    /// Where the last time before a sentence lies, seen from now, and whether its paragraph is the same.
    fn time_before(&self, scene: &Scene, now: Option<Interval>) -> (&'static str, bool) {
        let Some(at) = scene.times().start.checked_sub(1) else { return ("-", false) };
        (relation(now, self.times[at].interval), self.distance(at, scene) != "-")
    }
}

/// Whether a word that denies stands right before a verb or its prefix, one word between at most: `niet vertrokken`,
/// `geen gewonden gevallen`, `ging niet door`. Of 147 such verbs that the annotated articles do not call
/// hypothetical, 143 are negated, more than the scorer finds in short sentences.
fn is_denied(place: &Place<'_, '_>, at: usize) -> bool {
    let denies = |at: usize| place.words[at].listed & listed::NEGATION != 0;
    let before = |at: usize, words: usize| {
        let near = at.saturating_sub(words)..at;
        near.into_iter().any(|at| place.clause.tokens.contains(&at) && denies(at))
    };
    let prefix = place.clause.particle.filter(|&particle| particle > at);
    place.words[at].form.is_verb() && (before(at, 2) || prefix.is_some_and(|prefix| before(prefix, 1)))
}

/// What is known of other events when one is asked about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// The status of another mention of the same verb or noun.
    pub same: Option<EventStatus>,
    /// The status of the event before, and whether that is of the same sentence.
    pub before: Option<(EventStatus, bool)>,
    /// Where the last time before the sentence lies, seen from now, and whether its paragraph is the same.
    pub time: (&'static str, bool),
    /// How many clauses of the document tell in the present tense what a time in them says is past: a few words.
    pub historic: &'static str,
}

/// Notes the features of the event at `at`.
pub(super) fn note(
    place: &Place<'_, '_>,
    at: usize,
    now: Option<Interval>,
    told: &Known,
    out: &mut Features,
) {
    let (words, clause) = (place.words, place.clause);
    let word = &words[at];
    let form = word.form.code();
    let (helpers, part) = (place.helpers(), place.part());
    out.clear();
    out.add(&["f=", form]);
    out.add(&["f=", form, "|", helpers]);
    out.add(&["f=", form, "|", part]);
    out.add(&["h=", helpers, "|", part]);
    out.add(&["q=", place.voice(at)]);
    out.add(&["l=", word.lemma]);
    for helper in clause.helpers.iter().flatten() {
        out.add(&["h=", words[*helper].text, "|", form]);
        out.add(&["h=", words[*helper].text]);
    }
    if let Some(finite) = clause.finite.filter(|&finite| finite != at) {
        out.add(&["g=", words[finite].form.code(), "|", form]);
        out.add(&["g=", words[finite].lemma]);
    }
    if let Some(opener) = clause.opener {
        out.add(&["c=", words[opener].text]);
    }
    let before = |back: usize| at.checked_sub(back).filter(|at| clause.tokens.contains(at));
    if let Some(before) = before(1) {
        out.add(&[
            "p=",
            if words[before].open { words[before].form.code() } else { words[before].text },
            "|",
            form,
        ]);
    }
    let te = before(1).is_some_and(|before| words[before].text == "te" || words[before].text == "to");
    if te && word.form == Form::Infinitive {
        out.add(&["te|", clause.finite.map_or("-", |finite| words[finite].form.code())]);
    }
    for other in clause.tokens.clone().take(40) {
        let text = words[other].text;
        if words[other].listed & listed::NEGATION != 0 {
            // A verb is denied by a word anywhere in its clause, a noun by one right before it or with its verb.
            let side = if other < at { "<" } else { ">" };
            let kind = if word.form.is_verb() { "v" } else { "n" };
            out.add(&["no"]);
            out.add(&["no|", kind]);
            out.add(&["no|", kind, side, small(other.abs_diff(at))]);
            out.add(&["no=", text, "|", kind]);
            out.add(&["no=", text]);
            out.add(&["no|", form]);
            out.add(&["no|", helpers]);
            out.add(&["no|", form, "|", helpers]);
            if other + 3 >= clause.tokens.end {
                out.add(&["no last|", form]);
            }
            if before(1) == Some(other) || before(2) == Some(other) {
                out.add(&["no near|", form]);
            }
        } else if !words[other].open && words[other].layers & (layer::TIME | layer::NAME) == 0 {
            out.add(&["a=", text]);
        }
    }
    if clause.condition {
        out.add(&["if|", form]);
        out.add(&["if|", helpers]);
    }
    let (before_it, behind) = (&place.around.0, &place.around.1);
    for (other, side) in [(before_it, "<"), (behind, ">")] {
        if let Some(other) = other {
            out.add(&["s", side, other.0]);
            out.add(&["s", side, if other.1 { "if" } else { "-" }]);
        }
    }
    out.add(&["q=", place.voice(at), "|", helpers, "|", form]);
    out.add(&["c=", clause.opener.map_or("-", |opener| words[opener].text), "|", helpers]);
    if place.question {
        out.add(&["ask"]);
    }
    let times = &place.times[clause.times.clone()];
    let dated = times.iter().find(|time| time.interval.is_some());
    let relation = dated.map_or("-", |time| relation(now, time.interval));
    out.add(&["t=", relation]);
    out.add(&["t=", relation, "|", form, "|", helpers]);
    out.add(&["t=", relation, "|", form, "|", part]);
    out.add(&["t=", relation, "|", helpers]);
    if relation == "-" {
        out.add(&["ts=", place.sentence_time(now), "|", form, "|", helpers]);
    }
    for time in times.iter().filter(|time| time.value.ends_with("_REF")).take(2) {
        out.add(&["v=", &time.value]);
    }
    let verb = clause.helpers[0].or(clause.finite).map_or("-", |verb| words[verb].text);
    out.add(&["t=", relation, "|", verb, "|", form]);
    out.add(&["ts=", place.sentence_time(now), "|", form, "|", part]);
    // `Om vijf uur vertrekt de laatste bezoeker`, told of a day long past.
    if matches!(word.form, Form::Present | Form::Infinitive) || helpers == "w" || helpers == "h" {
        let (relation, near) = told.time;
        let near = if near { "b" } else { "-" };
        out.add(&["tb=", relation, "|", near, "|", form, "|", helpers]);
        out.add(&["hist=", told.historic, "|", form, "|", helpers]);
        out.add(&["hist=", told.historic, "|", relation, "|", near]);
        out.add(&["hist=", told.historic, "|", relation, "|", form]);
        out.add(&["hist=", told.historic, "|", relation, "|", place.voice(at), "|", helpers]);
    }
    if let Some(same) = told.same {
        out.add(&["as=", same.label()]);
        out.add(&["as=", same.label(), "|", form, "|", part]);
    }
    if let Some((before, same)) = told.before {
        let far = if same { "s" } else { "-" };
        out.add(&["bs=", before.label(), "|", far]);
        out.add(&["bs=", before.label(), "|", far, "|", form]);
        out.add(&["bs=", before.label(), "|", far, "|", helpers, "|", form]);
    }
}
