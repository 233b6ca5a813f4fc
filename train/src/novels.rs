//! OpenBoek: Dutch novels whose quotations have speakers (van Cranenburgh and van Noord 2022, CC BY 4.0).
//!
//! The tokenised text is put together again, since our own tokens go by the white space around marks.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::quoted::{Mark, Sample, attribute};

/// Reads the novels of the corpus's folder.
///
/// # Errors
///
/// When a file cannot be read.
pub fn read(folder: &Path) -> Result<Vec<Sample>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder.join("tokenized")).map_err(failed)?;
    let mut paths = entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>();
    paths.sort();
    let mut samples = Vec::new();
    for path in paths {
        let book = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let tokens = fs::read_to_string(&path).map_err(failed)?;
        let marks = folder.join("quotes").join(&book).with_extension("xml");
        samples.push(novel(&tokens, &fs::read_to_string(marks).map_err(failed)?));
    }
    Ok(samples)
}

/// The first token of each sentence, by paragraph and sentence.
type Places = BTreeMap<(String, String), usize>;

fn novel(tokenised: &str, xml: &str) -> Sample {
    let mut sample = Sample::default();
    let (mut spans, mut places) = (Vec::new(), Places::new());
    let mut paragraph = "";
    let mut quoted = false;
    for line in tokenised.lines() {
        let Some((id, words)) = line.split_once('|') else { continue };
        let Some((block, sentence)) = id.split_once('-') else { continue };
        if block != paragraph {
            sample.text.push_str(if sample.text.is_empty() { "" } else { "\n\n" });
            (paragraph, quoted) = (block, false);
        }
        places.insert((block.to_owned(), sentence.to_owned()), spans.len());
        for word in words.split(' ') {
            let closes = matches!(word, "," | "." | "!" | "?" | ";" | ":" | ")" | "..." | "…")
                || word == "\"" && quoted;
            let free = sample.text.is_empty() || sample.text.ends_with(['\n', '(']);
            let after_opening = quoted && ends_with_opening(&sample.text);
            if !closes && !free && !after_opening {
                sample.text.push(' ');
            }
            let start = sample.text.len();
            sample.text.push_str(word);
            spans.push((start, sample.text.len()));
            quoted ^= word == "\"";
        }
    }
    marks(xml, &spans, &places, &mut sample);
    sample
}

fn ends_with_opening(text: &str) -> bool {
    text.ends_with(" \"") || text.ends_with("\n\"") || text == "\""
}

fn marks(xml: &str, spans: &[(usize, usize)], places: &Places, sample: &mut Sample) {
    for tag in xml.split('<').skip(1).filter_map(|part| part.split('>').next()) {
        let name = tag.split_whitespace().next().unwrap_or_default();
        let place = places.get(&(attribute(tag, "parno"), attribute(tag, "sentno")));
        let number = |name| attribute(tag, name).parse::<usize>().ok();
        let (Some(first), Some(begin), Some(end)) = (place, number("begin"), number("end")) else { continue };
        let (Some(from), Some(to)) = (spans.get(first + begin), spans.get(first + end)) else { continue };
        let mark = Mark { start: from.0, end: to.1, who: attribute(tag, "speaker") };
        match name {
            "quote" => sample.quotes.push(mark),
            "mention" => sample.names.push(mark),
            _ => {}
        }
    }
    // `De huisvrouw` names the character wherever it stands.
    for tag in xml.split('<').filter(|tag| tag.starts_with("character ")) {
        let (alias, who) = (attribute(tag, "aliases"), attribute(tag, "name"));
        let named = alias.starts_with(char::is_uppercase) && alias.len() > 2;
        let found = sample.text.match_indices(alias.as_str()).filter(|_| named);
        let found = found.map(|(start, _)| Mark { start, end: start + alias.len(), who: who.clone() });
        let found = found.collect::<Vec<_>>();
        sample.names.extend(found);
    }
}
