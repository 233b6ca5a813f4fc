//! Dates by weekday, season or distance from today; the order in which all rules for dates are tried.

use super::TimeKind;
use super::absolute::{bare_year, calendar_day, decades, feast, month, numeric};
use super::resolve::{Anchor, Direction, Toward, Value, half_of, quarter_of, season_of, with_part, year};
use super::sentence::Line;
use super::terms::{Part, Term, Unit};

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
pub(super) fn read(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
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

/// `begin mei`, `eind vorig jaar`, `het begin van de 18e eeuw`.
fn edge(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
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
fn night(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
    let start = at + usize::from(line.term(at) == Some(Term::Article));
    let (Some(Term::Part(Part::Night)), Some(Term::Of)) = (line.term(start), line.term(start + 1)) else {
        return None;
    };
    match (line.term(start + 2), line.word(start + 3), line.term(start + 4)) {
        (Some(Term::Weekday(day, None)), "op", Some(Term::Weekday(_, None))) => {
            let value = with_part(&anchor.weekday(day, direction(), false), Part::Night);
            Some(Found::date(start + 5, value).of(TimeKind::Time))
        }
        _ => None,
    }
}

/// `maandag`, `vorige week vrijdag`, `komende zaterdag`, `zondagavond`.
fn weekday(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
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
        (Term::Weekday(day, part), _, _) => (anchor.weekday(day, direction(), false), part, at + 1),
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
fn season(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
    let article = line.term(at) == Some(Term::Article);
    let start = at + usize::from(article);
    let Some(Term::Season(code)) = line.term(start) else { return None };
    let of = usize::from(line.term(start + 1) == Some(Term::Of));
    if let Some(year) = line.year(start + 1 + of) {
        return Some(Found::date(start + 2 + of, season_of(code, year)));
    }
    article.then(|| Found::date(start + 1, anchor.season(code, direction())))
}

/// `het derde kwartaal van 2026`, `de tweede helft van 2025`.
fn quarter(line: &Line<'_, '_>, at: usize, anchor: Anchor, direction: Toward<'_>) -> Option<Found> {
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
            Some(Found::date(end, anchor.quarter(number, direction())))
        }
        (_, true, Some(year)) if (1..=2).contains(&number) => Some(Found::date(end, half_of(year, number))),
        _ => None,
    }
}
