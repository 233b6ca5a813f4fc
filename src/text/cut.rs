//! Cutting a text, and searching it for a short string.
//!
//! The standard library has all of this. But its slices carry panics that print the text, and its search for
//! strings is made for long ones; together they are a tenth of the code that the page's worker would load.

use core::ops::Range;

/// `text[range]`, empty where the range is not of this text.
pub(crate) fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

/// `text[from..]`, in the manner of [`part`].
pub(crate) fn tail(text: &str, from: usize) -> &str {
    part(text, from..text.len())
}

/// `text[..to]`, in the manner of [`part`].
pub(crate) fn head(text: &str, to: usize) -> &str {
    part(text, 0..to)
}

/// Where `word` stands in `text` for the first time. Takes time in proportion to both lengths multiplied: for
/// words of a few bytes.
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    let (&first, rest) = word.as_bytes().split_first()?;
    let bytes = text.as_bytes();
    let opens = |at: &usize| bytes.get(at + 1..).is_some_and(|behind| behind.starts_with(rest));
    bytes.iter().zip(0..).filter(|&(&byte, _)| byte == first).map(|(_, at)| at).find(opens)
}

/// What stands before and after the first `word` in `text`.
pub(crate) fn split_once<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    find(text, word).map(|at| (head(text, at), tail(text, at + word.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_found_outside_the_text_or_within_a_character() {
        assert_eq!((part("één", 1..3), tail("één", 9), head("één", 2)), ("", "", "é"));
        assert_eq!(
            (find("a\u{2019}er", "\u{2019}er"), find("aab", "ab"), find("aa", "aaa"), find("a", "")),
            (Some(1), Some(1), None, None)
        );
        assert_eq!(split_once("Jan van Dijk", "van "), Some(("Jan ", "Dijk")));
    }
}
