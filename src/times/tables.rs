//! Dutch expressions and their values, one a line, and words that are no times. The texts are made up.
//!
//! The document's date is Thursday 24 March 2022 at 14:30, a leap-less year in the middle of a week.

use core::fmt::Write as _;

use crate::Language;
use crate::sample::paragraphs;

/// The values in a text, each with its begin and until where it has them.
fn values(text: &str, date: &str) -> String {
    values_in(text, date, Language::Dutch)
}

fn values_in(text: &str, date: &str, language: Language) -> String {
    let mut found = String::new();
    for time in super::find(&paragraphs(text, language), date.parse().ok()) {
        let separator = if found.is_empty() { "" } else { ", " };
        let _ = write!(found, "{separator}{}", time.value);
        if let Some(modifier) = &time.modifier {
            let _ = write!(found, " {modifier}");
        }
    }
    found
}

pub(super) fn check(table: &[(&str, &str)]) {
    check_in(table, Language::Dutch);
}

/// The same for English.
pub(super) fn check_english(table: &[(&str, &str)]) {
    check_in(table, Language::English);
}

fn check_in(table: &[(&str, &str)], language: Language) {
    let wrong: Vec<_> = table
        .iter()
        .map(|&(text, expected)| (text, expected, values_in(text, "2022-03-24T14:30", language)))
        .filter(|(_, expected, found)| expected != found)
        .collect();
    assert!(wrong.is_empty(), "text, expected, found: {wrong:#?}");
}

#[test]
fn notations_of_a_day() {
    check(&[
        ("Het was 24 maart 2021.", "2021-03-24"),
        ("Het was 24-03-'21.", "2021-03-24"),
        ("Het was 24-03-2021.", "2021-03-24"),
        ("Het was 24.03.2021 en 2021/03/24.", "2021-03-24, 2021-03-24"),
        ("Het was 05-aug-2016 en 01/aug/2019.", "2016-08-05, 2019-08-01"),
        ("Op 24/3 kwam hij.", "2022-03-24"),
        ("Op maandag 5 juni speelt zij.", "2022-06-05"),
        ("De 24e komt hij.", "2022-03-24"),
        ("Op 1 jan. en 1 febr. was hij er.", "2022-01-01, 2022-02-01"),
        ("Op vrijdag de vijftiende april komt hij.", "2022-04-15"),
        ("Op de tweede van augustus komt hij.", "2022-08-02"),
        ("Het werd 29 februari 2020.", "2020-02-29"),
        ("Op 30 februari gebeurt niets.", "XXXX-02-30"),
        ("Dec-2018 en 9/2012.", "2018-12, 2012-09"),
        ("In het jaar 79 na Christus.", "0079"),
        ("Hij stierf in 44 v.Chr. in Rome.", "BC0044"),
    ]);
}

#[test]
fn years_decades_and_centuries() {
    check(&[
        ("Van 2014 tot 2018 en in 2019.", "2014, 2018, 2019"),
        ("De schrijver (1901-1943) is vergeten.", "1901, 1943"),
        ("De jaren 90, de jaren tachtig, de jaren '70 en '80.", "199, 198, 197, 198"),
        ("De 17e eeuw, de zeventiende eeuw.", "16, 16"),
        ("Eind negentiende eeuw.", "18 END"),
        ("De zevende eeuw voor Christus.", "BC06"),
        ("Begin jaren negentig.", "199 START"),
        ("In negentienhonderd zesennegentig en in tweeduizend vijftien.", "1996, 2015"),
        ("Seizoen 2020/2021.", "2020, 2021"),
    ]);
}

