//! The dates that an event may have, and what speaks for each.

use super::detect::{Place, small};
use super::features::{Dated, Features};
use super::status::relation;
use crate::analysis::{EventStatus, Reason, Time};
use crate::text::Doc;
use crate::times::{Interval, PartialDate, TimeKind};

/// A date that an event may have.
#[derive(Clone, Debug)]
pub(super) struct When {
    /// The value.
    pub value: Option<String>,
    /// Where it lies.
    pub interval: Option<Interval>,
    /// How it is known.
    pub reason: Reason,
}

/// What was dated before an event, in the order that it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// The last dated event, with its sentence and block.
    pub last: Option<(String, Option<Interval>, usize, u32)>,
    /// The last dated event with another date than that.
    pub other: Option<(String, Option<Interval>)>,
    /// The first dated event of running text that is not after the document.
    pub main: Option<(String, Option<Interval>)>,
    /// The first that is.
    pub coming: Option<(String, Option<Interval>)>,
}

/// An event to be dated.
pub(super) struct Asked<'a, 'p, 't> {
    /// Where it stands.
    pub place: &'a Place<'p, 't>,
    /// Its token.
    pub at: usize,
    /// Its status.
    pub status: EventStatus,
    /// Its sentence, and the times of that.
    pub sentence: usize,
    /// See `sentence`.
    pub times: core::ops::Range<usize>,
    /// The last time before the sentence, and how far that is: `b` the sentence before, `p` the block, `-`.
    pub before: Option<(usize, &'static str)>,
    /// The document's date.
    pub date: Option<PartialDate>,
    /// What was told.
    pub told: &'a Told,
    /// The date of an event of the same lemma.
    pub again: Option<(String, Option<Interval>)>,
}

/// How many time expressions are looked at on either side of a trigger.
const REACH: usize = 4;

/// The dates in question.
pub(super) struct Options {
    /// What a choice brings.
    pub whens: Vec<When>,
    /// What speaks for each.
    pub dated: Vec<Dated>,
}

impl Options {
    /// Where the features of a date go; equal dates are one.
    fn of(&mut self, value: Option<&str>, interval: Option<Interval>, reason: Reason) -> &mut Features {
        let at = self.whens.iter().position(|when| when.value.as_deref() == value).unwrap_or_else(|| {
            self.whens.push(When { value: value.map(str::to_owned), interval, reason });
            self.dated.push(Dated { value: value.map(str::to_owned), features: Features::default() });
            self.whens.len() - 1
        });
        &mut self.dated[at].features
    }
}

