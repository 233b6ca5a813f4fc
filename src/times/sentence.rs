//! The time expressions of one sentence, each placed by what the article has told.

use super::PartialDate;
use super::anchor::Anchor;
use super::floating::{Floating, Label, label};
use super::line::Line;
use super::range;
use super::reader::{Found, Reader};
use super::story::Story;
use super::tense;
use super::terms::Term;
use super::values::Value;

/// The expressions of sentence `index`, each with its first piece and one past its last. `heading` tells that the
/// sentence heads what follows.
pub(super) fn times(
    line: &Line<'_, '_>,
    now: Anchor,
    story: &mut Story,
    index: usize,
    heading: bool,
) -> Vec<(usize, usize, Found)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        if !line.may_start(at) {
            at += 1;
            continue;
        }
        let reader = Reader { line, now, last: story.last(), last_day: story.last_day(), toward: None };
        let Some(range::Read { mut first, second }) = range::read(&reader, at) else {
            at += 1;
            continue;
        };
        let stop = second.as_ref().map_or(first.end, |(_, _, second)| second.end);
        let label = label(line, at, first.end, heading);
        let floating = Floating { reader: &reader, at, stop, index, label };
        let alone = second.is_none();
        if first.floats && alone {
            first = floating.settle(first, story);
        }
        if floating.names_its_day() {
            story.name_days(&first, second.as_ref().map(|(_, _, second)| second));
        }
        let open = range::is_hour(&first) || first.habit.is_some();
        if range::is_hour(&first) && alone && is_habit(line, at) && !story.is_told(index) {
            first.value = Value::plain(format!("XXXX-XX-XX{}", first.value.text));
        } else if label == Some(Label::Paragraph) && range::is_hour(&first) && alone {
            story.place_label(&mut first);
        } else if open {
            if alone
                && !story.is_told(index)
                && let Some(day) = day_behind(&reader, first.end)
            {
                story.tell(&day, index);
            }
            story.place(&mut first, index, !tense::is_past(line, at));
        }
        if let Some(label) = label.filter(|_| !open) {
            story.head(&first, index, label);
        }
        let end = first.end.clamp(at + 1, line.len());
        let Some((joint, next, mut second)) = second else {
            story.tell(&first, index);
            found.push((at, end, first));
            at = end;
            continue;
        };
        if open && range::is_hour(&second) {
            close_hours(&first, &mut second, now, story, index);
            range::close(&reader, &mut first, &second, joint);
        }
        story.tell(&first, index);
        story.tell(&second, index);
        found.push((at, end, first));
        at = second.end.clamp(next + 1, line.len());
        found.push((next, at, second));
    }
    found
}

/// A day that stands further on in the clause of an hour: `klokslag twaalf uur luiden vandaag de klokken`.
fn day_behind(reader: &Reader<'_, '_, '_>, end: usize) -> Option<Found> {
    let line = reader.line;
    (end..line.len().min(end + 4)).take_while(|&at| !line.is_mark(at)).find_map(|at| {
        matches!(line.term(at), Some(Term::Day(..) | Term::Weekday(_, None))).then(|| reader.day(at))?
    })
}

/// The hour that ends a stretch of hours.
fn close_hours(first: &Found, second: &mut Found, now: Anchor, story: &mut Story, index: usize) {
    if let Some(value) = first.value.date.and_then(|date| range::later_hour(date, second)) {
        second.value = value;
        return;
    }
    story.place(second, index, true);
    // Without a day: the stretch may run past midnight.
    let begin = range::hour_of(&first.value).map(|minutes| minutes as u16);
    let day = now.0.filter(|date| date.day.is_some()).map(|date| PartialDate { minute: begin, ..date });
    if let Some(value) = day.and_then(|day| range::later_hour(day, second)) {
        second.value.interval = value.interval;
    }
}

/// Whether the sentence speaks of what always or never happens: `elke dag om acht uur`.
fn is_habit(line: &Line<'_, '_>, at: usize) -> bool {
    let habit = |at: usize| {
        matches!(line.term(at), Some(Term::Every | Term::Set(_) | Term::Weekly(_) | Term::Always))
    };
    (at.saturating_sub(12)..line.len().min(at + 12)).any(habit) && !tense::is_past(line, at)
}
