//! Word lists as plain text.
//!
//! A list has `#` comments, `[section]` lines, and entries apart by white space, at most 16 bytes each.

/// The entries of some sections of a list, each with the index of its section.
pub(super) struct WordList {
    /// Sorted by key, and by section where keys are equal.
    entries: Vec<(u128, u8)>,
}

impl WordList {
    /// Reads the sections `names` of a list. Where two hold an entry, the first of `names` has the say.
    pub(super) fn new(list: &str, names: &[&str]) -> Self {
        let mut entries = Vec::new();
        for (index, name) in (0..).zip(names) {
            entries.extend(section(list, name).filter_map(key).map(|key| (key, index)));
        }
        entries.sort_unstable();
        entries.dedup_by_key(|&mut (key, _)| key);
        Self { entries }
    }

    /// The index of the section that holds `word`, ASCII letters compared without case.
    pub(super) fn section_of(&self, word: &str) -> Option<usize> {
        let key = key(word)?;
        let index = self.entries.partition_point(|&(entry, _)| entry < key);
        self.entries.get(index).filter(|&&(entry, _)| entry == key).map(|&(_, section)| usize::from(section))
    }

    /// Whether any section holds `word`.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.section_of(word).is_some()
    }
}

/// The entries of one section of a list.
pub(super) fn section<'l>(list: &'l str, name: &str) -> impl Iterator<Item = &'l str> {
    let lines = list.lines().skip_while(move |line| line.trim_matches(['[', ']']) != name).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_ascii_whitespace)
}

/// A word of at most 16 bytes as a number, ASCII letters in lower case: comparing numbers is what makes
/// the look-ups cheap.
fn key(word: &str) -> Option<u128> {
    let push = |key: u128, byte: u8| key << 8 | u128::from(byte.to_ascii_lowercase());
    (word.len() <= 16).then(|| word.bytes().fold(0, push))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{en, nl};

    #[test]
    fn every_entry_of_our_lists_is_short_lower_case_and_of_a_known_section() {
        let known = ["title", "number", "inner", "final", "acronym", "word", "always", "particle", "article"];
        let known = [&known[..], &["inside", "adjective", "anywhere", "last", "work"]].concat();
        for data in [&nl::segmentation::DATA, &en::segmentation::DATA] {
            for list in [data.abbreviations, data.openers, data.heading_stops] {
                for line in list.lines().filter(|line| !line.starts_with('#')) {
                    let short = |word: &str| key(word).is_some() && word == word.to_lowercase();
                    match line.strip_prefix('[') {
                        Some(name) => assert!(known.contains(&name.trim_end_matches(']')), "{line}"),
                        None => assert!(line.split_whitespace().all(short), "{line}"),
                    }
                }
            }
        }
    }

    #[test]
    fn an_earlier_section_has_the_say() {
        let list = WordList::new("# c\n[b]\nx y\n[a]\ny z\n", &["a", "b"]);
        assert_eq!(
            ["x", "Y", "z", "q", ""].map(|word| list.section_of(word)),
            [Some(1), Some(0), Some(0), None, None]
        );
    }
}
