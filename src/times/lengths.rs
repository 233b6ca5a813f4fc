//! Lengths of time, distances from today or from what was mentioned, and vague references.

use super::TimeKind;
use super::anchor::{Anchor, Value};
use super::reader::{Found, Reader};
use super::terms::{Term, Unit};

/// How many: the count as TIMEX3 writes it, as a whole number where it is one, and the piece of the unit.
struct Count {
    text: String,
    whole: Option<i64>,
    /// Whether it is `anderhalf` or `drieënhalf`.
    half: bool,
    end: usize,
}

impl Count {
    fn whole(number: u32, end: usize) -> Self {
        Self { text: number.to_string(), whole: Some(i64::from(number)), half: false, end }
    }

    fn vague(end: usize) -> Self {
        Self { text: "X".to_owned(), whole: None, half: false, end }
    }

    fn half(number: u32, end: usize) -> Self {
        Self { text: format!("{number}.5"), whole: Some(i64::from(number)), half: true, end }
    }
}

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
    let count = count(reader, at + about)?;
    let unit_at = adjective(reader, count.end);
    let nights =
        line.digits(at).is_some() && line.term(unit_at) == Some(Term::Part(super::terms::Part::Night));
    let unit = if nights { Unit::Night } else { unit(reader, unit_at)? };
    if is_age(reader, at, unit_at, unit) || is_rate(reader, at + about) {
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

/// `een week of drie`: about three weeks.
fn idiom(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if line.term(at) != Some(Term::Number(1)) || !matches!(line.word(at + 2), "of" | "or") {
        return None;
    }
    let unit = unit(reader, at + 1)?;
    let number = line.number(at + 3).filter(|number| (2..100).contains(number))?;
    let count = Count::whole(number, at + 4);
    if matches!(line.term(at + 4), Some(Term::Unit(_) | Term::Hour | Term::Years)) {
        return None;
    }
    let found = relative(reader, &count, unit, at, at + 4)
        .unwrap_or_else(|| Found::length(at + 4, length(&count, unit)));
    Some(found.with(Some("APPROX")))
}

/// From now to so many units ahead: `binnen negen maanden`.
fn within(reader: &Reader<'_, '_, '_>, count: &Count, unit: Unit) -> Option<super::Interval> {
    let whole = count.whole.filter(|_| !count.half)?;
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return reader.now.stretch(unit, whole);
    }
    let day = super::calendar::DAY;
    let (today, end) = (reader.now.today()?, reader.now.far_end(unit, whole)?);
    (today < end).then_some(super::Interval {
        begin: Some(super::Moment(today * day)),
        until: Some(super::Moment(end * day)),
    })
}

fn is_smaller(one: Unit, other: Unit) -> bool {
    (one as u8) < (other as u8)
}

/// `geleden`, `later`, `eerder`, `na vandaag`, and `over` before: a distance is a date.
fn relative(reader: &Reader<'_, '_, '_>, count: &Count, unit: Unit, at: usize, end: usize) -> Option<Found> {
    let line = reader.line;
    let (now, last) = (reader.now, reader.last);
    let term = line.term(end);
    if count.whole.is_none() {
        return match term {
            Some(Term::Ago) => Some(Found::date(end + 1, vague_ago(reader, unit))),
            _ if from_now(reader, at) && unit as u8 >= Unit::Day as u8 => {
                Some(Found::date(end, Value::plain("FUTURE_REF")))
            }
            _ => None,
        };
    }
    let whole = count.whole?;
    match term {
        Some(Term::Ago) => Some(Found::date(end + 1, from(now, count, unit, -1)).of(kind_of(now, unit))),
        Some(edge @ (Term::Later | Term::Earlier)) => {
            let sign = if edge == Term::Later { 1 } else { -1 };
            let base = base_of(reader);
            // `tien minuten later` counts from a clock time, or is a length.
            let short = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
            if short && base.0.is_some_and(|date| date.minute.is_none()) {
                return None;
            }
            let night = unit == Unit::Night;
            let value = from(base, count, unit, sign);
            let value =
                if night { super::anchor::with_part(&value, super::terms::Part::Night) } else { value };
            let kind = if night { TimeKind::Time } else { kind_of(base, unit) };
            // `twee dagen eerder dan gepland` counts from a plan, and is a length.
            let than = matches!(line.word(end + 1), "dan" | "than");
            (value.interval.is_some() && !than)
                .then(|| Found::date(end + 1, value).of(kind))
                .or_else(|| {
                    last.0
                        .is_none()
                        .then(|| Found::date(end + 1, from(now, count, unit, sign)).of(kind_of(now, unit)))
                })
                .filter(|_| !than)
        }
        // `twee dagen na vandaag`, `drie weken vanaf morgen`, `2 weken voor Kerst`
        Some(Term::Since | Term::From) if line.term(end + 1) == Some(Term::Reference("PRESENT_REF")) => {
            Some(Found::date(end + 2, from(now, count, unit, 1)).of(kind_of(now, unit)))
        }
        Some(side @ (Term::After | Term::Since | Term::From | Term::To)) if unit as u8 >= Unit::Day as u8 => {
            let base = reader.day(end + 1)?;
            let date = base.value.date?;
            let sign = if side == Term::To { -1 } else { 1 };
            let days = Anchor(Some(date)).far_end(unit, sign * whole)?;
            Some(Found {
                floats: base.floats,
                ..Found::date(base.end, Value::date(super::anchor::civil(days)))
            })
        }
        _ if from_now(reader, at) => {
            if reader.line.before(at) == Some(Term::FromNow) && is_topic(reader, at) {
                return None;
            }
            Some(Found::date(end, from(now, count, unit, 1)).of(kind_of(now, unit)))
        }
        _ => None,
    }
}

