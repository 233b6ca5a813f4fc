//! What each word is by itself: its form, its lemma, and what other layers have made of it.

use crate::analysis::{Entity, Quotation, QuotationKind, Time};
use crate::lang::verb::{Helper, VerbForm};
use crate::lang::{Language, Table};
use crate::text::{Doc, Span, TokenKind, lower};

/// What kind of word may be a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `gesloten`.
    Participle,
    /// `sloot`.
    Past,
    /// `sluit`.
    Present,
    /// `sluiten`, also the plural of the present.
    Infinitive,
    /// A noun of the list of things that happen.
    Noun,
    /// A noun made of a verb: `ontruiming`.
    Nominal,
    /// Any other word.
    Other,
}

impl Form {
    /// A short name for features.
    pub fn code(self) -> &'static str {
        match self {
            Self::Participle => "pp",
            Self::Past => "past",
            Self::Present => "pres",
            Self::Infinitive => "inf",
            Self::Noun => "noun",
            Self::Nominal => "nom",
            Self::Other => "oth",
        }
    }

    fn of(form: VerbForm) -> Self {
        match form {
            VerbForm::Infinitive => Self::Infinitive,
            VerbForm::Present => Self::Present,
            VerbForm::Past => Self::Past,
            VerbForm::Participle => Self::Participle,
        }
    }

    /// Whether it is a verb's.
    pub fn is_verb(self) -> bool {
        !matches!(self, Self::Noun | Self::Nominal | Self::Other)
    }
}

/// What other layers have made of a token, as bits.
pub(super) mod layer {
    /// Part of the speaker's own words.
    pub const DIRECT: u8 = 1;
    /// Part of reported speech.
    pub const INDIRECT: u8 = 1 << 1;
    /// Signals speech.
    pub const CUE: u8 = 1 << 2;
    /// Part of a name.
    pub const NAME: u8 = 1 << 3;
    /// Part of a time expression.
    pub const TIME: u8 = 1 << 4;
    /// Names a speaker.
    pub const SOURCE: u8 = 1 << 5;
}

/// What the word lists say of a word, as bits.
pub(super) mod listed {
    /// `niet`, `geen`.
    pub const NEGATION: u8 = 1;
    /// `als`, `mocht`.
    pub const CONDITION: u8 = 1 << 1;
    /// `dat`, `omdat`.
    pub const OPENER: u8 = 1 << 2;
    /// `aan`, `op`: may part from its verb.
    pub const SEPARABLE: u8 = 1 << 3;
    /// `alleen`, `pas`: ends a noun phrase.
    pub const ADVERB: u8 = 1 << 4;
}

/// A word by itself, once for all its tokens.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    /// In lower case; of `NAVO-top` the noun alone.
    text: String,
    /// The infinitive of a verb or of what a noun is made of, else none.
    lemma: Option<String>,
    form: Form,
    open: bool,
    listed: u8,
    bits: u32,
    helper: Option<Helper>,
}

/// A token as the event stage sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'k> {
    /// In lower case; of `NAVO-top` the noun alone.
    pub text: &'k str,
    /// The infinitive of a verb or of what a noun is made of, else the word.
    pub lemma: &'k str,
    /// What kind of word.
    pub form: Form,
    /// What other layers made of it.
    pub layers: u8,
    /// Whether it can be a trigger at all.
    pub open: bool,
    /// What the word lists say of it.
    pub listed: u8,
    /// Its grammar, in bits of [`crate::lang::speech::word`].
    pub bits: u32,
    /// What it tells as a helper verb.
    pub helper: Option<Helper>,
}

/// The different words of a document, and which of them each token is.
pub(super) fn kinds(doc: &Doc<'_>) -> (Vec<Kind>, Vec<u32>) {
    let mut known = Table::with_capacity(doc.tokens.len() / 8);
    let mut kinds = Vec::new();
    let mut which = Vec::with_capacity(doc.tokens.len());
    for at in 0..doc.tokens.len() {
        let at = known.get_or_insert(doc.token_text(at), kinds.len() as u32);
        if at as usize == kinds.len() {
            kinds.push(kind(doc, which.len()));
        }
        which.push(at);
    }
    (kinds, which)
}

