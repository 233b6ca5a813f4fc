use super::*;

/// One line a block: the first letter of its kind, and its text with line breaks shown as `/`.
fn blocks(text: &str) -> Vec<String> {
    let layout = read(text, Language::Dutch);
    let shown = |block: &Block| {
        let kind = format!("{:?}", block.kind);
        format!("{} {}", &kind[..1], block.span.of(text).replace("\r\n", "/").replace(['\n', '\r'], "/"))
    };
    layout.blocks.iter().map(shown).collect()
}

fn date(text: &str) -> Option<String> {
    read(text, Language::Dutch).date.map(|date| date.value.to_string())
}

const LONG: &str = "De gemeenteraad van Westerveen heeft donderdagavond ingestemd met de bouw van een \
                    nieuwe brug over het kanaal, die volgens de wethouder in 2027 klaar moet zijn.";

#[test]
fn empty_lines_separate_blocks() {
    let text = format!("Nieuwe brug\n\n{LONG}\n \u{A0}\n\nKosten\n\n{LONG}\n\nJan Jansen");
    let expected = [
        "T Nieuwe brug".to_owned(),
        format!("P {LONG}"),
        "H Kosten".to_owned(),
        format!("P {LONG}"),
        "P Jan Jansen".to_owned(),
    ];
    assert_eq!(blocks(&text), expected);
    assert_eq!(blocks(&text.replace('\n', "\r\n")), expected);
    assert_eq!(blocks(&text.replace('\n', "\r")), expected);
    assert_eq!(blocks(&text.replace("\n\n", "\u{2029}").replace('\n', "")), expected);
    assert_eq!(blocks(&format!("\u{FEFF}{}", text.replace("\n\n", "\u{C}"))), expected);
}

#[test]
fn hard_wrapped_lines_are_one_paragraph() {
    for column in [60, 72, 80, 99] {
        let wrapped = wrap(LONG, column);
        assert!(wrapped.contains('\n'));
        let text = format!("Nieuwe brug\n\n{wrapped}\n\n{wrapped}\n");
        let shown = format!("P {}", wrapped.replace('\n', "/"));
        assert_eq!(blocks(&text), ["T Nieuwe brug", &shown, &shown], "at {column}");
    }
}

#[test]
fn sentences_that_end_at_the_margin_do_not_split_a_wrapped_paragraph() {
    let text = "De raad van Westerveen stemde gisteren voor de brug over het kanaal.\n\
                Dat gebeurde na een debat van vier uur, waarin wethouder De Wit van\n\
                Financien zei dat er geld genoeg is. De bouw begint volgend jaar en\n\
                duurt tot 2027.\n\
                Een tweede brug komt er niet, zegt zij.";
    let shown = blocks(text);
    assert_eq!(shown.len(), 2, "{shown:?}");
    assert!(shown[1].starts_with("P Een tweede"));
}

#[test]
fn a_line_may_be_a_paragraph() {
    let one = "De raad stemde gisteren voor de brug over het kanaal.";
    let two = "\"We zijn er blij mee\", zei de wethouder na afloop van het debat.";
    let three = "Een tweede brug komt er niet.";
    let text = [one, two, three, LONG].join("\n");
    assert_eq!(blocks(&text), [one, two, three, LONG].map(|line| format!("P {line}")));
    assert_eq!(blocks(&[one, two, three].join("\n")), [one, two, three].map(|line| format!("P {line}")));
    let text = format!("Brug mag er komen\n{LONG}\n{one}\nKosten\n{LONG}");
    let expected =
        ["T Brug mag er komen", &format!("P {LONG}"), &format!("P {one}"), "H Kosten", &format!("P {LONG}")];
    assert_eq!(blocks(&text), expected);
}

#[test]
fn a_table_stays_in_lines() {
    let text = format!(
        "{LONG}\n\nUitslagen\nWesterveen - Oosterveen 2-1\nZuidhoek - Noordhoek 0-0\nDorp - Stad 1-3\n\n{LONG}"
    );
    let shown = blocks(&text);
    assert_eq!(
        shown[1..5],
        ["P Uitslagen", "P Westerveen - Oosterveen 2-1", "P Zuidhoek - Noordhoek 0-0", "P Dorp - Stad 1-3"]
    );
}

#[test]
fn items_open_with_a_mark() {
    let text = "Wat weten we?\n\n- brood\n- melk en\n  kaas\n• Bier\n\n1. Eerst dit.\n2. Dan dat.\n\n– Wat wil je?\n– Niets.\n";
    let expected = [
        "T Wat weten we?",
        "L - brood",
        "L - melk en/  kaas",
        "L • Bier",
        "L 1. Eerst dit.",
        "L 2. Dan dat.",
        "L – Wat wil je?",
        "L – Niets.",
    ];
    assert_eq!(blocks(text), expected);
}

#[test]
fn a_dash_at_a_margin_is_no_item() {
    let text = "De raad van Westerveen stemde gisteravond - na een debat van vier uur\n\
                - voor de brug over het kanaal, en ook voor een nieuwe weg naar de\n\
                haven van Oosterveen, die in 2027 klaar moet zijn.";
    assert_eq!(blocks(text).len(), 1);
}

