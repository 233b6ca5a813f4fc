//! Names in whole sentences. The texts are made up.

use core::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::Language;
use crate::sample::paragraphs;

fn check(text: &str, expected: Expect) {
    let entities = super::find(&paragraphs(text, Language::Dutch));
    let mut lines = String::new();
    for entity in &entities {
        let mentions = entity.mentions.iter().map(|mention| mention.span.of(text)).collect::<Vec<_>>();
        let _ = writeln!(lines, "{} {}: {}", entity.kind.label(), entity.name, mentions.join(" | "));
    }
    expected.assert_eq(&lines);
}

#[test]
fn surnames_join_full_names() {
    check(
        "Wethouder Jan van der Meer opent de brug. \"Mooi werk\", zegt Van der Meer. Volgens G.W. de Bruin niet.",
        expect![],
    );
}

#[test]
fn hyphens_end_a_name() {
    check(
        "De EU-top in Zuid-Holland begon laat. VVD-leider Sanne Kok, pro-Russische media en oud-D66'er Bos.",
        expect![],
    );
}

#[test]
fn acronyms_and_aliases_are_one_thing() {
    check(
        "De Bond van Postduivenhouders (BvP) is boos. Ook de BvP kent de Verenigde Staten. De VS zwijgen.",
        expect![],
    );
}

#[test]
fn sentences_open_with_words_not_names() {
    check(
        "Gewonden vielen er niet. Maandag regende het. Volgens Aalders was het glad. Mei was droog.",
        expect![],
    );
}

#[test]
fn groups_and_places_stay_apart() {
    check(
        "DEN HAAG - Russische troepen trekken weg uit Rusland. Duitslands rol is klein; de Duitsers weten dat.",
        expect![],
    );
}
