//! The word lists of a language, ready to be looked things up in.

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
}

/// Why a word tells a sentence from a sub-heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// No sub-heading holds it.
    Anywhere,
    /// No sub-heading ends in it.
    Last,
    /// A title may follow it: `de roman Hoe duur was de suiker`.
    Work,
}

/// The word lists of a language.
pub(super) struct Lexicon {
    abbreviations: List<Abbreviation>,
    openers: List<Opener>,
    inside: List<()>,
    adjectives: Vec<&'static str>,
    heading_stops: List<Stop>,
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
        let abbreviations = list(data.abbreviations, |section| match section {
            "title" => Some(Abbreviation::Title),
            "number" => Some(Abbreviation::Number),
            "inner" => Some(Abbreviation::Inner),
            "final" => Some(Abbreviation::Final),
            "acronym" => Some(Abbreviation::Acronym),
            "word" => Some(Abbreviation::Word),
            _ => None,
        });
        let openers = list(data.openers, |section| match section {
            "always" => Some(Opener::Always),
            "particle" => Some(Opener::Particle),
            "article" => Some(Opener::Article),
            _ => None,
        });
        let inside = list(data.openers, |section| (section == "inside").then_some(()));
        let adjectives = section(data.openers, "adjective");
        let heading_stops = list(data.heading_stops, |section| match section {
            "anywhere" => Some(Stop::Anywhere),
            "last" => Some(Stop::Last),
            "work" => Some(Stop::Work),
            _ => None,
        });
        Self { abbreviations, openers, inside, adjectives, heading_stops, clitics: data.clitics }
    }

    /// What the full stop after `word` means, if the word is a listed abbreviation.
    pub(super) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        find(&self.abbreviations, word)
    }

    /// Why `word` tells a sentence from a sub-heading, if it does.
    pub(super) fn heading_stop(&self, word: &str) -> Option<Stop> {
        find(&self.heading_stops, word)
    }

    /// Whether the letters after an apostrophe are a shortened word: `s` in `'s avonds`.
    pub(super) fn is_clitic(&self, letters: &str) -> bool {
        self.clitics.iter().any(|clitic| clitic[1..].eq_ignore_ascii_case(letters))
    }

    /// Whether `word` can open a sentence, whatever follows it.
    pub(super) fn is_opener(&self, word: &str) -> bool {
        find(&self.openers, word).is_some()
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
        // "No. 5" opens nothing.
        if !word.starts_with(char::is_uppercase) || ahead.rest().starts_with('.') {
            return false;
        }
        // "It's", "Da's"
        let stem = word.split(['\'', '’']).next().unwrap_or(word);
        let Some(opener) = find(&self.openers, stem) else { return false };
        match opener {
            Opener::Always => true,
            Opener::Particle => !self.goes_on_name(ahead),
            Opener::Article => {
                ahead.clone().next().is_some_and(|next| self.is_no_surname(next)) && !self.goes_on_name(ahead)
            }
        }
    }

    /// Whether a word after `De` or `The` is no part of a name with it: in lower case, an acronym, or an
    /// adjective of a place.
    fn is_no_surname(&self, word: &str) -> bool {
        let acronym = || word.chars().filter(|letter| letter.is_uppercase()).take(2).count() == 2;
        let adjective = || self.adjectives.iter().any(|ending| word.ends_with(ending));
        word.starts_with(char::is_lowercase) || acronym() || adjective()
    }

    /// Whether the words ahead are an article and a capital, as in `Op de Beeck`, `Van 't Hof`.
    fn goes_on_name(&self, mut ahead: Ahead<'_>) -> bool {
        let inside = ahead.next().is_some_and(|next| {
            let straight = next.trim_start_matches(['\'', '’']);
            // "In Den Haag" opens a sentence.
            self.is_inside(next) && next != "Den" || straight.len() < next.len() && self.is_clitic(straight)
        });
        inside && ahead.next().is_some_and(|next| next.starts_with(char::is_uppercase))
    }

    fn is_inside(&self, word: &str) -> bool {
        find(&self.inside, word).is_some()
    }
}

/// A list, sorted by key; the first of equal entries has the say.
type List<T> = Vec<(u128, T)>;

/// Reads a list: `#` comments, `[section]` lines, and entries apart by white space. `kind` reads the
/// section; where it gives none the entries are left out.
fn list<T: Copy>(list: &str, kind: impl Fn(&str) -> Option<T>) -> List<T> {
    let mut entries = Vec::new();
    let mut current = None;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            current = kind(section);
        } else if let Some(kind) = current {
            entries.extend(line.split_whitespace().filter_map(key).map(|key| (key, kind)));
        }
    }
    entries.sort_by_key(|&(key, _)| key);
    entries.dedup_by_key(|&mut (key, _)| key);
    entries
}

/// The entries of one section of a list.
fn section(list: &'static str, name: &str) -> Vec<&'static str> {
    let lines = list.lines().skip_while(|line| line.trim_matches(['[', ']']) != name).skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
}

fn find<T: Copy>(entries: &List<T>, word: &str) -> Option<T> {
    let key = key(word)?;
    let index = entries.binary_search_by_key(&key, |&(key, _)| key).ok()?;
    entries.get(index).map(|&(_, kind)| kind)
}

/// A word of at most 16 bytes as a number, ASCII letters in lower case: comparing numbers is what makes
/// the look-ups cheap.
fn key(word: &str) -> Option<u128> {
    let push = |key: u128, byte: u8| key << 8 | u128::from(byte.to_ascii_lowercase());
    (word.len() <= 16).then(|| word.bytes().fold(0, push))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_short_lower_case_and_of_a_known_section() {
        for data in [&nl::segmentation::DATA, &en::segmentation::DATA] {
            let sections = "title number inner final acronym word always particle article inside adjective anywhere last work";
            for text in [data.abbreviations, data.openers, data.heading_stops] {
                for line in text.lines().filter(|line| !line.starts_with('#')) {
                    if let Some(section) = line.strip_prefix('[') {
                        let section = section.trim_end_matches(']');
                        assert!(sections.split(' ').any(|known| known == section), "{section}");
                    } else {
                        let short = |word: &str| key(word).is_some() && word == word.to_lowercase();
                        assert!(line.split_whitespace().all(short), "{line}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_name_is_no_opener() {
        let dutch = Lexicon::of(Language::Dutch);
        let opens = |text: &str| dutch.opens_sentence(text, 0, text.len());
        assert!(opens("Ook Rutte") && opens("De premier") && opens("In Brussel") && opens("\u{201C}Dat is"));
        assert!(
            !opens("De Gaulle") && !opens("In 't Veld") && !opens("Op de Beeck") && !opens("Van de Roer")
        );
        assert!(opens("'s Avonds") && !opens("'s avonds") && !opens("ook") && !opens(""));
    }
}
