//! The words of time expressions.

use super::pack::Sections;
use super::{Language, Pack, Table};
use crate::text::{head, tail};
use crate::times::terms::{Part, Term, Unit};

/// What words mean in time expressions. A section of the list is a kind of term with its value: `month 3`,
/// `day -1 evening`.
pub(super) struct Terms<'p> {
    words: Table<'p>,
    terms: Vec<Term>,
}

impl<'p> Terms<'p> {
    /// Reads the list; a section that is no term is left out.
    pub(super) fn new(list: &'p str) -> Self {
        let (mut words, mut terms) = (Table::with_capacity(list.len() / 12), Vec::new());
        for (section, lines) in Sections::of(list, "[", "]").iter() {
            if let Some(term) = term(section) {
                for word in lines.lines() {
                    words.get_or_insert(word, terms.len() as u32);
                }
                terms.push(term);
            }
        }
        Self { words, terms }
    }

    fn get(&self, word: &str) -> Option<Term> {
        self.terms.get(self.words.get(word)? as usize).copied()
    }

    fn number(&self, word: &str) -> Option<u32> {
        match self.get(word)? {
            Term::Number(number) => Some(number),
            _ => None,
        }
    }

    /// 1 to 9 in words.
    fn small(&self, word: &str) -> Option<u32> {
        // Not `a` and `an`.
        self.number(word).filter(|number| (1..10).contains(number) && word.len() > 2)
    }

    /// 20 to 90 in words.
    fn tens(&self, word: &str) -> Option<u32> {
        self.number(word).filter(|number| (20..100).contains(number))
    }

    /// `vierenvijftig`, `tweeëntwintig`, `twenty-two`.
    fn joined(&self, language: Language, word: &str) -> Option<u32> {
        if language == Language::English {
            let (tens, small) = word.split_once('-')?;
            return Some(self.tens(tens)? + self.small(small)?);
        }
        let join = |joint: &str| {
            let mut joints = (0..word.len()).filter(|&at| tail(word, at).starts_with(joint));
            joints.find_map(|at| Some(self.small(head(word, at))? + self.tens(tail(word, at + joint.len()))?))
        };
        join("en").or_else(|| join("ën"))
    }

    /// `17e`, `negentiende`, `17th`.
    fn ordinal(&self, language: Language, word: &str) -> Option<u8> {
        if language == Language::English {
            return ["st", "nd", "rd", "th"]
                .iter()
                .find_map(|ending| word.strip_suffix(ending)?.parse().ok());
        }
        let rest = word.strip_suffix('e')?;
        rest.parse().ok().or_else(|| {
            let rest = rest.strip_suffix('d').or_else(|| rest.strip_suffix("st"))?;
            let number = self.number(rest).or_else(|| self.joined(language, rest))?;
            u8::try_from(number).ok()
        })
    }
}

impl Pack<'_> {
    /// What a word in lower case means in a time expression.
    pub fn time_term(&self, word: &str) -> Option<Term> {
        let ordinal = || self.terms.ordinal(self.language, word).map(Term::Ordinal);
        let number = || self.terms.joined(self.language, word).map(Term::Number);
        self.terms.get(word).or_else(ordinal).or_else(number)
    }
}

/// The values that terms carry as they are.
const CODES: [&str; 21] = [
    "START",
    "MID",
    "END",
    "SP",
    "SU",
    "FA",
    "WI",
    "P1D",
    "P1W",
    "P1M",
    "P1Y",
    "PRESENT_REF",
    "PAST_REF",
    "FUTURE_REF",
    "PXY",
    "PXM",
    "PXW",
    "PXD",
    "PTXH",
    "PT15M",
    "PT30M",
];

