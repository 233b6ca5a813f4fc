//! The language packs, built in: for native programs and tests.

use std::sync::LazyLock;

use super::{Language, Pack};

pub(super) const DUTCH: &str = include_str!(concat!(env!("OUT_DIR"), "/nl.pack"));
pub(super) const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.pack"));

/// The pack of `language`, parsed at the first call.
pub fn embedded(language: Language) -> &'static Pack<'static> {
    static PARSED: [LazyLock<Pack<'static>>; 2] =
        [LazyLock::new(|| parsed(DUTCH)), LazyLock::new(|| parsed(ENGLISH))];
    match language {
        Language::Dutch => &PARSED[0],
        Language::English => &PARSED[1],
    }
}

fn parsed(text: &'static str) -> Pack<'static> {
    // No input: the build makes these texts, and a test parses them.
    Pack::parse(text).expect("a pack of this build")
}
