//! Quotation marks in all house styles, paired.

use crate::text::{Block, Doc, Span, TokenKind};
use crate::text::{head, tail};

/// Text between quotation marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marked {
    /// Index of the token of the opening mark.
    pub open: usize,
    /// Index of the token of the closing mark, or one past the block's last token when there is none.
    pub close: usize,
    /// The content, without marks and surrounding white space.
    pub span: Span,
}

/// The pairs of marks in one block, in order. A mark of another style inside a pair is part of the content.
///
/// A quotation without a closing mark ends with its block; a single straight mark without a partner is
/// taken for an apostrophe.
pub(super) fn pairs(doc: &Doc<'_>, block: &Block) -> Vec<Marked> {
    let tokens = doc.tokens_in(block.span);
    let mut pairs = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for at in tokens.clone() {
        if doc.tokens[at].kind != TokenKind::Punctuation {
            continue;
        }
        let mark = doc.token_text(at);
        match open {
            Some((start, opened)) if closes(opened, mark) && !(opened == mark && opens_here(doc, at)) => {
                pairs.extend(marked(doc, start, at, doc.tokens[at].span.start));
                open = None;
            }
            // A straight mark with a space before and none behind cannot close: the one before was left open.
            Some((start, opened)) if opened == mark && opens_here(doc, at) && !is_single(mark) => {
                pairs.extend(marked(doc, start, at, doc.tokens[at - 1].span.end));
                open = Some((at, mark));
            }
            None if is_opening(mark) && opens_here(doc, at) => open = Some((at, mark)),
            _ => {}
        }
    }
    if let Some((start, mark)) = open
        && !is_single(mark)
    {
        pairs.extend(marked(doc, start, tokens.end, block.span.end));
    }
    pairs
}

fn marked(doc: &Doc<'_>, open: usize, close: usize, end: u32) -> Option<Marked> {
    let start = doc.tokens[open].span.end;
    let inner = doc.text.get(start as usize..end as usize)?;
    let lead = inner.len() - inner.trim_start().len();
    let content = inner.trim();
    (!content.is_empty()).then(|| {
        let start = start as usize + lead;
        Marked { open, close, span: Span::new(start, start + content.len()) }
    })
}

fn is_opening(mark: &str) -> bool {
    matches!(mark, "\"" | ",," | "''" | "“" | "„" | "«" | "‘" | "'" | "‚" | "»" | "”")
}

fn is_single(mark: &str) -> bool {
    matches!(mark, "'" | "‘" | "‚")
}

fn closes(open: &str, mark: &str) -> bool {
    match open {
        "\"" => mark == "\"",
        ",," | "''" => mark == "''",
        "“" => matches!(mark, "”" | "\""),
        "„" => matches!(mark, "”" | "“" | "\""),
        "”" => mark == "”",
        "«" => mark == "»",
        "»" => mark == "«",
        "‘" | "‚" => matches!(mark, "’" | "‘" | "'"),
        "'" => matches!(mark, "'" | "’"),
        _ => false,
    }
}

/// Whether the mark at token `at` stands where a quotation opens: nothing but space or an opening bracket
/// before it, something behind it.
fn opens_here(doc: &Doc<'_>, at: usize) -> bool {
    let span = doc.tokens[at].span;
    let before = head(doc.text, span.start as usize).chars().next_back();
    let after = tail(doc.text, span.end as usize).chars().next();
    let free = before.is_none_or(|char| {
        char.is_whitespace() || matches!(char, '(' | '[' | '-' | '–' | '—' | ':' | '«' | '“' | '„')
    });
    // French and Flemish house styles put a space inside guillemets.
    let spaced = span.of(doc.text) == "«";
    free && (spaced || after.is_some_and(|char| !char.is_whitespace()))
}
