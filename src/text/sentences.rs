//! Tokens into sentences.
//!
//! The rules are those of UAX 29 (SB6 to SB11) read over tokens: a terminator, its closing marks and
//! white space end a sentence unless a lower-case letter follows. What a full stop after an abbreviation
//! means is told by [`super::periods`].

use core::ops::Range;

use super::characters::{char_at, is_closing, is_opening, is_punctuation, is_terminator};
use super::lexicon::Lexicon;
use super::periods::{self, Ends};
use super::{Sentence, Token, TokenKind, headings, tokenize};

/// How many opening marks before a sentence's first word are looked through.
const MOST_OPENING: usize = 8;

/// The tokens of one block, being cut.
pub(super) struct Splitter<'t> {
    pub(super) text: &'t str,
    pub(super) lexicon: &'t Lexicon<'t>,
    /// The block's tokens.
    pub(super) tokens: &'t [Token],
    /// The index of the first of them in the document.
    pub(super) base: usize,
    /// The index of the block.
    pub(super) block: usize,
    /// The end of the block in bytes.
    pub(super) end: usize,
    /// Whether the block is running text, where sub-headings are looked for.
    pub(super) headings: bool,
}

impl Splitter<'_> {
    /// Appends the block's sentences.
    pub(super) fn run(&self, sentences: &mut Vec<Sentence>) {
        let mut start = 0;
        let mut index = 0;
        // Whether a typewriter's double quotation mark of this block stands open.
        let mut quote = false;
        while index < self.tokens.len() {
            let ends = self.ends(index);
            quote ^= self.is_quote(index);
            index += 1;
            let Some(mut ends) = ends else { continue };
            while self.closes(index, quote) {
                if self.mark(index).is_some_and(is_terminator) {
                    ends = Ends::BeforeCapital;
                }
                quote ^= self.is_quote(index);
                index += 1;
            }
            if index < self.tokens.len() && self.opens(index, ends) {
                self.push(start..index, sentences);
                start = index;
            }
        }
        if start < index {
            self.push(start..index, sentences);
        }
    }

    /// Appends the sentence over `range`, which is not empty, with its sub-heading apart.
    fn push(&self, range: Range<usize>, sentences: &mut Vec<Sentence>) {
        let words = &self.tokens[range.clone()];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let sentence = Sentence {
            span: first.span.to(last.span),
            first_token: (self.base + range.start) as u32,
            end_token: (self.base + range.end) as u32,
            block: self.block as u32,
            heading: false,
        };
        // A sub-heading stands after a sentence; before the first one a block has its title or dateline.
        let heading = self.headings && range.start > 0;
        let split =
            heading.then(|| headings::split(self.text, self.lexicon, words, &sentence, self.end)).flatten();
        match split {
            Some((heading, rest)) => sentences.extend([heading, rest]),
            None => sentences.push(sentence),
        }
    }

    fn first(&self, index: usize) -> Option<char> {
        char_at(self.text, self.tokens.get(index)?.span.start as usize)
    }

    /// Whether token `index` is a mark, and which.
    fn mark(&self, index: usize) -> Option<char> {
        let token = self.tokens.get(index)?;
        matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol).then(|| self.first(index))?
    }

    fn is_quote(&self, index: usize) -> bool {
        self.mark(index) == Some('"')
    }

    /// Whether no space stands between token `index` and the one before.
    fn is_glued(&self, index: usize) -> bool {
        let span = |index: usize| self.tokens.get(index).map(|token| token.span);
        index.checked_sub(1).and_then(span).zip(span(index)).is_some_and(|(one, two)| one.end == two.start)
    }

    /// How a sentence can end after token `index`, `None` when it cannot.
    fn ends(&self, index: usize) -> Option<Ends> {
        let token = self.tokens.get(index)?;
        match token.kind {
            TokenKind::Punctuation => {
                if !self.first(index).is_some_and(is_terminator) {
                    return None;
                }
                // "(...)" and "(!)" stand within a sentence or between two.
                let bracketed = index > 0 && matches!(self.mark(index - 1), Some('(' | '['));
                Some(if bracketed { Ends::BeforeOpener } else { Ends::BeforeCapital })
            }
            TokenKind::Word => {
                let word = token.span.of(self.text).strip_suffix('.')?;
                let before = tokenize::before(self.text, &self.tokens[..index]);
                Some(periods::ends(self.lexicon, word, before)).filter(|&ends| ends != Ends::No)
            }
            _ => None,
        }
    }

    /// Whether token `index` still belongs to the sentence that a terminator before it ends.
    fn closes(&self, index: usize, quote: bool) -> bool {
        let Some(mark) = self.mark(index) else { return false };
        let glued = self.is_glued(index);
        if is_terminator(mark) {
            return glued;
        }
        let double = self.tokens[index].span.len() > mark.len_utf8() && matches!(mark, '\'' | '’');
        match mark {
            // Alpino's newspapers write the closing mark after a space.
            '\'' | '’' if double => true,
            '»' | '”' if !self.is_glued(index + 1) => true,
            ')' | ']' => true,
            '"' if glued => quote || !self.is_glued(index + 1),
            '"' => quote && !self.is_word_glued(index + 1),
            _ => glued && is_closing(mark) && !self.is_word_glued(index + 1),
        }
    }

    fn is_word_glued(&self, index: usize) -> bool {
        self.is_glued(index) && self.mark(index).is_none()
    }

    /// Whether a sentence can open at token `from`.
    fn opens(&self, from: usize, ends: Ends) -> bool {
        if ends == Ends::BeforeOpener {
            let start = self.tokens[from].span.start as usize;
            return self.lexicon.opens_sentence(self.text, start, self.end);
        }
        for index in from..self.tokens.len().min(from + MOST_OPENING) {
            let token = self.tokens[index];
            let word = token.span.of(self.text);
            match token.kind {
                TokenKind::Word => {
                    let clitic =
                        word.strip_prefix(['\'', '’', '‘']).filter(|letters| self.lexicon.is_clitic(letters));
                    if clitic.is_some_and(|letters| letters.starts_with(char::is_lowercase)) {
                        continue; // "'s Avonds": the capital comes next.
                    }
                    return opens_with(word);
                }
                TokenKind::Number | TokenKind::Address => return true,
                TokenKind::Punctuation | TokenKind::Symbol => {
                    let mark = self.first(index).unwrap_or(' ');
                    if !is_opening(mark) && !is_terminator(mark) && is_punctuation(mark) && word != ",," {
                        return false;
                    }
                }
            }
        }
        true
    }
}

/// Whether a word's letters can open a sentence: not in lower case, save for `iPhone`.
fn opens_with(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphanumeric());
    match letters.next() {
        Some(first) if first.is_lowercase() => letters.next().is_some_and(char::is_uppercase),
        _ => true,
    }
}
