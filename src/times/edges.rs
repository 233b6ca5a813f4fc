//! Parts of a stretch: `begin mei`, `eind vorig jaar`, `later deze week`.

use super::calendar::DAY;
use super::reader::{Found, Reader};
use super::terms::{Term, Unit};
use super::values::{Value, narrow, year};
use super::{Interval, Moment, absolute, relative, units, weekdays, years};

/// `begin mei`, `eind vorig jaar`, `het begin van de 18e eeuw`, `vroeg in de jaren negentig`, `later dit jaar`.
pub(super) fn edge(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    let modifier = match line.term(start)? {
        Term::Edge(modifier) => Some(modifier),
        // `half mei`
        Term::Half if matches!(line.term(start + 1), Some(Term::Month(_))) => Some("MID"),
        // `later deze week`, `eerder dit jaar`
        Term::Later | Term::Earlier => None,
        Term::Late => (line.word(start).to_lowercase() == "vroeg").then_some("START"),
        _ => return None,
    };
    let mut next = start + 1;
    let joined = match line.term(next) {
        Some(Term::Of) => true,
        // `begin in de jaren negentig` is no expression, `vroeg in` is one.
        Some(Term::Preposition) => matches!(line.term(start), Some(Term::Late)),
        Some(Term::Dash) => line.is_tight(next) && line.is_tight(start),
        _ => false,
    };
    next += usize::from(joined);
    let unit = line.behind_article(next);
    // `eind van de week`, `het eind van het jaar`
    if joined
        && unit > next
        && let Some(Term::Unit(unit_of)) = line.term(unit)
    {
        let value = match unit_of {
            Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Quarter => {
                reader.now.shifted(unit_of, 0)
            }
            _ => return None,
        };
        let interval =
            value.interval.map(|interval| modifier.map_or(interval, |modifier| narrow(interval, modifier)));
        return Some(Found::floating(unit + 1, Value { interval, ..value }).with(modifier));
    }
    if modifier.is_none() && !matches!(line.term(next), Some(Term::This | Term::Last | Term::Next)) {
        return None;
    }
    if matches!(line.term(start), Some(Term::Late)) && !joined {
        return None;
    }
    let bare = line.year(next).map(|number| Found::date(next + 1, Value::date(year(number))));
    let inner = bare
        .or_else(|| absolute::month(reader, next))
        .or_else(|| units::unit(reader, next))
        .or_else(|| years::decades(reader, next))
        .or_else(|| years::named_year(reader, next))
        .or_else(|| units::season(reader, next))
        .or_else(|| units::quarter(reader, next))
        .or_else(|| relative::day(reader, next))
        .or_else(|| weekdays::weekday(reader, next))?;
    let interval = match (modifier, line.term(start)) {
        (Some(modifier), _) => inner.value.interval.map(|interval| narrow(interval, modifier)),
        (None, Some(term)) => rest(reader, inner.value.interval, term == Term::Later),
        _ => inner.value.interval,
    };
    Some(Found { value: Value { interval, ..inner.value.clone() }, ..inner }.with(modifier))
}

/// What is left of a stretch from today on, or has passed of it: `later deze week`.
fn rest(reader: &Reader<'_, '_, '_>, interval: Option<Interval>, later: bool) -> Option<Interval> {
    let whole = interval?;
    let Some(today) = reader.now.today().map(|day| Moment(day * DAY)) else { return interval };
    let part = if later {
        Interval { begin: Some(today), ..whole }
    } else {
        Interval { until: Some(today), ..whole }
    };
    let inside = whole.begin < Some(today) && Some(today) < whole.until;
    Some(if inside { part } else { whole })
}