impl Asked<'_, '_, '_> {
    /// All dates that the event may have; the first is "undated".
    #[expect(clippy::too_many_lines, reason = "one list of sources, in their order")]
    pub fn options(&self) -> Options {
        let mut options = Options { whens: Vec::new(), dated: Vec::new() };
        let place = self.place;
        let word = &place.words[self.at];
        let (form, status) = (word.form.code(), self.status.label());
        let (part, voice, helpers) = (place.part(), place.voice(self.at), place.helpers());
        let usable =
            |time: &Time| time.interval.is_some() && matches!(time.kind, TimeKind::Date | TimeKind::Time);
        let span = place.doc.tokens[self.at].span;
        let middle = place.times.partition_point(|time| time.span.start < span.start);
        let near = middle.saturating_sub(REACH).max(self.times.start)..(middle + REACH).min(self.times.end);
        let clause = &place.clause.times;
        let in_clause = near.clone().any(|at| clause.contains(&at) && usable(&place.times[at]));
        let in_sentence = near.clone().any(|at| usable(&place.times[at]));
        let there = if in_clause {
            "c"
        } else if in_sentence {
            "s"
        } else {
            "n"
        };

        let opener = place.clause.opener.map_or("-", |opener| &place.words[opener].text);
        let helper = place.clause.helpers[0].map_or("-", |helper| &place.words[helper].text);
        let hints = [status, form, voice, part, helpers, helper];
        let none = options.of(None, None, Reason::NoTime);
        for with in hints.into_iter().chain([word.lemma.as_str()]) {
            none.add(&["none|", with]);
            none.add(&["none|", there, "|", with]);
        }
        none.add(&["none|o=", opener, "|", there]);
        for word in place.grammar() {
            none.add(&["none|g=", word, "|", there]);
        }
        none.add(&["none|", there, "|", status, "|", voice]);
        none.add(&["none|", there, "|", status, "|", form]);

        let nearest: Vec<usize> = near.clone().filter(|&at| usable(&place.times[at])).collect();
        let distance = |at: usize| {
            let time = &place.times[at].span;
            span.start.saturating_sub(time.end).max(time.start.saturating_sub(span.end))
        };
        for &at in &nearest {
            let time = &place.times[at];
            let inside = clause.contains(&at);
            let rank = nearest.iter().filter(|&&other| distance(other) < distance(at)).count();
            let side = if at < middle { "<" } else { ">" };
            let far = small(distance(at) as usize / 8);
            let source = if inside { "c" } else { "s" };
            let value = day_value(&time.value);
            let reason = if inside { Reason::SameClause } else { Reason::SameSentence };
            let lead = word_before(place.doc, time);
            let kind = match (time.kind, time.value.len()) {
                (TimeKind::Time, _) => "time",
                (_, 0..=4) => "year",
                (_, 5..=7) => "month",
                _ => "day",
            };
            let out = options.of(Some(&value), time.interval, reason);
            for with in [side, far, small(rank), kind, form, status, voice, part, lead] {
                out.add(&[source, "|", with]);
            }
            out.add(&[source, "|o=", opener]);
            out.add(&[source, "|h=", helper]);
            if !inside {
                let gap = self.gap(at);
                out.add(&["gap", side, gap]);
                out.add(&["gap", side, gap, "|", opener]);
                out.add(&["gap", side, gap, "|", form]);
            }
            out.add(&[source, "|", there, side, small(rank)]);
            out.add(&[source, "|", there, "|", form, side, small(rank)]);
            out.add(&[source, "|", lead, "|", kind, "|", status]);
            out.add(&["rel|", status, relation(self.now(), time.interval)]);
            self.stretches(time, at, lead, source, &mut options);
        }
        if let Some((at, far)) = self.before {
            let time = &place.times[at];
            if usable(time) {
                let out = self.anchor(&mut options, &time.value, time.interval, &["before|", far]);
                for with in hints {
                    out.add(&["before|", far, there, "|", with]);
                }
                for word in place.grammar() {
                    out.add(&["before|", far, "|g=", word]);
                }
            }
        }
        if let Some((value, interval, sentence, block)) = &self.told.last {
            let same = match () {
                () if *sentence == self.sentence => "s",
                () if *block == self.block() => "b",
                () => "-",
            };
            let rel = relation(self.now(), *interval);
            let out = self.anchor(&mut options, value, *interval, &["last|", same]);
            for with in hints {
                out.add(&["last|", same, there, "|", with]);
            }
            out.add(&["last|", same, "|o=", opener]);
            for word in place.grammar() {
                out.add(&["last|", same, "|g=", word]);
            }
            out.add(&["last|", same, "|", rel, "|", status]);
        }
        let told = [("other|", &self.told.other), ("main|", &self.told.main), ("coming|", &self.told.coming)];
        for (name, told) in told {
            let Some((value, interval)) = told else { continue };
            let out = self.anchor(&mut options, value, *interval, &[name, ""]);
            for with in hints {
                out.add(&[name, there, "|", with]);
            }
            for word in place.grammar() {
                out.add(&[name, "g=", word]);
            }
            out.add(&[name, part, "|", status, "|", form]);
        }
        if let Some((value, interval)) = &self.again {
            let out = options.of(Some(value), *interval, Reason::SameEvent);
            for with in [status, form, part] {
                out.add(&["again|", there, "|", with]);
            }
        }
        if let Some(date) = self.date.map(|date| PartialDate { minute: None, ..date }) {
            let out = options.of(Some(&date.to_string()), Some(date.interval()), Reason::DocumentDate);
            for with in hints.into_iter().chain([word.lemma.as_str()]) {
                out.add(&["doc|", there, "|", with]);
            }
            for word in place.grammar() {
                out.add(&["doc|g=", word, "|", there]);
            }
            out.add(&["doc|", part, "|", status, "|", form]);
            out.add(&["doc|", there, "|", part, "|", status]);
            out.add(&["doc|", there, "|", status, "|", form, "|", helpers]);
            out.add(&["rel|", status, "="]);
        }
        options
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
        if let Some((day, _)) = full.split_once('T').filter(|_| !full.contains('/')) {
            let at = options.of(Some(&full), interval, Reason::NarrativeAnchor);
            at.add(&["clock|", name[0], name[1]]);
            at.add(&["rel|", status, relation(self.now(), interval)]);
            let whole = day.parse::<PartialDate>().ok().map(PartialDate::interval);
            let out = options.of(Some(day), whole, Reason::NarrativeAnchor);
            out.add(&["rel|", status, relation(self.now(), whole)]);
            return out;
        }
        let out = options.of(Some(&full), interval, Reason::NarrativeAnchor);
        out.add(&["rel|", status, relation(self.now(), interval)]);
        out
    }

    /// `sinds 1967`, `tot zondag`, `van mei tot juli`.
    fn stretches(&self, time: &Time, at: usize, lead: &str, source: &str, options: &mut Options) {
        let (status, place) = (self.status.label(), self.place);
        let today = self.date.map(|date| PartialDate { minute: None, ..date });
        if let Some(today) = today.filter(|_| !lead.is_empty() && source == "c") {
            let value = day_value(&time.value);
            let cut = match value.len() {
                4 => PartialDate { month: None, day: None, ..today },
                5..=7 => PartialDate { day: None, ..today },
                _ => today,
            };
            let past = relation(self.now(), time.interval) == "<";
            let at = time.interval.unwrap_or(EMPTY);
            for (now, name) in [(cut, "cut"), (today, "day")] {
                let (begin, until) = if past { (at, now.interval()) } else { (now.interval(), at) };
                let now = now.to_string();
                let text = if past { [&value, "/", &now].concat() } else { [&now, "/", &value].concat() };
                let interval = Interval { begin: begin.begin, until: until.until };
                let side = if past { "since" } else { "until" };
                let out = options.of(Some(&text), Some(interval), Reason::SameClause);
                out.add(&[side]);
                out.add(&[side, name]);
                out.add(&[side, "|", lead]);
                out.add(&[side, "|", status]);
                out.add(&[side, "|", lead, "|", status]);
            }
        }
        if let Some((night, day)) = time.value.strip_suffix("TNI").and_then(|day| Some((day, after(day)?))) {
            let out = options.of(Some(&[night, "/", &day].concat()), time.interval, Reason::SameClause);
            out.add(&["night"]);
            out.add(&["night|", source]);
            out.add(&["night|", status]);
        }
        let Some(next) = place.times.get(at + 1).filter(|_| self.times.contains(&(at + 1))) else { return };
        let between =
            place.doc.text.get(time.span.end as usize..next.span.start as usize).unwrap_or_default();
        let between = between.trim();
        if between.len() < 12
            && let (Some(first), Some(second)) = (time.interval, next.interval)
            && first.begin <= second.begin
            && next.kind != TimeKind::Duration
        {
            let value = [&day_value(&time.value), "/", &day_value(&next.value)].concat();
            let interval = Interval { begin: first.begin, until: second.until };
            let out = options.of(Some(&value), Some(interval), Reason::SameClause);
            out.add(&["pair|", between]);
            out.add(&["pair|", lead, "|", between]);
            out.add(&["pair|", source]);
        }
    }

    /// How many clauses lie between the event and a time of its sentence.
    fn gap(&self, time: usize) -> &'static str {
        let (clauses, here) = self.place.clauses;
        let there = clauses.iter().position(|clause| clause.times.contains(&time)).unwrap_or(here);
        small(there.abs_diff(here))
    }

    fn now(&self) -> Option<Interval> {
        self.date.map(PartialDate::interval)
    }

    fn block(&self) -> u32 {
        self.place.doc.sentences[self.sentence].block
    }
}

/// The day after a day.
fn after(day: &str) -> Option<String> {
    Some(day.parse::<PartialDate>().ok()?.interval().until?.date().to_string())
}

const EMPTY: Interval = Interval { begin: None, until: None };

/// The word before a time, if it is one of grammar.
fn word_before<'t>(doc: &Doc<'t>, time: &Time) -> &'t str {
    let before = doc.tokens_in(time.span).start.checked_sub(1).map_or("", |at| doc.token_text(at));
    let short = before.len() < 9 && before.starts_with(|char: char| char.is_ascii_lowercase());
    if short { before } else { "" }
}

/// An event's date: a part of the day gives the day, a clock time stays.
pub(super) fn day_value(value: &str) -> String {
    match value.split_once('T') {
        Some((day, "MO" | "AF" | "EV" | "NI")) => day.to_owned(),
        _ => value.to_owned(),
    }
}
