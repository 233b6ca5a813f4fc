//! Candidate names: runs of capitalised words, with the particles and connectors inside.

use std::collections::HashSet;

use super::lexicon::{is_agent, is_given_name, is_role, known, title_case};
use super::shape::{Shape, shape};
use crate::analysis::EntityKind;
use crate::lang::data::NameData;
use crate::text::{BlockKind, Doc, Sentence, Span, TokenKind};

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
}

/// The longest name, in tokens.
const LONGEST: usize = 14;

/// Finds the candidates of a document in one pass, after one pass that counts what words look like.
pub(super) fn candidates(doc: &Doc<'_>) -> Vec<Candidate> {
    let data = doc.language.names();
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
struct Seen<'t> {
    /// Words in lower case.
    lower: HashSet<&'t str>,
    /// Words with a capital inside a sentence.
    capital: HashSet<&'t str>,
    /// A capital particle with the next word: `De Winter`.
    pairs: HashSet<&'t str>,
    /// Titles in quotation marks after a word such as `roman`.
    titles: HashSet<&'t str>,
}

struct Reader<'d, 't> {
    doc: &'d Doc<'t>,
    data: &'static NameData,
    shapes: Vec<Shape>,
    seen: Seen<'t>,
    found: Vec<Candidate>,
}

impl<'t> Reader<'_, 't> {
    fn word(&self, index: usize) -> &'t str {
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
                    self.seen.lower.insert(word);
                } else if !opens {
                    self.seen.capital.insert(word);
                    if self.data.capital_particles.contains(&word) && at + 1 < sentence.end_token as usize {
                        let pair = self.doc.tokens[at].span.to(self.doc.tokens[at + 1].span);
                        self.seen.pairs.insert(pair.of(self.doc.text));
                    }
                }
            }
            if let Some((end, before)) = self.quoted_title(at, sentence)
                && self.data.work_words.contains(&before)
            {
                self.seen.titles.insert(self.span(at + 1, end).of(self.doc.text));
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
                let common = self.data.common_words.contains(&surface.to_lowercase());
                !common && (known(self.data, surface).any() || known(self.data, &title_case(surface)).any())
            });
            if let Some(stop) = known_end {
                self.found.push(self.plain(at, stop));
            }
            at = known_end.unwrap_or(at + 1);
        }
    }

    fn span(&self, first: usize, end: usize) -> Span {
        self.doc.tokens[first].span.to(self.doc.tokens[end - 1].span)
    }

    fn plain(&self, first: usize, end: usize) -> Candidate {
        Candidate {
            span: self.span(first, end),
            first,
            end,
            in_compound: false,
            kind: None,
            person_like: false,
            dateline: false,
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
        if alone && !run.in_compound && self.data.calendar_words.contains(&word.to_lowercase().as_str()) {
            // `Mei` inside a sentence may be a name; a month or a day that opens one is not.
            if first == at && opens || self.doc.language == crate::lang::Language::English {
                return None;
            }
        }
        run.dateline = opens && first == at && self.is_dateline(&run);
        Some(run)
    }

    fn starts_name(&self, at: usize, end: usize) -> bool {
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
        let lower = prefix.to_lowercase();
        if !opens || !self.data.prefixes.contains(&lower.as_str()) || known(self.data, word).any() {
            return None;
        }
        let compass = ["zuid", "noord", "oost", "west"].contains(&lower.as_str());
        if compass || prefix.starts_with(char::is_uppercase) && lower != "oud" && lower != "ex" {
            return None;
        }
        let start = token.span.start as usize + prefix.len() + 1;
        let stop = start + rest.find("-").filter(|&at| is_lower_after(rest, at)).unwrap_or(rest.len());
        Some(Candidate { span: Span::new(start, stop), ..self.plain(at, at + 1) })
    }

    /// The longest run of name words from token `first`.
    fn run(&self, first: usize, end: usize) -> Candidate {
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
        let gap = &self.doc.text
            [self.doc.tokens[at - 1].span.end as usize..self.doc.tokens[at].span.start as usize];
        if gap.contains('\n') && gap.matches('\n').count() > 1 {
            return true;
        }
        let surface = run.span.of(self.doc.text);
        let before = known(self.data, surface);
        // A people or an adjective before a name is its own thing: `D66'er Jansen`, `Britse NAVO-officieren`.
        let group = before.group || surface.contains("'er") || surface.contains("’er");
        let longer = known(self.data, self.span(run.first, at + 1).of(self.doc.text)).any();
        let word = self.word(at);
        let adjective = surface.ends_with('e') || surface.ends_with('s');
        let separate = !adjective
            || self.shapes[at] == Shape::Upper
            || known(self.data, word).any()
            || is_given_name(word)
            || self.has_name_ending(&word.to_lowercase())
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
        let given = is_given_name(first) || self.shapes[run.first] == Shape::Initials;
        let plain =
            known(self.data, run.span.of(self.doc.text)).any() || self.shapes[run.end - 1] == Shape::Upper;
        let strong = size == 2
            && !matches!(two, Some("in de" | "op de" | "van het" | "voor de" | "aan de" | "uit de"))
            || self.data.strong_particles.contains(&word);
        let weak = size == 2 || self.data.weak_particles.contains(&word);
        let before = run.first.checked_sub(1).map_or("", |at| self.word(at));
        let role = is_role(self.data, before)
            || is_agent(self.data, before)
            || crate::quotes::is_speech_verb(self.doc.language, before);
        let inside = run.first > 0
            && self.shapes[run.first - 1] == Shape::Lower
            && self.doc.tokens[run.first - 1].kind == TokenKind::Word
            && !self.data.articles.contains(&before);
        let stranger = inside && word == "van" && !next.any() && run.end == run.first + 1;
        let joins = short
            && !plain
            && (stranger
                || strong && (given || role || !next.place)
                || weak && (given || role) && !next.body && (given || !next.place));
        joins.then_some(stop + 1)
    }

    fn is_first_name(&self, at: usize) -> bool {
        self.shapes[at] == Shape::Initials || is_given_name(self.word(at))
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
    fn compound(&self, at: usize) -> Option<Span> {
        let word = self.word(at);
        let start = self.doc.tokens[at].span.start as usize;
        if let Some(name) = word.strip_suffix(['-', '\u{2011}']) {
            return Some(Span::new(start, start + name.len()));
        }
        let role = |cut: usize| word[cut + 1..].len() > 3 && is_role(self.data, &word[cut + 1..]);
        let ends = |cut: usize| is_lower_after(word, cut) || role(cut);
        let cut = word.match_indices('-').map(|(cut, _)| cut).find(|&cut| cut > 0 && ends(cut))?;
        let (name, tail) = (&word[..cut], &word[cut + 1..]);
        let place = self.data.place_endings.contains(&tail) && shape(name) == Shape::Capital;
        let letters = name.chars().filter(|char| char.is_alphabetic()).count();
        let surname = self.data.strong_particles.contains(&tail) || self.data.weak_particles.contains(&tail);
        let whole =
            place || surname || known(self.data, word).any() || letters < 2 || !shape(name).is_name_like();
        (!whole).then(|| Span::new(start, start + cut))
    }

    /// Whether the first word of a run is a title or a common word rather than part of the name.
    fn is_stripped(&self, first: usize, run: &Candidate, opens: bool) -> bool {
        let word = self.word(first);
        let surface = run.span.of(self.doc.text);
        if known(self.data, surface).any() || self.shapes[first] != Shape::Capital {
            return false;
        }
        let more = run.end > first + 1;
        let lower = word.to_lowercase();
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
        let keeps = is_given_name(word) && more && !self.data.articles.contains(&lower.as_str());
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

    fn seen_pair(&self, first: usize, run: &Candidate) -> bool {
        run.end > first + 1 && self.seen.pairs.contains(self.span(first, first + 2).of(self.doc.text))
    }

    /// Whether a run that opens a sentence is a name.
    fn is_believed(&self, run: &Candidate) -> bool {
        let surface = run.span.of(self.doc.text);
        if run.end > run.first + 1 || known(self.data, surface).any() {
            return true;
        }
        let word = if run.in_compound { surface } else { self.word(run.first) };
        let lower = word.to_lowercase();
        let common = self.data.common_words.contains(&lower) || self.seen.lower.contains(lower.as_str());
        let seen = self.seen.capital.contains(word);
        match shape(word) {
            Shape::Upper | Shape::Mixed => !common,
            _ if is_role(self.data, word) || self.data.articles.contains(&lower.as_str()) => seen && !common,
            _ if common => seen && !self.seen.lower.contains(lower.as_str()),
            _ => seen || is_given_name(word) || word.contains("'er") || self.has_name_ending(&lower),
        }
    }

    fn has_name_ending(&self, lower: &str) -> bool {
        let long =
            |ending: &&&str| ending.len() > 4 && lower.len() > ending.len() + 2 && lower.ends_with(**ending);
        self.data.place_endings.iter().any(|ending| long(&ending))
    }

    /// A name at the head of a paragraph, before a dash: `DEN HAAG -`, `Utrecht (ANP) -`.
    fn is_dateline(&self, run: &Candidate) -> bool {
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

/// Whether a letter in lower case follows the hyphen at byte `cut`.
fn is_lower_after(word: &str, cut: usize) -> bool {
    word[cut + 1..].chars().next().is_some_and(char::is_lowercase)
}
