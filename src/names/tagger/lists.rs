//! Lists of names, as sets of hashes: which lists have a run of units.
//!
//! A name is kept as 26 bits of the hash of its letters and digits. The lists are clues among others, so one
//! strange word in some hundreds that a list seems to have does no harm, and a name takes little more than a byte.

use super::hash::{Hash, fold};
use super::units::Unit;
use crate::text::Doc;

/// Bits of a name's hash that are kept.
pub(crate) const KEY_BITS: u32 = 26;
/// The list of words in lower case that names have inside: `van`, `der`, `en`.
pub const INNER: u32 = 1 << 31;
/// The list of words that are no names by themselves.
pub const COMMON: u32 = 1 << 30;
/// Lists of this many first bits tell what a text is about, by what it names.
const TOPICS: u32 = 8;
/// Longest name, in units.
const LONGEST: usize = 7;

/// What each unit is in the names of the lists. One bit a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Listed {
    /// It is a name by itself.
    pub alone: u32,
    /// It opens a longer name.
    pub first: u32,
    /// It goes on a longer name.
    pub inside: u32,
}

/// The lists: keys in order, cut into buckets by their first bits.
#[derive(Debug)]
pub struct Lists {
    keys: Vec<u32>,
    sets: Vec<u32>,
    buckets: Vec<u32>,
    shift: u32,
}

impl Lists {
    /// From keys in order, each with the bits of the lists that have it.
    pub fn new(keys: Vec<u32>, sets: Vec<u32>) -> Self {
        let bits = (32 - (keys.len() as u32 / 2).leading_zeros()).min(KEY_BITS);
        let shift = KEY_BITS - bits;
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for &key in &keys {
            if let Some(bucket) = buckets.get_mut((key >> shift) as usize + 1) {
                *bucket += 1;
            }
        }
        let mut sum = 0;
        for bucket in &mut buckets {
            sum += *bucket;
            *bucket = sum;
        }
        Self { keys, sets, buckets, shift }
    }

    fn get(&self, key: u32) -> u32 {
        let at = (key >> self.shift) as usize;
        let (Some(&from), Some(&to)) = (self.buckets.get(at), self.buckets.get(at + 1)) else { return 0 };
        let bucket = self.keys.get(from as usize..to as usize).unwrap_or_default();
        bucket.iter().position(|&other| other == key).map_or(0, |at| self.sets[from as usize + at])
    }

    /// A hash of what each unit is in the lists.
    pub(crate) fn hashes(listed: &[Listed]) -> Vec<u32> {
        let hash = |unit: &Listed| {
            let mut hash = Hash::new();
            for lists in [unit.alone, unit.first, unit.inside] {
                hash.add(lists);
            }
            hash.value()
        };
        listed.iter().map(hash).collect()
    }

    /// The list that most names are on, where some are: what the text is about.
    pub(crate) fn topic(&self, listed: &[Listed]) -> u32 {
        let mut counts = [0u32; TOPICS as usize];
        for unit in listed {
            let mut rest = (unit.alone | unit.first) & ((1 << TOPICS) - 1);
            while rest != 0 {
                counts[rest.trailing_zeros() as usize] += 1;
                rest &= rest - 1;
            }
        }
        let best = counts.iter().zip(1..).max_by_key(|&(&count, list)| (count, 32 - list));
        best.map_or(0, |(&count, list)| if count > 1 { list } else { 0 })
    }

    /// Appends, for each unit, what it is in the longest names from the left, list by list.
    pub(crate) fn find(&self, doc: &Doc<'_>, units: &[Unit], listed: &mut Vec<Listed>) {
        let start = listed.len();
        listed.resize(start + units.len(), Listed::default());
        let found = &mut listed[start..];
        let mut until = [0usize; 32];
        for first in 0..units.len() {
            if !units[first].cased {
                found[first].alone = self.get(units[first].folded >> (32 - KEY_BITS)) & (INNER | COMMON);
                continue;
            }
            let mut hash = Hash::new();
            // For each length the lists that have the name.
            let mut by_length = [0u32; LONGEST];
            let mut any = 0;
            for (length, unit) in units[first..].iter().take(LONGEST).enumerate() {
                if length > 0 && !unit.word && !joins(doc, unit) {
                    break;
                }
                let mut stem = hash;
                for char in doc.text.get(unit.start as usize..unit.end as usize).unwrap_or_default().chars() {
                    let folded = fold(char);
                    if folded != 0 {
                        stem = hash;
                        hash.add(folded);
                    }
                }
                let mut sets = self.get(key(hash));
                if sets == 0 && unit.word && doc.text.as_bytes().get(unit.end as usize - 1) == Some(&b's') {
                    // `Duitslands`, `Philips's`
                    sets = self.get(key(stem));
                }
                by_length[length] = sets;
                any |= sets;
            }
            for list in (0..32).filter(|list| any >> list & 1 == 1) {
                let bit = 1 << list;
                let Some(length) = (0..LONGEST).rev().find(|&length| by_length[length] & bit != 0) else {
                    continue;
                };
                if until[list as usize] > first {
                    continue;
                }
                until[list as usize] = first + length + 1;
                if length == 0 {
                    found[first].alone |= bit;
                } else {
                    found[first].first |= bit;
                    found[first + 1..=first + length].iter_mut().for_each(|unit| unit.inside |= bit);
                }
            }
        }
    }
}

/// Whether a name may go on past this mark: `J. de Vries`, `Coca-Cola`, `Ajax's`.
fn joins(doc: &Doc<'_>, unit: &Unit) -> bool {
    matches!(
        doc.text.get(unit.start as usize..unit.end as usize),
        Some("." | "-" | "'" | "’" | "&" | "+" | "/" | "!")
    )
}

fn key(hash: Hash) -> u32 {
    hash.value() >> (32 - KEY_BITS)
}

/// The key of a name on a list.
pub fn key_of(name: &str) -> u32 {
    let mut hash = Hash::new();
    name.chars().map(fold).filter(|&folded| folded != 0).for_each(|folded| hash.add(folded));
    key(hash)
}
