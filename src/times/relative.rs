//! Dates by their distance from today or from what was mentioned: `gisteravond`, `vorige week vrijdag`,
//! `de volgende dag`, `eind vorig jaar`.

use super::anchor::{
    Anchor, Direction, Value, edge_week, half_of, narrow, quarter_of, season_of, week_number, with_part, year,
};
use super::calendar::{DAY, weekday as weekday_of};
use super::reader::{Found, Reader};
use super::terms::{Part, Term, Unit};
use super::{Interval, Moment, TimeKind, absolute};

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
        .or_else(|| self::unit(reader, next))
        .or_else(|| absolute::decades(reader, next))
        .or_else(|| absolute::named_year(reader, next))
        .or_else(|| season(reader, next))
        .or_else(|| quarter(reader, next))
        .or_else(|| self::day(reader, next))
        .or_else(|| weekday(reader, next))?;
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

/// `vandaag`, `gisteravond`, `morgen`; `yesterday evening`, `this morning`, `gisteravond laat`, `vorige nacht`.
pub(super) fn day(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let (offset, part, end) = match (line.term(at)?, line.term(at + 1)) {
        (Term::Day(offset, None), Some(Term::Part(part))) => (offset, Some(part), at + 2),
        (Term::Day(offset, part), _) => (offset, part, at + 1),
        (Term::This, Some(Term::Part(part))) => (0, Some(part), at + 2),
        // `deze morgen`
        (Term::This, Some(Term::Day(1, None))) => (0, Some(Part::Morning), at + 2),
        (Term::Last, Some(Term::Part(part))) => (-1, Some(part), at + 2),
        (Term::Next, Some(Term::Part(part))) if line.before(at) != Some(Term::Article) => {
            (1, Some(part), at + 2)
        }
        (Term::Last, Some(Term::Unit(Unit::Day))) if line.before(at) != Some(Term::Article) => {
            (-1, None, at + 2)
        }
        (Term::Next, Some(Term::Unit(Unit::Day))) if line.before(at) != Some(Term::Article) => {
            (1, None, at + 2)
        }
        // `middag vandaag`
        (Term::Part(part), Some(Term::Day(offset, None))) => (offset, Some(part), at + 2),
        _ => return None,
    };
    // `morgen` after `goede` and `de` is the morning or the future, not tomorrow.
    if offset == 1
        && part.is_none()
        && matches!(line.word(at.wrapping_sub(1)), "goede" | "goeie" | "Goede" | "de" | "De" | "van")
    {
        return None;
    }
    let end = end + usize::from(part.is_some() && line.term(end) == Some(Term::Late));
    let day = reader.now.day(i64::from(offset));
    Some(match part {
        Some(part) => Found::date(end, with_part(&day, part)).of(TimeKind::Time),
        None => Found::date(end, day),
    })
}

/// `de nacht van maandag op dinsdag`: by convention the night of the first day.
pub(super) fn night(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    let (Some(Term::Part(Part::Night)), Some(Term::Of)) = (line.term(start), line.term(start + 1)) else {
        return None;
    };
    if nests(reader, start + 2) {
        return None;
    }
    let first = reader.day(start + 2)?;
    let mut end = first.end;
    if line.term(end) == Some(Term::Preposition) && line.word(end) == "op" {
        let second =
            reader.date(end + 1).filter(|found| found.value.date.is_some_and(|date| date.day.is_some()))?;
        end = second.end;
    }
    Some(Found {
        floats: first.floats,
        ..Found::date(end, with_part(&first.value, Part::Night)).of(TimeKind::Time)
    })
}

/// Whether a part of the day or a week stands here again: `de nacht van de nacht van` goes on for ever.
fn nests(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let start = reader.line.behind_article(at);
    let week = |at| matches!(reader.line.term(at), Some(Term::Unit(Unit::Week | Unit::Weekend)));
    matches!(reader.line.term(start), Some(Term::Part(_))) || week(start) || week(start + 1)
}

/// `de avond van 4 maart`, `de ochtend van de brand` is none.
pub(super) fn part_of(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    let (Some(Term::Part(part)), Some(Term::Of)) = (line.term(start), line.term(start + 1)) else {
        return None;
    };
    if nests(reader, start + 2) {
        return None;
    }
    let day = reader.date(start + 2).filter(|day| {
        day.kind == TimeKind::Date
            && day.value.date.is_some_and(|date| date.day.is_some() && date.minute.is_none())
    })?;
    Some(Found { floats: day.floats, ..Found::date(day.end, with_part(&day.value, part)).of(TimeKind::Time) })
}

