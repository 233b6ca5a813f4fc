//! The language packs, built in: for native programs and tests.

use std::sync::LazyLock;

use super::{Language, Pack};
use crate::names::tagger::Tagger;

pub(super) const DUTCH: &str = include_str!(concat!(env!("OUT_DIR"), "/nl.pack"));
pub(super) const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.pack"));

/// The trained tagger of Dutch names.
const DUTCH_NAMES: &[u8] = include_bytes!("../../models/nl.names");

/// The pack of `language`, parsed at the first call.
pub fn embedded(language: Language) -> &'static Pack<'static> {
    static PARSED: [LazyLock<Pack<'static>>; 2] =
        [LazyLock::new(|| tagging(parsed(DUTCH), DUTCH_NAMES)), LazyLock::new(|| parsed(ENGLISH))];
    match language {
        Language::Dutch => &PARSED[0],
        Language::English => &PARSED[1],
    }
}

fn tagging(pack: Pack<'static>, names: &[u8]) -> Pack<'static> {
    Pack { tagger: Some(Tagger::parse(names).expect("a model of this build")), ..pack }
}

fn parsed(text: &'static str) -> Pack<'static> {
    // No input: the build makes these texts, and a test parses them.
    Pack::parse(text).expect("a pack of this build")
}
