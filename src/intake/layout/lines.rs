//! The lines of a plain text, and what each shows by itself.

use crate::text::{part, tail};

/// A line with something to read on it.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Its first byte that is not blank.
    pub start: usize,
    /// One past its last byte that is not blank.
    pub end: usize,
    /// Blank columns before its text; a tab counts for four.
    pub indent: usize,
    /// Characters from `start` to `end`.
    pub width: usize,
    /// Whether an empty line, a paragraph separator or a form feed stands before it.
    pub gap: bool,
}

impl Line {
    /// The column at which the line ends.
    pub fn column(&self) -> usize {
        self.indent + self.width
    }
}

/// White space, or a character that shows nothing by itself: a control, a byte order mark, a soft hyphen,
/// a zero-width or direction mark (Unicode categories Cc and Cf, as far as texts have them).
pub fn is_blank(c: char) -> bool {
    match c {
        '!'..='~' => false,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => true,
        '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => true,
        _ => c.is_whitespace() || c.is_control(),
    }
}

/// Splits a text at every line end that Unicode knows (UAX 14: LF, CR, CRLF, VT, FF, NEL, LS, PS), and
/// leaves out the lines with nothing on them.
pub fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut gap) = (0, false);
    while at < text.len() {
        let rest = tail(text, at);
        let length = rest.find(is_line_end).unwrap_or(rest.len());
        match line(text, at, at + length, gap) {
            Some(line) => {
                lines.push(line);
                gap = false;
            }
            None => gap = true,
        }
        let ender = tail(rest, length).chars().next();
        gap |= matches!(ender, Some('\u{C}' | '\u{2029}'));
        at += length + ender.map_or(0, char::len_utf8);
        at += usize::from(ender == Some('\r') && tail(text, at).starts_with('\n'));
    }
    lines
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The line from `from` to `to`, without what is blank at its ends; `None` when nothing is left.
pub fn line(text: &str, from: usize, to: usize, gap: bool) -> Option<Line> {
    let whole = part(text, from..to);
    let tail = whole.trim_start_matches(is_blank);
    let start = to - tail.len();
    let shown = tail.trim_end_matches(is_blank);
    let column = |c| match c {
        '\t' => 4,
        _ => usize::from(c.is_whitespace()),
    };
    let indent = part(text, from..start).chars().map(column).sum();
    (!shown.is_empty()).then(|| Line {
        start,
        end: start + shown.len(),
        indent,
        width: shown.chars().count(),
        gap,
    })
}

/// How a line opens an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// `•`, `*`, `▪`: nothing but a list has them.
    Bullet,
    /// `-`, `–`, `—`: a list, a line of dialogue, or a dash that a line break left at the beginning.
    Dash,
    /// `3.`, `3)`, `(3)`, `b)`.
    Number,
}

/// The marker that a line opens with, and the text behind it.
pub fn marker(line: &str) -> Option<(Marker, &str)> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let text = rest.trim_start_matches(is_blank);
    let (spaced, letter) = (text.len() < rest.len(), text.starts_with(char::is_alphabetic));
    if text.is_empty() {
        return None;
    }
    match first {
        '•' | '◦' | '‣' | '▪' | '▸' | '►' | '●' | '○' | '■' | '□' | '·' => {
            Some((Marker::Bullet, text))
        }
        '*' | '+' if spaced => Some((Marker::Bullet, text)),
        '-' if spaced => Some((Marker::Dash, text)),
        '–' | '—' if spaced || letter => Some((Marker::Dash, text)),
        _ => number(line).map(|text| (Marker::Number, text)),
    }
}

/// The text behind `3.`, `3)`, `(3)`, `b)`; a year, an initial or a decimal is no such number.
fn number(line: &str) -> Option<&str> {
    let (open, body) = match line.strip_prefix('(') {
        Some(body) => (true, body),
        None => (false, line),
    };
    let digits = body.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let letter = body.starts_with(|c: char| c.is_ascii_lowercase());
    let (_, tail) = body.split_at_checked(if letter { 1 } else { digits })?;
    let closed = tail.starts_with(')') || (!open && !letter && tail.starts_with('.'));
    let text = tail.get(1..)?;
    let spaced = text.starts_with(is_blank);
    (digits + usize::from(letter) > 0 && closed && spaced).then(|| text.trim_start_matches(is_blank))
}

/// Whether a line is only drawn: `---`, `* * *`, `=====`.
pub fn is_rule(line: &str) -> bool {
    let drawn =
        |c: char| matches!(c, '-' | '–' | '—' | '*' | '=' | '_' | '~' | '#' | '.' | '•') || is_blank(c);
    line.len() >= 3 && line.chars().all(drawn) && line.trim_end_matches('.').len() > 1
}

/// The last character but for closing quotation marks and brackets.
pub fn last_letter(line: &str) -> Option<char> {
    line.trim_end_matches(|c| matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']') || is_blank(c))
        .chars()
        .next_back()
}

/// Whether a line ends as a sentence does, or announces what follows.
pub fn ends_sentence(line: &str) -> bool {
    matches!(last_letter(line), Some('.' | '!' | '?' | '…' | ':'))
}

/// Whether a line goes on with a small letter: its first word has no capital, and no apostrophe stands in
/// for a part of it (`'s Avonds`).
pub fn opens_small(line: &str) -> bool {
    let word = line.split(is_blank).next().unwrap_or_default();
    word.starts_with(char::is_lowercase) && !word.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_of_unicode_splits() {
        let text = "\u{FEFF}a\r\n b \rc\n\u{A0}\nd\u{2028}e\u{2029}f\u{C}g\u{85}h\u{B}\ti";
        let lines = split(text);
        let shown: Vec<_> = lines.iter().map(|line| (&text[line.start..line.end], line.gap)).collect();
        let expected = [
            ("a", false),
            ("b", false),
            ("c", false),
            ("d", true),
            ("e", false),
            ("f", true),
            ("g", true),
            ("h", false),
            ("i", false),
        ];
        assert_eq!(shown, expected);
        assert_eq!(lines[8].indent, 4);
        assert!(split(" \r\n\u{200B}\u{2029}").is_empty());
    }

    #[test]
    fn markers_open_items() {
        for (line, marker_, text) in [
            ("- brood", Marker::Dash, "brood"),
            ("–\u{A0}Ja", Marker::Dash, "Ja"),
            ("—Ja, zei hij", Marker::Dash, "Ja, zei hij"),
            ("•melk", Marker::Bullet, "melk"),
            ("*\tmelk", Marker::Bullet, "melk"),
            ("1. Eén", Marker::Number, "Eén"),
            ("(12) Twaalf", Marker::Number, "Twaalf"),
            ("b) bé", Marker::Number, "bé"),
        ] {
            assert_eq!(marker(line), Some((marker_, text)), "{line}");
        }
        for line in [
            "",
            "-",
            "-10 graden",
            "*sterretje",
            "1945. Toen",
            "3.000 mensen",
            "1.",
            "a. b",
            "J. Jansen",
            "(é)",
            "(a",
            "é)",
            "–3",
        ] {
            assert_eq!(marker(line), None, "{line}");
        }
    }

    #[test]
    fn rules_are_only_drawn() {
        assert!(is_rule("---") && is_rule("* * *") && is_rule("=========="));
        assert!(!is_rule("...") && !is_rule("--") && !is_rule("- a"));
    }
}
