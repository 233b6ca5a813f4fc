//! Events in short articles. The texts are made up.

use core::fmt::Write as _;

use expect_test::{Expect, expect};

use crate::Language;
use crate::sample::paragraphs;

/// Thursday 24 March 2022.
fn check(text: &str, expected: Expect) {
    let date = "2022-03-24".parse().ok();
    let doc = paragraphs(text, Language::Dutch);
    let entities = crate::names::find(&doc);
    let times = crate::times::find(&doc, date);
    let quotes = crate::quotes::find(&doc, &entities);
    let mut lines = String::new();
    for event in &super::find(&doc, &entities, &times, &quotes, date) {
        let (value, status) = (event.value.as_deref().unwrap_or("?"), event.status.label());
        let _ = writeln!(lines, "{} {value} {status}: {}", event.span.of(text), event.label);
        assert!(event.label.chars().count() <= super::label::LONGEST);
    }
    expected.assert_eq(&lines);
}

#[test]
fn past_future_and_negated() {
    check(
        "De brug is dinsdag gesloten. Zaterdag wordt hij weer geopend. Het schip is niet vertrokken. \
         Als het regent, kan de wedstrijd vervallen.",
        expect![[r#"
            gesloten 2022-03-22 past: De brug is dinsdag gesloten
            geopend 2022-03-26 future: Zaterdag wordt hij weer geopend
            vertrokken ? negated: Het schip is niet vertrokken
        "#]],
    );
}

#[test]
fn nouns_and_their_date() {
    check(
        "Op 3 april begint in Utrecht de top. De inval van vorige week leverde niets op.",
        expect![[r#"
        begint 2022-04-03 future: Op 3 april begint in Utrecht de top
        top 2022-04-03 future: Op 3 april begint in Utrecht de top
        inval 2022-W11 past: De inval van vorige week leverde niets op
        leverde 2022-W11 past: De inval van vorige week leverde niets op
    "#]],
    );
}

#[test]
fn a_long_clause_is_cut_on_words() {
    check(
        "De oude houten brug over het kanaal tussen de beide dorpen aan de rand van de polder is gisteren door de \
         brandweer van de stad en een groep vrijwilligers uit de omgeving afgesloten.",
        expect![[r#"
            omgeving 2022-03-23 past: De oude houten brug over het kanaal … de stad en een groep vrijwilligers uit de omgeving…
            afgesloten 2022-03-23 past: De oude houten brug over het kanaal … een groep vrijwilligers uit de omgeving afgesloten
        "#]],
    );
}
