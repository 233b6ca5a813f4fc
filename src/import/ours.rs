//! Reading `kroniek/1`.

use std::collections::{HashMap, HashSet};

use super::place::Places;
use super::{Import, Refusal};
use crate::analysis::{
    Analysis, Entity, EntityId, EntityKind, Event, EventStatus, Mention, Notice, Quotation, QuotationKind,
    Reason, Time,
};
use crate::json::Value;
use crate::lang::Language;
use crate::marks::Marks;
use crate::order::{order, sorted};
use crate::text::Span;
use crate::times::calendar::days_in_month;
use crate::times::{DateSource, DocumentDate, Interval, Moment, PartialDate, TimeKind};

/// A field that lacks or is wrong.
type Wrong = &'static str;

pub(super) fn read(text: &str, value: &Value<'_>) -> Result<Import, Refusal> {
    let mut reader = Reader {
        places: Places::new(text),
        ids: HashMap::new(),
        events: Vec::new(),
        found: Analysis::default(),
        unplaced: 0,
    };
    let guessed = value.get("notices").map_or(&[][..], Value::items);
    let guessed = guessed.iter().any(|notice| notice.text() == Some(Notice::LanguageUnknown.code()));
    let language = value.text_of("language").filter(|_| !guessed).and_then(Language::from_code);
    let date = document_date(value).map_err(|field| Refusal::Damaged(field.to_owned()))?;
    reader.all(value, "entities", Reader::entity)?;
    reader.all(value, "entities", Reader::place)?;
    reader.all(value, "times", Reader::time)?;
    reader.all(value, "quotes", Reader::quote)?;
    reader.all(value, "events", Reader::event)?;
    reader.names();
    let Reader { found, unplaced, .. } = reader;
    let marks = Marks { whole: true, found: in_order(found) };
    Ok(Import { text: None, language, date, marks, unplaced })
}

/// The marks in the order of the text: somebody may have added one at the end of a list.
pub(super) fn in_order(mut found: Analysis) -> Box<Analysis> {
    for entity in &mut found.entities {
        entity.mentions = sorted(&entity.mentions, |mention| mention.span.key());
    }
    found.times = sorted(&found.times, |time| time.span.start.into());
    found.quotes = sorted(&found.quotes, |quote| quote.span.start.into());
    let events = order(found.events.iter().map(|event| event.span.start.into()));
    let mut moved = vec![0; events.len()];
    for (&old, new) in events.iter().zip(0_u32..) {
        moved[old] = new;
    }
    found.events = sorted(&found.events, |event| event.span.start.into());
    for (event, index) in found.events.iter_mut().zip(0_u32..) {
        let first = event.same_as.and_then(|first| moved.get(first as usize).copied());
        event.same_as = first.filter(|&first| first < index);
    }
    Box::new(found)
}

struct Reader<'t> {
    places: Places<'t>,
    /// The entities' ids in the file, each with the entity it has become.
    ids: HashMap<String, EntityId>,
    /// What each event of the file has become; `None` for one whose words are nowhere.
    events: Vec<Option<u32>>,
    found: Analysis,
    unplaced: u32,
}

