//! Verb forms, and what helper verbs tell.

use core::hash::BuildHasherDefault;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Fnv, Language, WordList, en, nl};

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

/// The words that tell whether and when something happens.
#[derive(Debug)]
pub struct EventData {
    /// Verb forms, five a line.
    pub verbs: &'static str,
    /// Nouns for things that happen.
    pub nouns: WordList,
    /// Words that turn a clause round: `niet`, `geen`.
    pub negations: &'static [&'static str],
    /// Words that make a clause a condition: `als`, `mocht`.
    pub conditions: &'static [&'static str],
    /// Words that open a clause: `dat`, `omdat`, `terwijl`.
    pub clause_openers: &'static [&'static str],
}

type Forms = HashMap<&'static str, VerbForm, BuildHasherDefault<Fnv>>;

static DUTCH: LazyLock<Forms> = LazyLock::new(|| forms(nl::events::DATA.verbs));
static ENGLISH: LazyLock<Forms> = LazyLock::new(|| forms(en::events::DATA.verbs));

fn forms(lines: &'static str) -> Forms {
    const ORDER: [VerbForm; 5] =
        [VerbForm::Infinitive, VerbForm::Present, VerbForm::Past, VerbForm::Past, VerbForm::Participle];
    let mut forms = Forms::default();
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        for (word, form) in line.split(' ').zip(ORDER) {
            // The later form of two that look alike is the likelier one in news: `besloten`, `cut`.
            forms.insert(word, form);
        }
    }
    forms
}

impl Language {
    /// What tells events in this language.
    pub fn events(self) -> &'static EventData {
        match self {
            Self::Dutch => &nl::events::DATA,
            Self::English => &en::events::DATA,
        }
    }

    /// The form that a word in lower case is of a verb in the list.
    pub fn verb_form(self, word: &str) -> Option<VerbForm> {
        let forms = match self {
            Self::Dutch => &*DUTCH,
            Self::English => &*ENGLISH,
        };
        forms.get(word).copied()
    }

    /// What a helper verb in lower case tells.
    pub fn helper(self, word: &str) -> Option<Helper> {
        match self {
            Self::Dutch => nl::events::helper(word),
            Self::English => en::events::helper(word),
        }
    }

    /// Whether a word in lower case looks like a past participle.
    pub fn is_participle(self, word: &str) -> bool {
        match self {
            Self::Dutch => nl::events::is_participle(word),
            Self::English => word.len() > 4 && word.ends_with("ed"),
        }
    }
}
