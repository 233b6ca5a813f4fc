//! What a document makes of a word elsewhere: the first reading's names, as clues for the second.

use super::hash::stir;
use super::{Page, Tagged};

/// What the first reading made of the mentions of one word.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// The word's hash; 0 in a free place.
    folded: u32,
    /// Probabilities of each kind, summed over its mentions.
    kinds: [f32; 6],
    /// The same for mentions of several words.
    longer: f32,
    /// With a capital where none is due, and no name.
    plain: f32,
    /// In lower case.
    lower: f32,
}

/// A table of the words of a document.
pub struct Hints<'p> {
    page: &'p Page,
    words: Vec<Word>,
    /// For each unit the name that it is of, or `u32::MAX`.
    names: Vec<u32>,
    found: &'p [Tagged],
}

impl<'p> Hints<'p> {
    /// Counts what `found` makes of the words of a page.
    pub fn new(page: &'p Page, found: &'p [Tagged]) -> Self {
        let mut names = vec![u32::MAX; page.units.len()];
        for (name, index) in found.iter().zip(0..) {
            names[name.first..name.end].fill(index);
        }
        let cased = page.units.iter().filter(|unit| unit.cased).count();
        let mut hints =
            Self { page, words: vec![Word::default(); (cased * 2 + 8).next_power_of_two()], names, found };
        for at in 0..page.units.len() {
            let unit = &page.units[at];
            if unit.word && unit.cased {
                let place = hints.place(unit.folded);
                hints.words[place].folded = unit.folded;
                hints.count(place, at, 1.0);
            }
        }
        for unit in page.units.iter().filter(|unit| unit.word && !unit.cased) {
            let place = hints.place(unit.folded);
            if hints.words[place].folded == unit.folded {
                hints.words[place].lower += 1.0;
            }
        }
        hints
    }

    /// Adds what the unit `at` is to the word in `place`, `weight` times.
    fn count(&mut self, place: usize, at: usize, weight: f32) {
        let word = &mut self.words[place];
        match self.found.get(self.names[at] as usize) {
            Some(name) => {
                for (sum, kind) in word.kinds.iter_mut().zip(name.kinds) {
                    *sum += kind * name.probability * weight;
                }
                if name.end > name.first + 1 {
                    word.longer += weight;
                }
            }
            None if !self.page.units[at].opens => word.plain += weight,
            None => {}
        }
    }

    fn place(&self, folded: u32) -> usize {
        let mask = self.words.len() - 1;
        let mut place = stir(folded) as usize & mask;
        while self.words[place].folded != 0 && self.words[place].folded != folded {
            place = (place + 1) & mask;
        }
        place
    }

    /// A hint for each unit: what its word is in other mentions.
    pub fn of_units(mut self) -> Vec<u32> {
        (0..self.page.units.len()).map(|at| self.of_unit(at)).collect()
    }

    fn of_unit(&mut self, at: usize) -> u32 {
        let unit = &self.page.units[at];
        if !unit.word || !unit.cased {
            return 0;
        }
        let place = self.place(unit.folded);
        let all = self.words[place];
        self.count(place, at, -1.0);
        let word = core::mem::replace(&mut self.words[place], all);
        let mut best = 0;
        for kind in 1..6 {
            if word.kinds[kind] > word.kinds[best] {
                best = kind;
            }
        }
        let sum: f32 = word.kinds.iter().sum();
        let clear = word.kinds[best] > 0.8 * sum;
        let level = |sum: f32, few: f32, many: f32| u32::from(sum > few) + u32::from(sum > many);
        let kind = if sum > 0.25 { best as u32 + 1 } else { 0 };
        let hint = kind
            | level(sum, 0.75, 2.0) << 3
            | u32::from(clear && kind > 0) << 5
            | u32::from(word.longer > 0.5) << 6
            | level(word.plain, 0.5, 1.5) << 7
            | level(word.lower, 0.5, 2.5) << 9;
        if hint == 0 { 0 } else { hint | 1 << 12 }
    }
}
