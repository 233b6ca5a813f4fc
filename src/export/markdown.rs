//! A summary to read and to paste: who, what was said, what happened.

use super::common::{in_time, name, one_line, speaker};
use super::words::Words;
use crate::analysis::{Analysis, EntityKind};

/// The summary of `text` in Markdown, with words of the article's language.
pub fn to_markdown(text: &str, analysis: &Analysis) -> String {
    let words = Words::of(analysis.language);
    let mut out = String::new();
    line(&mut out, &["# ", &inline(&name(text, analysis))]);
    if let Some(date) = analysis.date {
        line(&mut out, &["\n", words.published, ": ", &words.date(date.value)]);
    }
    entities(&mut out, analysis, words);
    quotes(&mut out, text, analysis, words);
    events(&mut out, analysis, words);
    out
}

fn entities(out: &mut String, analysis: &Analysis, words: &Words) {
    if analysis.entities.is_empty() {
        return;
    }
    line(out, &["\n## ", words.names, "\n"]);
    for kind in EntityKind::ALL {
        for entity in analysis.entities.iter().filter(|entity| entity.kind == kind) {
            let count = entity.mentions.len().to_string();
            line(out, &["- ", &inline(&entity.name), " (", words.kind(kind), ", ", &count, "×)"]);
        }
    }
}

fn quotes(out: &mut String, text: &str, analysis: &Analysis, words: &Words) {
    if analysis.quotes.is_empty() {
        return;
    }
    line(out, &["\n## ", words.quotes]);
    for quote in &analysis.quotes {
        let speaker = Some(speaker(analysis, quote)).filter(|name| !name.is_empty()).unwrap_or(words.unknown);
        line(out, &["\n> ", &inline(quote.span.of(text)), "\n>"]);
        line(out, &["> — ", &inline(speaker), " (", words.quotation(quote.kind), ")"]);
    }
}

fn events(out: &mut String, analysis: &Analysis, words: &Words) {
    if analysis.events.is_empty() {
        return;
    }
    line(out, &["\n## ", words.events, "\n"]);
    for event in in_time(analysis) {
        let status = words.status(event.status);
        line(out, &["- **", &words.when(event), "** ", &inline(&event.label), " (", status, ")"]);
    }
}

fn line(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
    out.push('\n');
}

/// Text of an article on one line, with everything escaped that Markdown or the HTML in it would read.
fn inline(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    // What opens a list, a heading or a quotation does so only at the start of a line.
    let digits = text.len() - text.trim_start_matches(|character: char| character.is_ascii_digit()).len();
    for (at, character) in text.char_indices() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => out.extend(['\\', character]),
            '#' | '+' | '-' | '=' | ':' if at == 0 => out.extend(['\\', character]),
            '.' | ')' if at == digits && at > 0 => out.extend(['\\', character]),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_article_is_markup() {
        assert_eq!(inline("# *a* <b> [c](d)\n- e_f"), "\\# \\*a\\* &lt;b&gt; \\[c\\](d) - e\\_f");
        assert_eq!(inline("1. een"), "1\\. een");
        assert_eq!(inline("in 2022. Toen"), "in 2022. Toen");
    }
}