/// Kinds without a value.
const BARE: [(&str, Term); 21] = [
    ("about", Term::About),
    ("ago", Term::Ago),
    ("article", Term::Article),
    ("earlier", Term::Earlier),
    ("every", Term::Every),
    ("from-now", Term::FromNow),
    ("half", Term::Half),
    ("hour", Term::Hour),
    ("last", Term::Last),
    ("later", Term::Later),
    ("long", Term::Long),
    ("next", Term::Next),
    ("of", Term::Of),
    ("one-and-half", Term::OneAndHalf),
    ("past", Term::Past),
    ("preposition", Term::Preposition),
    ("quarter", Term::Quarter),
    ("some", Term::Some),
    ("this", Term::This),
    ("to", Term::To),
    ("years", Term::Years),
];

const PARTS: [(&str, Part); 4] = [
    ("morning", Part::Morning),
    ("afternoon", Part::Afternoon),
    ("evening", Part::Evening),
    ("night", Part::Night),
];

const UNITS: [(&str, Unit); 12] = [
    ("second", Unit::Second),
    ("minute", Unit::Minute),
    ("hour", Unit::Hour),
    ("day", Unit::Day),
    ("night", Unit::Night),
    ("weekend", Unit::Weekend),
    ("week", Unit::Week),
    ("month", Unit::Month),
    ("quarter", Unit::Quarter),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
    ("century", Unit::Century),
];

fn named<T: Copy>(list: &[(&str, T)], name: &str) -> Option<T> {
    list.iter().find(|entry| entry.0 == name).map(|entry| entry.1)
}

/// The term of a section.
fn term(section: &str) -> Option<Term> {
    let (kind, value) = section.split_once(' ').unwrap_or((section, ""));
    if value.is_empty() {
        return named(&BARE, kind);
    }
    let (first, second) = value.split_once(' ').unwrap_or((value, ""));
    let number = || first.parse::<i16>().ok();
    let byte = || number().and_then(|number| u8::try_from(number).ok());
    let code = || CODES.into_iter().find(|code| *code == value);
    Some(match kind {
        "month" => Term::Month(byte()?),
        "weekday" => Term::Weekday(byte()?, named(&PARTS, second)),
        "part" => Term::Part(named(&PARTS, value)?),
        "habit" => Term::Habit(named(&PARTS, value)?),
        "day" => Term::Day(number()? as i8, named(&PARTS, second)),
        "unit" => Term::Unit(named(&UNITS, value)?),
        "number" => Term::Number(u32::try_from(number()?).ok()?),
        "ordinal" => Term::Ordinal(byte()?),
        "half-day" => Term::HalfDay(byte()?),
        "feast" => Term::Feast(byte()?, second.parse().ok()?),
        "edge" => Term::Edge(code()?),
        "season" => Term::Season(code()?),
        "set" => Term::Set(code()?),
        "reference" => Term::Reference(code()?),
        "length" => Term::Length(code()?),
        _ => return None,
    })
}

#[cfg(all(test, feature = "embedded-packs"))]
mod tests {
    use super::*;
    use crate::lang::embedded;

    #[test]
    fn every_section_is_a_term() {
        for text in [embedded::DUTCH, embedded::ENGLISH] {
            let lists = Sections::of(text, "== ", "");
            for (section, _) in lists.inside("terms").iter().skip(1) {
                assert!(term(section).is_some(), "{section}");
            }
        }
    }

    #[test]
    fn numbers_are_read_in_words() {
        let term = |language, word| embedded::embedded(language).time_term(word);
        for (word, number) in [("een", 1), ("vierenvijftig", 54), ("tweeëntwintig", 22), ("duizend", 1000)] {
            assert_eq!(term(Language::Dutch, word), Some(Term::Number(number)), "{word}");
        }
        assert_eq!(term(Language::English, "twenty-two"), Some(Term::Number(22)));
        assert_eq!(term(Language::English, "twenty-a"), None);
        assert_eq!(term(Language::Dutch, "17e"), Some(Term::Ordinal(17)));
        assert_eq!(term(Language::Dutch, "negentiende"), Some(Term::Ordinal(19)));
        assert_eq!(term(Language::English, "3rd"), Some(Term::Ordinal(3)));
    }
}
