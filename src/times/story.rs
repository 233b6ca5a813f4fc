//! What an article has spoken of so far: which day an hour is of, and what `een dag later` counts from.

use super::anchor::Anchor;
use super::calendar;
use super::floating::Label;
use super::hours;
use super::log::Log;
use super::range::hour_of;
use super::reader::Found;
use super::terms::Part;
use super::values::{Value, civil, with_clock, with_part};
use super::{Interval, PartialDate, TimeKind};

/// How many sentences may lie between two hours of one day.
const REACH: usize = 10;

/// How many sentences a thread holds without a date of its own.
const THREAD: usize = 2;

/// How many days are remembered by their names.
const NAMED: usize = 8;

/// So many hours make a report by the hour.
const HOURS: usize = 4;

/// The days that were mentioned.
pub(super) struct Story {
    /// The document's date.
    now: Anchor,
    /// The date mentioned last, of any precision.
    pub last: Option<PartialDate>,
    /// The day mentioned last, with the sentence it stands in.
    recent: Option<(PartialDate, usize)>,
    /// A date of another year that the words state in full, with its sentence: what follows it in the past
    /// tense is of that time.
    thread: Option<(PartialDate, usize)>,
    /// The day of the last time of day, with its sentence.
    clock: Option<(PartialDate, usize)>,
    /// Whether `hour` is a clock time.
    timed: bool,
    /// How many days more than a week before the document's were told in a row.
    old: usize,
    /// The last sentence of a report in the historic present.
    historic: Option<usize>,
    /// The block at hand.
    block: u32,
    /// The first day that was not after the document's: what the article is about.
    main: Option<PartialDate>,
    /// The last day that was after it.
    coming: Option<PartialDate>,
    /// The last part of a day or clock time on the recent day, as minutes.
    hour: Option<u32>,
    /// Whether the last part was a night, which goes on into the next day.
    night: bool,
    /// The date that heads what is at hand, with its sentence, and how far it holds.
    section: Option<(PartialDate, usize, Label)>,
    /// The last of those.
    headed: Option<PartialDate>,
    /// Days more than a week ahead that were named with their day of the week, first and last.
    named: Vec<(i64, i64)>,
    /// How many hours in the present tense have no day but the document's.
    hours: usize,
    /// The day that the whole article tells hour by hour.
    told: Option<PartialDate>,
    /// The hours that head paragraphs.
    log: Log,
}

impl Story {
    /// A story of which nothing is told.
    pub fn new(now: Anchor) -> Self {
        Self {
            now,
            last: None,
            recent: None,
            thread: None,
            clock: None,
            timed: false,
            old: 0,
            historic: None,
            block: 0,
            main: None,
            coming: None,
            hour: None,
            night: false,
            section: None,
            headed: None,
            named: Vec::new(),
            hours: 0,
            told: None,
            log: Log::default(),
        }
    }

    /// Goes on to a sentence of a block; a new paragraph opens a new thread, and a heading a new section.
    pub fn enter(&mut self, block: u32, heading: bool) {
        let next = core::mem::replace(&mut self.block, block) != block;
        if next {
            self.thread = None;
        }
        let ended = self.section.is_some_and(|(.., label)| next && label == Label::Paragraph);
        if heading || ended {
            self.section = None;
            self.clock = self.clock.filter(|_| !heading);
        }
    }

    /// Takes note that a date heads the lines behind sentence `index`.
    pub fn head(&mut self, found: &Found, index: usize, label: Label) {
        if let Some(date) = found.value.date {
            let date = PartialDate { minute: None, ..date };
            self.section = Some((date, index, label));
            self.log = Log::default();
            self.headed = Some(date);
        }
    }

    /// The date that headed the lines before.
    pub fn headed(&self) -> Option<Anchor> {
        self.headed.map(|date| Anchor(Some(first_day(date))))
    }

    /// What a date counts from that leaves open of which week or year it is, in lines that a date of the past heads.
    pub fn section(&self, weekday: bool) -> Option<Anchor> {
        let (date, ..) = self.section.filter(|(date, ..)| !weekday || date.day.is_some())?;
        let day = first_day(date);
        (self.now.0.is_none() || self.is_behind(day)).then_some(Anchor(Some(day)))
    }

    /// The day that heads the lines at hand.
    fn section_day(&self) -> Option<(PartialDate, usize)> {
        self.section.filter(|(date, ..)| date.day.is_some()).map(|(date, at, _)| (date, at))
    }

