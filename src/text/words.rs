//! Words of UAX 29, the layer below the tokens.
//!
//! A chunk of the characters that Dutch and English texts are made of takes a hand-written path; any other
//! goes to the library `unicode-segmentation`. On those characters the two agree (a test below holds them
//! to it).

use unicode_segmentation::UnicodeSegmentation;

use super::characters::{Byte, byte, is_blank, is_raised};

/// What a word of UAX 29 is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// At least one letter.
    Letters,
    /// Digits and their separators.
    Digits,
    /// Anything visible without letters or digits; in ASCII one character or a run of `_`.
    Mark,
    /// Nothing visible.
    Blank,
}

/// A word of UAX 29 as byte offsets into the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) class: Class,
}

impl Word {
    /// Whether it has letters or digits.
    pub(super) fn is_word(self) -> bool {
        matches!(self.class, Class::Letters | Class::Digits)
    }
}

/// Appends the words of the chunk that starts at byte `start` and returns its end: the next ASCII white
/// space, or `end`.
pub(super) fn chunk(text: &str, start: usize, end: usize, words: &mut Vec<Word>) -> usize {
    words.clear();
    if let Some(end) = common(text, start, end, words) {
        return end;
    }
    words.clear();
    let rest = text.as_bytes().get(start..end).unwrap_or_default();
    let length = rest.iter().position(|&next| byte(next) == Byte::Space).unwrap_or(rest.len());
    unicode(text, start, start + length, words);
    start + length
}

/// The words of a chunk of common characters; `None` when it holds another one.
fn common(text: &str, start: usize, end: usize, words: &mut Vec<Word>) -> Option<usize> {
    let bytes = text.as_bytes().get(..end)?;
    let mut at = start;
    while at < end {
        let from = at;
        let (first, length) = common_at(bytes, at)?;
        if first == Byte::Space {
            return Some(at);
        }
        at += length;
        if !first.is_word() {
            let class = if first == Byte::Control { Class::Blank } else { Class::Mark };
            words.push(Word { start: from, end: at, class });
            continue;
        }
        let (mut letters, mut digits) = (first == Byte::Letter, first == Byte::Digit);
        let mut before = first;
        while at < end {
            let (mut class, mut length) = common_at(bytes, at)?;
            if class == Byte::Mark && at + length < end && matches!(before, Byte::Letter | Byte::Digit) {
                let (after, more) = common_at(bytes, at + length)?;
                if after == before && joins(&bytes[at..at + length], after) {
                    (class, length) = (after, length + more);
                }
            }
            match class {
                Byte::Letter => letters = true,
                Byte::Digit => digits = true,
                Byte::Underscore => {}
                _ => break,
            }
            before = class;
            at += length;
        }
        let class = match (letters, digits) {
            (true, _) => Class::Letters,
            (false, true) => Class::Digits,
            (false, false) => Class::Mark,
        };
        words.push(Word { start: from, end: at, class });
    }
    Some(end)
}

/// The class and length of the common character at byte `at`; `None` when it is another one.
///
/// Common are ASCII, the letters of Latin-1, and the quotation marks, dashes, ellipsis and euro sign of
/// news texts.
fn common_at(bytes: &[u8], at: usize) -> Option<(Byte, usize)> {
    let class = byte(bytes[at]);
    if class != Byte::High {
        return Some((class, 1));
    }
    match bytes[at..] {
        // À to ÿ, without × and ÷
        [0xC3, last, ..] if last != 0x97 && last != 0xB7 => Some((Byte::Letter, 2)),
        // « » and the no-break space
        [0xC2, 0xAB | 0xBB, ..] => Some((Byte::Mark, 2)),
        [0xC2, 0xA0, ..] => Some((Byte::Control, 2)),
        // – — ‘ ’ “ ” „ …
        [0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D | 0x9E | 0xA6, ..] => Some((Byte::Mark, 3)),
        // €
        [0xE2, 0x82, 0xAC, ..] => Some((Byte::Mark, 3)),
        _ => None,
    }
}

/// WB6, WB7, WB11 and WB12 between two characters of the class `around`, without the colon.
fn joins(mark: &[u8], around: Byte) -> bool {
    match mark {
        b"." | b"'" | [0xE2, 0x80, 0x98 | 0x99] => true,
        b"," | b";" => around == Byte::Digit,
        _ => false,
    }
}

/// Appends the words of `text[start..end]`, whatever it holds.
///
/// A colon always stands alone: that UAX 29 joins `a:b` serves Swedish abbreviations. The narrow no-break
/// space, which UAX 29 keeps in a word, is white space.
fn unicode(text: &str, start: usize, end: usize, words: &mut Vec<Word>) {
    let Some(chunk) = text.get(start..end) else { return };
    let alone = |next: char| next == ':' || next.is_whitespace();
    for (offset, segment) in chunk.split_word_bound_indices() {
        let mut from = start + offset;
        for part in segment.split_inclusive(alone) {
            let head = part.trim_end_matches(alone);
            push_visible(head, from, words);
            push_visible(&part[head.len()..], from + head.len(), words);
            from += part.len();
        }
    }
}

/// Appends `segment` without the blank characters at its edges, or as [`Class::Blank`].
fn push_visible(segment: &str, start: usize, words: &mut Vec<Word>) {
    if segment.is_empty() {
        return;
    }
    let visible = segment.trim_start_matches(is_blank);
    if visible.is_empty() {
        return words.push(Word { start, end: start + segment.len(), class: Class::Blank });
    }
    let start = start + segment.len() - visible.len();
    let visible = visible.trim_end_matches(is_blank);
    let class = if visible.chars().any(char::is_alphabetic) {
        Class::Letters
    } else if visible.contains(|next: char| next.is_numeric() && !is_raised(next)) {
        Class::Digits
    } else {
        Class::Mark
    };
    words.push(Word { start, end: start + visible.len(), class });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn common_characters_are_cut_as_the_library_cuts_them(
            text in "[a-cX0-2_.,;:'\"!?()/@#%&+*=$€éÿÀ‘’“”„«»–—…\u{A0}\u{1}\u{7F}-]{0,24}"
        ) {
            let (mut ours, mut theirs) = (Vec::new(), Vec::new());
            prop_assert_eq!(common(&text, 0, text.len(), &mut ours), Some(text.len()));
            unicode(&text, 0, text.len(), &mut theirs);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn every_pair_of_ascii_characters_within_a_word_is_cut_as_the_library_cuts_it() {
        let visible =
            || (0..128).map(char::from).filter(|next| !next.is_ascii_whitespace() && *next != '\u{B}');
        for first in visible() {
            for second in visible() {
                for text in [
                    format!("a{first}{second}b"),
                    format!("1{first}{second}2"),
                    format!("a{first}1{second}b"),
                ] {
                    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
                    common(&text, 0, text.len(), &mut ours);
                    unicode(&text, 0, text.len(), &mut theirs);
                    assert_eq!(ours, theirs, "{text:?}");
                }
            }
        }
    }
}
