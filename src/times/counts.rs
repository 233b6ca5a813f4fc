//! How many of which unit: `twee weken`, `anderhalf uur`, `drieënhalve maand`, `een paar jaar`.

use super::reader::Reader;
use super::terms::{Term, Unit};

/// How many: the count as TIMEX3 writes it, as a whole number where it is one, and the piece of the unit.
pub(super) struct Count {
    pub text: String,
    pub whole: Option<i64>,
    /// Whether it is `anderhalf` or `drieënhalf`.
    pub half: bool,
    pub end: usize,
}

impl Count {
    pub fn whole(number: u32, end: usize) -> Self {
        Self { text: number.to_string(), whole: Some(i64::from(number)), half: false, end }
    }

    pub fn vague(end: usize) -> Self {
        Self { text: "X".to_owned(), whole: None, half: false, end }
    }

    pub fn half(number: u32, end: usize) -> Self {
        Self { text: format!("{number}.5"), whole: Some(i64::from(number)), half: true, end }
    }
}

/// How many: digits, words, `anderhalf`, `een half`, `een paar`, `3,5`, `drieënhalve`, `twee tot drie`.
pub(super) fn count(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Count> {
    let line = reader.line;
    let count = match (line.term(at), line.term(at + 1)) {
        (Some(Term::Number(1)), Some(Term::Half)) => Count::half(0, at + 2),
        (Some(Term::Number(1)), Some(Term::Some)) => Count::vague(at + 2),
        (Some(Term::OneAndHalf), _) => Count::half(1, at + 1),
        (Some(Term::Half), _) => Count::half(0, at + 1),
        // `wat dagen`; `wat week` is nothing.
        (Some(Term::Some), _) if matches!(line.word(at), "wat" | "Wat") && !is_plural(reader, at + 1) => {
            return None;
        }
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
    // `anderhalf miljoen jaar`, `4,6 miljard jaar`
    if let Some(factor) = line.factor(count.end).filter(|_| count.text.contains('.')) {
        return scaled(&count.text, factor, count.end + 1);
    }
    // `een paar duizend jaar`
    if count.whole.is_none() && matches!(line.term(count.end), Some(Term::Number(100 | 1000))) {
        return Some(Count::vague(count.end + 1));
    }
    Some(count)
}

/// A number with a decimal point so many times: `1.5` and a million.
fn scaled(text: &str, factor: u32, end: usize) -> Option<Count> {
    let (whole, rest) = text.split_once('.')?;
    let factor = u64::from(factor);
    let part = rest.parse::<u64>().ok()? * factor / 10_u64.pow(rest.len() as u32);
    let number = whole.parse::<u64>().ok()? * factor + part;
    Some(Count { text: number.to_string(), whole: i64::try_from(number).ok(), half: false, end })
}

/// `3,5`, `2.000`, `2½`
pub(super) fn decimal(word: &str, end: usize) -> Option<Count> {
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
pub(super) fn adjective(reader: &Reader<'_, '_, '_>, at: usize) -> usize {
    let line = reader.line;
    let word = line.word(at);
    let passes = line.term(at) == Some(Term::Whole)
        || line.term(at).is_none()
            && word.len() > 3
            && word.starts_with(char::is_lowercase)
            && word.ends_with('e');
    if passes && is_plural(reader, at + 1) { at + 1 } else { at }
}

pub(super) fn unit(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Unit> {
    match reader.line.term(at)? {
        Term::Unit(unit) => Some(unit),
        Term::Years => Some(Unit::Year),
        Term::Hour => Some(Unit::Hour),
        _ => None,
    }
}

/// `zes jaar oud`, `was 36 jaar`, `van 36 jaar`: no times.
pub(super) fn is_age(reader: &Reader<'_, '_, '_>, at: usize, unit_at: usize, unit: Unit) -> bool {
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
pub(super) fn is_rate(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
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
