//! Segmented texts for the tests of the finding stages.

use crate::lang::{Language, embedded};
use crate::text::{Block, BlockKind, Doc, Span, segment};

/// A text of paragraphs with an empty line between, and no title.
pub fn paragraphs(text: &str, language: Language) -> Doc<'_> {
    article(text, language, BlockKind::Paragraph)
}

/// A text of paragraphs below a title.
pub fn titled(text: &str, language: Language) -> Doc<'_> {
    article(text, language, BlockKind::Title)
}

fn article(text: &str, language: Language, first: BlockKind) -> Doc<'_> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for part in text.split("\n\n") {
        let kind = if start == 0 { first } else { BlockKind::Paragraph };
        blocks.push(Block { span: Span::new(start, start + part.len()), kind });
        start += part.len() + 2;
    }
    segment(text, embedded(language), blocks)
}
