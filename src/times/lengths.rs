//! Lengths of time: `twee weken`, `de afgelopen jaren`, `vijfdaagse`.

use super::counts::{Count, adjective, count, is_age, is_plural, is_rate, unit};
use super::distances::{compound, relative, within};
use super::reader::{Found, Reader};
use super::terms::{Part, Term, Unit};
use super::values::Value;

/// `de afgelopen twee weken`, `de komende jaren`, `de laatste tijd`.
pub(super) fn stretch(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    if let Some(found) = turned(reader, start) {
        return Some(found);
    }
    let sign = match line.term(start)? {
        Term::Last => -1,
        Term::Next => 1,
        // `de eerste twee weken`, `al die jaren` have no place of their own.
        Term::Ordinal(1) if start > at => 0,
        _ => return None,
    };
    let counted = count(reader, start + 1).filter(|count| count.end > start + 1);
    let found = counted.is_some();
    let count = counted.unwrap_or_else(|| Count::vague(start + 1));
    let unit = unit(reader, count.end)?;
    if !found && !is_plural(reader, count.end) {
        // `komend uur`, `het afgelopen etmaal`
        let short = sign != 0 && matches!(unit, Unit::Hour | Unit::Minute);
        return short.then(|| {
            let interval = reader.now.stretch(unit, sign);
            Found {
                value: Value { interval, ..Value::plain(unit.duration("1")) },
                ..Found::length(count.end + 1, "")
            }
        });
    }
    let text = length(&count, unit);
    let within_it = at.checked_sub(1).is_some_and(|before| line.term(before) == Some(Term::Within));
    let interval = match count.whole.filter(|_| sign != 0 && !count.half) {
        // `de laatste drie maanden van 2022` are not those behind us.
        Some(_) if line.term(count.end + 1) == Some(Term::Of) => None,
        Some(_) if within_it => within(reader, &count, unit),
        Some(whole) => reader.now.stretch(unit, sign * whole),
        None => None,
    };
    Some(Found { value: Value { interval, ..Value::plain(text) }, ..Found::length(count.end + 1, "") })
}

/// `de twee laatste weken`, `vijf komende dagen`
fn turned(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let (count, next) = line.number_to(at).filter(|&(count, _)| count > 1)?;
    let sign = match line.term(next)? {
        Term::Last => -1,
        Term::Next => 1,
        _ => return None,
    };
    let unit = unit(reader, next + 1)?;
    let interval = reader.now.stretch(unit, sign * i64::from(count));
    let value = Value { interval, ..Value::plain(unit.duration(&count.to_string())) };
    Some(Found { value, ..Found::length(next + 2, "") })
}

/// `twee weken`, `een maand geleden`, `over drie dagen`, `anderhalf uur`, `drie magere jaren`,
/// `vijftien uur 29 minuten`.
pub(super) fn counted(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if let Some(Term::Lasting(unit, count)) = line.term(at) {
        // `tweejarig` is more often an age: only of what lasts.
        let name = line.word(at).starts_with(char::is_uppercase) && at > 0;
        let lasts = !name && (unit != Unit::Year || line.term(at + 1) == Some(Term::Thing));
        return lasts.then(|| Found::length(at + 1, unit.duration(&count.to_string())));
    }
    if line.is_number(at)
        && line.term(at + 1) == Some(Term::Dash)
        && matches!(line.word(at + 2), "daagse" | "daags")
    {
        return Some(Found::length(at + 3, Unit::Day.duration(line.word(at))));
    }
    let about = usize::from(line.term(at) == Some(Term::About));
    let modifier = (about > 0).then_some("APPROX");
    if let Some(found) = idiom(reader, at) {
        return Some(found);
    }
    // `1u geleden`
    if let Some(hours) = line.word(at).strip_suffix('u').and_then(|digits| digits.parse::<u8>().ok())
        && matches!(line.term(at + 1), Some(Term::Ago | Term::Later | Term::Earlier))
    {
        return relative(reader, &Count::whole(u32::from(hours), at + 1), Unit::Hour, at, at + 1);
    }
    let count = count(reader, at + about)?;
    let unit_at = adjective(reader, count.end);
    let nights = line.digits(at).is_some() && line.term(unit_at) == Some(Term::Part(Part::Night));
    let unit = if nights { Unit::Night } else { unit(reader, unit_at)? };
    let roughly = unit == Unit::Year
        && line.before(at) == Some(Term::Of)
        && line.word(unit_at + 1) == "of"
        && line.number(unit_at + 2).is_some();
    if roughly || is_age(reader, at, unit_at, unit) || is_rate(reader, at + about) {
        return None;
    }
    let mut end = unit_at + 1;
    // `vijf uur 's middags` was read as a clock time; `om vijf uur` too.
    let (found, rest) = relative(reader, &count, unit, at, end).map_or((None, end), |found| {
        let end = found.end;
        (Some(found), end)
    });
    if let Some(found) = found {
        return Some(found.with(modifier));
    }
    end = rest;
    let mut text = length(&count, unit);
    if let (Some(whole), Some((part, next))) =
        (count.whole.filter(|_| !count.half), fraction(reader, unit, end))
    {
        let text = match unit {
            Unit::Hour => format!("PT{whole}H{part}M"),
            _ => unit.duration(&format!("{whole}.{}", if part == 30 { "5" } else { "25" })),
        };
        return Some(Found::length(next, text).with(modifier));
    }
    // `1 dag 21 uur`, `een uur en 20 minuten`
    let and = usize::from(line.term(end) == Some(Term::And));
    if let (Some(_), Some((more, next))) = (count.whole.filter(|_| !count.half), line.number_to(end + and))
        && let Some(smaller) = self::unit(reader, next).filter(|&smaller| is_smaller(smaller, unit))
    {
        let tail = smaller.duration(&more.to_string());
        let tail = match text.contains('T') {
            true => tail.strip_prefix("PT").map(str::to_owned),
            false => tail.strip_prefix('P').map(str::to_owned),
        };
        if let Some(tail) = tail {
            text.push_str(&tail);
            end = next + 1;
            if let Some(found) = compound(reader, &count, unit, i64::from(more), smaller, end) {
                return Some(found);
            }
        }
    }
    // `drie weken lang`, `twee jaar tijd`
    end += usize::from(line.term(end) == Some(Term::Long) || line.word(end) == "tijd");
    let mut found = Found::length(end, text);
    let lead = if line.before(at) == Some(Term::Article) { line.before(at - 1) } else { line.before(at) };
    if lead == Some(Term::Within) {
        found.value.interval = within(reader, &count, unit);
    }
    Some(found.with(modifier))
}

