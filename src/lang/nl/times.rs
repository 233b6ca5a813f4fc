//! The words of Dutch time expressions.

use crate::times::terms::{Part, Term, Unit};

/// What a word in lower case means in a time expression.
pub fn term(word: &str) -> Option<Term> {
    use Part::{Afternoon, Evening, Morning, Night};
    Some(match word {
        "januari" | "jan." => Term::Month(1),
        "februari" | "feb." | "febr." => Term::Month(2),
        "maart" | "mrt." => Term::Month(3),
        "april" | "apr." => Term::Month(4),
        "mei" => Term::Month(5),
        "juni" | "jun." => Term::Month(6),
        "juli" | "jul." => Term::Month(7),
        "augustus" | "aug." => Term::Month(8),
        "september" | "sept." | "sep." => Term::Month(9),
        "oktober" | "okt." => Term::Month(10),
        "november" | "nov." => Term::Month(11),
        "december" | "dec." => Term::Month(12),
        "ochtend" | "morgens" | "voormiddag" => Term::Part(Morning),
        "middag" | "namiddag" => Term::Part(Afternoon),
        "avond" => Term::Part(Evening),
        "nacht" => Term::Part(Night),
        "'s ochtends" | "'s morgens" | "'s voormiddags" => Term::Habit(Morning),
        "'s middags" | "'s namiddags" => Term::Habit(Afternoon),
        "'s avonds" => Term::Habit(Evening),
        "'s nachts" => Term::Habit(Night),
        "vandaag" | "heden" => Term::Day(0, None),
        "gisteren" | "gister" => Term::Day(-1, None),
        "eergisteren" => Term::Day(-2, None),
        "morgen" => Term::Day(1, None),
        "overmorgen" => Term::Day(2, None),
        "vanochtend" | "vanmorgen" | "vanvoormiddag" => Term::Day(0, Some(Morning)),
        "vanmiddag" | "vannamiddag" => Term::Day(0, Some(Afternoon)),
        "vanavond" => Term::Day(0, Some(Evening)),
        "vannacht" => Term::Day(0, Some(Night)),
        "gisterochtend" | "gistermorgen" => Term::Day(-1, Some(Morning)),
        "gistermiddag" | "gisternamiddag" => Term::Day(-1, Some(Afternoon)),
        "gisteravond" => Term::Day(-1, Some(Evening)),
        "gisternacht" => Term::Day(-1, Some(Night)),
        "morgenochtend" | "morgenvroeg" => Term::Day(1, Some(Morning)),
        "morgenmiddag" | "morgennamiddag" => Term::Day(1, Some(Afternoon)),
        "morgenavond" => Term::Day(1, Some(Evening)),
        "seconde" | "seconden" | "secondes" => Term::Unit(Unit::Second),
        "minuut" | "minuten" => Term::Unit(Unit::Minute),
        "uur" => Term::Hour,
        "uren" => Term::Unit(Unit::Hour),
        "dag" | "dagen" | "etmaal" => Term::Unit(Unit::Day),
        "nachten" => Term::Unit(Unit::Night),
        "week" | "weken" => Term::Unit(Unit::Week),
        "weekend" | "weekeinde" | "weekenden" => Term::Unit(Unit::Weekend),
        "maand" | "maanden" => Term::Unit(Unit::Month),
        "kwartaal" | "kwartalen" => Term::Unit(Unit::Quarter),
        "jaar" => Term::Unit(Unit::Year),
        "jaren" => Term::Years,
        "decennium" | "decennia" => Term::Unit(Unit::Decade),
        "eeuw" | "eeuwen" => Term::Unit(Unit::Century),
        "anderhalf" | "anderhalve" => Term::OneAndHalf,
        "half" | "halve" => Term::Half,
        "halfweg" | "medio" => Term::Edge("MID"),
        "kwart" => Term::Quarter,
        "vorig" | "vorige" | "afgelopen" | "verleden" | "voorbije" => Term::Last,
        "volgend" | "volgende" | "komend" | "komende" | "aanstaande" => Term::Next,
        "dit" | "deze" => Term::This,
        "geleden" => Term::Ago,
        "later" => Term::Later,
        "eerder" => Term::Earlier,
        "lang" => Term::Long,
        "begin" => Term::Edge("START"),
        "eind" | "einde" => Term::Edge("END"),
        "ruim" | "ongeveer" | "bijna" | "circa" | "ca." | "zo'n" | "krap" | "omstreeks" => Term::About,
        "voorjaar" | "lente" => Term::Season("SP"),
        "zomer" => Term::Season("SU"),
        "najaar" | "herfst" => Term::Season("FA"),
        "winter" => Term::Season("WI"),
        "elk" | "elke" | "ieder" | "iedere" => Term::Every,
        "dagelijks" | "dagelijkse" => Term::Set("P1D"),
        "wekelijks" | "wekelijkse" => Term::Set("P1W"),
        "maandelijks" | "maandelijkse" => Term::Set("P1M"),
        "jaarlijks" | "jaarlijkse" => Term::Set("P1Y"),
        "nu" | "momenteel" | "tegenwoordig" | "thans" | "vooralsnog" => Term::Reference("PRESENT_REF"),
        "onlangs" | "recent" | "recentelijk" | "vroeger" | "destijds" | "indertijd" | "weleer"
        | "pas geleden" => Term::Reference("PAST_REF"),
        "binnenkort" | "straks" | "weldra" | "spoedig" => Term::Reference("FUTURE_REF"),
        "jarenlang" | "jarenlange" => Term::Length("PXY"),
        "maandenlang" | "maandenlange" => Term::Length("PXM"),
        "wekenlang" | "wekenlange" => Term::Length("PXW"),
        "dagenlang" | "dagenlange" => Term::Length("PXD"),
        "urenlang" | "urenlange" => Term::Length("PTXH"),
        "kwartier" => Term::Length("PT15M"),
        "halfuur" => Term::Length("PT30M"),
        "enkele" | "paar" | "enige" | "meerdere" | "tientallen" | "vele" => Term::Some,
        "kerst" | "kerstmis" | "kerstdag" => Term::Feast(12, 25),
        "oudejaarsdag" | "oudejaarsavond" | "oudejaarsnacht" => Term::Feast(12, 31),
        "nieuwjaarsdag" => Term::Feast(1, 1),
        "sinterklaasavond" | "pakjesavond" => Term::Feast(12, 5),
        "koningsdag" => Term::Feast(4, 27),
        "bevrijdingsdag" => Term::Feast(5, 5),
        "over" => Term::FromNow,
        "voor" => Term::To,
        "in" | "sinds" | "sedert" | "uit" | "tot" | "vanaf" | "tussen" | "en" | "na" | "per" | "om"
        | "rond" | "tegen" | "anno" | "(" | "t/m" | "vóór" | "tot en met" | "-" | "–" => {
            Term::Preposition
        }
        "de" | "het" => Term::Article,
        "van" => Term::Of,
        "eerste" => Term::Ordinal(1),
        "tweede" => Term::Ordinal(2),
        "derde" => Term::Ordinal(3),
        "vierde" => Term::Ordinal(4),
        _ => return number(word).map(Term::Number).or_else(|| weekday(word)),
    })
}

