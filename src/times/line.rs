//! One sentence as pieces, each with what it means in a time expression.
//!
//! A piece is a token, a phrase of several that means one thing (`tot en met`, `'s avonds`), or a part of a
//! token with digits: `1901-1943` is three pieces, `3maart` two.

use super::tense::Tense;
use super::terms::{Term, Voice};
use core::cell::Cell;
use std::borrow::Cow;

use crate::lang::Language;
use crate::text::{Doc, Sentence, Span, TokenKind, lower, part};

/// A stretch that the rules look at as one.
#[derive(Clone, Debug)]
struct Piece {
    span: Span,
    term: Option<Term>,
    kind: TokenKind,
    /// Whether it holds a digit.
    digit: bool,
    /// Whether it opens with an apostrophe.
    quote: bool,
    /// The whole number that it is in digits.
    number: Option<u32>,
    /// What the tense stage found out about it.
    tense: Cell<Known>,
}

/// A tense that was looked up, or not yet.
type Known = Option<Option<Tense>>;

impl Piece {
    fn new(span: Span, term: Option<Term>, kind: TokenKind) -> Self {
        Self { span, term, kind, digit: false, quote: false, number: None, tense: Cell::new(None) }
    }
}

/// The pieces of one sentence.
pub(super) struct Line<'d, 't> {
    /// The document.
    pub doc: &'d Doc<'t>,
    pieces: Vec<Piece>,
    /// Memory for phrases.
    phrase: String,
}

impl<'d, 't> Line<'d, 't> {
    /// A line without a sentence.
    pub fn new(doc: &'d Doc<'t>) -> Self {
        Self { doc, pieces: Vec::new(), phrase: String::new() }
    }

    /// Reads a sentence in the place of the one before.
    pub fn of(mut self, sentence: &Sentence) -> Self {
        let range = sentence.tokens();
        self.pieces.clear();
        let mut line = self;
        let mut at = range.start;
        while at < range.end {
            at = line.read(at, range.start, range.end);
        }
        line
    }

