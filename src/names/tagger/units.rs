//! The words of a sentence as the tagger reads them: tokens, cut further where a name may end inside one.

use super::super::shape::{Shape, shape};
use super::hash::{Hash, fold};
use crate::text::{BlockKind, Doc, Sentence, TokenKind};

/// A token, or a part of one at a hyphen before lower case: `Airbus` and `-eigenaar`.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// First byte in the document's text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Index of its token.
    pub token: u32,
    /// Whether it goes on a token that an earlier unit opened.
    pub glued: bool,
    /// Whether its letters tell that it may belong to a name.
    pub cased: bool,
    /// Whether every word has a capital here: at the start of a sentence or of a quotation.
    pub opens: bool,
    /// Whether it is made of letters or digits.
    pub word: bool,
    /// Hash of its letters and digits, in lower case and without accents.
    pub folded: u32,
    /// Hashes of the first two, three and four characters of the same.
    pub prefixes: [u32; 3],
    /// Hashes of the last two, three, four and five characters of the same.
    pub suffixes: [u32; 4],
    /// Hash of its pattern: `Xx`, `XX`, `X.`, `9`.
    pub pattern: u32,
}

/// Appends the units of a sentence. `bare` is whether the whole document has no capitals.
pub(crate) fn push_sentence(doc: &Doc<'_>, sentence: &Sentence, bare: bool, units: &mut Vec<Unit>) {
    let metadata =
        doc.blocks.get(sentence.block as usize).is_some_and(|block| block.kind == BlockKind::Metadata);
    if metadata {
        return;
    }
    let mut writer = Writer { units, caseless: bare || shouts(doc, sentence) };
    let mut opens = true;
    for token in sentence.tokens() {
        let (span, kind) = (doc.tokens[token].span, doc.tokens[token].kind);
        let text = span.of(doc.text);
        let mut from = 0;
        if kind == TokenKind::Word {
            for (cut, _) in text.match_indices('-').filter(|&(cut, _)| parts(text, cut)) {
                // The hyphen belongs to the part in lower case.
                let lower_before = !text[from..cut].chars().any(char::is_uppercase);
                let cut = cut + usize::from(lower_before);
                if cut > from && cut < text.len() {
                    writer.push(text, (from, cut), span.start, token, kind, opens);
                    (from, opens) = (cut, false);
                }
            }
        }
        writer.push(text, (from, text.len()), span.start, token, kind, opens);
        opens = opens_after(text, kind, opens);
    }
}

struct Writer<'u> {
    units: &'u mut Vec<Unit>,
    /// Whether the sentence has capitals only, or none where there should be some.
    caseless: bool,
}

impl Writer<'_> {
    fn push(
        &mut self,
        text: &str,
        (from, to): (usize, usize),
        offset: u32,
        token: usize,
        kind: TokenKind,
        opens: bool,
    ) {
        let part = &text[from..to];
        let word = matches!(kind, TokenKind::Word | TokenKind::Number);
        let cased = kind != TokenKind::Address
            && (part.chars().any(char::is_uppercase) || self.caseless && kind == TokenKind::Word);
        let (folded, prefixes, suffixes) = letters(part);
        self.units.push(Unit {
            start: offset + from as u32,
            end: offset + to as u32,
            token: token as u32,
            glued: from > 0,
            cased,
            opens,
            word,
            folded,
            prefixes,
            suffixes,
            pattern: if self.caseless { 1 } else { pattern(part, kind) },
        });
    }
}

/// Whether a sentence has no lower case at all, so that capitals tell nothing.
fn shouts(doc: &Doc<'_>, sentence: &Sentence) -> bool {
    let words = || sentence.tokens().filter(|&at| doc.tokens[at].kind == TokenKind::Word);
    words().count() > 2 && words().all(|at| !doc.token_text(at).chars().any(char::is_lowercase))
}

/// Whether the hyphen at byte `cut` stands between a part with a capital and one without.
fn parts(text: &str, cut: usize) -> bool {
    let after = text[cut + 1..].chars().next();
    let before = text[..cut].rsplit('-').next().unwrap_or_default();
    let lower_before = before.chars().next().is_some_and(char::is_lowercase);
    match after {
        None => true,
        Some(char) if char.is_lowercase() => !lower_before,
        Some(char) => char.is_uppercase() && lower_before,
    }
}

/// Whether the word after this token stands where every word has a capital.
fn opens_after(text: &str, kind: TokenKind, opens: bool) -> bool {
    match kind {
        TokenKind::Punctuation => match text {
            "(" | ")" | "," | ";" | "/" | "[" | "]" => opens,
            _ => true,
        },
        TokenKind::Symbol => opens,
        _ => false,
    }
}

/// The hash of the letters and digits, of the first two to four and of the last two to five of them.
fn letters(part: &str) -> (u32, [u32; 3], [u32; 4]) {
    let mut whole = Hash::new();
    let mut prefixes = [0; 3];
    let mut last = [0u32; 5];
    let mut count = 0;
    for char in part.chars() {
        let folded = fold(char);
        if folded == 0 {
            continue;
        }
        whole.add(folded);
        count += 1;
        if let 2..=4 = count {
            prefixes[count - 2] = whole.value();
        }
        last.rotate_left(1);
        last[4] = folded;
    }
    if count == 0 {
        part.chars().for_each(|char| whole.add(u32::from(char)));
    }
    let mut suffixes = [0; 4];
    let mut end = Hash::new();
    for (at, &char) in last.iter().rev().enumerate() {
        if at >= count {
            break;
        }
        end.add(char);
        if at > 0 {
            suffixes[at - 1] = end.value();
        }
    }
    (whole.value(), prefixes, suffixes)
}

/// Letters and digits by class, runs of one class made one.
fn pattern(part: &str, kind: TokenKind) -> u32 {
    let mut hash = Hash::new();
    if !matches!(kind, TokenKind::Word | TokenKind::Number) {
        part.chars().take(4).for_each(|char| hash.add(u32::from(char)));
        return hash.value();
    }
    hash.add(match shape(part) {
        Shape::Lower => 1,
        Shape::Capital => 2,
        Shape::Upper => 3,
        Shape::Mixed => 4,
        Shape::Initials => 5,
    });
    let (mut last, mut run, mut classes) = (0, 0, 0);
    for char in part.chars() {
        let class = match char {
            _ if char.is_uppercase() => 1,
            _ if char.is_lowercase() => 2,
            '0'..='9' => 3,
            _ => u32::from(char),
        };
        run = if class == last { run + 1 } else { 1 };
        // How many capitals or digits stand together tells much; lower case does not.
        let counts = run == 1 || class != 2 && run <= 4;
        if counts && classes < 9 {
            hash.add(class);
            classes += 1;
        }
        last = class;
    }
    hash.value()
}