impl Reader<'_> {
    /// Reads every item of a list. An item whose words are nowhere is counted.
    fn all(
        &mut self,
        value: &Value<'_>,
        key: &'static str,
        one: fn(&mut Self, &Value<'_>) -> Result<bool, Wrong>,
    ) -> Result<(), Refusal> {
        let Some(Value::List(items)) = value.get(key) else { return Err(Refusal::Damaged(key.to_owned())) };
        for (index, item) in items.iter().enumerate() {
            match one(self, item) {
                Ok(placed) => self.unplaced += u32::from(!placed),
                Err(field) => {
                    let place = [key, "[", &index.to_string(), "].", field].concat();
                    return Err(Refusal::Damaged(place));
                }
            }
        }
        Ok(())
    }

    /// The stated offsets of a mark, and where its words are.
    fn words(&self, value: &Value<'_>) -> Result<((u32, u32), Option<Span>), Wrong> {
        let stated = offsets(value)?;
        let exact = value.text_of("text").ok_or("text")?;
        Ok((stated, self.places.find(Some(stated), exact, "", "")))
    }

    fn entity(&mut self, value: &Value<'_>) -> Result<bool, Wrong> {
        let id = value.text_of("id").ok_or("id")?;
        let kind = named(value, "type", &EntityKind::ALL, EntityKind::label)?;
        let name = value.text_of("name").ok_or("name")?.to_owned();
        let Some(Value::List(items)) = value.get("mentions") else { return Err("mentions") };
        let mut mentions = Vec::with_capacity(items.len());
        for item in items {
            match self.words(item)?.1 {
                Some(span) => mentions.push(Mention { span, confidence: confidence(item)? }),
                None => self.unplaced += 1,
            }
        }
        if mentions.is_empty() {
            // Its mentions are counted one by one.
            return Ok(!items.is_empty());
        }
        // Of two with the same id the first counts.
        self.ids.entry(id.to_owned()).or_insert(EntityId(self.found.entities.len() as u32));
        let description = value.text_of("description").map(str::to_owned);
        self.found.entities.push(Entity { description, ..Entity::new(name, kind, mentions) });
        Ok(true)
    }

    /// Links a group to its place, which may stand later in the list.
    fn place(&mut self, value: &Value<'_>) -> Result<bool, Wrong> {
        let known = |key| value.text_of(key).and_then(|id| self.known(id));
        if let (Some(group), Some(place)) = (known("id"), known("place")) {
            self.found.entities[group.0 as usize].place = Some(place);
        }
        Ok(true)
    }

    fn known(&self, id: &str) -> Option<EntityId> {
        self.ids.get(id).copied()
    }

    /// A speaker's name that is another entity's is what somebody left who changed the speaker: the id counts. Other
    /// names stay, such as those of two who speak together.
    fn names(&mut self) {
        let names: HashSet<&str> = self.found.entities.iter().map(|entity| &*entity.name).collect();
        for quote in &mut self.found.quotes {
            let speaker = quote.speaker.and_then(|id| self.found.entities.get(id.0 as usize));
            if let Some(speaker) = speaker
                && names.contains(&*quote.speaker_name)
            {
                quote.speaker_name.clone_from(&speaker.name);
            }
        }
    }

    fn time(&mut self, value: &Value<'_>) -> Result<bool, Wrong> {
        let Some(span) = self.words(value)?.1 else { return Ok(false) };
        self.found.times.push(Time {
            span,
            kind: named(value, "type", &TimeKind::ALL, TimeKind::label)?,
            value: value.text_of("value").ok_or("value")?.to_owned(),
            modifier: value.text_of("mod").map(str::to_owned),
            interval: interval(value)?,
        });
        Ok(true)
    }

    fn quote(&mut self, value: &Value<'_>) -> Result<bool, Wrong> {
        let (stated, found) = self.words(value)?;
        let Some(span) = found else { return Ok(false) };
        // The words of source and cue are not in the file: where the quotation has moved, they are unknown.
        let moved = self.places.span(stated.0, stated.1) != Some(span);
        let side = |key: &'static str| match value.get(key) {
            None => Err(key),
            Some(Value::Null) => Ok(None),
            Some(place) => offsets(place)
                .map(|(start, end)| self.places.span(start, end).filter(|span| !moved && !span.is_empty())),
        };
        let quote = Quotation {
            span,
            kind: named(value, "kind", &QuotationKind::ALL, QuotationKind::label)?,
            speaker: value.text_of("speaker").and_then(|id| self.known(id)),
            speaker_name: value.text_of("speaker_name").ok_or("speaker_name")?.to_owned(),
            source: side("source")?,
            cue: side("cue")?,
            confidence: confidence(value)?,
            reason: named(value, "reason", &Reason::ALL, Reason::code)?,
        };
        self.found.quotes.push(quote);
        Ok(true)
    }

    fn event(&mut self, value: &Value<'_>) -> Result<bool, Wrong> {
        let Some(span) = self.words(value)?.1 else {
            self.events.push(None);
            return Ok(false);
        };
        let Some(Value::List(participants)) = value.get("participants") else { return Err("participants") };
        let participants = participants.iter().filter_map(|id| self.known(id.text()?));
        let event = Event {
            span,
            value: value.text_of("value").map(str::to_owned),
            interval: interval(value)?,
            status: named(value, "status", &EventStatus::ALL, EventStatus::label)?,
            label: value.text_of("label").ok_or("label")?.to_owned(),
            sentence: value.get("sentence").and_then(Value::whole).map(|_| 0).ok_or("sentence")?,
            participants: participants.collect(),
            place: value.text_of("place").and_then(|id| self.known(id)),
            same_as: value
                .get("same_as")
                .and_then(Value::whole)
                .and_then(|at| *self.events.get(at as usize)?),
            confidence: confidence(value)?,
            reason: named(value, "reason", &Reason::ALL, Reason::code)?,
        };
        self.events.push(Some(self.found.events.len() as u32));
        self.found.events.push(event);
        Ok(true)
    }
}

