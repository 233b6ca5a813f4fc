//! The words of English time expressions.

use crate::times::terms::{Part, Term, Unit};

/// What a word in lower case means in a time expression.
pub fn term(word: &str) -> Option<Term> {
    use Part::{Afternoon, Evening, Morning, Night};
    Some(match word {
        "january" | "jan." => Term::Month(1),
        "february" | "feb." => Term::Month(2),
        "march" => Term::Month(3),
        "april" | "apr." => Term::Month(4),
        "may" => Term::Month(5),
        "june" => Term::Month(6),
        "july" => Term::Month(7),
        "august" | "aug." => Term::Month(8),
        "september" | "sept." | "sep." => Term::Month(9),
        "october" | "oct." => Term::Month(10),
        "november" | "nov." => Term::Month(11),
        "december" | "dec." => Term::Month(12),
        "monday" => Term::Weekday(1, None),
        "tuesday" => Term::Weekday(2, None),
        "wednesday" => Term::Weekday(3, None),
        "thursday" => Term::Weekday(4, None),
        "friday" => Term::Weekday(5, None),
        "saturday" => Term::Weekday(6, None),
        "sunday" => Term::Weekday(7, None),
        "morning" => Term::Part(Morning),
        "afternoon" => Term::Part(Afternoon),
        "evening" => Term::Part(Evening),
        "night" => Term::Part(Night),
        "today" => Term::Day(0, None),
        "tonight" => Term::Day(0, Some(Evening)),
        "yesterday" => Term::Day(-1, None),
        "tomorrow" => Term::Day(1, None),
        "second" | "seconds" => Term::Unit(Unit::Second),
        "minute" | "minutes" => Term::Unit(Unit::Minute),
        "hour" | "hours" => Term::Unit(Unit::Hour),
        "day" | "days" => Term::Unit(Unit::Day),
        "nights" => Term::Unit(Unit::Night),
        "week" | "weeks" => Term::Unit(Unit::Week),
        "weekend" | "weekends" => Term::Unit(Unit::Weekend),
        "month" | "months" => Term::Unit(Unit::Month),
        "quarter" => Term::Unit(Unit::Quarter),
        "quarters" => Term::Unit(Unit::Quarter),
        "year" | "years" => Term::Unit(Unit::Year),
        "decade" | "decades" => Term::Unit(Unit::Decade),
        "century" | "centuries" => Term::Unit(Unit::Century),
        "half" => Term::Half,
        "last" | "past" | "previous" => Term::Last,
        "next" | "coming" => Term::Next,
        "this" => Term::This,
        "ago" => Term::Ago,
        "later" => Term::Later,
        "earlier" | "before" => Term::Earlier,
        "early" => Term::Edge("START"),
        "mid" => Term::Edge("MID"),
        "late" => Term::Edge("END"),
        "about" | "nearly" | "almost" | "around" | "approximately" | "roughly" => Term::About,
        "spring" => Term::Season("SP"),
        "summer" => Term::Season("SU"),
        "autumn" | "fall" => Term::Season("FA"),
        "winter" => Term::Season("WI"),
        "every" | "each" => Term::Every,
        "daily" => Term::Set("P1D"),
        "weekly" => Term::Set("P1W"),
        "monthly" => Term::Set("P1M"),
        "annual" | "annually" | "yearly" => Term::Set("P1Y"),
        "now" | "currently" | "nowadays" => Term::Reference("PRESENT_REF"),
        "recently" | "formerly" => Term::Reference("PAST_REF"),
        "soon" | "shortly" => Term::Reference("FUTURE_REF"),
        "few" | "several" | "many" => Term::Some,
        "christmas" => Term::Feast(12, 25),
        "in" | "since" | "until" | "till" | "from" | "between" | "and" | "after" | "by" | "at" | "("
        | "to" | "during" | "-" | "–" => Term::Preposition,
        "the" => Term::Article,
        "a" | "an" => Term::Number(1),
        "of" => Term::Of,
        "o'clock" => Term::Hour,
        "a.m." | "am" => Term::HalfDay(0),
        "p.m." | "pm" => Term::HalfDay(12),
        "first" => Term::Ordinal(1),
        "fifth" => Term::Ordinal(5),
        "third" => Term::Ordinal(3),
        "fourth" => Term::Ordinal(4),
        "nineteenth" => Term::Ordinal(19),
        "twentieth" => Term::Ordinal(20),
        _ => {
            let ordinal =
                ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)?.parse().ok());
            return ordinal.map(Term::Ordinal).or_else(|| number(word).map(Term::Number));
        }
    })
}

/// A number in words.
pub fn number(word: &str) -> Option<u32> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let tens = |word: &str| TENS.iter().position(|tens| *tens == word).map(|at| (at as u32 + 2) * 10);
    let small = |word: &str| SMALL.iter().position(|small| *small == word).map(|at| at as u32);
    small(word).or_else(|| tens(word)).or_else(|| {
        let (first, second) = word.split_once('-')?;
        Some(tens(first)? + small(second).filter(|&small| (1..10).contains(&small))?)
    })
}
