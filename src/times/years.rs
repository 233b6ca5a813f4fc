//! Years, decades and centuries: `2022`, `'98`, `de jaren negentig`, `de 17e eeuw`, `234 v.Chr.`

use super::line::Line;
use super::reader::{Found, Reader};
use super::terms::{Term, Unit};
use super::values::{Value, before_christ, century, century_before, decade, year};

/// A year of two or four digits: `96` is 1996, `22` is 2022.
pub(super) fn year_of(digits: &str) -> Option<i32> {
    let number = digits.parse::<i32>().ok()?;
    match digits.len() {
        4 => Some(number).filter(|&year| year > 0),
        2 => Some(if number < 50 { 2000 + number } else { 1900 + number }),
        _ => None,
    }
}

/// A year behind a month or a day.
pub(super) enum Year {
    Stated(i32),
    /// Before Christ.
    Christ(u32),
}

/// `2022`, `, 2022`, `van 2022`, `in 2020`, `'22`, `96`, `vorig jaar`, `van dat jaar`, `234 voor Christus`.
pub(super) fn year_behind(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(usize, Year)> {
    let line = reader.line;
    let comma = usize::from(line.word(at) == ",");
    if line.word(at) == "-" && line.is_tight(at) && line.is_tight(at - 1) && line.year(at + 1).is_some() {
        return Some((at + 2, Year::Stated(line.year(at + 1)?)));
    }
    // `23 MRT. 2022`
    if line.word(at) == "."
        && line.is_tight(at - 1)
        && line.word(at - 1).len() <= 4
        && !line.is_number(at - 1)
    {
        return Some((at + 2, Year::Stated(line.year(at + 1)?)));
    }
    let of = usize::from(
        line.term(at + comma) == Some(Term::Of)
            || line.term(at + comma) == Some(Term::Preposition)
                && line.year(at + comma + 1).is_some()
                && line.word(at + comma) == "in",
    );
    let next = at + comma + of;
    if comma == 0
        && let (Some(number), Some(Term::Era(before))) = (line.digits(next), line.term(next + 1))
        && (1..10_000).contains(&number)
    {
        let year = if before { Year::Christ(number) } else { Year::Stated(number as i32) };
        return Some((next + 2, year));
    }
    if let Some(year) = line.year(next) {
        return Some((next + 1, Year::Stated(year)));
    }
    if let Some((year, end)) =
        line.number_to(next).filter(|&(year, _)| line.digits(next).is_none() && (1000..2200).contains(&year))
    {
        return Some((end, Year::Stated(year as i32)));
    }
    if comma == 0
        && let Some((short, end)) = line.short_year(next)
    {
        return Some((end, Year::Stated(century_of(reader, short))));
    }
    // `3 aug 96`: two digits that end the expression and can be no day of a month or a clock time.
    if comma + of == 0
        && let Some(short) = line.digits(next).filter(|short| (32..100).contains(short))
        && (line.word(next + 1).is_empty() || line.is_mark(next + 1))
    {
        return Some((next + 1, Year::Stated(year_of(line.word(next)).filter(|_| short > 31)?)));
    }
    // `14 oktober van het jaar daarop`
    if of > 0
        && line.term(line.behind_article(next)) == Some(Term::Unit(Unit::Year))
        && let Some(found) = super::relative::mentioned(reader, next)
    {
        return Some((found.end, Year::Stated(found.value.date?.year)));
    }
    let unit = line.behind_article(next);
    if line.term(unit + 1) == Some(Term::Unit(Unit::Year)) {
        let year = match line.term(unit)? {
            Term::Last => reader.now.shifted_year(-1).date?.year,
            Term::This => reader.now.shifted_year(0).date?.year,
            Term::Next => reader.now.shifted_year(1).date?.year,
            Term::That => reader.last.0?.year,
            _ => return None,
        };
        return Some((unit + 2, Year::Stated(year)));
    }
    None
}

/// The year that `'98` means: the last one, or one of the next twenty years.
fn century_of(reader: &Reader<'_, '_, '_>, short: u32) -> i32 {
    let here = reader.now.0.map_or(2029, |date| date.year);
    let year = 2000 + short as i32;
    if year <= here + 20 { year } else { year - 100 }
}

/// `de jaren negentig`, `the 1990s`, `de 19e eeuw`, `de jaren '90`, `de '90s`.
pub(super) fn decades(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    if let (Some(Term::Ordinal(number)), Some(Term::Unit(Unit::Century))) =
        (line.term(start), line.term(start + 1))
    {
        if line.term(start + 2) == Some(Term::Era(true)) {
            return (1..=99).contains(&number).then(|| Found::date(start + 3, century_before(number)));
        }
        return (1..=99).contains(&number).then(|| Found::date(start + 2, century(i64::from(number) - 1)));
    }
    let of = |number: u32| match number {
        10..100 if number.is_multiple_of(10) => Some(decade(190 + number as i32 / 10)),
        1000..2200 if number.is_multiple_of(10) => Some(decade(number as i32 / 10)),
        _ => None,
    };
    if line.term(start) == Some(Term::Years) {
        if let Some((short, end)) = line.short_year(start + 1) {
            return Some(Found::date(end, of(short)?));
        }
        return Some(Found::date(start + 2, of(line.number(start + 1)?)?));
    }
    // `de jaren vijftig en zestig`, `de jaren '50 en '60`
    let decade_before = |at: usize| {
        (2..7).any(|back| at.checked_sub(back).is_some_and(|at| line.term(at) == Some(Term::Years)))
    };
    if line.before(at) == Some(Term::And) && decade_before(at) {
        if let Some((short, end)) = line.short_year(at) {
            return Some(Found::date(end, of(short)?));
        }
        let words = line.number(at).filter(|_| {
            line.digits(at).is_none()
                && !matches!(line.term(at + 1), Some(Term::Unit(_) | Term::Years | Term::Hour))
        });
        return words.and_then(|number| Some(Found::date(at + 1, of(number)?)));
    }
    let digits = line.word(start).trim_start_matches(['\'', '’', '‘']).strip_suffix('s')?;
    let years = digits.parse().ok().filter(|_| digits.len() == 4 || digits.len() == 2)?;
    Some(Found::date(start + 1, of(years)?))
}

/// `het jaar 2019`, `79 na Christus`, `234 v.Chr.`
pub(super) fn named_year(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if let (Some(number), Some(Term::Era(before))) = (line.digits(at), line.term(at + 1)) {
        let number = Some(number).filter(|number| (1..10_000).contains(number))?;
        let value = if before { before_christ(year(0), number) } else { Value::date(year(number as i32)) };
        return Some(Found::date(at + 2, value));
    }
    let unit = line.behind_article(at);
    if line.term(unit) != Some(Term::Unit(Unit::Year)) {
        return None;
    }
    let stated = line.year(unit + 1).or_else(|| {
        let article = unit > at;
        line.digits(unit + 1).filter(|&year| article && (32..1000).contains(&year)).map(|year| year as i32)
    })?;
    Some(Found::date(unit + 2, Value::date(year(stated))))
}

/// `2022` after a preposition, or where a sentence speaks of the year, and no unit or amount follows.
pub(super) fn bare_year(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    // `tussen 1955 en '70`
    let between = |at: usize| {
        line.before(at) == Some(Term::And) && at > 2 && line.before(at - 2) == Some(Term::Between)
    };
    let (number, end) = match line.year(at) {
        Some(year) => (year, at + 1),
        None => match line.short_year(at) {
            // `van '14 tot '18`
            Some((short, end))
                if matches!(
                    line.before(at),
                    Some(Term::Preposition | Term::Since | Term::Until | Term::Dash | Term::YearWord)
                ) || between(at) =>
            {
                (century_of(reader, short), end)
            }
            Some(_) => return None,
            None => {
                let (number, end) = line.number_to(at)?;
                let words = line.digits(at).is_none() && (1100..2100).contains(&number);
                let led = matches!(line.before(at), Some(Term::Preposition | Term::Since | Term::Until));
                (words && led).then_some((number as i32, end))?
            }
        },
    };
    if is_amount(reader, end) || in_row(reader, at) {
        return None;
    }
    let usual = (1900..2100).contains(&number);
    let led = match line.before(at) {
        Some(
            Term::Preposition
            | Term::Until
            | Term::Through
            | Term::Since
            | Term::From
            | Term::After
            | Term::Between
            | Term::Within
            | Term::YearWord,
        ) => true,
        // `tussen 1618 en 1621`
        Some(Term::And) => usual || line.before(at.wrapping_sub(2)) == Some(Term::Between),
        Some(Term::FromNow | Term::To | Term::Of | Term::At) => usual,
        // `1939-1945`, `(1901-1943)`
        Some(Term::Dash) => line.year(at.wrapping_sub(2)).is_some(),
        Some(Term::Month(_)) => true,
        // `Wordt 2009 erger dan 2008?`
        None if at == 1 && usual && line.doc.lang.helper(&crate::text::lower(line.word(0))).is_some() => true,
        Some(Term::Verb(_)) => usual && (at == 1 || line.term(end).is_some() || ends(reader, end)),
        _ => {
            let range = usual
                && matches!(line.term(end), Some(Term::Dash))
                && line.year(end + 1).is_some_and(|next| next > number);
            let opens = at == 0 && usual && matches!(line.term(end), Some(Term::Verb(_)));
            range || opens || usual && is_label(line, at, end)
        }
    };
    led.then(|| Found::date(end, Value::date(year(number))))
}

/// Whether a time opens its sentence with a mark behind it: `1972. De maatschappij ...`, `21 maart - De raad ...`.
pub(super) fn is_label(line: &Line<'_, '_>, at: usize, end: usize) -> bool {
    let mark = line.is_mark(end) && matches!(line.word(end), "." | ":" | "-" | "–" | "—" | "|");
    at == 0 && mark && (line.term(end) != Some(Term::Dash) || !line.is_tight(end - 1))
}

/// Whether a number stands in a row of more than two, as in a telephone number.
fn in_row(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let line = reader.line;
    let joined =
        |dash: usize| line.term(dash) == Some(Term::Dash) && line.is_tight(dash) && line.is_tight(dash - 1);
    let (mut first, mut last) = (at, at);
    while first > 1 && at - first < 8 && joined(first - 1) && line.is_number(first - 2) {
        first -= 2;
    }
    while last - at < 8 && joined(last + 1) && line.is_number(last + 2) {
        last += 2;
    }
    last - first > 2
}

pub(super) fn ends(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.word(at).is_empty() || reader.line.is_mark(at)
}

/// Whether what follows is counted by the number: a unit, a currency, or a plural noun.
pub(super) fn is_amount(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let line = reader.line;
    let word = line.word(at);
    if matches!(line.term(at), Some(Term::Unit(_) | Term::Years | Term::Hour)) {
        return true;
    }
    // An unknown noun in the plural behind a round number is what it counts: `2000 woningen`, `1500 people`.
    let round = line
        .number(at.wrapping_sub(1))
        .is_some_and(|number| number.is_multiple_of(50) || !(1900..2100).contains(&number));
    let plural = round
        && line.term(at).is_none()
        && word.starts_with(char::is_lowercase)
        && word.len() > 4
        && (word.ends_with("en") || word.ends_with('s'))
        && line.doc.lang.verb_form(word).is_none()
        && line.doc.lang.helper(word).is_none()
        && !line.doc.lang.speech.verbs.contains(word)
        && !line.doc.lang.is_participle(word);
    plural
        || matches!(
            word,
            "euro"
                | "dollar"
                | "pond"
                | "procent"
                | "%"
                | "meter"
                | "kilometer"
                | "miljoen"
                | "miljard"
                | "kilo"
                | "ton"
                | "man"
                | "people"
                | "percent"
                | "million"
        )
}
