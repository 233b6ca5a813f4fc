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

/// The title of each person, and the place of each group.
fn check_told(text: &str, language: Language, expected: Expect) {
    let entities = super::find(&paragraphs(text, language));
    let mut lines = String::new();
    for entity in &entities {
        if let Some(title) = &entity.description {
            let _ = writeln!(lines, "{}: {title}", entity.name);
        }
        if let Some(place) = entity.place {
            let _ = writeln!(lines, "{} of {}", entity.name, entities[place.0 as usize].name);
        }
    }
    expected.assert_eq(&lines);
}

#[test]
fn titles_of_persons() {
    check_told(
        "De voormalige Franse president Luc Bernard komt. Minister van Justitie Anna Koster blijft thuis. \
         Kees Smit (52), hoogleraar staatsrecht in Leiden, twijfelt. Burgemeester Els de Wit zwijgt. \
         Piet Vos, die burgemeester was, niet. Jan Bos, een buurman, lacht.",
        Language::Dutch,
        expect![[r#"
            Luc Bernard: voormalige Franse president
            Anna Koster: minister van Justitie
            Kees Smit: hoogleraar staatsrecht in Leiden
            Els de Wit: burgemeester
            Jan Bos: buurman
        "#]],
    );
    check_told(
        "French president Luc Bernard spoke. Jane Miller, a professor of law at Leeds, did not.",
        Language::English,
        expect![[r#"
            Luc Bernard: president
            Jane Miller: professor of law at Leeds
        "#]],
    );
}

#[test]
fn groups_are_linked_to_places() {
    check_told(
        "Rusland en de VS praten. De Russen komen, de Amerikanen niet. In Utrecht wonen Utrechters en Belgen.",
        Language::Dutch,
        expect![[r#"
            Russen of Rusland
            Amerikanen of VS
            Utrechters of Utrecht
        "#]],
    );
}

/// Text without any name, of a kind that capitals and rare words make hard.
#[test]
fn a_recipe_has_no_names() {
    check(
        "Een warme soep voor vier personen. Nodig: 1 flespompoen, 2 uien, 200 ml kokosmelk, zout en peper. \
         Halveer de pompoen in de lengte en schep de pitten eruit. Pel intussen de uien en hak ze fijn. \
         Schenk de bouillon erbij. Pureer met een staafmixer. Rooster de pitten. Smakelijk eten!",
        expect![[r#""#]],
    );
}

#[test]
fn without_capitals_with_capitals_only_and_with_emoji() {
    let text = "Burgemeester Jan van der Meer van Rotterdam sprak met de NAVO. Jan van der Meer bleef.";
    for text in [text.to_lowercase(), text.to_uppercase(), text.replace(' ', " 🙂 ")] {
        let entities = super::find(&paragraphs(&text, Language::Dutch));
        let has = |name: &str| entities.iter().any(|entity| entity.name.eq_ignore_ascii_case(name));
        assert!(has("rotterdam") || text.contains('🙂'), "{text}: {entities:?}");
        assert!(entities.len() < 8, "{text}: {entities:?}");
    }
}
