//! The model file: weights, lists and calibration, read once.

use core::fmt;

use super::decode::{LABELS, Row, Transitions, factors};
use super::features;
use super::lists::Lists;

/// First bytes of a model file: what it is and the version of its form.
pub const MAGIC: &[u8] = b"kroniek-names 2\n";

/// How many points the calibration has.
pub const POINTS: usize = 11;

/// A feature in two words: 13 weights, each as a byte with [`BIAS`] added, and on top what its bucket leaves of the key.
type Packed = [u64; 2];

/// What is added to a weight, so that no byte is negative.
const BIAS: i32 = 128;
/// The lanes of a word's even bytes.
const LANES: u64 = 0x00ff_00ff_00ff_00ff;
/// Where the key's rest stands in the second word.
const KEY_PLACE: u32 = 40;
/// Most features that a sum of bytes in lanes of 16 bits has room for.
const MOST: u32 = u16::MAX as u32 / u8::MAX as u32;

/// A trained model: for each feature a row of weights.
pub struct Model {
    /// The features in order of their keys.
    rows: Vec<Packed>,
    /// Where the keys with the same first bits begin.
    buckets: Vec<u32>,
    shift: u32,
    /// What else it has.
    pub chain: Chain,
}

/// What a model has besides the weights of features.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chain {
    /// What a step of a weight is worth.
    pub scale: f32,
    /// What label follows what.
    pub transitions: Transitions,
    /// The same as factors of probabilities.
    pub factors: Transitions,
    /// How often a name is right when the model is sure to 0, 0.1, ... 1.
    pub calibration: [f32; POINTS],
}

impl Chain {
    /// How often a name is right when the model gives it this probability.
    pub fn confidence(&self, probability: f32) -> f32 {
        let place = probability * (POINTS - 1) as f32;
        let at = (place as usize).min(POINTS - 2);
        let (low, high) = (self.calibration[at], self.calibration[at + 1]);
        low + (high - low) * (place - at as f32)
    }
}

impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Model").field("features", &self.rows.len()).finish_non_exhaustive()
    }
}

/// What is wrong with a model file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidModel;

impl fmt::Display for InvalidModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no model of this version, or a damaged one")
    }
}

impl core::error::Error for InvalidModel {}

/// Reads a file of a model and lists.
pub(crate) fn parse(bytes: &[u8]) -> Result<(Model, Lists), InvalidModel> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(InvalidModel)?;
    let mut reader = Reader(rest);
    let all = (|| Some((model(&mut reader)?, lists(&mut reader)?)))().ok_or(InvalidModel)?;
    if reader.0.is_empty() { Ok(all) } else { Err(InvalidModel) }
}

fn lists(reader: &mut Reader<'_>) -> Option<Lists> {
    let keys = reader.keys()?;
    let kinds = (0..reader.number()?).map(|_| reader.number()).collect::<Option<Vec<u32>>>()?;
    let sets =
        keys.iter().map(|_| kinds.get(reader.number()? as usize).copied()).collect::<Option<Vec<u32>>>()?;
    Some(Lists::new(keys, sets))
}

fn model(reader: &mut Reader<'_>) -> Option<Model> {
    let mut chain = Chain { scale: reader.float()?, ..Chain::default() };
    for weight in chain.transitions.iter_mut().flatten().chain(&mut chain.calibration) {
        *weight = reader.float()?;
    }
    chain.factors = factors(&chain.transitions);
    let keys = reader.keys()?;
    let masks = keys.iter().map(|_| reader.number()).collect::<Option<Vec<u32>>>()?;
    let rows = masks.into_iter().map(|mask| reader.weights(mask)).collect::<Option<Vec<Packed>>>()?;
    Model::of_rows(&keys, rows, chain)
}

impl Model {
    /// From keys in order with the weights of each; `None` when a key has too many bits.
    pub fn new(keys: &[u32], weights: &[[i8; LABELS]], chain: Chain) -> Option<Self> {
        Self::of_rows(keys, weights.iter().map(pack).collect(), chain)
    }

    /// From keys in order with the weights of each, which get what its bucket leaves of the key.
    fn of_rows(keys: &[u32], mut rows: Vec<Packed>, chain: Chain) -> Option<Self> {
        // At least one bit: what the buckets leave of a key has 24 bits in a row.
        let bits = (32 - (keys.len() as u32 / 2).leading_zeros()).clamp(1, features::KEY_BITS);
        let shift = features::KEY_BITS - bits;
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for &key in keys {
            *buckets.get_mut((key >> shift) as usize + 1)? += 1;
        }
        let mut sum = 0;
        for bucket in &mut buckets {
            sum += *bucket;
            *bucket = sum;
        }
        for (row, &key) in rows.iter_mut().zip(keys) {
            row[1] |= u64::from(key & ((1 << shift) - 1)) << KEY_PLACE;
        }
        Some(Self { rows, buckets, shift, chain })
    }

