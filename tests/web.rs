//! The core in a browser's WebAssembly. `cargo xtask test wasm` runs this.
#![cfg(target_arch = "wasm32")]

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
