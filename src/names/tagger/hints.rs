//! What a document makes of a word elsewhere, as the rules read it: a name once explained is known from then on.
//!
//! A second reading of the model with the first one's names as clues (Krishnan and Manning 2006) was tried and gained
//! nothing over this, for twice the bytes and half the speed: the rules' result already joins a name's mentions.

use super::hash::stir;
use super::page::Known;
use super::units::Unit;

/// What the rules made of the mentions of one word.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// The word's hash; 0 in a free place.
    folded: u32,
    /// How sure each kind is, summed over its mentions.
    kinds: [f32; 6],
    /// Mentions in names of several words.
    longer: f32,
    /// With a capital where none is due, and no name.
    plain: f32,
    /// In lower case.
    lower: f32,
}

/// A table of the words of a document.
struct Hints<'p> {
    units: &'p [Unit],
    /// For each unit what the rules say.
    known: &'p [Option<Known>],
    words: Vec<Word>,
}

/// A hint for each unit: what its word is in other mentions, 0 for nothing.
pub(super) fn hints(units: &[Unit], known: &[Option<Known>]) -> Vec<u32> {
    let mut hints = Hints::new(units, known);
    (0..units.len()).map(|at| hints.of_unit(at)).collect()
}

impl<'p> Hints<'p> {
    fn new(units: &'p [Unit], known: &'p [Option<Known>]) -> Self {
        let cased = units.iter().filter(|unit| unit.cased).count();
        let words = vec![Word::default(); (cased * 2 + 8).next_power_of_two()];
        let mut hints = Self { units, known, words };
        for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.word && unit.cased) {
            let place = hints.place(unit.folded);
            hints.words[place].folded = unit.folded;
            hints.count(place, at, 1.0);
        }
        for unit in units.iter().filter(|unit| unit.word && !unit.cased) {
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
        match self.known[at] {
            Some(name) => {
                word.kinds[name.kind] += name.confidence * weight;
                if name.longer {
                    word.longer += weight;
                }
            }
            None if !self.units[at].opens => word.plain += weight,
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

    fn of_unit(&mut self, at: usize) -> u32 {
        let unit = &self.units[at];
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
