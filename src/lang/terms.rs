//! The words of time expressions.

use super::pack::Sections;
use super::{Language, Pack, Table};
use crate::text::cut::find;
use crate::text::{head, tail};
use crate::times::terms::{Feast, Part, Term, Unit, Voice};

/// What words mean in time expressions. A section of the list is a kind of term with its value: `month 3`,
/// `day -1 evening`.
pub(super) struct Terms<'p> {
    words: Table<'p>,
    terms: Vec<Term>,
    /// The first words of the phrases in the list.
    openers: Table<'p>,
}

impl<'p> Terms<'p> {
    /// Reads the list; a section that is no term is left out.
    pub(super) fn new(list: &'p str) -> Self {
        let (mut words, mut terms) = (Table::with_capacity(list.len() / 12), Vec::new());
        let mut openers = Table::with_capacity(64);
        for (section, lines) in Sections::of(list, "[", "]").iter() {
            if let Some(term) = term(section) {
                for word in lines.lines() {
                    words.get_or_insert(word, terms.len() as u32);
                    if let Some(at) = find(word, " ") {
                        openers.insert(head(word, at), 0);
                    }
                }
                terms.push(term);
            }
        }
        Self { words, terms, openers }
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

    /// `vierenvijftig`, `tweeëntwintig`, `honderdtwaalf`, `tweeduizendvijftien`, `twenty-two`.
    fn joined(&self, language: Language, word: &str) -> Option<u32> {
        if language == Language::English {
            let (tens, small) = word.split_once('-')?;
            return Some(self.tens(tens)? + self.small(small)?);
        }
        for (name, factor, most) in [("duizend", 1000, 1000), ("honderd", 100, 100)] {
            let Some(at) = find(word, name) else { continue };
            let (count, rest) = (head(word, at), tail(word, at + name.len()));
            let rest = rest.strip_prefix("en").unwrap_or(rest);
            let read = |part: &str, empty| match part {
                "" => Some(empty),
                _ => self.number(part).or_else(|| self.joined(language, part)),
            };
            let (count, rest) = (read(count, 1)?, read(rest, 0)?);
            return (count < most && rest < factor).then_some(count * factor + rest);
        }
        // Every Dutch number of tens does: twintig, dertig.
        if !word.ends_with("tig") {
            return None;
        }
        let join = |joint: &str| {
            let mut joints = (0..word.len()).filter(|&at| tail(word, at).starts_with(joint));
            joints.find_map(|at| Some(self.small(head(word, at))? + self.tens(tail(word, at + joint.len()))?))
        };
        join("en").or_else(|| join("ën"))
    }

    /// `tweejarig`, `vijfdaagse`: a length, with how many.
    fn lasting(&self, word: &str) -> Option<Term> {
        const ENDINGS: [(&str, Unit); 6] = [
            ("jarig", Unit::Year),
            ("jarige", Unit::Year),
            ("daags", Unit::Day),
            ("daagse", Unit::Day),
            ("urig", Unit::Hour),
            ("urige", Unit::Hour),
        ];
        let (count, unit) =
            ENDINGS.iter().find_map(|(ending, unit)| Some((word.strip_suffix(ending)?, *unit)))?;
        Some(Term::Lasting(unit, u8::try_from(self.number(count).filter(|&count| count > 1)?).ok()?))
    }

    /// `17e`, `negentiende`, `17th`.
    fn ordinal(&self, language: Language, word: &str) -> Option<u8> {
        if language == Language::English {
            return ["st", "nd", "rd", "th"]
                .iter()
                .find_map(|ending| word.strip_suffix(ending)?.parse().ok());
        }
        let rest = word.strip_suffix('e')?;
        let digits = rest.trim_end_matches(['s', 't', 'd']);
        digits.parse().ok().or_else(|| {
            let rest = rest.strip_suffix('d').or_else(|| rest.strip_suffix("st"))?;
            let number = self.number(rest).or_else(|| self.joined(language, rest))?;
            u8::try_from(number).ok()
        })
    }
}

impl Pack<'_> {
    /// What a word in lower case means in a time expression.
    pub fn time_term(&self, word: &str) -> Option<Term> {
        self.time_words(word).0
    }

