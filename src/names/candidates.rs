//! Candidate names: runs of capitalised words, with the particles and connectors inside.

use super::lexicon::{known, title_case};
use super::shape::{Shape, shape};
use crate::analysis::EntityKind;
use crate::lang::Table;
use crate::lang::data::NameData;
use crate::text::tail;
use crate::text::{BlockKind, Doc, Sentence, Span, TokenKind, lower};

/// A stretch that may be a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Where it stands.
    pub span: Span,
    /// Index of its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Whether the last token goes on after the name: `EU` in `EU-top`.
    pub in_compound: bool,
    /// The kind that its grammar tells: `Universiteit van Amsterdam`.
    pub kind: Option<EntityKind>,
    /// Whether a given name or initials stand before a particle: `Jan van Dijk`.
    pub person_like: bool,
    /// A place at the head of a news report: `DEN HAAG -`.
    pub dateline: bool,
    /// What the tagger makes of it, where it found it.
    pub judged: Option<Judged>,
}

/// What the tagger makes of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    /// The probability of each kind, in the order of `EntityKind::ALL`.
    pub kinds: [f32; 6],
    /// How sure it is that this is a name of the likeliest kind, 0 to 1.
    pub confidence: f32,
}

/// Finds the candidates of a document in one pass, after one pass that counts what words look like.
pub(super) fn candidates(doc: &Doc<'_>) -> Vec<Candidate> {
    let data = &doc.lang.names;
    let shapes = doc
        .tokens
        .iter()
        .map(|token| match token.kind {
            TokenKind::Word => shape(token.span.of(doc.text)),
            _ if token.kind == TokenKind::Number && has_capital(token.span.of(doc.text)) => Shape::Upper,
            _ => Shape::Lower,
        })
        .collect();
    let mut reader = Reader { doc, data, shapes, seen: Seen::default(), found: Vec::new() };
    for sentence in &doc.sentences {
        reader.count(sentence);
    }
    for sentence in &doc.sentences {
        reader.read(sentence);
    }
    reader.found
}

fn has_capital(word: &str) -> bool {
    !word.starts_with(|char: char| char.is_ascii_digit()) && word.chars().any(char::is_uppercase)
}

/// What the document shows of its words away from the start of sentences.
#[derive(Default)]
pub(super) struct Seen<'t> {
    /// Words in lower case.
    pub(super) lower: Table<'t>,
    /// Words with a capital inside a sentence.
    pub(super) capital: Table<'t>,
    /// A capital particle with the next word: `De Winter`.
    pub(super) pairs: Table<'t>,
    /// Titles in quotation marks after a word such as `roman`.
    titles: Table<'t>,
}

pub(super) struct Reader<'d, 't> {
    pub(super) doc: &'d Doc<'t>,
    pub(super) data: &'t NameData<'t>,
    pub(super) shapes: Vec<Shape>,
    pub(super) seen: Seen<'t>,
    found: Vec<Candidate>,
}

