//! CoNLL-U: a token a line, sentences with an empty line between them.
//!
//! Columns that Kroniek does not know (lemma, part of speech, syntax) are `_`. MISC holds `Entity` with the
//! brackets of CorefUD, `Event` with a status, `Quote` with the quotations that the token is in (`# quote`
//! lines say of each whether it is direct and who speaks), `SpaceAfter`, and `Timex` with B, I, type and value.

use super::common::one_line;
use super::json::id;
use crate::analysis::{Analysis, EntityId};
use crate::order::{pair, sorted};
use crate::text::Span;

/// What is said of a token.
#[derive(Clone, Default)]
struct Misc {
    /// Brackets of entities: those that open, and those that close.
    opened: String,
    closed: String,
    event: &'static str,
    quotes: String,
    time: String,
}

/// The tokens of `text`.
pub fn to_conllu(text: &str, analysis: &Analysis) -> String {
    let misc = gather(analysis);
    let mut out = String::from("# newdoc\n# global.Entity = eid-etype\n");
    let mut quotes = (1_usize..).zip(&analysis.quotes).peekable();
    let mut block = None;
    for (number, sentence) in (1_usize..).zip(&analysis.sentences) {
        if block != Some(sentence.block) {
            out.push_str("# newpar\n");
            block = Some(sentence.block);
        }
        line(&mut out, &["# sent_id = ", &number.to_string()]);
        while let Some((number, quote)) = quotes.next_if(|(_, quote)| quote.span.start < sentence.span.end) {
            let speaker = quote.speaker.map_or_else(|| "_".to_owned(), id);
            line(&mut out, &["# quote = q", &number.to_string(), " ", quote.kind.label(), " ", &speaker]);
        }
        let tokens = sentence.tokens();
        let tokens = tokens.start.min(analysis.tokens.len())..tokens.end.min(analysis.tokens.len());
        let mut rows = String::new();
        let mut plain = String::new();
        for index in tokens.clone() {
            let span = analysis.tokens[index].span;
            let next = analysis.tokens.get(index + 1).map(|token| token.span.start);
            let gap = next.map_or("", |next| Span { start: span.end, end: next.max(span.end) }.of(text));
            // The last token of a paragraph has a space after it, as the format has it.
            let space = next.is_none() || gap.contains(char::is_whitespace);
            let form = form(span.of(text));
            plain.push_str(&form);
            if space && index + 1 < tokens.end {
                plain.push(' ');
            }
            let number = (index - tokens.start + 1).to_string();
            let misc = misc[index].text(space);
            line(&mut rows, &[&number, "\t", &form, "\t_\t_\t_\t_\t_\t_\t_\t", &misc]);
        }
        line(&mut out, &["# text = ", &plain]);
        out.push_str(&rows);
        out.push('\n');
    }
    out
}

fn line(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
    out.push('\n');
}

/// A token as a field; tokens hold no white space, but may hold what ends a line elsewhere.
fn form(token: &str) -> String {
    token.chars().map(|character| if character.is_control() { '\u{fffd}' } else { character }).collect()
}

/// A value inside MISC, where `|` parts attributes.
fn value(text: &str) -> String {
    one_line(text).replace(['|', ' '], "_")
}

fn gather(analysis: &Analysis) -> Vec<Misc> {
    let mut all = vec![Misc::default(); analysis.tokens.len()];
    let within = |span: Span| {
        let first = analysis.tokens.partition_point(|token| token.span.end <= span.start);
        let end = analysis.tokens.partition_point(|token| token.span.start < span.end);
        first..end.max(first)
    };
    let mut mentions = Vec::new();
    for (index, entity) in (0..).zip(&analysis.entities) {
        mentions.extend(entity.mentions.iter().map(|mention| (mention.span, EntityId(index), entity.kind)));
    }
    // The longer first, so that brackets nest.
    for (span, entity, kind) in sorted(&mentions, |(span, ..)| pair(span.start, !span.end)) {
        let tokens = within(span);
        let (Some(first), Some(last)) = (tokens.clone().next(), tokens.last()) else { continue };
        let open = ["(", &id(entity), "-", kind.label()].concat();
        all[first].opened.push_str(&open);
        if first == last {
            all[first].opened.push(')');
        } else {
            all[last].closed.insert_str(0, &[&id(entity), ")"].concat());
        }
    }
    for (number, quote) in (1_usize..).zip(&analysis.quotes) {
        for index in within(quote.span) {
            let comma = if all[index].quotes.is_empty() { "" } else { "," };
            all[index].quotes.push_str(&[comma, "q", &number.to_string()].concat());
        }
    }
    for time in &analysis.times {
        for (at, index) in within(time.span).enumerate() {
            let side = if at == 0 { "B-" } else { "I-" };
            all[index].time = [side, time.kind.label(), ":", &value(&time.value)].concat();
        }
    }
    for event in &analysis.events {
        for index in within(event.span) {
            all[index].event = event.status.label();
        }
    }
    all
}

impl Misc {
    fn text(&self, space: bool) -> String {
        let mut out = String::new();
        let entity = [&*self.opened, &self.closed].concat();
        let space = if space { "" } else { "No" };
        let fields = [
            ("Entity=", &*entity),
            ("Event=", self.event),
            ("Quote=", &self.quotes),
            ("SpaceAfter=", space),
            ("Timex=", &self.time),
        ];
        for (name, value) in fields {
            if !value.is_empty() {
                out.push_str(if out.is_empty() { "" } else { "|" });
                out.push_str(name);
                out.push_str(value);
            }
        }
        if out.is_empty() { "_".to_owned() } else { out }
    }
}
