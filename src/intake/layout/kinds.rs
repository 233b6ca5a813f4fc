//! What a block is, by its shape and its neighbours.

use super::lines::{Line, ends_sentence, last_letter, opens_small};
use super::{Piece, Role};
use crate::text::part;
use crate::text::{Block, BlockKind, Span};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 150;

/// The longest sub-heading, in characters and in words.
const LONGEST_HEADING: (usize, usize) = (80, 12);

/// Gives each block its kind.
pub fn name_blocks(text: &str, lines: &[Line], pieces: &[Piece]) -> Vec<Block> {
    let mut body = pieces.iter().enumerate().filter(|(_, piece)| piece.role != Role::Metadata);
    let opening = body.next().map(|(index, _)| index).filter(|_| body.next().is_some());
    let last = pieces.iter().rposition(|piece| piece.role != Role::Metadata);
    let mut titled = false;
    let mut blocks: Vec<Block> = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let shape = Shape::of(text, lines, piece);
        let next = || pieces[index + 1..].iter().find(|piece| piece.role != Role::Metadata);
        let kind = match piece.role {
            Role::Metadata => BlockKind::Metadata,
            Role::Item => BlockKind::ListItem,
            Role::MarkedTitle if !titled => BlockKind::Title,
            Role::MarkedTitle | Role::MarkedHeading => BlockKind::Heading,
            Role::Plain if opening == Some(index) && shape.is_title() => BlockKind::Title,
            Role::Plain
                if last != Some(index)
                    && shape.is_heading()
                    && !in_table(text, lines, pieces, &blocks)
                    && next().is_some_and(|next| shape.heads(next, &Shape::of(text, lines, next))) =>
            {
                BlockKind::Heading
            }
            Role::Plain => BlockKind::Paragraph,
        };
        titled |= kind == BlockKind::Title;
        blocks.push(Block { span: Span::new(shape.start, shape.start + shape.text.len()), kind });
    }
    blocks
}

/// Whether the line above the next block is as short and open as a heading: then both are lines of a table.
fn in_table(text: &str, lines: &[Line], pieces: &[Piece], blocks: &[Block]) -> bool {
    let above = blocks.last().filter(|block| block.kind == BlockKind::Paragraph);
    let piece = &pieces[blocks.len()];
    !lines[piece.first].gap
        && above.is_some()
        && Shape::of(text, lines, &pieces[blocks.len() - 1]).is_heading()
}

/// What can be seen of a block.
struct Shape<'t> {
    start: usize,
    text: &'t str,
    lines: usize,
    width: usize,
}

impl<'t> Shape<'t> {
    fn of(text: &'t str, lines: &[Line], piece: &Piece) -> Self {
        let lines = &lines[piece.first..piece.end];
        let start = lines[0].start;
        let text = part(text, start..lines[lines.len() - 1].end);
        Self { start, text, lines: lines.len(), width: lines.iter().map(|line| line.width + 1).sum() }
    }

    /// Short, and not ended as a sentence is; a question or a cry may be a title.
    fn is_title(&self) -> bool {
        let open = !matches!(last_letter(self.text), None | Some('.' | '…' | ':' | ';' | ','));
        self.width <= LONGEST_TITLE && self.lines <= 3 && open && self.text.contains(char::is_alphabetic)
    }

    fn is_heading(&self) -> bool {
        let (width, words) = LONGEST_HEADING;
        let open = !matches!(last_letter(self.text), None | Some('.' | '…' | ':' | ';' | ',' | '!' | '?'));
        self.lines == 1
            && self.width <= width
            && open
            && !opens_small(self.text)
            && !self.text.starts_with(['-', '–', '—'])
            && self.text.contains(char::is_alphabetic)
            && self.text.split_whitespace().count() <= words
    }

    /// Whether `next` is text that a heading may stand over, rather than another line of a table.
    fn heads(&self, next: &Piece, shape: &Shape<'_>) -> bool {
        next.role == Role::Item
            || (next.role == Role::Plain
                && shape.width > self.width
                && (ends_sentence(shape.text) || shape.width > 100))
    }
}
