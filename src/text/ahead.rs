//! A look at the words that come next, before they are tokens.

use super::characters::{char_at, is_apostrophe, is_blank, is_hyphen, is_opening};
use crate::text::head;

/// The words of a stretch of text, without the quotation marks, brackets and dashes before each.
///
/// Ends at any other mark: `Ahead` only answers what follows without a break.
#[derive(Clone)]
pub(super) struct Ahead<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Ahead<'t> {
    /// Reads `text[from..end]`.
    pub(super) fn new(text: &'t str, from: usize, end: usize) -> Self {
        Self { text, at: from, end }
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    /// The next visible character that opens nothing, with its place; reads at most eight marks.
    pub(super) fn first(&mut self) -> Option<char> {
        let mut marks = 0;
        while self.at < self.end {
            let character = char_at(self.text, self.at)?;
            let opening = is_opening(character);
            if !opening && !is_blank(character) {
                return Some(character);
            }
            if opening {
                marks += 1;
                if marks > 8 || self.is_clitic_mark(character) {
                    return Some(character);
                }
            }
            self.at += character.len_utf8();
        }
        None
    }

    /// Whether the apostrophe here stands right before a letter that nothing closes: `'s`, `’t`.
    fn is_clitic_mark(&self, character: char) -> bool {
        let after = |at| char_at(self.text, at).filter(|_| at < self.end);
        let letter = self.at + character.len_utf8();
        is_apostrophe(character)
            && after(letter).is_some_and(|first| first.is_ascii_lowercase())
            && after(letter + 1).is_some_and(|second| second.is_whitespace() || is_hyphen(second))
    }
}

impl<'t> Iterator for Ahead<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        self.first()?;
        let rest = self.rest();
        let inner =
            |character: char| character.is_alphanumeric() || is_apostrophe(character) || is_hyphen(character);
        let word = head(rest, rest.find(|character| !inner(character)).unwrap_or(rest.len()));
        self.at += word.len();
        (!word.is_empty()).then_some(word)
    }
}