#[test]
fn days_of_the_week_and_relative_days() {
    check(&[
        ("Maandag sloot de winkel.", "2022-03-21"),
        ("Maandag sluit de winkel.", "2022-03-28"),
        ("De winkel heeft dinsdag gestaakt.", "2022-03-22"),
        ("Dinsdag over een week vertrekt hij.", "2022-04-05"),
        ("Vorige week dinsdag en volgende week woensdag.", "2022-03-15, 2022-03-30"),
        ("Zondag jl. en vrijdag a.s.", "2022-03-20, 2022-03-25"),
        ("Eergisteren, overmorgen en gisteravond.", "2022-03-22, 2022-03-26, 2022-03-23TEV"),
        ("Vanochtend, vannacht en morgenmiddag.", "2022-03-24TMO, 2022-03-24TNI, 2022-03-25TAF"),
        ("Anderhalve week geleden.", "2022-03-14"),
        ("Over ruim twee maanden is het klaar.", "2022-05 APPROX"),
        ("Tien jaar geleden en drie weken geleden.", "2012, 2022-W09"),
        ("Twee dagen na vandaag en 2 weken voor 13 mei 1999.", "2022-03-26, 1999-04-29"),
        ("Een kwartier geleden en over een uur.", "2022-03-24T14:15, 2022-03-24T15:30"),
        ("Komend weekend en het weekend van 4 en 5 juni.", "2022-W12-WE, 2022-W22-WE"),
        ("De nacht van zaterdag op zondag was druk.", "2022-03-19TNI"),
    ]);
}

#[test]
fn what_was_mentioned_before() {
    check(&[
        ("In 1998 trouwde hij. Een jaar later kreeg hij een zoon.", "1998, 1999"),
        (
            "Op 8 maart kwam hij aan. Die avond at hij. De volgende dag vertrok hij.",
            "2022-03-08, 2022-03-08TEV, 2022-03-09",
        ),
        ("Op 3 maart 1998 begon het. In mei volgde de uitspraak.", "1998-03-03, 1998-05"),
        ("In 1936 stierf hij. Dat was op 3 november van dat jaar.", "1936, 1936-11-03"),
        (
            "Dinsdag om 23.00 uur brak brand uit. Om 2.30 uur was die uit.",
            "2022-03-22T23:00, 2022-03-23T02:30",
        ),
        ("De overval was dinsdagmiddag. Hij begon om tien voor half zes.", "2022-03-22TAF, 2022-03-22T17:20"),
    ]);
}

#[test]
fn times_of_day() {
    check(&[
        ("Vandaag om half acht.", "2022-03-24T07:30"),
        ("Vanavond om kwart over negen.", "2022-03-24T21:15"),
        ("Om 19.30 uur en om 20u15.", "T19:30, T20:15"),
        ("Morgen om tien voor half drie.", "2022-03-25T14:20"),
        ("Om half elf begint het.", "T10:30"),
        ("Om tien voor half elf begint het.", "T10:20"),
        ("Om drie uur 's middags en om 4 uur 's nachts.", "T15:00, T04:00"),
        ("Vandaag tussen 22.00 en 6.00 uur.", "2022-03-24, 2022-03-24T22:00, 2022-03-25T06:00"),
        ("Vrijdag tegen middernacht vertrok hij.", "2022-03-18T24:00"),
        ("Om 8:00:31 precies.", "T08:00:31"),
    ]);
}

#[test]
fn stretches_have_two_ends() {
    check(&[
        ("Van maandag tot en met vrijdag is hij dicht.", "2022-03-28, 2022-04-01"),
        ("Van 1 tot en met 3 februari 2020.", "2020-02-01, 2020-02-03"),
        ("Op 4, 5 en 6 juni speelt zij.", "2022-06-04, 2022-06-05, 2022-06-06"),
        ("Van 28 tot en met 3 mei is er feest.", "2022-04-28, 2022-05-03"),
        ("Van mei tot oktober 2020.", "2020-05, 2020-10"),
        ("Tussen december 2018 en juni 2022.", "2018-12, 2022-06"),
        ("Een proces van 30 tot 60 dagen.", "P30D, P60D"),
    ]);
}

