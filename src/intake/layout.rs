//! Blocks: title, paragraphs, sub-headings, list items, and lines about the article.

use crate::lang::Language;
use crate::text::Block;
use crate::times::DocumentDate;

/// What the layout of a plain text tells.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Blocks in order; they cover every character that is not white space.
    pub blocks: Vec<Block>,
    /// The document's date, where a line or a dateline tells.
    pub date: Option<DocumentDate>,
}

/// Reads the layout of a plain text. Hard-wrapped lines are one paragraph.
pub fn read(text: &str, language: Language) -> Layout {
    let _ = (text, language);
    Layout::default()
}