/// `die dag`, `diezelfde avond`, `de volgende ochtend`, `de dag erna`, `dat jaar`, `een dag daarvoor`.
pub(super) fn mentioned(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let article = matches!(line.term(at), Some(Term::Article | Term::Number(1)));
    let start = at + usize::from(article);
    let that = line.term(start) == Some(Term::That);
    // `de volgende dag`; without an article it counts from today.
    let next = article && line.term(start) == Some(Term::Next);
    let noun = start + usize::from(that || next);
    let behind = match line.term(noun + 1) {
        Some(Term::Following) => 1,
        Some(Term::Preceding) => -1,
        _ => 0,
    };
    let sign = match (that, next, behind) {
        (true, ..) => 0,
        (_, true, _) => 1,
        (_, _, 0) => return None,
        (_, _, sign) if article => sign,
        _ => return None,
    };
    let end = noun + 1 + usize::from(behind != 0 && !that);
    // The document's own day is what `de dag erna` counts from where no other was mentioned.
    let from = if reader.last_day.0.is_some() { reader.last_day } else { reader.now };
    // The morning that follows half past two at night is of the same date.
    let small = from.0.and_then(|date| date.minute).is_some_and(|minute| minute < 5 * 60);
    let sign = if next && small { 0 } else { sign };
    let wide = if reader.last.0.is_some() { reader.last } else { reader.now };
    match line.term(noun)? {
        Term::Unit(Unit::Day) => {
            from.today()?;
            Some(Found::date(end, from.day(sign)))
        }
        Term::Part(part) => {
            from.today()?;
            Some(Found::date(end, with_part(&from.day(sign), part)).of(TimeKind::Time))
        }
        // `die morgen`
        Term::Day(1, None) if that => {
            from.today()?;
            Some(Found::date(end, with_part(&from.day(0), Part::Morning)).of(TimeKind::Time))
        }
        Term::Weekday(day, part) if (that || next) && agrees(reader, at, true) => {
            let value = from.weekday(day, if next { Direction::Ahead } else { Direction::Back }, next);
            value.date.filter(|date| date.day.is_some())?;
            Some(match part {
                Some(part) => Found::date(end, with_part(&value, part)).of(TimeKind::Time),
                None => Found::date(end, value),
            })
        }
        // `de volgende week` counts from today more often than not: `unit` reads it.
        Term::Unit(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Year)) if !next => {
            let value = wide.shifted(unit, sign);
            value.interval?;
            Some(Found::date(end, value))
        }
        Term::Season(code) if that => {
            // The one before or around what was mentioned.
            let value = reader.last.season(code, Direction::Back);
            value.interval?;
            Some(Found::date(end, value))
        }
        _ => None,
    }
}

/// `maandag`, `vorige week vrijdag`, `komende zaterdag`, `zondagavond`, `dinsdag over een week`.
pub(super) fn weekday(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let now = reader.now;
    // `deze afgelopen woensdag`
    if line.term(at) == Some(Term::This) && matches!(line.term(at + 1), Some(Term::Last | Term::Next)) {
        return weekday(reader, at + 1);
    }
    let on = |at: usize| at + usize::from(line.term(at) == Some(Term::Preposition) && line.word(at) == "op");
    let away = |term| match term {
        Term::Last => Some(-1),
        Term::This => Some(0),
        Term::Next => Some(1),
        _ => None,
    };
    let (value, part, mut end) = match (line.term(at)?, line.term(at + 1)) {
        (term @ (Term::Last | Term::This | Term::Next), Some(Term::Unit(Unit::Week))) => {
            let Some(Term::Weekday(day, part)) = line.term(on(at + 2)) else { return None };
            (now.weekday_of_week(day, away(term)?), part, on(at + 2) + 1)
        }
        (Term::This, Some(Term::Weekday(day, part))) => (now.weekday_of_week(day, 0), part, at + 2),
        (Term::Last, Some(Term::Weekday(day, part))) => {
            (now.weekday(day, Direction::Back, true), part, at + 2)
        }
        (Term::Next, Some(Term::Weekday(day, part))) => {
            (now.weekday(day, Direction::Ahead, true), part, at + 2)
        }
        (Term::Weekday(day, None), Some(Term::FromNow)) => {
            let (count, end) = line.number_to(at + 2)?;
            if line.term(end) != Some(Term::Unit(Unit::Week)) {
                return floating_weekday(reader, at);
            }
            let next = now.weekday(day, Direction::Ahead, true);
            let date = next.date.filter(|date| date.day.is_some())?;
            return Some(Found::date(end + 1, Anchor(Some(date)).day(i64::from(count) * 7)));
        }
        // `dinsdag van volgende week`
        (Term::Weekday(day, part), Some(Term::Of)) if line.term(at + 3) == Some(Term::Unit(Unit::Week)) => {
            (now.weekday_of_week(day, away(line.term(at + 2)?)?), part, at + 4)
        }
        // `zondag jl.`, `vrijdag a.s.`
        (Term::Weekday(day, part), Some(term @ (Term::Last | Term::Next)))
            if !matches!(
                line.term(at + 2),
                Some(Term::Unit(_) | Term::Weekday(..) | Term::Month(_) | Term::Season(_))
            ) =>
        {
            let direction = if term == Term::Last { Direction::Back } else { Direction::Ahead };
            (now.weekday(day, direction, true), part, at + 2)
        }
        _ => return floating_weekday(reader, at),
    };
    let part = part.or_else(|| match line.term(end) {
        Some(Term::Part(part)) => {
            end += 1;
            Some(part)
        }
        _ => None,
    });
    Some(parted(Found::date(end, value), part))
}

