//! Writes model files.

use std::collections::BTreeMap;

use kroniek::names::tagger::{MAGIC, Model};

/// A file of a model and lists.
pub fn file(model: &Model, lists: &BTreeMap<u32, u32>) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    let chain = &model.chain;
    let floats = chain.transitions.iter().flatten().chain(&chain.calibration);
    [chain.scale].iter().chain(floats).for_each(|weight| out.extend(weight.to_le_bytes()));
    let (features, rows): (Vec<_>, Vec<_>) = model.weights().unzip();
    keys(&mut out, features.iter().copied());
    for row in &rows {
        let bits = row.iter().enumerate().map(|(label, &weight)| u32::from(weight != 0) << label);
        number(&mut out, bits.sum());
    }
    out.extend(rows.iter().flatten().filter(|&&weight| weight != 0).map(|&weight| weight as u8));
    keys(&mut out, lists.keys().copied());
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    lists.values().for_each(|&set| *counts.entry(set).or_insert(0) += 1);
    let mut sets = counts.into_iter().collect::<Vec<_>>();
    // The most frequent first: they take one byte.
    sets.sort_by_key(|&(set, count)| (std::cmp::Reverse(count), set));
    number(&mut out, sets.len() as u32);
    sets.iter().for_each(|&(set, _)| number(&mut out, set));
    let place: BTreeMap<u32, u32> = sets.iter().zip(0..).map(|(&(set, _), at)| (set, at)).collect();
    lists.values().for_each(|set| number(&mut out, place[set]));
    out
}

/// Numbers in order, each as the distance from the one before.
fn keys(out: &mut Vec<u8>, keys: impl ExactSizeIterator<Item = u32>) {
    number(out, keys.len() as u32);
    let mut last = 0;
    for key in keys {
        number(out, key - last);
        last = key;
    }
}

/// Seven bits a byte; the highest says that more follow.
fn number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