    /// Takes note of what was found in sentence `index`.
    pub fn tell(&mut self, found: &Found, index: usize) {
        let Some(date) = found.value.date else { return };
        self.last = Some(date);
        let stated = !found.floats || self.thread.is_some_and(|(_, at)| at + THREAD >= index);
        self.thread = match self.now.0 {
            Some(now) if stated && date.year < now.year => Some((date, index)),
            None if stated => Some((date, index)),
            _ if !found.floats => None,
            _ => self.thread,
        };
        if date.day.is_none() {
            return;
        }
        let day = PartialDate { minute: None, ..date };
        let part = hours::part_of(&found.value);
        self.hour = match (date.minute, part) {
            (Some(minute), _) => Some(u32::from(minute)),
            (None, Some(Part::Afternoon)) => Some(12 * 60),
            (None, Some(Part::Evening)) => Some(17 * 60),
            _ => None,
        };
        if date.minute.is_some() || part.is_some() {
            self.clock = Some((day, index));
        }
        self.timed = date.minute.is_some();
        self.old = if self.is_old(day) { self.old + 1 } else { 0 };
        self.night = part == Some(Part::Night);
        self.recent = Some((day, index));
        if self.is_ahead(day) {
            self.coming = Some(day);
        } else if self.main.is_none() {
            self.main = Some(day);
        }
    }

    /// The time that a date without a year in sentence `index`, told in the past, goes on from.
    pub fn thread(&self, index: usize) -> Option<Anchor> {
        let (date, _) = self.thread.filter(|&(_, at)| at + THREAD >= index)?;
        // What follows a year or a month lies within it or behind.
        let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
        Some(Anchor(Some(PartialDate::day(date.year, month, day))))
    }

    /// The day that a bare day of the week in sentence `index` follows, where it is not one of the document's
    /// own week: in a report of days long past, or in the historic present.
    pub fn week_of(&self, index: usize, past: bool) -> Option<Anchor> {
        let (day, at) = self.recent.filter(|&(_, at)| at + THREAD + 1 >= index)?;
        let told = if past {
            self.old > 1
        } else {
            self.historic.is_some_and(|told| told + REACH >= at) && !self.is_ahead(day)
        };
        told.then_some(Anchor(Some(day)))
    }

    /// Takes note of days that are named with their day of the week: `vrijdag 12 tot en met zondag 14 juli`.
    pub fn name_days(&mut self, first: &Found, last: Option<&Found>) {
        let day = |found: &Found| Anchor(found.value.date).today();
        let (Some(now), Some(first)) = (self.now.today(), day(first)) else { return };
        let last = last.and_then(day).filter(|last| (first..first + 7).contains(last)).unwrap_or(first);
        if first > now + 7 && self.named.len() < NAMED {
            self.named.push((first, last));
        }
    }

    /// The day that is a bare day of the week, where one more than a week ahead was named so.
    pub fn named_day(&self, weekday: u8) -> Option<Anchor> {
        let day =
            |&(first, last): &(i64, i64)| (first..=last).find(|&day| calendar::weekday(day) + 1 == weekday);
        self.named.iter().rev().find_map(day).map(|day| Anchor(Some(civil(day))))
    }

    /// A story to read the article again with, where it tells a day behind hour by hour in the present tense: such
    /// hours are of that day.
    pub fn told_by_the_hour(&self) -> Option<Self> {
        let main = self.main.filter(|&main| self.is_behind(main) && self.hours >= HOURS)?;
        Some(Self { told: Some(main), ..Self::new(self.now) })
    }

    fn is_behind(&self, day: PartialDate) -> bool {
        matches!((Anchor(Some(day)).today(), self.now.today()), (Some(day), Some(now)) if day < now)
    }

    fn is_old(&self, day: PartialDate) -> bool {
        matches!((Anchor(Some(day)).today(), self.now.today()), (Some(day), Some(now)) if day + 7 < now)
    }

    fn is_ahead(&self, day: PartialDate) -> bool {
        matches!((Anchor(Some(day)).today(), self.now.today()), (Some(day), Some(now)) if day > now)
    }

    /// Whether a day was told in sentence `index`.
    pub fn is_told(&self, index: usize) -> bool {
        self.recent.is_some_and(|(_, at)| at == index)
    }

