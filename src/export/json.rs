//! Analysis JSON, schema `kroniek/1`: offsets in Unicode code points.
//!
//! The contract scripts and scorers depend on; fields are added, never renamed. `docs/kroniek-1.schema.json`
//! is its JSON Schema, and `tests/exports.rs` holds every output to it.

use super::common::Edge;
use crate::analysis::{Analysis, Entity, EntityId, Event, Quotation, Time};
use crate::json::Json;
use crate::text::Span;
use crate::times::Interval;

/// The schema's name and version, the first field of every object.
pub const SCHEMA: &str = "kroniek/1";

/// The analysis of `text` as one JSON object on one line, without the text.
///
/// `start` and `end` count Unicode code points of `text` exactly as it was read; `end` is exclusive.
pub fn to_json(text: &str, analysis: &Analysis) -> String {
    write(text, analysis, false)
}

/// The same with the text in it or without. With it, the file can be opened again by itself.
pub(super) fn write(text: &str, analysis: &Analysis, with_text: bool) -> String {
    let mut writer = Writer { edge: Edge::new(text), json: Json::new() };
    writer.json.open('{').pair("schema", SCHEMA).pair("language", analysis.language.code()).key("date");
    match analysis.date {
        Some(date) => {
            writer.json.open('{').pair("value", &date.value.to_string());
            writer.json.pair("source", date.source.code()).close('}');
        }
        None => {
            writer.json.literal("null");
        }
    }
    if with_text {
        writer.json.pair("text", text);
    }
    writer.list("sentences", &analysis.sentences, |writer, _, sentence| writer.place(sentence.span));
    writer.list("tokens", &analysis.tokens, |writer, _, token| writer.place(token.span));
    writer.list("entities", &analysis.entities, Writer::entity);
    writer.list("times", &analysis.times, Writer::time);
    writer.list("quotes", &analysis.quotes, Writer::quote);
    writer.list("events", &analysis.events, Writer::event);
    writer.json.key("notices").open('[');
    for notice in &analysis.notices {
        writer.json.text(notice.code());
    }
    writer.json.close(']').close('}');
    writer.json.finish()
}

/// An entity's id in exports: `e1` is the first one.
pub(super) fn id(entity: EntityId) -> String {
    ["e", &(u64::from(entity.0) + 1).to_string()].concat()
}

/// A confidence with the two digits that it means; more would suggest a precision that it does not have.
pub(super) fn hundredths(confidence: f32) -> String {
    let hundredths = (confidence * 100.0).round().clamp(0.0, 100.0) as u32;
    let (whole, digits) = (hundredths / 100, hundredths % 100);
    match (digits / 10, digits % 10) {
        (tenth, 0) => [digit(whole), ".", digit(tenth)].concat(),
        (tenth, last) => [digit(whole), ".", digit(tenth), digit(last)].concat(),
    }
}

fn digit(value: u32) -> &'static str {
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"][value as usize % 10]
}

struct Writer<'t> {
    edge: Edge<'t>,
    json: Json,
}

impl Writer<'_> {
    /// A list of objects, each of which `fields` fills.
    fn list<T>(&mut self, key: &str, items: &[T], fields: fn(&mut Self, usize, &T)) {
        self.json.key(key).open('[');
        for (index, item) in items.iter().enumerate() {
            self.json.open('{');
            fields(self, index, item);
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn place(&mut self, span: Span) {
        let (start, end) = self.edge.points(span);
        self.json.key("start").number(start.into()).key("end").number(end.into());
    }

    fn words(&mut self, span: Span) {
        self.place(span);
        self.json.pair("text", span.of(self.edge.text));
    }

    fn optional_place(&mut self, key: &str, span: Option<Span>) {
        self.json.key(key);
        match span {
            Some(span) => {
                self.json.open('{');
                self.place(span);
                self.json.close('}');
            }
            None => {
                self.json.literal("null");
            }
        }
    }

    fn interval(&mut self, interval: Option<Interval>) {
        let Some(interval) = interval else { return };
        for (key, side) in [("begin", interval.begin), ("until", interval.until)] {
            if let Some(moment) = side {
                self.json.pair(key, &moment.to_string());
            }
        }
    }

    fn entity(&mut self, index: usize, entity: &Entity) {
        self.json.pair("id", &id(EntityId(index as u32))).pair("name", &entity.name);
        self.json.pair("type", entity.kind.label());
        if let Some(description) = &entity.description {
            self.json.pair("description", description);
        }
        if let Some(place) = entity.place {
            self.json.pair("place", &id(place));
        }
        self.list("mentions", &entity.mentions, |writer, _, mention| {
            writer.words(mention.span);
            writer.json.key("confidence").literal(&hundredths(mention.confidence));
        });
    }

    fn time(&mut self, _: usize, time: &Time) {
        self.words(time.span);
        self.json.pair("type", time.kind.label()).pair("value", &time.value);
        if let Some(modifier) = &time.modifier {
            self.json.pair("mod", modifier);
        }
        self.interval(time.interval);
    }

    fn quote(&mut self, _: usize, quote: &Quotation) {
        self.words(quote.span);
        self.json.pair("kind", quote.kind.label()).key("speaker");
        self.json.text_or_null(quote.speaker.map(id).as_deref()).pair("speaker_name", &quote.speaker_name);
        self.optional_place("source", quote.source);
        self.optional_place("cue", quote.cue);
        self.json.key("confidence").literal(&hundredths(quote.confidence));
        self.json.pair("reason", quote.reason.code());
    }

    fn event(&mut self, _: usize, event: &Event) {
        self.words(event.span);
        self.json.key("value").text_or_null(event.value.as_deref());
        self.interval(event.interval);
        self.json.pair("status", event.status.label()).pair("label", &event.label);
        self.json.key("sentence").number(event.sentence.into()).key("participants").open('[');
        for &participant in &event.participants {
            self.json.text(&id(participant));
        }
        self.json.close(']');
        if let Some(place) = event.place {
            self.json.pair("place", &id(place));
        }
        if let Some(first) = event.same_as {
            self.json.key("same_as").number(first.into());
        }
        self.json.key("confidence").literal(&hundredths(event.confidence));
        self.json.pair("reason", event.reason.code());
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::analysis::{EntityKind, Mention, QuotationKind, Reason};
    use crate::times::{DateSource, DocumentDate, TimeKind};

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

    #[test]
    fn confidences_have_two_digits_at_most() {
        let all = [0.0, 0.9, 0.95, 0.054, 1.0, 7.0, -1.0, f32::NAN].map(hundredths);
        assert_eq!(all, ["0.0", "0.9", "0.95", "0.05", "1.0", "1.0", "0.0", "0.0"]);
    }
}
