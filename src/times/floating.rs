//! Dates that leave open of which week or year they are: where not the document's date tells, what was told does.

use super::anchor::{Anchor, Direction};
use super::line::Line;
use super::reader::{Found, Reader};
use super::story::Story;
use super::terms::Term;
use super::{hours, tense, years};

/// A date that leaves open of which week or year it is.
pub(super) struct Floating<'a, 'l, 'd, 't> {
    pub reader: &'a Reader<'l, 'd, 't>,
    /// Its first piece, and one past its last or that of the stretch that it opens.
    pub at: usize,
    /// See `at`.
    pub stop: usize,
    /// Its sentence.
    pub index: usize,
    /// Whether it heads what follows.
    pub label: Option<Label>,
}

impl Floating<'_, '_, '_, '_> {
    /// What the words mean in this place; `found` is what they mean seen from the document's date.
    pub fn settle(&self, mut found: Found, story: &Story) -> Found {
        let (line, at) = (self.reader.line, self.at);
        let dated = found.value.date.is_some();
        if dated && self.label.is_some() {
            let next = self.next_label(&found, story);
            return instead(found, next);
        }
        if dated && let Some(from) = story.section(self.is_weekday()) {
            return instead(found, self.onward(from));
        }
        if dated
            && let Some(from) = story.thread(self.index)
            && (self.reader.now.0.is_none() || goes_on(line, at))
        {
            // `Op 3 maart 1998 ... In mei ...`: of the time that is told of.
            let again = self.reader.from(from, Direction::Ahead).expression(at);
            let before = |found: &Found| self.reader.now.0.is_none() || self.is_over(found);
            found = instead(found, again.filter(before));
        }
        let Some(Term::Weekday(day, _)) = line.term(at) else { return found };
        let past = tense::is_past(line, at);
        if let Some(from) = story.week_of(self.index, past) {
            let again = self.reader.from(from, Direction::Ahead).expression(at);
            found = instead(found, again.filter(|found| self.is_over(found)));
        }
        if !past
            && !self.names_its_day()
            && let Some(from) = story.named_day(day)
        {
            // `Woensdag 16 maart zijn de verkiezingen. ... De telling begint woensdag.`
            found = instead(found, self.reader.from(from, Direction::Ahead).expression(at));
        }
        found
    }

    /// Whether it is a day of the week with its day of the month: `vrijdag 12 tot en met zondag 14 juli`.
    pub fn names_its_day(&self) -> bool {
        let month = |at: usize| matches!(self.reader.line.term(at), Some(Term::Month(_)));
        self.is_weekday() && (self.at..self.stop).any(month)
    }

    fn is_weekday(&self) -> bool {
        matches!(self.reader.line.term(self.at), Some(Term::Weekday(..)))
    }

    /// The date of a label: it goes on from the label before; the first of them lies nearest to the document's date,
    /// whatever the tense of its line.
    fn next_label(&self, found: &Found, story: &Story) -> Option<Found> {
        let next = story.headed().and_then(|from| self.onward(from));
        if next.is_some() || self.is_weekday() || !years::is_label(self.reader.line, self.at, found.end) {
            return next;
        }
        let line = self.reader.line;
        let alone = found.end + 1 >= line.len();
        if alone { None } else { self.reader.from(self.reader.now, Direction::Nearest).expression(self.at) }
    }

    /// The first such date from another on that is not after the document.
    fn onward(&self, from: Anchor) -> Option<Found> {
        self.reader.from(from, Direction::Onward).expression(self.at).filter(|found| self.is_over(found))
    }

    /// Whether a date is not after the document.
    fn is_over(&self, found: &Found) -> bool {
        let begin = found.value.interval.and_then(|interval| interval.begin);
        begin < self.reader.now.0.and_then(|now| now.interval().until)
    }
}

/// How far a time that heads what follows holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `Dinsdag 13 juli`, a heading or alone in its paragraph: up to the next heading.
    Section,
    /// `5 april - De raad ...`: in its own paragraph.
    Paragraph,
}

/// Whether a time heads what follows.
pub(super) fn label(line: &Line<'_, '_>, at: usize, end: usize, heading: bool) -> Option<Label> {
    if at > 0 || !heading && !line.opens_block() {
        return None;
    }
    // `Dinsdag 13 juli, kort na de middag. In de raadszaal ...`
    let alone = line.len() <= end + 6 && tense::is_untold(line, 0);
    if heading || alone && line.is_whole_block() {
        return Some(Label::Section);
    }
    // `09.45 u. Het water zakt.`; one paragraph heads nothing.
    let logged = hours::is_sign(line, end);
    (line.doc.blocks.len() > 1 && (alone || logged || years::is_label(line, at, end)))
        .then_some(Label::Paragraph)
}

/// The same words read from another time, where they were.
fn instead(first: Found, again: Option<Found>) -> Found {
    match again.filter(|found| found.end <= first.end && found.end + 2 >= first.end) {
        Some(found) if found.end == first.end || first.side.is_some() => {
            Found { end: first.end, side: first.side, ..found }
        }
        _ => first,
    }
}

/// Whether a date that leaves its year open goes on with the time told before it: in the past tense, and no day
/// of the week, which is of the document's own week.
fn goes_on(line: &Line<'_, '_>, at: usize) -> bool {
    let week = matches!(line.term(at), Some(Term::Weekday(..) | Term::ShortDay(_)));
    let since = matches!(line.before(at), Some(Term::Since));
    !week && !since && tense::is_past(line, at)
}
