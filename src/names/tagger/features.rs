//! What the model sees of a unit: hashes of clues.
//!
//! The clues are those of linear name taggers since Borthwick (1999) and of Ratinov and Roth (2009): the word, its edges
//! and its pattern, its neighbours, the lists that have it, what rules say of it, and what the rest of the document says.

use super::hash::stir;
use super::lists::Listed;
use super::units::Unit;

/// Bits of a feature's hash that are kept.
pub const KEY_BITS: u32 = 25;

/// Everything known about the units of a sentence.
pub(crate) struct Sight<'a> {
    /// The units.
    pub units: &'a [Unit],
    /// For each unit what the lists have.
    pub listed: &'a [Listed],
    /// For each unit a hash of the same.
    pub lists: &'a [u32],
    /// For each unit what the rules say: 0 nothing, or one more than the label, and how sure.
    pub rules: &'a [u32],
    /// For each unit what the rest of the document says, 0 for nothing.
    pub hints: &'a [u32],
    /// For each unit whether it stands between quotation marks.
    pub quoted: &'a [bool],
    /// What kind of text it is, by its words.
    pub topic: u32,
}

/// The clue `kind` with two values.
#[inline(always)]
fn feature(kind: u32, one: u32, two: u32) -> u32 {
    let both = one.wrapping_mul(0x9e37_79b1).rotate_left(13) ^ two;
    stir(both.wrapping_mul(0x85eb_ca77) ^ kind.wrapping_mul(0xc2b2_ae3d)) >> (32 - KEY_BITS)
}

impl Sight<'_> {
    fn folded(&self, at: usize, by: isize) -> u32 {
        self.unit(at, by).map_or(0, |unit| unit.folded)
    }

    fn pattern(&self, at: usize, by: isize) -> u32 {
        self.unit(at, by).map_or(0, |unit| unit.pattern)
    }

    fn unit(&self, at: usize, by: isize) -> Option<&Unit> {
        self.units.get(at.checked_add_signed(by)?)
    }

    fn lists(&self, at: usize, by: isize) -> u32 {
        at.checked_add_signed(by).and_then(|at| self.lists.get(at)).copied().unwrap_or(1)
    }

    /// The words before and after the run of capitals around a unit, and where in it the unit stands.
    fn run(&self, at: usize) -> (u32, u32, u32) {
        let inside = |unit: &Unit| unit.cased;
        let before = self.units[..at].iter().rev().take_while(|unit| inside(unit)).take(5).count();
        let after = self.units[at + 1..].iter().take_while(|unit| inside(unit)).take(5).count();
        let left = self.folded(at, -1 - before as isize);
        let right = self.folded(at, 1 + after as isize);
        (left, right, (before * 6 + after) as u32)
    }

    /// Calls `emit` with every clue about the unit `at`.
    pub fn each(&self, at: usize, mut emit: impl FnMut(u32)) {
        let unit = &self.units[at];
        let (word, pattern) = (unit.folded, unit.pattern);
        let opens = u32::from(unit.opens) + 2 * u32::from(unit.glued);
        let (left, right) = (self.folded(at, -1), self.folded(at, 1));
        let (left2, right2) = (self.folded(at, -2), self.folded(at, 2));
        let (lists, rule) = (self.lists(at, 0), self.rules[at]);
        let mut add = |kind, one, two| emit(feature(kind, one, two));

        add(1, word, 0);
        add(2, word, pattern);
        add(3, pattern, opens);
        add(4, word, opens);
        for (kind, &prefix) in (5..).zip(&unit.prefixes) {
            if prefix != 0 {
                add(kind, prefix, 0);
            }
        }
        for (kind, &suffix) in (8..).zip(&unit.suffixes) {
            if suffix != 0 {
                add(kind, suffix, u32::from(unit.cased));
            }
        }
        add(12, left, 0);
        add(13, right, 0);
        add(14, left2, 0);
        add(15, right2, 0);
        add(16, left, right);
        add(17, left2, left);
        add(18, right, right2);
        add(19, left, word);
        add(20, word, right);
        for (kind, by) in [(21, -1), (23, 1)] {
            if let Some(other) = self.unit(at, by) {
                add(kind, other.suffixes[1], 0);
                add(kind + 1, other.suffixes[2], 0);
            }
        }
        let (before, after) = (self.pattern(at, -1), self.pattern(at, 1));
        add(25, before, pattern);
        add(26, pattern, after);
        add(27, stir(before) ^ pattern, after);
        add(28, self.pattern(at, -2), before);
        add(29, after, self.pattern(at, 2));
        add(30, pattern, left);
        add(31, pattern, right);

        let listed = self.listed[at];
        for (kind, mask) in [(32, listed.alone), (33, listed.first), (34, listed.inside)] {
            let mut rest = mask;
            while rest != 0 {
                let list = rest.trailing_zeros();
                add(kind, list, u32::from(unit.opens));
                rest &= rest - 1;
            }
        }
        add(35, lists, 0);
        add(36, lists, left);
        add(37, lists, right);
        add(38, lists, self.lists(at, 1));
        add(39, self.lists(at, -1), lists);
        add(40, self.lists(at, -1), 0);
        add(41, self.lists(at, 1), 0);
        add(42, rule, 0);
        add(43, rule, lists);
        add(44, rule, left);
        add(45, self.rules.get(at.wrapping_sub(1)).copied().unwrap_or(0), rule);
        add(46, rule, self.rules.get(at + 1).copied().unwrap_or(0));
        let quoted = u32::from(self.quoted[at]);
        add(47, quoted, pattern);
        let (run_left, run_right, place) = self.run(at);
        add(48, run_left, 0);
        add(49, run_right, 0);
        add(50, place, pattern);
        add(51, run_left, run_right);
        add(52, run_left, lists);
        add(53, run_right, lists);
        add(57, self.topic, lists);
        add(58, self.topic, word);
        add(59, 0, 0);
        let hint = self.hints[at];
        if hint != 0 {
            add(54, hint, 0);
            add(55, hint, lists);
            add(56, hint, left);
        }
    }
}
