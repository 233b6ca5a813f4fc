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
            vertrokken 2022-03-22 negated: Het schip is niet vertrokken
            wedstrijd ? hypothetical: Als het regent, kan de wedstrijd vervallen
            vervallen ? hypothetical: Als het regent, kan de wedstrijd vervallen
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
            leverde 2022-W11 negated: De inval van vorige week leverde niets op
        "#]],
    );
}

#[test]
fn a_long_clause_is_cut_on_words() {
    check(
        "De oude houten brug over het kanaal tussen de beide dorpen aan de rand van de polder is gisteren door de \
         brandweer van de stad en een groep vrijwilligers uit de omgeving afgesloten.",
        expect![[r#"
            afgesloten 2022-03-23 past: De oude houten brug over het kanaal … een groep vrijwilligers uit de omgeving afgesloten
        "#]],
    );
}

/// The events of a text as `word status`, of which the first mention is named for those that are the same.
fn told(text: &str) -> String {
    let date = "2022-03-24".parse().ok();
    let doc = paragraphs(text, Language::Dutch);
    let entities = crate::names::find(&doc);
    let times = crate::times::find(&doc, date);
    let quotes = crate::quotes::find(&doc, &entities);
    let events = super::find(&doc, &entities, &times, &quotes, date);
    let mut lines = Vec::new();
    for event in &events {
        let same = event.same_as.and_then(|first| events.get(first as usize));
        let same = same.map_or(String::new(), |first| format!(" = {}", first.span.start));
        lines.push(format!("{} {}{same}", event.span.of(text), event.status.label()));
    }
    if lines.is_empty() { "none".to_owned() } else { lines.join(", ") }
}

/// Each case with what is told of it.
fn cases(texts: &[&str], expected: Expect) {
    let mut lines = String::new();
    texts.iter().for_each(|text| {
        let _ = writeln!(lines, "{text}\n    {}", told(text));
    });
    expected.assert_eq(&lines);
}

#[test]
fn status() {
    cases(
        &[
            "De politie heeft dinsdag twee mannen aangehouden.",
            "De minister opent vrijdag de nieuwe brug.",
            "De brug wordt zaterdag geopend.",
            "De wedstrijd ging zondag niet door.",
            "De gemeente zal het pand in mei sluiten.",
            "Als de staking doorgaat, rijden er vrijdag geen treinen.",
            "Hij zou in 2019 drie auto's hebben gestolen.",
            "In 1997 brandde de kerk af.",
            "De rechtbank kan hem in juni vrijlaten.",
        ],
        expect![[r#"
            De politie heeft dinsdag twee mannen aangehouden.
                aangehouden past
            De minister opent vrijdag de nieuwe brug.
                opent future
            De brug wordt zaterdag geopend.
                geopend future
            De wedstrijd ging zondag niet door.
                wedstrijd past, ging negated
            De gemeente zal het pand in mei sluiten.
                sluiten future
            Als de staking doorgaat, rijden er vrijdag geen treinen.
                staking hypothetical, rijden future
            Hij zou in 2019 drie auto's hebben gestolen.
                gestolen hypothetical
            In 1997 brandde de kerk af.
                brandde past
            De rechtbank kan hem in juni vrijlaten.
                vrijlaten hypothetical
        "#]],
    );
}

#[test]
fn mentions_of_one_event() {
    cases(
        &[
            "Jan Bakker is dinsdag aangehouden. De aanhouding van Jan Bakker verliep rustig.",
            // Two people, two events.
            "Jan Bakker is dinsdag aangehouden. Piet Visser is woensdag aangehouden.",
            // Two words of one clause.
            "Het kabinet sloot na overleg op 3 maart de grens.",
            // Denied is not happened.
            "Jan Bakker is dinsdag vertrokken. Piet Visser is niet vertrokken.",
        ],
        expect![[r#"
            Jan Bakker is dinsdag aangehouden. De aanhouding van Jan Bakker verliep rustig.
                aangehouden past, aanhouding past = 22
            Jan Bakker is dinsdag aangehouden. Piet Visser is woensdag aangehouden.
                aangehouden past, aangehouden past
            Het kabinet sloot na overleg op 3 maart de grens.
                sloot past, overleg past = 12
            Jan Bakker is dinsdag vertrokken. Piet Visser is niet vertrokken.
                vertrokken past, vertrokken negated
        "#]],
    );
}

#[test]
fn no_events() {
    cases(
        &[
            // States, habits, general truths, speech. (The museum is one too many: `elke maandag` is not seen yet.)
            "De stad telt 40.000 inwoners.",
            "Het museum is elke maandag gesloten.",
            "Water kookt bij honderd graden.",
            "De burgemeester zegt dat hij tevreden is.",
            "Hij woont al jaren in Utrecht.",
            "Het gemeentehuis is een mooi gebouw.",
        ],
        expect![[r#"
            De stad telt 40.000 inwoners.
                none
            Het museum is elke maandag gesloten.
                gesloten past
            Water kookt bij honderd graden.
                none
            De burgemeester zegt dat hij tevreden is.
                none
            Hij woont al jaren in Utrecht.
                none
            Het gemeentehuis is een mooi gebouw.
                none
        "#]],
    );
}

#[test]
fn labels_name_who_is_meant() {
    check(
        "Burgemeester Els de Wit opende maandag het museum. Daarna vertrok ze naar Brussel.",
        expect![[r#"
            opende 2022-03-21 past: Burgemeester Els de Wit opende maandag het museum
            vertrok 2022-03-21 past: Daarna vertrok [Els de Wit] naar Brussel
        "#]],
    );
    check(
        "Jan Bakker won dinsdag de race in Assen. Een dag later werd hij in Groningen gehuldigd, al had Piet Visser hem \
         graag verslagen.",
        expect![[r#"
            won 2022-03-22 past: Jan Bakker won dinsdag de race in Assen
            gehuldigd 2022-03-23 past: Een dag later werd [Jan Bakker] in Groningen gehuldigd
            verslagen ? past: al had Piet Visser hem graag verslagen
        "#]],
    );
    // A label does not open inside a time or a name.
    check(
        "De twee werden in de nacht van 3 op 4 februari 2022 in een loods aan de rand van de haven van Rotterdam door de \
         politie opgepakt.",
        expect![[r#"
            opgepakt 2022-02-03/2022-02-04 past: De twee werden … aan de rand van de haven van Rotterdam door de politie opgepakt
        "#]],
    );
}

#[test]
fn labels_keep_what_a_clause_hangs_on() {
    check(
        "Er was veel rook te zien boven de oude haven, zo vertelde burgemeester Els de Wit, die in 2017 de wethouder \
         van Sport opvolgde.",
        expect![[r#"
            zien ? past: Er was veel rook te zien boven de oude haven
            opvolgde 2017 past: Els de Wit, die in 2017 de wethouder van Sport opvolgde
        "#]],
    );
    check(
        "De bewoners van de Kade waren lang boos op de gemeente, maar toen in 1992 een vliegtuig op twee flats stortte, \
         veranderde de stemming.",
        expect![[r#"
            stortte 1992 past: toen in 1992 een vliegtuig op twee flats stortte, veranderde de stemming
            veranderde 1992 past: toen in 1992 een vliegtuig op twee flats stortte, veranderde de stemming
            stemming 1992 past: toen in 1992 een vliegtuig op twee flats stortte, veranderde de stemming
        "#]],
    );
    check(
        "Niemand in de straat kent de nieuwe eigenaar van het pand nog; sinds de brand van 1 februari 2021 vertrok het \
         bedrijf met stille trom.",
        expect![[r#"
            brand 2021-02-01 past: sinds de brand van 1 februari 2021 vertrok het bedrijf met stille trom
            vertrok 2021-02-01 past: sinds de brand van 1 februari 2021 vertrok het bedrijf met stille trom
        "#]],
    );
    check(
        "Aan de overkant van het kanaal staat verder nog altijd een fabriek dat niemand mist, en een huis dat in 1953 \
         door het water werd verwoest.",
        expect![[r#"
            verwoest 1953 past: een huis dat in 1953 door het water werd verwoest
        "#]],
    );
}

#[test]
fn labels_have_their_subject_and_a_main_clause() {
    // A subject before an insert, and one that two verbs share.
    check(
        "De oude tramvereniging van Lovendegem, die al sinds de lente van 2019 een andere naam heeft, opende zaterdag een \
         museum. Wethouder Els de Wit kwam dinsdagochtend vroeg nog even langs bij de bewoners van de Kade, maar vertrok \
         woensdag naar Brussel.",
        expect![[r#"
            opende 2022-03-19 past: De oude tramvereniging van Lovendegem … opende zaterdag een museum
            kwam 2022-03-22 past: Wethouder Els de Wit kwam dinsdagochtend vroeg nog even langs bij de bewoners van de Kade
            vroeg 2022-03-22 past: Wethouder Els de Wit kwam dinsdagochtend vroeg nog even langs bij de bewoners van de Kade
            vertrok 2022-03-23 past: Wethouder Els de Wit … vertrok woensdag naar Brussel
        "#]],
    );
    // Verbs that stand last come second, a prefix parts from its verb; a verb that stands first comes second too.
    check(
        "Op de hei bij Radio Kootwijk werd het die middag al vroeg heel erg donker, waarna een vliegtuig dinsdag met een \
         klap op het dak neerstortte. Toen de bewoners van het dorp aan de rivier hun huizen al lang hadden verlaten, \
         brak dinsdag de dijk.",
        expect![[r#"
            vroeg 2022-03-24 past: Op de hei bij Radio Kootwijk werd het die middag al vroeg heel erg donker
            neerstortte 2022-03-22 past: een vliegtuig stortte dinsdag met een klap op het dak neer
            verlaten 2022-03-22 past: de bewoners van het dorp hadden aan de rivier hun huizen al lang verlaten
            brak 2022-03-22 past: dinsdag brak de dijk
        "#]],
    );
    // What is denied stays denied.
    check(
        "Voor de rechtbank in Gent heeft Danny Bakker woensdag voor de derde keer in een jaar ontkend dat hij in 2019 de \
         juwelier heeft vermoord.",
        expect![[r#"
            vermoord 2019 past: Danny Bakker … ontkend dat hij in 2019 de juwelier heeft vermoord
        "#]],
    );
}
