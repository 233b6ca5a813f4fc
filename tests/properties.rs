//! What holds for any text.

use kroniek::Language;
use kroniek::text::{Block, BlockKind, Doc, Span, is_blank, segment};
use proptest::prelude::*;

/// Pieces that the rules of the text stage are about; joined in any order they reach odd corners.
const PIECES: &[&str] = &[
    "De",
    "premier",
    "zei",
    "Jansen",
    "Ook",
    "in",
    "van",
    "'t",
    "Veld",
    "J.",
    "J.P.",
    "dr.",
    "o.a.",
    "enz.",
    "N.V.",
    "nr.",
    "5",
    "3.000",
    "19.30",
    "1.",
    "'s",
    "’s",
    "'80",
    "zo'n",
    "Hans'",
    "NAVO-",
    "EU-top",
    "-",
    "--",
    "–",
    "...",
    "…",
    ".",
    "..",
    "?",
    "!",
    ",",
    ":",
    ";",
    "(",
    ")",
    "\"",
    "'",
    "“",
    "”",
    "‘",
    "’",
    "„",
    "«",
    "»",
    "''",
    ",,",
    "€",
    "%",
    "50%",
    "°C",
    "@",
    "#",
    "/",
    "&",
    "+",
    "a@b.nl",
    "www.krant.nl",
    "https://x.nl/(a)",
    "Bol.com",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{AD}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{A0}",
    "\u{2028}",
    "\r\n",
    "\n",
    "\t",
    " ",
    " ",
    " ",
    "\0",
    "👩‍👩‍👧",
    "🇳🇱",
    "漢字",
    "ßẞ",
    "ǅ",
    "_",
    "²",
    "½",
    "Ω",
];

fn any_text() -> impl Strategy<Value = String> {
    let pieces =
        prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat());
    prop_oneof![any::<String>(), pieces.clone(), pieces]
}

fn any_language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::Dutch), Just(Language::English)]
}

/// The text as paragraphs, cut at empty lines.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive("\n\n") {
        let span = Span::new(at, at + part.len());
        at += part.len();
        blocks.push(Block { span, kind: BlockKind::Paragraph });
    }
    blocks
}

fn read(text: &str, language: Language) -> Doc<'_> {
    segment(text, kroniek::lang::embedded(language), blocks(text))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_are_in_order_on_character_boundaries_and_not_empty(text in any_text(), language in any_language()) {
        let doc = read(&text, language);
        let mut at = 0;
        for token in &doc.tokens {
            prop_assert!(at <= token.span.start && !token.span.is_empty(), "{:?}", token);
            prop_assert!(text.get(token.span.range()).is_some(), "{:?}", token);
            at = token.span.end;
        }
    }

    #[test]
    fn tokens_cover_every_visible_character_and_no_white_space_at_their_edges(
        text in any_text(), language in any_language()
    ) {
        let doc = read(&text, language);
        for (offset, character) in text.char_indices() {
            let span = Span::new(offset, offset + character.len_utf8());
            prop_assert!(
                is_blank(character) || !doc.tokens_in(span).is_empty(),
                "{:?} at {} is in no token", character, offset
            );
        }
        for token in &doc.tokens {
            let word = token.span.of(&text);
            prop_assert!(!word.contains(char::is_whitespace), "{:?}", word);
            prop_assert!(!word.starts_with(is_blank) && !word.ends_with(is_blank), "{:?}", word);
        }
    }

    #[test]
    fn sentences_cover_every_token_once_and_stay_in_their_block(text in any_text(), language in any_language()) {
        let doc = read(&text, language);
        let mut next = 0;
        for sentence in &doc.sentences {
            prop_assert_eq!(sentence.first_token, next);
            prop_assert!(sentence.end_token > sentence.first_token);
            let tokens = &doc.tokens[sentence.tokens()];
            prop_assert_eq!(sentence.span, tokens[0].span.to(tokens[tokens.len() - 1].span));
            prop_assert!(doc.blocks[sentence.block as usize].span.contains(sentence.span));
            next = sentence.end_token;
        }
        prop_assert_eq!(next as usize, doc.tokens.len());
    }

    #[test]
    fn a_hard_wrapped_text_has_the_same_tokens_and_sentences(
        words in prop::collection::vec(prop::sample::select(PIECES), 0..80), language in any_language()
    ) {
        let visible = |word: &&&str| !word.contains(is_blank);
        let words: Vec<&str> = words.iter().filter(visible).copied().collect();
        let line = words.join(" ");
        let wrapped = wrap(&words, 72);
        let shape = |text: &str| {
            let doc = read(text, language);
            let tokens: Vec<_> = doc.tokens.iter().map(|token| (token.span, token.kind)).collect();
            (tokens, doc.sentences.iter().map(|sentence| (sentence.span, sentence.heading)).collect::<Vec<_>>())
        };
        prop_assert_eq!(shape(&line), shape(&wrapped));
    }
}

/// The words in lines of at most `width` characters.
fn wrap(words: &[&str], width: usize) -> String {
    let mut text = String::new();
    let mut column = 0;
    for word in words {
        let length = word.chars().count();
        if column > 0 {
            let fits = column + 1 + length <= width;
            text.push(if fits { ' ' } else { '\n' });
            column = if fits { column + 1 } else { 0 };
        }
        text.push_str(word);
        column += length;
    }
    text
}

/// A scan that starts over at each mark would take a minute on one of these.
#[test]
fn a_long_text_of_one_mark_is_read_in_linear_time() {
    let pieces = [
        "\"",
        "'",
        "(",
        ")",
        "((a)",
        ".",
        "..a",
        "-",
        "a-",
        "a.",
        "a.b.",
        "!",
        ",,",
        "''",
        "@a",
        "a/b.nl/",
        " .",
        " \"",
        "A ",
        "A. ",
        "a. ",
        "1. ",
        "\u{301}",
        "\u{AD}",
        "\u{A0}",
        "“",
        "…",
        "é.",
        "http://",
        "x@",
        "Ook ",
        "'s",
        "é\u{301}'",
        "漢",
        " \n",
    ];
    for piece in pieces {
        let text = piece.repeat(200_000 / piece.len());
        let start = std::time::Instant::now();
        read(&text, Language::Dutch);
        assert!(start.elapsed().as_secs() < 5, "{piece:?} took {:?}", start.elapsed());
    }
}
