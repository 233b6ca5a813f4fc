//! Annotated articles with their quotations: the text without its tags, and what the tags say.

use std::fs;
use std::path::Path;

/// A stretch of the text, in bytes, with the attribute that says whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The speaker of a quotation, the entity of a name; empty for a source.
    pub who: String,
}

impl Mark {
    /// How many bytes it shares with `start..end`.
    pub fn shared(&self, start: usize, end: usize) -> usize {
        self.end.min(end).saturating_sub(self.start.max(start))
    }
}

/// A text with quotations whose speakers are known.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// The plain text.
    pub text: String,
    /// Quotations, direct and indirect.
    pub quotes: Vec<Mark>,
    /// The words that name somebody, with who it is.
    pub names: Vec<Mark>,
    /// The words that name a source.
    pub sources: Vec<Mark>,
    /// Whether it is an article rather than a novel.
    pub article: bool,
}

/// Reads the articles of a folder whose names start with one of `prefixes` and end in none of `left_out`, in the
/// order of their names.
///
/// # Errors
///
/// When the folder or a file cannot be read.
pub fn articles(folder: &Path, prefixes: &[&str], left_out: &[&str]) -> Result<Vec<Sample>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths =
        fs::read_dir(folder).map_err(failed)?.flatten().map(|entry| entry.path()).collect::<Vec<_>>();
    paths.sort();
    let mut samples = Vec::new();
    for path in paths {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let held_out = left_out.iter().any(|end| file.ends_with(end));
        let chosen = prefixes.iter().any(|prefix| file.starts_with(prefix)) && !held_out;
        if chosen && file.ends_with(".xml") {
            samples.push(article(&fs::read_to_string(&path).map_err(failed)?));
        }
    }
    Ok(samples)
}

/// Reads one article: its blocks with an empty line behind each, as the scorer has them.
fn article(xml: &str) -> Sample {
    let mut sample = Sample { article: true, ..Sample::default() };
    let mut open: Vec<(String, usize, String)> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        // White space between blocks is no text.
        if open.len() > 1 {
            push_text(&mut sample.text, &rest[..at]);
        }
        let Some(length) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + length];
        rest = &rest[at + length + 1..];
        if !tag.starts_with('/') {
            let name = tag.split_whitespace().next().unwrap_or_default().to_owned();
            let who = attribute(tag, if name == "Q" { "s" } else { "e" });
            open.push((name, sample.text.len(), who));
            continue;
        }
        let Some((name, start, who)) = open.pop() else { break };
        let mark = Mark { start, end: sample.text.len(), who };
        match name.as_str() {
            "Q" => sample.quotes.push(mark),
            "S" => sample.sources.push(mark),
            "PER" | "ORG" | "LOC" | "NORP" | "EVT" | "WRK" => sample.names.push(mark),
            _ if open.len() == 1 => sample.text.push_str("\n\n"),
            _ => {}
        }
    }
    sample
}

/// The value of an attribute, empty where there is none.
pub fn attribute(tag: &str, name: &str) -> String {
    let start = tag.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3);
    let value = start.and_then(|start| tag[start..].split('"').next());
    let mut plain = String::new();
    push_text(&mut plain, value.unwrap_or_default());
    plain
}

fn push_text(text: &mut String, part: &str) {
    let plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    text.push_str(&plain.replace("&amp;", "&"));
}