/// `een uur en een kwart`, `een jaar en een half jaar`: sixtieths, and the piece behind.
fn fraction(reader: &Reader<'_, '_, '_>, unit: Unit, at: usize) -> Option<(i64, usize)> {
    let line = reader.line;
    if line.term(at) != Some(Term::And) || line.word(at) != "en" || line.term(at + 1) != Some(Term::Number(1))
    {
        return None;
    }
    let part = match line.term(at + 2)? {
        Term::Half => 30,
        Term::Quarter => 15,
        _ => return None,
    };
    let same = self::unit(reader, at + 3);
    let own = same == Some(unit);
    // `een jaar en een half uur` are two lengths.
    (own || same.is_none() && super::years::ends(reader, at + 3)).then_some((part, at + 3 + usize::from(own)))
}

/// `een week of drie`: about three weeks; `een jaar of wat`: some years.
fn idiom(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if line.term(at) != Some(Term::Number(1)) || !matches!(line.word(at + 2), "of" | "or") {
        return None;
    }
    let unit = unit(reader, at + 1)?;
    // `van een jaar of twaalf` is an age.
    if unit == Unit::Year && line.before(at) == Some(Term::Of) {
        return None;
    }
    if line.word(at + 3) == "wat"
        && !matches!(line.term(at + 4), Some(Term::Unit(_) | Term::Hour | Term::Years))
    {
        let count = Count::vague(at + 4);
        let found = relative(reader, &count, unit, at, at + 4);
        return Some(found.unwrap_or_else(|| Found::length(at + 4, unit.duration("X"))));
    }
    let number = line.number(at + 3).filter(|number| (2..100).contains(number))?;
    let count = Count::whole(number, at + 4);
    if matches!(line.term(at + 4), Some(Term::Unit(_) | Term::Hour | Term::Years)) {
        return None;
    }
    let found = relative(reader, &count, unit, at, at + 4)
        .unwrap_or_else(|| Found::length(at + 4, length(&count, unit)));
    Some(found.with(Some("APPROX")))
}

fn is_smaller(one: Unit, other: Unit) -> bool {
    (one as u8) < (other as u8)
}

/// A length: `PT1H30M` for `anderhalf uur`, `P18M` for `anderhalf jaar`, as the guidelines write it.
fn length(count: &Count, unit: Unit) -> String {
    match (count.half, unit, count.whole) {
        (true, Unit::Hour, Some(0)) => "PT30M".to_owned(),
        (true, Unit::Hour, Some(hours)) => format!("PT{hours}H30M"),
        (true, Unit::Year, Some(years)) => format!("P{}M", years * 12 + 6),
        (true, Unit::Day, Some(days @ 1..)) => format!("PT{}H", days * 24 + 12),
        // `een halve eeuw`, `anderhalf decennium`
        (true, Unit::Century, Some(count)) => format!("P{}Y", count * 100 + 50),
        (true, Unit::Decade, Some(count)) => format!("P{}Y", count * 10 + 5),
        _ => unit.duration(&count.text),
    }
}
