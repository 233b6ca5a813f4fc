//! Dates: absolute, by weekday, by distance from today.

use super::calendar::days_in_month;
use super::resolve::{
    Anchor, Direction, Value, century, decade, half_of, quarter_of, season_of, with_part, year,
};
use super::sentence::Line;
use super::terms::{Part, Term, Unit};
use super::{PartialDate, TimeKind};
use crate::lang::Language;

/// What a rule has found from a token on.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// One past its last token.
    pub end: usize,
    pub kind: TimeKind,
    pub value: Value,
    pub modifier: Option<&'static str>,
}

impl Found {
    /// A date.
    pub fn date(end: usize, value: Value) -> Self {
        Self { end, kind: TimeKind::Date, value, modifier: None }
    }

    /// With another kind.
    pub fn of(self, kind: TimeKind) -> Self {
        Self { kind, ..self }
    }
}

/// Reads a date that starts at token `at`.
pub(super) fn read(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    numeric(line, at, anchor, direction)
        .or_else(|| edge(line, at, anchor, direction))
        .or_else(|| calendar_day(line, at, anchor, direction))
        .or_else(|| month(line, at, anchor, direction))
        .or_else(|| relative_day(line, at, anchor))
        .or_else(|| night(line, at, anchor, direction))
        .or_else(|| weekday(line, at, anchor, direction))
        .or_else(|| relative_unit(line, at, anchor))
        .or_else(|| season(line, at, anchor, direction))
        .or_else(|| quarter(line, at, anchor, direction))
        .or_else(|| decades(line, at))
        .or_else(|| feast(line, at, anchor, direction))
        .or_else(|| bare_year(line, at))
}

