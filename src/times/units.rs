//! Weeks, months, quarters, seasons and years: `vorige week`, `het derde kwartaal van 2026`, `week 31`.

use super::TimeKind;
use super::anchor::{Anchor, Direction};
use super::calendar::weekday;
use super::feasts::is_led;
use super::reader::{Found, Reader};
use super::relative::{agrees, nests};
use super::terms::{Term, Unit};
use super::values::{Value, edge_week, half_of, quarter_of, season_of, week_number, year};
use super::years::ends;

/// `vorige week`, `dit jaar`, `het afgelopen kwartaal`, `komend najaar`, `vorige eeuw`, `het hele jaar`,
/// `de eerste maanden van dit jaar` is read from `dit jaar` on.
pub(super) fn unit(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    let count = match line.term(start)? {
        Term::Last => -1,
        Term::This => 0,
        Term::Next => 1,
        // `het hele jaar`, `heel het voorjaar`
        Term::Whole if start > at => 0,
        // `van het jaar`: the one at hand
        Term::Unit(unit @ (Unit::Year | Unit::Month)) if start > at && is_so_far(reader, start + 1) => {
            return Some(Found::floating(start + 2, reader.now.shifted(unit, 0)));
        }
        Term::Unit(unit @ (Unit::Year | Unit::Week | Unit::Month))
            if start > at && line.before(at) == Some(Term::Of) =>
        {
            let ended = line.word(start + 1).is_empty()
                || line.is_mark(start + 1)
                || matches!(line.term(start + 1), Some(Term::Verb(_)));
            return ended.then(|| Found::floating(start + 1, reader.now.shifted(unit, 0)));
        }
        _ => return None,
    };
    let whole = line.term(start) == Some(Term::Whole);
    let common = !matches!(
        line.term(start + 1),
        Some(
            Term::Unit(Unit::Year | Unit::Weekend | Unit::Quarter | Unit::Decade) | Term::Season("SP" | "FA")
        )
    );
    if start > at && !agrees(reader, at, common) {
        return None;
    }
    // `komend weekend` is the one that comes, `volgend weekend` that of next week.
    let comes = line.term(start + 1) == Some(Term::Unit(Unit::Weekend))
        && !matches!(line.word(start), "volgend" | "Volgend" | "next" | "Next");
    let count = match reader.now.today().map(weekday) {
        Some(0..=4) if count == 1 && comes => 0,
        _ => count,
    };
    // `het jaar tot nu toe`, `deze maand tot op heden`
    let so_far = |end: usize| end + usize::from(is_so_far(reader, end));
    match line.term(start + 1)? {
        Term::Unit(Unit::Day | Unit::Second | Unit::Minute | Unit::Hour | Unit::Night) => None,
        Term::Unit(unit) if !whole || unit == Unit::Year => {
            let end = if count == 0 { so_far(start + 2) } else { start + 2 };
            Some(Found::date(end, reader.now.shifted(unit, count)))
        }
        Term::Season(code) => Some(season_away(reader, code, count, start + 2)),
        _ => None,
    }
}

/// Whether `tot nu toe` or `tot op heden` stands here.
fn is_so_far(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.term(at) == Some(Term::Reference("PRESENT_REF")) && reader.line.word(at).starts_with("tot ")
}

fn season_away(reader: &Reader<'_, '_, '_>, code: &'static str, count: i64, end: usize) -> Found {
    let now = reader.now.season(code, Direction::Nearest);
    let direction = match count {
        -1 => Direction::Back,
        0 => Direction::Nearest,
        _ => Direction::Ahead,
    };
    // `dit voorjaar` is of this year; a winter is of two.
    if let Some(year) = reader.now.year().filter(|_| count == 0 && code != "WI") {
        return Found::date(end, season_of(code, year));
    }
    let value = reader.now.season(code, direction);
    // `volgende zomer` said in summer is the next one.
    let inside = now.interval.zip(reader.now.0).is_some_and(|(span, date)| {
        let here = date.interval();
        span.begin <= here.begin && here.begin < span.until
    });
    let shifted = reader.now.shifted_year(count).date;
    match shifted.filter(|_| count != 0 && now == value && inside) {
        Some(date) => Found::date(end, season_of(code, date.year)),
        None => Found::date(end, value),
    }
}

