//! Tokens.

use serde::{Deserialize, Serialize};

use super::Span;

/// What a token is made of, decided once by the tokenizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and abbreviation points: `zo'n`, `EU-top`, `d.w.z.`.
    Word,
    /// Digits, with their separators: `3.000`, `19.30`, `2-1`.
    Number,
    /// Anything with an address's shape: `redactie@krant.nl`, `www.krant.nl`.
    Address,
    /// One or more punctuation characters that belong together: `.`, `...`, `“`.
    Punctuation,
    /// Everything else: `€`, `%`, emoji.
    Symbol,
}

/// A token: the smallest unit that later stages read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}
