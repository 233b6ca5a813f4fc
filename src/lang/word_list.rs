//! Word lists as plain data.

/// A sorted list of words, one a line, searched in place: no table is built at start-up.
///
/// Lines that open with `#` say where the list comes from; they sort first.
#[derive(Clone, Copy, Debug)]
pub struct WordList(&'static str);

impl WordList {
    /// A list from its file. The lines must be sorted by their bytes; a test checks every list.
    pub const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// Whether `word` is on the list, letter for letter.
    pub fn contains(self, word: &str) -> bool {
        let text = self.0;
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start =
                text.as_bytes()[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |at| low + at + 1);
            let end =
                text.as_bytes()[middle..high].iter().position(|&b| b == b'\n').map_or(high, |at| middle + at);
            match text.get(start..end).unwrap_or_default().cmp(word) {
                core::cmp::Ordering::Equal => return !word.starts_with('#'),
                core::cmp::Ordering::Less => low = (end + 1).min(high),
                core::cmp::Ordering::Greater => high = start,
            }
        }
        false
    }

    /// The words in order.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        self.0.lines().filter(|line| !line.starts_with('#'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let list = WordList::new("# a source\n's-Gravenhage\nAalst\nÉcully\n");
        assert!(list.words().all(|word| list.contains(word)));
        assert_eq!(list.words().count(), 3);
        for word in ["", "a", "Aals", "Aalstt", "# a source", "zz", "\n"] {
            assert!(!list.contains(word), "{word:?}");
        }
    }
}
