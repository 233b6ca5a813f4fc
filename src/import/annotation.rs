//! Reading Web Annotations: those of [`crate::export::web_annotation`] become the marks that they were; of
//! others a tag with one of our labels makes a mark too.

use std::collections::HashMap;

use super::model::{Broken, check};
use super::ours::in_order;
use super::place::Places;
use super::{Import, Refusal};
use crate::analysis::{
    Analysis, Entity, EntityId, EntityKind, Event, EventStatus, Mention, Quotation, QuotationKind, Reason,
    Time,
};
use crate::json::Value;
use crate::marks::Marks;
use crate::text::Span;
use crate::times::{Interval, PartialDate, TimeKind};

pub(super) fn read(text: Option<&str>, value: &Value<'_>) -> Result<Import, Refusal> {
    let annotations = check(value).map_err(|broken: Broken| Refusal::Annotation(broken))?;
    let text = text.ok_or(Refusal::NoText)?;
    let mut reader =
        Reader { text, places: Places::new(text), keys: HashMap::new(), found: Analysis::default() };
    let mut unplaced = 0;
    // Entities first, since a quotation may come before its speaker.
    let mut later = Vec::new();
    for annotation in annotations {
        let bodies = Bodies::of(annotation);
        match reader.place(annotation) {
            None => unplaced += 1,
            Some(span) => match EntityKind::ALL.into_iter().find(|kind| kind.label() == bodies.tag) {
                Some(kind) => reader.mention(kind, &bodies, span),
                None => later.push((bodies, span)),
            },
        }
    }
    for (bodies, span) in later {
        let known = reader.time(&bodies, span) || reader.quote(&bodies, span) || reader.event(&bodies, span);
        unplaced += u32::from(!known);
    }
    let marks = Marks { whole: false, found: in_order(reader.found) };
    Ok(Import { marks, unplaced, ..Import::default() })
}

/// What the bodies of an annotation say; empty where they say nothing.
#[derive(Default)]
struct Bodies<'v> {
    tag: &'v str,
    identified: &'v str,
    id: &'v str,
    described: &'v str,
}

impl<'v> Bodies<'v> {
    fn of(annotation: &'v Value<'_>) -> Self {
        let mut bodies = Self::default();
        let Some(body) = annotation.get("body") else { return bodies };
        let all = if let Value::List(items) = body { items } else { core::slice::from_ref(body) };
        for body in all {
            let value = body.text_of("value").unwrap_or_default();
            match body.text_of("purpose") {
                Some("tagging") if bodies.tag.is_empty() => bodies.tag = value,
                Some("identifying") => {
                    bodies.identified = value;
                    bodies.id = body.text_of("id").unwrap_or_default();
                }
                Some("describing") => bodies.described = value,
                _ => {}
            }
        }
        bodies
    }
}

struct Reader<'t> {
    text: &'t str,
    places: Places<'t>,
    /// What tells an entity from others: its id, or its kind and name.
    keys: HashMap<String, EntityId>,
    found: Analysis,
}

impl Reader<'_> {
    fn place(&self, annotation: &Value<'_>) -> Option<Span> {
        let target = annotation.get("target")?;
        let target = target.items().first().unwrap_or(target);
        let selectors = target.get("selector")?;
        let all = if let Value::List(items) = selectors { items } else { core::slice::from_ref(selectors) };
        let of_type = |name: &str| all.iter().find(|selector| selector.text_of("type") == Some(name));
        let position = of_type("TextPositionSelector")
            .and_then(|selector| Some((selector.get("start")?.whole()?, selector.get("end")?.whole()?)));
        match of_type("TextQuoteSelector") {
            Some(quote) => {
                let part = |key| quote.text_of(key).unwrap_or_default();
                self.places.find(position, part("exact"), part("prefix"), part("suffix"))
            }
            // Without words nothing tells whether the offsets are of this text; they are all there is.
            None => {
                position.and_then(|(start, end)| self.places.span(start, end)).filter(|span| !span.is_empty())
            }
        }
    }

    fn known(&self, key: &str) -> Option<EntityId> {
        self.keys.get(key).copied()
    }

    fn mention(&mut self, kind: EntityKind, bodies: &Bodies<'_>, span: Span) {
        let name = if bodies.identified.is_empty() { span.of(self.text) } else { bodies.identified };
        let key =
            if bodies.id.is_empty() { [kind.label(), " ", name].concat() } else { bodies.id.to_owned() };
        let mention = Mention { span, confidence: 1.0 };
        match self.known(&key) {
            Some(entity) => self.found.entities[entity.0 as usize].mentions.push(mention),
            None => {
                self.keys.insert(key, EntityId(self.found.entities.len() as u32));
                self.found.entities.push(Entity::new(name.to_owned(), kind, vec![mention]));
            }
        }
    }

    fn time(&mut self, bodies: &Bodies<'_>, span: Span) -> bool {
        let Some(kind) = tagged(bodies.tag, "time:", &TimeKind::ALL, TimeKind::label) else { return false };
        let value = bodies.identified.to_owned();
        let interval = interval(&value);
        self.found.times.push(Time { span, kind, value, modifier: None, interval });
        true
    }

    fn quote(&mut self, bodies: &Bodies<'_>, span: Span) -> bool {
        let Some(kind) = tagged(bodies.tag, "quote:", &QuotationKind::ALL, QuotationKind::label) else {
            return false;
        };
        let speaker = self.known(bodies.id);
        let speaker_name = bodies.identified.to_owned();
        let reason = Reason::NoSource;
        let quote =
            Quotation { span, kind, speaker, speaker_name, source: None, cue: None, confidence: 1.0, reason };
        self.found.quotes.push(quote);
        true
    }

    fn event(&mut self, bodies: &Bodies<'_>, span: Span) -> bool {
        let Some(status) = tagged(bodies.tag, "event:", &EventStatus::ALL, EventStatus::label) else {
            return false;
        };
        let label =
            if bodies.described.is_empty() { span.of(self.text) } else { bodies.described }.to_owned();
        let value = Some(bodies.identified.to_owned()).filter(|value| !value.is_empty());
        let interval = value.as_deref().and_then(interval);
        let event = Event {
            span,
            value,
            interval,
            status,
            label,
            sentence: 0,
            participants: Vec::new(),
            place: None,
            same_as: None,
            confidence: 1.0,
            reason: Reason::NoTime,
        };
        self.found.events.push(event);
        true
    }
}

fn tagged<T: Copy>(tag: &str, prefix: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
    let word = tag.strip_prefix(prefix)?;
    all.iter().copied().find(|&one| name(one) == word)
}

/// Where a date, or an interval of two, lies on the calendar; other values have their place only in the JSON.
fn interval(value: &str) -> Option<Interval> {
    let date = |text: &str| text.parse::<PartialDate>().ok().map(PartialDate::interval);
    let (first, last) = value.split_once('/').unwrap_or((value, value));
    let interval = Interval { begin: date(first)?.begin, until: date(last)?.until };
    Some(interval).filter(|interval| interval.begin < interval.until)
}
