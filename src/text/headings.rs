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
const LONGEST: usize = 7;
/// The most words of a sub-heading.
const MOST_WORDS: usize = 5;

/// Cuts a sub-heading off the start of `sentence`, which follows another in its block. `end` is the end
/// of the block in bytes, `words` are the sentence's tokens. Returns the heading and the rest.
pub(super) fn split(
    text: &str,
    lexicon: &Lexicon,
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
fn length(text: &str, lexicon: &Lexicon, tokens: &[Token], end: usize) -> Option<usize> {
    let first = tokens.first()?;
    let word = first.span.of(text);
    if first.kind != TokenKind::Word || !word.starts_with(char::is_uppercase) {
        return None;
    }
    let mut words = 0;
    let mut quoted = false;
    for (index, token) in tokens.iter().enumerate().take(LONGEST + 1) {
        let word = token.span.of(text);
        let opener = index > 0 && !quoted && starts_after(text, lexicon, tokens, index, end);
        // "Ook Hij", "In Als": an opener alone is no heading.
        if opener && !(words == 1 && lexicon.is_opener(first.span.of(text))) {
            let last = lexicon.heading_stop(tokens[index - 1].span.of(text));
            let ends = last.is_none_or(|stop| stop == Stop::Work && words == 1);
            return (index <= LONGEST && ends).then_some(index);
        }
        match token.kind {
            TokenKind::Word if lexicon.heading_stop(word) != Some(Stop::Anywhere) && !word.ends_with('.') => {
                words += 1
            }
            TokenKind::Number => words += 1,
            TokenKind::Punctuation if char_at(word, 0).is_some_and(is_quotation) => quoted = !quoted,
            _ => return None,
        }
        if words > MOST_WORDS {
            return None;
        }
    }
    None
}

/// Whether the sentence after a heading starts at token `index`.
fn starts_after(text: &str, lexicon: &Lexicon, tokens: &[Token], index: usize, end: usize) -> bool {
    let token = tokens[index];
    let upper = token.kind == TokenKind::Word && token.span.of(text).starts_with(char::is_uppercase);
    upper && lexicon.opens_sentence(text, token.span.start as usize, end)
}

fn is_quotation(mark: char) -> bool {
    is_opening(mark) && !matches!(mark, '(' | '[' | '{' | '-' | '–' | '—' | '―' | '•' | '*' | '¿' | '¡')
}
