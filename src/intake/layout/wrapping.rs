//! Whether a line break is white space or ends a block.
//!
//! A program that wraps text fills each line as far as the next word allows. So a break is one of wrapping
//! when the first word of the next line would not have fitted behind it; at any other break somebody chose
//! to begin a new line.

use super::lines::{Line, ends_sentence, is_blank, opens_small};
use crate::order::sorted;
use crate::text::part;

/// The widest column at which people wrap text.
const WIDEST: usize = 100;

/// The narrowest; below it, lines of verse or of a table look wrapped.
const NARROWEST: usize = 40;

/// What speaks for wrapping and what against it, in breaks.
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    breaks: usize,
    /// The next word would not have fitted.
    full: usize,
    /// So too, and no sentence ends here; counts double where the next line goes on with a small letter.
    within_sentence: usize,
    /// A sentence ends here and the next line opens one, as where each line is a paragraph.
    between_sentences: usize,
}

/// The wrapping of a whole text, which decides for paragraphs too short to show their own.
#[derive(Clone, Copy, Debug)]
pub struct Wrapping {
    votes: Votes,
    column: usize,
}

/// The wrapping of one paragraph: lines without an empty one between them.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph {
    /// The column at which it is wrapped; `None` where its lines end by choice.
    column: Option<usize>,
}

impl Wrapping {
    /// Looks at all paragraphs of a text.
    pub fn of<'l>(text: &str, paragraphs: impl Iterator<Item = &'l [Line]>) -> Self {
        let mut votes = Votes::default();
        let mut columns = Vec::new();
        for lines in paragraphs.filter(|lines| lines.len() > 1) {
            let column = column_of(text, lines);
            if (NARROWEST..=WIDEST).contains(&column) {
                votes.add(Votes::of(text, lines, column));
                if lines.len() > 2 {
                    columns.push(column);
                }
            }
        }
        let middle = sorted(&columns, |&column| column as u64).get(columns.len() / 2).copied();
        let column = middle.unwrap_or(0);
        Self { votes, column }
    }

    /// Decides for one paragraph.
    pub fn paragraph(&self, text: &str, lines: &[Line]) -> Paragraph {
        let own = column_of(text, lines);
        let column = if lines.len() > 3 { own } else { own.max(self.column) };
        let mut votes = Votes::of(text, lines, column);
        if votes.breaks < 3 || votes.within_sentence.abs_diff(votes.between_sentences) < 2 {
            votes.add(self.votes);
        }
        let wrapped = (NARROWEST..=WIDEST).contains(&column)
            && votes.within_sentence > votes.between_sentences
            && votes.full * 2 >= votes.breaks;
        Paragraph { column: wrapped.then_some(column) }
    }
}

impl Paragraph {
    /// Whether `next` goes on where `line` stops. `first` tells that `line` is the first of the text, which
    /// is a title sooner than a line that somebody wrapped by hand.
    pub fn joins(self, text: &str, line: &Line, next: &Line, first: bool) -> bool {
        let (this, that) = (part(text, line.start..line.end), part(text, next.start..next.end));
        let ends = ends_sentence(this);
        let small = opens_small(that);
        let Some(column) = self.column else {
            // Also a long line may have been cut in mid-sentence.
            return small && !ends && line.width >= NARROWEST;
        };
        let indented = next.indent > line.indent + 1 && !small;
        let by_hand = !ends && !first && line.column() * 5 >= column * 4;
        !indented && (is_full(text, line, next, column) || (small && !ends) || by_hand)
    }
}

impl Votes {
    fn of(text: &str, lines: &[Line], column: usize) -> Self {
        let mut votes = Self::default();
        for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
            let full = is_full(text, line, next, column);
            let small = opens_small(part(text, next.start..next.end));
            let sentence = ends_sentence(part(text, line.start..line.end)) && !small;
            votes.breaks += 1;
            votes.full += usize::from(full);
            votes.within_sentence += usize::from(full && !sentence) + usize::from(full && small);
            votes.between_sentences += usize::from(sentence);
        }
        votes
    }

    fn add(&mut self, other: Self) {
        self.breaks += other.breaks;
        self.full += other.full;
        self.within_sentence += other.within_sentence;
        self.between_sentences += other.between_sentences;
    }
}

/// The widest line; an address on a line of its own is left out, it cannot be wrapped.
fn column_of(text: &str, lines: &[Line]) -> usize {
    let several_words =
        |line: &&Line| line.width <= WIDEST && part(text, line.start..line.end).contains(is_blank);
    let too_wide =
        lines.iter().any(|line| line.width > WIDEST && part(text, line.start..line.end).contains(' '));
    if too_wide {
        return WIDEST + 1;
    }
    lines.iter().filter(several_words).map(Line::column).max().unwrap_or(0)
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(text: &str, line: &Line, next: &Line, column: usize) -> bool {
    let word = part(text, next.start..next.end).chars().take(WIDEST).take_while(|&c| !is_blank(c)).count();
    line.column() + 1 + word > column
}
