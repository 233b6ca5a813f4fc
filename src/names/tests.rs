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
        expect![[r#"
            PER Jan van der Meer: Jan van der Meer | Van der Meer
            PER G.W. de Bruin: G.W. de Bruin
        "#]],
    );
}

#[test]
fn hyphens_end_a_name() {
    check(
        "De EU-top in Zuid-Holland begon laat. VVD-leider Sanne Kok, pro-Russische media en oud-D66'er Bos.",
        expect![[r#"
            ORG EU: EU
            LOC Zuid-Holland: Zuid-Holland
            ORG VVD: VVD
            PER Sanne Kok: Sanne Kok
            NORP Russische: Russische
            NORP D66'er: D66'er
            PER Bos: Bos
        "#]],
    );
}

#[test]
fn acronyms_and_aliases_are_one_thing() {
    check(
        "De Bond van Postduivenhouders (BvP) is boos. Ook de BvP kent de Verenigde Staten. De VS zwijgen.",
        expect![[r#"
            ORG Bond van Postduivenhouders: Bond van Postduivenhouders | BvP | BvP
            LOC Verenigde Staten: Verenigde Staten | VS
        "#]],
    );
}

#[test]
fn sentences_open_with_words_not_names() {
    check(
        "Gewonden vielen er niet. Maandag regende het. Volgens Aalders was het glad. Mei was droog.",
        expect![[r#"
            PER Aalders: Aalders
        "#]],
    );
}

#[test]
fn groups_and_places_stay_apart() {
    check(
        "DEN HAAG - Russische troepen trekken weg uit Rusland. Duitslands rol is klein; de Duitsers weten dat.",
        expect![[r#"
            LOC Den Haag: DEN HAAG
            NORP Russische: Russische
            LOC Rusland: Rusland
            LOC Duitsland: Duitslands
            NORP Duitsers: Duitsers
        "#]],
    );
}
