//! Segmented texts for the tests of the finding stages.

use crate::lang::{Language, embedded};
use crate::text::{Block, BlockKind, Doc, Span, segment};

/// A text of paragraphs with an empty line between, and no title.
pub fn paragraphs(text: &str, language: Language) -> Doc<'_> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for part in text.split("\n\n") {
        blocks.push(Block { span: Span::new(start, start + part.len()), kind: BlockKind::Paragraph });
        start += part.len() + 2;
    }
    segment(text, embedded(language), blocks)
}
