//! The so manieth day, week or month of a stretch: `de eerste vrijdag van juli`, `de laatste dag van de maand`.

use super::TimeKind;
use super::anchor::Anchor;
use super::calendar::{DAY, weekday};
use super::reader::{Found, Reader};
use super::terms::{Term, Unit};
use super::values::{Value, civil, edge_week, year};

/// `de laatste zondag van maart`, `de tweede week van mei`, `de eerste maand van 2021`.
pub(super) fn nth(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let start = line.behind_article(at);
    let (which, last) = match line.term(start)? {
        Term::Ordinal(which @ 1..=53) => (i64::from(which) - 1, false),
        Term::Last if matches!(line.word(start), "laatste" | "Laatste" | "last") => (0, true),
        _ => return None,
    };
    let of = line.term(start + 2) == Some(Term::Of) || matches!(line.word(start + 2), "in" | "op");
    let what = line.term(start + 1)?;
    if !of
        || !matches!(
            what,
            Term::Weekday(_, None) | Term::Unit(Unit::Day | Unit::Week | Unit::Weekend | Unit::Month)
        )
    {
        return None;
    }
    let next = start + 3;
    let bare = line.behind_article(next);
    // `de eerste maandag van de maand` is a habit.
    if bare > next && line.term(bare) == Some(Term::Unit(Unit::Month)) && matches!(what, Term::Weekday(..)) {
        return Some(Found::date(bare + 1, Value::plain("P1M")).of(TimeKind::Set));
    }
    let whole = whole(reader, next)?;
    let interval = whole.value.interval?;
    let (begin, until) = (interval.begin?.0.div_euclid(DAY), interval.until?.0.div_euclid(DAY));
    let day = match what {
        Term::Weekday(week, _) if last => {
            let back = (i64::from(weekday(until - 1)) + 1 - i64::from(week)).rem_euclid(7);
            until - 1 - back
        }
        Term::Weekday(week, _) => {
            begin + (i64::from(week) - 1 - i64::from(weekday(begin))).rem_euclid(7) + which * 7
        }
        Term::Unit(Unit::Day) if last => until - 1,
        Term::Unit(Unit::Day) => begin + which,
        _ => begin,
    };
    if !(begin..until).contains(&day) {
        return None;
    }
    let value = match what {
        Term::Unit(Unit::Month) => {
            let first = Anchor(Some(civil(if last { until - 1 } else { begin })));
            first.shifted(Unit::Month, which)
        }
        Term::Unit(unit @ (Unit::Week | Unit::Weekend)) => {
            let monday = edge_week(interval, last)?.interval?.begin?.0.div_euclid(DAY);
            Anchor(Some(civil(monday))).shifted(unit, which)
        }
        _ => Value::date(civil(day)),
    };
    let inside =
        value.interval.and_then(|place| place.begin).is_some_and(|place| Some(place) < interval.until);
    inside.then(|| Found { floats: whole.floats, ..Found::date(whole.end, value) })
}

/// A month, a quarter, a season or a year: not another `eerste dag van`.
fn whole(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    if let Some(number) = line.year(at) {
        return Some(Found::date(at + 1, Value::date(year(number))));
    }
    let unit = line.behind_article(at);
    // `van het jaar`, `van de week`
    if unit > at
        && let Some(Term::Unit(unit_of @ (Unit::Month | Unit::Year | Unit::Week | Unit::Quarter))) =
            line.term(unit)
    {
        let stated = super::years::named_year(reader, at);
        return stated.or_else(|| Some(Found::floating(unit + 1, reader.now.shifted(unit_of, 0))));
    }
    super::absolute::month(reader, at)
        .or_else(|| super::units::unit(reader, at))
        .or_else(|| super::units::season(reader, at))
}
