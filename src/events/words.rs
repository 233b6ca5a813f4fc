//! What each word is by itself: its form, its lemma, and what other layers have made of it.

use crate::analysis::{Entity, Quotation, QuotationKind, Time};
use crate::lang::Language;
use crate::lang::verb::VerbForm;
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

/// A token as the event stage sees it.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In lower case; of `NAVO-top` the noun alone.
    pub text: String,
    /// The infinitive of a verb or of what a noun is made of, else the word.
    pub lemma: String,
    /// What kind of word.
    pub form: Form,
    /// What other layers made of it.
    pub layers: u8,
    /// Whether it can be a trigger at all.
    pub open: bool,
}

/// The words of a document.
pub(super) fn words(doc: &Doc<'_>, entities: &[Entity], times: &[Time], quotes: &[Quotation]) -> Vec<Word> {
    let mut words: Vec<Word> = (0..doc.tokens.len()).map(|at| word(doc, at)).collect();
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

fn word(doc: &Doc<'_>, at: usize) -> Word {
    let token = doc.token_text(at);
    let none = |text: String| Word { lemma: text.clone(), text, form: Form::Other, layers: 0, open: false };
    if doc.tokens[at].kind != TokenKind::Word {
        return none(token.to_owned());
    }
    let text = lower(&token[head(token)..]);
    let lang = doc.lang;
    // Words of grammar are none; a name that was not found may stand at a sentence's start only.
    let closed = text.len() < 3 || lang.speech.words.get(&text).is_some_and(|bits| bits & GRAMMAR != 0);
    if closed || lang.speech.stops.contains(&text.as_str()) {
        return none(text);
    }
    if lang.events.nouns.contains(&text) {
        let lemma = noun_lemma(doc, &text);
        return Word { lemma, text, form: Form::Noun, layers: 0, open: true };
    }
    if let Some(found) = lang.events.inflected(&text) {
        let form = match found.form {
            VerbForm::Infinitive => Form::Infinitive,
            VerbForm::Present => Form::Present,
            VerbForm::Past => Form::Past,
            VerbForm::Participle => Form::Participle,
        };
        return Word { lemma: found.lemma, text, form, layers: 0, open: true };
    }
    if lang.helper(&text).is_some() {
        return none(text);
    }
    let form = match lang.verb_form(&text) {
        Some(VerbForm::Infinitive) => Form::Infinitive,
        Some(VerbForm::Present) => Form::Present,
        Some(VerbForm::Past) => Form::Past,
        Some(VerbForm::Participle) => Form::Participle,
        // `reopened` alone is a past tense, with a helper before it a participle.
        None if lang.is_participle(&text) && doc.language == Language::English && !helped(doc, at) => {
            Form::Past
        }
        None if lang.is_participle(&text) => Form::Participle,
        None => Form::Other,
    };
    let lemma = if form == Form::Other { noun_lemma(doc, &text) } else { text.clone() };
    let made = form == Form::Other
        && lemma.len() + 1 >= text.len()
        && lemma.ends_with("en")
        && !text.ends_with("en")
        || text.ends_with("ingen") && lemma.ends_with("en") && lemma != text;
    Word { lemma, text, form: if made { Form::Nominal } else { form }, layers: 0, open: true }
}

fn helped(doc: &Doc<'_>, at: usize) -> bool {
    (1..3).filter_map(|back| at.checked_sub(back)).any(|at| doc.lang.helper(doc.token_text(at)).is_some())
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
