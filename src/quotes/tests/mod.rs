//! Quotations in short articles. The texts are made up.

mod table;

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
        expect![[r#"
            direct Marjan Visser (cue-after): De brug blijft dicht
            direct Marjan Visser (same-turn): Dat is veiliger. Wie wil, kan omfietsen.
        "#]],
    );
}

#[test]
fn cue_before_and_pronoun() {
    check(
        "Directeur Piet Bol zei: \"We gaan door.\" Later zei hij: \"Ook morgen.\"",
        expect![[r#"
        direct Piet Bol (cue-before): We gaan door.
        direct Piet Bol (pronoun): Ook morgen.
    "#]],
    );
}

#[test]
fn every_style_of_marks() {
    check(
        "„Laag”, zegt Anna Smit.\n\n«Wij wachten af», zegt Anna Smit.\n\n'Zo'n dag is 's avonds mooi', zegt Anna Smit.\n\n\
         ‘Kom maar kijken’, zegt Anna Smit.",
        expect![[r#"
            direct Anna Smit (cue-after): Laag
            direct Anna Smit (cue-after): Wij wachten af
            direct Anna Smit (cue-after): Zo'n dag is 's avonds mooi
            direct Anna Smit (cue-after): Kom maar kijken
        "#]],
    );
}

#[test]
fn a_broken_quotation() {
    check(
        "\"Wij komen\", aldus Els de Wit, \"en wij blijven tot het licht is.\"",
        expect![[r#"
        direct Els de Wit (according-to): Wij komen
        direct Els de Wit (same-turn): en wij blijven tot het licht is.
    "#]],
    );
}

#[test]
fn scare_quotes_and_titles_are_none() {
    check("Het 'groene' plan kost geld. De roman \"De stille dijk\" is uit.", expect![[""]]);
}

#[test]
fn a_missing_mark_ends_with_the_paragraph() {
    check(
        "Jan Mol zegt: “Ik blijf. Het is hier goed.\n\nDe gemeente zwijgt.",
        expect![[r#"
        direct Jan Mol (cue-before): Ik blijf. Het is hier goed.
    "#]],
    );
}

#[test]
fn reported_speech() {
    check(
        "Burgemeester Tom Vos zegt dat de markt doorgaat. Volgens Vos is er genoeg plaats. Dat kan wel, denkt hij. \
         De politie laat weten dat niemand is gewond.",
        expect![[r#"
            indirect Tom Vos (cue-before): de markt doorgaat
            indirect Tom Vos (according-to): is er genoeg plaats
            indirect Tom Vos (pronoun): Dat kan wel
            indirect De politie? (cue-before): niemand is gewond
        "#]],
    );
}

#[test]
fn the_sentence_before() {
    check(
        "De haven gaat dicht. Dat schrijft minister Lia Berg donderdag.",
        expect![[r#"
        indirect Lia Berg (cue-after): De haven gaat dicht
    "#]],
    );
}

#[test]
fn a_text_that_ends_behind_a_name_and_a_comma() {
    check("Dat zei Jan de Vries,", expect![[""]]);
    check("Dat is Jan de Vries is ", expect![[""]]);
}
