//! Times that no calendar holds: `nu`, `onlangs`, `jarenlang`, `al jaren`, `de hele week`.

use super::TimeKind;
use super::counts::{is_plural, unit};
use super::distances::kind_of;
use super::reader::{Found, Reader};
use super::terms::{Part, Term, Unit};
use super::values::Value;

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
                Some(Term::Unit(Unit::Week | Unit::Day | Unit::Month) | Term::Part(Part::Night))
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
