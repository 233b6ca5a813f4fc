//! A unit beside another time: `de week na Pasen`, `de maand voor de zomer`, `de week na volgende`.

use super::anchor::Anchor;
use super::calendar::DAY;
use super::reader::{Found, Reader};
use super::terms::{Term, Unit};
use super::values::civil;

/// `de dag na Kerst`, `het weekend voor Koningsdag`, `het jaar na 2015`, `de week na volgende week`.
pub(super) fn beside(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if line.term(at) != Some(Term::Article) {
        return None;
    }
    let Some(Term::Unit(
        unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year),
    )) = line.term(at + 1)
    else {
        return None;
    };
    let sign = match line.term(at + 2)? {
        Term::After => 1,
        Term::To => -1,
        _ => return None,
    };
    let next = at + 3;
    // `de week na volgende`
    let away = match line.term(next) {
        Some(Term::Next) => Some(1),
        Some(Term::This) => Some(0),
        Some(Term::Last) => Some(-1),
        _ => None,
    };
    if let Some(away) = away {
        let same = usize::from(line.term(next + 1) == Some(Term::Unit(unit)));
        let alone = same > 0
            || super::years::ends(reader, next + 1)
            || matches!(line.term(next + 1), None | Some(Term::Verb(_)));
        let sides = (sign > 0) == (away > 0) || away == 0;
        if alone && sides && unit != Unit::Day {
            return Some(Found::date(next + 1 + same, reader.now.shifted(unit, away + sign)));
        }
    }
    // `de dag na de dag na de dag na` goes on for ever.
    let start = line.behind_article(next);
    if matches!(line.term(start), Some(Term::Unit(_) | Term::Part(_))) {
        return None;
    }
    let other = reader.date(next)?;
    let interval = other.value.interval?;
    let day = match sign > 0 {
        true => interval.until?.0 - 1,
        false => interval.begin?.0,
    };
    let anchor = Anchor(Some(civil(day.div_euclid(DAY))));
    let value = anchor.shifted(unit, sign);
    value.interval?;
    Some(Found { floats: other.floats, ..Found::date(other.end, value) })
}
