//! The dates that an event may have, and what speaks for each.

mod nearby;
mod shifted;
mod told;

use super::detect::{Place, small};
use super::features::{Dated, Features};
use super::status::relation;
use super::words::Form;
use crate::analysis::{Event, EventStatus, Reason};
use crate::text::cut::split_once;
use crate::times::calendar::DAY;
use crate::times::{Interval, PartialDate};
use nearby::{Near, is_usable};
use shifted::precision;
use told::Events;
pub(super) use told::{Before, Named, Today, Told, point};

/// What a date brings besides its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    /// Where it lies.
    pub interval: Option<Interval>,
    /// How it is known.
    pub reason: Reason,
}

/// An event to be dated.
pub(super) struct Asked<'a, 'p, 't> {
    /// Where it stands.
    pub place: &'a Place<'p, 't>,
    /// Its token.
    pub at: usize,
    /// Its status.
    pub status: EventStatus,
    /// What speaks for its being an event; see [`super::features::Scorer::word`].
    pub score: i32,
    /// Its sentence, and the times of that.
    pub sentence: usize,
    /// See `sentence`.
    pub times: core::ops::Range<usize>,
    /// The last time before the sentence, and how far that is: `b` the sentence before, `p` the block, `-`.
    pub before: Option<(usize, &'static str)>,
    /// The document's day.
    pub today: &'a Today,
    /// The events that are dated.
    pub events: &'a Events,
    /// What they told.
    pub told: &'a Told,
    /// What the events before tell of it.
    pub known: Before<'a>,
    /// What tells most of it; see [`Place::hints`].
    pub hints: [&'a str; 6],
    /// The words of grammar of its clause, a few.
    pub grammar: Vec<&'a str>,
}

/// The dates in question. Its memory is used again.
#[derive(Default)]
pub(super) struct Options {
    /// How many there are; what lies behind is of an earlier event.
    count: usize,
    /// What a choice brings.
    whens: Vec<When>,
    /// What speaks for each.
    dated: Vec<Dated>,
    /// Whether features keep their names.
    named: bool,
}

impl Options {
    /// No options; `named` tells that features keep their names.
    pub fn new(named: bool) -> Self {
        Self { named, ..Self::default() }
    }

    /// The dates, each with what speaks for it.
    pub fn dated(&self) -> &[Dated] {
        self.dated.get(..self.count).unwrap_or_default()
    }

    /// What comes with a choice.
    pub fn when(&self, at: usize) -> Option<When> {
        self.whens.get(at).copied().filter(|_| at < self.count)
    }

    /// Where the features of a date go; equal dates are one.
    fn of(&mut self, value: Option<&str>, interval: Option<Interval>, reason: Reason) -> &mut Features {
        let known = self.dated().iter().position(|dated| dated.value.as_deref() == value);
        let at = known.unwrap_or_else(|| {
            let when = When { interval, reason };
            if self.count == self.dated.len() {
                self.dated.push(Dated { value: None, features: Features::new(self.named) });
                self.whens.push(when);
            }
            let dated = &mut self.dated[self.count];
            match (&mut dated.value, value) {
                (Some(old), Some(value)) => value.clone_into(old),
                (old, value) => *old = value.map(str::to_owned),
            }
            dated.features.clear();
            self.whens[self.count] = when;
            self.count += 1;
            self.count - 1
        });
        &mut self.dated[at].features
    }
}

impl Asked<'_, '_, '_> {
    /// Sets all dates that the event may have; the first is "undated".
    pub fn options(&self, options: &mut Options) {
        options.count = 0;
        let near = self.near();
        self.undated(near.there, options);
        self.nearby(&near, options);
        self.before(near.there, options);
        self.told(near.there, options);
        self.document(near.there, options);
        self.compare(&near, options);
    }

    fn undated(&self, there: &'static str, options: &mut Options) {
        let (form, status, voice) = (self.form(), self.status.label(), self.place.voice(self.at));
        let none = options.of(None, None, Reason::NoTime);
        for with in self.hints.iter().chain([&self.lemma()]) {
            none.add(&["none|", with]);
            none.add(&["none|", there, "|", with]);
        }
        none.add(&["none"]);
        // What may be no event at all is rather not placed.
        let sure = small((self.score.max(0) / 50) as usize);
        none.add(&["sure", sure]);
        none.add(&["sure", sure, "|", there]);
        none.add(&["none|o=", self.opener(), "|", there]);
        for word in &self.grammar {
            none.add(&["none|g=", word, "|", there]);
        }
        if let Some((dated, [before, voice])) = self.known.previous {
            let dated = if dated { "y" } else { "n" };
            none.add(&["none|", dated]);
            none.add(&["none|", dated, "|", there, "|", form]);
            none.add(&["none|", dated, "|", there, "|", status]);
            none.add(&["none|", dated, "|", before, "|", voice, "|", form, "|", self.place.helpers()]);
        }
        if let Some(article) = self.article() {
            none.add(&["none|a=", article, "|", there]);
        }
        none.add(&["none|", there, "|", status, "|", voice]);
        none.add(&["none|", there, "|", status, "|", form]);
    }

    /// The last time before the sentence.
    fn before(&self, there: &'static str, options: &mut Options) {
        let Some((at, far)) = self.before else { return };
        let time = &self.place.times[at];
        if !is_usable(time) {
            return;
        }
        let out = self.anchor(options, &time.value, time.interval, &["before|", far]);
        for with in self.hints {
            out.add(&["before|", far, there, "|", with]);
        }
        for word in &self.grammar {
            out.add(&["before|", far, "|g=", word]);
        }
        self.night(time, far, options);
    }

    /// The dates of events told before.
    fn told(&self, there: &'static str, options: &mut Options) {
        let (form, status, part) = (self.form(), self.status.label(), self.place.part());
        for (rank, (at, _)) in self.told.dates.iter().rev().enumerate().skip(1) {
            let Some((value, interval)) = point(self.events, *at) else { continue };
            let out = options.of(Some(value), interval, Reason::NarrativeAnchor);
            out.add(&["told|", small(rank), there]);
            out.add(&["told|", there, "|", status]);
            out.add(&["told|", there, "|", part]);
        }
        if let Some(last) = self.last()
            && let Some(value) = &last.value
        {
            let sentence = last.sentence as usize;
            let same = match () {
                () if sentence == self.sentence => "s",
                () if self.block(sentence) == self.block(self.sentence) => "b",
                () => "-",
            };
            let rel = relation(self.now(), last.interval);
            let out = self.anchor(options, value, last.interval, &["last|", same]);
            for with in self.hints {
                out.add(&["last|", same, there, "|", with]);
            }
            out.add(&["last|", same, "|o=", self.opener()]);
            for word in &self.grammar {
                out.add(&["last|", same, "|g=", word]);
            }
            out.add(&["last|", same, "|", rel, "|", status]);
            out.add(&["last|", same, "|", precision(value), "|", there]);
            out.add(&["last|", same, "|", precision(value), "|", form]);
            if let Some([before, voice]) = self.known.last {
                out.add(&["last|", same, "|", before, "|", voice, "|", form, "|", self.place.helpers()]);
                out.add(&["last|", there, "|", before, "|", voice, "|", form, "|", self.place.helpers()]);
            }
            if let Some(article) = self.article() {
                out.add(&["last|", same, "|a=", article]);
            }
        }
        let told = [("other|", self.told.other), ("main|", self.told.main), ("coming|", self.told.coming)];
        for (name, told) in told {
            let Some((value, interval)) = told.and_then(|at| point(self.events, at)) else { continue };
            let out = self.anchor(options, value, interval, &[name, ""]);
            for with in self.hints {
                out.add(&[name, there, "|", with]);
            }
            for word in &self.grammar {
                out.add(&[name, "g=", word]);
            }
            out.add(&[name, part, "|", status, "|", form]);
            if let Some(article) = self.article() {
                out.add(&[name, "a=", article]);
            }
        }
        for (name, point) in [("again|", self.known.again), ("alike|", self.known.alike)] {
            let Some((value, interval)) = point else { continue };
            let out = options.of(Some(value), interval, Reason::SameEvent);
            for with in [status, form, part] {
                out.add(&[name, there, "|", with]);
            }
            if let Some(article) = self.article() {
                out.add(&[name, there, "|a=", article]);
            }
        }
    }

    /// The document's day, and the day before.
    fn document(&self, there: &'static str, options: &mut Options) {
        let Some((day, interval)) = &self.today.day else { return };
        let (form, status, part) = (self.form(), self.status.label(), self.place.part());
        let out = options.of(Some(day), *interval, Reason::DocumentDate);
        for with in self.hints.iter().chain([&self.lemma()]) {
            out.add(&["doc|", there, "|", with]);
        }
        for word in &self.grammar {
            out.add(&["doc|g=", word, "|", there]);
        }
        out.add(&["doc|", part, "|", status, "|", form]);
        out.add(&["doc|", there, "|", part, "|", status]);
        out.add(&["doc|", there, "|", status, "|", form, "|", self.place.helpers()]);
        out.add(&["rel|", status, "="]);
        self.yesterday(there, options);
    }

    /// What holds for a date wherever it comes from: its precision, how far it is from the document's, how often
    /// it was told, and whether it is before or after what was told last.
    fn compare(&self, near: &Near, options: &mut Options) {
        let (form, status, helpers) = (self.form(), self.status.label(), self.place.helpers());
        let (there, part, helper) = (near.there, self.place.part(), self.helper());
        let last = self.last().and_then(|last| last.interval);
        for at in 0..options.count {
            let interval = options.whens[at].interval;
            let Dated { value: Some(value), features: out } = &mut options.dated[at] else { continue };
            let (precise, often) = (precision(value), self.told.often(value, self.events));
            let far = distance(self.now(), interval);
            for with in [there, status, form] {
                out.add(&[precise, "|", with]);
            }
            out.add(&["z", far, "|", status]);
            out.add(&["z", far, "|", there, "|", form]);
            out.add(&["z", far, "|", part]);
            out.add(&["z", far, "|", status, "|", helpers]);
            out.add(&["u", often, "|", there]);
            out.add(&["u", often, "|", precise]);
            out.add(&["u", often, "|", part]);
            let order = relation(last, interval);
            out.add(&["r", order, "|", form, "|", helpers]);
            out.add(&["r", order, "|", there, "|", helper]);
        }
    }

    /// The features of a date told before. What happens beside something with a clock time has its day alone.
    fn anchor<'o>(
        &self,
        options: &'o mut Options,
        value: &str,
        interval: Option<Interval>,
        name: &[&str; 2],
    ) -> &'o mut Features {
        let status = self.status.label();
        let full = day_value(value);
        if let Some((day, _)) = split_once(full, "T").filter(|_| !full.contains('/')) {
            let at = options.of(Some(full), interval, Reason::NarrativeAnchor);
            at.add(&["clock|", name[0], name[1]]);
            at.add(&["rel|", status, relation(self.now(), interval)]);
            let whole = day.parse::<PartialDate>().ok().map(PartialDate::interval);
            let out = options.of(Some(day), whole, Reason::NarrativeAnchor);
            out.add(&["rel|", status, relation(self.now(), whole)]);
            return out;
        }
        let out = options.of(Some(full), interval, Reason::NarrativeAnchor);
        out.add(&["rel|", status, relation(self.now(), interval)]);
        out
    }

    fn form(&self) -> &'static str {
        self.place.words[self.at].form.code()
    }

    fn lemma(&self) -> &str {
        self.place.words[self.at].lemma
    }

    /// The word of grammar that opens the clause.
    fn opener(&self) -> &str {
        self.place.clause.opener.map_or("-", |opener| self.place.words[opener].text)
    }

    /// The article or pronoun before a noun: `de stemming` was told of, `een stemming` was not.
    fn article(&self) -> Option<&str> {
        let word = &self.place.words[self.at];
        let noun = matches!(word.form, Form::Noun | Form::Nominal);
        let before = self.at.checked_sub(1).filter(|at| noun && self.place.clause.tokens.contains(at))?;
        let before = &self.place.words[before];
        Some(if before.open { "-" } else { before.text })
    }

    /// The first helper verb of the clause.
    fn helper(&self) -> &str {
        self.place.helper()
    }

    fn now(&self) -> Option<Interval> {
        self.today.now
    }

    /// The dated event told last.
    fn last(&self) -> Option<&Event> {
        self.events.get(self.told.last?)?.as_ref()
    }

    fn block(&self, sentence: usize) -> u32 {
        self.place.doc.sentences.get(sentence).map_or(0, |sentence| sentence.block)
    }
}

/// How far a date is from the document's, in steps.
fn distance(now: Option<Interval>, interval: Option<Interval>) -> &'static str {
    let begin = |interval: Option<Interval>| interval?.begin;
    let (Some(now), Some(then)) = (begin(now), begin(interval)) else { return "?" };
    match now.0.div_euclid(DAY) - then.0.div_euclid(DAY) {
        ..=-31 => ">d",
        -30..=-8 => ">c",
        -7..=-2 => ">b",
        -1 => ">a",
        0 => "0",
        1 => "<a",
        2 => "<b",
        3..=7 => "<c",
        8..=31 => "<d",
        32..=366 => "<e",
        _ => "<f",
    }
}

/// An event's date: a part of the day gives the day, a clock time stays.
pub(super) fn day_value(value: &str) -> &str {
    match split_once(value, "T") {
        Some((day, "MO" | "AF" | "EV" | "NI")) => day,
        _ => value,
    }
}