#[test]
fn markdown_says_what_is_what() {
    let text = format!("# Nieuwe brug.\n{LONG}\n## Kosten\n{LONG}\n---\n{LONG}");
    let kinds: Vec<_> = blocks(&text).iter().map(|block| block[..1].to_owned()).collect();
    assert_eq!(kinds.concat(), "TPHPMP");
}

#[test]
fn lines_about_the_article_are_metadata() {
    let text =
        format!("Nieuwe brug\nGepubliceerd: 24 maart 2022, 14:05\nDoor: Jan de Vries\n{LONG}\n\nBron: ANP");
    let expected = [
        "T Nieuwe brug",
        "M Gepubliceerd: 24 maart 2022, 14:05",
        "M Door: Jan de Vries",
        &format!("P {LONG}"),
        "M Bron: ANP",
    ];
    assert_eq!(blocks(&text), expected);
}

#[test]
fn the_explicit_date_is_a_block_of_its_own() {
    let text = format!(" date 2022-03 {LONG}\n\n{LONG}");
    assert_eq!(blocks(&text)[..2], ["M date 2022-03".to_owned(), format!("P {LONG}")]);
    assert_eq!(date(&text).as_deref(), Some("2022-03"));
    assert_eq!(blocks("date 2022-03\n\nKort nieuws\n\nEr is niets.")[1], "T Kort nieuws");
    assert_eq!(blocks("date 2022-03"), ["M date 2022-03"]);
}

#[test]
fn the_surest_date_wins() {
    for (head, expected) in [
        ("Titel\nBijgewerkt: 25 maart 2022\nGepubliceerd: 24 maart 2022", Some("2022-03-24")),
        ("Titel\nBijgewerkt: 25 maart 2022", Some("2022-03-25")),
        ("Titel\n\nDen Haag, 24 maart 2022", Some("2022-03-24")),
        ("Titel\n\nAMSTERDAM (ANP) 24 maart 2022 - De gemeente is blij.", Some("2022-03-24")),
        (
            "Titel\n\nBijgewerkt: 25 maart 2022\n\nUTRECHT, 24 maart 2022 - De gemeente is blij.",
            Some("2022-03-24"),
        ),
        ("Titel\ndonderdag 24 maart 2022 om 14.05 uur", Some("2022-03-24T14:05")),
        ("date 2022-03\nGepubliceerd: 1 april 2022", Some("2022-03")),
        ("Titel\n\nDe brug gaat op 24 maart 2022 open.", None),
    ] {
        assert_eq!(date(&format!("{head}\n\n{LONG}")).as_deref(), expected, "{head}");
    }
    assert_eq!(date(&format!("{}24 maart 2022", "Regel.\n\n".repeat(12))), None);
}

#[test]
fn a_chronology_does_not_date_the_article() {
    let opening = "De strijd duurt al lang. Een overzicht.";
    let text = format!(
        "Tijdlijn\n\n{opening}\n\n20 februari 1988 - De raad stemt voor.\n\n2 september 1991 - De raad stemt tegen."
    );
    assert_eq!(date(&text), None);
    let text = format!("Tijdlijn\n\n{opening}\n\n20 februari 1988\n\n{LONG}\n\n2 september 1991\n\n{LONG}");
    assert_eq!(date(&text), None);
    assert_eq!(blocks(&text)[2], "H 20 februari 1988");
    assert_eq!(date(&text.replace("Tijdlijn", "1 mei 2023")).as_deref(), Some("2023-05-01"));
    assert_eq!(
        date(&format!("Titel\n\n{opening}\n\n24 maart 2022\n\n{LONG}")).as_deref(),
        Some("2022-03-24")
    );
}

#[test]
fn blocks_cover_what_is_not_blank_and_keep_order() {
    let pieces = [
        "De raad",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "\t",
        "\u{A0}",
        "\u{FEFF}",
        "- ",
        "# ",
        "date 2022-03 ",
        "é",
        "👩‍👩‍👧",
        "1. ",
        ".",
        "—",
        "\u{2028}",
        "\u{2029}",
        "\u{C}",
        "\u{AD}",
        "e\u{301}",
        "Gepubliceerd: ",
        "24 maart 2022",
        "Den Haag, ",
        "\r",
        "(",
        "\"",
        LONG,
    ];
    let mut seed = 7u32;
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..seed % 23 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
        }
        seed = seed.wrapping_add(1).wrapping_mul(22_695_477);
        let blocks = read(&text, Language::English).blocks;
        let mut at = 0;
        for block in &blocks {
            let (start, end) = (block.span.start as usize, block.span.end as usize);
            assert!(text[at..start].chars().all(lines::is_blank), "{text:?}");
            let shown = &text[start..end];
            assert!(!shown.starts_with(lines::is_blank) && !shown.ends_with(lines::is_blank), "{text:?}");
            at = end;
        }
        assert!(text[at..].chars().all(lines::is_blank), "{text:?}");
    }
}

/// Wraps at `column`, as an editor does.
fn wrap(text: &str, column: usize) -> String {
    let mut wrapped = String::new();
    let mut width = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if width > 0 {
            let fits = width + 1 + length <= column;
            wrapped.push(if fits { ' ' } else { '\n' });
            width = if fits { width + 1 } else { 0 };
        }
        wrapped.push_str(word);
        width += length;
    }
    wrapped
}
