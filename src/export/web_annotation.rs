//! Annotations in the W3C Web Annotation Data Model, as one collection in JSON-LD.
//!
//! Every mark has both selectors. `TextPositionSelector` counts Unicode code points, as the Recommendation says
//! (section 4.2.4 and the note on text of 4.2.5: "in terms of unicode code points, not in terms of code
//! units"); programs that count UTF-16 units find the place by `TextQuoteSelector`. [`crate::import`] reads it
//! back.
//!
//! What a mark is stands in its bodies: a tag (`PER`, `time:DATE`, `quote:direct`, `event:past`), what it is
//! identified as (an entity's name, a TIMEX3 value, a speaker), and an event's label as description. Bodies
//! about the same entity have the same `id`.

use super::Options;
use super::common::{Edge, name, uuid};
use crate::analysis::{Analysis, EntityId};
use crate::json::Json;
use crate::text::Span;

/// The annotations' context, and what tells a Web Annotation from other JSON.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Code points of context before and after a mark.
const AROUND: usize = 32;

/// The marks over `text` as a collection with one page.
pub fn to_web_annotation(text: &str, analysis: &Analysis, options: &Options<'_>) -> String {
    // Once: hashing the whole text for each mark would take quadratic time.
    let key = uuid(text, "text", 0);
    let urn = |what, number| ["urn:uuid:", &uuid(&key, what, number)].concat();
    let source = options.address.map_or_else(|| urn("article", 0), str::to_owned);
    let mentions: usize = analysis.entities.iter().map(|entity| entity.mentions.len()).sum();
    let total = mentions + analysis.times.len() + analysis.quotes.len() + analysis.events.len();
    let mut json = Json::new();
    json.open('{').pair("@context", CONTEXT).pair("id", &urn("collection", 0));
    json.pair("type", "AnnotationCollection").pair("label", &name(text, analysis));
    json.key("total").number(total as i64).key("first").open('{').pair("id", &urn("page", 0));
    json.pair("type", "AnnotationPage").pair("partOf", &urn("collection", 0));
    json.key("startIndex").number(0).key("items").open('[');
    let mut page = Page { text, key: &key, edge: Edge::new(text), source: &source, json, number: 0 };
    page.entities(analysis);
    page.times(analysis);
    page.quotes(analysis);
    page.events(analysis);
    page.json.close(']').close('}').close('}');
    page.json.finish()
}

struct Page<'a> {
    text: &'a str,
    /// The text's hash.
    key: &'a str,
    edge: Edge<'a>,
    source: &'a str,
    json: Json,
    number: u32,
}

impl Page<'_> {
    /// Opens an annotation up to its bodies.
    fn open(&mut self, motivation: &str) {
        self.number += 1;
        let id = ["urn:uuid:", &uuid(self.key, "annotation", self.number)].concat();
        self.json.open('{').pair("id", &id).pair("type", "Annotation").pair("motivation", motivation);
        self.json.key("body").open('[');
    }

    fn body(&mut self, purpose: &str, value: &str) {
        self.json
            .open('{')
            .pair("type", "TextualBody")
            .pair("purpose", purpose)
            .pair("value", value)
            .close('}');
    }

    fn entity(&mut self, entity: EntityId, name: &str) {
        let id = ["urn:uuid:", &uuid(self.key, "entity", entity.0)].concat();
        self.json.open('{').pair("id", &id).pair("type", "TextualBody").pair("purpose", "identifying");
        self.json.pair("value", name).close('}');
    }

    fn close(&mut self, span: Span) {
        let (start, end) = self.edge.points(span);
        let (before, after) = around(self.text, span);
        self.json.close(']').key("target").open('{').pair("source", self.source).key("selector").open('[');
        self.json.open('{').pair("type", "TextQuoteSelector").pair("exact", span.of(self.text));
        self.json.pair("prefix", before).pair("suffix", after).close('}');
        self.json.open('{').pair("type", "TextPositionSelector").key("start").number(start.into());
        self.json.key("end").number(end.into()).close('}').close(']').close('}').close('}');
    }

    fn entities(&mut self, analysis: &Analysis) {
        for (index, entity) in (0..).zip(&analysis.entities) {
            for mention in &entity.mentions {
                self.open("identifying");
                self.body("tagging", entity.kind.label());
                self.entity(EntityId(index), &entity.name);
                self.close(mention.span);
            }
        }
    }

    fn times(&mut self, analysis: &Analysis) {
        for time in &analysis.times {
            self.open("classifying");
            self.body("tagging", &["time:", time.kind.label()].concat());
            self.body("identifying", &time.value);
            self.close(time.span);
        }
    }

    fn quotes(&mut self, analysis: &Analysis) {
        for quote in &analysis.quotes {
            self.open("describing");
            self.body("tagging", &["quote:", quote.kind.label()].concat());
            match quote.speaker {
                Some(speaker) => self.entity(speaker, &quote.speaker_name),
                None if !quote.speaker_name.is_empty() => self.body("identifying", &quote.speaker_name),
                None => {}
            }
            self.close(quote.span);
        }
    }

    fn events(&mut self, analysis: &Analysis) {
        for event in &analysis.events {
            self.open("describing");
            self.body("tagging", &["event:", event.status.label()].concat());
            self.body("describing", &event.label);
            if let Some(value) = &event.value {
                self.body("identifying", value);
            }
            self.close(event.span);
        }
    }
}

/// The text before and after a span; whole words where there are any.
fn around(text: &str, span: Span) -> (&str, &str) {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    // A cut within a word may part a letter from its accent.
    let start = match before[start..].find(char::is_whitespace) {
        Some(space) if start > 0 => start + space,
        _ => start,
    };
    let end = match after[..end].rfind(char::is_whitespace) {
        Some(space) if end < after.len() => space,
        _ => end,
    };
    (&before[start..], &after[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_context_is_of_whole_words() {
        let text =
            "Op de 😀 eerste dag van de maand zei Jansen gisteren in het gemeentehuis van Utrecht iets.";
        let start = text.find("Jansen").unwrap();
        let (before, after) = around(text, Span::new(start, start + 6));
        assert_eq!((before, after), (" 😀 eerste dag van de maand zei ", " gisteren in het gemeentehuis"));
        assert_eq!(around("a", Span::new(0, 1)), ("", ""));
    }
}
