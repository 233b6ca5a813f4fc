//! What holds of time expressions in any text, whatever the document's date.

use proptest::prelude::*;

use super::calendar::{days_in_month, easter, weekday};
use super::{Moment, PartialDate, TimeKind};
use crate::Language;
use crate::sample::paragraphs;

/// Pieces of time expressions; joined in any order they reach odd corners.
const PIECES: &[&str] = &[
    "maandag",
    "Zondag",
    "za",
    "zo",
    "3",
    "24",
    "31",
    "29",
    "februari",
    "mei",
    "maart",
    "2022",
    "1998",
    "9999",
    "999999",
    "'98",
    "24-03-2022",
    "3/6",
    "07:30-09:00",
    "2014-2018",
    "1901-1943",
    "20u15",
    "19.30",
    "uur",
    "half",
    "kwart",
    "over",
    "voor",
    "acht",
    "twaalf",
    "tien",
    "een",
    "geleden",
    "later",
    "eerder",
    "week",
    "weken",
    "jaar",
    "maanden",
    "eeuw",
    "17e",
    "negentiende",
    "begin",
    "eind",
    "vorige",
    "volgende",
    "deze",
    "die",
    "de",
    "het",
    "van",
    "op",
    "om",
    "tot",
    "tot en met",
    "tussen",
    "en",
    "sinds",
    "vanaf",
    "t/m",
    "–",
    "-",
    ",",
    ".",
    "'s",
    "avonds",
    "nacht",
    "ochtend",
    "dag",
    "dagen",
    "weekend",
    "kwartaal",
    "Pasen",
    "Koningsdag",
    "Prinsjesdag",
    "gisteren",
    "vannacht",
    "overmorgen",
    "middernacht",
    "jaren",
    "tachtig",
    "v.Chr.",
    "elke",
    "eerste",
    "binnen",
    "ruim",
    "was",
    "wordt",
    "anderhalf",
    "53",
    "1",
    "erna",
    "dat",
    "nu",
    "lang",
    "miljoen",
    "duizend",
    "\n\n",
    "é",
    "½",
    "uiterlijk",
    "of later",
    "met ingang van",
    "Suikerfeest",
    "halfvijf",
    "9-12",
    "1-5",
    "wat",
    "miljard",
    "seconden",
    "na",
    "schooljaar",
    "per",
];

fn document_date() -> impl Strategy<Value = Option<PartialDate>> {
    let date = (1i32..=9999, 1u8..=12, 1u8..=31, prop::option::of(0u16..1440), 0u8..4);
    date.prop_map(|(year, month, day, minute, known)| {
        let day = day.min(days_in_month(year, month));
        match known {
            0 => None,
            1 => Some(PartialDate { year, month: None, day: None, minute: None }),
            2 => Some(PartialDate { year, month: Some(month), day: None, minute: None }),
            _ => Some(PartialDate { minute, ..PartialDate::day(year, month, day) }),
        }
    })
}

/// Leap days, the ends of the calendar, and days of a 53rd week.
const EDGES: [&str; 10] = [
    "0001-01-01",
    "9999-12-31",
    "2020-02-29",
    "2000-02-29",
    "1900-02-28",
    "2020-12-31",
    "2021-01-03",
    "2026-12-28",
    "9999-01-01",
    "0001-12-31T23:59",
];

fn holds(text: &str, date: Option<PartialDate>, language: Language) {
    let mut last = 0;
    for time in super::find(&paragraphs(text, language), date) {
        assert!(text.is_char_boundary(time.span.start as usize), "{text:?}");
        assert!(text.get(time.span.range()).is_some_and(|text| !text.is_empty()), "{text:?}");
        assert!(time.span.start >= last, "in order and apart: {text:?}");
        last = time.span.end;
        assert!(!time.value.is_empty());
        if let Some(interval) = time.interval {
            match (interval.begin, interval.until) {
                (Some(begin), Some(until)) => assert!(begin < until, "{text:?} {date:?} {time:?}"),
                (None, None) => panic!("an interval without ends: {text:?}"),
                _ => {}
            }
        }
        // A value that is a date is one that the calendar has.
        if time.kind == TimeKind::Date && time.value.len() == 10 && !time.value.starts_with(['X', 'P']) {
            let impossible = time.interval.is_none();
            assert!(impossible || time.value.parse::<PartialDate>().is_ok(), "{}", time.value);
        }
    }
}

