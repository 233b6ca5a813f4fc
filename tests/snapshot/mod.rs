//! An analysis as text that reads well in a diff: one line a finding, each with its words, and no offsets,
//! so that a change early in an article does not touch every line below it.

pub mod articles;

use std::fmt::Write as _;

use kroniek::analysis::{Analysis, Entity, EntityId, Event, Quotation, QuotationKind, Time};
use kroniek::text::{Sentence, Span};

/// Characters of a quotation or an event that are shown.
const EXCERPT: usize = 70;

/// Renders everything that was found in `text`.
pub fn render(text: &str, found: &Analysis) -> String {
    let mut page = Page { text, found, out: String::new() };
    page.header();
    page.blocks();
    page.section("entities", &found.entities, Page::entity);
    page.section("times", &found.times, Page::time);
    page.section("quotes", &found.quotes, Page::quote);
    page.section("events", &found.events, Page::event);
    page.out
}

struct Page<'a> {
    text: &'a str,
    found: &'a Analysis,
    out: String,
}

impl<'a> Page<'a> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn header(&mut self) {
        let found = self.found;
        let date = found
            .date
            .map_or("unknown".to_owned(), |date| format!("{} ({})", date.value, date.source.code()));
        let notices: Vec<_> = found.notices.iter().map(|notice| notice.code()).collect();
        self.line(&format!("language {}", found.language.code()));
        self.line(&format!("date     {date}"));
        self.line(&format!(
            "notices  {}",
            if notices.is_empty() { "none".to_owned() } else { notices.join(", ") }
        ));
        self.line(&format!("tokens   {}", found.tokens.len()));
    }

    /// Each block with its kind, and under it one line a sentence. A block without sentences shows its text.
    fn blocks(&mut self) {
        self.line("");
        self.line("== blocks");
        let mut sentences = self.found.sentences.iter().peekable();
        for (index, block) in self.found.blocks.iter().enumerate() {
            self.line("");
            self.line(&format!("[{:?}]", block.kind).to_lowercase());
            let mut any = false;
            while let Some(sentence) = sentences.next_if(|sentence| sentence.block as usize <= index) {
                any = true;
                let line = self.sentence(sentence);
                self.line(&line);
            }
            if !any {
                let line = format!("  {}", excerpt(block.span.of(self.text), usize::MAX));
                self.line(&line);
            }
        }
    }

    fn sentence(&self, sentence: &Sentence) -> String {
        let mark = if sentence.heading { "  # " } else { "  | " };
        format!("{mark}{}", excerpt(sentence.span.of(self.text), usize::MAX))
    }

    fn section<T>(&mut self, name: &str, items: &'a [T], render: fn(&Self, &'a T) -> String) {
        self.line("");
        self.line(&format!("== {name} ({})", items.len()));
        for item in items {
            let line = render(self, item);
            self.line(&line);
        }
    }

    /// `PER  Karin Oosterling  x3: Karin Oosterling | Oosterling | Oosterling`
    fn entity(&self, entity: &'a Entity) -> String {
        let names: Vec<_> = entity.mentions.iter().map(|mention| self.words(mention.span)).collect();
        format!("{:<4} {}  x{}: {}", entity.kind.label(), entity.name, names.len(), names.join(" | "))
    }

    /// `DATE  afgelopen woensdag  -> 2023-06-07`
    fn time(&self, time: &'a Time) -> String {
        let mut line = format!("{:<8} {}  -> {}", time.kind.label(), self.words(time.span), time.value);
        if let Some(modifier) = &time.modifier {
            let _ = write!(line, " {modifier}");
        }
        line
    }

    /// `direct  Karin Oosterling (cue-after: zegt; wethouder Karin Oosterling)  We nemen geen ...`
    fn quote(&self, quote: &'a Quotation) -> String {
        let kind = match quote.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Indirect => "indirect",
        };
        let speaker = if quote.speaker_name.is_empty() { "?" } else { &quote.speaker_name };
        let grouped = if quote.speaker.is_some() { "" } else { "~" };
        let cue = quote.cue.map_or("-".to_owned(), |span| self.words(span));
        let source = quote.source.map_or("-".to_owned(), |span| self.words(span));
        let words = excerpt(quote.span.of(self.text), EXCERPT);
        format!("{kind:<8} {grouped}{speaker} ({}: {cue}; {source})  {words}", quote.reason.code())
    }

    /// `past  2023-06-12  bekendgemaakt  (same-clause)  gemeente Waalrade: De gemeente maakt ...`
    fn event(&self, event: &'a Event) -> String {
        let value = event.value.as_deref().unwrap_or("?");
        let who: Vec<_> = event.participants.iter().map(|&id| self.name(id)).collect();
        let who = if who.is_empty() { String::new() } else { format!("{}: ", who.join(" + ")) };
        format!(
            "{:<12} {value:<12} {}  ({})  {who}{}",
            event.status.label(),
            self.words(event.span),
            event.reason.code(),
            excerpt(&event.label, EXCERPT)
        )
    }

    fn name(&self, id: EntityId) -> &'a str {
        self.found.entities.get(id.0 as usize).map_or("?", |entity| &entity.name)
    }

    fn words(&self, span: Span) -> String {
        excerpt(span.of(self.text), usize::MAX)
    }
}

/// `text` in one line: white space as one space, line ends shown, and the middle left out when it is longer
/// than `limit` characters.
fn excerpt(text: &str, limit: usize) -> String {
    let joined = text.replace("\r\n", "⏎").replace(['\n', '\r'], "⏎");
    let shown = joined.replace('\u{A0}', "⍽").split_whitespace().collect::<Vec<_>>().join(" ");
    let count = shown.chars().count();
    if count <= limit {
        return shown;
    }
    let half = limit / 2;
    let head: String = shown.chars().take(half).collect();
    let tail: String = shown.chars().skip(count - half).collect();
    format!("{} ... {}", head.trim_end(), tail.trim_start())
}
