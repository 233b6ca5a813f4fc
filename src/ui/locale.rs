//! The interface's words, in Dutch and in English.
//!
//! Every word stands in [`Texts`], so that a missing translation is a compile error.

use crate::analysis::{EntityKind, EventStatus, QuotationKind, Reason};
use crate::lang::Language;
use crate::timeline::ticks::{Tick, Unit};
use crate::times::{DateSource, Moment, PartialDate};

mod dutch;
mod english;
mod sharing;
pub mod when;

/// The interface in one language.
#[allow(missing_docs, reason = "each field is named after what it says, and its text shows it")]
pub struct Texts {
    pub language: Language,
    pub tagline: &'static str,
    pub intro: &'static str,
    pub privacy: &'static str,
    pub skip: &'static str,
    pub drop_here: &'static str,
    pub drop_release: &'static str,
    pub choose_file: &'static str,
    pub paste: &'static str,
    pub example: &'static str,
    pub paste_title: &'static str,
    pub paste_hint: &'static str,
    pub paste_label: &'static str,
    pub analyze: &'static str,
    pub cancel: &'static str,
    pub close: &'static str,
    pub retry: &'static str,
    pub reload: &'static str,
    pub refused_empty: &'static str,
    pub refused_binary: &'static str,
    pub refused_large: &'static str,
    pub refused_unreadable: &'static str,
    pub failed_start: &'static str,
    pub failed_crash: &'static str,
    pub failed_pack: &'static str,
    pub failed_build: &'static str,
    pub names_loading: &'static str,
    pub names_failed: &'static str,
    pub working: &'static str,
    pub stages: [&'static str; 5],
    pub view: &'static str,
    pub view_article: &'static str,
    pub view_events: &'static str,
    pub view_speakers: &'static str,
    pub view_who: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub interface_language: &'static str,
    pub legend: &'static str,
    pub legend_hint: &'static str,
    pub kinds: [&'static str; 6],
    pub kind_one: [&'static str; 6],
    pub dates: &'static str,
    pub quotations: &'static str,
    pub event_marks: &'static str,
    pub no_entities: &'static str,
    pub events_title: &'static str,
    pub events_none: &'static str,
    pub events_undated: &'static str,
    pub events_help: &'static str,
    pub as_list: &'static str,
    pub as_timeline: &'static str,
    pub column_when: &'static str,
    pub column_what: &'static str,
    pub column_status: &'static str,
    pub dock: &'static str,
    pub filter_who: &'static str,
    pub filter_everybody: &'static str,
    pub filter_every_status: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub zoom_fit: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub published: &'static str,
    pub speakers_title: &'static str,
    pub speakers_none: &'static str,
    pub speakers_order: &'static str,
    pub speakers_orders: [&'static str; 3],
    pub speakers_help: &'static str,
    pub speaker_unknown: &'static str,
    pub share_of_words: &'static str,
    pub direct: &'static str,
    pub indirect: &'static str,
    pub date_question: &'static str,
    pub date_label: &'static str,
    pub date_apply: &'static str,
    pub date_change: &'static str,
    pub date_invalid: &'static str,
    pub correct: &'static str,
    pub time_title: &'static str,
    pub time_day: &'static str,
    pub time_precision: &'static str,
    pub precisions: [&'static str; 3],
    pub time_none: &'static str,
    pub time_original: &'static str,
    pub corrections: (&'static str, &'static str),
    pub undo: &'static str,
    pub marks_of_file: (&'static str, &'static str),
    pub weekdays: [&'static str; 7],
    pub date_sources: [&'static str; 4],
    pub undated: &'static str,
    pub language_unknown: &'static str,
    pub details: &'static str,
    pub mentions: (&'static str, &'static str),
    pub quoted: (&'static str, &'static str),
    pub events_count: (&'static str, &'static str),
    pub next: &'static str,
    pub previous: &'static str,
    pub why: &'static str,
    pub sure: &'static str,
    pub unsure: &'static str,
    pub keys: &'static str,
    pub keys_list: [(&'static str, &'static str); 10],
    pub months: [&'static str; 12],
    pub months_short: [&'static str; 12],
    pub statuses: [&'static str; 5],
    pub reasons: [&'static str; 17],
    pub before_christ: &'static str,
    pub vague: [&'static str; 3],
    pub some: &'static str,
    pub lengths: [(&'static str, &'static str); 6],
    pub seasons: [&'static str; 4],
    pub year_parts: [&'static str; 3],
    pub day_parts: [&'static str; 4],
    pub decade: (&'static str, &'static str),
    pub century: &'static str,
    pub add: &'static str,
    pub add_hint: &'static str,
    pub articles: &'static str,
    pub told_by: &'static str,
    pub filter_every_article: &'static str,
    pub left: (&'static str, &'static str),
    pub sharing: &'static sharing::Sharing,
}

impl Texts {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &dutch::TEXTS,
            Language::English => &english::TEXTS,
        }
    }

    /// The plural name of a kind.
    pub fn kind(&self, kind: EntityKind) -> &'static str {
        self.kinds[kind as usize]
    }

    /// The name of one thing of a kind.
    pub fn one(&self, kind: EntityKind) -> &'static str {
        self.kind_one[kind as usize]
    }

    /// The name of a status.
    pub fn status(&self, status: EventStatus) -> &'static str {
        self.statuses[status as usize]
    }

    /// The name of a kind of quotation.
    pub fn quotation(&self, kind: QuotationKind) -> &'static str {
        match kind {
            QuotationKind::Direct => self.direct,
            QuotationKind::Indirect => self.indirect,
        }
    }

    /// A reason in words.
    pub fn reason(&self, reason: Reason) -> &'static str {
        self.reasons[reason as usize]
    }

    /// Where a document's date comes from.
    pub fn date_source(&self, source: DateSource) -> &'static str {
        self.date_sources[source as usize]
    }

    /// `1 vermelding`, `3 vermeldingen`.
    pub fn count(&self, count: usize, words: (&str, &str)) -> String {
        format!("{count} {}", if count == 1 { words.0 } else { words.1 })
    }

    /// A date in words: `24 maart 2022`, `maart 2022`, `44 v.Chr.`.
    pub fn date(&self, date: PartialDate) -> String {
        let year = self.year(date.year);
        let Some(month) = date.month else { return year };
        let name = self.months[usize::from(month.clamp(1, 12)) - 1];
        let Some(day) = date.day else { return format!("{name} {year}") };
        let day = format!("{day} {name} {year}");
        match date.minute {
            Some(minute) => format!("{day}, {}", clock(minute)),
            None => day,
        }
    }

    /// A TIMEX3 value or an interval in words: `24 maart 2022`, `voorjaar 2025`, `2 weken`. What has no words
    /// is told as it is.
    pub fn value(&self, value: &str) -> String {
        if let Some((begin, until)) = value.split_once('/') {
            return [&self.value(begin), " – ", &self.value(until)].concat();
        }
        if let Ok(date) = value.parse::<PartialDate>() {
            return self.date(date);
        }
        if let Some(index) =
            ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].iter().position(|known| *known == value)
        {
            return self.vague[index].to_owned();
        }
        let words = match value.strip_prefix('P') {
            Some(length) => self.length(length),
            None => self.part(value),
        };
        words.unwrap_or_else(|| value.to_owned())
    }

    /// `2W`, `T4H`, `XY`: a length of time, without its `P`.
    fn length(&self, length: &str) -> Option<String> {
        let is_time = length.starts_with('T');
        let length = length.trim_start_matches('T');
        let (number, unit) = length.split_at_checked(length.len().checked_sub(1)?)?;
        let unit = match unit {
            "M" if is_time => 5,
            unit => ["Y", "M", "W", "D", "H"].iter().position(|known| *known == unit)?,
        };
        let (one, many) = self.lengths[unit];
        Some(match number {
            "1" => ["1 ", one].concat(),
            "X" => [self.some, " ", many].concat(),
            number => [number, " ", many].concat(),
        })
    }

    /// `2025-SP`, `2022-W12`, `2022-03-24TEV`, `199`: a part of a year or of a day, a decade, a century.
    fn part(&self, value: &str) -> Option<String> {
        if let Some((day, part)) = value.split_once('T') {
            let name = self.day_parts[["MO", "AF", "EV", "NI"].iter().position(|known| *known == part)?];
            return Some([&self.value(day), ", ", name].concat());
        }
        match (value.split_once('-'), value.len()) {
            (Some((year, part)), _) => {
                if let Some(season) = ["SP", "SU", "FA", "WI"].iter().position(|known| *known == part) {
                    return Some([self.seasons[season], " ", year].concat());
                }
                let (unit, number) = part.split_at_checked(1)?;
                let unit = ["W", "Q", "H"].iter().position(|known| *known == unit)?;
                Some([self.year_parts[unit], " ", number, ", ", year].concat())
            }
            (None, 3) => Some([self.decade.0, value, "0", self.decade.1].concat()),
            (None, 2) => Some([&(value.parse::<u32>().ok()? + 1).to_string(), self.century].concat()),
            _ => None,
        }
    }

    /// A tick's label.
    pub fn tick(&self, tick: &Tick) -> String {
        let date = tick.moment.date();
        let month = self.months_short[usize::from(date.month.unwrap_or(1).clamp(1, 12)) - 1];
        let day = date.day.unwrap_or(1);
        match (tick.unit, tick.major) {
            (Unit::Minute, false) => clock(date.minute.unwrap_or(0)),
            (Unit::Minute, true) => format!("{day} {month}"),
            (Unit::Day, _) => format!("{day} {month}"),
            (Unit::Month, false) => month.to_owned(),
            (Unit::Month, true) | (Unit::Year, _) => self.year(date.year),
        }
    }

    /// What the window at this moment is part of: the day below hours, the year below days.
    pub fn context(&self, moment: Moment, unit: Unit) -> String {
        let date = moment.date();
        match unit {
            Unit::Minute => self.date(PartialDate { minute: None, ..date }),
            Unit::Day | Unit::Month => self.year(date.year),
            Unit::Year => String::new(),
        }
    }

    fn year(&self, year: i32) -> String {
        if year > 0 { year.to_string() } else { format!("{} {}", 1 - year, self.before_christ) }
    }
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
