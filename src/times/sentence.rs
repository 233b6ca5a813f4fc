//! One sentence as terms, and small readers of them.

use super::terms::Term;
use crate::lang::Language;
use crate::text::{Doc, Sentence, TokenKind, lower};

/// The tokens of one sentence, with what each means in a time expression.
pub(super) struct Line<'d, 't> {
    /// The document.
    pub doc: &'d Doc<'t>,
    /// Index of the first token.
    pub first: usize,
    terms: Vec<Option<Term>>,
}

impl<'d, 't> Line<'d, 't> {
    /// Reads a sentence.
    pub fn new(doc: &'d Doc<'t>, sentence: &Sentence) -> Self {
        let range = sentence.tokens();
        let first = range.start;
        let mut line = Self { doc, first, terms: Vec::with_capacity(range.len()) };
        for at in range {
            line.terms.push(line.read(at));
        }
        line
    }

    fn read(&self, at: usize) -> Option<Term> {
        let word = self.doc.token_text(at);
        if word.len() > 24 {
            return None;
        }
        let kind = self.doc.tokens.get(at)?.kind;
        let lower = lower(word);
        if kind == TokenKind::Number {
            let ordinal = || matches!(self.doc.lang.time_term(&lower), Some(Term::Ordinal(_)));
            return (ordinal()).then(|| self.doc.lang.time_term(&lower)).flatten();
        }
        if matches!(&*lower, "'s" | "’s") {
            return self.doc.lang.time_term(&format!("'s {}", self.doc.token_text(at + 1)));
        }
        // `'s avonds` as one token, with either apostrophe.
        let plain = if lower.contains('’') { lower.replace('’', "'") } else { lower };
        let term = self.doc.lang.time_term(&plain)?;
        let name_like = word.chars().next().is_some_and(char::is_uppercase);
        let calendar = matches!(term, Term::Month(_) | Term::Weekday(..) | Term::Season(_));
        match self.doc.language {
            // Dutch writes months and days in lower case: a capital inside a sentence is a name.
            Language::Dutch if calendar && name_like && !self.opens(at) => None,
            Language::English if matches!(term, Term::Month(_) | Term::Weekday(..)) && !name_like => None,
            _ => Some(term),
        }
    }

    fn opens(&self, at: usize) -> bool {
        at == self.first
            || self.doc.tokens.get(at - 1).is_some_and(|token| token.kind == TokenKind::Punctuation)
    }

    /// One past the last token.
    pub fn end(&self) -> usize {
        self.first + self.terms.len()
    }

    /// What token `at` means.
    pub fn term(&self, at: usize) -> Option<Term> {
        *self.terms.get(at.checked_sub(self.first)?)?
    }

    /// What the token before `at` means.
    pub fn before(&self, at: usize) -> Option<Term> {
        self.term(at.checked_sub(1)?)
    }

    /// The text of token `at`, empty outside the sentence.
    pub fn word(&self, at: usize) -> &'t str {
        if (self.first..self.end()).contains(&at) { self.doc.token_text(at) } else { "" }
    }

    /// Whether token `at` is made of digits.
    pub fn is_number(&self, at: usize) -> bool {
        let inside = (self.first..self.end()).contains(&at);
        inside && self.doc.tokens[at].kind == TokenKind::Number
    }

    /// A whole number in digits or in words.
    pub fn number(&self, at: usize) -> Option<u32> {
        match self.term(at) {
            Some(Term::Number(number)) => Some(number),
            _ => self.digits(at),
        }
    }

    /// A whole number in digits.
    pub fn digits(&self, at: usize) -> Option<u32> {
        let word = self.word(at);
        let all = !word.is_empty() && word.len() <= 6 && word.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| word.parse().ok())?
    }

    /// A year in four digits.
    pub fn year(&self, at: usize) -> Option<i32> {
        let word = self.word(at);
        let year = self.digits(at).filter(|_| word.len() == 4)? as i32;
        (1000..2200).contains(&year).then_some(year)
    }

    /// A day of the month, in digits or as an ordinal.
    pub fn day_of_month(&self, at: usize) -> Option<u8> {
        let day = match self.term(at) {
            Some(Term::Ordinal(day)) => u32::from(day),
            _ => self.digits(at)?,
        };
        u8::try_from(day).ok().filter(|day| (1..=31).contains(day))
    }
}
