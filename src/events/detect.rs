//! What speaks for a word's being an event that belongs on a timeline.

use super::clause::Clause;
use super::features::Features;
use super::status::relation;
use super::words::{Form, Word, layer};
use crate::analysis::{EventStatus, Time};
use crate::text::{BlockKind, Doc, TokenKind, tail};
use crate::times::{Interval, TimeKind};

/// Where a word stands.
pub(super) struct Place<'a, 't> {
    /// The document.
    pub doc: &'a Doc<'t>,
    /// Its words.
    pub words: &'a [Word<'a>],
    /// Its times.
    pub times: &'a [Time],
    /// The clause.
    pub clause: &'a Clause,
    /// All clauses of the sentence, and which it is.
    pub clauses: (&'a [Clause], usize),
    /// Whether a time stands in the sentence.
    pub dated_sentence: bool,
    /// What block it is.
    pub kind: BlockKind,
    /// Which block of running text it is.
    pub paragraph: usize,
    /// Whether the sentence asks something.
    pub question: bool,
    /// How often a lemma stands in the document, by the lemma.
    pub often: u32,
    /// What helper verbs the clauses before and behind have, and whether they are conditions.
    pub around: (Neighbour, Neighbour),
    /// The times of the sentence.
    pub sentence_times: core::ops::Range<usize>,
}