    /// Appends the pieces of token `at` and returns the token that comes next.
    fn read(&mut self, at: usize, first: usize, end: usize) -> usize {
        let Some(&token) = self.doc.tokens.get(at) else { return end };
        let word = self.doc.token_text(at);
        let piece = |term| Piece::new(token.span, term, token.kind);
        // `vijfentwintighonderdzevenenzeventig` has 35 letters.
        if word.len() > 48 {
            self.pieces.push(piece(None));
            return at + 1;
        }
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            self.cut(word, token.span, token.kind);
            return at + 1;
        }
        let lang = self.doc.lang;
        let mut letters = [0; 32];
        let mut plain = lowered(word, &mut letters);
        // `’s avonds` with either apostrophe.
        if plain.as_bytes().first() == Some(&0xE2) {
            plain = Cow::Owned(plain.replace(['’', '‘'], "'"));
        }
        let (term, opens) = lang.time_words(&plain);
        if opens
            && let Some((term, next)) = self.phrase(&plain, at, end)
            && let Some(last) = self.doc.tokens.get(next - 1)
        {
            self.pieces.push(Piece::new(token.span.to(last.span), Some(term), TokenKind::Word));
            return next;
        }
        let term = term.filter(|&term| self.is_written_so(term, word, at == first));
        self.pieces.push(Piece { quote: word.starts_with(['\'', '’', '‘']), ..piece(term) });
        at + 1
    }

    /// The longest phrase that the words from token `at` on make, and the token behind it.
    fn phrase(&mut self, first: &str, at: usize, end: usize) -> Option<(Term, usize)> {
        let mut words = core::mem::take(&mut self.phrase);
        words.clear();
        words.push_str(first);
        let mut best = None;
        for next in at + 1..end {
            let mut letters = [0; 32];
            words.push(' ');
            words.push_str(&lowered(self.doc.token_text(next), &mut letters));
            let (term, opens) = self.doc.lang.time_words(&words);
            best = term.map(|term| (term, next + 1)).or(best);
            if !opens {
                break;
            }
        }
        self.phrase = words;
        best
    }

    /// Cuts a token with digits at its dashes, and a number from the month behind it.
    fn cut(&mut self, word: &str, span: Span, kind: TokenKind) {
        let mut from = 0;
        // `01/aug/2019`, `2022/2023`; not `24/3`
        let letters = word.bytes().any(|byte| byte.is_ascii_alphabetic())
            || word.len() == 9
                && word.as_bytes()[4] == b'/'
                && word.bytes().filter(u8::is_ascii_digit).count() == 8;
        for (at, mark) in word.char_indices() {
            if matches!(mark, '-' | '–' | '~') || mark == '/' && letters {
                self.cut_month(word, from..at, span, kind);
                let place = Span::new(span.start as usize + at, span.start as usize + at + mark.len_utf8());
                self.pieces.push(Piece::new(place, Some(Term::Dash), TokenKind::Punctuation));
                from = at + mark.len_utf8();
            }
        }
        self.cut_month(word, from..word.len(), span, kind);
    }

    fn cut_month(&mut self, word: &str, range: core::ops::Range<usize>, span: Span, kind: TokenKind) {
        let text = part(word, range.clone());
        if text.is_empty() {
            return;
        }
        let lower = lower(text);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = part(&lower, digits..lower.len());
        let month = if digits > 0 { self.doc.lang.time_words(rest).0 } else { None };
        let start = span.start as usize + range.start;
        let mut push = |from: usize, to: usize, term, kind| {
            let digit = from < digits || part(text, from..to).bytes().any(|byte| byte.is_ascii_digit());
            let text = part(text, from..to);
            let number = if digit { whole(text) } else { None };
            let quote = text.starts_with(['\'', '’', '‘']);
            let span = Span::new(start + from, start + to);
            self.pieces.push(Piece { digit, quote, number, ..Piece::new(span, term, kind) });
        };
        if matches!(month, Some(Term::Month(_) | Term::HalfDay(_))) {
            push(0, digits, None, TokenKind::Number);
            push(digits, text.len(), month, TokenKind::Word);
        } else {
            let mut term = self.doc.lang.time_words(&lower).0;
            // `1u`, `5min` are no words; `5e` is an ordinal.
            if matches!(term, Some(Term::Number(_))) && digits > 0 {
                term = None;
            }
            push(0, text.len(), term, if digits > 0 { TokenKind::Number } else { kind });
        }
    }

    /// Whether a word of the calendar is written as its language writes it, rather than as a name.
    fn is_written_so(&self, term: Term, word: &str, first: bool) -> bool {
        let calendar =
            matches!(term, Term::Month(_) | Term::Weekday(..) | Term::Season(_) | Term::ShortDay(_));
        let capital = word.starts_with(char::is_uppercase);
        if !calendar {
            return true;
        }
        let before = self.pieces.last();
        match self.doc.language {
            // Dutch writes months and days in lower case: a capital inside a sentence is a name, unless a
            // number tells otherwise.
            Language::Dutch => {
                !capital
                    || first
                    // `BLIJF DINSDAGOCHTEND THUIS`
                    || word.len() > 4 && !word.contains(char::is_lowercase)
                    || before.is_some_and(|piece| {
                        piece.kind == TokenKind::Punctuation || piece.kind == TokenKind::Number
                    })
            }
            Language::English => capital || !matches!(term, Term::Month(_) | Term::Weekday(..)),
        }
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether the sentence is the first of its block.
    pub fn opens_block(&self) -> bool {
        self.block().is_some()
    }

    /// Whether the sentence is all that its block holds.
    pub fn is_whole_block(&self) -> bool {
        let end = self.pieces.last().map(|piece| piece.span.end);
        self.block().is_some_and(|block| Some(block.end) == end)
    }

    /// The block that the sentence opens.
    fn block(&self) -> Option<Span> {
        let start = self.span(0)?.start;
        let at = self.doc.blocks.binary_search_by_key(&start, |block| block.span.start).ok()?;
        Some(self.doc.blocks[at].span)
    }

    /// Where piece `at` stands.
    pub fn span(&self, at: usize) -> Option<Span> {
        self.pieces.get(at).map(|piece| piece.span)
    }

    /// What piece `at` means.
    pub fn term(&self, at: usize) -> Option<Term> {
        self.pieces.get(at)?.term
    }

    /// What the piece before `at` means.
    pub fn before(&self, at: usize) -> Option<Term> {
        self.term(at.checked_sub(1)?)
    }

    /// `at`, or the next piece where `at` is an article.
    pub fn behind_article(&self, at: usize) -> usize {
        at + usize::from(self.term(at) == Some(Term::Article))
    }

    /// The text of piece `at`, empty outside the sentence.
    pub fn word(&self, at: usize) -> &'t str {
        self.pieces.get(at).map_or("", |piece| piece.span.of(self.doc.text))
    }

    /// Whether piece `at` is a mark of punctuation.
    pub fn is_mark(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.kind == TokenKind::Punctuation)
    }

    /// Whether piece `at` opens with a digit.
    pub fn is_number(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.kind == TokenKind::Number)
            && self.word(at).starts_with(|char: char| char.is_ascii_digit())
    }

    /// Whether an expression may start at piece `at`: most words have no part in any.
    pub fn may_start(&self, at: usize) -> bool {
        let Some(piece) = self.pieces.get(at) else { return false };
        match piece.term {
            Some(Term::Article | Term::That | Term::This | Term::Number(1)) => {
                let next = self.pieces.get(at + 1);
                next.is_some_and(|next| next.digit || next.quote || next.term.is_some_and(Term::carries))
            }
            Some(term) => term.starts(),
            None => piece.digit || piece.quote,
        }
    }

    /// The tense that piece `at` tells, looked up once.
    pub fn tense(&self, at: usize, look: impl FnOnce() -> Option<Tense>) -> Option<Tense> {
        let piece = self.pieces.get(at)?;
        if let Some(known) = piece.tense.get() {
            return known;
        }
        let found = look();
        piece.tense.set(Some(found));
        found
    }

    /// Whether nothing stands between the pieces `at` and `at + 1`.
    pub fn is_tight(&self, at: usize) -> bool {
        matches!((self.span(at), self.span(at + 1)), (Some(one), Some(two)) if one.end == two.start)
    }

    /// The whole number that piece `at` is in digits.
    pub fn written(&self, at: usize) -> Option<u32> {
        self.pieces.get(at)?.number
    }

    /// What the verb at `at` tells, where the list or its form does.
    pub fn voice(&self, at: usize) -> Option<Voice> {
        match self.term(at) {
            Some(Term::Verb(voice)) => Some(voice),
            _ => None,
        }
    }
}

/// A word in lower case: one of ASCII letters needs no memory but `letters`.
pub(super) fn lowered<'w>(word: &'w str, letters: &'w mut [u8; 32]) -> Cow<'w, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    match letters.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(place) => {
            place.copy_from_slice(word.as_bytes());
            place.make_ascii_lowercase();
            Cow::Borrowed(core::str::from_utf8(place).unwrap_or(word))
        }
        None => Cow::Owned(lower(word)),
    }
}

/// A whole number of at most six digits.
fn whole(text: &str) -> Option<u32> {
    let all = text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok())?
}