/// The words of a document.
pub(super) fn words<'k>(
    doc: &Doc<'_>,
    (kinds, which): &'k (Vec<Kind>, Vec<u32>),
    entities: &[Entity],
    times: &[Time],
    quotes: &[Quotation],
) -> Vec<Word<'k>> {
    let mut words: Vec<Word<'k>> = Vec::with_capacity(which.len());
    for (at, &kind) in which.iter().enumerate() {
        let Kind { text, lemma, form, open, listed, bits, helper } = &kinds[kind as usize];
        let lemma = lemma.as_ref().unwrap_or(text);
        // `reopened` alone is a past tense, with a helper before it a participle.
        let past = *form == Form::Participle
            && doc.language == Language::English
            && doc.lang.verb_form(text).is_none();
        let alone = past
            && !(1..3).filter_map(|back| words.get(at.wrapping_sub(back))).any(|word| word.helper.is_some());
        let form = if alone { Form::Past } else { *form };
        words.push(Word {
            text,
            lemma,
            form,
            layers: 0,
            open: *open,
            listed: *listed,
            bits: *bits,
            helper: *helper,
        });
    }
    let mut mark = |span: Span, layer: u8| {
        for at in doc.tokens_in(span) {
            // `NAVO` of `NAVO-top` leaves the noun as it is.
            if layer != layer::NAME || doc.tokens[at].span.end <= span.end {
                words[at].layers |= layer;
            }
        }
    };
    for mention in entities.iter().flat_map(|entity| &entity.mentions) {
        mark(mention.span, layer::NAME);
    }
    times.iter().for_each(|time| mark(time.span, layer::TIME));
    // What lies inside another of its kind is marked already; so the work stays linear.
    let mut until = [0; 2];
    for quote in quotes {
        let (kind, bit) = match quote.kind {
            QuotationKind::Direct => (0, layer::DIRECT),
            QuotationKind::Indirect => (1, layer::INDIRECT),
        };
        if quote.span.end > until[kind] {
            let start = quote.span.start.max(until[kind]);
            mark(Span::new(start as usize, quote.span.end as usize), bit);
            until[kind] = quote.span.end;
        }
        let small = |span: &Span| span.end - span.start < 400;
        quote.cue.iter().for_each(|&cue| mark(cue, layer::CUE));
        quote.source.iter().copied().filter(small).for_each(|source| mark(source, layer::SOURCE));
    }
    words
}

/// Where the noun of `NAVO-top` begins within the token.
pub(super) fn head(text: &str) -> usize {
    match text.rfind('-') {
        Some(hyphen) if text[hyphen + 1..].starts_with(char::is_lowercase) => hyphen + 1,
        _ => 0,
    }
}

/// What the word of a token is by itself.
fn kind(doc: &Doc<'_>, at: usize) -> Kind {
    let token = doc.token_text(at);
    let lang = doc.lang;
    if doc.tokens[at].kind != TokenKind::Word {
        let text = token.to_owned();
        return Kind { text, lemma: None, form: Form::Other, open: false, listed: 0, bits: 0, helper: None };
    }
    let text = lower(&token[head(token)..]);
    let bits = lang.speech.words.get(&text).unwrap_or_default();
    let lists = [
        (&lang.events.negations[..], listed::NEGATION),
        (&lang.events.conditions, listed::CONDITION),
        (&lang.events.clause_openers, listed::OPENER),
        (lang.events.separable(), listed::SEPARABLE),
        (&lang.events.adverbs, listed::ADVERB),
    ];
    let listed =
        lists.iter().filter(|(list, _)| list.contains(&text.as_str())).fold(0, |all, list| all | list.1);
    let helper = lang.helper(&text);
    // Words of grammar are none; a name that was not found may stand at a sentence's start only.
    let closed = text.len() < 3 || bits & GRAMMAR != 0 || lang.speech.stops.contains(&text.as_str());
    let trigger = if closed { None } else { trigger(doc, &text) };
    let (form, lemma) = trigger.clone().unwrap_or((Form::Other, None));
    Kind { text, lemma, form, open: trigger.is_some(), listed, bits, helper }
}

/// The form and the lemma of what may be a trigger.
fn trigger(doc: &Doc<'_>, text: &str) -> Option<(Form, Option<String>)> {
    let lang = doc.lang;
    if lang.events.nouns.contains(text) {
        return Some((Form::Noun, Some(noun_lemma(doc, text))));
    }
    if let Some(found) = lang.events.inflected(text) {
        return Some((Form::of(found.form), Some(found.lemma)));
    }
    if lang.helper(text).is_some() {
        return None;
    }
    if let Some(form) = lang.verb_form(text) {
        return Some((Form::of(form), None));
    }
    if lang.is_participle(text) {
        return Some((Form::Participle, None));
    }
    let lemma = noun_lemma(doc, text);
    let made = lemma.len() + 1 >= text.len() && lemma.ends_with("en") && !text.ends_with("en")
        || text.ends_with("ingen") && lemma.ends_with("en") && lemma != text;
    Some((if made { Form::Nominal } else { Form::Other }, Some(lemma)))
}

/// Words of grammar that are never triggers.
const GRAMMAR: u32 = {
    use crate::lang::speech::word;
    word::PRONOUN | word::DETERMINER | word::PREPOSITION | word::COORDINATOR | word::SUBORDINATOR | word::STOP
};

/// The verb that a noun is made of: `aanhouding` `aanhouden`; else the word without its plural.
fn noun_lemma(doc: &Doc<'_>, text: &str) -> String {
    let events = &doc.lang.events;
    let singular = text.strip_suffix("en").filter(|stem| stem.ends_with("ing")).unwrap_or(text);
    let singular = singular.strip_suffix('s').unwrap_or(singular);
    let verb = |stem: &str| {
        let found = events.inflected(&[stem, "en"].concat())?;
        (found.form == VerbForm::Infinitive).then_some(found.lemma)
    };
    let plural = text.strip_suffix("en").and_then(|stem| {
        let short = stem
            .get(..stem.len().saturating_sub(1))
            .filter(|short| short.chars().last() == stem.chars().last());
        [Some(stem), short].into_iter().flatten().find(|stem| events.nouns.contains(stem))
    });
    if let Some(stem) = plural.filter(|stem| !stem.ends_with("ing")) {
        return stem.to_owned();
    }
    let made = singular.strip_suffix("ing").and_then(verb);
    made.unwrap_or_else(|| singular.to_owned())
}
