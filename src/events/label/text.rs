//! The words of a label: at most so many characters, with a name for a pronoun.

use super::choice::Piece;
use super::cut::{part, position};
use super::{LONGEST, Labeller};
use crate::analysis::EntityId;

/// A pronoun, and whom it means.
pub(super) type Pronoun = (usize, EntityId);

impl Labeller<'_, '_> {
    /// The words of some pieces with the trigger among them, at most [`LONGEST`] characters. What is left out is
    /// marked `…`: the end, or where the trigger stands too far for that, the middle.
    pub(super) fn text(&self, pieces: &[Piece], at: usize, pronouns: &[Pronoun]) -> String {
        let short = self.measure(pieces) + self.more_for(pronouns, false) > LONGEST;
        let room = LONGEST.saturating_sub(self.more_for(pronouns, short));
        let timeless;
        let pieces = match self.measure(pieces) > room {
            true => {
                timeless = self.without_times(pieces);
                &timeless
            }
            false => pieces,
        };
        let trigger = position(pieces, at);
        let count: usize = pieces.iter().map(|piece| piece.tokens.len()).sum();
        let mut rest = count;
        let chosen = if self.measure(pieces) <= room {
            pieces.to_vec()
        } else if self.measure(&part(pieces, 0, trigger + 1)) + 2 <= room {
            let mut end = trigger + 1;
            while end < count && self.measure(&part(pieces, 0, end + 1)) + 2 <= room {
                end += 1;
            }
            // No label ends on `van de`.
            while end > trigger + 1 && self.is_closed_word(pieces, end - 1) {
                end -= 1;
            }
            rest = end;
            part(pieces, 0, end)
        } else {
            let (some, end) = self.middle_out(pieces, trigger, room);
            rest = end;
            some
        };
        let mut text = String::new();
        let mut before = None;
        for piece in &chosen {
            match before {
                Some(_) if piece.gap => text.push_str(" … "),
                Some(_) => text.push(' '),
                None if piece.gap => text.push('…'),
                None => {}
            }
            before = Some(piece.tokens.end);
            self.push(&mut text, piece, pronouns, short);
        }
        let mut text = tidy(&text);
        if part(pieces, rest, count).iter().any(|piece| piece.tokens.clone().any(|at| self.is_word(at))) {
            text.push('…');
        }
        // A word without end in itself has no boundary to cut on.
        if text.chars().count() > LONGEST {
            text = text.chars().take(LONGEST - 1).chain(['…']).collect();
        }
        text
    }

    /// How many characters names take more than the pronouns that they stand for.
    #[inline(never)]
    pub(super) fn more_for(&self, pronouns: &[Pronoun], short: bool) -> usize {
        let more = |&(at, id): &Pronoun| {
            (self.name(id, short).chars().count() + 2).saturating_sub(self.lower(at).len())
        };
        pronouns.iter().map(more).sum()
    }

    fn push(&self, text: &mut String, piece: &Piece, pronouns: &[Pronoun], short: bool) {
        let span = self.piece_span(piece);
        let mut from = span.start as usize;
        for &(at, id) in pronouns.iter().filter(|(at, _)| piece.tokens.contains(at)) {
            let place = self.doc.tokens[at].span;
            text.push_str(self.doc.text.get(from..place.start as usize).unwrap_or_default());
            text.push('[');
            text.push_str(self.name(id, short));
            text.push(']');
            from = place.end as usize;
        }
        text.push_str(self.doc.text.get(from..span.end as usize).unwrap_or_default());
    }

    /// A form of an entity's name that is not long; `short` leaves the given name out.
    #[inline(never)]
    pub(super) fn name(&self, id: EntityId, short: bool) -> &str {
        let name = self.entities.get(id.0 as usize).map_or("", |entity| entity.name.as_str());
        match name.split_once(' ') {
            Some((_, rest)) if short => rest,
            _ if name.chars().count() <= 30 => name,
            _ => name.rsplit(' ').next().unwrap_or(name),
        }
    }
}

/// One space between words, no marks at the ends, no quotation mark or bracket without its other half.
fn tidy(text: &str) -> String {
    let mut tidy =
        text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").replace(",,", ",");
    for (open, close) in [("“", "”"), ("„", "”"), ("‘", "’"), ("(", ")"), ("«", "»")] {
        let apostrophes = close == "’" && !tidy.contains(open);
        if !apostrophes && tidy.matches(open).count() != tidy.matches(close).count() {
            tidy = tidy.replace(open, "").replace(close, "");
        }
    }
    if tidy.matches('"').count() % 2 == 1 {
        tidy = tidy.replace('"', "");
    }
    let marks = |char: char| matches!(char, ',' | '.' | ';' | ':' | ' ' | '-' | '–' | '—');
    tidy.trim_start_matches(|char: char| marks(char) || matches!(char, '”' | '’'))
        .trim_end_matches(marks)
        .to_owned()
}