/// `2022-03-24`, `24-03-2022`, `24/3`.
fn numeric(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    if !line.is_number(at) {
        return None;
    }
    let word = line.word(at);
    if let Some(found) = day_and_month(line, at, anchor, direction) {
        return Some(found);
    }
    let mark = ['-', '/', '.'].into_iter().find(|&mark| word.matches(mark).count() == 2)?;
    let parts = word.split(mark).map(|part| part.parse::<u16>().ok()).collect::<Option<Vec<_>>>()?;
    let &[first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = if word.find(mark) == Some(4) {
        (first, second, third)
    } else if word.len() - word.rfind(mark)? == 5 {
        (third, second, first)
    } else {
        return None;
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let valid =
        (1..=12).contains(&month) && day >= 1 && day <= days_in_month(i32::from(year), month.clamp(1, 12));
    valid.then(|| Found::date(at + 1, Value::date(PartialDate::day(i32::from(year), month, day))))
}

/// `3/6` after `op` or `tot`.
fn day_and_month(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let (day, month) = line.word(at).split_once('/')?;
    let led =
        matches!(line.word(at.wrapping_sub(1)), "op" | "tot" | "vanaf" | "van" | "sinds" | "zondag" | "on");
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let valid = led && (1..=12).contains(&month) && (1..=days_in_month(2000, month)).contains(&day);
    if valid { Some(Found::date(at + 1, anchor.month_day(month, day, direction)?)) } else { None }
}

/// `begin mei`, `eind vorig jaar`, `het begin van de 18e eeuw`.
fn edge(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let start = at + usize::from(line.term(at) == Some(Term::Article));
    let modifier = match line.term(start)? {
        Term::Edge(modifier) => modifier,
        // `half mei`
        Term::Half if matches!(line.term(start + 1), Some(Term::Month(_))) => "MID",
        _ => return None,
    };
    let mut next = start + 1;
    if line.term(next) == Some(Term::Of) {
        next += 1;
        let month_unit = |at| matches!(line.term(at), Some(Term::Unit(Unit::Year)));
        if line.term(next) == Some(Term::Article) && month_unit(next + 1) {
            let value = anchor.shifted(Unit::Year, 0);
            return Some(Found { modifier: Some(modifier), ..Found::date(next + 2, value) });
        }
    }
    let bare = line.year(next).map(|number| Found::date(next + 1, Value::date(year(number))));
    let inner = bare.or_else(|| {
        let dated = month(line, next, anchor, direction).or_else(|| relative_unit(line, next, anchor));
        dated.or_else(|| decades(line, next)).or_else(|| season(line, next, anchor, direction))
    })?;
    Some(Found { modifier: Some(modifier), ..inner })
}

/// `donderdag 24 maart 2022`, `March 24, 2022`.
fn calendar_day(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let (start, part) = match line.term(at) {
        Some(Term::Weekday(_, part)) => (at + 1 + usize::from(line.word(at + 1) == ","), part),
        _ => (at, None),
    };
    let (day, month, mut end) = match (line.day_of_month(start), line.term(start + 1), line.term(start)) {
        (Some(day), Some(Term::Month(month)), _) => (day, month, start + 2),
        (_, _, Some(Term::Month(month))) => (line.day_of_month(start + 1)?, month, start + 2),
        (Some(day), Some(Term::Of), _) => match line.term(start + 2) {
            Some(Term::Month(month)) => (day, month, start + 3),
            _ => return None,
        },
        _ => return None,
    };
    if line.word(end) == "," && line.year(end + 1).is_some() {
        end += 1;
    }
    let (stop, stated) = year_behind(line, end, anchor);
    let value = match stated {
        Some(year) if day <= days_in_month(year, month) => Value::date(PartialDate::day(year, month, day)),
        Some(_) => return None,
        None => anchor.month_day(month, day, direction)?,
    };
    let end = if stated.is_some() { stop } else { end - usize::from(line.word(end - 1) == ",") };
    Some(match part {
        Some(part) => Found::date(end, with_part(&value, part)).of(TimeKind::Time),
        None => Found::date(end, value),
    })
}

/// A year behind a month or a day: `2022`, `vorig jaar`.
fn year_behind(line: &Line<'_, '_>, at: usize, anchor: Anchor) -> (usize, Option<i32>) {
    if let Some(year) = line.year(at) {
        return (at + 1, Some(year));
    }
    if line.term(at + 1) == Some(Term::Unit(Unit::Year)) {
        let offset = match line.term(at) {
            Some(Term::Last) => -1,
            Some(Term::This) => 0,
            Some(Term::Next) => 1,
            _ => return (at, None),
        };
        return (at + 2, anchor.shifted_year(offset).date.map(|date| date.year));
    }
    (at, None)
}

/// `maart 2022`, `maart`.
fn month(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let Some(Term::Month(month)) = line.term(at) else { return None };
    let (end, stated) = year_behind(line, at + 1, anchor);
    // A bare month that opens a sentence may be a name: `Mei heeft nog een telefoon`.
    if stated.is_none()
        && line.word(at).starts_with(char::is_uppercase)
        && line.doc.language == Language::Dutch
    {
        return None;
    }
    let value = match stated {
        Some(year) => Value::date(PartialDate { year, month: Some(month), day: None, minute: None }),
        None => anchor.month_of_year(month, direction),
    };
    Some(Found::date(if stated.is_some() { end } else { at + 1 }, value))
}

/// `vandaag`, `gisteravond`, `morgen`; `yesterday evening`, `this morning`.
fn relative_day(line: &Line<'_, '_>, at: usize, anchor: Anchor) -> Option<Found> {
    let (offset, part, end) = match (line.term(at)?, line.term(at + 1)) {
        (Term::Day(offset, None), Some(Term::Part(part))) => (offset, Some(part), at + 2),
        (Term::Day(offset, part), _) => (offset, part, at + 1),
        (Term::This, Some(Term::Part(part))) => (0, Some(part), at + 2),
        (Term::Last, Some(Term::Part(part))) => (-1, Some(part), at + 2),
        _ => return None,
    };
    // `morgen` after `goede` and `de` is the morning or the future, not tomorrow.
    if offset == 1 && part.is_none() && matches!(line.word(at.saturating_sub(1)), "goede" | "goeie" | "de") {
        return None;
    }
    let day = anchor.day(i64::from(offset));
    Some(match part {
        Some(part) => Found::date(end, with_part(&day, part)).of(TimeKind::Time),
        None => Found::date(end, day),
    })
}

/// `de nacht van maandag op dinsdag`: by convention the night of the first day.
fn night(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let start = at + usize::from(line.term(at) == Some(Term::Article));
    let (Some(Term::Part(Part::Night)), Some(Term::Of)) = (line.term(start), line.term(start + 1)) else {
        return None;
    };
    match (line.term(start + 2), line.word(start + 3), line.term(start + 4)) {
        (Some(Term::Weekday(day, None)), "op", Some(Term::Weekday(_, None))) => {
            let value = with_part(&anchor.weekday(day, direction, false), Part::Night);
            Some(Found::date(start + 5, value).of(TimeKind::Time))
        }
        _ => None,
    }
}

/// `maandag`, `vorige week vrijdag`, `komende zaterdag`, `zondagavond`.
fn weekday(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let (value, part, mut end) = match (line.term(at)?, line.term(at + 1), line.term(at + 2)) {
        (Term::Last, Some(Term::Unit(Unit::Week)), Some(Term::Weekday(day, part))) => {
            (anchor.weekday_of_week(day, -1), part, at + 3)
        }
        (Term::Next, Some(Term::Unit(Unit::Week)), Some(Term::Weekday(day, part))) => {
            (anchor.weekday_of_week(day, 1), part, at + 3)
        }
        (Term::This, Some(Term::Weekday(day, part)), _) => (anchor.weekday_of_week(day, 0), part, at + 2),
        (Term::Last, Some(Term::Weekday(day, part)), _) => {
            (anchor.weekday(day, Direction::Back, true), part, at + 2)
        }
        (Term::Next, Some(Term::Weekday(day, part)), _) => {
            (anchor.weekday(day, Direction::Ahead, true), part, at + 2)
        }
        (Term::Weekday(day, _), Some(Term::FromNow), Some(Term::Number(1)))
            if line.term(at + 3) == Some(Term::Unit(Unit::Week)) =>
        {
            let next = anchor.weekday(day, Direction::Ahead, true);
            let later = next.date.filter(|date| date.day.is_some()).map(|date| Anchor(Some(date)).day(7));
            return Some(Found::date(at + 4, later.unwrap_or(next)));
        }
        (Term::Weekday(day, part), _, _) => (anchor.weekday(day, direction, false), part, at + 1),
        _ => return None,
    };
    let part = part.or_else(|| match line.term(end) {
        Some(Term::Part(part)) => {
            end += 1;
            Some(part)
        }
        _ => None,
    });
    Some(match part {
        Some(part) => Found::date(end, with_part(&value, part)).of(TimeKind::Time),
        None => Found::date(end, value),
    })
}

/// `vorige week`, `dit jaar`, `het afgelopen kwartaal`, `komend najaar`, `vorige eeuw`.
fn relative_unit(line: &Line<'_, '_>, at: usize, anchor: Anchor) -> Option<Found> {
    let start = at + usize::from(line.term(at) == Some(Term::Article));
    let count = match line.term(start)? {
        Term::Last => -1,
        Term::This => 0,
        Term::Next => 1,
        _ => return None,
    };
    match line.term(start + 1)? {
        Term::Unit(Unit::Day | Unit::Second | Unit::Minute | Unit::Hour | Unit::Night) => None,
        Term::Unit(unit) => Some(Found::date(start + 2, anchor.shifted(unit, count))),
        Term::Season(code) => {
            let direction = match count {
                -1 => Direction::Back,
                0 => Direction::Nearest,
                _ => Direction::Ahead,
            };
            let now = anchor.season(code, Direction::Nearest);
            let value = anchor.season(code, direction);
            // `volgende zomer` said in summer is the next one.
            let same = count != 0
                && now == value
                && now.interval.zip(anchor.0).is_some_and(|(span, date)| {
                    let here = date.interval();
                    span.begin <= here.begin && here.begin < span.until
                });
            let shifted = anchor.shifted_year(count).date;
            let value = match shifted.filter(|_| same) {
                Some(date) => season_of(code, date.year),
                None => value,
            };
            Some(Found::date(start + 2, value))
        }
        _ => None,
    }
}

/// `het voorjaar van 2022`, `de zomer`.
fn season(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let article = line.term(at) == Some(Term::Article);
    let start = at + usize::from(article);
    let Some(Term::Season(code)) = line.term(start) else { return None };
    let of = usize::from(line.term(start + 1) == Some(Term::Of));
    if let Some(year) = line.year(start + 1 + of) {
        return Some(Found::date(start + 2 + of, season_of(code, year)));
    }
    article.then(|| Found::date(start + 1, anchor.season(code, direction)))
}

/// `het derde kwartaal van 2026`, `de tweede helft van 2025`.
fn quarter(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let start = at + usize::from(line.term(at) == Some(Term::Article));
    let Some(Term::Ordinal(number)) = line.term(start) else { return None };
    let is_quarter = line.term(start + 1) == Some(Term::Unit(Unit::Quarter));
    let is_half = matches!(line.word(start + 1), "helft" | "half");
    let of = usize::from(line.term(start + 2) == Some(Term::Of));
    let stated = line.year(start + 2 + of);
    let end = stated.map_or(start + 2, |_| start + 3 + of);
    match (is_quarter, is_half, stated) {
        (true, _, Some(year)) if (1..=4).contains(&number) => {
            Some(Found::date(end, quarter_of(year, number)))
        }
        (true, _, None) if (1..=4).contains(&number) => {
            Some(Found::date(end, anchor.quarter(number, direction)))
        }
        (_, true, Some(year)) if (1..=2).contains(&number) => Some(Found::date(end, half_of(year, number))),
        _ => None,
    }
}

/// `de jaren negentig`, `the 1990s`, `de 19e eeuw`.
fn decades(line: &Line<'_, '_>, at: usize) -> Option<Found> {
    let start = at + usize::from(line.term(at) == Some(Term::Article));
    if let (Some(Term::Ordinal(number)), Some(Term::Unit(Unit::Century))) =
        (line.term(start), line.term(start + 1))
    {
        return (number >= 1).then(|| Found::date(start + 2, century(i64::from(number) - 1)));
    }
    if line.term(start) == Some(Term::Years) {
        let short = |at: usize| {
            let digits = line.word(at).trim_start_matches(['\'', '’']);
            digits.parse::<u32>().ok().filter(|_| digits.len() == 2)
        };
        let apostrophe = usize::from(matches!(line.word(start + 1), "'" | "’"));
        let number = line.number(start + 1).or_else(|| short(start + 1 + apostrophe))?;
        let full = number >= 1000 && number % 10 == 0;
        let tens = number % 10 == 0 && (10..100).contains(&number);
        let value = if full { number as i32 / 10 } else { 190 + number as i32 / 10 };
        return (full || tens).then(|| Found::date(start + 2 + apostrophe, decade(value)));
    }
    let years = line.word(start).strip_suffix('s').and_then(|digits| {
        (digits.len() == 4 && digits.ends_with('0')).then(|| digits.parse::<i32>().ok())?
    });
    years.map(|years| Found::date(start + 1, decade(years / 10)))
}

/// `oudejaarsdag`, `kerst 1993`.
fn feast(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Direction) -> Option<Found> {
    let Some(Term::Feast(month, day)) = line.term(at) else { return None };
    match line.year(at + 1) {
        Some(year) => Some(Found::date(at + 2, Value::date(PartialDate::day(year, month, day)))),
        None => Some(Found::date(at + 1, anchor.month_day(month, day, direction)?)),
    }
}

/// `2022` after a preposition, or between brackets and dashes, where no unit or amount follows.
fn bare_year(line: &Line<'_, '_>, at: usize) -> Option<Found> {
    let number = line.year(at)?;
    let before = line.before(at);
    let led = matches!(before, Some(Term::Preposition | Term::FromNow | Term::To | Term::Of));
    let amount = matches!(
        line.word(at + 1),
        "euro"
            | "dollar"
            | "procent"
            | "%"
            | "meter"
            | "kilometer"
            | "mensen"
            | "miljoen"
            | "kilo"
            | "leden"
            | "woningen"
            | "banen"
            | "people"
            | "percent"
            | "miles"
            | "dollars"
    );
    let range = matches!(before, Some(Term::Of)) && !(1900..2100).contains(&number);
    (led && !amount && !range).then(|| Found::date(at + 1, Value::date(year(number))))
}
