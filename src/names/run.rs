//! How far a name runs: capitalised words with the particles, connectors and numbers inside.

use super::candidates::{Candidate, Reader, is_lower_after};
use super::lexicon::{has_er, is_agent, is_given_name, is_role, known};
use super::shape::{Shape, shape};
use crate::analysis::EntityKind;
use crate::text::{Span, TokenKind, lower, part};
use crate::text::{head, tail};

/// The longest name, in tokens.
const LONGEST: usize = 14;

impl Reader<'_, '_> {
    /// The longest run of name words from token `first`.
    pub(super) fn run(&self, first: usize, end: usize) -> Candidate {
        let mut run = self.plain(first, first + 1);
        let ministry =
            |word: &str| self.data.ministry_words.contains(&word).then_some(("", EntityKind::Organisation));
        let find_head = |word: &str| {
            let head = self.data.heads.iter().find(|(head, _)| *head == word).copied();
            head.or_else(|| ministry(word))
        };
        if let Some(span) = self.compound(first) {
            return Candidate { span, in_compound: true, ..run };
        }
        let mut head = find_head(self.word(first));
        // Longer than any name: an endless run of capitals is looked at once.
        let end = end.min(first + LONGEST);
        while run.end < end {
            let at = run.end;
            let word = self.word(at);
            let previous = self.word(at - 1);
            if previous.ends_with('-')
                || previous.ends_with('.')
                    && self.shapes[at - 1] != Shape::Initials
                    && !self.shapes[at].is_name_like()
            {
                break;
            }
            if self.shapes[at].is_name_like() && self.doc.tokens[at].kind != TokenKind::Punctuation {
                if self.is_boundary(&run, at) {
                    break;
                }
                if let Some(span) = self.compound(at) {
                    run.span = run.span.to(span);
                    run.end = at + 1;
                    run.in_compound = true;
                    break;
                }
                run.end = at + 1;
            } else if let Some((stop, kind)) = head.and_then(|head| self.connected(at, end, head.1)) {
                run.end = stop;
                run.kind = Some(kind);
            } else if let Some(stop) = self.particle(&run, at, end) {
                run.end = stop;
                run.person_like = true;
            } else if word == "&" && at + 1 < end && self.shapes[at + 1].is_name_like() {
                run.end = at + 2;
            } else if self.doc.tokens[at].kind == TokenKind::Number && self.takes_number(&run, at) {
                run.end = at + 1;
            } else {
                break;
            }
            head = head.or_else(|| find_head(self.word(run.end - 1)));
            run.span = self.span(first, run.end);
        }
        if run.end > first + 1 && self.shapes[first] == Shape::Initials {
            run.person_like = true;
        }
        run
    }

    /// Whether a new name starts at token `at`, so that the run ends before it.
    fn is_boundary(&self, run: &Candidate, at: usize) -> bool {
        let (before, word) = (self.doc.tokens[at - 1].span, self.doc.tokens[at].span);
        let gap = part(self.doc.text, before.end as usize..word.start as usize);
        if gap.contains('\n') && gap.matches('\n').count() > 1 {
            return true;
        }
        let surface = run.span.of(self.doc.text);
        let before = known(self.data, surface);
        // A people or an adjective before a name is its own thing: `D66'er Jansen`, `Britse NAVO-officieren`.
        let group = before.group || has_er(surface);
        let longer = known(self.data, self.span(run.first, at + 1).of(self.doc.text)).any();
        let word = self.word(at);
        let adjective = surface.ends_with('e') || surface.ends_with('s');
        let separate = !adjective
            || self.shapes[at] == Shape::Upper
            || known(self.data, word).any()
            || is_given_name(self.data, word)
            || self.has_name_ending(&lower(word))
            || self.compound(at).is_some();
        let held = before.event && known(self.data, word).place;
        !longer && (group && separate || held)
    }

    /// `van Amsterdam` after `Universiteit`: where the longer name ends.
    fn connected(&self, at: usize, end: usize, kind: EntityKind) -> Option<(usize, EntityKind)> {
        let mut stop = at;
        let ministry = self.data.ministry_words.contains(&self.word(at - 1));
        let joins = |word: &str| self.data.connectors.contains(&word) || ministry && word == "en";
        while stop < end && stop < at + 2 && joins(self.word(stop)) {
            stop += 1;
        }
        if stop == at || stop >= end || !self.shapes[stop].is_name_like() || self.compound(stop).is_some() {
            return None;
        }
        Some((stop + 1, kind))
    }

