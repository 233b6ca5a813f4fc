//! Articles that tell one thing after another: what their dates and hours count from. The texts are made up.
//!
//! The document's date is Thursday 24 March 2022.

use core::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::Language;
use crate::intake::layout;
use crate::lang::embedded;
use crate::text::segment;

fn check(text: &str, expected: Expect) {
    let mut lines = String::new();
    let blocks = layout::read(text, Language::Dutch).blocks;
    let doc = segment(text, embedded(Language::Dutch), blocks);
    for time in &super::find(&doc, "2022-03-24".parse().ok()) {
        let _ = writeln!(lines, "{} = {}", time.span.of(text), time.value);
    }
    expected.assert_eq(&lines);
}

#[test]
fn a_heading_tells_the_day_of_the_hours_behind_it() {
    check(
        "Reconstructie van een inbraak\n\nVrijdag 4 maart\n\nOm 17.00 uur sluit Ali de deur. 's Avonds klinkt glas.\n\n\
         Om half elf belt een buurvrouw.\n\nZaterdag\n\nOm 9.15 uur komt de politie.\n\nDe nasleep\n\nOm 20.00 uur is er een avond.",
        expect![[r#"
            Vrijdag 4 maart = 2022-03-04
            17.00 uur = 2022-03-04T17:00
            's Avonds = 2022-03-04TEV
            half elf = 2022-03-04T22:30
            Zaterdag = 2022-03-05
            9.15 uur = 2022-03-05T09:15
            20.00 uur = 2022-03-24T20:00
        "#]],
    );
}

#[test]
fn a_year_or_a_day_before_its_paragraph_heads_it() {
    check(
        "1972. De maatschappij opent een mijn. In november volgt een staking.\n\n\
         1988 - De mijn sluit in december.\n\nDe directeur woont nu in Delft en gaat in mei met pensioen.",
        expect![[r#"
            1972 = 1972
            november = 1972-11
            1988 = 1988
            december = 1988-12
            nu = PRESENT_REF
            mei = 2022-05
        "#]],
    );
    check(
        "5 november - De raad stemt. Een dag later valt het college.\n\n3 januari - Er komen verkiezingen.",
        expect![[r#"
            5 november = 2021-11-05
            Een dag later = 2021-11-06
            3 januari = 2022-01-03
        "#]],
    );
}

#[test]
fn one_day_told_hour_by_hour() {
    check(
        "De man die dinsdag ontsnapte, is terug. Wij gingen alles na.\n\nOm 9u05 komt hij binnen. Om tien over tien gaat het alarm.\n\n\
         Een bus stopt om 13.15 uur. 's Avonds komen er tips. Om 22.40 uur is het voorbij.",
        expect![[r#"
            die dinsdag = 2022-03-22
            9u05 = 2022-03-22T09:05
            tien over tien = 2022-03-22T10:10
            13.15 uur = 2022-03-22T13:15
            's Avonds = 2022-03-22TEV
            22.40 uur = 2022-03-22T22:40
        "#]],
    );
    // Two hours make no such report.
    check(
        "De raad stemde dinsdag. De zaal gaat om 19.30 uur open en de avond begint om 20.00 uur.",
        expect![[r#"
            dinsdag = 2022-03-22
            19.30 uur = 2022-03-24T19:30
            20.00 uur = 2022-03-24T20:00
        "#]],
    );
}

#[test]
fn a_day_of_the_week_that_was_named_with_its_date() {
    check(
        "Het feest duurt van vrijdag 13 tot en met zondag 15 mei. De Dijk speelt vrijdagavond om half tien. \
         Zaterdag staan er kramen. Maandag begint de opbouw. Een woordvoerder zei zondag dat het vol is.",
        expect![[r#"
            vrijdag 13 = 2022-05-13
            zondag 15 mei = 2022-05-15
            vrijdagavond om half tien = 2022-05-13T21:30
            Zaterdag = 2022-05-14
            Maandag = 2022-03-28
            zondag = 2022-03-20
        "#]],
    );
}

#[test]
fn a_day_of_the_week_in_the_year_that_was_told() {
    check(
        "In 1945 was het feest.\n\nZondag 1 april\n\nHet is Pasen.",
        expect![[r#"
        1945 = 1945
        Zondag 1 april = 1945-04-01
        Pasen = 1945-04-01
    "#]],
    );
}

#[test]
fn a_purpose_lies_ahead() {
    check(
        "Hij diende een motie in om het bad per 1 juli te sluiten. De bond stelde voor om zaterdag te staken. \
         De loting voor zaterdag was gisteren. De raad beslist uiterlijk maandag over de aanvraag.",
        expect![[r#"
            1 juli = 2022-07-01
            zaterdag = 2022-03-26
            zaterdag = 2022-03-26
            gisteren = 2022-03-23
            maandag = 2022-03-28
        "#]],
    );
}

#[test]
fn weeks_from_a_day_of_the_week() {
    check(
        "De zitting is dinsdag over een week en vrijdag over twee weken.",
        expect![[r#"
        dinsdag over een week = 2022-04-05
        vrijdag over twee weken = 2022-04-08
    "#]],
    );
}

#[test]
fn a_log_runs_into_another_day() {
    check(
        "09.45 u. Het water zakt.\n\n02.30 - Een dijk breekt.\n\n23.10 u. De storm begint.",
        expect![[r#"
            09.45 = 2022-03-24T09:45
            02.30 = 2022-03-24T02:30
            23.10 = 2022-03-23T23:10
        "#]],
    );
    check(
        "Dinsdag 1 maart\n\n22.15 - De melding.\n\n23.50 - De brandweer.\n\n00.20 - Het vuur is uit.",
        expect![[r#"
            Dinsdag 1 maart = 2022-03-01
            22.15 = 2022-03-01T22:15
            23.50 = 2022-03-01T23:50
            00.20 = 2022-03-02T00:20
        "#]],
    );
}
