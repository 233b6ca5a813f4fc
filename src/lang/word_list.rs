//! Word lists as plain data.

use core::fmt;
use core::hash::{BuildHasherDefault, Hasher};
use std::collections::HashSet;
use std::sync::LazyLock;

/// A list of words, one a line, looked up by hash. The table is built at the first look-up.
///
/// Lines that open with `#` say where the list comes from. Made by [`word_list!`].
#[derive(Clone, Copy)]
pub struct WordList(&'static LazyLock<Words>);

/// The lines of a list with their table.
pub struct Words {
    lines: &'static str,
    set: HashSet<&'static str, BuildHasherDefault<Fnv>>,
}

impl Words {
    /// The table of a file.
    pub fn new(lines: &'static str) -> Self {
        Self { lines, set: words(lines).collect() }
    }
}

impl WordList {
    /// A list with a table of its own.
    pub const fn new(words: &'static LazyLock<Words>) -> Self {
        Self(words)
    }

    /// Whether `word` is on the list, letter for letter.
    pub fn contains(self, word: &str) -> bool {
        self.0.set.contains(word)
    }

    /// The words in the order of the file.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        words(self.0.lines)
    }
}

impl fmt::Debug for WordList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WordList").finish_non_exhaustive()
    }
}

fn words(lines: &'static str) -> impl Iterator<Item = &'static str> {
    lines.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The word list in a file beside the caller.
macro_rules! word_list {
    ($file:literal) => {{
        static WORDS: std::sync::LazyLock<$crate::lang::Words> =
            std::sync::LazyLock::new(|| $crate::lang::Words::new(include_str!($file)));
        $crate::lang::WordList::new(&WORDS)
    }};
}
pub(crate) use word_list;

/// FNV-1a: short words need no better, and it has no random seed, so that runs are alike.
#[derive(Clone, Copy)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        static WORDS: LazyLock<Words> =
            LazyLock::new(|| Words::new("# a source\n's-Gravenhage\nAalst\nÉcully\n"));
        let list = WordList::new(&WORDS);
        assert!(list.words().all(|word| list.contains(word)));
        assert_eq!(list.words().count(), 3);
        for word in ["", "a", "Aals", "Aalstt", "# a source", "zz", "\n"] {
            assert!(!list.contains(word), "{word:?}");
        }
    }
}
