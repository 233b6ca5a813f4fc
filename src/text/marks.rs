//! Tokens that start with a mark.

use super::TokenKind;
use super::characters::{is_apostrophe, is_hyphen};
use super::join::{Joiner, is_degree};

impl Joiner<'_> {
    /// A token that starts with the mark at `index`. Returns the next index.
    pub(super) fn mark(&mut self, index: usize) -> usize {
        let Some(mark) = self.character(index) else { return index + 1 };
        if self.opens(index)
            && let Some(reach) = self.prefix(index, mark)
        {
            return self.word(index, reach);
        }
        if matches!(mark, '@' | '#') && self.is_word(index + 1) && self.opens(index) {
            let kind = if mark == '@' { TokenKind::Address } else { TokenKind::Word };
            self.push(index, index + 1, Some(kind));
            return index + 2;
        }
        if mark == '°' && is_degree(self.text_of(index + 1)) {
            self.push(index, index + 1, Some(TokenKind::Symbol));
            return index + 2;
        }
        let same = |at: usize| self.character(at) == Some(mark);
        let last = match mark {
            '.' | '-' | '*' | '=' | '~' | '#' => {
                (index + 1..).find(|&at| !same(at)).map_or(index, |at| at - 1)
            }
            // The typewriter's quotation marks: ,, and ''.
            ',' | '\'' | '`' | '‚' | '’' | '‘' if same(index + 1) && !same(index + 2) => index + 1,
            _ => index,
        };
        if last == index && (is_apostrophe(mark) || mark == '‘') {
            self.single_quote = self.opens(index) && index + 1 < self.words.len();
        }
        self.push(index, last, None);
        last + 1
    }

    /// The word up to which a mark that opens a chunk belongs to it: `'s`, `'80`, `-achtig`, `+3`,
    /// `(her)opening`.
    fn prefix(&self, index: usize, mark: char) -> Option<usize> {
        let next = index + 1;
        let word = self.text_of(next);
        let closed = self.character(next + 1).is_some_and(|mark| is_apostrophe(mark) || mark == '‘');
        match mark {
            '\'' | '’' | '‘' | '´' | '`' if !closed => {
                let digits = word.strip_suffix('s').unwrap_or(word);
                let decade = digits.len() == 2
                    && digits.bytes().all(|byte| byte.is_ascii_digit())
                    && mark != '‘'
                    && mark != '`';
                (decade || self.is_word(next) && self.lexicon.is_clitic(word)).then_some(next)
            }
            '-' | '+' | '−' | '±' if self.is_digits(next) => Some(next),
            _ if is_hyphen(mark) && index == 0 && word.starts_with(char::is_lowercase) => Some(next),
            '(' if self.is_word(next) => {
                let close = if self.character(next + 1).is_some_and(is_hyphen) { next + 2 } else { next + 1 };
                let after = close + 1;
                let joined = self.character(close) == Some(')') && self.is_word(after);
                (joined && self.text_of(after).starts_with(char::is_lowercase)).then_some(after)
            }
            _ => None,
        }
    }
}