impl<'t> Reader<'_, 't> {
    pub(super) fn word(&self, index: usize) -> &'t str {
        self.doc.token_text(index)
    }

    fn count(&mut self, sentence: &Sentence) {
        if self.shouts(sentence) {
            return;
        }
        let mut opens = true;
        for at in sentence.tokens() {
            let word = self.word(at);
            if self.doc.tokens[at].kind == TokenKind::Word {
                if self.shapes[at] == Shape::Lower {
                    self.seen.lower.insert(word, 0);
                } else if !opens {
                    self.seen.capital.insert(word, 0);
                    if self.data.capital_particles.contains(&word) && at + 1 < sentence.end_token as usize {
                        let pair = self.doc.tokens[at].span.to(self.doc.tokens[at + 1].span);
                        self.seen.pairs.insert(pair.of(self.doc.text), 0);
                    }
                }
            }
            if let Some((end, before)) = self.quoted_title(at, sentence)
                && self.data.work_words.contains(&before)
            {
                self.seen.titles.insert(self.span(at + 1, end).of(self.doc.text), 0);
            }
            opens = self.opens_after(at, opens);
        }
    }

    /// A few words in quotation marks at token `at` that may be a title: where they end, and the word before.
    fn quoted_title(&self, at: usize, sentence: &Sentence) -> Option<(usize, &'t str)> {
        if !matches!(self.word(at), "\"" | "“" | "„" | "«" | "‘" | "'" | "’") {
            return None;
        }
        let end = (sentence.end_token as usize).min(at + 9);
        let stop = (at + 1..end).find(|&stop| {
            matches!(self.word(stop), "\"" | "”" | "“" | "»" | "’" | "'" | "," | "." | ":" | ";")
        })?;
        let titled = stop > at + 1
            && self.shapes[at + 1].is_name_like()
            && !matches!(self.word(stop), "," | "." | ":" | ";");
        let before = at.checked_sub(1).filter(|&before| before >= sentence.first_token as usize);
        titled.then(|| (stop, before.map_or("", |before| self.word(before))))
    }

    /// Whether the word after token `at` stands where every word has a capital.
    fn opens_after(&self, at: usize, opens: bool) -> bool {
        let word = self.word(at);
        match self.doc.tokens[at].kind {
            TokenKind::Punctuation => match word {
                "\"" | "“" | "„" | "«" | "‘" | "'" | "’" | "”" | "»" | ":" => true,
                "-" | "–" | "—" | "•" | "(" | "..." | "…" => opens || !matches!(word, "("),
                "." | "!" | "?" => true,
                _ => opens,
            },
            TokenKind::Symbol => opens,
            _ => false,
        }
    }

    /// Whether a sentence has no lower case at all, so that capitals tell nothing.
    fn shouts(&self, sentence: &Sentence) -> bool {
        let words = || sentence.tokens().filter(|&at| self.doc.tokens[at].kind == TokenKind::Word);
        words().count() > 2 && words().all(|at| !self.word(at).chars().any(char::is_lowercase))
    }

    fn read(&mut self, sentence: &Sentence) {
        if self.doc.blocks.get(sentence.block as usize).is_some_and(|block| block.kind == BlockKind::Metadata)
        {
            return;
        }
        let (mut at, end) = (sentence.first_token as usize, sentence.end_token as usize);
        if self.shouts(sentence) {
            return self.read_shouting(at, end);
        }
        let mut opens = true;
        while at < end {
            let title = self.quoted_title(at, sentence).map(|(end, _)| self.plain(at + 1, end));
            let title = title.filter(|title| self.seen.titles.contains(title.span.of(self.doc.text)));
            let title = title.map(|title| Candidate { kind: Some(EntityKind::Work), ..title });
            let found = title.or_else(|| self.candidate(at, end, opens));
            let next = found.map_or(at + 1, |candidate| candidate.end.max(at + 1));
            self.found.extend(found);
            for passed in at..next {
                opens = self.opens_after(passed, opens);
            }
            at = next;
        }
    }

    /// In a sentence of capitals only what the lists know is a name.
    fn read_shouting(&mut self, mut at: usize, end: usize) {
        while at < end {
            let known_end = (at + 1..=end.min(at + 3)).rev().find(|&stop| {
                let surface = self.span(at, stop).of(self.doc.text);
                let common = self.data.common_words.contains(&lower(surface));
                !common && (known(self.data, surface).any() || known(self.data, &title_case(surface)).any())
            });
            if let Some(stop) = known_end {
                self.found.push(self.plain(at, stop));
            }
            at = known_end.unwrap_or(at + 1);
        }
    }

    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.doc.tokens[first].span.to(self.doc.tokens[end - 1].span)
    }

    pub(super) fn plain(&self, first: usize, end: usize) -> Candidate {
        Candidate {
            span: self.span(first, end),
            first,
            end,
            in_compound: false,
            kind: None,
            person_like: false,
            dateline: false,
            judged: None,
        }
    }

    fn candidate(&self, at: usize, end: usize, opens: bool) -> Option<Candidate> {
        if let Some(part) = self.prefixed(at) {
            return Some(part);
        }
        if !self.starts_name(at, end) {
            return None;
        }
        let mut first = at;
        let mut run = self.run(first, end);
        // A title before the name is no part of it; an opening word that is common is no name.
        while first < run.end && self.is_stripped(first, &run, opens && first == at) {
            first += 1;
            if first >= run.end || !self.starts_name(first, end) {
                return None;
            }
            run = self.run(first, end);
        }
        if opens && first == at && !self.is_believed(&run) {
            return None;
        }
        let alone = run.end == run.first + 1;
        let word = self.word(run.first);
        if alone && !run.in_compound && self.data.calendar_words.contains(&lower(word).as_str()) {
            // `Mei` inside a sentence may be a name; a month or a day that opens one is not.
            if first == at && opens || self.doc.language == crate::lang::Language::English {
                return None;
            }
        }
        run.dateline = opens && first == at && self.is_dateline(&run);
        Some(run)
    }

    pub(super) fn starts_name(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        match self.shapes[at] {
            Shape::Lower => {
                // 't Hart, 's-Hertogenbosch
                word.starts_with(['\'', '’'])
                    && word.len() > 2
                    && (known(self.data, word).place
                        || (matches!(word, "'t" | "’t") && at + 1 < end && self.seen.pairs.contains(word)))
            }
            Shape::Initials => {
                let next = self.word(at + 1);
                let particle = self.data.weak_particles.contains(&next)
                    || self
                        .data
                        .strong_particles
                        .iter()
                        .any(|particle| particle.split(' ').next() == Some(next));
                at + 1 < end && (self.shapes[at + 1].is_name_like() || particle)
            }
            Shape::Capital if word.chars().filter(|char| char.is_alphabetic()).count() == 1 => false,
            _ => true,
        }
    }

    /// `oud-VVD'er`, `pro-Russische`: the name after a prefix in lower case.
    fn prefixed(&self, at: usize) -> Option<Candidate> {
        let token = self.doc.tokens[at];
        let word = self.word(at);
        let (prefix, rest) = word.split_once('-')?;
        let opens = rest.chars().next()?.is_uppercase();
        let lower = lower(prefix);
        if !opens || !self.data.prefixes.contains(&lower.as_str()) || known(self.data, word).any() {
            return None;
        }
        let compass = ["zuid", "noord", "oost", "west"].contains(&lower.as_str());
        if compass || prefix.starts_with(char::is_uppercase) && lower != "oud" && lower != "ex" {
            return None;
        }
        let start = token.span.start as usize + prefix.len() + 1;
        let stop = start + rest.find('-').filter(|&at| is_lower_after(rest, at)).unwrap_or(rest.len());
        Some(Candidate { span: Span::new(start, stop), ..self.plain(at, at + 1) })
    }
}

/// Whether a letter in lower case follows the hyphen at byte `cut`.
pub(super) fn is_lower_after(word: &str, cut: usize) -> bool {
    tail(word, cut + 1).chars().next().is_some_and(char::is_lowercase)
}
