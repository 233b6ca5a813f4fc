//! Days by their distance from today or from what was mentioned: `gisteravond`, `die avond`, `de dag erna`.

use super::TimeKind;
use super::anchor::{Anchor, Direction};
use super::reader::{Found, Reader};
use super::terms::{Part, Term, Unit};
use super::values::{Value, with_part};

/// `vandaag`, `gisteravond`, `morgen`; `yesterday evening`, `this morning`, `gisteravond laat`, `vorige nacht`.
pub(super) fn day(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let (offset, part, end) = match (line.term(at)?, line.term(at + 1)) {
        // `morgen over een week`
        (Term::Day(offset, None), Some(Term::FromNow))
            if line
                .number_to(at + 2)
                .is_some_and(|(_, end)| line.term(end) == Some(Term::Unit(Unit::Week))) =>
        {
            let (count, end) = line.number_to(at + 2)?;
            return Some(Found::date(end + 1, reader.now.day(i64::from(offset) + i64::from(count) * 7)));
        }
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
    if let Some(found) = numbered_night(reader, start + 2) {
        return Some(found);
    }
    let mut first = reader.day(start + 2)?;
    let mut end = first.end;
    if line.term(end) == Some(Term::Preposition) && line.word(end) == "op" {
        let second =
            reader.date(end + 1).filter(|found| found.value.date.is_some_and(|date| date.day.is_some()))?;
        end = second.end;
        // `van 31 december op 1 januari 2020`
        let eve = Anchor(second.value.date).day(-1);
        let same = |one: &Value, two: &Value| {
            one.date.zip(two.date).is_some_and(|(one, two)| (one.month, one.day) == (two.month, two.day))
        };
        if first.floats && !second.floats && same(&first.value, &eve) {
            (first.value, first.floats) = (eve, false);
        }
    }
    Some(Found {
        floats: first.floats,
        ..Found::date(end, with_part(&first.value, Part::Night)).of(TimeKind::Time)
    })
}

/// `van 13 op 14 juni 2015`, `van eerste op tweede kerstdag`: the second day tells the first.
fn numbered_night(reader: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let line = reader.line;
    let (day, end) = line.day_of_month(at)?;
    if line.word(end) != "op" || nests(reader, end + 1) {
        return None;
    }
    let second = reader.date(end + 1)?;
    let first = Anchor(second.value.date.filter(|date| date.day.is_some())).day(-1);
    let ordinal = matches!(line.term(end + 1), Some(Term::Feast(_)));
    (ordinal || first.date?.day? == day).then(|| Found {
        floats: second.floats,
        ..Found::date(second.end, with_part(&first, Part::Night)).of(TimeKind::Time)
    })
}

/// Whether a part of the day or a week stands here again: `de nacht van de nacht van` goes on for ever.
pub(super) fn nests(reader: &Reader<'_, '_, '_>, at: usize) -> bool {
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
    // `de recorder, die zondag is uitgelezen`
    let relative = that
        && line.is_mark(start.wrapping_sub(1))
        && matches!(line.term(start + 1), Some(Term::Weekday(..)));
    if relative {
        return None;
    }
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

/// Whether an article or a pointer at `at` goes with a noun of common gender (`de`, `die`), or a neuter one
/// (`het`, `dat`); in `gebeurt dat zaterdag` and `was het vorige week` it does not.
pub(super) fn agrees(reader: &Reader<'_, '_, '_>, at: usize, common: bool) -> bool {
    match reader.line.word(at) {
        "het" | "Het" | "dat" | "Dat" => !common,
        "de" | "De" | "die" | "Die" => common || reader.line.term(at + 1) == Some(Term::Whole),
        _ => true,
    }
}
