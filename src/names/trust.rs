//! Which capitals to trust: titles and common words before a name, and runs that open a sentence.

use super::candidates::{Candidate, Reader};
use super::lexicon::{is_agent, is_given_name, is_role, known};
use super::shape::{Shape, shape};
use crate::text::{cut, lower};

impl Reader<'_, '_> {
    /// Whether the first word of a run is a title or a common word rather than part of the name.
    pub(super) fn is_stripped(&self, first: usize, run: &Candidate, opens: bool) -> bool {
        let word = self.word(first);
        let surface = run.span.of(self.doc.text);
        if known(self.data, surface).any() || self.shapes[first] != Shape::Capital {
            return false;
        }
        let more = run.end > first + 1;
        let lower = lower(word);
        let article = self.data.articles.contains(&lower.as_str());
        if opens && more && article && !self.seen_pair(first, run) {
            return true;
        }
        if run.kind.is_some() {
            return false;
        }
        if more && opens && self.is_body_word(&lower) {
            return true;
        }
        if more
            && (is_role(self.data, word) || opens && is_agent(self.data, &lower))
            && !run.in_compound
            && !self.seen_pair(first, run)
        {
            return true;
        }
        if !opens {
            return false;
        }
        if more && self.data.capital_particles.contains(&word) {
            return !self.seen_pair(first, run);
        }
        let common = self.data.common_words.contains(&lower)
            || self.seen.lower.contains(lower.as_str())
            || self.data.articles.contains(&lower.as_str())
            || self.data.calendar_words.contains(&lower.as_str());
        let keeps = is_given_name(self.data, word) && more && !self.data.articles.contains(&lower.as_str());
        more && common && !keeps && !self.seen.capital.contains(word)
    }

    /// `Regeringspartijen PVV en VVD`: a common noun for a body, also in the plural.
    fn is_body_word(&self, lower: &str) -> bool {
        ["", "en", "s"].iter().any(|plural| {
            let word = lower.strip_suffix(plural);
            word.is_some_and(|word| {
                self.data
                    .body_words
                    .iter()
                    .any(|body| word == *body || body.len() > 3 && word.ends_with(body))
            })
        })
    }

    pub(super) fn seen_pair(&self, first: usize, run: &Candidate) -> bool {
        run.end > first + 1 && self.seen.pairs.contains(self.span(first, first + 2).of(self.doc.text))
    }

    /// Whether a run that opens a sentence is a name.
    pub(super) fn is_believed(&self, run: &Candidate) -> bool {
        let surface = run.span.of(self.doc.text);
        if run.end > run.first + 1 || known(self.data, surface).any() {
            return true;
        }
        let word = if run.in_compound { surface } else { self.word(run.first) };
        let lower = lower(word);
        let common = self.data.common_words.contains(&lower) || self.seen.lower.contains(lower.as_str());
        let seen = self.seen.capital.contains(word);
        match shape(word) {
            Shape::Upper | Shape::Mixed => !common,
            _ if is_role(self.data, word) || self.data.articles.contains(&lower.as_str()) => seen && !common,
            _ if common => seen && !self.seen.lower.contains(lower.as_str()),
            _ => {
                seen || is_given_name(self.data, word)
                    || cut::find(word, "'er").is_some()
                    || self.has_name_ending(&lower)
            }
        }
    }

    pub(super) fn has_name_ending(&self, lower: &str) -> bool {
        let long =
            |ending: &&&str| ending.len() > 4 && lower.len() > ending.len() + 2 && lower.ends_with(**ending);
        self.data.place_endings.iter().any(|ending| long(&ending))
    }

    /// A name at the head of a paragraph, before a dash: `DEN HAAG -`, `Utrecht (ANP) -`.
    pub(super) fn is_dateline(&self, run: &Candidate) -> bool {
        let Some(sentence) = self.doc.sentence_at(run.span.start).map(|at| &self.doc.sentences[at]) else {
            return false;
        };
        let head = run.first == sentence.first_token as usize && run.end <= run.first + 3;
        let next = self.word(run.end);
        let dash = |word: &str| matches!(word, "-" | "–" | "—");
        let upper = self.shapes[run.first] == Shape::Upper && self.word(run.first).len() > 3;
        head && (dash(next)
            || upper && matches!(next, "," | "(")
            || next == "(" && dash(self.word(run.end + 3)))
    }
}
