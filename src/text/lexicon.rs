//! The word lists of a language, ready to be looked things up in.

use super::ahead::Ahead;
use crate::lang::{InvalidPack, Sections};

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
pub(crate) struct Lexicon<'p> {
    abbreviations: Kinds,
    openers: Kinds,
    inside: Kinds,
    adjectives: Vec<&'p str>,
    heading_stops: Kinds,
    clitics: Vec<&'p str>,
}

const ABBREVIATIONS: [(&str, Abbreviation); 6] = [
    ("title", Abbreviation::Title),
    ("number", Abbreviation::Number),
    ("inner", Abbreviation::Inner),
    ("final", Abbreviation::Final),
    ("acronym", Abbreviation::Acronym),
    ("word", Abbreviation::Word),
];

const OPENERS: [(&str, Opener); 3] =
    [("always", Opener::Always), ("particle", Opener::Particle), ("article", Opener::Article)];

const HEADING_STOPS: [(&str, Stop); 3] =
    [("anywhere", Stop::Anywhere), ("last", Stop::Last), ("work", Stop::Work)];

impl<'p> Lexicon<'p> {
    /// Reads the lists of the text stage; each file explains itself.
    pub(crate) fn new(lists: &Sections<'p>) -> Result<Self, InvalidPack> {
        let [abbreviations, openers, heading_stops] =
            [lists.inside("abbreviations"), lists.inside("openers"), lists.inside("heading_stops")];
        let words = |section: &'static str| openers.get(section).split_whitespace().collect();
        let lexicon = Self {
            abbreviations: Kinds::new(&abbreviations, &ABBREVIATIONS.map(|kind| kind.0)),
            openers: Kinds::new(&openers, &OPENERS.map(|kind| kind.0)),
            inside: Kinds::new(&openers, &["inside"]),
            adjectives: words("adjective"),
            heading_stops: Kinds::new(&heading_stops, &HEADING_STOPS.map(|kind| kind.0)),
            clitics: words("clitic"),
        };
        openers.complete(lexicon)
    }

    /// What the full stop after `word` means, if the word is a listed abbreviation.
    pub(super) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        // "ING" and "VS" are names.
        let acronym = !word.contains('.') && word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        if acronym {
            return None;
        }
        ABBREVIATIONS.get(self.abbreviations.find(word)?).map(|kind| kind.1)
    }

    /// Why `word` tells a sentence from a sub-heading, if it does.
    pub(super) fn heading_stop(&self, word: &str) -> Option<Stop> {
        HEADING_STOPS.get(self.heading_stops.find(word)?).map(|kind| kind.1)
    }

    /// Whether the letters after an apostrophe are a shortened word: `s` in `'s avonds`.
    pub(super) fn is_clitic(&self, letters: &str) -> bool {
        self.clitics
            .iter()
            .any(|clitic| clitic.get(1..).is_some_and(|clitic| clitic.eq_ignore_ascii_case(letters)))
    }

    /// Whether `word` can open a sentence, whatever follows it.
    pub(super) fn is_opener(&self, word: &str) -> bool {
        self.openers.find(word).is_some()
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
        let Some(opener) = self.openers.find(stem).and_then(|at| OPENERS.get(at)) else { return false };
        match opener.1 {
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
            self.inside.find(next).is_some() && next != "Den"
                || straight.len() < next.len() && self.is_clitic(straight)
        });
        inside && ahead.next().is_some_and(|next| next.starts_with(char::is_uppercase))
    }
}

/// The words of some sections by hash, each with the index of its section.
struct Kinds {
    /// A free slot has the key 0, which no word has.
    slots: Vec<(u128, usize)>,
}

impl Kinds {
    /// Reads the sections named; the first of equal words has the say.
    fn new(sections: &Sections<'_>, names: &[&str]) -> Self {
        let bytes: usize = sections.iter().map(|(_, words)| words.len()).sum();
        // Three bytes a word at least, white space and all; at most half of the slots are taken.
        let mut kinds = Self { slots: vec![(0, 0); bytes.next_power_of_two().max(8)] };
        for (section, words) in sections.iter() {
            let Some(kind) = names.iter().position(|name| *name == section) else { continue };
            for key in words.split_whitespace().filter_map(key) {
                let place = kinds.place(key);
                if let Some(slot) = kinds.slots.get_mut(place).filter(|slot| slot.0 == 0) {
                    *slot = (key, kind);
                }
            }
        }
        kinds
    }

    /// The index of the section that a word stands in.
    fn find(&self, word: &str) -> Option<usize> {
        let key = key(word)?;
        self.slots.get(self.place(key)).filter(|slot| slot.0 == key).map(|slot| slot.1)
    }

    /// Where a key is, or would be.
    fn place(&self, key: u128) -> usize {
        let mask = self.slots.len() - 1;
        let folded = (key ^ key >> 61) as u64;
        let mut place = (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & mask;
        while let Some(slot) = self.slots.get(place)
            && slot.0 != 0
            && slot.0 != key
        {
            place = (place + 1) & mask;
        }
        place
    }
}

/// A word of at most 16 bytes as a number, ASCII letters in lower case: comparing numbers is what makes
/// the look-ups cheap.
fn key(word: &str) -> Option<u128> {
    let push = |key: u128, byte: u8| key << 8 | u128::from(byte.to_ascii_lowercase());
    (1..=16).contains(&word.len()).then(|| word.bytes().fold(0, push)).filter(|&key| key != 0)
}

#[cfg(all(test, feature = "embedded-packs"))]
mod tests {
    use super::*;
    use crate::lang::{Language, embedded};

    #[test]
    fn every_entry_is_short_lower_case_and_of_a_known_section() {
        for (language, folder) in [("nl", "src/lang/nl"), ("en", "src/lang/en")] {
            let sections = "title number inner final acronym word always particle article inside adjective clitic anywhere last work";
            for list in ["abbreviations", "openers", "heading_stops"] {
                let path = format!("{}/{folder}/{list}.txt", env!("CARGO_MANIFEST_DIR"));
                let text = std::fs::read_to_string(path).unwrap();
                for line in text.lines().filter(|line| !line.starts_with('#')) {
                    if let Some(section) = line.strip_prefix('[') {
                        let section = section.trim_end_matches(']');
                        assert!(sections.split(' ').any(|known| known == section), "{language} {section}");
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
        let dutch = &embedded(Language::Dutch).lexicon;
        let opens = |text: &str| dutch.opens_sentence(text, 0, text.len());
        assert!(opens("Ook Jansen") && opens("De premier") && opens("In Brussel") && opens("\u{201C}Dat is"));
        assert!(
            !opens("De Gaulle") && !opens("In 't Veld") && !opens("Op de Beeck") && !opens("Van der Meij")
        );
        assert!(opens("'s Avonds") && !opens("'s avonds") && !opens("ook") && !opens(""));
    }
}
