//! What tells events in Dutch.

use crate::lang::verb::{EventData, Helper};
use crate::lang::word_list;

/// The data of the event stage.
pub const DATA: EventData = EventData {
    verbs: include_str!("verbs.txt"),
    nouns: word_list!("event_nouns.txt"),
    negations: &["niet", "geen", "nooit", "nergens", "niemand", "evenmin"],
    conditions: &["als", "indien", "mocht", "tenzij", "mits", "wanneer", "of"],
    clause_openers: &[
        "dat", "omdat", "terwijl", "toen", "nadat", "voordat", "als", "of", "maar", "want", "dus", "waarbij",
        "waardoor", "waarin", "waarna", "zodat", "hoewel", "indien", "die", "wie", "waar", "zodra", "totdat",
    ],
};

/// What a helper verb tells.
pub fn helper(word: &str) -> Option<Helper> {
    Some(match word {
        "heeft" | "hebben" | "heb" | "hebt" | "is" | "zijn" | "ben" | "bent" => Helper::Perfect,
        "had" | "hadden" | "was" | "waren" | "werd" | "werden" => Helper::Past,
        "wordt" | "worden" | "word" => Helper::Passive,
        "zal" | "zullen" | "zult" | "gaat" | "gaan" | "ga" => Helper::Future,
        "kon" | "konden" | "wilde" | "wilden" | "moest" | "moesten" | "mocht" | "mochten" => {
            Helper::ModalPast
        }
        "kan" | "kunnen" | "wil" | "willen" | "moet" | "moeten" | "mag" | "mogen" | "zou" | "zouden"
        | "hoopt" | "hopen" | "dreigt" | "dreigen" | "dreigde" => Helper::Modal,
        _ => return None,
    })
}

/// `gesloten`, `aangehouden`, `verworpen`, `besloten`: the shape of a past participle.
///
/// A participle opens with `ge-`, alone or behind a separable prefix, or with an unstressed prefix, and ends
/// in -t, -d or -en (Algemene Nederlandse Spraakkunst, section 2.3.4).
pub fn is_participle(word: &str) -> bool {
    const SEPARABLE: [&str; 33] = [
        "aan",
        "achter",
        "af",
        "bekend",
        "bij",
        "binnen",
        "buiten",
        "deel",
        "door",
        "in",
        "kwijt",
        "los",
        "mee",
        "mis",
        "na",
        "neer",
        "om",
        "onder",
        "op",
        "open",
        "over",
        "plaats",
        "samen",
        "stil",
        "tegen",
        "terug",
        "toe",
        "uit",
        "vast",
        "voor",
        "vrij",
        "weg",
        "schadeloos",
    ];
    const NO_PARTICIPLES: &[&str] = &[
        "bedoeld",
        "bekend",
        "beperkt",
        "bepaald",
        "bereid",
        "beroemd",
        "beschikt",
        "bestand",
        "bevoegd",
        "bewind",
        "gebeurd",
        "geheim",
        "gemeen",
        "genoegen",
        "gericht",
        "gerust",
        "geschikt",
        "gewend",
        "gewond",
        "gezond",
        "opgelucht",
        "opgetogen",
        "overheid",
        "verband",
        "verbod",
        "verdriet",
        "verheugd",
        "verkeerd",
        "verplicht",
        "verstand",
        "vertrouwd",
        "verwant",
        "verzet",
        "betekent",
        "bestaat",
        "verwacht",
        "gemeenten",
        "gebouwen",
        "geheel",
        "gebied",
        "gebieden",
        "geld",
        "gebeurtenissen",
        "gesprekken",
        "gezin",
        "gezinnen",
        "geluid",
        "getal",
        "gemeente",
        "geval",
        "gevallen",
        "gevaren",
        "gewoonten",
        "geweld",
        "geduld",
        "gezicht",
        "gerecht",
        "gedachten",
        "geschiedenissen",
        "gewicht",
    ];
    if word.len() < 5 || NO_PARTICIPLES.contains(&word) {
        return false;
    }
    let ending = word.ends_with('t') || word.ends_with('d') || word.ends_with("en");
    let strong = |rest: &str| rest.len() >= 5 && rest.starts_with("ge");
    let separable = || {
        SEPARABLE
            .iter()
            .any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| strong(rest) || is_prefixed(rest)))
    };
    ending && (strong(word) || separable() || is_prefixed(word))
}

/// `ver-`, `be-`, `ont-`, `her-` with -t or -d; with -en it is more often an infinitive.
fn is_prefixed(word: &str) -> bool {
    let ending = word.ends_with('t') || word.ends_with('d');
    ending && word.len() > 6 && ["ver", "be", "ont", "her"].iter().any(|prefix| word.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn participles() {
        for word in ["gesloten", "aangehouden", "veroordeeld", "afgelast", "ingevoerd", "geëist"] {
            assert!(is_participle(word), "{word}");
        }
        for word in ["gemeenten", "geld", "verder", "besluiten", "open", "grote"] {
            assert!(!is_participle(word), "{word}");
        }
    }
}
