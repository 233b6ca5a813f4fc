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
    /// A bit for each look of a word in the list: nine of ten other words are told apart by it, from 2 KB
    /// that stay at hand.
    looks: Vec<u64>,
}

/// The place of a word's look among 16,384: its first two letters, its last and its length.
fn look(word: &str) -> usize {
    let bytes = word.as_bytes();
    let at = |index: usize| bytes.get(index).map_or(0, |&byte| usize::from(byte));
    (at(0) * 0x3D1 + at(1) * 0x97 + at(bytes.len().wrapping_sub(1)) * 0x1F1 + bytes.len() * 0x5B3) & 0x3FFF
}

/// Marks the number of a word that a phrase of the list opens with; the rest of the number is that of its term,
/// or all ones where the word alone means nothing.
const OPENS: u32 = 1 << 30;

impl<'p> Terms<'p> {
    /// Reads the list; a section that is no term is left out.
    pub(super) fn new(list: &'p str) -> Self {
        let (mut words, mut terms) = (Table::with_capacity(list.len() / 12), Vec::new());
        let mut openers = Vec::new();
        for (section, lines) in Sections::of(list, "[", "]").iter() {
            if let Some(term) = term(section) {
                for word in lines.lines() {
                    words.get_or_insert(word, terms.len() as u32);
                    // Every beginning of a phrase leads on to it.
                    let spaces = word.bytes().zip(0..).filter(|&(byte, _)| byte == b' ');
                    openers.extend(spaces.map(|(_, at)| head(word, at)));
                }
                terms.push(term);
            }
        }
        for word in openers {
            let number = words.get(word).unwrap_or(OPENS - 1);
            words.insert(word, number | OPENS);
        }
        let mut looks = vec![0; 256];
        for word in words.words() {
            let look = look(word);
            looks[look / 64] |= 1 << (look % 64);
        }
        Self { words, terms, looks }
    }

    fn get(&self, word: &str) -> Option<Term> {
        self.terms.get((self.words.get(word)? & !OPENS) as usize).copied()
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
        let rounds = if holds_round(word) { 2 } else { 0 };
        for (name, factor, most) in [("duizend", 1000, 1000), ("honderd", 100, 100)].into_iter().take(rounds)
        {
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
        let look = look(word);
        let known = self.terms.looks[look / 64] >> (look % 64) & 1 > 0;
        if known && let Some(number) = self.terms.words.get(word) {
            let term = self.terms.terms.get((number & !OPENS) as usize).copied();
            return (term, number & OPENS > 0);
        }
        (self.composed(word), false)
    }

    /// A number, an ordinal or a length that is made of words of the list.
    fn composed(&self, word: &str) -> Option<Term> {
        // Few words end as these do; the long ones may hold a hundred or a thousand.
        let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
        let ordinal = || self.terms.ordinal(self.language, word).map(Term::Ordinal);
        let number = || self.terms.joined(self.language, word).map(Term::Number);
        let dutch = self.language == Language::Dutch;
        if !dutch {
            return ordinal().or_else(number);
        }
        match word.as_bytes().last()? {
            b'e' if ends(&["de", "ste", "ige", "gse"])
                || word.starts_with(|char: char| char.is_ascii_digit()) =>
            {
                ordinal().or_else(|| self.terms.lasting(word)).or_else(number)
            }
            b'g' | b's' if ends(&["tig", "rig", "ags"]) => number().or_else(|| self.terms.lasting(word)),
            _ if word.len() > 9 && holds_round(word) => number(),
            _ => None,
        }
    }
}

/// Whether a word may hold `duizend` or `honderd`.
fn holds_round(word: &str) -> bool {
    // It opens with a number, as every such word does.
    let opens = matches!(
        word.as_bytes(),
        [b'e', b'e' | b'l', ..]
            | [b't', b'w' | b'i' | b'a', ..]
            | [b'd', b'r' | b'e' | b'u', ..]
            | [b'v', b'i' | b'e', ..]
            | [b'z' | b'n', b'e', ..]
            | [b'a', b'c', ..]
            | [b'h', b'o', ..]
    );
    opens && word.as_bytes().windows(4).any(|four| four == b"uize" || four == b"onde")
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
        "half-hour" => Term::HalfHour(byte()?),
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

/// `12 25`, `easter 39`, `nth 9 2 3`, `moving`.
fn feast(first: &str, second: &str) -> Option<Feast> {
    Some(match first {
        "moving" => Feast::Moving,
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