    /// How many features there are.
    pub fn features(&self) -> usize {
        self.rows.len()
    }

    /// The keys of the features in order, and the weights of each.
    pub fn weights(&self) -> impl Iterator<Item = (u32, [i8; LABELS])> + '_ {
        self.buckets.windows(2).zip(0u32..).flat_map(move |(ends, bucket)| {
            self.rows[ends[0] as usize..ends[1] as usize].iter().map(move |row| {
                let mut sums = Sums::default();
                sums.add(row);
                (bucket << self.shift | rest_of(row), sums.total().map(|weight| weight as i8))
            })
        })
    }

    /// Adds the weights of a feature to the sums.
    pub fn add(&self, key: u32, sums: &mut Sums) {
        let at = (key >> self.shift) as usize;
        let (Some(&from), Some(&to)) = (self.buckets.get(at), self.buckets.get(at + 1)) else { return };
        let bucket = self.rows.get(from as usize..to as usize).unwrap_or_default();
        let rest = key & ((1 << self.shift) - 1);
        if let Some(row) = bucket.iter().find(|row| rest_of(row) == rest) {
            sums.add(row);
        }
    }

    /// Sums of weights as scores.
    pub fn scores(&self, sums: &Sums) -> Row {
        sums.total().map(|sum| sum as f32 * self.chain.scale)
    }
}

fn rest_of(row: &Packed) -> u32 {
    (row[1] >> KEY_PLACE) as u32
}

/// A row whose weights are all 0.
const NONE: Packed = [0x8080_8080_8080_8080, 0x80_8080_8080];

/// Puts a weight, of two's complement, in the place of a 0: adding [`BIAS`] turns its highest bit.
fn put(row: &mut Packed, label: usize, weight: u8) {
    row[label / 8] ^= u64::from(weight) << (label % 8 * 8);
}

fn pack(weights: &[i8; LABELS]) -> Packed {
    let mut row = NONE;
    for (label, &weight) in weights.iter().enumerate() {
        put(&mut row, label, weight as u8);
    }
    row
}

/// Sums of the weights of features, four to a word: many small numbers are added at once, with or without SIMD.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    even: [u64; 2],
    odd: [u64; 2],
    count: u32,
}

impl Sums {
    fn add(&mut self, row: &Packed) {
        debug_assert!(self.count < MOST, "a unit has fewer clues");
        // What is above the weights in the second word falls into lanes that nobody reads.
        for ((even, odd), word) in self.even.iter_mut().zip(&mut self.odd).zip(row) {
            *even = even.wrapping_add(word & LANES);
            *odd = odd.wrapping_add(word >> 8 & LANES);
        }
        self.count += 1;
    }

    /// The sum for each label.
    pub fn total(&self) -> [i32; LABELS] {
        let bias = self.count as i32 * BIAS;
        core::array::from_fn(|at| {
            let word = if at % 2 == 0 { self.even[at / 8] } else { self.odd[at / 8] };
            (word >> (at % 8 / 2 * 16) & 0xffff) as i32 - bias
        })
    }
}

/// Reads numbers, low byte first.
struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn float(&mut self) -> Option<f32> {
        let (bytes, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(f32::from_le_bytes(*bytes)).filter(|number| number.is_finite())
    }

    /// Seven bits a byte; the highest says that more follow.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for place in 0..5 {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// The weights of the labels in `mask`; most features have few.
    fn weights(&mut self, mask: u32) -> Option<Packed> {
        let mut row = NONE;
        let mut rest = mask & ((1 << LABELS) - 1);
        while rest != 0 {
            put(&mut row, rest.trailing_zeros() as usize, self.byte()?);
            rest &= rest - 1;
        }
        Some(row)
    }

    /// Numbers in order, each as the distance from the one before.
    fn keys(&mut self) -> Option<Vec<u32>> {
        let count = self.number()? as usize;
        if count > self.0.len() {
            return None;
        }
        let mut last = 0u32;
        (0..count)
            .map(|_| {
                last = last.checked_add(self.number()?)?;
                Some(last)
            })
            .collect()
    }
}