#[test]
fn seasons_feasts_lengths_sets_and_vague_times() {
    check(&[
        ("Vorige zomer en in het najaar van 2020.", "2021-SU, 2020-FA"),
        ("Het derde kwartaal van 2021, de eerste helft van 2020, Q2 2019.", "2021-Q3, 2020-H1, 2019-Q2"),
        ("Pasen 2022, Koningsdag 2020, Prinsjesdag 2021.", "2022-04-17, 2020-04-27, 2021-09-21"),
        ("Hemelvaart 2024, tweede kerstdag 1956, Oud en Nieuw 2019.", "2024-05-09, 1956-12-26, 2019-12-31"),
        ("Anderhalf uur, drie weken lang, een kwartier, 48 uur.", "PT1H30M, P3W, PT15M, PT48H"),
        ("Een paar jaar, tientallen jaren, een week of drie.", "PXY, PXY, P3W APPROX"),
        ("Drieënhalve maand en drie magere jaren.", "P3.5M, P3Y"),
        ("Elke eerste maandag van de maand.", "P1M"),
        ("Dagelijks, om de twee weken, 's maandags, jaarlijks.", "P1D, P2W, XXXX-WXX-1, P1Y"),
        ("Twee keer per dag en eens in de tien jaar.", "P1D, P10Y"),
        ("Onlangs, destijds, binnenkort en tot nu toe.", "PAST_REF, PAST_REF, FUTURE_REF, PRESENT_REF"),
        ("De afgelopen jaren en de komende twee weken.", "PXY, P2W"),
        ("Begin mei, half juni, eind 2021.", "2022-05 START, 2022-06 MID, 2021 END"),
        ("Binnen zes maanden is het klaar.", "P6M"),
    ]);
}

#[test]
fn words_that_are_no_times() {
    let none = [
        "Zo, do en zat zijn woorden; zo zat het dat zij vrij had.",
        "Ma en pa zaten in di Napoli; de zon scheen za.",
        "Mei Lan en Jan kwamen met August en Maart.",
        "Een kwart van de leden bleef weg.",
        "In de tweede helft viel het doelpunt, na rust 2-1 en 3-6.",
        "Het kost 12.50 euro of € 20.15 en 2.019 dollar.",
        "Bel 020-1234567 of +31 138-2010-2015.",
        "Artikel 10.15 van de wet en versie 20.10 van het programma.",
        "De A2 en de N11 zijn dicht.",
        "De partij D66 en de Agenda 2030.",
        "Hij is 12 jaar en zij was 36 jaar.",
        "De eeuwen zwegen.",
        "Jan de man kwam.",
        "Het adres is 192.168.20.19 en het boek ISBN 978-90-2019-2018-1.",
        "In de raad zitten 2000 mensen.",
        "Hij deed het voor zijn moeder en over de rug van anderen.",
        "Goede morgen, zei hij.",
        "Van de 24e etappe is niets bekend.",
    ];
    let wrong: Vec<_> = none
        .iter()
        .map(|text| (text, values(text, "2022-03-24")))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn short_days_are_days_only_before_a_date() {
    check(&[
        ("za 12/6 speelt zij", "2022-06-12"),
        ("di 5 april is er overleg", "2022-04-05"),
        ("Zo gaat dat, zat hij te denken.", ""),
    ]);
}

#[test]
fn the_place_of_a_stretch() {
    places(&[
        ("Van 2014 tot 2018 was hij wethouder.", "2014-01-01/2018-01-01"),
        ("Van 2014 tot en met 2018 was hij wethouder.", "2014-01-01/2019-01-01"),
        ("Sinds 2019 is hij ziek.", "2019-01-01/"),
        ("Tot 1 november 2022 kan dat.", "/2022-11-01"),
        ("Half november 2021 was het koud.", "2021-11-10/2021-11-21"),
        ("Binnen negen maanden is het klaar.", "2022-03-24/2022-12-24"),
        ("De komende drie dagen regent het.", "2022-03-25/2022-03-28"),
        ("Vandaag van 14.00 tot 16.00 uur is er overleg.", "2022-03-24/2022-03-25"),
        ("Later deze week regent het.", "2022-03-24/2022-03-28"),
    ]);
}

/// The place of the first expression of each text.
pub(super) fn places(table: &[(&str, &str)]) {
    let side = |moment: Option<super::Moment>| moment.map(|moment| moment.to_string()).unwrap_or_default();
    let place = |text: &str| {
        let found = super::find(&paragraphs(text, Language::Dutch), "2022-03-24T14:30".parse().ok());
        let interval = found.first()?.interval?;
        Some(format!("{}/{}", side(interval.begin), side(interval.until)))
    };
    let wrong: Vec<_> = table
        .iter()
        .map(|&(text, expected)| (text, expected, place(text).unwrap_or_default()))
        .filter(|(_, expected, found)| expected != found)
        .collect();
    assert!(wrong.is_empty(), "text, expected, found: {wrong:#?}");
}
