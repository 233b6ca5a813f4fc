//! Times of day: `19.30 uur`, `half acht`, `kwart over zes 's ochtends`, `8 p.m.`.

use super::sentence::Line;
use super::terms::{Part, Term};

/// A clock time: one past its last token, minutes since midnight, and the part of the day that it names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub end: usize,
    pub minutes: u32,
    pub part: Option<Part>,
    /// Whether the hour is a small one that is meant of the afternoon unless a part of the day says otherwise.
    pub afternoon: bool,
}

impl Clock {
    /// Minutes since midnight, in the afternoon where nothing says otherwise.
    pub fn alone(self) -> u32 {
        self.minutes + if self.afternoon { 12 * 60 } else { 0 }
    }
}

/// Reads a clock time that starts at token `at`. `led` tells that a preposition such as `om` comes before.
pub(super) fn read(line: &Line<'_, '_>, at: usize, led: bool) -> Option<Clock> {
    let said = spoken(line, at);
    let afternoon = said.is_some_and(|(minutes, ..)| minutes < 6 * 60);
    let (minutes, end, sure) = digital(line, at).or(said).or_else(|| whole(line, at, led))?;
    if !sure && !led {
        return None;
    }
    let end = end + usize::from(line.term(end) == Some(Term::Hour));
    let (part, end) = part_behind(line, end);
    let hour = part.map_or(minutes / 60, |part| part.hour(minutes / 60));
    // `half drie` without more is in the afternoon: what happens at night says so.
    let afternoon = afternoon && part.is_none();
    Some(Clock { end, minutes: hour * 60 + minutes % 60, part, afternoon }).filter(|_| hour <= 24)
}

/// `'s avonds`, `in de ochtend` behind the time.
fn part_behind(line: &Line<'_, '_>, end: usize) -> (Option<Part>, usize) {
    match (line.term(end), line.term(end + 1), line.term(end + 2)) {
        (Some(Term::Habit(part)), _, _) => {
            (Some(part), end + 1 + usize::from(matches!(line.word(end), "'s" | "’s")))
        }
        (Some(Term::Preposition), Some(Term::Article), Some(Term::Part(part))) => (Some(part), end + 3),
        _ => (None, end),
    }
}

/// `19.30`, `19:30`, `10u05`, `8:30 p.m.`: minutes, end, whether it can be nothing else.
fn digital(line: &Line<'_, '_>, at: usize) -> Option<(u32, usize, bool)> {
    if !line.is_number(at) {
        return None;
    }
    let word = line.word(at);
    let mark = [':', '.', 'u', 'h'].into_iter().find(|&mark| word.matches(mark).count() == 1)?;
    let (hour, minute) = word.split_once(mark)?;
    let minute_digits = minute.len() == 2 || (mark == 'u' && minute.is_empty());
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !minute_digits || hour.is_empty() || hour.len() > 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    let hour = hour.parse::<u32>().ok().filter(|&hour| hour < 25)?;
    let minute =
        if minute.is_empty() { 0 } else { minute.parse::<u32>().ok().filter(|&minute| minute < 60)? };
    let sure = mark != '.' || line.term(at + 1) == Some(Term::Hour);
    Some(half_day(line, at + 1, hour, minute).unwrap_or((hour * 60 + minute, at + 1, sure)))
}

/// `p.m.` behind an hour.
fn half_day(line: &Line<'_, '_>, at: usize, hour: u32, minute: u32) -> Option<(u32, usize, bool)> {
    match line.term(at) {
        Some(Term::HalfDay(add)) if (1..=12).contains(&hour) => {
            Some(((hour % 12 + u32::from(add)) * 60 + minute, at + 1, true))
        }
        _ => None,
    }
}

/// `half acht`, `kwart voor drie`, `tien over half twaalf`.
fn spoken(line: &Line<'_, '_>, at: usize) -> Option<(u32, usize, bool)> {
    let (offset, next) = match (line.term(at), line.term(at + 1)) {
        (Some(Term::Half), Some(Term::Number(_))) => (0, at),
        (Some(Term::Quarter), Some(Term::FromNow | Term::Past)) => (15, at + 2),
        (Some(Term::Quarter), Some(Term::To)) => (-15, at + 2),
        (Some(Term::Number(minutes)), Some(Term::FromNow)) if minutes < 30 => (minutes as i32, at + 2),
        (Some(Term::Number(minutes)), Some(Term::To)) if minutes < 30 => (-(minutes as i32), at + 2),
        _ => return None,
    };
    let half = line.term(next) == Some(Term::Half);
    let hour = line.number(next + usize::from(half)).filter(|hour| (1..=24).contains(hour))?;
    // `vijf voor twaalf` is a clock time; `een voor een` and `twee over zes` of other things are not sure.
    let minutes = hour as i32 * 60 - if half { 30 } else { 0 } + offset;
    let end = next + 1 + usize::from(half);
    // `half vijf procent` is a share.
    let share = matches!(line.word(end), "procent" | "miljoen" | "jaar" | "dozijn");
    let sure = !share && (half || line.term(at) == Some(Term::Quarter));
    (!share).then_some((minutes.max(0) as u32, end, sure))
}

/// `acht uur`, `18 uur`, `8 p.m.`: sure only after a preposition or with a part of the day.
fn whole(line: &Line<'_, '_>, at: usize, led: bool) -> Option<(u32, usize, bool)> {
    let hour = line.number(at).filter(|&hour| hour <= 24)?;
    if let Some(found) = half_day(line, at + 1, hour, 0) {
        return Some(found);
    }
    (line.term(at + 1) == Some(Term::Hour)).then(|| {
        let part = matches!(line.term(at + 2), Some(Term::Habit(_)));
        (hour * 60, at + 1, part || led)
    })
}