/// How the helper verbs of a clause beside set it, and whether it is a condition.
pub(super) type Neighbour = Option<(&'static str, bool)>;

impl Place<'_, '_> {
    /// The lemma of the verb at `at`, behind the prefix that parted from it, if one did.
    pub fn lemma(&self, at: usize) -> [&str; 2] {
        let word = &self.words[at];
        let finite = matches!(word.form, Form::Past | Form::Present | Form::Infinitive);
        let particle = self.clause.particle.filter(|&particle| finite && particle > at);
        [particle.map_or("", |particle| self.words[particle].text), word.lemma]
    }

    /// How the clause's helper verbs set it.
    pub fn helpers(&self) -> &'static str {
        self.clause.voice()
    }

    /// Where the first time of the sentence lies, seen from now.
    pub fn sentence_time(&self, now: Option<Interval>) -> &'static str {
        let dated = self.times[self.sentence_times.clone()].iter().find(|time| time.interval.is_some());
        dated.map_or("-", |time| relation(now, time.interval))
    }

    /// Title, lead, body, and so on.
    pub fn part(&self) -> &'static str {
        match self.kind {
            BlockKind::Title => "title",
            BlockKind::Heading => "head",
            BlockKind::ListItem => "item",
            _ if self.paragraph == 0 => "lead",
            _ if self.paragraph == 1 => "second",
            _ => "body",
        }
    }

    /// Whose words they are.
    pub fn voice(&self, at: usize) -> &'static str {
        match self.words[at].layers {
            layers if layers & layer::DIRECT != 0 => "d",
            layers if layers & layer::INDIRECT != 0 => "i",
            _ => "n",
        }
    }

    /// How near a time is, and what kind of time.
    pub fn nearness(&self, at: usize) -> (&'static str, &'static str) {
        if self.clause.times.is_empty() {
            return (if self.dated_sentence { "s" } else { "n" }, "-");
        }
        let span = self.doc.tokens[at].span;
        let clause = self.clause.times.clone();
        let middle = self.times.partition_point(|time| time.span.start < span.start);
        let near =
            [middle.checked_sub(1), Some(middle)].into_iter().flatten().filter(|at| clause.contains(at));
        let distance = |time: &Time| {
            let before = span.start.saturating_sub(time.span.end);
            before.max(time.span.start.saturating_sub(span.end))
        };
        let nearest = near.map(|at| &self.times[at]).min_by_key(|time| distance(time));
        let Some(time) = nearest else {
            return (if self.dated_sentence { "s" } else { "n" }, "-");
        };
        let kind = match time.kind {
            TimeKind::Duration => "dur",
            TimeKind::Set => "set",
            _ if time.interval.is_none() => "ref",
            TimeKind::Time => "time",
            TimeKind::Date if time.value.len() > 7 => "day",
            TimeKind::Date => "long",
        };
        (if distance(time) < 12 { "a" } else { "c" }, kind)
    }

    /// The first helper verb of the clause.
    pub fn helper(&self) -> &str {
        self.clause.helpers[0].map_or("-", |helper| self.words[helper].text)
    }

    /// What tells most of an event.
    pub fn hints(&self, at: usize, status: EventStatus) -> [&str; 6] {
        let form = self.words[at].form.code();
        [status.label(), form, self.voice(at), self.part(), self.helpers(), self.helper()]
    }

    /// A word of grammar as it stands, else what kind of token it is.
    fn around(&self, at: Option<usize>) -> &str {
        let Some(at) = at.filter(|at| self.clause.tokens.contains(at)) else { return "|" };
        let word = &self.words[at];
        match self.doc.tokens[at].kind {
            _ if word.layers & layer::TIME != 0 => "<t>",
            _ if word.layers & layer::NAME != 0 => "<n>",
            TokenKind::Number => "<0>",
            TokenKind::Word if word.open => word.form.code(),
            _ => word.text,
        }
    }

    /// The words of grammar of the clause, a few.
    pub fn grammar(&self) -> impl Iterator<Item = &str> {
        let words = &self.words[self.clause.tokens.clone()];
        let closed = |word: &&Word| !word.open && word.layers & (layer::TIME | layer::NAME) == 0;
        let words = words.iter().filter(closed).map(|word| word.text);
        words.filter(|text: &&str| text.len() > 1 && text.starts_with(char::is_alphabetic)).take(12)
    }

    /// Notes what tells most of the word at `at`: the word itself, and what stands right beside it.
    pub fn note_word(&self, at: usize, out: &mut Features) {
        let word = &self.words[at];
        let form = word.form.code();
        let [particle, lemma] = self.lemma(at);
        let (near, time) = self.nearness(at);
        let dated = if time == "-" || time == "ref" || time == "set" { near } else { "y" };
        let (helpers, voice) = (self.helpers(), self.voice(at));
        out.clear();
        out.add(&["bias"]);
        out.add(&["f=", form]);
        out.add(&["w=", word.text]);
        out.add(&["l=", particle, lemma]);
        if !particle.is_empty() {
            out.add(&["b=", word.lemma]);
        }
        out.add(&["l=", particle, lemma, "|", dated]);
        out.add(&["l=", particle, lemma, "|", helpers]);
        out.add(&["l=", particle, lemma, "|", voice]);
        // The last three characters to the last six.
        for (start, _) in word.text.char_indices().rev().take(6).skip(2).filter(|&(start, _)| start > 0) {
            out.add(&["x=", tail(word.text, start)]);
        }
        let first = self.around(at.checked_sub(1));
        out.add(&["f=", form, "|", helpers]);
        out.add(&["f=", form, "|", near, time]);
        out.add(&["p=", form, "|", first]);
        out.add(&["n=", form, "|", self.around(Some(at + 1))]);
    }

    /// Notes the other features: the clause and its surroundings.
    pub fn note_place(&self, at: usize, out: &mut Features) {
        let word = &self.words[at];
        let clause = self.clause;
        let form = word.form.code();
        let [particle, lemma] = self.lemma(at);
        let (near, time) = self.nearness(at);
        let dated = if time == "-" || time == "ref" || time == "set" { near } else { "y" };
        let (helpers, voice, part) = (self.helpers(), self.voice(at), self.part());
        out.add(&["f=", form, "|", voice]);
        out.add(&["f=", form, "|", part]);
        out.add(&["f=", form, "|", near, "|", helpers]);
        out.add(&["t=", near, time]);
        out.add(&["q=", voice, "|", near]);
        out.add(&["q=", voice, "|", part]);
        let before = at.checked_sub(1);
        let first = self.around(before);
        out.add(&["pp=", self.around(at.checked_sub(2)), "|", first, "|", form]);
        out.add(&["nn=", form, "|", self.around(Some(at + 1)), "|", self.around(Some(at + 2))]);
        if let Some(helper) = clause.helpers[0] {
            out.add(&["h=", form, "|", self.words[helper].text]);
        }
        // What else the clause has that may be the event in its place.
        let others = [
            ("P", clause.participle && word.form != Form::Participle),
            ("I", clause.infinitive && word.form != Form::Infinitive),
            ("N", clause.noun && !matches!(word.form, Form::Noun | Form::Nominal)),
            ("F", clause.finite.is_some_and(|finite| finite != at)),
        ];
        for (name, there) in others {
            if there {
                out.add(&["o=", form, "|", name]);
                out.add(&["o=", particle, lemma, "|", name]);
            }
        }
        if word.layers & layer::CUE != 0 {
            out.add(&["cue|", near]);
            out.add(&["cue|", form]);
        } else if clause.cue {
            out.add(&["cued|", form]);
        }
        if clause.negated {
            out.add(&["neg|", form]);
        }
        if clause.condition {
            out.add(&["if|", form]);
        }
        if self.question {
            out.add(&["ask|", form]);
        }
        if clause.past {
            out.add(&["past|", form]);
        }
        if let Some(opener) = clause.opener {
            out.add(&["c=", self.words[opener].text, "|", form]);
        }
        out.add(&["e=", form, if clause.named { "|1" } else { "|0" }]);
        out.add(&["v=", voice, "|", form, "|", helpers]);
        out.add(&["d=", form, "|", part, "|", dated]);
        if self.doc.tokens[at].span.end < self.doc.tokens.get(at + 1).map_or(0, |next| next.span.start) {
            let article = before.map_or("", |before| self.words[before].text);
            let of = self.words.get(at + 1).map_or("", |next| next.text);
            out.add(&[
                "a=",
                form,
                "|",
                if self.around(before).starts_with('<') { "-" } else { article },
                "|",
                of,
            ]);
        }
        for word in self.grammar() {
            out.add(&["g=", word]);
        }
        let ends = clause.tokens.end - at;
        let begins = at - clause.tokens.start;
        out.add(&["end=", form, "|", small(ends)]);
        out.add(&["begin=", form, "|", small(begins)]);
        let capital = self.doc.token_text(at).starts_with(char::is_uppercase);
        if capital {
            out.add(&["cap|", if begins == 0 { "0" } else { "1" }]);
        }
        if self.often > 1 {
            out.add(&["rep|", form]);
        }
        if word.layers & layer::SOURCE != 0 {
            out.add(&["source"]);
        }
    }
}

/// A small number as a word.
pub(super) fn small(number: usize) -> &'static str {
    ["0", "1", "2", "3", "4"].get(number).copied().unwrap_or(if number < 8 { "5" } else { "8" })
}
