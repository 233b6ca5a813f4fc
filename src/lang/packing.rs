//! Makes a language pack. Not a module of the library: `build.rs` and `xtask` include this file.
//!
//! A pack is plain text in UTF-8. Its first line is `kroniek-pack 1 nl`: the version of the format and the
//! language's code. Then come the lists of [`LISTS`] in that order, each as a line `== name` and the lines of
//! its file without comments and empty lines. The file is the language's own or, where it has none, the one
//! that all languages share.

use std::fs;
use std::io;
use std::path::Path;

/// The lists of a pack in order: names of files without `.txt`.
pub const LISTS: [&str; 27] = [
    "abbreviations",
    "openers",
    "heading_stops",
    "terms",
    "clause_words",
    "verbs",
    "event_nouns",
    "inflections",
    "event_weights",
    "quote_words",
    "speech_verbs",
    "genders",
    "speaker_weights",
    "name_words",
    "makers",
    "roles",
    "common_words",
    "given_names",
    "groups",
    "countries",
    "places",
    "regions",
    "cities",
    "organisations",
    "events",
    "works",
    "end",
];

/// The pack of the language `code` from the lists in the folder `lang`.
///
/// # Errors
///
/// When a list cannot be read.
pub fn make(lang: &Path, code: &str) -> io::Result<String> {
    let mut pack = format!("kroniek-pack 1 {code}\n");
    for name in LISTS {
        pack.push_str(&format!("== {name}\n"));
        if name == "end" {
            break;
        }
        let own = lang.join(code).join(name).with_extension("txt");
        let shared = lang.join(name).with_extension("txt");
        let list = fs::read_to_string(if own.exists() { own } else { shared })?;
        for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            pack.push_str(line);
            pack.push('\n');
        }
    }
    Ok(pack)
}