/// `het voorjaar van 2022`, `de zomer`, `in het najaar`.
pub(super) fn season(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    let Some(Term::Season(code)) = line.term(start) else { return None };
    let of = usize::from(line.term(start + 1) == Some(Term::Of));
    if let Some(year) = line.year(start + 1 + of) {
        return Some(Found::date(start + 2 + of, season_of(code, year)));
    }
    if let Some(found) = unit(reader, start + 1 + of).filter(|_| of > 0)
        && let Some(date) = found.value.date.filter(|date| date.month.is_none())
    {
        return Some(Found::date(found.end, season_of(code, date.year)));
    }
    // `een telefoon maakt de zomer niet` speaks of none; a preposition tells that it is a time.
    let led = is_led(line.before(at));
    (start > at && led).then(|| Found::floating(start + 1, reader.now.season(code, reader.direction(at))))
}

/// `het derde kwartaal van 2026`, `de tweede helft van 2025`, `Q1 2022`, `2022-Q1`, `H2 2019`.
pub(super) fn quarter(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if let Some(found) = short_quarter(reader, at) {
        return Some(found);
    }
    let start = line.behind_article(at);
    let Some(Term::Ordinal(number)) = line.term(start) else { return None };
    let quarter = line.term(start + 1) == Some(Term::Unit(Unit::Quarter));
    let half = matches!(line.word(start + 1), "helft" | "half" | "halfjaar");
    if !quarter && !half || !(1..=4).contains(&number) || half && number > 2 {
        return None;
    }
    let of = usize::from(line.term(start + 2) == Some(Term::Of));
    let value = |year| if quarter { quarter_of(year, number) } else { half_of(year, number) };
    if let Some(year) = line.year(start + 2 + of) {
        return Some(Found::date(start + 3 + of, value(year)));
    }
    // `van het jaar`, `van vorig jaar`, `van dit jaar`
    if of > 0
        && let Some(found) = unit(reader, start + 3)
        && let Some(date) = found.value.date.filter(|date| date.month.is_none())
    {
        return Some(Found { floats: found.floats, ..Found::date(found.end, value(date.year)) });
    }
    if half {
        // The second half of a match is none.
        return (line.word(start + 1) == "halfjaar")
            .then(|| Some(Found::floating(start + 2, half_of(reader.now.0?.year, number))))?;
    }
    Some(Found::floating(start + 2, reader.now.quarter(number, reader.direction(at))))
}

fn is_year(found: &Found) -> bool {
    found.value.date.is_some_and(|date| date.month.is_none())
}

fn short_quarter(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let code = |at: usize| {
        let mut letters = line.word(at).chars();
        let kind = letters.next()?;
        let number = letters.next()?.to_digit(10)? as u8;
        let fits = letters.next().is_none()
            && (kind == 'Q' && (1..=4).contains(&number) || kind == 'H' && (1..=2).contains(&number));
        fits.then_some((kind, number))
    };
    let value =
        |year, (kind, number)| if kind == 'Q' { quarter_of(year, number) } else { half_of(year, number) };
    if let Some(year) = line.year(at) {
        let dash = usize::from(line.term(at + 1) == Some(Term::Dash) && line.is_tight(at));
        return Some(Found::date(at + 2 + dash, value(year, code(at + 1 + dash)?)));
    }
    let code = code(at)?;
    let between = usize::from(matches!(line.term(at + 1), Some(Term::Of | Term::Dash)));
    match line.year(at + 1 + between) {
        Some(year) => Some(Found::date(at + 2 + between, value(year, code))),
        // `Q4 van dit jaar`
        None if between > 0 && unit(reader, at + 2).is_some_and(|found| is_year(&found)) => {
            let found = unit(reader, at + 2)?;
            let here = found.value.date?.year;
            Some(Found { floats: found.floats, ..Found::date(found.end, value(here, code)) })
        }
        // `H1` alone may be anything.
        None if code.0 == 'Q' => {
            Some(Found::floating(at + 1, reader.now.quarter(code.1, reader.direction(at))))
        }
        None => None,
    }
}

