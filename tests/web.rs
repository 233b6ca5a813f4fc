//! The core in a browser's WebAssembly. `cargo xtask test wasm` runs this.
#![cfg(target_arch = "wasm32")]

#[path = "snapshot/articles.rs"]
mod articles;

use kroniek::protocol::{NAMES, PACKS, Request, Response, decode, encode, is_of_this_build};
use kroniek::{Options, analyze};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn any_text_is_analysed() {
    for text in [
        "",
        " ",
        "\u{FEFF}",
        "\"We wachten af\", zei Jansen.",
        "\u{2018}s avonds\r\n\r\nzo\u{301}'n \u{1F600}",
    ] {
        let analysis = analyze(text, &Options::default());
        assert!(analysis.tokens.iter().all(|token| text.is_char_boundary(token.span.start as usize)));
    }
}

#[wasm_bindgen_test]
fn a_browser_gives_the_same_bytes_as_the_command_line() {
    // A line ending of the checkout must not decide.
    let expected = include_str!("snapshots/json.checksums").replace("\r\n", "\n");
    assert_eq!(articles::checksums(), expected);
}

#[wasm_bindgen_test]
fn a_file_of_another_build_is_told_from_ours() {
    let packs = [
        include_str!(concat!(env!("OUT_DIR"), "/nl.pack")),
        include_str!(concat!(env!("OUT_DIR"), "/en.pack")),
    ];
    for (pack, asked) in packs.iter().zip(PACKS) {
        let bytes = pack.as_bytes();
        assert!(is_of_this_build(bytes, asked));
        assert!(!is_of_this_build(&bytes[..bytes.len() - 1], asked));
        assert!(!is_of_this_build(&[bytes, b"\n"].concat(), asked));
        assert!(!is_of_this_build(bytes, NAMES));
    }
    assert!(!is_of_this_build(b"", NAMES));
}

#[wasm_bindgen_test]
fn a_message_survives_the_crossing_between_page_and_worker() {
    let analysis = analyze("Amsterdam. \"Ja\", zei Jansen.", &Options::default());
    let done = Response::Done {
        id: 7,
        analysis: Box::new(analysis.clone()),
        milliseconds: [1.5; 5],
        text: None,
        sources: vec![],
    };
    let bytes = encode(&done);
    let Ok(Response::Done { id: 7, analysis: back, .. }) = decode(&bytes) else { panic!("not a Done") };
    assert_eq!(*back, analysis);
}

#[wasm_bindgen_test]
fn a_foreign_message_is_an_error() {
    assert!(decode::<Response>(&[250, 1, 2]).is_err());
    assert!(decode::<Request>(&[]).is_err());
}
