//! What the text stage does, one behaviour a test.

use expect_test::{Expect, expect};

use super::{Block, BlockKind, Span, TokenKind, segment};
use crate::lang::{Language, embedded};

/// One sentence a line, tokens apart by `|`; a sub-heading is marked with `#`.
fn cut(text: &str, language: Language) -> String {
    let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph };
    let doc = segment(text, embedded(language), vec![block]);
    let mut lines = String::new();
    for sentence in &doc.sentences {
        let tokens: Vec<_> = sentence.tokens().map(|index| doc.token_text(index)).collect();
        lines.push_str(if sentence.heading { "# " } else { "" });
        lines.push_str(&tokens.join("|"));
        lines.push('\n');
    }
    lines
}

fn dutch(text: &str, expected: Expect) {
    expected.assert_eq(&cut(text, Language::Dutch));
}

fn english(text: &str, expected: Expect) {
    expected.assert_eq(&cut(text, Language::English));
}

#[test]
fn abbreviations_keep_their_full_stop_and_end_no_sentence() {
    dutch(
        "Volgens dr. Bos kwam mr. Vis o.a. om art. 3, lett. b en blz. 12, d.w.z. ca. 5 kg. suiker.",
        expect![[r#"
            Volgens|dr.|Bos|kwam|mr.|Vis|o.a.|om|art.|3|,|lett.|b|en|blz.|12|,|d.w.z.|ca.|5|kg.|suiker|.
        "#]],
    );
}

#[test]
fn an_abbreviation_that_can_end_a_sentence_does_so_before_a_capital() {
    dutch(
        "Ze verkocht appels, peren enz. Daarna ging ze. Op 5 mei jl. was er niets, enz. enz.",
        expect![[r#"
            Ze|verkocht|appels|,|peren|enz.
            Daarna|ging|ze|.
            Op|5|mei|jl.|was|er|niets|,|enz.|enz.
        "#]],
    );
}

#[test]
fn an_acronym_ends_a_sentence_only_before_a_word_that_opens_one() {
    dutch(
        "De N.V. Vishandel ging naar de V.S. Daar bleef de B.V. Bos & Zn. over.",
        expect![[r#"
        De|N.V.|Vishandel|ging|naar|de|V.S.
        Daar|bleef|de|B.V.|Bos|&|Zn.|over|.
    "#]],
    );
}

#[test]
fn a_number_abbreviation_ends_a_sentence_where_no_number_follows() {
    dutch(
        "Zie nr. 5 en hfdst. IV. Wie kent het art. Niemand.",
        expect![[r#"
        Zie|nr.|5|en|hfdst.|IV|.
        Wie|kent|het|art|.
        Niemand|.
    "#]],
    );
}

#[test]
fn an_acronym_without_full_stops_is_no_abbreviation() {
    dutch(
        "Dat zei de ING. Iemand van het KB. 3 anderen uit de VS.",
        expect![[r#"
        Dat|zei|de|ING|.
        Iemand|van|het|KB|.
        3|anderen|uit|de|VS|.
    "#]],
    );
}

#[test]
fn initials_end_no_sentence() {
    dutch(
        "Minister J.P. de Vries en A. Op de Beeck. Ook H. In 't Veld en W. F. Hermans waren er.",
        expect![[r#"
            Minister|J.P.|de|Vries|en|A.|Op|de|Beeck|.
            Ook|H.|In|'t|Veld|en|W.|F.|Hermans|waren|er|.
        "#]],
    );
}

#[test]
fn a_letter_after_a_word_in_lower_case_can_end_a_sentence() {
    dutch(
        "Dat is plan B. De rest volgt. Verdachte Anton E. De rechtbank sprak hem vrij.",
        expect![[r#"
        Dat|is|plan|B|.
        De|rest|volgt|.
        Verdachte|Anton|E.
        De|rechtbank|sprak|hem|vrij|.
    "#]],
    );
}

#[test]
fn years_before_christ_are_one_phrase() {
    dutch(
        "De stad is rond 330 v. Chr. gesticht en in 40 v.Chr. Verlaten was ze nooit.",
        expect![[r#"
            De|stad|is|rond|330|v.|Chr.|gesticht|en|in|40|v.Chr.
            Verlaten|was|ze|nooit|.
        "#]],
    );
}

#[test]
fn times_amounts_and_ordinals_are_one_token() {
    dutch(
        "Om 19.30 uur, 12:05 of 3.000,50 euro; 3,5% bij 20°C, € 50,- en 2-1. Op de 3. plaats, in 2003. In mei.",
        expect![[r#"
            Om|19.30|uur|,|12:05|of|3.000,50|euro|;|3,5%|bij|20°C|,|€|50,-|en|2-1|.
            Op|de|3.|plaats|,|in|2003|.
            In|mei|.
        "#]],
    );
}

#[test]
fn a_number_that_opens_a_block_is_an_ordinal() {
    dutch(
        "1. Kook het water. 2. Schenk het op.",
        expect![[r#"
        1.|Kook|het|water|.
        2.|Schenk|het|op|.
    "#]],
    );
}

#[test]
fn ellipses_and_dashes_are_one_token() {
    dutch(
        "Nee... Toch? Ja… misschien -- of -- (2004-...) niet (...) zeker.",
        expect![[r#"
        Nee|...
        Toch|?
        Ja|…|misschien|--|of|--|(|2004-...|)|niet|(|...|)|zeker|.
    "#]],
    );
}

#[test]
fn clitics_and_decades_keep_their_apostrophe() {
    dutch(
        "'s Avonds in 's-Hertogenbosch was 't zo'n ’s winters in de jaren '80. 's Morgens niet, 't Is zo.",
        expect![[r#"
            's|Avonds|in|'s-Hertogenbosch|was|'t|zo'n|’s|winters|in|de|jaren|'80|.
            's|Morgens|niet|,|'t|Is|zo|.
        "#]],
    );
}

#[test]
fn an_apostrophe_joins_a_word_and_a_hiss_keeps_it() {
    dutch(
        "Foto's van D66'ers, Hans' fiets en 'de mannen' zelf.",
        expect![[r#"
        Foto's|van|D66'ers|,|Hans'|fiets|en|'|de|mannen|'|zelf|.
    "#]],
    );
}

#[test]
fn compounds_with_hyphens_are_one_token() {
    dutch(
        "De NAVO- en G7-bijeenkomsten, de EU-top, de (tbs-)behandeling, leraar(es) en/of CD&V/N-VA.",
        expect![[r#"
            De|NAVO-|en|G7-bijeenkomsten|,|de|EU-top|,|de|(tbs-)behandeling|,|leraar(es)|en/of|CD&V/N-VA|.
        "#]],
    );
}

#[test]
fn addresses_are_one_token_without_the_sentences_marks() {
    dutch(
        "Mail (tips@krant.nl), zie www.krant.nl/a_(b)?c=d. Of https://krant.nl/x! Bol.com niet, krant.nl wel.",
        expect![[r#"
            Mail|(|tips@krant.nl|)|,|zie|www.krant.nl/a_(b)?c=d|.
            Of|https://krant.nl/x|!
            Bol.com|niet|,|krant.nl|wel|.
        "#]],
    );
    let text = "Mail tips@krant.nl of Bol.com";
    let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph };
    let kinds: Vec<_> =
        segment(text, embedded(Language::Dutch), vec![block]).tokens.iter().map(|token| token.kind).collect();
    assert_eq!(kinds, [TokenKind::Word, TokenKind::Address, TokenKind::Word, TokenKind::Word]);
}

#[test]
fn invisible_characters_are_no_tokens_and_part_no_words() {
    let text = "\u{FEFF}Ener\u{AD}gie is\u{200B} duur\u{200E}.\r\nCafe\u{301}\u{A0}5\u{A0}km² \u{2060}.";
    assert_eq!(cut(text, Language::Dutch), "Ener\u{AD}gie|is|duur|.\nCafe\u{301}|5|km²|.\n");
}

#[test]
fn a_closing_quotation_mark_stays_with_its_sentence() {
    dutch(
        "\"We gaan. Iedereen wil.\" President Bos zweeg. ‘Wij ook.’ Toen: “Nee!” En weg.",
        expect![[r#"
        "|We|gaan|.
        Iedereen|wil|.|"
        President|Bos|zweeg|.
        ‘|Wij|ook|.|’
        Toen|:|“|Nee|!|”
        En|weg|.
    "#]],
    );
}

#[test]
fn a_quotation_before_its_cue_ends_no_sentence() {
    dutch(
        "\"We gaan\", zei hij. \"Wat?\" vroeg zij. \"Nee!\", riep Jan. “Ja.” zei Piet.",
        expect![[r#"
        "|We|gaan|"|,|zei|hij|.
        "|Wat|?|"|vroeg|zij|.
        "|Nee|!|"|,|riep|Jan|.
        “|Ja|.|”|zei|Piet|.
    "#]],
    );
}

#[test]
fn a_colon_before_a_quotation_ends_no_sentence() {
    dutch(
        "Jan zei: \"Dat is mooi. Heel mooi.\" Niemand:Piet sprak.",
        expect![[r#"
        Jan|zei|:|"|Dat|is|mooi|.
        Heel|mooi|.|"
        Niemand|:|Piet|sprak|.
    "#]],
    );
}

#[test]
fn typewriter_quotation_marks_are_one_token() {
    dutch(
        ",,Het is een droom. '' Toen ging zij. ,, Dit ook.''",
        expect![[r#"
        ,,|Het|is|een|droom|.|''
        Toen|ging|zij|.
        ,,|Dit|ook|.|''
    "#]],
    );
}

#[test]
fn brackets_stay_with_their_sentence() {
    dutch(
        "Dat bleek gisteren (zie ook blz. 3). (Het was laat.) En toen (in de V.S.!). Overal.",
        expect![[r#"
            Dat|bleek|gisteren|(|zie|ook|blz.|3|)|.
            (|Het|was|laat|.|)
            En|toen|(|in|de|V.S.|!|)|.
            Overal|.
        "#]],
    );
}

#[test]
fn a_missing_space_after_a_full_stop_parts_the_sentences() {
    dutch(
        "Hij is er.Daarna ging hij.\"Mooi\", zei ze.",
        expect![[r#"
        Hij|is|er|.
        Daarna|ging|hij|.
        "|Mooi|"|,|zei|ze|.
    "#]],
    );
}

#[test]
fn a_sub_heading_in_running_text_is_a_sentence() {
    dutch(
        "Zo gaat dat. Zware tijden Wat doet de boer nu? Hij wacht. Geen 'regen' Met de droogte is het erg. \
         Kosten De boeren klagen. Hoge druk Het KNMI ziet niets. Eerste hulp In Den Haag is overleg.",
        expect![[r#"
            Zo|gaat|dat|.
            # Zware|tijden
            Wat|doet|de|boer|nu|?
            Hij|wacht|.
            # Geen|'|regen|'
            Met|de|droogte|is|het|erg|.
            # Kosten
            De|boeren|klagen|.
            # Hoge|druk
            Het|KNMI|ziet|niets|.
            # Eerste|hulp
            In|Den|Haag|is|overleg|.
        "#]],
    );
}

#[test]
fn a_name_with_a_capital_is_no_sub_heading() {
    dutch(
        "Zo is dat. Generaal De Gaulle kwam. Bondscoach Van de Ven ook. Rik Op de Beeck zong. Sophie In 't Veld \
         zweeg. De roman Hoe het ging is mooi. Zij is Nu weg. Ook Hij niet. Restaurant Het Wapen is dicht.",
        expect![[r#"
            Zo|is|dat|.
            Generaal|De|Gaulle|kwam|.
            Bondscoach|Van|de|Ven|ook|.
            Rik|Op|de|Beeck|zong|.
            Sophie|In|'t|Veld|zweeg|.
            De|roman|Hoe|het|ging|is|mooi|.
            Zij|is|Nu|weg|.
            Ook|Hij|niet|.
            Restaurant|Het|Wapen|is|dicht|.
        "#]],
    );
}

#[test]
fn blocks_bound_sentences() {
    let text = "Kop zonder punt\n\n- een streep\n\nEn tekst.";
    let spans = [(0, 15), (17, 29), (31, 40)];
    let blocks = spans.map(|(start, end)| Block { span: Span::new(start, end), kind: BlockKind::Paragraph });
    let doc = segment(text, embedded(Language::Dutch), blocks.to_vec());
    let sentences: Vec<_> = doc.sentences.iter().map(|sentence| (sentence.span, sentence.block)).collect();
    assert_eq!(sentences, [(Span::new(0, 15), 0), (Span::new(17, 29), 1), (Span::new(31, 40), 2)]);
}

#[test]
fn a_block_that_cuts_a_character_has_no_tokens() {
    let blocks =
        [(1, 2), (0, 99)].map(|(start, end)| Block { span: Span::new(start, end), kind: BlockKind::Title });
    assert!(segment("één", embedded(Language::Dutch), blocks.to_vec()).sentences.is_empty());
}

#[test]
fn english_abbreviations_and_contractions() {
    english(
        "Mr. Smith didn't see Gen. Lee at 5 p.m. on Jan. 5. The U.S. Senate said no. No. 5 left the U.S. It's \
         the workers' union vs. Acme Inc., e.g. in St. Louis. 'Tis the '90s.",
        expect![[r#"
            Mr.|Smith|didn't|see|Gen.|Lee|at|5|p.m.|on|Jan.|5|.
            The|U.S.|Senate|said|no|.
            No.|5|left|the|U.S.
            It's|the|workers'|union|vs.|Acme|Inc.|,|e.g.|in|St.|Louis|.
            'Tis|the|'90s|.
        "#]],
    );
}

#[test]
fn an_english_sub_heading_in_running_text_is_a_sentence() {
    english(
        "It was late. New sanctions When the British left, they knew. Cary Grant The Elder left.",
        expect![[r#"
            It|was|late|.
            # New|sanctions
            When|the|British|left|,|they|knew|.
            Cary|Grant|The|Elder|left|.
        "#]],
    );
}
