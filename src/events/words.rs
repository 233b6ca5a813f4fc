//! What each word is by itself: its form, its lemma, and what other layers have made of it.

use std::borrow::Cow;

use crate::analysis::{Entity, Quotation, QuotationKind, Time};
pub(super) use crate::lang::verb::listed;
use crate::lang::verb::{Helper, VerbForm};
use crate::lang::{Language, Table};
use crate::text::{Doc, Span, TokenKind, head, lower, tail};

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

/// A word by itself, once for all its tokens.
#[derive(Clone, Debug)]
pub(super) struct Kind<'t> {
    /// In lower case, as most words stand in the document; of `NAVO-top` the noun alone.
    text: Cow<'t, str>,
    lemma: Lemma,
    /// How many tokens it is.
    count: u32,
    form: Form,
    open: bool,
    listed: u8,
    bits: u32,
    helper: Option<Helper>,
}

/// The infinitive of a verb or of what a noun is made of, else the word.
#[derive(Clone, Debug)]
enum Lemma {
    /// So many bytes of the word.
    Start(usize),
    Other(String),
}

impl Kind<'_> {
    fn lemma(&self) -> &str {
        match &self.lemma {
            Lemma::Start(length) => head(&self.text, *length),
            Lemma::Other(lemma) => lemma,
        }
    }
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
pub(super) fn kinds<'t>(doc: &Doc<'t>) -> (Vec<Kind<'t>>, Vec<u32>) {
    let mut known = Table::with_capacity(doc.tokens.len() / 4);
    let mut kinds: Vec<Kind> = Vec::new();
    let mut which = Vec::with_capacity(doc.tokens.len());
    for at in 0..doc.tokens.len() {
        let at = known.get_or_insert(doc.token_text(at), kinds.len() as u32);
        if at as usize == kinds.len() {
            kinds.push(kind(doc, which.len()));
        }
        kinds[at as usize].count += 1;
        which.push(at);
    }
    (kinds, which)
}

/// How often each lemma of what may be a trigger stands in a document, to 9.
pub(super) fn often<'k>(kinds: &'k [Kind<'_>]) -> Table<'k> {
    let mut often = Table::with_capacity(kinds.len() / 2);
    for kind in kinds.iter().filter(|kind| kind.open) {
        let before = often.get(kind.lemma()).unwrap_or_default();
        often.insert(kind.lemma(), (before + kind.count).min(9));
    }
    often
}

/// The words of a document.
pub(super) fn words<'k>(
    doc: &Doc<'_>,
    (kinds, which): &'k (Vec<Kind<'_>>, Vec<u32>),
    entities: &[Entity],
    times: &[Time],
    quotes: &[Quotation],
) -> Vec<Word<'k>> {
    let mut words: Vec<Word<'k>> = Vec::with_capacity(which.len());
    for (at, &kind) in which.iter().enumerate() {
        let kind = &kinds[kind as usize];
        let Kind { text, form, open, listed, bits, helper, .. } = kind;
        // `reopened` alone is a past tense, with a helper before it a participle.
        let past = *form == Form::Participle
            && doc.language == Language::English
            && doc.lang.verb_form(text).is_none();
        let alone = past
            && !(1..3).filter_map(|back| words.get(at.wrapping_sub(back))).any(|word| word.helper.is_some());
        let form = if alone { Form::Past } else { *form };
        words.push(Word {
            text,
            lemma: kind.lemma(),
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
pub(super) fn noun_start(text: &str) -> usize {
    match text.bytes().rposition(|byte| byte == b'-') {
        Some(hyphen) if text[hyphen + 1..].starts_with(char::is_lowercase) => hyphen + 1,
        _ => 0,
    }
}

/// What the word of a token is by itself.
fn kind<'t>(doc: &Doc<'t>, at: usize) -> Kind<'t> {
    let token = doc.token_text(at);
    let lang = doc.lang;
    if doc.tokens[at].kind != TokenKind::Word {
        let (text, lemma) = (Cow::Borrowed(token), Lemma::Start(token.len()));
        return Kind {
            text,
            lemma,
            count: 0,
            form: Form::Other,
            open: false,
            listed: 0,
            bits: 0,
            helper: None,
        };
    }
    let word = tail(token, noun_start(token));
    let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let text = if plain { Cow::Borrowed(word) } else { Cow::Owned(lower(word)) };
    let bits = lang.speech.words.get(&text).unwrap_or_default();
    let (listed, helper) = lang.events.clause_word(&text);
    // Words of grammar are none; a name that was not found may stand at a sentence's start only.
    let closed = text.len() < 3 || bits & GRAMMAR != 0;
    let trigger = if closed { None } else { trigger(doc, &text, helper.is_some()) };
    let open = trigger.is_some();
    let (form, lemma) = trigger.unwrap_or((Form::Other, Cow::Borrowed(&text)));
    let lemma = match lemma {
        Cow::Borrowed(start) => Lemma::Start(start.len()),
        Cow::Owned(other) => Lemma::Other(other),
    };
    Kind { text, lemma, count: 0, form, open, listed, bits, helper }
}

/// The form and the lemma of what may be a trigger. `helps` tells that it is a helper verb. A lemma that is borrowed
/// is the word or its beginning.
fn trigger<'w>(doc: &Doc<'_>, text: &'w str, helps: bool) -> Option<(Form, Cow<'w, str>)> {
    let lang = doc.lang;
    if lang.events.nouns.contains(text) {
        return Some((Form::Noun, noun_lemma(doc, text)));
    }
    if let Some(found) = lang.events.inflected(text) {
        return Some((Form::of(found.form), Cow::Owned(found.lemma)));
    }
    if helps {
        return None;
    }
    if let Some(form) = lang.verb_form(text) {
        return Some((Form::of(form), Cow::Borrowed(text)));
    }
    if lang.is_participle(text) {
        return Some((Form::Participle, Cow::Borrowed(text)));
    }
    let lemma = noun_lemma(doc, text);
    let made = lemma.len() + 1 >= text.len() && lemma.ends_with("en") && !text.ends_with("en")
        || text.ends_with("ingen") && lemma.ends_with("en") && lemma != text;
    Some((if made { Form::Nominal } else { Form::Other }, lemma))
}

/// Words of grammar that are never triggers.
const GRAMMAR: u32 = {
    use crate::lang::speech::word;
    word::PRONOUN | word::DETERMINER | word::PREPOSITION | word::COORDINATOR | word::SUBORDINATOR | word::STOP
};

/// The verb that a noun is made of: `aanhouding` `aanhouden`; else the word without its plural, which is borrowed.
fn noun_lemma<'w>(doc: &Doc<'_>, text: &'w str) -> Cow<'w, str> {
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
        return Cow::Borrowed(stem);
    }
    let made = singular.strip_suffix("ing").and_then(verb);
    made.map_or(Cow::Borrowed(singular), Cow::Owned)
}