/// `week 31`, `de week van 10 april`, `de eerste week van juli`, `het weekend van 4 en 5 juni`.
pub(super) fn week(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    if let Some(term @ (Term::Ordinal(1) | Term::Last)) = line.term(start)
        && line.term(start + 1) == Some(Term::Unit(Unit::Week))
        && line.term(start + 2) == Some(Term::Of)
    {
        if nests(reader, start + 3) {
            return None;
        }
        let whole = line.year(start + 3).map(|number| Found::date(start + 4, Value::date(year(number))));
        let whole = whole
            .or_else(|| reader.date(start + 3))
            .filter(|found| found.value.date.is_some_and(|date| date.day.is_none()))?;
        let value = edge_week(whole.value.interval?, term == Term::Last)?;
        return Some(Found { floats: whole.floats, ..Found::date(whole.end, value) });
    }
    let weekend = match line.term(start)? {
        Term::Unit(Unit::Week) => false,
        Term::Unit(Unit::Weekend) => true,
        _ => return None,
    };
    if let Some(number) = line.digits(start + 1).filter(|number| !weekend && (1..=53).contains(number)) {
        let of = usize::from(matches!(line.term(start + 2), Some(Term::Of)) || line.word(start + 2) == ",");
        let stated = line.year(start + 2 + of);
        let end = stated.map_or(start + 2, |_| start + 3 + of);
        let year = stated.or(reader.now.0.map(|date| date.year))?;
        return Some(Found {
            floats: stated.is_none(),
            ..Found::date(end, week_number(year, i64::from(number)))
        });
    }
    if start == at {
        return None;
    }
    // `in de weekenden`
    if weekend
        && line.word(start).len() > 8
        && matches!(line.word(start), "weekenden" | "weekeinden" | "weekends")
    {
        return Some(Found::date(start + 1, Value::plain("XXXX-WXX-WE")).of(TimeKind::Set));
    }
    let mut next = start + 1;
    let of = line.term(next) == Some(Term::Of);
    // `de week beginnend op 4 februari`
    let begins = line.term(next) == Some(Term::From);
    if !of && !begins {
        // `het weekend`: the one at hand
        let led = weekend
            && (matches!(line.before(at), Some(Term::Preposition | Term::Until | Term::To))
                || ends(reader, next))
            && line.term(next).is_none_or(|term| matches!(term, Term::Verb(_)));
        return led.then(|| {
            Found::floating(
                start + 1,
                reader.now.shifted(
                    Unit::Weekend,
                    if matches!(reader.direction(at), Direction::Back | Direction::Past) { -1 } else { 0 },
                ),
            )
        });
    }
    next += 1;
    if nests(reader, next) {
        return None;
    }
    let mut day = reader.date(next);
    // `4 en 5 juni`: the last of them names the month.
    if day.is_none()
        && line.day_of_month(next).is_some()
        && matches!(line.term(next + 1), Some(Term::And | Term::Dash))
    {
        day = reader.date(next + 2);
    }
    let day = day.filter(|day| day.value.date.is_some_and(|date| date.day.is_some()))?;
    let anchor = Anchor(day.value.date);
    let value = if weekend { anchor.shifted(Unit::Weekend, 0) } else { anchor.week_of()? };
    Some(Found { floats: day.floats, ..Found::date(day.end, value) })
}
