//! Analysis JSON, schema `kroniek/1`: offsets in Unicode code points.
//!
//! The contract scripts and scorers depend on; fields are added, never renamed.

use serde::Serialize;

use crate::analysis::{Analysis, Entity, EntityId, Event, Mention, Quotation, Time};
use crate::text::Span;
use crate::text::offsets::Offsets;
use crate::times::{DocumentDate, Moment};

/// The schema's name and version, the first field of every object.
pub const SCHEMA: &str = "kroniek/1";

/// The analysis of `text` as one JSON object on one line.
///
/// `start` and `end` count Unicode code points of `text` exactly as it was read; `end` is exclusive.
pub fn to_json(text: &str, analysis: &Analysis) -> String {
    let edge = Edge { text, offsets: Offsets::new(text) };
    let article = Article {
        schema: SCHEMA,
        language: analysis.language.code(),
        date: analysis.date.map(Date::from),
        sentences: analysis.sentences.iter().map(|sentence| edge.place(sentence.span)).collect(),
        tokens: analysis.tokens.iter().map(|token| edge.place(token.span)).collect(),
        entities: analysis.entities.iter().enumerate().map(|(at, entity)| edge.entity(at, entity)).collect(),
        times: analysis.times.iter().map(|time| edge.time(time)).collect(),
        quotes: analysis.quotes.iter().map(|quote| edge.quote(quote)).collect(),
        events: analysis.events.iter().map(|event| edge.event(event)).collect(),
        notices: analysis.notices.iter().map(|notice| notice.code()).collect(),
    };
    // Fails only on a map whose keys are no strings; there is no map.
    serde_json::to_string(&article).unwrap_or_default()
}

#[derive(Serialize)]
struct Article<'a> {
    schema: &'a str,
    language: &'a str,
    date: Option<Date>,
    sentences: Vec<Place>,
    tokens: Vec<Place>,
    entities: Vec<EntityJson<'a>>,
    times: Vec<TimeJson<'a>>,
    quotes: Vec<QuoteJson<'a>>,
    events: Vec<EventJson<'a>>,
    notices: Vec<&'a str>,
}

#[derive(Serialize)]
struct Date {
    value: String,
    source: &'static str,
}

impl From<DocumentDate> for Date {
    fn from(date: DocumentDate) -> Self {
        Self { value: date.value.to_string(), source: date.source.code() }
    }
}

#[derive(Serialize)]
struct Place {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Words<'a> {
    #[serde(flatten)]
    place: Place,
    text: &'a str,
}

#[derive(Serialize)]
struct EntityJson<'a> {
    id: String,
    name: &'a str,
    r#type: &'static str,
    mentions: Vec<MentionJson<'a>>,
}

#[derive(Serialize)]
struct MentionJson<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    confidence: f64,
}

#[derive(Serialize)]
struct TimeJson<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    r#type: &'static str,
    value: &'a str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    begin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

#[derive(Serialize)]
struct QuoteJson<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    kind: &'static str,
    speaker: Option<String>,
    speaker_name: &'a str,
    source: Option<Place>,
    cue: Option<Place>,
    confidence: f64,
    reason: &'static str,
}

#[derive(Serialize)]
struct EventJson<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    value: Option<&'a str>,
    status: &'static str,
    label: &'a str,
    sentence: u32,
    participants: Vec<String>,
    confidence: f64,
    reason: &'static str,
}

/// Where bytes become code points.
struct Edge<'t> {
    text: &'t str,
    offsets: Offsets<'t>,
}

impl<'t> Edge<'t> {
    fn place(&self, span: Span) -> Place {
        Place { start: self.offsets.code_points(span.start), end: self.offsets.code_points(span.end) }
    }

