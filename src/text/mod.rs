//! Text as tokens and sentences.

mod document;
pub mod offsets;
mod span;
mod token;

pub use document::{Block, BlockKind, Doc, Sentence};
pub use span::Span;
pub use token::{Token, TokenKind};

use crate::lang::Language;

/// Segments the blocks of a text into sentences and tokens.
pub fn segment<'t>(text: &'t str, language: Language, blocks: Vec<Block>) -> Doc<'t> {
    Doc { text, language, blocks, sentences: Vec::new(), tokens: Vec::new() }
}
