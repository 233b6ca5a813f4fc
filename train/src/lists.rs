//! The lists of names: `train/lists/`, each a class.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kroniek::names::tagger::{COMMON, INNER, fold, key_of};

/// The lists in the order of their bits; the first eight tell what a text is about.
pub const LISTS: [&str; 21] = [
    "clubs",
    "companies",
    "public-bodies",
    "media",
    "bands",
    "events",
    "works",
    "people",
    "facilities",
    "peoples",
    "countries",
    "regions",
    "places",
    "cities",
    "given-names",
    "surnames",
    "known-surnames",
    "known-given-names",
    "alpino-per",
    "alpino-org",
    "alpino-misc",
];

/// Names by key, each with the bits of the lists that have it.
///
/// # Errors
///
/// When a list cannot be read.
pub fn read(folder: &Path, without: &[&str], inner: &[u32]) -> Result<BTreeMap<u32, u32>, String> {
    let mut keys = BTreeMap::new();
    let mut add = |name: &str, bits: u32| {
        if name.chars().filter(|&char| fold(char) != 0).count() > 1 {
            *keys.entry(key_of(name)).or_insert(0) |= bits;
        }
    };
    let language = folder.join("../../src/lang/nl");
    for (bit, list) in LISTS.iter().enumerate().filter(|(_, list)| !without.contains(list)) {
        let path = match *list {
            "countries" | "regions" => language.join(list),
            "known-surnames" | "known-given-names" => folder.join("people"),
            _ => folder.join(list),
        };
        let path = path.with_extension("txt");
        let text = fs::read_to_string(&path).unwrap_or_default();
        if text.is_empty() {
            eprintln!("no list {}", path.display());
        }
        for name in text.lines().filter(|line| !line.starts_with("# ")) {
            let part = match *list {
                "known-surnames" => name.split_once(' ').map(|(_, last)| last),
                "known-given-names" => name.split_once(' ').map(|(first, _)| first),
                _ => Some(name),
            };
            part.into_iter().for_each(|name| add(name, 1 << bit));
        }
    }
    let common = folder.join("common-words.txt");
    for word in fs::read_to_string(&common).map_err(|error| format!("{}: {error}", common.display()))?.lines()
    {
        add(word, COMMON);
    }
    for &key in inner {
        *keys.entry(key).or_insert(0) |= INNER;
    }
    Ok(keys)
}