    fn words(&self, span: Span) -> Words<'t> {
        Words { place: self.place(span), text: span.of(self.text) }
    }

    fn mention(&self, mention: &Mention) -> MentionJson<'t> {
        MentionJson { words: self.words(mention.span), confidence: hundredths(mention.confidence) }
    }

    fn entity<'a>(&'a self, index: usize, entity: &'a Entity) -> EntityJson<'a> {
        EntityJson {
            id: id(EntityId(index as u32)),
            name: &entity.name,
            r#type: entity.kind.label(),
            mentions: entity.mentions.iter().map(|mention| self.mention(mention)).collect(),
        }
    }

    fn time<'a>(&'a self, time: &'a Time) -> TimeJson<'a> {
        let side = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
        TimeJson {
            words: self.words(time.span),
            r#type: time.kind.label(),
            value: &time.value,
            modifier: time.modifier.as_deref(),
            begin: time.interval.and_then(|interval| side(interval.begin)),
            until: time.interval.and_then(|interval| side(interval.until)),
        }
    }

    fn quote<'a>(&'a self, quote: &'a Quotation) -> QuoteJson<'a> {
        QuoteJson {
            words: self.words(quote.span),
            kind: quote.kind.label(),
            speaker: quote.speaker.map(id),
            speaker_name: &quote.speaker_name,
            source: quote.source.map(|span| self.place(span)),
            cue: quote.cue.map(|span| self.place(span)),
            confidence: hundredths(quote.confidence),
            reason: quote.reason.code(),
        }
    }

    fn event<'a>(&'a self, event: &'a Event) -> EventJson<'a> {
        EventJson {
            words: self.words(event.span),
            value: event.value.as_deref(),
            status: event.status.label(),
            label: &event.label,
            sentence: event.sentence,
            participants: event.participants.iter().copied().map(id).collect(),
            confidence: hundredths(event.confidence),
            reason: event.reason.code(),
        }
    }
}

/// An entity's id in exports: `e1` is the first one.
fn id(entity: EntityId) -> String {
    format!("e{}", entity.0 + 1)
}

/// A confidence with the two digits that it means; more would suggest a precision that it does not have.
fn hundredths(confidence: f32) -> f64 {
    f64::from((confidence.clamp(0.0, 1.0) * 100.0).round()) / 100.0
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::analysis::{EntityKind, QuotationKind, Reason};
    use crate::times::{DateSource, TimeKind};

    #[test]
    fn offsets_count_code_points() {
        let text = "😀 Zoë zei gisteren: «Ja»";
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let date = "2022-03-24".parse().unwrap();
        let analysis = Analysis {
            date: Some(DocumentDate { value: date, source: DateSource::Reader }),
            entities: vec![Entity {
                name: "Zoë".to_owned(),
                kind: EntityKind::Person,
                description: None,
                place: None,
                mentions: vec![Mention { span: span("Zoë"), confidence: 0.7 }],
            }],
            times: vec![Time {
                span: span("gisteren"),
                kind: TimeKind::Date,
                value: "2022-03-23".to_owned(),
                modifier: None,
                interval: Some("2022-03-23".parse::<crate::times::PartialDate>().unwrap().interval()),
            }],
            quotes: vec![Quotation {
                span: span("Ja"),
                kind: QuotationKind::Direct,
                speaker: Some(EntityId(0)),
                speaker_name: "Zoë".to_owned(),
                source: Some(span("Zoë")),
                cue: Some(span("zei")),
                confidence: 0.95,
                reason: Reason::CueBefore,
            }],
            ..Analysis::default()
        };
        expect![[r#"{"schema":"kroniek/1","language":"nl","date":{"value":"2022-03-24","source":"reader"},"sentences":[],"tokens":[],"entities":[{"id":"e1","name":"Zoë","type":"PER","mentions":[{"start":2,"end":5,"text":"Zoë","confidence":0.7}]}],"times":[{"start":10,"end":18,"text":"gisteren","type":"DATE","value":"2022-03-23","begin":"2022-03-23","until":"2022-03-24"}],"quotes":[{"start":21,"end":23,"text":"Ja","kind":"direct","speaker":"e1","speaker_name":"Zoë","source":{"start":2,"end":5},"cue":{"start":6,"end":9},"confidence":0.95,"reason":"cue-before"}],"events":[],"notices":[]}"#]]
        .assert_eq(&to_json(text, &analysis));
    }
}