/// `maandag`, `zondagavond`, `dinsdag ochtend`: the tense tells which.
fn floating_weekday(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let Some(Term::Weekday(day, part)) = line.term(at) else { return None };
    let mut end = at + 1;
    let part = part.or_else(|| match line.term(end) {
        Some(Term::Part(part)) => {
            end += 1;
            Some(part)
        }
        Some(Term::Day(1, None)) => {
            end += 1;
            Some(Part::Morning)
        }
        _ => None,
    });
    end += usize::from(part.is_some() && line.term(end) == Some(Term::Late));
    Some(parted(Found::floating(end, reader.now.weekday(day, reader.direction(at), false)), part))
}

fn parted(found: Found, part: Option<Part>) -> Found {
    match part {
        Some(part) => Found { value: with_part(&found.value, part), kind: TimeKind::Time, ..found },
        None => found,
    }
}

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
    let count = match reader.now.today().map(weekday_of) {
        Some(0..=4) if count == 1 && comes => 0,
        _ => count,
    };
    match line.term(start + 1)? {
        Term::Unit(Unit::Day | Unit::Second | Unit::Minute | Unit::Hour | Unit::Night) => None,
        Term::Unit(unit) if !whole || unit == Unit::Year => {
            Some(Found::date(start + 2, reader.now.shifted(unit, count)))
        }
        Term::Season(code) => Some(season_away(reader, code, count, start + 2)),
        _ => None,
    }
}

/// Whether an article or a pointer at `at` goes with a noun of common gender (`de`, `die`), or a neuter one
/// (`het`, `dat`); in `gebeurt dat zaterdag` and `was het vorige week` it does not.
fn agrees(reader: &Reader<'_, '_, '_>, at: usize, common: bool) -> bool {
    match reader.line.word(at) {
        "het" | "Het" | "dat" | "Dat" => !common,
        "de" | "De" | "die" | "Die" => common || reader.line.term(at + 1) == Some(Term::Whole),
        _ => true,
    }
}

fn season_away(reader: &Reader<'_, '_, '_>, code: &'static str, count: i64, end: usize) -> Found {
    let now = reader.now.season(code, Direction::Nearest);
    let direction = match count {
        -1 => Direction::Back,
        0 => Direction::Nearest,
        _ => Direction::Ahead,
    };
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
    let led = matches!(
        line.before(at),
        Some(
            Term::Preposition
                | Term::Until
                | Term::Since
                | Term::From
                | Term::After
                | Term::To
                | Term::Of
                | Term::Within
                | Term::Edge(_)
        )
    );
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
    let mut next = start + 1;
    let of = line.term(next) == Some(Term::Of);
    // `de week beginnend op 4 februari`
    let begins = matches!(line.word(next), "beginnend" | "startend" | "beginnende");
    if !of && !begins {
        // `het weekend`: the one at hand
        let led = weekend
            && matches!(line.before(at), Some(Term::Preposition | Term::Until | Term::To))
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
    next += 1 + usize::from(begins && line.word(next + 1) == "op");
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