    /// Gives an hour that heads its paragraph its day: the document's, or that of the heading above.
    pub fn place_label(&mut self, found: &mut Found) {
        let today = self.now.0.filter(|now| now.day.is_some());
        let first = self.section_day().map(|(day, _)| day).or(self.told).or(today);
        let (Some(minutes), Some(first)) = (hour_of(&found.value), first) else { return };
        let day = self.log.next(minutes, PartialDate { minute: None, ..first });
        found.value = with_clock(Some(day), minutes);
    }

    /// Gives an hour alone, or a part of the day, its day: one of the same or the sentence before, else what
    /// the article is about when the clause is in the past, else the last day to come. `ahead` tells that the
    /// clause is not past.
    pub fn place(&mut self, found: &mut Found, index: usize, ahead: bool) {
        let day = self.day_at(index, ahead);
        if let Some(part) = found.habit {
            // `'s middags` in a report of one day; in the present tense it is a habit.
            if let Some(day) = day.filter(|_| !ahead || self.told.is_some() || self.section_day().is_some()) {
                found.kind = TimeKind::Time;
                found.value = with_part(&Value::date(day), part);
            }
            return;
        }
        let Some(mut minutes) = hour_of(&found.value) else { return };
        let Some(mut day) = day else {
            // Nothing tells the day: the hour stands alone, on the day of the document.
            found.value.interval = self.now.0.and_then(|date| with_clock(Some(date), minutes).interval);
            return;
        };
        if ahead && self.is_behind(day) {
            self.historic = Some(index);
        }
        let noon = 12 * 60;
        let same = self.recent.is_some_and(|(recent, _)| recent == day);
        if same && self.night && found.twelve && (noon..noon + 6 * 60).contains(&minutes) {
            minutes -= noon;
        }
        let overnight = |hour| hour >= 18 * 60 && minutes < 6 * 60;
        if same && (self.night && minutes < noon || !found.twelve && self.hour.is_some_and(overnight)) {
            day = Anchor(Some(day)).day(1).date.unwrap_or(day);
        } else if same && found.twelve && minutes < noon && self.hour.is_some_and(|hour| hour > minutes) {
            // `acht uur` behind `tien voor zes 's avonds`
            minutes += noon;
        }
        let second = found.value.text.get(6..).unwrap_or_default().to_owned();
        found.value = with_clock(Some(day), minutes);
        found.value.text.push_str(&second);
    }

    fn day_at(&mut self, index: usize, ahead: bool) -> Option<PartialDate> {
        let today =
            self.now.0.map(|now| PartialDate { minute: None, ..now }).filter(|date| date.day.is_some());
        let Some((recent, at)) = self.recent else { return self.told };
        if let Some((day, head)) = self.section_day() {
            let clock = self.clock.filter(|&(_, told)| told >= head).map(|(day, _)| day);
            return Some(if at == index { recent } else { clock.unwrap_or(day) });
        }
        // Hours told one after another are of one day, in the historic present too.
        if let Some((day, told)) = self.clock
            && at != index
            && ahead
            && !self.is_ahead(day)
            && told + REACH >= index
        {
            self.hours += usize::from(Some(day) == today);
            return Some(day);
        }
        let fits = self.is_ahead(recent) == ahead || ahead && Some(recent) == today;
        if at == index || at + 1 >= index && fits {
            return Some(recent);
        }
        let far = if ahead { self.coming.filter(|_| self.is_ahead(recent)) } else { self.main };
        if ahead && far.is_none() {
            self.hours += 1;
        }
        far.or(self.told).or(today)
    }

    /// The day that `die avond` is of.
    pub fn last_day(&self) -> Anchor {
        let minute = self.hour.filter(|_| self.timed).map(|hour| hour as u16);
        Anchor(self.recent.map(|(day, _)| PartialDate { minute, ..day }))
    }

    /// The day or the month that `later` counts from.
    pub fn last(&self) -> Anchor {
        Anchor(self.last)
    }
}

/// The first day of a month or a year, or the day itself.
fn first_day(date: PartialDate) -> PartialDate {
    PartialDate::day(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// Whether an interval is one: both sides known and in order, or one open.
pub(super) fn is_sound(interval: Interval) -> bool {
    match (interval.begin, interval.until) {
        (Some(begin), Some(until)) => begin < until,
        (None, None) => false,
        _ => true,
    }
}
