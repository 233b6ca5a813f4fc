//! The result: one immutable [`Analysis`].

use serde::{Deserialize, Serialize};

use crate::lang::Language;
use crate::text::{Block, Sentence, Span, Token};
use crate::times::{DocumentDate, Interval, TimeKind};

/// Everything that was found in one article. Spans are UTF-8 byte offsets into the text exactly as read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// The language the article was read in.
    pub language: Language,
    /// When the article was published, if the text or the reader tells.
    pub date: Option<DocumentDate>,
    /// Blocks in order.
    pub blocks: Vec<Block>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    /// Named things, in order of first mention.
    pub entities: Vec<Entity>,
    /// Time expressions in order.
    pub times: Vec<Time>,
    /// Quotations in order of their first character; one may lie inside another.
    pub quotes: Vec<Quotation>,
    /// Events in order.
    pub events: Vec<Event>,
    /// What the reader should know about this analysis.
    pub notices: Vec<Notice>,
}

impl Analysis {
    /// The same without its tokens, which are most of it.
    pub fn without_tokens(&self) -> Self {
        Self {
            tokens: Vec::new(),
            date: self.date,
            language: self.language,
            blocks: self.blocks.clone(),
            sentences: self.sentences.clone(),
            entities: self.entities.clone(),
            times: self.times.clone(),
            quotes: self.quotes.clone(),
            events: self.events.clone(),
            notices: self.notices.clone(),
        }
    }
}

/// Index of an entity in [`Analysis::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// The six kinds of name (the labels of the annotation guidelines).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EntityKind {
    /// A person, `PER`.
    Person,
    /// An organisation, `ORG`.
    Organisation,
    /// A place, `LOC`.
    Place,
    /// A word formed from a place or a people, `NORP`.
    Group,
    /// A named event, `EVT`.
    NamedEvent,
    /// A work, product, law or treaty, `WRK`.
    Work,
}

impl EntityKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::Organisation, Self::Place, Self::Group, Self::NamedEvent, Self::Work];

    /// The label in exports.
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Organisation => "ORG",
            Self::Place => "LOC",
            Self::Group => "NORP",
            Self::NamedEvent => "EVT",
            Self::Work => "WRK",
        }
    }
}

/// A named thing of this article, with every place where its name stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// The fullest form of its name in the article.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
    /// Its names in the text, in order; never empty.
    pub mentions: Vec<Mention>,
    /// Of a person the title that the article gives: `burgemeester van Zwolle`.
    pub description: Option<String>,
    /// Of a group the place of this article that it is of: of `Russen` the id of `Rusland`.
    pub place: Option<EntityId>,
}

impl Entity {
    /// An entity of which the article tells no more than its name.
    pub fn new(name: String, kind: EntityKind, mentions: Vec<Mention>) -> Self {
        Self { name, kind, mentions, description: None, place: None }
    }
}

/// One place where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Time {
    /// The TIMEX3 extent: the phrase without a leading preposition.
    pub span: Span,
    /// The TIMEX3 type.
    pub kind: TimeKind,
    /// The TIMEX3 value: `2022-03-24`, `P2W`, `PAST_REF`.
    pub value: String,
    /// The TIMEX3 modifier: `START`, `MID`, `END`, `APPROX`.
    pub modifier: Option<String>,
    /// Where it lies on the calendar, if it has a place there.
    pub interval: Option<Interval>,
}

/// Whether the words are the speaker's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuotationKind {
    /// The words between quotation marks.
    Direct,
    /// A paraphrase with a source.
    Indirect,
}

impl QuotationKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Direct, Self::Indirect];

    /// The word in exports.
    pub fn label(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
        }
    }
}

/// A quotation or a piece of reported speech.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// The content, without its quotation marks.
    pub span: Span,
    /// Direct or indirect.
    pub kind: QuotationKind,
    /// Who says it, if it is a named thing of this article.
    pub speaker: Option<EntityId>,
    /// The speaker in words: the entity's name, or the source as described.
    pub speaker_name: String,
    /// The words that name the speaker here, pronouns too.
    pub source: Option<Span>,
    /// The word that signals speech.
    pub cue: Option<Span>,
    /// How sure the attribution is, 0 to 1.
    pub confidence: f32,
    /// Why this speaker, machine-readable: `cue-after`, `pronoun`, `same-turn`.
    pub reason: Reason,
}

