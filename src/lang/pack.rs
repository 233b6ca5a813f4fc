//! Language packs: everything that the stages know of a language, as one text.
//!
//! `src/lang/packing.rs` makes a pack and describes its form; here it is read. Native programs have the packs
//! built in (feature `embedded-packs`); the page's worker fetches the one that an article needs.

use core::cell::Cell;
use core::fmt;
use std::sync::OnceLock;

use super::Language;
use super::Table;
use super::data::NameData;
use super::speech::SpeechData;
use super::terms::Terms;
use super::verb::EventData;
use crate::names::tagger::Tagger;
use crate::text::{Lexicon, cut};

/// A language pack, parsed. It borrows the pack's text.
pub struct Pack<'p> {
    /// Its language.
    pub language: Language,
    /// What tells names apart.
    pub names: NameData<'p>,
    /// What tells quotations and their speakers.
    pub speech: SpeechData<'p>,
    /// What tells events.
    pub events: EventData<'p>,
    /// What cuts text into tokens and sentences.
    pub(crate) lexicon: Lexicon<'p>,
    pub(super) terms: Terms<'p>,
    /// The trained tagger of names, where there is one.
    pub tagger: OnceLock<Tagger>,
}

impl<'p> Pack<'p> {
    /// Reads a pack. Takes time linear in its length.
    ///
    /// # Errors
    ///
    /// When it is of another version or language than ours, or a list or a section of one is missing.
    pub fn parse(text: &'p str) -> Result<Self, InvalidPack> {
        let (header, rest) = text.split_once('\n').unwrap_or_default();
        let code = header.strip_prefix("kroniek-pack 1 ").ok_or(InvalidPack("header"))?;
        let language = Language::from_code(code).ok_or(InvalidPack("language"))?;
        let lists = Sections::of(rest, "== ", "");
        // A pack that was cut short has no end.
        lists.get("end");
        let pack = Self {
            language,
            names: NameData::new(&lists)?,
            speech: SpeechData::new(&lists)?,
            events: EventData::new(&lists)?,
            lexicon: Lexicon::new(&lists)?,
            terms: Terms::new(lists.get("terms")),
            tagger: OnceLock::new(),
        };
        lists.complete(pack)
    }
}

impl fmt::Debug for Pack<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pack").field("language", &self.language).finish_non_exhaustive()
    }
}

/// What a text lacks to be a language pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidPack(pub(super) &'static str);

impl fmt::Display for InvalidPack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no language pack: {} is missing", self.0)
    }
}

impl core::error::Error for InvalidPack {}

/// A text cut at the lines that name its parts.
pub(crate) struct Sections<'p> {
    parts: Vec<(&'p str, &'p str)>,
    /// A part that was asked for and is not there. Asking for parts would be long in code if each could fail.
    missing: Cell<Option<&'static str>>,
}

impl<'p> Sections<'p> {
    /// Cuts `text` at lines that open with `open` and close with `close`, the name between.
    pub(crate) fn of(text: &'p str, open: &str, close: &str) -> Self {
        let mut parts: Vec<(&str, &str)> = Vec::new();
        let mut rest = text;
        let (mut name, mut body) = ("", text);
        while !rest.is_empty() {
            let at = text.len() - rest.len();
            let (line, next) = rest.split_once('\n').unwrap_or((rest, ""));
            if let Some(found) = line.strip_prefix(open).and_then(|line| line.strip_suffix(close)) {
                let start = text.len() - body.len();
                parts.push((name, text.get(start..at).unwrap_or_default()));
                (name, body) = (found, next);
            }
            rest = next;
        }
        parts.push((name, body));
        Self { parts, missing: Cell::new(None) }
    }

    /// The `[name]` sections of a part.
    pub(crate) fn inside(&self, name: &'static str) -> Self {
        Self::of(self.get(name), "[", "]")
    }

    /// The text of a part; empty where it is missing, which [`Sections::complete`] tells.
    pub(crate) fn get(&self, name: &'static str) -> &'p str {
        let part = self.parts.iter().find(|part| part.0 == name);
        if part.is_none() {
            self.missing.set(Some(name));
        }
        part.map_or("", |part| part.1)
    }

    /// The lines of a part.
    pub(crate) fn lines(&self, name: &'static str) -> Vec<&'p str> {
        self.get(name).lines().collect()
    }

    /// The lines of a part as a table.
    pub(crate) fn table(&self, name: &'static str) -> Table<'p> {
        Table::of_lines(self.get(name))
    }

    /// The `a = b` lines of a part.
    pub(crate) fn pairs(&self, name: &'static str) -> Vec<(&'p str, &'p str)> {
        self.get(name).lines().filter_map(|line| cut::split_once(line, " = ")).collect()
    }

    /// `data`, read from these parts.
    ///
    /// # Errors
    ///
    /// When a part was asked for that is missing.
    pub(crate) fn complete<T>(&self, data: T) -> Result<T, InvalidPack> {
        self.missing.get().map_or(Ok(data), |name| Err(InvalidPack(name)))
    }

    /// The parts in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'p str, &'p str)> {
        self.parts.iter().copied()
    }
}

#[cfg(all(test, feature = "embedded-packs"))]
mod tests {
    use super::*;
    use crate::lang::embedded;

    #[test]
    fn damaged_packs_are_errors_and_never_panics() {
        let whole = embedded::DUTCH;
        assert!(Pack::parse(whole).is_ok());
        for end in (0..whole.len()).step_by(997).filter(|&end| whole.is_char_boundary(end)) {
            assert!(Pack::parse(&whole[..end]).is_err(), "cut at {end}");
        }
        for (part, other) in [("== cities", "=cities"), ("[role_endings]", "[roles]"), ("1 nl", "2 nl")] {
            let damaged = whole.replacen(part, other, 1);
            assert!(Pack::parse(&damaged).is_err(), "{part}");
        }
        let mixed = whole.replace('a', "\u{0}").replace("1 nl", "1 nl\r");
        let _ = Pack::parse(&mixed);
        let _ = Pack::parse(&whole.replace(' ', " = [x] 99999999999 -"));
    }

    #[test]
    fn every_list_is_found_word_by_word() {
        for text in [embedded::DUTCH, embedded::ENGLISH] {
            let pack = Pack::parse(text).unwrap();
            let lists = Sections::of(text, "== ", "");
            let names = &pack.names;
            for (name, table) in [
                ("countries", &names.countries),
                ("places", &names.places),
                ("regions", &names.regions),
                ("cities", &names.cities),
                ("common_words", &names.common_words),
                ("given_names", &names.given_names),
                ("groups", &names.groups),
                ("organisations", &names.organisations),
                ("events", &names.events),
                ("works", &names.works),
                ("roles", &names.roles),
                ("event_nouns", &pack.events.nouns),
            ] {
                assert!(lists.get(name).lines().all(|word| table.contains(word)), "{name}");
            }
        }
    }
}
