//! Dates that name a day, a month, a year, a decade, a century or a feast.

use super::anchor::{
    Anchor, Direction, Value, before_christ, century, century_before, decade, with_part, year,
};
use super::calendar::{days_from_civil, days_in_month, easter, weekday};
use super::reader::{Found, Reader};
use super::terms::{Feast, Term, Unit};
use super::{PartialDate, TimeKind};

/// A year of two or four digits: `96` is 1996, `22` is 2022.
pub(super) fn year_of(digits: &str) -> Option<i32> {
    let number = digits.parse::<i32>().ok()?;
    match digits.len() {
        4 => Some(number).filter(|&year| year > 0),
        2 => Some(if number < 50 { 2000 + number } else { 1900 + number }),
        _ => None,
    }
}

/// `donderdag 24 maart 2022`, `vrijdag de vijftiende maart`, `4e van juli`, `23 dag van september`,
/// `March 24, 2022`.
pub(super) fn calendar_day(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let article = usize::from(line.term(at) == Some(Term::Article));
    let (start, part) = match line.term(at + article) {
        Some(Term::Weekday(_, part)) if article == 0 => (at + 1, part),
        Some(Term::ShortDay(_)) if article == 0 => (at + 1, None),
        _ => (at + article, None),
    };
    // `dinsdag, 15 jan`, `vrijdag de vijftiende maart`
    let start =
        if start > at + article { start + usize::from(matches!(line.word(start), "," | ".")) } else { start };
    let start = if start > at { line.behind_article(start) } else { start };
    let (day, month, end) = named_day(reader, start)?;
    if line.term(start).is_some_and(|term| matches!(term, Term::Number(_))) && article == 1 {
        return None;
    }
    let Some((stop, year)) = year_behind(reader, end) else {
        if day > days_in_month(2000, month) {
            // `30 februari` is said, and has no place.
            return Some(Found::date(end, Value::plain(format!("XXXX-{month:02}-{day:02}"))));
        }
        let value = reader.now.month_day(month, day, reader.direction(at))?;
        return Some(parted(Found::floating(end, value), part));
    };
    let value = match year {
        Year::Christ(stated) => {
            before_christ(PartialDate::day(0, month, day.min(days_in_month(0, month))), stated)
        }
        Year::Stated(year) if day <= days_in_month(year, month) => {
            Value::date(PartialDate::day(year, month, day))
        }
        Year::Stated(year) => Value::plain(format!("{year:04}-{month:02}-{day:02}")),
    };
    Some(parted(Found::date(stop, value), part))
}

fn parted(found: Found, part: Option<super::terms::Part>) -> Found {
    match part {
        Some(part) => Found { value: with_part(&found.value, part), kind: TimeKind::Time, ..found },
        None => found,
    }
}

