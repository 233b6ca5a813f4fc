//! Tables for spreadsheets: CSV as in RFC 4180, with CRLF and a header.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it: a
//! spreadsheet would run it as a formula, and the text of an article is not ours to trust. The offsets tell
//! what the article has there.

use super::common::{Edge, speaker};
use super::json::{hundredths, id};
use super::{Options, Table};
use crate::analysis::{Analysis, EntityId};
use crate::text::Span;
use crate::times::Interval;

/// One table of the analysis of `text`. Offsets count Unicode code points, as in the JSON.
pub fn to_csv(text: &str, analysis: &Analysis, options: &Options<'_>) -> String {
    let mut csv = Csv { edge: Edge::new(text), out: String::new(), first: true };
    if options.byte_order_mark {
        csv.out.push('\u{feff}');
    }
    match options.table {
        Table::Quotes => csv.quotes(analysis),
        Table::Entities => csv.entities(analysis),
        Table::Events => csv.events(analysis),
        Table::Times => csv.times(analysis),
    }
    csv.out
}

struct Csv<'t> {
    edge: Edge<'t>,
    out: String,
    first: bool,
}

impl Csv<'_> {
    fn cell(&mut self, text: &str) {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
        let guard = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        if text.contains(['"', ',', '\n', '\r']) {
            self.out.push('"');
            self.out.push_str(if guard { "'" } else { "" });
            for part in text.split_inclusive('"') {
                self.out.push_str(part);
                self.out.push_str(if part.ends_with('"') { "\"" } else { "" });
            }
            self.out.push('"');
        } else {
            self.out.push_str(if guard { "'" } else { "" });
            self.out.push_str(text);
        }
    }

    fn row(&mut self, cells: &[&str]) {
        for cell in cells {
            self.cell(cell);
        }
        self.end();
    }

    fn end(&mut self) {
        self.out.push_str("\r\n");
        self.first = true;
    }

    fn place(&mut self, span: Span) {
        let (start, end) = self.edge.points(span);
        self.cell(&start.to_string());
        self.cell(&end.to_string());
        self.cell(span.of(self.edge.text));
    }

    fn interval(&mut self, interval: Option<Interval>) {
        for side in
            [interval.and_then(|interval| interval.begin), interval.and_then(|interval| interval.until)]
        {
            self.cell(&side.map(|moment| moment.to_string()).unwrap_or_default());
        }
    }

    fn quotes(&mut self, analysis: &Analysis) {
        self.row(&[
            "start",
            "end",
            "text",
            "kind",
            "speaker",
            "speaker_id",
            "source",
            "cue",
            "confidence",
            "reason",
        ]);
        for quote in &analysis.quotes {
            let words = |span: Option<Span>| span.map_or("", |span| span.of(self.edge.text));
            let (source, cue) = (words(quote.source), words(quote.cue));
            self.place(quote.span);
            self.row(&[
                quote.kind.label(),
                speaker(analysis, quote),
                &quote.speaker.map(id).unwrap_or_default(),
                source,
                cue,
                &hundredths(quote.confidence),
                quote.reason.code(),
            ]);
        }
    }

    fn entities(&mut self, analysis: &Analysis) {
        self.row(&["start", "end", "text", "entity", "name", "type", "confidence"]);
        for (index, entity) in (0..).zip(&analysis.entities) {
            for mention in &entity.mentions {
                self.place(mention.span);
                let confidence = hundredths(mention.confidence);
                self.row(&[&id(EntityId(index)), &entity.name, entity.kind.label(), &confidence]);
            }
        }
    }

    fn events(&mut self, analysis: &Analysis) {
        self.row(&[
            "start",
            "end",
            "text",
            "label",
            "status",
            "value",
            "begin",
            "until",
            "participants",
            "confidence",
            "reason",
        ]);
        for event in &analysis.events {
            self.place(event.span);
            self.cell(&event.label);
            self.cell(event.status.label());
            self.cell(event.value.as_deref().unwrap_or_default());
            self.interval(event.interval);
            let participants =
                event.participants.iter().filter_map(|id| analysis.entities.get(id.0 as usize));
            let names: Vec<&str> = participants.map(|entity| &*entity.name).collect();
            self.row(&[&names.join("; "), &hundredths(event.confidence), event.reason.code()]);
        }
    }

    fn times(&mut self, analysis: &Analysis) {
        self.row(&["start", "end", "text", "type", "value", "mod", "begin", "until"]);
        for time in &analysis.times {
            self.place(time.span);
            self.cell(time.kind.label());
            self.cell(&time.value);
            self.cell(time.modifier.as_deref().unwrap_or_default());
            self.interval(time.interval);
            self.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_guarded() {
        let mut csv = Csv { edge: Edge::new(""), out: String::new(), first: true };
        csv.row(&["a", "", "b,c", "\"d\" e", "f\r\ng", "=1+1", "-2", "@x", "\tx", "=\"x\"", "a=b"]);
        let expected = "a,,\"b,c\",\"\"\"d\"\" e\",\"f\r\ng\",'=1+1,'-2,'@x,'\tx,\"'=\"\"x\"\"\",a=b\r\n";
        assert_eq!(csv.out, expected);
    }
}
