//! Which language a text is in.
//!
//! Counts frequent short words, which Grefenstette ("Comparing two language identification schemes",
//! JADT 1995) found as good as letter trigrams on texts of more than 15 words, and which say for
//! themselves when a text is in neither language.

use crate::lang::{Language, en, neighbours, nl};
use crate::text::head;
use crate::text::lower_char;

/// How much of a text is looked at, in UTF-8 bytes.
const SAMPLE: usize = 20_000;

/// The fewest frequent words that tell.
const FEWEST: usize = 3;

/// One word in so many has to be a frequent one. In Dutch and English news it is two in five; in German,
/// French or Spanish the words that look like Dutch or English ones stay under one in eight.
const ONE_IN: usize = 6;

/// A neighbour's word weighs as much as so many of ours: a neighbour shares up to a third of its words
/// with Dutch, and Dutch has none of the neighbour's own but for a loan or a name.
const NEIGHBOUR: usize = 5;

/// The language of `text`, or `None` when it is neither Dutch nor English or too short to tell.
///
/// Reads at most the first `SAMPLE` bytes.
pub fn detect(text: &str) -> Option<Language> {
    let sample = head(text, text.floor_char_boundary(SAMPLE));
    let (mut words, mut dutch, mut english, mut neighbour) = (0, 0, 0, 0);
    for word in sample.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’') {
        let word = word.trim_matches(['\'', '’']);
        if word.is_empty() {
            continue;
        }
        words += 1;
        if let Some(packed) = pack_lower(word) {
            let among = |list: &[u64]| usize::from(list.binary_search(&packed).is_ok());
            dutch += among(&DUTCH);
            english += among(&ENGLISH);
            neighbour += among(&NEIGHBOURS);
        }
    }
    let (language, hits) =
        if dutch >= english { (Language::Dutch, dutch) } else { (Language::English, english) };
    let told = dutch != english && hits >= FEWEST && hits * ONE_IN >= words && hits > neighbour * NEIGHBOUR;
    told.then_some(language)
}

// A word of at most eight bytes is a number, which is found in a tenth of the time of a string.
const DUTCH: [u64; nl::function_words::FUNCTION_WORDS.len()] = pack_all(nl::function_words::FUNCTION_WORDS);
const ENGLISH: [u64; en::function_words::FUNCTION_WORDS.len()] = pack_all(en::function_words::FUNCTION_WORDS);
const NEIGHBOURS: [u64; neighbours::FUNCTION_WORDS.len()] = pack_all(neighbours::FUNCTION_WORDS);

const fn pack_all<const N: usize>(words: &[&str]) -> [u64; N] {
    let mut packed = [0; N];
    let mut index = 0;
    while index < N {
        packed[index] = pack(words[index].as_bytes());
        index += 1;
    }
    packed
}

/// Packs at most eight bytes so that numbers compare as the words do.
const fn pack(word: &[u8]) -> u64 {
    assert!(word.len() <= LONGEST, "a function word is short");
    let mut padded = [0; LONGEST];
    let mut index = 0;
    while index < word.len() {
        padded[index] = word[index];
        index += 1;
    }
    u64::from_be_bytes(padded)
}

/// Packs a word in lower case, unless it is longer than any in the lists.
fn pack_lower(word: &str) -> Option<u64> {
    if word.is_ascii() {
        // Sets the bit that tells small letters from capitals; an apostrophe has it already.
        return (word.len() <= LONGEST).then(|| pack(word.as_bytes()) | pack(&[0x20; LONGEST][..word.len()]));
    }
    if word.len() > 2 * LONGEST {
        return None;
    }
    let mut lower = [0; LONGEST];
    let mut length = 0;
    for c in word.chars().map(lower_char) {
        let end = length + c.len_utf8();
        c.encode_utf8(lower.get_mut(length..end)?);
        length = end;
    }
    Some(pack(&lower[..length]))
}

