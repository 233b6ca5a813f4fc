//! What kind of thing a name is: evidence from its form, the lists and its neighbours.

use super::candidates::{Candidate, Judged};
use super::lexicon::{has_er, is_agent, is_given_name, is_role, known};
use super::shape::{Shape, shape};
use crate::analysis::EntityKind;
use crate::lang::data::NameData;
use crate::text::{self, Doc, TokenKind};

/// Weight for each kind, in the order of [`EntityKind::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Evidence([f32; 6]);

impl Evidence {
    fn add(&mut self, kind: EntityKind, weight: f32) {
        self.0[kind as usize] += weight;
    }

    /// What the tagger tells of a name: as much as a list where it is sure.
    pub fn judged(judged: &Judged) -> Self {
        Self(judged.kinds.map(|probability| 5.0 * probability * judged.confidence))
    }

    /// What an acronym in brackets tells of the name before it: people have none.
    pub fn acronym() -> Self {
        let mut evidence = Self::default();
        evidence.add(EntityKind::Organisation, 1.0);
        evidence.add(EntityKind::Person, -3.0);
        evidence
    }

    /// Adds what another mention of the same name tells.
    pub fn join(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }

    /// The weight of one kind.
    pub fn weight(&self, kind: EntityKind) -> f32 {
        self.0[kind as usize]
    }

    /// The likeliest kind, and how sure, 0 to 1.
    pub fn best(&self) -> (EntityKind, f32) {
        // Of two kinds with one weight the first of `ALL` wins.
        let heaviest = |kinds: &mut dyn Iterator<Item = EntityKind>| {
            kinds.fold((EntityKind::Person, f32::NEG_INFINITY), |best, kind| {
                let weight = self.weight(kind);
                if weight.total_cmp(&best.1).is_gt() { (kind, weight) } else { best }
            })
        };
        let (best, first) = heaviest(&mut EntityKind::ALL.into_iter());
        let second = heaviest(&mut EntityKind::ALL.into_iter().filter(|&kind| kind != best)).1.max(0.0);
        let share = if first <= 0.0 { 0.0 } else { first / (first + second + 1.0) };
        (best, 0.35 + 0.6 * share.clamp(0.0, 1.0))
    }
}

/// What the form of a name tells, the same at every mention.
pub(super) fn form(doc: &Doc<'_>, candidate: &Candidate) -> Evidence {
    use EntityKind::{Group, NamedEvent, Organisation, Person, Place, Work};
    let data = &doc.lang.names;
    let surface = candidate.span.of(doc.text);
    let mut evidence = Evidence::default();
    let lists = known(data, surface);
    for (on_list, kind, weight) in [
        (lists.place, Place, 4.0),
        (lists.body, Organisation, 5.0),
        (lists.group, Group, 6.0),
        (lists.event, NamedEvent, 6.0),
        (lists.work, Work, 6.0),
    ] {
        if on_list {
            evidence.add(kind, weight);
        }
    }
    if let Some(kind) = candidate.kind {
        evidence.add(kind, 5.0);
    }
    if candidate.person_like {
        evidence.add(Person, 4.0);
    }
    let words = surface.split_whitespace().collect::<Vec<_>>();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return evidence };
    let several = words.len() > 1;
    if is_given_name(data, first) && !lists.any() {
        evidence.add(Person, if several { 4.0 } else { 2.0 });
    }
    let particle = |word: &&str| data.capital_particles.contains(word);
    if several && particle(&first) && !lists.any() {
        evidence.add(Person, 1.5);
    }
    match shape(last) {
        Shape::Upper if !several => evidence.add(Organisation, 2.0),
        Shape::Upper => evidence.add(Organisation, 1.0),
        Shape::Mixed if !lists.any() => evidence.add(Organisation, 1.5),
        Shape::Capital if several => evidence.add(Person, 1.2),
        Shape::Initials if several => evidence.add(Person, 2.0),
        // Surnames find their full name later; what is left over is more often a company.
        _ => evidence.add(Organisation, 0.4),
    }
    if !lists.any() {
        endings(data, first, last, several, &mut evidence);
    }
    if several && data.makers.contains(&first) && !lists.body {
        evidence.add(Work, 5.0);
    }
    if is_road(surface) {
        evidence.add(Place, 4.0);
    }
    if has_er(surface) {
        evidence.add(Group, 5.0);
    }
    if words.iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit())) && !lists.any() {
        evidence.add(Work, 2.0);
    }
    evidence
}

/// What the endings of the first and last word tell.
fn endings(data: &NameData<'_>, first: &str, last: &str, several: bool, evidence: &mut Evidence) {
    use EntityKind::{Group, NamedEvent, Organisation, Place, Work};
    let (first_lower, last_lower) = (text::lower(first), text::lower(last));
    let ends = |list: &[&str], word: &str| {
        list.iter().any(|&ending| {
            word == ending && several || word.len() > ending.len() + 2 && word.ends_with(ending)
        })
    };
    for (list, kind, weight) in [
        (&data.body_endings, Organisation, 3.0),
        (&data.place_endings, Place, 2.5),
        (&data.event_endings, NamedEvent, 2.5),
        (&data.work_endings, Work, 3.0),
    ] {
        if ends(list, &last_lower) {
            let whole = several && list.contains(&last_lower.rsplit('-').next().unwrap_or_default());
            evidence.add(kind, if whole { weight + 2.0 } else { weight });
        } else if several && list.contains(&first_lower.as_str()) {
            evidence.add(kind, weight - 0.5);
        }
    }
    if several && matches!(first, "FC" | "SC" | "AC" | "KV" | "KRC" | "RSC" | "SV" | "VV" | "AFC") {
        evidence.add(Organisation, 4.0);
    }
    if !several && ends(&data.group_endings, &last_lower) {
        evidence.add(Group, 0.6);
    }
}

