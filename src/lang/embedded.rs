//! The language packs, built in: for native programs and tests.

use std::sync::{LazyLock, OnceLock};

use super::{Language, Pack};
use crate::names::tagger::Tagger;

pub(super) const DUTCH: &str = include_str!(concat!(env!("OUT_DIR"), "/nl.pack"));
pub(super) const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.pack"));

/// The trained tagger of Dutch names.
const DUTCH_NAMES: &[u8] = include_bytes!("../../models/nl.names");

/// The pack of `language` with its tagger of names, parsed at the first call.
pub fn embedded(language: Language) -> &'static Pack<'static> {
    static DUTCH_TAGGING: LazyLock<Pack<'static>> = LazyLock::new(|| {
        let tagger = Tagger::parse(DUTCH_NAMES).expect("a model of this build");
        Pack { tagger: OnceLock::from(tagger), ..parsed(DUTCH) }
    });
    match language {
        Language::Dutch => &DUTCH_TAGGING,
        Language::English => embedded_words(language),
    }
}

/// The pack of `language` without a tagger, as the page has it before the tagger has come.
pub fn embedded_words(language: Language) -> &'static Pack<'static> {
    static PARSED: [LazyLock<Pack<'static>>; 2] =
        [LazyLock::new(|| parsed(DUTCH)), LazyLock::new(|| parsed(ENGLISH))];
    &PARSED[language as usize]
}

fn parsed(text: &'static str) -> Pack<'static> {
    // No input: the build makes these texts, and a test parses them.
    Pack::parse(text).expect("a pack of this build")
}
