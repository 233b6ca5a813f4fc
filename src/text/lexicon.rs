//! The word lists of a language, ready to be looked things up in.

use std::cmp::Ordering;
use std::sync::LazyLock;

use super::ahead::Ahead;
use crate::lang::{Language, SegmentationData, en, nl};

/// What the full stop of a listed abbreviation can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name: `dr.`
    Title,
    /// Asks for a number: `nr.`
    Number,
    /// Words stand on both sides: `d.w.z.`
    Inner,
    /// Can end a sentence: `enz.`
    Final,
    /// Can end a sentence but often stands in a name: `N.V.`
    Acronym,
    /// Is a word, or a unit that ends sentences, too: `min.`
    Word,
}

/// How sure it is that a capitalised word opens a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    Always,
    Particle,
    Article,
    Inside,
}

/// The word lists of a language.
pub(super) struct Lexicon {
    abbreviations: Vec<(&'static str, Abbreviation)>,
    openers: Vec<(&'static str, Opener)>,
    heading_stops: Vec<(&'static str, ())>,
    clitics: &'static [&'static str],
}

impl Lexicon {
    /// The lists of `language`, sorted on first use.
    pub(super) fn of(language: Language) -> &'static Self {
        static DUTCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&nl::segmentation::DATA));
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&en::segmentation::DATA));
        match language {
            Language::Dutch => &DUTCH,
            Language::English => &ENGLISH,
        }
    }

    fn new(data: &SegmentationData) -> Self {
        let abbreviations = sorted(data.abbreviations, |section| match section {
            "title" => Some(Abbreviation::Title),
            "number" => Some(Abbreviation::Number),
            "inner" => Some(Abbreviation::Inner),
            "final" => Some(Abbreviation::Final),
            "acronym" => Some(Abbreviation::Acronym),
            "word" => Some(Abbreviation::Word),
            _ => None,
        });
        let openers = sorted(data.openers, |section| match section {
            "always" => Some(Opener::Always),
            "particle" => Some(Opener::Particle),
            "article" => Some(Opener::Article),
            "inside" => Some(Opener::Inside),
            _ => None,
        });
        let heading_stops = sorted(data.heading_stops, |_| Some(()));
        Self { abbreviations, openers, heading_stops, clitics: data.clitics }
    }

    /// What the full stop after `word` means, if the word is a listed abbreviation.
    pub(super) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        find(&self.abbreviations, word)
    }

    /// Whether `word` does not stand in a sub-heading.
    pub(super) fn stops_heading(&self, word: &str) -> bool {
        find(&self.heading_stops, word).is_some()
    }

    /// Whether the letters after an apostrophe are a shortened word: `s` in `'s avonds`.
    pub(super) fn is_clitic(&self, letters: &str) -> bool {
        self.clitics.iter().any(|clitic| clitic[1..].eq_ignore_ascii_case(letters))
    }

    /// Whether `word` can open a sentence, whatever follows it.
    pub(super) fn is_opener(&self, word: &str) -> bool {
        find(&self.openers, word).is_some_and(|opener| opener != Opener::Inside)
    }

    /// Whether `text[from..end]` begins with a capitalised word that opens a sentence, rather than with
    /// one that may go on a name: not `De Gaulle`, not `Op de Beeck`.
    pub(super) fn opens_sentence(&self, text: &str, from: usize, end: usize) -> bool {
        let mut ahead = Ahead::new(text, from, end);
        let Some(mut word) = ahead.next() else { return false };
        if word.starts_with(['\'', '’']) && self.is_clitic(word.trim_start_matches(['\'', '’'])) {
            match ahead.next() {
                Some(next) => word = next,
                None => return false,
            }
            return word.starts_with(char::is_uppercase);
        }
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
        match find(&self.openers, word) {
            Some(Opener::Always) => true,
            Some(Opener::Article) => ahead.next().is_some_and(|next| next.starts_with(char::is_lowercase)),
            Some(Opener::Particle) => {
                let inside = ahead.next().is_some_and(|next| {
                    find(&self.openers, next.trim_start_matches('’'))
                        .is_some_and(|opener| opener == Opener::Inside)
                });
                !(inside && ahead.next().is_some_and(|next| next.starts_with(char::is_uppercase)))
            }
            Some(Opener::Inside) | None => false,
        }
    }
}

/// Reads a list: `#` comments, `[section]` lines, and entries apart by white space.
fn sorted<T: Copy>(list: &'static str, kind: impl Fn(&str) -> Option<T>) -> Vec<(&'static str, T)> {
    let mut entries = Vec::new();
    let mut current = kind("");
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            current = kind(section);
        } else if let Some(kind) = current {
            entries.extend(line.split_whitespace().map(|entry| (entry, kind)));
        }
    }
    // The sort is stable and the first of equal entries wins, so that an earlier section has the say.
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    entries.dedup_by(|later, earlier| later.0 == earlier.0);
    entries
}

fn find<T: Copy>(entries: &[(&str, T)], word: &str) -> Option<T> {
    let order =
        |entry: &str| -> Ordering { entry.bytes().cmp(word.bytes().map(|byte| byte.to_ascii_lowercase())) };
    let index = entries.binary_search_by(|(entry, _)| order(entry)).ok()?;
    entries.get(index).map(|&(_, kind)| kind)
}
