//! TEI P5: the article with its marks inline, and who and what it is about in `standOff`.
//!
//! Names are `persName`, `orgName`, `placeName` or `name`, pointing at `standOff` with `ref`; quotations are
//! `said` with `direct` and `who`; times are `date` or `time`; event triggers are `rs`. Markup nests where marks
//! may cross, so a mark is cut where it has to be, and `prev` tells that a part goes on with an earlier one.

use super::common::{name, one_line};
use super::markup::{escape, escape_onto};
use super::nest::{Mark, Part, Step, nest};
use super::stretch::Stretch;
use crate::analysis::{Analysis, Entity, EntityKind, Event, QuotationKind, Time};
use crate::text::BlockKind;
use crate::times::{Interval, PartialDate, TimeKind};

/// The article as one TEI document.
pub fn to_tei(text: &str, analysis: &Analysis) -> String {
    let mut tei = Tei { text, analysis, out: String::new() };
    tei.header();
    tei.stand_off();
    tei.body();
    tei.out.push_str("</TEI>\n");
    tei.out
}

struct Tei<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    out: String,
}

impl Tei<'_> {
    fn put(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    fn header(&mut self) {
        let title = escape(&name(self.text, self.analysis));
        let language = self.analysis.language.code();
        self.put(&["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"]);
        self.put(&["<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"", language, "\">\n"]);
        self.put(&["<teiHeader><fileDesc><titleStmt><title>", &title, "</title></titleStmt>"]);
        self.put(&["<publicationStmt><p>Kroniek</p></publicationStmt><sourceDesc><p>"]);
        match self.analysis.date {
            Some(date) => {
                let when =
                    when(date.value).map(|when| [" when=\"", &when, "\""].concat()).unwrap_or_default();
                self.put(&["<date", &when, ">", &date.value.to_string(), "</date>"]);
            }
            None => self.put(&["<date/>"]),
        }
        self.put(&["</p></sourceDesc></fileDesc></teiHeader>\n"]);
    }

    fn stand_off(&mut self) {
        let lists: [(&str, &[EntityKind]); 4] = [
            ("listPerson", &[EntityKind::Person, EntityKind::Group]),
            ("listOrg", &[EntityKind::Organisation]),
            ("listPlace", &[EntityKind::Place]),
            ("listBibl", &[EntityKind::Work]),
        ];
        let analysis = self.analysis;
        let named = (1_usize..).zip(&analysis.entities);
        if analysis.entities.is_empty() && analysis.events.is_empty() {
            return;
        }
        self.put(&["<standOff>\n"]);
        for (list, kinds) in lists {
            let mut items = named.clone().filter(|(_, entity)| kinds.contains(&entity.kind)).peekable();
            if items.peek().is_some() {
                self.put(&["<", list, ">\n"]);
                for (number, entity) in items {
                    self.item(number, entity);
                }
                self.put(&["</", list, ">\n"]);
            }
        }
        let mut events = named.filter(|(_, entity)| entity.kind == EntityKind::NamedEvent).peekable();
        if events.peek().is_some() || !analysis.events.is_empty() {
            self.put(&["<listEvent>\n"]);
            for (number, entity) in events {
                let number = number.to_string();
                let label = escape(&one_line(&entity.name));
                self.put(&["<event xml:id=\"e", &number, "\"><label>", &label, "</label></event>\n"]);
            }
            for (number, event) in (1_usize..).zip(&analysis.events) {
                self.event(number, event);
            }
            self.put(&["</listEvent>\n"]);
        }
        self.put(&["</standOff>\n"]);
    }

    fn item(&mut self, number: usize, entity: &Entity) {
        let (element, name) = match entity.kind {
            EntityKind::Person => ("person", "persName"),
            EntityKind::Group => ("personGrp", "persName"),
            EntityKind::Organisation => ("org", "orgName"),
            EntityKind::Place => ("place", "placeName"),
            EntityKind::NamedEvent | EntityKind::Work => ("bibl", "title"),
        };
        let (number, text) = (number.to_string(), escape(&one_line(&entity.name)));
        self.put(&[
            "<",
            element,
            " xml:id=\"e",
            &number,
            "\"><",
            name,
            ">",
            &text,
            "</",
            name,
            "></",
            element,
            ">\n",
        ]);
    }

    fn event(&mut self, number: usize, event: &Event) {
        let place = event.interval.map(dating).unwrap_or_default();
        let (status, label) = (event.status.label(), escape(&event.label));
        let number = number.to_string();
        self.put(&["<event xml:id=\"v", &number, "\" type=\"", status, "\"", &place, ">"]);
        self.put(&["<label>", &label, "</label></event>\n"]);
    }

    fn body(&mut self) {
        self.put(&["<text><body>\n"]);
        let mut written = false;
        for (block, steps) in self.analysis.blocks.iter().zip(nest(self.analysis, &self.analysis.blocks)) {
            let element = match block.kind {
                // A heading may stand anywhere in an article, which `head` may not.
                BlockKind::Title => "<p rend=\"title\">",
                BlockKind::Heading => "<p rend=\"heading\">",
                BlockKind::Metadata => "<p rend=\"metadata\">",
                BlockKind::ListItem => "<p rend=\"item\">",
                BlockKind::Paragraph => "<p>",
            };
            self.put(&[element]);
            for step in steps {
                self.step(step);
            }
            self.put(&["</p>\n"]);
            written = true;
        }
        self.put(&[if written { "</body></text>\n" } else { "<p/></body></text>\n" }]);
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Text(span) => escape_onto(&mut self.out, span.of(self.text)),
            Step::Open(mark, part) => {
                let (element, attributes) = self.element(mark, part);
                self.put(&["<", element, &attributes, ">"]);
            }
            Step::Close(mark) => {
                let (element, _) = self.element(mark, Part::Later);
                self.put(&["</", element, ">"]);
            }
        }
    }

    fn element(&self, mark: Mark, part: Part) -> (&'static str, String) {
        let number = |index: u32| (u64::from(index) + 1).to_string();
        match mark {
            Mark::Entity(index) => {
                let kind = self.analysis.entities.get(index as usize).map(|entity| entity.kind);
                let (element, kind) = match kind {
                    Some(EntityKind::Person) => ("persName", ""),
                    Some(EntityKind::Organisation) => ("orgName", ""),
                    Some(EntityKind::Place) => ("placeName", ""),
                    Some(EntityKind::Group) => ("name", " type=\"group\""),
                    Some(EntityKind::NamedEvent) => ("name", " type=\"event\""),
                    _ => ("name", " type=\"work\""),
                };
                (element, [kind, " ref=\"#e", &number(index), "\""].concat())
            }
            Mark::Event(index) => ("rs", [" type=\"event\" ref=\"#v", &number(index), "\""].concat()),
            Mark::Time(index) => {
                self.analysis.times.get(index as usize).map_or(("date", String::new()), time)
            }
            Mark::Quote(index) => ("said", self.said(index, part)),
        }
    }

    fn said(&self, index: u32, part: Part) -> String {
        let Some(quote) = self.analysis.quotes.get(index as usize) else { return String::new() };
        let direct = if quote.kind == QuotationKind::Direct { "true" } else { "false" };
        let who = quote.speaker.map(|id| [" who=\"#e", &(u64::from(id.0) + 1).to_string(), "\""].concat());
        let id = match part {
            Part::First => " xml:id=\"q",
            Part::Later => " prev=\"#q",
        };
        let number = (u64::from(index) + 1).to_string();
        [id, &number, "\" direct=\"", direct, "\"", &who.unwrap_or_default()].concat()
    }
}

