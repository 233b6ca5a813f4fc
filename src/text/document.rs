//! The segmented text that every later stage reads.

use core::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Span, Token};
use crate::lang::{Language, Pack};

/// What a block of the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// A line about the article rather than of it, such as `date 2022-03`.
    Metadata,
    /// A sub-heading.
    Heading,
    /// A paragraph of running text.
    Paragraph,
    /// An item of a list that opens with a bullet, a dash or a number.
    ListItem,
}

/// A block: a stretch that no sentence crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands, without surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// A sentence: a run of tokens within one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sentence {
    /// From the first byte of the first token to the last byte of the last.
    pub span: Span,
    /// Index of the first token.
    pub first_token: u32,
    /// One past the index of the last token.
    pub end_token: u32,
    /// Index of the block it stands in.
    pub block: u32,
    /// Whether it is a sub-heading that stands in running text without punctuation.
    pub heading: bool,
}

impl Sentence {
    /// The indices of its tokens.
    pub fn tokens(&self) -> Range<usize> {
        self.first_token as usize..self.end_token as usize
    }
}

/// A segmented article: the text exactly as read, with its blocks, sentences and tokens in order.
///
/// Tokens cover every character that is not white space or invisible; sentences cover every token.
#[derive(Clone, Debug)]
pub struct Doc<'t> {
    /// The text exactly as read.
    pub text: &'t str,
    /// The language it is read in.
    pub language: Language,
    /// What is known of that language.
    pub lang: &'t Pack<'t>,
    /// Blocks in order.
    pub blocks: Vec<Block>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Tokens in order.
    pub tokens: Vec<Token>,
}

impl<'t> Doc<'t> {
    /// The text of token `index`, empty past the end.
    pub fn token_text(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// The index of the sentence that holds byte `offset`, or of the last one that starts before it.
    pub fn sentence_at(&self, offset: u32) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.span.start <= offset).checked_sub(1)
    }

    /// The indices of the tokens that overlap `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        first..end.max(first)
    }
}
