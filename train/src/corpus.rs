//! The annotated corpus: `train/corpus/`.

use std::fs;
use std::path::{Path, PathBuf};

use kroniek::analysis::EntityKind;

/// A name marked by an annotator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Index in `EntityKind::ALL`.
    pub kind: usize,
}

/// A text with its names.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// The file it is from, without its ending.
    pub file: String,
    /// The plain text.
    pub text: String,
    /// The marks in order.
    pub marks: Vec<Mark>,
}

/// Reads every file of `sentences/` and `articles/`, in the order of their names.
///
/// # Errors
///
/// When a file cannot be read.
pub fn read(folder: &Path) -> Result<Vec<Sample>, String> {
    let mut samples = Vec::new();
    for path in files(&folder.join("sentences"), "txt")? {
        let (text, file) = (read_file(&path)?, stem(&path));
        let grouped = text.contains("\n\n");
        let mut sample = Sample { file: file.clone(), ..Sample::default() };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if (!grouped || line.is_empty()) && !sample.text.is_empty() {
                samples
                    .push(std::mem::replace(&mut sample, Sample { file: file.clone(), ..Sample::default() }));
            }
            if !line.is_empty() {
                append(&mut sample, line);
            }
        }
        samples.push(sample);
    }
    for path in files(&folder.join("articles"), "xml")? {
        let mut sample = Sample { file: stem(&path), ..Sample::default() };
        let text = read_file(&path)?;
        for line in blocks(&text) {
            append(&mut sample, line);
        }
        samples.push(sample);
    }
    Ok(samples)
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect::<Vec<_>>();
    paths.sort();
    Ok(paths)
}

fn read_file(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The insides of `<title>`, `<h>` and `<p>`.
fn blocks(xml: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = xml;
    loop {
        let next =
            ["title", "h", "p"].iter().filter_map(|tag| Some((rest.find(&format!("<{tag}>"))?, *tag))).min();
        let Some((at, tag)) = next else { return found };
        let inside = &rest[at + tag.len() + 2..];
        let end = inside.find(&format!("</{tag}>")).unwrap_or(inside.len());
        found.push(&inside[..end]);
        rest = &inside[end..];
    }
}

/// Adds a block: its tags of names become marks, other tags go.
fn append(sample: &mut Sample, line: &str) {
    if !sample.text.is_empty() {
        sample.text.push_str("\n\n");
    }
    let mut open = None;
    let mut rest = line;
    while let Some(at) = rest.find('<') {
        push_text(&mut sample.text, &rest[..at]);
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + end];
        let name = tag.trim_start_matches('/').split_whitespace().next().unwrap_or_default();
        if let Some(kind) = EntityKind::ALL.iter().position(|kind| kind.label() == name) {
            if tag.starts_with('/') {
                if let Some(start) = open.take() {
                    sample.marks.push(Mark { start, end: sample.text.len(), kind });
                }
            } else {
                open = Some(sample.text.len());
            }
        }
        rest = &rest[at + end + 1..];
    }
    push_text(&mut sample.text, rest);
}

fn push_text(text: &mut String, part: &str) {
    let plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.push_str(&plain.replace('\n', " "));
}