/// Bytes of the longest word in the lists, at most.
const LONGEST: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_and_english_are_told_apart() {
        for text in [
            "De gemeenteraad heeft besloten dat de brug nog een jaar dicht blijft.",
            "Volgens de wethouder is er geen geld meer voor het zwembad.",
            "‘Ik ben er niet blij mee’, zegt ze over het plan van de provincie.",
            "PSV HEEFT ZATERDAG MET 2-1 GEWONNEN VAN FC GRONINGEN IN HET EIGEN STADION",
            "Vlaams minister-president van mening dat het onderwijs meer middelen moet krijgen",
        ] {
            assert_eq!(detect(text), Some(Language::Dutch), "{text}");
        }
        for text in [
            "The council has decided that the bridge will stay closed for another year.",
            "\"I am not happy about it,\" she said of the plan, which will cost £3m.",
            "Shares in the company fell by a fifth after it warned that profits would be lower.",
        ] {
            assert_eq!(detect(text), Some(Language::English), "{text}");
        }
    }

    #[test]
    fn other_languages_are_neither() {
        for text in [
            // German
            "Der Gemeinderat hat beschlossen, dass die Brücke noch ein Jahr geschlossen bleibt, weil in der Stadt \
             das Geld fehlt. Die Bürgermeisterin war nicht überrascht und will im Mai wieder mit dem Land reden.",
            // Afrikaans
            "Die stadsraad het besluit dat die brug nog 'n jaar gesluit bly. Die burgemeester sê daar is nie geld \
             vir die werk nie, en hulle wag op die provinsie. Sy is bekommerd oor die mense wat in die dorp woon.",
            // Frisian
            "De gemeenteried hat besletten dat de brêge noch in jier ticht bliuwt. De boargemaster is dêr net bliid \
             mei en seit dat der gjin jild is foar de minsken dy't hjir fan 'e wetter libje moatte.",
            // Danish
            "Byrådet har besluttet, at broen skal være lukket i et år mere, og det er borgmesteren ikke glad for. \
             Der er ikke penge til det i budgettet, siger hun til avisen.",
            // French
            "Le conseil municipal a décidé que le pont restera fermé pendant encore un an. La maire de la ville n'est \
             pas contente et dit en avoir parlé avec le président de la région, qui est de son avis.",
            // Spanish
            "El ayuntamiento ha decidido que el puente siga cerrado durante un año más. La alcaldesa de la ciudad no \
             está contenta y dice que en el presupuesto no hay dinero para la obra.",
            // Italian
            "Il consiglio comunale ha deciso che il ponte resterà chiuso per un altro anno. La sindaca non è contenta \
             e dice che in bilancio non ci sono soldi per i lavori.",
            // Polish
            "Rada miasta postanowiła, że most pozostanie zamknięty jeszcze przez rok, a na remont nie ma pieniędzy.",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn a_few_words_or_none_do_not_tell() {
        for text in
            ["", "  \n", "2-1", "Amsterdam", "Ajax - Feyenoord", "De brug", "Open day", "日本語の文章です。"]
        {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn names_from_elsewhere_do_not_mislead() {
        let text = "De Duitse krant Die Welt schrijft dat Ursula von der Leyen en Annalena von Berg niet komen. \
                    Dat meldt ook Le Monde, dat de brief van de regering in handen heeft.";
        assert_eq!(detect(text), Some(Language::Dutch));
    }

    #[test]
    fn only_the_beginning_is_read() {
        let text =
            format!("{}{}", "é".repeat(SAMPLE), " Dit is een zin die er niet meer toe doet.".repeat(9));
        assert_eq!(detect(&text), None);
    }

    #[test]
    fn lists_can_be_searched() {
        for list in [
            nl::function_words::FUNCTION_WORDS,
            en::function_words::FUNCTION_WORDS,
            neighbours::FUNCTION_WORDS,
        ] {
            assert!(list.is_sorted_by(|a, b| a < b));
            assert!(list.iter().all(|word| pack_lower(word) == Some(pack(word.as_bytes()))));
        }
        let ours = |word| {
            nl::function_words::FUNCTION_WORDS.contains(word)
                || en::function_words::FUNCTION_WORDS.contains(word)
        };
        assert!(!neighbours::FUNCTION_WORDS.iter().any(ours));
    }
}
