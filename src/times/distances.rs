//! Distances, which are dates: `een maand geleden`, `over drie dagen`, `twee weken later`.

use super::anchor::Anchor;
use super::counts::Count;
use super::reader::{Found, Reader};
use super::terms::{Part, Term, Unit};
use super::values::{Value, civil, with_part};
use super::{Interval, Moment, TimeKind};

/// From now to so many units ahead: `binnen negen maanden`.
pub(super) fn within(reader: &Reader<'_, '_, '_>, count: &Count, unit: Unit) -> Option<Interval> {
    let whole = count.whole.filter(|_| !count.half)?;
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return reader.now.stretch(unit, whole);
    }
    let day = super::calendar::DAY;
    let (today, end) = (reader.now.today()?, reader.now.far_end(unit, whole)?);
    (today < end).then_some(Interval { begin: Some(Moment(today * day)), until: Some(Moment(end * day)) })
}

/// `geleden`, `later`, `eerder`, `na vandaag`, and `over` before: a distance is a date.
pub(super) fn relative(
    reader: &Reader<'_, '_, '_>,
    count: &Count,
    unit: Unit,
    at: usize,
    end: usize,
) -> Option<Found> {
    let line = reader.line;
    let (now, last) = (reader.now, reader.last);
    let term = line.term(end);
    if count.whole.is_none() {
        return match term {
            Some(Term::Ago) => Some(Found::date(end + 1, Value::plain("PAST_REF"))),
            _ if from_now(reader, at) && unit as u8 >= Unit::Day as u8 => {
                Some(Found::date(end, Value::plain("FUTURE_REF")))
            }
            _ => None,
        };
    }
    let whole = count.whole?;
    match term {
        Some(Term::Ago) if is_exact(reader, at, count, unit) => {
            Some(Found::date(end + 1, Value::date(civil(now.far_end(unit, -whole)?))))
        }
        Some(Term::Ago) => Some(Found::date(end + 1, from(now, count, unit, -1)).of(kind_of(now, unit))),
        Some(edge @ (Term::Later | Term::Earlier | Term::Following | Term::Preceding))
            if whole > 1 || matches!(edge, Term::Later | Term::Earlier) =>
        {
            let sign = if matches!(edge, Term::Later | Term::Following) { 1 } else { -1 };
            let base = base_of(reader);
            // `tien minuten later` counts from a clock time, or is a length.
            let short = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
            if short && base.0.is_some_and(|date| date.minute.is_none()) {
                return None;
            }
            let night = unit == Unit::Night;
            let value = from(base, count, unit, sign);
            let value = if night { with_part(&value, Part::Night) } else { value };
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
            Some(Found { floats: base.floats, ..Found::date(base.end, Value::date(civil(days))) })
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

/// `precies een jaar geleden`, `op de kop af 350 jaar geleden`: that very day.
fn is_exact(reader: &Reader<'_, '_, '_>, at: usize, count: &Count, unit: Unit) -> bool {
    let word = reader.line.word(at.wrapping_sub(1));
    let said = matches!(word, "precies" | "Precies" | "exact" | "Exact" | "af" | "exactly" | "Exactly");
    said && !count.half && unit as u8 >= Unit::Week as u8 && reader.now.today().is_some()
}

/// `1 dag 21 uur geleden`
pub(super) fn compound(
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
    let seconds = |unit| match unit {
        Unit::Second => Some(1),
        Unit::Minute => Some(60),
        Unit::Hour => Some(60 * 60),
        Unit::Day => Some(24 * 60 * 60),
        _ => None,
    };
    let all = count.whole?.checked_mul(seconds(unit)?)?.checked_add(more.checked_mul(seconds(smaller)?)?)?;
    Some(Found::date(end + 1, reader.now.seconds(sign * all)).of(kind_of(reader.now, smaller)))
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

pub(super) fn kind_of(anchor: Anchor, unit: Unit) -> TimeKind {
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