/// `1 dag 21 uur geleden`
fn compound(
    reader: &Reader<'_, '_, '_>,
    count: &Count,
    unit: Unit,
    more: i64,
    smaller: Unit,
    end: usize,
) -> Option<Found> {
    let sign = match reader.line.term(end)? {
        Term::Ago => -1,
        Term::Later => 1,
        _ => return None,
    };
    let minutes = |unit| match unit {
        Unit::Minute => Some(1),
        Unit::Hour => Some(60),
        Unit::Day => Some(24 * 60),
        Unit::Second => Some(0),
        _ => None,
    };
    let all = count.whole?.checked_mul(minutes(unit)?)?.checked_add(more.checked_mul(minutes(smaller)?)?)?;
    Some(Found::date(end + 1, reader.now.minutes(sign * all)).of(kind_of(reader.now, smaller)))
}

/// What `later` counts from: the time mentioned last, else the document's.
fn base_of(reader: &Reader<'_, '_, '_>) -> Anchor {
    if reader.last.0.is_some() { reader.last } else { reader.now }
}

/// A distance of so many units, `anderhalf jaar` to the month.
fn from(anchor: Anchor, count: &Count, unit: Unit, sign: i64) -> Value {
    let signed = count.whole.unwrap_or(0) * sign;
    match (count.half, unit) {
        (true, Unit::Year) => anchor.shifted_month(signed.saturating_mul(12) + sign * 6),
        (true, Unit::Hour) => anchor.minutes(signed.saturating_mul(60) + sign * 30),
        (true, Unit::Month) => anchor.day(signed.saturating_mul(30) + sign * 15),
        (true, Unit::Week) => anchor.day(signed.saturating_mul(7) + sign * 3),
        (true, Unit::Day) => anchor.day(signed + sign),
        _ => anchor.distance(unit, signed),
    }
}

/// `enkele maanden geleden`
fn vague_ago(_reader: &Reader<'_, '_, '_>, _unit: Unit) -> Value {
    Value::plain("PAST_REF")
}

fn kind_of(anchor: Anchor, unit: Unit) -> TimeKind {
    let short = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
    if short && anchor.0.is_some_and(|date| date.minute.is_some()) { TimeKind::Time } else { TimeKind::Date }
}

/// `over drie dagen`, `over ruim twee maanden`
fn from_now(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.before(at) == Some(Term::FromNow)
}

/// `koper over 24 maanden minstens 800 euro kwijt`, `het verlies over drie maanden`: over a stretch, not from
/// now. A distance opens its clause or stands behind a verb or an adverb; a stretch stands behind a noun.
fn is_topic(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    let line = reader.line;
    let spread = (at..line.len().min(at + 7))
        .any(|at| matches!(line.word(at), "verdeeld" | "uitgesmeerd" | "gemiddeld" | "totaal"));
    let noun = at.checked_sub(2).is_some_and(|before| {
        let word = line.word(before);
        matches!(
            word,
            "koper"
                | "winst"
                | "verlies"
                | "omzet"
                | "kosten"
                | "cijfers"
                | "klant"
                | "periode"
                | "rente"
                | "resultaat"
                | "verspreid"
                | "gespreid"
        )
    });
    spread || noun
}

