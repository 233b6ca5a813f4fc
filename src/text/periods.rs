//! What a full stop after a word means.

use super::ahead::Ahead;
use super::lexicon::{Abbreviation, Lexicon};
use crate::text::part;

/// The longest word without its full stop that is looked at as an abbreviation, in bytes.
const LONGEST: usize = 12;

/// The shape of an unlisted word before a full stop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// One letter: an initial, or the last word of `plan B.`
    Letter,
    /// Letters with full stops between: `J.P`, `U.S.A`, `p.k`.
    Dotted,
    /// Consonants only, and no acronym: `hfdst`, `Ph`.
    Consonants,
    Other,
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars();
    if letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none() {
        return Shape::Letter;
    }
    if word.contains('.') {
        let mut single = false;
        let dotted = word.split('.').all(|part| {
            let length = part.chars().take(4).count();
            single |= length == 1;
            (1..4).contains(&length) && part.chars().all(char::is_alphabetic)
        });
        return if dotted && single { Shape::Dotted } else { Shape::Other };
    }
    let consonant = |byte: u8| byte.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(&byte);
    let acronym = word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    if word.len() <= 5 && !acronym && word.bytes().all(consonant) { Shape::Consonants } else { Shape::Other }
}

/// The word before one with a full stop, as far as it tells whether that one is an initial.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing, a mark, or another abbreviation.
    Nothing,
    /// A word in lower case, a number or a symbol.
    Lower,
    /// A word with a capital.
    Upper,
}

impl Before {
    /// Reads the word.
    pub(super) fn of(word: &str) -> Self {
        if word.ends_with('.') {
            return Self::Nothing;
        }
        match word.trim_start_matches(['\'', '’']).chars().next() {
            Some(first) if first.is_uppercase() => Self::Upper,
            Some(first) if first.is_alphanumeric() => Self::Lower,
            _ => Self::Nothing,
        }
    }
}

/// Whether the full stop at byte `stop` belongs to `word`, which ends there.
///
/// `end` is the end of the block, `before` the word before.
pub(super) fn belongs(
    lexicon: &Lexicon<'_>,
    text: &str,
    word: &str,
    stop: usize,
    end: usize,
    before: Before,
) -> bool {
    if word.len() > LONGEST {
        return false;
    }
    let after = stop + 1;
    let glued = part(text, after..end).starts_with([',', ';', ':', ')', ']', '-', '/', '\'', '’']);
    let next = || Ahead::new(text, after, end).first();
    let goes_on = || glued || next().is_some_and(|first| !first.is_uppercase());
    match lexicon.abbreviation(word) {
        Some(Abbreviation::Title | Abbreviation::Inner | Abbreviation::Final | Abbreviation::Acronym) => true,
        Some(Abbreviation::Number) => goes_on() || is_roman(text, after, end),
        Some(Abbreviation::Word) => goes_on(),
        None => match shape(word) {
            Shape::Letter => match next() {
                _ if glued => true,
                None => before == Before::Upper,
                Some(first) if !first.is_uppercase() => true,
                Some(_) if before == Before::Nothing => true,
                Some(_) if word.starts_with(char::is_lowercase) => {
                    before_abbreviation(lexicon, text, after, end)
                }
                Some(_) => before == Before::Upper || !lexicon.opens_sentence(text, after, end),
            },
            Shape::Dotted => true,
            Shape::Consonants => goes_on(),
            Shape::Other => false,
        },
    }
}

/// Whether a listed abbreviation follows, as in `v. Chr.`
fn before_abbreviation(lexicon: &Lexicon<'_>, text: &str, from: usize, end: usize) -> bool {
    let mut ahead = Ahead::new(text, from, end);
    ahead.next().is_some_and(|word| lexicon.abbreviation(word).is_some()) && ahead.rest().starts_with('.')
}

fn is_roman(text: &str, from: usize, end: usize) -> bool {
    let next = Ahead::new(text, from, end).next();
    next.is_some_and(|word| word.bytes().all(|byte| b"IVXLC".contains(&byte)))
}

/// Whether a sentence can end after a token that a full stop belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    /// Never.
    No,
    /// Before a capital letter.
    BeforeCapital,
    /// Before a word that opens a sentence.
    BeforeOpener,
}

/// Whether a sentence can end after `word`, given without the full stop that belongs to it.
pub(super) fn ends(lexicon: &Lexicon<'_>, word: &str, before: Before) -> Ends {
    if word.len() > LONGEST {
        return Ends::No;
    }
    match lexicon.abbreviation(word) {
        Some(Abbreviation::Final) => Ends::BeforeCapital,
        Some(Abbreviation::Acronym) => Ends::BeforeOpener,
        Some(_) => Ends::No,
        None => match shape(word) {
            // "Ferdi E. De rechtbank": Dutch papers shorten the surname of a suspect.
            Shape::Letter if before == Before::Upper => Ends::BeforeOpener,
            Shape::Dotted if word.len() > 3 || before != Before::Nothing => Ends::BeforeOpener,
            _ => Ends::No,
        },
    }
}
