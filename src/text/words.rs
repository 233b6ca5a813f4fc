//! Words of UAX 29, the layer below the tokens.
//!
//! Texts in Dutch and English are ASCII for the most part, so runs without any other character take a
//! hand-written path; the rest goes to the library `unicode-segmentation`. On ASCII the two agree, save
//! for the colon (a test below holds them to it).

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

/// Appends the words of `text[start..end]`, which holds ASCII other than white space.
pub(super) fn ascii(text: &str, start: usize, end: usize, words: &mut Vec<Word>) {
    let bytes = &text.as_bytes()[..end];
    let mut at = start;
    while at < end {
        let first = byte(bytes[at]);
        let from = at;
        at += 1;
        if !first.is_word() {
            let class = if first == Byte::Control { Class::Blank } else { Class::Mark };
            words.push(Word { start: from, end: at, class });
            continue;
        }
        let (mut letters, mut digits) = (first == Byte::Letter, first == Byte::Digit);
        while at < end {
            match byte(bytes[at]) {
                Byte::Letter => letters = true,
                Byte::Digit => digits = true,
                Byte::Underscore => {}
                _ if at + 1 < end && joins(bytes[at - 1], bytes[at], bytes[at + 1]) => {}
                _ => break,
            }
            at += 1;
        }
        let class = match (letters, digits) {
            (true, _) => Class::Letters,
            (false, true) => Class::Digits,
            (false, false) => Class::Mark,
        };
        words.push(Word { start: from, end: at, class });
    }
}

/// WB6, WB7, WB11 and WB12 on ASCII, without the colon.
fn joins(before: u8, mark: u8, after: u8) -> bool {
    match mark {
        b'.' | b'\'' => byte(before) == byte(after) && matches!(byte(after), Byte::Letter | Byte::Digit),
        b',' | b';' => byte(before) == Byte::Digit && byte(after) == Byte::Digit,
        _ => false,
    }
}

/// Appends the words of `text[start..end]`, whatever it holds.
///
/// A colon always stands alone: that UAX 29 joins `a:b` serves Swedish abbreviations.
pub(super) fn unicode(text: &str, start: usize, end: usize, words: &mut Vec<Word>) {
    let Some(chunk) = text.get(start..end) else { return };
    for (offset, segment) in chunk.split_word_bound_indices() {
        let mut from = start + offset;
        for part in segment.split_inclusive(':') {
            match part.strip_suffix(':') {
                Some(head) => {
                    push_visible(head, from, words);
                    push_visible(":", from + head.len(), words);
                }
                None => push_visible(part, from, words),
            }
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
    let start = start + segment.len() - visible.len();
    let visible = visible.trim_end_matches(is_blank);
    let class = if visible.is_empty() {
        Class::Blank
    } else if visible.chars().any(char::is_alphabetic) {
        Class::Letters
    } else if visible.starts_with(|first: char| first.is_numeric() && !is_raised(first)) {
        Class::Digits
    } else {
        Class::Mark
    };
    words.push(Word { start, end: start + visible.len(), class });
}