/// Day, month and the piece behind: `24 maart`, `maart 24`, `januari de eerste`, `4e van juli`.
fn named_day(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(u8, u8, usize)> {
    let line = reader.line;
    if let Some(Term::Month(month)) = line.term(at) {
        let behind = line.behind_article(at + 1);
        let (day, end) = line.day_of_month(behind)?;
        // `maart 20.00`, `mei 3 miljoen`: a day behind a month is English, or has an article in Dutch.
        let plain = behind > at + 1
            || line.doc.language == crate::lang::Language::English
            || range_of_days(reader, end);
        return plain.then_some((day, month, end));
    }
    let (day, mut next) = line.day_of_month(at)?;
    let ordinal = matches!(line.term(at), Some(Term::Ordinal(_)));
    if ordinal && line.term(next) == Some(Term::Unit(Unit::Day)) {
        next += 1;
    }
    // `twee van augustus` is no day, `de tweede van augustus` is one.
    if line.term(next) == Some(Term::Of) && (ordinal || next > at + 1) {
        next += 1;
    }
    match line.term(next) {
        Some(Term::Month(month)) => Some((day, month, next + 1)),
        // `20e van de volgende maand`, `de 15e dag van de maand`
        Some(Term::Article | Term::Next | Term::Last | Term::This) if next > at + 1 => {
            let unit = line.behind_article(next);
            let count = match line.term(unit) {
                Some(Term::Unit(Unit::Month)) => return month_away(reader, day, 0, unit + 1),
                Some(Term::Next) => 1,
                Some(Term::Last) => -1,
                Some(Term::This) => 0,
                _ => return None,
            };
            (line.term(unit + 1) == Some(Term::Unit(Unit::Month)))
                .then(|| month_away(reader, day, count, unit + 2))?
        }
        _ => None,
    }
}

fn month_away(reader: &Reader<'_, '_, '_>, day: u8, count: i64, end: usize) -> Option<(u8, u8, usize)> {
    let date = reader.now.shifted_month(count).date?;
    Some((day, date.month?, end))
}

fn range_of_days(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.term(at) == Some(Term::Dash) && reader.line.day_of_month(at + 1).is_some()
}

/// A year behind a month or a day.
enum Year {
    Stated(i32),
    /// Before Christ.
    Christ(u32),
}

/// `2022`, `, 2022`, `van 2022`, `in 2020`, `'22`, `96`, `vorig jaar`, `van dat jaar`, `234 voor Christus`.
fn year_behind(reader: &Reader<'_, '_, '_>, at: usize) -> Option<(usize, Year)> {
    let line = reader.line;
    let comma = usize::from(line.word(at) == ",");
    if line.word(at) == "-" && line.is_tight(at) && line.is_tight(at - 1) && line.year(at + 1).is_some() {
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

/// `maart 2022`, `maart`, `deze september`, `de maand mei`.
pub(super) fn month(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let unit = line.behind_article(at);
    let start = match line.term(unit) {
        Some(Term::Unit(Unit::Month)) => unit + 1,
        Some(Term::This | Term::Last | Term::Next) => {
            return relative_month(reader, unit).or_else(|| month_of_year(reader, unit));
        }
        _ => at,
    };
    let Some(Term::Month(month)) = line.term(start) else { return None };
    if let Some((end, year)) = year_behind(reader, start + 1) {
        let date = PartialDate { year: 0, month: Some(month), day: None, minute: None };
        let value = match year {
            Year::Stated(year) => Value::date(PartialDate { year, ..date }),
            Year::Christ(stated) => before_christ(date, stated),
        };
        return Some(Found::date(end, value));
    }
    // A bare month that opens a sentence may be a name: `Mei heeft nog een telefoon`.
    let capital = line.word(start).starts_with(char::is_uppercase);
    if capital && line.doc.language == crate::lang::Language::Dutch {
        return None;
    }
    Some(Found::floating(start + 1, reader.now.month_of_year(month, reader.direction(at))))
}

/// `deze september`, `afgelopen mei`, `komend voorjaar`.
fn relative_month(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let Some(Term::Month(month)) = reader.line.term(at + 1) else { return None };
    let value = match reader.line.term(at)? {
        Term::This => {
            let year = reader.now.0?.year;
            Value::date(PartialDate { year, month: Some(month), day: None, minute: None })
        }
        Term::Last => reader.now.month_of_year(month, Direction::Back),
        _ => reader.now.month_of_year(month, Direction::Ahead),
    };
    Some(Found::date(at + 2, value))
}

/// `volgend jaar mei`, `vorig jaar april`
fn month_of_year(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let Some(Term::Month(month)) =
        line.term(at + 2).filter(|_| line.term(at + 1) == Some(Term::Unit(Unit::Year)))
    else {
        return None;
    };
    let year = reader.now.shifted_year(match line.term(at)? {
        Term::Last => -1,
        Term::This => 0,
        _ => 1,
    });
    let date = PartialDate { month: Some(month), ..year.date? };
    Some(Found::date(at + 3, Value::date(date)))
}

/// `de 24e`, `zondag 31`, `de 17 tussen`: a day of the month alone.
pub(super) fn day_alone(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if let Some(Term::Weekday(week, None) | Term::ShortDay(week)) = line.term(at) {
        let start = line.behind_article(at + 1 + usize::from(line.word(at + 1) == "."));
        let (day, end) = line.day_of_month(start).filter(|&(_, end)| day_ends(reader, end))?;
        let value = reader.now.weekday_and_day(week, day, reader.direction(at))?;
        return Some(Found::floating(end, value));
    }
    // Only with an article, and where no noun follows: `op de 24e`; not `de 24e etappe`.
    let day = match line.term(at + 1) {
        Some(Term::Ordinal(day)) => day,
        // `de 17 tussen 14.00 en 16.00`
        None if matches!(line.term(at + 2), Some(Term::Between)) => {
            u8::try_from(line.digits(at + 1)?).ok()?
        }
        _ => return None,
    };
    let opens = at == 0 && matches!(line.term(at + 2), Some(Term::Verb(_)));
    let article = line.term(at) == Some(Term::Article)
        && (opens
            || line.before(at).is_some_and(|term| {
                matches!(term, Term::Preposition | Term::Since | Term::Until | Term::After | Term::Through)
            }));
    let digits = line.is_number(at + 1);
    if !(article && digits && day_ends(reader, at + 2) && (1..=31).contains(&day)) {
        return None;
    }
    Some(Found::floating(at + 2, reader.now.day_of_month(day, reader.direction(at))?))
}

/// Whether no noun follows a number that could be counted or named by it: `zondag 31 doden`.
fn day_ends(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let line = reader.line;
    ends(reader, at)
        || line.number(at).is_some()
        || matches!(line.term(at), Some(Term::Verb(_) | Term::At | Term::Until | Term::Between | Term::And))
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

/// `oudejaarsdag`, `kerst 1993`, `Pasen`, `komende Koningsdag`.
pub(super) fn feast(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    // `vandaag is het Pinksteren`
    let start = if matches!(line.word(at), "het" | "Het") { at } else { line.behind_article(at) };
    let (start, toward) = match line.term(start)? {
        Term::Next => (start + 1, Some(Direction::Ahead)),
        Term::Last => (start + 1, Some(Direction::Back)),
        _ => (start, None),
    };
    let Some(Term::Feast(feast)) = line.term(start) else { return None };
    let of = usize::from(line.term(start + 1) == Some(Term::Of));
    if let Some(year) = line.year(start + 1 + of) {
        return Some(Found::date(start + 2 + of, Value::date(feast_day(feast, year)?)));
    }
    if let Some((end, Year::Stated(year))) = year_behind(reader, start + 1) {
        return Some(Found::date(end, Value::date(feast_day(feast, year)?)));
    }
    let direction = toward.unwrap_or_else(|| reader.direction(at));
    let here = reader.now.0?;
    let value = nearest_feast(reader.now, here.year, feast, direction)?;
    Some(if toward.is_some() { Found::date(start + 1, value) } else { Found::floating(start + 1, value) })
}

fn nearest_feast(now: Anchor, year: i32, feast: Feast, direction: Direction) -> Option<Value> {
    let date = feast_day(feast, year.clamp(2, 9998))?;
    if let Feast::Fixed(month, day) = feast {
        return now.month_day(month, day, direction);
    }
    // The feasts that move stay within a month or so: the nearest of three years.
    let near = now.month_day(date.month?, date.day?.min(28), direction)?.date?;
    let first = feast_day(feast, near.year)?;
    let today = now.today();
    let distance = |date: PartialDate| Some(days_from_civil(date.year, date.month?, date.day?) - today?);
    let value = match (direction, distance(first)) {
        (Direction::Ahead, Some(..=-1)) => feast_day(feast, near.year + 1)?,
        (Direction::Back | Direction::Past, Some(1..)) if distance(first) > Some(70) => {
            feast_day(feast, near.year - 1)?
        }
        _ => first,
    };
    Some(Value::date(value))
}

fn feast_day(feast: Feast, year: i32) -> Option<PartialDate> {
    match feast {
        Feast::Fixed(month, day) => Some(PartialDate::day(year, month, day.min(days_in_month(year, month)))),
        Feast::Easter(offset) => {
            let (month, day) = easter(year);
            Some(super::anchor::civil(days_from_civil(year, month, day) + i64::from(offset)))
        }
        Feast::Nth(month, week, which) => {
            let first = days_from_civil(year, month, 1);
            let ahead = (i64::from(week) - 1 - i64::from(weekday(first))).rem_euclid(7);
            Some(super::anchor::civil(first + ahead + (i64::from(which) - 1) * 7))
        }
    }
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
    let (number, end) = match line.year(at) {
        Some(year) => (year, at + 1),
        None => match line.short_year(at) {
            // `van '14 tot '18`
            Some((short, end))
                if matches!(
                    line.before(at),
                    Some(Term::Preposition | Term::Since | Term::Until | Term::Dash)
                ) =>
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
            range || opens
        }
    };
    led.then(|| Found::date(end, Value::date(year(number))))
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

fn ends(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
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