/// A length: `PT1H30M` for `anderhalf uur`, `P18M` for `anderhalf jaar` stays `P1.5Y`.
fn length(count: &Count, unit: Unit) -> String {
    match (count.half, unit, count.whole) {
        (true, Unit::Hour, Some(0)) => "PT30M".to_owned(),
        (true, Unit::Hour, Some(hours)) => format!("PT{hours}H30M"),
        (true, Unit::Year, Some(0)) => "P6M".to_owned(),
        _ => unit.duration(&count.text),
    }
}

/// How many: digits, words, `anderhalf`, `een half`, `een paar`, `3,5`, `drieënhalve`, `twee tot drie`.
fn count(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Count> {
    let line = reader.line;
    let count = match (line.term(at), line.term(at + 1)) {
        (Some(Term::Number(1)), Some(Term::Half)) => Count::half(0, at + 2),
        (Some(Term::Number(1)), Some(Term::Some)) => Count::vague(at + 2),
        (Some(Term::OneAndHalf), _) => Count::half(1, at + 1),
        (Some(Term::Half), _) => Count::half(0, at + 1),
        (Some(Term::Some), _) => Count::vague(at + 1),
        (Some(Term::AndHalf(number)), _) => Count::half(u32::from(number), at + 1),
        _ => {
            if let Some(count) = decimal(line.word(at), at + 1) {
                return Some(count);
            }
            let (number, end) = line.number_to(at).filter(|&(number, _)| number > 0)?;
            // `2 en een half jaar`
            if line.term(end) == Some(Term::And)
                && matches!(
                    (line.term(end + 1), line.term(end + 2)),
                    (Some(Term::Number(1)), Some(Term::Half))
                )
            {
                return Some(Count::half(number, end + 3));
            }
            Count::whole(number, end)
        }
    };
    // `een paar duizend jaar`
    if count.whole.is_none() && matches!(line.term(count.end), Some(Term::Number(100 | 1000))) {
        return Some(Count::vague(count.end + 1));
    }
    Some(count)
}

/// `3,5`, `2.000`, `2½`
fn decimal(word: &str, end: usize) -> Option<Count> {
    if let Some(whole) = word.strip_suffix('½') {
        return Some(Count::half(if whole.is_empty() { 0 } else { whole.parse().ok()? }, end));
    }
    let digits =
        |part: &str| !part.is_empty() && part.len() < 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((whole, rest)) =
        word.split_once('.').filter(|(whole, rest)| digits(whole) && digits(rest) && rest.len() == 3)
    {
        let number = whole.parse::<u32>().ok()?.checked_mul(1000)?.checked_add(rest.parse().ok()?)?;
        return Some(Count::whole(number, end));
    }
    let (whole, rest) = word.split_once(',').filter(|(whole, rest)| digits(whole) && digits(rest))?;
    if rest == "5" {
        return Some(Count::half(whole.parse().ok()?, end));
    }
    Some(Count { text: format!("{whole}.{rest}"), whole: None, half: false, end })
}

/// The unit behind a count, one adjective passed over: `drie magere jaren`, `twee lange weken`.
fn adjective(reader: &Reader<'_, '_, '_>, at: usize) -> usize {
    let line = reader.line;
    let word = line.word(at);
    let passes = line.term(at) == Some(Term::Whole)
        || line.term(at).is_none()
            && word.len() > 3
            && word.starts_with(char::is_lowercase)
            && word.ends_with('e');
    if passes && is_plural(reader, at + 1) { at + 1 } else { at }
}

fn unit(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Unit> {
    match reader.line.term(at)? {
        Term::Unit(unit) => Some(unit),
        Term::Years => Some(Unit::Year),
        Term::Hour => Some(Unit::Hour),
        _ => None,
    }
}

/// `zes jaar oud`, `was 36 jaar`, `van 36 jaar`: no times.
fn is_age(reader: &Reader<'_, '_, '_>, at: usize, unit_at: usize, unit: Unit) -> bool {
    let line = reader.line;
    let old = |at: usize| matches!(line.word(at), "oud" | "oude" | "old" | "jong");
    if old(unit_at + 1) || line.word(unit_at + 1) == "of" && old(unit_at + 2) {
        return true;
    }
    let digits = unit == Unit::Year && line.digits(at).is_some();
    let being = at
        .checked_sub(1)
        .is_some_and(|before| matches!(line.word(before), "was" | "is" | "waren" | "werd" | "bent" | "zijn"));
    let ends = line.word(unit_at + 1).is_empty()
        || line.is_mark(unit_at + 1)
        || line.term(unit_at + 1) == Some(Term::And);
    digits && being && ends
}

/// `80 kilometer per uur` has no count; `50 euro per week` neither.
fn is_rate(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    reader.line.before(at) == Some(Term::Per)
}

/// Whether a unit stands in the plural. Dutch has `jaar` and `uur` behind a number in the singular.
pub(super) fn is_plural(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
    matches!(
        reader.line.word(at),
        "jaren"
            | "weken"
            | "maanden"
            | "dagen"
            | "uren"
            | "minuten"
            | "seconden"
            | "nachten"
            | "weekenden"
            | "kwartalen"
            | "decennia"
            | "eeuwen"
            | "years"
            | "weeks"
            | "months"
            | "days"
            | "hours"
            | "minutes"
            | "seconds"
            | "decades"
            | "centuries"
            | "quarters"
    )
}

/// `nu`, `onlangs`, `jarenlang`, `al jaren`, `een kwartier`, `al die jaren`.
pub(super) fn vague(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = at
        + usize::from(matches!(
            line.term(at),
            Some(Term::Number(1) | Term::That | Term::Article | Term::About)
        ));
    match line.term(start)? {
        // `vroeger dan`, `nu het water stijgt` are no times of their own.
        Term::Reference("FUTURE_REF")
            if start == at && matches!(line.word(at).split(' ').next(), Some("de" | "een")) =>
        {
            let led = matches!(line.before(at), Some(Term::Preposition));
            led.then(|| Found::date(at + 1, Value::plain("FUTURE_REF")))
        }
        Term::Reference(value) if start == at => {
            let comparative = matches!(line.word(at), "vroeger" | "Vroeger")
                && !matches!(line.term(at + 1), Some(Term::Verb(_)) | None)
                || line.word(at) == "vroeger"
                    && at > 0
                    && matches!(line.word(at - 1), "veel" | "niet" | "iets");
            let clause = matches!(line.word(at), "nu" | "Nu")
                && matches!(line.term(at + 1), Some(Term::Article | Term::That | Term::This))
                && at > 0
                && !line.is_mark(at - 1)
                && line.term(at - 1).is_none();
            (!comparative && !clause).then(|| Found::date(at + 1, Value::plain(value)))
        }
        Term::Length(value) => {
            let ago = line.term(start + 1);
            match ago {
                Some(Term::Ago) => Some(
                    Found::date(start + 2, minutes_ago(reader, value, -1))
                        .of(kind_of(reader.now, Unit::Hour)),
                ),
                Some(Term::Later | Term::Earlier)
                    if reader.last.0.is_some_and(|date| date.minute.is_some()) =>
                {
                    let sign = if ago == Some(Term::Later) { 1 } else { -1 };
                    let reader = Reader { now: reader.last, ..*reader };
                    Some(Found::date(start + 2, minutes_ago(&reader, value, sign)).of(TimeKind::Time))
                }
                _ if line.before(at) == Some(Term::FromNow) => Some(
                    Found::date(start + 1, minutes_ago(reader, value, 1)).of(kind_of(reader.now, Unit::Hour)),
                ),
                _ => Some(Found::length(start + 1, value)),
            }
        }
        // `de hele week`
        Term::Whole
            if matches!(
                line.term(start + 1),
                Some(
                    Term::Unit(Unit::Week | Unit::Day | Unit::Month) | Term::Part(super::terms::Part::Night)
                )
            ) =>
        {
            let unit = unit(reader, start + 1).unwrap_or(Unit::Night);
            Some(Found::length(start + 2, unit.duration("1")))
        }
        Term::Years | Term::Unit(_) if is_plural(reader, start) => {
            let unit = unit(reader, start)?;
            let before = at.checked_sub(1).map_or("", |at| line.word(at));
            if line.term(start + 1) == Some(Term::Ago) && start == at {
                return Some(Found::date(at + 2, Value::plain("PAST_REF")));
            }
            let led = matches!(
                before,
                "al" | "na"
                    | "sinds"
                    | "for"
                    | "after"
                    | "duurt"
                    | "duurde"
                    | "Na"
                    | "Al"
                    | "binnen"
                    | "gedurende"
            ) || line.term(at) == Some(Term::That) && start > at
                || line.term(start + 1) == Some(Term::Long);
            led.then(|| {
                Found::length(
                    start + 1 + usize::from(line.term(start + 1) == Some(Term::Long)),
                    unit.duration("X"),
                )
            })
        }
        _ => None,
    }
}

fn minutes_ago(reader: &Reader<'_, '_, '_>, length: &str, sign: i64) -> Value {
    let minutes = length
        .strip_prefix("PT")
        .and_then(|rest| rest.strip_suffix('M'))
        .and_then(|count| count.parse::<i64>().ok());
    reader.now.minutes(sign * minutes.unwrap_or(0))
}
