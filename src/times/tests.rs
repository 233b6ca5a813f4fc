//! Time expressions in whole sentences. The texts are made up.

use core::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::Language;
use crate::sample::paragraphs;

fn found(text: &str, date: &str, language: Language) -> String {
    let mut lines = String::new();
    for time in &super::find(&paragraphs(text, language), date.parse().ok()) {
        let modifier = time.modifier.as_deref().map(|modifier| format!(" {modifier}")).unwrap_or_default();
        let _ = writeln!(lines, "{} {} = {}{modifier}", time.kind.label(), time.span.of(text), time.value);
    }
    lines
}

/// Thursday 24 March 2022.
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&found(text, "2022-03-24", Language::Dutch));
}

#[test]
fn absolute_dates() {
    check(
        "Op 3 februari 2015 en op 12-04-2016 stemde de raad. In 1998 en in maart 2020 ook. Eind mei komt er meer.",
        expect![],
    );
}

#[test]
fn dates_from_today() {
    check(
        "Gisteravond viel de stroom uit. Twee weken geleden ook, en vorige week vrijdag. Vandaag om half elf niet.",
        expect![],
    );
}

#[test]
fn weekdays_follow_the_tense() {
    check(
        "Maandag vertrok het schip. Zaterdag wordt het museum geopend. De winkel gaat dinsdag open.",
        expect![],
    );
}

#[test]
fn lengths_and_sets() {
    check(
        "Het duurde anderhalf uur. Elke maandag en dagelijks. De afgelopen twee weken niet. Drie jaar lang wel.",
        expect![],
    );
}

#[test]
fn clock_times_and_older_times() {
    check(
        "Om 19.30 uur en rond kwart voor zes 's ochtends. In de jaren negentig, in de 17e eeuw.",
        expect![],
    );
}

#[test]
fn no_false_dates() {
    check(
        "Zo gaat dat. Do Yun en Mei Lan van den Augustus spraken voor de zaal. In 300 woningen wonen 2000 mensen.",
        expect![[""]],
    );
}

#[test]
fn a_month_as_document_date_makes_no_day() {
    let text = "Vandaag, gisteren en dinsdag. Vorige maand. Vorig jaar.";
    expect![].assert_eq(&found(text, "2022-03", Language::Dutch));
}

#[test]
fn without_a_document_date_nothing_is_invented() {
    expect![].assert_eq(&found("Gisteren en vorig jaar. Op 4 mei 2019.", "", Language::Dutch));
}

#[test]
fn english() {
    let text =
        "On Monday, March 21, 2022, and two weeks ago. Yesterday evening at 8 p.m. Next year. In the 1990s.";
    expect![].assert_eq(&found(text, "2022-03-24", Language::English));
}
