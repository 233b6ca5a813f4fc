//! Blocks into tokens.
//!
//! White space bounds chunks; a chunk is cut into words of UAX 29, which [`super::join`] then joins to
//! the tokens that a reader sees. The conventions are those of the Universal Dependencies treebanks of
//! Dutch: compounds with hyphens, abbreviations with their full stops, amounts with `%` are one token.

use super::characters::{Byte, byte};
use super::join::Joiner;
use super::lexicon::Lexicon;
use super::periods::{self, Before};
use super::words::{self, Word};
use super::{Span, Token, TokenKind};
use crate::text::part;

/// Cuts one block after another, keeping its buffer.
pub(super) struct Tokenizer<'t> {
    text: &'t str,
    lexicon: &'t Lexicon<'t>,
    words: Vec<Word>,
}

impl<'t> Tokenizer<'t> {
    /// A tokenizer of `text`.
    pub(super) fn new(text: &'t str, lexicon: &'t Lexicon<'t>) -> Self {
        Self { text, lexicon, words: Vec::new() }
    }

    /// Appends the tokens of the block at `span`.
    pub(super) fn block(&mut self, span: Span, tokens: &mut Vec<Token>) {
        // A span that is not of this text, or that cuts a character, has no tokens.
        if self.text.get(span.range()).is_none() {
            return;
        }
        let (mut at, end) = (span.start as usize, span.end as usize);
        let first_token = tokens.len();
        let mut single_quote = false;
        while let Some(start) = self.skip(at, end, Byte::Space) {
            at = match self.plain(start, end, first_token, tokens) {
                Some(after) => after,
                None => {
                    let after = words::chunk(self.text, start, end, &mut self.words);
                    let mut joiner = Joiner {
                        text: self.text,
                        lexicon: self.lexicon,
                        words: &self.words,
                        chunk_end: after,
                        block_end: end,
                        first_token,
                        single_quote,
                        tokens,
                    };
                    joiner.run();
                    single_quote = joiner.single_quote;
                    after
                }
            };
        }
    }

    /// The place of the first byte from `at` on that is not of `class`.
    fn skip(&self, at: usize, end: usize, class: Byte) -> Option<usize> {
        let rest = self.text.as_bytes().get(at..end)?;
        rest.iter().position(|&next| byte(next) != class).map(|offset| at + offset)
    }

    /// The commonest chunks: ASCII letters, alone or before a comma or a full stop. Returns the chunk's
    /// end, or `None` when it is of another form.
    fn plain(&self, start: usize, end: usize, first_token: usize, tokens: &mut Vec<Token>) -> Option<usize> {
        let stop = self.skip(start, end, Byte::Letter).unwrap_or(end);
        if stop == start {
            return None;
        }
        let bytes = self.text.as_bytes();
        let bounded = |at: usize| at == end || byte(bytes[at]) == Byte::Space;
        let word = Token { span: Span::new(start, stop), kind: TokenKind::Word };
        if bounded(stop) {
            tokens.push(word);
            return Some(stop);
        }
        let mark = bytes[stop];
        if !(mark == b',' || mark == b'.') || !bounded(stop + 1) {
            return None;
        }
        if mark == b'.' {
            let before = before(self.text, &tokens[first_token..]);
            if periods::belongs(self.lexicon, self.text, part(self.text, start..stop), stop, end, before) {
                tokens.push(Token { span: Span::new(start, stop + 1), kind: TokenKind::Word });
                return Some(stop + 1);
            }
        }
        tokens.push(word);
        tokens.push(Token { span: Span::new(stop, stop + 1), kind: TokenKind::Punctuation });
        Some(stop + 1)
    }
}

/// What the last token tells about a word that follows it.
pub(super) fn before(text: &str, tokens: &[Token]) -> Before {
    match tokens.last() {
        Some(token) if token.kind == TokenKind::Symbol => Before::Lower,
        Some(token) if token.kind != TokenKind::Punctuation => Before::of(token.span.of(text)),
        _ => Before::Nothing,
    }
}