/// What the neighbours of one mention tell.
pub(super) fn context(doc: &Doc<'_>, candidate: &Candidate) -> Evidence {
    use EntityKind::{Group, Organisation, Person, Place, Work};
    let data = &doc.lang.names;
    let mut evidence = Evidence::default();
    let sentence = doc.sentence_at(candidate.span.start).map(|at| doc.sentences[at]);
    let (begin, end) = sentence.map_or((0, doc.tokens.len()), |sentence| {
        (sentence.first_token as usize, sentence.end_token as usize)
    });
    let word = |at: usize| if (begin..end).contains(&at) { doc.token_text(at) } else { "" };
    let before = candidate.first.checked_sub(1).map_or("", word);
    let earlier = candidate.first.checked_sub(2).map_or("", word);
    let after = word(candidate.end);
    let lower = text::lower(before);
    let lower = lower.as_str();
    let surface = candidate.span.of(doc.text);
    if candidate.dateline {
        evidence.add(Place, 5.0);
    }
    if is_role(data, before) && !before.ends_with('.')
        || matches!(before, "dr." | "mr." | "prof." | "ir." | "drs.")
    {
        evidence.add(Person, 4.0);
    }
    if is_agent(data, before) || has_er(before) {
        evidence.add(Person, 2.0);
    }
    let quoted = matches!(before, "\"" | "“" | "„" | "'" | "‘" | "«");
    let before_quote = if quoted { earlier } else { before };
    for (list, kind, weight) in [
        (&data.body_words, Organisation, 3.0),
        (&data.place_words, Place, 2.5),
        (&data.work_words, Work, 2.5),
    ] {
        let names = |word: &&str| before_quote == *word || word.len() > 3 && before_quote.ends_with(*word);
        if before_quote.len() > 2 && list.iter().any(names) {
            evidence.add(kind, weight);
        }
    }
    if data.place_prepositions.contains(&lower) {
        evidence.add(Place, if lower == "in" || lower == "te" { 2.2 } else { 1.6 });
    }
    let article = data.articles.contains(&lower);
    if article {
        evidence.add(Person, -2.0);
        evidence.add(Organisation, 1.2);
    }
    let earlier_lower = text::lower(earlier);
    if article && matches!(earlier_lower.as_str(), "aan" | "langs" | "over" | "in" | "op" | "bij") {
        evidence.add(Place, if matches!(earlier_lower.as_str(), "aan" | "langs" | "op") { 2.0 } else { 1.2 });
    }
    if lower == "bij" {
        evidence.add(Place, 0.6);
    }
    if lower == "van" && is_role(data, earlier) {
        evidence.add(Organisation, 1.0);
        evidence.add(Place, 0.6);
    }
    if (lower == "volgens" || lower == "aldus") && !article {
        evidence.add(Person, 0.8);
    }
    let alone = candidate.end == candidate.first + 1 && !candidate.in_compound;
    let noun_follows = after.chars().next().is_some_and(char::is_lowercase)
        && doc.tokens.get(candidate.end).is_some_and(|token| token.kind == TokenKind::Word);
    if alone && noun_follows && is_adjective(doc, surface) {
        evidence.add(Group, if article { 3.5 } else { 2.0 });
    }
    if candidate.in_compound
        && candidate.end == candidate.first + 1
        && is_role(data, doc.token_text(candidate.first))
    {
        evidence.add(Organisation, 1.0);
    }
    if after == "(" && doc.token_text(candidate.end + 1).bytes().all(|byte| byte.is_ascii_digit()) {
        evidence.add(Person, 1.0);
    }
    if is_speech_verb(doc, after) || is_speech_verb(doc, before) {
        evidence.add(Person, 0.5);
        evidence.add(Organisation, 0.3);
    }
    evidence
}

/// `Hasseltse`, `Enschedese`: an adjective formed from a place.
fn is_adjective(doc: &Doc<'_>, word: &str) -> bool {
    doc.language == crate::lang::Language::Dutch
        && word.chars().count() > 4
        && shape(word) == Shape::Capital
        && (word.ends_with("se") || word.ends_with("sche"))
}

fn is_speech_verb(doc: &Doc<'_>, word: &str) -> bool {
    crate::quotes::is_speech_verb(doc.lang, word)
}

/// `A12`, `N57`, `E19`: a road.
fn is_road(surface: &str) -> bool {
    let number = surface.strip_prefix(['A', 'N', 'E', 'M']);
    number.is_some_and(|number| {
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
