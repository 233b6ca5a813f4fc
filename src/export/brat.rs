//! brat standoff: an `.ann` file whose `.txt` is the article exactly as it was read.
//!
//! Offsets count Unicode code points. A mark that runs over a line end is told in parts, since brat allows no
//! line end within one. The mentions of an entity are joined by `Equiv`, a quotation points at its speaker by
//! `Speaker`, and values of times and events stand in notes.

use super::common::{Edge, one_line};
use crate::analysis::Analysis;
use crate::text::Span;

/// The marks over `text`.
pub fn to_brat(text: &str, analysis: &Analysis) -> String {
    let mut brat = Brat { edge: Edge::new(text), out: String::new(), marks: 0, notes: 0 };
    let firsts = brat.entities(analysis);
    for time in &analysis.times {
        if let Some(mark) = brat.mark(["Time_", time.kind.label()], time.span) {
            brat.note(mark, &time.value);
        }
    }
    let mut relations = 0_u32;
    for quote in &analysis.quotes {
        let Some(mark) = brat.mark(["Quote_", quote.kind.label()], quote.span) else { continue };
        match quote.speaker.and_then(|id| firsts.get(id.0 as usize).copied().flatten()) {
            Some(speaker) => {
                relations += 1;
                let [relation, mark, speaker] = [relations, mark, speaker].map(|number| number.to_string());
                brat.line(&["R", &relation, "\tSpeaker Arg1:T", &mark, " Arg2:T", &speaker]);
            }
            None if !quote.speaker_name.is_empty() => brat.note(mark, &quote.speaker_name),
            None => {}
        }
    }
    for (number, event) in (1_u32..).zip(&analysis.events) {
        let Some(mark) = brat.mark(["Event", ""], event.span) else { continue };
        let [number, trigger] = [number, mark].map(|number| number.to_string());
        brat.line(&["E", &number, "\tEvent:T", &trigger]);
        brat.line(&["A", &number, "\tStatus E", &number, " ", event.status.label()]);
        let when = event.value.as_deref().unwrap_or("?");
        brat.note(mark, &[when, ": ", &event.label].concat());
    }
    brat.out
}

struct Brat<'t> {
    edge: Edge<'t>,
    out: String,
    marks: u32,
    notes: u32,
}

impl Brat<'_> {
    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
        self.out.push('\n');
    }

    /// The number of each entity's first mark.
    fn entities(&mut self, analysis: &Analysis) -> Vec<Option<u32>> {
        let mut firsts = Vec::with_capacity(analysis.entities.len());
        for entity in &analysis.entities {
            let marks: Vec<u32> = entity
                .mentions
                .iter()
                .filter_map(|mention| self.mark([entity.kind.label(), ""], mention.span))
                .collect();
            if marks.len() > 1 {
                let marks: String = marks.iter().map(|mark| [" T", &mark.to_string()].concat()).collect();
                self.line(&["*\tEquiv", &marks]);
            }
            firsts.push(marks.first().copied());
        }
        firsts
    }

    /// Writes a mark and gives its number; none for a mark without a visible letter.
    fn mark(&mut self, label: [&str; 2], span: Span) -> Option<u32> {
        let (mut places, mut words) = (String::new(), String::new());
        for part in lines(self.edge.text, span) {
            let (start, end) = self.edge.points(part);
            let semicolon = if places.is_empty() { "" } else { ";" };
            places.push_str(&[semicolon, &start.to_string(), " ", &end.to_string()].concat());
            words.push_str(if words.is_empty() { "" } else { " " });
            // One for one: brat compares the words with the text.
            words.extend(part.of(self.edge.text).chars().map(|character| match character {
                _ if character.is_whitespace() || character.is_control() => ' ',
                _ => character,
            }));
        }
        if places.is_empty() {
            return None;
        }
        self.marks += 1;
        let number = self.marks.to_string();
        self.line(&["T", &number, "\t", label[0], label[1], " ", &places, "\t", &words]);
        Some(self.marks)
    }

    fn note(&mut self, mark: u32, text: &str) {
        self.notes += 1;
        let [note, mark] = [self.notes, mark].map(|number| number.to_string());
        self.line(&["#", &note, "\tAnnotatorNotes T", &mark, "\t", &one_line(text)]);
    }
}

/// The parts of a span that lie on one line each, without white space around them.
fn lines(text: &str, span: Span) -> Vec<Span> {
    let mut at = span.start as usize;
    let mut parts = Vec::new();
    for line in span.of(text).split_inclusive(['\n', '\r']) {
        let start = at + line.len() - line.trim_start().len();
        let end = at + line.trim_end().len();
        if start < end {
            parts.push(Span::new(start, end));
        }
        at += line.len();
    }
    parts
}
