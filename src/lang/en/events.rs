//! What tells events in English.

use crate::lang::verb::{EventData, Helper};
use crate::lang::word_list;

/// The data of the event stage.
pub const DATA: EventData = EventData {
    verbs: include_str!("verbs.txt"),
    nouns: word_list!("event_nouns.txt"),
    negations: &["not", "n't", "never", "no", "none"],
    conditions: &["if", "unless", "whether", "should"],
    clause_openers: &[
        "that", "because", "while", "when", "after", "before", "if", "whether", "but", "so", "which", "who",
        "where",
    ],
};

/// What a helper verb tells.
pub fn helper(word: &str) -> Option<Helper> {
    Some(match word {
        "has" | "have" => Helper::Perfect,
        "had" | "was" | "were" | "did" => Helper::Past,
        "is" | "are" | "being" => Helper::Passive,
        "will" | "shall" => Helper::Future,
        "can" | "could" | "may" | "might" | "would" | "should" | "must" | "wants" => Helper::Modal,
        _ => return None,
    })
}