    /// `van der Wal` after a given name: where the surname's first word ends.
    fn particle(&self, run: &Candidate, at: usize, end: usize) -> Option<usize> {
        let two = (at + 1 < end)
            .then(|| self.span(at, at + 2).of(self.doc.text))
            .filter(|pair| self.data.strong_particles.contains(pair));
        let size = if two.is_some() { 2 } else { 1 };
        let (word, stop) = (self.word(at), at + size);
        if stop >= end || !self.shapes[stop].is_name_like() || run.in_compound {
            return None;
        }
        let next = known(self.data, self.word(stop));
        let first = self.word(run.first);
        let short = run.end == run.first + 1 || (run.first..run.end).all(|at| self.is_first_name(at));
        let given = is_given_name(self.data, first) || self.shapes[run.first] == Shape::Initials;
        let plain =
            known(self.data, run.span.of(self.doc.text)).any() || self.shapes[run.end - 1] == Shape::Upper;
        let strong = size == 2
            && !matches!(two, Some("in de" | "op de" | "van het" | "voor de" | "aan de" | "uit de"))
            || self.data.strong_particles.contains(&word);
        let weak = size == 2 || self.data.weak_particles.contains(&word);
        let before = run.first.checked_sub(1).map_or("", |at| self.word(at));
        let role = is_role(self.data, before)
            || is_agent(self.data, before)
            || crate::quotes::is_speech_verb(self.doc.lang, before);
        let inside = run.first > 0
            && self.shapes[run.first - 1] == Shape::Lower
            && self.doc.tokens[run.first - 1].kind == TokenKind::Word
            && !self.data.articles.contains(&before);
        let stranger = inside && word == "van" && !next.any() && run.end == run.first + 1;
        // A surname alone opens with a capital particle: `volgens Van der Meij`.
        let surname = inside && run.end == run.first + 1 && {
            let lower = first.to_lowercase();
            self.data.strong_particles.contains(&lower.as_str())
                || self.data.weak_particles.contains(&lower.as_str())
        };
        let joins = short
            && !plain
            && (stranger
                || surname
                || strong && (given || role || !next.place)
                || weak && (given || role) && !next.body && (given || !next.place));
        joins.then_some(stop + 1)
    }

    fn is_first_name(&self, at: usize) -> bool {
        self.shapes[at] == Shape::Initials || is_given_name(self.data, self.word(at))
    }

    /// `Boeing 737`: a short number that is no year belongs to the name of a product.
    fn takes_number(&self, run: &Candidate, at: usize) -> bool {
        let number = self.word(at);
        let longer = self.span(run.first, at + 1).of(self.doc.text);
        known(self.data, longer).any()
            || number.len() <= 3
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && matches!(
                    self.word(run.end - 1),
                    "Boeing" | "Airbus" | "Formule" | "Apollo" | "Windows" | "iPhone"
                )
    }

    /// The name part of a token such as `EU-top` or `NAVO-`.
    pub(super) fn compound(&self, at: usize) -> Option<Span> {
        let word = self.word(at);
        let start = self.doc.tokens[at].span.start as usize;
        if let Some(name) = word.strip_suffix(['-', '\u{2011}']) {
            return Some(Span::new(start, start + name.len()));
        }
        let role = |cut: usize| tail(word, cut + 1).len() > 3 && is_role(self.data, tail(word, cut + 1));
        let ends = |cut: usize| is_lower_after(word, cut) || role(cut);
        let cut = word.match_indices('-').map(|(cut, _)| cut).find(|&cut| cut > 0 && ends(cut))?;
        let (name, tail) = (head(word, cut), tail(word, cut + 1));
        let place = self.data.place_endings.contains(&tail) && shape(name) == Shape::Capital;
        let letters = name.chars().filter(|char| char.is_alphanumeric()).count();
        let surname = self.data.strong_particles.contains(&tail) || self.data.weak_particles.contains(&tail);
        let whole =
            place || surname || known(self.data, word).any() || letters < 2 || !shape(name).is_name_like();
        (!whole).then(|| Span::new(start, start + cut))
    }
}
