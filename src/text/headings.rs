//! Sub-headings that stand in running text without punctuation.
//!
//! Where the layout of a page is lost, `Sancties` in `... dat moment." Sancties Ook bij de top stond ...`
//! reads as the start of a sentence. It is told from one by three things: it stands after a sentence's
//! end, it is a few words without a finite verb or a mark, and a capitalised word follows that opens
//! sentences and is seldom part of a name.

use super::characters::{char_at, is_opening};
use super::lexicon::{Lexicon, Stop};
use super::{Sentence, Token, TokenKind};

/// The most tokens of a sub-heading, quotation marks included.
const LONGEST: usize = 8;
/// The most words of a sub-heading.
const MOST_WORDS: usize = 6;

/// Cuts a sub-heading off the start of `sentence`, which follows another in its block. `end` is the end
/// of the block in bytes, `words` are the sentence's tokens. Returns the heading and the rest.
pub(super) fn split(
    text: &str,
    lexicon: &Lexicon<'_>,
    words: &[Token],
    sentence: &Sentence,
    end: usize,
) -> Option<(Sentence, Sentence)> {
    let length = length(text, lexicon, words, end)?;
    let cut = sentence.first_token + length as u32;
    let (head, rest) = words.split_at(length);
    let heading =
        Sentence { span: head[0].span.to(head[length - 1].span), end_token: cut, heading: true, ..*sentence };
    let rest = Sentence { span: rest[0].span.to(rest[rest.len() - 1].span), first_token: cut, ..*sentence };
    Some((heading, rest))
}

/// The number of tokens of a sub-heading that `tokens` begin with, `None` when they begin with none.
fn length(text: &str, lexicon: &Lexicon<'_>, tokens: &[Token], end: usize) -> Option<usize> {
    let word = |token: &Token| token.span.of(text);
    let mut quoted = tokens.first().is_some_and(|first| word(first).chars().all(is_quotation));
    let first = tokens.get(usize::from(quoted))?;
    if first.kind != TokenKind::Word || !word(first).starts_with(char::is_uppercase) {
        return None;
    }
    // The capital is the rarest condition, so it is looked at first.
    for (index, token) in tokens.iter().enumerate().take(LONGEST + 1).skip(1) {
        match token.kind {
            TokenKind::Word => {
                let upper = !quoted && word(token).starts_with(char::is_uppercase);
                if upper && lexicon.opens_sentence(text, token.span.start as usize, end) {
                    return is_heading(text, lexicon, &tokens[..index]).then_some(index);
                }
            }
            TokenKind::Number => {}
            TokenKind::Punctuation if char_at(word(token), 0).is_some_and(is_quotation) => quoted = !quoted,
            _ => return None,
        }
    }
    None
}

/// Whether `tokens`, which stand before an opener, read as a sub-heading.
fn is_heading(text: &str, lexicon: &Lexicon<'_>, tokens: &[Token]) -> bool {
    let mut words =
        tokens.iter().filter(|token| token.kind != TokenKind::Punctuation).map(|token| token.span.of(text));
    let count = words.clone().count();
    // "Ook Hij": an opener alone is no heading.
    if count > MOST_WORDS || count == 1 && words.clone().any(|word| lexicon.is_opener(word)) {
        return false;
    }
    let last = words.clone().next_back().and_then(|last| lexicon.heading_stop(last));
    let ends = last.is_none_or(|stop| stop == Stop::Work && count == 1);
    ends && words.all(|word| lexicon.heading_stop(word) != Some(Stop::Anywhere) && !word.ends_with('.'))
}

fn is_quotation(mark: char) -> bool {
    is_opening(mark) && !matches!(mark, '(' | '[' | '{' | '-' | '–' | '—' | '―' | '•' | '*' | '¿' | '¡')
}
