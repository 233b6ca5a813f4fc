//! The words of a label: at most so many characters, with a name for a pronoun.

use core::ops::Range;

use super::{LONGEST, Labeller};
use crate::analysis::EntityId;
use crate::events::words::layer;

impl Labeller<'_, '_> {
    /// The words of a range with the trigger among them, at most [`LONGEST`] characters. What is left out is
    /// marked `…`: the end, or where the trigger stands too far for that, the middle.
    pub(super) fn text(&self, range: &Range<usize>, at: usize, pronoun: Option<(usize, EntityId)>) -> String {
        let name = pronoun.map(|(at, id)| (at, ["[", self.name(id), "]"].concat()));
        let room = LONGEST - name.as_ref().map_or(0, |(_, name)| name.chars().count());
        let mut pieces: Vec<Range<usize>> = Vec::new();
        if self.length(range) <= room {
            pieces.push(range.clone());
        } else if self.length(&(range.start..at + 1)) + 2 <= room {
            let mut end = at + 1;
            while end < range.end && self.length(&(range.start..end + 1)) + 2 <= room {
                end += 1;
            }
            // No label ends on `van de`.
            while end > at + 1 && !self.words[end - 1].open && self.words[end - 1].layers & layer::NAME == 0 {
                end -= 1;
            }
            pieces.push(range.start..end);
        } else {
            let (mut head, mut tail) = (range.start + 1, at);
            while head < at && self.length(&(range.start..head + 1)) < room / 2 {
                head += 1;
            }
            while head > range.start + 1
                && !self.words[head - 1].open
                && self.words[head - 1].layers & layer::NAME == 0
            {
                head -= 1;
            }
            let used = self.length(&(range.start..head));
            if used + self.length(&(at..at + 1)) + 4 <= room {
                while tail > head && used + self.length(&(tail - 1..at + 1)) + 4 <= room {
                    tail -= 1;
                }
                pieces.push(range.start..head);
            }
            pieces.push(tail..at + 1);
        }
        let last = pieces.last().map_or(range.end, |piece| piece.end);
        let mut text = String::new();
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 && piece.start > pieces[index - 1].end {
                text.push_str(" … ");
            } else if index > 0 {
                text.push(' ');
            } else if piece.start > range.start {
                text.push('…');
            }
            self.push(&mut text, piece, name.as_ref());
        }
        let mut text = tidy(&text);
        if (last..range.end).any(|at| self.is_word(at)) {
            text.push('…');
        }
        // A word without end in itself has no boundary to cut on.
        if text.chars().count() > LONGEST {
            text = text.chars().take(LONGEST - 1).chain(['…']).collect();
        }
        text
    }

    fn push(&self, text: &mut String, piece: &Range<usize>, name: Option<&(usize, String)>) {
        match name.filter(|(at, _)| piece.contains(at)) {
            Some((at, name)) => {
                let (from, to) = (self.doc.tokens[piece.start].span.start, self.doc.tokens[*at].span);
                text.push_str(self.doc.text.get(from as usize..to.start as usize).unwrap_or_default());
                text.push_str(name);
                let end = self.doc.tokens[piece.end - 1].span.end;
                text.push_str(self.doc.text.get(to.end as usize..end as usize).unwrap_or_default());
            }
            None => text.push_str(self.span(piece).of(self.doc.text)),
        }
    }

    /// A short form of an entity's name.
    pub(super) fn name(&self, id: EntityId) -> &str {
        let name = self.entities.get(id.0 as usize).map_or("", |entity| entity.name.as_str());
        if name.chars().count() <= 30 { name } else { name.rsplit(' ').next().unwrap_or(name) }
    }
}

/// One space between words, no marks at the ends, no quotation mark or bracket without its other half.
fn tidy(text: &str) -> String {
    let mut tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
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
