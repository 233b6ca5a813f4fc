//! Text as tokens and sentences.

mod addresses;
mod ahead;
mod characters;
pub(crate) mod cut;
mod document;
mod headings;
mod join;
mod lexicon;
mod lower;
mod marks;
pub mod offsets;
mod periods;
mod sentences;
mod span;
#[cfg(all(test, feature = "embedded-packs"))]
mod tests;
mod token;
mod tokenize;
mod words;

pub use characters::is_blank;
pub(crate) use cut::{head, part, tail};
pub use document::{Block, BlockKind, Doc, Sentence};
pub use span::Span;
pub use token::{Token, TokenKind};

pub(crate) use lexicon::Lexicon;
pub use lower::lower;
pub(crate) use lower::{lower_char, push_lower};

use crate::lang::Pack;
use sentences::Splitter;
use tokenize::Tokenizer;

/// Segments the blocks of a text into sentences and tokens.
///
/// Blocks are in order and do not overlap; one that does not lie on character boundaries of `text` has no
/// tokens. A sub-heading that stands in running text without punctuation is a sentence of its own, with
/// [`Sentence::heading`] set: joined to the sentence after it, it gives the segmentation without that rule.
pub fn segment<'t>(text: &'t str, lang: &'t Pack<'t>, blocks: Vec<Block>) -> Doc<'t> {
    let lexicon = &lang.lexicon;
    // A token takes a little over five bytes of Dutch, a sentence about a hundred.
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut sentences = Vec::with_capacity(text.len() / 80);
    let mut tokenizer = Tokenizer::new(text, lexicon);
    for (index, block) in blocks.iter().enumerate() {
        let base = tokens.len();
        tokenizer.block(block.span, &mut tokens);
        let headings = block.kind == BlockKind::Paragraph;
        let end = block.span.end as usize;
        Splitter { text, lexicon, tokens: &tokens[base..], base, block: index, end, headings }
            .run(&mut sentences);
    }
    Doc { text, language: lang.language, lang, blocks, sentences, tokens }
}
