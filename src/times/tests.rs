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
        expect![[r#"
            DATE 3 februari 2015 = 2015-02-03
            DATE 12-04-2016 = 2016-04-12
            DATE 1998 = 1998
            DATE maart 2020 = 2020-03
            DATE Eind mei = 2022-05 END
        "#]],
    );
}

#[test]
fn dates_from_today() {
    check(
        "Gisteravond viel de stroom uit. Twee weken geleden ook, en vorige week vrijdag. Vandaag om half elf niet.",
        expect![[r#"
            TIME Gisteravond = 2022-03-23TEV
            DATE Twee weken geleden = 2022-W10
            DATE vorige week vrijdag = 2022-03-18
            TIME Vandaag om half elf = 2022-03-24T10:30
        "#]],
    );
}

#[test]
fn weekdays_follow_the_tense() {
    check(
        "Maandag vertrok het schip. Zaterdag wordt het museum geopend. De winkel gaat dinsdag open.",
        expect![[r#"
            DATE Maandag = 2022-03-21
            DATE Zaterdag = 2022-03-26
            DATE dinsdag = 2022-03-29
        "#]],
    );
}

#[test]
fn lengths_and_sets() {
    check(
        "Het duurde anderhalf uur. Elke maandag en dagelijks. De afgelopen twee weken niet. Drie jaar lang wel.",
        expect![[r#"
            DURATION anderhalf uur = PT1H30M
            SET Elke maandag = XXXX-WXX-1
            SET dagelijks = P1D
            DURATION De afgelopen twee weken = P2W
            DURATION Drie jaar lang = P3Y
        "#]],
    );
}

#[test]
fn clock_times_and_older_times() {
    check(
        "Om 19.30 uur en rond kwart voor zes 's ochtends. In de jaren negentig, in de 17e eeuw.",
        expect![[r#"
            TIME 19.30 uur = T19:30
            TIME kwart voor zes 's ochtends = T05:45 APPROX
            DATE de jaren negentig = 199
            DATE de 17e eeuw = 16
        "#]],
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
fn until_tomorrow_lies_in_the_month_that_is_known() {
    for (date, until) in [("2022-03", "2022-04-01"), ("2022-03-24", "2022-03-25")] {
        let doc = paragraphs("De top duurt nog tot morgen.", Language::Dutch);
        let times = super::find(&doc, date.parse().ok());
        let interval = times.last().and_then(|time| time.interval).unwrap();
        assert_eq!(interval.until.unwrap().to_string(), until, "{date}");
    }
}

#[test]
fn a_month_as_document_date_makes_no_day() {
    let text = "Vandaag, gisteren en dinsdag. Vorige maand. Vorig jaar.";
    expect![[r#"
        DATE Vandaag = 2022-03
        DATE gisteren = 2022-03
        DATE dinsdag = 2022-03
        DATE Vorige maand = 2022-02
        DATE Vorig jaar = 2021
    "#]]
    .assert_eq(&found(text, "2022-03", Language::Dutch));
}

#[test]
fn without_a_document_date_nothing_is_invented() {
    expect![[r#"
        DATE Gisteren = XXXX-XX-XX
        DATE vorig jaar = XXXX
        DATE 4 mei 2019 = 2019-05-04
    "#]]
    .assert_eq(&found("Gisteren en vorig jaar. Op 4 mei 2019.", "", Language::Dutch));
}

#[test]
fn english() {
    let text =
        "On Monday, March 21, 2022, and two weeks ago. Yesterday evening at 8 p.m. Next year. In the 1990s.";
    expect![[r#"
        DATE Monday, March 21, 2022 = 2022-03-21
        DATE two weeks ago = 2022-W10
        TIME Yesterday evening at 8 p.m. = 2022-03-23T20:00
        DATE Next year = 2023
        DATE the 1990s = 199
    "#]]
    .assert_eq(&found(text, "2022-03-24", Language::English));
}
