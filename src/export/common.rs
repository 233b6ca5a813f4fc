//! What several formats need.

use core::fmt::Write as _;

use crate::analysis::{Analysis, Event, Quotation};
use crate::order::sorted;
use crate::text::offsets::Offsets;
use crate::text::{Block, BlockKind, Span};
use crate::timeline::groups::groups;
pub(super) use crate::timeline::labels::shorten;

/// Where bytes become code points.
pub(super) struct Edge<'t> {
    pub text: &'t str,
    offsets: Offsets<'t>,
}

impl<'t> Edge<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, offsets: Offsets::new(text) }
    }

    /// First code point of a span, and one past its last.
    pub fn points(&self, span: Span) -> (u32, u32) {
        (self.offsets.code_points(span.start), self.offsets.code_points(span.end))
    }
}

/// The article's title on one line, if it has one.
pub fn title(text: &str, analysis: &Analysis) -> Option<String> {
    let block = analysis.blocks.iter().find(|block| block.kind == BlockKind::Title)?;
    Some(one_line(plain(text, block).of(text))).filter(|title| !title.is_empty())
}

/// The block without the sign that makes it a heading or an item in a plain text: `# `, `- `, `• `.
pub(super) fn plain(text: &str, block: &Block) -> Span {
    let words = block.span.of(text);
    let rest = match block.kind {
        BlockKind::Title | BlockKind::Heading => words.trim_start_matches('#'),
        BlockKind::ListItem => words.strip_prefix(['-', '*', '•', '–']).unwrap_or(words),
        BlockKind::Metadata | BlockKind::Paragraph => words,
    };
    let rest = if rest.starts_with(char::is_whitespace) { rest.trim_start() } else { words };
    Span { start: block.span.end - rest.len() as u32, end: block.span.end }
}

/// Longest description, in characters: what search engines and chat programs show of it.
const DESCRIPTION: usize = 200;

/// The first words of the running text on one line, to tell what the article is about.
pub fn description(text: &str, analysis: &Analysis) -> String {
    let block = analysis.blocks.iter().find(|block| block.kind == BlockKind::Paragraph);
    shorten(&one_line(block.map_or("", |block| block.span.of(text))), DESCRIPTION)
}

/// The title, or else the first words, as the name of the article.
pub fn name(text: &str, analysis: &Analysis) -> String {
    title(text, analysis).unwrap_or_else(|| shorten(&description(text, analysis), 80))
}

/// The words with one space between them, and without what cannot be seen.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|character: char| character.is_whitespace() || character.is_control()) {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

/// The speaker in words; empty when unknown.
pub(super) fn speaker<'a>(analysis: &'a Analysis, quote: &'a Quotation) -> &'a str {
    let entity = quote.speaker.and_then(|id| analysis.entities.get(id.0 as usize));
    entity.map_or(&quote.speaker_name, |entity| &entity.name)
}

/// What a list of happenings tells, with its index: each event once, and again where another mention of it has another
/// date.
pub(super) fn happenings(analysis: &Analysis) -> impl Iterator<Item = (usize, &Event)> {
    let events = &analysis.events;
    let told = move |at: usize, first: u32| {
        at == first as usize
            || events.get(first as usize).is_none_or(|first| first.interval != events[at].interval)
    };
    let firsts = groups(events).into_iter().enumerate();
    firsts.filter(move |&(at, first)| told(at, first)).map(move |(at, _)| (at, &events[at]))
}

/// These in order of their dates, those without one last.
pub(super) fn in_time(analysis: &Analysis) -> Vec<&Event> {
    let told: Vec<&Event> = happenings(analysis).map(|(_, event)| event).collect();
    sorted(&told, |event| {
        let side = event.interval.and_then(|interval| interval.begin.or(interval.until));
        // Numbers below zero come first when their sign is turned.
        side.map_or(u64::MAX, |moment| moment.0 as u64 ^ 1 << 63)
    })
}

/// A name for something of this article that is the same in every export and on every machine: a UUID of
/// version 8 (RFC 9562), a hash of the text, a letter for what it is, and its number. A clock or chance would
/// give another one each time.
pub(super) fn uuid(text: &str, what: &str, number: u32) -> String {
    let number = number.to_le_bytes();
    let parts = [what.as_bytes(), &number, text.as_bytes()];
    let [high, low] = [0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142].map(|seed| hash(seed, &parts));
    let mut out = String::with_capacity(36);
    // Writing to a string does not fail. Version and variant take the digits that the RFC gives them.
    let _ = write!(
        out,
        "{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        low >> 48 & 0x3fff | 0x8000,
        low & 0xffff_ffff_ffff
    );
    out
}

/// FNV-1a of 64 bits.
fn hash(seed: u64, parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().copied().flatten();
    let hash = bytes.fold(seed, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    // FNV leaves the upper bits of short inputs little mixed.
    (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_one_line_and_short() {
        assert_eq!(one_line(" a\r\n b\u{0}c\u{85}d "), "a b c d");
        assert_eq!(shorten("één twee drie", 9), "één twee…");
        assert_eq!(shorten("kort", 9), "kort");
        assert_eq!(shorten("aaaaaaaaaaaa", 4), "aaaa…");
    }

    #[test]
    fn signs_of_plain_text_are_no_words() {
        let plain = |kind, words: &'static str| {
            plain(words, &Block { span: Span::new(0, words.len()), kind }).of(words)
        };
        assert_eq!(plain(BlockKind::Title, "## Kop # 1"), "Kop # 1");
        assert_eq!(plain(BlockKind::Title, "#MeToo"), "#MeToo");
        assert_eq!(plain(BlockKind::ListItem, "- één"), "één");
        assert_eq!(plain(BlockKind::ListItem, "-5 graden"), "-5 graden");
        assert_eq!(plain(BlockKind::Paragraph, "- één"), "- één");
    }

    #[test]
    fn a_uuid_has_the_shape_and_stays() {
        let id = uuid("tekst", "e", 1);
        assert_eq!(id, uuid("tekst", "e", 1));
        assert_ne!(id, uuid("tekst", "e", 2));
        assert_ne!(id, uuid("tekst!", "e", 1));
        let digits: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(digits, [8, 4, 4, 4, 12]);
        assert_eq!((&id[14..15], "89ab".contains(&id[19..20])), ("8", true));
    }
}