    /// What a word or a phrase in lower case means in a time expression, and whether a longer phrase of the
    /// list opens with it.
    pub(crate) fn time_words(&self, word: &str) -> (Option<Term>, bool) {
        let ordinal = || self.terms.ordinal(self.language, word).map(Term::Ordinal);
        let number = || self.terms.joined(self.language, word).map(Term::Number);
        let lasting = || self.terms.lasting(word);
        let term = self.terms.get(word).or_else(ordinal).or_else(number).or_else(lasting);
        (term, self.terms.openers.contains(word))
    }
}

/// The values that terms carry as they are.
const CODES: [&str; 31] = [
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
    "P2W",
    "P2M",
    "P3M",
    "P6M",
    "P2Y",
    "PT1H",
    "PRESENT_REF",
    "PAST_REF",
    "FUTURE_REF",
    "PXY",
    "PXM",
    "PXW",
    "PXD",
    "PTXH",
    "PXCE",
    "PXDE",
    "PT15M",
    "PT30M",
    "PT45M",
    "PT5M",
];

/// Kinds without a value.
const BARE: [(&str, Term); 43] = [
    ("about", Term::About),
    ("ago", Term::Ago),
    ("article", Term::Article),
    ("after", Term::After),
    ("always", Term::Always),
    ("and", Term::And),
    ("at", Term::At),
    ("between", Term::Between),
    ("dash", Term::Dash),
    ("earlier", Term::Earlier),
    ("every", Term::Every),
    ("following", Term::Following),
    ("from", Term::From),
    ("from-now", Term::FromNow),
    ("just", Term::Just),
    ("half", Term::Half),
    ("hour", Term::Hour),
    ("last", Term::Last),
    ("late", Term::Late),
    ("later", Term::Later),
    ("long", Term::Long),
    ("next", Term::Next),
    ("of", Term::Of),
    ("once", Term::Once),
    ("one-and-half", Term::OneAndHalf),
    ("past", Term::Past),
    ("per", Term::Per),
    ("preceding", Term::Preceding),
    ("preposition", Term::Preposition),
    ("quarter", Term::Quarter),
    ("since", Term::Since),
    ("some", Term::Some),
    ("that", Term::That),
    ("thing", Term::Thing),
    ("this", Term::This),
    ("through", Term::Through),
    ("times", Term::Times),
    ("to", Term::To),
    ("until", Term::Until),
    ("whole", Term::Whole),
    ("within", Term::Within),
    ("year-word", Term::YearWord),
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
        "and-half" => Term::AndHalf(byte()?),
        "clock" => Term::Clock(byte()?),
        "half-day" => Term::HalfDay(byte()?),
        "feast" => Term::Feast(feast(first, second)?),
        "short-day" => Term::ShortDay(byte()?),
        "weekly" => Term::Weekly(byte()?),
        "era" => Term::Era(value == "before"),
        "verb" => Term::Verb(if value == "past" { Voice::Past } else { Voice::Present }),
        "edge" => Term::Edge(code()?),
        "season" => Term::Season(code()?),
        "set" => Term::Set(code()?),
        "reference" => Term::Reference(code()?),
        "length" => Term::Length(code()?),
        _ => return None,
    })
}

/// `12 25`, `easter 39`, `nth 9 2 3`.
fn feast(first: &str, second: &str) -> Option<Feast> {
    Some(match first {
        "easter" => Feast::Easter(second.parse().ok()?),
        "nth" => {
            let mut parts = second.split(' ').map(|part| part.parse().ok());
            Feast::Nth(parts.next()??, parts.next()??, parts.next()??)
        }
        month => Feast::Fixed(month.parse().ok()?, second.parse().ok()?),
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