fn offsets(value: &Value<'_>) -> Result<(u32, u32), Wrong> {
    let side = |key: &'static str| value.get(key).and_then(Value::whole).ok_or(key);
    Ok((side("start")?, side("end")?))
}

/// The one of `all` that a key names.
fn named<T: Copy>(
    value: &Value<'_>,
    key: &'static str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<T, Wrong> {
    let word = value.text_of(key).ok_or(key)?;
    all.iter().copied().find(|&one| name(one) == word).ok_or(key)
}

/// A confidence in hundredths; its further digits mean nothing.
fn confidence(value: &Value<'_>) -> Result<f32, Wrong> {
    let Some(Value::Number(digits)) = value.get("confidence") else { return Err("confidence") };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let digit = |at: usize| rest.as_bytes().get(at).map_or(0, |byte| u32::from(byte.wrapping_sub(b'0')));
    match whole {
        "0" if digit(0) < 10 && digit(1) < 10 => Ok((digit(0) * 10 + digit(1)) as f32 / 100.0),
        "1" => Ok(1.0),
        _ => Err("confidence"),
    }
}

fn interval(value: &Value<'_>) -> Result<Option<Interval>, Wrong> {
    let side = |key: &'static str| match value.get(key) {
        None => Ok(None),
        Some(text) => text.text().and_then(date).and_then(|date| date.interval().begin).map(Some).ok_or(key),
    };
    let [begin, until]: [Option<Moment>; 2] = [side("begin")?, side("until")?];
    if begin.zip(until).is_some_and(|(begin, until)| begin >= until) {
        return Err("until");
    }
    Ok((begin.is_some() || until.is_some()).then_some(Interval { begin, until }))
}

/// The document's date; an export without one says `null`.
fn document_date(value: &Value<'_>) -> Result<Option<DocumentDate>, Wrong> {
    match value.get("date") {
        None | Some(Value::Null) => Ok(None),
        Some(stated) => {
            let source = named(stated, "source", &DateSource::ALL, DateSource::code).map_err(|_| "date")?;
            let value = stated.text_of("value").and_then(date).ok_or("date")?;
            Ok(Some(DocumentDate { value, source }))
        }
    }
}

/// A date as exports write it, with a sign before years that four digits do not hold.
fn date(text: &str) -> Option<PartialDate> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = unsigned.find('-').unwrap_or(unsigned.len());
    let (year, rest) = unsigned.split_at_checked(digits)?;
    if !(4..=6).contains(&year.len()) || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i32 = year.parse().ok()?;
    let year = if text.starts_with('-') { -year } else { year };
    // A leap year stands in for the one that four digits may not hold.
    let date = ["2000", rest].concat().parse::<PartialDate>().ok()?;
    let possible = date.month.zip(date.day).is_none_or(|(month, day)| day <= days_in_month(year, month));
    possible.then_some(PartialDate { year, ..date })
}
