//! Words of one chunk into tokens.

use super::ahead::Ahead;
use super::characters::{
    char_at, is_apostrophe, is_blank, is_hyphen, is_opening, is_punctuation, is_raised, is_terminator,
};
use super::lexicon::Lexicon;
use super::periods;
use super::tokenize::before;
use super::words::{Class, Word};
use super::{Span, Token, TokenKind, addresses, cut};

/// Joins the words of one chunk, a stretch without ASCII white space.
pub(super) struct Joiner<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon<'a>,
    pub(super) words: &'a [Word],
    pub(super) chunk_end: usize,
    pub(super) block_end: usize,
    /// Index of the block's first token.
    pub(super) first_token: usize,
    /// Whether a single quotation mark of this block stands open.
    pub(super) single_quote: bool,
    pub(super) tokens: &'a mut Vec<Token>,
}

impl Joiner<'_> {
    /// Appends the chunk's tokens.
    pub(super) fn run(&mut self) {
        let address = self.address();
        let mut index = 0;
        while let Some(&word) = self.words.get(index) {
            index = match word.class {
                Class::Blank => index + 1,
                Class::Letters | Class::Digits if address.is_some_and(|(start, _)| start == word.start) => {
                    self.push_address(index, address.map_or(word.end, |(_, end)| end))
                }
                Class::Letters | Class::Digits => self.word(index, index),
                Class::Mark => self.mark(index),
            };
        }
    }

    /// The address of the chunk, from its first letter or digit on: at most one is looked for.
    fn address(&self) -> Option<(usize, usize)> {
        let first = self.words.iter().find(|word| word.is_word())?;
        let rest = self.text.get(first.start..self.chunk_end)?;
        // Most chunks with such a mark end in it.
        let hint = |pair: &[u8]| {
            matches!(pair, [b'.' | b'@', next] if next.is_ascii_alphanumeric()) || pair == b":/"
        };
        if !rest.as_bytes().windows(2).any(hint) {
            return None;
        }
        let length = addresses::length(rest.split(is_blank).next()?)?;
        Some((first.start, first.start + length))
    }

    fn push_address(&mut self, index: usize, end: usize) -> usize {
        let mut last = index;
        while self.words.get(last + 1).is_some_and(|word| word.end <= end) {
            last += 1;
        }
        // An address ends where a word does; where the two differ, the words have the say.
        self.push(index, last, Some(TokenKind::Address));
        last + 1
    }

    pub(super) fn character(&self, index: usize) -> Option<char> {
        let word = self.words.get(index).filter(|word| word.class == Class::Mark)?;
        char_at(self.text, word.start)
    }

    pub(super) fn is_word(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.is_word())
    }

    pub(super) fn is_digits(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.class == Class::Digits)
    }

    pub(super) fn text_of(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| cut::part(self.text, word.start..word.end))
    }

    /// Whether nothing but opening marks stands before word `index` in the chunk.
    pub(super) fn opens(&self, index: usize) -> bool {
        index.checked_sub(1).is_none_or(|before| {
            self.words[before].class == Class::Blank || self.character(before).is_some_and(is_opening)
        })
    }

    pub(super) fn push(&mut self, first: usize, last: usize, kind: Option<TokenKind>) {
        let (start, end) = (self.words[first].start, self.words[last].end);
        let kind = kind.unwrap_or_else(|| self.kind(first, last));
        self.tokens.push(Token { span: Span::new(start, end), kind });
    }

    fn kind(&self, first: usize, last: usize) -> TokenKind {
        let words = &self.words[first..=last];
        if words.iter().any(|word| word.class == Class::Letters) {
            return TokenKind::Word;
        }
        if words.iter().any(|word| word.class == Class::Digits) {
            return TokenKind::Number;
        }
        let first = char_at(self.text, words[0].start);
        if first.is_some_and(is_punctuation) { TokenKind::Punctuation } else { TokenKind::Symbol }
    }

    /// A token that starts with word `start` and reaches at least over word `index`. Returns the next index.
    pub(super) fn word(&mut self, start: usize, mut index: usize) -> usize {
        if let Some(next) = self.missing_space(start, index) {
            return next;
        }
        while let Some(end) = self.extended(start, index) {
            index = end;
        }
        self.push(start, index, None);
        index + 1
    }

    /// The last word of a token `start..=index` that goes on with the words after `index`.
    fn extended(&self, start: usize, index: usize) -> Option<usize> {
        let connector = self.character(index + 1)?;
        let next = index + 2;
        // After a mark (`O.L.V.-college`, `50%-regel`, `v./d.`) only a hyphen or a slash goes on.
        if !self.is_word(index) {
            let hyphen = is_hyphen(connector) && matches!(self.character(index), Some('.' | '%'));
            let joins = hyphen || connector == '/';
            return (joins && self.is_word(next)).then_some(next);
        }
        match connector {
            '.' => self.full_stop(start, index),
            _ if is_hyphen(connector) => self.hyphen(index),
            _ if is_apostrophe(connector) => self.apostrophe(start, index),
            '/' | '&' | '+' | '=' | '@' | '_' | '*' | '^' if self.is_word(next) => Some(next),
            '+' if self.character(next) != Some('+') => Some(index + 1),
            ':' | '–' if self.is_digits(index) && self.is_digits(next) => Some(next),
            ',' if self.is_digits(index)
                && self.character(next).is_some_and(|mark| is_hyphen(mark) || mark == '–') =>
            {
                // "€ 50,-"
                (!self.is_word(next + 1)).then_some(next)
            }
            '°' if self.is_digits(index) && is_degree(self.text_of(next)) => Some(next),
            '%' | '‰' | '°' if self.is_digits(index) => Some(index + 1),
            '(' => self.bracket(next),
            _ if is_raised(connector) => Some(index + 1),
            _ => None,
        }
    }

    fn full_stop(&self, start: usize, index: usize) -> Option<usize> {
        let stop = self.words[index + 1].start;
        let part = |index| self.text_of(index).len() < 3;
        if start == index && self.is_word(index + 2) && part(index) && part(index + 2) {
            // "A.1", "3.b"
            return Some(index + 2);
        }
        let word = cut::part(self.text, self.words[start].start..self.words[index].end);
        if self.is_digits(start) && start == index {
            return self.ordinal(index).then_some(index + 1);
        }
        let before = before(self.text, &self.tokens[self.first_token..]);
        let belongs = periods::belongs(self.lexicon, self.text, word, stop, self.block_end, before);
        belongs.then_some(index + 1)
    }

    /// Whether the full stop after the digits at `index` makes them an ordinal: a number that opens a
    /// block or a sentence (`1. Tekst`), or one that is followed by a word in lower case.
    fn ordinal(&self, index: usize) -> bool {
        let after = self.words[index + 1].end;
        if after != self.chunk_end || after == self.block_end {
            return false;
        }
        let next = Ahead::new(self.text, after, self.block_end).first();
        let opens = self.tokens[self.first_token..].last().is_none_or(|token| {
            let mark = char_at(self.text, token.span.start as usize);
            token.kind == TokenKind::Punctuation
                && mark.is_some_and(|mark| mark == ':' || is_terminator(mark))
        });
        next.is_some_and(char::is_lowercase)
            || opens && self.text_of(index).len() < 3 && next.is_some_and(char::is_alphabetic)
    }

    fn hyphen(&self, index: usize) -> Option<usize> {
        let next = index + 2;
        if self.is_word(next) {
            return Some(next);
        }
        match self.character(next) {
            // Two hyphens are a dash.
            Some(mark) if is_hyphen(mark) => None,
            Some('.') if self.is_digits(index) => {
                // "2004-..."
                let dots = (next..).take_while(|&at| self.character(at) == Some('.')).count();
                Some(next + dots - 1)
            }
            _ => Some(index + 1),
        }
    }

    fn apostrophe(&self, start: usize, index: usize) -> Option<usize> {
        if self.is_word(index + 2) {
            return Some(index + 2);
        }
        // "Hans' fiets": after a hiss and where no quotation stands open the mark is a possessive.
        let word = self.text_of(index);
        let hiss =
            word.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) && self.words[index].class == Class::Letters;
        let elided = start == index && matches!(word, "l" | "d" | "L" | "D");
        let double = self.character(index + 2) == self.character(index + 1);
        ((hiss || elided) && !self.single_quote && !double).then_some(index + 1)
    }

    /// A bracketed part within a word: `leraar(es)`, `wet(ten)`. Returns its closing bracket.
    fn bracket(&self, mut index: usize) -> Option<usize> {
        if self.character(index).is_some_and(is_hyphen) {
            index += 1;
        }
        let lower = self.text_of(index).starts_with(char::is_lowercase);
        (self.is_word(index) && lower && self.character(index + 1) == Some(')')).then_some(index + 1)
    }

    /// A full stop without the space after it, `komt.Daarna`, which UAX 29 takes for part of the word.
    fn missing_space(&mut self, start: usize, index: usize) -> Option<usize> {
        let word = self.words[index];
        let text = self.text_of(index);
        let (left, right) = text.split_once('.').filter(|_| start == index)?;
        let sentence = left.len() > 1 && left.chars().all(char::is_lowercase);
        let opens =
            right.starts_with(char::is_uppercase) && right.chars().nth(1).is_none_or(char::is_lowercase);
        if !sentence || !opens || right.contains('.') || self.lexicon.abbreviation(left).is_some() {
            return None;
        }
        let stop = word.start + left.len();
        for (from, to, kind) in
            [(word.start, stop, TokenKind::Word), (stop, stop + 1, TokenKind::Punctuation)]
        {
            self.tokens.push(Token { span: Span::new(from, to), kind });
        }
        self.tokens.push(Token { span: Span::new(stop + 1, word.end), kind: TokenKind::Word });
        Some(index + 1)
    }
}

/// Whether a letter after `°` names a scale of temperature.
pub(super) fn is_degree(letter: &str) -> bool {
    matches!(letter, "C" | "F" | "K")
}