/// `maandag`, `maandagavond`.
fn weekday(word: &str) -> Option<Term> {
    const DAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    if let Some(rest) = word.strip_suffix("e")
        && let Some(ordinal) = ordinal(rest)
    {
        return Some(Term::Ordinal(ordinal));
    }
    let at = DAYS.iter().position(|day| word.starts_with(day))?;
    let part = match &word[DAYS[at].len()..] {
        "" => None,
        "ochtend" | "morgen" | "voormiddag" => Some(Part::Morning),
        "middag" | "namiddag" => Some(Part::Afternoon),
        "avond" => Some(Part::Evening),
        "nacht" => Some(Part::Night),
        _ => return None,
    };
    Some(Term::Weekday(at as u8 + 1, part))
}

/// `17` of `17e`, `negentiend` of `negentiende`.
fn ordinal(rest: &str) -> Option<u8> {
    if let Ok(number) = rest.parse() {
        return Some(number);
    }
    let rest = rest.strip_suffix('d').or_else(|| rest.strip_suffix("st"))?;
    number(rest).and_then(|number| u8::try_from(number).ok())
}

/// A number in words, up to 99, and `honderd`.
pub fn number(word: &str) -> Option<u32> {
    let small = |word: &str| {
        Some(match word {
            "een" | "één" => 1,
            "twee" | "twéé" => 2,
            "drie" => 3,
            "vier" => 4,
            "vijf" => 5,
            "zes" => 6,
            "zeven" => 7,
            "acht" => 8,
            "negen" => 9,
            _ => return None,
        })
    };
    let tens = |word: &str| {
        Some(match word {
            "twintig" => 20,
            "dertig" => 30,
            "veertig" => 40,
            "vijftig" => 50,
            "zestig" => 60,
            "zeventig" => 70,
            "tachtig" => 80,
            "negentig" => 90,
            _ => return None,
        })
    };
    let teens = match word {
        "tien" => Some(10),
        "elf" => Some(11),
        "twaalf" => Some(12),
        "dertien" => Some(13),
        "veertien" => Some(14),
        "vijftien" => Some(15),
        "zestien" => Some(16),
        "zeventien" => Some(17),
        "achttien" => Some(18),
        "negentien" => Some(19),
        "honderd" => Some(100),
        "duizend" => Some(1000),
        _ => None,
    };
    small(word).or(teens).or_else(|| tens(word)).or_else(|| joined(word, small, tens))
}

/// `vierenvijftig`, `tweeëntwintig`: units, `en`, tens.
fn joined(
    word: &str,
    small: impl Fn(&str) -> Option<u32>,
    tens: impl Fn(&str) -> Option<u32>,
) -> Option<u32> {
    let mut joints = word.match_indices("en").chain(word.match_indices("ën"));
    joints.find_map(|(at, joint)| Some(small(&word[..at])? + tens(&word[at + joint.len()..])?))
}
