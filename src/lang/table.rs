//! A hash table from words to small numbers: the one map of the core.
//!
//! One type for every look-up keeps the worker small, and a fixed hash makes runs alike.

/// A map from words to numbers.
#[derive(Clone, Debug, Default)]
pub struct Table<'k> {
    slots: Vec<(&'k str, u32)>,
    len: usize,
}

/// Marks a slot without a word.
const FREE: u32 = u32::MAX;

impl<'k> Table<'k> {
    /// A table with room for `count` words.
    pub fn with_capacity(count: usize) -> Self {
        Self { slots: vec![("", FREE); (count * 2).next_power_of_two().max(8)], len: 0 }
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
        let &(_, value) = self.slots.get(self.place(word))?;
        (value != FREE).then_some(value)
    }

    /// Gives `word` a number, in place of one that it has. `u32::MAX` is no number.
    pub fn insert(&mut self, word: &'k str, value: u32) {
        *self.slot(word) = (word, value);
    }

    /// The number that `word` has, or else `value`, which it then has.
    pub fn get_or_insert(&mut self, word: &'k str, value: u32) -> u32 {
        let slot = self.slot(word);
        if slot.1 == FREE {
            *slot = (word, value);
        }
        slot.1
    }

    /// The words, in no order that means anything.
    pub fn words(&self) -> impl Iterator<Item = &'k str> {
        self.slots.iter().filter(|slot| slot.1 != FREE).map(|slot| slot.0)
    }

    /// The slot of `word`, counted as taken from here on.
    fn slot(&mut self, word: &str) -> &mut (&'k str, u32) {
        if self.len * 2 >= self.slots.len() {
            self.grow();
        }
        let place = self.place(word);
        let slot = &mut self.slots[place];
        self.len += usize::from(slot.1 == FREE);
        slot
    }

    fn grow(&mut self) {
        let larger = Self::with_capacity(self.slots.len());
        for (word, value) in core::mem::replace(&mut self.slots, larger.slots) {
            if value != FREE {
                let place = self.place(word);
                self.slots[place] = (word, value);
            }
        }
    }

    /// Where `word` is, or would be: at least half of the slots are free, so the search ends.
    fn place(&self, word: &str) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = hash(word) as usize & mask;
        while let Some(&(other, value)) = self.slots.get(place)
            && value != FREE
            && other != word
        {
            place = (place + 1) & mask;
        }
        place
    }
}

/// FNV-1a, its halves folded: short words need no better.
fn hash(word: &str) -> u32 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325, step);
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