fn time(time: &Time) -> (&'static str, String) {
    let exact = time.value.parse::<PartialDate>().ok().and_then(when);
    let element = if time.kind == TimeKind::Time { "time" } else { "date" };
    let place = match (exact, time.kind) {
        (Some(when), _) => [" when=\"", &when, "\""].concat(),
        (None, TimeKind::Duration) if is_length(&time.value) => [" dur-iso=\"", &time.value, "\""].concat(),
        (None, _) => time.interval.map(dating).unwrap_or_default(),
    };
    (element, place)
}

/// Whether a TIMEX3 value is a length that ISO 8601 has too: `P2W`, `PT4H`, and not `PXY`.
fn is_length(value: &str) -> bool {
    let length = value.strip_prefix('P').unwrap_or_default();
    let length = length.strip_prefix('T').unwrap_or(length);
    match length.split_at_checked(length.len().saturating_sub(1)) {
        Some((number, "Y" | "M" | "W" | "D" | "H" | "S")) => {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

/// Where something lies, as attributes.
fn dating(interval: Interval) -> String {
    let Some(stretch) = Stretch::of(interval) else { return String::new() };
    if let Some(when) = stretch.one().and_then(when) {
        return [" when=\"", &when, "\""].concat();
    }
    let side = |name: &str, date: Option<PartialDate>| {
        date.and_then(when).map(|when| [" ", name, "=\"", &when, "\""].concat()).unwrap_or_default()
    };
    [side("notBefore", stretch.first), side("notAfter", stretch.last)].concat()
}

/// A date as `teidata.temporal.w3c` has it (a year has four digits, a time has seconds; there is no year 0 in
/// XML Schema 1.0, so that a year before Christ is the one that its number says).
fn when(date: PartialDate) -> Option<String> {
    let date = PartialDate { year: if date.year > 0 { date.year } else { date.year - 1 }, ..date };
    if !(-9999..=9999).contains(&date.year) {
        return None;
    }
    let seconds = if date.minute.is_some() { ":00" } else { "" };
    Some([&date.to_string(), seconds].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_xml_schema() {
        let day = |year| PartialDate::day(year, 3, 15);
        assert_eq!(when(day(44)).as_deref(), Some("0044-03-15"));
        assert_eq!(when(day(-43)).as_deref(), Some("-0044-03-15"));
        assert_eq!(
            when(PartialDate { minute: Some(61), ..day(2022) }).as_deref(),
            Some("2022-03-15T01:01:00")
        );
        assert_eq!(when(day(12_000)), None);
    }

    #[test]
    fn only_stated_lengths_are_lengths() {
        let lengths = ["P2W", "PT4H", "PXY", "P", "PT", "P1Y2M", "2W"].map(is_length);
        assert_eq!(lengths, [true, true, false, false, false, false, false]);
    }
}
