//! Constructions and traps, one after another: `cases.txt`.

use std::fmt::Write as _;

use crate::Language;
use crate::sample::{paragraphs, titled};

const CASES: &str = include_str!("cases.txt");

/// A text, whether it has a title, what has to be found in it, and whether that is known to fail.
struct Case {
    text: String,
    titled: bool,
    expected: Vec<String>,
    fails: bool,
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(expected) = line.strip_prefix("= ") {
            let case = cases.last_mut().expect("a text comes first");
            if expected != "none" {
                case.expected.push(expected.to_owned());
            }
        } else if line.starts_with("- ") {
            cases.last_mut().expect("a text comes first").fails = true;
        } else {
            let text = line.strip_prefix("! ").unwrap_or(line).replace(" ¶ ", "\n\n");
            cases.push(Case { text, titled: line.starts_with("! "), expected: Vec::new(), fails: false });
        }
    }
    cases
}

fn found(text: &str, with_title: bool) -> Vec<String> {
    let doc = if with_title { titled(text, Language::Dutch) } else { paragraphs(text, Language::Dutch) };
    let quotes = crate::quotes::find(&doc, &crate::names::find(&doc));
    quotes
        .iter()
        .map(|quote| format!("{} | {} | {}", quote.kind.label(), quote.speaker_name, quote.span.of(text)))
        .collect()
}

#[test]
fn constructions_and_traps() {
    let cases = cases();
    assert!(cases.len() >= 120, "{} cases", cases.len());
    let mut wrong = String::new();
    for case in &cases {
        let found = found(&case.text, case.titled);
        if (found == case.expected) == case.fails {
            let known = if case.fails { " (known to fail, but does not)" } else { "" };
            let _ =
                writeln!(wrong, "{}{known}\n  expected {:?}\n  found    {found:?}", case.text, case.expected);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Each takes a fraction of a second; were anything quadratic, minutes.
#[test]
fn long_and_unbalanced_texts() {
    let marks = ["\"", "“", "„", "«", "'", "‘", "”", "»", "``"];
    let unbalanced = marks.iter().cycle().take(10_000).map(|mark| format!("{mark}a ")).collect::<String>();
    let phrases =
        ["zegt Jan, ", "volgens de wet ", "heeft, ", "dat of te ", "X vraagt, zei zij en ", "\"ja "];
    let texts = phrases.iter().map(|phrase| phrase.repeat(20_000));
    for text in texts.chain([unbalanced, "woord ".repeat(60_000)]) {
        let doc = paragraphs(&text, Language::Dutch);
        assert!(crate::quotes::find(&doc, &[]).len() <= doc.tokens.len());
    }
}
