//! Quotations in short articles. The texts are made up.

use core::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::Language;
use crate::sample::paragraphs;

fn check(text: &str, expected: Expect) {
    let doc = paragraphs(text, Language::Dutch);
    let entities = crate::names::find(&doc);
    let mut lines = String::new();
    for quote in &super::find(&doc, &entities) {
        let who = if quote.speaker.is_some() { "" } else { "?" };
        let _ = writeln!(
            lines,
            "{} {}{who} ({}): {}",
            quote.kind.label(),
            quote.speaker_name,
            quote.reason.code(),
            quote.span.of(text)
        );
    }
    expected.assert_eq(&lines);
}

#[test]
fn cue_after_and_same_turn() {
    check(
        "“De brug blijft dicht”, zegt wethouder Marjan Visser. “Dat is veiliger. Wie wil, kan omfietsen.” Zij zucht.",
        expect![],
    );
}

#[test]
fn cue_before_and_pronoun() {
    check("Directeur Piet Bol zei: \"We gaan door.\" Later zei hij: \"Ook morgen.\"", expect![]);
}

#[test]
fn every_style_of_marks() {
    check(
        "„Laag”, zegt Anna Smit.\n\n«Wij wachten af», zegt Anna Smit.\n\n'Zo'n dag is 's avonds mooi', zegt Anna Smit.\n\n\
         ‘Kom maar kijken’, zegt Anna Smit.",
        expect![],
    );
}

#[test]
fn a_broken_quotation() {
    check("\"Wij komen\", aldus Els de Wit, \"en wij blijven tot het licht is.\"", expect![]);
}

#[test]
fn scare_quotes_and_titles_are_none() {
    check("Het 'groene' plan kost geld. De roman \"De stille dijk\" is uit.", expect![[""]]);
}

#[test]
fn a_missing_mark_ends_with_the_paragraph() {
    check("Jan Mol zegt: “Ik blijf. Het is hier goed.\n\nDe gemeente zwijgt.", expect![]);
}

#[test]
fn reported_speech() {
    check(
        "Burgemeester Tom Vos zegt dat de markt doorgaat. Volgens Vos is er genoeg plaats. Dat kan wel, denkt hij. \
         De politie laat weten dat niemand is gewond.",
        expect![],
    );
}

#[test]
fn the_sentence_before() {
    check("De haven gaat dicht. Dat schrijft minister Lia Berg donderdag.", expect![]);
}
