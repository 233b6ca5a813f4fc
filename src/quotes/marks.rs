//! Quotation marks in all house styles, paired.

use core::ops::Range;

use crate::text::{BlockKind, Doc, Span, TokenKind};
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

/// The pairs of marks in each block, in order. A mark of another style inside a pair is part of the content.
///
/// A quotation without a closing mark ends with its block, unless a later block closes it; a single straight
/// mark without a partner is taken for an apostrophe.
pub(super) fn all(doc: &Doc<'_>) -> Vec<Vec<Marked>> {
    let mut open: Option<&str> = None;
    let mut found = Vec::with_capacity(doc.blocks.len());
    for index in 0..doc.blocks.len() {
        let carried = open.filter(|mark| goes_on(doc, index, mark));
        let span = doc.blocks[index].span;
        let (pairs, left) = pairs(doc, doc.tokens_in(span), span, carried, "");
        found.push(pairs);
        open = left;
    }
    found
}

/// How many blocks a quotation may run on without a mark.
const CARRIED: usize = 4;

/// Whether a quotation that was left open with `mark` goes on in the block at `index`: the next mark closes.
fn goes_on(doc: &Doc<'_>, index: usize, mark: &str) -> bool {
    for block in doc.blocks.iter().skip(index).take(CARRIED) {
        if block.kind != BlockKind::Paragraph {
            return false;
        }
        let is_mark = |at: &usize| {
            doc.tokens[*at].kind == TokenKind::Punctuation && is_quotation_mark(doc.token_text(*at))
        };
        if let Some(at) = doc.tokens_in(block.span).take(LOOKED_AT).find(is_mark) {
            return closes(mark, doc.token_text(at)) && !opens_here(doc, doc.tokens[at].span);
        }
    }
    false
}

/// How many tokens of a block are looked at for a mark that closes a quotation of a block before.
const LOOKED_AT: usize = 400;

fn is_quotation_mark(mark: &str) -> bool {
    matches!(mark, "\"" | "''" | "``" | "“" | "”" | "„" | "«" | "»" | ",,")
}

/// The pairs of marks of other styles inside a pair.
pub(super) fn inside(doc: &Doc<'_>, marked: &Marked) -> Vec<Marked> {
    let tokens = marked.open + 1..marked.close.min(doc.tokens.len());
    if !tokens.clone().any(|at| is_opening(doc.token_text(at))) {
        return Vec::new();
    }
    pairs(doc, tokens, marked.span, None, doc.token_text(marked.open)).0
}

/// The pairs of marks among `tokens`, which lie in `span`, and the mark that is left open at their end. With
/// `carried` they begin inside a quotation; marks like `outer` are passed over.
fn pairs<'t>(
    doc: &Doc<'t>,
    tokens: Range<usize>,
    span: Span,
    carried: Option<&'t str>,
    outer: &str,
) -> (Vec<Marked>, Option<&'t str>) {
    let mut pairs = Vec::new();
    // The token and the mark that opened, and where the content starts.
    let mut open: Option<(usize, &str, u32)> = carried.map(|mark| (tokens.start, mark, span.start));
    let all = span;
    for at in tokens.clone() {
        let single = open.is_some_and(|(_, opened, _)| is_single(opened));
        let (mark, span) = match joined(doc, at).or_else(|| trailing(doc, at).filter(|_| single)) {
            Some(joined) => joined,
            None if doc.tokens[at].kind == TokenKind::Punctuation || doc.token_text(at) == "``" => {
                (doc.token_text(at), doc.tokens[at].span)
            }
            None => continue,
        };
        if mark == outer {
            continue;
        }
        match open {
            // `""Zo is het," zei hij`: typed twice.
            Some((start, opened, from)) if opened == mark && from == span.start => {
                open = Some((start, opened, span.end));
            }
            Some((start, opened, from))
                if closes(opened, mark) && !(opened == mark && opens_here(doc, span)) =>
            {
                pairs.extend(marked(doc, start, at, from, span.start));
                open = None;
            }
            // A straight mark with a space before and none behind cannot close: the one before was left open.
            Some((start, opened, from)) if opened == mark && opens_here(doc, span) && !is_single(mark) => {
                if at > start {
                    pairs.extend(marked(doc, start, at, from, doc.tokens[at - 1].span.end));
                }
                open = Some((at, mark, span.end));
            }
            None if is_opening(mark) && opens_here(doc, span) => open = Some((at, mark, span.end)),
            _ => {}
        }
    }
    let left = open.filter(|(_, mark, _)| !is_single(mark));
    if let Some((start, _, from)) = left {
        pairs.extend(marked(doc, start, tokens.end, from, all.end));
    }
    (pairs, left.map(|(_, mark, _)| mark))
}

/// The mark of `'Er waren er drie'`, which reads like `d'er`: in one token with the word. A capital shows that it
/// opens a quotation.
fn joined<'t>(doc: &Doc<'t>, at: usize) -> Option<(&'t str, Span)> {
    let text = doc.token_text(at);
    let rest = text.strip_prefix(['\'', '‘', '’']).filter(|rest| rest.starts_with(char::is_uppercase))?;
    let (start, length) = (doc.tokens[at].span.start as usize, text.len() - rest.len());
    Some((&text[..length], Span::new(start, start + length)))
}

/// The mark of `'twee kopers', zegt X`, which reads like `Hans'`: in one token with the word. Punctuation behind it
/// shows that it closes a quotation.
fn trailing<'t>(doc: &Doc<'t>, at: usize) -> Option<(&'t str, Span)> {
    let text = doc.token_text(at);
    let length = text.strip_suffix(['\'', '’']).filter(|word| !word.is_empty())?.len();
    let next = doc.tokens.get(at + 1);
    let ends =
        next.is_none_or(|next| next.kind == TokenKind::Punctuation && !is_single(next.span.of(doc.text)));
    let start = doc.tokens[at].span.start as usize + length;
    ends.then(|| (&text[length..], Span::new(start, start + text.len() - length)))
}

fn marked(doc: &Doc<'_>, open: usize, close: usize, start: u32, end: u32) -> Option<Marked> {
    let inner = doc.text.get(start as usize..end as usize)?;
    let lead = inner.len() - inner.trim_start().len();
    let content = inner.trim();
    (!content.is_empty()).then(|| {
        let start = start as usize + lead;
        Marked { open, close, span: Span::new(start, start + content.len()) }
    })
}

fn is_opening(mark: &str) -> bool {
    matches!(mark, "\"" | ",," | "''" | "``" | "“" | "„" | "«" | "‘" | "'" | "‚" | "»" | "”")
}

fn is_single(mark: &str) -> bool {
    matches!(mark, "'" | "‘" | "‚")
}

fn closes(open: &str, mark: &str) -> bool {
    match open {
        "\"" => mark == "\"",
        ",," | "''" | "``" => mark == "''",
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

/// Whether the mark at `span` stands where a quotation opens: nothing but space or an opening bracket
/// before it, something behind it.
fn opens_here(doc: &Doc<'_>, span: Span) -> bool {
    let before = head(doc.text, span.start as usize).chars().next_back();
    let after = tail(doc.text, span.end as usize).chars().next();
    let free = before.is_none_or(|char| {
        char.is_whitespace() || matches!(char, '(' | '[' | '-' | '–' | '—' | ':' | '«' | '“' | '„')
    });
    // French and Flemish house styles put a space inside guillemets.
    let spaced = span.of(doc.text) == "«";
    free && (spaced || after.is_some_and(|char| !char.is_whitespace()))
}