/// Whether an event happened, and when seen from the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EventStatus {
    /// It happened.
    Past,
    /// It is going on.
    Present,
    /// It is going to happen.
    Future,
    /// It may happen, or would have.
    Hypothetical,
    /// It did not happen.
    Negated,
}

impl EventStatus {
    /// All, in the order of time and then of doubt.
    pub const ALL: [Self; 5] = [Self::Past, Self::Present, Self::Future, Self::Hypothetical, Self::Negated];

    /// The word in exports.
    pub fn label(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Present => "present",
            Self::Future => "future",
            Self::Hypothetical => "hypothetical",
            Self::Negated => "negated",
        }
    }
}

/// Something that belongs on a timeline of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The trigger: the verb's main part or a noun.
    pub span: Span,
    /// When: a TIMEX3-like date, or an interval `a/b`; `None` when the text gives no clue.
    pub value: Option<String>,
    /// Where `value` lies on the calendar.
    pub interval: Option<Interval>,
    /// Whether it happened.
    pub status: EventStatus,
    /// A clause a person can read.
    pub label: String,
    /// Index of its sentence.
    pub sentence: u32,
    /// Who and what take part: the names of its clause.
    pub participants: Vec<EntityId>,
    /// The place that its clause names.
    pub place: Option<EntityId>,
    /// The index of the first mention in [`Analysis::events`], where this is another mention of the same event.
    pub same_as: Option<u32>,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Why this date, machine-readable: `same-clause`, `document-date`.
    pub reason: Reason,
}

/// A short machine-readable reason.
///
/// A closed list, so that the page can translate every one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// The cue and its source follow the quotation: `"...", zegt X`.
    CueAfter,
    /// The cue and its source come first: `X zegt: "..."`.
    CueBefore,
    /// `volgens X`, `aldus X`.
    AccordingTo,
    /// A name, a colon, and the quotation.
    NameColon,
    /// The source is a pronoun.
    Pronoun,
    /// The source names an office or a kind that somebody in the article has: `de burgemeester`.
    Role,
    /// A neighbouring quotation of the same turn has this speaker.
    SameTurn,
    /// The name that stands nearest before the quotation.
    NearestName,
    /// A headline quotes whom the article quotes.
    Headline,
    /// A letter, by whoever signs it.
    Signature,
    /// Nothing tells who speaks.
    NoSource,
    /// The time stands in the same clause.
    SameClause,
    /// The time stands in the same sentence.
    SameSentence,
    /// The last time mentioned before it.
    NarrativeAnchor,
    /// The document's date.
    DocumentDate,
    /// Another mention of the same thing tells when.
    SameEvent,
    /// Nothing tells when.
    NoTime,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::CueAfter,
        Self::CueBefore,
        Self::AccordingTo,
        Self::NameColon,
        Self::Pronoun,
        Self::Role,
        Self::SameTurn,
        Self::NearestName,
        Self::Headline,
        Self::Signature,
        Self::NoSource,
        Self::SameClause,
        Self::SameSentence,
        Self::NarrativeAnchor,
        Self::DocumentDate,
        Self::SameEvent,
        Self::NoTime,
    ];

    /// The word in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::CueAfter => "cue-after",
            Self::CueBefore => "cue-before",
            Self::AccordingTo => "according-to",
            Self::NameColon => "name-colon",
            Self::Pronoun => "pronoun",
            Self::Role => "role",
            Self::SameTurn => "same-turn",
            Self::NearestName => "nearest-name",
            Self::Headline => "headline",
            Self::Signature => "signature",
            Self::NoSource => "no-source",
            Self::SameClause => "same-clause",
            Self::SameSentence => "same-sentence",
            Self::NarrativeAnchor => "narrative-anchor",
            Self::DocumentDate => "document-date",
            Self::SameEvent => "same-event",
            Self::NoTime => "no-time",
        }
    }
}

/// What the reader should know about an analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Notice {
    /// There is no text.
    Empty,
    /// Nothing tells when the article was published, so relative times have no place on the calendar.
    DateUnknown,
    /// The language is neither Dutch nor English; it was read as Dutch.
    LanguageUnknown,
}

impl Notice {
    /// The word in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::DateUnknown => "date-unknown",
            Self::LanguageUnknown => "language-unknown",
        }
    }
}
