//! The word lists of a language, ready to be looked things up in.

use std::sync::LazyLock;

use super::ahead::Ahead;
use super::wordlist::{self, WordList};
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

impl Abbreviation {
    const SECTIONS: [&str; 6] = ["title", "number", "inner", "final", "acronym", "word"];
    const ALL: [Self; 6] = [Self::Title, Self::Number, Self::Inner, Self::Final, Self::Acronym, Self::Word];
}

/// How sure it is that a capitalised word opens a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    Always,
    Particle,
    Article,
}

impl Opener {
    const SECTIONS: [&str; 3] = ["always", "particle", "article"];
    const ALL: [Self; 3] = [Self::Always, Self::Particle, Self::Article];
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

impl Stop {
    const SECTIONS: [&str; 3] = ["anywhere", "last", "work"];
    const ALL: [Self; 3] = [Self::Anywhere, Self::Last, Self::Work];
}

/// The word lists of a language.
pub(super) struct Lexicon {
    abbreviations: WordList,
    openers: WordList,
    inside: WordList,
    adjectives: Vec<&'static str>,
    heading_stops: WordList,
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
        Self {
            abbreviations: WordList::new(data.abbreviations, &Abbreviation::SECTIONS),
            openers: WordList::new(data.openers, &Opener::SECTIONS),
            inside: WordList::new(data.openers, &["inside"]),
            adjectives: wordlist::section(data.openers, "adjective").collect(),
            heading_stops: WordList::new(data.heading_stops, &Stop::SECTIONS),
            clitics: data.clitics,
        }
    }

    /// What the full stop after `word` means, if the word is a listed abbreviation.
    pub(super) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        // "ING" and "VS" are names.
        let acronym = !word.contains('.') && word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        if acronym {
            return None;
        }
        Abbreviation::ALL.get(self.abbreviations.section_of(word)?).copied()
    }

    /// Why `word` tells a sentence from a sub-heading, if it does.
    pub(super) fn heading_stop(&self, word: &str) -> Option<Stop> {
        Stop::ALL.get(self.heading_stops.section_of(word)?).copied()
    }

    /// Whether the letters after an apostrophe are a shortened word: `s` in `'s avonds`.
    pub(super) fn is_clitic(&self, letters: &str) -> bool {
        self.clitics.iter().any(|clitic| clitic[1..].eq_ignore_ascii_case(letters))
    }

    /// Whether `word` can open a sentence, whatever follows it.
    pub(super) fn is_opener(&self, word: &str) -> bool {
        self.openers.contains(word)
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
        match self.opener(stem) {
            None => false,
            Some(Opener::Always) => true,
            Some(Opener::Particle) => !self.goes_on_name(ahead),
            Some(Opener::Article) => {
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
            self.inside.contains(next) && next != "Den"
                || straight.len() < next.len() && self.is_clitic(straight)
        });
        inside && ahead.next().is_some_and(|next| next.starts_with(char::is_uppercase))
    }

    fn opener(&self, word: &str) -> Option<Opener> {
        Opener::ALL.get(self.openers.section_of(word)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
