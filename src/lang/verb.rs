//! Verb forms, and what helper verbs tell.

use super::event_weights::EventWeights;
use super::inflect::{Inflected, Inflections, behind};
use super::pack::{InvalidPack, Sections};
use super::{Language, Pack, Table};

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// `sluiten`.
    Infinitive,
    /// `sluit`.
    Present,
    /// `sloot`.
    Past,
    /// `gesloten`.
    Participle,
}

/// A verb that helps another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    /// `heeft`, `is`: with a participle it has happened.
    Perfect,
    /// `had`, `was`, `werd`: past.
    Past,
    /// `wordt`: a passive of now or later.
    Passive,
    /// `zal`, `gaat`: later.
    Future,
    /// `kan`, `wil`, `zou`: perhaps.
    Modal,
    /// `wilde`, `moest`: perhaps, seen from the past.
    ModalPast,
}

const FORMS: [VerbForm; 5] =
    [VerbForm::Infinitive, VerbForm::Present, VerbForm::Past, VerbForm::Past, VerbForm::Participle];

const HELPERS: [(&str, Helper); 6] = [
    ("perfect", Helper::Perfect),
    ("past", Helper::Past),
    ("passive", Helper::Passive),
    ("future", Helper::Future),
    ("modal past", Helper::ModalPast),
    ("modal", Helper::Modal),
];

/// What a word does in its clause, as bits: the sections of `clause_words.txt` in this order.
pub mod listed {
    /// `niet`, `geen`: turns it round.
    pub const NEGATION: u8 = 1;
    /// `als`, `mocht`: makes it a condition.
    pub const CONDITION: u8 = 1 << 1;
    /// `dat`, `omdat`: opens it.
    pub const OPENER: u8 = 1 << 2;
    /// `aan`, `op`: may part from its verb.
    pub const SEPARABLE: u8 = 1 << 3;
    /// `alleen`, `pas`: ends a noun phrase.
    pub const ADVERB: u8 = 1 << 4;
}

const SECTIONS: [&str; 5] = ["negations", "conditions", "clause_openers", "separable", "adverbs"];
/// How many bits these take.
const LISTED: u32 = SECTIONS.len() as u32;

/// The words that tell whether and when something happens.
#[derive(Debug)]
pub struct EventData<'p> {
    /// Nouns for things that happen.
    pub nouns: Table<'p>,
    /// Verbs that say the contrary of the clause behind them: `ontkent`.
    pub denials: Vec<&'p str>,
    verbs: Table<'p>,
    /// The bits of [`listed`], and behind them the number of a helper verb.
    clause_words: Table<'p>,
    separable: Vec<&'p str>,
    no_participles: Table<'p>,
    inflections: Inflections<'p>,
    /// What the trained scorers weigh.
    pub weights: EventWeights,
}

impl<'p> EventData<'p> {
    /// Reads the lists of the event stage; short ones are sections of `clause_words`.
    pub(super) fn new(lists: &Sections<'p>) -> Result<Self, InvalidPack> {
        let words = lists.inside("clause_words");
        let (inflections, weights) = (lists.inside("inflections"), lists.inside("event_weights"));
        let verbs_text = lists.get("verbs");
        let mut verbs = Table::with_capacity(verbs_text.len() / 8);
        for line in verbs_text.lines() {
            for (word, form) in line.split(' ').zip(0..FORMS.len() as u32) {
                // The later form of two that look alike is the likelier one in news: `besloten`, `cut`.
                verbs.insert(word, form);
            }
        }
        let mut clause_words = Table::default();
        let helpers = HELPERS.into_iter().zip(1..).map(|((section, _), helper)| (section, helper << LISTED));
        for (section, mark) in SECTIONS.into_iter().zip((0..).map(|bit| 1 << bit)).chain(helpers) {
            for word in words.get(section).lines() {
                let known = clause_words.get(word).unwrap_or_default();
                // Of two helpers the first.
                if known >> LISTED == 0 {
                    clause_words.insert(word, known | mark);
                }
            }
        }
        let data = Self {
            nouns: lists.table("event_nouns"),
            denials: words.lines("denials"),
            verbs,
            clause_words,
            separable: words.lines("separable"),
            no_participles: words.table("no participles"),
            inflections: Inflections::new(&inflections),
            weights: EventWeights::new(&weights),
        };
        inflections.complete(())?;
        weights.complete(())?;
        words.complete(data)
    }
}

impl<'p> EventData<'p> {
    /// Prefixes that a verb parts from: `aan`, `op`.
    pub fn separable(&self) -> &[&'p str] {
        &self.separable
    }

    /// What a word in lower case does in its clause, as bits of [`listed`], and what it tells as a helper verb.
    pub fn clause_word(&self, word: &str) -> (u8, Option<Helper>) {
        let known = self.clause_words.get(word).unwrap_or_default();
        let helper = (known >> LISTED).checked_sub(1).and_then(|at| HELPERS.get(at as usize));
        (known as u8 & ((1 << LISTED) - 1), helper.map(|entry| entry.1))
    }

    /// The verb that a word in lower case is a form of, where the rules of Dutch tell it.
    pub fn inflected(&self, word: &str) -> Option<Inflected> {
        self.inflections.find(word, &self.separable)
    }
}

impl Pack<'_> {
    /// The form that a word in lower case is of a verb in the list.
    pub fn verb_form(&self, word: &str) -> Option<VerbForm> {
        FORMS.get(self.events.verbs.get(word)? as usize).copied()
    }

    /// What a helper verb in lower case tells.
    pub fn helper(&self, word: &str) -> Option<Helper> {
        self.events.clause_word(word).1
    }

    /// Whether a word in lower case looks like a past participle.
    ///
    /// A Dutch participle opens with `ge-`, alone or behind a separable prefix, or with an unstressed prefix,
    /// and ends in -t, -d or -en (Algemene Nederlandse Spraakkunst, section 2.3.4): `gesloten`, `aangehouden`,
    /// `verworpen`.
    pub fn is_participle(&self, word: &str) -> bool {
        if self.language == Language::English {
            return word.len() > 4 && word.ends_with("ed");
        }
        let ending = word.ends_with(['t', 'd']) || word.ends_with("en");
        if !ending || word.len() < 5 || self.events.no_participles.contains(word) {
            return false;
        }
        let strong = |rest: &str| rest.len() >= 5 && rest.starts_with("ge");
        let opens = |rest: &str| strong(rest) || is_prefixed(rest);
        let separable = |prefix: &&str| behind(word, prefix).is_some_and(opens);
        opens(word) || self.events.separable.iter().any(separable)
    }
}

/// `ver-`, `be-`, `ont-`, `her-` with -t or -d; with -en it is more often an infinitive.
fn is_prefixed(word: &str) -> bool {
    let prefixes = ["ver", "be", "ont", "her"];
    word.ends_with(['t', 'd']) && word.len() > 6 && prefixes.iter().any(|prefix| word.starts_with(prefix))
}

#[cfg(all(test, feature = "embedded-packs"))]
mod tests {
    use crate::lang::{Language, embedded};

    #[test]
    fn participles() {
        let dutch = embedded(Language::Dutch);
        for word in ["gesloten", "aangehouden", "veroordeeld", "afgelast", "ingevoerd", "geëist"] {
            assert!(dutch.is_participle(word), "{word}");
        }
        for word in ["gemeenten", "geld", "verder", "besluiten", "open", "grote"] {
            assert!(!dutch.is_participle(word), "{word}");
        }
    }
}
