//! A hash table from words to small numbers: the one map of the core.
//!
//! One type for every look-up keeps the worker small, and a fixed hash makes runs alike.

/// A map from words to numbers.
#[derive(Clone, Debug, Default)]
pub struct Table<'k> {
    slots: Vec<Slot<'k>>,
    len: usize,
}

/// A word, its number, and its hash: most look-ups end at another word's slot, which the hash tells at once.
#[derive(Clone, Copy, Debug)]
struct Slot<'k> {
    word: &'k str,
    value: u32,
    hash: u32,
}

/// Marks a slot without a word.
const FREE: u32 = u32::MAX;

impl<'k> Table<'k> {
    /// A table with room for `count` words.
    pub fn with_capacity(count: usize) -> Self {
        let free = Slot { word: "", value: FREE, hash: 0 };
        Self { slots: vec![free; (count * 2).next_power_of_two().max(8)], len: 0 }
    }

    /// The words of a list, one a line.
    pub fn of_lines(lines: &'k str) -> Self {
        // Half as many words as there could be of the usual length: it grows once at most.
        let mut table = Self::with_capacity(lines.len() / 14);
        for line in lines.lines() {
            table.insert(line, 0);
        }
        table
    }

    /// Whether `word` is in the table, letter for letter.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The number of `word`.
    pub fn get(&self, word: &str) -> Option<u32> {
        self.get_joined(&[word])
    }

    /// The number of the word that these parts make.
    pub fn get_joined(&self, parts: &[&str]) -> Option<u32> {
        let hash = hash(parts);
        let slot = self.slots.get(self.place(hash, parts))?;
        (slot.value != FREE).then_some(slot.value)
    }

    /// Gives `word` a number, in place of one that it has. `u32::MAX` is no number.
    pub fn insert(&mut self, word: &'k str, value: u32) {
        let slot = self.slot(word);
        (slot.word, slot.value) = (word, value);
    }

    /// The number that `word` has, or else `value`, which it then has.
    pub fn get_or_insert(&mut self, word: &'k str, value: u32) -> u32 {
        let slot = self.slot(word);
        if slot.value == FREE {
            (slot.word, slot.value) = (word, value);
        }
        slot.value
    }

    /// The words, in no order that means anything.
    pub fn words(&self) -> impl Iterator<Item = &'k str> {
        self.slots.iter().filter(|slot| slot.value != FREE).map(|slot| slot.word)
    }

    /// The slot of `word`, counted as taken from here on.
    fn slot(&mut self, word: &str) -> &mut Slot<'k> {
        if self.len * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(&[word]);
        let place = self.place(hash, &[word]);
        let slot = &mut self.slots[place];
        self.len += usize::from(slot.value == FREE);
        slot.hash = hash;
        slot
    }

    fn grow(&mut self) {
        let larger = Self::with_capacity(self.slots.len());
        for slot in core::mem::replace(&mut self.slots, larger.slots) {
            if slot.value != FREE {
                let place = self.place(slot.hash, &[slot.word]);
                self.slots[place] = slot;
            }
        }
    }

    /// Where the word of these parts is, or would be: at least half of the slots are free, so the search ends.
    fn place(&self, hash: u32, parts: &[&str]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = hash as usize & mask;
        while let Some(slot) = self.slots.get(place)
            && slot.value != FREE
            && (slot.hash != hash || !is_joined(slot.word, parts))
        {
            place = (place + 1) & mask;
        }
        place
    }
}

/// Whether `word` is made of these parts.
fn is_joined(word: &str, parts: &[&str]) -> bool {
    let mut rest = word;
    for part in parts {
        let Some(behind) = rest.strip_prefix(part) else { return false };
        rest = behind;
    }
    rest.is_empty()
}

/// FNV-1a, its halves folded: short words need no better. The same wherever a word is cut.
#[inline]
pub(crate) fn hash(parts: &[&str]) -> u32 {
    // Plain loops: chained iterators make this, which runs for every look-up, several times slower.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for &byte in part.as_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let lines = "'s-Gravenhage\nAalst\nÉcully\n";
        let table = Table::of_lines(lines);
        assert!(lines.lines().all(|word| table.contains(word)));
        assert_eq!(table.words().count(), 3);
        for word in ["", "a", "Aals", "Aalstt", "zz", "\n"] {
            assert!(!table.contains(word) && !Table::default().contains(word), "{word:?}");
        }
    }

    #[test]
    fn it_grows_and_keeps_the_first_or_the_last_number() {
        let words = (0..1000).map(|number| number.to_string()).collect::<Vec<_>>();
        let mut table = Table::default();
        for (value, word) in (0..).zip(&words) {
            assert_eq!(table.get_or_insert(word, value), value);
            assert_eq!(table.get_or_insert(word, 7), value);
        }
        table.insert("12", 5);
        table.insert("", 6);
        assert_eq!((table.get("12"), table.get("999"), table.get("")), (Some(5), Some(999), Some(6)));
        assert_eq!(table.words().count(), 1001);
    }
}