#[test]
fn a_sentence_without_end_takes_its_time_and_no_more() {
    for row in [
        "de nacht van ",
        "de eerste week van ",
        "1 tot ",
        "4, ",
        "begin van ",
        "een dag later ",
        "de dag na ",
        "de week voor de ",
        "nacht van 3 op ",
        "de eerste dag van ",
        "duizend en ",
        "tussen 3 en ",
    ] {
        let text = row.repeat(20_000);
        let _ = super::find(&paragraphs(&text, Language::Dutch), "2022-03-24".parse().ok());
    }
}

/// A whole number in Dutch words, up to 999,999.
fn spelled(number: u32) -> String {
    const SMALL: [&str; 20] = [
        "nul",
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
    ];
    const TENS: [&str; 8] =
        ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];
    let tail = |rest: u32| if rest == 0 { String::new() } else { spelled(rest) };
    match number {
        0..20 => SMALL[number as usize].to_owned(),
        20..100 => {
            let ten = TENS[number as usize / 10 - 2];
            match number % 10 {
                0 => ten.to_owned(),
                small @ (2 | 3) => format!("{}ën{ten}", SMALL[small as usize]),
                small => format!("{}en{ten}", SMALL[small as usize]),
            }
        }
        100..1000 => {
            let count = if number < 200 { String::new() } else { spelled(number / 100) };
            format!("{count}honderd{}", tail(number % 100))
        }
        _ => {
            let count = if number < 2000 { String::new() } else { spelled(number / 1000) };
            format!("{count}duizend {}", tail(number % 1000)).trim_end().to_owned()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_and_any_date(text in ".{0,60}", date in document_date()) {
        holds(&text, date, Language::Dutch);
        holds(&text, date, Language::English);
    }

    #[test]
    fn any_row_of_pieces_and_any_date(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24),
        date in document_date(),
    ) {
        let text = pieces.join(" ");
        holds(&text, date, Language::Dutch);
        holds(&text, date, Language::English);
    }

    #[test]
    fn pieces_at_the_edges_of_the_calendar(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        date in prop::sample::select(&EDGES[..]),
    ) {
        holds(&pieces.join(" "), date.parse().ok(), Language::Dutch);
    }

    #[test]
    fn a_stated_date_is_found_whatever_the_document_date(
        year in 1000i32..2200, month in 1u8..=12, day in 1u8..=31, date in document_date(),
    ) {
        let day = day.min(days_in_month(year, month));
        let name = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober", "november", "december"][usize::from(month) - 1];
        let text = format!("Het gebeurde op {day} {name} {year} in de stad.");
        let found = super::find(&paragraphs(&text, Language::Dutch), date);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].value, &PartialDate::day(year, month, day).to_string());
    }

    #[test]
    fn any_number_in_words_counts(number in 2u32..100_000) {
        let text = format!("Het duurde {} dagen.", spelled(number));
        let found = super::find(&paragraphs(&text, Language::Dutch), None);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(&found[0].value, &format!("P{number}D"), "{}", text);
    }

    #[test]
    fn easter_is_a_sunday_in_spring(year in 1i32..=9999) {
        let (month, day) = easter(year);
        prop_assert_eq!(weekday(super::calendar::days_from_civil(year, month, day)), 6);
        prop_assert!((3, 22) <= (month, day) && (month, day) <= (4, 25));
    }

    #[test]
    fn a_week_ahead_is_seven_days(year in 2i32..=9998, month in 1u8..=12, day in 1u8..=28) {
        let date = PartialDate::day(year, month, day);
        let text = "Over zeven dagen vertrekt hij.";
        let found = super::find(&paragraphs(text, Language::Dutch), Some(date));
        let begin = |date: Option<super::Interval>| date.and_then(|interval| interval.begin).map(|Moment(minutes)| minutes);
        let ahead = begin(found[0].interval).zip(begin(Some(date.interval())));
        prop_assert_eq!(ahead.map(|(there, here)| there - here), Some(7 * super::calendar::DAY));
    }
}
